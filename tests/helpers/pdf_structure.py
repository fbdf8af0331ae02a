"""What somebody hears who listens to a PDF: its structure tree with the words that belong to each element."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pikepdf

_BFCHAR = re.compile(r"<([0-9A-F]{2})> <([0-9A-F]{4,})>")
Marked = Mapping[tuple[int, int], str]
"""Words by page (from 0) and number of the marked content."""


@dataclass(frozen=True, slots=True)
class Node:
    """One element: its type, its own words, what stands for a picture, and what lies below it."""

    role: str
    words: str
    alternative: str = ""
    language: str = ""
    scope: str = ""
    kids: tuple[Node, ...] = field(default=())

    def all(self) -> Iterator[Node]:
        """This element and everything below it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.all()

    @property
    def said(self) -> str:
        """All words in and below this element."""
        return " ".join(filter(None, (node.words for node in self.all())))


@dataclass(frozen=True, slots=True)
class Listened:
    """A whole document. ``loose``: words outside of content and decoration; ``drawn``: in that order."""

    roots: tuple[Node, ...]
    loose: tuple[str, ...]
    bookmarks: tuple[str, ...]
    drawn: tuple[str, ...]

    def nodes(self) -> tuple[Node, ...]:
        """Every element in reading order."""
        return tuple(node for root in self.roots for node in root.all())

    def of(self, *roles: str) -> tuple[Node, ...]:
        """The elements of these types."""
        return tuple(node for node in self.nodes() if node.role in roles)


def listen(pdf: bytes) -> Listened:
    """The document as a screen reader goes through it."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        numbers = {page.obj.objgen: index for index, page in enumerate(document.pages)}
        words: dict[tuple[int, int], str] = {}
        loose: list[str] = []
        for index, page in enumerate(document.pages):
            _read_page(page, index, words, loose)
        kids = document.Root.StructTreeRoot.K
        roots = tuple(_node(kid, words, numbers) for kid in kids)
        with document.open_outline() as outline:
            bookmarks = tuple(_titles(outline.root))
    return Listened(roots, tuple(loose), bookmarks, tuple(words.values()))


def _titles(items: Any) -> Iterator[str]:
    for item in items:
        yield item.title
        yield from _titles(item.children)


def _node(element: Any, words: Marked, numbers: Mapping[tuple[int, int], int]) -> Node:
    own: list[str] = []
    kids: list[Node] = []
    for kid in element.get("/K", pikepdf.Array()):
        if kid.get("/Type") == "/MCR":
            own.append(words.get((numbers[kid.Pg.objgen], int(kid.MCID)), ""))
        else:
            kids.append(_node(kid, words, numbers))
    attributes = element.get("/A", pikepdf.Array())
    scope = next((str(each.Scope)[1:] for each in attributes if "/Scope" in each), "")
    return Node(
        str(element.S)[1:],
        " ".join(filter(None, own)),
        str(element.get("/Alt", "")),
        str(element.get("/Lang", "")),
        scope,
        tuple(kids),
    )


def _read_page(page: Any, index: int, words: dict[tuple[int, int], str], loose: list[str]) -> None:
    tables = {name: _characters(font) for name, font in page.Resources.Font.items()}
    open_marks: list[int | None] = []
    table: Mapping[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        match str(instruction.operator):
            case "BDC" | "BMC":
                open_marks.append(_number_of(operands))
            case "EMC":
                open_marks.pop()
            case "Tf":
                table = tables[str(operands[0])]
            case "Tj":
                shown = "".join(table[code] for code in bytes(operands[0]))
                if not open_marks:
                    loose.append(shown)
                elif open_marks[-1] is not None:
                    key = (index, open_marks[-1])
                    words[key] = f"{words[key]} {shown}" if key in words else shown


def _number_of(operands: Any) -> int | None:
    """The number of marked content; None for decoration."""
    properties = operands[1] if len(operands) > 1 else {}
    return int(properties["/MCID"]) if "/MCID" in properties else None


def _characters(font: Any) -> Mapping[int, str]:
    if "/ToUnicode" not in font:
        return {}
    table = font.ToUnicode.read_bytes().decode("ascii")
    return {int(code, 16): bytes.fromhex(to).decode("utf-16-be") for code, to in _BFCHAR.findall(table)}
