"""Strict YAML with line numbers: no repeated keys, no surprise types, no anchors, no tags.

Only ``true``, ``false``, integers and decimals are typed; everything else stays text, dates and "no" too.
"""

from __future__ import annotations

import re
from decimal import Decimal

import yaml

from allcounsel.domain.errors import ContentProblem

Scalar = str | int | Decimal | bool

_DEEPEST = 40
_IMPLICIT_TAGS = {
    f"tag:yaml.org,2002:{name}"
    for name in ("str", "int", "float", "bool", "null", "timestamp", "merge", "value")
}
_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_DECIMAL = re.compile(r"[-+]?[0-9]{1,18}\.[0-9]{1,18}")
_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Mapped(dict[str, "Value"]):
    """A mapping that knows its own line and the line of each key."""

    def __init__(self, line: int) -> None:
        """``line`` counts from 1."""
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}


class Listed(list["Value"]):
    """A list that knows its line and the line of each entry."""

    def __init__(self, line: int) -> None:
        """``line`` counts from 1."""
        super().__init__()
        self.line = line
        self.lines: list[int] = []


Value = Scalar | Mapped | Listed


class Problems:
    """Collects every problem of one file, so that one run shows them all, and where its entries stand."""

    def __init__(self, path: str) -> None:
        """``path`` as shown to the reader."""
        self.path = path
        self.found: list[ContentProblem] = []
        self.places: list[tuple[str, str, int]] = []

    def add(self, line: int, message: str) -> None:
        """Note one problem."""
        self.found.append(ContentProblem(self.path, line, message))

    def place(self, kind: str, name: str, line: int) -> None:
        """Note where an entry stands, so that what is wrong with it later can name the line."""
        self.places.append((kind, name, line))


def read_yaml(path: str, content: bytes, problems: Problems) -> Value | None:
    """The file's only document as values with lines; None when it could not be read at all."""
    try:
        text = content.decode("utf-8")
        root = yaml.compose(text, Loader=_LOADER)
    except UnicodeDecodeError as error:
        problems.add(1, f"not UTF-8 text (byte {error.start})")
        return None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        problems.add(line, f"not readable as YAML: {getattr(error, 'problem', None) or type(error).__name__}")
        return None
    if root is None:
        problems.add(1, f"{path} is empty")
        return None
    return _value(root, problems, 0)


def _value(node: yaml.Node, problems: Problems, depth: int) -> Value:
    line = node.start_mark.line + 1
    if depth > _DEEPEST:
        problems.add(line, "nested too deeply")
        return ""
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node, problems)
    if isinstance(node, yaml.SequenceNode):
        listed = Listed(line)
        for entry in node.value:
            listed.append(_value(entry, problems, depth + 1))
            listed.lines.append(entry.start_mark.line + 1)
        return listed
    return _mapping(node, problems, depth)


def _mapping(node: yaml.Node, problems: Problems, depth: int) -> Mapped:
    mapped = Mapped(node.start_mark.line + 1)
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            problems.add(line, "a key has to be plain text")
            continue
        key = key_node.value
        if key in mapped:
            problems.add(line, f"key '{key}' stands here twice")
            continue
        mapped[key] = _value(value_node, problems, depth + 1)
        mapped.lines[key] = line
    return mapped


def _scalar(node: yaml.ScalarNode, problems: Problems) -> Scalar:
    text = str(node.value)
    if node.tag not in _IMPLICIT_TAGS:
        problems.add(node.start_mark.line + 1, f"tag '{node.tag}' is not allowed")
    if node.style in ("'", '"', "|", ">"):
        return text
    if text in ("true", "false"):
        return text == "true"
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return Decimal(text)
    return text
