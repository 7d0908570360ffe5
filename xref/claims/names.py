"""Persons, organisations and places under one normal form over all articles."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from xref.claims.names_forms import KINDS, bare, clean, fold, is_plausible, tokens, well_known
from xref.claims.names_merge import Form, Groups, merge, person_pairs, possessives
from xref.claims.names_roles import mentioned_roles, stated_roles
from xref.outlets import Directory
from xref.values import Name

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_ABBREVIATION = re.compile(r"\((?:the |or |also known as )?([A-Z][A-Za-z.&-]{1,9})\)")
_SMALL_WORDS = frozenset(["of", "the", "for", "and", "in", "on", "de", "la", "al", "el", "to", "und", "et"])
_PLACE_SHARE = 0.15
"""Share of mentions as a place from which a name that is mostly taken for a people's is a place after all."""
_FUNCTION_WORDS = frozenset({"ADP", "CCONJ", "SCONJ", "DET", "PRON", "AUX", "PART"})


class NameBook:
    """Collects the names of all articles, then tells the normal form of each mention.

    Add every article, then `close`, then ask. The result does not depend on the order of articles.

    Parameters
    ----------
    directory : outlets and agencies, whose names and aliases come first.
    """

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._counts: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
        self._abbreviations: dict[str, dict[str, str]] = defaultdict(dict)
        self._roles: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._norm: dict[str, str] = {}
        self._kind: dict[str, str] = {}
        self._in_article: dict[str, dict[str, str]] = {}
        self._role_of: dict[str, str] = {}

    def add(self, article_id: str, doc: Doc) -> None:
        """Collects names, abbreviations and offices of (a part of) an article; keeps nothing of the Doc."""
        counts = self._counts[article_id]
        for entity in doc.ents:
            kind = KINDS.get(entity.label_)
            if kind is None or _is_shouted(entity):
                continue
            start, end = clean(entity.text, kind)
            surface = " ".join(entity.text[start:end].split())
            if is_plausible(surface) and not _is_sentence_word(entity):
                counts[surface, _kind_here(entity, kind)] += 1
        if "(" in doc.text:
            self._define(article_id, doc.text)
        for role, person in stated_roles(doc):
            start, end = clean(person.text, "person")
            self._roles[article_id][role].add(person.text[start:end])

    def _define(self, article_id: str, text: str) -> None:
        for match in _ABBREVIATION.finditer(text):
            if long := spelled_out(match[1], text[max(0, match.start() - 120) : match.start()]):
                self._abbreviations[article_id][fold(match[1])] = long

    def close(self) -> None:
        """Settles all normal forms; nothing can be added afterwards."""
        forms = self._forms()
        for long, stem in possessives(forms):
            if _is_full_person(forms[long]) or _is_full_person(forms[stem]):
                forms[long].kind = forms[stem].kind
        groups = merge({folded: form for folded, form in forms.items() if not _is_full_person(form)})
        for a, b in person_pairs(folded for folded, form in forms.items() if _is_full_person(form)):
            groups.join(a, b)
        for a, b in possessives(forms):
            groups.join(a, b)
        self._settle(forms, groups)
        self._abbreviate()
        for article_id in self._counts:
            self._in_article[article_id] = self._short_forms(article_id)
        self._surnames_everywhere()
        self._settle_roles()
        self._counts.clear()

    def _forms(self) -> dict[str, Form]:
        forms: dict[str, Form] = {}
        kinds: dict[str, Counter[str]] = defaultdict(Counter)
        for article_id, counts in self._counts.items():
            for (surface, kind), count in counts.items():
                folded = fold(surface)
                if not folded:
                    continue
                form = forms.setdefault(folded, Form(folded))
                form.count += count
                form.articles.add(article_id)
                form.surfaces[surface] = form.surfaces.get(surface, 0) + count
                kinds[folded][kind] += count
        for folded, form in forms.items():
            votes = kinds[folded]
            form.kind = min(votes, key=lambda kind: (-votes[kind], kind))
            if form.kind == "other" and votes["place"] >= _PLACE_SHARE * votes.total():
                form.kind = "place"
        return forms

    def _settle(self, forms: dict[str, Form], groups: Groups) -> None:
        members: dict[str, list[Form]] = defaultdict(list)
        for folded in sorted(forms):
            members[groups.root(folded)].append(forms[folded])
        for group in members.values():
            best = min(group, key=lambda f: (-len(f.articles), -f.count, f.folded))
            votes: Counter[str] = Counter()
            for form in group:
                votes[form.kind] += form.count
            kind = min(votes, key=lambda k: (-votes[k], k))
            norm = self._known(best.best_surface(), kind)
            for form in group:
                self._norm[form.folded], self._kind[form.folded] = norm, kind

    def _known(self, surface: str, kind: str) -> str:
        """The directory's form for outlets and agencies; people and places are not looked up."""
        outlet = self._directory.find(surface) if kind != "place" else None
        return outlet.name if outlet else well_known(surface) or surface

    def _abbreviate(self) -> None:
        """An abbreviation that all articles spell out in one way holds for all of them."""
        longs: dict[str, Counter[str]] = defaultdict(Counter)
        for defined in self._abbreviations.values():
            for short, long in defined.items():
                longs[short][self._norm.get(fold(long), long)] += 1
        for short, counts in longs.items():
            best, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
            if count > sum(counts.values()) / 2 and self._directory.find(short.upper()) is None:
                self._norm[short] = best
                self._kind[short] = self._kind.get(fold(best), "organisation")

    def _short_forms(self, article_id: str) -> dict[str, str]:
        """Short forms that hold within one article: surnames, abbreviations, heads of longer names."""
        names = {fold(surface) for surface, _ in self._counts[article_id]}
        found = {
            short: self._norm.get(fold(long), long)
            for short, long in self._abbreviations[article_id].items()
            if self._directory.find(short.upper()) is None
        }
        surnames: dict[str, set[str]] = defaultdict(set)
        for name in names:
            if self._kind.get(name) == "person" and len(tokens(name)) >= 2:
                surnames[tokens(name)[-1]].add(self._norm[name])
        for surname, full in surnames.items():
            if len(full) == 1 and self._may_be_person(surname):
                found.setdefault(surname, next(iter(full)))
        for name in sorted(names - found.keys()):
            if (long := self._head_of(name, names)) is not None:
                found[name] = long
        return found

    def _may_be_person(self, name: str) -> bool:
        return self._kind.get(name) != "place" and self._directory.find(name) is None

    def _head_of(self, name: str, names: set[str]) -> str | None:
        """ "the Observatory" and "HTS" for the one organisation of the article they can shorten."""
        if self._kind.get(name) not in ("organisation", "person") or len(name.split()) > 1:
            return None
        longer = {
            self._norm[other]
            for other in names
            if len(other.split()) >= 3
            and self._kind.get(other) == "organisation"
            and (name in other.split() or initials(other) == name)
        }
        return next(iter(longer)) if len(longer) == 1 else None

    def _surnames_everywhere(self) -> None:
        """A surname alone stands for the one person of all articles that has it."""
        holders: dict[str, set[str]] = defaultdict(set)
        for folded, kind in self._kind.items():
            if kind == "person" and len(tokens(folded)) >= 2:
                holders[tokens(folded)[-1]].add(self._norm[folded])
        alone: dict[str, list[str]] = defaultdict(list)
        for article_id, counts in self._counts.items():
            for folded in {fold(surface) for surface, _ in counts} & holders.keys():
                alone[folded].append(article_id)
        for surname, full in holders.items():
            is_person = self._kind.get(surname, "person") == "person" or self._is_mostly(surname, full, alone[surname])
            if len(full) == 1 and is_person and self._may_be_person(surname):
                self._norm[surname], self._kind[surname] = next(iter(full)), "person"

    def _is_mostly(self, surname: str, full: set[str], articles: list[str]) -> bool:
        """Whether most articles with the surname alone also name the person: the parser takes "Trask" for a company."""
        return sum(self._in_article[a].get(surname) in full for a in articles) * 2 > len(articles)

    def _settle_roles(self) -> None:
        holders: dict[str, set[str]] = defaultdict(set)
        for article_id in sorted(self._roles):
            for role, persons in self._roles[article_id].items():
                holders[role] |= {self.normal(article_id, person, "person") for person in persons}
        for role, persons in holders.items():
            if len(persons) == 1 and " " in role:
                self._role_of[role] = next(iter(persons))
        for article_id in sorted(self._roles):
            offices: dict[str, set[str]] = defaultdict(set)
            for role, persons in self._roles[article_id].items():
                offices[_office(role)] |= {self.normal(article_id, person, "person") for person in persons}
            for office, persons in offices.items():
                if len(persons) == 1:
                    self._in_article[article_id].setdefault(f"\x00{office}", next(iter(persons)))

    def normal(self, article_id: str, text: str, kind: str = "") -> str:
        """The normal form of a name as that article uses it; `text` without title and possessive when unknown."""
        start, end = clean(text, kind or "person")
        surface = " ".join(text[start:end].split())
        folded = fold(surface)
        if not folded:
            return " ".join(text.split())
        local = self._in_article.get(article_id, {})
        outlet = self._directory.find(surface) if kind != "place" else None
        if known := outlet.name if outlet else well_known(surface):
            return known
        for key in (folded, bare(folded)):
            if key in local:
                return local[key]
            if key in self._norm:
                return self._norm[key]
        if (role := self._role(article_id, text)) is not None:
            return role
        return surface

    def _role(self, article_id: str, text: str) -> str | None:
        for key, start, end in mentioned_roles(text if text.lower().startswith("the ") else f"the {text}"):
            if start == 0 and end >= len(text):
                return self._holder(article_id, key)
        return None

    def _holder(self, article_id: str, role: str) -> str | None:
        if role in self._role_of:
            return self._role_of[role]
        if " " not in role or role == _office(role):
            return self._in_article.get(article_id, {}).get(f"\x00{role}")
        return None

    def names_in(self, article_id: str, span: Span) -> tuple[Name, ...]:
        """The names in `span`, from left to right, with offices that stand for one known person."""
        found: list[Name] = []
        text, base = span.text, span.start_char
        for entity in span.ents:
            label = KINDS.get(entity.label_)
            if label is None or _is_sentence_word(entity):
                continue
            start, end = clean(entity.text, label)
            surface = entity.text[start:end]
            if not is_plausible(surface):
                continue
            norm = self.normal(article_id, surface, label)
            kind = self._kind.get(fold(norm)) or self._kind.get(fold(surface), label)
            at = entity.start_char - base
            found.append(Name(surface, norm, kind, at + start, at + end))
        for role, start, end in mentioned_roles(text):
            holder = self._holder(article_id, role)
            if holder is not None:
                found = [name for name in found if name.end <= start or name.start >= end]
                found.append(Name(text[start:end], holder, "person", start, end))
        return tuple(sorted(found, key=lambda name: (name.start, name.end)))


