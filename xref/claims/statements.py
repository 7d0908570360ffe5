"""Self-contained wording of a claim: attribution off, subject carried over, pronouns and relative dates resolved."""

from __future__ import annotations

import re
from collections.abc import Mapping

from spacy.tokens import Doc, Token

from xref.claims.attribution.quotes import QUOTATION_MARKS
from xref.claims.attribution.subjects import SUBJECTS
from xref.claims.clauses import Clause
from xref.claims.denials import denied_content
from xref.claims.front import without_dateline
from xref.claims.phrases import joined, phrase, phrase_tokens, sentence_of
from xref.claims.roles import subject_of
from xref.claims.verbs import past_tense

_OPENING = r"(?<!\w)['‘](?=\w)"
_CLOSING = r"(?<=[.,!?\w])['’](?!\w)"
_DOUBLE = r"[\"“”«»]|''|``"
_QUOTE_MARKS = re.compile(rf"{_DOUBLE}|{_OPENING}|{_CLOSING}")
_WITHOUT_OPENING = re.compile(rf"{_DOUBLE}|{_CLOSING}(?!(?<=[sS].)\s\w)")
"""Where nothing opens, the mark of `the soldiers’ boat` is an owner's and stays."""
_LEADING = frozenset(
    {
        "and",
        "but",
        "or",
        "that",
        "while",
        "whereas",
        "though",
        "although",
        "because",
        "so",
        "yet",
        "nor",
        "as",
        "since",
        "when",
    }
)

_LINKING = frozenset(
    {"however", "meanwhile", "moreover", "furthermore", "additionally", "separately", "nevertheless", "nonetheless"}
)
"""Adverbs that tie a sentence to the one before and say nothing by themselves."""


def word_statement(doc: Doc, clause: Clause, replaced: Mapping[int, str]) -> str:
    """The clause as a sentence that stands alone.

    Parameters
    ----------
    doc : the parsed passage.
    clause : the clause; its tokens hold no attribution.
    replaced : wordings for single tokens, such as names for pronouns and dates for weekdays ("" leaves a token out).
    """
    tokens = _without_edges(doc, clause)
    words = dict(replaced)
    head = doc[clause.head]
    if denied := denied_content(head, tokens, words):
        return polished(denied)
    lead = ""
    if clause.kind == "relative":
        lead = _relative(doc, head, tokens, words)
    elif clause.kind == "including":
        lead = _whole(doc, head, words)
    elif clause.kind == "embedded":
        lead = _embedded(doc, head, tokens, words)
    elif clause.kind == "apposition":
        lead = f"{phrase(head.head, words)} {_was(head.head)}"
    elif clause.kind == "passive":
        lead = _shared_be(head, words)
    elif clause.kind in ("conjunct", "participle", "main", "adverbial") and not _has_subject(head):
        subject = subject_of(head)
        if (
            subject is not None
            and subject.i not in tokens
            and subject.i < clause.tokens[0]
            and not _quoted_apart(subject, head)
        ):
            lead = f"{phrase(subject, words)} {_shared_modal(head)}".strip()
            if clause.kind == "participle" or (head.tag_ == "VBG" and not any(c.dep_ == "aux" for c in head.children)):
                words[head.i] = past_tense(head.lemma_)
    body = joined(doc, tokens, words)
    return polished(without_dateline(f"{lead} {body}" if lead else body))


def _shared_modal(head: Token) -> str:
    """The auxiliary that a coordinated verb shares with the one before: `would weaken A and [would] call B`."""
    if head.dep_ != "conj" or any(c.dep_ in ("aux", "auxpass") for c in head.children):
        return ""
    if head.tag_ not in ("VB", "VBN"):
        return ""
    lemmas = (
        ("have", "be")
        if head.tag_ == "VBN"
        else ("will", "would", "can", "could", "may", "might", "must", "shall", "should", "do")
    )
    return " ".join(c.text for c in head.head.children if c.dep_ in ("aux", "auxpass") and c.lemma_.lower() in lemmas)


def _quoted_apart(subject: Token, head: Token) -> bool:
    """Whether a quotation mark stands between the two: a quoted sentence has no subject outside its marks."""
    return any(t.text in QUOTATION_MARKS for t in subject.doc[subject.i : head.i])


def _has_subject(head: Token) -> bool:
    return any(c.dep_ in SUBJECTS or c.dep_ in ("expl", "csubj") for c in head.children)


def _without_edges(doc: Doc, clause: Clause) -> list[int]:
    tokens = list(clause.tokens)
    while tokens and (doc[tokens[0]].is_punct or doc[tokens[0]].is_space or _is_leading(doc[tokens[0]], clause)):
        tokens.pop(0)
    while tokens and (
        doc[tokens[-1]].is_space
        or (doc[tokens[-1]].is_punct and doc[tokens[-1]].text not in "%)")
        or doc[tokens[-1]].dep_ == "cc"
    ):
        tokens.pop()
    return tokens


