"""Which spellings are one name: clusters of folded names, found within blocks and never over all pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import ratio

from xref.claims.names_forms import bare, skeleton, spelled, tokens

MIN_ALIKE = 80.0
"""rapidfuzz ratio, 0 to 100, from which two spellings in one sound are the same name."""
MAX_BLOCK = 60
"""Blocks larger than this hold unlike names; only the most used of them are compared."""


@dataclass
class Form:
    """One folded name over all articles: how often, where, as what, and how it is written."""

    folded: str
    kind: str = "other"
    count: int = 0
    articles: set[str] = field(default_factory=set)
    surfaces: dict[str, int] = field(default_factory=dict)

    def best_surface(self) -> str:
        """The most frequent way to write it; the mixed-case one, then the first by alphabet, among equals."""
        return min(self.surfaces, key=lambda s: (s.isupper() and len(s) > 5, s.islower(), -self.surfaces[s], s))


class Groups:
    """Disjoint sets of folded names."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def root(self, name: str) -> str:
        """The representative of the set that holds `name`."""
        while (parent := self._parent.get(name, name)) != name:
            self._parent[name] = self._parent.get(parent, parent)
            name = parent
        return name

    def join(self, a: str, b: str) -> None:
        """Makes the sets of `a` and `b` one; the representative is the first by alphabet, whatever the order."""
        low, high = sorted((self.root(a), self.root(b)))
        self._parent[high] = low


def merge(forms: dict[str, Form]) -> Groups:
    """Groups of folded names that are one name, by article "al-", possessive, and spelling.

    Spellings are joined only with evidence: they sound alike, are of kinds that go together, the articles
    that use them name other things in common, and hardly any article uses both.
    """
    groups = Groups()
    for a, b in [*_without_article(forms), *possessives(forms)]:
        groups.join(a, b)
    company = _company(forms)
    for a, b in _alike(forms):
        if groups.root(a) != groups.root(b) and _keep_company(forms[a], forms[b], company):
            groups.join(a, b)
    return groups


def _without_article(forms: dict[str, Form]) -> Iterator[tuple[str, str]]:
    """ "al-Foua" and "Foua"."""
    for folded in sorted(forms):
        short = bare(folded)
        if short != folded and short in forms and _kinds_go(forms[folded], forms[short]):
            yield folded, short


def possessives(forms: dict[str, Form]) -> Iterator[tuple[str, str]]:
    """ "Syrias" where the apostrophe was lost: a rarer name that is a known one with an s."""
    for folded in sorted(forms):
        stem = folded[:-1]
        if len(stem) < 4 or not folded.endswith("s") or stem not in forms or forms[folded].kind == "other":
            continue  # "Syrians" are not "Syrian"
        if forms[stem].count > forms[folded].count:
            yield folded, stem


def _alike(forms: dict[str, Form]) -> Iterator[tuple[str, str]]:
    blocks: dict[str, list[str]] = defaultdict(list)
    for folded in sorted(forms):
        if forms[folded].kind != "other" and len(folded) >= 3:
            blocks[skeleton(folded)].append(folded)
    for key in sorted(blocks):
        names = sorted(blocks[key], key=lambda name: (-forms[name].count, name))[:MAX_BLOCK]
        for a, b in combinations(sorted(names), 2):
            if _kinds_go(forms[a], forms[b]) and sounds_alike(a, b):
                yield a, b


def sounds_alike(a: str, b: str) -> bool:
    """Whether two folded names can be spellings of one: word by word, in one spelling of their sounds."""
    words_a, words_b = bare(a).split(), bare(b).split()
    if len(words_a) != len(words_b):
        return False
    for x, y in zip(words_a, words_b, strict=True):
        sx, sy = spelled(x), spelled(y)
        if sx != sy and (
            ratio(sx, sy) < MIN_ALIKE or Levenshtein.distance(sx, sy) > _typos(sx, sy) or x.isdigit() or y.isdigit()
        ):
            return False
    return True


def _typos(a: str, b: str) -> int:
    """Letters in which two spellings may differ: Mali is not Malawi."""
    return 1 if max(len(a), len(b)) < 7 else 2


def _kinds_go(a: Form, b: Form) -> bool:
    """A small model takes a foreign town for a person or an organisation, so kinds bind only where both are sure."""
    if a.kind == b.kind:
        return True
    return (
        "other" not in (a.kind, b.kind)
        and min(a.count, b.count) <= 5 * max(1, len(a.articles), len(b.articles))
        and len(a.folded.split()) == 1
    )


def _company(forms: dict[str, Form]) -> dict[str, set[str]]:
    """Names of each article."""
    company: dict[str, set[str]] = defaultdict(set)
    for folded, form in forms.items():
        for article in form.articles:
            company[article].add(folded)
    return company


def _keep_company(a: Form, b: Form, company: dict[str, set[str]]) -> bool:
    both = len(a.articles & b.articles)
    if both > 0.34 * min(len(a.articles), len(b.articles)):
        return False
    ours: set[str] = set().union(*(company[article] for article in sorted(a.articles)[:50]))
    theirs: set[str] = set().union(*(company[article] for article in sorted(b.articles)[:50]))
    return len((ours & theirs) - {a.folded, b.folded}) >= 2


def persons_alike(a: str, b: str) -> bool:
    """Whether two folded full names are one person: "Donald J. Trump", "Bashar Assad" and "Bashar al-Assad"."""
    words_a, words_b = tokens(a), tokens(b)
    if len(words_a) < 2 or len(words_b) < 2:
        return False
    middle_a, middle_b = words_a[1:-1], words_b[1:-1]
    if middle_a and middle_b and not _middles_go(middle_a, middle_b):
        return False
    return sounds_alike(words_a[0], words_b[0]) and sounds_alike(words_a[-1], words_b[-1])


def _middles_go(a: list[str], b: list[str]) -> bool:
    return a[0][0] == b[0][0] and (len(a[0]) == 1 or len(b[0]) == 1 or a == b)


def person_pairs(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of full names that are one person, found within blocks of first letter and surname."""
    blocks: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in sorted(names):
        words = tokens(name)
        if len(words) >= 2:
            blocks[spelled(words[0])[:1], skeleton(words[-1])].append(name)
    for key in sorted(blocks):
        for a, b in combinations(blocks[key][:MAX_BLOCK], 2):
            if persons_alike(a, b):
                yield a, b
