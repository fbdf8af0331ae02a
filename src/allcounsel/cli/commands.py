"""The commands: each takes its options and streams, does one thing through the core, returns an exit code."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from allcounsel.bootstrap import Core, build_core, core_of, seed_files, shipped_seeds, store_care
from allcounsel.cli.output import DONE, REFUSED, SOME_REFUSED, Streams, binary, read_text, refuse
from allcounsel.content.release import inspect
from allcounsel.domain.assessment import Assessment, Status
from allcounsel.domain.case import Case
from allcounsel.domain.clinic import Clinic
from allcounsel.domain.errors import InputRefusedError, Problem
from allcounsel.domain.handout import PaperChoices
from allcounsel.domain.release import ContentRelease
from allcounsel.services.assessment_file import assessment_document, assessment_lines, errors_document
from allcounsel.services.case_file import LARGEST_FILE, laid_out, parse_json, read_case, to_json
from allcounsel.services.check_situations import Papers, silent_sections
from allcounsel.services.check_vignettes import failing
from allcounsel.services.check_words import forbidden_texts
from allcounsel.services.clinic_file import read_clinic
from allcounsel.services.clinic_logo import read_logo
from allcounsel.services.coverage import counted, coverage
from allcounsel.services.currency import review_plain
from allcounsel.services.export_handout import HandoutOrder, make_handout, trace_of
from allcounsel.services.measured import is_translated
from allcounsel.services.pathway_picture import KINDS, picture, picture_plan
from allcounsel.services.ports import StoreContents
from allcounsel.services.quality.document import quality_document, quality_lines
from allcounsel.services.quality.measure import Quality, measured
from allcounsel.services.schemas import assessment_schema, case_schema
from allcounsel.services.text_review import text_review
from allcounsel.services.translations import lacking
from allcounsel.services.words import Words
from allcounsel.system.files import WholeFileSink, lines_up_to, open_stream, part_of, read_limited
from allcounsel.system.paths import find_paths

DOCUMENTS: dict[str, Callable[[Core], str]] = {
    "coverage.md": lambda core: coverage(core.release),
    "handout.md": lambda core: text_review(core.release),
    "quality.md": lambda core: quality_document(tuple(_quality(core))),
}
"""What ``content docs`` writes, by file name."""


def _case(text: str, core: Core) -> Case:
    read = read_case(parse_json(text), core.release.dictionary, core.clock.today())
    if read.case is None:
        raise InputRefusedError(read.problems)
    return read.case


def _document(assessment: Assessment, core: Core) -> dict[str, object]:
    return assessment_document(assessment, core.release, core.words, core.clock.today())


def assess(options: argparse.Namespace, streams: Streams) -> int:
    """``assess``: one case, or one a line."""
    if options.lines:
        return _assess_lines(options.case, streams)
    text = read_text(options.case, streams)
    core = build_core()
    assessment = core.assess(_case(text, core))
    if options.json:
        streams.print(to_json(_document(assessment, core)))
    else:
        for line in assessment_lines(assessment, core.words, core.clock.today()):
            streams.print(line)
    return DONE


def _assess_lines(path: str, streams: Streams) -> int:
    core = build_core()
    for line in _lines(path, streams):
        try:
            document = _document(core.assess(_case(_text_of(line), core)), core)
        except InputRefusedError as error:
            document = errors_document(error.problems)
        streams.print(to_json(document))
    return DONE


def _text_of(line: bytes) -> str:
    if len(line) > LARGEST_FILE:
        raise InputRefusedError((Problem("", "file_too_large", "this line is larger than 1 MB."),))
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputRefusedError((Problem("", "not_text", "this line is not UTF-8 text."),)) from error


def _lines(path: str, streams: Streams) -> Iterator[bytes]:
    """Lines one after another, so that a ward's whole list needs no more memory than one case."""
    if path == "-":
        yield from lines_up_to(binary(streams.stdin), LARGEST_FILE)
    else:
        with open_stream(path) as stream:
            yield from lines_up_to(stream, LARGEST_FILE)


def handout(options: argparse.Namespace, streams: Streams) -> int:
    """``handout``: the family handout, and on request the trace of its sentences."""
    if options.second_lang == options.lang:
        message = "second_lang: this is the first language already; choose another, or leave it out."
        problem = Problem("second_lang", "same_language", message)
        return refuse((problem,), streams, as_json=options.json)
    _keep_apart((options.case, options.clinic), (options.output, options.trace))
    case_text, clinic_text = read_text(options.case, streams), read_text(options.clinic, streams)
    core = build_core()
    unknown = sorted(set(options.cards) - {card.id for card in core.release.cards})
    if unknown:
        known = ", ".join(card.id for card in core.release.cards if not card.always)
        message = f"cards: there is no card '{unknown[0]}'; there are {known}."
        return refuse((Problem("cards", "unknown_card", message),), streams, as_json=options.json)
    clinic = _clinic(clinic_text, options, core)
    choices = PaperChoices(
        options.lang,
        options.size,
        options.grey,
        options.paper,
        options.numbers,
        options.cards,
        options.second_lang or "",
    )
    order = HandoutOrder(
        _case(case_text, core), clinic, choices, options.confirmed_by, frozenset(options.accept_warning)
    )
    made = make_handout(
        order, core.release, core.engine, core.clock.today(), core.measure, core.frame(choices)
    )
    pdf = core.writer.pdf(made)
    if options.trace:  # first: where it cannot be written, no paper is left behind
        core.files.write(options.trace, laid_out(trace_of(core.writer.printed(made))).encode())
    core.files.write(options.output, pdf)
    _tell_review(core, streams)
    for language in {choices.language, choices.second_language} - {""}:
        _tell_as_typed(core, clinic, language, streams)
    for notice in core.assess(order.case).notices:
        streams.complain(f"Please check {notice.field}: {core.words.warning(notice.code)}")
    return DONE


