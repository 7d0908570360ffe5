"""What must hold over random corpora: reprints add no origin, order is nothing, circles end."""

import random
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from origins.invented_articles import Article, Claim, Corpus

OUTLETS = ("Varn Courier", "Quay Post", "VTV", "Meridian", "unknown")
SPEAKERS = (
    ("", ""),
    ("", ""),
    ("Orla Tenn", "person"),
    ("Varn Harbour Watch", "organisation"),
    ("an official", "anonymous"),
)


def corpus_of(seed: int) -> Corpus:
    """Six articles of three claims each, some quoting, some relaying each other or an absent outlet."""
    rng = random.Random(seed)
    claims = []
    for number in range(6):
        passages = [" ".join(f"w{rng.randrange(400)}" for _ in range(12)) for _ in range(3)]
        text = ". ".join(passages) + "."
        date = rng.choice(["2031-05-01", "2031-05-02", ""])
        article = Article(f"{number}.txt", rng.choice(OUTLETS), text, date)
        for passage in passages:
            speaker, kind = rng.choice(SPEAKERS)
            relay = rng.choice(["", "", "", "Quay Post", "VTV", "Reuters"])
            claims.append(Claim(article, passage, f"p{rng.randrange(3)}", speaker, kind, relay))
    return Corpus(claims)


def with_reprints(corpus: Corpus, copies: int, rng: random.Random) -> Corpus:
    """The corpus with verbatim reprints of one article by outlets of their own, none of them earlier."""
    original = rng.choice([claim.article for claim in corpus.claims])
    claims = list(corpus.claims)
    for number in range(copies):
        later = original.published and rng.choice([original.published, "2031-05-09"])
        reprint = replace(original, path=f"reprint-{number}.txt", outlet=f"Reprint {number}", published=later)
        claims += [replace(claim, article=reprint) for claim in corpus.claims if claim.article == original]
    return Corpus(claims)


def reprinted_by(corpus: Corpus, copies: int, date: str | None, outlets: tuple[str, ...], rng: random.Random) -> Corpus:
    """The corpus with verbatim reprints of one article, dated `date` or as their original (None), under any paths.

    Who is credited, by the original or without a date, is no reprinter: its text is what they credit it for.
    """
    articles = list(dict.fromkeys(claim.article for claim in corpus.claims))
    original = rng.choice([article for article in articles if article.published] or articles)
    theirs = [claim for claim in corpus.claims if claim.article == original]
    credited = {c.relayed_from for c in corpus.claims if c in theirs or not c.article.published}
    free = [name for name in outlets if name not in credited] or ["Sabin Reprint"]
    claims = list(corpus.claims)
    for number in range(copies):
        published = original.published if date is None else date
        path = f"{rng.choice('09z')}-reprint-{number}.txt"
        reprint = replace(original, path=path, outlet=rng.choice(free), published=published)
        claims += [replace(claim, article=reprint) for claim in theirs]
    return Corpus(claims)


def all_counts(corpus: Corpus) -> dict[str, int]:
    """Independent origins of every position, and of the cluster under its own name."""
    return {**corpus.counts(), "cluster": int(corpus.trace().origins["origin_id"].nunique())}


NEW_OUTLETS = ("Aard Reprint", "Zell Reprint", "Orrin Reprint")


@pytest.mark.parametrize(
    ("date", "outlets"),
    [("2031-05-09", OUTLETS[:4]), ("2031-05-09", NEW_OUTLETS), (None, NEW_OUTLETS), ("", NEW_OUTLETS)],
    ids=["later, by outlets that are there", "later, by others", "same day, by others", "undated, by others"],
)
@settings(max_examples=4, deadline=None)
@given(seed=st.integers(0, 100_000))
def test_one_five_or_twenty_reprints_change_no_count_of_origins(date, outlets, seed):
    corpus = corpus_of(seed)
    counts = all_counts(corpus)
    for copies in (1, 5, 20):
        assert all_counts(reprinted_by(corpus, copies, date, outlets, random.Random(seed))) == counts, copies


@pytest.mark.parametrize("date", [None, ""], ids=["same day", "undated"])
@settings(max_examples=5, deadline=None)
@given(seed=st.integers(0, 100_000))
def test_reprints_that_nobody_can_tell_from_originals_add_no_origin_to_any_position(date, seed):
    corpus = corpus_of(seed)
    counts = corpus.counts()
    for copies in (1, 5):
        after = reprinted_by(corpus, copies, date, OUTLETS[:4], random.Random(seed)).counts()
        assert all(after[position] <= count for position, count in counts.items()), copies


def test_a_reprint_without_a_date_beside_a_report_of_ones_own_is_the_same_corpus_as_an_original_of_ones_own():
    """Two originals of one outlet, one of them reprinted, and two outlets' originals, one reprinted by the other.

    The articles are the same ones: no rule can keep the one origin of the first and the two of the second.
    """
    words = [" ".join(f"w{n}" for n in range(start, start + 12)) for start in (0, 50)]
    texts = [f"{some}." for some in words]
    first = Claim(Article("a.txt", "Quay Post", texts[0], ""), words[0])
    second = Claim(Article("b.txt", "Quay Post", texts[1], ""), words[1])
    other = Claim(Article("c.txt", "VTV", texts[0], ""), words[0])
    assert Corpus([first, second]).counts() == {"p1": 1}
    assert Corpus([other, second]).counts() == {"p1": 2}
    assert Corpus([first, second, other]).counts() == {"p1": 1}


@settings(max_examples=5, deadline=None)
@given(seed=st.integers(0, 100_000))
def test_the_order_of_rows_is_nothing(seed):
    corpus = corpus_of(seed)
    forth, back = corpus.trace(), corpus.trace(backwards=True)
    for name in ("copies", "citations", "origins", "findings"):
        pd.testing.assert_frame_equal(getattr(forth, name), getattr(back, name))


@settings(max_examples=5, deadline=None)
@given(seed=st.integers(0, 100_000))
def test_every_claim_has_one_origin_and_no_position_more_origins_than_claims(seed):
    corpus = corpus_of(seed)
    assert sorted(corpus.trace().origins["claim_id"]) == sorted(claim.claim_id for claim in corpus.claims)
    claims = corpus.memberships()["position_id"].value_counts()
    assert all(1 <= count <= claims[position] for position, count in corpus.counts().items())


@settings(max_examples=5, deadline=None)
@given(length=st.integers(2, 7))
def test_circles_of_any_length_end_in_one_origin(length):
    names = [f"Gazette {n}" for n in range(length)]
    texts = [f"{n} people and {n} dogs left the quay." for n in range(length)]
    claims = [
        Claim(Article(f"{n}.txt", names[n], texts[n]), texts[n], relayed_from=names[(n + 1) % length])
        for n in range(length)
    ]
    corpus = Corpus(claims)
    assert corpus.counts() == {"p1": 1}
    assert corpus.trace().findings["kind"].tolist() == ["circular-citation"]
