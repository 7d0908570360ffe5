"""Every setting, one section a room, with its meaning, unit, range and default.

`xref.settings` reads them from a file, the environment and the command line.
"""

from __future__ import annotations

import os
from typing import Annotated, Any, Literal
from zoneinfo import available_timezones

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator


def _no_boolean(value: Any) -> Any:
    if isinstance(value, bool):
        raise ValueError("Input should be a number")
    return value


def _known_zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError("Input should be an IANA zone such as Europe/Kyiv")
    return name


Number = Annotated[float, BeforeValidator(_no_boolean)]
Whole = Annotated[int, BeforeValidator(_no_boolean)]
Place = Annotated[str, AfterValidator(os.path.expanduser)]
"""A name or a path; `~` is the user's home."""


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class IngestConfig(_Section):
    """Files to articles."""

    max_file_mb: Number = Field(default=20, gt=0, le=2000, description="files above this size are skipped and told, MB")
    max_articles: Whole = Field(
        default=100_000, ge=1, description="articles read at most; the rest is told in skipped.csv"
    )
    min_words: Whole = Field(default=8, ge=0, description="texts shorter than this are skipped as no article, words")
    folder_is_outlet: bool = Field(
        default=True, description="use a subfolder's name as outlet where nothing else names one"
    )
    day_first: bool = Field(default=True, description="read 03/04/2024 as 3 April, when the page does not tell")
    timezone: Annotated[str, AfterValidator(_known_zone)] = Field(
        default="UTC", description="IANA zone of times that carry none"
    )
    skip_duplicates: bool = Field(
        default=False, description="skip a file whose text and metadata another file has; otherwise both are read"
    )


class ClaimsConfig(_Section):
    """Articles to claims."""

    spacy_model: Place = Field(
        default="", description="spaCy pipeline by name or path; empty: en_core_web_sm as installed"
    )
    language: str = Field(
        default="",
        pattern=r"^([a-z]{2,3})?$",
        description="ISO 639-1 code that overrides language detection; empty: detect",
    )
    min_words: Whole = Field(default=4, ge=1, le=50, description="claims shorter than this are dropped, words")
    max_words: Whole = Field(
        default=80, ge=10, le=1000, description="sentences longer than this are cut at clauses, words"
    )


class EmbedConfig(_Section):
    """Claims and articles to vectors."""

    model: Place = Field(
        default="", description="sentence-transformers model by name or path; empty: all-MiniLM-L6-v2 as installed"
    )
    device: str = Field(default="auto", pattern=r"^(auto|cpu|mps|cuda(:\d+)?)$", description="auto, cpu, cuda or mps")
    precision: Literal["auto", "float32", "bfloat16"] = Field(
        default="auto", description="auto: bfloat16 where the processor has it"
    )
    batch_size: Whole = Field(default=64, ge=1, le=4096, description="sentences a batch")
    cache: bool = Field(default=True, description="keep vectors and judgements between runs")
    cache_dir: Place = Field(default="", description="folder of the cache; empty: the user's cache folder")


class StoriesConfig(_Section):
    """Articles to stories."""

    min_similarity: Number = Field(
        default=0.42,
        ge=0,
        le=1,
        description="articles less alike than this are not one story, in a folder of 300, cosine",
    )
    neighbour_margin: Number = Field(
        default=0.17,
        ge=0,
        le=1,
        description="articles less alike by so much are still compared, claim by claim, cosine",
    )
    window_days: Number = Field(
        default=10, gt=0, description="articles further apart than this are not one story, days"
    )


class MatchConfig(_Section):
    """Candidate pairs."""

    min_similarity: Number = Field(
        default=0.35, ge=-1, le=1, description="claims less alike than this need another reason to be compared, cosine"
    )
    other_story_margin: Number = Field(
        default=0.15, ge=0, le=1, description="how much more alike claims of different stories must be, cosine"
    )
    max_candidates: Whole = Field(default=100, ge=1, le=1000, description="candidates a claim at most")
    across_stories: bool = Field(default=False, description="compare claims of all articles, however unlike")


class CompareConfig(_Section):
    """The judgement of a pair."""

    nli_model: Place = Field(
        default="", description="cross-encoder by name or path; empty: the one shipped; none: no cross-encoder"
    )
    agree_threshold: Number = Field(default=0.65, ge=0, le=1, description="a pair agrees from this probability on")
    conflict_threshold: Number = Field(
        default=0.45, ge=0, le=1, description="a pair conflicts from this probability on"
    )
    update_threshold: Number = Field(
        default=0.25, ge=0, le=1, description="a pair is an update from this probability on"
    )
    max_read: Whole = Field(
        default=16, ge=1, le=1000, description="candidates a claim that the cross-encoder reads at most, the likeliest"
    )
    number_tolerance: Number = Field(
        default=0.01, ge=0, le=0.5, description="numbers this close agree, share of the larger"
    )
    batch_size: Whole = Field(default=64, ge=1, le=4096, description="pairs a batch of the cross-encoder")


