"""Noun phrases and stretches of a parsed passage as text, with wordings put in for single tokens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Span, Token

_PAUSES = frozenset({",", "–", "—", "--"})


def phrase(noun: Token, words: Mapping[int, str]) -> str:
    """The noun phrase of `noun` without relative clauses and appositions, pronouns replaced."""
    if words.get(noun.i) and noun.pos_ == "PRON":
        return words[noun.i]
    return joined(noun.doc, phrase_tokens(noun), words).strip()


def phrase_tokens(noun: Token) -> list[int]:
    """The tokens of the noun phrase of `noun` without relative clauses and appositions."""
    skip: set[int] = set()
    for child in noun.children:
        if child.dep_ in ("relcl", "appos", "acl", "punct", "conj", "cc") or child.lower_ == "including":
            skip.update(t.i for t in child.subtree)
    return [t.i for t in noun.subtree if t.i not in skip]


def joined(doc: Doc, tokens: Sequence[int], words: Mapping[int, str]) -> str:
    """The tokens as text; `words` gives wordings in place of single tokens, "" leaves one out."""
    out: list[str] = []
    for at, i in enumerate(tokens):
        if at and i != tokens[at - 1] + 1 and out and not out[-1].endswith(" "):
            out.append(" ")
        if doc[i].text in _PAUSES and _beside_gap(tokens, at):
            continue
        text = words.get(i, doc[i].text)
        out.append(text + (doc[i].whitespace_ if text else ""))
    return "".join(out)


def _beside_gap(tokens: Sequence[int], at: int) -> bool:
    """Whether something was left out right before or after the token, so that a comma there parts nothing."""
    return (at > 0 and tokens[at - 1] + 1 != tokens[at]) or (at + 1 < len(tokens) and tokens[at] + 1 != tokens[at + 1])


def possessive(name: str) -> str:
    """`name` as an owner: `the town’s`; what ends in s takes the mark alone, `the soldiers’`."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def without_possessive(wording: str) -> str:
    """What `possessive` was given, or the wording of a name that is no owner."""
    return wording.removesuffix("’s").removesuffix("’")


def entity_of(token: Token) -> Span:
    """The named entity that the token is a part of, else the token by itself; `Doc.ents` reads the whole passage."""
    doc, start, end = token.doc, token.i, token.i + 1
    if token.ent_iob_ != "O":
        while doc[start].ent_iob_ == "I":
            start -= 1
        while end < len(doc) and doc[end].ent_iob_ == "I":
            end += 1
    return doc[start:end]


def sentence_of(token: Token) -> Span:
    """The sentence of a token as the parser set it; `Token.sent` reads the whole passage for it."""
    doc, start, end = token.doc, token.i, token.i + 1
    while start > 0 and not doc[start].is_sent_start:
        start -= 1
    while end < len(doc) and not doc[end].is_sent_start:
        end += 1
    return doc[start:end]
