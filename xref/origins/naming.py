"""Outlets as running text names them: known names, short forms of them, and names that say they are an outlet."""

from __future__ import annotations

import re
from dataclasses import dataclass

from xref.outlets import Directory

_ENDINGS = [
    "Times",
    "Post",
    "Herald",
    "Tribune",
    "Gazette",
    "Journal",
    "Telegraph",
    "Chronicle",
    "Guardian",
    "Courier",
    "Dispatch",
    "Examiner",
    "Inquirer",
    "Sentinel",
    "Globe",
    "Mirror",
    "Ledger",
    "Bulletin",
    "Mercury",
    "Monitor",
    "Observer",
    "Independent",
    "Standard",
    "News",
    "Newswire",
    "Wire",
    "Agency",
    "TV",
    "Television",
    "FM",
    "Media",
    "Pravda",
    "Novosti",
    "Zeitung",
    "Magazine",
    "Weekly",
    "Today",
]
_FORM = re.compile(
    r"(?<![\w.])(?:(?:[A-Z][\w'’&-]{0,30}\s){1,4}(?:"
    + "|".join(_ENDINGS)
    + r"|Broadcasting Corporation|Radio(?:\s[A-Z]\w{1,20})?)"
    r"|[A-Z]{2,5}\s[Rr]adio)(?!\w)"
)
_NOT_FORM = re.compile(
    r"^(?:Fake|Breaking|Good|Bad|Latest|Google|Facebook|Related|More|Top|Social|Mass|Source)\s|^\w+ Agency$"
)
_KIND = (
    r"(?:[Ss]tate|[Oo]fficial|[Ll]ocal|[Oo]pposition|[Gg]overnment|[Ii]ndependent|[Rr]egional|[Nn]ational|[Pp]rivate|[Pp]ublic|"
    r"[Pp]ro-[\w-]{1,30}|[\w-]{1,30}-(?:run|owned|backed|affiliated|linked|based)|[A-Z][a-z]{1,20}(?:ian|ish|ese|an|i|ch))"
)
_MEDIUM = (
    r"(?:media(?:\s(?:outlets|groups|reports|unit))?|TV(?:\s(?:channel|broadcaster))?|television(?:\s(?:channel|station))?|"
    r"radio(?:\sstation)?|broadcaster|news\s(?:agency|agencies|site|outlet|outlets|channel|website)|newspapers?|press)"
)
_DESCRIBED = re.compile(
    r"(?<![\w-])(?P<name>(?:[A-Z][\w’'-]{1,30}\s){0,2}" + _KIND + r"\s(?:[a-z][\w-]{1,30}\s){0,1}" + _MEDIUM + r")\b"
    r"|\b(?:and|with|from|by|[Ss]ource:?)\s(?P<some>(?:news\s)?agencies)\b"
)
_PAPER = re.compile(
    r"\b[Tt]he (newspaper|paper|daily|tabloid|magazine|weekly|broadcaster|news (?:agency|site|outlet|channel)|"
    r"radio station|outlet|website|blog)\b(?! of\b)"
)
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """An outlet named in a text, with the place of the name."""

    start: int
    end: int
    name: str
    is_agency: bool
    is_known: bool


def named_in(text: str, directory: Directory) -> list[Named]:
    """The outlets that a text names, from left to right, none within another."""
    known = [
        Named(m.start, m.end, m.outlet.name, m.outlet.agency, True) for m in directory.mentions(text)
    ] + _agencies_in_small_letters(text, directory)
    known += _short_forms(text, [one for one in known if " " in one.name], directory)
    formed = [
        Named(m.start(), m.end(), _ARTICLE.sub("", m.group()), False, False)
        for m in _FORM.finditer(text)
        if not _NOT_FORM.search(_ARTICLE.sub("", m.group()))
    ]
    described = [
        Named(*m.span(m.lastgroup or 0), _ARTICLE.sub("", m[m.lastgroup or 0]), False, False)
        for m in _DESCRIBED.finditer(text)
    ]
    named = _apart(text, [known, formed, described])
    return _apart(text, [named, _meant(text, named)])


def _agencies_in_small_letters(text: str, directory: Directory) -> list[Named]:
    """`Afp - ` and `REUTERS` at the very beginning or end, where capitals are the house's and not the agency's."""
    found = []
    for match in re.finditer(
        r"(?:\A|[.!?]\s|\n)\s*([A-Za-z]{2,8})(?=\s[-—–]\s)|[-—–(]\s*([A-Za-z]{2,8})(?=\)?\s*\Z)", text
    ):
        word = match[1] or match[2]
        outlet = directory.find(word.upper()) or directory.find(word.capitalize())
        if outlet and outlet.agency and not directory.find(word):
            at = match.end() - len(word)
            found.append(Named(at, at + len(word), outlet.name, True, True))
    return found


def _short_forms(text: str, known: list[Named], directory: Directory) -> list[Named]:
    """`the Post` after `The Washington Post`; the last one named of that ending counts."""
    found = []
    for match in re.finditer(r"\b[Tt]he ([A-Z][a-z]+)\b(?! [A-Z])", text):
        before = [one for one in known if one.start < match.start() and one.name.split()[-1] == match[1]]
        if before:
            last = max(before, key=lambda one: one.start)
            found.append(Named(match.start(1), match.end(1), last.name, last.is_agency, True))
        elif outlet := directory.find(match[1]):
            found.append(Named(match.start(1), match.end(1), outlet.name, outlet.agency, True))
    return found


def _meant(text: str, named: list[Named]) -> list[Named]:
    """`the newspaper` after an outlet's name: the last one named before it."""
    found = []
    for match in _PAPER.finditer(text):
        before = [one for one in named if one.end <= match.start()]
        if before:
            last = max(before, key=lambda one: one.start)
            found.append(Named(match.start(1), match.end(1), last.name, last.is_agency, False))
    return found


def _apart(text: str, groups: list[list[Named]]) -> list[Named]:
    """Names of all groups without overlap, an earlier group before a later.

    A name by its form that only goes on where a known one ends is another outlet: `BBC Radio Kent` is not the BBC.
    """
    taken: list[Named | None] = [None] * len(text)
    chosen: dict[Named, None] = {}
    for group in groups:
        for one in sorted(group, key=lambda n: (n.start, -n.end)):
            over = {other for other in taken[one.start : one.end] if other}
            if over and not _goes_on(one, over):
                continue
            for other in over:
                chosen.pop(other, None)
            chosen[one] = None
            taken[one.start : one.end] = [one] * (one.end - one.start)
    return sorted(chosen, key=lambda n: n.start)


def _goes_on(one: Named, over: set[Named]) -> bool:
    return not one.is_known and all(
        one.start == other.start and other.end < one.end and not other.is_agency for other in over
    )
