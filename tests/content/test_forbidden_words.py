"""What a family is never told (evidence 5.4), looked for in every text that a family can be shown."""

from __future__ import annotations

import re
import sys
from dataclasses import replace

import pytest

from allcounsel.services.check_words import allowed_in, forbidden_texts
from allcounsel.services.family_keys import family_keys
from allcounsel.services.family_words import FORBIDDEN, FORBIDDEN_IN_SPANISH, forbidden_in, seen
from helpers.shipped import release

LONGEST_SENTENCE = 22
FAMILY_PLACES = ("handout.", "topics.", "pathway.")
LANGUAGES = ("en", "es")

PLANTED = {
    "a promise": ("Most children are cured.", "This always works."),
    "despair": ("There is no hope.", "Some children die."),
    "a child who failed": ("Your child failed treatment.",),
    "low risk": ("The group is low risk.", "This is low-risk leukaemia."),
    "no leukaemia left": ("There is no leukaemia left.", "Your child is free of leukaemia."),
    "a certain transplant": ("Your child needs a transplant.", "A transplant is not needed."),
    "certain radiation": ("Radiation will be given to all children.",),
    "an order": ("You must call.", "We recommend a trial.", "It should be started."),
    "a dose": ("Give 5 mg.", "Give 2 tablets.", "Never double a dose.", "Do not skip a dose."),
    "a schedule": ("It is taken once a week.", "Take it daily.", "On day 8 the blood is tested."),
    "a limit that is not the clinic's": ("A temperature of 38 °C or more.",),
    "a medicine for fever": ("Give paracetamol and wait.",),
    "waiting": ("You can wait until morning.",),
    "what is on offer": ("This drug is available here.", "Ask your insurance."),
    "blame": ("This is your fault.", "It runs in the family."),
    "a cause that blames": ("It is caused by food.",),
    "race, sex or weight": ("Boys do slightly worse.",),
    "adults": ("In adults it is different.",),
    "approval": ("These pages are approved by NCI.",),
    "another child": ("Your child does better than another child.",),
    "a percentage": ("About 90% do well.", "About 90 per cent do well."),
    "odds": (
        "About 9 in 10 children do well.",
        "About 90 of 100 children do well.",
        "Nine out of ten children do well.",
        "The survival is good.",
    ),
    "a bare early or late": ("This is an early relapse.",),
    "a cheer": ("You can do it!",),
}


PLANTED_IN_SPANISH = {
    "a promise": ("La mayoría se cura.", "Los niños curados.", "Está garantizado.", "Siempre funciona."),
    "despair": (
        "No hay esperanza.",
        "Algunos niños mueren.",
        "Es una enfermedad mortal.",
        "Fallecieron dos.",
    ),
    "a child who failed": ("Su hijo fracasó.", "El tratamiento falló."),
    "low risk": ("El grupo es de riesgo bajo.", "Es leucemia de bajo riesgo.", "Riesgo: muy bajo"),
    "no leukaemia left": ("No queda leucemia.", "Está libre de leucemia.", "Un niño sin leucemia."),
    "a certain transplant": ("Su hijo necesita un trasplante.", "No necesita otro trasplante."),
    "certain radiation": ("Necesita radiación.", "La radiación es necesaria."),
    "an order": ("Deben llamar.", "Tienen que venir.", "Hay que tomarlo.", "Recomendamos un ensayo."),
    "a dose": (
        "Den 5 mg.",
        "Den 2 tabletas.",
        "No doblen la dosis.",
        "No salten una dosis.",
        "Dejen de tomar esto.",
    ),
    "a schedule": (
        "Se toma una vez por semana.",
        "Se toma cada día.",
        "El día 8 se mira.",
        "Durante 5 días.",
    ),
    "a limit that is not the clinic's": ("Una temperatura de 38 °C o más.", "Son 38 grados."),
    "a medicine for fever": ("Den paracetamol y esperen.", "Den ibuprofeno."),
    "waiting": ("Pueden esperar hasta mañana.", "No es una emergencia.", "No es grave."),
    "what is on offer": ("Está disponible aquí.", "Pregunten a su aseguradora.", "El precio es alto."),
    "blame": ("Es su culpa.", "Viene de familia."),
    "a cause that blames": ("Es causada por la comida.",),
    "race, sex or weight": ("A las niñas les va mejor.", "Los varones están peor.", "Por la raza."),
    "adults": ("En los adultos es distinto.",),
    "approval": ("El NCI aprobó estas páginas.", "Está autorizado."),
    "another child": ("Le va mejor que a otro niño: está mejor que otros.",),
    "a percentage": ("A cerca del 90 % le va bien.", "Al 90 por ciento."),
    "odds": (
        "A 9 de cada 10 les va bien.",
        "A nueve de cada diez les va bien.",
        "La supervivencia es buena.",
    ),
    "a bare early or late": ("Es una recaída temprana.", "Es una recaída tardía."),
    "a cheer": ("¡Ustedes pueden!",),
}


