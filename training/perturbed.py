"""Conflicts and updates made from pairs that agree: another number, a negation, a denial, another date or name.

Annotated events hold few conflicts, and nearly all updates stand in one of them. A pair of claims that state one fact
becomes a conflict, or an update of a running count, when one of the two says something else, which is done here to
its statement and its values alike, so that every signal reads it as it would a real one.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

from rule_pairs import negated
from spacy.language import Language

from xref.compare.aligned import RUNNING, Standing
from xref.compare.sides import Comparison, Side, aligned_quantities
from xref.compare.signals.negation import differs
from xref.values import Quantity

FACTORS = (0.3, 0.5, 0.7, 0.85, 1.2, 1.5, 2.0, 3.0)
Made = tuple[Side, Side, str, tuple[float, float]]
NUMBER, POLARITY, DATE, NAME = (0.15, 0.3), (0.0, 0.1), (0.0, 0.1), (0.0, 0.1)
"""Weights of the made pairs for the link and for the contrast. A changed number stays a number of the same thing; a
made negation, date or name would teach that any claims so differing answer one question."""
DENIAL = (0.3, 0.1)
"""The same of made denials, which have a link: unrelated pairs are denied as well, and stay unrelated."""
NAMES = {
    "person": ("Brandt", "Osk", "Verlaine", "Adeyemi", "Lindqvist", "Marchetti"),
    "place": ("Halven", "Norvia", "Estrand", "Kelbrook", "Tavira", "Montrose"),
}
"""Made-up names, another of which takes the place of one."""


def perturbed(pair: Comparison, nlp: Language, tolerance: float, rng: random.Random) -> Iterator[Made]:
    """Two sides, their relation and its weight, for every way in which the agreeing `pair` can be turned."""
    sides = [pair.a, pair.b]
    rng.shuffle(sides)
    kept, turned = sides
    yield from _other_number(kept, turned, tolerance, rng)
    yield from _negated(kept, turned, nlp)
    yield from _other_date(kept, turned, rng)
    yield from _other_name(kept, turned, rng)


def _other_number(kept: Side, turned: Side, tolerance: float, rng: random.Random) -> Iterator[Made]:
    same = [p for p in aligned_quantities(kept, turned, tolerance) if p.standing is Standing.SAME and p.b.value]
    if not same:
        return
    pairing = rng.choice(same)
    old = pairing.b
    factor = rng.choice(FACTORS)
    value = max(1.0, round((old.value or 1.0) * factor))
    words = f"{value:,.0f}"
    if value == old.value or old.text not in turned.statement:
        return
    new = replace(old, low=_scaled(old.low, factor), high=_scaled(old.high, factor), value=value, text=words)
    statement = turned.statement.replace(old.text, _renumbered(old, words))
    quantities = tuple(new if q == old else q for q in turned.quantities)
    later_smaller = ((turned.published or 0) - (kept.published or 0)) * (value - (old.value or 0)) < 0
    running = old.measure in RUNNING and not old.part and not (later_smaller and kept.speaker != turned.speaker)
    relation = "update" if running else "conflict"
    yield kept, turned.reworded(statement, quantities=quantities), relation, NUMBER


def _renumbered(old: Quantity, words: str) -> str:
    """The quantity's words with another number: "at least 400 soldiers" to "at least 90 soldiers"."""
    parts = old.text.split()
    places = [i for i, part in enumerate(parts) if any(c.isdigit() for c in part)]
    if not places:
        return f"{words} {parts[-1]}" if len(parts) > 1 else words
    parts[places[0]] = words
    return " ".join(parts)


def _scaled(bound: float | None, factor: float) -> float | None:
    return None if bound is None else max(1.0, round(bound * factor))


def _negated(kept: Side, turned: Side, nlp: Language) -> Iterator[Made]:
    if turned.negated or kept.negated:
        return
    statement = negated(nlp(turned.statement))
    if statement:
        yield kept, turned.reworded(statement, negated=True), "conflict", POLARITY


def denied(pair: Comparison) -> Comparison | None:
    """The pair with one side denied, by the other speaker; None when one of them speaks of no or both have one speaker.

    Whether both are about one question stays as it was, and nothing has to be read again.
    """
    if (pair.a.stance, pair.b.stance) != ("asserts", "asserts") or pair.a.speaker == pair.b.speaker:
        return None
    general, other = (pair.a, pair.b) if len(pair.a.words) <= len(pair.b.words) else (pair.b, pair.a)
    no = replace(general, stance="denies", cue="denied")
    turned = replace(pair, a=no, b=other) if general is pair.a else replace(pair, a=other, b=no)
    return turned if differs(turned) else None


def _other_name(kept: Side, turned: Side, rng: random.Random) -> Iterator[Made]:
    """Another last word in a name that both sides have."""
    norms = {name.norm for name in kept.names}
    shared = [n for n in turned.names if n.kind in NAMES and n.norm in norms and n.text in turned.statement]
    if not shared:
        return
    old = rng.choice(shared)
    words = old.text.split()
    text = " ".join([*words[:-1], rng.choice(NAMES[old.kind])])
    statement = turned.statement.replace(old.text, text)
    names = tuple(replace(n, text=text, norm=text) if n == old else n for n in turned.names)
    yield kept, turned.reworded(statement, names=names), "conflict", NAME


def _other_date(kept: Side, turned: Side, rng: random.Random) -> Iterator[Made]:
    if turned.event is None or kept.event is None or turned.event[1] - turned.event[0] > 2:
        return
    shift = rng.choice((-30, -7, -2, 2, 7, 30))
    event = (turned.event[0] + shift, turned.event[1] + shift)
    yield kept, replace(turned, event=event), "conflict", DATE
