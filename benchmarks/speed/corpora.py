"""Wall time and peak memory of `xref check` over folders of articles.

    corpora.py FOLDER [FOLDER ...] [--json OUT] [--runs FOLDER] [--set SECTION.KEY=VALUE]

Each folder is checked in a process of its own with an empty cache. Peak memory is the process's largest resident set,
as the system counts it. The result is a row a folder, with the machine and the commit it was measured on.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

_KIB_A_UNIT = 1 if sys.platform != "darwin" else 1 / 1024  # ru_maxrss is KiB on Linux and bytes on macOS


@dataclass(frozen=True)
class Measured:
    """One run: seconds and MiB, and what it read and found."""

    folder: str
    exit_code: int
    seconds: float
    peak_mib: float
    articles: int
    skipped: int
    claims: int
    pairs: int
    steps: dict[str, float]


def measure(folder: Path, run: Path, settings: Sequence[str] = ()) -> Measured:
    """Checks `folder` into `run` in a process of its own, with `settings` as `--set` takes them."""
    with tempfile.TemporaryDirectory() as cache, (run.parent / f"{run.name}.log").open("w") as log:
        command = [sys.executable, "-m", "xref", "check", str(folder), "-o", str(run)]
        for setting in (*settings, f"embed.cache_dir={cache}"):
            command += ["--set", setting]
        begun = time.perf_counter()
        child = subprocess.Popen(command, stdout=log, stderr=log)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - begun
    child.returncode = os.waitstatus_to_exitcode(status)
    return Measured(
        folder=folder.resolve().name,
        exit_code=child.returncode,
        seconds=round(seconds, 1),
        peak_mib=round(usage.ru_maxrss * _KIB_A_UNIT / 1024, 1),
        **{name: _rows(run / f"{name}.csv") for name in ("articles", "skipped", "claims", "pairs")},
        steps=_steps(run),
    )


def machine() -> dict[str, Any]:
    """What it was measured on."""
    commit = subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True, text=True, cwd=Path(__file__).parent)
    return {
        "commit": commit.stdout.strip() or "unknown",
        "measured": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "threads": os.environ.get("OMP_NUM_THREADS", ""),
        "system": platform.platform(),
        "python": platform.python_version(),
    }


def main() -> None:
    """Prints a line a folder, and writes the rows as JSON when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--runs", type=Path, help="keep the runs here")
    parser.add_argument("--set", dest="settings", action="append", default=[], metavar="SECTION.KEY=VALUE")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        runs = options.runs or Path(scratch)
        runs.mkdir(parents=True, exist_ok=True)
        rows = [measure(folder, runs / folder.resolve().name, options.settings) for folder in options.folders]
    for row in rows:
        read = f"{row.folder:16}{row.articles:6} articles{row.claims:8} claims"
        print(f"{read}{row.seconds:9.1f} s{row.peak_mib:9.0f} MiB  exit {row.exit_code}")
    if options.json:
        told = {**machine(), "settings": options.settings, "runs": [asdict(row) for row in rows]}
        options.json.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
    sys.exit(max(row.exit_code for row in rows))


def _rows(file: Path) -> int:
    """Rows of a table: records, not lines, as cells may hold line ends."""
    csv.field_size_limit(1 << 30)
    if not file.exists():
        return 0
    with file.open(newline="", encoding="utf-8") as rows:
        return max(0, sum(1 for _ in csv.reader(rows)) - 1)


def _steps(run: Path) -> dict[str, float]:
    file = run / "run.json"
    return json.loads(file.read_text(encoding="utf-8")).get("seconds", {}) if file.exists() else {}


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    return next(
        (line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.processor()
    )


if __name__ == "__main__":
    main()
