"""In each situation and language, each section says something of its own; a heading is not text."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest

from allcounsel.services.check_situations import Papers, silent_sections
from helpers.papers import FRAME, measure
from helpers.shipped import TODAY, engine, release, with_sections

LANGUAGES = ("en", "es")


def papers(content):
    return Papers(content, engine(), measure, FRAME, TODAY)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_section_says_something_of_its_own_in_each_situation(language, capsys):
    silent = list(silent_sections(papers(release()), language))
    with capsys.disabled():
        count = len(release().situations)
        sys.stdout.write(
            f"\n{language}: {count} situations, {len(silent)} sections without words of their own\n"
        )
    assert silent == []


def without(section, prefix):
    """The content with the sentences of one section left out that speak to one situation."""
    plans = tuple(
        replace(plan, sentences=tuple(one for one in plan.sentences if not one.id.startswith(prefix)))
        if plan.id == section
        else plan
        for plan in release().sections
    )
    assert plans != release().sections
    return with_sections(release(), plans)


@pytest.mark.parametrize(
    ("section", "prefix", "situation"),
    [
        ("tests", "tests.infant.", "infant"),
        ("side_effects", "effects.waiting.", "waiting"),
    ],
)
def test_a_section_that_only_says_what_it_says_to_everyone_is_named(section, prefix, situation):
    silent = list(silent_sections(papers(without(section, prefix)), "en"))
    assert f"section '{section}' says nothing of its own in situation '{situation}' (en)" in silent


def test_a_heading_of_its_own_is_not_text():
    plans = tuple(
        replace(
            plan,
            sentences=tuple(
                one
                for one in plan.sentences
                if not one.id.startswith("tests.infant.") or one.kind == "heading"
            ),
        )
        for plan in release().sections
    )
    silent = list(silent_sections(papers(with_sections(release(), plans)), "en"))
    assert "section 'tests' says nothing of its own in situation 'infant' (en)" in silent
