"""Offices and the persons that hold them: "Syrian President Bashar al-Assad"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_OFFICES = (
    "vice president|deputy president|president-elect|president|prime minister|deputy prime minister|foreign minister"
    "|defence minister|"
    "defense minister|finance minister|interior minister|health minister|justice minister|home secretary|foreign "
    "secretary|"
    "defence secretary|defense secretary|secretary of state|secretary-general|secretary general|attorney general"
    "|chancellor|"
    "supreme leader|crown prince|king|queen|emir|sultan|pope|governor|mayor|police chief|army chief|chief executive|"
    "ambassador|special envoy|district attorney|sheriff|speaker"
)
_QUALIFIER = r"(?:former|ex-|acting|interim|deputy|outgoing|late|then-)\s?"
_BEFORE = re.compile(
    rf"(?P<qualifier>{_QUALIFIER})?(?P<who>(?:[A-Z][\w.’'-]+ ){{1,3}})?(?P<office>(?i:{_OFFICES}))\s*,?\s*$"
)
_AFTER = re.compile(
    rf"^,? (?:who is )?(?:the )?(?P<qualifier>{_QUALIFIER})?(?P<who>(?:[A-Z][\w.’'-]+ "
    rf"){{0,3}})(?P<office>(?i:{_OFFICES}))(?: of (?P<place>[A-Z][\w-]+(?: [A-Z][\w-]+)?))?(?=[,.;)])"
)
_MENTION = re.compile(
    rf"\b[Tt]he (?P<who>(?:[A-Z][\w.’'-]+ ){{0,3}})(?P<office>(?i:{_OFFICES}))\b(?: of (?P<place>[A-Z][\w-]+(?: "
    rf"[A-Z][\w-]+)?))?(?! [A-Z]|['’]s (?:office|palace)|-)"
)


def role_key(who: str, office: str, place: str = "", qualifier: str = "") -> str:
    """Comparison form of an office: "syrian president"; "president of syria" keeps its wording."""
    words = [qualifier.strip(" -"), re.sub(r"['’]s?\b", "", who), office, f"of {place}" if place else ""]
    return " ".join(" ".join(words).casefold().replace(".", "").split())


def is_office(title: str) -> bool:
    """Whether a title ends with an office, of which there is one holder: "foreign minister"."""
    return re.search(rf"(?<!\w)(?:{_OFFICES})$", title, re.IGNORECASE) is not None


def stated_roles(doc: Doc) -> Iterator[tuple[str, Span]]:
    """Offices with the person entity that is said to hold them."""
    text = doc.text
    for entity in doc.ents:
        if entity.label_ != "PERSON":
            continue
        before = text[max(0, entity.start_char - 60) : entity.start_char]
        match = _BEFORE.search(before)
        if match and (match["who"] or not re.search(r"\b(?:the|a|an)\s+$", before[: match.start()])):
            yield role_key(match["who"] or "", match["office"], qualifier=match["qualifier"] or ""), entity
        if match := _AFTER.match(text[entity.end_char : entity.end_char + 80]):
            yield role_key(match["who"], match["office"], match["place"] or "", match["qualifier"] or ""), entity
        if match := re.match(rf"(?P<office>(?i:{_OFFICES})) (?=[A-Z])", entity.text):
            who = re.search(r"((?:[A-Z][\w.’'-]+ ){1,3})$", before)
            yield role_key(who[1] if who else "", match["office"]), entity


def mentioned_roles(text: str) -> Iterator[tuple[str, int, int]]:
    """Offices that stand for their holder: key, start and end of "the Syrian president"."""
    if " " not in text:
        return
    for match in _MENTION.finditer(text):
        yield role_key(match["who"], match["office"], match["place"] or ""), match.start(), match.end()
