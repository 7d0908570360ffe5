"""Articles to claims: what exactly is asserted, where it stands, on whose word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import pandas as pd
import pandera.pandas as pa

from xref import tables
from xref.config import ClaimsConfig
from xref.outlets import Directory
from xref.progress import Progress

__all__ = ["Extracted", "extract"]

LANGUAGES_READ = ("en", "und")


@dataclass(frozen=True)
class Extracted:
    """What the room hands on."""

    claims: pd.DataFrame
    """`tables.Claims`."""
    dropped: pd.DataFrame
    """`tables.Dropped`."""
    attributions: pd.DataFrame
    """`tables.Attributions`."""
    models: dict[str, str]
    """The language model, by name and version."""


def extract(
    articles: pd.DataFrame, blocks: pd.DataFrame, config: ClaimsConfig, directory: Directory, progress: Progress
) -> Extracted:
    """The claims of all articles, with what was dropped and who is quoted.

    Parameters
    ----------
    articles, blocks : `tables.Articles`, `tables.Blocks`.
    config : the room's settings.
    directory : known outlets and agencies.
    progress : hears how many articles are done, and of articles in a language that is not read.

    Raises ModelMissing when the language model is not on this machine.
    """
    from xref.claims.attribution.outlets import OutletFinder  # these load spaCy, which takes a second
    from xref.claims.build import ClaimBuilder, Rows, drop_article
    from xref.claims.names import NameBook
    from xref.claims.parser import load_parser, parser_name
    from xref.claims.passages import read_articles
    from xref.claims.shelf import Shelf, parse

    nlp = load_parser(config.spacy_model)
    rows, names, shelf = Rows(), NameBook(directory), Shelf(nlp)
    progress.start("claims", 2 * len(articles))
    readable = []
    for article in read_articles(articles, blocks):
        if (config.language or article.language) in LANGUAGES_READ:
            readable.append(article)
            continue
        progress.warn(
            f"{article.path}: language {config.language or article.language!r} is not supported yet, text dropped"
        )
        drop_article(article, rows)
        progress.advance(2)
    for article, docs in parse(nlp, readable):
        for doc in docs:
            names.add(article.article_id, doc)
        shelf.put(article, docs)
        progress.advance()
    names.close()
    builder = ClaimBuilder(config, names, OutletFinder(directory))
    for article, docs in shelf:
        builder.add(article, docs, rows)
        progress.advance()
    return Extracted(
        claims=_table(rows.claims, tables.Claims),
        dropped=_table(rows.dropped, tables.Dropped),
        attributions=_table(rows.attributions, tables.Attributions),
        models={"spacy": parser_name(config.spacy_model)},
    )


_Model = TypeVar("_Model", bound=pa.DataFrameModel)


def _table(rows: list[dict[str, object]], model: type[_Model]) -> pd.DataFrame:
    """Rows as a checked table; an empty list gives an empty table of the same columns."""
    columns = list(model.to_schema().columns)
    return model.validate(pd.DataFrame(rows, columns=columns))
