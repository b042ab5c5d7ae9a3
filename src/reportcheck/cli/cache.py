"""`reportcheck cache`: where results are kept, and how to be rid of them."""

from __future__ import annotations

from typing import Annotated

import typer


def cache(
    what: Annotated[str, typer.Argument(metavar="[clear]", help="`clear` takes all kept results away.")] = "",
) -> None:
    """Show where the results of papers are kept, or take them away (cache clear).

    A paper that has not changed since is not audited again. At most 500 MB are kept, and what was not asked for
    longest goes first.
    """
    from reportcheck.archive.cache import Cache, cache_folder
    from reportcheck.errors import UsageError, meant
    from reportcheck.report.places import plural
    from reportcheck.report.safe import safe

    if what not in ("", "clear"):
        raise UsageError(f"reportcheck cache {what}: there is no such word{meant(what, ['clear'])}. It takes: clear.")
    kept = Cache(cache_folder())
    count, size = kept.clear() if what else kept.size()
    told = f"{plural(count, 'result')}, {size / 2**20:.1f} MB"
    typer.echo(f"{told} taken away" if what else f"{safe(str(kept.folder))}: {told}")
