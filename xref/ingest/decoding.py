"""Bytes to text: byte order marks, UTF-8, UTF-16 without a mark, Western code pages, and detection for the rest."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from xref.ingest.drafts import Refused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x7fELF",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
    b"MZ\x90",
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 200_000
_MAX_DAMAGE = 0.002
_WESTERN_SHARE = 0.15


def decode(content: bytes, declared: str = "") -> str:
    """The text of `content`, line ends as they are, without a byte order mark.

    Parameters
    ----------
    declared : encoding that the file itself names, believed when the bytes are no UTF-8.

    Raises Refused with reason `empty` or `binary`.
    """
    if not content:
        raise Refused("empty", "the file has 0 bytes")
    if content.startswith(_SIGNATURES):
        raise Refused("binary", "the file begins like an image, archive, document or program")
    text = _marked(content) or _utf16_without_mark(content) or _utf8(content)
    text = text or _declared(content, declared) or _code_page(content)
    _require_text(text)
    if not text.strip():
        raise Refused("empty", "the file holds nothing but white space")
    return text


def _require_text(text: str) -> None:
    sample = text[:_SAMPLE]
    controls = len(_CONTROLS.findall(sample))
    if controls > max(2, len(sample) // 200):
        raise Refused("binary", f"{controls} of {len(sample)} characters are control characters")


def _marked(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    return ""


def _utf8(content: bytes) -> str:
    """UTF-8, forgiving a few damaged bytes where the rest is plainly UTF-8; "" when it is another encoding."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("utf-8", errors="replace")
    damaged = text.count("�")
    multibyte = sum(1 for c in text[:_SAMPLE] if ord(c) > 127 and c != "�")
    is_utf8 = damaged <= max(1, len(text) * _MAX_DAMAGE) and multibyte >= 3 * damaged
    return text if is_utf8 else ""


def _utf16_without_mark(content: bytes) -> str:
    sample = content[:_SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    for zeros, others, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if zeros > 0.5 * half and others < 0.02 * half:
            return content.decode(encoding, errors="replace")
    return ""


def _declared(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding or "ascii")
    except (LookupError, UnicodeError):
        return ""


def _code_page(content: bytes) -> str:
    """Few high bytes are Western accents and quotation marks; many are another script, which needs detection."""
    sample = content[:_SAMPLE]
    letters = sum(1 for b in sample if b > 127 or chr(b).isalpha())
    high = sum(1 for b in sample if b > 127)
    if high <= _WESTERN_SHARE * letters:
        try:
            return content.decode("cp1252")
        except UnicodeDecodeError:
            return content.decode("latin-1")
    best = from_bytes(sample).best()
    if best is None:
        raise Refused("binary", "the bytes are no text in any encoding known")
    return content.decode(best.encoding, errors="replace")
