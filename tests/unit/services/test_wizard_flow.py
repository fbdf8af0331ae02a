"""The wizard's pages follow the situation, screens stay small, and nothing is asked that does not apply."""

from __future__ import annotations

import pytest

from allcounsel.domain.answers import Absent, GeneResult
from allcounsel.domain.case import Case
from allcounsel.domain.feature import Feature, FeatureDictionary, FeatureKind
from allcounsel.domain.ids import FeatureId
from allcounsel.domain.release import Page
from allcounsel.services.wizard_flow import ROWS, WizardFlow

FIRST = ("first_treatment", "refractory")


def question(name, kind=FeatureKind.CHOICE, **more):
    return Feature(FeatureId(name), kind, "", (), **more)


GENE = question(
    "genetics.a",
    FeatureKind.GENE,
    options=("detected", "not_detected", "failed"),
    open_options=("failed",),
)
FEATURES = (
    question("situation", required=True),
    question("label", FeatureKind.TEXT),
    *(question(f"blood{number}") for number in range(4)),
    *(question(f"csf.{number}") for number in range(4)),
    question("testicle"),
    GENE,
    *(question(f"genetics.b{number}") for number in range(12)),
    question("start", FeatureKind.DATE),
    question("slow", asked_in=FIRST),
    question("slow_how", FeatureKind.TEXT, companion_of=FeatureId("slow"), asked_in=FIRST),
    *(question(f"relapse.{number}", asked_in=("relapse",)) for number in range(3)),
    question("medicines", FeatureKind.MULTI),
)
PAGES = {
    "child": ["label", "situation"],
    "blood": [f"blood{n}" for n in range(4)] + [f"csf.{n}" for n in range(4)] + ["testicle"],
    "genes": ["genetics.a"] + [f"genetics.b{n}" for n in range(12)],
    "response": ["start", "slow", "slow_how"],
    "relapse": [f"relapse.{n}" for n in range(3)],
    "talk": ["medicines"],
}


@pytest.fixture
def flow():
    pages = tuple(Page(name, tuple(map(FeatureId, listed))) for name, listed in PAGES.items())
    return WizardFlow(pages, FeatureDictionary(FEATURES))


def ids(features):
    return [feature.id for feature in features]


@pytest.mark.parametrize(
    ("situation", "pages"),
    [
        ("", ("child", "blood", "genes", "response")),
        ("first_treatment", ("child", "blood", "genes", "response")),
        ("refractory", ("child", "blood", "genes", "response")),
        ("relapse", ("child", "blood", "genes", "relapse")),
    ],
)
def test_the_pages_follow_the_situation(flow, situation, pages):
    assert flow.pages(situation) == pages


def test_the_questions_of_the_talk_are_no_page(flow):
    assert "medicines" not in {feature.id for part in flow.all_parts("relapse") for feature in part.features}


def test_a_page_left_with_one_question_hands_it_to_the_next(flow):
    assert ids(flow.features("relapse", "relapse")) == ["start", "relapse.0", "relapse.1", "relapse.2"]
    assert flow.features("response", "relapse") == ()


@pytest.mark.parametrize("situation", ["", "first_treatment", "refractory", "relapse"])
def test_every_question_that_applies_stands_on_exactly_one_small_screen(flow, situation):
    parts = flow.all_parts(situation)
    assert all(1 <= len(part.features) <= ROWS for part in parts)
    on_screens = [feature.id for part in parts for feature in part.features]
    assumed = situation or "first_treatment"
    asked = {f.id for f in FEATURES if assumed in f.asked_in} - {"medicines"}
    assert sorted(on_screens) == sorted(asked)


def test_a_small_family_of_questions_stays_together(flow):
    screens = [ids(part.features) for part in flow.parts("blood", "")]
    assert screens == [
        ["blood0", "blood1", "blood2", "blood3"],
        ["csf.0", "csf.1", "csf.2", "csf.3", "testicle"],
    ]


def test_a_long_page_falls_into_even_screens(flow):
    assert [len(part.features) for part in flow.parts("genes", "")] == [5, 5, 3]


def test_a_question_is_found_on_its_screen(flow):
    part = flow.part_of(FeatureId("csf.2"), "relapse")
    assert (part.page, part.number, part.count) == ("blood", 1, 2)
    assert flow.part_of(FeatureId("slow"), "relapse") is None


def test_progress_tells_waiting_from_not_known(flow):
    case = (
        Case()
        .with_answer(FeatureId("genetics.a"), GeneResult("failed"))
        .with_answer(FeatureId("genetics.b1"), Absent.PENDING)
        .with_answer(FeatureId("genetics.b2"), "yes")
        .with_answer(FeatureId("genetics.b3"), Absent.UNKNOWN)
    )
    progress = flow.progress("genes", case)
    assert (progress.answered, progress.waiting, progress.unknown) == (1, 2, 10)
    assert progress.started
    assert not flow.progress("blood", case).started


def test_a_completing_question_counts_only_after_a_yes(flow):
    slow = FeatureId("slow")
    assert flow.progress("response", Case().with_answer(slow, "no")).unknown == 1
    assert flow.progress("response", Case().with_answer(slow, "yes")).unknown == 2


def test_what_could_still_change_the_result_is_open_whether_or_not_anybody_said_so(flow):
    changing = frozenset(map(FeatureId, ("genetics.a", "genetics.b1", "genetics.b2", "genetics.b3")))
    case = (
        Case()
        .with_answer(FeatureId("genetics.a"), GeneResult("failed"))
        .with_answer(FeatureId("genetics.b1"), Absent.UNKNOWN)
    )
    progress = flow.progress("genes", case, changing)
    assert (progress.waiting, progress.deciding, progress.unknown) == (1, 3, 9)
    assert progress.open == 4
    assert flow.progress("genes", case).open == 1


def test_saying_not_known_starts_a_page(flow):
    assert flow.progress("blood", Case().with_answer(FeatureId("blood0"), Absent.UNKNOWN)).started


def test_the_first_open_question_is_the_first_on_the_way(flow):
    waiting = Case().with_answer(FeatureId("genetics.a"), Absent.PENDING)
    assert flow.first_open(Case(), frozenset()) is None
    assert flow.first_open(waiting, frozenset()) == "genetics.a"
    assert flow.first_open(waiting, frozenset({FeatureId("blood2")})) == "blood2"
    assert flow.first_open(Case(), frozenset({FeatureId("slow_how")})) is None  # it has no place yet
