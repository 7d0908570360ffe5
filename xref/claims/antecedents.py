"""What a pronoun stands for: the speaker of the words it stands in, or the one fitting noun before it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from xref.claims.attribution.cues import STANCE_OF_VERB, TALK
from xref.claims.attribution.lexicon import ORGANISATION, word_set
from xref.claims.attribution.memory import Memory
from xref.claims.attribution.model import Normaliser
from xref.claims.attribution.quotes import Quotation, find_quotations
from xref.claims.attribution.subjects import SUBJECTS
from xref.claims.clauses import Clause
from xref.claims.mentions import Candidate, candidates, is_person, persons_before, repeated
from xref.claims.passages import Article
from xref.claims.persons import Sexes
from xref.claims.phrases import entity_of, possessive, sentence_of
from xref.claims.voices import Voice

_NO_AGENT = word_set(
    """be seem appear become remain take cost happen mean look come follow last begin start occur rain snow kill wound
    injure hit strike explode detonate collapse destroy damage burn crash sink erupt contain show include read state
    depend matter help make turn sound feel fall rise amount consist result lead cause involve bear"""
)
"""Verbs whose `it` or `they`, in the words of a body, may be something else than the body."""
_IMPERSONAL = frozenset({"seem", "appear", "take", "happen", "mean", "be", "turn"})
_SETTLED_ADJECTIVES = word_set(
    "ready able aware unable unaware committed confident concerned prepared willing unwilling proud responsible sorry"
)
_ANIMATE_PASSIVES = frozenset(
    {
        "inform",
        "tell",
        "ask",
        "force",
        "order",
        "notify",
        "instruct",
        "prevent",
        "sue",
        "oblige",
        "authorize",
        "authorise",
        "allow",
        "arrest",
    }
)


class Antecedents:
    """What was said of whom so far in an article, for its pronouns.

    Parameters
    ----------
    article : the article that is read.
    names : normal forms.
    """

    def __init__(self, article: Article, names: Normaliser) -> None:
        self._article = article
        self._names = names
        self._memory = Memory()
        self._near: set[str] = set()  # persons of the last sentence that names any
        self._subjects: set[str] = set()
        self._after_speech = False
        self._sexes = Sexes(article.text)
        self._last: list[Candidate] = []

    def see(self, sentence: DocSpan) -> None:
        """Takes notice of a sentence after its claims were worded."""
        self._memory.see(sentence.doc, sentence.start, sentence.end)
        self._last = candidates(sentence)
        named = {self._normal(e.text): e.root for e in sentence.ents if e.label_ == "PERSON"}
        if named:
            self._near = set(named)
            self._subjects = {name for name, root in named.items() if root.dep_ in SUBJECTS}
            self._after_speech = any(
                root.dep_ in SUBJECTS and root.head.lemma_.lower() in TALK for root in named.values()
            )

    def of(self, token: Token, clause: Clause, voice: Voice) -> str:
        """The wording in place of a pronoun, "" for any other word and where it is not safe to say."""
        if token.lower_ in _FIRST_PERSON:
            return self._first_person(token, voice)
        find = _FINDERS.get(token.lower_)
        if find is None or token.pos_ not in ("PRON", "DET") or not _leads(token, clause):
            return ""
        found = find(self, token, clause, voice)
        if not found:
            return ""
        return possessive(found) if token.dep_ == "poss" else found

    def _first_person(self, token: Token, voice: Voice) -> str:
        """Who `I` is: the person whose words are quoted."""
        if token.pos_ != "PRON" or voice.kind != "person" or not in_quotation(token):
            return ""
        return possessive(voice.speaker) if token.dep_ == "poss" else voice.speaker

    def again(self, token: Token, name: str) -> str:
        """The pronoun for a person who was named in the same claim; "" where it may stay as it is."""
        form = _AGAIN.get(token.lower_)
        return form[self._sexes.of(name)] if form else ""

    def person(self, token: Token, clause: Clause, voice: Voice) -> str:
        """Who `he`, `him` or `his` is."""
        name = self._person(token, voice)
        return name if name and self._sexes.fits(name, token.lower_) else ""

    def _person(self, token: Token, voice: Voice) -> str:
        if voice.speaker and voice.kind != "document":
            # `X said he ...` means X; of an unnamed speaker or inside quotation marks it is not safe to say
            return voice.speaker if voice.kind == "person" and not in_quotation(token) else ""
        if not voice.speaker and any(persons_before(token, sentence_of(token).start)):
            return self._only_person(token)
        if not voice.speaker and (other := _subject_before(token)) is not None:
            return self._named_person(other)
        found = self._memory.resolve("he")
        name = self._normal(found.name) if found.kind == "person" else ""
        is_clear = not (self._subjects - {name}) and not (self._after_speech and self._near - {name})
        return name if is_clear and len(name.split()) <= 5 and not ORGANISATION.search(name) else ""

    def _named_person(self, subject: Token) -> str:
        """The subject before the pronoun, where the parser saw no person but the article names one so."""
        names = self._names.names_in(self._article.article_id, entity_of(subject))
        return next((name.norm for name in names if name.kind == "person"), "")

    def _only_person(self, token: Token) -> str:
        """The one person named before the pronoun in its own sentence, where no other is spoken of."""
        before = list(persons_before(token, sentence_of(token).start))
        if len(before) != 1 or before[0].ent_type_ != "PERSON" or before[0].dep_ not in SUBJECTS:
            return ""
        return self._normal(entity_of(before[0]).text)

    def thing(self, token: Token, clause: Clause, voice: Voice) -> str:
        """What `it` or `its` is."""
        if token.dep_ in SUBJECTS and _is_empty(token):
            return ""
        if voice.speaker:
            is_body = voice.kind == "organisation" and not in_quotation(token) and _acts(token)
            return _with_article(voice.speaker) if is_body else ""
        return self._before(token, "thing")

    def several(self, token: Token, clause: Clause, voice: Voice) -> str:
        """Who or what `they` or `their` are."""
        if voice.speaker:
            is_group = voice.kind in ("anonymous", "organisation") and not in_quotation(token) and _acts(token)
            return _with_article(voice.speaker) if is_group and _names_several(voice.speaker) else ""
        return self._before(token, "plural")

    def _before(self, token: Token, kind: str) -> str:
        """The one subject of that kind before the pronoun, where no object of that kind stands beside it."""
        also = "either" if kind == "thing" else kind
        here = [c for c in candidates(token.doc[sentence_of(token).start : token.i]) if c.kind in (kind, also)]
        if token.dep_ not in SUBJECTS and here:
            return ""  # the claim's own words tell
        fitting = here or [c for c in self._last if c.kind in (kind, also)]
        if _is_animate(token) and not all(c.is_animate for c in fitting):
            return ""
        return repeated(fitting[0].noun) if len(fitting) == 1 and fitting[0].is_subject else ""

    def _normal(self, name: str) -> str:
        return self._names.normal(self._article.article_id, name, "person") or name


def _leads(token: Token, clause: Clause) -> bool:
    """Whether the pronoun is the clause's subject or owns it, so that nothing of its kind stands before it there."""
    noun = token.head if token.dep_ == "poss" else token
    if noun.dep_ not in SUBJECTS:
        return False
    before = [token.doc[i] for i in clause.tokens if i < token.i]
    if token.lower_ in ("he", "she"):
        return not any(is_person(t) or t.lower_ in ("he", "she", "i") for t in before)
    is_main = noun.head.i == clause.head or noun.i not in clause.tokens
    return is_main and not any(t.dep_ in SUBJECTS for t in before)


