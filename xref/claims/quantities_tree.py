"""What a figure counts and what happened to it, read from the dependency tree of its sentence."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xref.claims.quantities_measures import ABOUT_THINGS, NOUNS, PARTICIPLES

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_BREAK = re.compile(r"[,;:(\d\n–—|]| - ")
"""What no phrase from number to noun runs over."""
_PEOPLE = frozenset({"person", "people", "other"})
_SEXES = frozenset({"man", "woman", "child"})


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun a figure counts (lemma), where its phrase ends, and the token that stands for it in the tree."""

    lemma: str
    end: int
    node: Token


class Reading:
    """A sentence with the look-ups that figures need.

    Parameters
    ----------
    span : the sentence; offsets are relative to its first character.
    """

    def __init__(self, span: Span) -> None:
        self.span = span
        self.text = span.text
        self.base = span.start_char
        self.tokens: list[Token] = list(span)
        self._starts = [token.idx - self.base for token in self.tokens]

    def index_at(self, offset: int) -> int:
        """Index within the sentence of the token that holds `offset`."""
        return max(0, bisect.bisect_right(self._starts, offset) - 1)

    def end_of(self, token: Token) -> int:
        """Where `token` ends."""
        return int(token.idx - self.base + len(token))

    def holds(self, token: Token) -> bool:
        """Whether `token` is in this sentence part."""
        return self.span.start <= token.i < self.span.end


def counted_by(reading: Reading, digits_end: int, end: int) -> Counted:
    """The noun that the number ending at `digits_end` counts; the number itself where there is none."""
    number = reading.tokens[reading.index_at(digits_end - 1)]
    if re.match(rf" (?:{'|'.join(PARTICIPLES)})\b", reading.text[end:]):
        return Counted("", end, number)
    noun = (
        _hyphened(reading, end)
        or _noun_of_part(reading, end)
        or _of_noun(reading, number, end)
        or _head_noun(reading, number, end)
    )
    noun = noun or _next_noun(reading, reading.index_at(end - 1))
    if noun is None:
        return Counted("", end, number)
    lemma = _lemma(noun)
    if lemma in NOUNS and lemma not in ABOUT_THINGS:
        return Counted(_victims_of(noun, number), max(end, reading.end_of(noun)), noun)
    if lemma in _SEXES and any(c.dep_ == "conj" and c.lemma_.lower() in _SEXES for c in noun.children):
        lemma = "people"  # `120 women and children`
    return Counted("people" if lemma in _PEOPLE else lemma, max(end, reading.end_of(noun)), noun)


def _lemma(noun: Token) -> str:
    """Lemma in lower case; spaCy leaves the plural of proper nouns ("Democrats") as it is."""
    lemma = noun.lemma_.lower()
    return lemma.removesuffix("s") if noun.tag_ == "NNPS" and len(lemma) > 4 else lemma


def _hyphened(reading: Reading, end: int) -> Token | None:
    """ "nine-member panel": the word tied to the number is what it counts."""
    match = re.match(r"-([A-Za-z]{3,})", reading.text[end:])
    if match is None:
        return None
    token = reading.tokens[reading.index_at(end + 1)]
    return token if token.pos_ in ("NOUN", "ADJ", "PROPN") else None


def _noun_of_part(reading: Reading, end: int) -> Token | None:
    """ "12 people, six of them children": the noun behind "of them", when a comma or the end follows."""
    match = re.match(r" of (?:them|whom)(?: were| are)? (?=\w)", reading.text[end:])
    if match is None:
        return None
    token = reading.tokens[reading.index_at(end + match.end())]
    return token if token.pos_ == "NOUN" and token.lower_ not in PARTICIPLES else None


def _of_noun(reading: Reading, number: Token, end: int) -> Token | None:
    """ "dozens of people", "two thirds of voters"; "of them" counts nothing by itself."""
    match = re.match(r" of (?!them\b|whom\b)", reading.text[end:])
    if match is None:
        return None
    of = reading.tokens[reading.index_at(end + 1)]
    noun = next((child for child in of.children if child.dep_ == "pobj" and child.i - of.i <= 6), None)
    if noun is None or noun.pos_ not in ("NOUN", "PROPN") or not reading.holds(noun):
        return _next_noun(reading, of.i - reading.span.start)
    return noun


def _head_noun(reading: Reading, number: Token, end: int) -> Token | None:
    """The noun that the number modifies, when it follows close by."""
    node = number
    for _ in range(4):
        if node.dep_ not in ("nummod", "quantmod", "compound", "amod", "nmod", "advmod", "npadvmod"):
            return None
        if node.head.i <= node.i or not reading.holds(node.head):
            return None
        node = node.head
        if node.pos_ in ("NOUN", "PROPN") and node.i - number.i <= 7:
            return None if _BREAK.search(reading.text[end : node.idx - reading.base]) else node
        if node.pos_ not in ("NUM", "ADJ", "NOUN", "PROPN"):
            return None
    return None


def _next_noun(reading: Reading, index: int) -> Token | None:
    """Where the tree fails: the last noun of the run of nouns that begins within a few words."""
    noun: Token | None = None
    for token in reading.tokens[index + 1 : index + 8]:
        if token.lower_ in PARTICIPLES or token.text in ("-", "–", "—") or "\n" in token.text:
            break
        if token.pos_ in ("NOUN", "PROPN") and not (token.pos_ == "PROPN" and noun is not None and noun.pos_ == "NOUN"):
            noun = token
        elif noun is not None or token.pos_ not in ("ADJ", "DET"):
            break
    if noun is None or noun.tag_ not in ("NNS", "NNPS", "NN") or noun.ent_type_ in ("DATE", "GPE", "PERSON"):
        return None
    return noun


def _victims_of(noun: Token, number: Token) -> str:
    """ "22 civilian deaths": civilians are counted."""
    for child in noun.lefts:
        if (
            child.i > number.i
            and child.dep_ in ("compound", "amod")
            and child.pos_ in ("NOUN", "ADJ")
            and child.lemma_.lower() not in NOUNS
        ):
            return str(child.lemma_.lower()) if child.pos_ == "NOUN" or child.lower_ == "civilian" else ""
    return ""
