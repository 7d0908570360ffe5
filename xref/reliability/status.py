"""What is told of a cluster: its status, evidence and agreement after the IPCC, and the Admiralty number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xref.config import ReliabilityConfig

_MEDIUM_SHARE = 0.5
_HIGH_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Answer:
    """One position as the status sees it.

    `origins` are the independent origins behind it, `weak` is true when it is hedged or on the word of unnamed
    speakers throughout, `probability` is the estimator's q.
    """

    position_id: str
    origins: frozenset[str]
    probability: float
    weak: bool


@dataclass(frozen=True, slots=True)
class Question:
    """A cluster as the status sees it: its answers, which of them conflict, and who carries it.

    `retold` is true when one of its origins is told in two texts or more; a reprint is no text of its own.
    """

    answers: tuple[Answer, ...]
    conflicts: Mapping[str, frozenset[str]]
    updated: bool
    retold: bool
    articles: int
    outlets: int

    @property
    def origins(self) -> frozenset[str]:
        """Independent origins of all answers."""
        return frozenset().union(*(answer.origins for answer in self.answers))


def leading(answers: Sequence[Answer]) -> Answer:
    """The answer with most independent origins, then the more probable, then the smaller identifier."""
    return min(answers, key=lambda a: (-len(a.origins), -a.probability, a.position_id))


def status(question: Question, config: ReliabilityConfig) -> str:
    """`disputed`, `updated`, `corroborated`, `echoed` or `single-origin`; one origin alone never corroborates."""
    if any(question.conflicts.values()):
        return "disputed"
    if question.updated:
        return "updated"
    lead = leading(question.answers)
    if len(lead.origins) >= config.min_independent_origins and lead.probability >= config.min_probability:
        return "corroborated"
    return "echoed" if question.retold or len(lead.origins) >= 2 else "single-origin"


def evidence(question: Question) -> str:
    """Independent lines behind the cluster: one is limited, two are medium, three or more robust."""
    return ("limited", "medium", "robust")[min(len(question.origins), 3) - 1]


def agreement(question: Question) -> str:
    """How the origins spread over conflicting answers: high without conflict, low when no answer has more than half."""
    contested = [answer for answer in question.answers if question.conflicts.get(answer.position_id)]
    if not contested:
        return "high"
    votes = sum(len(answer.origins) for answer in contested)
    share = max(len(answer.origins) for answer in contested) / votes
    return "low" if share <= _MEDIUM_SHARE else "medium" if share < _HIGH_SHARE else "high"


def credibility(question: Question, answer: Answer) -> int:
    """Admiralty number of an answer, a suggestion.

    6 can't be judged (hedged or unnamed throughout); 1 two or more origins agree, none against; 2 two origins whose
    answers differ but can both hold; 3 one origin and nothing against, or a majority that is contradicted;
    4 contradicted and no majority; 5 in the minority against two or more origins.
    """
    opponents = question.conflicts.get(answer.position_id, frozenset())
    against = (
        frozenset[str]().union(*(a.origins for a in question.answers if a.position_id in opponents)) - answer.origins
    )
    if answer.weak:
        return 6
    if opponents:
        if len(answer.origins) > len(against):
            return 3
        return 5 if len(against) >= 2 and len(against) > len(answer.origins) else 4
    if len(answer.origins) >= 2:
        return 1
    return 2 if len(question.origins) >= 2 else 3
