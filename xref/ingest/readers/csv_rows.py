"""CSV: a row an article, with any of the usual delimiters."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager

from xref.ingest import records
from xref.ingest.decoding import decode
from xref.ingest.drafts import Draft, Refused, Unread

_DELIMITERS = (",", ";", "\t", "|")
_MAX_FIELD = 5_000_000
_KNOWN = {*records.TITLE, *records.BODY, *records.OUTLET, *records.PUBLISHED, *records.URL, *records.AUTHORS}


def read(content: bytes) -> Iterator[Draft | Unread]:
    """The articles of a CSV file, numbered by their rows after the header."""
    text = decode(content)
    delimiter = _delimiter(text)
    with _bounded_fields():
        yield from _rows(text, delimiter)


def _rows(text: str, delimiter: str) -> Iterator[Draft | Unread]:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    header = next(rows)
    number = 0
    try:
        for row in rows:
            if not any(cell.strip() for cell in row):
                continue
            number += 1
            yield _row(header, row, number)
    except csv.Error as error:
        yield Unread("broken-csv", f"line {rows.line_num}: {error}; the rest of the file is not read", number + 1)


def _row(header: list[str], row: list[str], number: int) -> Draft | Unread:
    if len(row) > len(header) and any(cell.strip() for cell in row[len(header) :]):
        return Unread("broken-csv", f"row {number} has {len(row)} cells, the header {len(header)}", number)
    record = dict(zip(header, row, strict=False))
    draft = records.described(record, part=number)
    return draft if draft.text.strip() else Unread("no-text", f"row {number} has neither title nor text", number)


def _delimiter(text: str) -> str:
    """The delimiter under which the first row names most fields of an article. Raises Refused when none does."""

    def known(delimiter: str) -> int:
        try:
            header = next(csv.reader(io.StringIO(text[:20_000], newline=""), delimiter=delimiter), [])
        except csv.Error:
            return 0
        return len(_KNOWN & set(records.normal_keys(dict.fromkeys(header, ""))))

    best = max(_DELIMITERS, key=known)
    if known(best) == 0:
        raise Refused("not-an-article", "the first row names no field of an article, such as title, text or outlet")
    return best


@contextmanager
def _bounded_fields() -> Iterator[None]:
    """The limit is one for the whole process, so it is put back."""
    before = csv.field_size_limit(_MAX_FIELD)
    try:
        yield
    finally:
        csv.field_size_limit(before)
