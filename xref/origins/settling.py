"""Settles who each speaker is before anything is merged: one name each, and whom spokespeople speak for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from xref.origins.company import Company
from xref.origins.descriptions import with_described
from xref.origins.evidence import Evidence
from xref.origins.facts import Facts
from xref.origins.identity import with_one_name
from xref.origins.overheard import continued, with_subjects
from xref.origins.speakers import is_office
from xref.origins.spokespeople import with_organisations


def settle(evidence: Sequence[Evidence], texts: Mapping[str, str], memberships: pd.DataFrame) -> list[Evidence]:
    """The evidence with every speaker as far settled as the articles allow.

    Parameters
    ----------
    evidence : every claim's evidence, as `gather` found it.
    texts : text by article_id.
    memberships : see `tables.Memberships`; articles that share a cluster explain each other's words.
    """
    company = Company(evidence, memberships)
    named = with_one_name(continued(evidence), company)
    facts = Facts(named, texts, company)
    named = [_with_role(one, facts) for one in named]
    return with_organisations(with_subjects(with_described(named, facts), facts), facts)


def _with_role(one: Evidence, facts: Facts) -> Evidence:
    """The evidence with the office that some article gives a named person, where the claim gives none."""
    if one.speaker_role or one.speaker_kind != "person" or not one.speaker[:1].isupper():
        return one
    offices = [said for said in facts.told(one.article_id, one.speaker) if is_office(said)]
    return replace(one, speaker_role="; ".join(offices)) if offices else one
