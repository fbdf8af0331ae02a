"""The shape of a paper: what stands first, how long its parts are, its pictures, and what to do."""

from __future__ import annotations

from collections.abc import Iterator

from allcounsel.domain.handout import (
    Bullets,
    CallBox,
    Figure,
    GroupBox,
    Handout,
    Heading,
    IconArray,
    NumberedList,
    OpenBox,
    Paragraph,
    Picture,
    Piece,
    Section,
    SideBySide,
    WritingLines,
    pieces_of,
)
from allcounsel.services.quality.parts import (
    APPARATUS,
    blocks,
    call_boxes,
    main_message,
    page_one,
    pieces,
    short_list,
)
from allcounsel.services.readability import words_of

MOST_IN_A_CHUNK = 60
MOST_UNDER_A_HEADING = 150
MOST_IN_A_LIST = 7
MOST_IN_A_STEP = 14
MOST_IN_A_ROW_HEAD = 12
TO_REMEMBER = 3
FEWEST_IN_A_HEADING = 2
PAGE, SECTION = 1, 2
"""Levels of headings; what is deeper parts a section."""
MOST_OPEN_BOXES = 2
FEWEST_NUMBERS = 2
_NO_VERB_WORDS = (
    "the a an it we our this that there your their el la los las un una esto esta este hay nuestro nuestra su"
)
NO_VERBS = frozenset(_NO_VERB_WORDS.split())
"""What a line that tells somebody to do something does not start with."""
WHY = (("call.infection",), ("call.hide",), ("medicines.why", "medicines.missed", "medicines.over"))
"""Why to call, why to ask before a medicine for fever, and one of the reasons for how to give medicines."""


def _long(piece: Piece) -> int:
    return len(words_of(piece.plain))


# ---- what stands first
def says_what_it_is_for(handout: Handout) -> Iterator[str]:
    """A title, and right under it the group in words."""
    first = page_one(handout)
    if not first or not isinstance(first[0], Heading) or first[0].level != PAGE:
        yield "page one does not start with a title"
    if len(first) <= 1 or not isinstance(first[1], GroupBox) or not first[1].pieces:
        yield "the group does not stand in words right under the title"


def one_main_message(handout: Handout) -> Iterator[str]:
    """The box with the group: there is one of its kind."""
    count = len(list(blocks(handout, GroupBox)))
    if count != 1:
        yield f"{count} boxes with the group"


def most_important_first(handout: Handout) -> Iterator[str]:
    """Group, what to do and when to call stand on page one."""
    if not main_message(handout):
        yield "the group is not on page one"
    if not short_list(handout, "do"):
        yield "what to do now is not on page one"
    if not call_boxes(handout):
        yield "when to call is not on page one"


def known_and_not_known(handout: Handout) -> Iterator[str]:
    """What is known, and what is still open, or in the group's box that nothing open can change it."""
    closed = any(isinstance(block, GroupBox) and block.closed for block in page_one(handout))
    if not closed and not any(isinstance(block, OpenBox) for block in page_one(handout)):
        yield "it does not say what is not known yet"
    if not any(block.pieces for block in page_one(handout) if isinstance(block, GroupBox)):
        yield "it does not say what is known"


# ---- chunks, headings, lists
def short_chunks(handout: Handout) -> Iterator[str]:
    """No paragraph and no entry of a list is long."""
    for section in handout.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph) and (long := sum(map(_long, block.pieces))) > MOST_IN_A_CHUNK:
                yield f"a paragraph of {long} words: {block.pieces[0].plain}"
            if isinstance(block, Bullets):
                yield from _long_entries(block)


def _long_entries(block: Bullets) -> Iterator[str]:
    for piece in block.pieces:
        if _long(piece) > MOST_IN_A_CHUNK:
            yield f"an entry of {_long(piece)} words: {piece.plain}"


def telling_headings(handout: Handout) -> Iterator[str]:
    """A heading of a page or a section says more than one word."""
    for heading in blocks(handout, Heading):
        if heading.level <= SECTION and len(words_of(heading.piece.plain)) < FEWEST_IN_A_HEADING:
            yield f"a heading of one word: {heading.piece.plain}"


def chunks_with_headings(handout: Handout) -> Iterator[str]:
    """Every section starts with a heading, and none has much under one heading."""
    for section in handout.sections:
        if section.id not in APPARATUS:
            yield from _under_headings(section)


def _under_headings(section: Section) -> Iterator[str]:
    if not isinstance(section.blocks[0], Heading):
        yield f"section {section.id} has no heading"
    long = 0
    for block in section.blocks:
        if isinstance(block, Heading):
            long = 0
        elif isinstance(block, Paragraph | Bullets):
            long += sum(map(_long, block.pieces))
            if long > MOST_UNDER_A_HEADING:
                yield f"{long} words under one heading in section {section.id}"


def short_lists(handout: Handout) -> Iterator[str]:
    """No list is long without a break; the list of sources is a reference, and left out."""
    for block in blocks(handout, Bullets):
        if len(block.pieces) > MOST_IN_A_LIST:
            yield f"a list of {len(block.pieces)}: {block.pieces[0].plain}"
    for part in _numbered(handout):
        if len(part.pieces) > MOST_IN_A_LIST:
            yield f"a list of {len(part.pieces)}: {part.heading.plain}"


def _numbered(handout: Handout) -> Iterator[NumberedList]:
    for block in blocks(handout, SideBySide):
        yield from block.lists


