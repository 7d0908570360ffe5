"""What a figure counts and what happened to it, read from the dependency tree of its sentence."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xref.claims.quantities_measures import (
    ABOUT_THINGS,
    AMMUNITION,
    INTRANSITIVE,
    MONEY,
    NOUNS,
    PARTICIPLES,
    VERBS,
    VICTIMS,
)

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_BETWEEN = frozenset(
    [
        "people",
        "persons",
        "person",
        "others",
        "other",
        "more",
        "were",
        "was",
        "have",
        "has",
        "had",
        "been",
        "being",
        "are",
        "is",
        "be",
        "of",
        "them",
        "reported",
        "confirmed",
        "reportedly",
        "believed",
        "feared",
        "presumed",
        "also",
        "either",
        "found",
        "left",
        "declared",
        "pronounced",
        "-",
        "in",
        "total",
        "so",
        "far",
        "now",
        "and",
    ]
)
"""Words that may stand between a figure and its participle: "20 people were reported killed"."""
_PART_BEFORE = re.compile(
    r"(?:\b(?:including|includes?|included|among (?:them|whom|those killed|the dead|the victims)(?: were| was| are)?|of (?:them|whom)|counting|"
    r"(?:some|many|most) of (?:them|whom))\W+(?:(?:also|the|at|least|up to|some|about|more than|as many as|were|was)\W+){0,3})$",
    re.I,
)
_PART_AFTER = re.compile(r"^ (?:of (?:them|whom|the (?:dead|victims|wounded|injured))\b)", re.I)
_TOLL_PATHS = frozenset({"to", "at", "from", "of", "by"})
_BREAK = re.compile(r"[,;:(\d\n–—|]| - ")
"""What no phrase from number to noun runs over."""
_PEOPLE = frozenset({"person", "people", "other"})
_NOT_COUNTED = frozenset(["total", "number", "toll", "average", "rate", "percent", "percentage", "majority"])


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun a figure counts (lemma), where its phrase ends, and the token that stands for it in the tree."""

    lemma: str
    end: int
    node: Token


class Reading:
    """A sentence with the look-ups that figures need.

    Parameters
    ----------
    span : the sentence; offsets are relative to its first character.
    """

    def __init__(self, span: Span) -> None:
        self.span = span
        self.text = span.text
        self.base = span.start_char
        self.tokens: list[Token] = list(span)
        self._starts = [token.idx - self.base for token in self.tokens]

    def index_at(self, offset: int) -> int:
        """Index within the sentence of the token that holds `offset`."""
        return max(0, bisect.bisect_right(self._starts, offset) - 1)

    def end_of(self, token: Token) -> int:
        """Where `token` ends."""
        return int(token.idx - self.base + len(token))

    def holds(self, token: Token) -> bool:
        """Whether `token` is in this sentence part."""
        return self.span.start <= token.i < self.span.end


def counted_by(reading: Reading, digits_end: int, end: int) -> Counted:
    """The noun that the number ending at `digits_end` counts; the number itself where there is none."""
    number = reading.tokens[reading.index_at(digits_end - 1)]
    if re.match(rf" (?:{'|'.join(PARTICIPLES)})\b", reading.text[end:]):
        return Counted("", end, number)
    noun = (
        _hyphened(reading, end)
        or _noun_of_part(reading, end)
        or _of_noun(reading, number, end)
        or _head_noun(reading, number, end)
    )
    noun = noun or _next_noun(reading, reading.index_at(end - 1))
    if noun is None:
        return Counted("", end, number)
    lemma = _lemma(noun)
    if lemma in NOUNS and lemma not in ABOUT_THINGS:
        return Counted(_victims_of(noun, number), max(end, reading.end_of(noun)), noun)
    return Counted("people" if lemma in _PEOPLE else lemma, max(end, reading.end_of(noun)), noun)


