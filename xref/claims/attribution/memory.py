"""Who was named so far in an article, so that pronouns and bare surnames find their speaker."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc

from xref.claims.attribution.model import NOBODY, Speaker

_SUBJECT = ("nsubj", "nsubjpass")


@dataclass
class Memory:
    """Persons and organisations in the order of their last mention as a subject, else of any mention."""

    persons: list[str] = field(default_factory=list)
    organisations: list[str] = field(default_factory=list)
    speakers: list[Speaker] = field(default_factory=list)
    roles: dict[str, str] = field(default_factory=dict)

    def see(self, doc: Doc, start: int, end: int) -> None:
        """Takes notice of the names among the tokens from `start` to `end`."""
        for entity in doc.ents:
            if not start <= entity.start < end:
                continue
            is_subject = entity.root.dep_ in _SUBJECT
            text = " ".join(entity.text.split())
            if entity.label_ == "PERSON":
                _front(self.persons, text, is_subject)
            elif entity.label_ == "ORG":
                _front(self.organisations, text, is_subject)

    def spoke(self, speaker: Speaker) -> None:
        """Takes notice of who was just quoted."""
        if not speaker.name:
            return
        self.speakers.append(speaker)
        if speaker.role:
            self.roles.setdefault(speaker.name, speaker.role)
        if speaker.kind == "person":
            _front(self.persons, speaker.name, True)

    def is_person(self, name: str) -> bool:
        """Whether a person of that name spoke before."""
        return any(s.name == name and s.kind == "person" for s in self.speakers)

    def resolve(self, pronoun: str) -> Speaker:
        """The speaker a pronoun stands for, NOBODY when it is not safe to say."""
        recent = self.speakers[-1] if self.speakers else NOBODY
        if pronoun in ("he", "she", "i"):
            for speaker in reversed(self.speakers[-3:]):
                if speaker.kind in ("person", "anonymous"):
                    if speaker.kind == "anonymous" or not self.persons or _same(self.persons[0], speaker.name):
                        return speaker
                    break
            if self.persons:
                name = self.persons[0]
                return Speaker(name, "person", self.roles.get(name, ""))
            return NOBODY
        if pronoun in ("they", "it"):
            if recent.kind in ("organisation", "document", "anonymous", "outlet"):
                return recent
            return Speaker(self.organisations[0], "organisation") if self.organisations else NOBODY
        return NOBODY


def _same(one: str, two: str) -> bool:
    return one == two or one.split()[-1] == two.split()[-1]


def _front(names: list[str], name: str, is_subject: bool) -> None:
    known = next((n for n in names if _same(n, name)), None)
    if known is not None:
        if is_subject:
            names.remove(known)
            names.insert(0, max(known, name, key=len))
        return
    names.insert(0 if is_subject or not names else 1, name)
