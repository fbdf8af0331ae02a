"""The world's faults in words: for each code what happened and what to do. No other module says these
things.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from allcounsel.domain.errors import ErrorCode, KnownError


@dataclass(frozen=True, slots=True)
class UserMessage:
    """What happened, and what the person can do now."""

    happened: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.happened} {self.remedy}"


def message_for(error: KnownError) -> UserMessage:
    """The words for one fault. A fact that a sentence wants and the error does not carry is left blank."""
    happened, remedy = _table()[error.code]
    return UserMessage(_filled(happened, error.facts), _filled(remedy, error.facts))


def _filled(sentence: str, facts: Mapping[str, str]) -> str:
    for name in ("path", "what", "left", "seconds"):
        sentence = sentence.replace(f"{{{name}}}", facts.get(name, ""))
    return " ".join(sentence.split())


def _table() -> dict[ErrorCode, tuple[str, str]]:
    return {**_files(), **_store()}


def _files() -> dict[ErrorCode, tuple[str, str]]:
    translate = QCoreApplication.translate
    return {
        ErrorCode.FILE_MISSING: (
            translate("Messages", "There is no file {path}."),
            translate("Messages", "Check the name and the folder, or choose another file."),
        ),
        ErrorCode.FILE_IS_FOLDER: (
            translate("Messages", "{path} is a folder, not a file."),
            translate("Messages", "Choose a file in it."),
        ),
        ErrorCode.FILE_NOT_READABLE: (
            translate("Messages", "The file {path} cannot be read."),
            translate("Messages", "Check that you may open it, or ask who looks after this laptop."),
        ),
        ErrorCode.FILE_NOT_WRITABLE: (
            translate("Messages", "The file {path} cannot be written here."),
            translate("Messages", "Nothing is lost. Close it in other programs or choose another folder."),
        ),
        ErrorCode.FILE_TOO_LARGE: (
            translate("Messages", "The file {path} is too large to be the right one."),
            translate("Messages", "Choose another file."),
        ),
        ErrorCode.DISK_FULL: (
            translate("Messages", "The disk is full. The file was not written."),
            translate("Messages", "Nothing is lost. Make room or choose another disk, then try again."),
        ),
    }


def _store() -> dict[ErrorCode, tuple[str, str]]:
    translate = QCoreApplication.translate
    return {
        ErrorCode.STORE_MISSING: (
            translate("Messages", "There are no saved children here yet."),
            translate("Messages", "They are kept from the first consultation on. Nothing is wrong."),
        ),
        ErrorCode.STORE_LOCKED: (
            translate("Messages", "Another program is using the saved children."),
            translate("Messages", "Close the other allcounsel window, then try again. Nothing is lost."),
        ),
        ErrorCode.STORE_DAMAGED: (
            translate("Messages", "The saved children cannot be read: the store is damaged."),
            translate("Messages", "Do not delete it. Restore the last backup, or ask who looks after it."),
        ),
        ErrorCode.STORE_TOO_NEW: (
            translate("Messages", "The saved children were written by a newer allcounsel."),
            translate("Messages", "Install the newer version. Nothing was changed."),
        ),
        ErrorCode.STORE_NOT_A_STORE: (
            translate("Messages", "The file where saved children should be is something else."),
            translate("Messages", "Move that file away, or ask who looks after this laptop."),
        ),
        **_keys(),
        ErrorCode.CASE_NOT_READABLE: (
            translate("Messages", "This child has answers that this version cannot read: {what}."),
            translate(
                "Messages", "It was not opened and stays as it was saved. Use the version that saved it."
            ),
        ),
        ErrorCode.HANDOUT_CHANGED: (
            translate("Messages", "This stored handout is not as it was given. It was not opened."),
            translate("Messages", "Make the handout again, and check it before you give it."),
        ),
        ErrorCode.GLYPH_MISSING: (
            translate("Messages", "A character in the clinic's words or the label cannot be printed."),
            translate("Messages", "Write it with other letters, then try again."),
        ),
    }


def _keys() -> dict[ErrorCode, tuple[str, str]]:
    translate = QCoreApplication.translate
    return {
        ErrorCode.PASSPHRASE_WANTED: (
            translate("Messages", "The saved children are locked."),
            translate("Messages", "Unlock them with your passphrase."),
        ),
        ErrorCode.KEYS_MISSING: (
            translate("Messages", "The key of the saved children is not where it was: {path}."),
            translate("Messages", "Do not delete anything. Restore the last backup: it holds the key too."),
        ),
        ErrorCode.KEYS_DAMAGED: (
            translate("Messages", "The key of the saved children is damaged: {path}."),
            translate("Messages", "Do not delete anything. Restore the last backup: it holds the key too."),
        ),
        ErrorCode.WRONG_PASSPHRASE: (
            translate("Messages", "That did not match."),
            translate("Messages", "Tries left before a pause: {left}. Nothing is lost."),
        ),
        ErrorCode.TOO_MANY_TRIES: (
            translate("Messages", "Too many tries did not match."),
            translate("Messages", "Wait {seconds} seconds, then try again. Nothing is lost."),
        ),
    }
