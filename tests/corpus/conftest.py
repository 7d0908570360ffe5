"""The example corpus: as it is read, as it is annotated, and as the whole pipeline sees it (once a session)."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from xref import ingest
from xref.config import Config
from xref.outlets import Directory
from xref.progress import Silent
from xref.tables import Result

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus"
sys.path.insert(0, str(ROOT / "benchmarks" / "quality"))  # where the scorer lives


@pytest.fixture(scope="session")
def corpus() -> Path:
    return CORPUS


@pytest.fixture(scope="session")
def read() -> ingest.Read:
    config = Config()
    return ingest.read_folder(CORPUS, config.ingest, Directory(config.sources), Silent())


@pytest.fixture(scope="session")
def texts(read: ingest.Read) -> dict[str, str]:
    return dict(zip(read.articles["path"], read.articles["text"], strict=True))


@pytest.fixture(scope="session")
def annotation() -> dict[str, Any]:
    told: dict[str, Any] = json.loads((CORPUS / "gold.json").read_text(encoding="utf-8"))
    return told


@pytest.fixture(scope="session")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Result:
    pipeline = pytest.importorskip("xref.pipeline", exc_type=ImportError)
    cache = tmp_path_factory.mktemp("cache")
    config = Config.model_validate({"embed": {"cache_dir": str(cache)}})
    result: Result = pipeline.check(CORPUS, config)
    return result
