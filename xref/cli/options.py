"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def config_options(command: F) -> F:
    """`--config FILE` and `--set section.key=value`, as `config_file` and `overrides`."""
    for option in (
        click.option(
            "overrides", "--set", metavar="SECTION.KEY=VALUE", multiple=True,
            help="One setting for this run; may be repeated.",
        ),
        click.option(
            "config_file", "--config", metavar="FILE", type=click.Path(path_type=Path),
            help="Settings to read. [default: xref.toml in the working folder, if there is one]",
        ),
    ):  # fmt: skip
        command = option(command)
    return command


def language_option(command: F) -> F:
    """`--language CODE`, short for `--set claims.language=CODE`."""
    return click.option(
        "--language", metavar="CODE", help="Read every article as this language (ISO 639-1), whatever detection says."
    )(command)


def language_override(language: str | None) -> list[str]:
    """`--language` as an override of the configuration."""
    return [f"claims.language={language}"] if language else []


def talk_options(command: F) -> F:
    """`-q` and `-v`, as `quiet` and `verbose`."""
    for option in (
        click.option(
            "-v", "--verbose", count=True, help="Say more: every warning and step; twice: dropped sentences too."
        ),
        click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors."),
    ):
        command = option(command)
    return command


def folder_argument(command: F) -> F:
    """The folder of articles, as `folder`."""
    return click.argument("folder", type=click.Path(path_type=Path))(command)
