"""One name for every speaker: short forms, spellings, and names that run together with a role."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
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


def with_one_name(evidence: Sequence[Evidence], company: Company) -> list[Evidence]:
    """The evidence with the full name of every named person and organisation, as far as one alone can be meant.

    A short form ("Tenn", "the Council") is led to the one longer name that ends with it in its article, else in the
    articles that keep it company. Two spellings are one name when no article has both, and they stand for one answer or
    in one role.
    """
    split = [_split(one) for one in evidence]
    spelt = _spellings(split, company)
    evidence = [_renamed(one, spelt.get(key_of(one.speaker), "")) for one in split]
    names: dict[str, set[str]] = defaultdict(set)
    for one in evidence:
        if _is_name(one):
            names[one.article_id].add(one.speaker)
    found: dict[tuple[str, str], str] = {}
    for article, here in names.items():
        around = {name for other in company.neighbours(article) for name in names.get(other, ())}
        for name in here:
            found[article, name] = _longer(name, here) or _longer(name, around) or name
    return [_renamed(one, _followed(one, found)) for one in evidence]


def _is_name(one: Evidence) -> bool:
    return one.speaker_kind in ("person", "organisation") and one.speaker[:1].isupper()


def _split(one: Evidence) -> Evidence:
    """`Council spokeswoman Nadia Ferhat` as a name and a role."""
    if _is_name(one) and (told := _RUN_TOGETHER.match(one.speaker)):
        return replace(
            one, speaker=told["name"].strip(), speaker_kind="person", speaker_role=one.speaker_role or told["role"]
        )
    return one


def _renamed(one: Evidence, name: str) -> Evidence:
    return replace(one, speaker=name) if name and name != one.speaker and _is_name(one) else one


def _followed(one: Evidence, found: Mapping[tuple[str, str], str]) -> str:
    """The longer name that a claim's speaker is short for: `Zarim Liberation Council` for `Council`."""
    return found.get((one.article_id, one.speaker), "") if _is_name(one) else ""


def _longer(name: str, others: Iterable[str]) -> str:
    """The one longer name that ends with `name`, or begins with two words of it; "" when none or several do."""
    key = key_of(name).split()
    fitting = {other for other in others if _is_short_form(key, key_of(other).split())}
    longest = {
        one for one in fitting if not any(_is_short_form(key_of(one).split(), key_of(o).split()) for o in fitting)
    }
    by_key = {key_of(one): one for one in sorted(longest)}
    return next(iter(by_key.values())) if len(by_key) == 1 else ""


def _is_short_form(short: Sequence[str], long: Sequence[str]) -> bool:
    if not short or len(short) >= len(long):
        return False
    ends = all(is_one_word(a, b) for a, b in zip(short, long[-len(short) :], strict=True))
    begins = len(short) > 1 and list(long[: len(short)]) == list(short)
    return begins or (ends and len(short[-1]) > 2)


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
