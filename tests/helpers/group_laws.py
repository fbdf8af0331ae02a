"""What has to hold of the group in every case: each law yields the cases against it, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import product

from allcounsel.domain.answers import Age
from allcounsel.domain.assessment import Status
from allcounsel.domain.ids import GroupId
from allcounsel.domain.truth import NO, YES
from allcounsel.services.case_file import write_case
from helpers import second_reading
from helpers.block_laws import Steps, answering_steps, truth, worse_steps
from helpers.case_space import case_of
from helpers.every_case import BlockTable, Key, Masks, Result, Run, Space, result_of

Nows = tuple[Masks, ...]
"""What is true of a complete case, block by block."""


def told(space: Space, key: Key) -> str:
    """A case in the words of a case file."""
    return str(write_case(space.case(key), space.engine._dictionary))


# ---------------------------------------------------------------- one group for each complete case


def complete_cases(space: Space) -> dict[Nows, tuple[Key, Result]]:
    """Every case that is complete and decided, and the engine's answer; one for each set of truths."""
    kinds = [[number for number, kind in enumerate(table.kinds) if kind.complete] for table in space.tables]
    found: dict[Nows, tuple[Key, Result]] = {}
    for key in product(*kinds):
        nows = tuple(kind.now for kind in space.behaviours(key))
        found[nows] = key, result_of(space.engine, space.case(key))
    return found


def without_one_group(space: Space) -> Iterator[str]:
    """A complete case whose verdicts are decided has exactly one group, and it is final."""
    for key, found in complete_cases(space).values():
        if found.group is None or found != Result(Status.FINAL, found.group, (found.group,)):
            yield f"{told(space, key)}: {found}"


# ---------------------------------------------------------------- possible groups, group, status


def wrong_possible(run: Run) -> Iterator[str]:
    """The possible groups are those of all completions: none missing, none extra, mildest first."""
    groups = {nows: found.group for nows, (_, found) in complete_cases(run.space).items()}
    order = run.space.engine._rules.mildest_first
    seen: dict[tuple[frozenset[Masks], ...], tuple[GroupId, ...]] = {}
    for key, found in run.items():
        outcomes = tuple(kind.outcomes for kind in run.space.behaviours(key))
        if outcomes not in seen:
            reached = {groups[nows] for nows in product(*outcomes)}
            seen[outcomes] = tuple(group for group in order if group in reached)
        if found.possible != seen[outcomes]:
            yield f"{told(run.space, key)}: {found.possible}, by all completions {seen[outcomes]}"


def wrong_group(run: Run) -> Iterator[str]:
    """The group is the first line of the contract that holds, else the only possible one, else none."""
    for key, found in run.items():
        lineage, _, count, genes, slow, residual = run.space.behaviours(key)
        years = run.space.tables[1].first[key[1]][0]
        line = second_reading.first_line_that_holds(
            lineage="t_cell" if YES in lineage.now else None,
            age=years.years if isinstance(years, Age) else None,
            count=truth(count.now),
            gene=truth(genes.now),
            slow=truth(slow.now),
            left=truth(residual.now),
        )
        if line is None and len(found.possible) == 1:
            line = found.possible[0]
        if found.group != line:
            yield f"{told(run.space, key)}: {found.group}, by the contract {line}"


def wrong_status(run: Run) -> Iterator[str]:
    """Final: one possible group, and it is given. For now: one of several. Not assigned: none of several."""
    for key, found in run.items():
        several = len(found.possible) > 1
        match found.status:
            case Status.FINAL:
                holds = found.possible == (found.group,)
            case Status.PROVISIONAL:
                holds = several and found.group in found.possible
            case Status.NOT_ASSIGNED:
                holds = several and found.group is None
            case _:
                holds = False
        if not holds:
            yield f"{told(run.space, key)}: {found}"


# ---------------------------------------------------------------- worse answers, more answers


def milder_when_worse(run: Run) -> Iterator[str]:
    """Within B-cell disease a worse count, gene, slow or residual finding never makes anything milder.

    Not the group for now (one that is known stays known), nor the mildest, nor the most severe possible one.
    """
    for key, worse in neighbours(run, worse_steps):
        if run.space.tables[0].kinds[key[0]].now == (NO,):
            was, now = run[key], run[worse]
            if _milder(run.space.engine._rules.mildest_first.index, was, now):
                yield f"{told(run.space, key)}: {was}; worse, {told(run.space, worse)}: {now}"


def _milder(severity: Callable[[GroupId], int], was: Result, now: Result) -> bool:
    pairs = [(was.possible[0], now.possible[0]), (was.possible[-1], now.possible[-1])]
    if was.group is not None and now.group is not None:
        pairs.append((was.group, now.group))
    lost = was.group is not None and now.group is None
    return lost or any(severity(later) < severity(first) for first, later in pairs)


def added_by_an_answer(run: Run) -> Iterator[str]:
    """Answering an open feature never adds a possible group."""
    for key, later in neighbours(run, answering_steps):
        was, now = run[key], run[later]
        if not set(now.possible) <= set(was.possible):
            yield f"{told(run.space, key)}: {was}; answered, {told(run.space, later)}: {now}"


def neighbours(run: Run, steps_of: Callable[[BlockTable], Steps]) -> Iterator[tuple[Key, Key]]:
    """Every case of a run, and each case one step of one block away from it."""
    for place, (table, merged) in enumerate(zip(run.space.tables, run.merged, strict=True)):
        steps = {(merged[a], merged[b]) for a, b in steps_of(table) if merged[a] != merged[b]}
        after: dict[int, list[int]] = {}
        for first, then in sorted(steps):
            after.setdefault(first, []).append(then)
        for key in run:
            for then in after.get(key[place], ()):
                yield key, (*key[:place], then, *key[place + 1 :])


# ---------------------------------------------------------------- members and who stands for them


def apart_from(place: int, keys: Iterable[Key]) -> list[Key]:
    """What all blocks but one do in these cases."""
    return sorted({(*key[:place], 0, *key[place + 1 :]) for key in keys})


def unlike_their_representatives(run: Run, place: int, keys: Iterable[Key]) -> Iterator[str]:
    """Members of one block with which the engine's result is not that of the member which stands for them."""
    tables, merged = run.space.tables, run.merged[place]
    for key in apart_from(place, keys):
        parts = [(table.block, table.first[kind]) for table, kind in zip(tables, key, strict=True)]
        for member, kind in tables[place].kind_of.items():
            case = case_of([*parts[:place], (tables[place].block, member), *parts[place + 1 :]])
            expected = run[(*key[:place], merged[kind], *key[place + 1 :])]
            if (found := result_of(run.space.engine, case)) != expected:
                yield f"{dict(case.answers)}: {found}, with its representative {expected}"
