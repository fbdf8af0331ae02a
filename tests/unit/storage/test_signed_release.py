"""Reviews of the texts go through the store with the release that they are part of."""

from __future__ import annotations

import pytest

from allcounsel.content.release import read_release
from allcounsel.domain.errors import ContentError
from allcounsel.services.signoff import is_reviewed
from allcounsel.storage.database import open_store
from allcounsel.storage.release_store import SqliteReleaseStore
from helpers.shipped import release, seed_files
from helpers.signed import signed_in
from unit.storage.examples import NOON

CALL = "texts/en/handout/call_more.yaml"


@pytest.fixture
def kept(tmp_path):
    """The shipped content and the same content signed, both put in a store that was closed since."""
    files = signed_in(["en", "es"])
    whole = read_release(files)
    with open_store(tmp_path / "store.db") as store:
        releases = SqliteReleaseStore(store)
        releases.add(release().digest, "2026.1", seed_files(), NOON)
        releases.add(whole.digest, "2026.1", files, NOON)
        releases.activate(whole.digest)
    with open_store(tmp_path / "store.db") as store:
        yield SqliteReleaseStore(store), whole


def test_the_reviews_come_back_and_still_hold(kept):
    releases, whole = kept
    back = read_release(releases.files(releases.active()))
    assert (back.digest, back.reviews) == (whole.digest, whole.reviews)
    assert len(back.reviews) > 55
    assert is_reviewed(back, ["en", "es"])


def test_the_unsigned_release_beside_it_stays_unsigned(kept):
    releases, _ = kept
    back = read_release(releases.files(release().digest))
    assert back.reviews == ()
    assert not is_reviewed(back, ["en"])


def test_a_text_that_changed_in_the_store_is_no_longer_signed(kept):
    releases, whole = kept
    files = releases.files(whole.digest)
    files[CALL] += b"# changed in the store\n"
    with pytest.raises(ContentError) as told:
        read_release(files)
    assert [problem.path for problem in told.value.problems] == ["signoff.yaml"]
    assert CALL in str(told.value.problems[0])