def _is_leading(token: Token, clause: Clause) -> bool:
    if token.lower_ == "that" and token.head.i != clause.head and token.dep_ in ("nsubj", "nsubjpass", "mark"):
        return True  # the `that` of `said that`, misread as a relative pronoun
    if token.lower_ == "after" and token.dep_ == "mark" and token.head.i == clause.head and clause.kind == "adverbial":
        return True  # what came before is asserted as well
    if token.lower_ in _LINKING and token.dep_ in ("advmod", "cc") and token.i == _first_word(token):
        return True
    if token.dep_ in ("mark", "advmod") and token.head.i != clause.head and token.head.dep_ == "advcl":
        return False  # `When the dust settles, he will win` says when
    return token.lower_ in _LEADING and token.dep_ in ("cc", "mark", "advmod", "preconj") and token.i != clause.head


def _first_word(token: Token) -> int:
    return next((t.i for t in sentence_of(token) if t.is_alpha), token.i)


def _embedded(doc: Doc, head: Token, tokens: list[int], words: dict[int, str]) -> str:
    """What must lead a clause that stands inside another: its noun, with a form of `be` before a participle."""
    if head.dep_ == "relcl":
        return _relative(doc, head, tokens, words)
    return f"{phrase(head.head, words)} {_was(head.head)}"


def _was(noun: Token) -> str:
    is_many = noun.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in noun.children)
    return "were" if is_many else "was"


def _shared_be(head: Token, words: Mapping[int, str]) -> str:
    """Subject and `be` of a participle that shares them: `was in Norvia and [was] granted asylum`."""
    subject = subject_of(head)
    auxiliaries = [c.text for c in head.head.children if c.dep_ == "aux" and c.i < head.head.i]
    be = " ".join([*auxiliaries, head.head.text])
    return f"{phrase(subject, words)} {be}" if subject is not None else be


def _relative(doc: Doc, head: Token, tokens: list[int], words: dict[int, str]) -> str:
    """Puts what a relative pronoun stands for in its place; returns what must lead the clause, if anything."""
    antecedent = phrase(head.head, words)
    for i in tokens:
        if doc[i].tag_ in ("WDT", "WP") and doc[i].dep_ == "dobj" and doc[i].head == head and i < head.i:
            first = doc[phrase_tokens(head.head)[0]]
            object_ = antecedent[:1].lower() + antecedent[1:] if first.pos_ == "DET" else antecedent
            words[i] = ""
            words[head.i] = f"{words.get(head.i, head.text)} {object_}{head.whitespace_}"
            return ""
        if doc[i].tag_ in ("WDT", "WP") and doc[i].dep_ in ("nsubj", "nsubjpass", "dobj", "pobj"):
            words[i] = antecedent
            return ""
        if doc[i].tag_ == "WP$":
            words[i] = f"{antecedent}'s"
            return ""
        if doc[i].tag_ == "WRB":
            words[i] = f"In {antecedent}" if doc[i].lower_ == "where" else ""
            return ""
    return antecedent


def _whole(doc: Doc, head: Token, words: dict[int, str]) -> str:
    """`58 people were killed, including 11 children` says of its part: the killed 58 people included 11 children."""
    whole = _counted(head.head)
    words[head.i] = "included"
    if whole.pos_ in ("VERB", "AUX"):
        subject = subject_of(whole)
        return f"{phrase(subject, words)} {whole.text}" if subject is not None else whole.text
    lead = phrase(whole, words)
    verb = whole.head
    if whole.dep_ == "nsubjpass" or (verb.pos_ == "VERB" and verb.tag_ == "VBN"):
        return f"{lead} {verb.text}"
    subject = subject_of(verb) if whole.dep_ == "dobj" and verb.pos_ == "VERB" else None
    if subject is None:
        return lead
    did = " ".join(t.text for t in verb.children if t.dep_ in ("aux", "auxpass") and t.i < verb.i)
    who = phrase(subject, words).strip()
    who = who if subject.pos_ == "PROPN" or who.isupper() else who[:1].lower() + who[1:]
    return f"{lead} that {who} {did} {verb.text}"


def _counted(noun: Token) -> Token:
    """What the part belongs to: the noun itself when it has a number, else the subject of its clause that has one."""
    verb = noun
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    for candidate in (noun, *(c for c in verb.children if c.dep_ in (*SUBJECTS, "dobj"))):
        if candidate.pos_ not in ("VERB", "AUX") and any(c.dep_ == "nummod" for c in candidate.children):
            return candidate
    return noun


def _quote_marks(text: str) -> re.Pattern[str]:
    """What quotation marks look like in `text`."""
    return _QUOTE_MARKS if re.search(_OPENING, text) else _WITHOUT_OPENING


def polished(text: str) -> str:
    """A statement without quotation marks, doubled marks and blanks, with a capital letter."""
    text = " ".join(_quote_marks(text).sub("", text).split())
    text = re.sub(r"\s+([,.;:!?])", r"\1", text)
    text = re.sub(r"([,;:])(?:\s*[,;:])+", r"\1", text).strip(" ,;:–—-")
    return text[:1].upper() + text[1:]
