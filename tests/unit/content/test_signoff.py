"""A review counts for the very bytes that were read; nothing else takes "not yet reviewed" off a paper."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from allcounsel.content.reading import Reading
from allcounsel.content.release import inspect, read_release
from allcounsel.content.signoff import SIGNOFF
from allcounsel.content.texts import read_catalogues
from allcounsel.domain.handout import Handout
from allcounsel.domain.release import ContentRelease
from allcounsel.services.family_keys import family_keys
from allcounsel.services.signoff import is_reviewed, section_is_reviewed
from allcounsel.services.text_review import text_review
from helpers.papers import paper_of
from helpers.shipped import SEEDS, release, seed_files
from helpers.signed import all_of, entry, signed

CALL = "texts/en/handout/call_more.yaml"
NOT_REVIEWED = "page_one.foot.not_reviewed"


def problems(*entries: str) -> list[str]:
    return [str(problem) for problem in inspect(signed(*entries))[1]]


def paper(content: ContentRelease, language: str = "en") -> Handout:
    child = release().practice_children[0]
    made = paper_of(child.case, content=content, language=language)
    assert made is not None
    return made.handout


def says_not_reviewed(handout: Handout) -> bool:
    return NOT_REVIEWED in {piece.id for piece in handout.foot}


# ---- as it ships
def test_nobody_has_signed_yet_and_every_paper_says_so():
    assert release().reviews == ()
    for language in release().texts:
        assert not is_reviewed(release(), [language])
        assert says_not_reviewed(paper(release(), language))


def test_every_file_with_words_for_families_has_to_be_read():
    for language in release().texts:
        left = release().left_to_read[language]
        assert len(left) == len(set(left)) > 55
        for section in release().sections:
            assert f"handout/{section.id}.yaml" in left
            assert f"texts/{language}/handout/{section.id}.yaml" in left
        assert set(left) <= set(seed_files())


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_text_that_can_reach_a_paper_stands_in_a_file_that_has_to_be_read(language):
    held = set(family_keys(release())) & set(release().texts[language].texts)
    assert len(held) > 500
    assert held - read_in(release().left_to_read[language], language) == set()


@pytest.mark.parametrize("left_out", ["handout/call_more", "labels", "pathway", "rules", "topics"])
def test_a_file_of_words_that_nobody_had_to_read_would_be_noticed(left_out):
    fewer = [path for path in release().left_to_read["en"] if path != f"texts/en/{left_out}.yaml"]
    assert set(family_keys(release())) - read_in(fewer, "en")


def read_in(paths, language):
    """The keys of every text in these files."""
    files = {path: seed_files()[path] for path in paths}
    return set(read_catalogues(Reading(files))[language].texts)


# ---- signed
def test_the_line_goes_when_an_oncologist_has_read_every_file_of_the_language():
    content = read_release(signed(*all_of("en")))
    assert not says_not_reviewed(paper(content))
    assert says_not_reviewed(paper(content, "es"))


@pytest.mark.parametrize("left_out", [0, 20, -1])
def test_it_stays_when_one_file_of_all_is_left(left_out):
    entries = all_of("en")
    entries.pop(left_out)
    assert says_not_reviewed(paper(read_release(signed(*entries))))


@pytest.mark.parametrize("role", ["nurse", "translator", "parent"])
def test_it_stays_when_no_oncologist_has_read_it(role):
    assert says_not_reviewed(paper(read_release(signed(*all_of("en", role=role)))))


def test_a_paper_in_two_languages_needs_both():
    english = read_release(signed(*all_of("en")))
    both = read_release(signed(*dict.fromkeys([*all_of("en"), *all_of("es")])))
    assert not is_reviewed(english, ["en", "es"])
    assert is_reviewed(both, ["en", "es"])


def test_a_section_is_read_once_its_two_files_are():
    half = read_release(signed(entry(CALL)))
    whole = read_release(signed(entry(CALL), entry("handout/call_more.yaml")))
    assert not section_is_reviewed(half, "call_more", "en")
    assert section_is_reviewed(whole, "call_more", "en")
    assert not section_is_reviewed(whole, "call_more", "es")


def test_a_review_makes_another_release():
    assert read_release(signed(entry(CALL))).digest != release().digest


def test_titles_of_sources_are_words_to_read_too():
    entries = [one for one in all_of("en") if '"sources.yaml"' not in one]
    assert len(entries) == len(all_of("en")) - 1
    assert says_not_reviewed(paper(read_release(signed(*entries))))


# ---- what is wrong with a review
def test_a_file_that_has_changed_since_is_named_with_its_new_digest():
    files = dict(signed(entry(CALL)))
    files[CALL] += b"# one more remark\n"
    (found,) = [str(problem) for problem in inspect(files)[1]]
    now = hashlib.sha256(files[CALL]).hexdigest()
    assert found.startswith(f"{SIGNOFF}:2:")
    assert f"'{CALL}' has changed since AB read it; its SHA-256 is now {now}" in found


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"file": "texts/en/handout/call_mor.yaml"}, "there is no file 'texts/en/handout/call_mor.yaml'"),
        ({"sha256": "0" * 64}, "has changed since AB read it"),
        ({"sha256": "abc"}, "'sha256' has to be 64 signs"),
        ({"role": "doctor"}, "unknown role 'doctor'"),
        ({"initials": "Dr Anna Berg"}, "2 to 4 capitals, and no name"),
        ({"date": "yesterday"}, "'date' has to be a day"),
        ({"comment": "good"}, "unknown key 'comment'"),
    ],
)
def test_a_faulty_review_is_a_problem_and_counts_for_nothing(change, told):
    faulty = entry(CALL, **change)
    assert any(told in problem for problem in problems(faulty))


def test_the_same_review_twice_is_a_problem():
    assert any("stands also at" in problem for problem in problems(entry(CALL), entry(CALL)))


def test_a_missing_file_of_reviews_is_a_problem():
    files = {path: data for path, data in seed_files().items() if path != SIGNOFF}
    assert f"{SIGNOFF}:1: this file is missing" in [str(problem) for problem in inspect(files)[1]]


# ---- the page for reviewers
def test_the_page_for_reviewers_has_every_sentence_in_each_language_with_its_facts():
    page = text_review(release())
    for section in release().sections:
        assert f"### `{section.id}`\n" in page
        for sentence in section.sentences:
            for key in sentence.texts:
                name = key.removeprefix("handout.")
                (row,) = [line for line in page.splitlines() if line.startswith(f"| {name} |")]
                for language in release().texts:
                    assert release().texts[language].texts[key] in row
                assert row.endswith(f"| {', '.join(sentence.sources)} |")


def test_the_page_for_reviewers_has_each_source_as_a_paper_lists_it():
    page = text_review(release())
    for language in release().texts:
        ids = {f"sources.{source}" for source in release().sources}
        listed = [piece for piece in paper(release(), language).pieces() if piece.id in ids]
        assert len(listed) > 10
        assert [piece.text for piece in listed if piece.text.replace("|", "/") not in page] == []


def test_the_page_for_reviewers_is_what_the_content_says_today():
    page = (SEEDS.parent / "docs" / "content" / "handout.md").read_text(encoding="utf-8")
    assert page == text_review(release()), "run `allcounsel content docs`"


def test_the_page_for_reviewers_says_what_has_been_read():
    content = read_release(signed(entry(CALL), entry("handout/call_more.yaml")))
    told = text_review(content).partition("### `call_more`")[2].splitlines()[2]
    assert told.startswith("Reader: family. Review: en: read, es: not read yet.")
    assert "2 files read and signed" in text_review(content)


def test_an_unknown_reader_is_a_problem():
    files = dict(seed_files())
    path = "handout/siblings.yaml"
    files[path] = files[path].replace(b"reader: siblings", b"reader: sister")
    assert any("unknown reader 'sister'" in str(problem) for problem in inspect(files)[1])


def test_every_page_for_a_child_is_written_for_that_child():
    readers = {section.id: section.reader for section in release().sections if section.reader != "family"}
    assert readers == {
        "young_child": "child_4_7",
        "child": "child_8_12",
        "teenager": "teenager",
        "siblings": "siblings",
    }


def test_papers_of_two_releases_differ_only_in_the_foot():
    signed_paper, plain = paper(read_release(signed(*all_of("en")))), paper(release())
    assert replace(signed_paper, foot=()) == replace(plain, foot=())
    assert signed_paper.foot != plain.foot
