"""Signals: the value and the sentence of each in plain cases, and silence where there is nothing to say."""

from __future__ import annotations

from typing import Any

import pytest
from claim_rows import exactly, name, quantity
from hypothesis import given, settings
from hypothesis import strategies as st

from xref.compare.sides import Comparison, Weights, stem, written
from xref.compare.signals import COLUMNS, SIGNALS, Signal, values
from xref.compare.signals.signal import RELATED
from xref.values import Role

from .sides_made_up import comparison, exchanged, pair, side

BY_NAME: dict[str, Signal] = {signal.name: signal for signal in SIGNALS}
RELATIONS = RELATED | {"unrelated"}
KILLED = {"measure": "killed"}


def value(found: Comparison, column: str) -> float:
    return values(found)[COLUMNS.index(column)]


def told(signal: str, found: Comparison) -> str:
    return BY_NAME[signal].describe(found)


def backs(signal: str, found: Comparison) -> frozenset[str]:
    return BY_NAME[signal].backs(found)


def with_figures(a: Any, b: Any, **options: Any) -> Comparison:
    return pair(a_quantities=[a], b_quantities=[b], **options)


def test_figures_that_exclude_each_other_are_quoted() -> None:
    found = with_figures(quantity("at least 400 soldiers", 400, None), quantity("about 40", 39, 41))
    assert value(found, "quantity_apart") == 1.0
    assert told("quantity", found) == "“at least 400 soldiers” against “about 40”: figures that exclude each other"
    assert backs("quantity", found) == {"conflict", "update"}


def test_two_figures_of_a_toll_are_no_contradiction_in_words() -> None:
    found = with_figures(exactly(9, **KILLED), exactly(14, **KILLED))
    assert value(found, "count_moved") == 1.0
    assert told("quantity", found) == "“9 people” against “14 people”: two figures of one count"


def test_a_figure_that_is_the_same_is_said_once() -> None:
    found = with_figures(exactly(9, **KILLED), exactly(9, **KILLED))
    assert (value(found, "quantity_same"), value(found, "quantity_apart")) == (0.5, 0.0)
    assert told("quantity", found) == "both say “9 people”"
    assert backs("quantity", found) == {"agree"}


def test_the_same_and_differing_figures_are_both_told() -> None:
    wounded = {"measure": "wounded"}
    found = pair(
        a_quantities=[exactly(9, **KILLED), exactly(3, **wounded)],
        b_quantities=[exactly(9, **KILLED), exactly(5, **wounded)],
    )
    assert told("quantity", found) == "both say “9 people”, but “3 people” against “5 people”: two figures of one count"


def test_a_later_smaller_figure_of_another_speaker_has_shrunk_and_of_the_same_is_a_correction() -> None:
    days = {"a_published": "2031-03-02", "b_published": "2031-03-04"}
    figures = (exactly(14, **KILLED), exactly(9, **KILLED))
    assert value(with_figures(*figures, **days, a_speaker="Ada Lorn", b_speaker="Ben Moss"), "count_shrank") == 1.0
    assert value(with_figures(*figures, **days, a_speaker="Ada Lorn", b_speaker="Ada Lorn"), "count_shrank") == 0.0
    assert value(with_figures(*figures[::-1], **days, a_speaker="Ada Lorn"), "count_shrank") == 0.0
    assert value(with_figures(*figures), "count_shrank") == 0.0  # no dates


def test_figures_of_different_things_are_another_scope() -> None:
    found = with_figures(exactly(9, **KILLED), quantity("3 villages", 3, 3, counted="village"))
    assert value(found, "scope_other") == 1.0
    assert told("scope", found) == "“9 people” and “3 villages” measure different things"
    assert told("quantity", found) == ""
    assert backs("scope", found) == {"unrelated"}


def test_a_figure_on_one_side_only_is_told() -> None:
    found = pair(b_quantities=[exactly(9)])
    assert value(found, "numbers_spare") == 0.25
    assert told("scope", found) == "only one gives a figure (“9 people”)"


MORNING = ("2031-03-04T00:00:00Z", "2031-03-04T11:59:59Z")
NIGHT = ("2031-03-04T18:00:00Z", "2031-03-04T23:59:59Z")