def _lemma(noun: Token) -> str:
    """Lemma in lower case; spaCy leaves the plural of proper nouns ("Democrats") as it is."""
    lemma = noun.lemma_.lower()
    return lemma.removesuffix("s") if noun.tag_ == "NNPS" and len(lemma) > 4 else lemma


def _hyphened(reading: Reading, end: int) -> Token | None:
    """ "nine-member panel": the word tied to the number is what it counts."""
    match = re.match(r"-([A-Za-z]{3,})", reading.text[end:])
    if match is None:
        return None
    token = reading.tokens[reading.index_at(end + 1)]
    return token if token.pos_ in ("NOUN", "ADJ", "PROPN") else None


def _noun_of_part(reading: Reading, end: int) -> Token | None:
    """ "12 people, six of them children": the noun behind "of them", when a comma or the end follows."""
    match = re.match(r" of (?:them|whom)(?: were| are)? (?=\w)", reading.text[end:])
    if match is None:
        return None
    token = reading.tokens[reading.index_at(end + match.end())]
    return token if token.pos_ == "NOUN" and token.lower_ not in PARTICIPLES else None


def _of_noun(reading: Reading, number: Token, end: int) -> Token | None:
    """ "dozens of people", "two thirds of voters"; "of them" counts nothing by itself."""
    match = re.match(r" of (?!them\b|whom\b)", reading.text[end:])
    if match is None:
        return None
    of = reading.tokens[reading.index_at(end + 1)]
    noun = next((child for child in of.children if child.dep_ == "pobj" and child.i - of.i <= 6), None)
    if noun is None or noun.pos_ not in ("NOUN", "PROPN") or not reading.holds(noun):
        return _next_noun(reading, of.i - reading.span.start)
    return noun


def _head_noun(reading: Reading, number: Token, end: int) -> Token | None:
    """The noun that the number modifies, when it follows close by."""
    node = number
    for _ in range(4):
        if node.dep_ not in ("nummod", "quantmod", "compound", "amod", "nmod", "advmod", "npadvmod"):
            return None
        if node.head.i <= node.i or not reading.holds(node.head):
            return None
        node = node.head
        if node.pos_ in ("NOUN", "PROPN") and node.i - number.i <= 7:
            return None if _BREAK.search(reading.text[end : node.idx - reading.base]) else node
        if node.pos_ not in ("NUM", "ADJ", "NOUN", "PROPN"):
            return None
    return None


def _next_noun(reading: Reading, index: int) -> Token | None:
    """Where the tree fails: the last noun of the run of nouns that begins within a few words."""
    noun: Token | None = None
    for token in reading.tokens[index + 1 : index + 8]:
        if token.lower_ in PARTICIPLES or token.text in ("-", "–", "—") or "\n" in token.text:
            break
        if token.pos_ in ("NOUN", "PROPN") and not (token.pos_ == "PROPN" and noun is not None and noun.pos_ == "NOUN"):
            noun = token
        elif noun is not None or token.pos_ not in ("ADJ", "DET"):
            break
    if noun is None or noun.tag_ not in ("NNS", "NNPS", "NN") or noun.ent_type_ in ("DATE", "GPE", "PERSON"):
        return None
    return noun


def _victims_of(noun: Token, number: Token) -> str:
    """ "22 civilian deaths": civilians are counted."""
    for child in noun.lefts:
        if (
            child.i > number.i
            and child.dep_ in ("compound", "amod")
            and child.pos_ in ("NOUN", "ADJ")
            and child.lemma_.lower() not in NOUNS
        ):
            return str(child.lemma_.lower()) if child.pos_ == "NOUN" or child.lower_ == "civilian" else ""
    return ""


def measure_of(reading: Reading, counted: Counted, start: int, is_money: bool) -> str:
    """The measure a figure gives, "" when the sentence names none that xref knows."""
    if is_money:
        return _money_measure(counted.node)
    measure = (
        _own_noun(counted)
        or _participle_after(reading, counted)
        or _clause_measure(counted.node)
        or _governed(reading, counted.node)
        or _verb_before(reading, start)
    )
    return "dismissed" if measure == "fired" and counted.lemma not in AMMUNITION else measure


