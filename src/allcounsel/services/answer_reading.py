"""One answer, in the shape of the case file or as typed, read into the domain or refused with reasons."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from allcounsel.domain.answers import (
    MRD_METHODS,
    WHITE_COUNT_UNITS,
    Absent,
    Age,
    Answer,
    GeneResult,
    Mrd,
    WhiteCount,
)
from allcounsel.domain.errors import Problem
from allcounsel.domain.feature import Feature, FeatureKind

LONGEST_TEXT = 500
LONGEST_SHOWN = 40
MOST_DIGITS = 40
"""Beyond 10^40, or closer to 0 than that, nothing is compared: no measurement means such a number."""
_LAST_MONTH, _WHOLE = 11, 100
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TYPED_NUMBER = re.compile(r"[0-9]{1,12}(?:[.,][0-9]{1,12})?")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


class NotANumber:
    """Stands for NaN and the infinities that some programs write into JSON."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An answer, or the problems that kept it from being one."""

    answer: Answer | None
    problems: tuple[Problem, ...] = ()


def typed_number(text: str) -> Decimal | None:
    """A number as typed by hand, with a dot or a comma; None when it is not one."""
    text = text.strip().replace("\u2009", "").replace("\u00a0", "").replace(" ", "")
    if not _TYPED_NUMBER.fullmatch(text):
        return None
    try:
        return Decimal(text.replace(",", "."))
    except InvalidOperation:
        return None


def two_readings(text: str, allowed: Callable[[Decimal], bool]) -> tuple[str, str] | None:
    """Both numbers that a typed one can mean, as in 60,000: its mark may part thousands or decimals.

    Each as it can be written to mean nothing else. None where only one of the two is ``allowed``, or the text
    has no such mark.
    """
    text = text.strip()
    if not _THOUSANDS.fullmatch(text):
        return None
    whole, part = Decimal(re.sub(r"[.,]", "", text)), Decimal(text.replace(",", "."))
    if not (allowed(whole) and allowed(part)):
        return None
    plain = f"{part.normalize():f}"
    return f"{whole:f}", f"{plain}0" if _THOUSANDS.fullmatch(plain) else plain


def read_answer(feature: Feature, raw: object, today: date, path: str = "") -> Reading:
    """Read one answer. ``raw``: the value of the feature's key in a case file, numbers as int or Decimal."""
    path = path or feature.id
    if raw in (Absent.PENDING.value, Absent.UNKNOWN.value) and feature.kind is not FeatureKind.TEXT:
        if feature.required:
            return _refused(path, "must_be_chosen", f"{path}: choose one of {', '.join(feature.options)}.")
        return Reading(Absent(raw))
    return _READERS[feature.kind](feature, raw, today, path)


def _refused(path: str, code: str, message: str) -> Reading:
    return Reading(None, (Problem(path, code, message),))


def shown(value: object) -> str:
    """A value as it can safely be repeated in a message: short, and without control characters."""
    text = "".join(letter if letter.isprintable() else "?" for letter in str(value)[: LONGEST_SHOWN + 1])
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 3] + "..."


def read_number(raw: object, path: str) -> Decimal | Problem:
    """The number, or why the value is not one."""
    if isinstance(raw, NotANumber):
        return Problem(path, "not_finite", f"{path}: this number has no finite value.")
    if isinstance(raw, bool) or not isinstance(raw, int | Decimal):
        return Problem(path, "not_a_number", f"{path}: write a number here, without quotes.")
    if not Decimal(raw).is_finite():
        return Problem(path, "not_finite", f"{path}: this number has no finite value.")
    if raw and abs(Decimal(raw).adjusted()) > MOST_DIGITS:
        return Problem(path, "out_of_range", f"{path}: this number is beyond anything possible.")
    return Decimal(raw)


def text_problem(raw: object, path: str, longest: int) -> Problem | None:
    """Why a value is not a usable text; None when it is one."""
    if not isinstance(raw, str):
        return Problem(path, "not_text", f"{path}: write text in quotes here.")
    if len(raw) > longest:
        return Problem(path, "too_long", f"{path}: at most {longest} characters, not {len(raw)}.")
    if _CONTROL.search(raw) or any(unicodedata.category(letter) == "Cf" for letter in raw):
        return Problem(
            path, "control_character", f"{path}: line breaks and invisible characters are not allowed."
        )
    return None


def _choice(feature: Feature, raw: object, _today: date, path: str) -> Reading:
    if not isinstance(raw, str):
        return _refused(path, "wrong_type", f"{path}: write one of {_known(feature)}.")
    if raw not in feature.options:
        return _refused(path, "not_an_option", f"{path}: '{shown(raw)}' is not one of {_known(feature)}.")
    return Reading(raw)


