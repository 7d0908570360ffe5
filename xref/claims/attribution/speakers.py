"""What a speaker's noun phrase tells: name, kind and role."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from xref.claims.attribution.lexicon import (
    ANONYMOUS,
    DOCUMENT,
    MEDIA,
    ORGANISATION,
    PERSON_NOUN,
    PRONOUNS,
    SOCIAL,
    SOCIAL_PLACE,
    SPOKES,
)
from xref.claims.attribution.model import Span
from xref.claims.attribution.outlets import OutletFinder
from xref.claims.phrases import entity_of

_TITLES = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Maj|Sgt|Capt|Prof|Rev|Hon|Sir|Dame|Lord|Lady|President|Senator|Governor|"
    r"Congressman|Congresswoman|Representative|Secretary|Prime|Minister|Chancellor|King|Queen|Prince|Princess|Justice|Judge|"
    r"Mayor|General|Colonel|Captain|Pope|Ambassador|Chairman|Speaker|Sheriff|Attorney)\.?\s+)+"
)
_BASED = re.compile(
    r"^(?:the\s+)?[A-Z][\w.]*-based\s+(?:monitor(?:ing\s+group)?\s+)?(?:the\s+)?(?=[A-Z])", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A speaker as the text names it."""

    name: str
    kind: str
    role: str
    pronoun: str = ""
    """`he`, `she`, `they`, `it`, `i` or `other` when the phrase is a pronoun, else empty."""


def read_mention(doc: Doc, span: Span, finder: OutletFinder) -> Mention:
    """The speaker that the noun phrase `span` names."""
    head = doc[span[0] : span[1]].root
    lower = head.lower_
    if lower in PRONOUNS and not any(t.dep_ == "appos" for t in head.children) and span[1] - span[0] <= 2:
        return Mention(lower, "", "", PRONOUNS[lower])
    text = _plain(doc[span[0] : span[1]].text)
    core = _plain(_core(doc, head, span).text)
    if head.lemma_.lower() not in DOCUMENT and (outlet := finder.named(core)):
        return Mention(outlet, "outlet", "")
    if head.lemma_.lower() in MEDIA or any(t.dep_ == "conj" for t in head.children):
        outlets = finder.all_inside(text)
        if outlets and (len(outlets) > 1 or head.lemma_.lower() in MEDIA):
            return Mention("; ".join(outlets), "outlet", "")
    person, role = _person(doc, head, span)
    if person:
        return Mention(person, "person", role)
    return _by_head(doc, head, core, text)


def _by_head(doc: Doc, head: Token, core: str, text: str) -> Mention:
    lemma = head.lemma_.lower()
    if SPOKES.match(head.lower_):
        organisation = _spoken_for(head) or _entity_in(doc, head, ("ORG", "GPE", "NORP", "FAC"))
        return Mention(
            organisation or core, "organisation" if organisation else "anonymous", text if organisation else ""
        )
    if lemma in SOCIAL or (SOCIAL_PLACE.search(text) and lemma in DOCUMENT):
        return Mention(core, "social", "")
    if head.pos_ != "PROPN" or (head.is_sent_start and not head.ent_type_):
        lemma = lemma if lemma in ANONYMOUS else head.lower_.removesuffix("s")
        if lemma in DOCUMENT:
            return Mention(core, "document", "")
        if lemma in ANONYMOUS or PERSON_NOUN.search(lemma):
            return Mention(text, "anonymous", "")
    return Mention(_BASED.sub("", core) or core, "organisation", "")


def _core(doc: Doc, head: Token, span: Span) -> DocSpan:
    """The phrase up to its head, with the `of`-phrase that belongs to a name, without appositions."""
    end = head.i + 1
    for child in head.children:
        if child.i == end and child.dep_ == "prep" and child.lower_ in ("of", "for", "from", "on", "at", "in", "by"):
            end = min(child.right_edge.i + 1, span[1])
        elif child.i == end and child.dep_ in ("compound", "flat", "case"):
            end = child.i + 1
    return doc[span[0] : max(end, span[0] + 1)]


