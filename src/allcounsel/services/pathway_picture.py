"""The pathway diagram as a file of its own: SVG, PDF or PNG."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from allcounsel.domain.assessment import Assessment
from allcounsel.domain.diagram import DiagramPlan, Measure
from allcounsel.domain.diagram_across import plan_across
from allcounsel.domain.release import ContentRelease
from allcounsel.services.currency import review_on_paper
from allcounsel.services.diagram_svg import diagram_svg
from allcounsel.services.palette import PAPER
from allcounsel.services.pathway_words import diagram_words
from allcounsel.services.ports import HandoutWriter
from allcounsel.services.words import Words

KINDS = ("svg", "png", "pdf")
PICTURE_DPI = 144


def picture_plan(
    assessment: Assessment, release: ContentRelease, words: Words, measure: Measure, today: date
) -> DiagramPlan:
    """The picture across, with its title, and a note once the content is past its review.

    ValueError for a case that has no road.
    """
    if assessment.pathway is None:
        message = "this case has no pathway"
        raise ValueError(message)
    label = words.title(assessment) if assessment.possible_groups else ""
    spoken = diagram_words(release.texts[words.language], assessment.pathway, label, assessment)
    spoken = replace(spoken, note=review_on_paper(words, today) or None)
    return plan_across(spoken, assessment.pathway, release.pathways, measure, titled=True)


def picture(plan: DiagramPlan, kind: str, writer: HandoutWriter) -> bytes:
    """The plan as the content of a file; ``kind``: one of ``KINDS``."""
    if kind == "svg":
        return diagram_svg(plan, PAPER).encode()
    pdf = writer.diagram_pdf(plan, grey=False)
    return pdf if kind == "pdf" else writer.pages(pdf, PICTURE_DPI)[0]
