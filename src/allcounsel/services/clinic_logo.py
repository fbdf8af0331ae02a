"""From the file that a clinic names as its logo to the picture on paper, or the reason why not."""

from __future__ import annotations

from allcounsel.domain.clinic import Logo
from allcounsel.domain.errors import ErrorCode, InputRefusedError, KnownError, Problem
from allcounsel.services.clinic_file import LOGO
from allcounsel.services.ports import HandoutWriter, ReadFile

LARGEST_LOGO = 2_000_000
_WORDS = {
    ErrorCode.FILE_MISSING: "there is no such file.",
    ErrorCode.FILE_IS_FOLDER: "this is a folder, not a picture.",
    ErrorCode.FILE_TOO_LARGE: "this file is larger than 2 MB.",
}
_UNREADABLE = "this cannot be read; is it a plain file, and may you open it?"


def read_logo(path: str, read: ReadFile, writer: HandoutWriter) -> Logo:
    """The picture in a file; InputRefusedError with one plain problem where there is none to print."""
    try:
        content = read(path, LARGEST_LOGO)
    except KnownError as error:
        message = f"{LOGO}: {_WORDS.get(error.code, _UNREADABLE)}"
        raise InputRefusedError((Problem(LOGO, error.code.value, message),)) from error
    return writer.logo(content)
