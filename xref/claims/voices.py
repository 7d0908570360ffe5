"""Who stands behind a clause: the attributions it lies in, outermost first, brought into one chain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xref.claims.attribution import Attribution

_NONE: tuple[Attribution, ...] = ()


@dataclass(frozen=True, slots=True)
class Voice:
    """Speaker, cue, chain and stance of one claim, as in `tables.Claims`."""

    speaker: str = ""
    kind: str = ""
    role: str = ""
    cue: str = ""
    relayed_from: str = ""
    informant: str = ""
    stance: str = "asserts"

    @property
    def name(self) -> str:
        """`attributed` when someone speaks, else `outlet`."""
        return "attributed" if self.speaker or self.cue else "outlet"


def around(token: int, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions whose content holds the token, outermost first."""
    holding = [a for a in attributions if a.is_clause and any(s <= token < e for s, e in a.contents)]
    holding.sort(key=lambda a: -sum(e - s for s, e in a.contents))
    return (*holding, *(a for a in attributions if not a.is_clause and a.is_speech and a.head == token))


def voice_of(chain: Sequence[Attribution], relay: str, is_hedged: bool) -> Voice:
    """The voice of a claim.

    Parameters
    ----------
    chain : attributions around it, outermost first.
    relay : outlet that the article credits for the passage, used where the sentence credits none.
    is_hedged : the clause itself is put as possible or alleged.
    """
    speaking = [a for a in chain if a.speaker.name and a.speaker.kind != "outlet"]
    outlets = [a for a in chain if a.speaker.name and a.speaker.kind == "outlet"]
    credited = next((a.relayed_from for a in chain if a.relayed_from), relay)
    main = speaking[0] if speaking else outlets[0] if outlets else chain[0] if chain else None
    if main is None:
        return Voice(relayed_from=credited, stance="hedges" if is_hedged else "asserts")
    others = [a.speaker.name for a in speaking[1:] if a.speaker.name != main.speaker.name]
    informant = others[0] if others else next((a.informant for a in chain if a.informant), "")
    return Voice(
        main.speaker.name, main.speaker.kind, main.speaker.role, main.cue_text, credited, informant,
        _stance(chain, is_hedged),
    )  # fmt: skip


def _stance(chain: Sequence[Attribution], is_hedged: bool) -> str:
    stances = [a.stance for a in chain]
    if stances.count("denies") % 2:
        return "denies"
    return "hedges" if is_hedged or "hedges" in stances else "asserts"
