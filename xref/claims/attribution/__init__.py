"""Who says what in an article: contents, cues and speakers, with the chain of outlets that hand it on."""

from xref.claims.attribution.find import attribute
from xref.claims.attribution.model import Attribution, Span, Speaker

__all__ = ["Attribution", "Span", "Speaker", "attribute"]
