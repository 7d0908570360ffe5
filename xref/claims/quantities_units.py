"""Units of measure in news text and their conversion to one base unit each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number's unit words mean: pint's unit, the base unit, and its label in `Quantity.unit`."""

    source: str
    base: str
    label: str


_LENGTH, _AREA, _MASS, _TIME = ("meter", "m"), ("meter ** 2", "m2"), ("kilogram", "kg"), ("second", "s")
_WORDS: dict[str, tuple[str, tuple[str, str]]] = {
    r"kilomet(?:er|re)s?|kms?": ("kilometer", _LENGTH),
    r"nautical miles?": ("nautical_mile", _LENGTH),
    r"miles?": ("mile", _LENGTH),
    r"centimet(?:er|re)s?|cm": ("centimeter", _LENGTH),
    r"millimet(?:er|re)s?|mm": ("millimeter", _LENGTH),
    r"met(?:er|re)s?": ("meter", _LENGTH),
    r"foot|feet|ft": ("foot", _LENGTH),
    r"yards?": ("yard", _LENGTH),
    r"inch(?:es)?": ("inch", _LENGTH),
    r"(?:square kilomet(?:er|re)s?|sq\.? kms?|km2|km²)": ("kilometer ** 2", _AREA),
    r"(?:square miles?|sq\.? miles?)": ("mile ** 2", _AREA),
    r"(?:square met(?:er|re)s?|sq\.? m|m2|m²)": ("meter ** 2", _AREA),
    r"(?:square f(?:oo|ee)t|sq\.? ft)": ("foot ** 2", _AREA),
    r"hectares?": ("hectare", _AREA),
    r"acres?": ("acre", _AREA),
    r"kilogram(?:me)?s?|kilos?|kgs?": ("kilogram", _MASS),
    r"tonnes?|metric tons?": ("metric_ton", _MASS),
    r"tons?": ("metric_ton", _MASS),
    r"pounds?|lbs?": ("pound", _MASS),
    r"grams?": ("gram", _MASS),
    r"ounces?": ("ounce", _MASS),
    r"degrees? (?:celsius|c\b)|degrees? centigrade|°c|° c": ("degC", ("degC", "degC")),
    r"degrees? (?:fahrenheit|f\b)|°f|° f": ("degF", ("degC", "degC")),
    r"seconds?": ("second", _TIME),
    r"minutes?": ("minute", _TIME),
    r"hours?": ("hour", _TIME),
    r"days?": ("day", _TIME),
    r"weeks?": ("week", _TIME),
    r"months?": ("year / 12", _TIME),
    r"years?": ("year", _TIME),
    r"decades?": ("10 * year", _TIME),
    r"centur(?:y|ies)": ("century", _TIME),
    r"miles? per hour|mph": ("mile / hour", ("meter / second", "m/s")),
    r"(?:kilomet(?:er|re)s?|kms?) (?:per|an) hour|km/h|kph|kmh": ("kilometer / hour", ("meter / second", "m/s")),
    r"knots?": ("knot", ("meter / second", "m/s")),
    r"lit(?:er|re)s?": ("liter", ("meter ** 3", "m3")),
    r"gallons?": ("gallon", ("meter ** 3", "m3")),
    r"(?:cubic met(?:er|re)s?)": ("meter ** 3", ("meter ** 3", "m3")),
    r"megawatts?|mw": ("megawatt", ("watt", "W")),
    r"gigawatts?|gw": ("gigawatt", ("watt", "W")),
    r"kilowatts?|kw": ("kilowatt", ("watt", "W")),
}
_PATTERNS = [(re.compile(rf"^(?:{words})$", re.I), source, base) for words, (source, base) in _WORDS.items()]
_ANY = "|".join(sorted((f"(?:{words})" for words in _WORDS), key=len, reverse=True))
UNIT_AFTER = re.compile(rf"(?P<gap>[ -]?)(?P<unit>{_ANY})(?![\w])", re.I)
"""Unit words right behind a number: " kilometres", "-day", "km"."""

PERCENT_AFTER = re.compile(
    r"[ -]?(?P<point>(?:percentage|percent|per cent|%)[ -]points?)\b|[ -]?(?:per ?cent\b|percent\b|pct\b|%)", re.I
)
CURRENCY_NAMES = {
    r"(?:u\.?s\.? |american )?dollars?|usd": "USD", r"euros?|eur": "EUR",
        r"(?:british pounds?|pounds? sterling|gbp)": "GBP",
    r"canadian dollars?": "CAD", r"australian dollars?": "AUD", r"ro?ubles?": "RUB", r"yen": "JPY",
        r"yuan|renminbi": "CNY",
    r"(?:indian )?rupees?": "INR", r"(?:turkish )?liras?": "TRY", r"shekels?": "ILS", r"swiss francs?": "CHF",
        r"riyals?": "SAR",
    r"pesos?": "MXN", r"hryvnias?": "UAH", r"kron(?:or|er)": "SEK", r"zlotys?": "PLN", r"naira": "NGN",
        r"rand\b": "ZAR",
    r"(?:czech )?crowns": "CZK", r"swedish crowns": "SEK", r"norwegian crowns": "NOK", r"danish crowns": "DKK",
}  # fmt: skip
_CURRENCIES = [(re.compile(rf"^(?:{words})$", re.I), code) for words, code in CURRENCY_NAMES.items()]
CURRENCY_AFTER = re.compile(
    rf"(?:[ -]| of )(?P<name>{'|'.join(sorted(CURRENCY_NAMES, key=len, reverse=True))})\b", re.I
)


@lru_cache(maxsize=256)
def unit_of(words: str) -> Unit | None:
    """The unit that `words` name, or None."""
    for pattern, source, (base, label) in _PATTERNS:
        if pattern.match(words):
            return Unit(source, base, label)
    return None


@lru_cache(maxsize=64)
def currency_of(words: str) -> str:
    """ISO 4217 code of a currency's name, or ""."""
    return next((code for pattern, code in _CURRENCIES if pattern.match(words)), "")


def convert(value: float | None, unit: Unit) -> float | None:
    """`value` in the base unit; None stays None."""
    if value is None:
        return None
    scale, offset = _linear(unit)
    return float(f"{value * scale + offset:.10g}")


@lru_cache(maxsize=128)
def _linear(unit: Unit) -> tuple[float, float]:
    """Scale and offset to the base unit; every unit here is linear, so two conversions by pint tell both."""
    registry = _registry()
    if unit.label != "degC":
        return float(registry.parse_expression(unit.source).to(unit.base).magnitude), 0.0
    zero, one = (float(registry.Quantity(degrees, unit.source).to(unit.base).magnitude) for degrees in (0.0, 1.0))
    return one - zero, zero


@lru_cache(maxsize=1)
def _registry() -> Any:
    import pint  # takes a fifth of a second, and only texts with units need it

    return pint.UnitRegistry()
