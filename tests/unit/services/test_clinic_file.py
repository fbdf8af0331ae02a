"""A clinic's block is refused where a family could not call; the field at fault is named."""

from __future__ import annotations

import pytest

from allcounsel.services.clinic_file import read_clinic

CLINIC = """
name = "Ward 7"
phone = "{phone}"
out_of_hours_phone = "555 0143"
emergency_number = "{emergency}"
hospital = "City Hospital"
country = "GB"
fever_threshold = {{ value = 38.0, unit = "C", measured = "mouth" }}
"""


def faults(phone="555 0142", emergency="112"):
    read = read_clinic(CLINIC.format(phone=phone, emergency=emergency))
    return [(problem.field, problem.code) for problem in read.problems]


@pytest.mark.parametrize("number", ["5", "12", "ask at the desk", "+4 and 4"])
def test_a_number_with_fewer_than_three_figures_cannot_be_called(number):
    assert faults(phone=number) == [("phone", "not_a_phone_number")]
    assert faults(emergency=number) == [("emergency_number", "not_a_phone_number")]


@pytest.mark.parametrize("number", ["112", "000", "555 0142", "+44 (0)20 7946 0000", "1-1-2"])
def test_three_figures_are_enough_however_they_are_written(number):
    assert faults(phone=number, emergency=number) == []
