from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allcounsel.domain.errors import ErrorCode, KnownError
from allcounsel.services.ports import CaseRecord
from allcounsel.storage.case_store import SqliteCaseStore
from allcounsel.storage.database import open_store
from allcounsel.storage.handout_store import SqliteHandoutStore
from allcounsel.storage.release_store import SqliteReleaseStore
from unit.storage.examples import CASE, DIGEST, FILES, HANDOUT, NOON, PDF, a_case
from unit.storage.test_encoding import answers, moments

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
records = st.builds(
    CaseRecord,
    id=st.uuids().map(str),
    label=words,
    situation=words,
    answers=answers,
    release=st.just(DIGEST),
    status=words,
    group=st.none() | words,
    saved_at=moments,
    practice=st.booleans(),
)


@pytest.fixture(scope="module")
def one_store(tmp_path_factory):
    """One store for all examples of a law."""
    with open_store(tmp_path_factory.mktemp("law") / "store.db") as store:
        SqliteReleaseStore(store).add(DIGEST, "2026.1", FILES, NOON)
        yield store


@pytest.fixture
def cases(store):
    return SqliteCaseStore(store)


@given(records)
def test_save_then_open_gives_the_same_case_and_any_part_of_its_label_finds_it(one_store, record):
    cases = SqliteCaseStore(one_store)
    with one_store.writing() as db:
        db.execute("DELETE FROM cases")
    cases.save(record)
    assert cases.get(record.id) == record
    for text in (record.label, record.label[1:-1], record.label.swapcase()):
        if text.casefold() in record.label.casefold():
            assert cases.find(text) == (record,)


def test_the_same_id_again_replaces_and_the_handouts_stay(store, cases):
    cases.save(CASE)
    SqliteHandoutStore(store).add(HANDOUT, PDF)
    later = replace(CASE, status="final", answers={"phase": "induction"})
    cases.save(later)
    assert cases.find("") == (later,)
    assert SqliteHandoutStore(store).of_case(CASE.id) == (HANDOUT,)


def test_cases_are_found_newest_first(cases):
    for number in (2, 0, 3, 1):
        cases.save(a_case(number, label=f"A-{number}"))
    assert [case.label for case in cases.find("a-")] == ["A-3", "A-2", "A-1", "A-0"]
    assert [case.label for case in cases.find("")] == ["A-3", "A-2", "A-1", "A-0"]


def test_of_two_cases_saved_at_the_same_moment_the_later_comes_first(cases):
    for name in ("one", "two"):
        cases.save(replace(CASE, id=name, label=name))
    assert [case.id for case in cases.find("")] == ["two", "one"]


@pytest.mark.parametrize(
    ("text", "label"),
    [("%", "50%"), ("_", "a_b"), ("\\", "a\\b"), ("*", "a*"), ("'", "o'b"), ("ä", "ÄRZTE"), ("ß", "STRASSE")],
)
def test_signs_mean_themselves_and_letters_in_any_language_match(cases, text, label):
    cases.save(a_case(1, label=label))
    cases.save(a_case(2, label="other"))
    assert [case.label for case in cases.find(text)] == [label]


def test_a_case_without_a_label_is_found_only_among_all(cases):
    cases.save(a_case(1, label=""))
    assert len(cases.find("")) == 1
    assert cases.find("a") == ()


def test_no_such_case_is_a_key_error(cases):
    with pytest.raises(KeyError):
        cases.get("nobody")


def test_a_case_needs_a_release_that_is_in_the_store(cases):
    with pytest.raises(KeyError):
        cases.save(replace(CASE, release="f" * 64))
    assert cases.find("") == ()


def test_a_case_with_an_answer_that_cannot_be_written_leaves_the_saved_one(cases):
    cases.save(CASE)
    with pytest.raises(TypeError):
        cases.save(replace(CASE, answers={"wbc": object()}))
    assert cases.get(CASE.id) == CASE


@pytest.mark.parametrize(
    "change",
    [
        "answers = replace(answers, '49.95', '50.95')",
        "risk_group = 'high'",
        "label = 'B-1'",
        "answers = '{'",
        "saved_at = 'yesterday'",
        "release = release",
    ],
)
def test_a_case_that_was_changed_behind_our_back_is_not_shown(store, cases, change):
    cases.save(CASE)
    store.db.execute(f"UPDATE cases SET {change}")  # noqa: S608 - from the list above
    if change == "release = release":
        assert cases.get(CASE.id) == CASE
        return
    for look in (lambda: cases.get(CASE.id), lambda: cases.find("")):
        with pytest.raises(KnownError) as told:
            look()
        assert told.value.code is ErrorCode.STORE_DAMAGED
