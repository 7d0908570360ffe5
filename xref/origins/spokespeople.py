"""Spokespeople speak for their organisation: whom each one speaks for, as some article tells."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from xref.origins.evidence import Evidence
from xref.origins.facts import Facts
from xref.origins.speakers import key_of

_SPOKES = re.compile(r"\bspokes(?:man|men|woman|women|person|people)\b", re.IGNORECASE)
_GENERIC = frozenset(
    {"spokesman", "spokeswoman", "spokesperson", "chief", "official", "a", "an", "the", "its", "their"}
)
_NEAR_SENTENCES = 4


def with_organisations(evidence: Sequence[Evidence], facts: Facts) -> list[Evidence]:
    """The evidence in which a spokesperson speaks for the organisation that the role names or the text before."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    speaking: dict[str, list[Evidence]] = defaultdict(list)
    for one in sorted(evidence, key=lambda e: (e.article_id, e.start, e.claim_id)):
        if one.is_named and one.speaker:
            speaking[one.article_id].append(one)
    organisations = {one.speaker for one in evidence if one.is_named and not _is_spokesperson(one, facts)}
    guessed: dict[str, Counter[str]] = defaultdict(Counter)
    of_claim: dict[str, str] = {}
    for one in evidence:
        if not one.speaker or not _is_spokesperson(one, facts):
            continue
        if name := _named_in_role(one, facts, organisations):
            of_claim[one.claim_id] = name
            told[one.speaker][name] += one.speaker_kind == "person"
        elif name := _before(one, speaking[one.article_id], facts):
            of_claim[one.claim_id] = name
            guessed[one.speaker][name] += one.speaker_kind == "person"
    found = []
    for one in evidence:
        name = of_claim.get(one.claim_id, "")
        if one.speaker_kind == "person":
            name = _agreed(told[one.speaker]) or _agreed(guessed[one.speaker]) or name
        found.append(replace(one, speaks_for=name) if name and key_of(name) != key_of(one.speaker) else one)
    return found


def _agreed(names: Counter[str]) -> str:
    """The one organisation that all articles name for a person, "" when they differ."""
    return next(iter(names)) if len(names) == 1 else ""


def _is_spokesperson(one: Evidence, facts: Facts) -> bool:
    if one.speaker_kind == "anonymous":
        return bool(_SPOKES.search(one.speaker))
    if one.speaker_kind != "person":
        return False
    return any(_SPOKES.search(said) for said in (one.speaker_role, *facts.told(one.article_id, one.speaker)))


def _named_in_role(one: Evidence, facts: Facts, organisations: set[str]) -> str:
    """`Liberation Council spokeswoman`, `a spokesman for Norvel Hydro`: the known organisation that is meant."""
    roles = [
        said
        for said in (one.speaker_role, one.speaker, *facts.told(one.article_id, one.speaker))
        if _SPOKES.search(said)
    ]
    names = [name for name in facts.names(one.article_id) if name in organisations and name != one.speaker]
    best: tuple[int, str] = (0, "")
    for role in roles:
        words = set(key_of(re.sub(_SPOKES, "", role)).split()) - _GENERIC
        for name in names:
            key = key_of(name).split()
            # The role may shorten the name: "Council spokeswoman" of the Zarim Liberation Council.
            shared = len(words & set(key))
            is_shortened = key[-1] in words and not facts.is_person(name)
            if shared and (is_shortened or shared == len(key)):
                best = max(best, (shared, name))
    return best[1]


def _before(one: Evidence, speaking: Sequence[Evidence], facts: Facts) -> str:
    """The organisation that spoke last before a spokesperson of no stated organisation."""
    for other in reversed(speaking):
        near = 0 <= one.sentence - other.sentence <= _NEAR_SENTENCES
        if other.start < one.start and near and other.speaker != one.speaker and not facts.is_person(other.speaker):
            return other.speaker if other.speaker_kind in ("person", "organisation") else ""
    return ""