def dated(a: tuple[str, str], b: tuple[str, str], words: tuple[str, str] = ("then", "at that time")) -> Comparison:
    plain = {"a_event_from": a[0], "a_event_to": a[1], "b_event_from": b[0], "b_event_to": b[1]}
    return pair(**plain, a_date_text=words[0], b_date_text=words[1])


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (("2031-03-04", "2031-03-04"), ("2031-03-04", "2031-03-04"), True),
        (("2031-03-04", "2031-03-04"), ("2031-03-05", "2031-03-05"), False),
        (("2031-03-01", "2031-03-31"), ("2031-03-05", "2031-03-05"), True),
        (MORNING, ("2031-03-04", "2031-03-04"), True),
        (MORNING, NIGHT, False),
        (NIGHT, ("2031-03-05", "2031-03-05"), True),  # midnight lies within the quarter of an hour
        (NIGHT, ("2031-03-06", "2031-03-06"), False),
        (("2031-03-04T04:40:00Z",) * 2, ("2031-03-04T04:50:00Z",) * 2, True),
        (("2031-03-04T04:40:00Z",) * 2, ("2031-03-04T06:40:00Z",) * 2, False),
    ],
)
def test_times_can_be_the_same_or_exclude_each_other(a: tuple[str, str], b: tuple[str, str], same: bool) -> None:
    for found in (dated(a, b), dated(b, a)):
        assert (value(found, "date_same"), value(found, "date_apart")) == (float(same), float(not same))


def test_times_are_told_in_the_words_of_the_claims() -> None:
    days = (("2031-03-04",) * 2, ("2031-03-05",) * 2)
    assert told("date", dated(*days, words=("Tuesday", "5 March"))) == "“Tuesday” and “5 March” are different times"
    assert (
        told("date", dated(*days, words=("today", "today")))
        == "“today” (2031-03-04) and “today” (2031-03-05) are different times"
    )
    assert (
        told("date", dated(days[0], days[0], words=("", "Tuesday"))) == "2031-03-04 and “Tuesday” can be the same time"
    )
    assert told("date", pair()) == ""
    assert "agree" not in backs("date", dated(*days))


def test_a_denial_and_a_negation_are_told_with_their_speakers() -> None:
    denial = pair(a_speaker="Ada Lorn", a_stance_of_speaker="denies", a_cue="denied", b_speaker="Ben Moss")
    negation = pair(b_negated=True)
    assert value(denial, "denied_differs") == value(negation, "negated_differs") == 1.0
    assert value(denial, "negated_differs") == value(negation, "denied_differs") == 0.0
    assert told("negation", denial) == "Ada Lorn denies it, Ben Moss says that it is"
    assert told("negation", negation) == "Outlet b says that it is not so, Outlet a says that it is"


def test_polarity_names_nobody_who_is_unknown_and_no_one_twice() -> None:
    unknown = pair(b_negated=True, a_outlet="unknown", b_outlet="unknown")
    same = pair(b_negated=True, a_speaker="Ada Lorn", b_speaker="Ada Lorn")
    assert (
        told("negation", unknown) == told("negation", same) == "one says that it is not so, the other says that it is"
    )


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [
        ("The envoy is unlikely to meet the mayor", "The envoy will meet the mayor", 1.0),
        ("The envoy refused to meet the mayor", "The envoy met the mayor", 1.0),
        ("The mayor has long denied allegations of bribery", "The mayor took bribes", 1.0),
        ("The envoy refused to meet the mayor", "The envoy cancelled a meeting with the mayor", 0.0),
        ("The envoy refused to meet the mayor", "It is not known when the envoy meets the mayor", 0.0),
    ],
)
def test_words_say_no_without_a_not_and_a_no_inside_opposes_nothing(one: str, other: str, differs: float) -> None:
    assert value(pair(one, other), "negated_differs") == differs


def test_a_denial_told_in_words_is_stated_and_not_denied() -> None:
    found = pair("The mayor denied the charge", "The mayor took bribes", a_stance_of_speaker="denies", a_cue="denied")
    assert (value(found, "denied_differs"), value(found, "negated_differs")) == (0.0, 1.0)


def test_what_is_rejected_is_not_denied() -> None:
    found = pair(
        "The mayor's veto of the harbour bill",
        "The bill opens the harbour",
        a_stance_of_speaker="denies",
        a_cue="rejected",
    )
    assert value(found, "denied_differs") == 0.0


def test_who_says_more_than_what_is_denied_says_it_too() -> None:
    denied = {"a_stance_of_speaker": "denies", "a_cue": "denied", "verdicts": (0.1, 0.9, 0.0, 0.0)}
    assert (
        value(pair("The mayor took money", "The mayor took bribes from a builder", **denied), "denied_entailed") == 0.9
    )
    assert (
        value(pair("The mayor took money", "The mayor took bribes", verdicts=(0.1, 0.9, 0, 0)), "denied_entailed")
        == 0.0
    )


