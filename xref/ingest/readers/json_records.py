"""JSON and JSON Lines: one article or many, alone, in a list, or in an envelope as NewsAPI and GDELT send it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from xref.ingest import records
from xref.ingest.decoding import decode
from xref.ingest.drafts import Draft, Refused, Unread

_MAX_DEPTH = 4


def read(content: bytes) -> Iterator[Draft | Unread]:
    """The articles of a JSON file. A file of several JSON values, a line each, is read as JSON Lines."""
    text = decode(content)
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        if _is_lines(text):
            yield from _lines(text)
            return
        raise Refused("broken-json", _cause(error)) from None
    found = _articles(document)
    if found is None:
        raise Refused("not-an-article", "no field holds the text or title of an article")
    if isinstance(document, dict) and len(found) == 1:
        yield _row(found[0], 0)
        return
    for number, row in enumerate(found, 1):
        yield _row(row, number)


def read_lines(content: bytes) -> Iterator[Draft | Unread]:
    """The articles of a JSON Lines file, numbered by their lines."""
    yield from _lines(decode(content))


def _lines(text: str) -> Iterator[Draft | Unread]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield _row(json.loads(line), number)
        except (ValueError, RecursionError) as error:
            yield Unread("broken-json", f"line {number}: {_cause(error)}", number)


def _is_lines(text: str) -> bool:
    """Whether the first two lines with something on them are JSON objects of their own."""
    lines = [line for line in text.split("\n", 50) if line.strip()][:2]
    try:
        return len(lines) == 2 and all(isinstance(json.loads(line), dict) for line in lines)
    except (ValueError, RecursionError):
        return False


def _row(row: Any, number: int) -> Draft | Unread:
    if not isinstance(row, dict) or not records.is_article(row):
        return Unread("not-an-article", "no field holds the text or title of an article", number)
    return records.described(row, part=number)


def _articles(document: Any, depth: int = 0) -> list[Any] | None:
    """The rows of the first list that holds an article; None when there is none."""
    if isinstance(document, list):
        return document if any(isinstance(row, dict) and records.is_article(row) for row in document) else None
    if not isinstance(document, dict) or depth > _MAX_DEPTH:
        return None
    nested = (value for value in document.values() if isinstance(value, list | dict))
    if records.is_article(document):
        return [document]
    return next((rows for value in nested if (rows := _articles(value, depth + 1)) is not None), None)


def _cause(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg}, line {error.lineno}, column {error.colno}"
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)
