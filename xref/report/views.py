"""What the page shows, computed before anything is rendered: plain values, no logic."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chip:
    """A short label with a kind that the style sheet colours."""

    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class Counts:
    """The three counts of a cluster or position, in words."""

    articles: str
    outlets: str
    origins: str


@dataclass(frozen=True, slots=True)
class Quote:
    """One passage of one article, with a little of what stands around it."""

    claim_id: str
    outlet: str
    date: str
    before: str
    passage: str
    after: str
    said: str
    chips: tuple[Chip, ...]
    path: str
    title: str
    url: str
    same_words: str


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent origin behind a position, and the reports that go back to it."""

    name: str
    kind: str
    missing: bool
    reason: str
    chains: tuple[str, ...]
    carried_by: str
    quotes: tuple[Quote, ...]
    more_quotes: tuple[Quote, ...]
    left_out: str


@dataclass(frozen=True, slots=True)
class Position:
    """One answer."""

    letter: str
    statement: str
    counts: Counts
    first: str
    origins: tuple[Origin, ...]
    more_origins: tuple[Origin, ...]
    more_label: str
    left_out: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two positions conflict, or why one updates the other, in a sentence."""

    relation: str
    between: str
    sentence: str
    quote_a: str
    outlet_a: str
    quote_b: str
    outlet_b: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A mark on a time line."""

    x: float
    y: float
    title: str
    label: str
    label_y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A position's row on a time line."""

    y: float
    letter: str
    from_x: float
    to_x: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """When which outlet first carried which position."""

    width: int
    height: int
    left: float
    right: float
    axis_y: float
    label_y: float
    start: str
    end: str
    lanes: tuple[Lane, ...]
    dots: tuple[Dot, ...]
    description: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """One question with its answers."""

    anchor: str
    cluster_id: str
    heading: str
    status: Chip
    standing: str
    verdict: str
    counts: Counts
    credibility: str
    first: str
    positions: tuple[Position, ...]
    more_positions: str
    why: str
    reasons: tuple[Reason, ...]
    more_reasons: str
    next_steps: tuple[str, ...]
    timeline: Timeline | None
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A claim from one origin, as a row of the compact table."""

    anchor: str
    heading: str
    beside: tuple[str, ...]
    reprints: str
    """How many articles are this one text, "" where it is not reprinted."""
    outlet: str
    path: str
    copied: str
    date: str
    origin: str
    kind: str
    next_step: str
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The clusters of one status."""

    status: str
    anchor: str
    title: str
    explanation: str
    count: str
    clusters: tuple[Cluster, ...]
    lines: tuple[Line, ...]
    unfolded: bool
    has_steps: bool
    left_out: str


@dataclass(frozen=True, slots=True)
class Link:
    """A topic with its place on the page, "" where it is not shown."""

    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Headline:
    """What came of the run for one status: a number, what it means, and the topics with most behind them."""

    status: str
    lead: str
    text: str
    topics: tuple[Link, ...]
    more: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts."""

    value: str
    label: str
    detail: str


@dataclass(frozen=True, slots=True)
class Interval:
    """A dot with its 90 % interval on a scale from 0 to 1, in drawing units."""

    width: int
    from_x: float
    to_x: float
    low_x: float
    high_x: float
    dot_x: float
    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """One outlet or speaker."""

    name: str
    letter: str
    articles: str
    claims: str
    corroborated: str
    disputed: str
    echoed: str
    single_origin: str
    first_reports: str
    lead: str
    copied: str
    anonymous: str
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class SourceTable:
    """The outlets, or the speakers."""

    kind: str
    title: str
    rows: tuple[Source, ...]
    folded: tuple[Source, ...]
    has_figures: bool
    left_out: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding about sourcing."""

    kind: str
    subject: str
    detail: str


@dataclass(frozen=True, slots=True)
class Copy:
    """Two articles that share text."""

    first: str
    second: str
    kind: str
    share: str
    wire: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Citation:
    """One outlet, agency or document that articles credit."""

    cited: str
    kind: str
    here: str
    by: str
    quote: str


@dataclass(frozen=True, slots=True)
class Row:
    """A label with its value."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Bounded:
    """Rows shown, and a sentence on those that are not."""

    rows: tuple[Finding | Copy | Citation | Row, ...]
    left_out: str


@dataclass(frozen=True, slots=True)
class Page:
    """The whole report."""

    title: str
    lede: str
    headlines: tuple[Headline, ...]
    figures: tuple[Figure, ...]
    adds_up: tuple[str, ...]
    questions: int
    groups: tuple[Group, ...]
    clusters_unfolded: int
    outlets: tuple[str, ...]
    sources: tuple[SourceTable, ...]
    findings: Bounded
    copies: Bounded
    citations: Bounded
    skipped: Bounded
    skipped_reasons: str
    warnings: tuple[str, ...]
    versions: tuple[Row, ...]
    models: tuple[Row, ...]
    settings: tuple[Row, ...]