def has_summary(handout: Handout) -> Iterator[str]:
    """Three things to remember."""
    count = len(short_list(handout, "remember"))
    if count != TO_REMEMBER:
        yield f"{count} things to remember"


def cues_are_few(handout: Handout) -> Iterator[str]:
    """Boxes draw the eye to the group, to what is open and to when to call, on page one and nowhere else."""
    elsewhere = [
        block
        for section in handout.sections[1:]
        for block in section.blocks
        if isinstance(block, GroupBox | OpenBox | CallBox)
    ]
    if elsewhere:
        yield f"{len(elsewhere)} boxes after page one"
    if len(list(blocks(handout, OpenBox))) > MOST_OPEN_BOXES or len(call_boxes(handout)) > 1:
        yield "too many boxes on page one"


# ---- pictures and tables
def pictures_have_words(handout: Handout) -> Iterator[str]:
    """Title and words for who does not see it, for each picture, drawing and array of circles."""
    shown: tuple[Picture | IconArray, ...] = (*blocks(handout, Picture), *blocks(handout, IconArray))
    for each in shown:
        if not each.title.plain.strip() or not each.alternative.strip():
            yield f"a picture without title or words: {each.title.id}"
    for section in handout.sections:
        if any(isinstance(block, Figure) for block in section.blocks):
            yield from _drawing_without_words(section)


def _drawing_without_words(section: Section) -> Iterator[str]:
    kinds = {type(block) for block in section.blocks}
    drawings = [block for block in section.blocks if isinstance(block, Figure)]
    if not {Heading, Paragraph} <= kinds or not all(one.alternative.strip() for one in drawings):
        yield f"a drawing without title, caption or words: {section.id}"


def says_how_to_read(handout: Handout) -> Iterator[str]:
    """How to read it stands with each picture, array and drawing."""
    for each in blocks(handout, Picture):
        if not each.how_to_read.plain.strip():
            yield f"it does not say how to read {each.title.id}"
    for array in blocks(handout, IconArray):
        if not array.how.plain.strip():
            yield f"it does not say how to read {array.title.id}"
    said = {piece.id for piece in pieces(handout)}
    if any(True for _ in blocks(handout, Figure)) and "road.order" not in said:
        yield "it does not say how to read the drawing of the road"


def has_road(handout: Handout) -> Iterator[str]:
    """The road ahead is drawn."""
    if not list(blocks(handout, Figure)):
        yield "the road is not drawn"


def simple_tables(handout: Handout) -> Iterator[str]:
    """What is open stands in two columns with few, short heads of rows."""
    for box in blocks(handout, OpenBox):
        if len(box.rows) > MOST_IN_A_LIST:
            yield f"a table of {len(box.rows)} rows"
        for row in box.rows:
            if _long(row.what) > MOST_IN_A_ROW_HEAD:
                yield f"a long head of a row: {row.what.plain}"


def has_tables(handout: Handout) -> bool:
    """Whether anything stands in rows."""
    return any(True for _ in blocks(handout, OpenBox))


# ---- what to do
def says_what_to_do(handout: Handout) -> Iterator[str]:
    """Something to do now, and signs to call for."""
    if not short_list(handout, "do"):
        yield "it does not say what to do now"
    if not any(box.signs for box in call_boxes(handout)):
        yield "it does not say what to call for"


def tells_the_reader(handout: Handout) -> Iterator[str]:
    """What to do starts with a verb that speaks to the reader."""
    for piece in short_list(handout, "do"):
        words = words_of(piece.plain)
        if not words or words[0].lower() in NO_VERBS:
            yield f"it tells nobody to do anything: {piece.plain}"


def small_steps(handout: Handout) -> Iterator[str]:
    """Each step is short."""
    for piece in short_list(handout, "do"):
        if _long(piece) > MOST_IN_A_STEP:
            yield f"a long step: {piece.plain}"


def gives_tools(handout: Handout) -> Iterator[str]:
    """Phone numbers, a list of questions, and lines to write on."""
    if not any(box.numbers for box in call_boxes(handout)):
        yield "there is no number to call"
    if not list(blocks(handout, Bullets, "questions")):
        yield "there is no list of questions"
    if not list(blocks(handout, WritingLines)):
        yield "there are no lines to write on"


def says_why(handout: Handout) -> Iterator[str]:
    """Why it matters to do it."""
    said = {piece.id for piece in pieces(handout)}
    yield from (f"it does not say why: {names[0]}" for names in WHY if not said & set(names))


def says_how_to_call(handout: Handout) -> Iterator[str]:
    """When to call, and whom: numbers with their names, and signs."""
    for box in call_boxes(handout):
        if len(box.numbers) < FEWEST_NUMBERS or not all(each.label.plain.strip() for each in box.numbers):
            yield "fewer than two numbers with names"
        if not box.signs:
            yield "no sign to call for"
    if not call_boxes(handout):
        yield "it does not say when to call"


def both_sides(handout: Handout) -> Iterator[str]:
    """What treatment aims at, and what it can do to the child."""
    said = {section.id for section in handout.sections}
    yield from (
        f"there is no section {name}" for name in ("side_effects", "late_effects") if name not in said
    )
    if not {"steps", "group", "refractory", "relapse"} & said:
        yield "it does not say what treatment is for"


def everything_has_a_source(handout: Handout) -> Iterator[str]:
    """Every printed piece rests on something."""
    for section in handout.sections:
        for block in section.blocks:
            yield from (f"no source: {piece.id}" for piece in pieces_of(block) if not piece.sources)
