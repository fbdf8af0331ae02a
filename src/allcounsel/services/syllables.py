"""Syllables of English and Spanish words: rules and, for English, the words of this field that break them."""

from __future__ import annotations

import re
import unicodedata

# ---- words that are said letter by letter
_SPELLED_WORDS = "ADN ALL ARN CNS DNA LLA MRD NCI NGS PCR PDQ RNA SNC TKI UK UN US USA"
SPELLED = frozenset(_SPELLED_WORDS.split())
_TWO_IN_SPANISH = frozenset("FHJLMNÑRSXZ")
"""Letters whose Spanish names have two syllables: efe, hache, jota."""

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
    if word in SPELLED:
        return len(word)
    plain = word.lower().replace("’", "'")
    if plain in _EXCEPTIONS:
        return _EXCEPTIONS[plain]
    plain = plain.removesuffix("'s").replace("'", "")
    count = len(_VOWELS.findall(plain)) + len(_SPLIT.findall(plain))
    if _SILENT.search(plain) and not re.search(r"[^aeiouy]le(?:s|d)?$", plain):
        count -= 1
    return max(count, 1)


# ---- Spanish
_OPEN, _CLOSED, _ACCENTED = frozenset("aeoáéó"), frozenset("iuü"), frozenset("íú")
_VOWELS_ES = _OPEN | _CLOSED | _ACCENTED
_PLAIN = str.maketrans("íúü", "iuu")


def syllables_es(word: str) -> int:
    """Syllables of a Spanish word by the rules of its spelling; never fewer than one.

    An h is not heard, a y that no vowel follows is an i, and the u of que, qui, gue and gui is silent.
    """
    if word in SPELLED:
        return sum(1 + (letter in _TWO_IN_SPANISH) for letter in word)
    plain = unicodedata.normalize("NFC", word.lower())
    plain = re.sub(r"qu(?=[eiéí])|gu(?=[eiéí])", "g", plain)
    plain = re.sub(r"y(?![aeiouáéíóú])", "i", plain)
    count, before = 0, ""
    for letter in plain.replace("h", ""):
        if letter in _VOWELS_ES and not _leans(letter, before):
            count += 1
        before = letter
    return max(count, 1)


def _leans(vowel: str, before: str) -> bool:
    """Whether a vowel is spoken in one syllable with the letter before it."""
    if before not in _VOWELS_ES:
        return False
    if vowel in _OPEN:
        return before in _CLOSED
    if before in _OPEN:
        return vowel in _CLOSED
    # Two closed vowels are one syllable, accented or not, unless they are the same one.
    return vowel.translate(_PLAIN) != before.translate(_PLAIN)
