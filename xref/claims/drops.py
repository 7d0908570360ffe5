"""Why a sentence is no claim: question, fragment, opinion, or a block that holds none."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from xref.claims.verbs import FINITE

_APPEAL = re.compile(
    r"\W*(?:sign up (?:for|to|here|now)\b|subscribe (?:to|now|for|here|today)\b|click (?:here|on the link|to)\b"
    r"|(?:please )?follow (?:us|@\w+|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)*) on "
    r"(?:twitter|facebook|instagram|x|telegram|youtube)\b"
    r"|(?:like|join|find) us on (?:twitter|facebook|instagram|x|telegram|youtube|whatsapp)\b"
    r"|(?:get|receive) (?:the latest|our|breaking|more) [\w ]{0,40}\b(?:newsletter|inbox|alerts?|app)\b"
    r"|download (?:our|the) [\w ]{0,20}app\b"
    r"|(?:read|see|watch|listen) (?:more|also|next|the full (?:story|article))\b"
    r"|share this (?:article|story|post|page)\b"
    r"|advertisement\b(?! for)|copyright ©|© ?(?:\d{4}|[A-Z])|all rights reserved"
    r"|support (?:our|independent) (?:newsroom|journalism|work)\b"
    r"|become a (?:patron|member|subscriber)\b"
    r"|(?:have|got) a (?:news )?tip\b|this (?:article|story|post) (?:was|is) (?:originally|first) published\b)",
    re.IGNORECASE,
)
"""Sentences that ask something of the reader or speak of the page."""

_FIRST_PERSON = frozenset({"i", "we", "my", "our", "me", "us"})
_VALUE_WORDS = frozenset(
    [
        "shameful",
        "disgraceful",
        "wonderful",
        "terrible",
        "horrible",
        "awful",
        "great",
        "amazing",
        "fantastic",
        "beautiful",
        "ridiculous",
        "absurd",
        "pathetic",
        "outrageous",
        "stupid",
        "brilliant",
        "sad",
        "unfortunate",
        "tragic",
        "good",
        "bad",
        "better",
        "worse",
        "best",
        "worst",
        "important",
        "wrong",
        "right",
        "clear",
        "obvious",
        "vital",
        "crucial",
        "appalling",
        "despicable",
        "sickening",
        "heartbreaking",
        "inspiring",
        "dangerous",
        "incredible",
        "laughable",
        "remarkable",
        "interesting",
        "ironic",
        "hypocritical",
        "cowardly",
        "deplorable",
        "disturbing",
        "troubling",
    ]
)
_DUTY = frozenset({"should", "must", "ought", "let"})


def drop_reason(sentence: Span, min_words: int, is_headline: bool, is_attributed: bool) -> str:
    """The reason why a sentence is no claim, "" when it is one.

    Parameters
    ----------
    sentence : a sentence of a parsed passage.
    min_words : shorter ones are fragments.
    is_headline : headlines may lack a finite verb.
    is_attributed : someone is quoted or paraphrased; a speaker's judgement is a claim about what was said.
    """
    words = [t for t in sentence if t.is_alpha or t.like_num]
    if not is_headline and _APPEAL.match(sentence.text):
        return "boilerplate"
    if len(words) < min_words:
        return "fragment"
    if _is_question(sentence):
        return "question"
    if not is_headline and not has_predicate(sentence):
        return "fragment"
    if not is_attributed and _is_opinion(sentence):
        return "opinion"
    return ""


def has_predicate(sentence: Span) -> bool:
    """Whether some verb of the sentence is finite or has a subject."""
    if any(_is_finite(t) for t in sentence):
        return True
    words = sum(t.is_alpha for t in sentence)
    return words >= 7 and any(t.tag_ == "VBN" for t in sentence)  # "A fire swept through ..." is often misread


def _is_finite(token: Token) -> bool:
    if token.tag_ in FINITE:
        return True
    return token.pos_ in ("VERB", "AUX") and any(
        c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "expl") for c in token.children
    )


def _is_question(sentence: Span) -> bool:
    marks = [t.text for t in sentence if not t.is_space][-3:]
    return "?" in marks or any(m.startswith("?") for m in marks)


def _is_opinion(sentence: Span) -> bool:
    """Pure evaluation or appeal in the writer's own voice, with nothing in it to check: no name, number or date."""
    if any(t.ent_type_ and t.ent_type_ != "ORDINAL" for t in sentence):
        return False
    lower = {t.lower_ for t in sentence}
    root = sentence.root
    judged = any(c.dep_ in ("acomp", "attr", "advmod") and c.lower_ in _VALUE_WORDS for c in root.children)
    if root.lemma_ == "be" and judged:
        return True
    if any(c.dep_ in ("nsubj",) and c.lower_ in _FIRST_PERSON for c in root.children):
        return True
    return bool(lower & _DUTY) and bool(lower & (_FIRST_PERSON | {"you", "let"}))
