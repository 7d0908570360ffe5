"""Rows of claims and articles for the tests of the rooms that compare them: everything has a plain default."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from xref.tables import Articles, Claims, checked
from xref.values import Name, Quantity, Role, to_json

WHO = ("speaker", "speaker_kind", "speaker_role", "cue", "relayed_from", "informant")
WHEN = ("event_from", "event_to", "date_text", "published")


def quantity(text: str, low: float | None, high: float | None, **options: Any) -> Quantity:
    """A quantity whose stated value is its only bound, or the middle of both."""
    bounds = [bound for bound in (low, high) if bound is not None]
    plain: dict[str, Any] = {"unit": "", "counted": "people", "measure": "", "start": 0, "end": len(text)}
    return Quantity(low=low, high=high, **{"value": sum(bounds) / len(bounds), "text": text, **plain, **options})


def exactly(number: float, **options: Any) -> Quantity:
    """A figure without bounds."""
    return quantity(f"{number:g} people", number, number, **options)


def name(text: str, kind: str = "person", norm: str = "") -> Name:
    """A name, by default in its normal form."""
    return Name(text, norm or text, kind, 0, len(text))


def claim(
    key: str,
    statement: str,
    *,
    quantities: Iterable[Quantity] = (),
    names: Iterable[Name] = (),
    roles: Iterable[Role] = (),
    **options: Any,
) -> dict[str, Any]:
    """One row of claims. `key` is "article.number": its article is all before the full stop."""
    article, number = key.split(".")
    return {
        **dict.fromkeys(WHO + WHEN, ""),
        "claim_id": key,
        "article_id": article,
        "path": f"{article}.txt",
        "outlet": f"Outlet {article}",
        "start": 0,
        "end": len(statement),
        "quote": statement,
        "statement": statement,
        "voice": "attributed" if options.get("speaker") else "outlet",
        "stance_of_speaker": "asserts",
        "quantities": to_json(quantities),
        "names": to_json(names),
        "roles": to_json(roles),
        "negated": False,
        "headline": False,
        "sentence": int(number),
        **options,
    }


def claims_table(rows: Iterable[dict[str, Any]]) -> pd.DataFrame:
    """Table of `Claims`."""
    return checked(Claims, pd.DataFrame(list(rows)))


def articles_table(*rows: tuple[str, str, str, str]) -> pd.DataFrame:
    """Table of `Articles` from identifier, headline, text and date."""
    frame = pd.DataFrame(rows, columns=["article_id", "title", "text", "published"])
    rest = dict.fromkeys(("authors", "url", "sha256", "utc_offset"), "")
    fixed = {"path": frame["article_id"], "outlet": "unknown", "language": "en", "words": 1, "outlet_from": "unknown"}
    return checked(Articles, frame.assign(**rest, **fixed))
