"""Every table that crosses a border between rooms, declared once: columns, types, meaning.

Missing text is "" and never NaN. Dates are ISO 8601 text in UTC ("2024-12-16", "2024-12-16T11:13:00Z");
"" is unknown. Identifiers are stable under the order of files: they derive from path and content.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar, cast

import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series


class _Table(pa.DataFrameModel):
    """What every table shares: exactly the declared columns, in their declared order, none missing."""

    class Config:
        strict = True
        coerce = True
        ordered = True


def _text(description: str, **checks: Any) -> Any:
    return pa.Field(nullable=False, description=description, **checks)


class Articles(_Table):
    """One row an article that was read."""

    article_id: Series[str] = _text("stable identifier, `a` and 8 hex digits of the path and the content", unique=True)
    path: Series[str] = _text("file relative to the folder, with `#n` for the n-th article of a file of many")
    outlet: Series[str] = _text("who publishes it, normal form; `unknown` when nothing tells")
    title: Series[str] = _text("headline")
    authors: Series[str] = _text("names joined by `; `")
    published: Series[str] = _text("ISO 8601, date or time in UTC")
    url: Series[str] = _text("address")
    language: Series[str] = _text("ISO 639-1 code, `und` when unsure")
    words: Series[int] = pa.Field(ge=0, description="words of the text without boilerplate")
    sha256: Series[str] = _text("SHA-256 of the file")
    text: Series[str] = _text("the article's text; every offset counts in it")
    utc_offset: Series[str] = _text("offset of the article's clock from UTC as `+02:00`; empty when unknown")
    outlet_from: Series[str] = _text("`metadata`, `domain`, `alias`, `folder` or `unknown`")


class Blocks(_Table):
    """Consecutive stretches of an article's text and what they are; they don't overlap."""

    article_id: Series[str] = _text("article")
    start: Series[int] = pa.Field(ge=0, description="first character")
    end: Series[int] = pa.Field(ge=0, description="after the last character")
    kind: Series[str] = _text(
        "what it is", isin=["headline", "byline", "source", "paragraph", "bullet", "caption", "boilerplate"]
    )
    section: Series[str] = _text("labelled section it stands in", isin=["", "quote", "details", "background"])
    credited: Series[str] = _text("outlet or document that a label credits for the block ('Quote from the FT:')")
    body: Series[int] = pa.Field(ge=0, description="where the block's own words begin, after bullet or label")


class Skipped(_Table):
    """One row a file (or row of a file) that could not be read as an article."""

    path: Series[str] = _text("file, relative to the folder")
    reason: Series[str] = _text("short reason: `empty`, `binary`, `broken-json`, `no-text`, `too-large`, ...")
    detail: Series[str] = _text("what happened, with line or cause")


class Claims(_Table):
    """One row a claim, before it is embedded and clustered."""

    claim_id: Series[str] = _text("stable identifier: article_id, `-`, start, `-`, end", unique=True)
    article_id: Series[str] = _text("article")
    path: Series[str] = _text("article's path")
    outlet: Series[str] = _text("article's outlet")
    start: Series[int] = pa.Field(ge=0, description="first character of the quote in the article's text")
    end: Series[int] = pa.Field(ge=0, description="after the last character")
    quote: Series[str] = _text("exact passage: text[start:end]")
    statement: Series[str] = _text("self-contained wording that is compared")
    voice: Series[str] = _text("who speaks", isin=["outlet", "attributed"])
    speaker: Series[str] = _text("who says it, normal form; empty for the outlet's own voice")
    speaker_kind: Series[str] = _text(
        "kind of speaker", isin=["", "person", "organisation", "anonymous", "document", "social", "outlet"]
    )
    speaker_role: Series[str] = _text("role as stated: `a member of the political bureau of ...`")
    cue: Series[str] = _text("words that attribute it: `said`, `according to`")
    relayed_from: Series[str] = _text("outlet or agency that the article credits for it")
    informant: Series[str] = _text("whom the speaker had it from ('a Russian official had informed him')")
    stance_of_speaker: Series[str] = _text("strength", isin=["asserts", "hedges", "denies"])
    quantities: Series[str] = _text("JSON list of xref.values.Quantity")
    names: Series[str] = _text("JSON list of xref.values.Name")
    roles: Series[str] = _text("JSON list of xref.values.Role")
    negated: Series[bool] = pa.Field(description="the statement's main predicate is negated")
    headline: Series[bool] = pa.Field(description="stands in a headline")
    event_from: Series[str] = _text("earliest time of what is claimed, ISO 8601")
    event_to: Series[str] = _text("latest time of what is claimed, ISO 8601")
    published: Series[str] = _text("article's date")
    date_text: Series[str] = _text("the time expression as it stands in the quote; empty when none")
    sentence: Series[int] = pa.Field(
        ge=0, description="number of the sentence in the article; claims of one sentence share it"
    )


class Dropped(_Table):
    """One row a sentence that is no claim."""

    article_id: Series[str] = _text("article")
    path: Series[str] = _text("article's path")
    start: Series[int] = pa.Field(ge=0, description="first character")
    end: Series[int] = pa.Field(ge=0, description="after the last character")
    quote: Series[str] = _text("the sentence")
    reason: Series[str] = _text("`question`, `fragment`, `opinion`, `boilerplate`, `caption`, `language`, ...")


class Attributions(_Table):
    """One row an attribution found in an article: spans of content, cue and speaker (-1 where there is none)."""

    article_id: Series[str] = _text("article")
    content_start: Series[int] = pa.Field(description="content span")
    content_end: Series[int] = pa.Field(description="content span")
    cue_start: Series[int] = pa.Field(description="cue span")
    cue_end: Series[int] = pa.Field(description="cue span")
    speaker_start: Series[int] = pa.Field(description="span of the speaker's words")
    speaker_end: Series[int] = pa.Field(description="span of the speaker's words")
    speaker: Series[str] = _text("normal form, pronouns resolved")
    speaker_kind: Series[str] = _text("as in claims")
    relayed_from: Series[str] = _text("as in claims")
    kind: Series[str] = _text("form", isin=["direct", "indirect", "mixed", "according-to", "label", "headline"])


class Stories(_Table):
    """One row an article: the story it belongs to."""

    article_id: Series[str] = _text("article", unique=True)
    story_id: Series[str] = _text("story; an article alone is its own story")


class Candidates(_Table):
    """Pairs of claims of different articles, or of one, that may answer one question."""

    claim_a: Series[str] = _text("smaller claim_id")
    claim_b: Series[str] = _text("larger claim_id")
    similarity: Series[float] = pa.Field(ge=-1.001, le=1.001, description="cosine of the two statements")
    why: Series[str] = _text("what proposed the pair: `meaning`, `names`, `counted`, `speaker`, joined by `+`")
    same_story: Series[bool] = pa.Field(description="whether both articles belong to one story")


class Pairs(_Table):
    """One row a judged pair."""

    claim_a: Series[str] = _text("smaller claim_id")
    claim_b: Series[str] = _text("larger claim_id")
    relation: Series[str] = _text("judgement", isin=["agree", "conflict", "update", "unrelated"])
    score: Series[float] = pa.Field(ge=0, le=1, description="probability of the relation")
    p_agree: Series[float] = pa.Field(ge=0, le=1, description="probability of agreement")
    p_conflict: Series[float] = pa.Field(ge=0, le=1, description="probability of conflict")
    p_update: Series[float] = pa.Field(ge=0, le=1, description="probability of an update")
    basis: Series[str] = _text("signal that decided")
    reason: Series[str] = _text("a sentence a reader understands")


class Memberships(_Table):
    """One row a claim in a cluster; claims without company stand in a cluster of their own."""

    claim_id: Series[str] = _text("claim", unique=True)
    cluster_id: Series[str] = _text("cluster")
    position_id: Series[str] = _text("position")


class Copies(_Table):
    """One row a pair of articles that share copied text."""

    path_a: Series[str] = _text("article")
    path_b: Series[str] = _text("article")
    kind: Series[str] = _text("kind", isin=["near-verbatim", "shared-wire", "partial"])
    containment_a_in_b: Series[float] = pa.Field(ge=0, le=1, description="share of a's shingles found in b")
    containment_b_in_a: Series[float] = pa.Field(ge=0, le=1, description="share of b's shingles found in a")
    wire: Series[str] = _text("agency credited by either, or empty")
    earlier: Series[str] = _text("path of the earlier article, or `unknown`")
    evidence: Series[str] = _text("longest shared run of words, shortened")


class Citations(_Table):
    """One row an outlet, agency, speaker, document or post that an article names as where it has something from."""

    article_id: Series[str] = _text("article")
    outlet: Series[str] = _text("article's outlet")
    cited: Series[str] = _text("who is cited, normal form")
    kind: Series[str] = _text("kind", isin=["outlet", "agency", "speaker", "document", "social"])
    in_corpus: Series[bool] = pa.Field(description="whether an article of the cited is in the folder")
    start: Series[int] = pa.Field(ge=0, description="first character")
    end: Series[int] = pa.Field(ge=0, description="after the last character")
    quote: Series[str] = _text("the crediting words")


class Origins(_Table):
    """One row a claim: the origin it goes back to and the way there."""

    claim_id: Series[str] = _text("claim", unique=True)
    origin_id: Series[str] = _text("origin; claims with one origin_id count once")
    origin: Series[str] = _text(
        "the origin in words: `Kamal Lababidi`, `AFP (not in this folder)`, `Daily Sabah, own reporting`"
    )
    origin_kind: Series[str] = _text(
        "kind", isin=["speaker", "anonymous", "agency", "document", "social", "outlet", "missing"]
    )
    in_corpus: Series[bool] = pa.Field(description="whether the origin itself is in the folder")
    chain: Series[str] = _text("outlet ← outlet ← speaker, in words, nearest first, joined by ` ← `")
    reason: Series[str] = _text("why it was merged with others, or why it stands alone")


class Findings(_Table):
    """One row a finding about sourcing: a circular citation, a misquotation, an outlet that contradicts itself."""

    kind: Series[str] = _text(
        "kind", isin=["circular-citation", "misquotation", "self-contradiction", "missing-origin"]
    )
    subject: Series[str] = _text("who or what it is about")
    detail: Series[str] = _text("a sentence that says it")
    claim_ids: Series[str] = _text("claims concerned, joined by a blank; may be empty")


class Positions(_Table):
    """One row an answer to a cluster's question."""

    position_id: Series[str] = _text("position", unique=True)
    cluster_id: Series[str] = _text("cluster")
    statement: Series[str] = _text("its clearest wording")
    articles: Series[int] = pa.Field(ge=1, description="articles that carry it")
    outlets: Series[int] = pa.Field(ge=1, description="outlets that carry it")
    origins: Series[int] = pa.Field(ge=1, description="independent origins behind it")
    probability: Series[float] = pa.Field(
        ge=0, le=1, description="estimated by origins, see reliability; never alone a verdict"
    )
    first_outlet: Series[str] = _text("first outlet seen with it; empty when dates don't tell")
    first_published: Series[str] = _text("date of that")


