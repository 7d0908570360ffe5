"""Names of authors out of bylines: "By", roles, agencies in brackets and the word "Staff" taken off."""

from __future__ import annotations

import re

_BY = re.compile(
    r"\A(?:\W|\b(?:(?:[a-zäöüé]+\s+){0,3}by|from|authors?|autor(?:in|a)?|auteure?|vom|von|par|por|door"
    r"|redaktion|text)\b:?|"
    r"\b(?:geschrieben|verfasst|erstellt|veröffentlicht|gepostet|(?:blog\s?|gast)?beitrag|artikel|text"
    r"|kommentar|pressemitteilung|interview|écrit|publié)"
    r"\s+(?:von|par)\b:?|posted on .{6,40}? by\b|责任编辑|作者|记者)*\s*(?=\w)",
    re.IGNORECASE,
)
_PICTURES = re.compile(
    r"\W*(?:photo\w*|fotos?|bild(?:er)?|image|picture|illustration\w*|video|grafik|graphics?)\b", re.IGNORECASE
)
_SPLIT = re.compile(r"\s*(?:;|,|\||/|•|·|\band\b|\bund\b|&)\s*", re.IGNORECASE)
_TAIL = re.compile(
    r"\s*(?:\(.*\)|@\s.*|\b(?:illustration|foto|photo)\w*\s+(?:von|by)\b.*|\bfor\s+(?:the\s+)?[A-Z].*"
    r"|\bin\s+[A-Z][\w .]+|\b(?:updated|last updated|published|posted|uhr|search for)\b.*"
    r"|\bon\s+(?:[A-Z][a-z]+day,?\s+)?[A-Z][a-z]+\s+\d.*|,?\s*\d{1,2}[. ].*|[|•–—-]\s.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_NO_NAME = re.compile(
    r"(?:(?:[\w.’'&-]+\s+){0,3}(?:staff|newsroom|desk|editors?|editorial|correspondents?|reporters?"
    r"|writers?|team|redaktion|agencies|admin(?:istrator)?)"
    r"(?:\s+(?:writers?|reporters?|reports?|and agencies))?|.*admin\w*|follow|by|human|no author|guest"
    r"|anonymous|unknown|none|null|n/?a|nan|author|user\d*|root|webmaster|contributors?|jr\.?|sr\.?"
    r"|ph\.?\s?d\.?|m\.?d\.?)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://|www\.|@|\.(?:com|org|net)\b", re.IGNORECASE)
_PARTICLES = frozenset(
    (
        *(
            "de",
            "der",
            "den",
            "del",
            "della",
            "di",
            "da",
            "do",
            "dos",
            "du",
            "la",
            "le",
            "van",
            "von",
            "ter",
            "zu",
            "zur",
        ),
        *("al", "el", "bin", "ibn", "ben", "abu", "y", "e", "af", "av", "st"),
    )
)
"""Words in small letters inside a name."""
_MAX_WORDS = 6
_MAX_AUTHORS = 20


def authors_of(told: tuple[str, ...]) -> tuple[str, ...]:
    """Authors' names from metadata or bylines, each once, in order; words that name nobody are left out."""
    names: dict[str, str] = {}
    for wording in told:
        if _PICTURES.match(wording):
            continue
        for name in _SPLIT.split(_BY.sub("", " ".join(wording.split())[:400])):
            name = _TAIL.sub("", _BY.sub("", name)).strip(" \t.,:;-–—*_\"'")
            if is_name(name):
                names.setdefault(name.casefold(), name)
    return tuple(names.values())[:_MAX_AUTHORS]


def is_name(words: str) -> bool:
    """Whether `words` may be a person's name: few words, a letter in front, no address, no "Staff"."""
    return (
        0 < len(words.split()) <= _MAX_WORDS
        and words[0].isalpha()
        and not _ADDRESS.search(words)
        and not _NO_NAME.fullmatch(words)
        and sum(c.isdigit() for c in words) <= 2
        and _is_spelt_like_name(words.split())
    )


def _is_spelt_like_name(words: list[str]) -> bool:
    """Whether every word of several begins with a capital or is a particle as in "van der", the last one never."""
    return len(words) == 1 or (
        all(not word[0].islower() or word in _PARTICLES for word in words) and words[-1] not in _PARTICLES
    )
