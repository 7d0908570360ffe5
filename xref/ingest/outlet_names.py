"""Who publishes an article: what the file says, then the address, then the folder, and by which of them it is known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from xref.ingest.drafts import Draft
from xref.outlets import UNKNOWN, Directory

_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", re.IGNORECASE)
_LONGEST = 100
_NO_NAMES = {"", "unknown", "none", "null", "n/a", "na", "nan", "-", "source", "news", "undefined"}


@dataclass(frozen=True, slots=True)
class Named:
    """An outlet's normal form, and what told it: `metadata`, `domain`, `alias`, `folder` or `unknown`."""

    outlet: str
    told_by: str


def outlet_of(draft: Draft, path: str, directory: Directory, is_folder_outlet: bool) -> Named:
    """The outlet of an article at `path`, relative to the folder that is read."""
    told = " ".join(draft.outlet.split())[:_LONGEST]
    if told.casefold() not in _NO_NAMES:
        return _from_metadata(told, directory)
    hosts = [host for address in (draft.url, draft.domain) if (host := _host(address))]
    for host in hosts:
        if outlet := directory.by_domain(host):
            return Named(outlet.name, "domain")
    if hosts:
        return Named(hosts[0], "domain")
    folder = path.rpartition("/")[0].rpartition("/")[2]
    if is_folder_outlet and folder:
        outlet = directory.find(folder) or directory.find(re.sub(r"[-_]+", " ", folder))
        return Named(outlet.name if outlet else directory.normal(folder), "folder")
    return Named(UNKNOWN, "unknown")


def _from_metadata(told: str, directory: Directory) -> Named:
    """A known name is itself; an alias or a host in the name's place is told as such."""
    if outlet := directory.find(told):
        return Named(outlet.name, "metadata" if outlet.name.casefold() == told.casefold() else "alias")
    if _HOST.fullmatch(told):
        outlet = directory.by_domain(told)
        return Named(outlet.name if outlet else _host(told), "domain")
    return Named(directory.normal(told), "metadata")


def _host(address: str) -> str:
    """Host in lower case without `www.`; "" when the address has none."""
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""
    return re.sub(r"\A(?:www\d?|m|amp|mobile)\.", "", host.casefold()) if _HOST.fullmatch(host) else ""
