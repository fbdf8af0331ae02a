"""A paper in a language with a text missing or stale is refused, naming the blocks; English goes on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from allcounsel.domain.errors import InputRefusedError
from allcounsel.domain.handout import PaperChoices
from allcounsel.domain.text import TextCatalogue
from allcounsel.services.export_handout import HandoutOrder, make_handout
from allcounsel.services.family_keys import family_keys
from allcounsel.services.font_widths import FontWidths
from allcounsel.services.translations import MOST_NAMED, Lack, lacking, noting
from helpers import sample_roads
from helpers.papers import FRAME, clinic
from helpers.shipped import ALL_CLEAR, case, engine, release
from helpers.spanish import release_in_spanish

DAY = date(2026, 11, 22)


def with_english(**texts):
    """The release in Spanish after these English texts were changed, by key with __ for dots."""
    content = release_in_spanish()
    changed = {key.replace("__", "."): text for key, text in texts.items()}
    english = content.texts["en"]
    assert changed.keys() <= english.texts.keys()
    catalogue = replace(english, texts={**english.texts, **changed})
    return replace(content, texts={**content.texts, "en": catalogue})


def make(content, language, document=ALL_CLEAR):
    order = HandoutOrder(case(document), clinic(), PaperChoices(language), "A clinician", frozenset())
    fonts = sample_roads.measure()
    assert isinstance(fonts, FontWidths)
    return make_handout(order, content, engine(), DAY, fonts, FRAME)


def refused(content, document=ALL_CLEAR):
    with pytest.raises(InputRefusedError) as error:
        make(content, "es", document)
    return error.value.problems


def test_a_whole_translation_lacks_nothing_and_is_printed():
    assert lacking(release_in_spanish(), "es") == ()
    assert make(release_in_spanish(), "es").choices.language == "es"


def test_english_never_lacks_anything():
    assert lacking(release(), "en") == ()


def test_a_stale_block_of_this_paper_is_named_and_english_is_made():
    content = with_english(handout__page_one__remember__ask="Ask us anything.")
    (problem,) = refused(content)
    assert (problem.field, problem.code) == ("lang", "translation_stale")
    assert "handout.page_one.remember.ask" in problem.message
    assert "that this paper would print" in problem.message
    assert make(content, "en").choices.language == "en"


def test_of_what_is_stale_the_blocks_of_this_paper_are_named_first():
    content = with_english(
        handout__page_one__box__relapse="It has come back.",
        handout__page_one__remember__ask="Ask us anything.",
    )
    (problem,) = refused(content)
    assert "not translated as they stand now: handout.page_one.remember.ask, and 1 more." in problem.message
    assert "page_one.box.relapse" not in problem.message
    (problem,) = refused(content, {"situation": "relapse", "relapse": {"sites": ["marrow"]}})
    assert "handout.page_one.box.relapse, handout.page_one.remember.ask." in problem.message


def test_a_stale_block_of_another_paper_stops_the_language_too_and_is_named_as_such():
    (problem,) = refused(with_english(handout__page_one__box__relapse="It has come back."))
    assert "of other papers" in problem.message
    assert "handout.page_one.box.relapse." in problem.message


def test_a_language_that_is_not_there_lacks_everything_and_names_a_few():
    content = replace(release(), texts={"en": release().texts["en"]})
    found = lacking(content, "es")
    assert [one.key for one in found] == list(family_keys(content))
    assert {one.lack for one in found} == {Lack.MISSING}
    (problem,) = refused(content)
    assert problem.message.count("handout.") == MOST_NAMED
    assert f"and {len(found) - MOST_NAMED} more" in problem.message


@pytest.mark.parametrize(
    ("change", "lack"),
    [
        ({"texts": {"pathway.here": None}}, Lack.MISSING),
        ({"made_from": {"pathway.here": None}}, Lack.NOT_RECORDED),
        ({"made_from": {"pathway.here": "0" * 12}}, Lack.STALE),
        ({"texts": {"topics.expected.about": "pronto"}}, Lack.OTHER_HOLES),
    ],
)
def test_each_lack_is_told_apart(change, lack):
    content = release_in_spanish()
    spanish = content.texts["es"]
    held = {"texts": dict(spanish.texts), "made_from": dict(spanish.made_from)}
    for part, entries in change.items():
        for key, value in entries.items():
            held[part].pop(key)
            if value is not None:
                held[part][key] = value
    catalogue = TextCatalogue("es", held["texts"], held["made_from"])
    changed = replace(content, texts={**content.texts, "es": catalogue})
    key = next(key for entries in change.values() for key in entries)
    assert [(one.key, one.lack) for one in lacking(changed, "es")] == [(key, lack)]


def test_other_reasons_are_told_beside_the_language():
    content = replace(release(), texts={"en": release().texts["en"]})
    problems = refused(content, {"situation": "first_treatment", "lineage": "lymphoma"})
    assert {problem.code for problem in problems} == {"out_of_scope", "translation_stale"}


def test_what_is_asked_for_is_noted_and_nothing_else():
    content, asked = noting(release())
    english = content.texts["en"]
    assert "pathway.here" in english
    assert len(english.texts) == len(release().texts["en"].texts)
    assert list(english.texts) == list(release().texts["en"].texts)
    assert asked == set()
    assert english("pathway.here") == "You are here"
    assert asked == {"pathway.here"}