@pytest.mark.parametrize(
    ("accusation", "denial", "answered"),
    [
        ("Two clerks accused Reyes of bullying", "Reyes has repeatedly denied the accusations", 1.0),
        ("The fraud allegations against Reyes have grown", "Reyes rejects every one of the charges", 1.0),
        ("Two clerks accused Reyes of bullying", "Lorn has repeatedly denied the accusations", 0.0),
        ("Reyes accused two clerks of theft", "Reyes has repeatedly denied the accusations", 0.0),
        ("Two clerks accused Reyes of bullying", "Reyes denied the claim that the port was sold", 0.0),
        ("Reyes opened the harbour", "Reyes has repeatedly denied the accusations", 0.0),
    ],
)
def test_a_bare_denial_answers_the_accusation_of_who_denies(accusation: str, denial: str, answered: float) -> None:
    accuser, accuses, _ = accusation.partition(" accused ")
    roles = {
        "a_roles": [Role("accuse", accuser, "")] if accuses else [],
        "b_roles": [Role("deny", denial.split()[0], "")],
    }
    found = pair(accusation, denial, **roles)
    assert value(found, "accusation_denied") == value(exchanged(found), "accusation_denied") == answered
    assert bool(told("accusation", found)) == bool(answered)


def test_what_goes_on_since_a_date_has_lasted_that_long() -> None:
    years = {n: [quantity(f"{n} years", n * 31_557_600, n * 31_557_600, unit="s", counted="")] for n in (2, 4)}
    since = {"a_date_text": "2017", "a_event_from": "2017-01-01", "a_published": "2021-06-01"}
    standing = {
        n: pair("The siege of Halven goes on since 2017", "The siege of Halven took years", b_quantities=some, **since)
        for n, some in years.items()
    }
    assert [value(standing[n], "quantity_apart") for n in (2, 4)] == [1.0, 0.0]
    assert value(standing[4], "quantity_aligned") == 1.0
    recent = {**since, "a_date_text": "May", "a_event_from": "2021-05-15"}
    found = pair("The siege goes on since May", "The siege took years", b_quantities=years[2], **recent)
    assert value(found, "quantity_aligned") == 0.0


def test_words_of_names_are_not_what_is_said() -> None:
    names = {"a_names": [name("Ada Lorn", kind="person")], "b_names": [name("Ada Lorn", kind="person")]}
    assert value(pair("Ada Lorn opened the harbour", "Ada Lorn closed a school", **names), "words_plain") == 0.0
    assert value(pair("Ada Lorn opened the harbour", "Ada Lorn left the harbour", **names), "words_plain") == 0.25


SPEECH = "This is good news for the harbour and for the {} Grove Trust and all who gave it money"


def test_the_same_words_with_another_name_are_told() -> None:
    found = pair(SPEECH.format("Wenda"), SPEECH.format("Doris"))
    assert value(found, "name_exchanged") == 1.0
    assert told("wording", found) == "the same words, but “Wenda” against “Doris”"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (SPEECH.format("Wenda"), SPEECH.format("Wendah")),  # a spelling
        (SPEECH.format("Wenda"), SPEECH.format("new")),  # no name
        (SPEECH.format("Wenda"), SPEECH.format("Wilhelmina")),  # may be a short form
        (SPEECH.format("Wenda"), SPEECH.format("Rep")),  # a title
        ("Wenda Grove sank", "Doris Grove sank"),  # too short to be the same words
        (SPEECH.format("Wenda").title(), SPEECH.format("Doris").title()),  # a headline's capitals name nobody
    ],
)
def test_other_words_are_not_an_exchanged_name(one: str, other: str) -> None:
    assert value(pair(one, other), "name_exchanged") == 0.0


def test_claims_of_two_stories_are_told_as_such() -> None:
    apart = pair(same_story=False)
    assert (value(apart, "other_story"), value(pair(), "other_story")) == (1.0, 0.0)
    assert told("story", apart) == "the articles are about different events"
    assert told("story", pair()) == ""


def test_persons_are_apart_where_each_side_has_its_own() -> None:
    found = pair(a_names=[name("Ada Lorn", kind="person")], b_names=[name("Ben Moss", kind="person")])
    assert value(found, "persons_apart") == 1.0
    assert value(pair(a_names=[name("Ada Lorn", kind="person")]), "persons_apart") == 0.0


