"""Every id that the content uses exists, every rule and sentence cites, every text is there."""

from __future__ import annotations

from collections.abc import Iterator

from allcounsel.content.fields import did_you_mean
from allcounsel.content.reference_links import check_reference, reference_needed
from allcounsel.content.superseded import check_superseded
from allcounsel.domain.citations import REFUSED_PREFIXES, citings, warning_name
from allcounsel.domain.errors import ContentProblem
from allcounsel.domain.feature import Feature, FeatureKind
from allcounsel.domain.handout import HOUSE, SectionPlan
from allcounsel.domain.ids import EvidenceId
from allcounsel.domain.release import ContentRelease
from allcounsel.domain.rule import Rule, RuleKind
from allcounsel.domain.text import SOURCE_LANGUAGE, TextCatalogue
from allcounsel.domain.written_date import written_date
from allcounsel.services.family_keys import family_keys, handout_keys

Lines = dict[tuple[str, str], tuple[str, int]]
"""Where an entry stands, by kind and name."""

_NODE_WORDS = ("title", "line", "words", "clinician")
_OWN_WORDS = ("line", "words")


def check_links(release: ContentRelease, lines: Lines) -> Iterator[ContentProblem]:
    """Every broken link between entries that were each readable by themselves."""
    yield from _citations(release, lines)
    yield from _facts(release, lines)
    yield from check_superseded(release, lines)
    yield from _pages(release)
    yield from _brought(release, lines)
    yield from _reasons(release, lines)
    yield from _warning_fields(release)
    yield from _forbidden_steps(release, lines)
    yield from _words(release, lines)
    yield from check_reference(release, lines)


def _at(lines: Lines, kind: str, name: str, message: str) -> ContentProblem:
    path, line = lines.get((kind, name), ("release.yaml", 1))  # the clocks stand in the program itself
    return ContentProblem(path, line, message)


def _citations(release: ContentRelease, lines: Lines) -> Iterator[ContentProblem]:
    for citing in citings(release):
        for evidence_id in citing.sources:
            message = _wrong(citing.kind, evidence_id, release)
            if message:
                yield _at(lines, citing.kind, citing.name, f"{citing.kind} '{citing.name}' {message}")


def _wrong(kind: str, evidence_id: EvidenceId, release: ContentRelease) -> str:
    """What is wrong with citing this id here; empty when nothing is."""
    if evidence_id.startswith(REFUSED_PREFIXES):
        return f"cites '{evidence_id}': from memory, or its source contradicts itself, so it cannot be cited"
    if evidence_id not in release.evidence:
        return f"cites unknown evidence '{evidence_id}'{did_you_mean(evidence_id, release.evidence)}"
    if evidence_id == HOUSE and kind not in ("sentence", "feature"):
        return "cannot cite 'house': it states a medical fact"
    return ""


def _facts(release: ContentRelease, lines: Lines) -> Iterator[ContentProblem]:
    for fact in release.evidence.values():
        if fact.source not in release.sources:
            hint = did_you_mean(fact.source, release.sources)
            yield _at(lines, "evidence", fact.id, f"'{fact.id}' names unknown source '{fact.source}'{hint}")
    for source in release.sources.values():
        if source.for_families and written_date(source.content_date) is None:
            message = f"'{source.content_date}' is no date that can be said in another language"
            yield _at(lines, "source", source.id, message)


def _pages(release: ContentRelease) -> Iterator[ContentProblem]:
    asked = [feature_id for page in release.pages for feature_id in page.features]
    for feature_id in asked:
        if feature_id not in release.dictionary:
            hint = did_you_mean(feature_id, release.dictionary.by_id)
            yield ContentProblem("pages.yaml", 1, f"unknown feature '{feature_id}'{hint}")
        elif asked.count(feature_id) > 1:
            yield ContentProblem("pages.yaml", 1, f"feature '{feature_id}' is asked twice")
    for feature in release.dictionary:
        if feature.id not in asked:
            yield ContentProblem("pages.yaml", 1, f"feature '{feature.id}' is asked on no page")


def _brought(release: ContentRelease, lines: Lines) -> Iterator[ContentProblem]:
    rules = release.rules
    known = {"group": rules.mildest_first, "special": rules.special_order, "flag": rules.flag_order}
    for rule in rules.rules:
        for key, names in known.items():
            brought = getattr(rule, key)
            if brought is not None and brought not in names:
                yield _at(lines, "rule", rule.id, f"unknown {key} '{brought}'{did_you_mean(brought, names)}")


