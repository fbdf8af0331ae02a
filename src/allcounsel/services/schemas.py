"""The JSON Schema of the case file and of the assessment, made from the feature dictionary and the rules."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from allcounsel.domain.answers import MRD_METHODS, WHITE_COUNT_UNITS, WhiteCount
from allcounsel.domain.assessment import NodeStyle, Status
from allcounsel.domain.feature import Feature, FeatureKind
from allcounsel.domain.release import ContentRelease
from allcounsel.services.answer_reading import LONGEST_TEXT
from allcounsel.services.assessment_file import ASSESSMENT_FORMAT
from allcounsel.services.case_file import CASE_FORMAT, is_waited_for
from allcounsel.services.nesting import nested

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ABSENT: dict[str, object] = {"enum": ["pending", "unknown"]}
_DAY: dict[str, object] = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}

Schema = dict[str, object]


def case_schema(release: ContentRelease) -> Schema:
    """The case file (case-format.md, The case)."""
    properties: Schema = {"format": {"const": CASE_FORMAT}}
    properties |= nested(((feature.id, _answer(feature)) for feature in release.dictionary), _group)
    properties["expected"] = {
        "anyOf": [
            {
                "type": "object",
                "propertyNames": {"enum": [each.id for each in release.dictionary if is_waited_for(each)]},
                "additionalProperties": {"anyOf": [_DAY, _ABSENT]},
            },
            _ABSENT,
        ]
    }
    return {
        "$schema": _DIALECT,
        "title": "allcounsel case",
        "description": "What is left out is not known, never no.",
        "type": "object",
        "properties": properties,
        "required": [feature.id for feature in release.dictionary if feature.required],
        "additionalProperties": False,
    }


def _group(properties: Schema) -> Schema:
    return {"anyOf": [{"type": "object", "properties": properties, "additionalProperties": False}, _ABSENT]}


def _answer(feature: Feature) -> Schema:
    shape = _shape(feature)
    open_too = feature.kind is not FeatureKind.TEXT and not feature.required
    return {"anyOf": [shape, _ABSENT]} if open_too else shape


def _object(required: list[str], **properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _shape(feature: Feature) -> Schema:
    options: Schema = {"enum": list(feature.options)}
    percent: Schema = {"type": "number", "exclusiveMinimum": 0, "maximum": 100}
    method: Schema = {"enum": list(MRD_METHODS)}
    text: Schema = {"type": "string", "maxLength": min(feature.longest, LONGEST_TEXT)}
    shapes: dict[FeatureKind, Schema] = {
        FeatureKind.CHOICE: options,
        FeatureKind.MULTI: {
            "type": "array",
            "items": options,
            "uniqueItems": True,
            **({"minItems": 1} if feature.id == "relapse.sites" else {}),
        },
        FeatureKind.GENE: {
            "anyOf": [options, _object(["result"], result={"anyOf": [options, _ABSENT]}, method=text)]
        },
        FeatureKind.AGE: _object(
            ["years"],
            years={"type": "integer", **_limits(feature)},
            months={"type": "integer", "minimum": 0, "maximum": 11},
        ),
        FeatureKind.BIRTH_DATE: _DAY,
        FeatureKind.DATE: _DAY,
        FeatureKind.WHITE_COUNT: {"anyOf": list(_white_counts(feature))},
        FeatureKind.MRD: {
            "anyOf": [
                _object(["percent"], percent=_ABSENT, method=method),
                _object(["percent", "method"], percent=percent, method=method),
                _object(["below", "method"], below=percent, method=method),
            ]
        },
        FeatureKind.INTEGER: {"type": "integer", **_limits(feature)},
        FeatureKind.NUMBER: {"type": "number", **_limits(feature)},
        FeatureKind.TEXT: text,
    }
    return shapes[feature.kind]


def _white_counts(feature: Feature) -> Iterator[Schema]:
    """A count up to the limit in each unit, or one that is still open."""
    most = feature.limits.at_most or 0
    for unit in WHITE_COUNT_UNITS:
        limit = most / WhiteCount(Decimal(1), unit).per_litre
        value: Schema = {"type": "number", "exclusiveMinimum": 0, "maximum": limit}
        yield _object(["value", "unit"], value=value, unit={"const": unit})
    yield _object(["value"], value=_ABSENT, unit={"enum": list(WHITE_COUNT_UNITS)})


def _limits(feature: Feature) -> Schema:
    limits = feature.limits
    named = {
        "exclusiveMinimum": limits.more_than,
        "minimum": limits.at_least,
        "maximum": limits.at_most,
    }
    return {key: value for key, value in named.items() if value is not None}


def assessment_schema(release: ContentRelease) -> Schema:
    """The assessment (case-format.md, The assessment)."""
    rules = release.rules
    group: Schema = {"enum": [*rules.mildest_first, None]}
    groups: Schema = {"type": "array", "items": {"enum": list(rules.mildest_first)}, "uniqueItems": True}
    special: Schema = {"type": "array", "items": {"enum": list(rules.special_order)}, "uniqueItems": True}
    flags: Schema = {"type": "array", "items": {"enum": list(rules.flag_order)}, "uniqueItems": True}
    text: Schema = {"type": "string"}
    cited: Schema = {"type": "array", "items": text}
    truth: Schema = {"enum": ["yes", "no", "unknown"]}
    properties: dict[str, Schema] = {
        "format": {"const": ASSESSMENT_FORMAT},
        "status": {"enum": [status.value for status in Status]},
        "group": group,
        "label": text,
        "team_group": _or_null(_all_of(group=text, protocol=text, reason=text)),
        "possible_groups": groups,
        "special_groups": special,
        "possible_special_groups": special,
        "flags": flags,
        "reasons": _list_of(rule=text, met=truth, features=cited, sources=cited, clinician=text, family=text),
        "could_change": _list_of(feature=text, value={}, group=group, special_groups=special, flags=flags),
        "relapse": _or_null(_relapse()),
        "pathway": _or_null(_pathway(release)),
        "warnings": _list_of(code=text, field=text, message=text, confirm={"type": "boolean"}),
        "content": _object(
            ["version", "checked", "review_due", "hash"],
            version=text,
            checked=_DAY,
            review_due=_DAY,
            hash=text,
            note=text,
        ),
    }
    return {"$schema": _DIALECT, "title": "allcounsel assessment", **_all_of(**properties)}


def _all_of(**properties: Schema) -> Schema:
    return _object(list(properties), **properties)


def _list_of(**properties: Schema) -> Schema:
    return {"type": "array", "items": _all_of(**properties)}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _relapse() -> Schema:
    text: Schema = {"type": "string"}
    count: Schema = {"type": ["integer", "null"]}
    word: Schema = {"type": ["string", "null"]}
    clock = {"id": text, "from": text, "months": count, "days": count, "band": word, "lean": word}
    clock["sources"] = {"type": "array", "items": text}
    interval = _all_of(**{"from": text, "months": count, "days": count})
    intervals: Schema = {"type": "array", "items": interval, "minItems": 1}
    clocks: Schema = {"type": "array", "items": _object(list(clock), **clock, intervals=intervals)}
    return _all_of(
        site=word, isolated={"enum": ["yes", "no", "unknown"]}, clocks=clocks, agree={"type": "boolean"}
    )


def _pathway(release: ContentRelease) -> Schema:
    node: Schema = {"enum": [node.id for node in release.pathways.nodes]}
    nodes = _list_of(
        id=node,
        style={"enum": [style.value for style in NodeStyle]},
        current={"type": "boolean"},
        sources={"type": "array", "items": {"type": "string"}},
    )
    edges: Schema = {"type": "array", "items": {"type": "array", "items": node, "minItems": 2, "maxItems": 2}}
    return _all_of(id={"type": "string"}, nodes=nodes, edges=edges)
