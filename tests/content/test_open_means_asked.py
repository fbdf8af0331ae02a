"""A paper calls only that "not known yet" which is asked of this child: without a relapse, none of it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest

from allcounsel.domain.condition import AllOf, AnyOf, Compare, Condition, Named, Not, Said, StillOpen, Verdict
from allcounsel.domain.handout import Handout, SectionPlan, pieces_of
from allcounsel.domain.ids import FeatureId
from allcounsel.domain.release import ContentRelease
from helpers.papers import paper_of
from helpers.shipped import release, with_sections

NEVER: Condition = AnyOf(())


def features_in(condition: Condition) -> Iterator[str]:
    """Every question that a condition looks at, through the rows that it names."""
    match condition:
        case Compare():
            yield condition.feature
        case AllOf() | AnyOf():
            for part in condition.parts:
                yield from features_in(part)
        case Not() | Said() | StillOpen():
            yield from features_in(condition.part)
        case Named():
            yield from features_in(release().rules.by_id[condition.rule].when)
        case Verdict():
            yield from features_in(condition.yes)
            yield from features_in(condition.no)


def is_asked(condition: Condition, situation: str) -> bool:
    """Whether anything that a condition looks at is asked in a situation; results and ages always are."""
    dictionary = release().dictionary
    looked_at = {name for name in features_in(condition) if FeatureId(name) in dictionary}
    return not looked_at or any(situation in dictionary[FeatureId(name)].asked_in for name in looked_at)


def narrowed(condition: Condition, situation: str) -> Condition:
    """The same condition in which nothing is open that is not asked in this situation."""
    match condition:
        case StillOpen():
            return condition if is_asked(condition.part, situation) else NEVER
        case AllOf() | AnyOf():
            return replace(condition, parts=tuple(narrowed(part, situation) for part in condition.parts))
        case Not() | Said():
            return replace(condition, part=narrowed(condition.part, situation))
        case _:
            return condition


def narrowed_content(content: ContentRelease, situation: str) -> ContentRelease:
    def plan(section: SectionPlan) -> SectionPlan:
        sentences = tuple(
            replace(one, when=narrowed(one.when, situation)) if one.when else one for one in section.sentences
        )
        when = narrowed(section.when, situation) if section.when else None
        return replace(section, sentences=sentences, when=when)

    return with_sections(content, map(plan, content.sections))


def said(handout: Handout) -> set[str]:
    return {
        piece.id for section in handout.sections for block in section.blocks for piece in pieces_of(block)
    }


def documents() -> Iterator[tuple[str, dict[str, object]]]:
    for situation in release().situations:
        for years in situation.ages:
            yield situation.id, {**situation.case, "age_at_diagnosis": {"years": years}}
    yield from ((child.name, dict(child.case)) for child in release().practice_children)


def wrongly_open(content: ContentRelease) -> dict[str, set[str]]:
    """By child: what is said to be open, and is not asked of this child."""
    found = {}
    for name, document in documents():
        kind = str(document["situation"])
        printed, asked = paper_of(document, content=content), narrowed_content(content, kind)
        if printed and (more := said(printed.handout) - said(paper_of(document, content=asked).handout)):
            found[name] = more
    return found


def test_nothing_is_called_open_that_is_not_asked(capsys):
    found = wrongly_open(release())
    with capsys.disabled():
        count = len(list(documents()))
        sys.stdout.write(f"\n{count} papers, {len(found)} that call open what is not asked\n")
    assert found == {}


@pytest.mark.parametrize("name", ["about.back.open", "road.relapse.open"])
def test_a_sentence_that_forgets_the_situation_is_found(name):
    place = StillOpen(Compare("relapse.sites", "includes", "marrow"))
    plans = [
        replace(
            plan,
            sentences=tuple(replace(one, when=place) if one.id == name else one for one in plan.sentences),
        )
        for plan in release().sections
    ]
    found = wrongly_open(with_sections(release(), plans))
    assert found["standard"] == {name}
    assert "relapse_marrow" not in found
