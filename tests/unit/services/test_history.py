"""Each step can be taken back and done again, as often as there were steps, and never further."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from allcounsel.domain.case import LABEL, SITUATION, Case
from allcounsel.domain.ids import FeatureId
from allcounsel.services.history import History, changed_between

LABELS = st.lists(st.text("abc", min_size=1, max_size=2), min_size=1, max_size=8)


def walked(labels):
    """The cases one after another, and the history of the last."""
    cases, history = [Case()], History()
    for label in labels:
        history = history.stepped_from(cases[-1])
        cases.append(cases[-1].with_answer(LABEL, label))
    return cases, history


@given(LABELS)
def test_every_step_is_taken_back_in_turn_and_then_there_is_nothing_left(labels):
    cases, history = walked(labels)
    now = cases[-1]
    for case in reversed(cases[:-1]):
        now, history = history.undone(now)
        assert now == case
    assert history.undone(now) == (now, history)


@given(LABELS, st.integers(1, 8))
def test_what_was_taken_back_is_done_again_in_turn(labels, back):
    cases, history = walked(labels)
    now = cases[-1]
    for _ in range(min(back, len(labels))):
        now, history = history.undone(now)
    for _ in range(min(back, len(labels))):
        now, history = history.redone(now)
    assert now == cases[-1]
    assert history.redone(now) == (now, history)


def test_a_new_step_forgets_what_had_been_taken_back():
    cases, history = walked(["a", "b"])
    now, history = history.undone(cases[-1])
    history = history.stepped_from(now)
    assert history.after == ()


def test_what_differs_between_two_cases_is_named_in_the_order_that_is_wanted():
    order = (SITUATION, LABEL, FeatureId("lineage"))
    one = Case().with_answer(LABEL, "a").with_answer(SITUATION, "relapse")
    assert changed_between(Case(), one, order) == (SITUATION, LABEL)
    assert changed_between(one, one.with_answer(LABEL, "b"), order) == (LABEL,)
    assert changed_between(one, one, order) == ()