def family_texts(language="en"):
    """Every text that a family can be shown, by key."""
    texts = release().texts[language].texts
    wanted = {*family_keys(release())} | {
        key
        for key in texts
        if (key.startswith(FAMILY_PLACES) and not key.endswith(".clinician"))
        or (key.startswith("rules.") and key.endswith(".family"))
    }
    return {key: texts[key].replace("**", "") for key in wanted if key in texts}


def denominators(text):
    """What figures are of."""
    return set(re.findall(r"\b\d+ (?:out of|of|in|de)(?: every| cada)? (\d+)", text))


def too_long(text):
    """The sentences with too many words."""
    sentences = re.split(r"(?<=[.?:!])\s+", text)
    return [each for each in sentences if len(re.findall(r"\S*\w\S*", each)) > LONGEST_SENTENCE]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_family_text_holds_anything_forbidden(language, capsys):
    texts = family_texts(language)
    found = {key: forbidden_in(text, language) - allowed_in(key) for key, text in texts.items()}
    wrong = {key: what for key, what in found.items() if what}
    with capsys.disabled():
        sys.stdout.write(f"\n{language}: {len(texts)} texts, {len(wrong)} with what a family is never told\n")
    assert wrong == {}


def test_the_content_check_looks_at_every_text_of_both_languages():
    assert list(forbidden_texts(release())) == []
    for language, words in (("en", "Most children are cured."), ("es", "La mayoría se cura.")):
        catalogue = release().texts[language]
        planted = replace(catalogue, texts={**catalogue.texts, "handout.about.cells": words})
        content = replace(release(), texts={**release().texts, language: planted})
        assert list(forbidden_texts(content)) == [
            f"text 'handout.about.cells' ({language}): a promise: {words}"
        ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_is_of_100(language):
    assert set().union(*map(denominators, family_texts(language).values())) == {"100"}


def test_a_figure_of_anything_else_is_noticed():
    assert denominators("About 9 in 10, or 90 of 100, or 1 out of every 20.") == {"10", "100", "20"}
    assert denominators("A 9 de cada 10, o a 90 de 100.") == {"10", "100"}


def test_no_sentence_for_families_is_long():
    found = {key: too_long(text) for key, text in family_texts().items()}
    assert {key: sentences for key, sentences in found.items() if sentences} == {}


def test_british_spelling_but_for_the_name_of_a_source():
    american = (
        r"leukemia|diarrhea|anemia|tumor\b|pediatric|counseling|hemoglobin|\bcolor|\bcenter\b|hospitali"
    )
    found = [key for key, text in family_texts().items() if re.search(american, text, flags=re.IGNORECASE)]
    assert found == ["handout.sources.pdq"]


def test_hundreds_of_texts_are_looked_at():
    assert len(family_texts()) > 500
    assert len(family_texts("es")) > 500


@pytest.mark.parametrize(
    ("what", "text"), [(what, text) for what, texts in PLANTED.items() for text in texts]
)
def test_a_planted_violation_is_found(what, text):
    assert what in forbidden_in(text, "en")
    assert what in forbidden_in(text)


@pytest.mark.parametrize(
    ("what", "text"), [(what, text) for what, texts in PLANTED_IN_SPANISH.items() for text in texts]
)
def test_a_planted_violation_in_spanish_is_found(what, text):
    assert what in forbidden_in(text, "es")
    assert what in forbidden_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "low\u2011risk",
        "low\u2013risk",
        "Low_risk",
        "lo\u00adw risk",
        "low\u200b risk",
        "lowest risk",
        "Risk: low",
    ],
)
def test_low_risk_is_found_however_it_is_written(text):
    assert "low risk" in forbidden_in(text)


def test_a_text_is_looked_at_as_the_eye_takes_it():
    assert seen("A\u00a0b\u2011c_d\u00ade") == "A b-c-de"


def test_each_kind_of_violation_is_planted():
    assert PLANTED.keys() == FORBIDDEN.keys()
    assert PLANTED_IN_SPANISH.keys() == FORBIDDEN_IN_SPANISH.keys() == FORBIDDEN.keys()


def test_a_planted_long_sentence_is_found():
    assert too_long("It is short. " + "word " * (LONGEST_SENTENCE + 1) + "end.")
    assert not too_long("word " * (LONGEST_SENTENCE - 1) + "end.")
