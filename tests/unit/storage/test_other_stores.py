from __future__ import annotations

from dataclasses import replace

import pytest
import sqlcipher3.dbapi2 as sqlite3
from hypothesis import given
from hypothesis import strategies as st

from allcounsel.domain.errors import ErrorCode, KnownError
from allcounsel.storage.case_store import SqliteCaseStore
from allcounsel.storage.handout_store import SqliteHandoutStore
from allcounsel.storage.release_store import SqliteReleaseStore
from allcounsel.storage.settings_store import SqliteSettingsStore
from unit.storage.examples import CASE, DIGEST, FILES, HANDOUT, NOON, PDF, a_handout, digest_of


# ---- handouts
@pytest.fixture
def handouts(store):
    SqliteCaseStore(store).save(CASE)
    return SqliteHandoutStore(store)


def test_a_handout_comes_back_byte_for_byte(handouts):
    handouts.add(HANDOUT, PDF)
    assert handouts.content(HANDOUT.id) == PDF
    assert handouts.of_case(CASE.id) == (HANDOUT,)


def test_the_handouts_of_a_case_come_newest_first(handouts, store):
    SqliteCaseStore(store).save(replace(CASE, id="another"))
    handouts.add(a_handout(9, b"x", case_id="another"), b"x")
    for number in (1, 3, 2):
        handouts.add(a_handout(number, b"y"), b"y")
    assert [handout.id for handout in handouts.of_case(CASE.id)] == ["handout-3", "handout-2", "handout-1"]


@pytest.mark.parametrize(
    "change",
    [
        "content = zeroblob(length(content))",
        "content = x''",
        "sha256 = 'x'",
        "content = substr(content, 2)",
    ],
)
def test_a_handout_whose_bytes_changed_is_never_handed_out(handouts, store, change):
    handouts.add(HANDOUT, PDF)
    store.db.execute(f"UPDATE handouts SET {change}")  # noqa: S608 - from the list above
    with pytest.raises(KnownError) as told:
        handouts.content(HANDOUT.id)
    assert told.value.code is ErrorCode.HANDOUT_CHANGED
    assert told.value.facts == {"handout": HANDOUT.id}


def test_a_handout_is_kept_only_with_its_own_bytes(handouts):
    with pytest.raises(ValueError, match="bytes"):
        handouts.add(HANDOUT, PDF + b" ")


def test_a_handout_once_given_is_never_replaced(handouts):
    handouts.add(a_handout(1, b"first"), b"first")
    with pytest.raises(sqlite3.IntegrityError):
        handouts.add(a_handout(1, b"second"), b"second")
    assert handouts.content("handout-1") == b"first"


def test_a_handout_needs_its_case_and_its_release(handouts):
    for stray in (replace(HANDOUT, case_id="nobody"), replace(HANDOUT, release="none")):
        with pytest.raises(KeyError):
            handouts.add(stray, PDF)


def test_no_such_handout_is_a_key_error_and_no_such_case_has_none(handouts):
    with pytest.raises(KeyError):
        handouts.content("nothing")
    assert handouts.of_case("nobody") == ()


def test_a_handout_with_an_unreadable_moment_is_damage(handouts, store):
    handouts.add(HANDOUT, PDF)
    store.db.execute("UPDATE handouts SET made_at = 'soon'")
    with pytest.raises(KnownError) as told:
        handouts.of_case(CASE.id)
    assert told.value.code is ErrorCode.STORE_DAMAGED


# ---- releases
@pytest.fixture
def releases(store):
    return SqliteReleaseStore(store)


def test_a_release_comes_back_file_by_file(releases):
    assert releases.files(DIGEST) == FILES


def test_the_same_release_again_changes_nothing(releases):
    releases.add(DIGEST, "another name", {"a": b""}, NOON)
    assert releases.files(DIGEST) == FILES


def test_one_release_is_in_use_and_the_former_stays(releases):
    assert releases.active() is None
    newer = digest_of({})
    releases.add(newer, "2026.2", {}, NOON)
    for digest in (DIGEST, newer, newer):
        releases.activate(digest)
        assert releases.active() == digest
    assert releases.files(newer) == {}
    assert releases.files(DIGEST) == FILES


def test_a_release_that_is_not_there_cannot_be_used_and_the_former_stays(releases):
    releases.activate(DIGEST)
    with pytest.raises(KeyError):
        releases.activate("unknown")
    with pytest.raises(KeyError):
        releases.files("unknown")
    assert releases.active() == DIGEST


# ---- settings
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=3))
def test_the_last_word_on_a_setting_counts(one_settings, values):
    for value in values:
        one_settings.put("clinic", value)
    assert one_settings.get("clinic") == values[-1]


@pytest.fixture(scope="module")
def one_settings(tmp_path_factory):
    from allcounsel.storage.database import open_store

    with open_store(tmp_path_factory.mktemp("law") / "store.db") as store:
        yield SqliteSettingsStore(store)


def test_a_setting_nobody_made_is_none(store):
    assert SqliteSettingsStore(store).get("clinic") is None
