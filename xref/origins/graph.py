"""The way back of every claim of one position: who leans on whom, as a directed graph."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from xref.origins.dates import in_time, is_earlier
from xref.origins.evidence import Evidence
from xref.origins.nodes import Graph, Source
from xref.origins.passages import CopiedPassages
from xref.origins.reprints import add_copies, copied_from
from xref.origins.speakers import Speaking, key_of, ties

_QUOTED = re.compile(r"“[^”]+(?:”|\Z)|\"[^\"]+(?:\"|\Z)|«[^»]+(?:»|\Z)")
_UTTERANCE_WORDS = 8
"""A shorter quotation may be two speakers' turn of phrase."""
_KINDS = {"person": "speaker", "organisation": "speaker", "document": "document", "social": "social"}


def build(claims: Sequence[Evidence], copied: CopiedPassages) -> Graph:
    """The graph of one position.

    Parameters
    ----------
    claims : the evidence of its claims.
    copied : which passages of which articles are copied.
    """
    graph = Graph({one.claim_id: one for one in claims})
    later = add_copies(graph, claims, copied)
    beside = _beside(claims)
    for one in claims:
        # A reprint that credits the very outlet whose passage it prints leans on that passage, wherever it comes from.
        if (one.relayed_from or one.whole_credit) not in copied_from(graph, one) or one.is_named:
            _add_claim(graph, one, beside, one.claim_id in later)
    _add_ties(graph, claims)
    _add_utterances(graph, claims)
    _add_outlets(graph, claims, later)
    _add_unnamed(graph)
    return graph


def _beside(claims: Sequence[Evidence]) -> Mapping[str, list[Evidence]]:
    """The claims of each article, in the order of its text."""
    groups: dict[str, list[Evidence]] = defaultdict(list)
    for one in sorted(claims, key=lambda c: (c.start, c.claim_id)):
        groups[one.article_id].append(one)
    return groups


def _add_claim(graph: Graph, one: Evidence, beside: Mapping[str, list[Evidence]], is_later_copy: bool) -> None:
    """The claim's own step back: to whom it quotes, credits or repeats, else to its outlet."""
    if one.is_named:
        _add_named(graph, one)
    elif one.relayed_from:
        graph.add(one.claim_id, graph.source("outlet", one.relayed_from), f"credits {one.relayed_from} for it")
    elif one.is_own_voice and (other := _repeats(one, beside[one.article_id])):
        graph.add(one.claim_id, other.claim_id, f"repeats in its own voice what it has from {_words_for(other)}")
    elif one.whole_credit:
        reason = f"the article is credited to {one.whole_credit}"
        graph.add(one.claim_id, graph.source("outlet", one.whole_credit), reason)
    elif not one.is_own_voice:
        if one.speaks_for:
            speaker = graph.source("speaker", one.speaks_for)
            graph.add(one.claim_id, speaker, f"{one.speaker} speaks for {one.speaks_for}")
        elif not is_later_copy:
            _add_anonymous(graph, one)
    elif not is_later_copy:
        graph.add(one.claim_id, graph.source("outlet", one.outlet), _own_voice(graph, one))


def _own_voice(graph: Graph, one: Evidence) -> str:
    """Why an outlet is the origin of what it says itself."""
    paths = {graph.claims[str(end)].path for e in graph.copies.get(one.claim_id, ()) for end in (e.lower, e.upper)}
    others = sorted(paths - {one.path})
    if not others:
        return "in its own voice; nothing copied, credited or quoted"
    return f"in its own voice, nothing credited or quoted; the text stands in {others[0]}, too"


def _add_named(graph: Graph, one: Evidence) -> None:
    source = graph.source(_KINDS[one.speaker_kind], one.speaker)
    relay = one.relayed_from or (one.whole_credit if not one.is_interview else "")
    via = ("own interview",) if one.is_interview else (relay,) if relay else ()
    how = (f"as {relay} has it" if relay else "in an interview of its own" if one.is_interview else "quoted") + (
        f"; {one.settled}" if one.settled else ""
    )
    graph.add(
        one.claim_id,
        source,
        f"{one.speaker} says it, {how}" if one.speaker_kind != "document" else f"it stands in {one.speaker}",
        via,
    )
    if one.speaks_for:
        organisation = graph.source("speaker", one.speaks_for)
        if organisation != source:
            graph.add(source, organisation, f"{one.speaker} speaks for {one.speaks_for}")
            return
    if one.informant[:1].isupper():
        informant = graph.source("speaker", one.informant)
        if informant != source:
            graph.add(source, informant, f"{one.speaker} has it from {one.informant}")


def _add_anonymous(graph: Graph, one: Evidence) -> None:
    """An unnamed speaker is one outlet's: two outlets' officials are never one by their description.

    Those of one outlet count once: nobody outside it can tell that they are two.
    """
    words = one.speaker or "somebody"
    source = graph.source("anonymous", one.outlet, f"{words} ({one.outlet})")
    graph.add(
        one.claim_id,
        source,
        f"on the word of {words}, unnamed; unnamed speakers of two outlets are never taken for one",
    )


