"""The metadata of a web page: several witnesses, each its own kind of markup, and what follows from them together."""

from xref.ingest.page.consensus import Facts, facts_of

__all__ = ["Facts", "facts_of"]
