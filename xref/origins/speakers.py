"""When two speakers' names stand for one: a name within another, initials, an organisation and who speaks for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

_SMALL = frozenset([
    "the", "a", "an", "of", "for", "and", "in", "on", "at", "to", "de", "la", "le", "el", "al", "von", "van",
    "der", "his", "her", "its", "their", "s", "mr", "mrs", "ms", "dr", "sir", "lord", "lady", "gen", "col",
    "lt", "capt", "sgt", "president", "minister", "senator", "sen", "rep", "gov", "governor", "mayor", "judge",
    "spokesman", "spokeswoman", "spokesperson",
])  # fmt: skip
_FOR_SOMEONE = re.compile(
    r"\b(?:spokes(?:man|woman|person)|head|chief|director|chair(?:man|woman|person)?|president|leader|"
    r"founder|member|official|officer|representative|commander|secretary|minister|ministry|commissioner|"
    r"mayor|sheriff|superintendent|lawyer|attorney|adviser|aide|envoy|ambassador|governor|inspector)s?\b",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]*")


@dataclass(frozen=True, slots=True)
class Speaking:
    """A speaker as one claim names them."""

    name: str
    kind: str
    role: str


@lru_cache(maxsize=131072)
def key_of(name: str) -> str:
    """Comparison form of a speaker's or document's name: folded case, without articles, titles and marks."""
    words = [word for word in _plain(name) if word not in _SMALL]
    return " ".join(words or _plain(name))


def is_office(words: str) -> bool:
    """Whether the words give an office in which somebody speaks for others: `head of the harbour board`."""
    return bool(_FOR_SOMEONE.search(words))


def ties(speakers: list[Speaking]) -> list[tuple[str, str, str]]:
    """Pairs of speakers of one statement that are one line, as (key, key, why).

    Two names of persons tie when one is part of the other ("Rahman", "Rami Abdel Rahman"), organisations also by
    initials, a person and an organisation when the person's role or description names the organisation. Roles
    alone ("an official") tie nobody.
    """
    found: dict[tuple[str, str], str] = {}
    for one, other in combinations(sorted(set(speakers), key=lambda s: (key_of(s.name), s.kind, s.role)), 2):
        a, b = key_of(one.name), key_of(other.name)
        if a != b and (why := _why(one, other)):
            found.setdefault((a, b), why)
    return [(a, b, why) for (a, b), why in found.items()]


def _why(one: Speaking, other: Speaking) -> str:
    if one.kind == other.kind == "person":
        return f"{one.name} and {other.name} are one name" if _is_part(one.name, other.name) else ""
    if one.kind == other.kind == "organisation":
        if _is_part(one.name, other.name) or _is_initials(one.name, other.name) or _is_initials(other.name, one.name):
            return f"{one.name} and {other.name} are one organisation"
        return ""
    for person, organisation in ((one, other), (other, one)):
        if (
            organisation.kind == "organisation"
            and person.kind in ("person", "anonymous")
            and _speaks_for(person, organisation)
        ):
            return f"{person.name} speaks for {organisation.name}"
    return ""


def _plain(name: str) -> list[str]:
    return re.sub(r"[^\w\s]+", " ", re.sub(r"['’]s\b", "", name)).casefold().split()


def _is_part(one: str, other: str) -> bool:
    a, b = key_of(one).split(), key_of(other).split()
    short, long = sorted((a, b), key=len)
    return (
        bool(short)
        and len(short[-1]) > 2
        and (long[-len(short) :] == short or (long[: len(short)] == short and len(short) > 1))
    )


def _is_initials(short: str, name: str) -> bool:
    letters = short.strip(". ").replace(".", "")
    if not (2 < len(letters) < 8 and letters.isupper()):
        return False
    words = _CAPITAL.findall(name)
    return len(words) > 1 and letters == "".join(word[0] for word in words)


def _speaks_for(person: Speaking, organisation: Speaking) -> bool:
    """Whether the person's role, or the words that stand for an unnamed one, name the organisation."""
    said = person.role if person.kind == "person" else f"{person.name} {person.role}"
    if not said or not _FOR_SOMEONE.search(said):
        return False
    named = [word for word in key_of(organisation.name).split() if len(word) > 2]
    words = set(_plain(said))
    if named and set(named) <= words:
        return True
    # "the Observatory's head" of the Syrian Observatory: the last capitalised word names it within one statement.
    capitals = [word.casefold() for word in _CAPITAL.findall(re.sub(r"['’]s\b", "", said))]
    last = _plain(organisation.name)
    heads = [word for word in last if word not in _SMALL]
    inner = next((at for at, word in enumerate(last) if word in ("for", "of", "on")), len(last))
    head = next((word for word in reversed(last[:inner]) if word in heads), "")
    return len(head) > 4 and head in capitals
