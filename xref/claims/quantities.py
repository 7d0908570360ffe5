"""Quantities in a sentence: what value or interval is stated, of what, and what happened to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from xref.claims.quantities_events import is_part, listed_victims, measure_of
from xref.claims.quantities_masks import mask
from xref.claims.quantities_numbers import find_numbers
from xref.claims.quantities_readers import Draft, drafts
from xref.claims.quantities_scope import scope_of
from xref.claims.quantities_tree import Counted, Reading, counted_by
from xref.claims.quantities_units import Unit, convert
from xref.claims.quantities_vocabulary import ABOVE, BELOW, HARM, MAYBE, SINGLE_VICTIM, VICTIM_NOUNS
from xref.values import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Span


def find_quantities(span: Span) -> tuple[Quantity, ...]:
    """The quantities stated in `span`, from left to right.

    Parameters
    ----------
    span : a sentence or a part of one, parsed by spaCy.

    Returns values whose offsets are relative to the span's first character. Votes and scores ("5-4") give two
    values that share their text: measures "majority vote" and "minority vote", or "winner's score" and "loser's score".
    """
    text = span.text
    has_victim = SINGLE_VICTIM.search(text) is not None
    if not has_victim and not MAYBE.search(text):
        return ()
    masked = mask(text)
    if not has_victim and not MAYBE.search(masked):
        return ()
    reading = Reading(span)
    found: list[Quantity] = []
    for number in find_numbers(masked):
        for draft in drafts(reading, masked, number):
            found.append(_finish(reading, draft, found))
    found += _single_victims(reading, span, found)
    found.sort(key=lambda quantity: quantity.start)
    return tuple(_shared_measures(reading, found))


def _single_victims(reading: Reading, span: Span, found: list[Quantity]) -> Iterator[Quantity]:
    """Whoever was hurt alone: "a woman was killed" counts one."""
    for article in span:
        noun = article.head
        if article.lower_ not in ("a", "an") or article.dep_ != "det" or noun.lemma_.lower() not in VICTIM_NOUNS:
            continue
        start, end = article.idx - span.start_char, noun.idx + len(noun) - span.start_char
        if any(q.start < end and start < q.end for q in found):
            continue
        counted = Counted(noun.lemma_.lower(), end, noun)
        measure = measure_of(reading, counted, start, False)
        if measure in HARM:
            yield Quantity(1.0, 1.0, 1.0, "", counted.lemma, measure, reading.text[start:end], start, end)


def _finish(reading: Reading, draft: Draft, before: list[Quantity]) -> Quantity:
    number = draft.number
    counted = _counted(reading, draft)
    part = is_part(reading, number.start, counted)
    measure = draft.measure or _measure(reading, draft, counted, part, before)
    low, high, value = (_converted(bound, draft.factor) for bound in (*_whole_bounds(draft), number.value))
    end = counted.end
    return Quantity(
        low=low,
        high=high,
        value=value,
        unit=draft.unit,
        counted=counted.lemma,
        measure=measure,
        text=reading.text[number.start : end],
        start=number.start,
        end=end,
        approximate=number.approximate,
        part=part,
        scope=scope_of(reading, counted, number.start),
    )


def _whole_bounds(draft: Draft) -> tuple[float | None, float | None]:
    """ "more than 200" of things that come whole is 201 or more; measured amounts keep the bound itself."""
    number = draft.number
    low, high = number.low, number.high
    if draft.unit or (low or high) != number.value or (number.value or 0.5) != int(number.value or 0):
        return low, high
    if number.bound == ABOVE and low is not None and high is None:
        return low + 1, None
    if number.bound == BELOW and high is not None and low is None:
        return None, high - 1
    return low, high


def _converted(value: float | None, unit: Unit | None) -> float | None:
    return value if unit is None else convert(value, unit)


def _counted(reading: Reading, draft: Draft) -> Counted:
    number = draft.number
    if draft.counted is not None:
        node = reading.tokens[reading.index_at(number.digits_end - 1)]
        if draft.end > number.digits_end:
            node = reading.tokens[reading.index_at(draft.end - 1)]
        return Counted(draft.counted, draft.end, node)
    if draft.unit in ("s", "m", "kg") or (
        draft.unit == "percent" and not number.is_fraction and not reading.text.startswith(" of ", draft.end)
    ):
        node = reading.tokens[reading.index_at(draft.end - 1)]
        return Counted("", draft.end, node)
    counted = counted_by(reading, number.digits_end, draft.end)
    return counted if counted.end >= draft.end else replace(counted, end=draft.end)


def _measure(reading: Reading, draft: Draft, counted: Counted, part: bool, before: list[Quantity]) -> str:
    is_money = len(draft.unit) == 3 and draft.unit.isupper()
    if draft.unit not in ("", "percent") and not is_money:
        return ""  # "killed 30 miles north of Tarma" tells a distance
    listed = listed_victims(reading, counted, draft.number.start) if not draft.unit else None
    if listed is not None:
        return listed
    own = measure_of(reading, counted, draft.number.start, is_money)
    if own or not part:
        return own
    return next((q.measure for q in reversed(before) if q.measure and not q.unit), "")


def _shared_measures(reading: Reading, found: list[Quantity]) -> list[Quantity]:
    """ "20 soldiers and 5 policemen were killed": figures joined by "and" or a comma share what is said of the last."""
    for index in range(len(found) - 2, -1, -1):
        this, following = found[index], found[index + 1]
        joint = reading.text[this.end : following.start]
        if (
            not this.measure
            and following.measure
            and not this.unit
            and re.fullmatch(r"\s*(?:,|and|, and|&|or|plus|as well as)\s*(?:the )?", joint)
        ):
            found[index] = replace(this, measure=following.measure)
    return found
