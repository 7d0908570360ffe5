"""Who did it to whom: same predicate with the same, other or exchanged parts."""

from __future__ import annotations

from xref.compare.sides import Comparison, Side, stem, written
from xref.compare.signals.signal import RELATED, Signal
from xref.values import Role


def _same(one: str, two: str) -> bool:
    return bool(one) and bool(two) and one.casefold() == two.casefold()


def _matches(pair: Comparison) -> list[tuple[Role, Role]]:
    return [(x, y) for x in pair.a.roles for y in pair.b.roles if stem(x.predicate) == stem(y.predicate)]


def _exchanged(x: Role, y: Role) -> bool:
    return _same(x.agent, y.patient) and _same(x.patient, y.agent)


def _measure(pair: Comparison) -> tuple[float, float, float]:
    matches = _matches(pair)
    parts = max(((_same(x.agent, y.agent) + _same(x.patient, y.patient)) / 2 for x, y in matches), default=0.0)
    return float(bool(matches)), parts, float(any(_exchanged(x, y) for x, y in matches))


def _describe(pair: Comparison) -> str:
    for x, y in _matches(pair):
        if _exchanged(x, y):
            one, two = (_told(side, (r.agent, r.predicate, r.patient)) for side, r in ((pair.a, x), (pair.b, y)))
            return f"who did it to whom is exchanged: “{one}” against “{two}”"
        agent = x.agent if _same(x.agent, y.agent) else ""
        patient = x.patient if _same(x.patient, y.patient) else ""
        if agent or patient:
            return f"both say: {_told(pair.a, (agent, x.predicate, patient))}"
    return ""


def _told(side: Side, parts: tuple[str, ...]) -> str:
    """Lemmas of a role in the forms in which they stand in the statement."""
    as_it_stands = written(side.statement)
    return " ".join(as_it_stands.get(stem(word.casefold()), word) for part in parts for word in part.split())


def _backs(pair: Comparison) -> frozenset[str]:
    return frozenset({"conflict"}) if any(_exchanged(x, y) for x, y in _matches(pair)) else RELATED


SIGNAL = Signal("role", ("predicate_same", "parts_same", "parts_exchanged"), _measure, _describe, _backs)
