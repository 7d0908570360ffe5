"""Atomic claims: a sentence cut into the clauses that assert something, each with the tokens it consists of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from xref.claims.attribution.lexicon import word_set
from xref.claims.attribution.quotes import QUOTATION_MARKS
from xref.claims.attribution.subjects import SUBJECTS
from xref.claims.verbs import FINITE

MIN_CLAUSE_WORDS = 4
_SUBORDINATE = frozenset(
    {"after", "before", "while", "as", "when", "because", "although", "though", "since", "whereas", "until"}
)

_EMPTY = frozenset({*SUBJECTS, "advmod", "punct", "cc", "conj", "mark", "aux", "neg"})
"""Dependents of `have`, `do` and `be` that leave unsaid what is had, done or so."""
_PERCEIVING = frozenset({"show", "see", "film", "depict", "find", "capture", "hear", "watch", "catch"})
_HARM = frozenset({"kill", "wound", "injure", "maim", "destroy", "damage", "displace"})
HAPPENINGS = word_set(
    """attack bombing blast explosion strike airstrike raid shooting crash collision fire earthquake flood storm
    landslide protest march rally offensive operation evacuation indictment ruling summit merger takeover outage
    accident derailment eruption ambush hearing election vote visit meeting trial arrest announcement resignation
    sentencing funeral debate verdict lawsuit suit complaint plea launch landing match concert ceremony referendum"""
)
"""Nouns for what happens at a time and a place."""
_ARMS = word_set("bomb mine device rocket missile mortar shell drone grenade warplane jet force gunman bullet")
"""Verbs whose participle tells what an event did, wherever the parser hangs it."""
_GIVEN = frozenset({"grant", "award", "offer", "deny", "assign", "refuse"})
"""Verbs whose past tense after `was ... and` is a passive: `was in Norvia and granted asylum`."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a sentence."""

    head: int
    """Its predicate (or head noun), as a token of the document."""
    tokens: tuple[int, ...]
    """Its own tokens in order; those of its sub-claims are not among them."""
    kind: str
    """`main`, `conjunct`, `passive` (a participle that shares its `was`), `relative`, `adverbial`, `participle`,
    `including`; `embedded`, `apposition`, `described` and `dated` for one inside another."""
    wording: str = ""
    """Its statement, where the tokens are a phrase and no clause."""


def cut(sentence: DocSpan, frames: frozenset[int], max_words: int) -> tuple[Clause, ...]:
    """The clauses of a sentence.

    Parameters
    ----------
    sentence : a sentence of a parsed passage.
    frames : tokens that attribute (speaker, cue), which belong to no clause.
    max_words : a clause longer than this is cut at commas.
    """
    doc = sentence.doc
    heads: dict[int, str] = {}
    for token in sentence:
        if kind := _clause_kind(token, frames):
            heads[token.i] = kind
    if not heads and (predicate := _first_predicate(sentence, frames)) is not None:
        heads[predicate.i] = "main"  # the parser took what is said for a part of who says it
    owner = {t.i: _owner(t, heads, frames, sentence) for t in sentence if t.i not in frames}
    groups: dict[int, list[int]] = {}
    for i, head in owner.items():
        groups.setdefault(head, []).append(i)
    orphans = {h for h in groups if _is_orphan(doc[h], frames)}
    merged = _merged(doc, groups, heads, orphans)
    clauses = [
        Clause(head, tuple(tokens), heads.get(head, "main"))
        for head, tokens in sorted(merged.items(), key=lambda g: g[1][0])
    ]
    parts = (part for clause in clauses for part in _within(sentence, clause, max_words))
    return tuple(part for part in parts if not _is_cut_off(doc, part))


def _first_predicate(sentence: DocSpan, frames: frozenset[int]) -> Token | None:
    verbs = [t for t in sentence if t.pos_ in ("VERB", "AUX") and t.i not in frames and t.tag_ != "VBG"]
    verbs.sort(key=lambda t: (t.dep_ in ("relcl", "acl"), t.i))
    return next((t for t in verbs if t.dep_ not in ("aux", "auxpass")), None)


