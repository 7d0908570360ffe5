"""What the tests of the report share: one made-up run, written once."""

from __future__ import annotations

from pathlib import Path

import pytest

from xref import report
from xref.config import ReportConfig
from xref.tables import Result

from .made_up import made_up_result


@pytest.fixture(scope="session")
def result() -> Result:
    return made_up_result()


@pytest.fixture(scope="session")
def run_folder(result: Result, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("reports") / "halvard"
    report.write(result, out, ReportConfig())
    return out
