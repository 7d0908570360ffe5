"""Forms of a name: what is stripped from it, how it is folded, and how its sound is spelled in one way."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

KINDS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "other"}
"""spaCy's labels that are names, and the kind of name each is."""

HONORIFICS = frozenset({
    "mr", "mrs", "ms", "miss", "dr", "prof", "sir", "dame", "lord", "lady", "king", "queen", "prince", "princess",
    "pope", "president", "sen", "rep", "gov", "gen", "general", "lt", "lieutenant", "col", "colonel", "maj", "major",
    "capt", "captain", "sgt", "sergeant", "cpl", "corporal", "admiral", "adm", "brigadier", "rev", "reverend",
})  # fmt: skip
"""Titles that go with a person's name and say nothing that a report would dispute."""
TITLES = HONORIFICS | frozenset({
    "professor", "vice", "prime", "minister", "chancellor", "senator", "representative", "congressman",
    "congresswoman", "governor", "mayor", "judge", "justice", "officer", "detective", "chief", "commander",
    "secretary", "ambassador", "spokesman", "spokeswoman", "spokesperson", "director", "chairman", "chairwoman",
    "attorney", "sheriff", "sheik", "sheikh", "ayatollah", "imam", "father", "bishop", "archbishop", "cardinal",
    "emir", "sultan", "crown", "deputy", "former", "ex", "acting", "leader", "dictator", "billionaire", "actor",
    "actress", "singer", "author", "republican", "democrat", "democratic", "conservative", "labour", "inspector",
    "superintendent", "constable", "lawyer", "activist", "analyst", "then", "late", "mp",
})  # fmt: skip
"""Words before a person's name that are no part of it."""
PARTICLES = frozenset({
    "al", "el", "as", "ash", "an", "ar", "at", "ad", "az", "us", "ul", "bin", "ibn", "bint", "abu", "abd", "van",
    "von", "der", "den", "de", "la", "le", "di", "da", "du", "dos", "del", "st", "ter", "ten", "af",
})  # fmt: skip
_ARABIC = frozenset(["al", "el", "as", "ash", "an", "ar", "at", "ad", "az", "us", "ul"])
SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv", "phd", "md"])
WELL_KNOWN = {
    "us": "United States", "usa": "United States", "united states of america": "United States",
    "america": "United States",
    "united states": "United States", "uk": "United Kingdom", "britain": "United Kingdom",
    "great britain": "United Kingdom",
    "united kingdom": "United Kingdom", "un": "United Nations", "united nations": "United Nations",
    "eu": "European Union",
    "european union": "European Union", "uae": "United Arab Emirates", "nato": "NATO",
    "north atlantic treaty organization": "NATO",
    "who": "World Health Organization", "world health organisation": "World Health Organization",
    "isil": "Islamic State",
    "isis": "Islamic State", "daesh": "Islamic State", "islamic state": "Islamic State", "is group": "Islamic State",
    "icrc": "International Committee of the Red Cross", "imf": "International Monetary Fund", "fbi": "FBI",
    "federal bureau of investigation": "FBI", "cia": "CIA", "central intelligence agency": "CIA",
}  # fmt: skip
"""Countries and bodies that every paper abbreviates without spelling them out: folded form to normal form."""
_EDGE = ' \t\n.,;:!?"“”„«»()[]{}*|–—-/&'
_POSSESSIVE = re.compile(r"(?:['’`]s?|['’`]S)$")


def clean(text: str, kind: str) -> tuple[int, int]:
    """Start and end, within `text`, of the name proper: no article, titles of persons, possessive or punctuation."""
    start, end = 0, len(text)
    while start < end and text[start] in _EDGE + "'’":
        start += 1
    changed = True
    while changed and end > start:
        before = end
        while end > start and text[end - 1] in _EDGE and not _is_initial(text[start:end]):
            end -= 1
        if match := _POSSESSIVE.search(text, start, end):
            end = match.start()
        changed = end != before
    while match := re.match(r"(?:the|a|an)\s+(?=\S)", text[start:end], re.I):
        start += match.end()
    while kind == "person" and (match := re.match(r"([A-Za-z.’'-]+?)\.?\s+(?=\S)", text[start:end])):
        if match[1].strip(".").lower() not in TITLES:
            break
        start += match.end()
    if kind != "organisation" and (digits := re.search(r"\s+\d", text[start:end])):
        end = start + digits.start()
    return start, max(start, end)


def _is_initial(text: str) -> bool:
    """A full stop that belongs to the name: "U.S.", "Jr."."""
    return bool(re.search(r"(?:\b[A-Z]\.)$|\b(?:Jr|Sr|Inc|Ltd|Co|Corp)\.$", text))


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Comparison form: no case, accents, articles, full stops or apostrophes; hyphens are spaces."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    plain = re.sub(r"[.'’`ʿʾ‘]", "", plain.casefold())
    words = re.sub(r"[\W_]+", " ", plain).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words)


def tokens(folded: str) -> list[str]:
    """Words of a folded name without particles and suffixes; the words themselves when nothing else is left."""
    words = folded.split()
    kept = [word for word in words if word not in PARTICLES and word not in SUFFIXES]
    return kept or words


def well_known(surface: str) -> str:
    """Normal form of a country or body that needs no spelling out, "" when it is none; "us" and "who" are words."""
    if len(surface.replace(".", "")) <= 4 and surface != surface.upper() and surface not in ("Isis", "Isil", "Nato"):
        return ""
    return WELL_KNOWN.get(fold(surface), "")


def bare(folded: str) -> str:
    """A folded name without the Arabic article, which papers write or leave out at will."""
    words = folded.split()
    kept = [word for word in words if word not in _ARABIC]
    return " ".join(kept or words)


_SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"(?:kh|gh)", "h"), (r"ph", "f"), (r"[qc]k?(?![h])|ck", "k"), (r"dh", "d"), (r"th", "t"), (r"tch|tsch",
         "ch"), (r"ou|oo|w", "u"),
        (r"ee|ie?y|yy|iy|ij|ii|y", "i"), (r"ai|ay|ei|ey|ae", "e"), (r"aa", "a"), (r"z", "s"), (r"v", "v"), (r"e?h\b",
         ""), (r"(.)\1+", r"\1"),
    )
]  # fmt: skip


@lru_cache(maxsize=65_536)
def spelled(word: str) -> str:
    """One spelling for the sounds that transliterations write differently: shaykhun and sheikhun are "shehun"."""
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word


@lru_cache(maxsize=65_536)
def skeleton(folded: str) -> str:
    """Key of names that may be spellings of one another: their words' consonants, and their number."""
    return " ".join(
        (spelled(word)[:1] if spelled(word)[:1] in "aeiou" else "").replace("e", "a").replace("o", "u")
        + re.sub(r"[aeiou]", "", spelled(word))
        for word in bare(folded).split()
    )


def is_plausible(text: str) -> bool:
    """Whether a cleaned entity can be a name at all."""
    return (
        2 <= len(text) <= 80
        and "\n" not in text
        and any(c.isupper() for c in text)
        and sum(c.isalpha() for c in text) >= 2
        and not re.search(r"\d{3,}|https?:|@|[<>{}|]", text)
        and len(text.split()) <= 9
    )
