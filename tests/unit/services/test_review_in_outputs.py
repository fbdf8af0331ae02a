"""From the day after the review date on, every output of the program says so; before that, none does."""

from __future__ import annotations

import json
import re
import sys
from datetime import date

import pytest

from allcounsel.domain.handout import PaperChoices
from allcounsel.domain.release import ContentRelease
from allcounsel.services.assessment_file import assessment_document, assessment_lines
from allcounsel.services.case_file import to_json
from allcounsel.services.clinic_file import read_clinic
from allcounsel.services.compose_handout import Frame
from allcounsel.services.currency import review_words
from allcounsel.services.diagram_svg import diagram_svg
from allcounsel.services.export_handout import HandoutOrder, make_handout
from allcounsel.services.palette import PAPER
from allcounsel.services.pathway_picture import picture_plan
from allcounsel.services.schemas import assessment_schema
from allcounsel.services.words import Words
from helpers import sample_roads
from helpers.json_schema import faults
from helpers.review_days import DAYS, PAST, says_review_was_due, silent
from helpers.shipped import ALL_CLEAR, assess, case, engine, release

MEASURE = sample_roads.measure()


def terminal(content: ContentRelease, today: date) -> str:
    return "\n".join(assessment_lines(assess(ALL_CLEAR), Words(content), today))


def document(content: ContentRelease, today: date) -> str:
    made = assessment_document(assess(ALL_CLEAR), content, Words(content), today)
    return json.dumps(json.loads(to_json(made))["content"], ensure_ascii=False)


def window(content: ContentRelease, today: date) -> str:
    return review_words(Words(content), today)[1]


def picture(content: ContentRelease, today: date) -> str:
    plan = picture_plan(assess(ALL_CLEAR), content, Words(content), MEASURE, today)
    return re.sub(r"<[^>]+>", " ", diagram_svg(plan, PAPER))


def foot(content: ContentRelease, today: date) -> str:
    return " ".join(piece.plain for piece in handout(content, today).foot)


def handout(content: ContentRelease, today: date):
    clinic = read_clinic(content.practice_clinic).clinic
    order = HandoutOrder(case(ALL_CLEAR), clinic, PaperChoices(), "Dr P", frozenset())
    return make_handout(order, content, engine(), today, MEASURE, Frame(493.0, 500.0))


OUTPUTS = {"terminal": terminal, "json": document, "window": window, "picture": picture, "foot": foot}


@pytest.mark.parametrize("output", OUTPUTS)
def test_an_output_says_so_from_the_day_after_the_review_date_on_and_not_before(output):
    said = {name: says_review_was_due(OUTPUTS[output](release(), day)) for name, day in DAYS.items()}
    assert said == {
        "the day before": False,
        "the review date": False,
        "the day after": True,
        "long after": True,
    }


@pytest.mark.parametrize("output", OUTPUTS)
def test_words_that_are_lost_are_noticed(output):
    assert not [day for day in DAYS.values() if says_review_was_due(OUTPUTS[output](silent(), day))]


def test_long_after_the_words_are_stronger():
    months = f"more than {release().info.long_past_after_months} months ago"
    for day in DAYS.values():
        strong = day == PAST[-1]
        assert (months in terminal(release(), day)) is strong
        last = " ".join(piece.plain for piece in handout(release(), day).pieces())
        assert (months in last) is strong


def test_the_last_section_names_the_next_check_and_once_it_is_past_asks_the_team():
    for day in DAYS.values():
        pieces = {piece.id for piece in handout(release(), day).pieces()}
        assert ("sources.review.fresh" in pieces) is (day not in PAST)
        assert ("sources.review.ask" in pieces) is (day in PAST)


@pytest.mark.parametrize("day", DAYS.values(), ids=list(DAYS))
def test_the_json_fits_its_schema_on_every_day_and_renames_nothing(day):
    schema = json.loads(to_json(assessment_schema(release())))
    made = json.loads(to_json(assessment_document(assess(ALL_CLEAR), release(), Words(release()), day)))
    assert list(faults(made, schema)) == []
    assert list(made["content"])[:4] == ["version", "checked", "review_due", "hash"]
    assert set(made["content"]) - {"version", "checked", "review_due", "hash"} == (
        {"note"} if day in PAST else set()
    )


def test_the_figure_of_outputs(capsys):
    told = sum(says_review_was_due(OUTPUTS[name](release(), day)) for name in OUTPUTS for day in PAST)
    with capsys.disabled():
        sys.stdout.write(f"\n{told} of {len(OUTPUTS) * len(PAST)} outputs past the review date say so\n")
    assert told == len(OUTPUTS) * len(PAST)
