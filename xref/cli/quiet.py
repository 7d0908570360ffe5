"""Keeps the libraries from talking over the tool."""

from __future__ import annotations

import logging
import os
import warnings

LIBRARIES = (
    "courlan", "dateparser", "fontTools", "htmldate", "huggingface_hub", "justext", "pint", "pypdf",
    "sentence_transformers", "spacy", "torch", "trafilatura", "transformers", "urllib3",
)  # fmt: skip


def silence_libraries() -> None:
    """Switches off progress bars, advice and warnings of the libraries underneath; a user's own settings stay."""
    for name, value in {
        "HF_HUB_DISABLE_PROGRESS_BARS": "1",
        "HF_HUB_DISABLE_TELEMETRY": "1",
        "TOKENIZERS_PARALLELISM": "false",
        "TRANSFORMERS_NO_ADVISORY_WARNINGS": "1",
        "TRANSFORMERS_VERBOSITY": "error",
    }.items():
        os.environ.setdefault(name, value)
    for name in LIBRARIES:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    warnings.simplefilter("ignore")
