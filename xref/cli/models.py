"""Whether the models that the config names are on this machine, told before anything slow is imported or read."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path

from xref.config import Config
from xref.errors import ModelMissing

_HINT = "Give a folder that holds the model, or leave the key empty for the one that comes with xref."


def require_models(config: Config) -> None:
    """Raises ModelMissing, naming the key, when a model is neither a path, nor in the hub's cache, nor installed."""
    named = {
        "embed.model": (config.embed.model, is_path_or_cached),
        "compare.nli_model": (config.compare.nli_model.removeprefix("none"), is_path_or_cached),
        "claims.spacy_model": (config.claims.spacy_model, is_path_or_package),
    }
    for key, (model, is_here) in named.items():
        if model and not is_here(model):
            raise ModelMissing(f"{key}: {model!r} is not on this machine, and nothing is downloaded", _HINT)


def is_path_or_cached(model: str) -> bool:
    """Whether a sentence-transformers or transformers model is a path or lies in the Hugging Face cache.

    Online, when the user has set HF_HUB_OFFLINE=0, the loader is left to find out.
    """
    if Path(model).exists() or os.environ.get("HF_HUB_OFFLINE", "1").casefold() in ("0", "false", "no", "off"):
        return True
    home = Path(os.environ.get("HF_HOME", Path.home() / ".cache" / "huggingface"))
    cache = Path(os.environ.get("HF_HUB_CACHE", home / "hub"))
    names = (model, f"sentence-transformers/{model}")
    return any((cache / f"models--{name.replace('/', '--')}").is_dir() for name in names)


def is_path_or_package(model: str) -> bool:
    """Whether a spaCy pipeline is a path or an installed package."""
    return Path(model).exists() or (model.isidentifier() and find_spec(model) is not None)
