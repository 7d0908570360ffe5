from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from xref.reliability import estimate_truth
from xref.reliability.numbers import compatible, measure


def readings(sources: int, items: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Half of the sources measure finely, half coarsely: source, item, reading, and the true values."""
    generator = np.random.default_rng(3)
    truth = generator.uniform(500, 1000, items)
    source, item = (part.ravel() for part in np.meshgrid(np.arange(sources), np.arange(items), indexing="ij"))
    spread = np.where(source < sources // 2, 10.0, 80.0)
    return source, item, truth[item] + spread * generator.standard_normal(len(item)), truth


def test_finer_sources_weigh_more_and_beat_the_median():
    source, item, x, truth = readings(8, 60)
    found = measure(source, item, x)
    assert found.is_weighted
    assert found.spread[:4].max() < found.spread[4:].min()
    assert np.abs(found.value - truth).mean() < 0.8 * np.abs(found.median - truth).mean()


@pytest.mark.parametrize(("sources", "items"), [(4, 60), (8, 29)])
def test_with_few_sources_or_items_it_is_the_median(sources, items):
    found = measure(*readings(sources, items)[:3])
    assert not found.is_weighted
    assert np.array_equal(found.value, found.median)


def test_near_values_are_one_answer_without_chaining():
    item = np.zeros(5, dtype=int)
    codes = compatible(item, np.array([100.0, 100.9, 101.8, 102.7, 400.0]))
    assert codes.tolist() == [0, 0, 1, 1, 2]


def test_values_within_the_tolerance_count_together():
    rows = [("a", "bridge", "length", 100.4), ("b", "bridge", "length", 100.0), ("c", "bridge", "length", 130.0)]
    claims = pd.DataFrame(rows, columns=["source", "object", "attribute", "value"])
    estimate = estimate_truth(claims, measured={"length": 0.5})
    assert estimate.winners["origins"].tolist() == [2]
    assert estimate.quantities["median"].tolist() == [100.4]


def test_text_where_a_number_is_measured_is_refused_by_name():
    claims = pd.DataFrame([["a", "bridge", "length", "long"]], columns=["source", "object", "attribute", "value"])
    with pytest.raises(ValueError, match="attribute 'length': 'long'"):
        estimate_truth(claims, measured={"length": 0.5})
