"""The reading formulas on passages that were counted by hand; the arithmetic stands beside them."""

from __future__ import annotations

import math

import pytest

from allcounsel.services.readability import (
    EnglishEase,
    HardWord,
    SpanishEase,
    counted,
    fernandez_huerta,
    flesch_kincaid,
    hard_words,
    reading_ease,
    sentences_of,
    smog,
    szigriszt_pazos,
    words_of,
)

# 2 sentences; 6 + 7 = 13 words; 6 x 1, it 1 nev-er 2 once 1 let 1 an-oth-er 3 dog 1 near 1 = 16 syllables.
CAT = "The cat sat on the mat. It never once let another dog near."
# 1 sentence, 8 words; che-mo-ther-a-py 5 is 1 med-i-cine 3 that 1 kills 1 leu-kae-mi-a 4 cells 1 to-day 2
# = 18 syllables; long words: chemotherapy, medicine, leukaemia.
CHEMO = "Chemotherapy is medicine that kills leukaemia cells today."
# 4 + 8 + 6 + 9 = 27 words; your child has leu-kae-mi-a 7, the bone mar-row makes too man-y young cells 10,
# they crowd out the health-y ones 7, we will help you ev-ery step of the way 10 = 34 syllables.
MARROW = (
    "Your child has leukaemia. The bone marrow makes too many young cells. They crowd out the healthy ones. "
    "We will help you every step of the way."
)
# 2 sentences, 4 + 5 = 9 words; la 1 san-gre 2 es 1 ro-ja 2, el 1 ni-ño 2 es-tá 2 muy 1 bien 1 = 13 syllables.
SANGRE = "La sangre es roja. El niño está muy bien."
# 8 + 7 + 5 = 20 words; la leu-ce-mia es un cán-cer de la san-gre 12, la mé-du-la ó-se-a ha-ce de-ma-sia-das
# cé-lu-las jó-ve-nes 19, us-ted no hi-zo na-da ma-lo 9 = 40 syllables.
MEDULA = (
    "La leucemia es un cáncer de la sangre. La médula ósea hace demasiadas células jóvenes. "
    "Usted no hizo nada malo."
)


def count(text, language, explained=()):
    return counted(sentences_of(text), language, explained)


@pytest.mark.parametrize(
    ("text", "language", "sentences", "words", "syllables"),
    [
        (CAT, "en", 2, 13, 16),
        (CHEMO, "en", 1, 8, 18),
        (MARROW, "en", 4, 27, 34),
        (SANGRE, "es", 2, 9, 13),
        (MEDULA, "es", 3, 20, 40),
    ],
)
def test_a_passage_is_counted_as_by_hand(text, language, sentences, words, syllables):
    found = count(text, language)
    assert (found.sentences, found.words, found.syllables) == (sentences, words, syllables)


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        # 0.39 x 13/2 + 11.8 x 16/13 - 15.59 = 2.535 + 14.5231 - 15.59
        (CAT, 1.4681),
        # 0.39 x 8/1 + 11.8 x 18/8 - 15.59 = 3.12 + 26.55 - 15.59
        (CHEMO, 14.08),
        # 0.39 x 27/4 + 11.8 x 34/27 - 15.59 = 2.6325 + 14.8593 - 15.59
        (MARROW, 1.9018),
    ],
)
def test_flesch_kincaid(text, grade):
    assert flesch_kincaid(count(text, "en")) == pytest.approx(grade, abs=0.0001)


@pytest.mark.parametrize(
    ("text", "huerta", "inflesz"),
    [
        # P = 100 x 13/9 = 144.44, F = 9/2: 206.84 - 0.60 x 144.4444 - 1.02 x 4.5 = 206.84 - 86.6667 - 4.59
        # 206.835 - 62.3 x 13/9 - 4.5 = 206.835 - 89.9889 - 4.5
        (SANGRE, 115.5833, 112.3461),
        # P = 100 x 40/20 = 200, F = 20/3 = 6.6667: 206.84 - 0.60 x 200 - 1.02 x 6.6667 = 206.84 - 120 - 6.8
        # 206.835 - 62.3 x 40/20 - 20/3 = 206.835 - 124.6 - 6.6667
        (MEDULA, 80.04, 75.5683),
    ],
)
def test_fernandez_huerta_and_szigriszt_pazos(text, huerta, inflesz):
    found = count(text, "es")
    assert fernandez_huerta(found) == pytest.approx(huerta, abs=0.0001)
    assert szigriszt_pazos(found) == pytest.approx(inflesz, abs=0.0001)


# Long words: medicine, leukaemia; hospital.
TWO_LONG, ONE_LONG = "We gave medicine for leukaemia.", "The hospital is near."


def test_smog_of_thirty_sentences():
    # 15 x 2 + 15 x 1 = 45 long words in 30 sentences: 1.0430 x sqrt(45 x 30/30) + 3.1291 = 6.9967 + 3.1291
    text = counted([TWO_LONG] * 15 + [ONE_LONG] * 15, "en")
    assert (text.sentences, text.long_words) == (30, 45)
    assert smog(text) == pytest.approx(10.1258, abs=0.0001)