def _reasons(release: ContentRelease, _lines: Lines) -> Iterator[ContentProblem]:
    for group, reasons in release.why.items():
        for rule_id, truth in reasons:
            if rule_id not in release.rules.by_id or truth not in ("yes", "no"):
                message = f"why {group}: '{rule_id} {truth}' is no row with yes or no"
                yield ContentProblem("groups.yaml", 1, message)


def _warning_fields(release: ContentRelease) -> Iterator[ContentProblem]:
    for warning in release.rules.warnings:
        if warning.field.removesuffix(".unit") not in release.dictionary:
            message = f"warning '{warning.code}' names unknown feature '{warning.field}'"
            yield ContentProblem("warnings.yaml", 1, message)


def _forbidden_steps(release: ContentRelease, lines: Lines) -> Iterator[ContentProblem]:
    """A misspelt step is on no road, so a vignette that forbids it would always hold."""
    known = [node.id for node in release.pathways.nodes]
    for vignette in release.vignettes:
        for node in vignette.expected.no_nodes:
            if node not in known:
                message = f"vignette '{vignette.id}' forbids unknown node '{node}'{did_you_mean(node, known)}"
                yield _at(lines, "vignette", vignette.id, message)


def _needed(release: ContentRelease) -> Iterator[tuple[str, str, str]]:
    """Every text that something shows: kind and name of the one that needs it, and the key."""
    for feature in release.dictionary:
        yield from _needed_by_feature(feature)
    for rule in release.rules.rules:
        if rule.looked_at_in:
            yield from _needed_by_rule(rule)
    for warning in release.rules.warnings:
        yield "warning", warning_name(warning), f"labels.warnings.{warning.code}"
    for node in release.pathways.nodes:
        parts = (*_NODE_WORDS, *(f"{name}.{part}" for name in node.own_words for part in _OWN_WORDS))
        yield from (("node", node.id, f"pathway.{node.id}.{part}") for part in parts)
    of_rules = {rule.topic for rule in release.rules.rules if rule.topic}
    for topic in sorted({topic.name for topic in release.topics.values()} | of_rules):
        yield from (("topic", topic, f"topics.{topic}.{part}") for part in ("name", "change"))
    for child in release.practice_children:
        yield "practice child", child.name, f"labels.practice.{child.name}"
    yield from _needed_by_handout(release.sections)
    yield from reference_needed(release.reference)


def _needed_by_feature(feature: Feature) -> Iterator[tuple[str, str, str]]:
    for part in ("label", "help"):
        yield "feature", feature.id, f"labels.features.{feature.id}.{part}"
    if feature.kind in (FeatureKind.CHOICE, FeatureKind.MULTI):
        for option in feature.options:
            yield "feature", feature.id, f"labels.options.{feature.id}.{option}"


def _needed_by_rule(rule: Rule) -> Iterator[tuple[str, str, str]]:
    yield "rule", rule.id, f"rules.{rule.id}.title"
    for truth in ("yes", "no", "unknown"):
        yield "rule", rule.id, f"rules.{rule.id}.{truth}.clinician"
        if rule.kind is not RuleKind.RELAPSE:
            yield "rule", rule.id, f"rules.{rule.id}.{truth}.family"


def _needed_by_handout(sections: tuple[SectionPlan, ...]) -> Iterator[tuple[str, str, str]]:
    for section in sections:
        for sentence in section.sentences:
            yield from (("sentence", sentence.id, key) for key in sentence.texts)


def _words(release: ContentRelease, lines: Lines) -> Iterator[ContentProblem]:
    """English holds every text; what another language has to hold is checked apart."""
    if SOURCE_LANGUAGE not in release.texts:
        yield ContentProblem(f"texts/{SOURCE_LANGUAGE}", 1, "this language is missing")
        return
    english = release.texts[SOURCE_LANGUAGE]
    for kind, name, key in _needed(release):
        if key not in english:
            message = f"{kind} '{name}' has no text '{key}' in language '{SOURCE_LANGUAGE}'"
            yield _at(lines, kind, name, message)
    for key in set(family_keys(release)) - set(english.texts) - {key for _, _, key in _needed(release)}:
        yield ContentProblem(f"texts/{SOURCE_LANGUAGE}", 1, f"no text '{key}', which families are shown")
    yield from _unused(release, english, lines)


def _unused(release: ContentRelease, english: TextCatalogue, lines: Lines) -> Iterator[ContentProblem]:
    """Handout texts that no sentence prints are dead words."""
    printed = set(handout_keys(release.sections))
    for key in english.texts:
        if key.startswith("handout.") and key not in printed:
            message = f"no sentence of the handout prints '{key}'"
            yield _at(lines, f"text ({SOURCE_LANGUAGE})", key, message)
