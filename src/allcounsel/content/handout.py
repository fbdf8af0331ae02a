"""The structure of the handout: cards, their sections, and which sentence prints when."""

from __future__ import annotations

from collections.abc import Mapping

from allcounsel.content.conditions import ConditionReader
from allcounsel.content.features import cited
from allcounsel.content.fields import Taker, did_you_mean, entries
from allcounsel.content.reader import Problems, Value
from allcounsel.domain.handout import ICON_ARRAY, READERS, CardPlan, SectionPlan, Sentence, Share
from allcounsel.domain.icon_array import PATTERNS
from allcounsel.domain.pictures import SUBJECTS

KINDS = ("heading", "sentence", "list", "step", "label", "lines", "picture", ICON_ARRAY)


def read_cards(
    value: Value | None, sections: Mapping[str, SectionPlan], problems: Problems
) -> tuple[CardPlan, ...]:
    """The cards in their order; every section belongs to exactly one."""
    cards: list[CardPlan] = []
    placed: list[str] = []
    for taker in entries(value, problems):
        line = taker.mapping.line
        names = taker.texts("sections", required=True)
        for name in names:
            if name not in sections:
                problems.add(line, f"unknown section '{name}'{did_you_mean(name, sections)}")
            elif name in placed:
                problems.add(line, f"section '{name}' belongs to two cards")
            placed.append(name)
        found = tuple(sections[name] for name in names if name in sections)
        card = CardPlan(taker.text("id"), taker.flag("always"), taker.flag("lines"), found)
        problems.place("card", card.id, line)
        taker.rest()
        cards.append(card)
    for name in sorted(set(sections) - set(placed)):
        problems.add(1, f"section '{name}' belongs to no card")
    return tuple(cards)


def read_section(value: Value | None, conditions: ConditionReader, problems: Problems) -> SectionPlan:
    """One section file."""
    taker = Taker(value, 1, problems)
    section = SectionPlan(
        taker.text("section"),
        taker.one_of("reader", READERS),
        conditions.read_optional(taker),
        tuple(_sentence(entry, conditions) for entry in entries(taker.required("items"), problems)),
    )
    taker.rest()
    return section


def _sentence(taker: Taker, conditions: ConditionReader) -> Sentence:
    level = taker.integer("level")
    kind = taker.one_of("as", KINDS)
    sentence = Sentence(
        id=taker.text("id"),
        kind=kind,
        when=conditions.read_optional(taker),
        sources=cited(taker),
        starts=taker.flag("starts"),
        level=2 if level is None else level,
        subject=taker.one_of("subject", SUBJECTS) if kind == "picture" else "",
        parts=_shares(taker),
    )
    taker.problems.place("sentence", sentence.id, taker.mapping.line)
    taker.rest()
    return sentence


def _shares(taker: Taker) -> tuple[Share, ...]:
    """The parts of an array of circles: one for each pattern, none without a circle."""
    if taker.mapping.get("as") != ICON_ARRAY:
        return ()
    takers = entries(taker.required("parts"), taker.problems)
    shares = tuple(Share(part.text("id"), part.integer("share") or 0) for part in takers)
    for part, share in zip(takers, shares, strict=True):
        part.rest()
        if share.share <= 0:
            taker.problems.add(part.line("share"), "'share' has to be a whole number above 0")
    if len(shares) != len(PATTERNS):
        taker.problems.add(taker.line("parts"), f"an array of circles has {len(PATTERNS)} parts")
    return shares
