"""The words in which a family reads the result, written down a second time: by status, group and language."""

from __future__ import annotations

import re
from collections.abc import Iterable

from allcounsel.domain.assessment import Assessment, Status

FOR_NOW = {"en": "for now", "es": "por ahora"}
GROUPS = {
    "en": {
        "standard": "Standard risk",
        "high": "High risk",
        "very_high": "Very high risk",
        "t_cell": "T-cell ALL",
    },
    "es": {
        "standard": "Riesgo estándar",
        "high": "Riesgo alto",
        "very_high": "Riesgo muy alto",
        "t_cell": "LLA de células T",
    },
}
NO_GROUP = {"en": "No group yet", "es": "Aún no hay grupo"}
COME_BACK = {"en": "Leukaemia that has come back (relapse)", "es": "Leucemia que ha vuelto (recaída)"}
ANOTHER = {"en": "Another group", "es": "Otro grupo"}


def title_of(assessment: Assessment, language: str) -> str:
    """The title of the box on page one: the team's decision, else the result, "for now" where provisional."""
    team = assessment.team_group
    if team and team.group == "other":
        return team.protocol.strip() or ANOTHER[language]
    if team:
        return GROUPS[language][team.group]
    if assessment.status is Status.NOT_APPLICABLE:
        return COME_BACK[language]
    if assessment.group is None:
        return NO_GROUP[language]
    name = GROUPS[language][assessment.group]
    return f"{name}, {FOR_NOW[language]}" if assessment.status is Status.PROVISIONAL else name


def says_for_now(texts: Iterable[str], language: str) -> bool:
    """Whether any of these texts says that the result is for now."""
    plain = " ".join(texts).replace("\u00a0", " ").replace("**", "").lower()
    return bool(re.search(rf"\b{FOR_NOW[language]}\b", plain))
