"""What a family is never told (evidence 5.4): one list of patterns, for our texts and a clinic's words."""

from __future__ import annotations

import re
import unicodedata

FORBIDDEN = {
    "a promise": r"\bcur(e|es|ed|able)\b|guarante|always works?\b",
    "despair": r"\bterminal\b|no hope\b|hopeless|\bdie[ds]?\b|\bdying\b|\bdeaths?\b|\bfatal\b",
    "a child who failed": r"\bfail(s|ed|ure)?\b",
    "low risk": r"\blow(er|est)?[ -]*risk\b|\brisk\W+low(er|est)?\b",
    "no leukaemia left": r"no (more )?leukaemia (is )?(left|remains)|(free|rid) of leukaemia|leukaemia-free",
    "a certain transplant": r"\bneeds? (a|another|no|the|to have a) (second )?transplant"
    r"|transplant is (needed|necessary|not needed)",
    "certain radiation": r"radiation (is|will be) (needed|necessary|given to (all|every))|needs? radiation",
    "an order": r"\bmust\b|\bshould\b|\bhas to\b|\bhave to (have|get|take)\b|recommend",
    "a dose": r"\b\d+([.,]\d+)? ?(mg|mcg|µg|g|ml|mL|Gy|IU|units?|tablets?)\b|mg/m|\bdoub(le|ling)\b"
    r"|\b(skip|stop) (a|the|any|giving|taking)\b",
    "a schedule": r"\bdaily\b|\bweekly\b|\bday \d|\b(once|twice|\d times) (a|per) (day|week|month)\b"
    r"|\bevery (day|week|month|\d)|\bper (day|week)\b|\bfor \d+ (days|weeks)\b",
    "a limit that is not the clinic's": r"\d ?°|\d degrees",
    "a medicine for fever": r"paracetamol|acetaminophen|ibuprofen|aspirin",
    "waiting": r"until (the )?morning|wait and see|not (an )?emergenc|nothing to worry|not serious",
    "what is on offer": r"available (here|at|in)\b|we offer|\bprices?\b|\bcosts?\b|insurance",
    "blame": r"\bfault\b|because (you|your child) (did|gave|ate|let|forgot|were|was)\b|if you had\b"
    r"|runs in the family|your mistake",
    "a cause that blames": r"caused? by (food|phones?|vaccines?|stress|x-rays?)",
    "race, sex or weight": r"\brac(e|ial)\b|ethnic|\b(boy|girl|male|female)s?\b|\boverweight\b|\bobes",
    "adults": r"\badults?\b|grown-?ups?\b",
    "approval": r"approv|licen[cs]|endors|on behalf of",
    "another child": r"than (another|any other) child|(better|worse) off|\bunlike other\b",
    "a percentage": r"%|per ?cent|\bpercentage",
    "odds": r"\bodds\b|\bsurviv(al|e|ed)\b|\b\d+ (out of|in) \d+|\bhalf of (the|all)\b"
    r"|\b\d+ of (every )?10|\b(one|two|three|four|five|six|seven|eight|nine) (out of|of|in) (every )?ten\b",
    "a bare early or late": r"\b(early|late) relapse",
    "a cheer": r"!",
}
"""By what is wrong with it; looked for without regard to capitals."""

_DASHES = re.compile(r"[\u2010-\u2015\u2212_]")


def forbidden_in(text: str) -> set[str]:
    """What is wrong with a text; empty for one that a family can be shown."""
    plain = seen(text)
    return {what for what, pattern in FORBIDDEN.items() if re.search(pattern, plain, flags=re.IGNORECASE)}


def seen(text: str) -> str:
    """A text as the eye takes it: any dash is a hyphen, any space a space, and what is invisible is gone."""
    visible = "".join(letter for letter in text if unicodedata.category(letter) != "Cf")
    return " ".join(_DASHES.sub("-", unicodedata.normalize("NFKC", visible)).split())
