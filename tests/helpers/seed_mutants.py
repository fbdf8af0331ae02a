"""Every small wrong edit of the rules and the pathway table, each with a sentence a clinician can answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from allcounsel.content.release import read_release
from allcounsel.domain.assessment import NodeStyle
from allcounsel.domain.condition import Condition, Named
from allcounsel.domain.feature import SITUATIONS
from allcounsel.domain.ids import GroupId
from allcounsel.domain.pathway import CurrentRow, PathwayRow, PathwayTable
from allcounsel.domain.release import ContentRelease
from allcounsel.domain.rule import Rule, RuleSet
from helpers.condition_edits import NEVER, TEN_PERCENT, Known, edits, known_of
from helpers.same_truth import leaves_of


@dataclass(frozen=True, slots=True)
class Mutant:
    """One wrong edit. ``where``: the rule or row that was edited; ``what``: what was done to it.

    ``conditions``: the condition before and after, where it is only a condition that was edited.
    """

    where: str
    what: str
    rules: RuleSet
    pathways: PathwayTable
    conditions: tuple[Condition, Condition] | None = None

    @property
    def sentence(self) -> str:
        """What a clinician is asked when no worked case fails."""
        return f"nothing notices if, in {self.where}, {self.what}"


def rule_mutants(release: ContentRelease) -> Iterator[Mutant]:
    """Every wrong edit of one rule, and of the order of the groups."""
    rules, table = release.rules, release.pathways
    known = known_of(release.dictionary, rules)
    for place, rule in enumerate(rules.rules):
        before, after = rules.rules[:place], rules.rules[place + 1 :]
        for what, edited in _rule_edits(rule, rules, known):
            pair = (rule.when, edited.when) if edited.when != rule.when else None
            edited_rules = replace(rules, rules=(*before, edited, *after))
            yield Mutant(rule.id, what, edited_rules, table, pair)
        if not _named(rule, release):
            yield Mutant(rule.id, "the whole rule is dropped", replace(rules, rules=(*before, *after)), table)
    for what, groups in _swapped(rules.mildest_first):
        yield Mutant("the order of the groups", what, replace(rules, mildest_first=groups), table)


def _swapped(order: tuple[GroupId, ...]) -> Iterator[tuple[str, tuple[GroupId, ...]]]:
    for place in range(len(order) - 1):
        one, other = order[place : place + 2]
        yield f"{one} and {other} change places", (*order[:place], other, one, *order[place + 2 :])


def _named(rule: Rule, release: ContentRelease) -> bool:
    """Whether another condition speaks of the rule, so that it cannot be dropped without a content error."""
    conditions = [other.when for other in release.rules.rules]
    conditions += [warning.when for warning in release.rules.warnings]
    conditions += [row.when for row in release.pathways.rows]
    return any(Named(rule.id) in leaves_of(condition) for condition in conditions)


def _rule_edits(rule: Rule, rules: RuleSet, known: Known) -> Iterator[tuple[str, Rule]]:
    for what, when in edits(rule.when, known):
        yield what, replace(rule, when=when)
    yield "the rule never holds", replace(rule, when=NEVER)
    yield from _brings_another(rule, rules)
    for situation in SITUATIONS:
        looked_at = rule.looked_at_in
        if situation in looked_at:
            fewer = tuple(other for other in looked_at if other != situation)
            yield f"it is not looked at in {situation}", replace(rule, looked_at_in=fewer)
        else:
            yield f"it is looked at in {situation}", replace(rule, looked_at_in=(*looked_at, situation))


def _brings_another(rule: Rule, rules: RuleSet) -> Iterator[tuple[str, Rule]]:
    for group in (*rules.mildest_first, None) if rule.group else ():
        if group != rule.group:
            yield f"group {rule.group} becomes {group or 'none'}", replace(rule, group=group)
    for special in (*rules.special_order, None) if rule.special else ():
        if special != rule.special:
            yield f"special group {rule.special} becomes {special or 'none'}", replace(rule, special=special)
    for flag in (*rules.flag_order, None) if rule.flag else ():
        if flag != rule.flag:
            yield f"flag {rule.flag} becomes {flag or 'none'}", replace(rule, flag=flag)


# ---- the pathway table


def pathway_mutants(release: ContentRelease) -> Iterator[Mutant]:
    """Every wrong edit of one row of the pathway table, and of "you are here"."""
    rules, table = release.rules, release.pathways
    known = known_of(release.dictionary, rules)
    for place, row in enumerate(table.rows):
        before, after, where = table.rows[:place], table.rows[place + 1 :], f"pathway row {row.id}"
        for what, edited in _row_edits(row, known):
            pair = (row.when, edited.when) if edited.when != row.when else None
            yield Mutant(where, what, rules, replace(table, rows=(*before, edited, *after)), pair)
        dropped = replace(table, rows=(*before, *after))
        yield Mutant(where, "the whole row is dropped", rules, dropped)
    for what, current in _current_edits(table.current, known):
        yield Mutant('"you are here"', what, rules, replace(table, current=current))


def _row_edits(row: PathwayRow, known: Known) -> Iterator[tuple[str, PathwayRow]]:
    for what, when in edits(row.when, known):
        yield what, replace(row, when=when)
    for place, (node, style) in enumerate(row.nodes):
        before, after = row.nodes[:place], row.nodes[place + 1 :]
        yield f"{node} is dropped", replace(row, nodes=(*before, *after))
        for other in NodeStyle:
            if other is not style:
                changed = (*before, (node, other), *after)
                yield f"{node} is {other.value} instead of {style.value}", replace(row, nodes=changed)
    for place, node in enumerate(row.never):
        fewer = (*row.never[:place], *row.never[place + 1 :])
        yield f"{node} is no longer forbidden", replace(row, never=fewer)
    for place, node in enumerate(row.cites):
        fewer = (*row.cites[:place], *row.cites[place + 1 :])
        yield f"{node} no longer cites it", replace(row, cites=fewer)


def _current_edits(
    current: tuple[CurrentRow, ...], known: Known
) -> Iterator[tuple[str, tuple[CurrentRow, ...]]]:
    nodes = tuple(dict.fromkeys(row.node for row in current))
    for place, row in enumerate(current):
        before, after = current[:place], current[place + 1 :]
        yield f"the row of {row.node} is dropped", (*before, *after)
        for what, when in edits(row.when, known):
            yield f"{what} for {row.node}", (*before, replace(row, when=when), *after)
        for node in nodes:
            if node != row.node:
                yield f"{row.node} becomes {node}", (*before, replace(row, node=node), *after)
        if after:
            swapped = (*before, after[0], row, *after[1:])
            yield f"the rows of {row.node} and {after[0].node} change places", swapped


# ---- the settings


def setting_mutants(files: Mapping[str, bytes], release: ContentRelease) -> Iterator[Mutant]:
    """Every setting 10 % lower and higher, in all rules that use it."""
    for name, value in release.settings.items():
        for sign, word in ((-1, "lower"), (1, "higher")):
            edited = _with_setting(files, name, value, sign)
            yield Mutant("the settings", f"{name} is 10 % {word}", edited.rules, edited.pathways)


def _with_setting(files: Mapping[str, bytes], name: str, value: str, sign: int) -> ContentRelease:
    text = files["settings.yaml"].decode()
    moved = Decimal(value) * (1 + sign * TEN_PERCENT)
    old, new = f"{name}: {value} ", f"{name}: {moved.normalize():f} "
    assert text.count(old) == 1, f"'{old}' has to stand once in settings.yaml"
    return read_release({**files, "settings.yaml": text.replace(old, new).encode()})
