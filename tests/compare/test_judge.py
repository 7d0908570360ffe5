"""The judge: probabilities, what each column adds, thresholds, reasons, which pairs are read, and the whole room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
import pytest
from claim_rows import claim, claims_table, exactly, name
from hypothesis import given, settings
from hypothesis import strategies as st

from xref.cache import Cache
from xref.compare import Judged, comparisons, judge, rows_of
from xref.compare.cross_encoder import Floats, TextPair
from xref.compare.decide import OPENINGS, judgements, relation_of
from xref.compare.explain import explain_pair
from xref.compare.model import LINKED, RELATIONS, JudgeModel, Regression, load
from xref.compare.reading import HOPELESS, likeliest, with_verdicts
from xref.compare.sides import Comparison
from xref.compare.signals import COLUMNS, SIGNALS, values
from xref.config import CompareConfig
from xref.progress import Silent
from xref.tables import Candidates, checked

from .sides_made_up import comparison, pair, side

CONFIG = CompareConfig()
NO_CACHE = Cache(None)
TERMS = (*COLUMNS, f"{COLUMNS[0]}*{COLUMNS[2]}", f"{COLUMNS[4]}*{COLUMNS[4]}")
FILES = ("judge.json", "judge-none.json")


class WordsEncoder:
    """Entailment is the share of the second text's words in the first; contradiction is a "not" in one of them."""

    name = "words"

    def __init__(self) -> None:
        self.read: list[TextPair] = []

    def score(self, pairs: Sequence[TextPair]) -> Floats:
        self.read += pairs
        return np.array([self._row(*texts) for texts in pairs], dtype=np.float32)

    def _row(self, one: str, two: str) -> tuple[float, float, float]:
        shared = len(set(one.split()) & set(two.split())) / len(set(two.split()))
        against = 0.5 * (("not" in one) != ("not" in two))
        return shared * (1 - against), 1 - shared, shared * against


def random_model(seed: int) -> JudgeModel:
    rng = np.random.default_rng(seed)
    link = Regression(TERMS, rng.normal(size=(1, len(TERMS))), rng.normal(size=1))
    return JudgeModel(link, Regression(TERMS, rng.normal(size=(len(LINKED), len(TERMS))), rng.normal(size=len(LINKED))))


def model_of(**weights: dict[str, float]) -> JudgeModel:
    """A judge whose link is certain and whose contrast weighs single columns, by relation."""
    columns = tuple(sorted({column for one in weights.values() for column in one}))
    contrast = np.array([[weights.get(r, {}).get(column, 0.0) for column in columns] for r in LINKED])
    link = Regression(columns, np.zeros((1, len(columns))), np.array([9.0]))
    return JudgeModel(link, Regression(columns, contrast, np.zeros(len(LINKED))))


rows = st.integers(0, 2**32 - 1).map(lambda seed: np.random.default_rng(seed).random((5, len(COLUMNS))))


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6), rows)
def test_the_probabilities_of_a_pair_sum_to_one(seed: int, some: Floats) -> None:
    found = random_model(seed).probabilities(some)
    assert found.shape == (5, len(RELATIONS))
    assert (found >= 0).all() and np.allclose(found.sum(axis=1), 1.0)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6), rows, st.sampled_from(RELATIONS))
def test_what_the_columns_add_is_the_change_of_log_odds_against_a_pair_of_nothing(
    seed: int, some: Floats, relation: str
) -> None:
    model = random_model(seed)

    def log_odds(row: Floats) -> float:
        chances = np.log(model.probabilities(row[None, :])[0])
        unrelated = chances[RELATIONS.index("unrelated")]
        linked = np.log(1 - np.exp(unrelated)) - unrelated
        if relation == "unrelated":
            return float(-linked)
        others = [RELATIONS.index(r) for r in LINKED if r != relation]
        return float(linked + chances[RELATIONS.index(relation)] - chances[others].mean())

    added = model.contributions(some, [relation] * len(some))
    assert added.shape == some.shape
    assert added[0].sum() == pytest.approx(log_odds(some[0]) - log_odds(np.zeros(len(COLUMNS))), abs=1e-6)