def _known(feature: Feature) -> str:
    extra = () if feature.required else (Absent.PENDING.value, Absent.UNKNOWN.value)
    return ", ".join((*feature.options, *extra))


def _multi(feature: Feature, raw: object, _today: date, path: str) -> Reading:
    if not isinstance(raw, list):
        return _refused(path, "wrong_type", f"{path}: write a list here.")
    if not raw and feature.id == "relapse.sites":
        return _refused(path, "empty_list", f"{path}: name at least one site, or leave this out (not known).")
    problems = []
    for position, entry in enumerate(raw):
        if not isinstance(entry, str) or entry not in feature.options:
            where = f"{path}.{position}"
            message = f"{where}: '{shown(entry)}' is not one of {', '.join(feature.options)}."
            problems.append(Problem(where, "not_an_option", message))
        elif entry in raw[:position]:
            problems.append(
                Problem(f"{path}.{position}", "repeated", f"{path}: '{entry}' stands there twice.")
            )
    return Reading(None, tuple(problems)) if problems else Reading(tuple(raw))


def _text(feature: Feature, raw: object, _today: date, path: str) -> Reading:
    problem = text_problem(raw, path, min(feature.longest, LONGEST_TEXT))
    return Reading(None, (problem,)) if problem else Reading(str(raw))


def _date(_feature: Feature, raw: object, today: date, path: str) -> Reading:
    day = day_of(raw)
    if day is None:
        return _refused(path, "not_a_date", f"{path}: write a day of the calendar as 2026-01-31.")
    if day > today:
        return _refused(path, "date_in_future", f"{path}: this day lies in the future.")
    return Reading(day)


def day_of(raw: object) -> date | None:
    """The day of an ISO date such as 2026-01-31; None when it is not a day of the calendar."""
    if not isinstance(raw, str) or not _DAY.fullmatch(raw):
        return None
    try:
        return date.fromisoformat(raw)
    except ValueError:
        return None


class _Keys:
    """Reads the keys of one object and notes what is missing or not known."""

    def __init__(self, raw: Mapping[str, object], path: str, known: tuple[str, ...]) -> None:
        self.raw = raw
        self.path = path
        self.problems = [
            Problem(
                f"{path}.{shown(key)}",
                "unknown_key",
                f"{path}.{shown(key)}: this key is not known here; known are {', '.join(known)}.",
            )
            for key in raw
            if key not in known
        ]
        self.problems += [
            Problem(f"{path}.{key}", "repeated_key", f"{path}.{key}: this key stands there twice.")
            for key in getattr(raw, "repeated", ())
        ]

    def add(self, key: str, code: str, message: str) -> None:
        """Note a problem with one key."""
        self.problems.append(Problem(f"{self.path}.{key}", code, f"{self.path}.{key}: {message}"))

    def number(self, key: str) -> Decimal | None:
        """A required number."""
        if key not in self.raw:
            self.add(key, f"missing_{key}", "this is missing.")
            return None
        read = read_number(self.raw[key], f"{self.path}.{key}")
        if isinstance(read, Problem):
            self.problems.append(read)
            return None
        return read

    def word(self, key: str, known: tuple[str, ...]) -> str | None:
        """A required word out of a closed table."""
        if key not in self.raw:
            self.add(key, f"missing_{key}", f"this is missing; write one of {', '.join(known)}.")
            return None
        if self.raw[key] not in known:
            self.add(key, f"unknown_{key}", f"'{shown(self.raw[key])}' is not one of {', '.join(known)}.")
            return None
        return str(self.raw[key])

    def result(self, answer: Answer | None) -> Reading:
        """The answer when nothing was wrong."""
        return Reading(None, tuple(self.problems)) if self.problems else Reading(answer)


_EXAMPLES: dict[tuple[str, ...], str] = {
    ("years", "months"): ', such as {"years": 4, "months": 7}',
    ("value", "unit"): ', such as {"value": 20, "unit": "10*9/L"}',
}


def _object(raw: object, path: str, known: tuple[str, ...]) -> _Keys | Reading:
    if isinstance(raw, Mapping):
        return _Keys(raw, path, known)
    example = _EXAMPLES.get(known, "")
    return _refused(path, "wrong_type", f"{path}: write an object with {', '.join(known)}{example}.")


def _absent_inside(raw: object, key: str) -> Absent | None:
    value = raw.get(key) if isinstance(raw, Mapping) else None
    return Absent(value) if value in (Absent.PENDING.value, Absent.UNKNOWN.value) else None


