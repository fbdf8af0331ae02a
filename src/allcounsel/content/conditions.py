"""Conditions as written in the seeds, read into the closed table of the domain."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from allcounsel.content.fields import Taker, did_you_mean
from allcounsel.content.reader import Listed, Mapped, Problems, Value
from allcounsel.domain.condition import (
    OPERATORS,
    AllOf,
    AnyOf,
    Compare,
    Condition,
    Named,
    Not,
    Said,
    StillOpen,
    Verdict,
)
from allcounsel.domain.ids import RuleId

_NUMERIC = ("at_least", "more_than", "at_most", "less_than")
_LISTS = ("one_of", "mentions")
_JOINS = ("any", "all", "not", "said", "open", "rule", "named")
_NEVER: Condition = AnyOf(())


@dataclass(frozen=True, slots=True)
class ConditionReader:
    """Knows what a condition may speak of: targets, rules, settings and named conditions."""

    targets: Mapping[str, Collection[str]]
    rules: Collection[str]
    settings: Mapping[str, Decimal]
    named: Mapping[str, Condition] = field(default_factory=dict)

    def read(self, value: Value | None, line: int, problems: Problems) -> Condition:
        """One condition; a faulty one is noted and read as "never"."""
        if not isinstance(value, Mapped) or len(value) != 1:
            problems.add(
                line, "a condition has exactly one key: any, all, not, said, open, rule, named or a feature"
            )
            return _NEVER
        (key, body), line = next(iter(value.items())), next(iter(value.lines.values()))
        if key in ("any", "all"):
            parts = self._parts(body, line, problems)
            return AnyOf(parts) if key == "any" else AllOf(parts)
        if key == "not":
            return Not(self.read(body, line, problems))
        if key == "said":
            return Said(self.read(body, line, problems))
        if key == "open":
            return StillOpen(self.read(body, line, problems))
        if key == "rule":
            return self._rule(body, line, problems)
        if key == "named":
            return self._named(body, line, problems)
        return self._compare(key, body, line, problems)

    def read_when(self, taker: Taker) -> Condition:
        """The condition of an entry: ``when``, or ``yes`` and ``no`` where the sources leave cases open."""
        if "yes" in taker.mapping or "no" in taker.mapping:
            yes = self.read(taker.required("yes"), taker.line("yes"), taker.problems)
            return Verdict(yes, self.read(taker.required("no"), taker.line("no"), taker.problems))
        return self.read(taker.required("when"), taker.line("when"), taker.problems)

    def read_optional(self, taker: Taker) -> Condition | None:
        """The condition of an entry, or None when it has none."""
        if "when" not in taker.mapping:
            return None
        return self.read(taker.value("when"), taker.line("when"), taker.problems)

    def _parts(self, body: Value, line: int, problems: Problems) -> tuple[Condition, ...]:
        if not isinstance(body, Listed) or not body:
            problems.add(line, "'any' and 'all' take a list of conditions")
            return ()
        return tuple(self.read(part, at, problems) for part, at in zip(body, body.lines, strict=True))

    def _named(self, body: Value, line: int, problems: Problems) -> Condition:
        if not isinstance(body, str) or body not in self.named:
            problems.add(line, f"unknown condition '{body}'{did_you_mean(str(body), self.named)}")
            return _NEVER
        return self.named[body]

    def _rule(self, body: Value, line: int, problems: Problems) -> Condition:
        if not isinstance(body, str) or body not in self.rules:
            problems.add(line, f"unknown rule '{body}'{did_you_mean(str(body), self.rules)}")
            return _NEVER
        return Named(RuleId(body))

    def _compare(self, target: str, body: Value, line: int, problems: Problems) -> Condition:
        if target not in self.targets:
            known = (*self.targets, *_JOINS)
            problems.add(line, f"unknown feature '{target}'{did_you_mean(target, known)}")
            return _NEVER
        if not isinstance(body, Mapped) or len(body) != 1:
            problems.add(line, f"'{target}' takes exactly one operator")
            return _NEVER
        operator, limit = next(iter(body.items()))
        if operator not in OPERATORS:
            problems.add(line, f"unknown operator '{operator}'{did_you_mean(operator, OPERATORS)}")
            return _NEVER
        return Compare(target, operator, self._limit(target, operator, limit, line, problems))

    def _limit(
        self, target: str, operator: str, limit: Value, line: int, problems: Problems
    ) -> Decimal | str | tuple[str | Decimal, ...]:
        if operator in _NUMERIC:
            return self._number(limit, line, problems)
        if operator in _LISTS:
            if not isinstance(limit, Listed):
                problems.add(line, f"'{operator}' takes a list")
                return ()
            return tuple(self._word(target, operator, entry, line, problems) for entry in limit)
        return self._word(target, operator, limit, line, problems)

    def _number(self, limit: Value, line: int, problems: Problems) -> Decimal:
        if isinstance(limit, str) and limit in self.settings:
            return self.settings[limit]
        if isinstance(limit, bool) or not isinstance(limit, int | Decimal):
            problems.add(
                line, f"'{limit}' is neither a number nor a setting{did_you_mean(str(limit), self.settings)}"
            )
            return Decimal(0)
        return Decimal(limit)

    def _word(self, target: str, operator: str, word: Value, line: int, problems: Problems) -> str | Decimal:
        if isinstance(word, int | Decimal) and not isinstance(word, bool):
            return Decimal(word)
        if not isinstance(word, str):
            problems.add(line, f"'{target}' is compared with text (put it in quotes)")
            return ""
        options = self.targets[target]
        if options and operator != "mentions" and word not in options:
            problems.add(line, f"'{target}' has no option '{word}'{did_you_mean(word, options)}")
        return word
