"""The content with every Spanish text there: what is not translated yet is stood in for by its English."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache

from allcounsel.content.release import read_release
from allcounsel.domain.release import ContentRelease
from allcounsel.domain.text import fingerprint
from allcounsel.services.family_keys import family_keys
from allcounsel.services.program_keys import program_keys
from allcounsel.services.translations import Lack, lacking
from helpers.shipped import release, seed_files

RECORD = "texts/es/made_from.yaml"
STAND_IN = "texts/es/handout/stand_in.yaml"


@cache
def files_in_spanish() -> Mapping[str, bytes]:
    """The shipped files; missing Spanish texts of the handout added in English, and all of them recorded."""
    english = release().texts["en"].texts
    missing = [one.key for one in lacking(release(), "es") if one.lack is Lack.MISSING]
    texts = {key.removeprefix("handout."): english[key] for key in missing if key.startswith("handout.")}
    files = dict(seed_files())
    if texts:
        files[STAND_IN] = as_yaml(texts)
    recorded = (*family_keys(release()), *program_keys(release()))
    files[RECORD] = as_yaml({key: fingerprint(english[key]) for key in recorded})
    return files


@cache
def release_in_spanish() -> ContentRelease:
    """The release in these files: nothing is lacking in Spanish."""
    return read_release(files_in_spanish())


def as_yaml(texts: Mapping[str, str]) -> bytes:
    """Keys and texts as YAML, which reads JSON."""
    lines = (f"{json.dumps(key)}: {json.dumps(text, ensure_ascii=False)}\n" for key, text in texts.items())
    return "".join(lines).encode()
