"""A Table -> a Grid: header rows, label columns, and every figure with its unit, scale, label and period."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice, pairwise

from reportcheck.model import Cell, Grid, GridCell, Role, Table
from reportcheck.patterns import pattern
from reportcheck.read.grids.cells import blank_of, is_plain, is_series, is_year
from reportcheck.read.grids.codes import code_columns, numbers_columns
from reportcheck.read.grids.columns import role_of, units_of
from reportcheck.read.grids.rows import Column, read_row, unread
from reportcheck.words.calendar import YEAR
from reportcheck.words.names import short

_MEASURED = pattern(
    r"[£$€(+−–-]{0,3}\d[\d,.]*\s?(?:%|(?:days?|weeks?|months?|years?|hours?|minutes?)\b(?!\s+(?:to|end|from|after)))"
)
"""Cells that begin with a figure in a unit of its own: "122 days", "35% (39 of 112)"."""
_AMOUNT = pattern(r"[£$€]?\s?[(+−–-]?\s?[£$€]?\s?(?:\d{1,3}(?:,\d{3})+(?:\.\d\d)?|\d+\.\d\d)\s?\)?|[-–−]|\(\d{1,3}\)")
"""Money as accounts print it, or the dash of none: no number of a line, no code."""
_HEADS_AMOUNTS = pattern(rf"[£$€]|\b{YEAR}\b|\b(?:actual|budget)\b", re.IGNORECASE)
_YEAR_OF_MONEY = pattern(rf"\W?(?:[£$€]\s?)?(?P<year>{YEAR})(?P<after>\s?[£$](?:\s?[’']?(?:000s?|k|m|bn))?)?\W?")
_PRINTED = pattern(r"\d[.,]\d")
"""In an amount, and in no code or number of a row."""
_DIGIT = pattern(r"\d")
_WORDS = pattern(r"[^\W\d_]{3}")


def read_grid(table: Table, name: str = "") -> Grid:
    """What a table says. Headers are the rows above the first one with figures."""
    printed: list[list[Cell | None]] = [[None] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        if cell.row < table.rows and cell.column < table.columns:
            printed[cell.row][cell.column] = cell
    texts = [[" ".join(cell.text.text.split()) if cell else "" for cell in row] for row in printed]
    labels = _label_columns(texts, table.columns)
    first = _first_data_row(texts, labels)
    parts = _column_labels(texts, first, table.columns)
    heads = [" ".join(part) for part in parts]
    names = [_row_label(row, labels) for row in texts]
    columns = _columns(table, texts, first, parts, heads, labels)
    rows = [tuple(map(unread, row)) for row in printed[:first]]
    rows += [read_row(printed[r], names[r], columns, table.page) for r in range(first, table.rows)]
    return Grid(
        table, tuple(rows), tuple(range(first)), labels, tuple(names), tuple(heads),
        tuple(_row_role(row, r < first) for r, row in enumerate(rows)),
        tuple(role_of(rows, c, heads[c], labels, first, texts) for c in range(table.columns)),
        name or table.caption or f"the table on page {table.page}",
    )  # fmt: skip


def _columns(
    table: Table, texts: list[list[str]], first: int, parts: list[list[str]], heads: list[str], labels: tuple[int, ...]
) -> list[Column | None]:
    """What the figures of each column are of; None for columns of labels and codes."""
    units = units_of(table, texts, first, parts)
    years = _year_columns(texts, first, table.columns)
    skipped = {*labels, *code_columns(texts, first, heads)}
    return [
        None if c in skipped else Column(heads[c], f"column {short(heads[c])}" if heads[c] else "", units[c], years[c])
        for c in range(table.columns)
    ]


def _numeric(text: str) -> bool:
    if not _DIGIT.search(text):
        return False
    return (not is_year(text) and is_plain(text)) or _MEASURED.match(text) is not None


def _valued(text: str) -> bool:
    """Whether a cell is a figure, a year, or says that it holds none, which none does that has digits."""
    if not _DIGIT.search(text):
        return blank_of(text) is not None
    return is_year(text) or is_plain(text) or _MEASURED.match(text) is not None


def _label_columns(texts: list[list[str]], columns: int) -> tuple[int, ...]:
    """The first column, and those after it that hold words rather than figures before the figures begin."""
    labels = [0] if columns else []
    if columns > 2 and _labels_last(texts):
        return (columns - 1,)
    if columns > 2 and _amounts_first(texts):
        labels = [1]
    for c in range(labels[0] + 1 if labels else 1, columns):
        filled = [row[c] for row in texts if row[c]]
        figures = sum(map(_valued, filled))
        words = sum(_WORDS.search(t) is not None for t in filled)
        if (
            figures * 3 > len(filled)
            or not words
            or words * 2 < len(filled)
            or sum("%" in t for t in filled) * 3 > len(filled)
        ):
            break
        labels.append(c)
    if len(labels) >= columns:
        labels = labels[:1]
    return tuple(labels)


def _labels_last(texts: list[list[str]]) -> bool:
    """Whether the labels stand behind the figures, as a ledger program sets its accounts."""
    first, last = ([row[c] for row in texts[1:] if row[c]] for c in (0, -1))
    printed = sum(_PRINTED.search(text) is not None and is_plain(text) for text in first)
    if len(first) < 2 or printed * 2 < len(first) or any(map(_WORDS.search, (t for t in first if not is_plain(t)))):
        return False
    return sum(_WORDS.search(text) is not None for text in last) * 5 > len(last) * 4 and len(last) * 3 >= len(first) * 2


def _amounts_first(texts: list[list[str]]) -> bool:
    """Whether last year's amounts stand before the labels, as small councils print their accounts."""
    first = [row[0] for row in texts if row[0]]
    amounts = sum(_AMOUNT.fullmatch(text) is not None for text in first)
    if amounts < 3 or amounts * 2 <= len(first) or not any(_HEADS_AMOUNTS.search(text) for text in first[:5]):
        return False
    second = [row[1] for row in texts if row[1]]
    worded = sum(_WORDS.search(text) is not None for text in second)
    return worded * 5 > len(second) * 4 and worded >= amounts


