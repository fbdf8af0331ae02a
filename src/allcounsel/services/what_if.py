"""What an open result would change, tried out on a copy: the child's own case is never touched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from allcounsel.domain.answers import Answer, GeneResult, Mrd
from allcounsel.domain.assessment import Assessment, NodeStyle
from allcounsel.domain.case import Case
from allcounsel.domain.feature import Feature, FeatureDictionary, FeatureKind
from allcounsel.domain.ids import FeatureId, NodeId

CLEAR = Mrd("flow", below=Decimal("0.01"))
"""A test that could have seen 0.01 % found nothing."""

MOST_EXAMPLES = 3
"""So many examples of a number are tried out; each brings something else."""


@dataclass(frozen=True, slots=True)
class Trial:
    """An open question, and answers to try there."""

    feature: FeatureId
    answers: tuple[Answer, ...]


def trials(assessment: Assessment, dictionary: FeatureDictionary) -> tuple[Trial, ...]:
    """Every open question of which some answer alone would change something, those of the group first."""
    moving: dict[FeatureId, bool] = {}
    for change in assessment.could_change:
        moves = change.outcome.group != assessment.group
        moving[change.feature] = moving.get(change.feature, False) or moves
    ordered = sorted(moving, key=lambda name: not moving[name])
    return tuple(Trial(name, _answers(assessment, dictionary[name])) for name in ordered)


def _answers(assessment: Assessment, feature: Feature) -> tuple[Answer, ...]:
    if feature.kind is FeatureKind.GENE:
        return tuple(GeneResult(option) for option in feature.settled_options)
    if feature.kind is FeatureKind.CHOICE:
        return feature.settled_options
    examples = {
        change.outcome: change.answer for change in assessment.could_change if change.feature == feature.id
    }
    clear = (CLEAR,) if feature.kind is FeatureKind.MRD else ()
    return (*clear, *tuple(examples.values())[:MOST_EXAMPLES])


def tried(case: Case, answers: Mapping[FeatureId, Answer]) -> Case:
    """A copy of the case with these answers in it."""
    for name, answer in answers.items():
        case = case.with_answer(name, answer)
    return case


@dataclass(frozen=True, slots=True)
class RoadChange:
    """A step that stands otherwise on that road than on the one of now. ``style``: how; none where it is not
    on it any more.
    """

    node: NodeId
    style: NodeStyle | None


def road_changes(now: Assessment, then: Assessment) -> tuple[RoadChange, ...]:
    """The steps in which two roads differ: first what stands otherwise, then what goes."""
    before, after = _steps(now), _steps(then)
    otherwise = [RoadChange(node, style) for node, style in after.items() if before.get(node) is not style]
    goes = [RoadChange(node, None) for node in before if node not in after]
    return (*otherwise, *goes)


def _steps(assessment: Assessment) -> dict[NodeId, NodeStyle]:
    return {node.id: node.style for node in assessment.pathway.nodes} if assessment.pathway else {}
