"""A family handout as a clinic would print it, with every kind of block; longer on request."""

from __future__ import annotations

from datetime import date
from itertools import count

from allcounsel.domain.assessment import Pathway
from allcounsel.domain.diagram import DiagramPlan
from allcounsel.domain.diagram_down import plan_down
from allcounsel.domain.handout import (
    HOUSE,
    Block,
    Bullets,
    CallBox,
    Figure,
    GroupBox,
    Handout,
    Heading,
    NumberedList,
    OpenBox,
    OpenRow,
    PaperChoices,
    Paragraph,
    PhoneNumber,
    Piece,
    Section,
    SideBySide,
    WritingLines,
)
from allcounsel.domain.ids import EvidenceId, GroupId
from allcounsel.pdf.styles import figure_height, frame_width, text_size
from helpers import sample_roads

NB = "\u00a0"

OPEN = (
    ("A gene test, the Philadelphia change", f"about{NB}24{NB}April"),
    ("How fast the leukaemia responds", "ask your team"),
    ("The check after the first weeks", f"about{NB}12{NB}May"),
)
MORE_OPEN = (
    ("A gene test: changes in the KMT2A gene", f"about{NB}24{NB}April"),
    ("A gene test: fewer than 44 chromosomes", f"about{NB}24{NB}April"),
    ("A gene test: the change called TCF3::HLF", "ask your team"),
    ("A gene test: the change called iAMP21", "ask your team"),
    ("A gene test: changes like the Philadelphia change", f"about{NB}30{NB}April"),
    ("A gene test: a missing piece of the IKZF1 gene", f"about{NB}30{NB}April"),
    ("Whether there is leukaemia in the fluid round the brain and spine", f"about{NB}23{NB}April"),
    ("The blood check on day 8", f"about{NB}28{NB}April"),
    ("Whether steroids were given before", "ask your team"),
    ("The second look at the bone marrow", f"about{NB}2{NB}June"),
)
SIGNS = (
    f"Fever: **38.0{NB}°C or more**, by mouth or under the arm, the limit your clinic set.",
    "Shivering, or looking unwell **even without a fever**.",
    "Bleeding that does not stop, or many new bruises.",
    "Trouble breathing, a bad headache, a fit, or very sleepy.",
)
CLOSING = ("Do not wait.", f"No answer? Go to Practice Hospital or call{NB}**000**.")
TO_DO = (
    "Save our numbers in your phone.",
    "**Ask us before any medicine for fever or pain.**",
    "Keep this page in sight.",
)
TO_REMEMBER = (
    "Nothing you did caused it, and nobody can catch it.",
    "The group is for now, and it is not a measure of hope.",
    "Ask us anything, at any time.",
)
LONG = (
    (
        "What the tests are",
        "Blood, bone marrow, spinal fluid and genes are looked at. Some tests are done again.",
    ),
    (
        "Brain and spine",
        "Leukaemia cells can hide there. So all children have treatment for the brain and spine.",
    ),
    (
        "Medicines at home",
        "Give all medicines as they were ordered. Tell us if a dose was missed: nobody is to blame.",
    ),
    ("Late effects", "Some effects show only years later. A check once a year finds them early."),
    (
        "People who help",
        "Nurses, social workers, teachers and others are there for you, brothers and sisters too.",
    ),
)
QUESTIONS = (
    "What is the name of the treatment plan?",
    "Which results are we still waiting for, and when?",
    "What side effects should we look out for at home?",
    "Can our child go to school, and see friends?",
    "Who can we talk to when we are worried at night?",
)


class _Writer:
    """Numbers the pieces."""

    def __init__(self) -> None:
        self._next = count(1)

    def __call__(self, text: str, kind: str = "sentence", source: str = "S3-1") -> Piece:
        return Piece(
            f"p{next(self._next)}", kind, text, (EvidenceId(source) if kind == "sentence" else HOUSE,)
        )

    def heading(self, text: str, level: int) -> Heading:
        return Heading(self(text, "heading"), level)

    def all(self, *texts: str) -> tuple[Piece, ...]:
        return tuple(self(text) for text in texts)


