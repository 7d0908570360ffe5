"""Text and Markdown files: the body as decoded, unchanged, after a YAML front matter if there is one."""

from __future__ import annotations

from collections.abc import Iterator

from xref.ingest import records
from xref.ingest.decoding import decode
from xref.ingest.drafts import Draft, Refused
from xref.ingest.front_matter import split


def read(content: bytes) -> Iterator[Draft]:
    """The one article of a text file. Raises Refused for `empty`, `binary` and `no-text`."""
    matter = split(decode(content))
    if not matter.body.strip():
        raise Refused("no-text", "there is no text after the front matter")
    yield records.described(matter.fields, matter.body, warnings=matter.warnings)
