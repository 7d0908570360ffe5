"""The formulas of an outlet: footers, legal lines and stock paragraphs that it prints whatever the news is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from xref.origins.dates import moment
from xref.origins.words import Hashes, Words

DAYS = 3
"""What an outlet prints on this many days is its formula; versions of one report rarely live that long."""
UNDATED_TEXTS = 6
"""As many different texts are taken for it where dates don't tell."""


def without_formulas(texts: Sequence[Words], outlets: Sequence[str], published: Sequence[str]) -> list[Words]:
    """The texts, each without what its outlet prints again and again.

    Texts that are the same word for word count once, so that a report printed many times is no formula.

    Parameters
    ----------
    texts, outlets, published : the articles, in one order.
    """
    of_outlet: dict[str, list[int]] = defaultdict(list)
    for at, outlet in enumerate(outlets):
        of_outlet[outlet].append(at)
    shorn = list(texts)
    for some in of_outlet.values():
        formulas = _formulas([texts[at] for at in some], [published[at] for at in some])
        for at in some if len(formulas) else ():
            shorn[at] = texts[at].without(formulas)
    return shorn


def _formulas(texts: Sequence[Words], published: Sequence[str]) -> Hashes:
    """Hashes of the shingles of one outlet that stand in texts of many days, or in many undated ones."""
    first = {text.whole: at for at, text in reversed(list(enumerate(texts)))}
    kept = sorted(first.values())
    if len(kept) < DAYS:
        return np.empty(0, dtype=np.uint64)
    days = {day: at + 1 for at, day in enumerate(sorted({moment(published[at])[0] for at in kept} - {""}))}
    values = [np.unique(texts[at].hashes) for at in kept]
    dated = np.repeat([days.get(moment(published[at])[0], 0) for at in kept], [len(v) for v in values])
    together = np.concatenate(values)
    names, spread = np.unique(together, return_counts=True)
    often = names[spread >= UNDATED_TEXTS]
    pairs = np.unique(np.column_stack([together[dated > 0], dated[dated > 0].astype(np.uint64)]), axis=0)
    names, on_days = np.unique(pairs[:, 0], return_counts=True)
    return np.union1d(often, names[on_days >= DAYS])
