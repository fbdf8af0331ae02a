"""The case file: from JSON to a case with every problem named, and back (case-format.md, The case)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from types import MappingProxyType

from allcounsel.domain.answers import Absent, Age, Answer, GeneResult, Mrd, WhiteCount
from allcounsel.domain.case import AGE, BIRTH, DIAGNOSIS, SITUATION, Case
from allcounsel.domain.errors import ErrorCode, InputRefusedError, KnownError, Problem
from allcounsel.domain.feature import Feature, FeatureDictionary, FeatureKind, Limits
from allcounsel.domain.ids import FeatureId
from allcounsel.services.age_by_dates import AGE_DISAGREES, age_between, older_than_today, same_age
from allcounsel.services.answer_reading import LONGEST_TEXT, NotANumber, day_of, read_answer, shown
from allcounsel.services.nesting import nested

CASE_FORMAT = "allcounsel-case/1"
LARGEST_FILE = 1_000_000


class JsonObject(dict[str, object]):
    """A JSON object that remembers which keys stood in it twice."""

    repeated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadCase:
    """A case, or the problems that kept the document from being one."""

    case: Case | None
    problems: tuple[Problem, ...] = ()


def _object(pairs: list[tuple[str, object]]) -> JsonObject:
    read = JsonObject(pairs)
    names = [name for name, _ in pairs]
    if len(read) != len(names):
        read.repeated = tuple(name for name in read if names.count(name) > 1)
    return read


_LONGEST_INTEGER = 18  # a longer one takes Python ever more time to convert


def _integer(text: str) -> int | Decimal:
    return int(text) if len(text) <= _LONGEST_INTEGER else Decimal(text)


def parse_json(text: str) -> object:
    """JSON with exact decimals and repeated keys remembered; InputRefusedError with one line otherwise."""
    try:
        return json.loads(
            text.removeprefix("\ufeff"),
            object_pairs_hook=_object,
            parse_float=Decimal,
            parse_int=_integer,
            parse_constant=lambda _name: NotANumber(),
        )
    except json.JSONDecodeError as error:
        empty = not text.strip()
        what = (
            "the file is empty" if empty else f"this is not JSON (line {error.lineno}, column {error.colno})"
        )
        problem = Problem("", "empty" if empty else "not_json", f"{what}.")
        raise InputRefusedError((problem,)) from error
    except RecursionError as error:
        raise InputRefusedError((Problem("", "not_json", "this is nested too deeply."),)) from error


def read_case(document: object, dictionary: FeatureDictionary, today: date) -> ReadCase:
    """The case in a parsed case file; every problem is named by its dotted path."""
    if not isinstance(document, Mapping):
        return ReadCase(None, (Problem("", "not_an_object", "a case file is one JSON object."),))
    reader = _CaseReader(dictionary, today)
    reader.read_object(document, "")
    reader.finish(document)
    if reader.problems:
        return ReadCase(None, tuple(reader.problems))
    return ReadCase(reader.case)


def reopen_case(document: Mapping[str, object], dictionary: FeatureDictionary) -> Case:
    """A case as it was saved, with every answer: it may lack its situation, contradict itself, or name a day
    that this laptop's clock has not reached. KnownError CASE_NOT_READABLE when an answer is none here at all.
    """
    # Limits are for what is typed now; another release may have set them closer than when this was saved.
    wide = (replace(feature, limits=Limits(), longest=LONGEST_TEXT) for feature in dictionary)
    reader = _CaseReader(FeatureDictionary(tuple(wide)), date.max)
    reader.read_object(document, "")
    if reader.problems:
        raise KnownError(ErrorCode.CASE_NOT_READABLE, what=_named(reader.problems))
    return reader.case


_MOST_NAMED = 3


def _named(problems: list[Problem]) -> str:
    """The first few fields; never what stands in them."""
    fields = list(dict.fromkeys(problem.field for problem in problems))
    return ", ".join(fields[:_MOST_NAMED]) + (", …" if len(fields) > _MOST_NAMED else "")


class _CaseReader:
    """Walks one document and collects answers and problems."""

    def __init__(self, dictionary: FeatureDictionary, today: date) -> None:
        self.dictionary = dictionary
        self.today = today
        self.answers: dict[FeatureId, Answer] = {}
        self.expected: dict[FeatureId, date] = {}
        self.problems: list[Problem] = []
        self.objects = {feature.id.rpartition(".")[0] for feature in dictionary} - {""}

    @property
    def case(self) -> Case:
        return Case(MappingProxyType(self.answers), MappingProxyType(self.expected))

    def add(self, path: str, code: str, message: str) -> None:
        self.problems.append(Problem(path, code, f"{path}: {message}" if path else message))

    def read_object(self, raw: Mapping[str, object], prefix: str) -> None:
        for name in getattr(raw, "repeated", ()):
            self.add(prefix + shown(name), "repeated_key", "this key stands there twice.")
        for name, value in raw.items():
            # A dot separates the parts of a path, so a key that holds one is never a question's own name.
            self._read_key(prefix + (name.replace(".", "·") if "." in name else name), value)

    def _read_key(self, path: str, value: object) -> None:
        if path == "format":
            if value != CASE_FORMAT:
                self.add(path, "unknown_format", f"write '{CASE_FORMAT}'.")
        elif path == "expected":
            self._read_expected(value)
        elif path in self.dictionary:
            self._read_feature(self.dictionary[FeatureId(path)], value)
        elif path in self.objects:
            self._read_group(path, value)
        else:
            named = {name: feature.id for name, feature in self.dictionary.by_name.items()}
            names = [*named, *self.objects, "format", "expected"]
            # The first part of a name, such as "wbc", is more than a name that only looks like it.
            begun = [name for name in names if name.startswith(f"{path}_")]
            close = begun or get_close_matches(path, names, n=1)
            hint = f" Did you mean '{named.get(close[0], close[0])}'?" if close else ""
            self.add(shown(path), "unknown_key", f"this key is not known.{hint}")

    def _read_feature(self, feature: Feature, value: object) -> None:
        reading = read_answer(feature, value, self.today)
        self.problems.extend(reading.problems)
        if reading.answer is not None:
            self.answers[feature.id] = reading.answer

    def _read_group(self, path: str, value: object) -> None:
        if value in (Absent.PENDING.value, Absent.UNKNOWN.value):
            for feature in self.dictionary:
                if feature.id.startswith(path + ".") and feature.kind is not FeatureKind.TEXT:
                    self.answers[feature.id] = Absent(value)
        elif isinstance(value, Mapping):
            self.read_object(value, path + ".")
        else:
            self.add(path, "wrong_type", "write an object here.")

    def _read_expected(self, value: object) -> None:
        if value in (Absent.PENDING.value, Absent.UNKNOWN.value):
            return
        if not isinstance(value, Mapping):
            self.add("expected", "wrong_type", "write an object of feature paths and days here.")
            return
        for name in getattr(value, "repeated", ()):
            self.add(f"expected.{shown(name)}", "repeated_key", "this key stands there twice.")
        for name, due in value.items():
            if due in (Absent.PENDING.value, Absent.UNKNOWN.value):
                continue
            day = day_of(due)
            if name not in self.dictionary or not is_waited_for(self.dictionary[FeatureId(name)]):
                self.add(f"expected.{shown(name)}", "unknown_key", "no result of this is waited for.")
            elif day is None:
                self.add(f"expected.{name}", "not_a_date", "write a day of the calendar as 2026-01-31.")
            else:
                self.expected[FeatureId(name)] = day

    # -- what several answers say together -------------------------------------------------------------------

    def finish(self, document: Mapping[str, object]) -> None:
        if SITUATION not in document:
            options = ", ".join(self.dictionary[SITUATION].options)
            self.add(SITUATION, "missing_situation", f"this is missing; write one of {options}.")
        self._check_definition()
        self._check_order()
        self._check_treatment_end()
        self._settle_age()

    def _check_definition(self) -> None:
        named = FeatureId("slow_response_definition")
        text = self.answers.get(named)
        given = isinstance(text, str) and text.strip() not in ("", *(absent.value for absent in Absent))
        told = any(problem.field == named for problem in self.problems)
        if self.answers.get(FeatureId("slow_response")) == "yes" and not given and not told:
            self.add(named, "missing_definition", "say how the protocol defines a slow response.")

    def _day(self, path: str) -> date | None:
        answer = self.answers.get(FeatureId(path))
        return answer if isinstance(answer, date) else None

    def _check_order(self) -> None:
        """Report a date once, at the later place, against the nearest earlier date that contradicts it."""
        for path, earlier_paths in _EARLIER.items():
            day = self._day(path)
            for earlier in earlier_paths:
                before = self._day(earlier)
                if day and before and before > day:
                    self.add(path, "dates_in_wrong_order", f"this day lies before {earlier}.")
                    break

    def _check_treatment_end(self) -> None:
        path = "relapse.on_treatment"
        on_treatment = self.answers.get(FeatureId(path))
        ended, relapse = self._day("relapse.end_of_treatment"), self._day("relapse.date")
        if ended is None or relapse is None:
            return
        if on_treatment == "yes" and ended < relapse:
            self.add(path, "contradiction", "treatment ended before the relapse, so it was not on treatment.")
        if on_treatment != "yes" and ended > relapse:
            self.add("relapse.date", "dates_in_wrong_order", "this day lies before relapse.end_of_treatment.")

    def _check_age_today(self, born: date) -> None:
        """Nobody was older at diagnosis than today."""
        given = self.answers.get(AGE)
        if isinstance(given, Age) and older_than_today(given, born, self.today):
            self.add(AGE, AGE_DISAGREES, "the age and the date of birth do not agree.")

    def _settle_age(self) -> None:
        """Turn the two days into an age and drop the birth date; they and a given age have to agree."""
        born, diagnosed = self._day(BIRTH), self._day(DIAGNOSIS)
        self.answers.pop(BIRTH, None)
        if born is not None and diagnosed is None:
            self._check_age_today(born)
        if born is None or diagnosed is None or born > diagnosed:
            return
        counted = age_between(born, diagnosed)
        given = self.answers.get(AGE)
        if isinstance(given, Age) and not same_age(given, counted):
            self.add(AGE, AGE_DISAGREES, "the age and the two dates do not agree.")
        elif not self.dictionary[AGE].limits.allow(Decimal(counted.years)):
            self.add(DIAGNOSIS, "out_of_range", "age at diagnosis is from 0 to 40 years.")
        else:
            self.answers[AGE] = counted


def is_waited_for(feature: Feature) -> bool:
    """Whether a result can be due: not for what is chosen or written down."""
    return not feature.required and feature.kind is not FeatureKind.TEXT


_EARLIER = {
    "date_of_diagnosis": ("date_of_birth",),
    "start_of_treatment": ("date_of_diagnosis", "date_of_birth"),
    "end_of_induction.date": ("start_of_treatment", "date_of_diagnosis", "date_of_birth"),
    "relapse.first_remission": ("start_of_treatment", "date_of_diagnosis", "date_of_birth"),
    "relapse.end_of_treatment": ("start_of_treatment", "date_of_diagnosis", "date_of_birth"),
    "relapse.date": ("relapse.first_remission", "start_of_treatment", "date_of_diagnosis", "date_of_birth"),
}
"""Dates that cannot lie before others (evidence 3, field 18)."""


def write_case(case: Case, dictionary: FeatureDictionary) -> dict[str, object]:
    """The case as a case file, ready for JSON; numbers stay exact (int or Decimal)."""
    given = (feature.id for feature in dictionary if feature.id in case.answers)
    document: dict[str, object] = {"format": CASE_FORMAT}
    document |= nested((name, write_answer(case.answers[name])) for name in given)
    if case.expected:
        document["expected"] = {path: day.isoformat() for path, day in sorted(case.expected.items())}
    return document


def write_answer(answer: Answer) -> object:
    """One answer as it stands in a case file."""
    match answer:
        case Absent():
            return answer.value
        case Age():
            return dict(_given(("years", answer.years), ("months", answer.months)))
        case WhiteCount():
            return {"value": answer.value, "unit": answer.unit}
        case Mrd():
            return dict(
                _given(("percent", answer.percent), ("below", answer.below), ("method", answer.method))
            )
        case GeneResult():
            return {"result": answer.result, "method": answer.method} if answer.method else answer.result
        case date():
            return answer.isoformat()
        case tuple():
            return list(answer)
        case _:
            return answer


def _given(*pairs: tuple[str, object]) -> Iterator[tuple[str, object]]:
    return ((key, value) for key, value in pairs if value is not None)


def to_json(document: object, indent: str = "", newline: str = "") -> str:
    """JSON text with decimals digit for digit; ``json`` itself would round them to floats.

    ``indent`` and ``newline``: both given, the text is laid out for people.
    """
    inner = newline + indent if newline else ""
    if isinstance(document, Mapping):
        lines = [f"{json.dumps(key)}: {to_json(value, indent, inner)}" for key, value in document.items()]
        return _enclosed("{", lines, "}", newline, inner)
    if isinstance(document, list | tuple):
        return _enclosed("[", [to_json(value, indent, inner) for value in document], "]", newline, inner)
    if isinstance(document, Decimal):
        return f"{document:f}" if abs(document.adjusted()) < _PLAIN_DIGITS else str(document)
    return json.dumps(document)


_PLAIN_DIGITS = 30


def _enclosed(start: str, lines: list[str], end: str, newline: str, inner: str) -> str:
    if not lines:
        return start + end
    return f"{start}{inner}{(',' + (inner or ' ')).join(lines)}{newline}{end}"


def laid_out(document: object) -> str:
    """JSON text for people: two spaces, one key a line."""
    return to_json(document, "  ", "\n") + "\n"
