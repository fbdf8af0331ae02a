"""As much of JSON Schema as our schemas use, so that the core's tests need no library for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}


def faults(value: Any, schema: dict[str, Any], path: str = "") -> Iterator[str]:
    """Where a value does not fit its schema."""
    if "anyOf" in schema:
        if all(list(faults(value, choice, path)) for choice in schema["anyOf"]):
            yield f"{path}: fits none"
        return
    if "const" in schema and value != schema["const"]:
        yield f"{path}: not {schema['const']}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{path}: not one of {schema['enum']}"
    if "type" in schema and not _is_a(value, schema["type"]):
        yield f"{path}: not {schema['type']}"
        return
    yield from _limits(value, schema, path)
    yield from _inside(value, schema, path)


def _is_a(value: object, wanted: str | list[str]) -> bool:
    names = [wanted] if isinstance(wanted, str) else wanted
    if isinstance(value, bool):
        return "boolean" in names
    return any(isinstance(value, _TYPES[name]) for name in names)


def _limits(value: Any, schema: dict[str, Any], path: str) -> Iterator[str]:
    if isinstance(value, int | float) and not isinstance(value, bool):
        if value <= schema.get("exclusiveMinimum", float("-inf")):
            yield f"{path}: too small"
        if not schema.get("minimum", float("-inf")) <= value <= schema.get("maximum", float("inf")):
            yield f"{path}: out of range"
    if isinstance(value, str):
        if len(value) > schema.get("maxLength", len(value)):
            yield f"{path}: too long"
        if not re.search(schema.get("pattern", ""), value):
            yield f"{path}: not as {schema['pattern']}"


def _inside(value: Any, schema: dict[str, Any], path: str) -> Iterator[str]:
    if isinstance(value, list) and "items" in schema:
        for index, entry in enumerate(value):
            yield from faults(entry, schema["items"], f"{path}[{index}]")
    if isinstance(value, dict) and "properties" in schema:
        missing = [name for name in schema.get("required", []) if name not in value]
        yield from (f"{path}.{name}: missing" for name in missing)
        for name, entry in value.items():
            yield from _entry(name, entry, schema, path)


def _entry(name: str, entry: Any, schema: dict[str, Any], path: str) -> Iterator[str]:
    if name in schema["properties"]:
        yield from faults(entry, schema["properties"][name], f"{path}.{name}")
    elif schema.get("additionalProperties") is False:
        yield f"{path}.{name}: not known"