def _first_data_row(texts: list[list[str]], labels: tuple[int, ...]) -> int:
    for r, row in enumerate(texts):
        if numbers_columns(row) or _heads_years(row, labels):
            continue
        figures = sum(
            _numeric(t) or is_series(t) for c, t in enumerate(row) if c not in labels and (r or not _WORDS.search(t))
        )
        if figures and (figures > 1 or any(row[c] for c in labels) or r > 3):
            return r
    return len(texts)


def _heads_years(row: list[str], labels: tuple[int, ...]) -> bool:
    """Whether a row heads columns with years and the money that they are in: "2024 £", or "£ 2024" by "£ 2023"."""
    found = [_YEAR_OF_MONEY.fullmatch(text) for c, text in enumerate(row) if text and c not in labels]
    if not found or not all(found):
        return False
    years = [int(match["year"]) for match in found if match]
    return all(match and match["after"] for match in found) or (
        len(years) > 1 and all(abs(a - b) == 1 for a, b in pairwise(years))
    )


def _row_label(row: list[str], labels: tuple[int, ...]) -> str:
    """What a row is called: what stands in the label columns, and where that is a bare number, its first words too."""
    label = " ".join(filter(None, (row[c] for c in labels)))
    if not label or any(ch.isalpha() for ch in label):
        return label
    return " ".join(filter(None, (label, next((text for text in row if _WORDS.search(text)), ""))))


def _column_labels(texts: list[list[str]], first: int, columns: int) -> list[list[str]]:
    """Each column's headings, top to bottom; a heading over several columns counts for all of them."""
    parts: list[list[str]] = [[] for _ in range(columns)]
    for r in range(first):
        if _is_note(texts[r], r, first, columns):
            continue
        below = texts[r + 1] if r + 1 < first else None
        for c, held in enumerate(_held_over(texts[r], below, columns)):
            if held and held not in parts[c] and (c or below is None or texts[r][0]):
                parts[c].append(held)
    return _headed_by_neighbours(parts, texts[first:]) if first else parts


def _headed_by_neighbours(parts: list[list[str]], body: list[list[str]]) -> list[list[str]]:
    """The headings of columns; one without any that prints something has those of the column before it."""
    for c in range(2, len(parts)):
        if not parts[c] and parts[c - 1] and any(row[c] for row in body):
            parts[c] = parts[c - 1]
    return parts


def _held_over(row: list[str], below: list[str] | None, columns: int) -> list[str]:
    """A row of headings, each repeated over the columns after it that have a heading of their own below."""
    held: list[str] = []
    for c in range(columns):
        held.append(row[c] or (held[-1] if below and c and below[c] else ""))
    return held


def _is_note(row: list[str], at: int, first: int, columns: int) -> bool:
    """Whether a header row is one line over the whole table, such as "(in thousands)", and no column's own."""
    filled = [c for c, text in enumerate(row) if text]
    return len(filled) == 1 and filled[0] > 0 and columns > 3 and (at + 1 < first or row[filled[0]].startswith("("))


def _year_columns(texts: list[list[str]], first: int, columns: int) -> list[bool]:
    """Columns where a bare year-like number among other figures is a figure too."""
    years = []
    for c in range(columns):
        body = [texts[r][c] for r in range(first, len(texts)) if texts[r][c]]
        bare = sum(map(is_year, body))
        others = filter(_numeric, body)
        years.append(bare > 0 and sum(1 for _ in islice(others, bare + 1)) > bare)
    return years


def _row_role(row: tuple[GridCell, ...], header: bool) -> Role:
    if header:
        return "label"
    units = [f.quantity.unit for cell in row for f in cell.figures if f.quantity]
    if not units:
        return "text" if any(cell.text for cell in row) else "blank"
    return "percent" if "percent" in units and Counter(units).most_common(1)[0][0] == "percent" else "amount"
