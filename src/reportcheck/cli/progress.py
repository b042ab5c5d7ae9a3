"""A bar on stderr for what takes over a second, where somebody looks."""

from __future__ import annotations

import sys
import time
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_PATIENCE = 1.0


class Watch:
    """Says how far the work is; it says nothing where stderr is no terminal, or before a second has passed."""

    def __init__(self, papers: int) -> None:
        self._papers = papers
        self._begun = time.monotonic()
        self._looked_at = sys.stderr.isatty()
        self._name = ""
        self._bar: tuple[Progress, TaskID] | None = None

    def paper(self, number: int, name: str) -> None:
        """The work on a paper begins."""
        from reportcheck.report.safe import safe

        count = f"{number} of {self._papers}: " if self._papers > 1 else ""
        self._name = count + safe(PurePath(name).name)[-40:]
        self.pages(0, 0)

    def pages(self, done: int, of: int) -> None:
        """So many of so many pages of the paper are read."""
        if not self._looked_at or time.monotonic() - self._begun < _PATIENCE:
            return
        if self._bar is None:
            self._bar = _bar()
        bar, task = self._bar
        checking = f"checking {of} page{'s' * (of > 1)}: sums, sentences, references, dates"
        told = f"{done} of {of} pages read" if done < of else checking if of else "reading"
        bar.update(task, description=self._name, completed=done, total=of if done < of else None, told=told)

    def hide(self) -> None:
        """Make room for what is printed; the bar comes back when there is more to say."""
        if self._bar is not None:
            self._bar[0].stop()
            self._bar = None


def _bar() -> tuple[Progress, TaskID]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=20),
        TextColumn("{task.fields[told]}", markup=False),
    )
    bar = Progress(*columns, console=Console(file=sys.stderr), transient=True)
    task = bar.add_task("", total=None, told="")
    bar.start()
    return bar, task
