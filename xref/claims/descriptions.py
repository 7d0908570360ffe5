"""Definite descriptions: which name `the town` or `the senator` stands for, and which attack `the attack`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from xref.claims.attribution.lexicon import word_set
from xref.claims.attribution.model import Normaliser
from xref.claims.passages import SPOKEN_KINDS, Article
from xref.claims.phrases import sentence_of

PLACES = word_set("town city village province district region governorate county island peninsula suburb neighbourhood")
_BODIES = word_set(
    "group company firm organisation organization agency ministry party union bank retailer movement militia charity "
    "committee university institute airline manufacturer watchdog newspaper network startup"
)
_PERSONS = {
    "senator": "Sen",
    "congressman": "Rep|Congressman",
    "congresswoman": "Rep|Congresswoman",
    "representative": "Rep|Representative",
    "governor": "Gov|Governor",
    "mayor": "Mayor",
    "judge": "Judge",
    "justice": "Justice",
    "sheriff": "Sheriff",
    "general": "Gen|General",
    "colonel": "Col|Colonel",
    "bishop": "Bishop",
    "archbishop": "Archbishop",
    "professor": "Prof|Professor",
    "lawmaker": "Sen|Senator|Rep|Congressman|Congresswoman",
}
_KIND = {
    **dict.fromkeys(PLACES, "place"),
    **dict.fromkeys(_BODIES, "organisation"),
    **dict.fromkeys(_PERSONS, "person"),
}
_TOLD_OF = word_set(
    "attack bombing blast explosion strike airstrike raid shooting crash collision fire earthquake flood storm "
    "landslide protest march rally lawsuit suit case complaint bill law deal agreement treaty ceasefire "
    "offensive operation convoy evacuation indictment ruling petition investigation inquiry probe summit merger "
    "takeover sale outage accident derailment eruption ambush siege tunnel bridge ferry ship vessel plane flight"
)
"""Nouns for events and things that a text introduces once (`an attack on a convoy`) and then takes up again."""
_WORD = r"[A-Z][\w’'-]{1,40}"
_NAME = rf"(?P<name>{_WORD}(?: (?:(?:of|the|for|and|[A-Z]\.) )?{_WORD}){{0,4}})"
_NO_LINK = r"(?!(?:of|for|at|from|by|in|to|with|who|that|which|whose|and|or|on|as|where)\b)"
_NEAR_SENTENCES = 3
_MAX_TAIL_WORDS = 8


class Descriptions:
    """What the descriptions of one article stand for.

    Parameters
    ----------
    article : the article; what it calls a town or a company anywhere counts everywhere in it.
    names : normal forms.
    """

    def __init__(self, article: Article, names: Normaliser) -> None:
        self._article = article
        self._names = names
        self._text = "\n".join(p.text for p in article.passages if p.kind in SPOKEN_KINDS)
        self._called: dict[str, frozenset[str]] = {}
        self._introduced: dict[str, list[str]] = defaultdict(list)
        self._recent: list[str] = []

    def see(self, sentence: DocSpan) -> None:
        """Takes notice of a sentence after its claims were worded."""
        self._recent = [*self._recent[-_NEAR_SENTENCES + 1 :], sentence.text]
        for token in sentence:
            if token.pos_ == "NOUN" and token.lemma_.lower() in _TOLD_OF and _introduces(token):
                self._introduced[token.lemma_.lower()].append(_tail(token))

    def stands_for(self, noun: Token, own: Mapping[int, object]) -> str:
        """What `the` and this noun stand for, as a name or a fuller phrase without its article; "" when unsure.

        Parameters
        ----------
        noun : head of the phrase.
        own : tokens of the claim it stands in.
        """
        lemma = noun.lemma_.lower()
        if not is_bare(noun):
            return ""
        if lemma in _KIND:
            return self._name(noun, lemma, own)
        if lemma in _TOLD_OF:
            tails = set(self._introduced.get(lemma, ()))
            return (
                f"{noun.text} {tails.pop()}"
                if len(tails) == 1 and len(self._introduced[lemma]) == 1 and "" not in tails
                else ""
            )
        return ""

    def _name(self, noun: Token, lemma: str, own: Mapping[int, object]) -> str:
        before = noun.doc[sentence_of(noun).start : noun.i].text
        near = " ".join([*self._recent, before])
        mentioned = {self._normal(name, lemma) for name in self._names_called(lemma) if _holds(near, name)}
        if len(mentioned) != 1:
            return ""
        found = mentioned.pop()
        here = " ".join(noun.doc[i].text for i in sorted(own) if i != noun.i)
        return "" if _holds(here, found) or found.split()[-1] in here.split() else found

    def _names_called(self, noun: str) -> frozenset[str]:
        if noun not in self._called:
            self._called[noun] = _called(noun, self._text)
        return self._called[noun]

    def _normal(self, name: str, noun: str) -> str:
        return self._names.normal(self._article.article_id, name, _KIND[noun]) or name


def is_bare(noun: Token) -> bool:
    """Whether the phrase is `the` and this noun and says nothing else of it."""
    if noun.i == 0 or noun.doc[noun.i - 1].lower_ != "the" or noun.tag_ != "NN" or noun.dep_ in ("compound", "appos"):
        return False
    return not any(
        c.dep_ in ("amod", "compound", "nummod", "relcl", "acl", "appos", "poss", "prep", "nmod", "conj")
        for c in noun.children
    )


def _called(noun: str, text: str) -> frozenset[str]:
    """Names that the text calls by this noun: `the town of X`, `X province`, `X, a ... company`, `Sen. X`."""
    titles = _PERSONS.get(noun, "")
    patterns = [rf"{_NAME}['’]?s?,? (?:is |was )?(?:a|an|the) (?:{_NO_LINK}[\w’'-]+ ){{0,4}}{noun}\b(?! of [A-Z])"]
    if titles:
        patterns.append(rf"\b(?:{titles}|{noun.capitalize()}|{noun})\.? {_NAME}")
    elif _KIND[noun] == "place":
        patterns += [rf"\b{noun} of {_NAME}", rf"\b(?:{_NAME}) {noun}\b(?! of)", rf"[Tt]he [\w-]*\s?{noun} {_NAME}"]
    else:
        word = r"(?!The |A |An |In |At )[A-Z][\w&’'-]{1,40}"
        patterns += [
            rf"\b(?P<name>(?:{word} (?:of |and |for )?){{1,6}}{noun.capitalize()})\b",
            rf"\b(?P<name>{noun.capitalize()} (?:of|for) (?:the )?{_WORD}(?: (?:and )?{_WORD}){{0,5}})",
            rf"\b{noun} {_NAME}",
        ]
    found = {m["name"].strip() for p in patterns for m in re.finditer(p, text)}
    return frozenset(re.sub(r"['’]s?$", "", name) for name in found if len(name) > 2)


def _holds(text: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _introduces(noun: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ in ("a", "an", "another") for c in noun.children) or any(
        c.dep_ in ("nummod",) for c in noun.children
    )


def _tail(noun: Token) -> str:
    """The prepositional phrases that say which one it is: `on a convoy of buses`; "" for none or too many words."""
    parts = [c for c in noun.children if c.dep_ == "prep" and c.i > noun.i]
    if not parts:
        return ""
    start, end = parts[0].i, parts[0].right_edge.i + 1
    words = noun.doc[start:end]
    if len(words) > _MAX_TAIL_WORDS or any(t.pos_ in ("VERB", "PRON") or t.is_punct for t in words):
        return ""
    return words.text
