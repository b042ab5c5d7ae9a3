"""Council tax by band, in whatever dress: each band's charge is so many ninths of Band D's, as the law has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reportcheck.checks.judging import printed_like
from reportcheck.model import Figure, Grid, Interval, Paper, Relation
from reportcheck.words import pattern, short

NINTHS = dict(zip("ABCDEFGH", (6, 7, 8, 9, 11, 13, 15, 18), strict=True))
_BAND = pattern(r"\W*(?:[Bb]and\s+|BAND\s+)?(?P<band>[A-H])(?![A-Za-z’'])")


class Params(NamedTuple):
    """How many bands must be there, how many may be out, and by how many pence, or units, rounding takes one."""

    least: int = 5
    out: int = 2
    pence: int = 2


class Band(NamedTuple):
    """A band's charge: its letter, what its row or column is called, and the figure."""

    letter: str
    label: str
    figure: Figure

    def base(self, params: Params) -> Interval:
        """What Band D must be by this one."""
        quantity = self.figure.quantity
        assert quantity is not None
        ninths, slack = NINTHS[self.letter], quantity.step * params.pence
        return Interval((quantity.interval.low - slack) * 9 / ninths, (quantity.interval.high + slack) * 9 / ninths)


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each band of each list of charges by band."""
    for grid in paper.grids:
        for bands in _lists(grid):
            if len(bands) >= params.least:
                yield from _judged(bands, params)


def _lists(grid: Grid) -> Iterator[list[Band]]:
    """The charges down each column, and along each row, that bands A to H name."""
    rows, columns = range(len(grid.cells)), range(len(grid.column_labels))
    by_row = [(r, m) for r in rows if (m := _BAND.match(grid.row_labels[r])) and r not in grid.header_rows]
    by_column = [(c, m) for c in columns if (m := _BAND.match(grid.column_labels[c]))]
    for c in columns if _in_order([m["band"] for _, m in by_row]) else ():
        if c not in grid.label_columns:
            yield _bands([(m["band"], grid.row_labels[r], grid.cells[r][c].figure) for r, m in by_row])
    for r in rows if _in_order([m["band"] for _, m in by_column]) else ():
        if r not in grid.header_rows:
            yield _bands([(m["band"], grid.column_labels[c], grid.cells[r][c].figure) for c, m in by_column])


def _in_order(letters: Sequence[str]) -> bool:
    """Whether letters are those of bands, each once and in order."""
    return len(letters) > 1 and all(a < b for a, b in pairwise(letters))


def _bare(label: str) -> str:
    """A label without the mark that opens a list's line."""
    return short(label.lstrip("-–—•*·● \t"))


def _bands(found: Sequence[tuple[str, str, Figure | None]]) -> list[Band]:
    """The bands that have a charge."""
    return [Band(letter, label, f) for letter, label, f in found if f and f.quantity and f.quantity.value > 0]


def _judged(bands: list[Band], params: Params) -> Iterator[Relation]:
    """Each band by Band D, or Band D by the others where they agree on another; none where too many are out."""
    due = [band.base(params) for band in bands]
    agreed = max(due, key=lambda base: sum(base.overlaps(other) for other in due))
    fits = [base.overlaps(agreed) for base in due]
    if fits.count(False) > params.out or fits.count(True) < params.least - 1:
        return
    base = next((band for band, fit in zip(bands, fits, strict=True) if band.letter == "D" and fit), None)
    for band, fit in zip(bands, fits, strict=True):
        if base is not None and band is not base:
            yield _told(band, base, holds=fit)
        elif base is None and band.letter == "D":
            yield _odd(band, agreed, fits.count(True))


def _told(band: Band, base: Band, *, holds: bool) -> Relation:
    quantity, whole = band.figure.quantity, base.figure.quantity
    assert quantity is not None
    assert whole is not None
    value = whole.value * NINTHS[band.letter] / 9
    right = printed_like(value, quantity)
    said = f"{NINTHS[band.letter]}/9 of the {whole.bare} of “{_bare(base.label)}” is {right}"
    message = f"{_named(band)} is right: {said}." if holds else f"{_named(band)} is {quantity.bare}, but {said}."
    return Relation.judged(
        "band-ninths", band.figure, holds, message, by=[base.figure], better=right, sure=False,
        why=f"{NINTHS[band.letter]}/9 of “{_bare(base.label)}”", required=Interval.exact(value),
    )  # fmt: skip


def _odd(band: Band, agreed: Interval, count: int) -> Relation:
    quantity = band.figure.quantity
    assert quantity is not None
    right = printed_like((agreed.low + agreed.high) / 2, quantity)
    message = f"{_named(band)} is {quantity.bare}, but the other {count} bands are ninths of {right}."
    return Relation.judged("band-ninths", band.figure, False, message, better=right, sure=False)


def _named(band: Band) -> str:
    """A band's charge in words: its row, and its column where that is another."""
    rest = band.figure.period if band.label == band.figure.label else band.figure.label
    return f"“{_bare(band.label)}”" + (f" for {short(rest)}" if rest else "")