def _white_count(feature: Feature, raw: object, _today: date, path: str) -> Reading:
    keys = _object(raw, path, ("value", "unit"))
    if isinstance(keys, Reading):
        return keys
    absent = _absent_inside(raw, "value")
    if absent:
        if "unit" in keys.raw:
            keys.word("unit", WHITE_COUNT_UNITS)
        return keys.result(absent)
    value, unit = keys.number("value"), keys.word("unit", WHITE_COUNT_UNITS)
    if value is None or unit is None:
        return keys.result(None)
    count = WhiteCount(value, unit)
    if not feature.limits.allow(count.per_litre):
        keys.add("value", "out_of_range", _out_of_range(value, unit))
    return keys.result(count)


def _out_of_range(value: Decimal, unit: str) -> str:
    if value <= 0:
        return "a white count is above 0."
    hint = f" Did you mean {shown(value)} /uL?" if unit != "/uL" else ""
    return f"that is above what is possible (3,000 x 10*9/L).{hint}"


def _age(feature: Feature, raw: object, _today: date, path: str) -> Reading:
    keys = _object(raw, path, ("years", "months"))
    if isinstance(keys, Reading):
        return keys
    years = keys.number("years")
    months = keys.number("months") if "months" in keys.raw else None
    for key, value in (("years", years), ("months", months)):
        if value is not None and value != value.to_integral_value():
            keys.add(key, "not_whole", "write a whole number.")
    if years is not None and not feature.limits.allow(years):
        keys.add("years", "out_of_range", "age at diagnosis is from 0 to 40 years.")
    if months is not None and not 0 <= months <= _LAST_MONTH:
        keys.add("months", "out_of_range", "months are from 0 to 11.")
    if keys.problems or years is None:
        return keys.result(None)
    return Reading(Age(int(years), None if months is None else int(months)))


def _mrd(_feature: Feature, raw: object, _today: date, path: str) -> Reading:
    keys = _object(raw, path, ("percent", "below", "method"))
    if isinstance(keys, Reading):
        return keys
    absent = _absent_inside(raw, "percent")
    if absent:
        if "method" in keys.raw:
            keys.word("method", MRD_METHODS)
        return keys.result(absent)
    given = [key for key in ("percent", "below") if key in keys.raw]
    method = keys.word("method", MRD_METHODS)
    if len(given) != 1:
        code = "missing_percent" if not given else "percent_and_below"
        keys.add(
            "percent", code, "give either percent (found) or below (not found, with the limit of the test)."
        )
        return keys.result(None)
    value = keys.number(given[0])
    if value is not None and not 0 <= value <= _WHOLE:
        keys.add(given[0], "out_of_range", "MRD is from 0 to 100 percent.")
    elif value == 0:
        code = "percent_zero" if given[0] == "percent" else "out_of_range"
        keys.add(given[0], code, "not 0: use below, with the limit of the test.")
    if keys.problems or value is None or method is None:
        return keys.result(None)
    return Reading(Mrd(method, percent=value) if given[0] == "percent" else Mrd(method, below=value))


def _gene(feature: Feature, raw: object, today: date, path: str) -> Reading:
    if not isinstance(raw, Mapping):
        read = _choice(feature, raw, today, path)
        return Reading(GeneResult(str(read.answer))) if read.answer else read
    keys = _Keys(raw, path, ("result", "method"))
    if "method" in raw:
        problem = text_problem(raw["method"], f"{path}.method", LONGEST_TEXT)
        keys.problems += [problem] if problem else []
    absent = _absent_inside(raw, "result")
    if absent:
        return keys.result(absent)
    result = keys.word("result", feature.options)
    return keys.result(
        GeneResult(result, str(raw["method"]) if "method" in raw else None) if result else None
    )


def _number(feature: Feature, raw: object, _today: date, path: str) -> Reading:
    value = read_number(raw, path)
    if isinstance(value, Problem):
        return Reading(None, (value,))
    whole = feature.kind is FeatureKind.INTEGER
    if whole and value != value.to_integral_value():
        return _refused(path, "not_whole", f"{path}: write a whole number.")
    if not feature.limits.allow(value):
        low, high = feature.limits.at_least, feature.limits.at_most
        return _refused(path, "out_of_range", f"{path}: from {low} to {high}.")
    return Reading(int(value) if whole else value)


_READERS: dict[FeatureKind, Callable[[Feature, object, date, str], Reading]] = {
    FeatureKind.CHOICE: _choice,
    FeatureKind.MULTI: _multi,
    FeatureKind.GENE: _gene,
    FeatureKind.AGE: _age,
    FeatureKind.BIRTH_DATE: _date,
    FeatureKind.DATE: _date,
    FeatureKind.WHITE_COUNT: _white_count,
    FeatureKind.MRD: _mrd,
    FeatureKind.INTEGER: _number,
    FeatureKind.NUMBER: _number,
    FeatureKind.TEXT: _text,
}
