"""What a release shows of a case: all that a clinician can read, and every text of the family's paper."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from allcounsel.content.release import inspect
from allcounsel.domain.assess import Engine
from allcounsel.domain.assessment import Assessment, Finding, Pathway
from allcounsel.domain.case import Case
from allcounsel.domain.citations import citings
from allcounsel.domain.clinic import Clinic
from allcounsel.domain.handout import Handout, PaperChoices, Piece
from allcounsel.domain.ids import EvidenceId, FeatureId, RuleId
from allcounsel.domain.release import ContentRelease
from allcounsel.services.case_file import parse_json, read_case, to_json
from allcounsel.services.clinic_file import read_clinic
from allcounsel.services.compose_handout import Frame, compose
from allcounsel.services.export_handout import HandoutOrder, refusals
from allcounsel.services.pathway_words import RoadEntry, road_entries
from allcounsel.services.words import Words
from helpers.random_cases import random_case
from helpers.shipped import ALL_CLEAR, NONE_FOUND, TODAY, seed_files

FRAME = Frame(width=480, figure_height=590)
LETTERS_A_LINE = 0.5  # a stand-in for real fonts: half the size for each letter
MADE_ON = date(2026, 11, 22)


def measure(text: str, size: float, _weight: int) -> float:
    return len(text) * size * LETTERS_A_LINE


class Found(dict[str, str]):
    """Texts or styles by name; what is not shown is an empty text."""

    def __missing__(self, name: str) -> str:
        return ""


@dataclass(frozen=True)
class Shown:
    """One release, as shipped or with a planted fault."""

    files: Mapping[str, bytes]

    @cached_property
    def release(self) -> ContentRelease:
        """As far as it can be read: a planted fault may also be a problem of the content check."""
        release, _ = inspect(self.files)
        if release is None:
            raise ValueError("not readable")
        return release

    @cached_property
    def engine(self) -> Engine:
        return Engine(self.release.dictionary, self.release.rules, self.release.pathways)

    @cached_property
    def words(self) -> Words:
        return Words(self.release)

    @cached_property
    def clinic(self) -> Clinic:
        read = read_clinic(self.release.practice_clinic)
        if read.clinic is None:
            raise ValueError(read.problems)
        return read.clinic

    def text(self, key: str) -> str:
        """A text as it stands in the seeds, its settings filled in where it has any."""
        return self.release.texts["en"](key, **self.release.settings)

    def case(self, document: object) -> Case:
        read = read_case(parse_json(to_json(document)), self.release.dictionary, TODAY)
        if read.case is None:  # not an assertion: a planted fault has to fail in what is shown
            raise ValueError(read.problems)
        return read.case

    def problems(self, document: object) -> list[tuple[str, str]]:
        found = read_case(parse_json(to_json(document)), self.release.dictionary, TODAY).problems
        return [(problem.field, problem.code) for problem in found]

    def assess(self, document: object) -> Assessment:
        return self.engine.assess(self.case(document))

    def truth(self, document: object, rule: str) -> str:
        return self.finding(document, rule).truth.value

    def finding(self, document: object, rule: str) -> Finding:
        found = {finding.rule: finding for finding in self.assess(document).findings}
        return found[RuleId(rule)]

    def reason(self, document: object, rule: str) -> str:
        """A rule's words for the clinician, for this child."""
        return self.words.reason(self.finding(document, rule)).clinician

    def road(self, document: object) -> Found:
        """The nodes of the road and their styles."""
        return Found({node.id: node.style.value for node in self._road(document).nodes})

    def _road(self, document: object) -> Pathway:
        road = self.assess(document).pathway
        if road is None:
            raise ValueError("no road")
        return road

    def entry(self, document: object, node: str) -> RoadEntry:
        """A step as it stands in the list beside the picture."""
        road = self._road(document)
        (found,) = [one for one in road_entries(self.release.texts["en"], road) if one.node.id == node]
        return found

    def clinician(self, document: object) -> list[str]:
        """Everything that a clinician reads of the result."""
        return list(self._clinician(self.assess(document)))

    def _clinician(self, assessment: Assessment) -> Iterator[str]:
        words, english = self.words, self.release.texts["en"]
        yield words.group_label(assessment)
        yield from (words.special(name) for name in assessment.possible_special_groups)
        yield from (words.group(group) for group in assessment.possible_groups)
        yield from (words.flag(name) for name in assessment.flags)
        yield from (words.warning(notice.code) for notice in assessment.notices)
        for finding in assessment.findings:
            reason = words.reason(finding)
            yield from (reason.title, reason.clinician, reason.family)
        for change in assessment.could_change:
            yield words.outcome(change.outcome)
            yield from (words.flag(name) for name in change.outcome.flags)
        for entry in road_entries(english, assessment.pathway) if assessment.pathway else ():
            yield from (entry.title, entry.words, entry.clinician)
        for clock in assessment.relapse.clocks if assessment.relapse else ():
            yield f"{english(f'labels.clocks.{clock.id}')}: {clock.band or ''}"

    def refusals(self, document: object, *, numbers: bool = False) -> list[str]:
        """The codes of what stands in the way of a paper."""
        case = self.case(document)
        assessment = self.engine.assess(case)
        order = HandoutOrder(case, self.clinic, PaperChoices(numbers=numbers), "A clinician", frozenset())
        confirmed = {notice.code for notice in assessment.to_confirm}
        return [problem.code for problem in refusals(order, assessment) if problem.code not in confirmed]

    def paper(self, document: object, *, numbers: bool = False) -> Handout:
        """The family's paper, whether or not it may be saved."""
        case = self.case(document)
        choices = PaperChoices(numbers=numbers)
        assessment = self.engine.assess(case)
        return compose(
            case, assessment, self.release, self.engine, self.clinic, MADE_ON, choices, measure, FRAME
        )

    def pieces(self, document: object, *, numbers: bool = False) -> list[Piece]:
        return list(self.paper(document, numbers=numbers).pieces())

    def printed(self, document: object, *, numbers: bool = False) -> Found:
        """The printed texts by id; one id that prints several times keeps its last."""
        return Found({piece.id: piece.plain for piece in self.pieces(document, numbers=numbers)})

    @cached_property
    def cited(self) -> dict[EvidenceId, list[str]]:
        """Who cites each fact."""
        cited: dict[EvidenceId, list[str]] = {}
        for citing in citings(self.release):
            for evidence_id in citing.sources:
                cited.setdefault(evidence_id, []).append(f"{citing.kind} {citing.name}")
        return cited

    def family_texts(self) -> dict[str, str]:
        """Every text that a family can be shown, by key, whoever the child is."""
        places = ("handout.", "topics.", "pathway.", "labels.groups.", "labels.special.")
        return {
            key: text.replace("**", "")
            for key, text in self.release.texts["en"].texts.items()
            if (key.startswith(places) and not key.endswith(".clinician"))
            or (key.startswith("rules.") and key.endswith(".family"))
        }

    def help(self, feature: str) -> str:
        return self.words.help(FeatureId(feature))