def _office(role: str) -> str:
    """The office proper of a role key: "president" of "syrian president"."""
    words = role.partition(" of ")[0].split()
    return (
        " ".join(words[-2:])
        if len(words) > 1
        and words[-1] in ("minister", "secretary", "prince", "president")
        and words[-2]
        in (
            "prime",
            "foreign",
            "interior",
            "finance",
            "defence",
            "defense",
            "health",
            "justice",
            "crown",
            "vice",
            "home",
            "deputy",
        )
        else words[-1]
    )


def _is_full_person(form: Form) -> bool:
    return form.kind == "person" and len(tokens(form.folded)) >= 2


def _kind_here(entity: Span, kind: str) -> str:
    """spaCy's label, corrected where the words around are plain: "in Rashidin" is a place, "in Syrian towns" none."""
    if kind == "place" or entity.start == 0 or len(entity) > 2:
        return kind
    following = entity.doc[entity.end] if entity.end < len(entity.doc) else None
    is_modifier = following is not None and following.pos_ in ("NOUN", "PROPN", "ADJ")
    is_placed = entity.doc[entity.start - 1].lower_ in ("in", "near", "outside", "towards")
    return "place" if is_placed and not is_modifier else kind


def _is_sentence_word(entity: Span) -> bool:
    """A common word that only stands first in its sentence."""
    first = entity[0]
    return (
        len(entity) == 1
        and first.is_sent_start is True
        and (first.is_stop or first.pos_ not in ("PROPN", "NOUN", "ADJ"))
    )


