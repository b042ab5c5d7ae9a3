"""A cell of a column of figures that is nearly one: its signs, points, letters or currency are not the column's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.model import Figure, Grid, GridCell, Paper, Relation
from reportcheck.read.mentions.numbers import scan
from reportcheck.words import pattern

_SIGNS = r"£$€₹₱"
_FIGURE = pattern(
    rf"(?P<open>\()?[-−–+]?\s?(?:(?P<money>[{_SIGNS}])\s?[-−–]?)?(?P<whole>[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]+)"
    r"(?P<cents>\.[0-9]+)?\s?(?P<percent>%)?(?P<close>\))?"
)
_NEARLY = pattern(rf"[-−–+({_SIGNS}\s]*[0-9lIOoSB][0-9lIOoSB.,;:'`’\s]*[)%\s]*")
_BRACKET = pattern(r"\([^()]*[0-9]|[^()]*[0-9][^()]*\)")
_LONE = pattern(r"[^0-9()]{0,3}[()][^0-9()]{0,3}")
"""A cell of a row whose brackets were torn from their figures."""
_TWICE = pattern(rf"[-−–]\s?[-−–]\s?[{_SIGNS}]?[0-9]|([{_SIGNS}])\s?\1")
_LETTERS = str.maketrans("lIOoSB", "110058")
_LIKE = pattern(r"(?<=[0-9.,])[lIOoSB]|[lIOoSB](?=[0-9.,])")
_DATE = pattern(r"\d{1,2}[.:]\d{1,2}[.:]\d{2,4}$|\d{1,3}(?:\.\d{1,2}){2,}$|\d{1,2}:\d\d|\d+\s*[-–/]\s*\d|[a-z]$|\d\)$")
_SHARE = 0.8
_BELOW = pattern(r"\W*(?:sources?|notes?|n\.?b\.?)\b", re.IGNORECASE)
"""Words under a table, and no row of it."""


class Params(NamedTuple):
    """`least`: so many plain figures make a column of them; `alone`, where but one cell is none."""

    least: int = 5
    alone: int = 2


class _Column(NamedTuple):
    """A column's plain figures, as they are printed, and its head."""

    head: str
    plain: list[re.Match[str]]
    signs: Counter[str | None]
    """How often each currency stands on one of them, or none."""
    shares: int
    """How many of them are percentages."""

    @property
    def cents(self) -> int | None:
        """How many decimals all of its figures have; None where they differ."""
        found = {len(m["cents"] or "") for m in self.plain}
        return max(0, found.pop() - 1) if len(found) == 1 else None

    @property
    def grouped(self) -> int:
        """How many of its figures have commas."""
        return sum("," in m["whole"] for m in self.plain)


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each column of figures, or for each of its cells that does not fit in."""
    found = [
        relation
        for grid in paper.grids
        for column in range(len(grid.column_labels))
        if column not in grid.label_columns
        for relation in _column(grid, column, params)
    ]
    printed = Counter(r.evidence[0].figure.text for r in found if r.evidence)
    yield from (r for r in found if r.verdict == "held" or printed[r.evidence[0].figure.text] == 1)  # No running head.


def _column(grid: Grid, column: int, params: Params) -> Iterator[Relation]:
    rows = _body(grid, column)
    read = {row: _plain(grid.cells[row][column]) for row in rows}
    plain = [match for match in read.values() if match]
    others = [row for row in rows if not read[row]]
    if not _has_a_form(len(plain), len(others), params):
        return
    signs = Counter(match["money"] for match in plain)
    seen = _Column(grid.column_labels[column], plain, signs, sum(bool(match["percent"]) for match in plain))
    whole = [row for row in others if not any(_LONE.fullmatch(_bare(cell)) for cell in grid.cells[row])]
    found = [(row, fault) for row in whole if (fault := _wrong(_bare(grid.cells[row][column]), seen))]
    found += [(row, fault) for row in rows if (fault := _odd_unit(grid, column, row, seen))]
    if len(found) > 1:
        return
    for row, (why, better) in found:
        yield _told(grid, row, column, why, better)
    if not found:
        at = grid.table.cells[0].text.locate()
        yield Relation.judged("presentation", (), True, "The figures of a column are printed as figures.", at=at)


def _has_a_form(plain: int, others: int, params: Params) -> bool:
    """Whether so many cells that are plain figures make a column of figures, in which others are out of place."""
    if others == 1 and plain >= params.alone:
        return True
    return plain >= params.least and plain >= _SHARE * (plain + others)


def _plain(cell: GridCell) -> re.Match[str] | None:
    """A cell as a figure with both of its brackets or none."""
    match = _FIGURE.fullmatch(_bare(cell))
    return match if match and bool(match["open"]) == bool(match["close"]) else None


def _body(grid: Grid, column: int) -> list[int]:
    """The rows under a column's head that print something there, and whatever looks nearly like a figure."""
    rows = (r for r in range(len(grid.cells)) if r not in grid.header_rows[:1] and grid.cells[r][column].text.strip())
    return [
        r
        for r in rows
        if not _BELOW.match(grid.row_labels[r])
        and (r not in grid.header_rows or _NEARLY.fullmatch(_bare(grid.cells[r][column])))
    ]


