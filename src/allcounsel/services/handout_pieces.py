"""Sentences of the content that print for one child, with their holes filled and their sources kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from allcounsel.domain.condition import Condition, Evaluator
from allcounsel.domain.handout import (
    Block,
    Bullets,
    Heading,
    IconArray,
    IconPart,
    Paragraph,
    Picture,
    Piece,
    SectionPlan,
    Sentence,
    WritingLines,
)
from allcounsel.domain.icon_array import counts_of
from allcounsel.domain.release import ContentRelease
from allcounsel.domain.truth import YES

LINES_TO_WRITE_ON = 4
_NO_PIECE = ("lines", "picture")
"""What is a block of its own, more or less than one piece of text."""


class Printer:
    """Turns planned sentences into printed pieces for one child."""

    def __init__(
        self, release: ContentRelease, language: str, evaluator: Evaluator, holes: Mapping[str, str]
    ) -> None:
        """``holes``: what the clinic and the result put into sentences."""
        self._release = release
        self.text = release.texts[language]
        self._evaluator = evaluator
        self._holes = holes

    def holds(self, condition: Condition | None) -> bool:
        """Whether a condition is known to hold; one that is not there always does."""
        return condition is None or self._evaluator.mask(condition) == YES

    def pieces(self, section: SectionPlan, prefix: str = "") -> tuple[Piece, ...]:
        """The pieces of a section whose id starts with ``prefix``, in order, as far as they print."""
        return tuple(
            self.piece(sentence)
            for sentence in section.sentences
            if sentence.id.startswith(prefix) and sentence.kind not in _NO_PIECE and self.holds(sentence.when)
        )

    def piece(self, sentence: Sentence) -> Piece:
        """One sentence as it is printed."""
        kind = "list" if sentence.kind == "step" else sentence.kind
        return self._piece(sentence, sentence.id, kind)

    def picture(self, sentence: Sentence) -> Picture:
        """A picture with its words, each of which rests on what the picture rests on."""
        return Picture(
            sentence.subject,
            self._piece(sentence, f"{sentence.id}.title", "label"),
            self._piece(sentence, f"{sentence.id}.how", "sentence"),
            self.text(f"handout.{sentence.id}.alternative", **self._holes),
        )

    def _piece(self, sentence: Sentence, piece_id: str, kind: str) -> Piece:
        words = self.text(f"handout.{piece_id}", **self._holes)
        return Piece(piece_id, kind, words, self._release.told_to_families(sentence.sources))

    def icon_array(self, sentence: Sentence) -> IconArray:
        """An array of circles: its words hold the very counts that are drawn."""
        told = self._release.told_to_families(sentence.sources)

        def piece(name: str, kind: str, **counted: str) -> Piece:
            key = f"{sentence.id}.{name}"
            return Piece(key, kind, self.text(f"handout.{key}", **self._holes, **counted), told)

        counts = counts_of([part.share for part in sentence.parts])
        parts = tuple(
            IconPart(piece(part.id, "label", count=str(count)), count)
            for part, count in zip(sentence.parts, counts, strict=True)
        )
        drawn = {part.id: str(count) for part, count in zip(sentence.parts, counts, strict=True)}
        alternative = self.text(f"handout.{sentence.id}.alternative", **self._holes, **drawn)
        return IconArray(piece("title", "label"), parts, piece("how", "sentence"), alternative)

    def blocks(self, section: SectionPlan) -> Iterator[Block]:
        """A section as headings, paragraphs and lists; a heading without anything under it is left out."""
        pending: Heading | None = None
        for block in self._runs(section):
            if isinstance(block, Heading):
                if pending and pending.level < block.level:
                    yield pending
                pending = block
            else:
                if pending:
                    yield pending
                pending = None
                yield block

    def _runs(self, section: SectionPlan) -> Iterator[Block]:
        run: list[Sentence] = []
        for sentence in section.sentences:
            if not self.holds(sentence.when):
                continue
            continues = run and run[0].kind == sentence.kind and not sentence.starts
            if run and not continues:
                yield self._run(run)
                run = []
            alone = self._alone(sentence)
            if alone:
                yield alone
            else:
                run.append(sentence)
        if run:
            yield self._run(run)

    def _alone(self, sentence: Sentence) -> Block | None:
        """The block of a sentence that never runs on with its neighbours; None for any other."""
        match sentence.kind:
            case "lines":
                return WritingLines(LINES_TO_WRITE_ON)
            case "picture":
                return self.picture(sentence)
            case "icon_array":
                return self.icon_array(sentence)
            case "heading":
                return Heading(self.piece(sentence), sentence.level)
            case _:
                return None

    def _run(self, sentences: list[Sentence]) -> Block:
        """Neighbours of one kind; ``step`` is an entry of a numbered list."""
        pieces, kind = tuple(self.piece(sentence) for sentence in sentences), sentences[0].kind
        if kind in ("list", "step"):
            return Bullets(pieces, numbered=kind == "step")
        return Paragraph(pieces)
