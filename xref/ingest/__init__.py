"""Files to articles: text, outlet, authors, date, language and address; what can't be read is told with its reason."""

from xref.ingest.room import Read, read_folder

__all__ = ["Read", "read_folder"]
