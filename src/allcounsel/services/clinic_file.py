"""The clinic's own block: from TOML with every problem named, and back (case-format.md, The clinic)."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from allcounsel.domain.clinic import Clinic, FeverThreshold
from allcounsel.domain.errors import Problem
from allcounsel.services.answer_reading import shown, text_problem

REQUIRED = ("name", "phone", "out_of_hours_phone", "emergency_number", "hospital", "country")
OPTIONAL = ("address",)
LOGO = "logo"
LONGEST_MEASURED = 60
LONGEST = {"country": 2, "phone": 40, "out_of_hours_phone": 40, "emergency_number": 40, LOGO: 500}
FEWEST_DIGITS = 3
"""Emergency numbers have three, such as 112 or 000; nothing shorter can be called."""
CONFIRM_ABOVE, REFUSED_ABOVE, LOWEST = Decimal("38.3"), Decimal("38.5"), Decimal("37.5")
"""Fever thresholds in degrees C (evidence 3, field 24)."""

_IN_THE_BOTTOM = re.compile(r"\b(?:rect(?:um|al|ally|o)\b|anus|anal|ano\b|bottom)", re.IGNORECASE)
"""A place that is never told to a family: evidence 5.4 line 8, SF-2, SF-6."""

_COUNTRY = re.compile(r"[A-Za-z]{2}")  # ISO 3166

THRESHOLD_TO_CONFIRM = "fever_threshold_high"


@dataclass(frozen=True, slots=True)
class ReadClinic:
    """A clinic with the codes that have to be accepted, or the problems that kept it from being one.

    ``logo``: where its picture is said to lie, which nobody has looked at yet (``clinic_logo``).
    """

    clinic: Clinic | None
    problems: tuple[Problem, ...] = ()
    warnings: tuple[str, ...] = ()
    logo: str = ""


def read_clinic(text: str) -> ReadClinic:
    """The clinic in a TOML text."""
    try:
        raw = tomllib.loads(text, parse_float=Decimal)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return ReadClinic(None, (Problem("", "not_toml", f"this is not TOML ({shown(error)})."),))
    problems = list(_unknown_keys(raw))
    texts = {key: _text(raw, key, problems) for key in (*REQUIRED, *OPTIONAL)}
    logo = _text(raw, LOGO, problems)
    if texts["country"] and not _COUNTRY.fullmatch(texts["country"]):
        problems.append(Problem("country", "not_a_country", "country: write the two letters, such as GB."))
    practice = raw.get("practice", False)
    if not isinstance(practice, bool):
        problems.append(Problem("practice", "wrong_type", "practice: write true or false."))
    threshold = _threshold(raw.get("fever_threshold"), problems)
    if problems or threshold is None:
        return ReadClinic(None, tuple(problems))
    clinic = Clinic(**texts, fever_threshold=threshold, logo=None, practice=practice)
    return ReadClinic(clinic, (), warnings_of(clinic), logo)


def warnings_of(clinic: Clinic) -> tuple[str, ...]:
    """Codes of what has to be confirmed before anything is exported."""
    return (THRESHOLD_TO_CONFIRM,) if celsius(clinic.fever_threshold) > CONFIRM_ABOVE else ()


def celsius(threshold: FeverThreshold) -> Decimal:
    """The threshold in degrees C, exact."""
    if threshold.unit == "F":
        return (threshold.value - 32) * 5 / 9
    return threshold.value


def _unknown_keys(raw: Mapping[str, object]) -> list[Problem]:
    known = (*REQUIRED, *OPTIONAL, LOGO, "practice", "fever_threshold")
    return [
        Problem(
            shown(key), "unknown_key", f"{shown(key)}: this key is not known; known are {', '.join(known)}."
        )
        for key in raw
        if key not in known
    ]


def _text(raw: Mapping[str, object], key: str, problems: list[Problem]) -> str:
    if key not in raw:
        if key in REQUIRED:
            problems.append(
                Problem(key, f"missing_{key}", f"{key}: this is missing; nothing is exported without it.")
            )
        return ""
    problem = text_problem(raw[key], key, LONGEST.get(key, 200))
    if problem:
        problems.append(problem)
        return ""
    text = str(raw[key]).strip()
    if not text and key in REQUIRED:
        problems.append(
            Problem(key, f"missing_{key}", f"{key}: this is empty; nothing is exported without it.")
        )
    if "phone" in key or key == "emergency_number":
        _check_number(key, text, problems)
    return text


def _check_number(key: str, text: str, problems: list[Problem]) -> None:
    if text and sum(letter.isdigit() for letter in text) < FEWEST_DIGITS:
        problems.append(
            Problem(key, "not_a_phone_number", f"{key}: a phone number has {FEWEST_DIGITS} digits or more.")
        )


def _threshold(raw: object, problems: list[Problem]) -> FeverThreshold | None:
    path = "fever_threshold"
    if not isinstance(raw, Mapping):
        code, what = ("missing_threshold", "is missing") if raw is None else ("wrong_type", "is not a table")
        example = '{ value = 38.0, unit = "C", measured = "mouth or armpit" }'
        problems.append(Problem(path, code, f"{path}: this {what}; write {example}."))
        return None
    found = list(_threshold_problems(raw, path))
    problems.extend(found)
    if found:
        return None
    threshold = FeverThreshold(Decimal(str(raw["value"])), str(raw["unit"]), str(raw["measured"]).strip())
    if not LOWEST <= celsius(threshold) <= REFUSED_ABOVE:
        problems.append(Problem(f"{path}.value", "out_of_range", f"{path}.value: from 37.5 to 38.5 °C."))
        return None
    return threshold


def _threshold_problems(raw: Mapping[str, object], path: str) -> Iterator[Problem]:
    for key in raw:
        if key not in ("value", "unit", "measured"):
            where = f"{path}.{shown(key)}"
            yield Problem(where, "unknown_key", f"{where}: this key is not known.")
    value, measured = raw.get("value"), raw.get("measured")
    if isinstance(value, bool) or not isinstance(value, int | Decimal) or not Decimal(value).is_finite():
        yield Problem(f"{path}.value", "not_a_number", f"{path}.value: write a temperature.")
    if raw.get("unit") not in ("C", "F"):
        yield Problem(f"{path}.unit", "missing_unit", f"{path}.unit: write C or F.")
    problem = text_problem(measured, f"{path}.measured", LONGEST_MEASURED)
    if problem:
        yield problem
    elif not str(measured).strip():
        yield Problem(f"{path}.measured", "missing_measured", f"{path}.measured: say where it is taken.")
    elif _IN_THE_BOTTOM.search(str(measured)):
        code, what = "rectal_temperature", "the paper says to put no thermometer in the bottom."
        yield Problem(f"{path}.measured", code, f"{path}.measured: {what}")


def write_clinic(clinic: Clinic) -> str:
    """The clinic as TOML, but for its picture."""
    lines = [
        f"{key} = {_quoted(getattr(clinic, key))}" for key in (*REQUIRED, *OPTIONAL) if getattr(clinic, key)
    ]
    threshold = clinic.fever_threshold
    lines.append(
        f"fever_threshold = {{ value = {threshold.value:f}, unit = {_quoted(threshold.unit)}, "
        f"measured = {_quoted(threshold.measured)} }}"
    )
    if clinic.practice:
        lines.append("practice = true")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
