"""From the witnesses of a page to one title, one list of authors, one date, one outlet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from urllib.parse import urlsplit

from xref.ingest.bylines import authors_of
from xref.ingest.dates import Reckoning, published
from xref.ingest.drafts import folded
from xref.ingest.page import json_ld, meta_tags, titles, visible
from xref.ingest.page.testimony import Element, Testimony, Witness
from xref.ingest.records import is_url

WITNESSES: tuple[Witness, ...] = (
    json_ld.read,
    meta_tags.read,
    visible.marked_authors,
    visible.worded_authors,
    visible.marked_date,
    visible.dated_byline,
    visible.signature,
    meta_tags.doubtful_date,
)
"""The most trusted first."""
LAST_WITNESSES: tuple[Witness, ...] = (visible.worded_date,)
"""Asked after trafilatura."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page says of its article; "" or () when it says nothing."""

    title: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    outlet: str = ""
    url: str = ""
    language: str = ""


def facts_of(tree: Element, last: Testimony) -> Facts:
    """The facts of a page.

    Parameters
    ----------
    tree : lxml tree of the page.
    last : what trafilatura says, believed where the witnesses are silent.
    """
    told = [*(w(tree) for w in WITNESSES), last, *(w(tree) for w in LAST_WITNESSES)]
    outlet = _first(t.outlet for t in told if not is_url(t.outlet))
    url = _first(t.url for t in told if is_url(t.url))
    return Facts(
        title=titles.headline(tree, [t.title for t in told if t is not last], outlet or _site(url)) or last.title,
        authors=_authors([t.authors for t in told], {folded(outlet), folded(_site(url))}),
        published=_localised(_published([t.published for t in told]), [t.published for t in told]),
        outlet=outlet,
        url=url,
        language=_first(t.language for t in told),
    )


def _authors(told: list[tuple[str, ...]], sites: set[str]) -> tuple[str, ...]:
    """The first witness's that names a person; else the first's that names anybody."""
    named = [names for names in (authors_of(t) for t in told) if names]
    persons = [tuple(n for n in names if _is_person(n, sites)) for names in named]
    return next((names for names in persons if names), named[0] if named else ())


def _is_person(name: str, sites: set[str]) -> bool:
    """Whether a name has at least two words in capitals, or none in Latin letters, and is not the site's."""
    here = folded(name).replace(" ", "")
    spellings = [site.replace(" ", "") for site in sites if len(site) > 3]
    is_site = any(here in site or site in here for site in spellings)
    is_other_script = not re.search(r"[A-Za-zÀ-ɏ]", name)
    return not is_site and (is_other_script or len(re.findall(r"(?<!\w)[^\W\d_a-z][\w.’'-]*", name)) >= 2)


def _published(told: list[str]) -> str:
    """The first wording that states a full date."""
    return next((words for words in told if words and published(words, Reckoning()).text), "")


def _localised(wording: str, told: list[str]) -> str:
    """A time in UTC by the page's own clock, where another witness gives that clock's reading of the same moment."""
    moment = published(wording, Reckoning())
    if not moment.text.endswith("Z") or moment.utc_offset != "+00:00":
        return wording
    utc = datetime.fromisoformat(moment.text)
    for other in told:
        local = published(other, Reckoning())
        if not local.text.endswith("Z") or local.utc_offset:
            continue
        ahead = round((datetime.fromisoformat(local.text) - utc) / timedelta(minutes=1))
        if ahead % 30 in (0, 1, 29) and abs(ahead) <= 14 * 60:
            quarters = timezone(timedelta(minutes=30 * round(ahead / 30)))
            return utc.astimezone(quarters).isoformat()
    return wording


def _first(words: Iterable[str]) -> str:
    return next((w for w in words if w), "")


def _site(url: str) -> str:
    """The name in an address's host: `ledger` of `www.ledger.example`."""
    parts = (urlsplit(url).hostname or "").removeprefix("www.").split(".")
    return parts[-2] if len(parts) > 1 else ""
