"""Reads the configuration from a file, the environment and the command line, and says where each value came from.

Precedence: defaults < file < environment `XREF_SECTION__KEY` < `--set section.key=value`. All mistakes are told at
once, and an unknown key is told with the nearest known one.
"""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from xref.config import SECTIONS, Config, SourceConfig
from xref.errors import ConfigError

ENV_PREFIX = "XREF_"
FILE_NAME = "xref.toml"


@dataclass(frozen=True)
class LoadedConfig:
    """A configuration and where each value came from: `default`, the file's path, `environment NAME` or `--set`."""

    config: Config
    provenance: Mapping[str, str]
    path: Path | None = None


def load_config(
    path: Path | None = None,
    overrides: Iterable[str] = (),
    environment: Mapping[str, str] | None = None,
) -> LoadedConfig:
    """The configuration of a run.

    Parameters
    ----------
    path : file to read; None looks for `xref.toml` in the working folder and goes on without.
    overrides : `section.key=value` texts of `--set`; values in TOML syntax, bare words are strings.
    environment : variables to look in; None is os.environ.

    Raises ConfigError naming every mistake at once.
    """
    if path is None and Path(FILE_NAME).is_file():
        path = Path(FILE_NAME)
    draft = _Draft()
    if path is not None:
        _read_file(path, draft)
    _read_environment(os.environ if environment is None else environment, draft)
    _read_overrides(overrides, draft)
    return LoadedConfig(_validated(draft), _provenance(draft), path)


def section_model(section: str) -> type[BaseModel]:
    """The class that declares the keys of a section."""
    model = Config.model_fields[section].annotation
    assert isinstance(model, type) and issubclass(model, BaseModel)
    return model


@dataclass
class _Draft:
    """Raw values on their way to validation, where they came from, and the mistakes found so far."""

    values: dict[str, Any] = field(default_factory=dict)
    provenance: dict[str, str] = field(default_factory=dict)
    mistakes: list[str] = field(default_factory=list)

    def put(self, section: str, key: str, value: Any, origin: str) -> None:
        """Sets one value, or notes that there is no such key."""
        if section not in SECTIONS:
            hint = (
                "; [[sources]] stand in the file" if section == "sources" else _nearest(section, [*SECTIONS, "sources"])
            )
            self.mistakes.append(f"{origin}: unknown section [{section}]{hint}")
            return
        known = list(section_model(section).model_fields)
        if key not in known:
            self.mistakes.append(f"{origin}: unknown key {section}.{key}{_nearest(key, known, section + '.')}")
            return
        self.values.setdefault(section, {})[key] = value
        self.provenance[f"{section}.{key}"] = origin

    def put_text(self, section: str, key: str, text: str, origin: str) -> None:
        """Sets one value that was written as text."""
        self.put(section, key, text if _is_text(section, key, text) else _literal(text), origin)


def _read_file(path: Path, draft: _Draft) -> None:
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise ConfigError(f"{path}: there is no such config file", "`xref init` writes one.") from None
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: can't be read as TOML: {error}") from None
    for section, content in document.items():
        if section == "sources" and isinstance(content, list):
            draft.values["sources"] = content
            draft.provenance["sources"] = str(path)
        elif section == "sources":
            draft.mistakes.append(f"{path}: write [[sources]], in double brackets, once an outlet")
        elif isinstance(content, dict):
            for key, value in content.items():
                draft.put(section, key, value, str(path))
        elif section in SECTIONS:
            draft.mistakes.append(f"{path}: write [{section}] on a line of its own, once, and its keys below")
        else:
            draft.mistakes.append(f"{path}: {section} stands in no section{_nearest(section, list(SECTIONS))}")


def _read_environment(environment: Mapping[str, str], draft: _Draft) -> None:
    for name, text in sorted(environment.items()):
        if not name.startswith(ENV_PREFIX):
            continue
        section, separator, key = name.removeprefix(ENV_PREFIX).lower().partition("__")
        first, _, rest = section.partition("_")
        if separator:
            draft.put_text(section, key, text, f"environment {name}")
        elif first in SECTIONS:
            right = f"{ENV_PREFIX}{first}__{rest}".upper()
            draft.mistakes.append(f"environment {name}: write {right}, with two underscores after the section")


