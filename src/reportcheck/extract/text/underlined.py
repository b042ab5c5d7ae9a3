"""Rows under a line of dashes that shows where every column begins and ends -> tables: Pandoc's, reStructuredText's."""

from __future__ import annotations

from itertools import groupby, pairwise

from reportcheck.extract.text.bars import Made
from reportcheck.extract.text.delimited import Cells, made
from reportcheck.extract.text.figures import Span, is_figure
from reportcheck.extract.text.markup import text_of
from reportcheck.extract.text.source import Row
from reportcheck.model import Table, Text
from reportcheck.patterns import pattern

_COLUMNS = pattern(r"\s*(?:-{2,}(?:[ \u00a0]+-{2,})+|={2,}(?:[ \u00a0]+={2,})+)\s*$")
_WHOLE = pattern(r"\s*(?:-{5,}|={5,})\s*$")
_DASHES = pattern(r"[-=]+")
_HEADS = 6
_MOST = 2_000
_FEWEST = 2

Region = tuple[int, int, int]
"""The first row of a table, the line of dashes under its headings, and the row after its last."""


def regions(rows: list[Row]) -> list[Region]:
    """Where such tables stand."""
    found: list[Region] = []
    free = 0
    for at, row in enumerate(rows):
        if at >= free and ("--" in row.text or "==" in row.text) and _COLUMNS.match(row.text):
            region = _region(rows, at, free)
            if region:
                found.append(region)
                free = region[2]
    return found


def tables(rows: list[Row]) -> dict[int, tuple[int, Table]]:
    """Such tables by their first row, each with the row after its last."""
    return {first: (end, _table(rows, first, rule, end)) for first, rule, end in regions(rows)}


def _columns(text: str) -> list[Span]:
    return [match.span() for match in _DASHES.finditer(text)]


def _region(rows: list[Row], rule: int, free: int) -> Region | None:
    columns = _columns(rows[rule].text)
    first = rule
    while first > free and rule - first < _HEADS and _fits(rows[first - 1], columns, rows[rule].page):
        first -= 1
    closed = _closed(rows, rule, columns)
    end = closed or _last(rows, rule, columns)
    body = [row for row in rows[rule + 1 : end] if not _is_rule(row.text) and not row.blank]
    if len(body) < _FEWEST or not any(is_figure(cell.text) for row in body for cell in _cells(row, columns)[1:]):
        return None
    return first, rule, end


def _fits(row: Row, columns: list[Span], page: int) -> bool:
    """Whether all that a row prints stands in the columns, and nothing between two of them."""
    text = row.text.rstrip()
    if not text.strip() or row.page != page or _is_rule(text) or "|" in text or "\t" in text:
        return False
    edges = [0, *(edge for span in columns for edge in span), len(text)]
    return not any(text[a:b].strip() for a, b in zip(edges[::2], edges[1::2], strict=True))


def _is_rule(text: str) -> bool:
    return ("--" in text or "==" in text) and (_COLUMNS.match(text) or _WHOLE.match(text)) is not None


def _closed(rows: list[Row], rule: int, columns: list[Span]) -> int:
    """The row after the line of dashes that ends a table whose rows blank rows part; 0 where none does."""
    for at in range(rule + 1, min(rule + _MOST, len(rows))):
        text = rows[at].text
        if _is_rule(text):
            begin, end = len(text) - len(text.lstrip()), len(text.rstrip())
            whole = begin <= columns[0][0] and end >= columns[-1][1]
            return at + 1 if whole and (at + 1 == len(rows) or rows[at + 1].blank) else _last(rows, rule, columns)
        if not rows[at].blank and not _fits(rows[at], columns, rows[rule].page):
            break
    return 0


def _last(rows: list[Row], rule: int, columns: list[Span]) -> int:
    """The row after the last that stands in the columns without a blank row before it."""
    at = rule + 1
    while at < len(rows) and (_is_rule(rows[at].text) or _fits(rows[at], columns, rows[rule].page)):
        at += 1
    return at


def _table(rows: list[Row], first: int, rule: int, end: int) -> Table:
    columns = _columns(rows[rule].text)
    over = rows[first:rule]
    heads: Made = [(over[0], _joined(over, columns))] if over else []
    body: Made = []
    blank = any(row.blank for row in rows[rule + 1 : end])
    for printed, group in groupby(rows[rule + 1 : end], key=lambda row: not row.blank and not _is_rule(row.text)):
        lines = list(group)
        if printed and blank and _is_one(lines, columns):
            body.append((lines[0], _joined(lines, columns)))
        elif printed:
            body += [(row, _cells(row, columns)) for row in lines]
    return made([*heads, *body], "", "")


def _cells(row: Row, columns: list[Span]) -> Cells:
    bounds = [0, *(begin for begin, _ in columns[1:]), len(row.text)]
    return [text_of(row, a, b) for a, b in pairwise(bounds)]


def _joined(rows: list[Row], columns: list[Span]) -> Cells:
    """Lines as one row, the parts of each cell put together."""
    every = [_cells(row, columns) for row in rows]
    parts = [[cells[c] for cells in every if cells[c].text] for c in range(len(columns))]
    return [Text.join(part) if part else Text("") for part in parts]


def _is_one(rows: list[Row], columns: list[Span]) -> bool:
    """Whether lines without a blank one between them are one row: no column has two figures."""
    every = [_cells(row, columns) for row in rows]
    return all(sum(is_figure(cells[c].text) for cells in every) <= 1 for c in range(len(columns)))