@pytest.mark.parametrize("file", FILES)
def test_the_shipped_judges_know_only_columns_that_are_measured(file: str) -> None:
    model = load(file)
    known = {column for part in (model.link, model.contrast) for term in part.terms for column in term.split("*")}
    assert known <= set(COLUMNS)
    assert np.isfinite(model.probabilities(np.zeros((1, len(COLUMNS))))).all()


def test_the_judge_without_a_cross_encoder_asks_for_none_of_its_verdicts() -> None:
    model = load("judge-none.json")
    verdicts = set(next(s for s in SIGNALS if s.name == "entailment").columns)
    row = np.full((1, len(COLUMNS)), 0.5)
    unread = row.copy()
    unread[:, [COLUMNS.index(column) for column in verdicts]] = 0.0
    assert np.allclose(model.probabilities(row), model.probabilities(unread))


@pytest.mark.parametrize(
    ("chances", "relation"),
    [
        ((0.7, 0.1, 0.1, 0.1), "agree"),
        ((0.1, 0.7, 0.1, 0.1), "conflict"),
        ((0.1, 0.1, 0.7, 0.1), "update"),
        ((0.1, 0.1, 0.1, 0.7), "unrelated"),
        ((0.4, 0.3, 0.2, 0.1), "unrelated"),  # the likeliest, but below its threshold
        ((0.5, 0.5, 0.0, 0.0), "agree"),
    ],
)
def test_a_relation_has_to_reach_its_threshold(chances: tuple[float, ...], relation: str) -> None:
    config = CompareConfig(agree_threshold=0.5, conflict_threshold=0.5, update_threshold=0.5)
    assert relation_of(np.array(chances), config) == relation


def test_a_higher_threshold_makes_a_relation_rarer_and_not_another() -> None:
    chances = np.array([0.1, 0.6, 0.2, 0.1])
    assert relation_of(chances, replace_config(conflict_threshold=0.6)) == "conflict"
    assert relation_of(chances, replace_config(conflict_threshold=0.61)) == "unrelated"


def replace_config(**options: float) -> CompareConfig:
    return CompareConfig(**{"agree_threshold": 0.5, "update_threshold": 0.5, **options})  # type: ignore[arg-type]


def judged_reason(found: Comparison, model: JudgeModel) -> Any:
    row = np.array(values(found))
    config = replace_config(conflict_threshold=0.3)
    return judgements([found], row[None, :], model.probabilities(row[None, :]), model, config)[0]


def test_the_reason_opens_with_the_relation_and_the_deciding_signal_is_its_basis() -> None:
    found = pair(a_quantities=[exactly(400)], b_quantities=[exactly(40)])
    told = judged_reason(found, model_of(conflict={"quantity_apart": 3.0, "similarity": 1.0}))
    assert (told.relation, told.basis) == ("conflict", "quantity")
    assert told.reason == (
        "They can't both be true: “400 people” against “40 people”: figures that exclude each other; "
        "the wordings are related in meaning."
    )


def test_a_sentence_that_speaks_against_the_relation_is_no_reason_for_it() -> None:
    days = {f"{x}_event_{end}": f"2031-03-0{n}" for x, n in (("a", 4), ("b", 5)) for end in ("from", "to")}
    found = pair(**days, a_date_text="Tuesday", b_date_text="Wednesday", similarity=0.7)
    told = judged_reason(found, model_of(agree={"date_apart": 3.0, "similarity": 1.0}))
    assert told.relation == "agree"
    assert told.reason == "The same fact: the wordings are alike in meaning."


def test_a_pair_that_nothing_speaks_for_says_so() -> None:
    unsure = JudgeModel(
        Regression(("similarity",), np.array([[0.0]]), np.array([-9.0])),
        Regression(("similarity",), np.zeros((3, 1)), np.zeros(3)),
    )
    assert judged_reason(pair(), unsure).reason == "Not the same fact: nothing shows that both answer one question."


