"""Every setting, one section a room, with its meaning, unit, range and default.

Precedence: defaults < file < environment `XREF_SECTION__KEY` < `--set section.key=value`. All mistakes
are told at once, and an unknown key is told with the nearest known one.
"""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from xref.errors import ConfigError

ENV_PREFIX = "XREF_"
FILE_NAME = "xref.toml"


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class IngestConfig(_Section):
    """Files to articles."""

    max_file_mb: float = Field(20, gt=0, le=2000, description="files above this size are skipped and told, MB")
    max_articles: int = Field(100_000, ge=1, description="articles read at most; the rest is told in skipped.csv")
    min_words: int = Field(8, ge=0, description="texts shorter than this are skipped as no article, words")
    folder_is_outlet: bool = Field(True, description="use a subfolder's name as outlet where nothing else names one")
    day_first: bool = Field(True, description="read 03/04/2024 as 3 April, when the page does not tell")
    timezone: str = Field("UTC", description="IANA zone of times that carry none")


class ClaimsConfig(_Section):
    """Articles to claims."""

    spacy_model: str = Field("", description="spaCy pipeline by name or path; empty: en_core_web_sm as installed")
    language: str = Field("", description="ISO 639-1 code that overrides language detection; empty: detect")
    min_words: int = Field(4, ge=1, le=50, description="claims shorter than this are dropped, words")
    max_words: int = Field(80, ge=10, le=1000, description="sentences longer than this are cut at clauses, words")


class EmbedConfig(_Section):
    """Claims and articles to vectors."""

    model: str = Field("", description="sentence-transformers model by name or path; empty: all-MiniLM-L6-v2 as installed")
    device: str = Field("auto", description="auto, cpu, cuda or mps")
    precision: Literal["auto", "float32", "bfloat16"] = Field("auto", description="auto: bfloat16 where the processor has it")
    batch_size: int = Field(64, ge=1, le=4096, description="sentences a batch")
    cache: bool = Field(True, description="keep vectors and judgements between runs")
    cache_dir: str = Field("", description="folder of the cache; empty: the user's cache folder")


class StoriesConfig(_Section):
    """Articles to stories."""

    min_similarity: float = Field(0.55, ge=0, le=1, description="articles less alike than this are not one story, cosine")
    window_days: float = Field(10, gt=0, description="articles further apart than this are not one story, days")


class MatchConfig(_Section):
    """Candidate pairs."""

    min_similarity: float = Field(0.35, ge=-1, le=1, description="claims less alike than this need another reason to be compared, cosine")
    max_candidates: int = Field(25, ge=1, le=1000, description="candidates a claim at most")
    across_stories: bool = Field(False, description="also compare claims of different stories")
    exact_below: int = Field(50_000, ge=1, description="exact search up to this many claims")


class CompareConfig(_Section):
    """The judgement of a pair."""

    nli_model: str = Field("", description="cross-encoder by name or path; empty: the one shipped; none: no cross-encoder")
    agree_threshold: float = Field(0.5, ge=0, le=1, description="a pair agrees from this probability on")
    conflict_threshold: float = Field(0.5, ge=0, le=1, description="a pair conflicts from this probability on")
    update_threshold: float = Field(0.5, ge=0, le=1, description="a pair is an update from this probability on")
    number_tolerance: float = Field(0.01, ge=0, le=0.5, description="numbers this close agree, share of the larger")
    batch_size: int = Field(64, ge=1, le=4096, description="pairs a batch of the cross-encoder")


class ClusterConfig(_Section):
    """Judged pairs to clusters and positions."""

    min_link: float = Field(0.5, ge=0, le=1, description="average probability of belonging together from which groups merge")


class OriginsConfig(_Section):
    """Who copies, credits and quotes whom."""

    shingle_words: int = Field(5, ge=2, le=20, description="words a shingle")
    near_verbatim: float = Field(0.8, ge=0, le=1, description="containment from which an article is a near-verbatim copy")
    shared_wire: float = Field(0.35, ge=0, le=1, description="containment from which two articles share an agency's text")
    partial: float = Field(0.12, ge=0, le=1, description="containment from which reuse is told as partial")
    min_run_words: int = Field(20, ge=5, description="shortest shared run that counts as copying, words")
    exact_below: int = Field(5_000, ge=1, description="exact copy search up to this many articles, MinHash above")


