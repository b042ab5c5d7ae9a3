"""Grids -> rows by year: the figures of a row in its last two years, and what the row is called."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator

from reportcheck.model import Figure, Grid, Location, Paper, Quantity, Span
from reportcheck.patterns import pattern
from reportcheck.records import record
from reportcheck.words.spans import spans_in
from reportcheck.words.stems import stems

CODE = pattern(r"[A-Z](?<!\w[A-Z])[A-Z]{0,3}\d{1,3}[a-z]?\b")
"""What names a row in short: "A10", "NI61"."""
ELSEWHERE = (
    r"national\w*|nationwide|england|region\w*|elsewhere|will|would|could|may|might|should|if|target|plan\w*|expect\w*|"
    r"forecast\w*|project\w*|anticipat\w*|hope\w*|aim\w*|since|quarter|month"
)
"""Words of a sentence that is not about what the paper's own years were."""
_LINES = 60
_LENGTHS = frozenset({"", "days", "weeks", "months", "years"})


@record(frozen=True, slots=True)
class YearRow:
    """A row of a table with two columns that are one year and the next."""

    label: str
    stems: frozenset[str]
    before: Figure
    now: Figure
    spans: tuple[Span, Span]

    @property
    def at(self) -> Location:
        """Where the figure of the last year stands."""
        return self.now.location


class YearRows:
    """Rows that can be asked for by where they stand."""

    def __init__(self, rows: Iterator[YearRow]) -> None:
        self.rows = tuple(rows)
        self.pages: dict[int, list[int]] = defaultdict(list)
        for number, row in enumerate(self.rows):
            self.pages[row.at.page].append(number)

    def near(self, here: Location) -> list[YearRow]:
        """The rows that stand near a sentence, in order."""
        if here.line is not None:
            return [row for row in self.rows if near(here, row.at)]
        pages = range(here.page - 1, here.page + 2)
        return [self.rows[n] for n in sorted(n for page in pages for n in self.pages.get(page, ()))]


def year_rows(paper: Paper, least: int) -> Iterator[YearRow]:
    """The last two years of the rows whose columns are years in order, `least` of them or more."""
    for grid in paper.grids:
        years = _years(grid)
        if len(years) >= least:
            yield from _rows(grid, years[-2], years[-1])


def year_pairs(paper: Paper) -> Iterator[YearRow]:
    """Each two years of the rows that stand side by side in columns that are years in order."""
    for grid in paper.grids:
        for one, two in itertools.pairwise(_years(grid)):
            yield from _rows(grid, one, two)


def _rows(grid: Grid, one: tuple[Span, int], two: tuple[Span, int]) -> Iterator[YearRow]:
    for number, cells in enumerate(grid.cells):
        before, now = cells[one[1]].figure, cells[two[1]].figure
        if number in grid.header_rows or not before or not now or not before.quantity or not now.quantity:
            continue
        if not before.quantity.blank and not now.quantity.blank and before.quantity.unit == now.quantity.unit:
            label = " ".join(grid.row_labels[number].split())
            yield YearRow(label, stems(label), before, now, (one[0], two[0]))


def _years(grid: Grid) -> list[tuple[Span, int]]:
    """The columns that are years, where they stand in order."""
    found = [(min(spans), c) for c, label in enumerate(grid.column_labels) if len(spans := spans_in(label)) == 1]
    in_order = sorted(found) == found and len({span for span, _ in found}) == len(found)
    return found if in_order and len(found) > 1 else []


def near(here: Location, there: Location) -> bool:
    """Whether a row stands on the sentence's page or beside it; in a text without pages, some lines off."""
    if here.line is not None and there.line is not None:
        return abs(here.line - there.line) <= _LINES
    return abs(here.page - there.page) <= 1


def one_unit(one: Quantity, other: Quantity) -> bool:
    """Whether a sentence's figure can be a row's: "305 days" can be a bare 305 in a row of days."""
    kinds = {one.kind, other.kind}
    return one.comparable(other) or ("" in kinds and not kinds - _LENGTHS)
