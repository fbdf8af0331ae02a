"""Small records to store, and a way of naming releases; no test."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from allcounsel.services.ports import CaseRecord, HandoutRecord

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
FILES = {"release.yaml": b"id: '2026.1'\n", "texts/en/labels.yaml": "é".encode() * 3000}


def digest_of(files):
    whole = hashlib.sha256()
    for path, content in sorted(files.items()):
        whole.update(f"{path}\0{len(content)}\0".encode())
        whole.update(content)
    return whole.hexdigest()


DIGEST = digest_of(FILES)
CASE = CaseRecord(
    id="11111111-1111-4111-8111-111111111111",
    label="A-17",
    situation="first_treatment",
    answers={
        "situation": "first_treatment",
        "wbc_at_diagnosis": {"value": Decimal("49.95"), "unit": "10*9/L"},
    },
    release=DIGEST,
    status="provisional",
    group="standard",
    saved_at=NOON,
)
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 40
HANDOUT = HandoutRecord(
    id="22222222-2222-4222-8222-222222222222",
    case_id=CASE.id,
    release=DIGEST,
    language="en",
    size="standard",
    paper="a4",
    grey=True,
    pages=3,
    confirmed_by="Dr Who",
    made_at=NOON + timedelta(minutes=5),
    sha256=hashlib.sha256(PDF).hexdigest(),
)


def a_case(number=0, **changes):
    """Another case; a greater number is a later one."""
    return replace(CASE, id=f"case-{number}", saved_at=NOON + timedelta(minutes=number), **changes)


def a_handout(number, content, **changes):
    return replace(
        HANDOUT,
        id=f"handout-{number}",
        made_at=NOON + timedelta(minutes=number),
        sha256=hashlib.sha256(content).hexdigest(),
        **changes,
    )
