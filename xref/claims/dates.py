"""Times in a sentence, as intervals against the article's publication date and clock."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from xref.claims.dates_calendar import DAY_PARTS, ZONES, Interval, isoformat, parse_published
from xref.claims.dates_meanings import Anchor
from xref.claims.dates_rules import RULES

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """One expression of time.

    `event_from` and `event_to` are ISO 8601, both inclusive: days ("2024-12-08"), or moments in UTC
    ("2024-12-08T03:20:00Z") where a clock time and its zone are known; "" where the expression can't be resolved.
    `start` and `end` are relative to the span that was read. `kind` is how it was said: "clock", "day", "period",
    "month", "season", "quarter", "year", "decade" or "range".
    """

    text: str
    start: int
    end: int
    event_from: str
    event_to: str
    kind: str


@dataclass(frozen=True, slots=True)
class _Found:
    """An expression before it is written down: offsets, kind and days (None: unresolved)."""

    start: int
    end: int
    kind: str
    interval: Interval | None


MAYBE = re.compile(
    r"\d|day\b|days\b|night\b|\b(?:today|tomorrow|weekend|overnight|noon|midnight|Christmas|Jan|Feb|Mar|Apr|May|Jun"
    r"|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"|\b(?:last|this|next|past|coming|previous|following) |\b(?:ago|earlier|later|before|after|from now)\b"
    r"|\b(?:spring|summer|autumn|fall|winter|morning|evening|afternoon)\b",
)
"""What every expression of time holds: sentences without it need no further work."""
_ZONE = rf"(?:\(?(?P<zone>{'|'.join(zone.upper() for zone in ZONES)}|[Ll]ocal(?: time)?)\b\)?(?: time)?)"
_CLOCK = re.compile(
    r"\b(?:(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?(?::\d{2})?\s?(?P<half>[AaPp])\.?\s?[Mm]\b\.?"
    r"|(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?::\d{2})?(?!\s?[ap]\.?m)\b"
    r"|(?P<military>(?:[01]\d|2[0-3])[0-5]\d)(?=\s?(?:GMT|UTC|hours|hrs|local time))(?:\s(?:hours|hrs))?"
    r"|(?P<hour_word>\d{1,2}|[a-z]+) o['’]clock|\b(?P<named>noon|midnight|midday)\b)"
    rf"(?:,?\s{_ZONE})?"
)
_PART_AFTER = re.compile(
    r"^(?:['’]s)?,? (?P<part>morning|afternoon|evening|night|lunchtime|midday|noon|midnight)\b(?! Live| Club)"
)
_PART_BEFORE = re.compile(
    r"\b(?:(?P<late>[Ee]arly|[Ll]ate)(?: on)?|the (?P<part>morning|afternoon|evening|night) of|(?:at "
    r")?(?P<point>dawn|noon|midnight|midday)(?: on)?)(?: on)? $"
)
_PART_OF_NAME = {
    "this morning": "morning",
    "this afternoon": "afternoon",
    "this evening": "evening",
    "tonight": "night",
    "last night": "night",
    "last evening": "evening",
}
_LOCAL_AFTER = re.compile(rf"^,? {_ZONE}")
_BETWEEN_CLOCK_AND_DAY = re.compile(
    r"^(?:,|\s|\bon\b|\bat\b|\baround\b|\babout\b|\bearly\b|\blate\b|\bin the\b|\bshortly (?:after|before)\b|\bjust "
    r"(?:after|before)\b|\blocal time\b|\(|\))*$"
)
_PREPOSITION = re.compile(
    r"^ *(?:(?:in|since|until|till|during|throughout|by|from|before|after|between|through|of|as of|to|and|back in"
    r"|for|at|over)(?: |$))* *(?=\S)",
    re.I,
)
"""Words of a pattern that are no part of the expression: "in 2015" is told as "2015"."""
_RANGE_JOINT = re.compile(r"^ (?:to|until|till|through|and|-|–) $|^\s?[-–]\s?$")
_RANGE_BEFORE = re.compile(r"\b(?P<word>from|between) (?:the )?$", re.I)
_SINCE = re.compile(
    r"\b(?:since|ever since|starting) (?:(?:the )?(?:early|late|start of|beginning of) )?(?:on |the )?$|^since\b", re.I
)
_FUTURE_AUXILIARIES = frozenset({"will", "'ll", "’ll", "shall", "wo", "would"})
_FUTURE_HEADS = frozenset(
    {"schedule", "slate", "due", "set", "expect", "plan", "intend", "hope", "promise", "vow", "poise"}
)


def find_times(span: Span, published: str, utc_offset: str = "") -> tuple[TimeExpression, ...]:
    """The expressions of time in `span`, from left to right, without overlaps.

    Parameters
    ----------
    span : a sentence or a part of one, parsed by spaCy.
    published : the article's date, ISO 8601, a day or a moment in UTC; "" leaves relative expressions unresolved.
    utc_offset : the article's clock as "+02:00"; without it clock times are kept as days.
    """
    text = span.text
    if not MAYBE.search(text):
        return ()
    day = parse_published(published, utc_offset)
    found = _plain(span, text, day)
    found = _with_day_parts(text, found)
    found = _with_clocks(text, found)
    found = _ranges(text, _without_overlaps(found))  # two days may claim one clock time between them
    found = [_since(text, one, day) for one in found]
    return tuple(_written(text, one, utc_offset) for one in found)


def _plain(span: Span, text: str, published: date | None) -> list[_Found]:
    """Days and longer, each position taken by the longest expression."""
    candidates = []
    for rule in RULES:
        for match in rule.pattern.finditer(text):
            start = match.start() + len(match[0]) - len(_PREPOSITION.sub("", match[0]))
            if rule.kind == "month" and not _is_month(span, match):
                continue
            if _is_repeated(text, match):
                continue
            anchor = Anchor(published, _speaks_of_future(span, text, match))
            candidates.append(_Found(start, match.end(), rule.kind, rule.meaning(match, anchor)))
    return _without_overlaps(candidates)


def _without_overlaps(candidates: list[_Found]) -> list[_Found]:
    kept: list[_Found] = []
    for one in sorted(candidates, key=lambda f: (f.start - f.end, f.start)):
        if all(one.end <= other.start or one.start >= other.end for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda f: f.start)


def _is_month(span: Span, match: re.Match[str]) -> bool:
    """A bare month needs a word of time before it, and must not be a person's name or a verb."""
    groups = match.groupdict()
    if groups.get("year") or groups.get("relative"):
        return True
    if not (groups["before"] or groups["part"]):
        return False
    token = _token_at(span, match.start("month"))
    if token is None:
        return True
    ambiguous = groups["month"] in ("May", "March", "June", "April", "August", "Jan", "Jan.")
    return not (ambiguous and (token.ent_type_ in ("PERSON", "ORG", "GPE") or token.pos_ in ("VERB", "AUX")))


