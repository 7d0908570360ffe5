"""The formats that can be read: file suffix to reader, one module a format."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from xref.ingest.drafts import Reader
from xref.ingest.readers import csv_rows, json_records, pdf, plain, web_page

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".txt": plain.read,
        ".text": plain.read,
        ".md": plain.read,
        ".markdown": plain.read,
        ".html": web_page.read,
        ".htm": web_page.read,
        ".xhtml": web_page.read,
        ".json": json_records.read,
        ".jsonl": json_records.read_lines,
        ".ndjson": json_records.read_lines,
        ".csv": csv_rows.read,
        ".tsv": csv_rows.read,
        ".pdf": pdf.read,
    }
)
