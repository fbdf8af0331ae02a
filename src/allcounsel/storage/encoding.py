"""How values are written into columns: answers as JSON that keeps every digit, moments as sortable text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal


def answers_to_text(answers: Mapping[str, object]) -> str:
    """JSON with sorted keys; a Decimal becomes the number as it was typed, 49.95 and not 49.9500000001."""
    return _written(answers)


def answers_from_text(text: str) -> dict[str, object]:
    """The answers again; numbers with a point come back as Decimal, lists as lists."""
    answers = json.loads(text, parse_float=Decimal, parse_constant=_refuse_constant)
    if not isinstance(answers, dict):
        message = "the answers of a case are an object"
        raise ValueError(message)  # noqa: TRY004 - it is the text that is wrong, as with any other bad text
    return answers


def _written(value: object) -> str:
    if isinstance(value, Mapping):
        pairs = (f"{_key(key)}:{_written(value[key])}" for key in sorted(value))
        return "{" + ",".join(pairs) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(_written(item) for item in value) + "]"
    if isinstance(value, Decimal) and value.is_finite():
        return str(value)  # the standard library would go through a binary number
    if value is None or isinstance(value, str | int | float):
        return json.dumps(value, allow_nan=False)
    message = f"a {type(value).__name__} does not belong in a case file"
    raise TypeError(message)


def _key(key: object) -> str:
    if not isinstance(key, str):
        message = "keys of a case file are texts"
        raise TypeError(message)
    return json.dumps(key)


def _refuse_constant(name: str) -> object:
    message = f"{name} is not a number"
    raise ValueError(message)


def moment_to_text(moment: datetime) -> str:
    """In UTC and always of the same length, so that texts sort as the moments do."""
    if moment.tzinfo is None:
        message = "a moment without its zone"
        raise ValueError(message)
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def moment_from_text(text: str) -> datetime:
    """The moment, in UTC; ValueError when the text is none."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        message = "a moment without its zone"
        raise ValueError(message)
    return moment
