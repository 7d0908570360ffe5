"""The same words but for a name: a quotation or a fact that two reports pin on two names."""

from __future__ import annotations

from difflib import SequenceMatcher

from rapidfuzz import fuzz

from xref.compare.sides import WORD, Comparison, Side
from xref.compare.signals.signal import Signal

LEAST_SHARED = 0.7
"""Share of the words in common, of the shorter side, below which the sides are not set side by side."""
LEAST_ALIKE = 0.8
SPELLINGS = 80.0
"""Names this alike are two spellings of one (percent)."""
FEWEST_LETTERS = 4
FEWEST = 8
"""Words of the shorter side: in short ones the name is the whole point, and another name another fact."""


def exchanged(pair: Comparison) -> tuple[str, str] | None:
    """The two names, where the sides are worded alike except for one name; else None."""
    shared = len(pair.a.words & pair.b.words)
    if shared < LEAST_SHARED * max(min(len(pair.a.words), len(pair.b.words)), 1):
        return None
    one, two = WORD.findall(pair.a.statement), WORD.findall(pair.b.statement)
    if min(len(one), len(two)) < FEWEST or _is_headline(one) or _is_headline(two):
        return None
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    if matcher.ratio() < LEAST_ALIKE:
        return None
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "replace" and b - a == d - c == 1 and a > 0 and c > 0 and _are_names(pair, one[a], two[c]):
            return one[a], two[c]
    return None


def _is_headline(words: list[str]) -> bool:
    """Whether most words have a capital, which then tells no name."""
    return 2 * sum(word[0].isupper() for word in words) > len(words)


def _are_names(pair: Comparison, one: str, two: str) -> bool:
    """Whether two words are parts of names, and neither is a spelling of the other or stands elsewhere."""
    if fuzz.ratio(one.casefold(), two.casefold()) >= SPELLINGS or one in pair.b.statement or two in pair.a.statement:
        return False
    if min(len(one), len(two)) < FEWEST_LETTERS or one[0] == two[0]:  # a pronoun, a title; "Mike" for "Michael"
        return False
    return all(w[0].isupper() and not _is_of_a_people(side, w) for side, w in ((pair.a, one), (pair.b, two)))


def _is_of_a_people(side: Side, word: str) -> bool:
    """Whether a word names a nation or faith, of which one has many words: "Shia", "Shiite"."""
    return any(word in name.text.split() for name in side.names if name.kind == "other")


def _measure(pair: Comparison) -> tuple[float]:
    return (float(exchanged(pair) is not None),)


def _describe(pair: Comparison) -> str:
    names = exchanged(pair)
    return f"the same words, but “{names[0]}” against “{names[1]}”" if names else ""


SIGNAL = Signal("wording", ("name_exchanged",), _measure, _describe, lambda pair: frozenset({"conflict"}))
