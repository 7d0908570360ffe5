"""The values that attribution hands on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from spacy.tokens import Span as DocSpan

from xref.values import Name

Span = tuple[int, int]
"""Token range of a document, end exclusive."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks."""

    name: str
    """Normal form; pronouns resolved; for an unnamed speaker the noun phrase."""
    kind: str
    """`person`, `organisation`, `anonymous`, `document`, `social` or `outlet`."""
    role: str = ""


NOBODY = Speaker("", "")


@dataclass(frozen=True, slots=True)
class Frame:
    """One attribution as it stands in one passage, before its speaker is resolved."""

    contents: tuple[Span, ...]
    cue: Span
    speaker: Span | None
    """Noun phrase of the speaker; None in `it is reported that`."""
    head: int
    """Token that governs the frame: the cue verb or `according`."""
    form: str
    """`direct`, `indirect`, `mixed`, `according-to`, `label` or `headline`."""
    stance: str
    """`asserts`, `hedges` or `denies`."""
    tokens: frozenset[int]
    """Tokens of the frame itself: speaker, cue and their modifiers, never content."""
    is_clause: bool = True
    """Whether the content says something by itself; `vowed to return` and `denied the charge` do not."""
    hands_on: bool = False
    """Whether the speaker passes it to another speaker: `an official had informed him of ...`."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution, resolved."""

    passage: int
    """Index of the passage its contents stand in."""
    contents: tuple[Span, ...]
    cue: tuple[int, int] | None
    """Character span of the cue in the article's text; it may stand in an earlier passage."""
    cue_text: str
    speaker_at: tuple[int, int] | None
    """Character span of the speaker's words in the article's text."""
    speaker: Speaker
    relayed_from: str
    informant: str
    form: str
    stance: str
    tokens: frozenset[int]
    """Tokens of the frame in this passage, empty for a continued quotation."""
    is_clause: bool = True
    """As in `Frame`."""
    head: int = -1
    """Token that governs the frame, -1 for a continued quotation."""
    is_speech: bool = True
    """Whether the words are uttered, not only thought, wanted or expected."""


class Normaliser(Protocol):
    """Gives a name the form that articles share."""

    def names_in(self, article_id: str, span: DocSpan) -> tuple[Name, ...]:
        """The names in `span`."""

    def normal(self, article_id: str, text: str, kind: str = "") -> str:
        """Normal form of `text` as `article_id` uses it."""
