"""Arguments in, exit code out."""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import sys

import typer

from reportcheck.cli.commands import UNREAD, Commands, Unread
from reportcheck.cli.stopping import Stopped, stoppable
from reportcheck.version import VERSION

_HOMES = {
    name: name
    for name in ("audit", "batch", "compare", "history", "extract", "rules", "accept", "baseline", "config", "cache")
}
_HOMES["baseline"] = "accept"
"""The commands, in the order of the help, and the module in which each stands under its own name."""


def _app(first: str) -> typer.Typer:
    """The command that the first word names, or all of them: to make one takes as long as to read a page."""
    app = typer.Typer(
        cls=Commands,
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True)(top)
    for name in [first] if first in _HOMES else _HOMES:
        module = importlib.import_module(f"reportcheck.cli.{_HOMES[name]}")
        app.command(cls=getattr(module, "Command", None))(getattr(module, name))
    return app


def top(version: bool = typer.Option(False, "--version", help="Print the version and stop.")) -> None:
    """A linter for the numbers in public board papers."""
    if version:
        typer.echo(f"reportcheck {VERSION}")
        raise typer.Exit


def main() -> None:
    """The entry point: whatever happens, one line tells it and the exit code says it."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    # Papers are records without cycles: looking for some as often as Python does takes a tenth of the time.
    gc.set_threshold(1_000_000, 50, 100)
    try:
        with stoppable():
            _app("".join(sys.argv[1:2]))()
    except Unread:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(UNREAD)
    except Stopped as stop:
        sys.exit(stop.exit_code)
    except Exception as problem:
        from reportcheck.cli.say import complain

        complain(problem)
        sys.exit(2)
    finally:
        gc.freeze()  # On its way out Python looks for cycles in all that was read, for nobody's good.


def command() -> None:
    """`main` in a process of its own, which ends without freeing a million records one by one."""
    try:
        main()
    except SystemExit as end:
        if not isinstance(end.code, int) or end.code > 1:
            raise
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        except BrokenPipeError:
            os._exit(UNREAD)
        except (OSError, ValueError):
            raise end from None  # Python says what could not be written.
        os._exit(end.code)
