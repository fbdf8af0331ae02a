"""Breaks text with bold marks into lines of a width: the same lines in the diagram and on paper.

Only ordinary spaces, hyphens and soft hyphens may break; a no-break or thin space never does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from allcounsel.domain.diagram import Measure
from allcounsel.domain.primitives import Words

BOLD = 700
SOFT_HYPHEN = "\u00ad"
MIDDLE_OF_CAPITALS = 0.334
"""Half the height of a capital letter: it is set in the middle of its line."""

_TOKENS = re.compile(r"[ \t\r\n]+|[^ \t\r\n]+")
_BREAKS = re.compile(r"(?<=[^\W\d_][-/–\u00ad])(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text is set: size and line in points, and the weight of what is not marked bold."""

    size: float
    leading: float
    weight: int = 400

    def bold(self) -> TextStyle:
        """The same, bold throughout."""
        return TextStyle(self.size, self.leading, BOLD)


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring words of one weight."""

    text: str
    weight: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line; ``indent``: how far it starts from the left."""

    runs: tuple[Run, ...]
    indent: float = 0.0

    @property
    def text(self) -> str:
        """The words without their weights."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class _Token:
    """Something that stays together, after a space or straight after the token before."""

    runs: tuple[Run, ...]
    spaced: bool


Length = Callable[[Iterable[Run]], float]


def wrap(
    text: str, style: TextStyle, width: float, measure: Measure, *, indent: float = 0.0
) -> tuple[Line, ...]:
    """The lines of a text with ``**`` marks; words wider than a line are cut. ``indent``: of the first."""
    length: Length = partial(_length, measure=measure, size=style.size)
    lines: list[Line] = []
    held: tuple[Run, ...] = ()
    start = reach = indent
    for token in _fitting(_tokens(text, style.weight), width, length):
        space = measure(" ", style.size, held[-1].weight) if held and token.spaced else 0.0
        if (held or start) and reach + space + length(_trimmed(token.runs)) > width:
            lines.append(Line(_trimmed(held), start))
            held, start, reach, space = (), 0.0, 0.0, 0.0
        # A soft hyphen takes no room as long as the word goes on.
        reach += space + length(token.runs)
        held = _joined(held, token)
    if held:
        lines.append(Line(_trimmed(held), start))
    return tuple(lines)


def longest_word(texts: Iterable[str], style: TextStyle, measure: Measure) -> float:
    """Width of the longest piece that cannot be broken."""
    return max(
        (
            _length(_trimmed(token.runs), measure=measure, size=style.size)
            for text in texts
            for token in _tokens(text, style.weight)
        ),
        default=0.0,
    )


def set_lines(
    lines: Sequence[Line], style: TextStyle, left: float, top: float, measure: Measure, colour: str = "ink"
) -> tuple[Words, ...]:
    """The lines as words to draw, the first line's box starting at ``top``."""
    found = []
    for index, line in enumerate(lines):
        x = left + line.indent
        base = top + style.leading * (index + 0.5) + style.size * MIDDLE_OF_CAPITALS
        for run in line.runs:
            found.append(Words(x, base, run.text, style.size, run.weight, colour))
            x += measure(run.text, style.size, run.weight)
    return tuple(found)


def line_width(line: Line, size: float, measure: Measure) -> float:
    """How far a line reaches, its indent included."""
    return line.indent + _length(line.runs, measure=measure, size=size)


def _length(runs: Iterable[Run], *, measure: Measure, size: float) -> float:
    return sum(measure(run.text, size, run.weight) for run in runs)


def _tokens(text: str, weight: int) -> Iterator[_Token]:
    """Cuts a text where a line may end; marks switch between the weight and bold."""
    held: list[Run] = []
    spaced = False
    for index, part in enumerate(text.split("**")):
        heavy = BOLD if index % 2 else weight
        for found in _TOKENS.findall(part):
            if found.isspace() and found[0] in " \t\r\n":
                if held:
                    yield _Token(tuple(held), spaced)
                held, spaced = [], True
                continue
            *before, last = _BREAKS.split(found)
            for piece in before:
                yield _Token((*held, Run(piece, heavy)), spaced)
                held, spaced = [], False
            held.append(Run(last, heavy))
    if held:
        yield _Token(tuple(held), spaced)


def _joined(held: tuple[Run, ...], token: _Token) -> tuple[Run, ...]:
    """The runs with a token behind them; soft hyphens that turned out inside a line are dropped."""
    if not held:
        return token.runs
    space = " " if token.spaced else ""
    *before, last = held
    last = Run(last.text.removesuffix(SOFT_HYPHEN) + space, last.weight)
    first, *rest = token.runs
    if first.weight == last.weight:
        return (*before, Run(last.text + first.text, last.weight), *rest)
    return (*before, last, first, *rest)


def _trimmed(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs as they are at the end of a line: a soft hyphen becomes a hyphen."""
    if not runs or not runs[-1].text.endswith(SOFT_HYPHEN):
        return runs
    *before, last = runs
    return (*before, Run(last.text.removesuffix(SOFT_HYPHEN) + "-", last.weight))


def _fitting(tokens: Iterable[_Token], width: float, length: Length) -> Iterator[_Token]:
    """The tokens, those wider than a line cut into pieces that fit."""
    for token in tokens:
        if length(_trimmed(token.runs)) <= width:
            yield token
        else:
            yield from _pieces(token, width, length)


def _pieces(token: _Token, width: float, length: Length) -> Iterator[_Token]:
    """A word cut wherever the line is full."""
    held: list[Run] = []
    spaced = token.spaced
    reach = 0.0
    for run in token.runs:
        text = ""
        for character in run.text:
            advance = length((Run(character, run.weight),))
            if (held or text) and reach + advance > width:
                yield _Token((*held, Run(text, run.weight)) if text else tuple(held), spaced)
                held, text, spaced, reach = [], "", False, 0.0
            text += character
            reach += advance
        held.extend([Run(text, run.weight)] if text else [])
    if held:
        yield _Token(tuple(held), spaced)
