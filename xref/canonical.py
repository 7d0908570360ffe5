"""A statement with its names spelled as all articles share them: "Dravec" as "Dravets".

What compares statements reads this wording, so that two spellings of a name are no difference; readers see the
statement as it was worded. Short forms ("Hadek", "UN") stay: to write every name in full makes claims more alike that
share nothing else (docs/decisions/0012-facts-in-phrases.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from xref.values import Name

_EDGE = r"(?<![\w’'-]){}(?![\w-])"


def canonical(statement: str, names: Iterable[Name]) -> str:
    """`statement` with other spellings of `names` in their normal form."""
    norm_of = {name.text: name.norm for name in names if _is_spelling(name)}
    if not norm_of:
        return statement
    longest_first = sorted(norm_of, key=lambda text: (-len(text), text))
    pattern = "|".join(_EDGE.format(re.escape(text)) for text in longest_first)
    return re.sub(pattern, lambda match: norm_of[match[0]], statement)


def _is_spelling(name: Name) -> bool:
    """Whether the text spells the whole normal form otherwise; words for a people or faith are no names."""
    is_whole = len(name.text.split()) == len(name.norm.split()) and not name.text.isupper()
    return is_whole and name.text != name.norm and name.kind != "other"
