"""`reportcheck rules`: what is checked, and why."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def rules(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[RULE]...", help="Rules to explain; all are listed without.")
    ] = None,
    folder: Annotated[Path | None, typer.Option("--rules", metavar="FOLDER", help="More rules, as YAML files.")] = None,
) -> None:
    """List the rules, or explain one: reportcheck rules RC101."""
    import sys

    from reportcheck.errors import UsageError
    from reportcheck.report.console import console
    from reportcheck.report.explain import explain, listing
    from reportcheck.rulepack import rules_for

    try:
        chosen = rules_for(folder, tuple(names or ()), (), examples=True)
    except UsageError as problem:
        raise UsageError(str(problem).removeprefix("--select ")) from None
    to = console(sys.stdout)
    if not names:
        listing(to, chosen)
    for rule in chosen if names else ():
        explain(to, rule)
