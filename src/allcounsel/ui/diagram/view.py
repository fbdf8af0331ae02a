"""The picture of the road: arrows and legend painted, each step a child widget, nothing that moves."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from allcounsel.domain.diagram import DiagramPlan
from allcounsel.ui.diagram.node import NodeButton
from allcounsel.ui.look import Look
from allcounsel.ui.paint import draw

MARGIN = 8


class DiagramView(QWidget):
    """``reached``: the focus is on a step; ``opened``: a step was pressed. Both carry the node's id."""

    reached = Signal(str)
    opened = Signal(str)

    def __init__(self, look: Look, plan: DiagramPlan) -> None:
        super().__init__()
        self._look = look
        self._plan = plan
        self.setAccessibleName(plan.title)
        self.nodes = [NodeButton(look, node, MARGIN, self) for node in plan.nodes]
        for index, node in enumerate(self.nodes):
            node.walked.connect(self._walker(index))
            node.clicked.connect(lambda _checked=False, name=node.node.id: self.opened.emit(name))
            node.entered.connect(lambda name=node.node.id: self.reached.emit(name))
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(round(self._plan.width) + 2 * MARGIN, round(self._plan.height) + 2 * MARGIN)

    def _walker(self, index: int) -> Callable[[int], None]:
        def walk(step: int) -> None:
            target = self.nodes[max(0, min(index + step, len(self.nodes) - 1))]
            target.setFocus(Qt.FocusReason.TabFocusReason)

        return walk

    def node(self, name: str) -> NodeButton | None:
        """The widget of a step."""
        return next((node for node in self.nodes if node.node.id == name), None)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.translate(MARGIN, MARGIN)
        draw(painter, self._look, self._plan.heading)
        draw(painter, self._look, self._plan.background)
