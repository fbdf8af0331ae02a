"""What each thing on a page is, for people who listen to it: a tree of elements, and ink that belongs to one.

Elements are told apart by identity: a paragraph that goes on over three pages is one element with three inks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from allcounsel.domain.primitives import Primitive


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """One element of the tree: a standard structure type of PDF and what it belongs to.

    ``words``: what stands for a picture. ``title``: how a bookmark calls a heading. ``language``: where it is
    another than the document's. ``attributes``: by owner, as (owner, key, value).
    """

    role: str
    parent: Element | None = None
    words: str = ""
    title: str = ""
    language: str = ""
    attributes: tuple[tuple[str, str, str], ...] = ()

    def child(self, role: str, *attributes: tuple[str, str, str]) -> Element:
        """A new element below this one."""
        return Element(role, self, attributes=attributes)

    @property
    def level(self) -> int | None:
        """Level of a heading, from 1; None for anything else."""
        return int(self.role[1:]) if self.role[:1] == "H" and self.role[1:].isdigit() else None


@dataclass(frozen=True, slots=True)
class Ink:
    """Shapes that say what one element says; shapes outside of any ink are decoration."""

    element: Element
    shapes: tuple[Primitive, ...]


Drawn = Primitive | Ink


@dataclass(frozen=True, slots=True)
class Strand:
    """Neighbouring shapes of one element, or of none."""

    element: Element | None
    shapes: tuple[Primitive, ...]


def strands(drawn: Iterable[Drawn]) -> Iterator[Strand]:
    """Shapes in the order in which they are drawn, parted where the element changes."""
    loose: list[Primitive] = []
    for item in drawn:
        if not isinstance(item, Ink):
            loose.append(item)
            continue
        if loose:
            yield Strand(None, tuple(loose))
            loose = []
        if item.shapes:
            yield Strand(item.element, item.shapes)
    if loose:
        yield Strand(None, tuple(loose))


def shapes_of(drawn: Iterable[Drawn]) -> Iterator[Primitive]:
    """All shapes, whatever they belong to."""
    for strand in strands(drawn):
        yield from strand.shapes


@dataclass(slots=True)
class Branch:
    """An element as it stands in the finished tree: what lies below it, in reading order."""

    element: Element
    kids: list[Branch | Mark] = field(default_factory=list)
    role: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """One piece of marked content: the page it is on, counted from 0, and its number there."""

    page: int
    number: int


class Tree:
    """The elements in the order in which they were first drawn."""

    def __init__(self) -> None:
        self.roots: list[Branch] = []
        self._branches: dict[Element, Branch] = {}
        self._level = 0

    def add(self, element: Element, mark: Mark) -> Branch:
        """An element has been drawn there."""
        branch = self._branch(element)
        branch.kids.append(mark)
        return branch

    def _branch(self, element: Element) -> Branch:
        found = self._branches.get(element)
        if found is None:
            found = self._branches[element] = Branch(element, role=self._role(element))
            above = self._branch(element.parent).kids if element.parent else self.roots
            above.append(found)
        return found

    def _role(self, element: Element) -> str:
        """A heading is never more than one level below the one before it, and the first is of level 1."""
        if element.level is None:
            return element.role
        self._level = min(element.level, self._level + 1)
        return f"H{self._level}"
