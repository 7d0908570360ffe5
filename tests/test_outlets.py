"""Who is who: names, aliases and domains of outlets and agencies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xref.config import SourceConfig
from xref.outlets import AGENCIES, OUTLETS, Directory

KNOWN = Directory()


@pytest.mark.parametrize("outlet", [*AGENCIES, *OUTLETS], ids=lambda outlet: outlet.name)
def test_every_name_alias_and_domain_of_the_built_in_table_finds_its_outlet(outlet) -> None:  # type: ignore[no-untyped-def]
    for word in (outlet.name, *outlet.aliases):
        assert KNOWN.find(word) == outlet, word
    for domain in outlet.domains:
        assert KNOWN.by_domain(f"https://www.{domain}/news/1") == outlet, domain
    assert KNOWN.is_agency(outlet.name) == outlet.agency


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("the associated press", "AP"),
        ("AGENCE FRANCE-PRESSE", "AFP"),
        ("Agence France Presse", "AFP"),
        ("FT", "Financial Times"),
        ("The  Financial\nTimes", "Financial Times"),
        ("Harbour   Post", "Harbour Post"),
        ("pa", "pa"),
        ("Ria", "Ria"),
        ("", ""),
    ],
)
def test_names_are_brought_to_one_form(written: str, normal: str) -> None:
    assert KNOWN.normal(written) == normal


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://edition.cnn.com/2024/x", "CNN"),
        ("ft.com", "Financial Times"),
        ("//www.ft.com/a", "Financial Times"),
        ("https://FT.com:443/a", "Financial Times"),
        ("https://user:secret@ft.com/", "Financial Times"),
    ],
)
def test_a_subdomain_belongs_to_its_outlet(address: str, name: str) -> None:
    outlet = KNOWN.by_domain(address)
    assert outlet is not None
    assert outlet.name == name


@pytest.mark.parametrize(
    "address",
    ["https://notft.com/", "https://ft.com.example/", "https://example/ft.com", "", "com", "http://[::1", "http://["],
)
def test_an_address_that_only_looks_like_it_belongs_to_nobody(address: str) -> None:
    assert KNOWN.by_domain(address) is None


def test_the_user_s_sources_come_before_the_built_in_table() -> None:
    own = SourceConfig(name="Fenland Times", aliases=["FT"], domains=["ft.com"], family="Fen Group", agency=True)
    directory = Directory([own])
    assert directory.normal("FT") == "Fenland Times"
    assert directory.is_agency("the fenland times")
    assert directory.family("FT") == "Fen Group"
    found = directory.by_domain("https://ft.com/")
    assert found is not None
    assert found.name == "Fenland Times"
    assert directory.normal("The Financial Times") == "Financial Times"


def test_an_unknown_outlet_is_its_own_family_and_no_agency() -> None:
    assert KNOWN.family(" Coast  FM ") == "Coast FM"
    assert not KNOWN.is_agency("Coast FM")


def test_every_known_name_leads_to_a_normal_form_that_is_known() -> None:
    names = KNOWN.names()
    assert len(names) > 100
    assert all(KNOWN.normal(name) == name for name in names.values())


@given(st.text())
def test_any_text_has_a_normal_form_that_stays(name: str) -> None:
    normal = KNOWN.normal(name)
    assert KNOWN.normal(normal) == normal


@given(st.text())
def test_no_address_is_too_broken_to_be_looked_up(address: str) -> None:
    KNOWN.by_domain(address)


FOLDER = KNOWN.with_folder_outlets([
    "The Fenland Mail", "Fenland Post", "Coast Wire Agency", "Inlet Herald", "North Herald", "Varn Radio", "unknown",
    "BBC News",
])  # fmt: skip


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("Fenland Mail", "The Fenland Mail"),
        ("the Post", "Fenland Post"),
        ("the Herald", "the Herald"),
        ("Radio", "Radio"),
        ("CWA", "Coast Wire Agency"),
        ("cwa", "cwa"),
        ("Coast Wire", "Coast Wire Agency"),
        ("BBC News", "BBC"),
        ("unknown", "unknown"),
    ],
)
def test_the_outlets_of_the_folder_are_known_by_the_short_names_that_only_one_has(written: str, normal: str) -> None:
    assert FOLDER.normal(written) == normal


def test_a_name_that_says_so_is_an_agency() -> None:
    assert FOLDER.is_agency("CWA")
    assert not FOLDER.is_agency("Fenland Post")


def test_the_order_of_a_folder_s_outlets_is_nothing() -> None:
    names = ["Fenland Mail", "The Fenland Mail", "Coast Wire Agency"]
    forth, back = (KNOWN.with_folder_outlets(some) for some in (names, names[::-1]))
    assert forth.names() == back.names()
    assert len({forth.normal(name) for name in names}) == 2


def test_running_text_names_the_folder_s_outlets_in_full_or_by_their_initials() -> None:
    text = "VARN (CWA) - The post came late, the Fenland Mail and Fenland Post said."
    assert [m.outlet.name for m in FOLDER.mentions(text)] == ["Coast Wire Agency", "The Fenland Mail", "Fenland Post"]
