"""What the judge loses without some of its signals: each event judged by a model that has not seen it.

    python training/ablations.py --events EVENTS training/events [--corpus corpus]

Prints average precision and the recall at precision .8 and .9 for each relation and each choice of signals; first for
the plain numbers by themselves, without any fitting. docs/decisions/0007-comparison.md has the table.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
from train_judge import EventPairs, event_folders, left_out, read_events, report

from xref.compare.model import CONTRAST_TERMS, LINK_TERMS, RELATIONS
from xref.compare.signals import COLUMNS, SIGNALS

Floats = npt.NDArray[np.float64]
VERDICTS = frozenset(next(signal.columns for signal in SIGNALS if signal.name == "entailment")) | {"denied_entailed"}
CHOICES: dict[str, Callable[[str], bool]] = {
    "verdicts of the cross-encoder": lambda column: column in VERDICTS,
    "verdicts and cosine": lambda column: column in VERDICTS | {"similarity"},
    "all but the verdicts": lambda column: column not in VERDICTS,
    "all": lambda column: True,
    "all but quantities": lambda column: not column.startswith(("quantity", "count_")),
    "all but the closest": lambda column: not column.startswith("closest"),
}


def plain(event: EventPairs, agree: str, conflict: str) -> Floats:
    """Two columns as if they were the probabilities of agreement and conflict."""
    one, two = (event.rows[:, COLUMNS.index(column)] for column in (agree, conflict))
    return np.stack([one, two, np.zeros(len(one)), 1.0 - one], axis=1)


def tell(name: str, events: list[EventPairs], found: list[Floats]) -> None:
    """One line of figures."""
    figures = report(events, found)
    told = []
    for relation in RELATIONS[:3]:
        row = figures[relation]
        assert isinstance(row, dict)
        told.append(f"{relation} {row['average_precision']} {row['recall_at_80'][0]} {row['recall_at_90'][0]}")
    print(f"{name}: {'; '.join(told)}", flush=True)


def main() -> None:
    """Reads the events once and tells every choice."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=Path, nargs="+", required=True)
    parser.add_argument("--corpus", type=Path, default=Path("corpus"), help="the example corpus, with its gold.json")
    args = parser.parse_args()
    events = read_events([*event_folders(args.events), args.corpus], True)
    tell("cosine", events, [plain(event, "similarity", "similarity") for event in events])
    tell("best direction", events, [plain(event, "entails_most", "contradicts_most") for event in events])
    for name, is_kept in CHOICES.items():
        link, contrast = (
            [t for t in terms if all(map(is_kept, t.split("*")))] for terms in (LINK_TERMS, CONTRAST_TERMS)
        )
        tell(name, events, left_out(events, link, contrast))


if __name__ == "__main__":
    main()
