"""Which language a text is in: the file's own word for it, else py3langid, else `und`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

UNSURE = "und"
_MIN_LETTERS = 60
_MIN_PROBABILITY = 0.9
_SAMPLE = 1000
_NAMES = {
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "français": "fr", "spanish": "es",
    "español": "es", "italian": "it",
    "russian": "ru", "ukrainian": "uk", "arabic": "ar", "chinese": "zh", "japanese": "ja", "korean": "ko",
    "portuguese": "pt", "dutch": "nl",
    "polish": "pl", "turkish": "tr", "hebrew": "he", "persian": "fa", "hindi": "hi", "swedish": "sv", "greek": "el",
    "czech": "cs",
    "eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "ita": "it", "rus": "ru",
    "ukr": "uk", "ara": "ar", "zho": "zh",
}  # fmt: skip
_CODE = re.compile(r"(?P<code>[a-z]{2})(?:[-_][a-z0-9-]+)?", re.IGNORECASE)


def language_of(told: str, text: str) -> str:
    """ISO 639-1 code. `told` is the metadata's word, such as `en-GB` or `English`; "" when it has none."""
    word = told.strip().casefold()
    if word in _NAMES:
        return _NAMES[word]
    if found := _CODE.fullmatch(word):
        return found["code"]
    return _detected(text)


def _detected(text: str) -> str:
    sample = " ".join(text[:_SAMPLE].split())
    if sum(c.isalpha() for c in sample) < _MIN_LETTERS:
        return UNSURE
    code, probability = _identifier().classify(sample)
    return str(code) if probability >= _MIN_PROBABILITY else UNSURE


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # the model takes a moment to unpack

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
