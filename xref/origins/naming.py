"""Outlets as running text names them: known names, short forms of them, and names that say they are an outlet."""

from __future__ import annotations

import re
from dataclasses import dataclass

from xref.outlets import Directory

_FORM = re.compile(
    r"(?<![\w.])(?:[A-Z][\w'’&-]*\s){1,4}(?:Times|Post|Herald|Tribune|Gazette|Journal|Telegraph|Chronicle|Guardian|Courier|Dispatch|Examiner|Inquirer|"
    r"Sentinel|Globe|Mirror|Ledger|Bulletin|Mercury|Monitor|Observer|Independent|Standard|Broadcasting Corporation|News Agency|News|Newswire|Wire|Press Agency|TV|"
    r"Television|Radio(?:\s[A-Z]\w+)?|FM|Pravda|Novosti|Zeitung|Magazine|Weekly|Today)(?![\w])"
)
_NOT_FORM = re.compile(r"^(?:Fake|Breaking|Good|Bad|Latest|Google|Facebook|Related|More|Top)\s|\bHuman Rights$")
_DESCRIBED = re.compile(
    r"\b(?:(?:the|a|an)\s)?(?P<name>(?:[\w’'-]+\s){0,3}?(?:(?:state|official|local|opposition|government|independent|regional|national|private|public|pro-[\w-]+|"
    r"[\w-]+-(?:run|owned|backed|affiliated|linked|based)|[A-Z][a-z]+(?:ian|ish|ese|an|i|ch))\s(?:[\w-]+\s){0,2}?)"
    r"(?:media(?:\s(?:outlets|groups|reports|unit))?|TV(?:\s(?:channel|broadcaster))?|television(?:\s(?:channel|station))?|radio(?:\sstation)?|broadcaster|"
    r"news\s(?:agency|agencies|site|outlet|outlets|channel|website)|newspapers?|press))\b",
)
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_STRONG_ONLY = frozenset({"AA", "PA", "DW", "UP", "RIA", "RT", "MENA", "SPA", "ABC", "FT"})
"""Initials that mean other things too."""


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
    known += _short_forms(text, [one for one in known if " " in one.name])
    formed = [
        Named(m.start(), m.end(), _ARTICLE.sub("", m.group()), False, False)
        for m in _FORM.finditer(text)
        if not _NOT_FORM.search(_ARTICLE.sub("", m.group()))
    ]
    described = [Named(m.start("name"), m.end("name"), m["name"], False, False) for m in _DESCRIBED.finditer(text)]
    return _apart([known, formed, described])


def _agencies_in_small_letters(text: str, directory: Directory) -> list[Named]:
    """`Afp - ` and `REUTERS` at the very beginning or end, where capitals are the house's and not the agency's."""
    found = []
    for match in re.finditer(r"\A\s*([A-Za-z]{2,8})(?=\s*[-—–/:])|[-—–(]\s*([A-Za-z]{2,8})(?=\)?\s*\Z)", text):
        word = match[1] or match[2]
        outlet = directory.find(word.upper()) or directory.find(word.capitalize())
        if outlet and outlet.agency and not directory.find(word):
            at = match.end() - len(word)
            found.append(Named(at, at + len(word), outlet.name, True, True))
    return found


def _short_forms(text: str, known: list[Named]) -> list[Named]:
    """`the Post` after `The Washington Post`; the last one named of that ending counts."""
    found = []
    for match in re.finditer(r"\b[Tt]he ([A-Z][a-z]+)\b(?! [A-Z])", text):
        before = [one for one in known if one.start < match.start() and one.name.split()[-1] == match[1]]
        if before:
            last = max(before, key=lambda one: one.start)
            found.append(Named(match.start(1), match.end(1), last.name, last.is_agency, True))
    return found


def _apart(groups: list[list[Named]]) -> list[Named]:
    """Names of all groups without overlap: an earlier group before a later, but a longer name that holds one whole."""
    chosen: list[Named] = []
    for group in groups:
        for one in sorted(group, key=lambda n: (n.start, -n.end)):
            over = [c for c in chosen if c.start < one.end and one.start < c.end]
            inside = over and all(one.start <= c.start and c.end < one.end for c in over)
            if inside and not one.is_known and all(not c.is_agency for c in over) and one.start == over[0].start:
                chosen = [c for c in chosen if c not in over]
                over = []
            if not over:
                chosen.append(one)
    return sorted(chosen, key=lambda n: n.start)
