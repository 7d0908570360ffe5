"""Names of authors out of bylines: "By", roles, agencies in brackets and the word "Staff" taken off."""

from __future__ import annotations

import re

_BY = re.compile(
    r"\A(?:\W|\b(?:by|written by|posted by|story by|reported by|reporting by|words by|from|author|von|par|por)\b:?)*\s*(?=\w)",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*(?:;|,|\||/|•|·|\band\b|\bund\b|&)\s*", re.IGNORECASE)
_TAIL = re.compile(
    r"\s*(?:\(.*\)|\bfor\s+(?:the\s+)?[A-Z].*|\bin\s+[A-Z][\w .]+|\b(?:updated|published|posted)\b.*|[|•–—-]\s.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_NO_NAME = re.compile(
    r"(?:(?:[\w.’'&-]+\s+){0,3}(?:staff|newsroom|desk|editors?|editorial|correspondents?|reporters?|writers?|team|redaktion|agencies|admin(?:istrator)?)"
    r"(?:\s+(?:writers?|reporters?|reports?|and agencies))?|guest|anonymous|unknown|none|null|n/?a|nan|author|user\d*|root|webmaster|contributors?|jr\.?|sr\.?|ph\.?\s?d\.?|m\.?d\.?)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://|www\.|@|\.(?:com|org|net)\b", re.IGNORECASE)
_MAX_WORDS = 6
_MAX_AUTHORS = 20


def authors_of(told: tuple[str, ...]) -> tuple[str, ...]:
    """Authors' names from metadata or bylines, each once, in order; words that name nobody are left out."""
    names: dict[str, str] = {}
    for wording in told:
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
    )
