"""What is said of a paper that was not read or tested in full, where no report says it, and what that costs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from reportcheck.archive.run import Outcome
from reportcheck.cli.request import Request
from reportcheck.cli.say import say

if TYPE_CHECKING:
    from reportcheck.archive.ledger import Entry
    from reportcheck.archive.papers import Asked

_PAPERS = {".doc", ".rtf", ".odt", ".pages", ".mht", ".mhtml", ".xls", ".ppt", ".pptx", ".odp"}
"""What people write papers in, and that is not read."""
_MOST_KINDS = 8


def doubt_report(request: Request, outcome: Outcome) -> int:
    """Tell it of a paper whose report was written; what it adds to the exit code."""
    report = outcome.report
    if report is None or outcome.failed:
        return 0
    from reportcheck.report.doubts import unread, untested

    now = report.coverage
    tested = now.verified + now.challenged
    if request.quiet or under(request, now.figures, tested):
        _tell(request, outcome.name, now.figures, tested, untested(now.figures, tested), unread(report))
    return int(under(request, now.figures, tested))


def doubt_entries(request_of: Callable[[str], Request], entries: Iterable[Entry]) -> int:
    """Tell it of the papers in a folder of results: one by one where nothing was read or tested, the others in all."""
    from reportcheck.report.doubts import untested
    from reportcheck.report.places import plural

    audited = [entry for entry in entries if not entry.errors]
    code = few = 0
    for entry in audited:
        request = request_of(entry.path)
        figures, tested = _tested(entry)
        low = under(request, figures, tested)
        little = untested(figures, tested)
        if low or entry.unread or (little and not tested):
            _tell(request, entry.path, figures, tested, little, entry.unread)
        elif little:
            few += 1
        code = max(code, int(low))
    if few:
        say(f"of {plural(few, 'paper')} less than three quarters of the figures could be tested: see the index")
    return code


def tell_left_alone(asked: Asked, quiet: bool) -> None:
    """Tell what was passed over in folders; of what can be no paper, only where not just findings are asked for."""
    from reportcheck.report.places import plural

    others = {kind: count for kind, count in asked.others.items() if not quiet or kind in _PAPERS}
    if others:
        most = sorted(others.items(), key=lambda item: (-item[1], item[0]))
        kinds = ", ".join(f"{kind or 'without an ending'} {count:,}" for kind, count in most[:_MOST_KINDS])
        rest = ", and more" if len(most) > _MOST_KINDS else ""
        total = sum(others.values())
        were = "was" if total == 1 else "were"
        say(f"{plural(total, 'file')} of other kinds {were} left alone: {kinds}{rest}")
    if asked.reports and not quiet:
        were = "was" if asked.reports == 1 else "were"
        say(f"{plural(asked.reports, 'report')} that reportcheck wrote {were} left alone")


def under(request: Request, figures: int, tested: int) -> bool:
    """Whether less was tested than `--fail-under` asks for; a paper without figures has none to test."""
    return 100 * tested < request.fail_under * figures


def _tested(entry: Entry) -> tuple[int, int]:
    told = entry.coverage
    return told.get("figures", 0), told.get("verified", 0) + told.get("challenged", 0)


def _tell(request: Request, name: str, figures: int, tested: int, little: str, missed: str) -> None:
    if under(request, figures, tested):
        from reportcheck.report.places import plural

        little = f"{tested:,} of {plural(figures, 'figure')} could be tested, under --fail-under {request.fail_under:g}"
    told = "; ".join(filter(None, (little, missed)))
    if told:
        say(f"{name}: {told}")