def _person(doc: Doc, head: Token, span: Span) -> tuple[str, str]:
    """Name and role when the phrase names a person, else two empty texts."""
    named = head
    appositions = [c for c in head.children if c.dep_ == "appos"]
    if head.pos_ == "NOUN" and not appositions and (found := _named_first(doc, head, span)):
        return found
    if head.pos_ != "PROPN":
        named = next((c for c in appositions if c.pos_ == "PROPN" and c.ent_type_ in ("PERSON", "")), head)
    if named.pos_ != "PROPN" or named.ent_type_ in (
        "ORG",
        "GPE",
        "NORP",
        "FAC",
        "LOC",
        "EVENT",
        "PRODUCT",
        "WORK_OF_ART",
        "LAW",
    ):
        return "", ""
    if ORGANISATION.search(doc[span[0] : span[1]].text) and named.ent_type_ != "PERSON":
        return "", ""
    if named == head and named.ent_type_ != "PERSON" and doc[span[0]].lower_ == "the" and not appositions:
        return "", ""
    start = named.i
    while start > span[0] and (
        doc[start - 1].pos_ == "PROPN" or doc[start - 1].ent_type_ == "PERSON" or doc[start - 1].text == "-"
    ):
        start -= 1
    entity = next((e for e in doc[span[0] : span[1]].ents if e.label_ == "PERSON" and e.start <= named.i < e.end), None)
    if entity is not None:
        start = max(start, entity.start) if entity.start <= named.i else start
    end = entity.end if entity is not None else named.i + 1
    name = _TITLES.sub("", _plain(doc[start:end].text))
    name = re.sub(r"['’]s?$", "", name)
    role = _role(doc, named, head, appositions, span, start)
    return name, role


def _named_first(doc: Doc, head: Token, span: Span) -> tuple[str, str] | None:
    """Name and role of `Jane Doe head of the X said`, where no comma parts the two."""
    entity = next((e for e in doc[span[0] : span[1]].ents if e.label_ == "PERSON" and e.start == span[0]), None)
    if entity is None or len(entity) < 2 or not entity.end <= head.i or doc[entity.end].pos_ == "PART":
        return None
    return _TITLES.sub("", _plain(entity.text)), _plain(doc[entity.end : span[1]].text)


def _role(doc: Doc, named: Token, head: Token, appositions: list[Token], span: Span, start: int) -> str:
    if named != head:
        return _plain(doc[span[0] : head.i + 1].text)
    for child in appositions:
        if child.pos_ in ("NOUN", "PROPN") and child.left_edge.i >= named.i:
            right = max([child.i, *(t.i for t in child.subtree if t.dep_ not in ("punct",))])
            return _plain(doc[child.left_edge.i : right + 1].text)
    before = _plain(doc[span[0] : start].text)
    return before if len(before) > 3 else ""


def _spoken_for(head: Token) -> str:
    """The body behind `a spokesman for the U.S. attorney in X`, "" when none is named."""
    for prep in head.children:
        if prep.dep_ == "prep" and prep.lower_ in ("for", "of", "from", "at", "with"):
            body = next((c for c in prep.children if c.dep_ == "pobj"), None)
            if body is not None and any(t.pos_ == "PROPN" for t in body.subtree):
                words = list(body.subtree)
                return re.sub(r"^(?:the|a|an)\s+", "", _plain(head.doc[words[0].i : words[-1].i + 1].text))
    return ""


def _entity_in(doc: Doc, head: Token, labels: tuple[str, ...]) -> str:
    inside = [t for t in head.subtree if t.ent_type_ in labels]
    if not inside:
        return ""
    entity = entity_of(inside[0])
    return _plain(entity.text)


def _plain(text: str) -> str:
    return " ".join(text.split()).strip(' ,;:–—-"“”')