@cache
def shipped() -> Shown:
    """The content as it is shipped."""
    return Shown(seed_files())


def with_fault(path: str, old: str, new: str) -> Shown:
    """The shipped content with one text of one file replaced."""
    text = seed_files()[path].decode()
    if old not in text:
        raise ValueError(f"'{old}' does not stand in {path}")
    return Shown(dict(seed_files()) | {path: text.replace(old, new, 1).encode()})


INFANT = ALL_CLEAR | {"age_at_diagnosis": {"years": 0, "months": 7}}
TEENAGER = ALL_CLEAR | {"age_at_diagnosis": {"years": 12}}
T_CELL = ALL_CLEAR | {"lineage": "t_cell"}
REFRACTORY = {key: value for key, value in ALL_CLEAR.items() if key != "end_of_induction"} | {
    "situation": "refractory"
}


def with_genes(**results: object) -> dict[str, object]:
    """A child of the standard group but for these gene results."""
    return ALL_CLEAR | {"genetics": NONE_FOUND | results}


def relapsed(*sites: str, child: Mapping[str, object] | None = None, **facts: object) -> dict[str, object]:
    """A child of five with B-cell ALL whose leukaemia came back in these places."""
    base: dict[str, object] = {"lineage": "b_cell", "age_at_diagnosis": {"years": 5}, **(child or {})}
    return {"situation": "relapse", **base, "relapse": {"sites": list(sites), **facts}}


def randoms(count: int, **answers: object) -> Iterator[dict[str, object]]:
    """Random children, the same each time, with some answers given; none that the program does not cover."""
    rng = random.Random(13)  # noqa: S311 - repeatable, nothing secret
    found = 0
    while found < count:
        document = random_case(rng)
        if "age_at_diagnosis" in answers:
            document.pop("date_of_birth", None)
            document.pop("date_of_diagnosis", None)
        document |= answers
        if document.get("lineage") not in ("mixed", "mature_b", "lymphoma"):
            found += 1
            yield document
