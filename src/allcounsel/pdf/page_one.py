"""Page one: group, why, what is open, what to do, and always the call box, whatever must move on for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from allcounsel.domain.handout import (
    Block,
    Bullets,
    CallBox,
    GroupBox,
    Heading,
    OpenBox,
    Paragraph,
    SideBySide,
)
from allcounsel.pdf.blocks import blocks_slabs
from allcounsel.pdf.boxes import call_box, group_box
from allcounsel.pdf.flow import stacked
from allcounsel.pdf.slab import Press, Slab
from allcounsel.pdf.structure import Element

_Part = tuple[Block, ...]
_AIR = (1.0, 0.85, 0.7, 0.55)
"""How wide the gaps between blocks may be; narrower ones are tried before anything leaves the page."""


@dataclass(frozen=True, slots=True)
class PageOne:
    """What stands on page one, and what flows on after it."""

    slabs: tuple[Slab, ...]
    rest: tuple[Slab, ...]


@dataclass(frozen=True, slots=True)
class _Plan:
    """One way to fill the page. ``signs``: how many the call box holds; ``compact``: ring and group line."""

    here: tuple[_Part, ...]
    after: tuple[_Part, ...]
    compact: bool = False
    signs: int | None = None


def lay_page_one(press: Press, blocks: Sequence[Block], room: float) -> PageOne:
    """The fullest page one that fits; the text is never made smaller, and the call box never leaves."""
    parts = tuple(_parts(blocks))
    slabs: tuple[Slab, ...] = ()
    plan = _Plan((), ())
    for plan in (_fullest(press, parts, room), *_barer(parts)):
        for air in _AIR:
            slabs = _here(press.with_air(air), plan, room)
            if stacked(slabs, at_top=True) <= room:
                return PageOne(slabs, _rest(press, plan, room))
    # Absurdly long words: only here is anything made smaller, because the call box may not leave page one.
    return PageOne(squeezed(slabs, room), _rest(press, plan, room))


def squeezed(slabs: Sequence[Slab], room: float) -> tuple[Slab, ...]:
    """The slabs so much smaller that they fit."""
    part = room / stacked(slabs, at_top=True)
    return tuple(
        replace(slab, height=slab.height * part, before=slab.before * part, scale=slab.scale * part)
        for slab in slabs
    )


def _parts(blocks: Sequence[Block]) -> Iterator[_Part]:
    """Blocks that only make sense together: a heading with what it heads, each box alone."""
    held: list[Block] = []
    for block in blocks:
        starts = not isinstance(block, Paragraph | Bullets) or not held
        if held and starts and not (isinstance(held[-1], Heading) and not isinstance(block, Heading)):
            yield tuple(held)
            held = []
        held.append(block)
        if isinstance(block, Heading) and block.level == 1:
            yield tuple(held)
            held = []
    if held:
        yield tuple(held)


def _fullest(press: Press, parts: tuple[_Part, ...], room: float) -> _Plan:
    """Title, group, call box and what to do; then what is open, shared with the next page; then the rest."""
    kept = [part for part in parts if _lasts(part)]

    def fits(part: _Part, among: tuple[_Part, ...]) -> bool:
        tried = tuple(each for each in among if each in kept or each is part)
        slabs = _here(press.with_air(_AIR[-1]), _Plan(tried, ()), room)
        return stacked(slabs, at_top=True) <= room

    kept += [part for part in parts if _is(part, SideBySide) and fits(part, parts)]
    carried: tuple[_Part, ...] = ()
    for part in [part for part in parts if _is(part, OpenBox)]:
        for first, rest in _shares(part):
            shared = tuple(first if each is part else each for each in parts)
            if fits(first, shared):
                kept, parts, carried = [*kept, first], shared, (rest,) if rest else ()
                break
    for part in parts:
        if part not in kept and not _is(part, OpenBox) and fits(part, parts):
            kept.append(part)
    here = tuple(part for part in parts if part in kept)
    return _Plan(here, (*carried, *(part for part in parts if part not in kept)))


def _shares(part: _Part) -> Iterator[tuple[_Part, _Part]]:
    """The box of what is open whole, then with ever fewer rows; it says where the others are."""
    yield part, ()
    box = part[0]
    if isinstance(box, OpenBox):
        for count in range(len(box.rows) - 1, 0, -1):
            first = replace(box, rows=box.rows[:count], closing=box.goes_on)
            yield (first,), (replace(box, rows=box.rows[count:]),)


def _barer(parts: tuple[_Part, ...]) -> Iterator[_Plan]:
    """For large text: ring and group line only; then without the title; then with fewer signs in the box."""
    calls = tuple(part for part in parts if _is(part, CallBox))
    groups = tuple(part for part in parts if _is(part, GroupBox))
    titles = tuple(part for part in parts if _is_title(part))
    others = tuple(part for part in parts if not _lasts(part))
    sentences = tuple(part for group in groups if (part := _sentences(group)))
    yield _Plan((*titles, *groups, *calls), (*sentences, *others), compact=True)
    yield _Plan((*groups, *calls), (*titles, *sentences, *others), compact=True)
    most = max(
        (len(block.signs) for part in calls for block in part if isinstance(block, CallBox)), default=0
    )
    for count in range(most - 1, -1, -1):
        after = (*(_left_signs(part, count) for part in calls), *titles, *sentences, *others)
        yield _Plan((*groups, *calls), after, compact=True, signs=count)


def _lasts(part: _Part) -> bool:
    """Whether it stays on page one as long as it can."""
    return _is_title(part) or _is(part, GroupBox) or _is(part, CallBox)


def _is(part: _Part, kind: type[Block]) -> bool:
    return any(isinstance(block, kind) for block in part)


def _is_title(part: _Part) -> bool:
    return isinstance(part[0], Heading) and part[0].level == 1


def _sentences(part: _Part) -> _Part:
    return tuple(Paragraph(block.pieces) for block in part if isinstance(block, GroupBox) and block.pieces)


def _left_signs(part: _Part, count: int) -> _Part:
    """The signs that page one has no room for, in a box under the same heading: it is printed twice."""
    return tuple(
        replace(block, numbers=(), signs=block.signs[count:], closing=())
        for block in part
        if isinstance(block, CallBox)
    )


def _here(press: Press, plan: _Plan, room: float) -> tuple[Slab, ...]:
    return tuple(slab for part in plan.here for slab in _part_slabs(press, part, plan, room))


def _rest(press: Press, plan: _Plan, room: float) -> tuple[Slab, ...]:
    # A part of its own: what is read after it may stand between the two.
    press = press.inside(Element("Sect", press.under.parent))
    return tuple(slab for part in plan.after for slab in blocks_slabs(press, part, room))


def _part_slabs(press: Press, part: _Part, plan: _Plan, room: float) -> tuple[Slab, ...]:
    match part:
        case (GroupBox() as box,) if plan.compact:
            return (group_box(press, box, compact=True),)
        case (CallBox() as box,):
            return (call_box(press, box, plan.signs),)
        case _:
            return blocks_slabs(press, part, room)
