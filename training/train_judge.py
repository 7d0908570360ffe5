"""Fits the judge: logistic regressions over the signals, cross-validated by event.

    python training/train_judge.py --events EVENTS training/events [--no-cross-encoder] [--out FILE] [--folds FOLDER]

Each place of events holds one folder an event: articles/ and gold.json, pairs.jsonl; the example corpus is one more.
Every event is read with the present rooms, its candidate pairs get the labels of gold, and the model is fitted on all
events but one, in turn, to tell how it does on the one left out; what is written is fitted on all. Pairs that gold says
nothing about count as `unrelated` with a small weight: annotators listed what they saw, so most of them are. So do
pairs with the most alike claims of another event. Agreeing pairs are also turned into conflicts and updates
(`perturbed.py`), with a small weight, since events hold few of their own; and pairs that agree or are unrelated are
denied.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd
from gold_pairs import GoldEvent
from perturbed import DENIAL, denied, perturbed
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, precision_recall_curve
from sklearn.preprocessing import StandardScaler

from xref import claims, embed, ingest, match, stories
from xref.cache import Cache
from xref.claims.parser import load_parser
from xref.compare import comparisons, cross_encoder, rows_of
from xref.compare.model import CONTRAST_TERMS, LINK_TERMS, LINKED, RELATIONS, JudgeModel, Regression, term_values
from xref.compare.reading import with_verdicts
from xref.compare.sides import Comparison, Verdicts, aligned_quantities
from xref.compare.signals import COLUMNS
from xref.config import Config
from xref.outlets import Directory
from xref.progress import Silent

Floats = npt.NDArray[np.float64]
Matrix = npt.NDArray[np.float32]

UNLABELLED_WEIGHT = 0.3
REGULARISATION = 0.1
STRANGERS, PARTNERS = 900, 3
"""Pairs of an event with another, the most alike; partners a claim has there."""
CACHE = Path.home() / ".cache" / "xref" / "values.sqlite"


@dataclass(frozen=True)
class EventPairs:
    """Candidate pairs of one event."""

    name: str
    rows: Floats
    """Signal values, shape (pairs, columns)."""
    labels: npt.NDArray[np.str_]
    """A relation, `ambiguous`, or "" where gold says nothing."""
    made_rows: Floats
    """Signal values of the conflicts and updates made from its agreements."""
    made_labels: npt.NDArray[np.str_]
    made_weights: Floats
    """Shape (made pairs, 2): for the link, for the contrast."""
    claims: pd.DataFrame
    vectors: Matrix
    """Unit vectors of the claims' statements, row by row."""
    strange_rows: Floats
    """Signal values of pairs with claims of another event, which have nothing to do with each other."""


def event_folders(places: Sequence[Path]) -> list[Path]:
    """The annotated events in each place, in order of name."""
    return [folder for place in places for folder in sorted(place.iterdir()) if (folder / "gold.json").exists()]


def read_event(folder: Path, with_encoder: bool) -> EventPairs:
    """Runs the rooms up to the signals over one event: its articles in `articles/`, or the folder itself."""
    config, progress, directory, cache = Config(), Silent(), Directory(), Cache(CACHE)
    articles = folder / "articles" if (folder / "articles").is_dir() else folder
    read = ingest.read_folder(articles, config.ingest, directory, progress)
    found = claims.extract(read.articles, read.blocks, config.claims, directory, progress)
    vectors = embed.embed(found.claims, read.articles, config.embed, cache, progress)
    near = stories.group(read.articles, vectors.articles, config.stories)
    candidates = match.propose(found.claims, near.stories, near.neighbours, vectors.claims, config.match)
    encoder = cross_encoder.load(config.compare) if with_encoder else None
    pairs = comparisons(candidates, found.claims, config.compare)
    keys = list(zip(candidates["claim_a"], candidates["claim_b"], strict=True))
    similarity = dict(zip(keys, candidates["similarity"], strict=True))
    labels = GoldEvent(folder, read.articles, found.claims).labels(similarity)
    if encoder:
        pairs = with_verdicts(pairs, np.ones(len(pairs), dtype=bool), encoder, cache, progress)
    told = np.array([labels.get(key, "") for key in keys])
    across = np.array([pair.a.article_id != pair.b.article_id for pair in pairs])
    agreeing = [pair for pair, label in zip(pairs, told, strict=True) if label == "agree"]
    made = [*made_pairs(agreeing, encoder, config, cache), *denied_pairs(pairs, told)]
    return EventPairs(
        folder.name,
        rows_of(pairs)[across],
        told[across],
        rows_of([pair for pair, *_ in made]),
        np.array([label for _, label, _ in made], dtype=np.str_),
        np.array([weights for *_, weights in made], dtype=np.float64).reshape(len(made), 2),
        found.claims,
        vectors.claims,
        np.empty((0, len(COLUMNS))),
    )