def _clause_kind(token: Token, frames: frozenset[int]) -> str:
    """The kind of clause that the token heads, "" when it heads none."""
    if token.i in frames:
        return ""
    if token.dep_ == "ROOT" or (
        token.head.i in frames and token.dep_ in ("ccomp", "parataxis", "conj", "advcl", "acl", "xcomp")
    ):
        return "main"
    is_verb = token.pos_ in ("VERB", "AUX")
    if token.dep_ in ("conj", "parataxis", "ccomp") and is_verb and _stands_alone(token):
        return "conjunct"
    if _shares_be(token):
        return "passive"
    if token.dep_ == "relcl" and is_verb and _is_loose(token):
        return "relative"
    if is_result(token) and words_in(token.subtree) >= _fewest("participle"):
        return "participle"
    if token.dep_ == "advcl" and is_verb:
        return _adverbial(token)
    if (
        token.dep_ == "prep"
        and token.lower_ == "including"
        and any(t.like_num or t.ent_type_ == "CARDINAL" for t in token.subtree)
    ):
        return "including"
    return ""


def _stands_alone(token: Token) -> bool:
    """Whether a coordinated verb asserts something of its own: it or the verb before it has something to itself."""
    if token.dep_ == "ccomp":
        return (
            token.i < token.head.i
            and token.head.pos_ in ("VERB", "AUX")
            and any(c.dep_ in SUBJECTS for c in token.children)
        )
    if any(c.dep_ in SUBJECTS or c.dep_ == "expl" for c in token.children):
        return True
    is_quoted = any(t.text in QUOTATION_MARKS for t in token.doc[token.head.i : token.i])
    if not is_quoted and not _is_finite(token) and not _lends_finite(_first_of(token), token):
        return False  # `able to meet the queen and visit the palace` has no subject for its second verb
    before = next((t for t in reversed(token.doc[token.head.i : token.i]) if t.dep_ != "cc" and t.is_alpha), token.head)
    if before.pos_ == "VERB" and before.tag_ == token.tag_:
        return False  # `killing and wounding dozens` shares its object
    between = [
        t for t in token.doc[token.head.i + 1 : token.left_edge.i + 1] if t.is_alpha and t.dep_ not in ("cc", "prt")
    ]
    return (
        token.head.pos_ in ("VERB", "AUX")
        and len([t for t in between if t.i < token.i]) >= 1
        and (words_in(token.subtree) >= MIN_CLAUSE_WORDS or _counts(token.subtree))
    )


def _first_of(verb: Token) -> Token:
    """The first of the verbs that are coordinated with this one."""
    while verb.dep_ == "conj" and verb.head != verb:
        verb = verb.head
    return verb


def _is_finite(verb: Token) -> bool:
    if verb.tag_ in FINITE:
        return True
    return any(c.dep_ in ("aux", "auxpass") and c.tag_ in FINITE for c in verb.children)


def _lends_finite(first: Token, verb: Token) -> bool:
    """Whether the first of coordinated verbs makes a later one finite: an infinitive only with a modal to share.

    `I have no excuses and accept it`: after a present tense what is taken for an infinitive is one as well.
    """
    if verb.tag_ == "VB" and not (first.tag_ == "VBP" and first.pos_ == "VERB"):
        return any(c.dep_ == "aux" and (c.tag_ == "MD" or c.lemma_.lower() == "do") for c in first.children)
    return _is_finite(first)


def _counts(tokens: Iterable[Token]) -> bool:
    """Whether a short clause asserts a figure: `wounded 40`."""
    tokens = list(tokens)
    return words_in(tokens) > 1 and any(t.like_num and t.dep_ in ("nummod", "dobj", "attr") for t in tokens)


