"""Which pairs the cross-encoder reads, and its verdicts on them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from xref.cache import Cache
from xref.compare.cross_encoder import CrossEncoder, scored
from xref.compare.sides import Comparison, Verdicts
from xref.progress import Progress

CHUNK_PAIRS = 4096
"""Pairs that are worked on at once: what a run holds beside its tables is bounded by it."""
HOPELESS = 0.15
"""Pairs less probably related are not read: of 742 agreements found on annotated events none was below."""


def likeliest(pairs: list[Comparison], related: npt.NDArray[np.float64], most: int) -> list[int]:
    """Places of the pairs to read: the likeliest first, no claim in more than `most`."""
    used: Counter[str] = Counter()
    chosen = []
    for at in np.argsort(-related, kind="stable"):
        a, b = pairs[at].a.claim_id, pairs[at].b.claim_id
        if related[at] >= HOPELESS and used[a] < most and used[b] < most:
            used.update((a, b))
            chosen.append(int(at))
    return sorted(chosen)


def with_verdicts(
    pairs: list[Comparison], chosen: npt.NDArray[np.bool_], encoder: CrossEncoder, cache: Cache, progress: Progress
) -> list[Comparison]:
    """The same pairs, the chosen ones with the cross-encoder's verdicts in both directions."""
    texts = [(p.a.statement, p.b.statement) for p, is_chosen in zip(pairs, chosen, strict=True) if is_chosen]
    read = scored(texts + [(b, a) for a, b in texts], encoder, cache, progress, CHUNK_PAIRS)
    found = list(pairs)
    for at in np.flatnonzero(chosen):
        a, b = pairs[at].a.statement, pairs[at].b.statement
        forth, back = read[a, b], read[b, a]
        verdicts = Verdicts(float(forth[0]), float(back[0]), float(forth[2]), float(back[2]))
        found[at] = replace(pairs[at], verdicts=verdicts)
    return found
