"""The structure of the handout: sections, and which sentence prints when."""

from __future__ import annotations

from allcounsel.content.conditions import ConditionReader
from allcounsel.content.features import cited
from allcounsel.content.fields import Taker, entries
from allcounsel.content.reader import Problems, Value
from allcounsel.domain.handout import SectionPlan, Sentence

KINDS = ("heading", "sentence", "list", "label", "lines")


def read_section(value: Value | None, conditions: ConditionReader, problems: Problems) -> SectionPlan:
    """One section file."""
    taker = Taker(value, 1, problems)
    section = SectionPlan(
        taker.text("section"),
        conditions.read_optional(taker),
        taker.flag("new_page"),
        taker.flag("fills_page_two"),
        tuple(_sentence(entry, conditions) for entry in entries(taker.required("items"), problems)),
    )
    taker.rest()
    return section


def _sentence(taker: Taker, conditions: ConditionReader) -> Sentence:
    level = taker.integer("level")
    sentence = Sentence(
        id=taker.text("id"),
        kind=taker.one_of("as", KINDS),
        when=conditions.read_optional(taker),
        sources=cited(taker),
        starts=taker.flag("starts"),
        level=2 if level is None else level,
    )
    taker.problems.place("sentence", sentence.id, taker.mapping.line)
    taker.rest()
    return sentence
