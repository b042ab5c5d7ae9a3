"""The commands, and what is said to whoever names none of them."""

from __future__ import annotations

import glob
from pathlib import Path
from typing import Any

from typer.core import TyperGroup

from reportcheck.errors import UsageError, meant

UNREAD = 141
"""The exit code where whoever read the output, such as `head`, has read enough: that of a process that SIGPIPE ends."""


class Unread(BaseException):
    """Nobody reads the output any more. Typer would make it the exit code 1, which says that there are findings."""


class Commands(TyperGroup):
    """The commands; a paper in the place of one is taken for a forgotten `audit`."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that is named."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise Unread from None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that is named; where none is, what may have been meant."""
        name = args[0]
        if name in self.commands or name.startswith("-"):
            return super().resolve_command(ctx, args)
        close = meant(name, self.commands)
        if not close and (Path(name).suffix or Path(name).exists() or glob.has_magic(name)):
            import shlex

            close = f" (did you mean: reportcheck audit {' '.join(map(shlex.quote, args))}?)"
        known = ", ".join(self.commands)
        raise UsageError(f"there is no command {name!r}{close}. Commands are: {known}.")
