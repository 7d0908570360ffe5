"""What one kind of markup in a page says of its article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

Element = Any
"""An element of an lxml tree, which carries no types."""


@dataclass(frozen=True, slots=True)
class Testimony:
    """The words of one witness; "" or () for what it is silent about."""

    title: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    outlet: str = ""
    url: str = ""
    language: str = ""


class Witness(Protocol):
    """Reads one kind of markup."""

    def __call__(self, tree: Element) -> Testimony:
        """What the markup of `tree` says; never raises on odd markup."""


def one_line(words: object, longest: int = 400) -> str:
    """`words` with white space folded, cut at `longest` characters; "" for anything but text."""
    return " ".join(words.split())[:longest] if isinstance(words, str) else ""


def text_of(element: Element) -> str:
    """The element's text in one line, without scripts and styles."""
    parts = element.xpath(".//text()[not(ancestor::script) and not(ancestor::style) and not(ancestor::noscript)]")
    return one_line(" ".join(parts), 2000)
