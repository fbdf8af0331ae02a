"""IPDASi v4, for the pages with a real choice: is the choice put fairly. Ids as in the instrument's order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from allcounsel.domain.handout import Bullets, Handout, Piece, pieces_of
from allcounsel.services.quality.checklist import Checklist, Item
from allcounsel.services.quality.parts import texts
from allcounsel.services.readability import words_of

LEAST_HARD, MOST_HARD = 0.67, 1.5
"""How many words the hard sides of a way may have for one of its good sides."""
LIFE = ("body", "feelings", "days")
"""What living with a way is like."""
FEWEST_TO_MARK = 4
STEPS = ("read", "mark", "ask", "tell")


@dataclass(frozen=True, slots=True)
class Choice:
    """A section with a choice: its ways, in order, and the sentence that names what there is to decide."""

    section: str
    ways: tuple[str, ...]
    question: str

    def is_there(self, handout: Handout) -> bool:
        """Whether the paper puts this choice."""
        return bool(self.pieces(handout, self.question))

    def pieces(self, handout: Handout, part: str) -> tuple[Piece, ...]:
        """The pieces of one part, such as ``join.good``."""
        name = f"{self.section}.{part}"
        return tuple(
            piece
            for section in handout.sections
            if section.id == self.section
            for block in section.blocks
            for piece in pieces_of(block)
            if piece.id == name or piece.id.startswith(f"{name}.")
        )

    def steps(self, handout: Handout) -> tuple[str, ...]:
        """The steps to a choice, by the last part of their names."""
        found = (piece for piece in self.pieces(handout, "steps") if piece.kind == "list")
        return tuple(piece.id.rpartition(".")[2] for piece in found)


CHOICES = (
    Choice("trials", ("join", "usual", "time"), "decision.question"),
    Choice("fertility", ("freeze_now", "not_now", "expert_first"), "choice.heading"),
)
"""Every page with a real choice."""


def checklist(choice: Choice) -> Checklist:
    """The items for one choice; asked only of papers that put it."""
    checks: Mapping[str, Callable[[Choice, Handout], Iterable[str]]] = _CHECKS

    def item(name: str, asks: str, looked_at: str) -> Item:
        check = checks.get(name)
        bound = (lambda paper: check(choice, paper)) if check else None
        return Item(name, asks, looked_at, bound, lambda paper: name not in _NEVER and choice.is_there(paper))

    return Checklist(f"IPDASi-informed, {choice.section}", tuple(item(*one) for one in _ITEMS))


# ---- what a machine looks at
def _names_the_illness(_: Choice, handout: Handout) -> Iterator[str]:
    if "about" not in {section.id for section in handout.sections}:
        yield "what the illness is does not stand in the paper"


def _names_the_choice(choice: Choice, handout: Handout) -> Iterator[str]:
    if len(choice.pieces(handout, choice.question)) != 1:
        yield "it does not say what there is to decide"


def _lists_the_ways(choice: Choice, handout: Handout) -> Iterator[str]:
    for way in choice.ways:
        if not choice.pieces(handout, f"{way}.heading"):
            yield f"{way}: the way has no heading"


def _side(name: str) -> Callable[[Choice, Handout], Iterator[str]]:
    def check(choice: Choice, handout: Handout) -> Iterator[str]:
        for way in choice.ways:
            if not choice.pieces(handout, f"{way}.{name}"):
                yield f"{way}: no {name} side"

    return check


def _tells_the_life(choice: Choice, handout: Handout) -> Iterator[str]:
    for way in choice.ways:
        told = tuple(piece.id.rpartition(".")[2] for piece in choice.pieces(handout, f"{way}.life"))
        if told != LIFE:
            yield f"{way}: what it is like is not told for {', '.join(LIFE)}"


def _is_even(choice: Choice, handout: Handout) -> Iterator[str]:
    """The sides of each way in the same order, about as many words for the hard as for the good."""
    shapes = set()
    for way in choice.ways:
        good, hard = (choice.pieces(handout, f"{way}.{side}") for side in ("good", "hard"))
        shapes.add((len(good), len(hard)))
        words = [sum(len(words_of(piece.plain)) for piece in side) for side in (good, hard)]
        if not words[0] or not LEAST_HARD <= words[1] / words[0] <= MOST_HARD:
            yield f"{way}: {words[0]} words of good sides, {words[1]} of hard ones"
    if len(shapes) != 1:
        yield "the ways have not the same number of good and of hard sides"


def _cites(choice: Choice, handout: Handout) -> Iterator[str]:
    for section in handout.sections:
        if section.id == choice.section:
            for block in section.blocks:
                yield from (f"no source: {piece.id}" for piece in pieces_of(block) if not piece.sources)


def _is_dated(_: Choice, handout: Handout) -> Iterator[str]:
    if not any(piece.id.startswith("page_one.foot.content") for piece in handout.foot):
        yield "the foot does not date the content"


def _says_when_it_is_renewed(_: Choice, handout: Handout) -> Iterator[str]:
    found = (
        piece.id for section in handout.sections for block in section.blocks for piece in pieces_of(block)
    )
    if not any(name.startswith("sources.review.") for name in found):
        yield "it does not say when the content is checked again"


def _says_there_are_no_numbers(choice: Choice, handout: Handout) -> Iterator[str]:
    if not choice.pieces(handout, "ways.numbers"):
        yield "it does not say that there are no good numbers"


def _side_by_side(choice: Choice, handout: Handout) -> Iterator[str]:
    """Each way is one list with the same parts in the same order."""
    orders = set()
    for section in handout.sections:
        if section.id == choice.section:
            for block in section.blocks:
                if isinstance(block, Bullets) and block.pieces[0].id.split(".")[1] in choice.ways:
                    orders.add(tuple(piece.id.split(".")[2] for piece in block.pieces))
    if len(orders) != 1:
        yield "the ways cannot be compared part by part"


def _asks_what_matters(choice: Choice, handout: Handout) -> Iterator[str]:
    marks = [piece for piece in choice.pieces(handout, "matters") if piece.kind == "list"]
    if len(marks) < FEWEST_TO_MARK:
        yield f"{len(marks)} things to mark"


def _goes_step_by_step(choice: Choice, handout: Handout) -> Iterator[str]:
    if choice.steps(handout) != STEPS:
        yield f"the steps are {', '.join(choice.steps(handout))}"


def _has_a_worksheet(choice: Choice, handout: Handout) -> Iterator[str]:
    if "questions" not in {section.id for section in handout.sections} and not choice.pieces(handout, "ask"):
        yield "there are no questions to ask"


def _says_where_facts_come_from(_: Choice, handout: Handout) -> Iterator[str]:
    if not any(text for text in texts(handout)) or "sources" not in {one.id for one in handout.sections}:
        yield "it does not say where the facts come from"


_CHECKS: dict[str, Callable[[Choice, Handout], Iterable[str]]] = {
    "Q1": _names_the_illness,
    "Q2": _names_the_choice,
    "Q3": _lists_the_ways,
    "Q4": _side("good"),
    "Q5": _side("hard"),
    "Q6": _tells_the_life,
    "C1": _is_even,
    "C2": _cites,
    "C3": _is_dated,
    "C4": _says_when_it_is_renewed,
    "B2": _side_by_side,
    "B3": _says_there_are_no_numbers,
    "B9": _asks_what_matters,
    "B10": _goes_step_by_step,
    "B11": _has_a_worksheet,
    "B18": _says_where_facts_come_from,
}

_TESTS = "for aids about a test"
_SHARES = "no numbers are given on these pages"
_NEVER = {
    **dict.fromkeys(("C7", "C8", "C9", "C10", "B24", "B25", "B26", "B27", "B28"), _TESTS),
    **dict.fromkeys(("C5", "B4", "B5", "B6", "B7", "B8"), _SHARES),
}
"""What is never asked of these pages, and why."""
_PROCESS = "a record of what people did, not of what is printed"

_ITEMS = (
    ("Q1", "Says what the illness is", "the section about it"),
    ("Q2", "Says which choice there is", "one sentence that does"),
    ("Q3", "Lists the ways", "a heading for each"),
    ("Q4", "Good sides of each way", "at least one"),
    ("Q5", "Hard sides of each way", "at least one"),
    ("Q6", "What each way is like", "body, feelings and days"),
    ("C1", "Good and hard sides in equal detail", "number of sides, and of words"),
    ("C2", "Cites the evidence", "every piece"),
    ("C3", "Says when it was made", "the foot"),
    ("C4", "Says when it is renewed", "the list of sources"),
    ("C5", "Says how sure numbers are", _SHARES),
    ("C6", "Says who paid", "nobody has stated it yet"),
    ("C7", "Test: what it measures", _TESTS),
    ("C8", "Test: what follows if it finds something", _TESTS),
    ("C9", "Test: what follows if it does not", _TESTS),
    ("C10", "Test: finding what never harms", _TESTS),
    ("B1", "What happens without treatment", "whether it belongs here is a matter of judgement"),
    ("B2", "Ways can be compared", "the same parts in the same order"),
    ("B3", "Chances for each way", "that there are no good numbers"),
    ("B4", "Whose numbers they are", _SHARES),
    ("B5", "How often things happen", _SHARES),
    ("B6", "The same time for all", _SHARES),
    ("B7", "The same denominator", _SHARES),
    ("B8", "More than one view of numbers", _SHARES),
    ("B9", "Asks what matters", "at least four things to mark"),
    ("B10", "Step by step to a choice", "read, mark, ask, tell"),
    ("B11", "Questions and worksheets", "questions to ask"),
    ("B12", "Families were asked what they need", _PROCESS),
    ("B13", "Professionals were asked", _PROCESS),
    ("B14", "Families reviewed it", _PROCESS),
    ("B15", "Professionals reviewed it", _PROCESS),
    ("B16", "Tried by people who choose", _PROCESS),
    ("B17", "Tried by people who counsel", _PROCESS),
    ("B18", "Says where facts come from", "the list of sources"),
    ("B19", "Says how good the evidence is", "a matter of judgement"),
    ("B20", "Says who wrote it", _PROCESS),
    ("B21", "Reports how easily it reads", "not on paper; the program shows it to the clinician"),
    ("B22", "Evidence: better choices", _PROCESS),
    ("B23", "Evidence: better knowledge", _PROCESS),
    ("B24", "Test: chance of a true positive", _TESTS),
    ("B25", "Test: chance of a true negative", _TESTS),
    ("B26", "Test: chance of a false positive", _TESTS),
    ("B27", "Test: chance of a false negative", _TESTS),
    ("B28", "Test: finding with and without it", _TESTS),
)
