from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import count

import pytest

from allcounsel.domain.errors import ErrorCode, KnownError
from allcounsel.services.case_library import NEVER_KEPT, AssessedBy, CaseLibrary, HandoutMade
from allcounsel.services.ports import StoreContents
from allcounsel.services.store_care import BackupMade, StoreCare, StoreRestored, StoreVerified

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
PROVISIONAL = AssessedBy(release="r1", status="provisional", group="standard")
MADE = HandoutMade("r1", "en", "large", "a4", grey=True, pages=3, confirmed_by="Dr Who")
ANSWERS = {"label": "A-17", "situation": "first_treatment", "wbc": {"value": Decimal("49.95")}}


class TickingClock:
    """Each look at it is a minute later."""

    def __init__(self):
        self._looks = count()

    def now(self):
        return NOON + timedelta(minutes=next(self._looks))

    def today(self) -> date:
        return NOON.date()


class CasesInMemory:
    def __init__(self):
        self.kept = {}

    def save(self, record):
        self.kept[record.id] = record

    def get(self, case_id):
        return self.kept[case_id]

    def find(self, text):
        return tuple(record for record in reversed(self.kept.values()) if text in record.label)


class HandoutsInMemory:
    def __init__(self):
        self.kept = {}

    def add(self, record, content):
        self.kept[record.id] = (record, content)

    def of_case(self, case_id):
        return tuple(record for record, _ in self.kept.values() if record.case_id == case_id)

    def content(self, handout_id):
        record, content = self.kept[handout_id]
        if hashlib.sha256(content).hexdigest() != record.sha256:
            raise KnownError(ErrorCode.HANDOUT_CHANGED, handout=handout_id)
        return content


@pytest.fixture
def handouts():
    return HandoutsInMemory()


@pytest.fixture
def library(handouts):
    ids = (f"id-{number}" for number in count(1))
    return CaseLibrary(CasesInMemory(), handouts, TickingClock(), lambda: next(ids))


def test_a_saved_case_holds_its_answers_and_what_assessed_it(library):
    record = library.save(ANSWERS, PROVISIONAL)
    assert library.open("id-1") == record
    assert (record.label, record.situation, record.answers) == ("A-17", "first_treatment", ANSWERS)
    assert (record.release, record.status, record.group) == ("r1", "provisional", "standard")
    assert (record.saved_at, record.practice) == (NOON, False)


def test_saving_a_case_again_takes_its_place_under_the_same_id(library):
    first = library.save(ANSWERS, PROVISIONAL)
    final = AssessedBy("r2", "final", "high")
    again = library.save({**ANSWERS, "phase": "induction"}, final, case_id=first.id)
    assert library.find() == (again,)
    assert again.id == first.id
    assert again.saved_at > first.saved_at


def test_two_new_cases_never_share_an_id(library):
    assert library.save(ANSWERS, PROVISIONAL).id != library.save(ANSWERS, PROVISIONAL).id


def test_what_is_done_to_the_answers_later_does_not_reach_the_saved_case(library):
    answers = dict(ANSWERS)
    library.save(answers, PROVISIONAL)
    answers["label"] = "B-1"
    assert library.open("id-1").answers["label"] == "A-17"


@pytest.mark.parametrize("answers", [{}, {"label": None}, {"label": 17}])
def test_a_case_without_a_label_gets_none(library, answers):
    assert library.save(answers, PROVISIONAL).label == ""


def test_a_practice_case_is_marked(library):
    assert library.save(ANSWERS, PROVISIONAL, practice=True).practice


@pytest.mark.parametrize("key", NEVER_KEPT)
def test_a_birth_date_is_never_stored(library, key):
    with pytest.raises(ValueError, match="never stored"):
        library.save({**ANSWERS, key: "2019-04-01"}, PROVISIONAL)
    assert library.find() == ()


def test_cases_are_found_by_what_was_typed_without_the_blanks_round_it(library):
    library.save(ANSWERS, PROVISIONAL)
    assert [record.label for record in library.find(" A-1 ")] == ["A-17"]
    assert library.find("B") == ()


def test_a_handout_is_kept_with_its_bytes_and_how_it_was_made(library):
    case = library.save(ANSWERS, PROVISIONAL)
    handout = library.keep_handout(case.id, b"%PDF", MADE)
    assert library.handouts(case.id) == (handout,)
    assert handout.sha256 == hashlib.sha256(b"%PDF").hexdigest()
    for name in ("release", "language", "size", "paper", "grey", "pages", "confirmed_by"):
        assert getattr(handout, name) == getattr(MADE, name)
    assert handout.made_at > case.saved_at


def test_an_exact_reprint_gives_the_bytes_that_were_given(library):
    case = library.save(ANSWERS, PROVISIONAL)
    handout = library.keep_handout(case.id, b"%PDF", MADE)
    library.save(ANSWERS, replace(PROVISIONAL, release="r2"), case_id=case.id)
    assert library.reprint(handout.id) == b"%PDF"


def test_a_handout_that_changed_is_not_reprinted(library, handouts):
    case = library.save(ANSWERS, PROVISIONAL)
    handout = library.keep_handout(case.id, b"%PDF", MADE)
    handouts.kept[handout.id] = (handout, b"%PDE")
    with pytest.raises(KnownError) as told:
        library.reprint(handout.id)
    assert told.value.code is ErrorCode.HANDOUT_CHANGED


# ---- looking after the store
GOOD = StoreContents(cases=2, handouts=1, releases=1)


class BackupsInMemory:
    path = "/clinic/store.db"

    def __init__(self):
        self.asked = []
        self.contents = GOOD

    def make(self, target):
        self.asked.append(("make", target))
        return self.contents

    def restore(self, source, moment, *, despite_problems=False):
        self.asked.append(("restore", source, moment, despite_problems))
        return "/clinic/store-until.db"

    def verify(self):
        return self.contents


@pytest.fixture
def backups():
    return BackupsInMemory()


@pytest.fixture
def care(backups):
    return StoreCare(backups, TickingClock())


def test_the_store_commands_answer_with_what_was_done(care, backups):
    assert care.path() == "/clinic/store.db"
    assert care.backup("b.db") == BackupMade("b.db", GOOD)
    assert care.restore("b.db") == StoreRestored("/clinic/store.db", "/clinic/store-until.db", GOOD)
    assert care.verify() == StoreVerified("/clinic/store.db", GOOD)
    assert backups.asked == [("make", "b.db"), ("restore", "b.db", NOON, False)]


def test_a_store_is_good_when_it_has_no_problem(care, backups):
    assert care.verify().good
    backups.contents = replace(GOOD, problems=("The file is damaged.",))
    assert not care.verify().good


def test_a_backup_with_problems_is_wanted_only_by_saying_so(care, backups):
    care.restore("b.db", despite_problems=True)
    assert backups.asked == [("restore", "b.db", NOON, True)]
