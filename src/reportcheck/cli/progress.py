"""A bar on stderr for what takes over a second, where somebody looks."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator

from reportcheck.archive.run import Outcome

_PATIENCE = 1.0


def watched(outcomes: Iterator[Outcome], total: int) -> Iterator[Outcome]:
    """The outcomes as they come, with a bar once a second has passed; no bar where stderr is no terminal."""
    if total < 2 or not sys.stderr.isatty():
        yield from outcomes
        return
    begun, bar, done = time.monotonic(), None, 0
    try:
        for outcome in outcomes:
            done += 1
            if bar is None and time.monotonic() - begun > _PATIENCE:
                bar = _Bar(total)
            if bar is not None:
                bar.show(done)
            yield outcome
    finally:
        if bar is not None:
            bar.close()


class _Bar:
    """A progress bar that leaves nothing behind."""

    def __init__(self, total: int) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn("auditing"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._progress = Progress(*columns, console=Console(file=sys.stderr), transient=True)
        self._task = self._progress.add_task("", total=total)
        self._progress.start()

    def show(self, done: int) -> None:
        """So many papers are done."""
        self._progress.update(self._task, completed=done)

    def close(self) -> None:
        """Take the bar away."""
        self._progress.stop()
