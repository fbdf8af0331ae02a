"""Every planted fault of a translation is named with file and line, and stops no other language."""

from __future__ import annotations

import pytest

from allcounsel.content.release import inspect, read_release
from allcounsel.domain.text import fingerprint
from allcounsel.services.program_keys import program_keys
from helpers.shipped import release
from helpers.spanish import RECORD, as_yaml, files_in_spanish

PATHWAY, LABELS, TOPICS = "texts/es/pathway.yaml", "texts/es/labels.yaml", "texts/es/topics.yaml"
RULES, REASON = "texts/es/rules.yaml", "nobody is shown 'rules.P1.no.family'"
GOOD = "labels.options.prednisone_response_day8.good"


def problems(files):
    return [str(problem) for problem in inspect(files)[1]]


def planted(path, old, new):
    """The files with ``old`` replaced by ``new`` once."""
    files = dict(files_in_spanish())
    text = files[path].decode()
    assert old in text
    files[path] = text.replace(old, new, 1).encode()
    return files


def line_of(path, text):
    return files_in_spanish()[path].decode().split(text)[0].count("\n") + 1


def test_with_every_text_there_and_recorded_nothing_is_found():
    assert problems(files_in_spanish()) == []


PLANTED = [
    ("a missing text", PATHWAY, 'here: "Estamos aquí"\n', "", f"{PATHWAY}:1: 'pathway.here' is missing"),
    ("an extra text", PATHWAY, "title: ", 'tilte: "Camino"\ntitle: ', "nobody is shown 'pathway.tilte'"),
    ("a hint of the key meant", PATHWAY, "title: ", 'tilte: "C"\ntitle: ', "(did you mean 'pathway.title'?)"),
    ("an unread reason", RULES, 'no: {clinician: "1 año', 'no: {family: "No.", clinician: "1 año', REASON),
    ("a missing word for clinicians", LABELS, '    good: "Buena"\n', "", f"'{GOOD}' is missing"),
    ("a missing hole", TOPICS, "hacia el {date}", "pronto", "'topics.expected.about' has other holes"),
    ("another hole", TOPICS, "hacia el {date}", "hacia el {day}", "'topics.expected.about' has other holes"),
    ("an empty text", TOPICS, '"Dónde volvió"', '" "', "'topics.relapse_site.name' is empty"),
    ("a number for a text", TOPICS, '"Dónde volvió"', "5", "'topics.relapse_site.name' has to be text"),
    ("a key that stands twice", PATHWAY, "tests:\n", 'here: "A"\ntests:\n', "key 'here' stands here twice"),
    ("not YAML", PATHWAY, "tests:", "tests: [", "not readable as YAML"),
    ("a bad mark", RECORD, fingerprint(release().texts["en"]("pathway.here")), "soon", "a fingerprint of 12"),
]  # fmt: skip


@pytest.mark.parametrize(("about", "path", "old", "new", "says"), PLANTED, ids=[row[0] for row in PLANTED])
def test_a_planted_fault_is_named_and_stops_no_english_paper(about, path, old, new, says):
    files = planted(path, old, new)
    found = problems(files)
    assert any(says in problem for problem in found), found
    assert all(problem.startswith("texts/es/") for problem in found), found
    assert read_release(files).texts["en"] == release().texts["en"]


def test_a_text_whose_english_has_changed_is_stale_and_both_places_are_named():
    english = "texts/en/topics.yaml"
    files = planted(english, '"Where it came back"', '"Where the leukaemia came back"')
    here = line_of(TOPICS, "Dónde volvió")
    there = line_of(english, "Where it came back")
    says = f"'topics.relapse_site.name' is stale: its English has changed since ({english}:{there})"
    assert problems(files) == [f"{TOPICS}:{here}: {says}"]
    read_release(files)


def test_a_text_that_is_translated_anew_is_stale_until_somebody_says_so():
    """Only the record makes it whole: a new Spanish sentence could still be of the old English one."""
    files = dict(files_in_spanish())
    files["texts/en/topics.yaml"] = files["texts/en/topics.yaml"].replace(b'"Where it came back"', b'"Where"')
    files[TOPICS] = files[TOPICS].replace("Dónde volvió".encode(), "Dónde".encode())
    assert [problem.partition(": ")[2].partition(":")[0] for problem in problems(files)] == [
        "'topics.relapse_site.name' is stale"
    ]
    marks = {key: fingerprint(text) for key, text in release().texts["en"].texts.items()}
    wanted = {key: marks[key] for key in inspect(files)[0].texts["es"].made_from}
    files[RECORD] = as_yaml(wanted | {"topics.relapse_site.name": fingerprint("Where")})
    assert problems(files) == []


def test_a_space_more_in_the_english_makes_nothing_stale():
    files = planted("texts/en/topics.yaml", '"Where it came back"', '"Where  it came back "')
    assert problems(files) == []


def test_a_text_without_a_record_is_named():
    mark = f'"pathway.here": "{fingerprint(release().texts["en"]("pathway.here"))}"\n'
    found = problems(planted(RECORD, mark, ""))
    assert len(found) == 1
    assert found[0].startswith(
        f"{PATHWAY}:{line_of(PATHWAY, 'here:')}: 'pathway.here' does not say from which"
    )


def test_a_record_without_a_text_is_named():
    files = dict(files_in_spanish())
    files[RECORD] += as_yaml({"pathway.nowhere": "0123456789ab"})
    line = files[RECORD].count(b"\n")
    assert problems(files) == [f"{RECORD}:{line}: 'pathway.nowhere' has no text in 'es'"]


def test_another_language_is_held_to_the_same():
    files = {**files_in_spanish(), "texts/fr/pathway.yaml": b'title: "La route"\n'}
    found = problems(files)
    assert "texts/fr/pathway.yaml:1: 'pathway.title' does not say from which English it was made" in "".join(
        found
    )
    assert any("'handout.page_one.remember.ask' is missing" in problem for problem in found)
    assert all(problem.startswith("texts/fr/") for problem in found)


def test_a_language_for_papers_alone_need_not_hold_the_clinicians_words():
    program = set(program_keys(release()))
    texts = {key: text for key, text in release().texts["es"].texts.items() if key not in program}
    marks = {key: fingerprint(release().texts["en"].texts[key]) for key in texts}
    french = {"made_from": marks}
    for key, text in texts.items():
        file, _, name = key.partition(".")
        french.setdefault(file, {})[name] = text
    written = {f"texts/fr/{file}.yaml": as_yaml(words) for file, words in french.items()}
    assert problems({**files_in_spanish(), **written}) == []


def test_a_family_text_that_is_missing_in_english_stops_everything():
    files = planted("texts/en/labels.yaml", 'older: "An older text', 'oldish: "An older text')
    found = inspect(files)[1]
    assert any("no text 'labels.currency.family.older'" in str(problem) for problem in found)
    assert any(not problem.language for problem in found)


def test_a_source_for_families_whose_date_cannot_be_said_is_named():
    files = planted("sources.yaml", 'content_date: "2 September 2022"', 'content_date: "Late summer 2022"')
    assert any("'Late summer 2022' is no date that can be said" in problem for problem in problems(files))
