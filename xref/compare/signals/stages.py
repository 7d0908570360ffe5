"""Moved on: the later report tells a further stage of the same case, or what the earlier one could not say yet."""

from __future__ import annotations

import re
from functools import lru_cache

from xref.compare.sides import Comparison, Side, is_no_earlier
from xref.compare.signals.names import PERSONS, norms
from xref.compare.signals.signal import Signal, searcher

LADDERS: tuple[tuple[re.Pattern[str], ...], ...] = tuple(
    tuple(re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in ladder)
    for ladder in (
        (
            "suspected|wanted|under investigation",
            "arrested|detained|in custody",
            "charged|indicted|faces? charges",
            "on trial|stands? trial|goes on trial|went on trial",
            "convicted|found guilty|pleads? guilty|pleaded guilty|pled guilty|acquitted|cleared",
            "sentenced|jailed",
        ),
        ("missing|unaccounted for", "found|rescued|dead|died|killed|identified"),
        ("trapped|stranded", "rescued|freed|recovered"),
        ("injured|wounded|in critical condition|in hospital|hospitalised|hospitalized", "died|dead"),
        ("hostage|kidnapped|abducted|held captive", "freed|released|rescued"),
        ("nominated", "confirmed"),
        ("introduced|proposed", "passed|approved|adopted", "signed|took effect|came into force"),
    )
)
"""Stages in the order in which a person's or a bill's case passes them, in words."""
PENDING = re.compile(
    r"\b(?:no|not|n['’]t|never|nobody|neither)\b[^.]{0,60}\b(?:immediate(?:ly)?|yet|so far|clear|known|comment)\b"
    r"|\bunclear\b|\bunknown\b|\byet to\b|\bno(?: one|body)? (?:has )?claimed\b"
    r"|\b(?:declined|refused) to comment\b|\bno comment\b",
    re.IGNORECASE,
)
"""Words that say that something is not known, claimed or said yet."""
_is_pending = searcher(PENDING)


def moved_on(pair: Comparison) -> str:
    """What the later of two reports is to the earlier: `stage`, `answer`, or "" when it does not go beyond it."""
    for first, then in ((pair.a, pair.b), (pair.b, pair.a)):
        if not is_no_earlier(then, first):
            continue
        if _is_pending(first.statement) and not _is_pending(then.statement) and not then.negated:
            return "answer"
        if _is_further(first, then) and _have_one_subject(first, then):
            return "stage"
    return ""


def _is_further(first: Side, then: Side) -> bool:
    if first.quantities or then.quantities:  # tolls count the wounded and the dead side by side
        return False
    return any(0 <= one < two for one, two in zip(_stages(first.statement), _stages(then.statement), strict=True))


@lru_cache(maxsize=200_000)
def _stages(statement: str) -> tuple[int, ...]:
    """The furthest stage of each ladder that a statement tells of, -1 for none."""
    return tuple(
        max((at for at, words in enumerate(ladder) if words.search(statement)), default=-1) for ladder in LADDERS
    )


def _have_one_subject(first: Side, then: Side) -> bool:
    one, two = norms(first, PERSONS), norms(then, PERSONS)
    if one or two:
        return bool(one & two)
    patients = [{r.patient.casefold() for r in side.roles if r.patient} for side in (first, then)]
    return bool(patients[0] & patients[1])


SENTENCES = {
    "stage": "the later report tells a further stage of the same case",
    "answer": "the earlier report says that it is not known yet, the later one tells it",
    "": "",
}

SIGNAL = Signal(
    "stage",
    ("moved_on",),
    lambda pair: (float(bool(moved_on(pair))),),
    lambda pair: SENTENCES[moved_on(pair)],
    lambda pair: frozenset({"update"}),
)
