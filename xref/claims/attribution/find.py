"""Attribution of one article: frames of every passage, resolved speakers, quotations that run on, and credits."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from xref.claims.attribution.according import phrase_frames
from xref.claims.attribution.chains import Chain, read_chain
from xref.claims.attribution.cues import SPEECH_ACT
from xref.claims.attribution.estimates import estimate_frames
from xref.claims.attribution.frames import verb_frames
from xref.claims.attribution.labels import label_frames
from xref.claims.attribution.lexicon import ORGANISATION
from xref.claims.attribution.memory import Memory
from xref.claims.attribution.model import NOBODY, Attribution, Frame, Normaliser, Span, Speaker
from xref.claims.attribution.outlets import OutletFinder
from xref.claims.attribution.quotes import Quotation, find_quotations
from xref.claims.attribution.speakers import Mention, read_mention
from xref.claims.attribution.trailing import trailing_frames
from xref.claims.passages import SPOKEN_KINDS, Article, Passage
from xref.claims.phrases import sentence_of


def attribute(
    article: Article, docs: Sequence[Doc], names: Normaliser, finder: OutletFinder
) -> tuple[Attribution, ...]:
    """Every attribution of an article, in reading order.

    Parameters
    ----------
    article : the article.
    docs : the parsed text of each of its passages.
    names : names of the articles read so far.
    finder : finds outlets in text.
    """
    return _Reader(article, docs, names, finder).read()


_RUNNING_ON = frozenset({"direct", "mixed", "indirect", "according-to"})
"""Forms after which a quotation that stands alone goes on with the speaker."""


class _Reader:
    """Reads an article from its beginning to its end and remembers who spoke."""

    def __init__(self, article: Article, docs: Sequence[Doc], names: Normaliser, finder: OutletFinder) -> None:
        self._article = article
        self._docs = docs
        self._names = names
        self._finder = finder
        self._memory = Memory()
        self._open: Attribution | None = None  # the last direct quotation, while it may run on
        self._found: list[Attribution] = []
        self._people = {
            names.normal(article.article_id, e.text, "person") for doc in docs for e in doc.ents if e.label_ == "PERSON"
        }

    def read(self) -> tuple[Attribution, ...]:
        for index, doc in enumerate(self._docs):
            if self._article.passages[index].kind in SPOKEN_KINDS:  # the others are tokenised only
                self._passage(index, doc)
        return tuple(self._found)

    def _passage(self, index: int, doc: Doc) -> None:
        quotations = find_quotations(doc.text)
        quotes = [token_range(doc, q) for q in quotations]
        if _is_transparent(self._article.passages[index], doc, quotes):
            quotes = []
        is_headline = self._article.passages[index].kind == "headline"
        labels = list(label_frames(doc, quotes, is_headline))
        verbs = list(verb_frames(doc, quotes))
        verbs += estimate_frames(doc, quotes, {f.head for f in verbs})
        trailing = trailing_frames(doc, quotes, {f.head for f in verbs})
        frames = _chosen([*labels, *verbs, *phrase_frames(doc, quotes), *trailing])
        covered = {i for f in frames for s, e in f.contents for i in range(s, e)}
        events: list[tuple[int, Frame | Span]] = [(_first(f), f) for f in frames]
        events += [(q[0], q) for q in quotes if not covered.intersection(range(*q))]
        seen = 0
        for at, event in sorted(events, key=lambda e: e[0]):
            if isinstance(event, Frame):
                until = event.speaker[0] if event.speaker else at
                self._memory.see(doc, seen, max(until, seen))
                seen = max(seen, until)
                self._found.append(self._resolved(index, doc, event))
            else:
                self._memory.see(doc, seen, at)
                seen = max(seen, at)
                self._run_on(index, doc, event)
        self._memory.see(doc, seen, len(doc))
        if self._open is not None and not quotes:
            self._open = None

    def _resolved(self, index: int, doc: Doc, frame: Frame) -> Attribution:
        mention = read_mention(doc, frame.speaker, self._finder) if frame.speaker else Mention("", "", "")
        chain = read_chain(doc, frame, mention, self._finder)
        speaker = self._speaker(chain, mention, doc[slice(*frame.speaker)] if frame.speaker else None)
        found = Attribution(
            passage=index,
            contents=frame.contents,
            cue=self._place(index, doc, frame.cue),
            cue_text=doc[frame.cue[0] : frame.cue[1]].text,
            speaker_at=self._place(index, doc, frame.speaker) if frame.speaker else None,
            speaker=speaker,
            relayed_from=chain.relayed_from,
            informant=chain.informant,
            form=frame.form,
            stance=frame.stance,
            tokens=frame.tokens,
            is_clause=frame.is_clause,
            head=frame.head,
            is_speech=frame.is_clause or doc[frame.head].lemma_.lower() in SPEECH_ACT,
        )
        self._memory.spoke(speaker)
        if frame.form in _RUNNING_ON:
            self._open = found
        return found

    def _speaker(self, chain: Chain, mention: Mention, phrase: DocSpan | None) -> Speaker:
        if chain.speaker is not None:
            mention = chain.speaker
        if mention.pronoun:
            return self._memory.resolve(mention.pronoun)
        if not mention.name:
            return NOBODY
        name = mention.name
        if mention.kind in ("person", "organisation"):
            name = self._names.normal(self._article.article_id, name, mention.kind) or name
        kind = mention.kind
        if kind == "organisation" and (self._is_person(name) or self._is_named_person(phrase, name)):
            kind = "person"
        return Speaker(name, kind, mention.role or self._memory.roles.get(name, ""))

    def _is_person(self, name: str) -> bool:
        known = name in self._people or self._memory.is_person(name)
        return known and not ORGANISATION.search(name)

    def _is_named_person(self, phrase: DocSpan | None, name: str) -> bool:
        found = self._names.names_in(self._article.article_id, phrase) if phrase is not None else ()
        return any(n.kind == "person" and n.norm == name for n in found)

    def _run_on(self, index: int, doc: Doc, quote: Span) -> None:
        """A quotation without a cue of its own goes on with the speaker of the one before."""
        words = sum(doc[i].is_alpha for i in range(*quote))
        if self._open is None or words < 4:
            return
        last = self._open
        own_voice = (
            last.passage == index and _words_between(doc, last.contents[-1][1], quote[0], self._frame_tokens(index)) > 2
        )
        if own_voice or index - last.passage > 1 or not _stands_alone(doc, quote):
            return
        found = Attribution(
            index, (quote,), last.cue, last.cue_text, last.speaker_at, last.speaker, last.relayed_from,
            last.informant, "direct", last.stance, frozenset(),
        )  # fmt: skip
        self._found.append(found)
        self._open = found

    def _frame_tokens(self, index: int) -> set[int]:
        return {i for a in self._found if a.passage == index for i in a.tokens}

    def _place(self, index: int, doc: Doc, span: Span) -> tuple[int, int]:
        offset = self._article.passages[index].start
        words = doc[span[0] : span[1]]
        return offset + words.start_char, offset + words.end_char


def _is_transparent(passage: Passage, doc: Doc, quotes: Sequence[Span]) -> bool:
    """Whether the marks enclose a whole passage that a label credits; who speaks stands inside."""
    labelled = bool(passage.credited) or passage.section == "quote"
    return labelled and len(quotes) == 1 and quotes[0][1] - quotes[0][0] >= len(doc) - 3


def token_range(doc: Doc, quotation: Quotation) -> Span:
    """Token range of a quotation; tokens that stick to a mark count as inside."""
    span = doc.char_span(quotation.start, quotation.end, alignment_mode="expand")
    return (span.start, span.end) if span is not None else (0, 0)


def _first(frame: Frame) -> int:
    return min(frame.contents[0][0], frame.cue[0])


def _chosen(frames: list[Frame]) -> list[Frame]:
    """Frames without those that say the same again: one content, and one of them holds the other's head as content."""
    kept: list[Frame] = []
    for frame in sorted(frames, key=lambda f: (_first(f), -sum(e - s for s, e in f.contents))):
        if any(other.contents == frame.contents for other in kept):
            continue
        if not (frame.is_clause or frame.hands_on) and any(
            _holds(other, frame.head) for other in frames if other is not frame
        ):
            continue  # `said they want to leave`: one attribution, not two
        kept.append(frame)
    return kept


def _holds(frame: Frame, token: int) -> bool:
    return any(start <= token < end for start, end in frame.contents)


def _words_between(doc: Doc, start: int, end: int, frame: set[int]) -> int:
    return sum(doc[i].is_alpha and i not in frame for i in range(start, end))


def _stands_alone(doc: Doc, quote: Span) -> bool:
    """Whether the quotation is a sentence of its own rather than a part of one in the outlet's voice."""
    sent = sentence_of(doc[quote[0]])
    outside = sum(doc[i].is_alpha for i in range(sent.start, sent.end) if not quote[0] <= i < quote[1])
    return outside == 0
