"""What the tables say of one claim's source, gathered in one place before anything is merged."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from xref.origins.credits import PASSAGE, SHARE, WHOLE, Credit
from xref.origins.rows import rows
from xref.outlets import UNKNOWN, Directory

_NAMED = frozenset({"person", "organisation", "document", "social"})
_INTERVIEW = re.compile(r"\b(?:told|tell|tells|telling|interview)\b", re.IGNORECASE)
_SENTENCE_ENDS = re.compile(r"[.!?][”\"')]*\s|\n")
_GENERIC = re.compile(
    r"^(?:(?:the|this|that|a|an)\s+)?(?:newspaper|paper|daily|tabloid|magazine|weekly|broadcaster|"
    r"(?:news )?(?:agency|site|outlet|channel)|"
    r"(?:radio |television |TV )?station|website|blog|report)$",
    re.IGNORECASE,
)
"""Words for an outlet that only the text around them gives a name."""
_NEAR_CHARACTERS = 160


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim and all that tells where it comes from."""

    claim_id: str
    article_id: str
    path: str
    outlet: str
    """Normal form; for an unknown outlet `unknown (PATH)`, as two unknown outlets may be two."""
    published: str
    start: int
    quote: str
    headline: bool
    speaker: str
    """"" for the outlet's own voice."""
    speaker_kind: str
    speaker_role: str
    relayed_from: str
    """The outlet that the article credits for this claim, never its own."""
    informant: str
    is_interview: bool
    """The speaker told it to this very outlet."""
    whole_credit: str
    """The agency or outlet that the article as a whole credits."""
    is_agency: bool = False
    """The outlet is an agency, whose text others print."""
    share_credit: str = ""
    """The agency that contributed to the article, as it says."""
    sentence: int = -1
    """Number of the sentence in the article."""
    speaks_for: str = ""
    """The organisation whose spokesperson the speaker is."""
    settled: str = ""
    """Why the speaker is taken for whom it is, where the claim itself does not say it."""

    @property
    def is_named(self) -> bool:
        """Whether a named person, organisation, document or account says it."""
        return bool(self.speaker) and self.speaker_kind in _NAMED

    @property
    def is_own_voice(self) -> bool:
        """Whether the outlet says it itself."""
        return not self.speaker_kind and not self.speaker


def gather(
    claims: pd.DataFrame, articles: pd.DataFrame, credits: Mapping[str, Sequence[Credit]], directory: Directory
) -> list[Evidence]:
    """The evidence of every claim, by claim_id.

    Parameters
    ----------
    claims, articles : see `tables.Claims` and `tables.Articles`.
    credits : what each article credits, by article_id.
    directory : known outlets.
    """
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    publishers = {normal for name in articles["outlet"].unique() if (normal := directory.normal(name)) != UNKNOWN}
    found = []
    for row in rows(claims.sort_values("claim_id")):
        told = credits.get(row.article_id, ())
        outlet = directory.normal(row.outlet)
        relayed = (
            directory.normal(row.relayed_from) if row.relayed_from and not _GENERIC.match(row.relayed_from) else ""
        )
        speaker, kind = row.speaker, row.speaker_kind
        if row.voice == "attributed" and not kind:
            kind = "anonymous"
        if kind == "outlet" and _GENERIC.match(speaker):
            speaker, kind = "", ""
        if kind == "document" and (named := directory.mentions(speaker)):
            relayed, speaker, kind = relayed or named[-1].outlet.name, "", ""  # "a report in the Courier"
        if speaker and _is_publisher(speaker, kind, publishers, directory):
            relayed, speaker, kind = relayed or directory.normal(speaker), "", ""
        if not relayed or relayed == outlet:
            relayed = _credited_beside(row.start, row.end, texts.get(row.article_id, ""), told) if not relayed else ""
        found.append(
            Evidence(
                row.claim_id, row.article_id, row.path, outlet if outlet != UNKNOWN else f"{UNKNOWN} ({row.path})",
                row.published, row.start, row.quote, bool(row.headline), speaker, kind, row.speaker_role,
                "" if relayed == outlet else relayed, row.informant, _is_own_interview(row, outlet, directory),
                next((c.cited for c in told if c.scope == WHOLE), ""), directory.is_agency(outlet),
                next((c.cited for c in told if c.scope == SHARE and c.is_agency), ""),
                int(row.sentence),
            )
        )  # fmt: skip
    return found


def _is_own_interview(row: Any, outlet: str, directory: Directory) -> bool:
    """The speaker told it to the outlet itself."""
    told_to = directory.normal(row.relayed_from) if row.relayed_from else ""
    return told_to == outlet and bool(_INTERVIEW.search(row.cue))


def by_position(evidence: Sequence[Evidence], memberships: pd.DataFrame) -> dict[str, list[Evidence]]:
    """The evidence of each position; a claim without one stands in a position of its own."""
    position = dict(zip(memberships["claim_id"], memberships["position_id"], strict=True))
    groups: dict[str, list[Evidence]] = defaultdict(list)
    for one in evidence:
        groups[position.get(one.claim_id, "") or one.claim_id].append(one)
    return dict(groups)


def _is_publisher(name: str, kind: str, publishers: set[str], directory: Directory) -> bool:
    """Whether a speaker is an outlet: said to be, known to be, or with articles in the folder."""
    if kind == "outlet":
        return True
    return kind == "organisation" and (directory.find(name) is not None or directory.normal(name) in publishers)


def _credited_beside(start: int, end: int, text: str, credits: Sequence[Credit]) -> str:
    """The outlet that a credit in the sentence of the claim names, "" when none does."""
    for credit in credits:
        if credit.scope != PASSAGE:
            continue
        between = text[credit.end : start] if credit.end <= start else text[end : credit.start]
        if credit.start < end and start < credit.end:
            return credit.cited
        if len(between) <= _NEAR_CHARACTERS and not _SENTENCE_ENDS.search(between):
            return credit.cited
    return ""
