"""A stream -> a console that writes styled lines and nothing of its own."""

from __future__ import annotations

import os
from typing import IO

from rich.console import Console
from rich.text import Text
from rich.theme import Theme

THEME = Theme(
    {
        # No colour of a terminal can be read on white and on black: what has one brings its own ground along.
        "error": "bold bright_white on red",
        "warning": "black on yellow",
        "note": "black on cyan",
        "suspect": "bold bright_white on red",
        "mark": "bold",
        "figure": "bold",
        "good": "bold",
        "quiet": "none",
        "paper": "bold",
    },
    inherit=False,
)
_PIPED_WIDTH = 100


class _Console(Console):
    """Leaves it to its caller what is done where nobody reads any more; rich would end the process."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def console(stream: IO[str], width: int | None = None) -> Console:
    """A console on `stream` that adds nothing of its own: no markup, no guessed colours for figures or paths."""
    made = _Console(
        file=stream, theme=THEME, markup=False, highlight=False, emoji=False, width=width, legacy_windows=False
    )
    if width is None and not made.is_terminal and "COLUMNS" not in os.environ:
        made.width = _PIPED_WIDTH
    return made


def write_line(to: Console, text: str, style: str, indent: int = 0) -> None:
    """One line, never wrapped."""
    to.print(Text(" " * indent + text, style=style), soft_wrap=True)


def write_wrapped(to: Console, text: Text, indent: int, hang: int | None = None) -> None:
    """Text wrapped to the width, its lines set in, those after the first by `hang`; no word is lost."""
    deep = indent if hang is None else hang
    for number, row in enumerate(text.wrap(to, max(to.width - deep - 1, 20))):
        row.rstrip()
        to.print(Text(" " * (deep if number else indent)).append_text(row), soft_wrap=True)
