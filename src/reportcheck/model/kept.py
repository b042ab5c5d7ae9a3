"""What is kept of a paper for other papers of its body: its dates, its figures, the numbers that they go on with."""

from __future__ import annotations

from datetime import date
from typing import Literal

from reportcheck.model.meaning import Figure, Span
from reportcheck.records import record


@record(frozen=True, slots=True)
class Fact:
    """A figure with what it is about, in the words of the paper."""

    figure: Figure
    measure: str
    """The row's label, or the words of the sentence that stand next to it."""
    scope: str
    """The column's heading, or the heading over the sentence."""
    spans: tuple[Span, ...]
    source: Literal["prose", "table"]
    group: int
    """The row or the sentence: figures of one stand side by side."""
    quote: str
    table: int = -1
    """Which table of the paper, from 0; -1 in a sentence."""
    column: int = -1
    caption: str = ""
    """What stands over the table: its caption, or the line above it."""

    def of_one_unit(self, other: Fact) -> bool:
        """Whether two figures count the same: money of one currency, per cent, or things."""
        a, b = self.figure.quantity, other.figure.quantity
        return a is not None and b is not None and (a.unit == b.unit or {a.unit, b.unit} <= {None, "count"})

    def differs(self, other: Fact) -> bool:
        """Whether two figures cannot be one value, whatever they were rounded to."""
        a, b = self.figure.quantity, other.figure.quantity
        return a is not None and b is not None and not a.interval.overlaps(b.interval)


RunKind = Literal["range", "step", "approval"]


@record(frozen=True, slots=True)
class Run:
    """Numbers that papers of a body go on with.

    A range is "cheques 101 to 130" (what is a cheque), a step "year 4 of 5" (what is the words around it, unit year),
    an approval the minutes of a day that are approved (first is the day as a number, YYYYMMDD).
    """

    kind: RunKind
    what: str
    first: int
    last: int
    figure: Figure
    quote: str
    unit: str = ""


@record(frozen=True, slots=True)
class Kept:
    """A paper as other papers of its body know it."""

    path: str
    name: str
    """What it is called in messages: its file's name."""
    body: str
    """The folder of the body that it is of."""
    day: date | None
    """Its own day; the first of its month where its name gives a month alone."""
    met: bool
    """Whether the day is that of a meeting."""
    year: int | None
    """The year that it plans or accounts for: 2023 of "2023-24"."""
    says: tuple[date | None, int | None]
    """The day and the year as its first lines say them; its file's name goes before them."""
    title: str
    series: frozenset[str]
    """The words of its file's name, but for dates and stages: what papers of one series share."""
    format: str = "text"
    restates: bool = False
    """Whether it says anywhere that figures were restated."""
    stage: Literal["draft", "final", ""] = ""
    facts: tuple[Fact, ...] = ()
    runs: tuple[Run, ...] = ()

    def place(self, figure: Figure) -> str:
        """Where a figure of it stands, in another paper: "minutes-2024-05.md, line 29", "budget.pdf, page 12"."""
        return self.name if self.format == "word" else f"{self.name}, {figure.location.spot}"


@record(frozen=True, slots=True)
class Elsewhere:
    """A place in another paper that a relation rests on."""

    path: str
    page: int
    line: int | None
    text: str
