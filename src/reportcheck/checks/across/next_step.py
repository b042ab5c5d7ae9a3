"""What is "year 4 of 5" in one year's paper is year 5 in the next year's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportcheck.checks.across.abreast import Told, told
from reportcheck.model import Kept, Run

_MONTHS = {"year": 12, "quarter": 3, "month": 1}


class Params(NamedTuple):
    """No parameters."""


def relations(papers: Sequence[Kept], params: Params) -> Iterator[Told]:
    """A relation for each thing that two papers of different times say in which year, quarter or month it is."""
    known: dict[tuple[str, str, int], tuple[Kept, Run]] = {}
    for at, paper in enumerate(papers):
        mine = [run for run in paper.runs if run.kind == "step" and run.unit in _MONTHS]
        counted = [(run.what, run.unit, run.last) for run in mine]
        for run, key in zip(mine, counted, strict=True):
            before = known.get(key)
            steps = _apart(before[0], paper, run.unit) if before and counted.count(key) == 1 else 0
            if before and steps > 0 and before[1].first + steps <= run.last:
                yield _relation(at, *before, run, steps)
        for run, key in zip(mine, counted, strict=True):
            known[key] = (paper, run)


def _apart(one: Kept, other: Kept, unit: str) -> int:
    """How many years, quarters or months one paper is after the other; 0 where that is not known."""
    if unit == "year" and one.year and other.year:
        return other.year - one.year
    if not one.day or not other.day or unit == "year":
        return 0
    months = 12 * (other.day.year - one.day.year) + other.day.month - one.day.month
    return months // _MONTHS[unit] if months % _MONTHS[unit] == 0 else 0


def _relation(at: int, one: Kept, before: Run, run: Run, steps: int) -> Told:
    due = before.first + steps
    holds = run.first == due
    where = one.place(before.figure)
    later = f"a {run.unit} later" if steps == 1 else f"{steps} {run.unit}s later"
    stated, was = run.figure.text, before.figure.text
    message = f"It was “{was}” in {where}, and is “{stated}” {later}."
    if not holds and run.first == before.first:
        message = (
            f"This is “{stated}”, as it was {later.replace('later', 'before')} ({where}): it should be {due} by now."
        )
    elif not holds:
        message = f"This is “{stated}”, but it was “{was}” in {where}: {later} it should be {due}."
    return told("next-step", at, run.figure, holds, message, [(one, before.figure)], run.quote)
