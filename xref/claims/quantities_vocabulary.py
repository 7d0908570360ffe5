"""The words and signs that numbers are written with in news, and the pattern that finds them."""

from __future__ import annotations

import re

UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
MAGNITUDES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12,
}  # fmt: skip
CROWDS: dict[str, tuple[float, float]] = {
    "dozens": (24, 99), "scores": (40, 199), "hundreds": (200, 1999), "thousands": (2000, 19_999),
    "tens of thousands": (20_000, 199_999), "hundreds of thousands": (200_000, 1_999_999),
    "millions": (2e6, 19_999_999), "tens of millions": (2e7, 199_999_999),
    "hundreds of millions": (2e8, 1_999_999_999),
    "tens of billions": (2e10, 199_999_999_999), "hundreds of billions": (2e11, 1_999_999_999_999),
    "trillions": (2e12, 19_999_999_999_999), "billions": (2e9, 19_999_999_999),
}  # fmt: skip
"""Least and greatest count that a vague plural is used for."""
FRACTIONS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "tenth": 10,
}  # fmt: skip
FRACTION_SIGNS = {"½": 0.5, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 0.25, "¾": 0.75}

DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?[½¼¾⅓⅔]?|[½¼¾⅓⅔]|\.\d+"
_SMALL = "|".join(sorted([*UNITS, *TENS], key=len, reverse=True))
BIG = "hundred|thousand|million|billion|trillion"
_AND = r"(?:(?:(?<=hundred )|(?<=thousand )|(?<=million ))and )?"
WORDS = rf"(?:{_SMALL})(?:-(?:{'|'.join(UNITS)})\b)?(?:[ -](?:{_AND}(?:{_SMALL}|{BIG})(?:-(?:{'|'.join(UNITS)})\b)?))*"
"""Number words: "two", "twenty-four", "three hundred and twelve", "two thousand"."""
_SCALE = rf"(?:[ -]?(?:{BIG})|[ ]?(?:mln|bln|trn|mn|bn|tn)|k|m|b)\b"
PLAIN = rf"(?:(?:{DIGITS})(?:{_SCALE})?|\b(?:{WORDS})\b)"
DOZEN = rf"(?:half a dozen|a dozen|(?:a couple(?: of)?|a few|several|{PLAIN}) dozen)\b"
SEVERAL = rf"(?:several|a few|a couple(?: of)?) (?:{BIG})\b(?! of)"
ARTICLE = rf"(?:half an?|quarter of an?|a|an) (?:{BIG})\b"
ONE_IN = (
    r"(?:one|1|two|three|four|nine) (?:in|out of)(?: every)? (?:two|three|four|five|six|seven|eight|nine|ten|\d{1,4})\b"
)
FRACTION = (
    r"(?:half(?= (?:of|the|its|their|his|her|all|our|that|those|these)\b)"
    r"|(?:a|one|two|three|four)[ -](?:third|quarter|fifth|sixth|eighth|tenth)s?(?= of\b)"
    rf"|(?:one|two|three|four)[ -](?:thirds?|quarters|fourths|fifths|sixths|eighths|tenths)|{ONE_IN})\b"
)
_CROWD = "|".join(sorted(CROWDS, key=len, reverse=True))
NUMBER = rf"(?:{FRACTION}|{DOZEN}|{SEVERAL}|{ARTICLE}|{PLAIN}|\b(?:{_CROWD})\b)"
SINGLE = re.compile(rf"^{NUMBER}$", re.I)
IS_FRACTION = re.compile(
    rf"^(?:{ONE_IN}|half|(?:a|one|two|three|four)[ -](?:half|{'|'.join(FRACTIONS)}"
    rf"|{'|'.join(f'{word}s' for word in FRACTIONS)}))$"
)

