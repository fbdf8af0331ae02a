"""Fills pages with slabs: what belongs together stays together as long as a page can hold it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from allcounsel.pdf.slab import Keep, Slab


@dataclass(frozen=True, slots=True)
class Placed:
    """A slab at its height on a page. ``scale``: below 1 only for what no page could hold."""

    slab: Slab
    y: float
    scale: float = 1.0


Page = tuple[Placed, ...]


@dataclass(slots=True)
class Pages:
    """Pages as they fill up."""

    room: float
    _pages: list[list[Placed]] = field(default_factory=list)
    _used: float = 0.0
    _landed: list[int] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many pages there are so far."""
        return len(self._pages)

    @property
    def left(self) -> float:
        """Room that is left on the page under way."""
        return self.room - self._used

    @property
    def used(self) -> float:
        """Height that is taken on the page under way."""
        return self._used

    @property
    def finished(self) -> tuple[Page, ...]:
        """All pages."""
        return tuple(tuple(page) for page in self._pages if page)

    def new_page(self) -> None:
        """Go on at the top of a page: the next one, unless this one is still empty."""
        if not self._pages or self._pages[-1]:
            self._pages.append([])
            self._used = 0.0

    def add(self, slabs: Iterable[Slab]) -> int:
        """Place slabs one below the other, on as many pages as it takes; the page of the first, from 1."""
        if not self._pages:
            self.new_page()
        before = len(self._landed)
        for chunk in _chunks(tuple(slabs), Keep.TOGETHER):
            self._place(chunk, Keep.TOGETHER)
        return self._landed[before] if len(self._landed) > before else self.count

    def _place(self, chunk: Sequence[Slab], keep: Keep) -> None:
        if self._used + stacked(chunk, at_top=not self._used) <= self.room + 0.01:
            for slab in chunk:
                self._put(slab)
        elif all(slab.spare for slab in chunk) and self._used:
            return
        elif stacked(chunk, at_top=True) <= self.room and self._used:
            self.new_page()
            self._place(chunk, keep)
        elif len(chunk) > 1:
            self._place_apart(chunk, keep)
        elif self._used:
            self.new_page()
            self._place(chunk, keep)
        else:
            self._put(chunk[0])

    def _place_apart(self, chunk: Sequence[Slab], keep: Keep) -> None:
        """More than a page holds: let go of what only should stay together, then of everything."""
        parts = _chunks(chunk, Keep.ALWAYS) if keep is Keep.TOGETHER else tuple((slab,) for slab in chunk)
        for part in parts:
            self._place(part, Keep.ALWAYS)

    def _put(self, slab: Slab) -> None:
        page = self._pages[-1]
        y = self._used + (slab.before if page else 0.0)
        scale = min(1.0, (self.room - y) / slab.height) if slab.height > self.room - y + 0.01 else 1.0
        page.append(Placed(slab, y, scale))
        self._landed.append(self.count)
        self._used = y + slab.height * scale


def stacked(slabs: Sequence[Slab], *, at_top: bool) -> float:
    """Height of slabs one below the other; at the top of a page the first gap falls away."""
    if not slabs:
        return 0.0
    height = sum(slab.height + slab.before for slab in slabs)
    return height - (slabs[0].before if at_top else 0.0)


def _chunks(slabs: Sequence[Slab], firm: Keep) -> tuple[tuple[Slab, ...], ...]:
    """Slabs that hold on to the next one at least that firmly, in one chunk each."""
    found: list[list[Slab]] = [[]]
    for slab in slabs:
        found[-1].append(slab)
        if slab.keep < firm:
            found.append([])
    return tuple(tuple(chunk) for chunk in found if chunk)
