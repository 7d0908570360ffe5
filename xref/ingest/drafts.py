"""What a reader makes of a file: an article as the file tells it, or the reason why there is none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as its file tells it; every field is the file's own wording and may be hostile."""

    text: str
    title: str = ""
    outlet: str = ""
    domain: str = ""
    """Host the file names apart from the address."""
    authors: tuple[str, ...] = ()
    published: str = ""
    url: str = ""
    language: str = ""
    part: int = 0
    """Number of the row in a file of many, from 1; 0 for a file of one."""
    is_plain: bool = False
    """Whether the text stands in the file as it is, so that headline and byline are still to be found in it."""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A file, or a row of one, that holds no readable article."""

    reason: str
    detail: str = ""
    part: int = 0


class Refused(Exception):
    """Raised inside a reader when the whole file can't be read; becomes an `Unread`, which skipped.csv tells."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail


class Reader(Protocol):
    """Reads one format."""

    def __call__(self, content: bytes) -> Iterable[Draft | Unread]:
        """The articles of a file's bytes, in the file's order. Raises Refused when the whole file is unreadable."""


def with_title(title: str, body: str) -> str:
    """Title, blank line, body; the body alone when it begins with the title already."""
    body = body.strip()
    if not title or folded(body[: 2 * len(title) + 100]).startswith(folded(title)):
        return body
    return f"{title}\n\n{body}" if body else title


def folded(text: str) -> str:
    """Comparison form: letters and digits in lower case, one blank between words."""
    return " ".join(_WORD.findall(text.casefold()))
