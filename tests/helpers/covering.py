"""Few combinations that hold every pair of values: a greedy covering array."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

Chosen = dict[str, str]
Pair = frozenset[tuple[str, str]]


def pairs_of(factors: Mapping[str, Sequence[str]]) -> set[Pair]:
    """Every pair of values of two factors."""
    return {
        frozenset(((one, left), (other, right)))
        for one, other in itertools.combinations(factors, 2)
        for left, right in itertools.product(factors[one], factors[other])
    }


def pairwise(factors: Mapping[str, Sequence[str]]) -> list[Chosen]:
    """Combinations that hold every pair, each chosen for the pairs still missing; always the same ones."""
    missing = pairs_of(factors)
    found: list[Chosen] = []
    while missing:
        start = min(missing, key=sorted)
        chosen: Chosen = dict(sorted(start))
        for name, values in factors.items():
            if name not in chosen:
                _, chosen[name] = max((_gained(missing, chosen, name, value), value) for value in values)
        missing -= _pairs(chosen)
        found.append({name: chosen[name] for name in factors})
    return found


def _pairs(chosen: Chosen) -> set[Pair]:
    return {frozenset(pair) for pair in itertools.combinations(chosen.items(), 2)}


def _gained(missing: set[Pair], chosen: Chosen, name: str, value: str) -> int:
    return len(missing & _pairs({**chosen, name: value}))