def _is_repeated(text: str, match: re.Match[str]) -> bool:
    """ "on Sundays" and "every Friday" are habits, not days."""
    before = text[max(0, match.start() - 8) : match.start()].lower()
    return (match[0].endswith("days") and before.endswith("on ")) or before.endswith(("every ", "each "))


def _token_at(span: Span, offset: int) -> Token | None:
    found = span.doc.char_span(span.start_char + offset, span.start_char + offset + 1, alignment_mode="expand")
    return found[0] if found is not None and len(found) else None


def _speaks_of_future(span: Span, text: str, match: re.Match[str]) -> bool:
    """Whether the verb that the expression hangs on is about what is to come."""
    if not re.search(r"\d|day|" + "[A-Z]", match[0]):
        return False
    token = _token_at(span, match.end() - 1)
    is_aim = False
    for _ in range(8):
        if token is None or token.head is token:
            break
        is_aim |= token.lower_ == "for" and token.pos_ == "ADP"
        if token.pos_ in ("VERB", "AUX"):
            if _verb_is_future(token) or (is_aim and token.lemma_.lower() in _FUTURE_HEADS):
                return True
            if token.dep_ not in ("xcomp", "ccomp", "conj") or (token.tag_ in ("VBD", "VBN") and token.dep_ == "ccomp"):
                return False
        token = token.head
    if token is None or token.pos_ not in ("VERB", "AUX"):
        return False
    return _verb_is_future(token) or (is_aim and token.lemma_.lower() in _FUTURE_HEADS)


def _verb_is_future(verb: Token) -> bool:
    if any(child.dep_ == "aux" and child.lower_ in _FUTURE_AUXILIARIES for child in verb.children):
        return not any(child.lower_ == "have" and child.dep_ == "aux" for child in verb.children)
    if verb.tag_ == "VB" and verb.dep_ == "ROOT" and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
        return True  # headlines: "Senate to vote Thursday"
    if verb.lemma_.lower() in _FUTURE_HEADS and (verb.tag_ in ("VBN", "VBG", "VBZ", "VBP", "VB")):
        return True
    return any(child.dep_ == "acomp" and child.lower_ in ("due", "set", "scheduled") for child in verb.children)


def _with_day_parts(text: str, found: list[_Found]) -> list[_Found]:
    """ "Tuesday evening", "early Saturday", "the night of 8 December": the part of the day joins the day."""
    return [_part_of_day(text, one) if one.kind == "day" else one for one in found]


def _part_of_day(text: str, one: _Found) -> _Found:
    start, end = one.start, one.end
    part = _PART_OF_NAME.get(" ".join(text[start:end].lower().split()), "")
    if after := _PART_AFTER.match(text[end : end + 24]):
        part, end = after["part"], end + after.end()
    if before := _PART_BEFORE.search(text[max(0, start - 24) : start]):
        start = max(0, start - 24) + before.start()
        part = part or (before["late"] or before["part"] or before["point"]).lower()
    zone = _LOCAL_AFTER.match(text[end : end + 16]) if part else None
    hours = None
    if zone is not None:
        end, hours = end + zone.end(), ZONES.get(zone["zone"].lower())
    if not part or one.interval is None:
        return replace(one, start=start, end=end)
    begin, last = DAY_PARTS[part]
    return _Found(start, end, "day", replace(one.interval, begin=begin, end=last, zone_hours=hours))


