"""From a case and its assessment to the family handout as content: every piece with its sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from allcounsel import __version__
from allcounsel.domain.assess import Engine
from allcounsel.domain.assessment import Assessment, Pathway
from allcounsel.domain.case import LABEL, Case
from allcounsel.domain.clinic import Clinic
from allcounsel.domain.condition import Value
from allcounsel.domain.currency import review_of
from allcounsel.domain.diagram import Measure
from allcounsel.domain.diagram_down import plan_down
from allcounsel.domain.handout import (
    HOUSE,
    Block,
    Bullets,
    CardPlan,
    Figure,
    Handout,
    Heading,
    PaperChoices,
    Piece,
    Section,
    SectionPlan,
    WritingLines,
    pieces_of,
)
from allcounsel.domain.ids import EvidenceId, SourceId
from allcounsel.domain.release import ContentRelease
from allcounsel.services.age_of_child import AGE_OF_CHILD, age_of_child
from allcounsel.services.currency import family_entry
from allcounsel.services.dates import NO_BREAK
from allcounsel.services.handout_pieces import LINES_TO_WRITE_ON, Printer
from allcounsel.services.measured import measured_in
from allcounsel.services.numbers import numbers_refused
from allcounsel.services.open_topics import Child, OpenTopic, open_boxes
from allcounsel.services.page_one import PAGE_ONE, page_one
from allcounsel.services.pathway_words import diagram_words, pieces_of_plan
from allcounsel.services.signoff import is_reviewed
from allcounsel.services.words import Words

ROAD, OPEN_RESULTS, NUMBERS, SOURCES = "road", "open_results", "numbers", "sources"
"""Sections that are more than their sentences."""

TEXT_SIZES = {"standard": 14.0, "large": 18.0, "giant": 24.0}
"""Body text in points (look.md 9)."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The room on the chosen paper, in points: the column of text, and a figure under a title."""

    width: float
    figure_height: float


def compose(  # noqa: PLR0913, PLR0917  # everything that decides what is printed, each from its own owner
    case: Case,
    assessment: Assessment,
    release: ContentRelease,
    engine: Engine,
    clinic: Clinic,
    made_on: date,
    choices: PaperChoices,
    measure: Measure,
    frame: Frame,
) -> Handout:
    """The handout. The caller has checked that it may be made (see ``export_handout``)."""
    words = Words(release, choices.language)
    # A day that has gone by is no news: without it the family is told to ask.
    case = replace(case, expected={name: due for name, due in case.expected.items() if due >= made_on})
    child = Child(case, assessment, release, words, engine.evaluator(case, assessment), made_on)
    languages = {choices.language, choices.second_language} - {""}
    facts: dict[str, Value] = {
        "clinic.country": clinic.country.upper(),
        "clinic.address": "yes" if clinic.address else "no",
        "content.review": review_of(release.info, made_on).value,
        "text.reviewed": "yes" if is_reviewed(release, languages) else "no",
        "page.open_rows": Decimal(len(next(iter(open_boxes(child)), ()))),
    }
    age = age_of_child(case)
    facts |= {} if age is None else {AGE_OF_CHILD: Decimal(age)}
    evaluator = engine.evaluator(case, assessment, facts)
    printer = Printer(release, choices.language, evaluator, _holes(child, clinic, made_on))
    drawn = engine.road_as_titled(case, assessment)
    composer = _Composer(child, printer, choices, measure, frame, drawn)
    plans = {plan.id: plan for plan in release.sections}
    sections = tuple(composer.sections())
    first = plans[PAGE_ONE]
    head = printer.pieces(first, "page_one.head.")
    foot = printer.pieces(first, "page_one.foot.")
    sections = (*sections, *composer.sources(plans[SOURCES], (*head, *foot), sections))
    return Handout(
        title=printer.pieces(first, "page_one.title")[0].plain,
        label=case.text(LABEL),
        made_on=made_on,
        choices=choices,
        practice=clinic.practice,
        head=head,
        foot=foot,
        sections=sections,
        logo=clinic.logo,
    )


def _holes(child: Child, clinic: Clinic, made_on: date) -> dict[str, str]:
    info, words = child.release.info, child.words
    threshold = clinic.fever_threshold
    return {
        **child.release.settings,
        "clinic": clinic.name,
        "address": clinic.address,
        "phone": clinic.phone.replace(" ", NO_BREAK),
        "out_of_hours_phone": clinic.out_of_hours_phone.replace(" ", NO_BREAK),
        "emergency_number": clinic.emergency_number.replace(" ", NO_BREAK),
        "hospital": clinic.hospital,
        "threshold": f"{_degrees(threshold.value)}{NO_BREAK}°{threshold.unit}",
        "measured": measured_in(words, threshold.measured),
        "date": words.day(made_on),
        "group": child.words.title(child.assessment),
        "published_group": words.group_label(child.assessment),
        "version": info.version,
        "app_version": __version__,
        "checked": words.day(info.checked),
        "review_due": words.day(info.review_due),
        "months": str(info.long_past_after_months),
        "page": "{page}",
        "pages": "{pages}",
    }