def _tell_as_typed(core: Core, clinic: Clinic, language: str, streams: Streams) -> None:
    """The clinic's own words that a paper in another language cannot say in it."""
    measured = clinic.fever_threshold.measured
    if not is_translated(Words(core.release, language), measured):
        streams.complain(f"Please check fever_threshold.measured: '{measured}' is printed as it is written.")


def _keep_apart(read: Iterable[str | None], written: Iterable[str | None]) -> None:
    """Refuse a command line that would write over what it reads, or over what it has just written.

    A file is first written beside its place under a name of its own, which is written over too.
    """
    seen = {Path(path).resolve() for path in read if path and path != "-"}
    for path in (Path(path).resolve() for path in written if path):
        if seen & {path, part_of(path)}:
            message = f"output: '{path.name}' is named twice; nothing is written over what is read."
            raise InputRefusedError((Problem("output", "same_file", message),))
        seen |= {path, part_of(path)}


def _clinic(text: str, options: argparse.Namespace, core: Core) -> Clinic:
    """The clinic with its picture, which lies where the clinic's file says, seen from that file."""
    read = read_clinic(text)
    if read.clinic is None:
        raise InputRefusedError(read.problems)
    open_codes = [code for code in read.warnings if code not in options.accept_warning]
    if open_codes:
        raise InputRefusedError(
            tuple(
                Problem(
                    "fever_threshold.value",
                    code,
                    f"fever_threshold.value: above 38.3 °C; if this is right, accept the warning {code}.",
                )
                for code in open_codes
            )
        )
    if not read.logo:
        return read.clinic
    path = str(Path(options.clinic).parent / read.logo)
    logo = read_logo(path, core.read_file, core.writer)
    _keep_apart((path,), (options.output, options.trace))
    return replace(read.clinic, logo=logo)


def pathway(options: argparse.Namespace, streams: Streams) -> int:
    """``pathway``: the diagram as SVG, PNG or PDF."""
    kind = Path(options.output).suffix.lower().removeprefix(".")
    if kind not in KINDS:
        message = "output: the name has to end in .svg, .png or .pdf."
        return refuse((Problem("output", "unknown_format", message),), streams, as_json=options.json)
    _keep_apart((options.case,), (options.output,))
    text = read_text(options.case, streams)
    core = build_core()
    case = _case(text, core)
    assessment = core.engine.as_titled(case, core.assess(case))
    if assessment.status is Status.OUT_OF_SCOPE:
        message = "lineage: this tool does not cover this disease, so there is no pathway."
        return refuse((Problem("lineage", "out_of_scope", message),), streams, as_json=options.json)
    plan = picture_plan(assessment, core.release, core.words, core.measure, core.clock.today())
    core.files.write(options.output, picture(plan, kind, core.writer))
    _tell_review(core, streams)
    return DONE


def _tell_review(core: Core, streams: Streams) -> None:
    """What stands on the paper stands on the terminal too, once the review date has gone by."""
    note = review_plain(core.words, core.clock.today())
    if note:
        streams.complain(note)


def example(options: argparse.Namespace, streams: Streams) -> int:
    """``example``: the practice children, one of them, or the practice clinic."""
    core = build_core()
    release = core.release
    if options.name is None:
        for child in release.practice_children:
            streams.print(f"{child.name:<24}{core.words.practice(child)}")
        streams.print(f"{'clinic':<24}The practice clinic, as TOML.")
        return DONE
    if options.name == "clinic":
        streams.stdout.write(release.practice_clinic)
        return DONE
    found = [child for child in release.practice_children if child.name == options.name]
    if not found:
        streams.complain(f"There is no practice child '{options.name}'. 'allcounsel example' lists them.")
        return REFUSED
    streams.stdout.write(laid_out(found[0].case))
    return DONE


