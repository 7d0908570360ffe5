"""Photo credits and captions."""

from __future__ import annotations

import re

_AGENCIES = (
    r"(?:AP|Reuters|AFP|EPA|EPA-EFE|Getty(?: Images)?|Bloomberg|Anadolu|Xinhua|DPA|PA|UPI|SANA"
    r"|Shutterstock|iStock|Alamy"
    r"|Unsplash|Flickr|Wikimedia(?: Commons)?)"
)
_PICTURE = r"(?:photo|photograph|image|picture|illustration|graphic)"
_MAX_WORDS = 70
_OPENING = re.compile(
    r"!\[[^\]]*\]\([^)]*\)"
    rf"|(?:file |stock |archive |handout |cover |illustrative )?(?:{_PICTURE}|credit|caption)s?"
    r"(?: credit| by| courtesy(?: of)?| source)?\s*[::]\s*\S"
    rf"|(?:{_PICTURE}|video) (?:by|courtesy(?: of)?|credit)\b"
    r"|\[?hide caption|toggle caption|enlarge (?:this )?image|(?:image|media) caption\b",
    re.IGNORECASE,
)
_FILE_PICTURE = re.compile(r"FILE\s*(?:[-–—:]|PHOTO|photo)")
_CLOSING = re.compile(
    rf"(?:[(\[]\s*(?:AP|Reuters|AFP|File|Getty)?\s*(?:{_PICTURE}|handout|file)s?\b[^)\]]{{0,80}}[)\]]"
    rf"|(?:{_PICTURE}|credit)s?(?: by| credit)?\s*[::]\s*[^.]{{2,60}}"
    rf"|[/|]\s*{_AGENCIES}(?:\s*/\s*[\w ]+)*|\bGetty Images|\(\s*[\w. ]{{2,40}}/\s*{_AGENCIES}\s*\)"
    rf"|\b{_AGENCIES}/[\w .]{{2,30}})[.\s]*\Z",
    re.IGNORECASE,
)


def is_caption(text: str) -> bool:
    """Whether a stretch is the caption or the credit of a picture."""
    bare = text[:2000].strip(" \t*_")
    if len(text) > 2000 or len(bare.split()) > _MAX_WORDS:
        return False
    return bool(_OPENING.match(bare) or _FILE_PICTURE.match(bare) or _CLOSING.search(bare[-120:]))
