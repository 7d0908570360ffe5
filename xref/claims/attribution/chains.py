"""Chains: who told whom, which outlet hands a statement on, and from whom the speaker had it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from xref.claims.attribution.model import Frame
from xref.claims.attribution.outlets import OutletFinder
from xref.claims.attribution.speakers import Mention, read_mention
from xref.claims.attribution.subjects import noun_phrase


@dataclass(frozen=True, slots=True)
class Chain:
    """The links of one attribution beyond its speaker."""

    relayed_from: str = ""
    informant: str = ""
    speaker: Mention | None = None
    """Who speaks, where it is not the grammatical subject: `the paper, citing an official, said`."""


def read_chain(doc: Doc, frame: Frame, mention: Mention, finder: OutletFinder) -> Chain:
    """The chain that the words around a cue tell."""
    verb = doc[frame.head]
    quoted = _quoted_as_saying(verb, finder)
    if quoted is not None:
        return quoted
    relay = mention.name if mention.kind == "outlet" else ""
    cited = _cited(verb, finder)
    if cited is not None:
        if cited.kind == "outlet":
            return Chain(cited.name, "", mention if mention.kind != "outlet" else cited)
        return Chain(relay, "", cited) if relay else Chain(_told(verb, finder), cited.name)
    return Chain(relay or _told(verb, finder) or _provided_by(verb, frame, mention, finder))


def _provided_by(verb: Token, frame: Frame, mention: Mention, finder: OutletFinder) -> str:
    """The outlet that a document or video comes from: `a video provided by the X`, `footage aired by Y`."""
    if mention.kind not in ("document", "social") or frame.speaker is None:
        return ""
    noun = verb.doc[frame.speaker[0] : frame.speaker[1]].root
    words = [t.i for t in noun.subtree]
    return finder.inside(verb.doc[words[0] : words[-1] + 1].text)


def _told(verb: Token, finder: OutletFinder) -> str:
    """The outlet a speaker told it: `told Reuters`, `said in an interview with the BBC`."""
    for child in verb.children:
        is_object = child.dep_ in ("dobj", "dative", "pobj")
        if is_object and (outlet := finder.named(child.doc[slice(*noun_phrase(child))].text)):
            return outlet
        if child.dep_ in ("prep", "dative", "advcl") and child.lower_ in (
            "to",
            "in",
            "with",
            "on",
            "by",
            "for",
            "speaking",
        ):
            words = list(child.subtree)
            if outlet := finder.inside(child.doc[words[0].i : words[-1].i + 1].text):
                return outlet
    return ""


def _cited(verb: Token, finder: OutletFinder) -> Mention | None:
    for child in verb.children:
        if child.dep_ in ("advcl", "prep", "acl") and child.lower_ in ("citing", "quoting"):
            noun = next((c for c in child.children if c.dep_ in ("dobj", "pobj")), None)
            if noun is not None:
                return read_mention(noun.doc, noun_phrase(noun), finder)
    return None


def _quoted_as_saying(verb: Token, finder: OutletFinder) -> Chain | None:
    """`AFP quoted the governor as saying ...`: the governor speaks, AFP hands it on."""
    at = verb.head
    if verb.dep_ not in ("pcomp", "advcl", "xcomp", "ccomp") or at.lower_ not in ("as", "quoted", "cited"):
        return None
    quote = at.head if at.lower_ == "as" else at
    if quote.lemma_ not in ("quote", "cite"):
        return None
    source = next((c for c in quote.children if c.dep_ in ("dobj", "nsubjpass")), None)
    if source is None:
        return None
    by = next((c for c in quote.children if c.dep_ in ("nsubj", "agent")), None)
    if by is not None and by.dep_ == "agent":
        by = next((c for c in by.children if c.dep_ == "pobj"), None)
    relay = read_mention(by.doc, noun_phrase(by), finder) if by is not None else None
    return Chain(
        relay.name if relay and relay.kind == "outlet" else "",
        "",
        read_mention(source.doc, noun_phrase(source), finder),
    )
