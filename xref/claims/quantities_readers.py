"""What unit a number has: money, share, age, measure, vote or count; and which numbers count nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from xref.claims.quantities_events import measure_of
from xref.claims.quantities_masks import MASK
from xref.claims.quantities_measures import PARTICIPLES
from xref.claims.quantities_numbers import Number
from xref.claims.quantities_tree import Reading, counted_by
from xref.claims.quantities_units import CURRENCY_AFTER, PERCENT_AFTER, UNIT_AFTER, Unit, currency_of, unit_of

MAX_AGE = 125
_AGE_AFTER = re.compile(r"[ -](?:year|yr)s?[ -]olds?\b|[ -]years? of age\b|[ -](?:month|week|day)s?[ -]old\b", re.I)
_AGED_BEFORE = re.compile(r"\b(?:aged|age|ages|at the age of)(?: between)?\s$", re.I)
_APPOSED_AGE = re.compile(
    r"(?:[A-Z][\w.’'-]+(?: (?:Jr|Sr)\.?)?|\b(?:boy|girl|man|woman|son|daughter|brother|sister|mother|father|wife"
    r"|husband|child|teenager))(?:, | \()$"
)
_AGO = re.compile(
    r"^[ -](?:\w+ )?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?) (?:ago|earlier|later|before"
    r"|after|prior|since|from now)\b",
    re.I,
)
_RECENT = re.compile(r"(?<!for the )\b(?:past|last|next|previous|coming|first|final|every|within)\s$", re.I)
_PERIOD_UNIT = re.compile(r"^ (?:or so )?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?)\b", re.I)
_VOTES = re.compile(
    r"\b(?:vot\w+|ruling|ruled|decision|courts?|senate|house|justices|passed|pass|approved?|rejected|majority|panel"
    r"|motion|bill|council|committee|jury|parliament|resolution)\b",
    re.I,
)
_SCORES = re.compile(
    r"\b(?:won|win|lost|lose|beat|beaten|beating|defeat\w*|draw|drew|victory|win|score\w*|lead|led|triumph|leads?"
    r"|aggregate|penalties|shootout)\b",
    re.I,
)
_SENTENCE = re.compile(
    r"\b(?:in prison|in jail|behind bars|sentence[ds]?|jailed|imprison\w*|probation|prison term|jail term"
    r"|incarcerat\w+|in custody)\b",
    re.I,
)
_TIMES_AFTER = re.compile(
    r" times (?:as|the|that|more|higher|larger|greater|bigger|faster|its|their|his|her|over)\b|[ -]?fold\b", re.I
)
_PERSON_AFTER = re.compile(
    r" (?:[\w-]+ ){0,2}?(man|woman|boy|girl|son|daughter|brother|sister|mother|father|student|driver|suspect|victim"
    r"|soldier|officer|teenager|child|baby|infant)\b",
    re.I,
)
_MAGNITUDE = re.compile(r"\b(?:magnitude|richter)(?: of)?[ -]$", re.I)


@dataclass(frozen=True, slots=True)
class Draft:
    """A number with its unit resolved, before the tree is asked."""

    number: Number
    end: int
    unit: str = ""
    measure: str = ""
    counted: str | None = None
    factor: Unit | None = None


def drafts(reading: Reading, masked: str, number: Number) -> list[Draft]:
    """The readings of one number: none when it counts nothing, two for votes and scores."""
    if pair := _versus(masked, number):
        return pair
    if masked[number.end : number.end + 1] == MASK and masked[number.end - 1] != " ":
        return []
    if number.is_dashed and (number.first or 0) > (number.second or 0):
        return []  # a bare "40-30" is no range and nothing tells what it counts
    if not _is_period(masked, number) and _is_number(reading, masked, number):
        for read in READERS:
            if (draft := read(reading, masked, number)) is not None:
                return [draft]
    return []


def _is_number(reading: Reading, masked: str, number: Number) -> bool:
    """Rules out digits that are glued to letters, and words inside names."""
    after = masked[number.digits_end : number.digits_end + 1]
    if after.isalpha() and masked[number.digits_end - 1].isdigit():
        return bool(UNIT_AFTER.match(masked, number.digits_end)) or bool(PERCENT_AFTER.match(masked, number.digits_end))
    token = reading.tokens[reading.index_at(number.digits_end - 1)]
    if token.ent_type_ in ("PRODUCT", "WORK_OF_ART", "LAW", "FAC", "EVENT") and not number.bound:
        previous = reading.tokens[max(0, reading.index_at(number.digits_start) - 1)]
        return previous.ent_type_ != token.ent_type_ and token.dep_ == "nummod"
    if not number.bound and _is_numbered_name(reading, number):
        return False
    return not (token.lower_ == "one" and not _counts_one(reading, number))


def _is_numbered_name(reading: Reading, number: Number) -> bool:
    """ "Fox 13", "S&P 500": digits that end a proper name and have no noun of their own."""
    index = reading.index_at(number.digits_start)
    token, previous = reading.tokens[index], reading.tokens[max(0, index - 1)]
    if previous is token or previous.pos_ != "PROPN" or not token.text.isdigit() or len(previous.whitespace_) != 1:
        return False
    if (
        token.ent_type_ == previous.ent_type_
        and token.ent_iob_ == "I"
        and token.ent_type_ in ("ORG", "FAC", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART", "GPE", "LOC")
    ):
        return True
    following = reading.tokens[index + 1] if index + 1 < len(reading.tokens) else token
    return token.head is previous and following.lower_ not in PARTICIPLES and not following.tag_.startswith("NNS")


def _counts_one(reading: Reading, number: Number) -> bool:
    """ "one soldier" and "one dead" count, the pronoun does not."""
    token = reading.tokens[reading.index_at(number.digits_end - 1)]
    if number.bound or number.second is not None or token.dep_ in ("nummod", "quantmod"):
        return True
    counted = counted_by(reading, number.digits_end, number.end)
    return bool(measure_of(reading, counted, number.start, is_money=False)) or reading.text[number.end :].startswith(
        "-"
    )


def _is_period(masked: str, number: Number) -> bool:
    """ "two days ago", "the past 48 hours" are times, not durations."""
    after, before = masked[number.end : number.end + 40], masked[max(0, number.start - 20) : number.start]
    return bool(_AGO.match(after)) or bool(_RECENT.search(before) and _PERIOD_UNIT.match(after))


def _versus(masked: str, number: Number) -> list[Draft]:
    """Votes and scores: two numbers joined by a dash told from ranges by order and context."""
    if number.first is None or number.second is None or number.currency:
        return []
    if (
        UNIT_AFTER.match(masked, number.end)
        or PERCENT_AFTER.match(masked, number.end)
        or _AGE_AFTER.match(masked, number.end)
    ):
        return []
    around = masked[max(0, number.start - 60) : number.start] + " " + masked[number.end : number.end + 50]
    is_vote, is_score = bool(_VOTES.search(around)), bool(_SCORES.search(around))
    if not number.is_dashed or not (is_vote or is_score) or (number.first < number.second and number.second >= 10):
        return []
    kind = ("majority vote", "minority vote", "vote") if is_vote else ("winner's score", "loser's score", "point")
    high, low = max(number.first, number.second), min(number.first, number.second)
    return [_side(number, high, kind[0], kind[2]), _side(number, low, kind[1], kind[2])]


def _side(number: Number, value: float, measure: str, counted: str) -> Draft:
    plain = replace(number, low=value, high=value, value=value, approximate=False)
    return Draft(plain, number.end, measure=measure, counted=counted)


def _read_money(reading: Reading, masked: str, number: Number) -> Draft | None:
    if number.currency:
        named = CURRENCY_AFTER.match(masked, number.end)
        return Draft(number, named.end() if named else number.end, number.currency, counted="")
    named = CURRENCY_AFTER.match(masked, number.end)
    if named and (code := currency_of(" ".join(named["name"].split()))):
        return Draft(number, named.end(), code, counted="")
    token = reading.tokens[reading.index_at(number.digits_end - 1)]
    if token.ent_type_ == "MONEY" and (pounds := re.compile(r" pounds?\b").match(masked, number.end)):
        return Draft(number, pounds.end(), "GBP", counted="")
    return None


def _read_share(reading: Reading, masked: str, number: Number) -> Draft | None:
    if number.is_fraction:
        return Draft(number, number.end, "percent")
    match = PERCENT_AFTER.match(masked, number.digits_end)
    if match is None:
        return None
    return Draft(number, max(number.end, match.end()), "percentage point" if match["point"] else "percent")


def _read_age(reading: Reading, masked: str, number: Number) -> Draft | None:
    after = _AGE_AFTER.match(masked, number.digits_end)
    if after is not None:
        months = re.search(r"month|week|day", after[0], re.I)
        unit = (
            Unit({"month": "year / 12", "week": "week", "day": "day"}[months[0].lower()], "year", "year of age")
            if months
            else None
        )
        return Draft(
            number, max(number.end, after.end()), "year of age", "age", _aged_person(masked, after.end()), unit
        )
    if (number.high or 0) > MAX_AGE or UNIT_AFTER.match(masked, number.digits_end):
        return None
    before = masked[max(0, number.start - 40) : number.start]
    if _AGED_BEFORE.search(before):
        return Draft(number, number.end, "year of age", "age", "")
    is_bare = masked[number.start : number.end].isdigit() and re.match(r"[,.;)]|$| and\b| [-–—] ", masked[number.end :])
    if is_bare and _APPOSED_AGE.search(before) and (number.low or 0) >= 1:
        previous = reading.tokens[reading.index_at(number.start) - 2]
        if previous.ent_type_ not in ("GPE", "LOC", "FAC", "DATE", "CARDINAL"):
            return Draft(number, number.end, "year of age", "age", "")
    return None


def _aged_person(masked: str, end: int) -> str:
    """ "24-year-old man": who has that age."""
    match = _PERSON_AFTER.match(masked, end)
    return match[1].lower() if match else ""


def _read_unit(reading: Reading, masked: str, number: Number) -> Draft | None:
    match = UNIT_AFTER.match(masked, number.digits_end)
    if match is None and number.end != number.digits_end:  # "48 hours or more" and "20 or so miles"
        match = UNIT_AFTER.match(masked, number.end)
    if match is None or (unit := unit_of(" ".join(match["unit"].split()))) is None:
        return None
    end = max(number.end, match.end())
    measure = "sentence" if unit.label == "s" and _SENTENCE.search(masked[max(0, number.start - 60) : end + 40]) else ""
    counted = "" if match["gap"] != "-" else None
    return Draft(number, end, unit.label, measure, counted, unit)


def _read_magnitude(reading: Reading, masked: str, number: Number) -> Draft | None:
    after = re.compile(r"-magnitude\b", re.I).match(masked, number.digits_end)
    if after or _MAGNITUDE.search(masked[max(0, number.start - 24) : number.start]):
        return Draft(number, after.end() if after else number.end, "magnitude", "magnitude", "earthquake")
    return None


def _read_times(reading: Reading, masked: str, number: Number) -> Draft | None:
    match = _TIMES_AFTER.match(masked, number.digits_end)
    return Draft(number, max(number.end, match.start() + 6), "times", "", "") if match else None


def _read_count(reading: Reading, masked: str, number: Number) -> Draft | None:
    return Draft(number, number.end)


READERS: tuple[Callable[[Reading, str, Number], Draft | None], ...] = (
    _read_money, _read_share, _read_times, _read_age, _read_magnitude, _read_unit, _read_count,
)  # fmt: skip
"""Tried in order; the first that knows the number's unit takes it, and every number is a count at last."""
