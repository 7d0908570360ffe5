"""When two spellings are of one name: `Kamil Durani` and `Kamel Dourani`, `Marosh` and `Maroš`."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz

_LIKENESS = 75
"""Smallest likeness of two words that are spellings of one, of 100."""
_SHORTEST = 5
"""Shorter words differ by too little: `John` and `Joan`."""
_SOUNDS = (("kh", "k"), ("sh", "s"), ("ch", "k"), ("gh", "g"), ("ph", "f"), ("dj", "j"), ("ck", "k"), ("q", "k"),
           ("c", "k"), ("w", "v"), ("z", "s"))  # fmt: skip


@lru_cache(maxsize=65536)
def sounds(word: str) -> str:
    """The first letter and the consonants of a word as they are heard, accents and doubled letters left out."""
    plain = _plain(word)
    for written, heard in _SOUNDS:
        plain = plain.replace(written, heard)
    return plain[:1] + re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouh]", "", plain[1:]))


def is_one_word(one: str, other: str) -> bool:
    """Whether two words are one but for accents or the writing of their vowels."""
    a, b = _plain(one), _plain(other)
    if a == b:
        return True
    if min(len(a), len(b)) < _SHORTEST or abs(len(a) - len(b)) > 1 or sounds(one) != sounds(other):
        return False
    # A final vowel tells names of women from names of men: "Maria" and "Mario", "Daniel" and "Danielle".
    ends_alike = a[-1] == b[-1] or not {a[-1], b[-1]} & set("aeiou")
    return ends_alike and fuzz.ratio(a, b) >= _LIKENESS


def is_one_name(one: str, other: str) -> bool:
    """Whether two names have the same words in the same order, each a spelling of the other."""
    a, b = one.split(), other.split()
    return len(a) == len(b) and all(is_one_word(x, y) for x, y in zip(a, b, strict=True))


@lru_cache(maxsize=65536)
def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word.casefold())
    return re.sub(r"(.)\1+", r"\1", "".join(c for c in letters if c.isalpha()).replace("y", "i"))
