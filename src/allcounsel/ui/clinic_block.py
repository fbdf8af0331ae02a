"""The clinic's own block as the window uses it: the practice clinic in practice, else what the settings
hold.
"""

from __future__ import annotations

import base64
from dataclasses import replace

from allcounsel.domain.clinic import Clinic, Logo
from allcounsel.services.clinic_file import ReadClinic, read_clinic, write_clinic
from allcounsel.ui.desk import Desk

SETTING = "clinic"
LOGO = "clinic-logo"
CONFIRMED = "clinic-threshold-confirmed"


def clinic_of(desk: Desk) -> ReadClinic:
    """The clinic, or what keeps it from being one."""
    if desk.practice:
        return read_clinic(desk.core.release.practice_clinic)
    read = read_clinic(desk.settings.get(SETTING) or "")
    if read.clinic is None:
        return read
    return replace(read, clinic=replace(read.clinic, logo=_kept_logo(desk)))


def _kept_logo(desk: Desk) -> Logo | None:
    """The picture itself, since its file may be gone; what is no picture any more, the paper refuses."""
    kept = desk.settings.get(LOGO)
    try:
        return Logo(base64.b64decode(kept, validate=True)) if kept else None
    except ValueError:
        return Logo(b"")


def threshold_confirmed(desk: Desk, read: ReadClinic) -> bool:
    """Whether a threshold that has to be confirmed was, in just this value."""
    if read.clinic is None or not read.warnings:
        return True
    return desk.settings.get(CONFIRMED) == threshold_words(read.clinic)


def keep_clinic(desk: Desk, clinic: Clinic) -> None:
    """Store the clinic; a threshold that needed it was confirmed on the page."""
    desk.settings.put(SETTING, write_clinic(clinic))
    desk.settings.put(LOGO, base64.b64encode(clinic.logo.png).decode("ascii") if clinic.logo else "")
    desk.settings.put(CONFIRMED, threshold_words(clinic))


def threshold_words(clinic: Clinic) -> str:
    """``38.0 °C``."""
    threshold = clinic.fever_threshold
    value = f"{threshold.value:f}"
    return f"{value if '.' in value else value + '.0'}\u00a0°{threshold.unit}"