class ReliabilityConfig(_Section):
    """Status of clusters, standing of sources."""

    min_independent_origins: int = Field(2, ge=2, le=10, description="independent origins that corroborate")
    min_probability: float = Field(0.9, gt=0, lt=1, description="probability from which a position is corroborated")
    enough_claims: int = Field(5, ge=1, description="shared claims from which a source's standing is told")
    max_interval: float = Field(0.4, gt=0, le=1, description="widest interval that still is enough data")
    copy_rate: float = Field(0.8, gt=0, lt=1, description="share of its claims that a copier copies")
    copy_prior: float = Field(0.1, gt=0, lt=1, description="prior probability that two sources copy")


class ReportConfig(_Section):
    """Files written."""

    title: str = Field("", description="title of the report; empty: the folder's name")
    max_clusters: int = Field(2000, ge=1, description="clusters shown in report.html; all are in the tables")
    formats: list[Literal["csv", "html", "json", "sqlite"]] = Field(
        ["csv", "html", "json", "sqlite"], description="which files to write"
    )


class SourceConfig(_Section):
    """One outlet or agency that the user tells xref about."""

    name: str = Field(min_length=1, description="normal form")
    aliases: list[str] = Field([], description="other names: FT for Financial Times")
    domains: list[str] = Field([], description="web domains: ft.com")
    family: str = Field("", description="publisher family; outlets of one family are no independent origins of one text")
    agency: bool = Field(False, description="a news agency whose text others print")
    reliability: Literal["", "A", "B", "C", "D", "E", "F"] = Field("", description="Admiralty letter, the user's own grade")
    country: str = Field("", description="country")


class Config(_Section):
    """The whole configuration."""

    ingest: IngestConfig = IngestConfig()  # type: ignore[call-arg]
    claims: ClaimsConfig = ClaimsConfig()  # type: ignore[call-arg]
    embed: EmbedConfig = EmbedConfig()  # type: ignore[call-arg]
    stories: StoriesConfig = StoriesConfig()  # type: ignore[call-arg]
    match: MatchConfig = MatchConfig()  # type: ignore[call-arg]
    compare: CompareConfig = CompareConfig()  # type: ignore[call-arg]
    cluster: ClusterConfig = ClusterConfig()  # type: ignore[call-arg]
    origins: OriginsConfig = OriginsConfig()  # type: ignore[call-arg]
    reliability: ReliabilityConfig = ReliabilityConfig()  # type: ignore[call-arg]
    report: ReportConfig = ReportConfig()  # type: ignore[call-arg]
    sources: tuple[SourceConfig, ...] = ()


SECTIONS = tuple(name for name in Config.model_fields if name != "sources")


@dataclass(frozen=True)
class LoadedConfig:
    """A configuration with the place each value came from (`default`, `file`, `environment`, `--set`)."""

    config: Config
    provenance: Mapping[str, str]
    path: Path | None = None


@dataclass
class _Draft:
    """Raw values on their way to validation, and the mistakes found so far."""

    values: dict[str, Any] = field(default_factory=dict)
    provenance: dict[str, str] = field(default_factory=dict)
    mistakes: list[str] = field(default_factory=list)

    def put(self, section: str, key: str, value: Any, origin: str) -> None:
        """Sets one value, or notes that there is no such key."""
        if section not in SECTIONS:
            self.mistakes.append(f"{origin}: unknown section [{section}]{_nearest(section, [*SECTIONS, 'sources'])}")
            return
        known = list(_section_model(section).model_fields)
        if key not in known:
            self.mistakes.append(f"{origin}: unknown key {section}.{key}{_nearest(key, known, section + '.')}")
            return
        self.values.setdefault(section, {})[key] = value
        self.provenance[f"{section}.{key}"] = origin


def _section_model(section: str) -> type[BaseModel]:
    model = Config.model_fields[section].annotation
    assert isinstance(model, type) and issubclass(model, BaseModel)
    return model