def sample_handout(  # each is one way in which handouts differ
    *,
    size: str = "standard",
    paper: str = "a4",
    grey: bool = False,
    practice: bool = True,
    group: str | None = "standard",
    closed: bool = False,
    many_open: bool = False,
    long: bool = False,
    road: Pathway | None = None,
) -> Handout:
    """``many_open``: 13 results are waited for; ``long``: sections that fill pages."""
    say = _Writer()
    head = (
        say("Practice clinic", "label"),
        say("Children's blood team", "label"),
        say(f"Made with your care team on 21{NB}April{NB}2026."),
        say("Based on what is known today."),
    )
    sections = (
        _page_one(say, group, closed=closed, rows=(*OPEN, *MORE_OPEN) if many_open else OPEN),
        _road(say, size, paper, road or sample_roads.first_treatment()),
        *(_long(say) if long else ()),
        _questions(say),
    )
    foot = (
        say("Not a treatment plan."),
        say(
            "Sources: NCI's PDQ summary on childhood acute lymphoblastic leukemia, text of 2022, "
            "and the list on page {page_of_sources}."
        ),
        say(f"Content 2026.1, checked 3{NB}April{NB}2026."),
        say("Evaluation build. Not a medical device. Not for clinical decisions."),
        say("Page {page} of {pages}", "label"),
    )
    choices = PaperChoices("en", size, grey, paper)
    return Handout(
        "Your child's leukaemia: where we are now",
        f"Practice{NB}07",
        date(2026, 4, 21),
        choices,
        practice,
        head,
        foot,
        sections,
    )


def _page_one(say: _Writer, group: str | None, *, closed: bool, rows: tuple[tuple[str, str], ...]) -> Section:
    names = {
        "standard": "Standard risk",
        "high": "High risk",
        "very_high": "Very high risk",
        "t_cell": "T-cell ALL",
    }
    title = names[group] if group else "No group yet"
    blocks: tuple[Block, ...] = (
        say.heading("Your child's leukaemia: where we are now", 1),
        GroupBox(
            GroupId(group) if group else None,
            closed,
            say(title if closed or group is None else f"{title}, for{NB}now", "label"),
            say.all(
                "Your child has acute lymphoblastic leukaemia (ALL), a cancer of the blood.",
                "The group helps plan how much treatment to use.",
            ),
        ),
        say.heading("Why this group", 2),
        Bullets(
            say.all(
                "Your child is between 1 and 9 years old.",
                "The number of white cells was below the line the groups use.",
                "Three gene changes were looked for and not found.",
            )
        ),
        OpenBox(
            say("What we do not know yet", "heading"),
            tuple(OpenRow(say(what), say(when)) for what, when in rows),
            say.all("Each of these could mean more treatment.", "We will tell you when we know."),
        ),
        CallBox(
            say("Call straight away, day or night", "heading"),
            (
                PhoneNumber(say(f"555{NB}0142"), say("clinic", "label")),
                PhoneNumber(say(f"555{NB}0143"), say("nights and weekends", "label")),
            ),
            say.all(*SIGNS),
            say.all(*CLOSING),
        ),
        SideBySide(
            (
                NumberedList(say("What to do now", "heading"), say.all(*TO_DO)),
                NumberedList(say("Three things to remember", "heading"), say.all(*TO_REMEMBER)),
            )
        ),
    )
    return Section("page_one", blocks)


def road_plan(size: str, paper: str, road: Pathway) -> DiagramPlan:
    """The road for a page of paper."""
    return plan_down(
        sample_roads.words(),
        road,
        sample_roads.kinds(),
        sample_roads.measure(),
        frame_width(paper, size),
        text_size(size),
        height=figure_height(paper, size),
    )


def _road(say: _Writer, size: str, paper: str, road: Pathway) -> Section:
    plan = road_plan(size, paper, road)
    heading = say.heading("The road ahead", 1)
    intro = say.all(
        "This shows the order of the steps, not dates.",
        "Your team will tell you how long each step takes.",
    )
    figure = Figure(plan, "The steps of treatment in order.", tuple(say(text) for text in plan.texts))
    return Section("road", (heading, Paragraph(intro), figure), new_page=True)


def _long(say: _Writer) -> tuple[Section, ...]:
    found = []
    for index, (title, text) in enumerate(LONG):
        blocks: list[Block] = [say.heading(title, 1 if index == 0 else 2)]
        for turn in range(4):
            blocks.append(Paragraph(say.all(*[f"{text} ({index}.{turn}.{part})" for part in range(4)])))
            blocks.append(Bullets(say.all(*[f"{text} ({index}.{turn}.{part})" for part in range(4, 8)])))
        found.append(Section(f"long_{index}", tuple(blocks), new_page=index == 0))
    return tuple(found)


def _questions(say: _Writer) -> Section:
    return Section(
        "sources",
        (
            say.heading("Questions you may want to ask", 1),
            Bullets(say.all(*QUESTIONS)),
            say.heading("Your own questions", 3),
            WritingLines(4),
            say.heading("Where this comes from", 2),
            Paragraph(
                say.all(
                    "PDQ Pediatric Treatment Editorial Board: Childhood ALL Treatment.",
                    "National Cancer Institute, Bethesda, text of 2022.",
                    f"White cells are counted as 50{NB}×{NB}10⁹/L, which is 50\u2009000 per{NB}µL.",
                )
            ),
        ),
        new_page=True,
    )