def read_events(folders: Sequence[Path], with_encoder: bool) -> list[EventPairs]:
    """Every event, each with pairs of its claims and those of the event before it."""
    events = [read_event(folder, with_encoder) for folder in folders]
    before = [events[-1], *events[:-1]]
    return [
        replace(event, strange_rows=strangers(event, other, with_encoder))
        for event, other in zip(events, before, strict=True)
    ]


def strangers(one: EventPairs, two: EventPairs, with_encoder: bool) -> Floats:
    """Signal values of the claims of `one` beside those of another event that are most like them."""
    config, cache = Config().compare, Cache(CACHE)
    similarity = one.vectors @ two.vectors.T
    partners = np.argsort(-similarity, axis=1, kind="stable")[:, :PARTNERS]
    rows = np.repeat(np.arange(len(one.claims)), partners.shape[1])
    alike = similarity[rows, partners.ravel()]
    best = np.argsort(-alike, kind="stable")[:STRANGERS]
    here, there = one.claims["claim_id"].to_numpy(object), two.claims["claim_id"].to_numpy(object)
    a, b = here[rows[best]], there[partners.ravel()[best]]
    candidates = pd.DataFrame(
        {"claim_a": a, "claim_b": b, "similarity": alike[best].astype(float).round(3), "same_story": False}
    )
    pairs = comparisons(candidates, pd.concat([one.claims, two.claims], ignore_index=True), config)
    if with_encoder and (encoder := cross_encoder.load(config)):
        pairs = with_verdicts(pairs, np.ones(len(pairs), dtype=bool), encoder, cache, Silent())
    return rows_of(pairs)


def made_pairs(
    agreeing: list[Comparison], encoder: cross_encoder.CrossEncoder | None, config: Config, cache: Cache
) -> list[tuple[Comparison, str, tuple[float, float]]]:
    """Conflicts and updates made from pairs that agree, read by the same cross-encoder."""
    rng, nlp, tolerance = random.Random(5), load_parser(""), config.compare.number_tolerance
    turned = [(pair, *made) for pair in agreeing for made in perturbed(pair, nlp, tolerance, rng)]
    made = [
        replace(pair, a=a, b=b, verdicts=Verdicts(), aligned=aligned_quantities(a, b, tolerance))
        for pair, a, b, *_ in turned
    ]
    if encoder:
        made = with_verdicts(made, np.ones(len(made), dtype=bool), encoder, cache, Silent())
    return [(pair, relation, weight) for pair, (*_, relation, weight) in zip(made, turned, strict=True)]


def denied_pairs(
    pairs: Sequence[Comparison], told: npt.NDArray[np.str_]
) -> list[tuple[Comparison, str, tuple[float, float]]]:
    """Pairs that agree or are unrelated with one side denied: conflicts, and unrelated as before."""
    found = []
    for pair, label in zip(pairs, told, strict=True):
        if label in ("agree", "unrelated", "") and pair.a.article_id != pair.b.article_id and (no := denied(pair)):
            link = DENIAL[0] * (1.0 if label else UNLABELLED_WEIGHT)
            found.append((no, "conflict" if label == "agree" else "unrelated", (link, DENIAL[1])))
    return found


def training_rows(events: list[EventPairs], linked_only: bool) -> tuple[Floats, npt.NDArray[np.str_], Floats]:
    """Signal values, labels and weights; ambiguous pairs are left out. Every event weighs by the root of its pairs.

    With `linked_only` the pairs of one question alone, else all.
    """
    rows, labels, weights = [], [], []
    for event in events:
        label = np.where(event.labels == "", "unrelated", event.labels)
        weight = np.where(event.labels == "", UNLABELLED_WEIGHT, 1.0)
        keep = (label != "ambiguous") & ((label != "unrelated") | (not linked_only))
        share = (100.0 / max(np.sum(event.labels != ""), 1)) ** 0.5
        made = (event.made_labels != "unrelated") | (not linked_only)
        rows += [event.rows[keep], event.made_rows[made]]
        labels += [label[keep], event.made_labels[made]]
        weights += [weight[keep] * share, event.made_weights[made, int(linked_only)] * share]
        if not linked_only:
            rows.append(event.strange_rows)
            labels.append(np.full(len(event.strange_rows), "unrelated"))
            weights.append(np.full(len(event.strange_rows), UNLABELLED_WEIGHT * share))
    return np.concatenate(rows), np.concatenate(labels), np.concatenate(weights)


def fit(
    events: list[EventPairs], link_terms: Sequence[str] = LINK_TERMS, contrast_terms: Sequence[str] = CONTRAST_TERMS
) -> JudgeModel:
    """Both regressions, for values as they are (the scaling is folded in)."""
    rows, labels, weights = training_rows(events, linked_only=False)
    is_linked = np.where(labels == "unrelated", "unrelated", "link")
    link = _regression(rows, is_linked, weights, tuple(link_terms), ("link",))
    return JudgeModel(link, _regression(*training_rows(events, linked_only=True), tuple(contrast_terms), LINKED))


