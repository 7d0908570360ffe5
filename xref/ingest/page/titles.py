"""Which of a page's wordings is its headline: the heading that other wordings vouch for, without the site's name."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from xref.ingest.drafts import folded
from xref.ingest.page.places import is_aside, names_of
from xref.ingest.page.testimony import Element, one_line, text_of

_SEPARATOR = re.compile(r"\s+[|»«·•–—:-]+\s+|\s*[|»]\s*")
_HEADLINE_NAMES = re.compile(r"title|headline|heading|überschrift|titel", re.IGNORECASE)
_SITE_NAMES = re.compile(
    r"(?:\A|[-_ ])(?:site-?(?:title|name|header|branding)|logo|branding|brand|blog-?title|masthead"
    r"|header-?title)(?:\Z|[-_ ])",
    re.IGNORECASE,
)
_NOTHING_SPEAKS = 1.6
"""Weight of an h1 without a name, which no wording of the metadata vouches for."""
_LONGEST = 300


def headline(tree: Element, told: Sequence[str], outlet: str) -> str:
    """The page's headline, "" when nothing names one.

    Parameters
    ----------
    told : wordings of the metadata, the most trusted first.
    outlet : the site's name, which is no headline.
    """
    page_title = one_line("".join(tree.xpath("string(//head/title)")), _LONGEST)
    wordings = [words for words in (*told, page_title) if words]
    headings = [h for h in _headings(tree) if folded(h[1]) and folded(h[1]) != folded(outlet)]
    if headings:
        element, words = max(headings, key=lambda h: _weight(h[0], h[1], wordings))
        if _weight(element, words, wordings) > 0:
            return words
    return next((cut for words in wordings if (cut := without_site(words, outlet, wordings))), "")


def without_site(words: str, outlet: str, wordings: Sequence[str] = ()) -> str:
    """A title without parts that are the site's name, or that other wordings of the title leave out."""
    parts = _SEPARATOR.split(words)
    if len(parts) == 1:
        return words
    site = folded(outlet).replace(" ", "")
    for other in wordings:
        if other != words and len(other) >= 10 and words.startswith(other):
            return other
    kept = [
        p
        for p in parts
        if not site or (folded(p).replace(" ", "") not in site and site not in folded(p).replace(" ", ""))
    ]
    if len(kept) == len(parts) or not kept:
        return words
    first = words.find(kept[0])
    return words[first : words.rfind(kept[-1]) + len(kept[-1])]


def _headings(tree: Element) -> list[tuple[Element, str]]:
    """Headings of the page's own part, whole and by their parts, with their words."""
    found = []
    elements = tree.xpath("//body//h1 | //body//h2 | //body//h3 | //body//*[@itemprop='headline']")[:200]
    elements += [
        e for e in tree.xpath("//body//*[@class]")[:4000] if len(e) <= 2 and _HEADLINE_NAMES.search(e.get("class"))
    ][:200]
    for element in elements:
        if is_aside(element):
            continue
        for part in (element, *list(element.iterchildren("span", "a", "strong", "em"))[:5]):
            found.append((part, text_of(part)))
        found.append((element, " ".join(t for t in (one_line(str(t)) for t in element.xpath("text()")) if t)))
    return [(element, words) for element, words in found if 0 < len(words) <= _LONGEST]


def _weight(element: Element, words: str, wordings: Sequence[str]) -> float:
    """How much speaks for a heading: wordings of the metadata, rank, name; against it: a link to the front page."""
    here = folded(words)
    covered = [_covered(here, folded(w)) for w in wordings]
    weight = 2.0 * min(sum(covered), 2.0)
    line = [element, *itertools.islice(element.iterancestors(), 2)]
    weight += max({"h1": 1.5, "h2": 0.5}.get(e.tag, 0.0) for e in line)
    weight += 0.5 if any(_HEADLINE_NAMES.search(names_of(e)) or e.get("itemprop") == "headline" for e in line) else 0.0
    weight += 0.5 if any(a.tag == "article" for a in element.iterancestors()) else 0.0
    weight -= 3.0 if _is_site_name(element) else 0.0
    return weight - _NOTHING_SPEAKS


def _covered(here: str, wording: str) -> float:
    """How far a wording of the metadata vouches for a heading: 1 when they are the same, less for a part."""
    if not here or not wording:
        return 0.0
    if here == wording:
        return 1.0
    if len(here) >= 8 and (f" {here} " in f" {wording} " or here in wording):
        return 0.4 + 0.5 * len(here) / len(wording)
    if len(wording) >= 8 and f" {wording} " in f" {here} ":
        return 0.3 * len(wording) / len(here)
    return 0.4 if _shared(here, wording) >= 0.6 else 0.0


def _shared(one: str, other: str) -> float:
    left, right = set(one.split()), set(other.split())
    return len(left & right) / max(1, min(len(left), len(right))) if min(len(left), len(right)) >= 3 else 0.0


def _is_site_name(element: Element) -> bool:
    links = element.xpath(".//a/@href | ancestor-or-self::a/@href")
    leads_home = any(
        re.fullmatch(r"(?:https?://web\.archive\.org/web/\w+/)?(?:https?://[^/]+)?/?(?:index\.\w+)?", str(link))
        for link in links
    )
    return leads_home or bool(
        _SITE_NAMES.search(" ".join(names_of(e) for e in [element, *list(element.iterancestors())[:3]]))
    )
