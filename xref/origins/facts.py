"""What articles tell about the speakers they name: offices, kinds, whom they lead or speak for."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from xref.origins.company import Company
from xref.origins.evidence import Evidence

_TWO_WORDS = re.compile(r"(?<![\w-])(?=([A-Z][\w’'-]*) ([A-Z][\w’'-]*))")
_BODY = re.compile(
    r"\b(?:Council|Ministry|Department|Agency|Company|Corporation|Committee|Commission|Observatory|Union|Party|Army|Police|Service|"
    r"Institute|University|Authority|Association|Organi[sz]ation|Group|Front|Movement|Government|Inc|Ltd|Hospital|Office|Inspectorate)\b"
)
_KIND = (
    r"(?:company|firm|group|ministry|agency|union|party|council|organi[sz]ation|operator|utility|"
    r"manufacturer|charity|think tank)"
)
_KIND_BEFORE = re.compile(rf"^(?:[\w’'-]+ ){{0,3}}{_KIND}$")
_OF_A_KIND = re.compile(rf"\b{_KIND} ((?:[A-Z][\w’'-]*)(?: [A-Z][\w’'-]*)*)")
_MOST_ARTICLES = 20
"""So many articles that quote a speaker tell what there is to tell of them."""
_MOST_WORDS_BEFORE = 4
_IN_WORD = re.compile(r"[\w’'-]")
_BESIDE = re.compile(
    r"(?:,? (?:who|which) (?P<does>leads|heads|chairs|runs) (?P<led>(?:[\w’'-]+ ?){1,6})"
    r"|,? (?P<office>(?:head|director|chief|leader|chair(?:man|woman)|spokes(?:man|woman|person)|member)"
    r" (?:of|for) [\w’' -]{3,60})"
    r"|, (?P<more>(?:(?:an?|the|its|their|his|her) )?[\w’' -]{3,90})[,.])?"
)


def _is_body(name: str) -> bool:
    """Whether a name says that it is an organisation's."""
    return bool(_BODY.search(name))


class Facts:
    """Looks up which names an article and its neighbours know, and what is told of them.

    Parameters
    ----------
    evidence : every claim's evidence, speakers under their full names.
    texts : text by article_id.
    company : which articles keep company.
    """

    def __init__(self, evidence: Sequence[Evidence], texts: Mapping[str, str], company: Company) -> None:
        self._texts, self._company = texts, company
        self._names: dict[str, set[str]] = defaultdict(set)
        self._roles: dict[tuple[str, str], set[str]] = defaultdict(set)
        for one in evidence:
            if one.is_named and one.speaker[:1].isupper():
                self._names[one.article_id].add(one.speaker)
                if one.speaker_role:
                    self._roles[one.article_id, one.speaker].add(one.speaker_role)
        self._articles: dict[str, set[str]] = defaultdict(set)
        self._by_start: dict[tuple[str, str], set[str]] = defaultdict(set)
        for article, names in self._names.items():
            for name in names:
                self._articles[name].add(article)
                if " " in name:
                    self._by_start[name.split()[0], name.split()[1]].add(name)
        kinds = Counter((one.speaker, one.speaker_kind) for one in evidence)
        self._persons = {
            name
            for (name, kind), n in kinds.items()
            if kind == "person" and n > kinds[name, "organisation"] and not _is_body(name)
        }
        self._bodies = _called_bodies(texts.values())
        self.names = lru_cache(maxsize=4096)(self._known)
        self.told = lru_cache(maxsize=65536)(self._told)

    def text(self, article_id: str) -> str:
        """The article's text, "" when it is not known."""
        return self._texts.get(article_id, "")

    def is_person(self, name: str) -> bool:
        """Whether most claims take the name for a person's, and no text calls it a company or another body."""
        if name not in self._persons or name in self._bodies:
            return False
        articles = sorted(self._articles[name])[:1]
        return not any(_KIND_BEFORE.search(said) for said in (self.told(articles[0], name) if articles else ()))

    def _known(self, article_id: str) -> tuple[str, ...]:
        """Names of speakers that the text has: in full, or by their last word where it or a neighbour quotes them."""
        text = self.text(article_id)
        every = set(self._names.get(article_id, ()))
        for other in self._company.neighbours(article_id):
            every |= {name for name in self._names.get(other, ()) if short(name) in text}
        for match in _TWO_WORDS.finditer(text):
            every |= {
                name for name in self._by_start.get((match[1], match[2]), ()) if text.startswith(name, match.start())
            }
        return tuple(sorted(every))

    def _told(self, article_id: str, name: str) -> tuple[str, ...]:
        """Roles of the name and words beside it, in the article, its neighbours and others where it speaks."""
        found: set[str] = set()
        elsewhere = sorted(self._articles[name])[:_MOST_ARTICLES] if " " in name else ()
        for article in sorted({article_id, *self._company.neighbours(article_id), *elsewhere}):
            found |= self._roles.get((article, name), set())
            text = self.text(article)
            if name in text:
                found |= _beside(name, text)
        return tuple(sorted(found))


def _called_bodies(texts: Iterable[str]) -> set[str]:
    """Names that some text calls a company, a union or the like, `the power company Norvel Hydro`: any two words or
    more that such a name may begin with, as a capital may follow it."""
    found: set[str] = set()
    for text in texts:
        for match in _OF_A_KIND.finditer(text):
            words = match[1].split()
            found.update(" ".join(words[:length]) for length in range(2, len(words) + 1))
    return found


def short(name: str) -> str:
    """The last word of a name, by which running text calls it again."""
    return name.split()[-1]


def _beside(name: str, text: str) -> set[str]:
    """`power company` Norvel Hydro; Josef Tamm, `who leads the dam workers' union`."""
    found = set()
    for before, beside in _occurrences(name, text):
        if before:
            found.add(before)
        if beside and beside["does"]:
            found.add(f"leader of {beside['led'].strip()}")
        if beside and (said := beside["office"] or beside["more"]):
            found.add(said.strip())
    return found


def _occurrences(name: str, text: str) -> Iterator[tuple[str, re.Match[str] | None]]:
    """Up to four words before each occurrence of a name, and what stands after it.

    Searched by hand: thousands of names, each in all articles that quote it, are too many for a pattern a name.
    """
    done, at = 0, text.find(name)
    while at >= 0:
        end = at + len(name)
        if not _IN_WORD.match(text, end):
            beside = _BESIDE.match(text, end)
            yield text[_words_before(text, done, at) : at].strip(), beside
            done = end = beside.end() if beside else end
        at = text.find(name, end)


def _words_before(text: str, begin: int, end: int) -> int:
    """Where the words before a place begin: at most four in a row, none before `begin`."""
    for _ in range(_MOST_WORDS_BEFORE):
        if end <= begin or text[end - 1] != " ":
            break
        start = end - 1
        while start > begin and _IN_WORD.match(text, start - 1):
            start -= 1
        if start == end - 1:
            break
        end = start
    return end
