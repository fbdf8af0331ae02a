"""Random answers and walks of a consultation, and a desk that keeps cases as the store writes them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import chain, count

from hypothesis import strategies as st

from allcounsel.domain.answers import MRD_METHODS, WHITE_COUNT_UNITS, Absent, Age, GeneResult, Mrd, WhiteCount
from allcounsel.domain.case import BIRTH, SITUATION
from allcounsel.domain.errors import Problem
from allcounsel.domain.feature import SITUATIONS, FeatureKind
from allcounsel.services.answer_reading import read_answer
from allcounsel.services.case_file import is_waited_for, write_answer
from allcounsel.services.case_library import CaseLibrary
from allcounsel.storage.encoding import answers_from_text, answers_to_text
from allcounsel.ui.desk import Desk

TODAY = date(2026, 11, 22)


class CasesInMemory:
    """The port of saved cases; what is kept is the text that the store would keep."""

    def __init__(self):
        self._kept = {}

    def save(self, record):
        self._kept[record.id] = replace(record, answers=answers_to_text(record.answers))

    def get(self, case_id):
        record = self._kept[case_id]
        return replace(record, answers=answers_from_text(record.answers))

    def find(self, text):
        return tuple(self.get(case_id) for case_id in self._kept if text in self._kept[case_id].label)


class SettingsInMemory(dict):
    """The port of settings; none are kept."""

    def put(self, name, value):
        self[name] = value


def desk_in_memory(core):
    """A desk whose cases are forgotten with it."""
    ids = (f"id-{number}" for number in count(1))
    library = CaseLibrary(CasesInMemory(), None, core.clock, lambda: next(ids))
    return Desk(core, library, SettingsInMemory(), practice=True)


def positive(most, places):
    smallest = Decimal(1).scaleb(-places)
    return st.decimals(smallest, most, places=places, allow_nan=False, allow_infinity=False)


DAYS = st.integers(0, 40).map(lambda days: TODAY - timedelta(days=days))
"""Close together, so that many contradict each other."""

WHITE_COUNTS = st.builds(WhiteCount, positive(3000, 3), st.sampled_from(WHITE_COUNT_UNITS))
METHODS = st.sampled_from(MRD_METHODS)
MRDS = st.builds(lambda method, value: Mrd(method, percent=value), METHODS, positive(100, 6)) | st.builds(
    lambda method, value: Mrd(method, below=value), METHODS, positive(100, 6)
)
ABSENT = st.sampled_from(list(Absent))


def texts(feature):
    return st.text(
        st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=feature.longest
    )


def genes(feature):
    methods = st.none() | texts(replace(feature, longest=20))
    return st.builds(GeneResult, st.sampled_from(feature.options), methods)


def numbers(feature):
    low, high = feature.limits.at_least, feature.limits.at_most
    if feature.kind is FeatureKind.INTEGER:
        return st.integers(int(low), int(high))
    return st.decimals(low, high, places=2)


BY_KIND = {
    FeatureKind.CHOICE: lambda feature: st.sampled_from(feature.options),
    FeatureKind.MULTI: lambda feature: st.lists(
        st.sampled_from(feature.options), min_size=1, unique=True
    ).map(tuple),
    FeatureKind.GENE: genes,
    FeatureKind.AGE: lambda _: st.builds(Age, st.integers(0, 40), st.none() | st.integers(0, 11)),
    FeatureKind.DATE: lambda _: DAYS,
    FeatureKind.WHITE_COUNT: lambda _: WHITE_COUNTS,
    FeatureKind.MRD: lambda _: MRDS,
    FeatureKind.INTEGER: numbers,
    FeatureKind.NUMBER: numbers,
    FeatureKind.TEXT: texts,
}


def answers(feature):
    """Any answer that a person can give to a question."""
    values = BY_KIND[feature.kind](feature)
    given = values | ABSENT if is_waited_for(feature) else values
    return given.filter(lambda answer: read_answer(feature, write_answer(answer), TODAY).answer == answer)


OFTEN = (FeatureKind.DATE, FeatureKind.AGE, FeatureKind.WHITE_COUNT)
"""What can contradict something else, or be changed on its way through the store."""


def half_written(feature_id):
    """What an editor says of something that is no answer yet."""
    return (Problem(feature_id, "unfinished", "This is not finished."),)


def answering(some):
    """Steps that answer one of these questions."""
    return st.sampled_from(some).flatmap(
        lambda feature: st.tuples(st.just("answer"), st.just(feature.id), answers(feature))
    )


def steps(dictionary):
    """One thing that a person does: a method of the model, and what it is handed."""
    asked = [feature for feature in dictionary if feature.id != BIRTH]
    ids = st.sampled_from([feature.id for feature in asked])
    waited = st.sampled_from([feature.id for feature in asked if is_waited_for(feature)])
    return st.one_of(
        answering(asked),
        st.tuples(st.just("answer"), ids, st.none()),
        ids.map(lambda feature_id: ("answer", feature_id, None, half_written(feature_id))),
        st.tuples(st.just("expect"), waited, st.none() | DAYS),
        st.tuples(st.just("born"), st.none() | DAYS),
        st.just(("born", None, half_written(BIRTH))),
    )


def walks(dictionary):
    """What can contradict itself is answered first, so that it often does; then anything may happen to it."""
    often = [feature for feature in dictionary if feature.kind in OFTEN or feature.id == "slow_response"]
    begun = st.none() | st.sampled_from(SITUATIONS)
    first = begun.map(lambda situation: [("answer", SITUATION, situation)])
    some = st.lists(answering(often), min_size=3, max_size=12)
    return st.tuples(first, some, st.lists(steps(dictionary), max_size=20)).map(
        lambda parts: [*chain(*parts)]
    )


def walk(model, taken):
    """Do these things, one after another."""
    for name, *handed in taken:
        getattr(model, name)(*handed)
