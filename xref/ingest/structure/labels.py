"""Labels that open a block, "Quote from the Ledger:", and headings that open a section, "Background"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from xref.outlets import Directory

_SECTIONS = {
    "quote": r"(?:direct )?quot(?:e|es|ation)|verbatim|literally|statement|in (?:his|her|their) (?:own )?words",
    "details": r"(?:more |key |further |other )?details|in detail|what we know(?: so far)?|what (?:is|'s|’s) "
    r"known(?: so far)?|what happened|key points?|"
    r"key facts|why (?:it|this) (?:matters|is important)|update[ds]?|the latest|details so far",
    "background": r"background|previously|earlier|reminder|recap|for reference|context|for context|what preceded(?: "
    r"this| it)?|what came before|"
    r"the backstory|backstory|history|prehistory|before that|in brief before|what else (?:to know|is "
    r"known)|zoom out|flashback",
}
_SOURCE = r"(?:source|sources|original source|information from|first reported by|via)"
_WHO = r"(?:\s+(?:from|by|of|via|according to)\s+(?:the\s+)?(?P<who>[^:\n]{2,70}?))?"
_MARK = r"[*_]{0,3}"
_LABEL = {
    section: re.compile(rf"{_MARK}(?:{words}){_WHO}{_MARK}\s*[::]{_MARK}\s*", re.IGNORECASE)
    for section, words in _SECTIONS.items()
}
_SOURCE_LABEL = re.compile(rf"[(\[]?{_MARK}{_SOURCE}{_MARK}\s*[::]{_MARK}\s*(?P<who>[^\n]{{1,160}})\Z", re.IGNORECASE)
_HEADING = {
    section: re.compile(rf"(?:#{{1,6}}\s*)?{_MARK}(?:{words}){_MARK}\s*[::]?{_MARK}", re.IGNORECASE)
    for section, words in _SECTIONS.items()
}
_NEXT_NAME = re.compile(
    r"\s*(?:;|/|,?\s+(?:citing|quoting|referring to|with reference to|with a link to)\s+)\s*", re.IGNORECASE
)
_CHANNEL = re.compile(
    r"\s+(?:on|via|in)\s+(?:(?:his|her|its|their|the)\s+)?(?:official\s+)?(?:telegram|facebook|twitter|x"
    r"|instagram|youtube|whatsapp|social media|viber|tiktok)\b.*\Z",
    re.IGNORECASE,
)
_SHORT_FORM = re.compile(r"(?P<name>[^()]{3,80}?)\s*\((?P<short>[A-Z][\w.&-]{1,11})\)")


@dataclass(frozen=True, slots=True)
class Label:
    """What a label says of its block: the section it opens, whom it credits, and where the block's words begin."""

    section: str
    credited: str
    length: int


class Credits:
    """Normal forms of credited names, with the short forms that an article introduces: "Northern Ledger (NL)"."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._short: dict[str, str] = {}
        self._spelt: dict[str, str] = {}

    def normal(self, wording: str) -> str:
        """Normal forms of the names in a crediting wording, joined by `; `."""
        names = [self._one(part) for part in _NEXT_NAME.split(wording) if part.strip()]
        return "; ".join(dict.fromkeys(name for name in names if name))

    def _one(self, wording: str) -> str:
        name = _CHANNEL.sub("", wording.strip(' \t.*_"“”'))
        if found := _SHORT_FORM.fullmatch(name):
            name = found["name"]
            self._short[found["short"]] = name
        name = self._directory.normal(self._short.get(name, name.removeprefix("the ")))
        return self._spelt.setdefault(name.casefold().removeprefix("the "), name)

    def knows(self, name: str) -> bool:
        """Whether a name is a known outlet's, or one that the article credits elsewhere."""
        return bool(self._directory.find(name)) or name in self._short or name in self._short.values()


def source_line(text: str, credits: Credits) -> str:
    """Whom a line "Source: …" credits; "" when it is no such line."""
    found = _SOURCE_LABEL.fullmatch(text)
    if not found:
        return ""
    return credits.normal(found["who"][:-1] if text[0] in "([" and text[-1] in ")]" else found["who"])


def label(text: str, credits: Credits) -> Label | None:
    """The label that opens a block of text."""
    for section, form in _LABEL.items():
        found = form.match(text)
        if found and found.end() < len(text):
            return Label(section, credits.normal(found["who"] or ""), found.end())
    return None


def heading(text: str) -> str:
    """The section that a line by itself opens, "" when it opens none."""
    return next((section for section, form in _HEADING.items() if form.fullmatch(text)), "")
