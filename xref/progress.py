"""How rooms tell that they are getting on, without knowing whether anyone looks."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Receives the steps of a run. The command line shows them with rich; the library default is silent."""

    def start(self, step: str, total: int | None = None) -> None:
        """A step begins: `total` units of work, None when not known."""

    def advance(self, amount: int = 1) -> None:
        """Units of the current step are done."""

    def warn(self, message: str) -> None:
        """Something the user should know, that does not stop the run."""


class Silent:
    """Shows nothing; keeps warnings for run.json."""

    def __init__(self) -> None:
        self.warnings: list[str] = []

    def start(self, step: str, total: int | None = None) -> None:
        """Does nothing."""

    def advance(self, amount: int = 1) -> None:
        """Does nothing."""

    def warn(self, message: str) -> None:
        """Keeps the message."""
        self.warnings.append(message)