def _bare(cell: GridCell) -> str:
    return cell.text.strip(" *_\n\t\xa0")


def _wrong(text: str, column: _Column) -> tuple[str, str] | None:
    """What keeps a cell from being a figure like the others of its column, and what it should be."""
    if len(text) > 24 or not any(c.isdigit() for c in text):
        return None
    if _TWICE.match(text):
        return "a sign is printed twice", re.sub(rf"([-−–{_SIGNS}])\s?\1", r"\1", text)
    if not _NEARLY.fullmatch(text) or any(mark.kind == "malformed" for mark in scan(text, cell=True)):
        return None
    lettered = _LIKE.sub(lambda m: m.group().translate(_LETTERS), text)
    if lettered != text and _fits(lettered, column):
        return "a letter stands for a digit", lettered
    if _BRACKET.fullmatch(text) and not re.search(r"\d\s?\(", text):
        closed = f"({text.strip('()')})"
        return ("a bracket is missing", closed) if _fits(closed, column) else None
    if _DATE.search(text) and text.count(".") < 2:
        return None
    return _separated(text, column)


def _separated(text: str, column: _Column) -> tuple[str, str] | None:
    """Points, commas, blanks or other marks between its digits that the column does not use so."""
    if text.count(".") > 1 and " " not in text:
        whole, _, cents = text.rpartition(".")
        better = f"{whole.replace('.', ',')}.{cents}"
        fits = _fits(better, column)
        return ("it has two points", better if fits else "") if fits or 2 * column.grouped > len(column.plain) else None
    marks = re.sub(r"[0-9.,()%\s£$€₹₱−–+-]", "", text)
    if marks and column.cents is not None:
        meant = "," if column.cents == 0 or "." in text else "."
        dotted = re.sub(r"[;:'`’]", meant, text)
        if _fits(dotted, column):
            return f"{marks} stands for a {'comma' if meant == ',' else 'point'}", dotted
        without = re.sub(r"[;:'`’]", "", text)
        return (f"{marks} does not belong in it", without) if _fits(without, column) else None
    if text.endswith((",", ".")) and _fits(text[:-1], column):
        return "it ends in a separator", text[:-1]
    return None


def _fits(text: str, column: _Column) -> bool:
    """Whether a text is a figure as those of its column are printed."""
    match = _FIGURE.fullmatch(text.strip())
    if match is None or bool(match["open"]) != bool(match["close"]):
        return False
    cents = len(match["cents"] or "")
    return column.cents is None or cents == (column.cents + 1 if column.cents else 0)


def _odd_unit(grid: Grid, column: int, row: int, seen: _Column) -> tuple[str, str] | None:
    """A % sign or another currency on one figure, where the column has none and is of money."""
    printed = _bare(grid.cells[row][column])
    match = _FIGURE.fullmatch(printed)
    if match is None:
        return None
    return _odd_money(match["money"], printed, seen) or _odd_percent(match, printed, seen, grid.row_labels[row])


def _odd_money(own: str, printed: str, seen: _Column) -> tuple[str, str] | None:
    """A currency that no other figure of the column has, whose head or whose others have one."""
    if not own or seen.signs[own] != 1:
        return None
    declared = {sign for sign in _SIGNS if sign in seen.head}
    usual = declared or {s for s, times in seen.signs.items() if s and s != own and times >= len(seen.plain) - 1}
    if len(usual) != 1 or own in usual:
        return None
    sign = next(iter(usual))
    return f"its column is in {sign}", printed.replace(own, "" if declared else sign)


def _odd_percent(match: re.Match[str], printed: str, seen: _Column, label: str) -> tuple[str, str] | None:
    """The one percentage of a column of pence that is too large for one."""
    if not match["percent"] or seen.shares != 1 or "%" in seen.head + label:
        return None
    large = float(match["whole"].replace(",", "")) > 100
    if not large or not seen.cents == len(match["cents"] or "") - 1 == 2:
        return None
    return "no other figure of its column is a percentage", printed.rstrip("% ")


def _told(grid: Grid, row: int, column: int, why: str, better: str) -> Relation:
    text = _bare(grid.cells[row][column])
    cell = next(c for c in grid.table.cells if c.row == row and c.column == column)
    begin = max(cell.text.text.find(text), 0)
    stated = Figure(
        text, cell.text.locate(begin, begin + len(text)), None, grid.row_labels[row], grid.column_labels[column]
    )
    message = f"{text} is no figure as the others of its column are: {why}"
    message += f"; it should be {better}." if better else "."
    return Relation.judged("presentation", stated, False, message, better=better, why="as its column is printed",
                           confidence="medium", quote=grid.row_text(row))  # fmt: skip
