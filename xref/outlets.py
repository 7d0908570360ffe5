"""Who is who among outlets and agencies: one normal form for every name, alias, abbreviation and domain.

A small built-in table knows the world's news agencies and the outlets that are cited most; `[[sources]]` of
the config come first and may overrule it. An unknown name keeps its own wording as normal form.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from xref.config import SourceConfig

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet or agency."""

    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    agency: bool = False
    family: str = ""


AGENCIES: tuple[Outlet, ...] = (
    Outlet("AP", ("Associated Press", "The Associated Press", "A.P."), ("apnews.com", "ap.org"), True),
    Outlet("Reuters", ("Thomson Reuters", "Reuters News Agency"), ("reuters.com",), True),
    Outlet("AFP", ("Agence France-Presse", "Agence France Presse"), ("afp.com",), True),
    Outlet("TASS", ("ITAR-TASS", "Tass news agency"), ("tass.com", "tass.ru"), True),
    Outlet("RIA Novosti", ("RIA",), ("ria.ru",), True),
    Outlet("Interfax", (), ("interfax.ru", "interfax.com"), True),
    Outlet("Interfax-Ukraine", (), ("interfax.com.ua",), True),
    Outlet("Ukrinform", (), ("ukrinform.net", "ukrinform.ua"), True),
    Outlet("Xinhua", ("Xinhua News Agency",), ("xinhuanet.com", "news.cn"), True),
    Outlet("Kyodo", ("Kyodo News",), ("kyodonews.net",), True),
    Outlet("Yonhap", ("Yonhap News Agency",), ("yna.co.kr",), True),
    Outlet("DPA", ("Deutsche Presse-Agentur", "German Press Agency"), ("dpa.com",), True),
    Outlet("ANSA", (), ("ansa.it",), True),
    Outlet("EFE", ("Agencia EFE",), ("efe.com",), True),
    Outlet("Anadolu Agency", ("Anadolu", "AA"), ("aa.com.tr",), True),
    Outlet("SANA", ("Syrian Arab News Agency",), ("sana.sy",), True),
    Outlet("PTI", ("Press Trust of India",), ("ptinews.com",), True),
    Outlet("ANI", ("Asian News International",), ("aninews.in",), True),
    Outlet("UPI", ("United Press International",), ("upi.com",), True),
    Outlet("PA", ("Press Association", "PA Media"), ("pa.media",), True),
    Outlet("AAP", ("Australian Associated Press",), ("aap.com.au",), True),
    Outlet("The Canadian Press", ("Canadian Press",), ("thecanadianpress.com",), True),
    Outlet("IRNA", ("Islamic Republic News Agency",), ("irna.ir",), True),
    Outlet("Fars", ("Fars News Agency", "Fars News"), ("farsnews.ir",), True),
    Outlet("Tasnim", ("Tasnim News Agency",), ("tasnimnews.com",), True),
    Outlet("NNA", ("National News Agency",), ("nna-leb.gov.lb",), True),
    Outlet("Petra", ("Jordan News Agency",), ("petra.gov.jo",), True),
    Outlet("MENA", ("Middle East News Agency",), (), True),
    Outlet("SPA", ("Saudi Press Agency",), ("spa.gov.sa",), True),
    Outlet("WAM", ("Emirates News Agency",), ("wam.ae",), True),
    Outlet("KUNA", ("Kuwait News Agency",), ("kuna.net.kw",), True),
    Outlet("BelTA", (), ("belta.by",), True),
    Outlet("KCNA", ("Korean Central News Agency",), ("kcna.kp",), True),
)

