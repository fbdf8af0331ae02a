"""The store's key comes out with a right secret only; the file beside the store keeps it from all others."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allcounsel.domain.errors import ErrorCode, KnownError
from allcounsel.system.keys import FREE_TRIES, Cost, KeyFile

CHEAP = Cost(n=2)
GOOD = "correct horse battery"


class Clock:
    """A clock that a test moves."""

    def __init__(self):
        self.moment = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)

    def now(self):
        return self.moment

    def today(self):
        return self.moment.date()

    def passes(self, **span):
        self.moment += timedelta(**span)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def keys(tmp_path, clock):
    return KeyFile(tmp_path / "store.keys", clock, CHEAP)


@pytest.fixture
def made(keys):
    """The file with one person, its key and its code."""
    key, code = keys.set_up("Sam", GOOD)
    return keys, key, code


def refusal(action, *arguments):
    with pytest.raises(KnownError) as told:
        action(*arguments)
    return told.value


# ---- opening
def test_the_passphrase_and_the_code_give_the_same_key(made):
    keys, key, code = made
    (sam,) = keys.people()
    assert sam.name == "Sam"
    assert keys.unlock(sam.id, GOOD) == keys.recover(code) == key
    assert len(key.raw) == 32


def test_the_code_is_read_as_people_write_it(made):
    keys, key, code = made
    assert keys.recover(code.lower().replace("-", " ")) == key
    assert keys.recover(code.replace("0", "o").replace("1", "l")) == key


def test_a_passphrase_is_the_same_however_the_keyboard_composes_it(keys):
    key, _ = keys.set_up("Sam", "se\u0301same ouvre-toi")
    assert keys.unlock(keys.people()[0].id, "s\u00e9same ouvre-toi") == key


@given(wrong=st.text(max_size=30))
@settings(max_examples=60)
def test_nothing_else_opens_it(tmp_path_factory, wrong):
    keys = KeyFile(tmp_path_factory.mktemp("keys") / "store.keys", Clock(), CHEAP)
    keys.set_up("Sam", GOOD)
    assert refusal(keys.unlock, keys.people()[0].id, wrong).code is ErrorCode.WRONG_PASSPHRASE
    assert refusal(keys.recover, wrong).code is ErrorCode.WRONG_PASSPHRASE


def test_two_stores_never_have_one_key(tmp_path, clock):
    made = [KeyFile(tmp_path / f"{n}.keys", clock, CHEAP).set_up("Sam", GOOD) for n in range(20)]
    assert len({key.raw for key, _ in made}) == len({code for _, code in made}) == 20


# ---- people
def test_each_person_has_a_passphrase_of_their_own(made):
    keys, key, _ = made
    kim = keys.add_person(key, "Kim", "another long one")
    assert [person.name for person in keys.people()] == ["Sam", "Kim"]
    assert keys.unlock(kim.id, "another long one") == key
    assert refusal(keys.unlock, kim.id, GOOD).code is ErrorCode.WRONG_PASSPHRASE


def test_a_new_passphrase_leaves_the_key_and_closes_the_former_one(made):
    keys, key, code = made
    (sam,) = keys.people()
    keys.give_passphrase(key, sam.id, "a new one for spring")
    assert keys.unlock(sam.id, "a new one for spring") == keys.recover(code) == key
    assert refusal(keys.unlock, sam.id, GOOD).code is ErrorCode.WRONG_PASSPHRASE


def test_a_new_code_closes_the_former_one(made):
    keys, key, code = made
    assert keys.recover(keys.renew_code(key)) == key
    assert refusal(keys.recover, code).code is ErrorCode.WRONG_PASSPHRASE


def test_who_is_removed_gets_in_no_more_and_somebody_always_does(made):
    keys, key, _ = made
    (sam,) = keys.people()
    with pytest.raises(ValueError, match="somebody"):
        keys.remove_person(sam.id)
    keys.add_person(key, "Kim", "another long one")
    keys.remove_person(sam.id)
    assert [person.name for person in keys.people()] == ["Kim"]


def test_a_key_is_made_once(made):
    keys, _, _ = made
    with pytest.raises(ValueError, match="already"):
        keys.set_up("Kim", GOOD)


# ---- wrong tries
def test_after_some_wrong_tries_each_has_to_be_waited_for_and_the_right_one_too(made, clock):
    keys, key, _ = made
    (sam,) = keys.people()
    lefts = [refusal(keys.unlock, sam.id, "wrong").facts["left"] for _ in range(FREE_TRIES)]
    assert lefts == ["4", "3", "2", "1", "0"]
    told = refusal(keys.unlock, sam.id, GOOD)
    assert (told.code, told.facts["seconds"]) == (ErrorCode.TOO_MANY_TRIES, "31")
    clock.passes(seconds=31)
    assert keys.unlock(sam.id, GOOD) == key
    assert keys.failed_tries() == 0


def test_the_wait_grows_and_outlives_the_program_and_a_clock_that_is_put_back(made, clock, tmp_path):
    keys, _, _ = made
    (sam,) = keys.people()
    waits = []
    for _ in range(FREE_TRIES + 7):
        told = refusal(keys.unlock, sam.id, "wrong")
        if told.code is ErrorCode.TOO_MANY_TRIES:
            waits.append(int(told.facts["seconds"]))
            clock.passes(seconds=waits[-1])
    again = KeyFile(tmp_path / "store.keys", clock, CHEAP)
    while refusal(again.unlock, sam.id, "wrong").code is not ErrorCode.TOO_MANY_TRIES:
        pass
    assert waits == sorted(waits)
    clock.passes(days=-400)
    assert int(refusal(again.unlock, sam.id, GOOD).facts["seconds"]) <= 15 * 60 + 1


# ---- the file
def test_the_file_is_for_its_owner_only_and_holds_neither_key_nor_secret(made, tmp_path):
    keys, key, code = made
    path = tmp_path / "store.keys"
    assert path.stat().st_mode & 0o777 == 0o600
    content = path.read_bytes()
    for secret in (key.raw, key.raw.hex().encode(), GOOD.encode(), code.encode()):
        assert secret not in content
    assert keys.copy() == content


def test_a_wrapping_cannot_be_passed_off_as_another_persons(made, tmp_path):
    keys, key, _ = made
    kim = keys.add_person(key, "Kim", "another long one")
    path = tmp_path / "store.keys"
    document = json.loads(path.read_text())
    (sam, _) = keys.people()
    document["wraps"][sam.id] = {**document["wraps"][kim.id], "person": "Sam"}
    path.write_text(json.dumps(document))
    assert refusal(keys.unlock, sam.id, "another long one").code is ErrorCode.WRONG_PASSPHRASE


def test_a_missing_and_a_damaged_file_are_told_as_that(made, tmp_path):
    keys, _, _ = made
    path = tmp_path / "store.keys"
    whole = path.read_bytes()
    path.write_bytes(whole[:200])
    assert refusal(keys.people).code is ErrorCode.KEYS_DAMAGED
    path.write_bytes(whole.replace(b'"n": 2', b'"n": 4503599627370496'))
    assert refusal(keys.people).code is ErrorCode.KEYS_DAMAGED
    path.unlink()
    assert refusal(keys.people).code is ErrorCode.KEYS_MISSING


@given(data=st.data())
@settings(max_examples=300)
def test_any_damage_is_told_and_never_gives_another_key(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("keys") / "store.keys"
    keys = KeyFile(path, Clock(), CHEAP)
    key, code = keys.set_up("Sam", GOOD)
    content = bytearray(path.read_bytes())
    content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(content)
    try:
        assert keys.recover(code) == key
    except KnownError as error:
        assert error.code in (ErrorCode.KEYS_DAMAGED, ErrorCode.WRONG_PASSPHRASE)  # noqa: PT017


def test_what_is_asked_of_scrypt_is_what_is_advised():
    cost = Cost()
    assert 128 * cost.n * cost.r == 128 * 2**20  # bytes for each try
