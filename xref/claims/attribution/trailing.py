"""Attribution that closes a sentence without a comma: `the toll reached 112 the monitoring group said on Sunday`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from spacy.tokens import Doc, Token

from xref.claims.attribution.cues import STANCE_OF_VERB, TALK
from xref.claims.attribution.lexicon import ORGANISATION, SPOKES
from xref.claims.attribution.model import Frame, Span
from xref.claims.phrases import sentence_of

MIN_CONTENT_WORDS = 4
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "PART"})
_BOUND = frozenset({"of", "for", "from", "in", "at", "on", "with"})
_OPENS_TIME = frozenset({"on", "in", "to", "at", "late", "early", "earlier", "later", "via", "today", "yesterday"})
_UNFINISHED = frozenset({"CCONJ", "SCONJ", "ADP", "AUX", "DET", "PRON"})
_REPEATED = frozenset({"word", "thing", "statement", "comment", "remark", "claim", "way", "time", "day", "reason"})


def trailing_frames(doc: Doc, quotes: Sequence[Span], taken: Collection[int]) -> Iterator[Frame]:
    """Attributions at the end of a sentence that the parse does not show.

    Parameters
    ----------
    doc : a parsed passage.
    quotes : token ranges of its quotations.
    taken : heads of the frames that were found already.
    """
    for verb in doc:
        if verb.tag_ not in _FINITE and not _is_misread(verb):
            continue
        lemma = verb.lemma_.lower()
        is_cue = lemma in TALK and verb.i not in taken
        if not is_cue or any(c.dep_ == "neg" for c in verb.lefts):
            continue
        if any(q[0] <= verb.i < q[1] for q in quotes) or (verb.dep_ == "relcl" and verb.head.lemma_ in _REPEATED):
            continue
        start = _speaker_start(verb)
        tail = _tail_end(verb)
        sent = sentence_of(verb)
        if start < 0 or tail < 0 or not _is_sentence(doc, sent.start, start):
            continue
        end = sent.end
        contents = (
            (sent.start, _trimmed_end(doc, start)),
            *(((tail, _trimmed_end(doc, end)),) if tail < end else ()),
        )
        tokens = frozenset(range(start, tail))
        stance = STANCE_OF_VERB.get(lemma, "asserts")
        yield Frame(contents, (verb.i, verb.i + 1), (start, verb.i), verb.i, "indirect", stance, tokens)


def _is_misread(verb: Token) -> bool:
    """Whether a past tense is taken for a participle: `..., the rescue service announced on Wednesday`."""
    noun = verb.head
    return verb.tag_ == "VBN" and verb.dep_ == "acl" and noun.dep_ == "appos" and noun.i == verb.i - 1


def _speaker_start(verb: Token) -> int:
    """First token of the noun phrase that stands before the verb, -1 when none does."""
    doc, first = verb.doc, sentence_of(verb).start
    at = verb.i - 1
    if at <= first or doc[at].pos_ not in ("NOUN", "PROPN", "PRON"):
        return -1
    if doc[at].pos_ == "PRON":
        return at if doc[at].lower_ in ("he", "she", "they", "it") else -1
    while at > first:
        before = doc[at - 1]
        is_inside = doc[at].pos_ != "DET" and (
            before.pos_ in (*_NAMING, "DET")
            or before.dep_ in ("amod", "compound")
            or "-" in (before.text, doc[at].text)
        )
        is_appended = doc[at].pos_ == "DET" and _speaks(before)  # `the monitoring group the Observatory said`
        if not (is_inside or is_appended or _is_bound(before, doc[at])):
            break
        at -= 1
    if doc[at].pos_ != "DET" and doc[at].pos_ != "PROPN":
        return -1
    return at


def _is_bound(preposition: Token, following: Token) -> bool:
    """Whether a preposition ties what follows to a noun that speaks: `a spokesman for the ministry`."""
    if preposition.lower_ not in _BOUND or preposition.i == sentence_of(preposition).start:
        return False
    noun = preposition.doc[preposition.i - 1]
    return (noun.pos_ in ("NOUN", "PROPN") and _speaks(noun)) or (noun.pos_ == "PROPN" and following.pos_ != "DET")


def _speaks(noun: Token) -> bool:
    """Whether the noun names one who speaks: a group, an agency, a spokesman."""
    return bool(ORGANISATION.search(noun.text.capitalize()) or SPOKES.match(noun.lower_) or noun.lower_ in _SPEAKERS)


_SPEAKERS = frozenset({"group", "monitor", "official", "head", "director", "minister", "source", "member", "chief"})


def _tail_end(verb: Token) -> int:
    """Where the words that go with the verb end: before what is said on, or at the sentence's end; -1 for neither."""
    doc, end = verb.doc, sentence_of(verb).end
    after = verb.i + 1
    if after >= end or doc[after].is_punct:
        return end if all(t.is_punct or t.is_space for t in doc[after:end]) else -1
    if doc[after].tag_ == "VBG" or doc[after].lower_ in ("with", "as"):
        return after
    rest = doc[after:end]
    is_short = len(rest) <= 9 and all(t.pos_ not in ("VERB", "AUX") for t in rest)
    opens = doc[after].lower_ in _OPENS_TIME or doc[after].ent_type_ in ("DATE", "TIME")
    return end if is_short and opens else -1


def _is_sentence(doc: Doc, start: int, end: int) -> bool:
    """Whether the words make a statement of their own that nothing ties to what follows."""
    words = [t for t in doc[start:end] if t.is_alpha or t.like_num]
    if len(words) < MIN_CONTENT_WORDS:
        return False
    last = doc[end - 1] if doc[end - 1].text != "," else doc[end - 2]
    if (
        last.is_punct
        or last.pos_ in _UNFINISHED
        or (last.pos_ == "VERB" and last.tag_ != "VBN")
        or last.tag_ in ("WDT", "WP", "WRB")
    ):
        return False
    return any(t.tag_ in ("VBD", "VBZ", "VBP", "MD", "VBN") for t in doc[start:end])


def _trimmed_end(doc: Doc, end: int) -> int:
    while doc[end - 1].is_punct or doc[end - 1].is_space:
        end -= 1
    return end
