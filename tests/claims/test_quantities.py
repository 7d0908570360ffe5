"""Quantities in sentences: a table of patterns that news uses, and what must hold for any text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xref.claims.parser import load_parser
from xref.claims.quantities import find_quantities
from xref.claims.quantities_numbers import parse_number, tolerance
from xref.claims.quantities_units import convert, unit_of
from xref.values import Quantity

pytestmark = pytest.mark.model
NONE = None
DAY, HOUR, YEAR = 86_400, 3_600, 31_557_600

COUNTS = [
    # sentence, words, low, high, counted, measure
    ("The number of victims is at least 70.", "at least 70", 70, NONE, "", "casualties"),
    ("The toll stands at 70.", "70", 70, 70, "", "killed"),
    ("Fourteen people were killed in Norvale.", "Fourteen people", 14, 14, "people", "killed"),
    ("At least 14 people were killed in Norvale.", "At least 14 people", 14, NONE, "people", "killed"),
    ("More than 200 villagers were killed.", "More than 200 villagers", 201, NONE, "villager", "killed"),
    ("The blast killed over 60 civilians.", "over 60 civilians", 61, NONE, "civilian", "killed"),
    ("Up to 1.6 million people have been displaced.", "Up to 1.6 million people", NONE, 1_600_000, "people",
     "displaced"),
    ("As many as 45 miners were trapped.", "As many as 45 miners", NONE, 45, "miner", "trapped"),
    ("Nearly 300 residents were evacuated.", "Nearly 300 residents", 270, 300, "resident", "displaced"),
    ("Almost 50 students were arrested.", "Almost 50 students", 45, 50, "student", "arrested"),
    ("About 100 protesters were detained.", "About 100 protesters", 90, 110, "protester", "arrested"),
    ("Around 120 passengers were rescued.", "Around 120 passengers", 115, 125, "passenger", "rescued"),
    ("Some 500 families fled the valley.", "Some 500 families", 450, 550, "family", "displaced"),
    ("An estimated 2,000 homes were destroyed.", "An estimated 2,000 homes", 1_800, 2_200, "home", "destroyed"),
    ("Fewer than 10 hostages were freed.", "Fewer than 10 hostages", NONE, 9, "hostage", "rescued"),
    ("Less than 40 soldiers were deployed.", "Less than 40 soldiers", NONE, 39, "soldier", "deployed"),
    ("No fewer than 30 officers were wounded.", "No fewer than 30 officers", 30, NONE, "officer", "wounded"),
    ("Between 10 and 15 people were hurt.", "Between 10 and 15 people", 10, 15, "people", "wounded"),
    ("A woman and two guards were killed.", "A woman", 1, 1, "woman", "killed"),
    ("The bomb wounded a young soldier.", "a young soldier", 1, 1, "soldier", "wounded"),
    ("Police arrested 10 to 15 men.", "10 to 15 men", 10, 15, "man", "arrested"),
    ("Police arrested 10-15 men.", "10-15 men", 10, 15, "man", "arrested"),
    ("Militants abducted 10–15 farmers.", "10–15 farmers", 10, 15, "farmer", "kidnapped"),
    ("Some 20 or so tourists were rescued.", "Some 20 or so tourists", 18, 22, "tourist", "rescued"),
    ("Dozens of people were injured.", "Dozens of people", 24, 99, "people", "wounded"),
    ("Scores of villagers were killed.", "Scores of villagers", 40, 199, "villager", "killed"),
    ("Hundreds of prisoners were released.", "Hundreds of prisoners", 200, 1_999, "prisoner", "rescued"),
    ("Tens of thousands of people fled.", "Tens of thousands of people", 20_000, 199_999, "people", "displaced"),
    ("A dozen rebels were killed.", "A dozen rebels", 11, 13, "rebel", "killed"),
    ("Two dozen rebels were killed.", "Two dozen rebels", 22, 26, "rebel", "killed"),
    ("Half a dozen rebels were killed.", "Half a dozen rebels", 5, 7, "rebel", "killed"),
    ("Several hundred soldiers were captured.", "Several hundred soldiers", 200, 999, "soldier", "captured"),
    ("A hundred soldiers were captured.", "A hundred soldiers", 100, 100, "soldier", "captured"),
    ("Two hundred and fifty soldiers were captured.", "Two hundred and fifty soldiers", 250, 250, "soldier",
     "captured"),
    ("Twenty-four sailors are missing.", "Twenty-four sailors", 24, 24, "sailor", "missing"),
    ("The death toll rose to 70, the ministry said.", "70", 70, 70, "", "killed"),
    ("The death toll from the floods reached 112 on Monday.", "112", 112, 112, "", "killed"),
    ("Officials gave a toll of 24.", "24", 24, 24, "", "killed"),
    ("The mayor put the death toll at 31.", "31", 31, 31, "", "killed"),
    ("The number of dead climbed from 40 to 50.", "50", 50, 50, "", "killed"),
    ("A bomb went off in Tarma, killing at least 22.", "at least 22", 22, NONE, "", "killed"),
    ("Car bomb leaves 22 dead in Tarma", "22", 22, 22, "", "killed"),
    ("22 dead, 50 hurt in Tarma blast", "50", 50, 50, "", "wounded"),
    ("22 dead, 50 hurt in Tarma blast", "22", 22, 22, "", "killed"),
    ("The fire left 50 people injured.", "50 people", 50, 50, "people", "wounded"),
    ("Gunmen killed 20 and wounded 50 others.", "20", 20, 20, "", "killed"),
    ("Gunmen killed 20 and wounded 50 others.", "50 others", 50, 50, "people", "wounded"),
    ("Twenty soldiers and 5 policemen were killed.", "Twenty soldiers", 20, 20, "soldier", "killed"),
    ("Twenty soldiers and 5 policemen were killed.", "5 policemen", 5, 5, "policeman", "killed"),
    ("Rebels Admit Killing 30 Farmers", "30 Farmers", 30, 30, "farmer", "killed"),
    ("Bombing kills 30, wounds 60", "60", 60, 60, "", "wounded"),
    ("The crash claimed 19 lives.", "19 lives", 19, 19, "life", "killed"),
    ("The hospital recorded 22 civilian deaths.", "22 civilian deaths", 22, 22, "civilian", "killed"),
    ("The army suffered 40 casualties.", "40 casualties", 40, 40, "", "casualties"),
    ("There were 12 fatalities.", "12 fatalities", 12, 12, "", "killed"),
    ("Rescuers recovered 40 bodies.", "40 bodies", 40, 40, "body", "killed"),
    ("Twenty soldiers killed 5 rebels.", "Twenty soldiers", 20, 20, "soldier", ""),
    ("Twenty soldiers killed 5 rebels.", "5 rebels", 5, 5, "rebel", "killed"),
    ("The two gunmen killed nine shoppers.", "nine shoppers", 9, 9, "shopper", "killed"),
    ("A crowd of 3,000 people gathered.", "3,000 people", 3_000, 3_000, "people", ""),
    ("One child died.", "One child", 1, 1, "child", "killed"),
    ("More than 2000 people were evacuated from Maro.", "More than 2000 people", 2_001, NONE, "people", "displaced"),
    ("A convoy of around 100 pieces of equipment left.", "around 100 pieces", 90, 110, "piece", ""),
    ("At least 400 soldiers have been withdrawn.", "At least 400 soldiers", 400, NONE, "soldier", "withdrawn"),
    ("A nine-member panel met.", "nine-member", 9, 9, "member", ""),
    ("Two Democrats were absent.", "Two Democrats", 2, 2, "democrat", ""),
    ("Police fired six shots.", "six shots", 6, 6, "shot", "fired"),
    ("The plant dismissed 90 workers.", "90 workers", 90, 90, "worker", "dismissed"),
    ("Nine others were wounded.", "Nine others", 9, 9, "people", "wounded"),
]  # fmt: skip

MEASURED = [
    # sentence, words, low, high, unit, measure
    ("The deal is worth $2.5bn.", "$2.5bn", 2.5e9, 2.5e9, "USD", "cost"),
    ("The bridge cost €3 million.", "€3 million", 3e6, 3e6, "EUR", "cost"),
    ("She was fined £1.2m.", "£1.2m", 1.2e6, 1.2e6, "GBP", "fined"),
    ("The group paid 40 million dollars.", "40 million dollars", 4e7, 4e7, "USD", "paid"),
    ("They paid between $10 and $15 million.", "between $10 and $15 million", 1e7, 1.5e7, "USD", "paid"),
    ("Tens of billions of dollars were spent.", "Tens of billions of dollars", 2e10, 199_999_999_999, "USD", "spent"),
    ("Turnout was 45 per cent.", "45 per cent", 45, 45, "percent", ""),
    ("Turnout fell by 3 percentage points.", "3 percentage points", 3, 3, "percentage point", ""),
    ("1 in 64 homes burnt.", "1 in 64 homes", 1.5234375, 1.6015625, "percent", ""),
    ("She won 52.1% of the vote.", "52.1% of the vote", 52.1, 52.1, "percent", ""),
    ("More than 15% of homes have no power.", "More than 15% of homes", 15, NONE, "percent", ""),
    ("Two thirds of voters agreed.", "Two thirds of voters", 65, 68.3333333334, "percent", ""),
    ("Half of the town is flooded.", "Half of the town", 48.75, 51.25, "percent", ""),
    ("One in four residents fled.", "One in four residents", 24.375, 25.625, "percent", "displaced"),
    ("A 24-year-old man was held.", "24-year-old", 24, 24, "year of age", "age"),
    ("Ahmed Taro, 24, was held.", "24", 24, 24, "year of age", "age"),
    ("The boy, aged 12, is safe.", "12", 12, 12, "year of age", "age"),
    ("The victims were aged between 12 and 14.", "between 12 and 14", 12, 14, "year of age", "age"),
    ("The 12-day offensive ended.", "12-day", 12 * DAY, 12 * DAY, "s", ""),
    ("The family ruled for 24 years.", "24 years", 24 * YEAR, 24 * YEAR, "s", ""),
    ("He was sentenced to 30 months in prison.", "30 months", 2.5 * YEAR, 2.5 * YEAR, "s", "sentence"),
    ("The judge gave her a 10-year sentence.", "10-year", 10 * YEAR, 10 * YEAR, "s", "sentence"),
    ("The siege lasted nearly six hours.", "nearly six hours", 5 * HOUR, 6 * HOUR, "s", ""),
    ("The village lies 15 miles north of Tarma.", "15 miles", 24_140.16, 24_140.16, "m", ""),
    ("The park covers 200 hectares.", "200 hectares", 2e6, 2e6, "m2", ""),
    ("The bomb weighed 50 kilograms.", "50 kilograms", 50, 50, "kg", ""),
    ("It was 40 degrees Celsius in Maro.", "40 degrees Celsius", 40, 40, "degC", ""),
    ("It was 50 degrees Fahrenheit in Maro.", "50 degrees Fahrenheit", 10, 10, "degC", ""),
    ("Two men were killed 30 miles north of Tarma.", "30 miles", 48_280.32, 48_280.32, "m", ""),
    ("Winds reached 100 km/h.", "100 km/h", 27.7777777778, 27.7777777778, "m/s", ""),
    ("A 6.5-magnitude earthquake struck.", "6.5-magnitude", 6.5, 6.5, "magnitude", "magnitude"),
    ("The budget is three times the amount of last year.", "three times", 3, 3, "times", ""),
]  # fmt: skip

NOTHING = [
    "The jet took off at 3:20 a.m. and landed at 14:30.",
    "Flight 93 crashed near Route 66.",
    "Allies invoked Article 5 of the treaty.",
    "She lives at No. 10 with her family.",
    "The G20 met before the G7.",
    "The F-16 and the Boeing 737 are old.",
    "In 2016 the law was changed again.",
    "The 2016 election was close.",
    "They met on 8 December 2024 and on May 5.",
    "One of the men fled, and no one saw him.",
    "The 9/11 attacks changed the law.",
    "Call 555-123-4567 for help.",
    "It was the first and the 21st such case.",
    "He left two days ago.",
    "The COVID-19 tests were late in the 1990s.",
    "Fans of the S&P 500 cheered.",
    "They live on the 2700 block of Elm Street.",
    "May I say that the Sun shone?",
    "Biden spoke on Aug. 15 was what they said.",
]

PARTS = [
    ("The attack killed 58 people, including 11 children.", "11 children", "killed"),
    ("58 killed, including 11 children, in attack", "11 children", "killed"),
    ("The dead included 67 children.", "67 children", "killed"),
    ("Among the dead were 11 women.", "11 women", "killed"),
    ("Twelve people, six of them children, died.", "six of them children", "killed"),
    ("The blast wounded 40, including at least 6 police officers and 5 women.", "5 women", "wounded"),
]


def quantities(sentence: str) -> tuple[Quantity, ...]:
    doc = load_parser("")(sentence)
    return find_quantities(doc[:])


def the_one(sentence: str, words: str) -> Quantity:
    found = [q for q in quantities(sentence) if q.text == words]
    assert len(found) == 1, [q.text for q in quantities(sentence)]
    return found[0]


@pytest.mark.parametrize(("sentence", "words", "low", "high", "counted", "measure"), COUNTS)
def test_a_count_has_its_interval_its_noun_and_its_measure(
    sentence: str, words: str, low: float | None, high: float | None, counted: str, measure: str
) -> None:
    found = the_one(sentence, words)
    assert (found.low, found.high, found.unit, found.counted, found.measure) == (low, high, "", counted, measure)
    assert not found.part


@pytest.mark.parametrize(("sentence", "words", "low", "high", "unit", "measure"), MEASURED)
def test_a_measured_amount_is_in_its_base_unit(
    sentence: str, words: str, low: float | None, high: float | None, unit: str, measure: str
) -> None:
    found = the_one(sentence, words)
    assert found.low == pytest.approx(low)
    assert found.high == pytest.approx(high)
    assert (found.unit, found.measure) == (unit, measure)


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_counts_nothing_is_no_quantity(sentence: str) -> None:
    assert quantities(sentence) == ()


@pytest.mark.parametrize(("sentence", "words", "measure"), PARTS)
def test_a_part_is_told_from_the_whole_and_has_its_measure(sentence: str, words: str, measure: str) -> None:
    found = the_one(sentence, words)
    assert found.part
    assert found.measure == measure
    assert all(
        not q.part for q in quantities(sentence) if q.start < found.start and "includ" not in sentence[: q.start]
    )


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The court ruled 5-4 on Monday.", [("majority vote", 5), ("minority vote", 4)]),
        ("The House voted 218-206 to pass the bill.", [("majority vote", 218), ("minority vote", 206)]),
        ("Norvale won 3-1 against Tarma.", [("winner's score", 3), ("loser's score", 1)]),
        ("Norvale lost 1-3 to Tarma.", [("winner's score", 3), ("loser's score", 1)]),
    ],
)
def test_votes_and_scores_give_both_sides(sentence: str, expected: list[tuple[str, float]]) -> None:
    assert [(q.measure, q.value) for q in quantities(sentence)] == expected


def test_approximation_is_marked_and_exact_counts_are_points() -> None:
    assert the_one("About 100 men left.", "About 100 men").approximate
    exact = the_one("Exactly 100 men left.", "100 men")
    assert not exact.approximate
    assert exact.low == exact.high == exact.value == 100


def test_vague_plurals_have_no_stated_value() -> None:
    found = the_one("Dozens of men left.", "Dozens of men")
    assert found.value is None
    assert found.approximate


def test_place_and_period_of_a_figure_are_its_scope() -> None:
    found = the_one("Police killed 50 rebels in Norway over the past week.", "50 rebels")
    assert found.scope == "in Norway over the past week"


def test_offsets_count_from_the_start_of_the_span() -> None:
    doc = load_parser("")("Nothing happened here. At least 14 people were killed.")
    second = list(doc.sents)[1]
    (found,) = find_quantities(second)
    assert second.text[found.start : found.end] == found.text == "At least 14 people"


@pytest.mark.parametrize(
    ("text", "value"),
    [("3,400", 3400), ("2.5 million", 2.5e6), ("1.1 million", 1.1e6), ("twenty-four", 24), ("two thousand", 2000),
        ("2½", 2.5),
     ("three hundred and twelve", 312), ("half a million", 5e5), ("dozens", None), ("nonsense", None)],
)  # fmt: skip
def test_written_numbers_have_their_value(text: str, value: float | None) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize(
    ("value", "slack"), [(100, 10), (120, 5), (500, 50), (300, 30), (125, 4), (2000, 200), (0, 0), (2.5, 0.0625)]
)
def test_rounder_numbers_allow_more(value: float, slack: float) -> None:
    assert tolerance(value) == pytest.approx(slack)


def test_conversion_knows_offsets_and_leaves_none() -> None:
    fahrenheit = unit_of("degrees Fahrenheit")
    assert fahrenheit is not None
    assert convert(212, fahrenheit) == pytest.approx(100)
    assert convert(None, fahrenheit) is None


PIECES = st.sampled_from(
    ["between", "at least", "10", "15 people", "3:20 a.m.", "$", "2.5bn", "-", "–", "%", "dozens of", "killed",
        "half a", "million",
     "one", "of", "them", "24-year-old", "including", "to", ",", "(", "1e999", "9" * 400, "½", "\n", "1,0,0", "٣",
     "²", "or so", "+"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    st.lists(PIECES, min_size=1, max_size=10).map(" ".join)
    | st.text(alphabet="0123456789 ,.-–$%abkmn½²٣\n", max_size=40)
)
def test_any_text_gives_sound_quantities(text: str) -> None:
    doc = load_parser("")(text)
    for found in find_quantities(doc[:]):
        assert text[found.start : found.end] == found.text != ""
        assert found.low is None or found.high is None or found.low <= found.high
        assert found.low is not None or found.high is not None