def test_smog_does_not_grow_with_the_length_of_the_same_text():
    # 90 long words in 60 sentences: sqrt(90 x 30/60) = sqrt(45)
    text = counted([TWO_LONG] * 30 + [ONE_LONG] * 30, "en")
    assert smog(text) == pytest.approx(1.0430 * math.sqrt(45) + 3.1291)


def test_smog_says_nothing_of_fewer_than_thirty_sentences():
    assert smog(counted([CHEMO] * 29, "en")) is None
    assert smog(counted([CHEMO] * 30, "en")) is not None
    assert reading_ease([CHEMO] * 29, "en").smog is None


def test_long_words_are_counted_and_explained_ones_are_short():
    text = count(CHEMO, "en")
    assert (text.words, text.syllables, text.long_words) == (8, 18, 3)
    told = count(CHEMO, "en", {"chemotherapy", "leukaemia"})
    # 18 - 5 - 4 + 1 + 1
    assert (told.words, told.syllables, told.long_words) == (8, 11, 1)
    assert flesch_kincaid(told) < flesch_kincaid(text)


def test_the_words_that_make_a_text_hard_are_named_the_most_frequent_first():
    assert hard_words([CHEMO, "Medicine helps."], "en", {"leukaemia"}) == (
        HardWord("medicine", 2),
        HardWord("chemotherapy", 1),
    )
    assert hard_words([CAT], "en") == (HardWord("another", 1),)
    assert [one.word for one in hard_words([MEDULA], "es", {"leucemia", "médula", "ósea"})] == [
        "demasiadas",
        "células",
        "jóvenes",
    ]


def test_the_ease_of_a_text_is_of_its_own_language():
    english, spanish = reading_ease([MARROW], "en"), reading_ease([MEDULA], "es")
    assert isinstance(english, EnglishEase)
    assert isinstance(spanish, SpanishEase)
    assert english.grade == pytest.approx(1.9018, abs=0.0001)
    assert spanish.inflesz == pytest.approx(75.5683, abs=0.0001)
    assert spanish.fernandez_huerta == pytest.approx(80.04)
    with pytest.raises(KeyError):
        reading_ease([MARROW], "fr")


def test_the_share_of_passive_sentences():
    ease = reading_ease(["The medicine is given. We help. You can ask. It was found."], "en")
    assert (ease.passive, ease.passive_share) == (2, 0.5)


@pytest.mark.parametrize(
    ("text", "language", "bar"),
    [
        ("Chemotherapy administration necessitates hospitalisation. " * 3, "en", "grade"),
        ("Our hospital has medicine and a library. " * 30, "en", "SMOG"),
        ("The medicine was given. " * 4, "en", "100% passive"),
        (f"{'We go on and ' * 7}rest.", "en", "a sentence of 29 words"),
        ("We stay with you all the way, from the first day to the last. " * 3, "en", "14.0 words a sentence"),
        ("La administración de quimioterapia intratecal requiere hospitalización. " * 3, "es", "INFLESZ"),
        (f"{'Ya va y no ' * 7}se va.", "es", "a sentence of 30 words"),
    ],
)
def test_a_text_that_is_hard_to_read_is_told_by_which_bar(text, language, bar):
    assert any(each.startswith(bar) for each in reading_ease([text], language).too_hard())


def test_a_text_that_reads_easily_misses_no_bar():
    assert reading_ease([MARROW], "en").too_hard() == ()
    assert reading_ease([MEDULA], "es").too_hard() == ()


def test_no_text_has_no_figures_to_miss():
    assert reading_ease([], "en").too_hard() == ()
    assert reading_ease([], "es").too_hard() == ()


def test_sentences_end_where_a_new_one_begins():
    assert sentences_of("Call us. Dr. is no end? Yes! It is 38.0 °C or more.") == (
        "Call us.", "Dr is no end?", "Yes!", "It is 38.0 °C or more.",
    )  # fmt: skip
    assert sentences_of("**Bold.** ¿Y ahora? Sí.") == ("Bold.", "¿Y ahora?", "Sí.")
    assert sentences_of("…") == ()
    assert sentences_of("We met in May. 3 of us came.") == ("We met in May.", "3 of us came.")


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Smith and Mrs. Lee see you at 9 a.m. Monday.",
        "Ask Dra. Ruiz o al Sr. Paz hoy.",
        "Some tests, e.g. Blood counts, come first.",
        "J. Smith wrote it.",
    ],
)
def test_a_shortened_word_ends_no_sentence(text):
    assert len(sentences_of(text)) == 1


def test_numbers_and_parts_of_joined_words_are_words():
    assert words_of("About 9 in 10 B-cell children’s counts, 38.0 °C") == (
        "About", "9", "in", "10", "B", "cell", "children’s", "counts", "38.0", "C",
    )  # fmt: skip
