"""Vectors: cached and computed are the same to the bit, rows keep their order, a missing model is told."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from claim_rows import articles_table, claim, claims_table
from hypothesis import given, settings
from hypothesis import strategies as st

from xref.cache import Cache
from xref.config import EmbedConfig
from xref.embed import LEAD_CHARACTERS, embed
from xref.embed import model as loading
from xref.embed.model import Matrix, SentenceTransformerEncoder
from xref.errors import ModelMissing
from xref.progress import Silent


class HashEncoder:
    """Vectors from the digest of the text, of eight dimensions; remembers what it was asked."""

    def __init__(self, name: str = "hash") -> None:
        self.name = name
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> Matrix:
        self.asked += texts
        rows = [np.frombuffer(hashlib.sha256(t.encode()).digest()[:8], dtype=np.uint8) for t in texts]
        vectors = np.stack(rows).astype(np.float32) - 127.5
        return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)


STATEMENTS = ("The bridge was closed", "Nine boats sank", "The mayor resigned", "Nine boats sank")


def claims_of(*statements: str) -> pd.DataFrame:
    return claims_table(claim(f"a1.{n}", statement) for n, statement in enumerate(statements))


ARTICLES = articles_table(("a1", "Storm hits the coast", "Boats sank in the harbour.", "2031-03-02"))


def test_a_vector_from_the_cache_is_the_computed_one_to_the_bit(tmp_path: Path) -> None:
    cache, config = Cache(tmp_path / "values.sqlite"), EmbedConfig()
    first, second = HashEncoder(), HashEncoder()
    computed = embed(claims_of(*STATEMENTS), ARTICLES, config, cache, Silent(), lambda _: first)
    cached = embed(claims_of(*STATEMENTS), ARTICLES, config, cache, Silent(), lambda _: second)
    uncached = embed(claims_of(*STATEMENTS), ARTICLES, config, Cache(None), Silent(), lambda _: HashEncoder())
    assert len(first.asked) == 4 and second.asked == []
    for found in (cached, uncached):
        assert found.claims.tobytes() == computed.claims.tobytes()
        assert found.articles.tobytes() == computed.articles.tobytes()


def test_another_model_does_not_get_the_vectors_of_the_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "values.sqlite")
    other = HashEncoder("another model")
    embed(claims_of(*STATEMENTS), ARTICLES, EmbedConfig(), cache, Silent(), lambda _: HashEncoder())
    embed(claims_of(*STATEMENTS), ARTICLES, EmbedConfig(), cache, Silent(), lambda _: other)
    assert len(other.asked) == 4


def test_a_text_is_encoded_once_however_often_it_stands_there() -> None:
    encoder = HashEncoder()
    embed(claims_of(*STATEMENTS), ARTICLES, EmbedConfig(), Cache(None), Silent(), lambda _: encoder)
    assert sorted(encoder.asked) == sorted(set(encoder.asked))


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(4)), st.integers(1, 3))
def test_rows_follow_the_table_whatever_its_order_and_the_batch(order: list[int], batch: int) -> None:
    config = EmbedConfig(batch_size=batch)
    straight = embed(claims_of(*STATEMENTS), ARTICLES, config, Cache(None), Silent(), lambda _: HashEncoder())
    shuffled = claims_of(*(STATEMENTS[at] for at in order))
    found = embed(shuffled, ARTICLES, config, Cache(None), Silent(), lambda _: HashEncoder())
    assert np.array_equal(found.claims, straight.claims[order])


def test_vectors_have_length_one_and_articles_are_read_by_headline_and_lead() -> None:
    encoder = HashEncoder()
    long = articles_table(
        ("a1", "A headline", "x" * (2 * LEAD_CHARACTERS), ""), ("a2", "Told first", "Told first and more", "")
    )
    found = embed(claims_of(*STATEMENTS), long, EmbedConfig(), Cache(None), Silent(), lambda _: encoder)
    assert np.allclose(np.linalg.norm(np.concatenate([found.claims, found.articles]), axis=1), 1.0, atol=1e-5)
    assert f"A headline\n{'x' * LEAD_CHARACTERS}" in encoder.asked
    assert "Told first and more" in encoder.asked  # a headline that opens the text is not said twice


def test_no_claims_and_no_articles_give_empty_matrices() -> None:
    none = claims_table([claim("a1.0", "x")]).iloc[:0]
    found = embed(none, ARTICLES.iloc[:0], EmbedConfig(), Cache(None), Silent(), lambda _: HashEncoder())
    assert len(found.claims) == len(found.articles) == 0


def test_the_name_of_the_model_is_told() -> None:
    found = embed(claims_of("A word"), ARTICLES, EmbedConfig(), Cache(None), Silent(), lambda _: HashEncoder("m/1"))
    assert found.models == {"embedding": "m/1"}


class Device:
    def __init__(self, kind: str) -> None:
        self.type = kind


@pytest.mark.parametrize(
    ("precision", "device", "in_hardware", "chosen"),
    [
        ("auto", "cpu", True, "bfloat16"),
        ("auto", "cpu", False, "float32"),
        ("auto", "cuda", True, "float32"),
        ("float32", "cpu", True, "float32"),
        ("bfloat16", "cpu", False, "bfloat16"),
    ],
)
def test_half_precision_is_chosen_where_the_processor_has_it(
    precision: str, device: str, in_hardware: bool, chosen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "has_bfloat16", lambda: in_hardware)
    config = EmbedConfig(precision=precision)  # type: ignore[arg-type]
    assert loading._precision(config, Device(device)) == chosen  # type: ignore[arg-type]


@pytest.mark.model
@pytest.mark.parametrize("name", ["no-such/model-anywhere", "{folder}"])
def test_a_model_that_is_not_here_is_told_as_missing(name: str, tmp_path: Path) -> None:
    with pytest.raises(ModelMissing) as told:
        SentenceTransformerEncoder(EmbedConfig(model=name.format(folder=tmp_path)))
    assert told.value.exit_code == 4
    assert "can't be loaded" in told.value.message and "[embed] model" in told.value.hint


@pytest.mark.model
def test_both_precisions_of_the_packaged_model_give_nearly_the_same_vectors() -> None:
    texts = ["At least nine people were killed when the ferry sank", "The ferry sank and nine died", "Taxes will rise"]
    full = SentenceTransformerEncoder(EmbedConfig(precision="float32"))
    half = SentenceTransformerEncoder(EmbedConfig(precision="bfloat16"))
    one, two = full.encode(texts), half.encode(texts)
    assert full.name != half.name
    assert np.allclose(np.linalg.norm(one, axis=1), 1.0, atol=1e-5)
    assert np.abs(np.sum(one * two, axis=1) - 1).max() < 0.005
    assert one[0] @ one[1] > 0.7 > 0.3 > one[0] @ one[2]
