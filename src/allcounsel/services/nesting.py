"""Dotted paths into objects within objects, as the case file has them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

Object = dict[str, object]


def nested(pairs: Iterable[tuple[str, object]], enclose: Callable[[Object], object] = dict) -> Object:
    """``a.b`` becomes ``b`` inside ``a``. ``enclose`` makes the value of ``a`` out of its parts."""
    outer: Object = {}
    inner: dict[str, Object] = {}
    for path, value in pairs:
        name, _, rest = path.partition(".")
        if rest:
            inner.setdefault(name, {})[rest] = value
            outer.setdefault(name, None)
        else:
            outer[name] = value
    return outer | {name: enclose(nested(parts.items(), enclose)) for name, parts in inner.items()}
