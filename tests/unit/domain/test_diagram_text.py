"""Text is broken where it may be, never where it may not, and never wider than its column."""

from __future__ import annotations

import pytest

from allcounsel.domain.diagram_text import Line, Run, TextStyle, line_width, longest_word, set_lines, wrap

STYLE = TextStyle(10, 13)


def measure(text, size, weight):
    """Every character is half an em, bold ones 0.6."""
    return len(text.replace("\u00ad", "")) * size * (0.6 if weight == 700 else 0.5)


def broken(text, width, **more):
    return [line.text for line in wrap(text, STYLE, width, measure, **more)]


def test_words_fill_a_line_and_go_on_in_the_next():
    assert broken("aaa bbb ccc", 35) == ["aaa bbb", "ccc"]


def test_a_line_may_be_exactly_full():
    assert broken("aaaa bbbb", 45) == ["aaaa bbbb"]
    assert broken("aaaa bbbb", 44.9) == ["aaaa", "bbbb"]


def test_many_spaces_and_line_breaks_count_as_one_space():
    assert broken("  a \n b\t c ", 100) == ["a b c"]


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u202f"])
def test_a_no_break_or_thin_space_never_breaks(space):
    assert broken(f"aa 18{space}400", 30) == ["aa", f"18{space}400"]


def test_a_hyphen_between_letters_may_break_and_stays():
    assert broken("bcr-like", 25) == ["bcr-", "like"]


@pytest.mark.parametrize("text", ["555-0142", "1–9", "2026-04-21", "10/L"])
def test_numbers_are_never_broken_at_a_dash(text):
    assert broken(f"a {text}", 5 * len(text)) == ["a", text]


def test_a_soft_hyphen_shows_only_where_it_is_used():
    assert broken("main\u00adten\u00adance", 60) == ["maintenance"]
    assert broken("main\u00adten\u00adance", 45) == ["mainten-", "ance"]


def test_a_word_wider_than_the_line_is_cut():
    assert broken("aaaaaaa b", 15) == ["aaa", "aaa", "a b"]


def test_the_first_line_may_start_further_in():
    lines = wrap("aaa bbb ccc", STYLE, 35, measure, indent=15)
    assert [(line.text, line.indent) for line in lines] == [("aaa", 15), ("bbb ccc", 0)]


def test_a_first_word_that_does_not_fit_behind_its_mark_goes_below_it():
    lines = wrap("aaaaaa", STYLE, 35, measure, indent=15)
    assert [(line.text, line.indent) for line in lines] == [("", 15), ("aaaaaa", 0)]


def test_marked_words_are_bold():
    (line,) = wrap("a **bc d** e", STYLE, 100, measure)
    assert line.runs == (Run("a ", 400), Run("bc d ", 700), Run("e", 400))


def test_bold_may_start_inside_a_word():
    (line,) = wrap("(**38**),", STYLE, 100, measure)
    assert line.runs == (Run("(", 400), Run("38", 700), Run("),", 400))


def test_bold_goes_on_in_the_next_line():
    lines = wrap("**aaa bbb**", STYLE, 20, measure)
    assert [line.runs for line in lines] == [(Run("aaa", 700),), (Run("bbb", 700),)]


def test_an_empty_text_has_no_lines():
    assert wrap("", STYLE, 50, measure) == ()
    assert wrap("** **", STYLE, 50, measure) == ()


def test_the_longest_word_is_the_widest_piece_that_cannot_break():
    assert longest_word(["aa bbbb", "c-dddd"], STYLE, measure) == 20
    assert longest_word([], STYLE, measure) == 0
    assert longest_word(["aaa\u00adbb"], STYLE, measure) == 20  # with the hyphen it would show


def test_runs_stand_one_behind_the_other_on_one_base_line():
    words = set_lines(wrap("a **b** c", STYLE, 100, measure), STYLE, 7, 20, measure)
    assert [(word.x, word.text, word.weight) for word in words] == [
        (7, "a ", 400),
        (17, "b ", 700),
        (29, "c", 400),
    ]
    assert {word.y for word in words} == {20 + 6.5 + 3.34}


def test_each_line_stands_a_leading_below_the_one_before():
    words = set_lines(wrap("aaa bbb", STYLE, 20, measure), STYLE, 0, 0, measure)
    assert words[1].y - words[0].y == STYLE.leading


def test_a_line_reaches_as_far_as_its_words():
    assert line_width(Line((Run("ab", 400), Run("c", 700)), 5), 10, measure) == 5 + 10 + 6
