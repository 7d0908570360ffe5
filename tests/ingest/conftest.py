from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from xref import ingest
from xref.config import IngestConfig, SourceConfig
from xref.ingest import Read
from xref.outlets import Directory
from xref.progress import Silent

PROSE = (
    "Engineers closed the Halden bridge on Tuesday after an inspection found cracks in two of its pillars. "
    "The council of Brinmoor said repairs would take at least six weeks."
)

Reader = Callable[..., Read]


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    def put(path: str, content: str | bytes) -> Path:
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return file

    return put


@pytest.fixture
def progress() -> Silent:
    return Silent()


@pytest.fixture
def read(tmp_path: Path, progress: Silent) -> Reader:
    def run(sources: tuple[SourceConfig, ...] = (), **settings: object) -> Read:
        return ingest.read_folder(tmp_path, IngestConfig.model_validate(settings), Directory(sources), progress)

    return run
