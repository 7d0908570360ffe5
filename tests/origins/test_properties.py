"""What must hold over random corpora: reprints add no origin, order is nothing, circles end."""

import random
from dataclasses import replace

import pandas as pd
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


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 100_000))
def test_one_five_or_twenty_reprints_add_no_origin_to_any_position(seed):
    corpus = corpus_of(seed)
    counts = corpus.counts()
    for copies in (1, 5, 20):
        assert with_reprints(corpus, copies, random.Random(seed)).counts() == counts, copies


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