def _nearest(word: str, known: list[str], prefix: str = "") -> str:
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
    return f", did you mean {prefix}{close[0]}?" if close else f"; known: {', '.join(prefix + k for k in known)}"


def load_config(
    path: Path | None = None,
    overrides: Iterable[str] = (),
    environment: Mapping[str, str] | None = None,
) -> LoadedConfig:
    """The configuration of a run.

    Parameters
    ----------
    path : file to read; None looks for `xref.toml` in the working folder and goes on without.
    overrides : `section.key=value` texts of `--set`; values in TOML syntax, bare words are strings.
    environment : variables to look in; None is os.environ.

    Raises ConfigError naming every mistake at once.
    """
    environment = os.environ if environment is None else environment
    if path is None and Path(FILE_NAME).is_file():
        path = Path(FILE_NAME)
    draft = _Draft()
    if path is not None:
        _read_file(path, draft)
    for name, text in sorted(environment.items()):
        if name.startswith(ENV_PREFIX) and "__" in name:
            section, key = name.removeprefix(ENV_PREFIX).lower().split("__", 1)
            draft.put(section, key, _literal(text), f"environment {name}")
    for override in overrides:
        left, separator, text = override.partition("=")
        section, dot, key = left.strip().partition(".")
        if not separator or not dot:
            draft.mistakes.append(f"--set {override!r}: write section.key=value")
            continue
        draft.put(section, key, _literal(text.strip()), "--set")
    return _validated(draft, path)


def _read_file(path: Path, draft: _Draft) -> None:
    try:
        with path.open("rb") as handle:
            document = tomllib.load(handle)
    except FileNotFoundError:
        raise ConfigError(f"{path}: there is no such config file", "`xref init` writes one.") from None
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: can't be read as TOML: {error}") from None
    for section, content in document.items():
        if section == "sources" and isinstance(content, list):
            draft.values["sources"] = content
            draft.provenance["sources"] = str(path)
        elif isinstance(content, dict):
            for key, value in content.items():
                draft.put(section, key, value, str(path))
        else:
            draft.mistakes.append(f"{path}: {section} is no section{_nearest(section, list(SECTIONS))}")


def _literal(text: str) -> Any:
    """`text` as a TOML value; a bare word is a string."""
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text


def _validated(draft: _Draft, path: Path | None) -> LoadedConfig:
    try:
        config = Config.model_validate(draft.values)
    except ValidationError as error:
        for problem in error.errors():
            place = ".".join(str(part) for part in problem["loc"])
            origin = draft.provenance.get(".".join(str(part) for part in problem["loc"][:2]), draft.provenance.get("sources", ""))
            extra = ""
            if problem["type"] == "extra_forbidden":
                extra = _nearest(str(problem["loc"][-1]), list(SourceConfig.model_fields))
            draft.mistakes.append(f"{origin}: {place} = {problem['input']!r}: {problem['msg']}{extra}")
        config = None
    if config is not None:
        draft.mistakes += _source_mistakes(config.sources)
    if draft.mistakes or config is None:
        lines = "\n".join(f"  {mistake}" for mistake in draft.mistakes)
        count = len(draft.mistakes)
        raise ConfigError(f"the configuration has {count} mistake{'s' if count > 1 else ''}:\n{lines}", "`xref init` shows every key with its range.")
    provenance = {
        f"{section}.{key}": draft.provenance.get(f"{section}.{key}", "default")
        for section in SECTIONS
        for key in _section_model(section).model_fields
    }
    return LoadedConfig(config, provenance, path)


def _source_mistakes(sources: tuple[SourceConfig, ...]) -> list[str]:
    """Names, aliases and domains that two entries claim."""
    seen: dict[str, str] = {}
    mistakes = []
    for source in sources:
        for word in {w.casefold() for w in (source.name, *source.aliases, *source.domains)}:
            if word in seen and seen[word] != source.name:
                mistakes.append(f"[[sources]]: {word!r} belongs to both {seen[word]!r} and {source.name!r}")
            seen[word] = source.name
    return mistakes
