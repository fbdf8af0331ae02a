"""How hard a text is to read, by published formulas: Flesch-Kincaid and SMOG for English, Fernández-Huerta
and Szigriszt-Pazos for Spanish; and what makes it hard: long sentences, passive voice, long words.

A formula counts syllables; it knows nothing of meaning, order or kindness. It warns, people judge.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from allcounsel.services.syllables import syllables_en, syllables_es

FEWEST_FOR_SMOG = 30
"""SMOG was made on samples of 30 sentences; with fewer it says too little (McLaughlin 1969)."""
LONG_WORD = 3

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_TOKEN = re.compile(r"[^\W_]+(?:['’.,][^\W_]+)*")
_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(¿¡]*[A-ZÁÉÍÓÚÑ¿¡])")
_SYLLABLES: dict[str, Callable[[str], int]] = {"en": syllables_en, "es": syllables_es}


@dataclass(frozen=True, slots=True)
class Counted:
    """A text in numbers. ``longest``: words of the longest sentence; ``long_words``: 3 syllables or more."""

    language: str
    sentences: int
    words: int
    syllables: int
    long_words: int
    longest: int
    passive: int

    @property
    def words_per_sentence(self) -> float:
        """Average length of a sentence; 0 where there is none."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def syllables_per_word(self) -> float:
        """Average length of a word; 0 where there is none."""
        return self.syllables / self.words if self.words else 0.0

    @property
    def passive_share(self) -> float:
        """Part of the sentences in passive voice, from 0 to 1."""
        return self.passive / self.sentences if self.sentences else 0.0


def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of a running text."""
    return tuple(part for part in _END.split(text.replace("**", "").strip()) if _TOKEN.search(part))


def words_of(sentence: str) -> tuple[str, ...]:
    """Words and numbers, as they are spoken between spaces; a hyphen parts words."""
    return tuple(_TOKEN.findall(sentence))


def counted(texts: Iterable[str], language: str, explained: Collection[str] = ()) -> Counted:
    """A text counted. ``explained``: words in lower case that the reader is told; they count as short."""
    syllables_in = _SYLLABLES[language]
    sentences = [sentence for text in texts for sentence in sentences_of(text)]
    lengths = [len(words_of(sentence)) for sentence in sentences]
    words = [word for sentence in sentences for word in words_of(sentence)]
    syllables = [1 if word.lower() in explained else _spoken(word, syllables_in) for word in words]
    return Counted(
        language=language,
        sentences=len(sentences),
        words=len(words),
        syllables=sum(syllables),
        long_words=sum(count >= LONG_WORD for count in syllables),
        longest=max(lengths, default=0),
        passive=sum(is_passive(sentence) for sentence in sentences) if language == "en" else 0,
    )


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
    """Ease for Spanish (Fernández Huerta 1959, as words a sentence): 100 is easiest."""
    return 206.84 - 60 * text.syllables_per_word - 1.02 * text.words_per_sentence


def szigriszt_pazos(text: Counted) -> float:
    """Perspicuity for Spanish (Szigriszt Pazos 1993), the figure of INFLESZ: from 65 on quite easy."""
    return 206.835 - 62.3 * text.syllables_per_word - text.words_per_sentence


# ---- passive voice
_BE = frozenset(("am", "is", "are", "was", "were", "be", "been", "being"))
_BETWEEN = frozenset(
    (
        "not",
        "also",
        "often",
        "usually",
        "then",
        "never",
        "always",
        "still",
        "sometimes",
        "now",
        "already",
        "well",
    )
)
_NOT_PASSIVE = frozenset(
    ("tired", "worried", "scared", "allowed", "needed", "used", "interested", "united", "supposed", "advised")
)
_IRREGULAR_WORDS = (
    "begun broken brought built called caught chosen cut done drawn felt found frozen given grown "
    "held hurt kept known left lost made meant paid put read seen sent set shown taken thought told "
    "won worn written"
)
_IRREGULAR = frozenset(_IRREGULAR_WORDS.split())


def is_passive(sentence: str) -> bool:
    """Whether an English sentence has a form of "be" with a past participle after it."""
    words = [word.lower() for word in _WORD.findall(sentence)]
    for index, word in enumerate(words):
        if word not in _BE:
            continue
        after = index + 1
        while after < len(words) and (words[after] in _BETWEEN or words[after].endswith("ly")):
            after += 1
        if after < len(words) and _is_participle(words[after]):
            return True
    return False


def _is_participle(word: str) -> bool:
    if word in _NOT_PASSIVE:
        return False
    return word in _IRREGULAR or (len(word) > 4 and word.endswith("ed") and not word.endswith("eed"))  # noqa: PLR2004
