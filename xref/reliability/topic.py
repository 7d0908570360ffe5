"""What a cluster is about, in a few words made from its claims: what is counted and where, or a short sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from xref.values import Name, Quantity, from_json

_PLURALS = {
    "person": "people",
    "people": "people",
    "child": "children",
    "man": "men",
    "woman": "women",
    "police": "police",
}
_MOST_WORDS = 14
_CLAUSE_ENDS = re.compile(r"[,;:–—]$")
_LOOSE_ENDS = re.compile(
    r"^(an?|and|as|at|but|by|for|from|in|into|of|on|or|over|that|the|to|under|which|who|with)$", re.I
)


def topic(statements: Sequence[str], quantities: Sequence[str], names: Sequence[str], clearest: str) -> str:
    """A short topic such as "People killed: Rashidin, Aleppo", or `clearest` shortened where nothing is counted.

    Parameters
    ----------
    statements, quantities, names : columns of the cluster's claims, in one order.
    clearest : wording of the leading position.
    """
    if len(statements) < 2:
        return shortened(clearest)
    counted = _most_shared((_counted(q) for q in from_json(Quantity, text)) for text in quantities)
    if not counted:
        return shortened(clearest)
    places = _shared_names(names)
    return f"{counted[0]}: {', '.join(places)}" if places else counted[0]


def shortened(sentence: str) -> str:
    """`sentence` without its full stop; a long one is cut where a clause ends, and the cut is shown."""
    words = sentence.strip().rstrip(".").split()
    if len(words) <= _MOST_WORDS:
        return " ".join(words)
    kept = words[:_MOST_WORDS]
    ends = [at + 1 for at, word in enumerate(kept) if _CLAUSE_ENDS.search(word) and at >= _MOST_WORDS // 2]
    kept = kept[: ends[-1]] if ends else kept
    while len(kept) > 1 and _LOOSE_ENDS.match(kept[-1]):
        kept.pop()
    return " ".join(kept).rstrip(",;:–—") + " …"


def plural(lemma: str) -> str:
    """English plural of a counted lemma: "soldier" gives "soldiers"."""
    head, _, last = lemma.rpartition(" ")
    if last in _PLURALS:
        last = _PLURALS[last]
    elif re.search(r"[^aeiou]y$", last):
        last = last[:-1] + "ies"
    elif re.search(r"(s|x|z|ch|sh)$", last):
        last = last + "es" if not last.endswith("s") else last
    else:
        last += "s"
    return f"{head} {last}".strip()


def _counted(quantity: Quantity) -> str:
    """What a quantity counts or measures, as the head of a topic; "" when it does not tell."""
    if quantity.part or not (quantity.counted or quantity.measure):
        return ""
    thing = plural(quantity.counted) if quantity.counted and not quantity.unit else quantity.counted
    words = f"{thing} {quantity.measure}".strip()
    return words[:1].upper() + words[1:]


def _most_shared(groups: Iterable[Iterable[str]]) -> list[str]:
    """Words that at least two and at least half of the claims share, the most shared first; "" is left out."""
    sets = [set(group) - {""} for group in groups]
    counts = Counter(word for some in sets for word in some)
    enough = max(2, len(sets) / 2)
    return [
        word
        for word, count in sorted(counts.items(), key=lambda item: (-item[1], -len(item[0]), item[0]))
        if count >= enough
    ]


def _shared_names(names: Sequence[str]) -> list[str]:
    """Up to two names that most claims share, as they are written most often."""
    return _most_shared([name.norm or name.text for name in from_json(Name, text)] for text in names)[:2]
