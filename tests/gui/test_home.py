"""Home, finding a child again, and the clinic's own block."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from allcounsel.domain.case import LABEL, SITUATION, Case
from allcounsel.services.clinic_file import read_clinic
from allcounsel.ui.case_model import CaseModel
from allcounsel.ui.clinic_block import SETTING, clinic_of, threshold_confirmed
from allcounsel.ui.home.records import record_line
from allcounsel.ui.result.team import TEAM

GOOD = {
    "Name of the clinic": "Children's blood team",
    "Phone, day": "020 555 0142",
    "Phone, nights and weekends": "020 555 0143",
    "Emergency number": "112",
    "Hospital to go to": "City Hospital",
    "Country": "gb",
    "Call us from this temperature": "38.0",
    "How it is measured": "mouth or armpit",
}


def fill(hands, texts):
    for name, text in texts.items():
        hands.to(name)
        hands.write(text)
        if name == "Call us from this temperature":
            hands.pick("Unit of the temperature", "°C")


def test_home_begins_at_the_new_consultation(window, hands):
    assert hands.name == "New consultation"
    hands.press(Qt.Key.Key_Right)
    assert hands.name == "Find a child"
    hands.press(Qt.Key.Key_Right)
    assert hands.name == "The clinic"


def test_a_practice_child_opens_as_a_new_consultation(window, hands):
    hands.to("Practice 01, Five years old, a low count, one gene result and the first check still open.")
    hands.press(Qt.Key.Key_Return)
    assert window.consultation.model.label == "Practice 01"
    assert window.consultation.model.case_id is None


def test_practice_children_are_not_offered_among_real_ones(real_window):
    assert not hasattr(real_window.desktop.home, "children_rows")


def test_a_child_is_found_again_with_every_answer(window, hands):
    case = Case().with_answer(LABEL, "Ward 7").with_answer(SITUATION, "first_treatment")
    CaseModel(window.desk, case).save()
    CaseModel(window.desk, case.with_answer(LABEL, "Clinic 12")).save()
    hands.ctrl(Qt.Key.Key_F)
    assert hands.name == "Find a child by its id"
    hands.write("ward")
    hands.press(Qt.Key.Key_Return)
    assert hands.name.startswith("Ward 7, First treatment")
    hands.ctrl(Qt.Key.Key_Return)
    assert dict(window.consultation.model.case.answers) == dict(case.answers)


def test_a_search_without_a_hit_says_so(window, hands):
    hands.ctrl(Qt.Key.Key_F)
    hands.write("nobody")
    hands.press(Qt.Key.Key_Return)
    assert window.desktop.find_page.count.text() == "No child has an id like this."


def test_children_seen_last_stand_on_the_home_page(window, hands):
    case = Case().with_answer(LABEL, "Ward 7").with_answer(SITUATION, "relapse")
    CaseModel(window.desk, case).save()
    window.go_home()
    hands.to("Ward 7, Relapse · Relapse, Relapse, 22\u00a0November\u00a02026")
    hands.press(Qt.Key.Key_Return)
    assert window.consultation.model.label == "Ward 7"


def test_lists_name_the_group_that_the_team_decided_on(window, child, words):
    case = child("testicular").with_answer(LABEL, "Ward 7")
    CaseModel(window.desk, case).save()
    undecided = case.with_answer(TEAM[0], None).with_answer(LABEL, "Ward 8")
    CaseModel(window.desk, undecided).save()
    records = {record.label: record for record in window.desk.library.find()}
    assert record_line(words, records["Ward 7"]).text == "High risk, your team's decision"
    assert record_line(words, records["Ward 8"]).text == "Standard risk, for\u00a0now"


# ---- the clinic
def test_the_clinic_is_kept_as_toml(real_window, hands):
    real_window.desktop.show_clinic()
    fill(hands, GOOD)
    hands.ctrl(Qt.Key.Key_Return)
    assert real_window.desktop.clinic.said.isVisible()
    clinic = read_clinic(real_window.desk.settings.get(SETTING)).clinic
    assert (clinic.name, clinic.country, clinic.practice) == ("Children's blood team", "GB", False)
    assert clinic.fever_threshold.value == Decimal("38.0")


@pytest.mark.parametrize("missing", [name for name in GOOD if name != "Country"])
def test_what_is_missing_is_said_at_its_field_and_nothing_is_kept(real_window, hands, missing):
    real_window.desktop.show_clinic()
    fill(hands, {name: text for name, text in GOOD.items() if name != missing})
    hands.ctrl(Qt.Key.Key_Return)
    assert real_window.desk.settings.get(SETTING) is None
    assert hands.name == missing


def test_what_was_said_of_a_field_goes_once_it_is_written_in(real_window, hands):
    real_window.desktop.show_clinic()
    page = real_window.desktop.clinic
    hands.ctrl(Qt.Key.Key_Return)
    assert page._problems["phone"].isVisible()
    hands.to("Phone, day")
    hands.write("555 0142")
    assert page._problems["phone"].isHidden()
    assert page._problems["hospital"].isVisible()


def test_a_thermometer_in_the_bottom_is_refused_at_its_field(real_window, hands):
    real_window.desktop.show_clinic()
    fill(hands, {**GOOD, "How it is measured": "rectal"})
    hands.ctrl(Qt.Key.Key_Return)
    assert real_window.desk.settings.get(SETTING) is None
    assert hands.name == "How it is measured"
    said = real_window.desktop.clinic._problems["fever_threshold.measured"].text()
    assert "no thermometer in the bottom" in said


@pytest.mark.parametrize(
    ("threshold", "kept"), [("38.3", True), ("38.4", False), ("38.6", False), ("37", False)]
)
def test_a_high_threshold_has_to_be_confirmed_and_a_higher_one_is_refused(
    real_window, hands, threshold, kept
):
    real_window.desktop.show_clinic()
    fill(hands, {**GOOD, "Call us from this temperature": threshold})
    hands.ctrl(Qt.Key.Key_Return)
    assert (real_window.desk.settings.get(SETTING) is not None) is kept


def test_a_confirmed_threshold_is_confirmed_for_that_value(real_window, hands):
    real_window.desktop.show_clinic()
    fill(hands, {**GOOD, "Call us from this temperature": "38.5"})
    hands.ctrl(Qt.Key.Key_Return)
    assert hands.name == "We want a threshold above 38.3 °C"
    hands.press(Qt.Key.Key_Space)
    hands.ctrl(Qt.Key.Key_Return)
    desk = real_window.desk
    assert threshold_confirmed(desk, clinic_of(desk))
    desk.settings.put(SETTING, desk.settings.get(SETTING).replace("38.5", "38.4"))
    assert not threshold_confirmed(desk, clinic_of(desk))


def test_in_practice_the_practice_clinic_is_used_and_cannot_be_changed(window):
    window.desktop.show_clinic()
    page = window.desktop.clinic
    assert page.main_action() is None
    assert all(line.isReadOnly() for line in page.lines.values())
    assert clinic_of(window.desk).clinic.practice


def test_the_bar_offers_a_family_view_and_a_group_only_while_a_child_is_open(window):
    desktop = window.desktop
    for page in (desktop.show_home, desktop.show_find, desktop.show_settings, desktop.show_help):
        page()
        bar = desktop.bar
        assert not any(part.isVisible() for part in (bar.family, bar.mark, bar.group))
    window.open_practice("standard-for-now")
    bar = window.consultation.bar
    assert all(part.isVisible() for part in (bar.family, bar.mark, bar.group))
