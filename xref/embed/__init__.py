"""Claims and articles to vectors, cached by text, model and version."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from xref.cache import Cache, digest
from xref.canonical import canonical
from xref.config import EmbedConfig
from xref.embed.model import Encoder, Matrix, SentenceTransformerEncoder
from xref.progress import Progress
from xref.values import Name, from_json

LEAD_CHARACTERS = 1200  # the default model reads 256 word pieces, about this much English

__all__ = ["Vectors", "embed"]


@dataclass(frozen=True)
class Vectors:
    """Unit vectors, one row a row of the tables they were made from."""

    claims: Matrix
    """Shape (claims, dimensions): of the statements."""
    articles: Matrix
    """Shape (articles, dimensions): of headline and lead."""
    models: dict[str, str]
    """Name and version of the model, for run.json."""


def embed(
    claims: pd.DataFrame,
    articles: pd.DataFrame,
    config: EmbedConfig,
    cache: Cache,
    progress: Progress,
    load: Callable[[EmbedConfig], Encoder] = SentenceTransformerEncoder,
) -> Vectors:
    """Embeds the statements of `claims` and the leads of `articles`; `load` makes the encoder.

    Raises ModelMissing when the model is not on this machine.
    """
    encoder = load(config)
    statements = [
        canonical(statement, from_json(Name, names))
        for statement, names in zip(claims["statement"], claims["names"], strict=True)
    ]
    leads = [_lead(title, text) for title, text in zip(articles["title"], articles["text"], strict=True)]
    progress.start("embedding", len(set(statements) | set(leads)))
    known = _vectors_of(sorted(set(statements) | set(leads)), encoder, cache, progress, config.batch_size)
    return Vectors(_stack(statements, known), _stack(leads, known), {"embedding": encoder.name})


def _lead(title: str, text: str) -> str:
    start = text.strip()[:LEAD_CHARACTERS]
    return start if not title or start.startswith(title) else f"{title}\n{start}"


def _vectors_of(
    texts: Sequence[str], encoder: Encoder, cache: Cache, progress: Progress, batch_size: int
) -> dict[str, Matrix]:
    """Vector of each text. Kept as float16, so that a cached and a computed vector are the same to the bit."""
    keys = {text: digest("vector", encoder.name, text) for text in texts}
    stored = cache.get(list(keys.values()))
    known = {text: _unpack(stored[key]) for text, key in keys.items() if key in stored}
    progress.advance(len(known))
    missing = sorted((text for text in texts if text not in known), key=lambda text: (len(text), text))
    step = batch_size * 16
    for at in range(0, len(missing), step):
        some = missing[at : at + step]
        packed = [vector.astype(np.float16).tobytes() for vector in encoder.encode(some)]
        cache.put(zip((keys[text] for text in some), packed, strict=True))
        known.update((text, _unpack(data)) for text, data in zip(some, packed, strict=True))
        progress.advance(len(some))
    return known


def _unpack(data: bytes) -> Matrix:
    vector = np.frombuffer(data, dtype=np.float16).astype(np.float32)
    return vector / max(float(np.linalg.norm(vector)), 1e-12)


def _stack(texts: Sequence[str], known: dict[str, Matrix]) -> Matrix:
    width = len(next(iter(known.values()))) if known else 0
    return np.stack([known[text] for text in texts]) if texts else np.zeros((0, width), dtype=np.float32)