def _verb_before(reading: Reading, start: int) -> str:
    """ "Bombing kills 30, wounds 60": headlines, where the tagger takes the verb for a noun."""
    index = reading.index_at(start) - 1
    if index < 0 or reading.text[start - 1 : start] != " ":
        return ""
    word = reading.tokens[index].lower_
    lemma = word if word in VERBS else word.removesuffix("s")
    return VERBS[lemma] if lemma in VERBS and lemma not in INTRANSITIVE else ""


def _own_noun(counted: Counted) -> str:
    if counted.node.pos_ not in ("NOUN", "ADJ", "VERB", "PROPN"):
        return ""
    return NOUNS.get(counted.node.lemma_.lower(), "") or PARTICIPLES.get(counted.node.lower_, "")


def _participle_after(reading: Reading, counted: Counted) -> str:
    """ "22 dead", "50 people were wounded": the participle follows, and has no object of its own."""
    index = reading.index_at(counted.end - 1) + 1
    for token in reading.tokens[index : index + 5]:
        word = token.lower_
        if word in PARTICIPLES:
            return "" if _has_object(token) or _negated(token) else PARTICIPLES[word]
        if word not in _BETWEEN:
            return ""
    return ""


def _has_object(verb: Token) -> bool:
    """Whether an active verb has an object; in "20 killed, 30 injured" the 30 only look like one."""
    objects = [child for child in verb.children if child.dep_ in ("dobj", "dative")]
    return verb.pos_ == "VERB" and any(not _is_next_toll(child) for child in objects)


def _is_next_toll(noun: Token) -> bool:
    """ "30 others injured": a figure with a participle of its own."""
    if noun.lower_ in PARTICIPLES:
        return True
    following = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    has_number = noun.pos_ == "NUM" or any(child.dep_ == "nummod" for child in noun.children)
    return has_number and following is not None and following.lower_ in PARTICIPLES


def _negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)


def _clause_measure(node: Token) -> str:
    """ "14 people who were killed", "50 civilians injured in the blast"."""
    for child in node.children:
        if child.dep_ in ("acl", "relcl") and child.pos_ in ("VERB", "ADJ"):
            lemma = child.lemma_.lower()
            if lemma in VERBS and (_is_passive(child) or lemma in INTRANSITIVE) and not _has_object(child):
                return VERBS[lemma]
    return ""


def _is_passive(verb: Token) -> bool:
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children):
        return True
    return verb.tag_ == "VBN" and not any(child.dep_ == "aux" for child in verb.children) and not _has_object(verb)


def _governed(reading: Reading, node: Token) -> str:
    """Walks up from the figure to the verb or noun that says what happened."""
    via = ""
    for _ in range(8):
        head, dep = node.head, node.dep_
        if head is node or not reading.holds(head):
            return ""
        if head.pos_ in ("VERB", "AUX"):
            return _by_verb(head, dep, via)
        lemma = head.lemma_.lower()
        if head.pos_ == "ADP":
            if lemma in ("include", "including"):
                via = ""
            elif lemma not in _TOLL_PATHS:
                return ""
            else:
                via = via or lemma
        elif (
            head.pos_ in ("NOUN", "ADJ")
            and lemma in NOUNS
            and via in ("", "of", "at", "to")
            and dep not in ("compound",)
        ):
            return NOUNS[lemma]
        node = head
    return ""


def _by_verb(verb: Token, dep: str, via: str) -> str:
    lemma = verb.lemma_.lower()
    if lemma in VERBS and not via:
        return _role_in(verb, lemma, dep)
    if not via or via in _TOLL_PATHS - {"by", "from"}:
        found = (
            _subject_measure(verb)
            if dep in ("attr", "dobj", "pobj", "prep", "npadvmod", "oprd", "acomp", "nummod", "advmod", "ccomp", "conj")
            else ""
        )
        if found or via:
            return found
    if lemma == "lose" and dep in ("nsubj",):
        return "killed" if any(child.dep_ == "dobj" and child.lemma_ == "life" for child in verb.children) else ""
    return _complement_measure(verb)


