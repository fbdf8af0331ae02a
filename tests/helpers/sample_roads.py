"""Roads to draw in tests: the table of places, words like those of a real handout, and the usual pathways."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

from allcounsel.domain.assessment import NodeStyle, Pathway, PathwayNode
from allcounsel.domain.diagram import DiagramWords, NodeWords
from allcounsel.domain.ids import NodeId
from allcounsel.domain.pathway import NodeKind
from allcounsel.services.font_widths import FontWidths

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"

STEPS = (
    "tests",
    "risk_group",
    "induction",
    "reinduction",
    "response_check",
    "second_remission_check",
    "consolidation",
    "maintenance",
    "follow_up",
)
LANES = {
    "cns_therapy": ("induction", "reinduction", "response_check", "second_remission_check", "consolidation"),
    "supportive_care": STEPS,
}
WORDS = {
    "tests": ("Tests", ""),
    "risk_group": ("Risk group", "Standard risk, for\u00a0now."),
    "induction": ("Induction", "The aim is remission: no leukaemia seen in the marrow."),
    "reinduction": ("Reinduction", "Strong treatment again. The aim is a second remission."),
    "response_check": ("Check after about 4\u00a0weeks", "Waiting for the result."),
    "second_remission_check": ("Check", "Is no leukaemia seen in the marrow again?"),
    "consolidation": ("Consolidation", "More treatment, for cells nobody can see."),
    "maintenance": ("Maintenance", "The longest step. It helps keep the leukaemia away."),
    "follow_up": ("Follow-up", "Check-ups after treatment."),
    "cns_therapy": ("Brain and spine treatment", "All children have it, during these steps."),
    "supportive_care": ("Support", "For side effects, feelings, school and family. All the way."),
    "trial": (
        "Clinical trial",
        "May be offered. You choose freely. Some trials need a child who has not started treatment.",
    ),
    "immunotherapy": (
        "Immunotherapy",
        "May be used together with chemotherapy. This is newer than our main source.",
    ),
    "tki": ("Targeted tablets", "They block the change in the Philadelphia gene."),
    "transplant": (
        "Transplant",
        "Stem cells from a donor. It is not always clear whether it helps.",
    ),
    "brain_radiation": ("Radiation to the brain", "Used only sometimes."),
    "high_risk_chemotherapy": ("Other chemotherapy", "Stronger, or with other medicines."),
    "blinatumomab": ("Blinatumomab", "Helps the body's own cells find the leukaemia."),
    "inotuzumab": ("Inotuzumab", "Brings a medicine straight to the leukaemia cells."),
    "car_t": ("CAR T cells", "The child's own cells, changed to find the leukaemia."),
    "nelarabine": ("Nelarabine", "A medicine for T-cell leukaemia."),
    "chemotherapy_after_reinduction": ("More chemotherapy", "After the second remission."),
    "bortezomib": ("Bortezomib", "Sometimes added."),
}
OPTIONS = tuple(name for name in WORDS if name not in STEPS and name not in LANES)


def kinds() -> tuple[NodeKind, ...]:
    """Where each node stands."""
    return (
        *(NodeKind(NodeId(name), "step", (), ()) for name in STEPS),
        *(NodeKind(NodeId(name), "lane", tuple(map(NodeId, spans)), ()) for name, spans in LANES.items()),
        *(NodeKind(NodeId(name), "option", (), ()) for name in OPTIONS),
    )


def words(**changes: object) -> DiagramWords:
    """English words for every node."""
    given: dict[str, object] = {
        "title": "The road ahead",
        "intro": "This shows the order of the steps, not dates. "
        "Your team will tell you how long each step takes.",
        "nodes": {name: NodeWords(*text) for name, text in WORDS.items()},
        "here": "You are here",
        "done": "Done.",
        "waiting": "Waiting for the result.",
        "legend_solid": "Part of the plan",
        "legend_dashed": "May be part",
        "legend_pending": "Waiting for a result",
        "sometimes": "Sometimes here too.",
        "another_road": "**Another road.** If the check still finds leukaemia, the group changes. "
        "The team plans what comes next.",
    } | changes
    return DiagramWords(**given)  # type: ignore[arg-type]  # a test may hand in any word


def pathway(name: str, here: str | None, **styles: str) -> Pathway:
    """A road from node ids and styles, in the order they are given."""
    nodes = tuple(
        PathwayNode(NodeId(node), NodeStyle(style), node == here, ()) for node, style in styles.items()
    )
    steps = [node.id for node in nodes if node.id in STEPS]
    return Pathway(name, nodes, tuple(pairwise(steps)))


def first_treatment(here: str | None = "induction", *, known: bool = False, **more: str) -> Pathway:
    """Standard risk; ``known``: the response is known."""
    check = "solid" if known else "pending"
    steps = {"tests": "solid", "risk_group": "solid", "induction": "solid", "response_check": check}
    rest = {"consolidation": check, "maintenance": "solid", "follow_up": "solid"}
    lanes = {"cns_therapy": "solid", "supportive_care": "solid"}
    options = {"trial": "dashed", "immunotherapy": "dashed"}
    return pathway("first_treatment", here, **steps, **rest, **lanes, **options, **more)


def refractory(*options: str) -> Pathway:
    """Not in remission after induction."""
    steps = dict.fromkeys(("tests", "risk_group", "induction", "response_check"), "solid")
    lanes = {"cns_therapy": "solid", "supportive_care": "solid"}
    chosen = options or (
        "high_risk_chemotherapy",
        "transplant",
        "blinatumomab",
        "inotuzumab",
        "car_t",
        "trial",
    )
    return pathway("refractory", "response_check", **steps, **lanes, **dict.fromkeys(chosen, "dashed"))


def relapse() -> Pathway:
    """The leukaemia has come back."""
    steps = dict.fromkeys(("tests", "reinduction", "second_remission_check", "follow_up"), "solid")
    lanes = {"cns_therapy": "solid", "supportive_care": "solid"}
    options = dict.fromkeys(
        ("chemotherapy_after_reinduction", "transplant", "trial", "blinatumomab", "inotuzumab"), "dashed"
    )
    return pathway("relapse", "reinduction", **steps, **lanes, **options)


def measure() -> FontWidths:
    """The widths of the bundled fonts."""
    return FontWidths(json.loads((FONTS / "widths.json").read_text(encoding="utf-8")))
