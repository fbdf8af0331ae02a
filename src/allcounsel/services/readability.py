"""How hard a text is to read, by published formulas: Flesch-Kincaid and SMOG for English, Fernández-Huerta
and Szigriszt-Pazos for Spanish; and what makes it hard: long sentences, passive voice, long words.

A formula counts syllables; it knows nothing of meaning, order or kindness. It warns, people judge.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from allcounsel.services.passive import is_passive
from allcounsel.services.syllables import syllables_en, syllables_es

FEWEST_FOR_SMOG = 30
"""SMOG was made on samples of 30 sentences; with fewer it says too little (McLaughlin 1969)."""
LONG_WORD = 3
"""Syllables from which on a word is long."""
MOST_GRADE, MOST_SMOG, LEAST_INFLESZ = 6.0, 8.0, 65.0
MOST_WORDS, LONGEST, MOST_PASSIVE = 12.0, 25, 0.10

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_TOKEN = re.compile(r"[^\W_]+(?:['’.,][^\W_]+)*")
_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(¿¡]*[A-ZÁÉÍÓÚÑ¿¡\d])")
_SHORTENED = re.compile(r"\b(Drs?|Dras?|Mrs?|Ms|Sra?|Sta?|No|vs|etc|[ap]\.m|[a-z]\.g|i\.e|p\. ?ej|[A-Z])\.")
"""A dot that ends a shortened word ends no sentence, and would make the text look easier than it is."""
_SYLLABLES: dict[str, Callable[[str], int]] = {"en": syllables_en, "es": syllables_es}


@dataclass(frozen=True, slots=True)
class Counted:
    """A text in numbers. ``longest``: words of the longest sentence; ``long_words``: 3 syllables or more."""

    sentences: int
    words: int
    syllables: int
    long_words: int
    longest: int

    @property
    def words_per_sentence(self) -> float:
        """Average length of a sentence; 0 where there is none."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def syllables_per_word(self) -> float:
        """Average length of a word; 0 where there is none."""
        return self.syllables / self.words if self.words else 0.0


@dataclass(frozen=True, slots=True)
class EnglishEase:
    """An English text: US school grades, and how many of its sentences are in passive voice."""

    text: Counted
    passive: int

    @property
    def grade(self) -> float:
        """Flesch-Kincaid."""
        return flesch_kincaid(self.text)

    @property
    def smog(self) -> float | None:
        """SMOG; None where the text is too short for it."""
        return smog(self.text)

    @property
    def passive_share(self) -> float:
        """Part of the sentences in passive voice, from 0 to 1."""
        return self.passive / self.text.sentences if self.text.sentences else 0.0

    def too_hard(self) -> tuple[str, ...]:
        """Every bar that is not held, in figures."""
        grade, text = self.smog, self.text
        found = {
            f"grade {self.grade:.1f}": self.grade > MOST_GRADE,
            f"SMOG {grade or 0:.1f}": grade is not None and grade > MOST_SMOG,
            f"{text.words_per_sentence:.1f} words a sentence": text.words_per_sentence > MOST_WORDS,
            f"a sentence of {text.longest} words": text.longest > LONGEST,
            f"{self.passive_share:.0%} passive": self.passive_share > MOST_PASSIVE,
        }
        return tuple(bar for bar, missed in found.items() if missed)


@dataclass(frozen=True, slots=True)
class SpanishEase:
    """A Spanish text: points from 0 to 100, the more the easier; never a US school grade."""

    text: Counted

    @property
    def fernandez_huerta(self) -> float:
        """Fernández Huerta 1959."""
        return fernandez_huerta(self.text)

    @property
    def inflesz(self) -> float:
        """Szigriszt Pazos 1993, read on the INFLESZ scale: 65 to 80 is quite easy."""
        return szigriszt_pazos(self.text)

    def too_hard(self) -> tuple[str, ...]:
        """Every bar that is not held, in figures."""
        found = {
            f"INFLESZ {self.inflesz:.1f}": bool(self.text.sentences) and self.inflesz < LEAST_INFLESZ,
            f"a sentence of {self.text.longest} words": self.text.longest > LONGEST,
        }
        return tuple(bar for bar, missed in found.items() if missed)


