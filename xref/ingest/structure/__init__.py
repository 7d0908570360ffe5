"""From an article's text to its blocks: headline, byline, source line, paragraphs, bullets, captions, boilerplate."""

from xref.ingest.structure.blocks import Block, Layout, laid_out
from xref.ingest.structure.repeated import mark_repeated

__all__ = ["Block", "Layout", "laid_out", "mark_repeated"]
