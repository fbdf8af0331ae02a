"""The clinic's own block as the window uses it: the practice clinic in practice, else what the settings
hold.
"""

from __future__ import annotations

from allcounsel.domain.clinic import Clinic
from allcounsel.services.clinic_file import ReadClinic, read_clinic, write_clinic
from allcounsel.ui.desk import Desk

SETTING = "clinic"
CONFIRMED = "clinic-threshold-confirmed"


def clinic_of(desk: Desk) -> ReadClinic:
    """The clinic, or what keeps it from being one."""
    if desk.practice:
        return read_clinic(desk.core.release.practice_clinic)
    return read_clinic(desk.settings.get(SETTING) or "")


def threshold_confirmed(desk: Desk, read: ReadClinic) -> bool:
    """Whether a threshold that has to be confirmed was, in just this value."""
    if read.clinic is None or not read.warnings:
        return True
    return desk.settings.get(CONFIRMED) == threshold_words(read.clinic)


def keep_clinic(desk: Desk, clinic: Clinic) -> None:
    """Store the clinic; a threshold that needed it was confirmed on the page."""
    desk.settings.put(SETTING, write_clinic(clinic))
    desk.settings.put(CONFIRMED, threshold_words(clinic))


def threshold_words(clinic: Clinic) -> str:
    """``38.0 °C``."""
    threshold = clinic.fever_threshold
    value = f"{threshold.value:f}"
    return f"{value if '.' in value else value + '.0'}\u00a0°{threshold.unit}"
