"""Reads the command line and answers with an exit code; never with a traceback."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from typing import TextIO

from allcounsel.cli.arguments import UsageError, build_parser
from allcounsel.cli.commands import assess, content, example, handout, pathway, schema, store
from allcounsel.cli.output import REFUSED, Streams, problem_of, refuse, words_for
from allcounsel.domain.errors import ContentError, InputRefusedError, KnownError

COMMANDS: dict[str, Callable[..., int]] = {
    "assess": assess,
    "handout": handout,
    "pathway": pathway,
    "example": example,
    "content": content,
    "store": store,
    "schema": schema,
}


def main(argv: list[str] | None = None) -> int:
    """The command line on the real streams."""
    arguments = sys.argv[1:] if argv is None else argv
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = run(arguments, _reading(sys.stdin), _writing(sys.stdout), _writing(sys.stderr))
        if sys.stdout is None:
            return code or 1  # nobody could see the answer
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has had enough; say nothing more, not even while closing.
        sys.stdout = None
        return 1
    except OSError as error:
        _writing(sys.stderr).write(f"allcounsel: the output could not be written ({error.strerror}).\n")
        sys.stdout = None
        return 1
    except KeyboardInterrupt:
        return 130
    return code


def _reading(stream: TextIO | None) -> TextIO:
    """A stream to read from; where a program was started without one, it is empty."""
    return io.StringIO() if stream is None else stream


def _writing(stream: TextIO | None) -> TextIO:
    """A stream to write to; where a program was started without one, it goes nowhere."""
    return io.StringIO() if stream is None else stream


def run(argv: list[str], stdin: TextIO, stdout: TextIO, stderr: TextIO) -> int:
    """One command on the given streams; returns its exit code."""
    streams = Streams(stdin, stdout, stderr)
    try:
        options = build_parser().parse_args(argv)
    except UsageError as error:
        streams.complain(f"allcounsel: {error}")
        return REFUSED
    except SystemExit as leaving:
        return int(leaving.code or 0)
    as_json = bool(getattr(options, "json", False))
    try:
        return COMMANDS[options.command](options, streams)
    except InputRefusedError as error:
        return refuse(error.problems, streams, as_json=as_json)
    except KnownError as error:
        return _world_fault(options.command, error, streams, as_json=as_json)
    except ContentError as error:
        for problem in error.problems:
            streams.complain(str(problem))
        return 1 if options.command == "content" else REFUSED


def _world_fault(command: str, error: KnownError, streams: Streams, *, as_json: bool) -> int:
    if command == "store":
        streams.complain(words_for(error))
        return 1
    return refuse((problem_of(error),), streams, as_json=as_json)
