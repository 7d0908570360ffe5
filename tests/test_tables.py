"""Tables between rooms: every column told, and wrong ones refused at the border."""

from __future__ import annotations

from dataclasses import fields

import pandas as pd
import pandera.errors
import pytest

from xref import tables
from xref.tables import Result, Skipped, Stories, checked, empty

MODELS = [
    model
    for model in vars(tables).values()
    if isinstance(model, type) and issubclass(model, tables._Table) and model is not tables._Table
]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_column_says_what_it_means(model: type[tables._Table]) -> None:
    columns = model.to_schema().columns
    assert columns
    for name, column in columns.items():
        assert column.description, name
        assert name == name.lower()
        assert name.isidentifier()


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_table_without_rows_has_all_columns_of_the_declared_types(model: type[tables._Table]) -> None:
    frame = empty(model)
    assert list(frame.columns) == list(model.to_schema().columns)
    assert len(frame) == 0
    assert {str(kind) for kind in frame.dtypes} <= {"str", "int64", "float64", "bool"}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_table_is_part_of_a_result(model: type[tables._Table]) -> None:
    assert model.__name__.lower() in {field.name for field in fields(Result)}


def test_columns_are_put_in_order_and_the_index_is_reset() -> None:
    frame = pd.DataFrame({"detail": ["d"], "reason": ["empty"], "path": ["a.txt"]}, index=[7])
    made = checked(Skipped, frame)
    assert list(made.columns) == ["path", "reason", "detail"]
    assert list(made.index) == [0]


def test_columns_that_are_not_declared_do_not_cross() -> None:
    frame = pd.DataFrame({"path": ["a.txt"], "reason": ["empty"], "detail": [""], "scratch": [1]})
    assert "scratch" not in checked(Skipped, frame)


def test_a_missing_column_missing_text_and_a_double_key_are_refused() -> None:
    with pytest.raises(KeyError, match="detail"):
        checked(Skipped, pd.DataFrame({"path": ["a"], "reason": ["empty"]}))
    with pytest.raises(pandera.errors.SchemaError):
        checked(Skipped, pd.DataFrame({"path": ["a"], "reason": [None], "detail": [""]}))
    with pytest.raises(pandera.errors.SchemaError):
        checked(Stories, pd.DataFrame({"article_id": ["a", "a"], "story_id": ["s", "t"]}))


def test_a_value_outside_the_declared_ones_is_refused() -> None:
    row = {"kind": "gossip", "subject": "Coast FM", "detail": "It was heard.", "claim_ids": ""}
    with pytest.raises(pandera.errors.SchemaError, match="isin"):
        checked(tables.Findings, pd.DataFrame([row]))
    assert len(checked(tables.Findings, pd.DataFrame([{**row, "kind": "misquotation"}]))) == 1
