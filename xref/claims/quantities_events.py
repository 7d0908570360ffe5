"""What happened to a counted thing, read from the dependency tree and the words beside the figure."""

from __future__ import annotations

import re
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
from xref.claims.quantities_tree import Counted, Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

_BETWEEN = frozenset({
    "people", "persons", "person", "others", "other", "more", "were", "was", "have", "has", "had", "been", "being",
    "are", "is", "be", "of", "them", "reported", "confirmed", "reportedly", "believed", "feared", "presumed", "also",
    "either", "found", "left", "declared", "pronounced", "-", "in", "total", "so", "far", "now", "and",
})  # fmt: skip
"""Words that may stand between a figure and its participle: "20 people were reported killed"."""
_CROWD_WORDS = frozenset(
    {
        *[
            "dozens",
            "scores",
            "tens",
            "hundreds",
            "thousands",
            "millions",
            "half",
            "thirds",
            "third",
            "quarter",
            "quarters",
        ]
    }
)
_PART_BEFORE = re.compile(
    r"(?:\b(?:including|includes?|included|among (?:them|whom|those killed|the dead|the victims)(?: were| was| are)?"
    r"|of (?:them|whom)|counting|"
    r"(?:some|many|most) of (?:them|whom))\W+(?:(?:also|the|at|least|up to|some|about|more than|as many as|were"
    r"|was)\W+){0,3})$",
    re.I,
)
_PART_OF = re.compile(r" of (?:them|whom|the (?:dead|victims|wounded|injured))\b", re.I)
_OF_VICTIMS = re.compile(r" of the (dead|deceased|wounded|injured|missing)\b", re.I)
_TOLL_PATHS = frozenset({"to", "at", "from", "of", "by"})
_NOT_COUNTED = frozenset(["total", "number", "toll", "average", "rate", "percent", "percentage", "majority"])


def measure_of(reading: Reading, counted: Counted, start: int, is_money: bool) -> str:
    """The measure a figure gives, "" when the sentence names none that xref knows."""
    if is_money:
        return _money_measure(counted.node)
    own = _own_noun(counted)
    if group := _OF_VICTIMS.match(reading.text, counted.end):
        return VICTIMS[group[1].lower()]
    is_thing = counted.lemma in ABOUT_THINGS  # "three hostages were freed": the verb says more than the noun
    measure = (
        ("" if is_thing else own)
        or _participle_after(reading, counted)
        or _clause_measure(counted.node)
        or _governed(reading, counted.node)
        or _verb_before(reading, start)
        or own
    )
    return "dismissed" if measure == "fired" and counted.lemma not in AMMUNITION else measure


def _verb_before(reading: Reading, start: int) -> str:
    """ "Bombing kills 30, wounds 60": headlines, where the tagger takes the verb for a noun."""
    index = reading.index_at(start) - 1
    if index < 0 or reading.text[start - 1 : start] != " ":
        return ""
    word = reading.tokens[index].lower_
    stem = word.removesuffix("ing")
    lemma = next((form for form in (word, word.removesuffix("s"), stem, stem + "e") if form in VERBS), "")
    return VERBS[lemma] if lemma and lemma not in INTRANSITIVE else ""


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
            elif not (lemma == "of" and _is_crowd(head.head)):
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


def _is_crowd(token: Token) -> bool:
    """ "tens", "thousands", "two thirds": the number itself, which "of" ties to its noun."""
    return bool(token.like_num) or token.lower_ in _CROWD_WORDS


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
    befell = dep in ("dobj", "nsubjpass") and not (lemma in INTRANSITIVE and dep == "dobj")
    if dep == "nsubj":
        befell = lemma in INTRANSITIVE or (_is_passive(verb) and not _has_object(verb))
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
            if word == "victim" and child.lemma_ in ("number", "total", "toll"):
                return "casualties"
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
        for word in (node.lemma_.lower(), node.lower_):
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
    if _PART_BEFORE.search(before) or _PART_OF.search(reading.text[start : counted.end + 12]):
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
