"""What a run says while it runs: a progress bar on a terminal, warnings, and nothing more than asked for."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

import click
import pandas as pd
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

WARNINGS_SHOWN = 5


class Terminal:
    """Receives the steps of a run and shows them on stderr.

    Parameters
    ----------
    quiet : show nothing.
    verbose : 1 shows every warning, and each step when it ends where there is no terminal; 2 likewise.
    console : where to; None is stderr.
    """

    def __init__(self, quiet: bool = False, verbose: int = 0, console: Console | None = None) -> None:
        self.warnings: list[str] = []
        self._quiet = quiet
        self._verbose = verbose
        self._console = console or Console(stderr=True, highlight=False)
        self._bar = Progress(
            SpinnerColumn(), TextColumn("{task.description}"), BarColumn(bar_width=28), MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=self._console, transient=True, disable=quiet or not self._console.is_terminal,
        )  # fmt: skip
        self._task: TaskID | None = None
        self._step = ""
        self._begun = 0.0

    @contextmanager
    def running(self) -> Iterator[Terminal]:
        """Shows the bar for the length of the block, then tells what was held back."""
        with self._bar:
            yield self
            self._end_step()
        self._tell_hidden_warnings()

    def start(self, step: str, total: int | None = None) -> None:
        """A step begins; the same step again only learns its total."""
        if step != self._step:
            self._end_step()
            self._step, self._begun = step, time.perf_counter()
        elif self._task is not None:
            self._bar.remove_task(self._task)
        self._task = self._bar.add_task(step, total=total)

    def advance(self, amount: int = 1) -> None:
        """Units of the current step are done."""
        if self._task is not None:
            self._bar.advance(self._task, amount)

    def warn(self, message: str) -> None:
        """Keeps the message, and shows it unless there were many."""
        if message in self.warnings:
            return
        self.warnings.append(message)
        if not self._quiet and (self._verbose or len(self.warnings) <= WARNINGS_SHOWN):
            self._say(f"warning: {message}")

    def _end_step(self) -> None:
        if self._task is not None:
            self._bar.remove_task(self._task)
            self._task = None
            if self._verbose and not self._quiet:
                self._say(f"{self._step}: {time.perf_counter() - self._begun:.1f} s")

    def _tell_hidden_warnings(self) -> None:
        hidden = len(self.warnings) - WARNINGS_SHOWN
        if hidden > 0 and not self._verbose and not self._quiet:
            click.echo(
                f"warning: {hidden} more warning{'s' if hidden > 1 else ''}: -v shows them, run.json keeps them",
                err=True,
            )

    def _say(self, line: str) -> None:
        line = shown(line)
        if self._bar.live.is_started and self._console.is_terminal:
            self._console.print(line, markup=False, soft_wrap=True)
        else:
            click.echo(line, err=True)


def talk_dropped(dropped: pd.DataFrame) -> None:
    """Tells each sentence that is no claim, with its reason, on stderr."""
    for row in dropped.itertuples():
        click.echo(f"dropped {row.path}:{row.start} {row.reason}: {shown(str(row.quote))}", err=True)


def shown(text: str) -> str:
    """`text` on one line, without characters that would steer the reader's terminal."""
    return "".join(c if c.isprintable() else "\ufffd" for c in " ".join(text.split()))
