"""Syllables of English and Spanish words: rules and, for English, the words of this field that break them."""

from __future__ import annotations

import re
import unicodedata

# ---- English
_BY_COUNT = {
    1: "are blood bone care child's clothes does gene genes here month months more there were where",
    2: (
        "acute awhile before being business cancer careful closely create diet doesn't every fluid "
        "fluids helpful homework hopeful immune later lifetime likely maybe merely movement nothing "
        "outcome people placement platelets poem quiet rarely react safely science siblings someone "
        "something sometimes somewhere statement statements surely therefore tiredness trial trials "
        "useful vaccine vaccines via"
    ),
    3: (
        "allcounsel area chromosome chromosomes completely created everyone everything hospital idea "
        "ideas involvement medicine medicines period prednisone reaction serious usual vincristine"
    ),
    4: (
        "anthracyclines cytarabine dasatinib diarrhoea entirely etoposide ifosfamide imatinib leukaemia "
        "leukemia lymphoblastic methotrexate nelarabine radiation society unusual usually"
    ),
    5: (
        "asparaginase blinatumomab chemotherapy cyclophosphamide doxorubicin inotuzumab mercaptopurine "
        "philadelphia"
    ),
}
_EXCEPTIONS = {word: count for count, words in _BY_COUNT.items() for word in words.split()}
_VOWELS = re.compile(r"[aeiouy]+")
_SPLIT = re.compile(r"ia(?!l\b|n\b|ns\b|lly\b)|io(?!n|us)|iu|[^gq]ua(?!r)|eo(?!u|n\b)|uou|ii|ying|ism\b")
_SILENT = re.compile(r"[^aeiouy]e$|[^aeiouydtl]ed$|[^aeiouysxzcg]es$|(?<!l)les$")


def syllables_en(word: str) -> int:
    """Syllables of an English word; never fewer than one."""
    plain = word.lower().replace("’", "'")
    if plain in _EXCEPTIONS:
        return _EXCEPTIONS[plain]
    plain = plain.removesuffix("'s").replace("'", "")
    count = len(_VOWELS.findall(plain)) + len(_SPLIT.findall(plain))
    if _SILENT.search(plain) and not re.search(r"[^aeiouy]le(?:s|d)?$", plain):
        count -= 1
    return max(count, 1)


# ---- Spanish
_STRONG, _ACCENTED, _WEAK = frozenset("aeoáéó"), frozenset("íú"), frozenset("iuü")
_ALL = _STRONG | _ACCENTED | _WEAK


def syllables_es(word: str) -> int:
    """Syllables of a Spanish word: strong vowels stand apart, weak ones lean on their neighbour."""
    plain = unicodedata.normalize("NFC", word.lower())
    plain = re.sub(r"qu(?=[eiéí])|gu(?=[eiéí])", "g", plain)
    plain = re.sub(r"y(?![aeiouáéíóú])", "i", plain)
    count, before = 0, ""
    for letter in plain.replace("h", ""):
        if letter in _ALL and not _leans(letter, before):
            count += 1
        before = letter
    return max(count, 1)


def _leans(vowel: str, before: str) -> bool:
    """Whether a vowel is spoken in one syllable with the letter before it."""
    if vowel in _WEAK:
        return before in _STRONG | _WEAK
    return vowel in _STRONG and before in _WEAK
