"""The YAML block at the top of a text file, read as plain words: no types, no aliases, no tags."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

_BLOCK = re.compile(
    r"\A\s*?---[ \t]*\r?\n(?P<yaml>.*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_LINE = re.compile(r"^(?P<key>[A-Za-z][\w -]{0,30}?)\s*:[ \t]*(?P<value>.*?)[ \t]*\r?$", re.MULTILINE)
_MAX_CHARACTERS = 64_000


@dataclass(frozen=True)
class FrontMatter:
    """A file's text parted into its fields and its body."""

    body: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


class _Words(yaml.BaseLoader):
    """Every scalar stays text: `no` is a language and 2024-12-16 a date to be read later. Aliases are refused, as a few
    lines of them can unfold to gigabytes."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("aliases are not read")
        return super().compose_node(parent, index)


def split(text: str) -> FrontMatter:
    """Fields and body of `text`. A first `---` that opens no mapping is part of the body."""
    found = _BLOCK.match(text)
    if not found or len(found["yaml"]) > _MAX_CHARACTERS:
        return FrontMatter(text)
    body = text[found.end() :]
    try:
        document = yaml.load(found["yaml"], Loader=_Words)  # noqa: S506 - a BaseLoader builds nothing but text, lists and mappings
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        fields = {m["key"]: m["value"].strip("\"'[]{} ") for m in _LINE.finditer(found["yaml"])}
        if not fields:
            return FrontMatter(text)
        cause = " ".join(str(error).split())[:200]
        return FrontMatter(body, fields, (f"front matter is no valid YAML and was read line by line: {cause}",))
    if document in (None, ""):
        return FrontMatter(body)
    if not isinstance(document, dict):
        return FrontMatter(text)
    return FrontMatter(body, {str(key): value for key, value in document.items()})
