"""The reading formulas on passages that were counted by hand."""

from __future__ import annotations

import pytest

from allcounsel.services.readability import (
    counted,
    fernandez_huerta,
    flesch_kincaid,
    is_passive,
    sentences_of,
    smog,
    szigriszt_pazos,
    words_of,
)
from allcounsel.services.syllables import syllables_en, syllables_es

# By hand: 2 sentences, 6 + 7 = 13 words; 6 x 1 and it, nev-er 2, once, let, an-oth-er 3, dog, near = 16.
CAT = "The cat sat on the mat. It never once let another dog near."
# By hand: 1 sentence, 8 words; che-mo-ther-a-py 5, is 1, med-i-cine 3, that 1, kills 1, leu-kae-mi-a 4,
# cells 1, to-day 2 = 18; long words: chemotherapy, medicine, leukaemia.
CHEMO = "Chemotherapy is medicine that kills leukaemia cells today."
# By hand: 2 sentences, 4 + 5 = 9 words; la 1 san-gre 2 es 1 ro-ja 2 / el 1 ni-ño 2 es-tá 2 muy 1 bien 1 = 13.
SANGRE = "La sangre es roja. El niño está muy bien."


def test_a_short_passage_is_counted_as_by_hand():
    text = counted([CAT], "en")
    assert (text.sentences, text.words, text.syllables, text.long_words, text.longest) == (2, 13, 16, 1, 7)
    assert flesch_kincaid(text) == pytest.approx(0.39 * 6.5 + 11.8 * 16 / 13 - 15.59)


def test_long_words_are_counted_and_explained_ones_are_short():
    text = counted([CHEMO], "en")
    assert (text.words, text.syllables, text.long_words) == (8, 18, 3)
    told = counted([CHEMO], "en", explained={"chemotherapy", "leukaemia"})
    assert (told.words, told.syllables, told.long_words) == (8, 11, 1)
    assert flesch_kincaid(told) < flesch_kincaid(text)


def test_smog_says_nothing_of_fewer_than_thirty_sentences():
    assert smog(counted([CHEMO] * 29, "en")) is None
    # 30 sentences with 3 long words each: 1.043 x sqrt(90) + 3.1291.
    assert smog(counted([CHEMO] * 30, "en")) == pytest.approx(13.0239, abs=0.001)


def test_spanish_is_counted_by_its_own_syllables():
    text = counted([SANGRE], "es")
    assert (text.sentences, text.words, text.syllables) == (2, 9, 13)
    assert fernandez_huerta(text) == pytest.approx(206.84 - 60 * 13 / 9 - 1.02 * 4.5)
    assert szigriszt_pazos(text) == pytest.approx(206.835 - 62.3 * 13 / 9 - 4.5)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("a", 1), ("cells", 1), ("stopped", 1), ("started", 2), ("needed", 2), ("changes", 2), ("names", 1),
        ("table", 2), ("little", 2), ("before", 2), ("radiation", 4), ("leukaemia", 4), ("infection", 3),
        ("child's", 1), ("children’s", 2), ("emergency", 4), ("diarrhoea", 4), ("family", 3), ("idea", 3),
        ("temperature", 4), ("vomiting", 3), ("seizure", 2), ("oncologist", 4), ("people", 2),
    ],
)  # fmt: skip
def test_syllables_of_english_words(word, count):
    assert syllables_en(word) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("y", 1), ("médula", 3), ("leucemia", 3), ("quimioterapia", 5), ("guía", 2), ("pingüino", 3),
        ("ahora", 3), ("país", 2), ("aéreo", 4), ("ciudad", 2), ("estudio", 3), ("hay", 1), ("continúa", 4),
        ("hueso", 2),
        ("cualquier", 2), ("oncología", 5), ("búho", 2), ("viuda", 2), ("caían", 3), ("mayo", 2),
        ("células", 3),
    ],
)  # fmt: skip
def test_syllables_of_spanish_words(word, count):
    assert syllables_es(word) == count


def test_sentences_end_where_a_new_one_begins():
    assert sentences_of("Call us. Dr. is no end? Yes! It is 38.0 °C or more.") == (
        "Call us.", "Dr. is no end?", "Yes!", "It is 38.0 °C or more.",
    )  # fmt: skip
    assert sentences_of("**Bold.** ¿Y ahora? Sí.") == ("Bold.", "¿Y ahora?", "Sí.")
    assert sentences_of("…") == ()


def test_numbers_and_parts_of_joined_words_are_words():
    assert words_of("About 9 in 10 B-cell children’s counts, 38.0 °C") == (
        "About", "9", "in", "10", "B", "cell", "children’s", "counts", "38.0", "C",
    )  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "Leukaemia was found in the blood.",
        "The medicine is often given at home.",
        "These are called late effects.",
        "It can be safely stopped.",
        "Some tests are not done again.",
    ],
)
def test_passive_voice_is_noticed(sentence):
    assert is_passive(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The team gives the medicine.",
        "Your child is tired.",
        "You are allowed to ask.",
        "We are here.",
        "It is red.",
        "There is a need to talk.",
    ],
)
def test_active_voice_is_left_alone(sentence):
    assert not is_passive(sentence)