def _read_overrides(overrides: Iterable[str], draft: _Draft) -> None:
    for override in overrides:
        left, separator, text = override.partition("=")
        section, dot, key = left.strip().partition(".")
        if separator and dot:
            draft.put_text(section, key, text.strip(), "--set")
        else:
            draft.mistakes.append(f"--set {override}: write section.key=value")


def _literal(text: str) -> Any:
    """`text` as a TOML value; a bare word is a string."""
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text


def _is_text(section: str, key: str, text: str) -> bool:
    """Whether the key holds text and `text` stands unquoted: `report.title=2024` is a title."""
    if section not in SECTIONS or key not in section_model(section).model_fields or text[:1] in ("'", '"'):
        return False
    return section_model(section).model_fields[key].annotation is str


def _nearest(word: str, known: list[str], prefix: str = "") -> str:
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
    return f", did you mean {prefix}{close[0]}?" if close else f"; known: {', '.join(prefix + k for k in known)}"


def _validated(draft: _Draft) -> Config:
    mistakes = list(draft.mistakes)
    config = None
    try:
        config = Config.model_validate(draft.values)
    except ValidationError as error:
        mistakes += [_in_words(problem, draft) for problem in error.errors()]
    else:
        mistakes += _source_mistakes(config.sources)
    if mistakes or config is None:
        lines = "\n".join(f"  {mistake}" for mistake in mistakes)
        raise ConfigError(
            f"the configuration has {len(mistakes)} mistake{'s' if len(mistakes) > 1 else ''}:\n{lines}",
            "`xref init` writes a file that shows every key with its range.",
        )
    return config


def _in_words(problem: ErrorDetails, draft: _Draft) -> str:
    """One mistake that validation found: where it stands, what was written, what is wrong with it."""
    place = [str(part) for part in problem["loc"]]
    message = _what_is_wrong(problem)
    if place[0] == "sources":
        return f"{draft.provenance['sources']}: {_source_in_words(problem, draft, message)}"
    origins = [draft.provenance[key] for key in draft.provenance if key.startswith(".".join(place[:2]))]
    if len(place) == 1:  # what a whole section says about its keys together
        return f"{', '.join(dict.fromkeys(origins))}: [{place[0]}] {message}"
    return f"{origins[0]}: {'.'.join(place)} = {_shortened(problem['input'])} {message}"


def _what_is_wrong(problem: ErrorDetails) -> str:
    """pydantic's message in our words; for a pattern, what the key should hold."""
    message = re.sub(r"^(?:Value error, )?(?:Input|String|List) should", "should", problem["msg"])
    place = problem["loc"]
    if problem["type"] == "string_pattern_mismatch" and len(place) == 2:
        section = Config.model_fields[str(place[0])].annotation
        return f"should be: {section.model_fields[str(place[1])].description}"  # type: ignore[union-attr]
    return message.removeprefix("Value error, ")


def _source_in_words(problem: ErrorDetails, draft: _Draft, message: str) -> str:
    """One mistake in a `[[sources]]` entry, named by its number and, where it has one, its name."""
    if len(problem["loc"]) < 2:
        return f"[[sources]] {message}"
    number = int(problem["loc"][1])
    entry = draft.values["sources"][number]
    name = entry.get("name") if isinstance(entry, dict) else None
    where = f"[[sources]] number {number + 1}" + (f" ({_shortened(name)})" if name else "")
    key = ".".join(str(part) for part in problem["loc"][2:])
    if problem["type"] == "extra_forbidden":
        return f"{where}: unknown key {key}{_nearest(key, list(SourceConfig.model_fields))}"
    if problem["type"] == "missing":
        return f"{where}: {key} is missing"
    return f"{where}: {key} = {_shortened(problem['input'])} {message}"


def _shortened(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _source_mistakes(sources: tuple[SourceConfig, ...]) -> list[str]:
    """Names, aliases and domains that two entries claim."""
    seen: dict[str, int] = {}
    mistakes = []
    for number, source in enumerate(sources):
        for word in sorted({word.casefold() for word in (source.name, *source.aliases, *source.domains)}):
            if word in seen:
                where = f"[[sources]] number {number + 1} ({source.name!r})"
                mistakes.append(f"{where}: {word!r} belongs to number {seen[word] + 1} already")
            seen.setdefault(word, number)
    return mistakes


def _provenance(draft: _Draft) -> dict[str, str]:
    keys = [f"{section}.{key}" for section in SECTIONS for key in section_model(section).model_fields]
    return {key: draft.provenance.get(key, "default") for key in [*keys, "sources"]}
