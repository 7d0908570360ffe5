"""Parsed passages, kept compact between two readings: names need all articles before claims are made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc, DocBin

from xref.claims.passages import SPOKEN_KINDS, Article
from xref.claims.repairs import repair
from xref.claims.sentences import prepare

_KEPT = ("HEAD", "DEP", "POS", "TAG", "LEMMA", "MORPH", "ENT_IOB", "ENT_TYPE", "SENT_START")
BATCH_ARTICLES = 32


class Shelf:
    """Articles with their parsed passages, as compressed bytes (about 20 bytes a token)."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._packed: list[tuple[Article, bytes]] = []

    def put(self, article: Article, docs: Sequence[Doc]) -> None:
        """Keeps an article with one document for each of its passages."""
        self._packed.append((article, DocBin(attrs=list(_KEPT), docs=docs).to_bytes()))

    def __iter__(self) -> Iterator[tuple[Article, list[Doc]]]:
        for article, packed in self._packed:
            yield article, list(DocBin().from_bytes(packed).get_docs(self._nlp.vocab))


def parse(nlp: Language, articles: Iterable[Article]) -> Iterator[tuple[Article, list[Doc]]]:
    """Each article with its parsed passages; passages that hold no claims are tokenised only."""
    batch: list[Article] = []
    for article in articles:
        batch.append(article)
        if len(batch) == BATCH_ARTICLES:
            yield from _parse_batch(nlp, batch)
            batch = []
    yield from _parse_batch(nlp, batch)


def _parse_batch(nlp: Language, batch: Sequence[Article]) -> Iterator[tuple[Article, list[Doc]]]:
    spoken = [prepare(nlp, p.text) for a in batch for p in a.passages if p.kind in SPOKEN_KINDS]
    parsed = iter(list(nlp.pipe(spoken, batch_size=64)))
    for article in batch:
        docs = [next(parsed) if p.kind in SPOKEN_KINDS else nlp.make_doc(p.text) for p in article.passages]
        for doc in docs:
            doc.tensor = doc.tensor[:0]
            repair(doc)
        yield article, docs
