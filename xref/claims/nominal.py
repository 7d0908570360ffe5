"""Facts inside noun phrases: `the rebel-held town of Marun in Terin province`, `harbour board chairman Paul Hadek`.

A report tells in a phrase what another tells in a sentence of its own ("Marun is held by rebels"). Each modifier of
something named is a claim of its own, worded as a sentence; the phrase is its quote.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from xref.claims.clauses import Clause
from xref.claims.descriptions import PLACES
from xref.claims.names_forms import HONORIFICS
from xref.claims.names_roles import is_office
from xref.claims.persons import is_given_name
from xref.claims.phrases import entity_of

_PLACE_KINDS = frozenset({"GPE", "LOC", "FAC"})
_NAMES = frozenset({"PERSON", "ORG", "NORP", "FAC", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART"})
_JOINING = frozenset({"cc", "punct", "det"})
_MOST_WORDS = 14
"""Words of a role; a longer one is misread."""
_MOST_NAMED = 8
"""Words of the names a noun is put before."""
_LOCATING = frozenset({"in", "near", "outside"})


def described(sentence: DocSpan) -> tuple[Clause, ...]:
    """The facts that the noun phrases of a sentence tell of something named, with their wording."""
    found: dict[tuple[int, int], Clause] = {}
    for token in sentence:
        facts = _OF_PART.get(token.dep_, ())
        facts = (*facts, _roles) if token.ent_type_ == "PERSON" else facts
        for facts_of in facts:
            for clause in facts_of(token):
                found.setdefault((clause.tokens[0], clause.tokens[-1]), clause)
    return tuple(found.values())


def _compounds(token: Token) -> Iterator[Clause]:
    """`rebel-held`, `British-based` on a noun that is named or definite."""
    if token.tag_ != "VBN" or token.i < 2 or token.nbor(-1).text != "-":
        return
    by = token.nbor(-2)
    if by.head != token or by.dep_ != "npadvmod" or token.head.pos_ not in ("NOUN", "PROPN"):
        return
    if subject := _subject(token.head):
        words = _undetermined(token.doc[token.left_edge.i : token.i + 1])
        if by.pos_ == "PROPN" and by.ent_type_ in _PLACE_KINDS and token.lower_ == "based":
            words = f"based in {token.doc[by.left_edge.i : by.i + 1].text}"
        yield _clause(token.head, token.left_edge.i, f"{subject} {_be(token.head)} {words}")


def _peoples(token: Token) -> Iterator[Clause]:
    """`the Shiite villages of A and B`."""
    if token.ent_type_ != "NORP" or token.head.lemma_.lower() not in PLACES:
        return
    noun = token.head
    names = _names_of(noun)
    if names and token.text not in names:
        words = _undetermined(noun.doc[token.left_edge.i : noun.i + 1])
        article = "" if _is_many(noun) else "a "
        yield _clause(noun, token.left_edge.i, f"{names} {_be(noun)} {article}{words}")


def _places(token: Token) -> Iterator[Clause]:
    """`the town of A in B province`, `A, in northern B`."""
    if token.lower_ not in _LOCATING or token.i < token.head.i:
        return
    noun = token.head
    place = next((c for c in token.children if c.dep_ == "pobj"), None)
    if place is None or not any(t.ent_type_ in _PLACE_KINDS for t in place.subtree):
        return
    is_named = noun.pos_ == "PROPN" and noun.ent_type_ in _PLACE_KINDS
    subject = _name(noun) if is_named else _names_of(noun) if noun.lemma_.lower() in PLACES else ""
    if subject and subject not in place.doc[token.i : place.i + 1].text:
        start, end = (entity_of(noun).start if is_named else noun.i), place.i + 1
        wording = f"{subject} {_be(noun)} {token.doc[token.i : end].text}"
        yield Clause(noun.i, tuple(range(start, end)), "described", wording)


def _roles(token: Token) -> Iterator[Clause]:
    """`board chairman Paul Hadek`, `Paul Hadek, chair of the board`, `Hadek's lawyer, Elena Brandt`."""
    entity, doc = entity_of(token), token.doc
    if token != entity.root:
        return
    start, name = _title_start(entity), entity.start
    while name > start and _goes_with_name(doc[name - 1]):
        name -= 1
    if start < name and entity.text[0].isupper() and (wording := _title(doc[start:name])):
        who = _unowned(doc[name : entity.end].text)
        yield Clause(token.i, tuple(range(start, entity.end)), "described", f"{who} is {wording}")
    for noun in (c for c in token.children if c.dep_ == "appos" and c.pos_ == "NOUN"):
        if _is_role(noun):
            role = doc[noun.left_edge.i : noun.right_edge.i + 1]
            tokens = tuple(range(entity.start, role.end))
            yield Clause(token.i, tokens, "described", f"{_name(token)} is {role.text.rstrip(' ,')}")
    noun = token.head
    if token.dep_ == "appos" and noun.pos_ == "NOUN" and _is_role(noun) and noun.i < entity.start:
        role = doc[noun.left_edge.i : entity.start]
        tokens = tuple(range(role.start, entity.end))
        yield Clause(noun.i, tokens, "described", f"{_name(token)} is {role.text.rstrip(' ,')}")


def _goes_with_name(word: Token) -> bool:
    return is_given_name(word.lower_) or word.lower_.strip(".") in HONORIFICS


def _title_start(entity: DocSpan) -> int:
    """Where the words that modify a person's name begin; the name's own first token when none do."""
    start = entity.start
    for child in sorted(entity.root.children, key=lambda c: -c.i):
        if child.right_edge.i == start - 1 and child.dep_ in ("compound", "amod", "poss", "nmod"):
            start = child.left_edge.i
    return start


def _title(words: DocSpan) -> str:
    """A title as what someone is, "" for one that says nothing of its own: "brother", "his brother"."""
    last = words[-1]
    if last.pos_ not in ("NOUN", "PROPN") or last.ent_type_ in _NAMES:
        return ""
    if sum(t.is_alpha for t in words) < 2:
        return ""
    if any(t.pos_ in ("PRON", "VERB") or (t.is_punct and t.text != "-") for t in words):
        return ""
    has_own = words[0].dep_ == "det" or any(t.dep_ == "case" for t in words)
    if has_own or not words.text[0].islower() or is_office(words.text):
        return words.text
    return f"{'an' if words.text[0] in 'aeiou' else 'a'} {words.text}"


def _is_role(noun: Token) -> bool:
    """Whether a noun says of what someone is the head, lawyer or member, with no clause inside."""
    if any(t.dep_ in ("relcl", "acl", "ccomp", "advcl", "conj") or t.pos_ == "PRON" for t in noun.subtree):
        return False
    of_what = [
        c
        for c in noun.children
        if c.dep_ in ("poss", "compound") or (c.dep_ == "prep" and c.lower_ in ("of", "for", "at"))
    ]
    return bool(of_what) and noun.right_edge.i - noun.left_edge.i < _MOST_WORDS


def _undetermined(words: DocSpan) -> str:
    return words[1:].text if words[0].dep_ == "det" else words.text


def _clause(noun: Token, start: int, wording: str) -> Clause:
    """From the modifier to the end of the name."""
    after = [c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"]
    named = [t.i for c in after for t in c.subtree if t.ent_type_ in _NAMES]
    end = max([noun.i, entity_of(noun).end - 1, *named])
    return Clause(noun.i, tuple(range(start, end + 1)), "described", wording)


def _subject(noun: Token) -> str:
    """What a noun phrase is of: its name, else the noun with its article if that is definite; "" if neither."""
    name = _name(noun) if noun.ent_type_ in _NAMES else _names_of(noun)
    if name:
        return name
    first = next((c for c in noun.children if c.dep_ == "det" and c.lower_ in ("the", "these", "those")), None)
    if first is None:
        return ""
    inner = [t for t in noun.doc[first.i + 1 : noun.i] if t.dep_ in ("nummod", "compound") and t.head == noun]
    return " ".join(t.text for t in (first, *inner, noun))


def _names_of(noun: Token) -> str:
    """The names that a noun is put before: `towns of A and B`, `town A`; "" for none."""
    of = [c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"] if noun.lemma_.lower() in PLACES else []
    first = next((c for prep in of for c in prep.children if c.dep_ == "pobj" and c.pos_ == "PROPN"), None)
    if first is not None:
        kept = [t.i for t in first.subtree if t.pos_ == "PROPN" or t.ent_type_ in _NAMES or t.dep_ in _JOINING]
        words = noun.doc[kept[0] : kept[-1] + 1].text
        return words.rstrip(" ,") if len(words.split()) <= _MOST_NAMED else ""
    named = next((c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.ent_type_ in _NAMES), None)
    if named is not None:
        return _name(named)
    compounds = [c for c in noun.children if c.dep_ == "compound" and c.pos_ == "PROPN" and c.ent_type_ != "NORP"]
    return noun.doc[compounds[0].left_edge.i : noun.i + 1].text if compounds else ""


def _name(token: Token) -> str:
    words = _unowned(entity_of(token).text)
    return words[4:] if words.lower().startswith("the ") else words


def _unowned(words: str) -> str:
    return words.removesuffix("'s").removesuffix("’s")


def _is_many(noun: Token) -> bool:
    return noun.tag_ in ("NNS", "NNPS")


def _be(noun: Token) -> str:
    return "are" if _is_many(noun) and noun.pos_ == "NOUN" else "is"


_OF_PART: dict[str, tuple[Callable[[Token], Iterator[Clause]], ...]] = {
    "amod": (_compounds, _peoples),
    "compound": (_peoples,),
    "prep": (_places,),
}
"""What a token of each part of a phrase may say; names of persons have `_roles`."""
