"""Wall time and peak memory of the truth estimator, reading left out of the time but not of the memory.

    truth.py --data FOLDER [--json OUT] [--only NAME ...]

FOLDER holds a folder a data set with `claims.csv.gz` (source, object, attribute, value). Each runs in a process of its
own, with one thread.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

from corpora import machine

_PROGRAM = """
import json, resource, sys, time
import pandas as pd
from xref.reliability import estimate_truth
claims = pd.read_csv(sys.argv[1], dtype=str, keep_default_na=False)
begun = time.perf_counter(), time.process_time()
estimate = estimate_truth(claims)
seconds, cpu = time.perf_counter() - begun[0], time.process_time() - begun[1]
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
print(json.dumps({"claims": len(claims), "items": len(estimate.winners), "sources": len(estimate.sources),
    "seconds": round(seconds, 2), "cpu_seconds": round(cpu, 2), "peak_mib": round(peak)}))
"""


def measure(claims: Path) -> dict[str, object]:
    """One run in a process of its own."""
    command = [sys.executable, "-c", _PROGRAM, str(claims)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env={"OMP_NUM_THREADS": "1"})
    return {"data": claims.parent.name, **json.loads(done.stdout)}


def main() -> None:
    """Prints a line a data set, and writes the rows as JSON when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--only", nargs="+", metavar="NAME", help="data sets, by folder name")
    options = parser.parse_args()
    found = sorted(options.data.glob("*/claims.csv.gz"))
    files = [path for path in found if not options.only or path.parent.name in options.only]
    if not files:
        parser.exit(0, f"skipped: {options.data} holds no data sets\n")
    rows = []
    for path in files:
        row = measure(path)
        rows.append(row)
        print(f"{row['data']!s:16}{row['claims']:9} claims{row['seconds']:8} s{row['peak_mib']:6} MiB", flush=True)
    if options.json:
        options.json.write_text(json.dumps({"machine": machine(), "runs": rows}, indent=1) + "\n")


if __name__ == "__main__":
    main()
