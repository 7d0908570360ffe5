"""Numbers as they are written in news: finding them in text, and what value or interval they state."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from xref.claims.quantities_vocabulary import (
    ABOVE,
    APPROXIMATE,
    AT_LEAST,
    AT_MOST,
    BELOW,
    BIG,
    CROWDS,
    CURRENCY_SIGNS,
    DIGITS,
    EXPRESSION,
    FRACTION_SIGNS,
    FRACTIONS,
    IS_FRACTION,
    JUST_OVER,
    KIND_OF,
    MAGNITUDES,
    MAYBE,
    NEARLY,
    SUFFIXES,
    TENS,
    UNITS,
)


@dataclass(frozen=True, slots=True)
class Number:
    """One written number with its bounds.

    `first` and `second` are the plain values (`second` only in ranges); `low`, `high` the interval it states
    before units; offsets are those of the text searched, `digits_start` where the number proper begins.
    """

    start: int
    end: int
    digits_start: int
    digits_end: int
    low: float | None
    high: float | None
    value: float | None
    approximate: bool
    bound: str = ""
    currency: str = ""
    is_fraction: bool = False
    is_dashed: bool = False
    first: float | None = None
    second: float | None = None


def find_numbers(text: str) -> Iterator[Number]:
    """All numbers of `text` from left to right, whatever they count; callers rule out years and names."""
    if not MAYBE.search(text):
        return
    position = 0
    while match := EXPRESSION.search(text, position):
        number = _read(match)
        position = match.end() if number is None else number.end  # "from 40 to 50": go on after the 40
        if number is not None:
            yield number


def parse_number(text: str) -> float | None:
    """The value of a number as written: "3,400", "2.5 million", "twenty-four"; None for "dozens" and no numbers."""
    text = " ".join(text.lower().replace("-", " ").split())
    if text in CROWDS:
        return None
    if match := re.match(rf"^({DIGITS})(?: ?([a-z]+))?$", text):
        scale = MAGNITUDES.get(match[2]) if match[2] else 1.0
        base = _digits(match[1])
        return None if scale is None or base is None else _clean(base * scale)
    return _from_words(text)


def _digits(text: str) -> float | None:
    extra = FRACTION_SIGNS.get(text[-1], 0.0)
    body = (text[:-1] if extra else text).replace(",", "")
    value = float(body or 0) + extra
    return value if math.isfinite(value) else None


def _clean(value: float) -> float:
    """`value` without the noise of multiplying decimals: 1.1 million is 1100000, not 1100000.0000000001."""
    return float(f"{value:.12g}")


def _from_words(text: str) -> float | None:
    total = current = 0.0
    seen = False
    for word in text.split():
        if word in UNITS or word in TENS:
            current += UNITS.get(word, 0) + TENS.get(word, 0)
        elif word == "hundred":
            current = (current or 1) * 100
        elif word in MAGNITUDES:
            total += (current or 1) * MAGNITUDES[word]
            current = 0
        elif word in ("and", "a", "an"):
            continue
        elif word == "half":
            current = 0.5
        else:
            return None
        seen = True
    return _clean(total + current) if seen else None


@dataclass(frozen=True, slots=True)
class _Piece:
    """One side of an expression: value, the interval it has by itself, whether that is vague."""

    value: float | None
    low: float
    high: float
    vague: bool = False
    fraction: bool = False


def _piece(text: str) -> _Piece | None:
    lowered = " ".join(text.lower().split())
    if lowered in CROWDS:
        low, high = CROWDS[lowered]
        return _Piece(None, low, high, vague=True)
    if IS_FRACTION.match(lowered):
        return _fraction(lowered)
    if lowered.endswith("dozen"):
        return _dozen(lowered)
    if several := re.match(rf"^(several|a few|a couple(?: of)?) ({BIG})$", lowered):
        return _several(several[1], MAGNITUDES[several[2]])
    if quarter := re.match(rf"^quarter of an? ({BIG})$", lowered):
        value = MAGNITUDES[quarter[1]] / 4
    else:
        parsed = parse_number(lowered)
        if parsed is None:
            return None
        value = parsed
    return _Piece(value, value, value)


def _fraction(text: str) -> _Piece:
    words = re.split(r"[ -]", text)
    if " in " in text or " out of " in text:
        whole = float(words[-1]) if words[-1].isdigit() else UNITS[words[-1]]
        share = _clean(100 * UNITS.get(words[0], 1) / max(whole, 1))
        return _Piece(share, _clean(share * 0.975), _clean(share * 1.025), vague=True, fraction=True)
    numerator = 1 if len(words) == 1 or words[0] == "a" else UNITS[words[0]]
    last = words[-1]
    value = _clean(100 * numerator / FRACTIONS.get(last, FRACTIONS.get(last.removesuffix("s"), 2)))
    return _Piece(value, _clean(value * 0.975), _clean(min(100.0, value * 1.025)), vague=True, fraction=True)


def _dozen(text: str) -> _Piece | None:
    head = text.removesuffix("dozen").strip()
    if head in ("several", "a few"):
        return _several(head, 12)
    if head.startswith("a couple"):
        head = "two"
    count = 0.5 if head == "half a" else 1.0 if head == "a" else parse_number(head)
    if count is None:
        return None
    slack = max(1.0, count)  # "two dozen" is said of 22 to 26
    return _Piece(12 * count, 12 * count - slack, 12 * count + slack, vague=True)


def _several(word: str, scale: float) -> _Piece:
    low, high = (2, 3) if word.startswith("a couple") else (2, 9) if word == "several" else (2, 6)
    return _Piece(None, low * scale, high * scale + scale - 1, vague=True)


def _read(match: re.Match[str]) -> Number | None:
    a, b = _piece(match["a"]), _piece(match["b"]) if match["b"] else None
    if a is None:
        return None
    end = match.end()
    if match["b"] and (b is None or not _is_range(match, a, b)):
        b, end = None, match.end("a")
    if b is not None:
        a = _shared_scale(match, a, b)
    kind = KIND_OF.get(" ".join(match["mod"].lower().split()), "") if match["mod"] else ""
    if match["mod"] and not kind:  # several modifiers in a row: the last one binds
        kind = next((k for words, k in KIND_OF.items() if match["mod"].lower().rstrip().endswith(words)), "")
    if match["suffix"] and end == match.end():
        kind = SUFFIXES.get(match["suffix"].strip().lower(), kind)
    low, high, approximate = _bounds(a, b, kind)
    values = [p.value for p in (a, b) if p is not None and p.value is not None]
    sign = (match["sign"] or match["sign2"] or "").strip()
    return Number(
        start=match.start() + len(match[0]) - len(match[0].lstrip()),
        end=end,
        digits_start=match.start("sign") if match["sign"] else match.start("a"),
        digits_end=match.end("b") if b is not None else match.end("a"),
        low=low,
        high=high,
        value=_clean(sum(values) / len(values)) if values else None,
        approximate=approximate,
        bound=kind,
        currency=CURRENCY_SIGNS.get(sign.upper(), "") if sign else "",
        is_fraction=a.fraction,
        is_dashed=b is not None and bool(match["dash"]),
        first=a.value,
        second=b.value if b is not None else None,
    )


def _is_range(match: re.Match[str], a: _Piece, b: _Piece) -> bool:
    """Two numbers in a row are one range unless the joint is only a coincidence ("from 40 to 50", "one to 20")."""
    before = match.string[max(0, match.start("a") - 8) : match.start("a")].lower()
    return not (match["joint"].strip() == "to" and before.rstrip().endswith("from")) and a.fraction == b.fraction


def _shared_scale(match: re.Match[str], a: _Piece, b: _Piece) -> _Piece:
    """ "2 to 3 million": the magnitude stands once and holds for both."""
    scale = re.search(rf"({BIG}|mln|bln|mn|bn|tn|k|m)$", match["b"], re.I)
    if scale is None or a.value is None or b.value is None or re.search(rf"(?:{BIG}|n|k|m)$", match["a"], re.I):
        return a
    value = a.value * MAGNITUDES[scale[1].lower()]
    return _Piece(value, value, value) if value <= b.value else a


def _bounds(a: _Piece, b: _Piece | None, kind: str) -> tuple[float | None, float | None, bool]:
    if b is not None:
        low, high = sorted((a.low, b.high))
        return low, high, a.vague or b.vague or kind == APPROXIMATE
    low, high = a.low, a.high
    slack = tolerance(a.value) if a.value is not None else 0.0
    table: dict[str, tuple[float | None, float | None, bool]] = {
        "": (low, high, a.vague),
        AT_LEAST: (low, None, a.vague),
        ABOVE: (low, None, a.vague),
        AT_MOST: (None, high, a.vague),
        BELOW: (None, high, a.vague),
        NEARLY: (max(0.0, low - slack), high, True),
        JUST_OVER: (low, high + slack, True),
        APPROXIMATE: (max(0.0, low - slack), high + slack, True),
    }
    return table[kind]


def tolerance(value: float) -> float:
    """How far a rounded `value` may lie from the true one, in its own unit.

    Half a unit of its last non-zero digit, but no more than a tenth of it (so that "about 100" is 90 to 110, not
    50 to 150) and no less than 2.5 % ("about 125" is 121 to 129). Whole numbers get a whole tolerance.
    """
    if value == 0 or not math.isfinite(value):
        return 0.0
    unit = _last_digit_unit(value)
    slack = max(0.025 * abs(value), min(unit / 2, 0.1 * abs(value)))
    return float(math.ceil(slack)) if value == int(value) and abs(value) < 1e6 else slack


def _last_digit_unit(value: float) -> float:
    """Place value of the last non-zero digit: 500 -> 100, 120 -> 10, 2.5 -> 0.1."""
    mantissa, exponent = f"{abs(value):.12e}".split("e")
    decimals = len(mantissa.rstrip("0").partition(".")[2])
    return 10.0 ** (int(exponent) - decimals)
