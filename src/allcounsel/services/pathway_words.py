"""The words of the pathway diagram for one child, out of the release's texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from allcounsel.domain.assessment import Assessment, Pathway, PathwayNode
from allcounsel.domain.diagram import DiagramPlan, DiagramWords, NodeWords
from allcounsel.domain.handout import HOUSE, Piece
from allcounsel.domain.ids import EvidenceId
from allcounsel.domain.text import TextCatalogue


@dataclass(frozen=True, slots=True)
class RoadEntry:
    """One step as it stands in the list beside the picture."""

    node: PathwayNode
    title: str
    words: str
    clinician: str


TESTS, RISK_GROUP, FOLLOW_UP = "tests", "risk_group", "follow_up"
UNDECIDED = frozenset({"mrd_grey_zone", "marrow_mrd_discordant"})
"""Flags of a check that is in, and that the sources leave open: nobody waits for a result then."""


def _key(node: PathwayNode, part: str) -> str:
    """Where its line or its words stand: those of the situation, if it has any."""
    return ".".join(filter(None, ("pathway", node.id, node.said_for, part)))


def waiting_words(text: TextCatalogue, flags: tuple[str, ...]) -> str:
    """What a pending step says: that we wait, or that the answer is in and not clear."""
    return text("pathway.undecided" if UNDECIDED & set(flags) else "pathway.waiting")


def diagram_words(
    text: TextCatalogue, pathway: Pathway, group_label: str, assessment: Assessment
) -> DiagramWords:
    """Every word of the picture. ``group_label`` stands in the step "risk group"."""
    undecided = bool(UNDECIDED & set(assessment.flags))
    nodes = {}
    for node in pathway.nodes:
        line = f"{group_label}." if node.id == RISK_GROUP and group_label else text(_key(node, "line"))
        nodes[str(node.id)] = NodeWords(text(f"pathway.{node.id}.title"), line)
    return DiagramWords(
        title=text("pathway.title"),
        nodes=nodes,
        here=text("pathway.here"),
        done=text("pathway.done"),
        waiting=waiting_words(text, assessment.flags),
        legend_solid=text("pathway.legend.solid"),
        legend_dashed=text("pathway.legend.dashed"),
        legend_pending=text("pathway.legend.undecided" if undecided else "pathway.legend.pending"),
        sometimes=text("pathway.sometimes_here"),
        another_road="" if _is_over(pathway) else _another_road(text),
        intro=text("pathway.intro"),
        unfinished=frozenset(_unfinished(assessment)),
    )


def _is_over(pathway: Pathway) -> bool:
    """Whether the first treatment has ended: no other road leaves from a check of its first weeks."""
    last = pathway.node(FOLLOW_UP)
    return last is not None and last.current


def _another_road(text: TextCatalogue) -> str:
    return f"**{text('pathway.another_road.title')}.** {text('pathway.another_road.line')}"


def _unfinished(assessment: Assessment) -> Iterator[str]:
    """Steps that are never ticked off, wherever the child stands: a group "for now" is not done."""
    if _results_are_out(assessment):
        yield TESTS
    if len(assessment.possible_groups) > 1:
        yield RISK_GROUP


def _results_are_out(assessment: Assessment) -> bool:
    """Whether a result that is still open could bring another group or special group."""
    now = assessment.group, assessment.special_groups
    return any(
        (change.outcome.group, change.outcome.special_groups) != now for change in assessment.could_change
    )


def road_entries(text: TextCatalogue, pathway: Pathway, group_label: str = "") -> tuple[RoadEntry, ...]:
    """The same road as a list, in drawing order. ``group_label`` stands in the step "risk group"."""

    def words(node: PathwayNode) -> str:
        named = [f"{group_label}."] if node.id == RISK_GROUP and group_label else []
        return " ".join([*named, text(_key(node, "words"))])

    return tuple(
        RoadEntry(node, text(f"pathway.{node.id}.title"), words(node), text(f"pathway.{node.id}.clinician"))
        for node in pathway.nodes
    )


def pieces_of_plan(
    plan: DiagramPlan,
    words: DiagramWords,
    pathway: Pathway,
    told: Callable[[tuple[EvidenceId, ...]], tuple[EvidenceId, ...]],
) -> tuple[Piece, ...]:
    """Every printed text of the picture with its sources: titles are labels, lines are sentences.

    ``told``: what of a step's sources stands on paper.
    """
    known: dict[str, tuple[str, str, tuple[EvidenceId, ...]]] = {}
    for node in pathway.nodes:
        own = words.nodes[node.id]
        known[own.title] = (f"pathway.{node.id}.title", "label", told(node.sources))
        known[own.line] = (_key(node, "line"), "sentence", told(node.sources))
    check = pathway.node("response_check")
    if words.another_road and check:
        known[words.another_road] = ("pathway.another_road", "sentence", told(check.sources))
    pieces = []
    for text in plan.texts:
        name, kind, sources = known.get(text, ("pathway.label", "label", (HOUSE,)))
        pieces.append(Piece(name, kind, text, sources))
    return tuple(pieces)
