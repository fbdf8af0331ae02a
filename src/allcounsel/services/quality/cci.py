"""The CDC Clear Communication Index: one message, plain language, what to do, numbers, risk. With CDC's ids.

For a parent or carer who has just been told, under great stress, with low or average skills in reading and
numbers. The aim: to know the group, what is open, and when to call.
"""

from __future__ import annotations

from allcounsel.services.quality.checklist import Checklist, Item
from allcounsel.services.quality.figures import (
    familiar_numbers,
    has_shares,
    nothing_to_work_out,
    numbers_are_explained,
    shares_are_drawn,
)
from allcounsel.services.quality.shape import (
    both_sides,
    chunks_with_headings,
    cues_are_few,
    has_road,
    known_and_not_known,
    most_important_first,
    one_main_message,
    says_how_to_call,
    says_what_it_is_for,
    says_what_to_do,
    says_why,
    short_lists,
)
from allcounsel.services.quality.terms import abbreviations, unexplained
from allcounsel.services.quality.voice import active_message

LEAST = 90.0
"""What CDC calls passing."""

CLEAR_COMMUNICATION = Checklist(
    "CCI-informed",
    (
        Item("1", "One main message", "one box with the group", one_main_message),
        Item("2", "It stands on top", "right under the title", says_what_it_is_for),
        Item("3", "It stands out", "its box is the only one of its kind", cues_are_few),
        Item("4", "A picture supports it", "the road is drawn", has_road),
        Item("5", "Calls for an action", "what to do now", says_what_to_do),
        Item("6", "Both in active voice", "no passive", active_message, languages=("en",)),
        Item(
            "7",
            "Words the reader uses; terms explained, abbreviations spelled out",
            "closed list of terms; words in capitals",
            lambda paper: (*unexplained(paper), *abbreviations(paper)),
        ),
        Item("8", "Lists, none too long", "at most 7 entries; the list of sources is left out", short_lists),
        Item("9", "Chunks under headings", "at most 150 words under one", chunks_with_headings),
        Item("10", "The most important comes first", "page one", most_important_first),
        Item("11", "What is known, and what is not", "the group, and what is open", known_and_not_known),
        Item("12", "Says what to do", "signs to call for", says_what_to_do),
        Item("13", "Says why it matters", "for calling, for asking, for giving", says_why),
        Item("14", "Says how and when to call", "numbers with names, and signs", says_how_to_call),
        Item("15", "Only numbers people know", "no units of a laboratory", familiar_numbers),
        Item("16", "Says what numbers mean", "each part of an array", numbers_are_explained, has_shares),
        Item("17", "Nothing to work out", "no fractions, one denominator", nothing_to_work_out),
        Item("18", "Says what a risk is and how it comes about", "a matter of judgement"),
        Item("19", "Both sides of what is advised", "aims, and effects now and later", both_sides),
        Item("20", "A chance in words or drawn too", "one hundred circles", shares_are_drawn, has_shares),
    ),
)
"""All of it; the share of its items that are met is asked to be 90 of 100."""
