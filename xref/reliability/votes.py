"""One vote per origin: reports that copy, credit or relay an origin are one claim under that origin."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from xref.reliability.arrays import Codes, Floats
from xref.reliability.columns import Coded, coded

CLOSED_DOMAIN = 20
"""An attribute with at most so many values has a closed domain."""
_FEWEST_FALSE = 10


@dataclass(frozen=True)
class Votes:
    """Votes in canonical order (item, value, voter), as parallel arrays.

    `voter`, `item`, `value` index `voters`, `objects`/`attributes` (by item) and `values`; `value_item` is the item of
    each value, ascending, so that `starts` cuts values into items. `time` is the vote's time as a rank (-1 unknown).
    `false_values` is n_i, `closed` whether the item's attribute has a closed domain.
    """

    voter: Codes
    item: Codes
    value: Codes
    time: Codes
    value_item: Codes
    starts: Codes
    false_values: Floats
    closed: NDArray[np.bool_]
    voters: NDArray[np.object_]
    objects: NDArray[np.object_]
    attributes: NDArray[np.object_]
    values: NDArray[np.object_]

    @property
    def items(self) -> int:
        """Number of items."""
        return len(self.starts)

    def by_value(self, weights: Floats) -> Floats:
        """Sum over the votes of each value."""
        return np.asarray(np.bincount(self.value, weights, len(self.value_item)), dtype=float)

    def by_item(self, per_value: Floats) -> Floats:
        """Sum over the values of each item."""
        return np.add.reduceat(per_value, self.starts) if self.items else per_value[:0]

    def by_voter(self, weights: Floats) -> Floats:
        """Sum over the votes of each voter."""
        return np.asarray(np.bincount(self.voter, weights, len(self.voters)), dtype=float)


@dataclass(frozen=True)
class _Reports:
    """Distinct reports, one a source and item: codes, and the origin each names (-1 none)."""

    source: Codes
    item: Codes
    answer: Codes
    origin: Codes
    time: Codes


def count_votes(claims: pd.DataFrame, closed: bool | None = None) -> Votes:
    """Votes of a table of claims.

    Parameters
    ----------
    claims : columns `source, object, attribute, value`; optional `origin` (name of the source or of anything else that
        the report goes back to; missing is the source's own) and `time` (number, datetime or ISO 8601 text).
    closed : whether domains are closed; None tells it by attribute.

    Raises ValueError for a missing column, and for None, NaN and blank cells of the first four.
    """
    if absent := [name for name in ("source", "object", "attribute", "value") if name not in claims]:
        raise ValueError(f"claims need the columns source, object, attribute, value; missing: {', '.join(absent)}")
    source, thing, attribute, answer = (coded(claims, name) for name in ("source", "object", "attribute", "value"))
    item_key = attribute.codes * len(thing.values) + thing.codes
    item_keys, item = np.unique(item_key, return_inverse=True)
    origin, names = _origins(claims, source)
    latest = _latest(_Reports(source.codes, item.astype(np.int64), answer.codes, origin, _times(claims)))
    voted = _under_origins(latest, len(names))
    return _arranged(voted, names, item_keys, thing, attribute, answer, closed)


def _origins(claims: pd.DataFrame, source: Coded) -> tuple[Codes, NDArray[np.object_]]:
    """The origin of each row as a code (-1 own), and the names of sources followed by those of absent origins."""
    own = np.full(len(claims), -1, dtype=np.int64)
    if "origin" not in claims:
        return own, source.values
    given = ~claims["origin"].isna().to_numpy() & claims["origin"].astype(str).str.strip().ne("").to_numpy()
    if not given.any():
        return own, source.values
    named = coded(claims.loc[given], "origin")
    known = {name: code for code, name in enumerate(source.values)}
    absent = [name for name in named.values if name not in known]
    known.update({name: len(known) + at for at, name in enumerate(absent)})
    own[given] = np.array([known[name] for name in named.values], dtype=np.int64)[named.codes]
    own[own == source.codes] = -1
    names = np.empty(len(known), dtype=object)
    names[:] = list(known)
    return own, names


def _times(claims: pd.DataFrame) -> Codes:
    """Times as ranks; unknown is -1 and counts as earliest."""
    if "time" not in claims:
        return np.full(len(claims), -1, dtype=np.int64)
    times = claims["time"]
    if not pd.api.types.is_numeric_dtype(times):
        times = pd.to_datetime(times.replace("", None), utc=True, format="ISO8601")
    codes, _ = pd.factorize(times, sort=True)
    return codes.astype(np.int64)


def _latest(reports: _Reports) -> _Reports:
    """One report a source and item: the latest; of several at one time, the smallest value."""
    order = np.lexsort((reports.origin, reports.answer, -reports.time, reports.source, reports.item))
    item, source = reports.item[order], reports.source[order]
    first = np.ones(len(order), dtype=bool)
    first[1:] = (item[1:] != item[:-1]) | (source[1:] != source[:-1])
    return _picked(reports, order[first])


def _picked(reports: _Reports, at: Codes) -> _Reports:
    return _Reports(reports.source[at], reports.item[at], reports.answer[at], reports.origin[at], reports.time[at])


def _under_origins(reports: _Reports, names: int) -> _Reports:
    """One report an item and origin, under the origin's name.

    Reports and the (item, name) places they point to are joined; a chain within the table ends at the report that
    names no origin. A circle without an end is named by its earliest report, then by the smallest name.
    """
    if (reports.origin < 0).all():
        return reports
    count = len(reports.source)
    own_place = reports.item * names + reports.source
    linked = reports.origin >= 0
    places = np.unique(np.concatenate([own_place, (reports.item * names + reports.origin)[linked]]))
    here = np.searchsorted(places, own_place)
    there = np.searchsorted(places, (reports.item * names + reports.origin)[linked])
    graph = coo_array((np.ones(len(there)), (here[linked], there)), shape=(len(places), len(places)))
    _, group = connected_components(graph, directed=False)
    has_report = np.zeros(len(places), dtype=bool)
    has_report[here] = True
    end = _ends(group, has_report, places % names)
    order = np.lexsort((reports.source, reports.time, linked, group[here]))
    first = np.ones(count, dtype=bool)
    first[1:] = group[here][order][1:] != group[here][order][:-1]
    chosen = order[first]
    told = _picked(reports, chosen)
    absent = end[group[here][chosen]]
    return _Reports(
        np.where(linked[chosen] & (absent >= 0), absent, told.source), told.item, told.answer, told.origin, told.time
    )


def _ends(group: Codes, has_report: NDArray[np.bool_], name: Codes) -> Codes:
    """By group, the smallest name of a place without a report (an origin outside the table); -1 where there is none."""
    ends = np.full(int(group.max()) + 1, np.iinfo(np.int64).max)
    np.minimum.at(ends, group[~has_report], name[~has_report])
    return np.where(ends == np.iinfo(np.int64).max, -1, ends)


def _arranged(
    reports: _Reports,
    names: NDArray[np.object_],
    item_keys: Codes,
    thing: Coded,
    attribute: Coded,
    answer: Coded,
    closed: bool | None,
) -> Votes:
    """Votes in canonical order, values numbered within items."""
    key = reports.item * len(answer.values) + reports.answer
    value_keys, value = np.unique(key, return_inverse=True)
    order = np.lexsort((reports.source, value))
    value_item, value_answer = np.divmod(value_keys, max(len(answer.values), 1))
    starts = np.searchsorted(value_item, np.arange(len(item_keys)))
    item_attribute = item_keys // max(len(thing.values), 1)
    is_shared = np.bincount(reports.item, minlength=len(item_keys)) >= 2
    is_closed, domain = _domains(item_attribute, value_item, value_answer, is_shared, closed)
    sizes = np.bincount(value_item, minlength=len(item_keys))
    return Votes(
        reports.source[order],
        reports.item[order],
        value.astype(np.int64)[order],
        reports.time[order],
        value_item,
        starts,
        np.where(is_closed, np.maximum(domain - 1, 1), np.maximum(_FEWEST_FALSE, sizes - 1)).astype(float),
        is_closed,
        names,
        thing.values[item_keys % max(len(thing.values), 1)],
        attribute.values[item_attribute],
        answer.values[value_answer],
    )


def _domains(
    item_attribute: Codes, value_item: Codes, value_answer: Codes, is_shared: NDArray[np.bool_], closed: bool | None
) -> tuple[NDArray[np.bool_], Codes]:
    """By item: whether its attribute's domain is closed, and how many values the attribute has.

    A domain is closed when it has few values and they recur: three items a value or more. Only items that several
    voters share tell of it.
    """
    answers = int(value_answer.max(initial=0)) + 1
    attributes = int(item_attribute.max(initial=-1)) + 1
    seen = is_shared[value_item]
    distinct = np.unique(item_attribute[value_item[seen]] * answers + value_answer[seen])
    size = np.bincount(distinct // answers, minlength=attributes)
    items = np.bincount(item_attribute[is_shared], minlength=attributes)
    is_small = (size >= 2) & (size <= CLOSED_DOMAIN) & (3 * size <= items)
    by_attribute = is_small if closed is None else np.full(attributes, closed)
    return by_attribute[item_attribute], size[item_attribute]
