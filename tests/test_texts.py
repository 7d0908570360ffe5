"""Which articles are one text."""

from __future__ import annotations

import pandas as pd

from xref.texts import Texts


def texts(*pairs: tuple[str, str, str]) -> Texts:
    return Texts(pd.DataFrame(pairs, columns=["path_a", "path_b", "kind"]))


def test_reprints_and_prints_of_one_agency_s_text_are_one_text_and_shared_parts_are_not() -> None:
    found = texts(("a", "b", "near-verbatim"), ("b", "c", "shared-wire"), ("c", "d", "partial"))
    assert found.among(["d", "c", "b", "a", "e"]) == [("a", "b", "c"), ("d",), ("e",)]


def test_an_article_that_is_not_among_them_makes_no_two_reports_one() -> None:
    found = texts(("a", "roundup", "near-verbatim"), ("b", "roundup", "near-verbatim"))
    assert found.among(["a", "b"]) == [("a",), ("b",)]
    assert found.among(["a", "b", "roundup"]) == [("a", "b", "roundup")]
    assert found.among([]) == []