def _shares_be(token: Token) -> bool:
    """Whether a coordinated participle takes its `was` from a clause of another kind: `was in Norvia and granted X`."""
    is_passive = token.tag_ == "VBN" or (token.tag_ == "VBD" and token.lemma_.lower() in _GIVEN)  # often misread
    if token.dep_ != "conj" or not is_passive or token.head.lemma_.lower() != "be" or token.head.pos_ != "AUX":
        return False
    has_own = any(c.dep_ in (*SUBJECTS, "aux", "auxpass") for c in token.children)
    placed = any(c.dep_ in ("prep", "advmod", "acomp", "attr") and c.i < token.i for c in token.head.children)
    return placed and not has_own and words_in(token.subtree) >= _fewest("passive")


def _is_loose(token: Token) -> bool:
    """Whether a relative clause adds a fact rather than saying which one is meant."""
    edge = token.left_edge.i
    is_set_off = edge > 0 and token.doc[edge - 1].text in (",", "–", "—", "-", "(")
    return is_set_off and words_in(token.subtree) >= MIN_CLAUSE_WORDS


def _adverbial(token: Token) -> str:
    marks = {c.lower_ for c in token.children if c.dep_ in ("mark", "advmod") and c.i < token.i}
    words = words_in(token.subtree)
    if words < _fewest("participle"):
        return ""
    if words > MIN_CLAUSE_WORDS + 1 and marks & _SUBORDINATE and any(c.dep_ in SUBJECTS for c in token.children):
        return "adverbial"
    if (
        token.tag_ == "VBG"
        and not marks
        and token.head.lemma_.lower() not in _PERCEIVING
        and token.i > token.head.i
        and any(c.dep_ in ("dobj", "ccomp", "prep") for c in token.children)
    ):
        return "participle"
    return ""


def is_result(token: Token) -> bool:
    """Whether a participle says what came of the whole clause: `hit a bus waiting to enter on Friday, killing nine`."""
    if token.tag_ != "VBG" or token.dep_ not in ("acl", "advcl") or not any(c.dep_ == "dobj" for c in token.children):
        return False
    on = token.head
    is_circumstance = on.ent_type_ in ("DATE", "TIME", "GPE", "LOC") and on.dep_ in ("pobj", "npadvmod")
    if is_circumstance or not _harms(token):
        return is_circumstance
    if on.pos_ == "VERB" and on.tag_ in ("VB", "VBG", "VBN"):
        return not any(c.dep_ in SUBJECTS for c in on.children)
    has_subject = any(c.dep_ in SUBJECTS for a in token.ancestors for c in a.children)
    return has_subject and on.dep_ in ("dobj", "pobj") and on.pos_ in ("NOUN", "PROPN") and not _may_harm(on)


def _harms(verb: Token) -> bool:
    """Whether a verb tells of dead, hurt or damage: `killing nine`, `claiming the lives of nine`."""
    takes_lives = verb.lemma_.lower() == "claim" and any(c.lemma_.lower() == "life" for c in verb.children)
    return takes_lives or verb.lemma_.lower() in _HARM


def _may_harm(noun: Token) -> bool:
    """Whether a noun names what kills itself, and not what is hit: `an attack killing nine`, `two gunmen`."""
    lemma = noun.lemma_.lower()
    return lemma in HAPPENINGS or lemma in _ARMS or lemma.endswith(("er", "or", "man"))


def _is_cut_off(doc: Doc, clause: Clause) -> bool:
    """Whether a clause lost what it says to another: `Reuel has strongly` of `has strongly – and twice – denied`."""
    words = [doc[i] for i in clause.tokens if doc[i].is_alpha or doc[i].like_num]
    if not words:
        return True
    last, head = words[-1], doc[clause.head]
    if last.dep_ == "prep" and last.pos_ == "ADP" and not _has_object(last):
        return True
    is_empty = head.lemma_.lower() in ("have", "do", "be") and head.tag_ in ("VBZ", "VBD", "VBP")
    return is_empty and {c.dep_ for c in head.children if c.i in clause.tokens} <= _EMPTY