def test_reasons_hold_at_most_three_sentences_and_no_stems() -> None:
    statement = "Ministers denied that the armies retreated"
    found = pair(statement, statement, a_names=[name("Ada Lorn")], b_names=[name("Ada Lorn")], similarity=0.9)
    weights = dict.fromkeys(("similarity", "words_most", "names_shared", "predicate_same", "words_rare"), 1.0)
    told = judged_reason(found, model_of(agree=weights))
    assert len(told.reason.split("; ")) <= 3
    words = {word.strip("“”,;:. ") for word in told.reason.split()}
    assert {"Ministers", "denied", "armies", "retreated"} <= words
    assert not words & {"minist", "deni", "armi", "retreat"}


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**6))
def test_every_reason_is_one_sentence_of_its_relation(seed: int) -> None:
    found = pair("Nine boats sank", "Nine boats were lost", a_quantities=[exactly(9)], b_quantities=[exactly(9)])
    told = judged_reason(found, random_model(seed))
    assert told.reason.startswith(OPENINGS[told.relation])
    assert told.reason.endswith(".") and not told.reason.endswith("..")
    assert told.basis in {signal.name for signal in SIGNALS}
    assert 0.0 <= told.score <= 1.0


def grid(count: int) -> list[Comparison]:
    """All pairs of the claims of two articles, `count` each."""
    left, right = ([side(f"{article}.{n}") for n in range(count)] for article in "ab")
    return [comparison(a, b) for a in left for b in right]


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 4), st.integers(0, 10**6))
def test_no_claim_is_read_more_often_than_allowed_and_none_is_left_out_without_need(most: int, seed: int) -> None:
    pairs = grid(5)
    related = np.random.default_rng(seed).random(len(pairs)) * 2 * HOPELESS
    chosen = likeliest(pairs, rows_of(pairs), related, most)
    used = Counter(key for at in chosen for key in (pairs[at].a.claim_id, pairs[at].b.claim_id))
    assert max(used.values(), default=0) <= most
    for at in set(range(len(pairs))) - set(chosen):
        full = max(used[pairs[at].a.claim_id], used[pairs[at].b.claim_id]) == most
        assert full or related[at] < HOPELESS


def test_the_likeliest_pairs_are_read_first() -> None:
    pairs = grid(2)
    assert likeliest(pairs, rows_of(pairs), np.array([0.1, 0.9, 0.8, 0.2]), 1) == [1, 2]


def test_of_one_article_only_what_may_contradict_itself_is_read() -> None:
    one = side("a.1", "Nine boats sank", quantities=[exactly(9, counted="boat")])
    again, other = (side(f"a.{n}", f"{n} boats sank", quantities=[exactly(n, counted="boat")]) for n in (9, 4))
    pairs = [comparison(one, again), comparison(one, other)]
    assert likeliest(pairs, rows_of(pairs), np.array([0.9, 0.9]), 10) == [1]


def test_both_directions_are_read_of_the_chosen_pairs_only() -> None:
    encoder = WordsEncoder()
    pairs = [pair("Nine boats sank", "Nine boats sank off Orvale"), pair("Trams stopped", "Taxes rose")]
    first, second = with_verdicts(pairs, np.array([True, False]), encoder, NO_CACHE, Silent())
    assert set(encoder.read) == {
        ("Nine boats sank", "Nine boats sank off Orvale"),
        ("Nine boats sank off Orvale", "Nine boats sank"),
    }
    assert first.verdicts.entails_ba == 1.0 > first.verdicts.entails_ab
    assert second is pairs[1]


CLAIMS = (
    claim("a.1", "At least 9 people died when the ferry sank", quantities=[exactly(9, measure="killed")]),
    claim("a.2", "The ferry company did not check the hull", negated=True, names=[name("Orvale Lines")]),
    claim("b.1", "The ferry sank and 14 people died", quantities=[exactly(14, measure="killed")]),
    claim("b.2", "Orvale Lines said it did check the hull", names=[name("Orvale Lines")]),
    claim("c.1", "9 people died when the ferry sank", quantities=[exactly(9, measure="killed")]),
    claim("c.2", "Schools stayed shut on Friday"),
)
CANDIDATES = checked(
    Candidates,
    pd.DataFrame(
        [
            (one["claim_id"], other["claim_id"], 0.6, "meaning", True)
            for one in CLAIMS
            for other in CLAIMS
            if one["claim_id"] < other["claim_id"] and one["article_id"] != other["article_id"]
        ],
        columns=["claim_a", "claim_b", "similarity", "why", "same_story"],
    ),
)


def room(encoder: WordsEncoder | None, candidates: pd.DataFrame = CANDIDATES, **options: Any) -> Judged:
    config = CompareConfig(**options)
    return judge(candidates, claims_table(CLAIMS), config, NO_CACHE, Silent(), lambda _: encoder)