def _regression(
    rows: Floats, labels: npt.NDArray[np.str_], weights: Floats, terms: tuple[str, ...], outcomes: tuple[str, ...]
) -> Regression:
    values = term_values(rows, terms)
    scaler = StandardScaler().fit(values, sample_weight=weights)
    model = LogisticRegression(C=REGULARISATION, max_iter=5000)
    model.fit(scaler.transform(values), labels, sample_weight=weights)
    if len(outcomes) == 1:  # scikit-learn gives the logit of the class that is last in the alphabet
        sign = 1.0 if model.classes_[1] == outcomes[0] else -1.0
        scaled, intercepts = sign * model.coef_, sign * model.intercept_
    else:
        order = [list(model.classes_).index(outcome) for outcome in outcomes]
        scaled, intercepts = model.coef_[order], model.intercept_[order]
    coefficients = scaled / scaler.scale_
    return Regression(terms, coefficients, intercepts - coefficients @ scaler.mean_)


def left_out(
    events: list[EventPairs], link_terms: Sequence[str] = LINK_TERMS, contrast_terms: Sequence[str] = CONTRAST_TERMS
) -> list[Floats]:
    """Probabilities of each event's pairs from a model that has not seen the event."""
    others = [[other for other in events if other is not event] for event in events]
    return [fit(o, link_terms, contrast_terms).probabilities(e.rows) for o, e in zip(others, events, strict=True)]


def recall_at(truth: npt.NDArray[np.bool_], score: Floats, precision: float) -> tuple[float, float]:
    """Best recall at that precision, and its threshold."""
    precisions, recalls, thresholds = precision_recall_curve(truth, score)
    fine = [(r, t) for p, r, t in zip(precisions, recalls, thresholds, strict=False) if p >= precision]
    return max(fine, default=(0.0, 1.0))


def report(events: list[EventPairs], found: list[Floats]) -> dict[str, object]:
    """Figures on the labelled pairs of the events left out, by relation."""
    labels = np.concatenate([e.labels for e in events])
    scores = np.concatenate(found)
    told = (labels != "") & (labels != "ambiguous")
    figures: dict[str, object] = {"pairs": len(labels), "labelled": int(told.sum())}
    for at, relation in enumerate(RELATIONS[:3]):
        truth = labels[told] == relation
        recall, threshold = recall_at(truth, scores[told, at], 0.8)
        strict, higher = recall_at(truth, scores[told, at], 0.9)
        figures[relation] = {
            "gold": int(truth.sum()),
            "average_precision": round(float(average_precision_score(truth, scores[told, at])), 3),
            "recall_at_80": [round(recall, 3), round(float(threshold), 3)],
            "recall_at_90": [round(strict, 3), round(float(higher), 3)],
        }
    return figures


def main() -> None:
    """Fits, tells the figures, writes the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=Path, nargs="+", required=True)
    parser.add_argument("--corpus", type=Path, default=Path("corpus"), help="the example corpus, with its gold.json")
    parser.add_argument("--no-cross-encoder", action="store_true")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--folds", type=Path, help="also write each event's judge, fitted without it, into this folder")
    args = parser.parse_args()
    events = read_events([*event_folders(args.events), args.corpus], not args.no_cross_encoder)
    for event in events:
        print(event.name, len(event.rows), pd.Series(event.labels).value_counts().to_dict())
    figures = report(events, left_out(events))
    print(json.dumps(figures, indent=1))
    if args.folds:
        for event in events:
            write(args.folds / f"{event.name}.json", [o for o in events if o is not event], {})
    if args.out:
        write(args.out, events, figures)


def write(path: Path, events: list[EventPairs], figures: dict[str, object]) -> None:
    """Writes the coefficients, rounded to what matters."""
    model = fit(events)
    document = {
        "trained_on": f"{len(events)} annotated news events, {sum(len(e.rows) for e in events)} candidate pairs",
        "cross_validation_by_event": figures,
        "link": _section(model.link, ("link",)),
        "contrast": _section(model.contrast, LINKED),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")


def _section(regression: Regression, outcomes: tuple[str, ...]) -> dict[str, object]:
    by_term = {
        term: {o: round(float(c), 5) for o, c in zip(outcomes, column, strict=True)}
        for term, column in zip(regression.terms, regression.coefficients.T, strict=True)
    }
    intercepts = {o: round(float(c), 5) for o, c in zip(outcomes, regression.intercepts, strict=True)}
    return {"intercepts": intercepts, "coefficients": by_term}


if __name__ == "__main__":
    main()
