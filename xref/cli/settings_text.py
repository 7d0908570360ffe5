"""Settings in words: the commented file of `xref init`, and the values of `xref config`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from annotated_types import Ge, Gt, Le, Lt
from pydantic.fields import FieldInfo

from xref.config import SECTIONS, SourceConfig
from xref.settings import FILE_NAME, LoadedConfig, section_model

_KINDS: dict[type, str] = {bool: "true or false", int: "whole number", float: "number", str: "text"}
_BOUNDS: dict[type, tuple[str, str]] = {
    Ge: ("ge", "from {}"),
    Gt: ("gt", "above {}"),
    Le: ("le", "up to {}"),
    Lt: ("lt", "below {}"),
}


@dataclass(frozen=True)
class Setting:
    """One key of the configuration, ready to be shown."""

    section: str
    key: str
    range: str
    """What values it takes: `whole number, from 1 up to 50`."""
    default: str
    """In TOML syntax."""
    description: str


def section_title(section: str) -> str:
    """What a section is about."""
    return (section_model(section).__doc__ or "").strip()


def settings_of(section: str) -> Iterator[Setting]:
    """The keys of a section, in the order they are declared."""
    for key, field in section_model(section).model_fields.items():
        yield _setting(section, key, field)


def source_settings() -> Iterator[Setting]:
    """The keys of a `[[sources]]` entry."""
    for key, field in SourceConfig.model_fields.items():
        yield _setting("sources", key, field)


def to_toml(value: Any) -> str:
    """A value in TOML syntax."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(to_toml(part) for part in value) + "]"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return repr(value)


def commented_file() -> str:
    """Text of a config file that shows every key with its meaning, range and default, and changes nothing."""
    parts = [_HEAD]
    for section in SECTIONS:
        parts.append(f"\n[{section}]  # {section_title(section)}\n")
        for setting in settings_of(section):
            parts.append(f"# {setting.description} ({setting.range})\n# {setting.key} = {setting.default}\n")
    return "".join(parts) + _SOURCES


def values_with_origins(loaded: LoadedConfig) -> str:
    """Every value as a line of a config file, each with where it came from."""
    lines = []
    for section in SECTIONS:
        lines.append(f"[{section}]")
        for key, value in getattr(loaded.config, section):
            lines.append(f"{f'{key} = {to_toml(value)}':<44} # {loaded.provenance[f'{section}.{key}']}")
        lines.append("")
    for source in loaded.config.sources:
        lines.append(f"[[sources]]  # {loaded.provenance['sources']}")
        lines += [f"{key} = {to_toml(value)}" for key, value in source if value]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _setting(section: str, key: str, field: FieldInfo) -> Setting:
    default = "" if field.is_required() else to_toml(field.get_default())
    return Setting(section, key, _range_of(field), default, field.description or "")


def _range_of(field: FieldInfo) -> str:
    bounds = [
        text.format(f"{getattr(mark, name):g}")
        for mark in field.metadata
        for kind, (name, text) in _BOUNDS.items()
        if isinstance(mark, kind)
    ]
    return ", ".join([_kind_of(field.annotation), *([" ".join(bounds)] if bounds else [])])


def _kind_of(annotation: Any) -> str:
    if get_origin(annotation) is Literal:
        return "one of " + ", ".join(to_toml(value) for value in get_args(annotation))
    if get_origin(annotation) is list:
        return f"list: {_kind_of(get_args(annotation)[0])}"
    return _KINDS[annotation]


_HEAD = f"""\
# Settings of xref. Every key is shown with its default; take the # away before a key to change it.
# Read from {FILE_NAME} in the working folder, or from the file that --config names.
# Stronger than this file: the environment (XREF_SECTION__KEY=value), then --set section.key=value.
# `xref config` shows each value and where it came from.
"""

_SOURCES = """
# What you know of outlets and agencies: one [[sources]] entry each, all keys but the name optional.
# [[sources]]
""" + "".join(
    f"# {line}\n"
    for line in (
        'name = "Harbour Post"  # the form shown in the report',
        'aliases = ["The Harbour Post", "HP"]  # other names in articles and credits',
        'domains = ["harbourpost.example"]  # addresses it publishes at',
        'family = "Coastal Media"  # publisher; outlets of one family are no independent origins of one text',
        "agency = false  # true for a news agency whose text others print",
        'reliability = "B"  # your own Admiralty grade, A to F; xref never grades by itself',
        'country = ""',
    )
)