def content(options: argparse.Namespace, streams: Streams) -> int:
    """``content check`` and ``content docs``: every problem with file and line.

    What is wrong with a translation lets both go on; the check has found a problem all the same.
    """
    folder = Path(options.folder) if options.folder else shipped_seeds()
    release, problems = inspect(seed_files(folder))
    for problem in problems:
        streams.print(f"seeds/{problem}")
    if release is None or any(not problem.language for problem in problems):
        return SOME_REFUSED
    if options.action == "docs":
        return _docs(release, options, streams)
    return max(_check(release, streams), SOME_REFUSED if problems else DONE)


def _docs(release: ContentRelease, options: argparse.Namespace, streams: Streams) -> int:
    """The documents that are made from the content, never typed."""
    core = core_of(release)
    for name, make in DOCUMENTS.items():
        path = Path(options.to) / name
        WholeFileSink().write(str(path), make(core).encode())
        streams.print(f"{path}: written.")
    streams.print(f"{counted(release)}.")
    return DONE


def _check(release: ContentRelease, streams: Streams) -> int:
    """Every vignette that fails, section that says nothing of its own, and paper that misses a bar."""
    core = core_of(release)
    failures = failing(release, core.engine, core.clock.today())
    whole = _whole(release)
    silent = [one for language in whole for one in silent_sections(_papers(core), language)]
    found = tuple(_quality(core))
    below = [one for quality in found for one in quality.below()]
    forbidden = list(forbidden_texts(release))
    for failure in (*failures, *silent, *forbidden, *below):
        streams.print(failure)
    counts = (
        f"{len(release.rules.rules)} rules, {len(release.dictionary.features)} questions, "
        f"{len(release.vignettes)} vignettes, {len(release.evidence)} facts, {len(release.sources)} sources"
    )
    streams.print(f"Content {release.info.version}: {counts}; {len(failures)} vignettes fail.")
    streams.print(
        f"{len(release.situations)} situations in {' and '.join(whole)}: "
        f"{len(silent)} sections say nothing of their own in one."
    )
    for quality in found:
        for line in quality_lines(quality):
            streams.print(line)
    streams.print(f"{len(forbidden)} texts say what a family is never told.")
    return SOME_REFUSED if failures or silent or forbidden or below else DONE


def _whole(release: ContentRelease) -> list[str]:
    """Languages in which papers can be made; what another one lacks is told before."""
    return [language for language in release.texts if not lacking(release, language)]


def _quality(core: Core) -> Iterator[Quality]:
    """The quality of the papers in each language."""
    papers = _papers(core)
    return (measured(papers.every(language), language) for language in _whole(core.release))


def _papers(core: Core) -> Papers:
    """What makes the papers of the situations: as of the day of the content, so that none ever differs."""
    day = core.release.info.checked
    return Papers(core.release, core.engine, core.measure, core.frame(PaperChoices()), day)


def schema(options: argparse.Namespace, streams: Streams) -> int:
    """``schema``: the JSON Schema of a case file or an assessment."""
    release = build_core().release
    make = case_schema if options.document == "case" else assessment_schema
    streams.stdout.write(laid_out(make(release)))
    return DONE


def store(options: argparse.Namespace, streams: Streams) -> int:
    """``store``: backup, restore, verify, path."""
    return _STORE[options.action](options, streams)


def _backup(options: argparse.Namespace, streams: Streams) -> int:
    made = store_care(_secret(options)).backup(options.file)
    streams.print(f"Backup written and read again: {made.path} ({_counted(made.contents)}).")
    return _told(made.contents, streams)


def _restore(options: argparse.Namespace, streams: Streams) -> int:
    restored = store_care(_secret(options), from_backup=options.file).restore(options.file)
    if restored.kept_as:
        streams.print(f"The store as it was is kept as {restored.kept_as}.")
    streams.print(f"The store now holds the backup: {restored.path} ({_counted(restored.contents)}).")
    return _told(restored.contents, streams)


def _verify(options: argparse.Namespace, streams: Streams) -> int:
    verified = store_care(_secret(options)).verify()
    if verified.good:
        streams.print(f"Everything is as it was put there: {verified.path} ({_counted(verified.contents)}).")
    return _told(verified.contents, streams)


def _path(_options: argparse.Namespace, streams: Streams) -> int:
    streams.print(str(find_paths().store))
    return DONE


_LONGEST_SECRET = 10_000  # bytes


def _secret(options: argparse.Namespace) -> str:
    """The first line of the file: a passphrase never stands on a command line, where everybody reads it."""
    if not options.passphrase_file:
        return ""
    content = read_limited(options.passphrase_file, _LONGEST_SECRET)
    return content.decode("utf-8", errors="replace").partition("\n")[0].rstrip("\r")


def _counted(contents: StoreContents) -> str:
    return f"{contents.cases} cases, {contents.handouts} handouts, {contents.releases} content releases"


def _told(contents: StoreContents, streams: Streams) -> int:
    for problem in contents.problems:
        streams.complain(problem)
    return SOME_REFUSED if contents.problems else DONE


_STORE: dict[str, Callable[[argparse.Namespace, Streams], int]] = {
    "backup": _backup,
    "restore": _restore,
    "verify": _verify,
    "path": _path,
}