ReadingEase = EnglishEase | SpanishEase


@dataclass(frozen=True, slots=True)
class HardWord:
    """A long word that nothing explains, in lower case, and how often it stands there."""

    word: str
    times: int


def reading_ease(texts: Iterable[str], language: str, explained: Collection[str] = ()) -> ReadingEase:
    """The figures of a running text; KeyError for a language that has no formula."""
    sentences = [sentence for text in texts for sentence in sentences_of(text)]
    text = counted(sentences, language, explained)
    if language == "es":
        return SpanishEase(text)
    return EnglishEase(text, sum(map(is_passive, sentences)))


def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of a running text."""
    whole = _SHORTENED.sub(r"\1", text.replace("**", "").replace("\u00a0", " ").strip())
    return tuple(part for part in _END.split(whole) if _TOKEN.search(part))


def words_of(sentence: str) -> tuple[str, ...]:
    """Words and numbers, as they are spoken between spaces; a hyphen parts words."""
    return tuple(_TOKEN.findall(sentence))


def counted(sentences: Sequence[str], language: str, explained: Collection[str] = ()) -> Counted:
    """Sentences counted. ``explained``: words in lower case that the reader is told; they count as short."""
    syllables_in = _SYLLABLES[language]
    lengths = [len(words_of(sentence)) for sentence in sentences]
    words = [word for sentence in sentences for word in words_of(sentence)]
    syllables = [1 if word.lower() in explained else _spoken(word, syllables_in) for word in words]
    return Counted(
        sentences=len(sentences),
        words=len(words),
        syllables=sum(syllables),
        long_words=sum(count >= LONG_WORD for count in syllables),
        longest=max(lengths, default=0),
    )


def hard_words(texts: Iterable[str], language: str, explained: Collection[str] = ()) -> tuple[HardWord, ...]:
    """The long words that nothing explains, the most frequent first."""
    words = (word for text in texts for sentence in sentences_of(text) for word in words_of(sentence))
    syllables_in = _SYLLABLES[language]
    found = Counter(
        word.lower()
        for word in words
        if word.lower() not in explained and _spoken(word, syllables_in) >= LONG_WORD
    )
    return tuple(HardWord(word, times) for word, times in found.most_common())


@lru_cache(maxsize=1 << 15)  # a family's papers use the same few thousand words over and over
def _spoken(word: str, syllables_in: Callable[[str], int]) -> int:
    """A number counts as one syllable: how it is spoken depends on who reads it."""
    return max(1, sum(syllables_in(part) for part in _WORD.findall(word)))


# ---- the formulas
def flesch_kincaid(text: Counted) -> float:
    """US school grade (Kincaid 1975)."""
    return 0.39 * text.words_per_sentence + 11.8 * text.syllables_per_word - 15.59


def smog(text: Counted) -> float | None:
    """US school grade (McLaughlin 1969); None for fewer than 30 sentences."""
    if text.sentences < FEWEST_FOR_SMOG:
        return None
    return 1.0430 * math.sqrt(text.long_words * 30 / text.sentences) + 3.1291


def fernandez_huerta(text: Counted) -> float:
    """Ease for Spanish (Fernández Huerta 1959): P syllables in 100 words, F words a sentence."""
    return 206.84 - 0.60 * 100 * text.syllables_per_word - 1.02 * text.words_per_sentence


def szigriszt_pazos(text: Counted) -> float:
    """Perspicuity for Spanish (Szigriszt Pazos 1993): S syllables, P words, F sentences."""
    return 206.835 - 62.3 * text.syllables_per_word - text.words_per_sentence
