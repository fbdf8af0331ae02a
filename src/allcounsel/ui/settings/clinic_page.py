"""The clinic's own block: names, phone numbers, and the temperature at which this clinic wants a call."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from allcounsel.domain.clinic import Clinic, FeverThreshold
from allcounsel.domain.errors import KnownError, Problem
from allcounsel.services.answer_reading import typed_number
from allcounsel.services.clinic_file import read_clinic, warnings_of, write_clinic
from allcounsel.ui.clinic_block import clinic_of, keep_clinic, threshold_confirmed
from allcounsel.ui.desk import Desk
from allcounsel.ui.look import Look
from allcounsel.ui.messages import message_for
from allcounsel.ui.page import Action, Page
from allcounsel.ui.parts.card import Card, Scroll
from allcounsel.ui.parts.check import Check
from allcounsel.ui.parts.focus import WHOLE
from allcounsel.ui.parts.line import Line
from allcounsel.ui.parts.notice import Notice
from allcounsel.ui.parts.segments import Segments
from allcounsel.ui.parts.words import Text
from allcounsel.ui.settings.clinic_words import problem_words
from allcounsel.ui.settings.logo_field import LogoField

_LABEL = 290
_ROW = 940


class ClinicPage(Page):
    """``saved``: the clinic is set up. In practice it only shows the practice clinic."""

    saved = Signal()

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__(look)
        self._desk = desk
        said = self.tr(
            "This stands on every handout. Families call these numbers, so please check them twice."
        )
        if desk.practice:
            said = self.tr("In practice the **practice clinic** is used. Nothing can be changed here.")
        self.head(self.tr("The clinic"), said)
        inside = QWidget()
        self._form = QVBoxLayout(inside)
        self._form.setContentsMargins(24, 18, 24, 18)
        self._form.setSpacing(10)
        self.lines: dict[str, Line] = {}
        self._problems: dict[str, Text] = {}
        self._texts: list[Text] = []
        self._rows: list[QWidget] = []
        self._build_lines()
        self._build_logo()
        self._build_threshold()
        self.said = Notice(look, "know")
        self.fault = Notice(look, "stop")
        for notice in (self.said, self.fault):
            notice.hide()
            self.column.addWidget(notice)
        for key, line in self.lines.items():
            line.textEdited.connect(partial(self._forget_problem, key))
        self._form.addStretch(1)
        card = Card(look, padding=(1, 1))
        card.column.addWidget(Scroll(inside))
        self.column.addWidget(card, 1)
        look.changed.connect(self._resize)
        self._resize()

    def _build_lines(self) -> None:
        names = {
            "name": (self.tr("Name of the clinic"), self.tr("As families know it"), 0),
            "phone": (self.tr("Phone, day"), "", 20),
            "out_of_hours_phone": (self.tr("Phone, nights and weekends"), "", 20),
            "emergency_number": (self.tr("Emergency number"), self.tr("Such as 112"), 10),
            "hospital": (self.tr("Hospital to go to"), self.tr("Where help is open day and night"), 0),
            "country": (self.tr("Country"), self.tr("Two letters, such as GB"), 4),
            "address": (self.tr("Address"), self.tr("If it should stand on the paper"), 0),
        }
        for key, (name, hint, letters) in names.items():
            self.lines[key] = Line(self.look, name, letters=letters, longest=2 if key == "country" else 200)
            self._add_row(key, name, hint, self.lines[key])

    def _build_logo(self) -> None:
        self.logo = LogoField(self.look, self._desk.core)
        hint = self.tr("A PNG or JPEG, beside the name")
        self._add_row("logo", self.tr("Logo"), hint, self.logo)
        self.logo.said.connect(self._problems["logo"].say)
        self.logo.choose.setVisible(not self._desk.practice)

    def _build_threshold(self) -> None:
        name = self.tr("Call us from this temperature")
        field = QWidget()
        level = QHBoxLayout(field)
        level.setContentsMargins(0, 0, 0, 0)
        level.setSpacing(8)
        self.lines["value"] = Line(self.look, name, letters=6)
        self.unit = Segments(self.look, (("C", "°C"), ("F", "°F")), name)
        self.unit.name_cells(self.tr("Unit of the temperature"))
        level.addWidget(self.lines["value"])
        level.addWidget(self.unit)
        level.addStretch(1)
        self._add_row(
            "fever_threshold.value",
            name,
            self.tr("Your clinic's own number, 37.5 to 38.5 °C (99.5 to 101.3 °F)"),
            field,
        )
        self.lines["measured"] = Line(self.look, self.tr("How it is measured"), longest=60)
        hint = self.tr("Such as: mouth or armpit")
        self._add_row("fever_threshold.measured", self.tr("How it is measured"), hint, self.lines["measured"])
        self.confirm = Check(
            self.look,
            self.tr("We want a threshold above 38.3 °C"),
            self.tr("Many clinics call earlier. Please confirm that this is your clinic's rule."),
        )
        self.confirm.hide()
        self._form.addWidget(self.confirm)
        self.lines["value"].textEdited.connect(self._show_confirm)
        self.unit.picked.connect(self._show_confirm)

    def _add_row(self, key: str, name: str, hint: str, field: QWidget) -> None:
        row = QWidget()
        row.setProperty(WHOLE, True)  # with what is wrong in it
        level = QHBoxLayout(row)
        level.setContentsMargins(0, 0, 0, 0)
        level.setSpacing(20)
        words = QVBoxLayout()
        words.setContentsMargins(0, 0 if hint else 9, 0, 0)
        words.setSpacing(0)
        name_text = Text(self.look, name, "strong")
        words.addWidget(name_text)
        self._texts.append(name_text)
        if hint:
            words.addWidget(Text(self.look, hint, "small", "ink2"))
        words.addStretch(1)
        level.addLayout(words)
        right = QVBoxLayout()
        right.setSpacing(2)
        short = isinstance(field, Line) and field.is_short
        right.addWidget(field, 0, Qt.AlignmentFlag.AlignLeft if short else Qt.AlignmentFlag(0))
        problem = Text(self.look, "", "small", "stop")
        problem.hide()
        self._problems[key] = problem
        right.addWidget(problem)
        right.addStretch(1)
        level.addLayout(right, 1)
        self._rows.append(row)
        self._form.addWidget(row)

    def _resize(self) -> None:
        """Names in one column, whatever the size of the words."""
        for text in self._texts:
            text.setFixedWidth(self.look.px(_LABEL))
        for row in self._rows:
            row.setMaximumWidth(self.look.px(_ROW))

    # ---- the shell asks
    def main_action(self) -> Action | None:
        if self._desk.practice:
            return None
        return Action(
            "save-clinic", self.tr("Save the clinic"), self.save, icon="save", key=self.tr("Ctrl+Enter")
        )

    def enter(self) -> None:
        self.said.hide()
        self.fault.hide()
        clinic = clinic_of(self._desk).clinic
        if clinic is not None:
            self._show(clinic)
        for line in self.lines.values():
            line.setReadOnly(self._desk.practice)
        self.unit.setEnabled(not self._desk.practice)
        self.lines["name"].setFocus()

    def _show(self, clinic: Clinic) -> None:
        for key in (
            "name",
            "phone",
            "out_of_hours_phone",
            "emergency_number",
            "hospital",
            "country",
            "address",
        ):
            self.lines[key].setText(getattr(clinic, key))
        self.logo.show_logo(clinic.logo)
        self.lines["value"].setText(f"{clinic.fever_threshold.value:f}")
        self.unit.show_values(clinic.fever_threshold.unit)
        self.lines["measured"].setText(clinic.fever_threshold.measured)
        self._show_confirm()
        self.confirm.setChecked(threshold_confirmed(self._desk, clinic_of(self._desk)))

    def _show_confirm(self) -> None:
        high = bool(warnings_of(self._typed()))
        self.confirm.setVisible(high)
        if not high:
            self.confirm.setChecked(False)

    # ---- saving
    def _typed(self) -> Clinic:
        texts = {key: line.text().strip() for key, line in self.lines.items()}
        value = typed_number(texts["value"])
        threshold = FeverThreshold(
            value if value is not None else Decimal(0), self.unit.value, texts["measured"]
        )
        return Clinic(
            name=texts["name"],
            phone=texts["phone"],
            out_of_hours_phone=texts["out_of_hours_phone"],
            emergency_number=texts["emergency_number"],
            hospital=texts["hospital"],
            country=texts["country"].upper(),
            fever_threshold=threshold,
            address=texts["address"],
            logo=self.logo.logo,
        )

    def save(self) -> None:
        """Keep the clinic, or say beside each field what is missing."""
        clinic = self._typed()
        read = read_clinic(write_clinic(clinic))
        self.said.hide()
        self.fault.hide()
        if not self._show_problems(read.problems):
            return
        if read.warnings and not self.confirm.isChecked():
            self.fault.say(self.tr("Please confirm the threshold above 38.3 °C, or write a lower one."))
            self.confirm.setFocus()
            return
        try:
            keep_clinic(self._desk, clinic)
        except KnownError as error:
            self.fault.say(str(message_for(error)))
        else:
            self.said.say(self.tr("Saved. Handouts use this from now on."))
            self.saved.emit()

    def _forget_problem(self, key: str, _text: str) -> None:
        """What was said of a field goes once it is written in anew."""
        place = key if key in self._problems else f"fever_threshold.{key}"
        self._problems[place].say("")
        self.lines[key].mark("")
        self.said.hide()

    def _show_problems(self, problems: tuple[Problem, ...]) -> bool:
        """Whether there are none."""
        said = problem_words(problems)
        for key, text in self._problems.items():
            text.say(said.get(key, ""))
        for key, line in self.lines.items():
            place = key if key in self._problems else f"fever_threshold.{key}"
            line.mark("stop" if place in said else "")
        first = next((key for key in self._problems if key in said), None)
        if first is not None:
            self.lines[first.removeprefix("fever_threshold.")].setFocus()
        return first is None