_FIRST_PERSON = frozenset({"i", "me", "my", "myself"})
_AGAIN = {
    "i": {"he": "he", "she": "she", "": "they"},
    "me": {"he": "him", "she": "her", "": "them"},
    "my": {"he": "his", "she": "her", "": "their"},
    "myself": {"he": "himself", "she": "herself", "": "themself"},
}
_FINDERS: dict[str, Callable[[Antecedents, Token, Clause, Voice], str]] = {
    **dict.fromkeys(("he", "she", "his", "her"), Antecedents.person),
    **dict.fromkeys(("it", "its"), Antecedents.thing),
    **dict.fromkeys(("they", "their"), Antecedents.several),
}


def _subject_before(token: Token) -> Token | None:
    """The proper noun that is the subject of the clause which the pronoun's own clause hangs on."""
    above = next((a for a in token.head.ancestors if a.pos_ in ("VERB", "AUX")), None)
    if above is None or above.i > token.i:
        return None
    return next((c for c in above.children if c.dep_ in SUBJECTS and c.pos_ == "PROPN" and c.i < token.i), None)


def in_quotation(token: Token) -> bool:
    """Whether the token stands in a quotation of its passage."""
    return any(q.start <= token.idx < q.end for q in _quotations_of(token.doc))


@lru_cache(maxsize=1)
def _quotations_of(doc: Doc) -> tuple[Quotation, ...]:
    """The quotations of a passage, kept for its next pronoun."""
    return find_quotations(doc.text)


