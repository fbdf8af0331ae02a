"""What a family is never told (evidence 5.4): one list of patterns, for our texts and a clinic's words."""

from __future__ import annotations

import re
import unicodedata

FORBIDDEN = {
    "a promise": r"\bcur(e|es|ed|able)\b|guarante|always works?\b",
    "despair": r"\bterminal\b|no hope\b|hopeless|\bdie[ds]?\b|\bdying\b|\bdeaths?\b|\bfatal\b",
    "a child who failed": r"\bfail(s|ed|ure)?\b",
    "low risk": r"\blow(er|est)?[ -]*risk\b|\brisk\W+low(er|est)?\b",
    "no leukaemia left": r"no (more )?leukaemia (is )?(left|remains)|(free|rid) of leukaemia"
    r"|leukaemia-free",
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
"""By what is wrong with it, in English; looked for without regard to capitals."""

FORBIDDEN_IN_SPANISH = {
    "a promise": r"\bcur(a|as|ar|an|ó|ará|arán|ad[oa]s?|ables?|ación)\b|garanti[zc]|siempre funciona",
    "despair": r"\bterminal(es)?\b|(sin|no hay|ninguna) esperanza|\bmuer(e|en|tes?|t[oa]s?)\b"
    r"|\bmori(r|rá|rán|ó)\b"
    r"|\bfallec|\bmortal",
    "a child who failed": r"\bfracas|\bfall(a|an|ó|aron|ar|ad[oa])\b",
    "low risk": r"\briesgo\W+(más |muy )?(bajo|mínimo)\b|\b(bajo|menor) riesgo\b",
    "no leukaemia left": r"no (quedan?|hay) (más )?(células de )?leucemia|ya no tiene leucemia"
    r"|(libre|sin) (de )?leucemia",
    "a certain transplant": r"\bnecesit(a|an|as|ará|arán) (un |otro |el |hacerse un )?(segundo )?trasplante"
    r"|trasplante (es|será) (necesari|obligatori)",
    "certain radiation": r"\bnecesit(a|an|as|ará|arán) radiaci|radiación (es|será) (necesari|obligatori)"
    r"|se (da|dará) radiación a tod",
    "an order": r"\bdeb(e|en|es|emos|erá|erán|ería|erían)\b|\b(tienen?|tienes|hay) que\b"
    r"|\brecom[ei]+nd|obligatori",
    "a dose": r"\b\d+([.,]\d+)? ?(mg|mcg|µg|g|ml|mL|Gy|UI|unidad(es)?|tabletas?|pastillas?|comprimidos?)\b"
    r"|mg/m"
    r"|\bdobl(e|ar|en)\b|\bduplic"
    r"|\b(salt(ar|arse|en|arle)|omit\w+|suspend\w+|dej(ar|en|e) de (dar|tomar)) ",
    "a schedule": r"\bdiariamente|\ba diario|\bsemanal"
    r"|\b(una|dos|tres|\d) (vez|veces) (al|por) (día|semana|mes)\b"
    r"|\bcada (día|semana|mes|\d)|\bdía \d|\bpor (día|semana)\b|\bdurante \d+ (días|semanas)",
    "a limit that is not the clinic's": r"\d ?°|\d grados",
    "a medicine for fever": r"paracetamol|acetaminof[eé]n|ibuprofeno|aspirina",
    "waiting": r"hasta (la )?mañana|esperar y ver|no es (una )?(emergencia|urgencia)"
    r"|nada (de|por) qué preocup"
    r"|no es grave",
    "what is on offer": r"disponibles? (aquí|en)\b|\bofrecemos|\bprecios?\b|\bcost(o|os|e|es)\b|aseguradora"
    r"|seguro (médico|de salud)",
    "blame": r"\bculpa\b"
    r"|porque (usted|ustedes|su hijo|su hija) (hizo|hicieron|dio|dieron|comió|olvid)|viene de familia"
    r"|\bsi hubier|su error",
    "a cause that blames": r"(causad|provocad)[oa]s? "
    r"por (la comida|los teléfonos|las vacunas|el estrés|los rayos)",
    "race, sex or weight": r"\braz(a|as|ial)\b|\bracial|\bétnic"
    r"|\b(niñas|var(ón|ones)|hembras?|mujer(es)?|hombres?)\b"
    r"|sobrepeso|\bobes",
    "adults": r"\badult[oa]s?\b|personas mayores",
    "approval": r"\baprob|\baprueb|\bautoriz|\blicencia|\bavalad|en nombre de",
    "another child": r"que (otro|cualquier otro|ningún otro) niño|(mejor|peor) que (los )?otros",
    "a percentage": r"%|por ?ciento|porcentaje",
    "odds": r"\bsobreviv|\bsupervivencia|\b\d+ de (cada )?\d+\b|\bla mitad de (los|todos)\b"
    r"|\b(un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve) de cada (diez|cien)\b",
    "a bare early or late": r"\brecaídas? (tempran|tardí|precoz)",
    "a cheer": r"[!¡]",
}
"""The same in Spanish."""

_BY_LANGUAGE = {"en": FORBIDDEN, "es": FORBIDDEN_IN_SPANISH}

_DASHES = re.compile(r"[\u2010-\u2015\u2212_]")


def forbidden_in(text: str, *languages: str) -> set[str]:
    """What is wrong with a text; empty for one that a family can be shown.

    ``languages``: those it may be written in; all that there are where none is named.
    """
    plain = seen(text)
    patterns = (_BY_LANGUAGE[language] for language in languages or _BY_LANGUAGE)
    return {
        what
        for forbidden in patterns
        for what, pattern in forbidden.items()
        if re.search(pattern, plain, flags=re.IGNORECASE)
    }


def seen(text: str) -> str:
    """A text as the eye takes it: any dash is a hyphen, any space a space, and what is invisible is gone."""
    visible = "".join(letter for letter in text if unicodedata.category(letter) != "Cf")
    return " ".join(_DASHES.sub("-", unicodedata.normalize("NFKC", visible)).split())