def test_two_denials_and_two_assertions_do_not_differ() -> None:
    both = pair(a_negated=True, b_stance_of_speaker="denies", b_cue="denied")
    assert value(both, "negated_differs") == value(both, "denied_differs") == 0.0
    assert value(pair(), "negated_differs") == value(pair(), "denied_differs") == 0.0
    assert told("negation", both) == told("negation", pair()) == ""


ATTACK = Role("attack", "rebel", "army")


def test_exchanged_parts_are_told_in_the_words_of_the_statements() -> None:
    found = pair(
        "Rebels attacked the army",
        "The army attacked rebels",
        a_roles=[ATTACK],
        b_roles=[Role("attack", "army", "rebel")],
    )
    assert value(found, "parts_exchanged") == 1.0
    assert (
        told("role", found) == "who did it to whom is exchanged: “Rebels attacked army” against “army attacked rebels”"
    )
    assert backs("role", found) == {"conflict"}


def test_only_the_parts_that_are_shared_are_told() -> None:
    found = pair(
        "Rebels attacked the army",
        "Rebels attacked a convoy",
        a_roles=[ATTACK],
        b_roles=[Role("attack", "rebel", "convoy")],
    )
    assert (value(found, "predicate_same"), value(found, "parts_same")) == (1.0, 0.5)
    assert told("role", found) == "both say: Rebels attacked"
    assert told("role", pair(a_roles=[ATTACK])) == ""


def test_shared_names_weigh_and_differing_ones_are_told() -> None:
    lorn, moss, port = name("Ada Lorn"), name("Ben Moss"), name("Port Asmar", "place")
    shared = pair(a_names=[lorn, port], b_names=[lorn])
    apart = pair(a_names=[lorn], b_names=[moss])
    assert value(shared, "names_shared") > 0 == value(shared, "names_apart")
    assert (value(apart, "names_shared"), value(apart, "names_apart")) == (0.0, 1.0)
    assert told("name", shared) == "both name Ada Lorn"
    assert told("name", apart) == "one names Ada Lorn, the other Ben Moss"
    assert told("place", shared) == told("place", pair()) == told("name", pair()) == ""
    assert "agree" in backs("name", shared) and "agree" not in backs("name", apart)


def test_places_are_apart_from_names() -> None:
    found = pair(a_names=[name("Orvale", "place")], b_names=[name("Lundhaven", "place")])
    assert value(found, "places_apart") == 1.0 and value(found, "names_apart") == 0.0
    assert told("place", found) == "one names Orvale, the other Lundhaven"


@pytest.mark.parametrize(
    ("verdicts", "sentence", "relations"),
    [
        ((0.9, 0.8, 0.0, 0.0), "read side by side, each follows from the other", {"agree", "update"}),
        ((0.9, 0.1, 0.0, 0.0), "read side by side, one follows from the other", {"agree", "update"}),
        ((0.0, 0.1, 0.1, 0.9), "read side by side, they contradict each other", {"conflict"}),
        ((0.1, 0.1, 0.1, 0.1), "read side by side, neither follows from the other nor contradicts it", {"unrelated"}),
        ((), "", {"unrelated"}),
    ],
)
def test_what_the_reading_said_is_told_and_nothing_when_it_was_not_done(
    verdicts: tuple[float, ...], sentence: str, relations: set[str]
) -> None:
    found = pair(verdicts=verdicts)
    assert told("entailment", found) == sentence
    if sentence:
        assert backs("entailment", found) == relations


def test_verdicts_of_both_directions_are_sorted() -> None:
    found = pair(verdicts=(0.2, 0.7, 0.3, 0.1))
    assert [value(found, c) for c in ("entails_least", "entails_most")] == [0.2, 0.7]
    assert [value(found, c) for c in ("contradicts_least", "contradicts_most")] == [0.1, 0.3]


@pytest.mark.parametrize(
    ("cosine", "words"), [(0.95, "nearly the same"), (0.7, "alike"), (0.5, "related"), (0.1, "far apart")]
)
def test_likeness_is_told_in_levels_without_a_number(cosine: float, words: str) -> None:
    found = pair(similarity=cosine)
    assert words in told("meaning", found)
    assert not any(letter.isdigit() for letter in told("meaning", found))
    assert value(found, "similarity") == cosine