APPROXIMATE, AT_LEAST, ABOVE, AT_MOST, BELOW, NEARLY, JUST_OVER = (
    "about",
    "least",
    "above",
    "most",
    "below",
    "nearly",
    "over",
)
MODIFIERS: dict[str, tuple[str, ...]] = {
    AT_LEAST: (
        "at least", "no fewer than", "no less than", "not less than", "not fewer than", "a minimum of", "at a minimum",
        "at the very least", "minimum of", "starting at",
    ),
    JUST_OVER: ("just over", "just above", "slightly more than", "slightly over", "a little over",
        "a little more than", "just more than"),
    ABOVE: ("more than", "over", "above", "upwards of", "upward of", "in excess of", "greater than", "exceeding",
        "well over", "far more than", "older than", "longer than"),
    AT_MOST: (
        "up to", "as many as", "as much as", "at most", "no more than", "not more than", "a maximum of", "maximum of",
        "as long as", "as high as", "as far as",
    ),
    NEARLY: ("nearly", "almost", "close to", "just under", "just below", "approaching", "just short of",
        "just shy of", "not quite", "slightly less than", "slightly fewer than", "virtually"),
    BELOW: ("fewer than", "less than", "under", "below", "younger than", "well under", "shorter than"),
    APPROXIMATE: ("about", "around", "some", "approximately", "roughly", "an estimated", "estimated", "circa", "ca.",
        "~", "approx.", "in the region of", "more or less", "an average of"),
}  # fmt: skip
KIND_OF = {words: kind for kind, forms in MODIFIERS.items() for words in forms}
_MODIFIER = "|".join(re.escape(words) for words in sorted(KIND_OF, key=len, reverse=True))
SUFFIXES = {
    "or more": AT_LEAST, "or so": APPROXIMATE, "or fewer": AT_MOST, "or less": AT_MOST, "at least": AT_LEAST,
    "at most": AT_MOST, "and counting": AT_LEAST, "or thereabouts": APPROXIMATE, "+": AT_LEAST, "-plus": AT_LEAST,
}  # fmt: skip
_SUFFIX = r"(?: (?:or more|or so|or fewer|or less|at least|at most|and counting|or thereabouts)\b|\+(?!\d)|-plus\b)"
CURRENCY_SIGNS = {
    "US$": "USD", "C$": "CAD", "CA$": "CAD", "A$": "AUD", "AU$": "AUD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD",
    "R$": "BRL",
    "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₪": "ILS", "₺": "TRY", "₩": "KRW",
    "₴": "UAH", "₦": "NGN",
}  # fmt: skip
_SIGN = "|".join(re.escape(sign) for sign in sorted(CURRENCY_SIGNS, key=len, reverse=True))
EXPRESSION = re.compile(
    rf"(?P<mod>(?:(?<![\w-])(?:{_MODIFIER})[ ])*)?(?P<between>\bbetween )?"
    rf"(?P<sign>(?<![A-Za-z])(?:{_SIGN})[ ]?)?(?<![\w.,:/'’+-])(?P<a>{NUMBER})(?![\d])"
    rf"(?:(?P<joint>(?P<dash>[-–—]| - | – )|(?: to| or)[ ]|(?(between) and |(?!)))(?P<sign2>(?:{_SIGN})[ "
    rf"]?)?(?P<b>{NUMBER})(?![\d]))?"
    rf"(?P<suffix>{_SUFFIX})?",
    re.I,
)
MAYBE = re.compile(
    rf"\d|[½¼¾⅓⅔]|\b(?:{_SMALL}|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|scores|half|third"
    rf"|quarter)\b",
    re.I,
)
"""What every number holds: sentences without it need no further work."""

VICTIM_NOUNS = frozenset({
    "woman", "man", "child", "boy", "girl", "baby", "person", "civilian", "soldier", "policeman", "policewoman",
    "officer", "guard", "protester", "protestor", "journalist", "teenager", "student", "worker", "passenger", "driver",
    "pedestrian", "resident", "fighter", "militant", "firefighter", "rescuer",
})  # fmt: skip
"""Whoever can be hurt alone."""
HARM = frozenset({"killed", "wounded", "casualties", "missing", "kidnapped"})
"""Measures of which one victim is worth a count."""
SINGLE_VICTIM = re.compile(rf"\ban? (?:[\w-]+ ){{0,3}}(?:{'|'.join(sorted(VICTIM_NOUNS))})\b", re.I)
"""What a text with a single victim holds."""