class ClusterConfig(_Section):
    """Judged pairs to clusters and positions."""

    min_agree: Number = Field(
        default=0.26, gt=0, le=1, description="mean probability of agreement from which claims are one position"
    )
    min_core: Number = Field(
        default=0.5, ge=0, le=1, description="probability of agreement that joins claims of a position, pair by pair"
    )
    min_link: Number = Field(
        default=0.4, gt=0, le=1, description="mean probability of a relation from which positions are one cluster"
    )


class OriginsConfig(_Section):
    """Who copies, credits and quotes whom."""

    shingle_words: Whole = Field(default=5, ge=2, le=20, description="words a shingle")
    near_verbatim: Number = Field(
        default=0.8, ge=0, le=1, description="containment from which an article is a near-verbatim copy"
    )
    shared_wire: Number = Field(
        default=0.35, ge=0, le=1, description="containment from which two articles share an agency's text"
    )
    partial: Number = Field(default=0.06, ge=0, le=1, description="containment from which reuse is told as partial")
    min_run_words: Whole = Field(default=10, ge=5, description="shortest shared run that counts as copying, words")
    exact_below: Whole = Field(
        default=5_000, ge=1, description="copies are searched exactly up to this many articles, winnowed above"
    )

    @model_validator(mode="after")
    def _in_order(self) -> OriginsConfig:
        if not self.partial <= self.shared_wire <= self.near_verbatim:
            raise ValueError("partial, shared_wire and near_verbatim should not fall")
        return self


class ReliabilityConfig(_Section):
    """Status of clusters, standing of sources."""

    min_independent_origins: Whole = Field(default=2, ge=2, le=10, description="independent origins that corroborate")
    min_probability: Number = Field(
        default=0.9, gt=0, lt=1, description="probability from which a position is corroborated"
    )
    enough_claims: Whole = Field(default=5, ge=1, description="shared claims from which a source's standing is told")
    max_interval: Number = Field(default=0.4, gt=0, le=1, description="widest interval that still is enough data")
    copy_rate: Number = Field(default=0.8, gt=0, lt=1, description="share of its claims that a copier copies")
    copy_prior: Number = Field(default=0.1, gt=0, lt=1, description="prior probability that two sources copy")


class ReportConfig(_Section):
    """Files written."""

    title: str = Field(default="", description="title of the report; empty: the folder's name")
    max_clusters: Whole = Field(
        default=400, ge=1, description="clusters shown in full in report.html; all are in the tables"
    )
    max_lines: Whole = Field(
        default=1000, ge=1, description="single-origin clusters listed in report.html; all are in the tables"
    )
    formats: list[Literal["csv", "html", "json", "sqlite"]] = Field(
        default=["csv", "html", "json", "sqlite"], description="which files to write"
    )


class SourceConfig(_Section):
    """One outlet or agency that the user tells xref about."""

    name: str = Field(min_length=1, description="normal form")
    aliases: list[str] = Field(default=[], description="other names: FT for Financial Times")
    domains: list[str] = Field(default=[], description="web domains: ft.com")
    family: str = Field(
        default="", description="publisher family; what outlets of one family report themselves is one origin"
    )
    agency: bool = Field(default=False, description="a news agency whose text others print")
    reliability: Literal["", "A", "B", "C", "D", "E", "F"] = Field(
        default="", description="Admiralty letter, the user's own grade"
    )
    country: str = Field(default="", description="country")


class Config(_Section):
    """The whole configuration."""

    ingest: IngestConfig = IngestConfig()
    claims: ClaimsConfig = ClaimsConfig()
    embed: EmbedConfig = EmbedConfig()
    stories: StoriesConfig = StoriesConfig()
    match: MatchConfig = MatchConfig()
    compare: CompareConfig = CompareConfig()
    cluster: ClusterConfig = ClusterConfig()
    origins: OriginsConfig = OriginsConfig()
    reliability: ReliabilityConfig = ReliabilityConfig()
    report: ReportConfig = ReportConfig()
    sources: tuple[SourceConfig, ...] = ()


SECTIONS = tuple(name for name in Config.model_fields if name != "sources")