OUTLETS: tuple[Outlet, ...] = (
    Outlet("Financial Times", ("FT", "The Financial Times"), ("ft.com",)),
    Outlet("The New York Times", ("New York Times", "NYT", "The Times of New York"), ("nytimes.com",)),
    Outlet("The Washington Post", ("Washington Post", "WaPo"), ("washingtonpost.com",)),
    Outlet("The Wall Street Journal", ("Wall Street Journal", "WSJ"), ("wsj.com",)),
    Outlet("Bloomberg", ("Bloomberg News",), ("bloomberg.com",)),
    Outlet("BBC", ("BBC News", "British Broadcasting Corporation"), ("bbc.co.uk", "bbc.com")),
    Outlet("CNN", (), ("cnn.com",)),
    Outlet("The Guardian", ("Guardian",), ("theguardian.com",)),
    Outlet("Al Jazeera", ("Al-Jazeera", "Aljazeera"), ("aljazeera.com",)),
    Outlet("Al Arabiya", ("Al-Arabiya",), ("alarabiya.net",)),
    Outlet("Deutsche Welle", ("DW",), ("dw.com",)),
    Outlet("RFE/RL", ("Radio Free Europe/Radio Liberty", "Radio Liberty", "Radio Free Europe"), ("rferl.org",)),
    Outlet("Ukrainska Pravda", ("UP", "Ukrayinska Pravda"), ("pravda.com.ua",)),
    Outlet("NBC News", ("NBC",), ("nbcnews.com",)),
    Outlet("CBS News", ("CBS",), ("cbsnews.com",)),
    Outlet("ABC News", ("ABC",), ("abcnews.go.com",)),
    Outlet("Fox News", (), ("foxnews.com",)),
    Outlet("HuffPost", ("The Huffington Post", "Huffington Post"), ("huffpost.com", "huffingtonpost.com")),
    Outlet("USA Today", ("USA TODAY",), ("usatoday.com",)),
    Outlet("Politico", ("POLITICO",), ("politico.com", "politico.eu")),
    Outlet("Axios", (), ("axios.com",)),
    Outlet("NPR", ("National Public Radio",), ("npr.org",)),
    Outlet("The Economist", ("Economist",), ("economist.com",)),
    Outlet("Der Spiegel", ("Spiegel",), ("spiegel.de",)),
    Outlet("Le Monde", (), ("lemonde.fr",)),
    Outlet("Haaretz", (), ("haaretz.com",)),
    Outlet("Sputnik", (), ("sputniknews.com", "sputnikglobe.com")),
    Outlet("RT", ("Russia Today",), ("rt.com",)),
    Outlet("Sky News", (), ("news.sky.com",)),
    Outlet("LBC", (), ("lbc.co.uk",)),
    Outlet("Press TV", ("PressTV",), ("presstv.ir",)),
)


@dataclass(frozen=True, slots=True)
class Mention:
    """An outlet named in running text, with the characters where."""

    start: int
    end: int
    outlet: Outlet


def _key(name: str) -> str:
    """Comparison form of a name: folded case, no article, no punctuation."""
    words = re.sub(r"[^\w/]+", " ", name.casefold()).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words)


_AGENCY = re.compile(
    r"\b(?:(?:news ?)?wire|(?:news |press )agency|\w+ \w+ agency|press association|agentur)$", re.IGNORECASE
)
_PAPERS = frozenset([
    "times", "post", "herald", "tribune", "gazette", "journal", "telegraph", "chronicle", "guardian", "courier",
    "dispatch", "examiner", "inquirer", "sentinel", "globe", "mirror", "ledger", "bulletin", "mercury", "monitor",
    "observer", "independent", "standard", "argus", "echo", "star", "express", "advertiser",
])  # fmt: skip
"""Last words of papers' names that stand for the whole: `the Courier`, never `the News` or `the Radio`."""


def is_agency_name(name: str) -> bool:
    """Whether a name says that it is a news agency's: `Northern Wire Agency`, `Coast Newswire`."""
    return bool(_AGENCY.search(name))


def _initials(outlet: Outlet) -> Iterator[str]:
    """`NWA` for `Northern Wire Agency`; other outlets are rarely called so."""
    words = [word for word in re.findall(r"\w+", outlet.name) if word[0].isupper() and word != "The"]
    if outlet.agency and len(words) > 2:
        yield "".join(word[0] for word in words)


def _short_forms(outlet: Outlet) -> Iterator[str]:
    """Comparison forms of short names: `courier` for `Dravets Courier`, `northern wire` for `Northern Wire Agency`."""
    words = _key(outlet.name).split()
    if len(words) > 1 and words[-1] in _PAPERS:
        yield words[-1]
    if len(words) > 2 and words[-1] in ("agency", "news", "online"):
        yield " ".join(words[:-1])


def _unambiguous(outlets: Iterable[Outlet], forms: Callable[[Outlet], Iterable[str]]) -> dict[str, Outlet]:
    """The outlet of each form that only one has."""
    found: dict[str, set[Outlet]] = {}
    for outlet in outlets:
        for form in forms(outlet):
            found.setdefault(form, set()).add(outlet)
    return {form: next(iter(some)) for form, some in sorted(found.items()) if len(some) == 1}


