"""Passive voice in English: a form of "be" with a past participle after it, and not an adjective."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_BE_WORDS = (
    "am is are was were be been being isn't aren't wasn't weren't it's he's she's that's what's there's "
    "who's they're you're we're i'm"
)
_BETWEEN_WORDS = (
    "not also often usually then never always still sometimes now already well soon first once just "
    "even only all both each again perhaps maybe too almost seldom"
)
_ASKED_WORDS = "it they he she we you i this that these those there"
_ADJECTIVE_WORDS = (
    "tired worried scared frightened afraid excited confused relaxed surprised pleased interested bored "
    "upset concerned ashamed united supposed aged naked sacred wicked related mixed advanced married "
    "retired hundred crowded complicated experienced targeted swollen gone open closed"
)
_IRREGULAR_WORDS = (
    "beaten begun bitten bought bound broken brought built burnt caught chosen cut dealt done drawn "
    "driven drunk eaten fed felt forgotten fought found frozen given grown heard held hidden hit hurt "
    "kept known laid learnt led left lent let lit lost made meant met paid put read run said seen sent "
    "set sewn shot shown shut sold spent split spoken spread stolen struck stuck taken taught thought "
    "told torn understood withdrawn won worn woken written"
)
_BE = frozenset(_BE_WORDS.split())
_BETWEEN = frozenset(_BETWEEN_WORDS.split())
"""What may stand between the two. Words in -ly may too."""
_ASKED = frozenset(_ASKED_WORDS.split())
"""In a question these follow the form of "be"."""
_ADJECTIVES = frozenset(_ADJECTIVE_WORDS.split())
"""They look like participles, or are said with "be", and tell how somebody or something is."""
_IRREGULAR = frozenset(_IRREGULAR_WORDS.split())
_SHORTEST_ED = 4
"""A shorter word in -ed is no participle: red, bed."""


def is_passive(sentence: str) -> bool:
    """Whether an English sentence holds passive voice anywhere."""
    words = [word.lower().replace("’", "'") for word in _WORD.findall(sentence)]
    return any(word in _BE and _is_participle(_after(words, index)) for index, word in enumerate(words))


def _after(words: list[str], index: int) -> str:
    """The word that belongs to a form of "be", past adverbs and past whom a question is about."""
    asks = index == 0 or words[index - 1] in ("how", "when", "where", "why", "what", "which", "who")
    at = index + 1
    if asks and at < len(words) and words[at] in _ASKED:
        at += 1
    while at < len(words) and (words[at] in _BETWEEN or words[at].endswith("ly")):
        at += 1
    return words[at] if at < len(words) else ""


def _is_participle(word: str) -> bool:
    if word in _ADJECTIVES:
        return False
    regular = len(word) >= _SHORTEST_ED and word.endswith("ed") and not word.endswith("eed")
    return regular or word in _IRREGULAR
