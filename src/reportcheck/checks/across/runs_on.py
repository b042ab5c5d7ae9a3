"""Numbers of cheques, minutes or sheets that do not go on where the paper before ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportcheck.checks.across.abreast import MONTH, Told, following, told
from reportcheck.model import Kept, Run

_FAR = 60
"""So far from the last number another book, or another account, is as likely."""
_SEEN = 2


class Params(NamedTuple):
    """How many days two papers of a series may be apart."""

    days: int = MONTH


def relations(papers: Sequence[Kept], params: Params) -> Iterator[Told]:
    """A relation for each two papers that follow each other and number the same things."""
    found = [
        (at, one, last, first)
        for _, one, at, other in following(papers, params.days)
        for what, last in _ends(one.runs, last=True).items()
        if (first := _ends(other.runs, last=False).get(what)) is not None and _one_book(last, first)
    ]
    # The pages of a pack are not those of the one before: that they run on must be seen before it is missed.
    books = sum(first.unit == "book" and first.first == last.last + 1 for _, _, last, first in found)
    for at, one, last, first in found:
        if first.unit != "book" or books >= _SEEN:
            yield _relation(at, one, last, first)


def _ends(runs: Sequence[Run], last: bool) -> dict[tuple[str, str], Run]:
    """The last or the first range of each thing that a paper numbers, by what it is and its year."""
    found: dict[tuple[str, str], Run] = {}
    for run in sorted((r for r in runs if r.kind == "range"), key=lambda r: r.last if last else -r.first):
        found[run.what, run.unit] = run
    return found


def _one_book(last: Run, first: Run) -> bool:
    """Whether the second range goes on with the first, or was to."""
    return first.last > last.last and first.first > last.first and abs(first.first - last.last - 1) <= _FAR


def _relation(at: int, one: Kept, last: Run, first: Run) -> Told:
    noun = f"{first.what.capitalize()}s"
    where = one.place(last.figure)
    gap = first.first - last.last - 1
    message = f"{noun} go on from {first.first}, after {last.last} in {where}."
    if gap > 0:
        lost = str(last.last + 1) if gap == 1 else f"{last.last + 1} to {first.first - 1}"
        message = f"{noun} begin at {first.first}, but the paper before ends at {last.last} ({where}): {lost} " + (
            "is in neither." if gap == 1 else "are in neither."
        )
    elif gap < 0:
        again = str(first.first) if gap == -1 else f"{first.first} to {last.last}"
        message = f"{noun} begin at {first.first}, but the paper before ends at {last.last} ({where}): {again} " + (
            "is in both." if gap == -1 else "are in both."
        )
    return told("runs-on", at, first.figure, gap == 0, message, [(one, last.figure)], first.quote)
