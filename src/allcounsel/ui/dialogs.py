"""The only place that opens a dialog: a decision is due, or a file needs a name. Tests replace these
functions.
"""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget


def ask_save_path(parent: QWidget, title: str, suggestion: str, kinds: str) -> str:
    """Where to save; empty when the person thought better of it."""
    path, _ = QFileDialog.getSaveFileName(parent, title, suggestion, kinds)
    return path


def tell(parent: QWidget | None, happened: str, remedy: str) -> None:
    """Say what went wrong inside the program; only the excepthook uses this."""
    box = QMessageBox(parent)
    box.setText(happened)
    box.setInformativeText(remedy)
    box.exec()
    box.deleteLater()
