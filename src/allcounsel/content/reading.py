"""The files of a release as they are read, each once, with every problem found so far."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from allcounsel.content.links import Lines
from allcounsel.content.reader import Problems, Value, read_yaml
from allcounsel.domain.errors import ContentProblem

Files = Mapping[str, bytes]
"""Seed files by path below the seeds folder, with forward slashes."""


def digest_of(files: Files) -> str:
    """SHA-256 over all paths and contents, in the order of the paths."""
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(f"{path}\0{len(files[path])}\0".encode())
        digest.update(files[path])
    return digest.hexdigest()


@dataclass
class Reading:
    """The files as they are read, with every problem found so far."""

    files: Files
    problems: list[ContentProblem] = field(default_factory=list)
    values: dict[str, Value | None] = field(default_factory=dict)
    lines: Lines = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)

    def value(self, path: str) -> tuple[Value | None, Problems]:
        """The document at a path, read once; a missing file is noted."""
        problems = Problems(path)
        self.seen.add(path)
        if path in self.values:
            return self.values[path], problems
        if path in self.files:
            self.values[path] = read_yaml(path, self.files[path], problems)
            self.keep(problems)
        else:
            problems.add(1, "this file is missing")
            self.values[path] = None
        return self.values[path], problems

    def below(self, folder: str) -> list[str]:
        """Paths of the YAML files in a folder."""
        return sorted(path for path in self.files if path.startswith(folder + "/") and path.endswith(".yaml"))

    def keep(self, problems: Problems) -> None:
        """Note what one file brought."""
        self.problems.extend(problem for problem in problems.found if problem not in self.problems)
        for kind, name, line in problems.places:
            self.place(kind, name, problems.path, line)

    def place(self, kind: str, name: str, path: str, line: int) -> None:
        """Remember where an entry stands; the same name twice is a problem."""
        if (kind, name) in self.lines:
            first = self.lines[(kind, name)]
            self.problems.append(
                ContentProblem(path, line, f"{kind} '{name}' stands also at {first[0]}:{first[1]}")
            )
        else:
            self.lines[(kind, name)] = (path, line)
