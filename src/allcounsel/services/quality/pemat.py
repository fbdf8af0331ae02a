"""PEMAT-P (AHRQ), for printed material: can a reader understand it, and act on it. Ids are AHRQ's own."""

from __future__ import annotations

from allcounsel.services.quality.checklist import Checklist, Item
from allcounsel.services.quality.figures import clear_numbers, nothing_to_work_out
from allcounsel.services.quality.shape import (
    cues_are_few,
    gives_tools,
    has_summary,
    has_tables,
    pictures_have_words,
    says_how_to_read,
    says_what_it_is_for,
    says_what_to_do,
    short_chunks,
    simple_tables,
    small_steps,
    telling_headings,
    tells_the_reader,
)
from allcounsel.services.quality.terms import unexplained
from allcounsel.services.quality.voice import active_voice, easy_to_read

UNDERSTANDABILITY = Checklist(
    "PEMAT-informed, understanding",
    (
        Item(
            "U1", "What it is for is plain at once", "the title, and the group under it", says_what_it_is_for
        ),
        Item("U2", "Nothing leads away from that", "what belongs is a matter of judgement"),
        Item("U3", "Everyday words", "the reading bars, card by card", easy_to_read),
        Item("U4", "Medical words are explained", "each term of a closed list", unexplained),
        Item("U5", "Active voice", "four sentences of five", active_voice, languages=("en",)),
        Item("U6", "Numbers are clear", "whole numbers", clear_numbers),
        Item("U7", "Nothing to work out", "no fractions, one denominator", nothing_to_work_out),
        Item("U8", "Short chunks", "paragraphs and list entries of at most 60 words", short_chunks),
        Item("U9", "Headings tell", "more than one word", telling_headings),
        Item("U10", "The order makes sense", "sense is a matter of judgement"),
        Item("U11", "There is a summary", "three things to remember", has_summary),
        Item("U12", "Cues point at what counts", "boxes on page one only", cues_are_few),
        Item("U15", "Pictures where they help", "help is a matter of judgement"),
        Item("U16", "Pictures support, and do not decorate", "a matter of judgement"),
        Item("U17", "Pictures have titles", "title and words of each", pictures_have_words),
        Item("U18", "Pictures are clean", "a matter of judgement"),
        Item("U19", "Tables are simple", "few rows, short heads", simple_tables, has_tables),
    ),
)
"""What a reader can make of it."""

ACTIONABILITY = Checklist(
    "PEMAT-informed, acting",
    (
        Item("A20", "Says what to do", "what to do now, and signs to call for", says_what_to_do),
        Item("A21", "Speaks to the reader", "each line starts with a verb", tells_the_reader),
        Item("A22", "In small steps", "at most 14 words each", small_steps),
        Item("A23", "Gives tools", "numbers to call, questions, lines to write on", gives_tools),
        Item("A24", "Shows how to work things out", "never asked for", None, lambda _: False),
        Item("A25", "Says how to use pictures", "how to read each", says_how_to_read),
        Item("A26", "Pictures make acting easier", "a matter of judgement"),
    ),
)
"""What a reader can do with it."""
