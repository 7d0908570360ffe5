"""Tables as CSV: RFC 4180, UTF-8, and cells that a spreadsheet would calculate made text."""

from __future__ import annotations

import csv
import io
import math
import re
from pathlib import Path

import pandas as pd

from xref.report.public import COLUMNS, plain_rows, readable_quantities

_LEADING = re.compile(r"'*[\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]*")
"""Apostrophes, then blanks: white space of every kind, controls and characters without width."""
_OPERATORS = "=+-@＝＋－＠"
_NUMBER = re.compile(r"[-+]\s*(?:\d[\d.,   ]*|\.\d+)(?:[eE][-+]?\d+)?\s*%?")
_CALL = re.compile(r"(?:^|[-+*/^&=<>,;({@%＝＋－＠])\s*[^\W\d][\w.]*\s*\(")
_REFERENCE = re.compile(r"[\w'\])]\s*![$\w#]|\|\s*['\"\w]")
_TERM = r"(?:\$?[A-Za-z]{1,3}\$?\d+|\d[\d.,]*%?|\"[^\"]*\")"
_ARITHMETIC = re.compile(rf"[-+@＋－＠\s(]*{_TERM}(?:[\s)]*[-+*/^&=<>:]+[\s(+-]*{_TERM})*[\s)]*")


def guard(text: str) -> str:
    """`text` as a CSV cell: with an apostrophe before it where a spreadsheet would calculate it, else unchanged.

    Calculated is what begins, after blanks, with `=`, and what begins with `+`, `-` or `@` and goes on as a formula: a
    function call, a reference to another sheet or program, or sums of numbers and cells. Numbers (`-3`), bullets
    (`- He left`) and handles (`@ministry`) are honest text and stay. `unguard` gives every text back.
    """
    return f"'{text}" if _calculated(text) else text


def unguard(cell: str) -> str:
    """The text that `guard` made a cell of."""
    return cell[1:] if cell.startswith("'") and _calculated(cell[1:]) else cell


def csv_text(frame: pd.DataFrame) -> str:
    """The table as CSV text, header first, lines ended by CRLF; numbers have at most four decimals."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(frame.columns)
    writer.writerows([_cell(value) for value in row] for row in plain_rows(frame))
    return buffer.getvalue()


def write_csv(tables: dict[str, pd.DataFrame], folder: Path) -> list[str]:
    """Writes one file a public table, with its public columns; returns the file names."""
    names = []
    for name, columns in COLUMNS.items():
        frame = tables[name][list(columns)]
        if "quantities" in frame.columns:
            frame = frame.assign(quantities=frame["quantities"].map(readable_quantities).astype("str"))
        (folder / f"{name}.csv").write_bytes(csv_text(frame).encode("utf-8", "replace"))
        names.append(f"{name}.csv")
    return names


def _calculated(text: str) -> bool:
    bare = _LEADING.sub("", text, count=1)
    if not bare or bare[0] not in _OPERATORS:
        return False
    if bare[0] in "=＝":
        return True
    if _NUMBER.fullmatch(bare):
        return False
    return bool(_CALL.search(bare) or _REFERENCE.search(bare) or _ARITHMETIC.fullmatch(bare))


def _cell(value: object) -> str:
    if isinstance(value, str):
        return guard(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return "" if math.isnan(value) else repr(round(value, 4))
    return str(value)
