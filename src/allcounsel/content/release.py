"""Reads a folder of seeds, given as files by path, into one frozen release or the list of all problems."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import PurePosixPath

from allcounsel.content.conditions import ConditionReader
from allcounsel.content.features import read_features, read_open_results, read_pages
from allcounsel.content.fields import Taker
from allcounsel.content.handout import read_cards, read_section
from allcounsel.content.links import check_links
from allcounsel.content.pathways import read_current, read_edges, read_nodes, read_rows
from allcounsel.content.places import NOT_USED, check_places
from allcounsel.content.reading import Files, Reading, digest_of
from allcounsel.content.reference import read_reference
from allcounsel.content.rules import (
    KIND_OF_FILE,
    read_measures,
    read_rules,
    read_settings,
    read_warnings,
    rule_ids,
)
from allcounsel.content.signoff import left_to_read, read_signoff
from allcounsel.content.sources import read_evidence, read_not_used, read_sources
from allcounsel.content.texts import read_catalogues
from allcounsel.content.translations import check_translations
from allcounsel.content.vignettes import read_practice, read_situations, read_vignettes
from allcounsel.domain.condition import Condition
from allcounsel.domain.currency import Review
from allcounsel.domain.errors import ContentError, ContentProblem
from allcounsel.domain.facts import targets_of
from allcounsel.domain.feature import Feature, FeatureDictionary
from allcounsel.domain.handout import CardPlan, SectionPlan
from allcounsel.domain.ids import FeatureId, GroupId, RuleId
from allcounsel.domain.pathway import PathwayTable
from allcounsel.domain.release import ContentRelease, OpenResult, Page, Topic
from allcounsel.domain.rule import Evidence, Measure, NotUsed, ReleaseInfo, RuleSet, Source
from allcounsel.domain.vignette import PracticeChild, Situation, Vignette

_RESULT_TARGETS: dict[str, tuple[str, ...]] = {
    "result.status": ("final", "provisional", "not_assigned", "not_applicable", "out_of_scope"),
    "result.site": (
        "isolated marrow",
        "combined",
        "isolated CNS",
        "isolated testicular",
        "other extramedullary",
    ),
    "result.isolated": ("yes", "no"),
    **{f"result.k{number}": ("sooner", "later", "between", "on_the_line", "none") for number in range(1, 6)},
    "clinic.country": (),
    "clinic.address": ("yes", "no"),
    "content.review": tuple(state.value for state in Review),
    "text.reviewed": ("yes", "no"),
    "page.open_rows": (),
    "child.age": (),
}


def read_release(files: Files) -> ContentRelease:
    """The release in these files; ContentError for problems that stop more than papers in one language."""
    release, problems = inspect(files)
    faults = tuple(problem for problem in problems if not problem.language)
    if faults or release is None:
        raise ContentError(faults)
    return release


def inspect(files: Files) -> tuple[ContentRelease | None, tuple[ContentProblem, ...]]:
    """The release, as far as it could be read, and every problem in it."""
    reading = Reading(files)
    release = _read(reading)
    if all(problem.language for problem in reading.problems):
        reading.problems.extend(check_links(release, reading.lines))
        reading.problems.extend(check_places(release, reading.lines))
    if all(problem.language for problem in reading.problems):
        reading.problems.extend(check_translations(release, reading.lines))
    for path in sorted(set(files) - reading.seen):
        if path.endswith((".yaml", ".yml")):
            reading.problems.append(ContentProblem(path, 1, "nothing reads this file"))
    ordered = sorted(set(reading.problems), key=lambda problem: (problem.path, problem.line, problem.message))
    return release, tuple(ordered)


def _read(reading: Reading) -> ContentRelease:
    features, topics = _features(reading)
    settings = _settings(reading)
    order = _order(reading)
    conditions = _conditions(reading, features, settings, order)
    situations, general = _situations(reading)
    reviews = read_signoff(reading)
    named = _named(reading, conditions)
    clinic = reading.files.get("practice/clinic.toml", b"")
    if not clinic:
        reading.problems.append(ContentProblem("practice/clinic.toml", 1, "this file is missing"))
    return ContentRelease(
        info=_info(reading),
        digest=digest_of(reading.files),
        dictionary=FeatureDictionary(features),
        pages=_pages(reading),
        rules=_rules(reading, conditions, order),
        pathways=_pathways(reading, conditions),
        evidence={fact.id: fact for fact in _evidence(reading)},
        not_used={entry.id: entry for entry in _not_used(reading)},
        sources={source.id: source for source in _sources(reading)},
        cards=_cards(reading, replace(conditions, named=named)),
        conditions=named,
        topics=topics,
        open_results=_open_results(reading, conditions),
        why=_why(order),
        reference=read_reference(reading, conditions),
        settings={name: f"{value:f}" for name, value in settings.items()},
        texts=read_catalogues(reading),
        vignettes=_vignettes(reading),
        practice_children=_practice(reading),
        situations=situations,
        general_sections=general,
        practice_clinic=clinic.decode("utf-8", errors="replace"),
        reviews=reviews,
        left_to_read=left_to_read(reading, reviews),
    )


def _info(reading: Reading) -> ReleaseInfo:
    value, problems = reading.value("release.yaml")
    taker = Taker(value, 1, problems)
    taker.required("long_past_after_months")
    months = taker.integer("long_past_after_months") or 0
    info = ReleaseInfo(taker.text("version"), taker.day("checked"), taker.day("review_due"), months)
    if months < 1:
        problems.add(taker.line("long_past_after_months"), "'long_past_after_months' has to be 1 or more")
    if info.review_due <= info.checked:
        problems.add(taker.line("review_due"), "'review_due' has to lie after 'checked'")
    taker.rest()
    reading.keep(problems)
    return info


def _features(reading: Reading) -> tuple[tuple[Feature, ...], dict[FeatureId, Topic]]:
    found: dict[FeatureId, Feature] = {}
    topics: dict[FeatureId, Topic] = {}
    for path in reading.below("features"):
        value, problems = reading.value(path)
        for feature, topic, line in read_features(value, PurePosixPath(path).stem, problems):
            reading.place("feature", feature.id, path, line)
            found[feature.id] = feature
            if topic.name:
                topics[feature.id] = topic
        reading.keep(problems)
    order = [feature_id for page in _pages(reading) for feature_id in page.features]
    missing = [feature_id for feature_id in found if feature_id not in order]
    return tuple(found[feature_id] for feature_id in (*order, *missing) if feature_id in found), topics


def _pages(reading: Reading) -> tuple[Page, ...]:
    value, problems = reading.value("pages.yaml")
    pages = read_pages(value, problems)
    reading.keep(problems)
    return pages


def _settings(reading: Reading) -> dict[str, Decimal]:
    value, problems = reading.value("settings.yaml")
    settings = read_settings(value, problems)
    reading.keep(problems)
    return settings


def _order(reading: Reading) -> dict[str, tuple[str, ...]]:
    value, problems = reading.value("groups.yaml")
    taker = Taker(value, 1, problems)
    keys = ("mildest_first", "special_order", "flag_order")
    order = {key: taker.texts(key, required=True) for key in keys}
    why = Taker(taker.required("why"), taker.line("why"), problems)
    for group in order["mildest_first"]:
        order[f"why.{group}"] = why.texts(group, required=True)
    why.rest()
    taker.rest()
    reading.keep(problems)
    return order


def _why(order: dict[str, tuple[str, ...]]) -> dict[GroupId, tuple[tuple[RuleId, str], ...]]:
    why = {}
    for group in order["mildest_first"]:
        pairs = (entry.partition(" ") for entry in order[f"why.{group}"])
        why[GroupId(group)] = tuple((RuleId(rule), truth) for rule, _, truth in pairs)
    return why


def _measures(reading: Reading) -> tuple[Measure, ...]:
    value, problems = reading.value("measures.yaml")
    measures = read_measures(value, problems)
    reading.keep(problems)
    return measures


def _conditions(
    reading: Reading,
    features: tuple[Feature, ...],
    settings: dict[str, Decimal],
    order: dict[str, tuple[str, ...]],
) -> ConditionReader:
    targets: dict[str, tuple[str, ...]] = dict(_RESULT_TARGETS)
    targets["result.group"] = (*order["mildest_first"], "none")
    targets["result.possible"] = order["mildest_first"]
    targets["result.special"] = order["special_order"]
    targets["result.flags"] = order["flag_order"]
    targets |= {measure.id: () for measure in _measures(reading)}
    for feature in features:
        for target in targets_of(feature):
            targets[target] = feature.options if target == feature.id else ()
    rules = [name for stem in KIND_OF_FILE for name in rule_ids(reading.value(f"rules/{stem}.yaml")[0])]
    return ConditionReader(targets, rules, settings)


def _rules(reading: Reading, conditions: ConditionReader, order: dict[str, tuple[str, ...]]) -> RuleSet:
    rules = []
    for stem, kind in KIND_OF_FILE.items():
        path = f"rules/{stem}.yaml"
        value, problems = reading.value(path)
        for rule, line in read_rules(value, kind, conditions, problems):
            reading.place("rule", rule.id, path, line)
            rules.append(rule)
        reading.keep(problems)
    value, problems = reading.value("warnings.yaml")
    warnings = read_warnings(value, conditions, problems)
    reading.keep(problems)
    return RuleSet(
        rules=tuple(rules),
        mildest_first=tuple(GroupId(group) for group in order["mildest_first"]),
        special_order=order["special_order"],
        flag_order=order["flag_order"],
        warnings=warnings,
        measures=_measures(reading),
    )


def _pathways(reading: Reading, conditions: ConditionReader) -> PathwayTable:
    value, problems = reading.value("pathways/nodes.yaml")
    nodes = read_nodes(value, problems)
    names = [node.id for node in nodes]
    reading.keep(problems)
    value, problems = reading.value("pathways/rows.yaml")
    rows = read_rows(value, names, conditions, problems)
    reading.keep(problems)
    value, problems = reading.value("pathways/edges.yaml")
    edges = read_edges(value, names, problems)
    reading.keep(problems)
    value, problems = reading.value("pathways/current.yaml")
    current = read_current(value, names, conditions, problems)
    reading.keep(problems)
    return PathwayTable(nodes, rows, edges, current)


def _open_results(reading: Reading, conditions: ConditionReader) -> tuple[OpenResult, ...]:
    value, problems = reading.value("open_results.yaml")
    results = read_open_results(value, conditions, problems)
    reading.keep(problems)
    return results


def _evidence(reading: Reading) -> list[Evidence]:
    facts = []
    for path in reading.below("evidence"):
        value, problems = reading.value(path)
        for fact, line in read_evidence(value, problems):
            reading.place("evidence", fact.id, path, line)
            facts.append(fact)
        reading.keep(problems)
    return facts


def _not_used(reading: Reading) -> list[NotUsed]:
    value, problems = reading.value(NOT_USED)
    entries = read_not_used(value, problems)
    reading.keep(problems)
    return entries


def _sources(reading: Reading) -> list[Source]:
    value, problems = reading.value("sources.yaml")
    sources = []
    for source, line in read_sources(value, problems):
        reading.place("source", source.id, "sources.yaml", line)
        sources.append(source)
    reading.keep(problems)
    return sources


def _cards(reading: Reading, conditions: ConditionReader) -> tuple[CardPlan, ...]:
    sections: dict[str, SectionPlan] = {}
    for path in reading.below("handout"):
        value, problems = reading.value(path)
        section = read_section(value, conditions, problems)
        reading.place("section", section.id, path, 1)
        sections[section.id] = section
        reading.keep(problems)
    value, problems = reading.value("cards.yaml")
    cards = read_cards(value, sections, problems)
    reading.keep(problems)
    return cards


def _named(reading: Reading, conditions: ConditionReader) -> dict[str, Condition]:
    """Conditions that several sentences of the handout share, by name; a later one may use an earlier one."""
    value, problems = reading.value("conditions.yaml")
    found: dict[str, Condition] = {}
    taker = Taker(value, 1, problems)
    for name in taker.mapping:
        named = replace(conditions, named=found)
        found[name] = named.read(taker.value(name), taker.line(name), problems)
        reading.place("condition", name, "conditions.yaml", taker.line(name))
    reading.keep(problems)
    return found


def _vignettes(reading: Reading) -> tuple[Vignette, ...]:
    vignettes = []
    for path in reading.below("vignettes"):
        value, problems = reading.value(path)
        for vignette, line in read_vignettes(value, problems):
            reading.place("vignette", vignette.id, path, line)
            vignettes.append(vignette)
        reading.keep(problems)
    return tuple(vignettes)


def _practice(reading: Reading) -> tuple[PracticeChild, ...]:
    children = []
    for path in reading.below("practice"):
        value, problems = reading.value(path)
        for child, line in read_practice(value, problems):
            reading.place("practice child", child.name, path, line)
            children.append(child)
        reading.keep(problems)
    return tuple(children)


def _situations(reading: Reading) -> tuple[tuple[Situation, ...], dict[str, str]]:
    value, problems = reading.value("situations.yaml")
    read, general = read_situations(value, problems)
    for situation, line in read:
        reading.place("situation", situation.id, "situations.yaml", line)
    reading.keep(problems)
    return tuple(situation for situation, _ in read), general
