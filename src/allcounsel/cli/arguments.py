"""What can be typed after ``allcounsel``; a mistake is answered with one plain line and exit code 2."""

from __future__ import annotations

import argparse
from typing import NoReturn

SIZES = ("standard", "large", "giant")
PAPERS = ("a4", "letter")


class UsageError(Exception):
    """The words on the command line do not fit; the text says why."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """One line instead of argparse's page."""
        raise UsageError(f"{message}. Try '{self.prog} --help'.")


def build_parser() -> argparse.ArgumentParser:
    """The parser for every command."""
    parser = _Parser(
        prog="allcounsel",
        description="A counselling aid for clinics that treat children with acute lymphoblastic leukaemia.",
        epilog="Without a command the window opens; 'allcounsel --practice' opens it with practice children.",
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True, parser_class=_Parser)
    _add_assess(commands)
    _add_handout(commands)
    _add_pathway(commands)
    example = commands.add_parser(
        "example", help="list the practice children, or print one", allow_abbrev=False
    )
    example.add_argument("name", nargs="?", help="a practice child, or 'clinic'")
    content = commands.add_parser("content", help="check or document the content", allow_abbrev=False)
    content.add_argument("action", choices=["check", "docs"])
    content.add_argument("--folder", help="a content folder instead of the one that was shipped")
    content.add_argument("--to", default="docs/content", metavar="FOLDER", help="where the documents go")
    _add_store(commands)
    schema = commands.add_parser(
        "schema", help="every key a case or an assessment may hold (JSON Schema)", allow_abbrev=False
    )
    schema.add_argument("document", choices=["case", "assessment"])
    return parser


def _add_assess(commands: argparse._SubParsersAction[_Parser]) -> None:
    assess = commands.add_parser(
        "assess", help="the group, the reasons, what could still change it", allow_abbrev=False
    )
    assess.add_argument("case", help="a case file, or - for standard input")
    assess.add_argument("--json", action="store_true", help="the assessment as JSON")
    assess.add_argument("--lines", action="store_true", help="one case a line in, one assessment a line out")


def _add_handout(commands: argparse._SubParsersAction[_Parser]) -> None:
    handout = commands.add_parser("handout", help="the family handout as a PDF", allow_abbrev=False)
    handout.add_argument("case", help="a case file, or - for standard input")
    handout.add_argument("--clinic", required=True, help="the clinic's block (TOML)")
    handout.add_argument("--confirmed-by", required=True, help="who checked the reasons")
    handout.add_argument("-o", "--output", required=True, help="the PDF to write")
    handout.add_argument("--lang", choices=["en", "es"], default="en", help="English (usual) or Spanish")
    handout.add_argument("--second-lang", choices=["en", "es"], help="this language beside the first")
    handout.add_argument("--size", choices=SIZES, default="standard", help="14 (usual), 18 or 24 points")
    handout.add_argument("--grey", action="store_true", help="for a printer without colour")
    handout.add_argument("--paper", choices=PAPERS, default="a4", help="A4 (usual) or US Letter")
    handout.add_argument("--numbers", action="store_true", help="the page of numbers, where it is allowed")
    handout.add_argument(
        "--cards",
        type=lambda text: tuple(text.split(",")),
        default=(),
        metavar="CARD,CARD",
        help="only these cards behind page one, in this order, such as road,questions",
    )
    handout.add_argument(
        "--accept-warning", action="append", default=[], metavar="CODE", help="a warning that was looked at"
    )
    handout.add_argument("--trace", metavar="OUT.json", help="every printed sentence with its sources")
    handout.add_argument("--json", action="store_true", help="errors as JSON")


def _add_pathway(commands: argparse._SubParsersAction[_Parser]) -> None:
    pathway = commands.add_parser("pathway", help="the pathway diagram", allow_abbrev=False)
    pathway.add_argument("case", help="a case file, or - for standard input")
    pathway.add_argument("-o", "--output", required=True, help="ends in .svg, .png or .pdf")
    pathway.add_argument("--json", action="store_true", help="errors as JSON")


def _add_store(commands: argparse._SubParsersAction[_Parser]) -> None:
    store = commands.add_parser("store", help="look after the local store", allow_abbrev=False)
    actions = store.add_subparsers(dest="action", metavar="ACTION", required=True, parser_class=_Parser)
    for action, about in (
        ("backup", "write a backup"),
        ("restore", "put a backup in the store's place"),
        ("verify", "look through everything"),
        ("path", "where the store is"),
    ):
        chosen = actions.add_parser(action, help=about, allow_abbrev=False)
        if action in ("backup", "restore"):
            chosen.add_argument("file")
        chosen.add_argument("--passphrase-file", metavar="F")
