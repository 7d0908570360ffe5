"""One name for every speaker: short forms, spellings, and names that run together with a role."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from xref.origins.company import Company
from xref.origins.evidence import Evidence
from xref.origins.speakers import key_of
from xref.origins.spelling import is_one_name, is_one_word, sounds

_RUN_TOGETHER = re.compile(
    r"^(?P<role>(?:[\w’'-]+ ){0,5}?"
    r"(?:[Ss]pokes(?:man|woman|person)|[Mm]inister|[Dd]irector|[Cc]hief|[Ll]eader|[Ee]nvoy|[Cc]hair(?:man|woman)?|"
    r"[Hh]ead|[Oo]fficial|[Cc]ommander|[Ss]ecretary)) (?P<name>(?:[A-Z][\w’'-]+ ?){2,4})$"
)


_NAME_FIRST = re.compile(
    r"^(?!(?:The|An?|One|Some)\s)(?P<name>(?:[A-Z][\w’'-]+ ){2,4})"
    r"(?P<role>(?:head|director|chief|leader|chair(?:man|woman)|spokes(?:man|woman|person)|member|official) "
    r"(?:of|for|at|with) .+)$"
)
_ADDED_BEFORE = re.compile(
    r"^(?:(?:[Tt]he\s+)?(?:so-called|self-styled|"
    r"[\w’'-]+-(?:based|run|backed|linked|affiliated|led|owned|controlled|aligned))\s+)+(?=[A-Z])"
)
_ADDED_AFTER = re.compile(
    r"(?<=\w)\s+(?:(?:war|rights|human rights|monitoring|advocacy|aid|news|media|watchdog|opposition)\s+)*"
    r"(?:group|monitor|watchdog|organi[sz]ation|network|agency|charity|NGO|company|firm)$"
)
"""Kinds in small letters that a writer adds to a name: `Varn Harbour Watch monitoring group`."""


def with_one_name(evidence: Sequence[Evidence], company: Company) -> list[Evidence]:
    """The evidence with the full name of every named person and organisation, as far as one alone can be meant.

    A short form ("Tenn", "the Council") is led to the one longer name that ends with it in its article, else in the
    articles that keep it company. Two spellings are one name when no article has both, and they stand for one answer or
    in one role.
    """
    split = [_split(_bare(one)) for one in evidence]
    spelt = _spellings(split, company)
    evidence = [_renamed(one, spelt.get(key_of(one.speaker), "")) for one in split]
    names: dict[str, set[str]] = defaultdict(set)
    for one in evidence:
        if _is_name(one):
            names[one.article_id].add(one.speaker)
    longer = _longer({name for here in names.values() for name in here})
    found: dict[tuple[str, str], str] = {}
    for article, here in names.items():
        around = {name for other in company.neighbours(article) for name in names.get(other, ())}
        for name in here:
            found[article, name] = _one(longer[name] & here, longer) or _one(longer[name] & around, longer) or name
    return [_renamed(one, _followed(one, found)) for one in evidence]


def _is_name(one: Evidence) -> bool:
    return one.speaker_kind in ("person", "organisation") and one.speaker[:1].isupper()


def _bare(one: Evidence) -> Evidence:
    """`UK-based Varn Harbour Watch monitoring group` without what the writer added to the name."""
    if one.speaker_kind not in ("person", "organisation"):
        return one
    before = _ADDED_BEFORE.sub("", one.speaker)
    bare = _ADDED_AFTER.sub("", before)
    kept = bare if " " in bare and bare[:1].isupper() else before
    return replace(one, speaker=kept) if kept != one.speaker else one


def _split(one: Evidence) -> Evidence:
    """`Council spokeswoman Nadia Ferhat`, `Nadia Ferhat spokeswoman for the Council`: a name and a role."""
    if not one.speaker[:1].isupper() or one.speaker_kind not in ("person", "organisation", "anonymous"):
        return one
    if told := _RUN_TOGETHER.match(one.speaker) or _NAME_FIRST.match(one.speaker):
        return replace(
            one, speaker=told["name"].strip(), speaker_kind="person", speaker_role=one.speaker_role or told["role"]
        )
    return one


def _renamed(one: Evidence, name: str) -> Evidence:
    return replace(one, speaker=name) if name and name != one.speaker and _is_name(one) else one


def _followed(one: Evidence, found: Mapping[tuple[str, str], str]) -> str:
    """The longer name that a claim's speaker is short for: `Zarim Liberation Council` for `Council`."""
    return found.get((one.article_id, one.speaker), "") if _is_name(one) else ""


def _longer(names: set[str]) -> dict[str, set[str]]:
    """By name, all longer ones that it may be short for, looked for among those that share a first or last word."""
    blocks: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name in sorted(names):
        words = key_of(name).split()
        if words:
            blocks["begins", words[0]].add(name)
            blocks["ends", sounds(words[-1])].add(name)
            blocks["ends", sounds(_head(name)[-1])].add(name)
    found: dict[str, set[str]] = {}
    for name in sorted(names):
        words = key_of(name).split()
        likely = blocks["begins", words[0]] | blocks["ends", sounds(words[-1])] if words else set()
        found[name] = {other for other in likely if _is_short_form(name, other)}
    return found


def _one(fitting: set[str], longer: Mapping[str, set[str]]) -> str:
    """The longest of some names that one may be short for; "" when it is none or several."""
    longest = {one for one in fitting if not longer[one] & fitting}
    by_key = {key_of(one): one for one in sorted(longest)}
    return next(iter(by_key.values())) if len(by_key) == 1 else ""


def _is_short_form(name: str, other: str) -> bool:
    """`Tenn`, `the Council`, `Harbour Watch` of `Varn Harbour Watch`, `the Observatory` of one `for Tides`."""
    short, long = key_of(name).split(), key_of(other).split()
    if not short or len(short) >= len(long):
        return False
    head = _head(other)
    if head != long and len(head) > 1 and len(short[-1]) > 5 and head[-len(short) :] == short:
        return True
    ends = all(is_one_word(a, b) for a, b in zip(short, long[-len(short) :], strict=True))
    begins = len(short) > 1 and list(long[: len(short)]) == list(short)
    return begins or (ends and len(short[-1]) > 2)


def _head(name: str) -> list[str]:
    """`varn observatory` of one `for Tides`."""
    return key_of(re.split(r"\s(?:for|of|on)\s", name, maxsplit=1)[0]).split() or key_of(name).split()


def _spellings(evidence: Sequence[Evidence], company: Company) -> dict[str, str]:
    """The name to use for each that has several spellings, by key: the one that most claims have."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    articles: dict[str, set[str]] = defaultdict(set)
    contexts: dict[str, set[str]] = defaultdict(set)
    for one in evidence:
        key = key_of(one.speaker)
        if _is_name(one) and " " in key:
            told[key][one.speaker] += 1
            articles[key].add(one.article_id)
            contexts[key] |= {company.position(one.claim_id), *_role_words(one)}
    blocks: dict[str, list[str]] = defaultdict(list)
    for key in sorted(told):
        blocks[sounds(key.split()[-1])].append(key)
    found: dict[str, str] = {}
    for block in blocks.values():
        block.sort(key=lambda key: (-told[key].total(), key))
        for at, key in enumerate(block):
            for other in block[:at]:
                if is_one_name(key, other) and not articles[key] & articles[other] and contexts[key] & contexts[other]:
                    name = told[other].most_common(1)[0][0]
                    found[key] = found.get(other, name)
                    break
    return found


def _role_words(one: Evidence) -> set[str]:
    return {word for word in key_of(one.speaker_role).split() if len(word) > 3}
