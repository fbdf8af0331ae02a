"""Every fact of the seed documents has a place: something cites it, or a reason says why nothing does."""

from __future__ import annotations

from collections.abc import Iterator

from allcounsel.content.links import Lines
from allcounsel.domain.citations import citings, seed_ids
from allcounsel.domain.errors import ContentProblem
from allcounsel.domain.release import ContentRelease

NOT_USED = "not_used.yaml"


def check_places(release: ContentRelease, lines: Lines) -> Iterator[ContentProblem]:
    """Facts that are missing, in neither state or in both, and reasons for what is no fact of a seed."""
    cited = {evidence_id: citing for citing in citings(release) for evidence_id in citing.sources}
    for evidence_id in seed_ids():
        if evidence_id not in release.evidence:
            seed = evidence_id.partition("-")[0].lower()
            yield ContentProblem(f"evidence/{seed}.yaml", 1, f"the fact '{evidence_id}' is missing")
        elif evidence_id not in cited and evidence_id not in release.not_used:
            path, line = lines[("evidence", evidence_id)]
            message = f"nothing cites '{evidence_id}', and {NOT_USED} gives no reason"
            yield ContentProblem(path, line, message)
    for evidence_id in release.not_used:
        path, line = lines[("not used", evidence_id)]
        if evidence_id not in seed_ids():
            yield ContentProblem(path, line, f"'{evidence_id}' is no fact of the seed documents")
        elif evidence_id in cited:
            citing = cited[evidence_id]
            message = f"'{evidence_id}' is used after all: {citing.kind} '{citing.name}' cites it"
            yield ContentProblem(path, line, message)
