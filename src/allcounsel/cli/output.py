"""What the command line reads and prints: problems as plain lines or JSON, the world's faults in words."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO, TextIO

from allcounsel.domain.errors import ErrorCode, InputRefusedError, KnownError, Problem
from allcounsel.services.answer_reading import shown
from allcounsel.services.assessment_file import errors_document
from allcounsel.services.case_file import LARGEST_FILE, to_json
from allcounsel.system.files import read_limited

DONE, SOME_REFUSED, REFUSED = 0, 1, 2
"""Exit codes of case-format.md."""

_WORDS = {
    ErrorCode.FILE_MISSING: "there is no such file or folder.",
    ErrorCode.FILE_IS_FOLDER: "this is a folder, not a file.",
    ErrorCode.FILE_NOT_READABLE: "this cannot be read; is it a plain file, and may you open it?",
    ErrorCode.FILE_NOT_WRITABLE: "this cannot be written; may you write there?",
    ErrorCode.FILE_TOO_LARGE: "this file is larger than 1 MB.",
    ErrorCode.DISK_FULL: "the disk is full; make room and try again. Nothing was lost.",
    ErrorCode.STORE_MISSING: "there is no store yet; the program makes it when it is first opened.",
    ErrorCode.STORE_LOCKED: "the store is in use; close the program and try again.",
    ErrorCode.STORE_DAMAGED: "the store is damaged; restore the last good backup.",
    ErrorCode.STORE_TOO_NEW: "this store is from a newer version of the program.",
    ErrorCode.STORE_NOT_A_STORE: "this is not a store of this program.",
    ErrorCode.PASSPHRASE_WANTED: "the store is encrypted: give its passphrase with --passphrase-file.",
    ErrorCode.KEYS_MISSING: "the wrapped key of the store is not there; restore a backup.",
    ErrorCode.KEYS_DAMAGED: "the wrapped key of the store is damaged; restore a backup.",
    ErrorCode.WRONG_PASSPHRASE: "this is neither a passphrase of the store nor its recovery code.",
    ErrorCode.TOO_MANY_TRIES: "too many wrong passphrases; wait a quarter of an hour, then try again.",
    ErrorCode.CASE_NOT_READABLE: "a saved case has answers that this version cannot read; it is kept.",
    ErrorCode.HANDOUT_CHANGED: "a stored handout is no longer as it was given.",
    ErrorCode.GLYPH_MISSING: "the fonts cannot draw a character of this text.",
}


@dataclass(frozen=True, slots=True)
class Streams:
    """Where a command reads from and prints to."""

    stdin: TextIO
    stdout: TextIO
    stderr: TextIO

    def print(self, text: str) -> None:
        """One line on standard output."""
        self.stdout.write(text + "\n")

    def complain(self, text: str) -> None:
        """One line on standard error, without control characters."""
        self.stderr.write("".join(letter if letter.isprintable() else "?" for letter in text) + "\n")


def words_for(error: KnownError) -> str:
    """The world's fault in one line."""
    path = error.facts.get("path", "")
    detail = error.facts.get("character", "")
    sentence = _WORDS[error.code] + (f" ({detail})" if detail else "")
    return f"{path}: {sentence}" if path else sentence


def problem_of(error: KnownError) -> Problem:
    """The world's fault as an entry of an errors object."""
    return Problem("", error.code.value, words_for(error))


def refuse(problems: tuple[Problem, ...], streams: Streams, *, as_json: bool) -> int:
    """Tell every problem: an errors object on standard output, or one line each on standard error."""
    if as_json:
        streams.print(to_json(errors_document(problems)))
    else:
        for problem in problems:
            streams.complain(problem.message)
    return REFUSED


def read_text(path: str, streams: Streams) -> str:
    """A whole text file, or standard input for ``-``; InputRefusedError when it is not text."""
    content = read_standard_input(streams) if path == "-" else read_limited(path, LARGEST_FILE)
    try:
        return str(content, "utf-8")
    except UnicodeDecodeError as error:
        name = "standard input" if path == "-" else shown(path)
        problem = Problem("", "not_text", f"{name}: this is not UTF-8 text (byte {error.start}).")
        raise InputRefusedError((problem,)) from error


def read_standard_input(streams: Streams) -> bytes:
    """Standard input, at most as much as a case file may hold."""
    content = binary(streams.stdin).read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise KnownError(ErrorCode.FILE_TOO_LARGE, path="standard input")
    return content


def binary(stream: TextIO) -> BinaryIO:
    """The bytes behind a text stream; one without a buffer of its own is encoded."""
    found: BinaryIO | None = getattr(stream, "buffer", None)
    return found or BytesIO(stream.read().encode("utf-8", "surrogatepass"))
