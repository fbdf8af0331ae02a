"""What the diagram has to show, before any geometry: steps in order, lanes beside them, options, "here"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from allcounsel.domain.assessment import NodeStyle, Pathway, PathwayNode
from allcounsel.domain.diagram import DiagramWords
from allcounsel.domain.pathway import NodeKind, PathwayTable

CHECKS = frozenset({"response_check", "second_remission_check"})
"""Steps whose result decides what comes next: another road may leave here, or the options follow."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One node with its words. ``state``: the words that its style adds, such as "Waiting for a result"."""

    id: str
    style: NodeStyle
    title: str
    line: str
    state: str
    here: bool = False
    done: bool = False
    number: int | None = None
    another_road: str | None = None

    @property
    def pending(self) -> bool:
        """Whether it waits for a result."""
        return self.style is NodeStyle.PENDING

    @property
    def dashed(self) -> bool:
        """Whether it only may be part of the plan."""
        return self.style is NodeStyle.DASHED


@dataclass(frozen=True, slots=True)
class Lane:
    """Runs beside the steps ``first`` to ``last``; ``sometimes``: perhaps beside this one too."""

    stop: Stop
    first: int
    last: int
    sometimes: int | None


@dataclass(frozen=True, slots=True)
class Road:
    """The whole road. ``fork``: the options are what comes after the last step, none before another."""

    steps: tuple[Stop, ...]
    lanes: tuple[Lane, ...]
    options: tuple[Stop, ...]
    fork: bool

    def stops(self) -> Iterator[Stop]:
        """Every node in reading order."""
        yield from self.steps
        yield from (lane.stop for lane in self.lanes)
        yield from self.options


def read_road(words: DiagramWords, pathway: Pathway, table: PathwayTable | Sequence[NodeKind]) -> Road:
    """Sorts the nodes of a pathway by their places; KeyError for a node without words or without a place."""
    kinds = {kind.id: kind for kind in (table.nodes if isinstance(table, PathwayTable) else table)}
    steps = tuple(node for node in pathway.nodes if kinds[node.id].place == "step")
    here = next((index for index, node in enumerate(steps) if node.current), 0)
    check = next((node.id for node in steps if node.id in CHECKS and node.style is NodeStyle.PENDING), None)
    stops = tuple(
        _step(words, node, index, here, leaves=node.id == check) for index, node in enumerate(steps)
    )
    lanes = tuple(
        _lane(words, node, kinds[node.id], [step.id for step in steps])
        for node in pathway.nodes
        if kinds[node.id].place == "lane"
    )
    options = tuple(_stop(words, node) for node in pathway.nodes if kinds[node.id].place == "option")
    fork = bool(options and steps) and steps[-1].id in CHECKS
    return Road(stops, lanes, options, fork)


def _step(words: DiagramWords, node: PathwayNode, index: int, here: int, *, leaves: bool) -> Stop:
    stop = _stop(words, node)
    # A step that still waits for its result is never ticked off, however long ago it was.
    done = index < here and node.style is NodeStyle.SOLID and node.id not in words.unfinished
    return Stop(
        stop.id,
        stop.style,
        stop.title,
        stop.line,
        words.done if done and not stop.line else stop.state,
        here=node.current,
        done=done,
        number=index + 1,
        another_road=(words.another_road or None) if leaves else None,
    )


def _stop(words: DiagramWords, node: PathwayNode) -> Stop:
    mine = words.nodes[node.id]
    if node.style is not NodeStyle.PENDING:
        return Stop(node.id, node.style, mine.title, mine.line, "", here=node.current)
    if _says(mine.line, words.waiting):  # the line already says that we wait: it is not said twice
        return Stop(node.id, node.style, mine.title, "", mine.line, here=node.current)
    return Stop(node.id, node.style, mine.title, mine.line, words.waiting, here=node.current)


def _says(line: str, words: str) -> bool:
    return bool(words.strip(" .")) and words.strip(" .").casefold() in line.casefold()


def _lane(words: DiagramWords, node: PathwayNode, kind: NodeKind, steps: Sequence[str]) -> Lane:
    under = [index for index, step in enumerate(steps) if step in kind.spans]
    first, last = (min(under), max(under)) if under else (0, max(len(steps) - 1, 0))
    # Perhaps also under the step after it; the last step of a road is follow-up, where treatment has ended.
    after = last + 1 if words.sometimes and last + 2 < len(steps) else None
    return Lane(_stop(words, node), first, last, after)


def described(words: DiagramWords, stop: Stop) -> str:
    """What a screen reader says after the title: place, state, line."""
    parts = (
        words.here if stop.here else "",
        words.done if stop.done and not _says(f"{stop.line} {stop.state}", words.done) else "",
        words.legend_dashed if stop.dashed else "",
        stop.line,
        stop.state,
    )
    return " ".join(sentence(part) for part in parts if part)


def sentence(text: str) -> str:
    """The text with a full stop, unless it already ends."""
    return text if text.endswith((".", "?", "!", ":", "…")) else f"{text}."