def test_shared_words_are_told_as_they_stand_never_as_stems() -> None:
    found = pair("Ministers denied the raid", "He denies a ministerial raid")
    assert told("words", found) in ("both use the words “denied”, “raid”", "both use the words “raid”, “denied”")
    assert 0 < value(found, "words_least") <= value(found, "words_most") < 1
    assert told("words", pair()) == "small words aside, they have none in common"


def test_long_lists_of_shared_words_are_cut_and_said_to_be() -> None:
    same = "Heavy rain flooded streets, cellars, stations and tunnels"
    assert told("words", pair(same, same)).endswith("and others")


def test_speakers_are_told_where_both_are_known() -> None:
    same = pair(a_speaker="Ada Lorn", b_speaker="ada lorn")
    other = pair(a_speaker="Ada Lorn", b_speaker="Ben Moss")
    assert (value(same, "speaker_same"), value(other, "speaker_other")) == (1.0, 1.0)
    assert told("speaker", same) == "both on the word of Ada Lorn"
    assert told("speaker", other) == "one on the word of Ada Lorn, the other on that of Ben Moss"
    assert told("speaker", pair(a_speaker="Ada Lorn")) == told("speaker", pair()) == ""
    assert value(pair(), "speaker_same") == 0.0


@pytest.mark.parametrize(
    ("a", "b", "sentence"),
    [
        ("2031-03-02", "2031-03-02T20:00:00Z", "reported within a day of each other"),
        ("2031-03-02", "2031-03-03", "reported 1 day apart"),
        ("2031-03-05", "2031-03-02", "reported 3 days apart"),
        ("", "2031-03-02", "the time between the reports is not known"),
    ],
)
def test_the_time_between_the_reports_is_told(a: str, b: str, sentence: str) -> None:
    assert told("time", pair(a_published=a, b_published=b)) == sentence


def test_two_claims_of_one_article_say_so() -> None:
    found = comparison(side("a.1"), side("a.2", "Nine boats were lost"))
    assert value(found, "same_article") == 1.0
    assert told("time", found) == "both stand in one article"


def test_rare_words_weigh_more_than_common_ones() -> None:
    sides = [side(f"{letter}.1", f"The ferry sank {letter * 3}") for letter in "abcd"] + [
        side("e.1", "A tunnel flooded")
    ]
    weights = Weights(sides)
    assert weights.of(stem("tunnel")) > weights.of(stem("ferry")) >= 1.0
    assert weights.of("never seen") > weights.of(stem("tunnel"))


def test_a_stem_is_written_as_its_first_word() -> None:
    assert written("Denied twice, denies again")[stem("denied")] == "Denied"


options = st.fixed_dictionaries(
    {},
    optional={
        **{
            f"{x}_quantities": st.lists(st.integers(0, 50).map(lambda n: exactly(n, **KILLED)), max_size=3)
            for x in "ab"
        },
        **{
            f"{x}_names": st.lists(st.sampled_from([name("Ada Lorn"), name("Orvale", "place")]), max_size=2)
            for x in "ab"
        },
        **{f"{x}_speaker": st.sampled_from(["", "Ada Lorn", "Ben Moss"]) for x in "ab"},
        **{f"{x}_published": st.sampled_from(["", "2031-03-02", "2031-03-05T10:00:00Z"]) for x in "ab"},
        **{f"{x}_negated": st.booleans() for x in "ab"},
        **{
            f"{x}_roles": st.lists(st.sampled_from([ATTACK, Role("attack", "army", "rebel")]), max_size=2) for x in "ab"
        },
        "similarity": st.floats(-1, 1),
        "verdicts": st.lists(st.floats(0, 1), min_size=4, max_size=4),
    },
)
statements = st.sampled_from(["Rebels attacked the army", "Nine boats sank", "The army denied the attack", "x"])


@settings(max_examples=40, deadline=None)
@given(statements, statements, options)
def test_every_signal_has_bounded_values_and_backs_known_relations(one: str, two: str, some: dict[str, Any]) -> None:
    found = pair(one, two, **some)
    row = values(found)
    assert len(row) == len(COLUMNS) == len(set(COLUMNS))
    assert all(-1.0 <= number <= 1.5 for number in row)
    assert all(signal.backs(found) <= RELATIONS for signal in SIGNALS if signal.describe(found))


@settings(max_examples=40, deadline=None)
@given(statements, statements, options)
def test_values_do_not_depend_on_which_claim_comes_first(one: str, two: str, some: dict[str, Any]) -> None:
    found = pair(one, two, **some)
    assert values(exchanged(found)) == pytest.approx(values(found))