def _is_shouted(entity: Span) -> bool:
    """Names in a headline set in capitals or title case are no evidence: "Aleppo Ill Says"."""
    words = [token for token in entity.sent if token.is_alpha and len(token) > 3 and token.pos_ not in _FUNCTION_WORDS]
    return len(words) >= 4 and all(token.text[0].isupper() for token in words)


def initials(folded: str) -> str:
    """First letters of a folded name's large words: "sdf" of "syrian democratic forces"."""
    return "".join(word[0] for word in folded.split() if word not in _SMALL_WORDS)


def spelled_out(short: str, before: str) -> str | None:
    """The words at the end of `before` that `short` abbreviates, by their initials; None when none fit."""
    letters = [c.lower() for c in short if c.isalpha()]
    words = list(re.finditer(r"[\w’'.-]+", before))
    for size in range(1, min(len(words), len(letters) + 4) + 1):
        first = words[-size]
        phrase = before[first.start() :].strip()
        if not first[0][0].isupper() or re.search(r"[.;:!?]\s|[()]", phrase):
            continue
        parts = [part for part in re.split(r"[\s-]+", phrase) if part]
        for kept in (parts, [part for part in parts if part.lower() not in _SMALL_WORDS]):
            if [part[0].lower() for part in kept] == letters and len(kept) >= 2:
                return phrase
    return None
