"""A statement about approval names the country and the year, in the same clause; families get none at all."""

from __future__ import annotations

import re
import sys

import pytest

from allcounsel.services.currency import where_written
from allcounsel.services.words import Words
from helpers.shipped import release, seed_files

APPROVAL = re.compile(
    r"approv|licen[cs]ed|(on|off|outside)[ -]?(of )?(the )?([A-Z]{2} )?label\b", re.IGNORECASE
)
COUNTRY = re.compile(
    r"\b(US|UK|EU|United States|United Kingdom|European Union|Canada|Australia|Japan|India)\b"
)
YEAR = re.compile(r"\b(19|20)\d\d\b")
CLAUSE = re.compile(r"[.;:](?=\s|\"|$)|[()]")

DRUGS = [f"DR-{number}" for number in range(1, 12)]
"""The facts of evidence 2.4 that say what a medicine is approved for."""


def texts() -> dict[str, str]:
    """Every text that anybody can be shown: all words, every fact, and each source as it is named."""
    words = Words(release())
    return {
        **{key: text.replace("**", "") for key, text in release().texts["en"].texts.items()},
        **{fact.id: fact.fact for fact in release().evidence.values()},
        **{f"source {name}": where_written(words, one) for name, one in release().sources.items()},
        **{f"note {name}": one.note for name, one in release().sources.items()},
    }


def undated(text: str) -> list[str]:
    """The clauses that speak of an approval and do not say where and when."""
    return [
        clause.strip()
        for clause in CLAUSE.split(text)
        if APPROVAL.search(clause) and not (COUNTRY.search(clause) and YEAR.search(clause))
    ]


def test_every_statement_about_approval_names_the_country_and_the_year(capsys):
    everything = texts()
    speaking = [key for key, text in everything.items() if APPROVAL.search(text)]
    found = {key: undated(text) for key, text in everything.items() if undated(text)}
    say(
        capsys,
        f"{len(everything)} texts, {len(speaking)} speak of approval, {len(found)} without country or year",
    )
    assert found == {}
    assert len(speaking) > len(DRUGS)


PLANTED = [
    "Approved from 1 year of age.",
    "US approval from 1 year of age.",
    "Approved in 2024 from 1 year of age.",
    "In the US it is used; approved in 2024.",
    "It is licensed for children in the UK. Checked December 2025.",
    "T-cell ALL, from 1 year of age (US approval).",
    "US approval, and a trial of it; the trial is of 2025.",
    "Use in children is outside the US label.",
    "Not yet licenced here.",
]


@pytest.mark.parametrize("text", PLANTED)
def test_a_planted_statement_without_country_or_year_is_found(text):
    assert undated(text)


@pytest.mark.parametrize(
    "text",
    [
        "T-cell ALL, from 1 year of age (US approval, checked December 2025).",
        "US approval, checked December 2025: up to age 25.",
        "It is licensed in the UK since 2019; used from 1 year of age.",
        "The label of the group stands above.",
    ],
)
def test_a_statement_with_both_is_left_alone(text):
    assert undated(text) == []


@pytest.mark.parametrize("drug", DRUGS)
def test_each_fact_about_an_approval_says_that_it_is_the_us_one_and_when_it_was_checked(drug):
    fact = release().evidence[drug].fact
    assert re.search(r"US approval(,| for adults only,) checked December 2025", fact), fact


def clinician_texts_on_drugs() -> dict[str, str]:
    """The steps of the road that rest on an approval and state the limits it sets."""
    text = release().texts["en"]
    nodes = [node for node in release().pathways.nodes if set(node.sources) & set(DRUGS)]
    said = {node.id: text(f"pathway.{node.id}.clinician") for node in nodes}
    return {name: words for name, words in said.items() if re.search(r"\bage\b|regimens|two or more", words)}


def test_a_limit_that_an_approval_sets_is_never_told_without_it():
    told = clinician_texts_on_drugs()
    assert set(told) == {"blinatumomab", "inotuzumab", "car_t", "nelarabine"}
    assert all("US approval, checked December 2025" in words for words in told.values()), told


def test_nothing_for_families_speaks_of_approval_or_promises_that_something_is_to_be_had():
    """See also the forbidden words: "what is on offer", "approval"."""
    promise = re.compile(
        r"approv|licen[cs]|\bavailab|\b(can|will) (get|have|receive) (it|this|them)\b", re.IGNORECASE
    )
    family = {
        key: words
        for key, words in release().texts["en"].texts.items()
        if key.startswith(("handout.", "topics.")) or key.endswith((".family", ".line", ".words", ".title"))
    }
    assert len(family) > 500
    assert {key: words for key, words in family.items() if promise.search(words)} == {}
    assert promise.search("This medicine is approved.")
    assert promise.search("Your child can have it here.")


def test_the_linter_reads_what_the_seeds_say():
    """A fact that loses its country is found through the same door."""
    text = seed_files()["evidence/dr.yaml"].decode()
    fact = next(line for line in text.splitlines() if "Nelarabine" in line)
    assert undated(fact) == []
    assert undated(fact.replace("US approval", "approval"))
    assert undated(fact.replace(" December 2025", " again"))


def say(capsys: pytest.CaptureFixture[str], figure: str) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n{figure}\n")