class Clusters(_Table):
    """One row a question that claims answer."""

    cluster_id: Series[str] = _text("cluster", unique=True)
    story_id: Series[str] = _text("story of most of its claims")
    question_or_topic: Series[str] = _text("what it is about, in words of the claims")
    status: Series[str] = _text("standing", isin=["disputed", "updated", "corroborated", "echoed", "single-origin"])
    positions: Series[int] = pa.Field(ge=1, description="number of positions")
    articles: Series[int] = pa.Field(ge=1, description="articles")
    outlets: Series[int] = pa.Field(ge=1, description="outlets")
    origins: Series[int] = pa.Field(ge=1, description="independent origins")
    evidence: Series[str] = _text("independent lines (IPCC)", isin=["limited", "medium", "robust"])
    agreement: Series[str] = _text("agreement among them (IPCC)", isin=["low", "medium", "high"])
    information_credibility: Series[int] = pa.Field(
        ge=1, le=6, description="Admiralty number of the leading position, a suggestion"
    )
    first_outlet: Series[str] = _text("first outlet seen; empty when dates don't tell")
    first_published: Series[str] = _text("date of that")


class Sources(_Table):
    """One row an outlet or speaker and how its claims held up."""

    source: Series[str] = _text("outlet or speaker")
    kind: Series[str] = _text("kind", isin=["outlet", "speaker"])
    articles: Series[int] = pa.Field(ge=0, description="articles it stands in")
    claims: Series[int] = pa.Field(ge=0, description="claims")
    own_voice: Series[int] = pa.Field(ge=0, description="claims in its own voice")
    corroborated: Series[int] = pa.Field(
        ge=0, description="of the claims it answers for, carried by another independent origin and disputed by none"
    )
    disputed: Series[int] = pa.Field(ge=0, description="of the claims it answers for, contradicted by another origin")
    echoed: Series[int] = pa.Field(
        ge=0, description="of the claims it answers for, told in several texts, all from one origin"
    )
    single_origin: Series[int] = pa.Field(
        ge=0, description="of the claims it answers for, told in one text; reprints of that text add nothing"
    )
    first_reports: Series[int] = pa.Field(
        ge=0,
        description="clusters of two outlets or more that it was first with: an outlet before the other outlets, "
        "a speaker before everybody else who says something in it",
    )
    median_lead_hours: Series[float] = pa.Field(
        nullable=True, description="median lead of its first reports over the next, hours; empty without times of day"
    )
    relayed_share: Series[float] = pa.Field(
        ge=0, le=1, description="share of its claims credited to another outlet or agency"
    )
    copied_share: Series[float] = pa.Field(
        ge=0, le=1, description="share of its claims whose text is copied from another article"
    )
    anonymous_share: Series[float] = pa.Field(
        ge=0, le=1, description="share of its claims on the word of unnamed speakers"
    )
    misquotations: Series[int] = pa.Field(ge=0, description="findings of misquotation that concern it")
    corrections: Series[int] = pa.Field(ge=0, description="its own earlier claims that it corrected")
    reliability: Series[float] = pa.Field(
        ge=0, le=1, description="expected share of its shared claims that hold up, RELIABILITY estimator"
    )
    low: Series[float] = pa.Field(ge=0, le=1, description="5 % quantile")
    high: Series[float] = pa.Field(ge=0, le=1, description="95 % quantile")
    enough_data: Series[bool] = pa.Field(description="five shared claims or more and an interval no wider than .4")
    source_reliability: Series[str] = _text("Admiralty letter from the user's config, else empty")


