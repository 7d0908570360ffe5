"""Where an article says that it has something from an outlet or agency: datelines, bylines, sign-offs, running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from xref.origins.naming import Named, named_in
from xref.outlets import Directory

WHOLE = "whole"
"""The article as a whole is the credited outlet's text."""
SHARE = "share"
"""The credited outlet contributed, to what is not told."""
PASSAGE = "passage"
"""The credited outlet is named for one passage."""

_DATE = r"(?:,?\s*(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8})(?:,?\s+\d{4})?)?"
_HEAD_CHARACTERS = 400
_TAIL_CHARACTERS = 220
_SPEAKING = (
    r"reported|reports|reporting|said|says|wrote|writes|noted|notes|revealed|reveals|"
    r"quoted|quotes|quoting|cited|cites|citing|learned|found|obtained|published|broadcast|broadcasted|aired|showed|shows|confirmed|announced|carried|adds|added|"
    r"described|disclosed|claimed|estimates|estimated|has that story"
)
_BEFORE = re.compile(
    r"(?:\b(?:according to|told|tells?|telling|informed|cit(?:ing|es|ed)|quot(?:ing|ed by)|spoke (?:to|with)|"
    r"speaking (?:to|with)|interview(?:ed)? (?:with|by|to|on|for|published (?:in|by))|"
    r"(?:report|story|article|piece|column|op-ed|interview|poll|survey|investigation|e-?mail|statement|"
    r"comments?|remarks?|reports?) (?:in|by|from|on|to|for)|"
    r"reported (?:by|in|on)|published (?:by|in|on)|revealed by|obtained by|"
    r"seen by|confirmed to|broadcast (?:by|on)|aired (?:by|on)|carried by|quoted in|"
    r"writing (?:in|for)|wrote (?:in|for)|appear(?:ed|ing|ance) on|said on|"
    r"first reported by|as per|per|via|statement to|comment to|sources?:?(?: \w{1,30} and)?))\s+"
    r"(?:(?:the|a|an|its|state|official|pro-government|local|"
    r"news|agency|network|channel|station|broadcaster|newspaper|paper|website|"
    r"magazine|tabloid|daily|site|outlet|host|correspondent|reporter|of|at|with|on|for|from|"
    r"[a-z]+-(?:based|run|owned|backed|linked))\s+){0,5}$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^(?:['’]s?)?(?:\s+(?:the|a|an|news|newspaper|agency|network|channel|station|radio|television|TV|website|"
    r"correspondents?|reporters?|journalists?|investigation|poll|survey|reporting|report|story|article|analysis|"
    r"first|also|now|later|then|has|had|have|who|which|was|were|on|in|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|last|this|week|month|earlier|previously|exclusively|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|\d{4})){0,6}[,]?\s+(?:"
    + _SPEAKING
    + r"|to report)\b",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"^['’]s?\s+(?:report|reporting|story|article|investigation|scoop|account|correspondent|interview|analysis)\b|"
    r"^\s(?:correspondents?|reporters?|journalists?|stringers?)\b"
)
_WORKED = re.compile(
    r"^\s*(?:and\s[^.]{2,60}\s)?(?:(?:writers?|reporters?|staff|journalists?)\s[^.]{0,80})?contributed\b|"
    r"^[^.\n]{0,90}\bcontributed to this (?:report|article|story)"
)
_WITH = re.compile(
    r"(?:^|\n|[.)—–-])\s*"
    r"(?:\(?with|including|additional|material from|reporting by|compiled from|contributions? from|agencies,)\s"
    r"(?:(?:reporting|files|material|additional reporting|contributions?|inputs?|input|reports?)\s)?"
    r"(?:(?:by|from)\s)?(?:the\s)?(?:[\w ]{2,30}(?:,| and)\s)?$",
    re.IGNORECASE,
)
_HOUSE_SIGN_OFF = re.compile(
    r"\((?:additional\s)?(?:reporting|writing) by [^()]{3,300}?[;,.]?\s*editing by [^()]{3,160}\)", re.IGNORECASE
)
"""The sign-off that ends a Reuters story and no other agency's: reporters, then editors, in brackets."""
_PICTURE = re.compile(
    r"(?:photo|image|picture|getty|credit|copyright|file photo|video)\W{0,3}$|^\s*(?:photo|pool|/getty|images)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Credit:
    """One credit: who, for how much of the article, the crediting words' place in the text (-1: in its metadata)."""

    cited: str
    is_agency: bool
    scope: str
    start: int
    end: int


def credits_of(text: str, authors: str, outlet: str, directory: Directory) -> list[Credit]:
    """The credits to other outlets and agencies that a text gives.

    Parameters
    ----------
    text : the article's text, boilerplate blanked out where it is known.
    authors : the authors of its metadata, joined by `; `.
    outlet : who publishes it; no outlet credits itself.
    directory : known outlets and agencies.
    """
    found: list[Credit] = []
    if author := _agency_of(authors, directory):
        found.append(Credit(author, True, WHOLE, -1, -1))
    if sign_off := _HOUSE_SIGN_OFF.search(text, max(0, len(text) - 900)):
        found.append(Credit("Reuters", True, WHOLE, sign_off.start(), sign_off.end()))
    for named in named_in(text, directory):
        if credit := _credit(text, named):
            found.append(credit)
    own = directory.normal(outlet)
    return [credit for credit in _once(found) if credit.cited != own and not credit.cited.startswith(f"{own} ")]


def _agency_of(authors: str, directory: Directory) -> str:
    """The agency among the authors: `AP`, `Jane Roe, Associated Press`."""
    for author in re.split(r";|,|/|\band\b", authors):
        name = re.sub(r"^(?:by|via)\s+", "", author.strip(), flags=re.IGNORECASE)
        if (outlet := directory.find(name)) and outlet.agency:
            return outlet.name
    return ""


def _credit(text: str, named: Named) -> Credit | None:
    for scope, look in ((WHOLE, _dateline), (WHOLE, _signed), (SHARE, _shared), (PASSAGE, _in_running_text)):
        if (named.is_known or scope == PASSAGE) and (span := look(text, named)):
            return Credit(named.name, named.is_agency, scope, *span)
    return None


def _dateline(text: str, named: Named) -> tuple[int, int] | None:
    """`BEIRUT (Reuters) –`, `Dec 29 (Reuters) -`, `AFP - The`, `AFP, Tuesday 5 July` at the beginning."""
    if named.start > _HEAD_CHARACTERS or not named.is_agency:
        return None
    line = text.rfind("\n", 0, named.start) + 1
    before, after = text[line : named.start], text[named.end : named.end + 60]
    if before.endswith("(") and (close := re.match(r"[^()\n]{0,30}\)\s*(?:[-—–:]|[A-Z“\"])", after)):
        place = re.search(
            r"(?:[A-Z][\w.'’/-]{0,30}(?:[ ,]{1,3}[A-Z][\w.'’/-]{0,30}){0,5})?" + _DATE + r"\s*\($", before
        )
        has_dash = close.group()[-1] in "-—–:"
        if has_dash or (place and place.start() == 0):
            return (line + place.start() if place else named.start - 1), named.end + close.end()
    if re.search(r"(?:^|[.!?]\s)\s*$", before) and (dash := re.match(r"\s*[-—–/|]+\s", after)):
        return named.start, named.end + dash.end()
    if dated := re.match(
        r"\s*,?\s*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\d{1,2}\s[A-Z][a-z]{2,8}\s\d{4})[\s\w,]{0,16}\d{4}",
        after,
    ):
        return named.start, named.end + dated.end()
    if not before.strip(" \t(By—–-") and re.match(r"\s*\)?\s*(?:\n|$)", after):
        return named.start, named.end
    return None


def _signed(text: str, named: Named) -> tuple[int, int] | None:
    """`--Reuters`, `— Associated Press`, `(AFP)`, `Source: AFP` at the end."""
    if len(text) - named.end > _TAIL_CHARACTERS or not named.is_agency:
        return None
    after = text[named.end :]
    line = text[max(0, named.start - 40) : named.start]
    mark = re.search(r"(?:(?:^|[\s.!?”\"])(?:--|[—–-]|/|\()\s*|\b[Ss]ources?:?\s*)(?:[Tt]he\s)?$", line)
    if mark and re.match(r"\s*[)./]*\s*(?:\n|$)", after):
        return named.start - len(mark.group().lstrip()), named.end
    return None


def _shared(text: str, named: Named) -> tuple[int, int] | None:
    """`Reuters contributed to this report`, `With AFP`, `with reporting by AP`."""
    after = text[named.end : named.end + 160]
    if worked := _WORKED.match(after):
        return named.start, named.end + worked.end()
    before = text[max(0, named.start - 80) : named.start]
    if len(text) - named.end < _TAIL_CHARACTERS and (mark := _WITH.search(before)):
        return named.start - len(mark.group().lstrip("\n.)—–- ")), named.end
    return None


def _in_running_text(text: str, named: Named) -> tuple[int, int] | None:
    """`according to Reuters`, `told CNN`, `the Herald reported`, `citing X`, `X's report`."""
    begin = max(text.rfind("\n", 0, named.start) + 1, named.start - 90)
    before, after = text[begin : named.start], text[named.end : named.end + 110].split("\n")[0]
    if _PICTURE.search(before) or _PICTURE.match(after):
        return None
    start, end = named.start, named.end
    if mark := _BEFORE.search(before):
        start = begin + mark.start()
    if told := _AFTER.match(after) or _OWNED.match(after):
        end = named.end + told.end()
    return (start, end) if (start, end) != (named.start, named.end) else None


def _once(found: list[Credit]) -> Iterator[Credit]:
    """Credits in the order of the text; of two for one outlet that overlap, the first."""
    told: list[Credit] = []
    for credit in sorted(found, key=lambda c: (c.start, c.end, c.cited)):
        if any(c.cited == credit.cited and c.start <= credit.start < max(c.end, c.start + 1) for c in told):
            continue
        told.append(credit)
        yield credit
