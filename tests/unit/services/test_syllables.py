"""Syllables counted by the rules, against words that were parted by hand: the hyphens are the count."""

from __future__ import annotations

import pytest

from allcounsel.services.syllables import SPELLED, syllables_en, syllables_es

SPANISH = {
    "one vowel after another": "ca-os te-a-tro hé-ro-e po-e-ta le-er a-é-re-o lí-ne-a co-o-pe-rar ó-se-a "
    "ta-re-a",
    "an accent on the closed vowel parts": "pa-ís ma-íz ra-íz ba-úl re-ír o-ír tí-o frí-o dí-a guí-a "
    "to-da-ví-a con-ti-nú-a ac-tú-e o-í-a ca-í-da re-ca-í-da on-co-lo-gí-a ca-í-an ve-í-ais e-ner-gí-a",
    "one syllable of two vowels": "ai-re rei-na hoy soy rey muy cau-sa deu-da cie-lo sie-te ra-dio via-je "
    "a-gua cue-ro cuo-ta viu-da ciu-dad rui-do cui-da-do je-sui-ta triun-fo leu-ce-mia con-ti-nuo es-tu-dio "
    "re-mi-sión tra-ta-mien-to guion",
    "two closed vowels with an accent": "cuí-da-te lin-güís-ti-ca cons-truí vein-tiún in-ter-viú",
    "the same closed vowel twice": "chi-i-ta du-un-vi-ro",
    "three vowels": "buey miau u-ru-guay pa-ra-guay a-ve-ri-guáis lim-piáis cam-biéis",
    "a silent u": "que quien quie-ro gue-rra guí-a qui-mio-te-ra-pia pe-que-ño al-guien",
    "an u with two dots": "pin-güi-no ver-güen-za ci-güe-ña a-güi-ta",
    "an h between vowels": "a-ho-ra bú-ho ve-hí-cu-lo co-he-te al-co-hol al-mo-ha-da pro-hí-be re-hú-sa "
    "ahu-mar prohi-bir a-hí hue-so des-hie-lo",
    "a y as vowel and as consonant": "y yo ya ma-yo re-yes ley es-toy a-yu-da u-ru-gua-yo",
    "words of this field": "mé-du-la pla-que-tas gló-bu-los cé-lu-las lin-fo-blás-ti-ca man-te-ni-mien-to "
    "con-so-li-da-ción ra-dio-te-ra-pia in-mu-no-te-ra-pia tras-plan-te pun-ción es-te-roi-des",
}

ENGLISH = (
    "a cells stopped start-ed need-ed chang-es names ta-ble lit-tle be-fore ra-di-a-tion leu-kae-mi-a "
    "in-fec-tion child’s chil-dren’s e-mer-gen-cy di-ar-rhoe-a fam-i-ly i-de-a tem-per-a-ture vom-it-ing "
    "sei-zure on-col-o-gist peo-ple"
)


@pytest.mark.parametrize("parted", [word for words in SPANISH.values() for word in words.split()])
def test_a_spanish_word_has_as_many_syllables_as_by_hand(parted):
    assert syllables_es(parted.replace("-", "")) == parted.count("-") + 1


def test_each_rule_of_spanish_has_words():
    words = [word for words in SPANISH.values() for word in words.split()]
    assert len(words) > 100
    assert all(words.split() for words in SPANISH.values())


@pytest.mark.parametrize("parted", ENGLISH.split())
def test_an_english_word_has_as_many_syllables_as_by_hand(parted):
    assert syllables_en(parted.replace("-", "")) == parted.count("-") + 1


def test_capitals_and_decomposed_accents_count_alike():
    assert syllables_es("MÉDULA") == syllables_es("me\u0301dula") == 3
    assert syllables_en("Leukaemia") == 4


@pytest.mark.parametrize(
    ("letters", "english", "spanish"),
    [("ALL", 3, 5), ("LLA", 3, 5), ("ADN", 3, 4), ("NCI", 3, 4), ("US", 2, 3)],
)
def test_what_is_said_letter_by_letter_counts_its_letters(letters, english, spanish):
    assert letters in SPELLED
    assert syllables_en(letters) == english
    assert syllables_es(letters) == spanish


def test_a_word_in_small_letters_is_not_spelled():
    assert syllables_en("all") == 1
    assert syllables_en("us") == 1


def test_no_word_has_no_syllable():
    assert syllables_es("pst") == syllables_en("pst") == 1