def _role_in(verb: Token, lemma: str, dep: str) -> str:
    """The measure, when the figure is whom the verb befell and not who did it."""
    if _negated(verb):
        return ""
    befell = dep in ("dobj", "nsubjpass") or (
        dep == "nsubj" and (lemma in INTRANSITIVE or _is_passive(verb)) and not _has_object(verb)
    )
    return VERBS[lemma] if befell or dep in ("acl", "relcl") else ""


def _subject_measure(verb: Token) -> str:
    """ "The death toll rose to 70", "the number of dead is 15", "put the toll at 24"."""
    for child in verb.children:
        if child.dep_ not in ("nsubj", "nsubjpass", "dobj"):
            continue
        for token in child.subtree:
            word = token.lemma_.lower()
            if word in NOUNS and (
                token is child or child.lemma_ in _NOT_COUNTED or token.dep_ == "compound" or child.lemma_ == "toll"
            ):
                return _tolled(token, child)
            if token.lower_ in PARTICIPLES and child.lemma_ in ("number", "total"):
                return PARTICIPLES[token.lower_]
    if verb.dep_ in ("conj", "xcomp") and verb.head is not verb and verb.head.pos_ == "VERB":
        return _subject_measure(verb.head)
    return ""


def _tolled(token: Token, subject: Token) -> str:
    words = {t.lemma_.lower() for t in subject.subtree}
    return (
        "wounded"
        if "toll" in words and words & {"injury", "wounded", "injured"} and not words & {"death", "dead"}
        else NOUNS[token.lemma_.lower()]
    )


def _complement_measure(verb: Token) -> str:
    """ "left 20 people dead": the complement says it."""
    for child in verb.children:
        if child.dep_ in ("oprd", "acomp", "xcomp", "ccomp") and child.lower_ in PARTICIPLES:
            return PARTICIPLES[child.lower_]
    return ""


def _money_measure(node: Token) -> str:
    for _ in range(6):
        word = node.lemma_.lower()
        if word in MONEY:
            return MONEY[word]
        for child in node.children:
            if child.dep_ in ("nsubj", "attr", "nsubjpass", "dobj") and child.lemma_.lower() in MONEY:
                return MONEY[child.lemma_.lower()]
        if node.head is node:
            return ""
        node = node.head
    return ""


def is_part(reading: Reading, start: int, counted: Counted) -> bool:
    """Whether the figure is announced as a part of another: "including 11 children", "11 of them children"."""
    before = reading.text[max(0, start - 60) : start]
    if _PART_BEFORE.search(before) or _PART_AFTER.match(reading.text[counted.end :]):
        return True
    head = counted.node.head
    if head.lemma_.lower() == "include" and counted.node.dep_ in ("dobj", "pobj", "conj"):
        return True
    if counted.node.dep_ == "conj" and head.i < counted.node.i:
        left = reading.text[max(0, head.idx - reading.base - 60) : head.idx - reading.base]
        return bool(re.search(r"\b(?:including|included|include)\b", left, re.I)) and head.pos_ in ("NOUN", "NUM")
    return False


def listed_victims(reading: Reading, counted: Counted, start: int) -> str | None:
    """Measure of the group whose members are listed ("the dead included"); None when no such group is named."""
    verb = counted.node.head
    if verb.lemma_ not in ("include", "be", "count") or counted.node.lemma_.lower() in NOUNS:
        return None
    for child in verb.children:
        for token in (child, *child.children):
            word = token.lower_ if token.lower_ in VICTIMS else token.lemma_.lower()
            if word in VICTIMS and token is not counted.node and token.idx - reading.base < start:
                return VICTIMS[word]
    return None
