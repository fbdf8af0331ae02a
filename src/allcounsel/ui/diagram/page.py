"""The road ahead: the picture, the same in words beside it, and the picture as a file (picture c)."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from allcounsel.domain.assessment import Assessment
from allcounsel.domain.diagram import DiagramPlan
from allcounsel.domain.diagram_across import plan_across
from allcounsel.domain.diagram_down import plan_down
from allcounsel.domain.errors import KnownError
from allcounsel.domain.ids import NodeId
from allcounsel.services.pathway_picture import picture, picture_plan
from allcounsel.services.pathway_words import diagram_words, road_entries, waiting_words
from allcounsel.ui import dialogs
from allcounsel.ui.blocked import Blocked
from allcounsel.ui.case_model import CaseModel
from allcounsel.ui.desk import Desk
from allcounsel.ui.diagram.in_words import InWords, RoadNames
from allcounsel.ui.diagram.view import MARGIN, DiagramView
from allcounsel.ui.diagram.zoom import Zoom
from allcounsel.ui.file_names import suggested_name
from allcounsel.ui.look import Look
from allcounsel.ui.messages import message_for
from allcounsel.ui.page import Action, Page
from allcounsel.ui.parts.card import Scroll, Sheet
from allcounsel.ui.parts.notice import Notice
from allcounsel.ui.parts.words import Text
from allcounsel.ui.screen_words import ScreenWords

_WORDS_WIDTH = 318
_WORDS_HEIGHT = 320
_LEAST_PICTURE = 560


class PathwayPage(Page):
    """Drawn anew from the assessment whenever it is entered or the room for it changes."""

    question_wanted = Signal(str)
    page_wanted = Signal(str)

    def __init__(self, look: Look, words: ScreenWords, model: CaseModel, desk: Desk) -> None:
        super().__init__(look)
        self._words = words
        self._model = model
        self._desk = desk
        self._text = desk.core.release.texts[words.words.language]
        self.view: DiagramView | None = None
        self.in_words: InWords | None = None
        self._drawn_for = 0
        self.blocked = Blocked(look, words)
        self.blocked.question_wanted.connect(self.question_wanted)
        self.column.addWidget(self.blocked)
        inside = Sheet(self.look)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._road = Scroll(inside)
        self.column.addWidget(self._road, 1)
        self._build_road()
        model.changed.connect(self._on_change)
        look.changed.connect(self._on_change)

    def _build_road(self) -> None:
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(24)
        left = QWidget()
        self._left = QVBoxLayout(left)
        self._left.setContentsMargins(0, 0, 0, 0)
        self._left.setSpacing(6)
        self.zoom = Zoom(self.look)
        self.zoom.changed.connect(self._redraw)
        head = QHBoxLayout()
        head.addWidget(Text(self.look, self._text("pathway.title"), "h1"), 1)
        head.addWidget(self.zoom)
        self._left.addLayout(head)
        self._left.addWidget(Text(self.look, self._text("pathway.intro"), "body", "ink2"))
        self.said = Notice(self.look, "know")
        self.said.hide()
        self._left.addWidget(self.said)
        self.fault = Notice(self.look, "stop")
        self.fault.hide()
        self._left.addWidget(self.fault)
        self._columns.addWidget(left, 1)
        self._picture: Scroll | None = None

    # ---- the shell asks
    def main_action(self) -> Action | None:
        if not self._has_road:
            return Action("to-review", self.tr("Back to the review"), lambda: self.page_wanted.emit("review"))
        return Action(
            "make-handout",
            self.tr("Make the handout"),
            lambda: self.page_wanted.emit("handout"),
            icon="document",
            key=self.tr("Ctrl+Enter"),
        )

    def extra_actions(self) -> tuple[Action, ...]:
        if not self._has_road:
            return ()
        return (Action("save-picture", self.tr("Save picture…"), self._save_picture, icon="picture"),)

    def enter(self) -> None:
        self.said.hide()
        self.fault.hide()
        self._redraw()
        if self.view is not None and self._has_road:
            current = next((node for node in self.view.nodes if self._is_current(node.node.id)), None)
            (current or self.view.nodes[0]).setFocus()
        else:
            self.blocked.focus_first()

    @property
    def _has_road(self) -> bool:
        return not self._model.problems and self._model.assessment.pathway is not None

    def _is_current(self, name: str) -> bool:
        pathway = self._assessment.pathway
        node = pathway.node(name) if pathway is not None else None
        return node is not None and node.current

    # ---- drawing
    def _on_change(self) -> None:
        if self.isVisible():
            self._redraw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.isVisible() and self._room() != self._drawn_for:
            QTimer.singleShot(0, self, self._redraw)

    def _room(self) -> int:
        words = 0 if self.look.stacked else self.look.px(_WORDS_WIDTH) + 24
        return max(self.width() - 2 * self.margin - words - 2 * MARGIN - 16, _LEAST_PICTURE)

    def _redraw(self) -> None:
        self.actions_changed.emit()
        self._road.setVisible(self._has_road)
        self.blocked.setVisible(not self._has_road)
        if not self._has_road:
            self.blocked.show_problems(self._model, self._desk.core.release.dictionary)
            return
        focused = next((n.node.id for n in self.view.nodes if n.hasFocus()), "") if self.view else ""
        self._drawn_for = self._room()
        self.view = DiagramView(self.look, self._plan(self._drawn_for))
        self._show_picture(self.view)
        self._show_words()
        self.view.reached.connect(self._reach)
        self.view.opened.connect(self._open)
        node = self.view.node(focused)
        if node is not None:
            node.setFocus()

    @property
    def _assessment(self) -> Assessment:
        """With the road of the team's group, as on the paper."""
        return self._desk.core.engine.as_titled(self._model.case, self._model.assessment)

    @property
    def _group(self) -> str:
        """What picture and words say of the group; nothing where there are no groups."""
        assessment = self._model.assessment
        return self._desk.core.words.title(assessment) if assessment.possible_groups else ""

    def _plan(self, width: float) -> DiagramPlan:
        assessment, core = self._assessment, self._desk.core
        pathway = assessment.pathway
        if pathway is None:  # asked before: see _has_road
            raise ValueError("this case has no pathway")
        words = diagram_words(self._text, pathway, self._group, assessment)
        size, width = self.look.px(14) * self.zoom.factor, width * self.zoom.factor
        if self.look.stacked:
            return plan_down(words, pathway, core.release.pathways, core.measure, width, size)
        return plan_across(words, pathway, core.release.pathways, core.measure, width=width, text_size=size)

    def _show_picture(self, view: DiagramView) -> None:
        if self._picture is not None:
            self._left.removeWidget(self._picture)
            self._picture.hide()
            self._picture.deleteLater()
        self._picture = Scroll(view)
        self._picture.setWidgetResizable(False)
        self._picture.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)  # drawn larger
        self._picture.setMinimumHeight(view.height() + 2 if self.look.stacked else 0)
        self._left.addWidget(self._picture, 1)
        self._picture.show()

    def _show_words(self) -> None:
        pathway = self._assessment.pathway
        if pathway is None:
            return
        if self.in_words is not None:
            self._columns.removeWidget(self.in_words)
            self.in_words.hide()
            self.in_words.deleteLater()
        names = RoadNames(
            self._text("pathway.same_in_words"),
            self._text("pathway.here"),
            self._text("pathway.may_be_part"),
            waiting_words(self._text, self._model.assessment.flags),
            self._text("pathway.not_this_child"),
            tuple(self._text(f"pathway.{node}.title") for node in self._elsewhere()),
        )
        entries = road_entries(self._text, pathway, self._group)
        self.in_words = InWords(self.look, self._words.words, entries, names)
        self._columns.setDirection(
            QBoxLayout.Direction.TopToBottom if self.look.stacked else QBoxLayout.Direction.LeftToRight
        )
        if self.look.stacked:
            self.in_words.setMinimumHeight(self.look.px(_WORDS_HEIGHT))
        else:
            self.in_words.setFixedWidth(self.look.px(_WORDS_WIDTH))
        self._columns.addWidget(self.in_words)
        self.in_words.show()

    def _elsewhere(self) -> tuple[NodeId, ...]:
        return self._desk.core.engine.other_branches(self._assessment)

    def _reach(self, name: str) -> None:
        node = self.view.node(name) if self.view is not None else None
        if self._picture is not None and node is not None:
            self._picture.ensureWidgetVisible(node, MARGIN, MARGIN)
        if self.in_words is not None:
            self.in_words.reach(name)

    def _open(self, name: str) -> None:
        if self.in_words is not None:
            self.in_words.open(name)

    # ---- the picture as a file
    def _save_picture(self) -> None:
        core = self._desk.core
        name = suggested_name(self._model.label, core.clock.today(), "png", self.tr("pathway"))
        kinds = self.tr("Picture (*.png);;Drawing (*.svg)")
        path = dialogs.ask_save_path(self, self.tr("Save picture"), name, kinds)
        if not path:
            return
        kind = "svg" if path.lower().endswith(".svg") else "png"
        if not path.lower().endswith(f".{kind}"):
            path = f"{path}.{kind}"
        plan = picture_plan(self._assessment, core.release, core.words, core.measure, core.clock.today())
        try:
            core.files.write(path, picture(plan, kind, core.writer))
        except KnownError as error:
            self.said.hide()
            self.fault.say(str(message_for(error)))
        else:
            self.fault.hide()
            self.said.say(self.tr("Saved: {path}").format(path=path))
