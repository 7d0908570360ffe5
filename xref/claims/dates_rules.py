"""The expressions of time that news uses, each as a pattern with what it means."""

from __future__ import annotations

import re
from dataclasses import dataclass

from xref.claims.dates_calendar import MONTHS, NUMBER_WORDS
from xref.claims.dates_meanings import (
    Meaning,
    ago_meaning,
    calendar_day_meaning,
    decade_meaning,
    feast_meaning,
    iso_day_meaning,
    month_meaning,
    named_day_meaning,
    named_period_meaning,
    quarter_meaning,
    rolling_meaning,
    season_of_meaning,
    slashed_meaning,
    weekday_meaning,
    year_meaning,
    years_meaning,
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, the kind of expression it finds ("day", "week", "month", "year", "period") and its meaning."""

    kind: str
    pattern: re.Pattern[str]
    meaning: Meaning


_DAY_NAMES = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_SHORT_DAYS = r"(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?"
_LEAD = rf"(?:(?:{_DAY_NAMES}|{_SHORT_DAYS}),? (?:the )?)?"
_D = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:1[5-9]|20)\d\d"
_NOT_COUNTING = (
    r"(?!\d|[,.]\d|:\d|\s+(?:people|dead|killed|wounded|injured|percent|per cent|million|[a-z]+s (?:were|was|died)))"
)
_N = rf"(?:\d{{1,4}}|{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))}|several|few|a few|many)"
_UNIT = r"(?:second|minute|hour|day|week|month|year|decade)"
_PART = r"(?:(?i:early|late|mid|middle|the (?:start|beginning|end|middle) of|the (?:early|late) days of)[ -](?:in )?)?"
_NOT_NAME_BEFORE = (
    r"(?<!Black )(?<!Good )(?<!Palm )(?<!Bloody )(?<!Easter )(?<!Super )(?<!Ash )(?<!Holy )(?<!Cyber )(?<!Sheffield )"
)
_NOT_NAME_AFTER = (
    r"(?! (?:Times|Mirror|Telegraph|Express|Post|Herald|Mail|Night Live|Business Post|World|Sun|Review)\b)"
)


def _rule(kind: str, pattern: str, meaning: Meaning) -> Rule:
    return Rule(kind, re.compile(pattern), meaning)


_WHICH = r"(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Cc]oming|[Pp]ast|[Pp]revious)"
RULES: tuple[Rule, ...] = (
    _rule("day", r"\b(\d{4})-(\d{2})-(\d{2})\b", iso_day_meaning),
    _rule("day", r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b", slashed_meaning),
    _rule(
        "day",
        rf"\b{_LEAD}(?:the )?(?P<day>{_D})(?:st|nd|rd|th)?(?:\s?(?:-|–|to|and)\s?(?P<day2>{_D})(?:st|nd|rd"
        rf"|th)?)?\s(?:of )?(?P<month>{MONTHS})(?:,?\s(?P<year>{_YEAR})\b)?(?![\w])",
        calendar_day_meaning,
    ),
    _rule(
        "day",
        rf"\b{_LEAD}(?P<month>{MONTHS})\s(?:the )?(?P<day>{_D})(?:st|nd|rd|th)?(?:\s?(?:-|–|to"
        rf"|and)\s?(?P<day2>{_D})(?:st|nd|rd|th)?\b)?(?:,?\s(?P<year>{_YEAR})\b)?{_NOT_COUNTING}(?!\w)",
        calendar_day_meaning,
    ),
    _rule(
        "day",
        rf"{_NOT_NAME_BEFORE}(?P<before>(?:\b(?:(?:[Tt]his )?[Pp]ast|[Ll]ast|[Nn]ext|[Tt]his(?: coming)?|[Cc]oming"
        rf"|[Pp]revious) )?)\b(?P<weekday>{_DAY_NAMES})(?:['’]?s)?\b{_NOT_NAME_AFTER}(?P<week>,? (?:of )?(?:last"
        rf"|this|next) week)?",
        weekday_meaning,
    ),
    _rule("day", r"\b(?<!USA )(?<!Russia )(?P<name>(?i:the day (?:before yesterday|after tomorrow)|today|tonight"
                 r"|yesterday|tomorrow|overnight|last (?:night|evening)|this (?:morning|afternoon|evening)))\b",
                     named_day_meaning),
    _rule("day", rf"\b(?P<feast>Christmas(?: Day| Eve)?|New Year['’]?s? (?:Day|Eve))\b(?:,? (?P<year>{_YEAR})\b)?",
        feast_meaning),
    _rule("period", rf"\b(?i:(?P<n>{_N})[ -](?P<unit>{_UNIT})s?['’]? (?P<way>ago|from now|earlier|later|before|after"
                    rf"|previously))\b", ago_meaning),
    _rule("period", r"\b(?i:the (?:(?P<n>next|same|following|previous) day)|that (?:same )?day)\b", lambda match,
        anchor: None),
    _rule("period", rf"\b(?i:(?:the|these) (?P<way>past|last|previous|next|coming|following) (?:(?P<n>{_N}) "
                    rf")?(?P<unit>{_UNIT}s?))\b", rolling_meaning),
    _rule("period", rf"\b(?i:(?P<way>past|last|next) (?P<n>{_N}) (?P<unit>{_UNIT}s))\b", rolling_meaning),
    _rule("period", rf"\b(?P<part>(?:(?i:earlier|later|early|late|mid|the (?:start|beginning|end|middle) of)[ "
                    rf"-])?){_WHICH} (?P<unit>week|month|year|decade|weekend|spring|summer|autumn|fall"
                    rf"|winter)\b(?!end)(?!['’]s\b (?:old|time))", named_period_meaning),
    _rule("period", r"\b(?P<part>)(?i:over|at|during) (?P<which>the) (?P<unit>weekend)\b", named_period_meaning),
    _rule("season", rf"\b(?i:(?P<season>spring|summer|autumn|fall|winter)(?: of| in)?) (?P<year>{_YEAR})\b",
        season_of_meaning),
    _rule("quarter", rf"\b(?i:(?:the )?(?P<which>first|second|third|fourth|last) quarter(?: of)?"
                     rf"|(?P<which2>Q[1-4])) (?P<year>{_YEAR})\b", lambda match, anchor: quarter_meaning(match,
                         anchor) if match["which"] else None),
    _rule("month", rf"(?P<before>)(?P<part>{_PART})\b(?P<month>{MONTHS})(?: of|,)? (?:(?P<year>{_YEAR})\b"
                   rf"|(?P<relative>(?:last|this|next) year)\b)(?!\d)", month_meaning),
    _rule(
        "month",
        rf"\b(?P<before>(?i:in|since|until|till|during|throughout|last|next|this|by|from|back in|as of|between"
        rf"|through|for))? ?(?P<part>{_PART})\b(?P<month>{MONTHS})\b(?P<year>)(?P<relative>)(?! \d|[-'’]\w| [A-Z])",
        lambda match, anchor: month_meaning(match, anchor) if match["before"] or match["part"] else None,
    ),
    _rule("year", rf"\b(?P<year>{_YEAR})\s?[-–/]\s?(?P<year2>{_YEAR}|\d\d)\b(?![-/\d])", years_meaning),
    _rule("year", rf"\b(?:(?i:in|since|until|till|during|throughout|by|from|before|after|between|through|of|as of|to"
                  rf"|and)) (?P<part>{_PART})(?P<year>{_YEAR})\b(?![-–/%]\d|,\d|\.\d| (?:people|[a-z]+s (?:were|was"
                  rf"|died)|[a-z]{{3,}}(?:ers|ians)\b))", year_meaning),
    _rule("year", rf"\b(?P<part>(?i:early|late|mid)[ -])(?P<year>{_YEAR})\b", year_meaning),
    _rule("decade", r"\b(?:the )?(?P<part>(?:(?i:early|late|mid)[ -])?)(?P<year>(?:1[5-9]|20)\d0)s\b", decade_meaning),
)  # fmt: skip