def titled(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The first section of a card: its heading is the title of the page."""
    head, *rest = blocks
    return (replace(head, level=1) if isinstance(head, Heading) else head, *rest)


def chosen_cards(release: ContentRelease, wanted: tuple[str, ...]) -> tuple[CardPlan, ...]:
    """The cards to print: all where none was chosen, else the wanted ones in their order around the others.

    What is always printed and stands first in the content comes first, and so does what stands last.
    """
    if not wanted:
        return release.cards
    by_id = {card.id: card for card in release.cards}
    always = [card for card in release.cards if card.always]
    first = [card for card in always if card is release.cards[0]]
    chosen = [by_id[name] for name in wanted if name in by_id and not by_id[name].always]
    return (*first, *chosen, *(card for card in always if card not in first))


def _degrees(value: object) -> str:
    text = str(value)
    return text if "." in text else f"{text}.0"


@dataclass(frozen=True, slots=True)
class _Composer:
    child: Child
    printer: Printer
    choices: PaperChoices
    measure: Measure
    frame: Frame
    road_drawn: Pathway | None

    def sections(self) -> Iterator[Section]:
        """Every section but the sources, as far as it is for this child."""
        for card in chosen_cards(self.child.release, self.choices.cards):
            yield from self._card(card)

    def _card(self, card: CardPlan) -> Iterator[Section]:
        made = [(plan, tuple(self._blocks(plan)) if self._is_wanted(plan) else ()) for plan in card.sections]
        kept = [(plan, blocks) for plan, blocks in made if blocks]
        for index, (plan, blocks) in enumerate(kept):
            ends = card.lines and index == len(kept) - 1
            lines = (WritingLines(LINES_TO_WRITE_ON, spare=True),) if ends else ()
            yield Section(plan.id, (*(blocks if index else titled(blocks)), *lines), index == 0, card.id)

    def _is_wanted(self, plan: SectionPlan) -> bool:
        """Whether the section is for this child; the sources are listed when all else is known."""
        if plan.id == SOURCES or (plan.id == NUMBERS and not self._numbers()):
            return False
        return self.printer.holds(plan.when)

    def _numbers(self) -> bool:
        return self.choices.numbers and not numbers_refused(self.child.case, self.child.assessment)

    def _blocks(self, plan: SectionPlan) -> Iterator[Block]:
        if plan.id == PAGE_ONE:
            return page_one(self.child, plan, self.printer)
        if plan.id == ROAD:
            return self._road(plan)
        if plan.id == OPEN_RESULTS:
            return self._open_results(plan)
        return self.printer.blocks(plan)

    def _open_results(self, plan: SectionPlan) -> Iterator[Block]:
        """What page one has no room for: what each open result could change, parted as it is there."""
        headings = self.printer.pieces(plan, "open_results.heading")
        boxes = open_boxes(self.child) if headings else ()
        if boxes:
            yield Heading(headings[0], 2)
        for part, topics in zip(("group", "treatment"), boxes, strict=False):
            if len(boxes) > 1:
                yield Heading(self.printer.pieces(plan, f"open_results.{part}")[0], 3)
            yield Bullets(tuple(self._change(topic) for topic in topics))

    def _change(self, topic: OpenTopic) -> Piece:
        text = self.printer.text
        words = f"**{text(f'topics.{topic.name}.name')}.** {text(f'topics.{topic.name}.change')}"
        told = self.child.release.told_to_families(topic.sources)
        return Piece(f"topics.{topic.name}.change", "list", words, told)

    def _road(self, plan: SectionPlan) -> Iterator[Block]:
        pathway = self.road_drawn
        if pathway is None:
            return
        yield from self.printer.blocks(plan)
        label = self.child.words.title(self.child.assessment) if self.child.assessment.possible_groups else ""
        words = diagram_words(self.printer.text, pathway, label, self.child.assessment)
        drawn = plan_down(
            words,
            pathway,
            self.child.release.pathways,
            self.measure,
            self.frame.width,
            TEXT_SIZES[self.choices.size],
            height=self.frame.figure_height,
        )
        told = self.child.release.told_to_families
        pieces = pieces_of_plan(drawn, words, pathway, told)
        yield Figure(drawn, self.printer.text("pathway.alternative"), pieces)

    def sources(
        self, plan: SectionPlan, around: tuple[Piece, ...], sections: tuple[Section, ...]
    ) -> Iterator[Section]:
        """The list of everything that the printed sentences rest on, newest first."""
        printed = [piece for section in sections for block in section.blocks for piece in pieces_of(block)]
        cited: dict[SourceId, EvidenceId] = {}
        for piece in (*around, *printed):
            for evidence_id in piece.sources:
                if evidence_id != HOUSE:
                    cited.setdefault(self.child.release.evidence[evidence_id].source, evidence_id)
        entries = tuple(self._source(source, evidence) for source, evidence in self._newest_first(cited))
        blocks = titled((*self.printer.blocks(plan), Bullets(entries)))
        yield Section(plan.id, blocks, new_page=True, card=SOURCES)

    def _newest_first(self, cited: dict[SourceId, EvidenceId]) -> list[tuple[SourceId, EvidenceId]]:
        sources = self.child.release.sources
        return sorted(cited.items(), key=lambda pair: (-(sources[pair[0]].year or 0), pair[0]))

    def _source(self, source_id: SourceId, evidence: EvidenceId) -> Piece:
        text = family_entry(self.child.words, self.child.release.sources[source_id])
        return Piece(f"sources.{source_id}", "list", text, (evidence,))