M = TypeVar("M", bound=_Table)


def checked(model: type[M], frame: pd.DataFrame) -> pd.DataFrame:
    """`frame` with exactly the columns of `model`, in its order, coerced and checked.

    Raises pandera.errors.SchemaError when a row breaks the declaration: that is a bug in a room, not bad input.
    """
    names = list(model.to_schema().columns)
    if frame.empty:
        frame = pd.DataFrame({name: [] for name in names})
    return cast(pd.DataFrame, model.validate(frame.reset_index(drop=True)[names]))


def empty(model: type[M]) -> pd.DataFrame:
    """A table of `model` without rows."""
    return checked(model, pd.DataFrame())


@dataclass(frozen=True)
class Result:
    """Everything one run found: the tables, in the order they come about, and what is known of the run.

    `info` is what run.json holds: config, versions, model names, timings, warnings. `signals` has one row a judged
    pair with the value of every signal; its columns are the names of the signals (see `xref.compare`).
    """

    articles: pd.DataFrame
    blocks: pd.DataFrame
    skipped: pd.DataFrame
    claims: pd.DataFrame
    dropped: pd.DataFrame
    attributions: pd.DataFrame
    stories: pd.DataFrame
    candidates: pd.DataFrame
    pairs: pd.DataFrame
    signals: pd.DataFrame
    memberships: pd.DataFrame
    copies: pd.DataFrame
    citations: pd.DataFrame
    origins: pd.DataFrame
    findings: pd.DataFrame
    positions: pd.DataFrame
    clusters: pd.DataFrame
    sources: pd.DataFrame
    info: dict[str, Any]
