"""The one family of errors: what went wrong, what to do about it, and the exit code it ends with."""

from __future__ import annotations


class XrefError(Exception):
    """An error a user can act on.

    Parameters
    ----------
    message : what went wrong, naming the file or key.
    hint : what to do about it, or "".
    """

    exit_code = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}\n{self.hint}" if self.hint else self.message


class UsageError(XrefError):
    """A command was called in a way that can't work (exit code 2)."""


class ConfigError(XrefError):
    """The configuration holds one or more mistakes, all told at once (exit code 2)."""


class NothingReadable(XrefError):
    """No file of the folder could be read as an article (exit code 3)."""

    exit_code = 3


class ModelMissing(XrefError):
    """A model the config names is not on this machine (exit code 4)."""

    exit_code = 4


class OutputError(XrefError):
    """The report could not be written: no space, no permission (exit code 2)."""


class RunUnreadable(XrefError):
    """A run folder is missing, half-written or of another version (exit code 2)."""