def _has_object(prep: Token) -> bool:
    return any(c.dep_ in ("pobj", "pcomp", "prep") for c in prep.children) or prep.head.dep_ in ("relcl", "acl")


def words_in(tokens: Iterable[Token]) -> int:
    """How many of the tokens are words or numbers."""
    return sum(t.is_alpha or t.like_num for t in tokens)


def _owner(token: Token, heads: dict[int, str], frames: frozenset[int], sentence: DocSpan) -> int:
    """The clause a token belongs to: the nearest head above it, else the nearest before or after it."""
    at = token
    while True:
        if at.i in heads:
            return at.i
        if at.head == at:
            break
        at = at.head
    near = sorted(heads, key=lambda h: abs(h - token.i))
    return near[0] if near else sentence.root.i


def _is_orphan(head: Token, frames: frozenset[int]) -> bool:
    """Whether a clause can't be worded alone: its predicate is no finite verb, or its subject would be the speaker."""
    if head.dep_ == "conj" and head.head.i in frames and not any(c.dep_ in SUBJECTS for c in head.children):
        return True
    if head.dep_ == "ccomp" and any(c.dep_ in SUBJECTS and c.lower_ == "that" for c in head.children):
        return True  # `reported that ousted president X ...`, misread as a relative clause
    return (
        head.tag_ == "VBN"
        and head.dep_ == "ccomp"
        and not any(c.dep_ in ("aux", "auxpass", *SUBJECTS) for c in head.children)
    )


def _merged(doc: Doc, groups: dict[int, list[int]], heads: dict[int, str], orphans: set[int]) -> dict[int, list[int]]:
    """Groups of too few words join the group whose words stand next to theirs."""
    groups = {h: sorted(t) for h, t in groups.items()}
    while len(groups) > 1:
        small = next((h for h, t in groups.items() if h in orphans or _is_small(doc, t, heads.get(h, ""))), None)
        if small is None:
            break
        tokens = groups.pop(small)
        near = min(groups, key=lambda h: min(abs(i - tokens[0]) for i in groups[h]))
        joined = sorted([*groups[near], *tokens])
        if small not in orphans and doc[small].is_ancestor(doc[near]):
            del groups[near]
            near = small  # the main clause takes in the other, not the other way round
        groups[near] = joined
    return groups


def _is_small(doc: Doc, tokens: Sequence[int], kind: str) -> bool:
    some = [doc[i] for i in tokens]
    return words_in(some) < _fewest(kind) and not (kind == "conjunct" and _counts(some))


def _fewest(kind: str) -> int:
    """Words that a clause must have: less where it gets its subject from outside."""
    return {"including": 0, "passive": 2, "participle": MIN_CLAUSE_WORDS - 1}.get(kind, MIN_CLAUSE_WORDS)


def _within(sentence: DocSpan, clause: Clause, max_words: int) -> list[Clause]:
    """A clause cut at commas until no part has more than `max_words` words."""
    doc = sentence.doc
    if words_in(doc[i] for i in clause.tokens) <= max_words:
        return [clause]
    middle = len(clause.tokens) / 2
    inner = range(MIN_CLAUSE_WORDS, len(clause.tokens) - MIN_CLAUSE_WORDS)
    cuts = [at for at in inner if doc[clause.tokens[at]].text in (",", ";", ":", "–", "—")] or list(inner)
    if not cuts:
        return [clause]
    at = min(cuts, key=lambda c: abs(c - middle)) + 1
    parts = (clause.tokens[:at], clause.tokens[at:])
    return [
        piece
        for part in parts
        for piece in _within(
            sentence, Clause(clause.head if clause.head in part else part[0], part, clause.kind), max_words
        )
    ]