def _with_clocks(text: str, found: list[_Found]) -> list[_Found]:
    """Clock times join the day beside them, or the only day of the sentence."""
    clocks = [match for match in _CLOCK.finditer(text) if not any(f.start <= match.start() < f.end for f in found)]
    for match in clocks:
        moment = _clock_time(match)
        if moment is None:
            continue
        days = [f for f in found if f.kind == "day"]
        beside = next((f for f in days if _touches(text, match, f)), None)
        zone = ZONES.get((match["zone"] or "").lower())
        if beside is not None:
            found.remove(beside)
            start, end = min(beside.start, match.start()), max(beside.end, match.end())
            found.append(_Found(start, end, "clock", _at(beside.interval, moment, zone)))
        else:
            only = days[0].interval if len(days) == 1 else None
            found.append(_Found(match.start(), match.end(), "clock", _at(only, moment, zone)))
    return sorted(found, key=lambda f: f.start)


def _at(day: Interval | None, moment: time, zone_hours: float | None) -> Interval | None:
    return None if day is None else Interval(day.first, day.last, moment, moment, zone_hours)


def _touches(text: str, match: re.Match[str], one: _Found) -> bool:
    between = text[match.end() : one.start] if match.end() <= one.start else text[one.end : match.start()]
    return len(between) < 30 and bool(_BETWEEN_CLOCK_AND_DAY.match(between))


_HOUR_WORDS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}


def _clock_time(match: re.Match[str]) -> time | None:
    if match["named"]:
        return time(0, 0) if match["named"] == "midnight" else time(12, 0)
    if match["military"]:
        return time(int(match["military"][:2]), int(match["military"][2:]))
    if match["hour24"]:
        return time(int(match["hour24"]), int(match["minute24"]))
    if word := match["hour_word"]:
        hour = int(word) if word.isdigit() else _HOUR_WORDS.get(word, 99)
        return None if hour > 23 else time(hour, 0)
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if not 1 <= hour <= 12 or minute > 59:
        return None
    return time(hour % 12 + (12 if match["half"].lower() == "p" else 0), minute)


def _ranges(text: str, found: list[_Found]) -> list[_Found]:
    """ "from Monday to Wednesday", "between 2011 and 2016": two expressions become one."""
    merged: list[_Found] = []
    for one in found:
        previous = merged[-1] if merged else None
        if previous is not None and _is_range(text, previous, one):
            merged[-1] = _joined(text, previous, one)
        else:
            merged.append(one)
    return merged


def _is_range(text: str, a: _Found, b: _Found) -> bool:
    joint = text[a.end : b.start]
    opened = bool(_RANGE_BEFORE.search(text[max(0, a.start - 14) : a.start]))
    bare = joint.strip() in ("-", "–")
    return (opened and bool(_RANGE_JOINT.match(joint))) or (bare and a.kind == b.kind)


def _joined(text: str, a: _Found, b: _Found) -> _Found:
    before = _RANGE_BEFORE.search(text[max(0, a.start - 14) : a.start])
    start = max(0, a.start - 14) + before.start() if before else a.start
    if a.interval is None or b.interval is None:
        return _Found(start, b.end, "range", None)
    first, last = a.interval, b.interval
    if last.last < first.first:  # "from Monday to Wednesday" over a week's end, or "from 28 December to 3 January"
        first = (
            replace(first, first=first.first - timedelta(days=7))
            if a.kind == b.kind == "day" and (first.first - last.last).days < 7
            else first
        )
        if last.last < first.first:
            return _Found(start, b.end, "range", None)
    return _Found(start, b.end, "range", Interval(first.first, last.last, first.begin, last.end, first.zone_hours))


def _since(text: str, one: _Found, published: date | None) -> _Found:
    """ "since Friday" reaches to the day of publication."""
    if one.interval is None or published is None or one.interval.first > published:
        return one
    if not (
        _SINCE.search(text[max(0, one.start - 24) : one.start])
        or text[one.start : one.end].lower().startswith("since ")
    ):
        return one
    last = max(one.interval.last, published) if one.kind == "day" else published
    end = time(23, 59, 59) if one.interval.begin is not None else None
    return replace(one, interval=replace(one.interval, last=last, end=end))


def _written(text: str, one: _Found, utc_offset: str) -> TimeExpression:
    event_from, event_to = isoformat(one.interval, utc_offset) if one.interval is not None else ("", "")
    return TimeExpression(text[one.start : one.end], one.start, one.end, event_from, event_to, one.kind)
