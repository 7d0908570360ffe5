"""The way of the data: from a folder of articles to the tables of the report, one room a step."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pandas as pd

from xref import cache as caching
from xref import claims, cluster, compare, embed, ingest, match, origins, reliability, stories
from xref.config import Config
from xref.errors import NothingReadable
from xref.outlets import Directory
from xref.progress import Progress, Silent
from xref.tables import Result
from xref.versions import versions

UNSTABLE = (
    "the estimate of probabilities strays from a plain vote of the origins, or hangs on where it starts; "
    "the probabilities shown are those of the vote"
)
SKIPPED_TOLD = 10
_NOTHING_HINT = "xref reads .txt, .md, .html, .json, .jsonl, .csv and .pdf files."
_GENERIC = frozenset({"article", "articles", "data", "docs", "documents", "files", "news", "text", "texts"})
"""Names of folders that do not tell one run from another."""


def check(folder: str | Path, config: Config | None = None, progress: Progress | None = None) -> Result:
    """Reads a folder of articles and returns who reports what, from how many origins, against whom.

    Parameters
    ----------
    folder : folder of articles, read recursively.
    config : settings; None is the defaults.
    progress : receives the steps; None is silent.

    Raises NothingReadable when no article could be read, ModelMissing when a model is not on this machine.
    """
    config = config or Config()
    progress = progress or Silent()
    directory = Directory(config.sources)
    cache = _cache(config, progress)
    clock = _Clock(progress)

    read, found, directory = _read(folder, config, directory, progress, clock)
    with clock.step("embedding"):
        vectors = embed.embed(found.claims, read.articles, config.embed, cache, progress)
    with clock.step("stories"):
        grouped = stories.group(read.articles, vectors.articles, config.stories)
    with clock.step("matching"):
        candidates = match.propose(found.claims, grouped.stories, grouped.neighbours, vectors.claims, config.match)
    with clock.step("comparing"):
        judged = compare.judge(candidates, found.claims, config.compare, cache, progress)
    with clock.step("clustering"):
        memberships = cluster.group(judged.pairs, found.claims, config.cluster)
    with clock.step("origins"):
        traced = origins.trace(
            read.articles, read.blocks, found.claims, found.attributions, judged.pairs, memberships,
            config.origins, directory,
        )  # fmt: skip
    with clock.step("reliability"):
        assessed = reliability.assess(
            read.articles, found.claims, grouped.stories, judged.pairs, memberships,
            traced.copies, traced.origins, traced.findings, config.reliability, config.sources,
        )  # fmt: skip
    if not assessed.is_stable:
        progress.warn(UNSTABLE)
    return Result(
        articles=read.articles, blocks=read.blocks, skipped=read.skipped,
        claims=found.claims, dropped=found.dropped, attributions=found.attributions,
        stories=grouped.stories, candidates=candidates, pairs=judged.pairs, signals=judged.signals,
        memberships=memberships, copies=traced.copies, citations=traced.citations,
        origins=traced.origins, findings=traced.findings,
        positions=assessed.positions, clusters=assessed.clusters, sources=assessed.sources,
        info=_info(folder, config, clock, {**vectors.models, **found.models, **judged.models}, progress),
    )  # fmt: skip


def claims_in(
    folder: str | Path, config: Config | None = None, progress: Progress | None = None
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The first two steps alone: the claims of a folder, and the sentences that are none (see tables.Dropped).

    Raises NothingReadable when no article could be read, ModelMissing when a model is not on this machine.
    """
    config = config or Config()
    progress = progress or Silent()
    _, found, _ = _read(folder, config, Directory(config.sources), progress, _Clock(progress))
    return found.claims, found.dropped


def _read(
    folder: str | Path, config: Config, directory: Directory, progress: Progress, clock: _Clock
) -> tuple[ingest.Read, claims.Extracted, Directory]:
    """The articles, their claims, and the directory with the outlets of the folder."""
    with clock.step("reading"):
        read = ingest.read_folder(Path(folder), config.ingest, directory, progress)
    if read.articles.empty:
        raise NothingReadable(_nothing_read(folder, read.skipped), _NOTHING_HINT)
    directory = directory.with_folder_outlets(read.articles["outlet"])
    with clock.step("claims"):
        found = claims.extract(read.articles, read.blocks, config.claims, directory, progress)
    return read, found, directory


def _nothing_read(folder: str | Path, skipped: pd.DataFrame) -> str:
    """That no article was read, and what was skipped for which reason."""
    if skipped.empty:
        return f"{folder}: there is no file in it"
    told = [f"\n  {row.path}: {row.reason}, {row.detail}" for row in skipped.head(SKIPPED_TOLD).itertuples()]
    more = f"\n  and {len(skipped) - SKIPPED_TOLD} more" if len(skipped) > SKIPPED_TOLD else ""
    return f"{folder}: no article could be read, {len(skipped)} skipped{''.join(told)}{more}"


class _Clock:
    """Times the steps, and announces them."""

    def __init__(self, progress: Progress) -> None:
        self.seconds: dict[str, float] = {}
        self._progress = progress

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        self._progress.start(name)
        begun = time.perf_counter()
        yield
        self.seconds[name] = round(time.perf_counter() - begun, 3)


def _cache(config: Config, progress: Progress) -> caching.Cache:
    if not config.embed.cache:
        return caching.Cache(None)
    folder = Path(config.embed.cache_dir) if config.embed.cache_dir else caching.default_folder()
    return caching.Cache(folder / "values.sqlite", progress.warn)


def _info(
    folder: str | Path, config: Config, clock: _Clock, models: dict[str, str], progress: Progress
) -> dict[str, Any]:
    return {
        "folder": _name(Path(folder).resolve()),
        "config": config.model_dump(mode="json"),
        "versions": versions(),
        "models": models,
        "seconds": clock.seconds,
        "warnings": sorted(set(getattr(progress, "warnings", []))),
    }


def _name(folder: Path) -> str:
    """The folder's name, its parent's where it says nothing: `flood` for `flood/articles`."""
    return folder.parent.name or folder.name if folder.name.lower() in _GENERIC else folder.name