def _repeats(one: Evidence, article: Sequence[Evidence]) -> Evidence | None:
    """The claim of the same article that says whom it has this from; for a headline, the text below it."""
    others = [other for other in article if other.claim_id != one.claim_id]
    told = [other for other in others if not other.is_own_voice or other.relayed_from]
    if not told and one.headline:
        told = [other for other in others if not other.headline]
    return min(
        told,
        key=lambda other: (not other.is_named, other.headline, abs(other.start - one.start), other.claim_id),
        default=None,
    )


def _words_for(other: Evidence) -> str:
    return other.speaker or other.relayed_from or "its own text"


def _add_ties(graph: Graph, claims: Sequence[Evidence]) -> None:
    """Speakers whose names or roles make them one line are joined."""
    speaking = [Speaking(one.speaker, one.speaker_kind, one.speaker_role) for one in claims if one.speaker]
    nodes = {source.key: source for source in graph.shown if source.kind == "speaker"}
    unnamed: dict[str, list[Source]] = defaultdict(list)
    for edge in graph.edges:
        if isinstance(edge.upper, Source) and edge.upper.kind == "anonymous" and isinstance(edge.lower, str):
            unnamed[key_of(graph.claims[edge.lower].speaker)].append(edge.upper)
    for a, b, why in ties([one for one in speaking if one.kind in ("person", "organisation", "anonymous")]):
        for lower in _standing_for(a, nodes, unnamed):
            for upper in _standing_for(b, nodes, unnamed):
                graph.add(lower, upper, why, is_sure_of_direction=False)


def _standing_for(key: str, nodes: Mapping[str, Source], unnamed: Mapping[str, list[Source]]) -> Iterator[Source]:
    if key in nodes:
        yield nodes[key]
    yield from unnamed.get(key, ())


def _add_utterances(graph: Graph, claims: Sequence[Evidence]) -> None:
    """The same words between quotation marks are one utterance, whoever is said to have spoken them."""
    first: dict[tuple[str, ...], Evidence] = {}
    for one in sorted(claims, key=lambda c: (in_time(c.published, c.path), c.start, c.claim_id)):
        if one.is_own_voice and not one.relayed_from:
            continue
        for run in _quoted_runs(one.quote):
            other = first.setdefault(run, one)
            if other.article_id != one.article_id:
                reason = f"the same words in quotation marks as in {other.path}: one utterance"
                graph.add(one.claim_id, other.claim_id, reason, is_sure_of_direction=False)
                break


def _quoted_runs(quote: str) -> Iterator[tuple[str, ...]]:
    for match in _QUOTED.finditer(quote):
        words = re.findall(r"\w+", re.sub("['’]", "", match.group()).casefold())
        yield from (tuple(words[at : at + _UTTERANCE_WORDS]) for at in range(len(words) - _UTTERANCE_WORDS + 1))


def _add_unnamed(graph: Graph) -> None:
    """An outlet that has unnamed speakers for a statement is no second origin of it."""
    for source in [s for s in graph.shown if s.kind == "anonymous"]:
        outlet = Source("outlet", source.key)
        if outlet in graph.shown:
            graph.add(
                outlet, source, f"{source.key} has it on the word of {_bare(graph.shown[source], source.key)}, unnamed"
            )


def _bare(words: str, outlet: str) -> str:
    return words.removesuffix(f" ({outlet})")


def _add_outlets(graph: Graph, claims: Sequence[Evidence], later: Set[str]) -> None:
    """Leads a credited outlet on to where it has the same from: its own article's source, or the speaker relayed.

    What it printed of another's text after all who credit it had written is not what they credit.
    """
    in_order = sorted(claims, key=lambda c: (c.headline, in_time(c.published, c.path), c.start))
    own = {edge.upper for edge in graph.edges if isinstance(edge.lower, str) and isinstance(edge.upper, Source)
           and edge.upper.key == graph.claims[edge.lower].outlet}  # fmt: skip
    for source in [s for s in graph.shown if s.kind == "outlet" and s not in own]:
        credited = [
            graph.claims[e.lower].published for e in graph.edges if e.upper == source and e.lower in graph.claims
        ]
        own_claims = (one for one in in_order if one.outlet == source.key)
        theirs = next((x for x in own_claims if x.claim_id not in later or not _is_after(x.published, credited)), None)
        if theirs:
            graph.add(source, theirs.claim_id, f"{source.key} itself has it in {theirs.path}")
            continue
        quoting = next((one for one in in_order if one.relayed_from == source.key and one.is_named), None)
        if quoting:
            speaker = graph.source(_KINDS[quoting.speaker_kind], quoting.speaker)
            graph.add(source, speaker, f"{source.key} has it from {quoting.speaker}, as {quoting.path} tells")


def _is_after(published: str, others: Sequence[str]) -> bool:
    """Whether a date is certainly later than all others."""
    return bool(others) and all(is_earlier(other, published) for other in others)
