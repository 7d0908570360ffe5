"""What the benchmark programs share: reading data, and writing figures with the machine and the commit."""

from __future__ import annotations

import argparse
import gzip
import json
import platform
import subprocess
from pathlib import Path
from typing import Any

from xref.versions import versions


def arguments(description: str | None, **options: tuple[type, Any, str]) -> argparse.Namespace:
    """Command line of a benchmark: --data, --json, and `options` by name as (type, default, help)."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of data sets")
    parser.add_argument("--json", type=Path, help="file to write")
    for name, (kind, default, text) in options.items():
        parser.add_argument(f"--{name}", type=kind, default=default, help=f"{text} (default {default})")
    return parser.parse_args()


def lines(path: Path) -> list[dict[str, Any]]:
    """Rows of a gzipped JSON Lines file. Ends the program with a clear message when it is not there."""
    if not path.is_file():
        raise SystemExit(f"skipped: {path} is not there")
    with gzip.open(path, "rt", encoding="utf-8") as handle:
        return [json.loads(line) for line in handle]


def record(figures: dict[str, Any], out: Path | None) -> None:
    """Prints the figures, and writes them to `out`, with machine and commit."""
    document = {**figures, "machine": machine(), "commit": commit(), "versions": versions()}
    text = json.dumps(document, indent=1, ensure_ascii=False)
    print(text)
    if out:
        out.write_text(text + "\n", encoding="utf-8")


def machine() -> str:
    """Processor, system and Python."""
    info = Path("/proc/cpuinfo")
    names = (
        [x.split(":", 1)[1].strip() for x in info.read_text().splitlines() if x.startswith("model name")]
        if info.is_file()
        else []
    )
    return f"{names[0] if names else platform.machine()}, {platform.system()}, Python {platform.python_version()}"


def commit() -> str:
    """The commit that is checked out, with "+" when files differ from it."""
    here = Path(__file__).parent
    told = subprocess.run(
        ["git", "describe", "--always", "--dirty=+"], capture_output=True, text=True, cwd=here, check=False
    )
    return told.stdout.strip() or "unknown"


def f1(hits: int, found: int, wanted: int) -> dict[str, float]:
    """Precision, recall and their harmonic mean."""
    precision, recall = hits / found if found else 0.0, hits / wanted if wanted else 0.0
    both = precision + recall
    return {
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(2 * precision * recall / both if both else 0.0, 4),
    }
