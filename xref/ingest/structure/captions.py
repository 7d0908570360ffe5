"""Photo credits and captions."""

from __future__ import annotations

import re

_AGENCIES = r"(?:AP|Reuters|AFP|EPA|EPA-EFE|Getty(?: Images)?|Bloomberg|Anadolu|Xinhua|DPA|PA|UPI|SANA|Shutterstock|iStock|Alamy|Unsplash|Flickr|Wikimedia(?: Commons)?)"
_MAX_WORDS = 70
_OPENING = re.compile(
    r"(?:!\[[^\]]*\]\([^)]*\)|(?:file |stock |archive |handout |cover |illustrative )?(?:photo|photograph|image|picture|illustration|credit|caption|graphic|video)"
    r"(?: credit| by| courtesy(?: of)?| source)?\s*[::]\s*\S|(?:photo|photograph|image|picture|video) (?:by|courtesy(?: of)?|credit)\b|FILE\s*(?:[-–—:]|PHOTO|photo)|\[?hide caption|toggle caption|enlarge (?:this )?image|image caption|media caption|captura)",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    rf"(?:[(\[]\s*(?:AP|Reuters|AFP|File|Getty)?\s*(?:Photo|Image|Picture|Photograph|Handout|File)s?\b[^)\]]{{0,80}}[)\]]"
    rf"|(?:photo|photograph|image|picture|credit)s?(?: by| credit)?\s*[::]\s*[^.]{{2,60}}"
    rf"|[/|]\s*{_AGENCIES}(?:\s*/\s*[\w ]+)*|\bGetty Images|\(\s*[\w. ]{{2,40}}/\s*{_AGENCIES}\s*\)|{_AGENCIES}/[\w .]{{2,30}})[.\s]*\Z",
    re.IGNORECASE,
)


def is_caption(text: str) -> bool:
    """Whether a stretch is the caption or the credit of a picture."""
    bare = text.strip(" \t*_")
    if len(bare.split()) > _MAX_WORDS:
        return False
    return bool(_OPENING.match(bare) or _CLOSING.search(bare[-120:]))