def _is_empty(token: Token) -> bool:
    """Whether `it` stands for nothing: `it is unclear who`, `it was reported that`, `it took two hours to`."""
    verb = token.head
    if verb.lemma_.lower() == "be" and any(c.dep_ in ("acomp", "attr", "advmod", "prep") for c in verb.children):
        return any(c.dep_ == "attr" for c in verb.children) or _has_clause(verb)
    impersonal = verb.lemma_.lower() in _IMPERSONAL or any(c.dep_ == "auxpass" for c in verb.children)
    return impersonal and _has_clause(verb)


def _has_clause(verb: Token) -> bool:
    inner = [verb, *(c for c in verb.children if c.dep_ in ("acomp", "attr", "dobj"))]
    return any(c.dep_ in ("ccomp", "xcomp", "csubj", "relcl", "advcl", "acl") for v in inner for c in v.children)


def _acts(token: Token) -> bool:
    """Whether the verb is one that the speaking body itself does, so that `it` is no attack and no ship."""
    if token.dep_ == "poss":
        return True
    verb = token.head
    if any(c.dep_ == "auxpass" for c in verb.children):
        return verb.lemma_.lower() in _ANIMATE_PASSIVES
    if verb.lemma_.lower() == "be":
        return any(c.dep_ == "acomp" and c.lower_ in _SETTLED_ADJECTIVES for c in verb.children)
    return verb.pos_ == "VERB" and verb.lemma_.lower() not in _NO_AGENT


def _is_animate(token: Token) -> bool:
    """Whether the verb asks for people or bodies: `they were not authorised to speak`, `it denied`."""
    lemma = token.head.lemma_.lower()
    passive = any(c.dep_ == "auxpass" for c in token.head.children)
    return token.dep_ in SUBJECTS and (lemma in _ANIMATE_PASSIVES if passive else lemma in STANCE_OF_VERB)


def _names_several(speaker: str) -> bool:
    words = speaker.split()
    return (
        bool(words)
        and (words[-1].lower() in ("police", "people") or words[-1].endswith("s"))
        and words[0].lower() not in ("a", "an")
    )


def _with_article(speaker: str) -> str:
    """A speaker that is no name with its article: `the company`."""
    first = speaker.split()[0]
    if first.lower() in ("that", "this", "these", "those"):
        return "the " + speaker.split(maxsplit=1)[-1]
    if not first[:1].islower() and first.lower() not in ("a", "an"):
        return speaker
    rest = speaker.split(maxsplit=1)[-1] if first.lower() in ("a", "an") else speaker
    return (
        rest if first.lower() in ("the", "some", "his", "her", "its", "their") or first[0].isdigit() else f"the {rest}"
    )
