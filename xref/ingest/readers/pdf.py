"""PDF: the text layer, page after page, with wrapped lines joined to paragraphs."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from pypdf import PdfReader

from xref.ingest.drafts import Draft, Refused, with_title

_MAX_PAGES = 300
_PAGE_NUMBER = re.compile(r"\s*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\s*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…:;]['\"”’»)]*\Z")


def read(content: bytes) -> Iterator[Draft]:
    """The one article of a PDF. Raises Refused for `encrypted`, `no-text` and `broken-pdf`."""
    if not content:
        raise Refused("empty", "the file has 0 bytes")
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Refused("encrypted", "the PDF needs a password")
        lines = [line for page in reader.pages[:_MAX_PAGES] for line in (*page.extract_text().splitlines(), "")]
        told = reader.metadata
        title, author = (str(told.get(key) or "") if told else "" for key in ("/Title", "/Author"))
    except Refused:
        raise
    except Exception as error:
        reason = "encrypted" if "crypt" in f"{type(error).__name__} {error}".lower() else "broken-pdf"
        raise Refused(reason, f"{type(error).__name__}: {' '.join(str(error).split())[:200]}") from None
    body = paragraphs(lines)
    if not body:
        raise Refused("no-text", "the PDF has no text layer; it may be a scan")
    title = title if _is_headline(title) else body.split("\n", 1)[0]
    title = title if len(title) <= 200 else ""
    # The PDF's own date says when it was made, which can be years after the article: the date in the text is read.
    yield Draft(with_title(title, body), title=title, authors=(author,) if author else ())


def paragraphs(lines: list[str]) -> str:
    """Lines joined to paragraphs: a line that fills the column and ends no sentence goes on in the next."""
    lines = [" ".join(line.split()) for line in lines if not _PAGE_NUMBER.fullmatch(line) or not line.strip()]
    widths = sorted(len(line) for line in lines if line)
    full = 0.7 * widths[int(0.9 * (len(widths) - 1))] if widths else 0
    joined: list[str] = []
    goes_on = False
    for line in lines:
        if not line:
            goes_on = goes_on and not _SENTENCE_END.search(joined[-1])
            continue
        if goes_on and joined:
            joined[-1] = _join(joined[-1], line)
        else:
            joined.append(line)
        goes_on = len(line) >= full and not (_SENTENCE_END.search(line) and len(line) < 1.2 * full)
    return "\n".join(joined)


def _join(left: str, right: str) -> str:
    if re.search(r"[a-z]-\Z", left) and right[:1].islower():
        return left[:-1] + right
    return f"{left} {right}"


def _is_headline(title: str) -> bool:
    return len(title.split()) >= 3 and not re.search(
        r"\.(?:docx?|pdf|indd|txt|html?)\b|^(?:microsoft word|untitled)", title, re.IGNORECASE
    )
