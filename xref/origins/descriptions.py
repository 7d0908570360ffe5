"""Speakers that an article describes instead of naming: `the minister`, `the company`, `an official`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from xref.origins.evidence import Evidence
from xref.origins.facts import Facts, short

_DEFINITE = re.compile(r"^(?:(?:the|its|their|his|her)\s+|(?=[a-z]))", re.IGNORECASE)
_INDEFINITE = re.compile(r"^(?:an?|one|some|any|two|three|several|many|other|another)\b|s$", re.IGNORECASE)
_AFTER_HEAD = re.compile(r"\s(?:of|for|at|in|from|with|on|to|who|which|that|familiar|close|near|based)\b|,")
_ALSO_CALLED = {
    "head of state": {"president", "king", "queen", "emir", "sultan"},
    "premier": {"prime minister"},
    "prime minister": {"premier"},
    "top diplomat": {"foreign minister"},
    "monarch": {"king", "queen"},
    "monitoring group": {"observatory", "monitor", "watch", "monitoring network"},
    "monitor": {"observatory", "watch", "monitoring group"},
    "war monitor": {"observatory"},
    "watchdog": {"observatory", "watch", "monitor"},
    "rights group": {"human rights", "amnesty"},
    "firm": {"company", "corporation"},
    "company": {"corporation", "firm"},
}
_OFFICIAL = re.compile(
    r"\b(?:member|official|spokes(?:man|woman|person)|minister|secretary|commissioner|commander|governor|mayor|envoy|"
    r"ambassador|adviser)\b",
    re.IGNORECASE,
)
_HIDDEN = re.compile(
    r"anonym|not (?:to )?be (?:named|identified|quoted)|declined to be|not authori[sz]ed|unnamed|unidentified",
    re.IGNORECASE,
)
_LEAD_SENTENCES = 3
_NAMED_WITHIN = 2
"""An article that opens on "an official said" names the official within so many sentences, or hides the name."""


def with_described(evidence: Sequence[Evidence], facts: Facts) -> list[Evidence]:
    """The evidence with the names of those whom their article describes and names, as far as one alone can be meant."""
    found = []
    named: dict[str, list[Evidence]] = {}
    for one in evidence:
        if one.is_named and one.speaker[:1].isupper():
            named.setdefault(one.article_id, []).append(one)
    for one in evidence:
        name, why = _meant(one, facts) or _named_next(one, named.get(one.article_id, []), facts) or ("", "")
        if name:
            kind = "person" if facts.is_person(name) else "organisation"
            one = replace(
                one, speaker=name, speaker_kind=kind, speaker_role=one.speaker_role or one.speaker, settled=why
            )
        found.append(one)
    return found


def _meant(one: Evidence, facts: Facts) -> tuple[str, str] | None:
    """Whom a definite description means: the last named before it of those that it fits."""
    words = one.speaker
    if not words or (one.is_named and words[:1].isupper()) or one.speaker_kind not in ("anonymous", "organisation"):
        return None
    if not _DEFINITE.match(words) or _INDEFINITE.search(_head(words)) or _hides(one, facts):
        return None
    text = facts.text(one.article_id)
    fitting = [name for name in facts.names(one.article_id) if _fits(words, name, facts.told(one.article_id, name))]
    placed = sorted((text.rfind(short(name), 0, one.start + len(one.quote)), name) for name in fitting)
    if not placed or placed[-1][0] < 0:
        return None
    return placed[-1][1], f"{words} is {placed[-1][1]} in {one.path}"


def _head(words: str) -> str:
    """`head of state`, `defence minister`: the description without article and complements."""
    plain = _DEFINITE.sub("", words.strip(), count=1)
    if plain.casefold() in _ALSO_CALLED:
        return plain.casefold()
    return _AFTER_HEAD.split(plain, maxsplit=1)[0].strip()


def _fits(words: str, name: str, told: Sequence[str]) -> bool:
    """Whether what is told of a name has the described office or kind, nationalities left out."""
    head = " ".join(word.casefold() for word in _head(words).split() if not word[:1].isupper())
    if not head:
        return False
    for said in (*told, name):
        plain = said.casefold()
        if all(re.search(rf"\b{re.escape(word)}\b", plain) for word in head.split()):
            return True
        if any(re.search(rf"\b{re.escape(other)}\b", plain) for other in _ALSO_CALLED.get(head, ())):
            return True
    return False


def _named_next(one: Evidence, named: Sequence[Evidence], facts: Facts) -> tuple[str, str] | None:
    """Whom an article names right after it began with "an official said"."""
    if one.speaker_kind != "anonymous" or one.relayed_from or not (one.headline or one.sentence < _LEAD_SENTENCES):
        return None
    if re.search(r"\b(?:two|three|several|some|many)\b|s$", _head(one.speaker)) or _hides(one, facts):
        return None
    after = [n for n in named if 0 <= n.sentence - one.sentence <= _NAMED_WITHIN and n.start > one.start]
    head = _head(re.sub(r"^an?\s+", "", one.speaker)).casefold().split()[-1:] or [""]
    for other in sorted(after, key=lambda n: (n.start, n.claim_id)):
        told = (*facts.told(one.article_id, other.speaker), other.speaker_role)
        is_official = head[0] == "official" and any(_OFFICIAL.search(said) for said in told)
        if is_official or _fits(one.speaker, other.speaker, told):
            return other.speaker, f"{one.speaker} is named as {other.speaker} further down in {one.path}"
    return None


def _hides(one: Evidence, facts: Facts) -> bool:
    """Whether the sentence says that the name is withheld."""
    text = facts.text(one.article_id)
    end = one.start + len(one.quote)
    return bool(_HIDDEN.search(text[max(0, one.start - 60) : end + 140]) or _HIDDEN.search(one.speaker))
