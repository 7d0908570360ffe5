"""Outlets and agencies in running text: known names, and names that say by their form that they are one."""

from __future__ import annotations

import re
from functools import lru_cache

from xref.outlets import Directory

_FORM = re.compile(
    r"^(?:the\s+)?(?:[A-Z][\w.'’&-]*\s+)+(?:Times|Post|Herald|Tribune|Gazette|Journal|Daily|Telegraph|Chronicle|Guardian|"
    r"Courier|Dispatch|Examiner|Inquirer|Reporter|Sentinel|Star|Globe|"
    r"Mail|Mirror|Ledger|"
    r"Bulletin|Broadcasting Corporation|News|"
    r"News Agency|Newswire|Wire|Press Agency|TV|Television|Radio|Pravda|Novosti|Zeitung|"
    r"Magazine|Weekly|Review|Today)$"
)
_DESCRIBED = re.compile(
    r"^(?:the\s+|a\s+|an\s+)?(?P<name>.*?)\s*\b(?:newspaper|news agency|newswire|broadcaster|news site|news outlet|"
    r"news channel|tabloid|news magazine|magazine|radio station|television station|"
    r"television|TV channel|state media|state TV|state television)$",
    re.IGNORECASE,
)
_CLAIM_FAR = frozenset({"AA", "PA", "DW", "UP", "RIA", "RT", "Press", "Star", "Petra", "MENA", "Fars"})
"""Names too ambiguous to be searched for in running text; they count as a speaker or an addressee."""


class OutletFinder:
    """Finds outlets in the words of an article.

    Parameters
    ----------
    directory : known outlets and agencies.
    """

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        names = sorted(directory.names(), key=len, reverse=True)
        wanted = [re.escape(n) for n in names if n not in _CLAIM_FAR and (len(n) > 3 or n == n.upper())]
        self._known = re.compile(r"(?<![\w])(?:" + "|".join(wanted) + r")(?![\w])")
        self.named = lru_cache(maxsize=4096)(self._named)

    def _named(self, text: str) -> str:
        """Normal form when the whole of `text` names an outlet, else ""."""
        plain = re.sub(r"['’]s$", "", text.strip(' ,.;:"“”()'))
        plain = re.sub(r"\s*\([A-Z]{2,6}\)$", "", plain)
        bare = re.sub(r"^(?:the|a)\s+", "", plain, flags=re.IGNORECASE)
        if outlet := self._directory.find(plain) or self._directory.find(bare):
            return outlet.name if outlet.name[:1].isupper() and (bare[:1].isupper()) else ""
        if described := _DESCRIBED.match(plain):
            inner = described["name"].strip()
            if re.search(r"\bstate (?:media|tv|television)$", plain, re.IGNORECASE):
                return self._inside(inner) or bare  # `Norvian state TV`: the adjective names no outlet
            last = self._inside(inner)
            return last or (self._directory.normal(inner) if inner[:1].isupper() else plain)
        return bare if _FORM.match(plain) else ""

    def _inside(self, text: str) -> str:
        found = self._known.search(text)
        return self._directory.normal(found.group()) if found else ""

    def inside(self, text: str) -> str:
        """Normal form of the first known outlet that `text` names, else ""."""
        return self._inside(text)

    def all_inside(self, text: str) -> tuple[str, ...]:
        """Normal forms of every known outlet that `text` names, in order, each once."""
        return tuple(dict.fromkeys(self._directory.normal(m.group()) for m in self._known.finditer(text)))
