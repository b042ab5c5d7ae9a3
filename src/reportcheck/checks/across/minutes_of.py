"""Minutes that approve the minutes of a day on which, by the paper before, no meeting was held."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from reportcheck.checks.across.abreast import MONTH, Told, following, told
from reportcheck.model import Figure, Kept, Location, Run
from reportcheck.words import digit_slip, said


class Params(NamedTuple):
    """How many days two meetings of a series may be apart."""

    days: int = MONTH


def relations(papers: Sequence[Kept], params: Params) -> Iterator[Told]:
    """A relation for each approval of minutes where the minutes of the meeting before are at hand."""
    held = {paper.day for paper in papers if paper.met}
    for _, one, at, other in following(papers, params.days):
        if not (one.met and other.met) or one.day is None:
            continue
        approved = [(run, _day(run)) for run in other.runs if run.kind == "approval"]
        right = any(day == one.day for _, day in approved)
        for run, day in approved:
            if day == one.day or (not right and day not in held and _meant(day, one.day, other.day)):
                where = one.place(_top(one))
                message = f"The minutes of {said(day)} are approved, and that meeting's are {where}."
                if day != one.day:
                    message = (
                        f"The minutes of {said(day)} are approved, but the meeting before was held on {said(one.day)} "
                        f"({one.name})."
                    )
                yield told("minutes-of", at, run.figure, day == one.day, message, [(one, _top(one))], run.quote)


def _meant(day: date, held: date, now: date | None) -> bool:
    """Whether the day is a slip for that of the meeting before, or its day in another year.

    Another day of its month may be that of a meeting whose minutes are not at hand.
    """
    if now is not None and day >= now:
        return False
    near = abs(day.day - held.day) == 1 or digit_slip(day.day, held.day)
    return ((day.year, day.month) == (held.year, held.month) and near) or (
        (day.month, day.day) == (held.month, held.day) and day.year != held.year
    )


def _day(run: Run) -> date:
    return date(run.first // 10_000, run.first // 100 % 100, run.first % 100)


def _top(paper: Kept) -> Figure:
    """The top of a paper, where its day stands."""
    return Figure(said(paper.day) if paper.day else "", Location(page=1))
