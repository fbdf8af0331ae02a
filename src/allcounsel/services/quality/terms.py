"""Medical words in both languages: a paper explains each that it uses, and spells abbreviations out.

The terms are a closed list: words that a family cannot be expected to know. A new one belongs here too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from allcounsel.domain.handout import Handout, Piece
from allcounsel.services.quality.parts import APPARATUS, WORD_LIST, texts
from allcounsel.services.quality.parts import pieces as pieces_of_paper

_BOLD = re.compile(r"\*\*(.+?)\*\*")


@dataclass(frozen=True, slots=True)
class Term:
    """How a term stands in a text of each language.

    ``told``: what has to stand in the same sentence, for a term that the word list leaves out.
    """

    en: str
    es: str
    told: tuple[str, str] = ("", "")

    def pattern(self, language: str) -> str:
        """How it stands in a text."""
        return self.es if language == "es" else self.en

    def explanation(self, language: str) -> str:
        """What has to stand beside it; empty where the word list explains it."""
        return self.told[language == "es"]


TERMS = {
    "acute lymphoblastic leukaemia": Term(r"acute lymphoblastic", r"linfoblástica aguda"),
    "bone marrow": Term(r"\bmarrow\b", r"\bmédula\b(?! espinal)"),
    "white blood cells": Term(r"white (blood )?cells?\b", r"glóbulos? blancos?"),
    "red blood cells": Term(r"red blood cells?", r"glóbulos? rojos?"),
    "platelets": Term(r"platelets?", r"plaquetas?"),
    "B cells and T cells": Term(
        r"\b[BT][ -]cells?\b(?! leuk| ALL)",
        r"\b(?<!leucemia de )(?<!leucemias de )(?<!LLA de )(?<!CAR )células? [BT]\b",
    ),
    "low blood counts": Term(r"low blood counts", r"recuentos bajos"),
    "immune system": Term(r"immune (system|cells?)", r"sistema inmun|\bdefensas?\b"),
    "antibodies": Term(r"antibod", r"anticuerpos?"),
    "remission": Term(r"remission", r"remisión"),
    "relapse": Term(r"relapse", r"recaídas?"),
    "refractory": Term(r"refractory", r"refractari[ao]"),
    "risk group": Term(r"risk group", r"grupos? de riesgo"),
    "MRD": Term(r"\bMRD\b", r"\bEMR\b|\bMRD\b|residual mínima"),
    "chromosomes and genes": Term(r"chromosome|\bgenes?\b", r"cromosomas?|\bgen(es)?\b"),
    "Philadelphia change": Term(r"Philadelphia", r"Filadelfia"),
    "KMT2A": Term(r"KMT2A", r"KMT2A"),
    "spinal tap": Term(r"spinal tap", r"punción lumbar|punciones lumbares"),
    "intrathecal": Term(r"intrathecal", r"intratecal"),
    "line or port": Term(r"\bport\b|\bline\b(?! that| to write)", r"\bpuerto\b|catéter"),
    "induction": Term(r"\binduction", r"\binducción"),
    "consolidation": Term(r"consolidation", r"consolidación"),
    "maintenance": Term(r"maintenance", r"mantenimiento"),
    "chemotherapy": Term(r"chemotherapy", r"quimioterapia"),
    "chemotherapy medicines": Term(
        r"asparaginase|cyclophosphamide|cytarabine|etoposide|ifosfamide|mercaptopurine|methotrexate|vincristine",
        r"asparaginasa|ciclofosfamida|citarabina|etopósido|ifosfamida|mercaptopurina|metotrexato|vincristina",
    ),
    "anthracyclines": Term(r"anthracyclines?", r"antraciclinas?"),
    "steroids": Term(r"\bsteroids?\b", r"\besteroides?\b"),
    "targeted medicine": Term(r"targeted medicines?", r"medicinas? dirigidas?"),
    "imatinib and dasatinib": Term(r"imatinib|dasatinib", r"imatinib|dasatinib"),
    "immunotherapy": Term(r"immunotherapy", r"inmunoterapia"),
    "blinatumomab": Term(r"blinatumomab", r"blinatumomab"),
    "CAR T cells": Term(r"CAR T", r"CAR T"),
    "inotuzumab": Term(r"inotuzumab", r"inotuzumab"),
    "nelarabine": Term(r"nelarabine", r"nelarabina"),
    "bortezomib": Term(r"bortezomib", r"bortezomib"),
    "daratumumab": Term(r"daratumumab", r"daratumumab"),
    "transplant": Term(r"transplant", r"trasplante"),
    "donor": Term(r"\bdonor", r"\bdonante"),
    "radiation": Term(r"\bradiation\b(?! onco)", r"\bradiación\b"),
    "late effects": Term(r"late effects", r"efectos tardíos"),
    "hormones": Term(r"hormones?", r"hormonas?"),
    "fertility": Term(r"fertility", r"fertilidad"),
    "clinical trial": Term(r"clinical trials?", r"ensayos? clínicos?"),
    "second opinion": Term(r"second opinion", r"segunda opinión"),
    "genetic counselling": Term(r"genetic counsell", r"asesoramiento genético"),
    "palliative care": Term(r"palliative", r"paliativ"),
    "neurologist": Term(r"neurologist", r"neurólog", (r"brain and nerves", r"cerebro y (de )?los nervios")),
    "radiation oncologist": Term(
        r"oncologist", r"oncólog|radioterapeuta", (r"doctor for radiation", r"médico de (la )?radiación")
    ),
    "psychologist": Term(r"psychologist", r"psicólog", (r"fear|sad", r"miedo|trist")),
    "dietitian": Term(r"dietitian", r"dietista|nutricionista", (r"food", r"comida|comer|alimentación")),
    "child-life expert": Term(
        r"child-life", r"vida infantil", (r"tests|feelings", r"pruebas|sentimientos|sientes")
    ),
    "pharmacist": Term(r"pharmacist", r"farmacéutic", (r"medicine", r"medicina")),
    "testosterone": Term(r"testosterone", r"testosterona", (r"a hormone", r"una hormona")),
}

_CAPITALS = re.compile(r"\b[A-ZÁÉÍÓÚÑ][A-Z0-9ÁÉÍÓÚÑ]+\b")
COUNTRIES_AND_NAMES = frozenset({"US", "EE", "UU"})
"""Written in capitals, and no medical word."""
_JOINED = re.compile(r"CAR T|BCR::ABL1")
"""Names of more than one part that the word list explains as one."""


def unexplained(handout: Handout) -> Iterator[str]:
    """The terms that a paper uses and explains neither in its word list nor where they stand."""
    language = handout.choices.language
    read = texts(handout, *APPARATUS)
    listed = " ".join(leads(entries(handout)))
    for name, term in TERMS.items():
        found, told = first(read, term.pattern(language)), term.explanation(language)
        if not found:
            continue
        pattern, where = (told, found) if told else (term.pattern(language), listed)
        if not re.search(pattern, where, re.IGNORECASE):
            yield f"{name}: {found}"


def abbreviations(handout: Handout) -> Iterator[str]:
    """Words in capitals that the paper's word list does not explain."""
    listed = " ".join(piece.plain for piece in entries(handout))
    for text in texts(handout, *APPARATUS):
        found = [*_JOINED.findall(text), *_CAPITALS.findall(_JOINED.sub("", text))]
        for word in found:
            if word not in COUNTRIES_AND_NAMES and word not in listed:
                yield f"{word}: {text}"


def entries(handout: Handout) -> list[Piece]:
    """The paper's own word list."""
    every = (section.id for section in handout.sections)
    return list(pieces_of_paper(handout, *(name for name in every if name != WORD_LIST)))


def first(read: Iterable[str], pattern: str) -> str:
    """The first text in which a term stands; empty where none does."""
    found = re.search(f"^.*(?:{pattern}).*$", "\n".join(read), re.IGNORECASE | re.MULTILINE)
    return found[0] if found else ""


def leads(listed: Iterable[Piece]) -> list[str]:
    """What the entries of a word list explain: their bold words, and the long form of ALL and LLA."""
    listed = tuple(listed)
    named = [lead for piece in listed for lead in _BOLD.findall(piece.text)]
    return [*named, *(piece.plain for piece in listed if piece.plain.startswith(("ALL:", "LLA:")))]
