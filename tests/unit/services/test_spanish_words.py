"""Days, ages, groups, sources and the place of a temperature, as a Spanish paper says them."""

from __future__ import annotations

from datetime import date

import pytest

from allcounsel.domain.answers import Age
from allcounsel.domain.ids import GroupId
from allcounsel.domain.written_date import MONTHS, WrittenDate, written_date
from allcounsel.services.currency import family_entry
from allcounsel.services.dates import DATES
from allcounsel.services.measured import is_translated, measured_in
from allcounsel.services.words import Words
from helpers.shipped import release
from helpers.spanish import release_in_spanish

ENGLISH, SPANISH = Words(release()), Words(release_in_spanish(), "es")


def plain(text):
    return text.replace("\u00a0", " ")


def test_a_day_in_both_languages():
    day = date(2026, 4, 24)
    assert plain(ENGLISH.day(day)) == "24 April 2026"
    assert plain(SPANISH.day(day)) == "24 de abril de 2026"
    assert plain(SPANISH.short_day(day)) == "24 de abril"
    assert plain(SPANISH.month(day)) == "abril de 2026"
    assert plain(SPANISH.text("topics.expected.about", date=SPANISH.short_day(day))) == "hacia el 24 de abril"


def test_no_day_is_broken_over_two_lines():
    assert " " not in SPANISH.day(date(2026, 4, 24))


def test_twelve_months_have_twelve_names_in_every_language():
    for words in DATES.values():
        assert len(set(words.month_names)) == 12
    assert DATES["es"].month_names[8] == "septiembre"


@pytest.mark.parametrize(
    ("age", "said"),
    [
        (Age(1, None), "1 año"),
        (Age(5, None), "5 años"),
        (Age(0, 1), "0 años 1 mes"),
        (Age(1, 2), "1 año 2 meses"),
    ],
)
def test_an_age_in_spanish(age, said):
    assert plain(SPANISH.age(age)) == said


def test_groups_in_spanish_are_never_low_and_say_for_now():
    names = {group: SPANISH.group(group) for group in (*release().rules.mildest_first, None)}
    assert names == {
        "standard": "Riesgo estándar",
        "high": "Riesgo alto",
        "very_high": "Riesgo muy alto",
        "t_cell": "LLA de células T",
        None: "Aún no hay grupo",
    }
    for group in release().rules.mildest_first:
        assert SPANISH.text(f"labels.groups.{GroupId(group)}.for_now") == f"{names[group]}, por ahora"


# ---- dates of sources
@pytest.mark.parametrize(
    ("said", "when", "spanish"),
    [
        ("2 September 2022", WrittenDate(2022, 9, 2), "2 de septiembre de 2022"),
        ("April 2012", WrittenDate(2012, 4), "abril de 2012"),
        ("2025", WrittenDate(2025), "2025"),
        ("No date given", WrittenDate(), "Sin fecha"),
        (
            "December 2023; in part no date",
            WrittenDate(2023, 12, None, in_part=True),
            "diciembre de 2023; en parte sin fecha",
        ),
    ],
)
def test_when_a_source_was_written_is_said_in_both_languages(said, when, spanish):
    assert written_date(said) == when
    assert plain(ENGLISH.written(said)) == said
    assert plain(SPANISH.written(said)) == spanish


@pytest.mark.parametrize("said", ["Late 2022", "2006 to 2018", "2 Sept 2022", "", "April 2012 (web)"])
def test_words_that_are_no_date_are_left_alone(said):
    assert written_date(said) is None
    assert SPANISH.written(said) == said


def test_a_source_that_families_see_has_no_english_month_in_spanish_and_says_that_it_is_in_english():
    for source in release().sources.values():
        if source.for_families:
            entry = family_entry(SPANISH, source)
            said = entry.replace(source.title, "").replace(source.organisation, "")
            assert not [month for month in MONTHS if month in said], entry
            assert "No " not in said, entry
            assert "(en inglés)" in entry
            assert "(en inglés)" not in family_entry(ENGLISH, source)


# ---- where a temperature is taken
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("mouth or armpit", "boca o axila"),
        ("Mouth or the armpit", "boca o axila"),
        ("armpit", "axila"),
        ("armpit or ear", "axila u oído"),
        ("ear/forehead", "oído o frente"),
        ("mouth, armpit or ear", "boca, axila u oído"),
        ("mouth, armpit, or ear", "boca, axila u oído"),
        ("mouth or under the arm", "boca o debajo del brazo"),
        ("boca u oído", "boca u oído"),
        ("Axila", "axila"),
    ],
)
def test_a_place_that_we_know_is_said_in_spanish(typed, said):
    assert measured_in(SPANISH, typed) == said
    assert is_translated(SPANISH, typed)


@pytest.mark.parametrize("typed", ["under the tongue", "mouth or toe", "boca o dedo", ""])
def test_a_place_that_we_do_not_know_stays_as_the_clinic_wrote_it_and_that_is_told(typed):
    assert measured_in(SPANISH, typed) == typed
    assert not is_translated(SPANISH, typed)


def test_in_english_the_clinics_words_stay_as_they_are():
    assert measured_in(ENGLISH, "Mouth/armpit") == "Mouth/armpit"
    assert is_translated(ENGLISH, "under the tongue")