class Directory:
    """Looks up outlets by name, alias, abbreviation or domain.

    Parameters
    ----------
    sources : the user's `[[sources]]`, which come before the built-in table.
    """

    def __init__(self, sources: Iterable[SourceConfig] = ()) -> None:
        self._by_key: dict[str, Outlet] = {}
        self._by_domain: dict[str, Outlet] = {}
        self._by_short: dict[str, Outlet] = {}
        self._initials: dict[str, Outlet] = {}
        self._in_text: re.Pattern[str] | None = None
        own = [Outlet(s.name, tuple(s.aliases), tuple(s.domains), s.agency, s.family) for s in sources]
        for outlet in (*own, *AGENCIES, *OUTLETS):
            for word in (outlet.name, *outlet.aliases):
                self._by_key.setdefault(_key(word), outlet)
            for domain in outlet.domains:
                self._by_domain.setdefault(domain.casefold(), outlet)

    def with_folder_outlets(self, names: Iterable[str]) -> Directory:
        """A directory that knows the folder's own outlets too: `The Meridian Post`, `the Post`, `NWA`.

        The user's and the built-in outlets come first. A name that says it is an agency's makes an agency. A short form
        or an abbreviation counts only where a single outlet can be meant by it.

        Parameters
        ----------
        names : the outlets of the folder's articles, in any number and order.
        """
        known = Directory()
        known._by_key, known._by_domain = dict(self._by_key), dict(self._by_domain)
        added = [Outlet(name, agency=is_agency_name(name)) for name in sorted({*names} - {UNKNOWN, ""})]
        for outlet in added:
            known._by_key.setdefault(_key(outlet.name), outlet)
        every = list({known._by_key[_key(outlet.name)] for outlet in added})
        for initials, outlet in _unambiguous(every, _initials).items():
            if _key(initials) not in known._by_key:
                known._by_key[_key(initials)] = outlet
                known._initials[initials] = outlet
        taken = {*known._by_key}
        known._by_short = {s: o for s, o in _unambiguous(every, _short_forms).items() if s not in taken}
        return known

    def find(self, name: str) -> Outlet | None:
        """The outlet of that name or alias, None when it is not known."""
        key = _key(name)
        outlet = self._by_key.get(key) or (self._by_short.get(key) if name[:1].isupper() or " " in name else None)
        if outlet and len(name) <= 3 and name != name.upper():
            return None  # "pa" or "ria" in running text is no agency
        return outlet

    def normal(self, name: str) -> str:
        """Normal form: the known outlet's name, else `name` with white space folded."""
        outlet = self.find(name)
        return outlet.name if outlet else " ".join(name.split())

    def by_domain(self, url: str) -> Outlet | None:
        """The outlet whose domain is the address's host or a parent of it; None for what is no address."""
        try:
            host = (urlsplit(url if "//" in url else f"//{url}").hostname or "").casefold()
        except ValueError:
            return None
        parts = host.split(".")
        for at in range(len(parts) - 1):
            if outlet := self._by_domain.get(".".join(parts[at:])):
                return outlet
        return None

    def is_agency(self, name: str) -> bool:
        """Whether it is a news agency whose text others print."""
        outlet = self.find(name)
        return bool(outlet and outlet.agency)

    def family(self, name: str) -> str:
        """Publisher family, the name itself when it has none."""
        outlet = self.find(name)
        return (outlet.family or outlet.name) if outlet else self.normal(name)

    def group(self, name: str) -> str:
        """Publisher family that the outlet was given, "" when it was given none."""
        outlet = self.find(name)
        return outlet.family if outlet else ""

    def mentions(self, text: str) -> list[Mention]:
        """Every known outlet that `text` names, from left to right, longest names first.

        Names are matched as they are written, so that neither "the guardian of the seal" nor "he was up" is an outlet.
        """
        if self._in_text is None:
            words = sorted(self.names(), key=lambda word: (-len(word), word))
            self._in_text = re.compile(r"(?<![\w.@])(?:" + "|".join(map(re.escape, words)) + r")(?![\w@])")
        found = []
        for match in self._in_text.finditer(text):
            if outlet := self.find(match.group()):
                found.append(Mention(match.start(), match.end(), outlet))
        return found

    def names(self) -> dict[str, str]:
        """Every known name and alias, with its normal form: for searching in text."""
        told = {word: o.name for o in {*self._by_key.values()} for word in (o.name, *o.aliases)}
        bare = {
            name.removeprefix("The "): name for name in told.values() if name.startswith("The ") and name.count(" ") > 1
        }
        return bare | told | {initials: o.name for initials, o in self._initials.items()}
