"""An accusation and the answer to it: one says that somebody is accused, the other that this somebody denies it.

"Reyes denied the allegations" has no content of its own that a comparison of words could find: what is denied stands in
the accusation.
"""

from __future__ import annotations

import re

from xref.compare.sides import WORD, Comparison, Side, stem
from xref.compare.signals.signal import Signal, searcher

DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied)|denying|reject(?:s|ed|ing)?|disput(?:es?|ed|ing)|refut(?:es?|ed|ing))\s+"
    r"(?:(?!to\b|that\b)[\w’'-]+\s+){0,5}?"
    r"(?:accusations?|allegations?|charges?|claims?|wrongdoing|misconduct|guilt|involvement|responsibility"
    r"|complicity)\b(?!\s+(?:of|that|in|for)\s+(?!(?:any\s+)?(?:wrongdoing|misconduct)\b))",
    re.IGNORECASE,
)
"""A denial that names no content: with "of" or "that" it has some, which other signals compare."""
ACCUSES = re.compile(r"\b(?:accus|alleg|blam|implicat)\w*", re.IGNORECASE)
ACCUSING = frozenset({"accuse", "allege", "blame", "implicate", "claim"})
DENYING = frozenset({"deny", "reject", "dispute", "refute"})
LIGHT = frozenset(
    {"the", "a", "an", "and", "of", "for", "in", "at", "he", "she", "they", "it", "who", "mr", "ms", "mrs", "dr"}
    | {stem(role) for role in ("spokesman", "spokeswoman", "spokesperson", "lawyer", "attorney", "representative")}
    | {stem(word) for word in ("key", "main", "group", "party", "official", "sen", "rep")}
)
"""Words of a description that say nothing of who is meant."""


_speaks_of_denial, _speaks_of_accusation = searcher(DENIES), searcher(ACCUSES)


def _denier(side: Side) -> frozenset[str]:
    """Stems of the name, or else of the description, of who denies an accusation in `side`; empty when nobody does."""
    if side.negated or not _speaks_of_denial(side.canonical):
        return frozenset()
    agents = [role.agent for role in side.roles if role.predicate in DENYING and role.agent]
    return _words(*agents) or _words(side.speaker)


def _accused(side: Side) -> frozenset[str]:
    """Stems of an accusation without those who accuse; empty when `side` is none."""
    if not _speaks_of_accusation(side.canonical) or _speaks_of_denial(side.canonical):
        return frozenset()
    accusing = [role for role in side.roles if role.predicate in ACCUSING]
    if any(role.negated for role in accusing):
        return frozenset()
    return _words(side.canonical) - _words(*(role.agent for role in accusing)) - _words(side.speaker)


def _words(*texts: str) -> frozenset[str]:
    return frozenset(stem(word.casefold()) for text in texts for word in WORD.findall(text)) - LIGHT


def _is_answered(pair: Comparison) -> bool:
    """Whether one side's denier is whom the other side accuses: a word of the name or description in common."""
    return any(bool(_denier(no) & _accused(yes)) for no, yes in ((pair.a, pair.b), (pair.b, pair.a)))


def _describe(pair: Comparison) -> str:
    return "one tells of an accusation, the other that it is denied" if _is_answered(pair) else ""


SIGNAL = Signal(
    "accusation",
    ("accusation_denied",),
    lambda pair: (float(_is_answered(pair)),),
    _describe,
    lambda pair: frozenset({"conflict"}),
)
