"""Speech that a claim does not show as such: `adding that ...`, `Tenn announced that ...`, `the Council holds ...`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from xref.origins.evidence import Evidence
from xref.origins.facts import Facts, short

_GOES_ON = re.compile(r"^(?:and\s)?(?:adding|saying|noting|warning|claiming|insisting|stressing|explaining|arguing)\b")
_SPEECH = (
    r"(?:has |have |had |also |later |then |again )*(?:told|announced|announces|said|says|gave|gives|"
    r"blamed?s?|accuse[sd]?|holds?|held|promise[sd]|vow(?:s|ed)|warn(?:s|ed)|insist(?:s|ed)|admit(?:s|ted)|confirm(?:s|ed)|"
    r"den(?:ies|ied)|estimate[sd]|put|claim(?:s|ed)|declare[sd]|described?s?|reject(?:s|ed))\b"
)
_APPOSED = (
    r"(?:, [^,]{2,60},|,? (?:head|director|chief|leader|chair(?:man|woman)|spokes(?:man|woman|person)|member) "
    r"(?:of|for) [^,.]{3,60}?)"
)
_THEN_SPEAKS = re.compile(rf"{_APPOSED}?,? {_SPEECH}")
_LONGEST_SENTENCE = 400
_SENTENCE_END = re.compile(r"[.!?][”\"')]*\s+(?=[A-Z“\"])|\n")


def continued(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The evidence in which a sentence that goes on with "adding that" has the speaker with whom it began."""
    speaking: dict[tuple[str, int], Evidence] = {}
    for one in sorted(evidence, key=lambda e: (e.article_id, e.start)):
        if one.is_named and one.sentence >= 0:
            speaking.setdefault((one.article_id, one.sentence), one)
    found = []
    for one in evidence:
        other = speaking.get((one.article_id, one.sentence))
        if one.is_own_voice and other and other.start < one.start and _GOES_ON.match(one.quote):
            one = replace(one, speaker=other.speaker, speaker_kind=other.speaker_kind, speaker_role=other.speaker_role,
                          relayed_from=one.relayed_from or other.relayed_from,
                          settled=f"the sentence goes on with {other.speaker}'s words")  # fmt: skip
        found.append(one)
    return found


def with_subjects(evidence: Sequence[Evidence], facts: Facts) -> list[Evidence]:
    """The evidence in which a claim has as speaker the subject of a verb of speech before it in its sentence."""
    return [_with_subject(one, facts) if one.is_own_voice and not one.headline else one for one in evidence]


def _with_subject(one: Evidence, facts: Facts) -> Evidence:
    text = facts.text(one.article_id)
    before = max(0, one.start - _LONGEST_SENTENCE)
    begin = max((m.end() for m in _SENTENCE_END.finditer(text, before, one.start + 1)), default=before)
    sentence = text[begin : one.start + len(one.quote)]
    last, speaker = -1, ""
    for name in facts.names(one.article_id):
        if short(name) not in sentence:
            continue
        for form in {name, short(name)} if facts.is_person(name) else _endings(name):
            for end in _spoken(form, sentence):
                last, speaker = max((last, speaker), (end, name))
    if not speaker:
        return one
    kind = "person" if facts.is_person(speaker) else "organisation"
    return replace(one, speaker=speaker, speaker_kind=kind, settled=f"the sentence gives {speaker} as speaker")


def _spoken(form: str, sentence: str) -> Iterator[int]:
    """Where each verb of speech ends whose subject is that form of a name."""
    at = sentence.find(form)
    while at >= 0:
        is_whole = at == 0 or sentence[at - 1].isspace() or sentence[at - 1] in ",("
        if is_whole and (said := _THEN_SPEAKS.match(sentence, at + len(form))):
            yield said.end()
        at = sentence.find(form, at + 1)


def _endings(name: str) -> set[str]:
    """`Zarim Liberation Council`, `Liberation Council`: the name and its endings of two words or more."""
    words = name.split()
    return {" ".join(words[at:]) for at in range(max(1, len(words) - 1))}