def test_every_candidate_is_judged_once_with_its_signals_beside_it() -> None:
    found = room(WordsEncoder())
    for table in (found.pairs, found.signals):
        assert table[["claim_a", "claim_b"]].equals(CANDIDATES[["claim_a", "claim_b"]])
    assert list(found.signals.columns) == ["claim_a", "claim_b", "read", *COLUMNS]
    assert found.models == {"cross-encoder": "words"}
    chances = found.pairs[["p_agree", "p_conflict", "p_update"]]
    assert (chances.sum(axis=1) <= 1.001).all()
    assert found.pairs["reason"].str.len().min() > 10


def test_no_claim_is_read_more_often_than_the_config_says() -> None:
    found = room(WordsEncoder(), max_read=1).signals
    read = found[found["read"]]
    assert 0 < len(read) < len(found)
    assert pd.concat([read["claim_a"], read["claim_b"]]).is_unique


def test_without_a_cross_encoder_nothing_is_read_and_no_reason_speaks_of_reading() -> None:
    found = room(None)
    assert found.models == {"cross-encoder": "none"}
    assert not found.signals["read"].any()
    assert not found.pairs["reason"].str.contains("read side by side").any()


def test_without_candidates_no_model_is_loaded() -> None:
    def forbidden(config: CompareConfig) -> None:
        raise AssertionError("loaded")

    found = judge(CANDIDATES.iloc[:0], claims_table(CLAIMS), CONFIG, NO_CACHE, Silent(), forbidden)
    assert found.pairs.empty and found.signals.empty


@settings(max_examples=8, deadline=None)
@given(st.permutations(range(len(CANDIDATES))))
def test_a_judgement_does_not_depend_on_the_order_of_the_candidates(order: list[int]) -> None:
    straight = room(WordsEncoder()).pairs.set_index(["claim_a", "claim_b"])
    mixed = room(WordsEncoder(), CANDIDATES.iloc[order]).pairs.set_index(["claim_a", "claim_b"])
    assert mixed.loc[straight.index].equals(straight)


def test_the_closest_claims_of_two_articles_know_it() -> None:
    candidates = CANDIDATES.assign(similarity=0.4)
    candidates.loc[(candidates["claim_a"] == "a.1") & (candidates["claim_b"] == "b.1"), "similarity"] = 0.9
    found = {(p.a.claim_id, p.b.claim_id): p.margins for p in comparisons(candidates, claims_table(CLAIMS), CONFIG)}
    assert found["a.1", "b.1"] == (0.0, 0.0)
    assert found["a.1", "b.2"] == pytest.approx((0.5, 0.0))


def test_an_explanation_adds_up_to_what_the_judge_added_and_tells_the_largest_first() -> None:
    found = room(WordsEncoder())
    for (_, row), relation in zip(found.signals.iterrows(), found.pairs["relation"], strict=True):
        terms = explain_pair(claims_table(CLAIMS), row, relation, CONFIG.number_tolerance)
        sizes = [abs(term.contribution) for term in terms]
        assert sizes == sorted(sizes, reverse=True)
        assert {term.signal for term in terms} == {signal.name for signal in SIGNALS}
        values_of = np.array([row[column] for column in COLUMNS], dtype=float)
        model = load("judge.json" if row["read"] else "judge-none.json")
        added = model.contributions(values_of[None, :], [relation])
        assert sum(term.contribution for term in terms) == pytest.approx(added.sum())


def test_an_explanation_says_what_the_judgement_said() -> None:
    found = room(WordsEncoder())
    for (_, row), judged in zip(found.signals.iterrows(), found.pairs.itertuples(), strict=True):
        sentences = {term.sentence for term in explain_pair(claims_table(CLAIMS), row, judged.relation, 0.01)}
        told = judged.reason.removeprefix(f"{OPENINGS[judged.relation]}: ").removesuffix(".")
        if "nothing shows" not in told and "small signs" not in told:
            assert set(told.split("; ")) <= sentences


def test_an_unknown_relation_is_refused() -> None:
    row = room(None).signals.iloc[0]
    with pytest.raises(ValueError, match="no relation 'friends'"):
        explain_pair(claims_table(CLAIMS), row, "friends", 0.01)
