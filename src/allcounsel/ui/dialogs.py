"""The only place that opens a dialog: a decision is due, or a file needs a name. Tests replace these
functions.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

_USED_LAST = "savedIn"
"""A property of the running program: the folder that was saved in last. It is never written down."""


def ask_save_path(parent: QWidget, title: str, suggestion: str, kinds: str) -> str:
    """Where to save; empty when the person thought better of it. ``suggestion``: the name of the file."""
    path, _ = QFileDialog.getSaveFileName(parent, title, str(save_folder() / suggestion), kinds)
    application = QCoreApplication.instance()
    if path and application is not None:
        application.setProperty(_USED_LAST, str(Path(path).parent))
    return path


def ask_open_path(parent: QWidget, title: str, kinds: str) -> str:
    """Which file to read; empty when the person thought better of it. Nothing remembers where it was."""
    path, _ = QFileDialog.getOpenFileName(parent, title, str(save_folder()), kinds)
    return path


def ask_printer(parent: QWidget, pages: int) -> QPrinter | None:
    """The system's own print dialog; None when the person thought better of it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, pages)
    chosen = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printer if chosen else None


def save_folder() -> Path:
    """The folder used last while the program runs, else the person's documents, else their home."""
    application = QCoreApplication.instance()
    used = application.property(_USED_LAST) if application is not None else None
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    found = (Path(folder) for folder in (used, documents) if folder and Path(folder).is_dir())
    return next(found, Path.home())


def tell(parent: QWidget | None, happened: str, remedy: str) -> None:
    """Say what went wrong inside the program; only the excepthook uses this."""
    box = QMessageBox(parent)
    box.setText(happened)
    box.setInformativeText(remedy)
    box.exec()
    box.deleteLater()
