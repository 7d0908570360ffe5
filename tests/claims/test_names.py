"""Names over articles: one normal form for what is one, and none for what is not."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xref.claims.names import NameBook, initials, spelled_out
from xref.claims.names_forms import clean, fold, skeleton
from xref.claims.names_merge import persons_alike, sounds_alike
from xref.claims.names_roles import mentioned_roles, role_key
from xref.claims.parser import load_parser
from xref.config import SourceConfig
from xref.outlets import Directory

pytestmark = pytest.mark.model


def book_of(texts: dict[str, str], directory: Directory | None = None) -> NameBook:
    book = NameBook(directory or Directory())
    for article_id, text in texts.items():
        book.add(article_id, load_parser("")(text))
    book.close()
    return book


ARTICLES = {
    "a": "Norvian President Peter Larsen visited London on Monday. Larsen said the Northern Harbour Authority (NHA) "
    "was safe. "
    "The NHA denied it. Mr. Larsen left for Paris.",
    "b": "Larsen flew to Berlin, officials in London said. The Norvian president met John Smith in Berlin.",
    "c": "John Smith was arrested in London. Smith denied the charges in court in Berlin.",
    "d": "Mary Smith was elected in Chicago. Smith thanked voters in Texas.",
    "e": "Police said that Smith had been seen in Boston.",
}


@pytest.mark.parametrize(
    ("article", "text", "normal"),
    [
        ("a", "Larsen", "Peter Larsen"),
        ("a", "Mr. Larsen", "Peter Larsen"),
        ("a", "Larsen's", "Peter Larsen"),
        ("b", "Larsen", "Peter Larsen"),
        ("a", "NHA", "Northern Harbour Authority"),
        ("e", "the NHA", "Northern Harbour Authority"),
        ("c", "Smith", "John Smith"),
        ("d", "Smith", "Mary Smith"),
        ("e", "Smith", "Smith"),
        ("b", "the Norvian president", "Peter Larsen"),
        ("e", "FT", "Financial Times"),
        ("e", "the Financial Times", "Financial Times"),
        ("e", "U.S.", "United States"),
        ("e", "UN", "United Nations"),
        ("e", "Unheard Name", "Unheard Name"),
    ],
)
def test_a_mention_has_the_normal_form_of_its_article(article: str, text: str, normal: str) -> None:
    assert book_of(ARTICLES).normal(article, text) == normal


def test_the_order_of_articles_changes_nothing() -> None:
    questions = [
        ("a", "Larsen"),
        ("c", "Smith"),
        ("d", "Smith"),
        ("e", "Smith"),
        ("e", "NHA"),
        ("b", "the Norvian president"),
    ]
    answers = set()
    for order in list(permutations(ARTICLES))[::17]:
        book = book_of({key: ARTICLES[key] for key in order})
        answers.add(tuple(book.normal(article, text) for article, text in questions))
    assert len(answers) == 1


def test_names_in_a_span_stand_where_they_say() -> None:
    book = book_of(ARTICLES)
    span = list(load_parser("")("It rained. Mr. Larsen met the Norvian president's aides in London.").sents)[1]
    names = book.names_in("b", span)
    assert all(span.text[name.start : name.end] == name.text for name in names)
    assert ("Larsen", "Peter Larsen", "person") in {(name.text, name.norm, name.kind) for name in names}
    assert ("London", "London", "place") in {(name.text, name.norm, name.kind) for name in names}


def test_a_surname_that_the_parser_takes_for_a_company_is_the_person_that_most_articles_name() -> None:
    book = NameBook(Directory())
    for key in "ab":
        book._counts[key].update({("Dale Trask", "person"): 1, ("Trask", "organisation"): 5})
    book._counts["c"].update({("Trask", "organisation"): 2})
    book.close()
    assert book.normal("c", "Trask") == "Dale Trask"
    other = NameBook(Directory())
    other._counts["a"].update({("Dale Trask", "person"): 1})
    for key in "bcd":
        other._counts[key].update({("Trask", "organisation"): 2})
    other.close()
    assert other.normal("c", "Trask") == "Trask"


def test_an_office_held_by_two_stated_persons_stands_for_neither() -> None:
    texts = {"a": "Norvian President Peter Larsen spoke.", "b": "Norvian President Anna Holm spoke in London."}
    assert book_of(texts).normal("c", "the Norvian president") == "Norvian president"


def test_spellings_are_joined_when_their_articles_name_other_things_in_common() -> None:
    common = " in Syria, the officials in London and Paris said. Reporters in Moscow confirmed it."
    texts = {"a": "Troops left Kefraya" + common, "b": "Troops left Kafraya" + common}
    book = book_of(texts)
    assert book.normal("a", "Kefraya") == book.normal("b", "Kafraya")


def test_spellings_stay_apart_without_company_or_when_one_article_uses_both() -> None:
    apart = book_of({"a": "Troops left Kefraya in Syria.", "b": "Singers met in Kafraya near Boston."})
    assert apart.normal("a", "Kefraya") != apart.normal("b", "Kafraya")
    both = "Troops left Kefraya for Kafraya in Syria, officials in London, Paris and Moscow said."
    together = book_of({"a": both, "b": both})
    assert together.normal("a", "Kefraya") != together.normal("a", "Kafraya")


def test_the_users_sources_give_the_normal_form() -> None:
    directory = Directory([SourceConfig(name="Norvale Courier", aliases=["NC", "The Courier of Norvale"])])
    assert book_of({"a": "The NC reported it."}, directory).normal("a", "NC") == "Norvale Courier"


@pytest.mark.parametrize(
    ("text", "kind", "core"),
    [
        ("President Peter Larsen", "person", "Peter Larsen"),
        ("Prime Minister Anna Holm's", "person", "Anna Holm"),
        ("the Northern Harbour Authority's", "organisation", "Northern Harbour Authority"),
        ("Mr. Larsen", "person", "Larsen"),
        ("Larsen’s", "person", "Larsen"),
        ("“Larsen,”", "person", "Larsen"),
        ("U.S.", "place", "U.S."),
        ("the United States'", "place", "United States"),
        ("Hassia 40 km", "place", "Hassia"),
        ("Gen. Lt. Larsen", "person", "Larsen"),
    ],
)
def test_titles_articles_and_possessives_are_no_part_of_a_name(text: str, kind: str, core: str) -> None:
    start, end = clean(text, kind)
    assert text[start:end] == core


@pytest.mark.parametrize(
    ("a", "b", "alike"),
    [
        ("Khan Sheikhun", "Khan Shaykhun", True), ("Khan Sheikhoun", "Khan Shaykhun", True), ("Foua", "al-Foua", True),
        ("Foua", "Fua", True), ("Kefraya", "Kafraya", True), ("Kyiv", "Kiev", True), ("Zelensky", "Zelenskiy", True),
        ("Iran", "Iraq", False), ("Homs", "Hama", False), ("London", "Lyon", False), ("Mali", "Malawi", False),
         ("Smith", "Smyth Jones", False),
    ],
)  # fmt: skip
def test_transliterations_sound_alike_and_other_names_do_not(a: str, b: str, alike: bool) -> None:
    assert (skeleton(fold(a)) == skeleton(fold(b)) and sounds_alike(fold(a), fold(b))) is alike


@pytest.mark.parametrize(
    ("a", "b", "alike"),
    [
        ("Bashar Assad", "Bashar al-Assad", True), ("Donald J. Trump", "Donald Trump", True), ("Peter A. Larsen",
         "Peter B. Larsen", False),
        ("John Smith", "Mary Smith", False), ("John Smith", "John Smythson", False), ("Volodymyr Zelensky",
         "Volodymyr Zelenskyy", True),
    ],
)  # fmt: skip
def test_full_names_are_one_person_by_first_and_last_name(a: str, b: str, alike: bool) -> None:
    assert persons_alike(fold(a), fold(b)) is alike


@pytest.mark.parametrize(
    ("short", "before", "long"),
    [
        ("NHA", "He praised the Northern Harbour Authority ", "Northern Harbour Authority"),
        ("HTS", "fighters of Hayat Tahrir al-Sham ", "Hayat Tahrir al-Sham"),
        ("SOHR", "said the Syrian Observatory for Human Rights ", "Syrian Observatory for Human Rights"),
        ("NHA", "He praised the harbour ", None),
        ("X", "", None),
    ],
)
def test_abbreviations_are_spelled_out_by_their_initials(short: str, before: str, long: str | None) -> None:
    assert spelled_out(short, before) == long


def test_offices_are_keyed_by_country_and_kept_apart_from_former_ones() -> None:
    assert role_key("Syrian ", "President") == "syrian president"
    assert role_key("Syrian ", "president", qualifier="former ") == "former syrian president"
    assert [key for key, _, _ in mentioned_roles("Then the Syrian president left.")] == ["syrian president"]
    assert list(mentioned_roles("The president Peter Larsen left.".replace("president P", "president P"))) == []


def test_initials_leave_small_words_out() -> None:
    assert initials("syrian observatory for human rights") == "sohr"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40), st.sampled_from(["person", "organisation", "place", "other"]))
def test_cleaning_keeps_within_the_text_and_is_final(text: str, kind: str) -> None:
    start, end = clean(text, kind)
    assert 0 <= start <= end <= len(text)
    fold(text[start:end])
    again = clean(text[start:end], kind)
    assert text[start:end][again[0] : again[1]].strip() in text[start:end]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Larsen", "'s", "the", "NHA", "(", ")", "President", "Syria", "in", ".", "\n", "Dr.", "“", "’"]
        ),
        max_size=10,
    )
)
def test_any_text_can_be_added_and_asked(words: list[str]) -> None:
    text = " ".join(words)
    book = book_of({"a": text, "b": text})
    span = load_parser("")(text)[:]
    for name in book.names_in("a", span):
        assert text[name.start : name.end] == name.text != ""
        assert name.norm
