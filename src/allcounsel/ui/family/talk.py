"""What the family view shows: the ideas of the paper in one language, and the picture of the road."""

from __future__ import annotations

from dataclasses import dataclass

from allcounsel.domain.assessment import Assessment, Pathway
from allcounsel.domain.case import Case
from allcounsel.domain.clinic import Clinic
from allcounsel.domain.diagram import DiagramPlan, DiagramWords
from allcounsel.domain.diagram_across import plan_across
from allcounsel.domain.handout import PaperChoices
from allcounsel.services.export_handout import composed
from allcounsel.services.family_view import CARDS, Idea, Line, foot, ideas, leaning, lines
from allcounsel.services.pathway_words import diagram_words
from allcounsel.ui.desk import Core


@dataclass(frozen=True, slots=True)
class Talk:
    """``lines``: each sentence in two languages, where there is another. ``foot``: what each page says."""

    ideas: tuple[Idea, ...]
    lines: tuple[Line, ...]
    foot: str
    road: Pathway | None
    road_words: DiagramWords | None

    def about(self, part: str) -> int | None:
        """The first idea of a part of the talk; None where the talk has no such part."""
        return next((index for index, idea in enumerate(self.ideas) if idea.about == part), None)


def talk_of(
    core: Core, case: Case, assessment: Assessment, clinic: Clinic, language: str, other: str
) -> Talk:
    """The talk in ``language``; ``other`` is the language of an interpreter's talk, none when empty."""
    choices = PaperChoices(language, numbers=True, cards=CARDS, second_language=other)
    day, frame = core.clock.today(), core.frame(choices)
    handout = composed(case, assessment, core.release, core.engine, clinic, day, choices, core.measure, frame)
    leans = leaning(core.release.texts["en"].texts)
    told = ideas(handout, leans)
    road = core.engine.road_as_titled(case, assessment)
    words = None
    if road is not None:
        group = told[0].title.plain if assessment.possible_groups else ""
        words = diagram_words(core.release.texts[language], road, group, assessment)
    said = " ".join(piece.plain for piece in foot(handout))
    return Talk(told, lines(handout, leans) if other else (), said, road, words)


def road_plan(core: Core, talk: Talk, width: float, size: float) -> DiagramPlan | None:
    """The picture of the road as wide as there is room; None where the child has no road."""
    if talk.road is None or talk.road_words is None:
        return None
    table = core.release.pathways
    return plan_across(talk.road_words, talk.road, table, core.measure, width=width, text_size=size)
