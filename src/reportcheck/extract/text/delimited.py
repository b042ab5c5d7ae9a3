"""Rows whose cells are parted by tabs -> tables, also over a page break."""

from __future__ import annotations

import re
from itertools import pairwise

from reportcheck.extract.text.figures import is_figure
from reportcheck.extract.text.markup import is_bold, text_of
from reportcheck.extract.text.source import Row
from reportcheck.model import Cell, Table, Text
from reportcheck.patterns import pattern

_FURNITURE = pattern(r"\s*(?:(?:page\s+)?\d{1,4}(?:\s+of\s+\d{1,4})?(?:\s+\d{1,4})?|-{3,})\s*$", re.IGNORECASE)
_HEADING_CELL = pattern(r"(?:(?:19|20)\d\d(?:\s?[/–-]\s?(?:\d{4}|\d\d))?|[£$€]\s?['’]?(?:000s?|m|k|bn)?|%)$", re.I)
_DIGIT = pattern(r"\d")
_NAMED = pattern(r"\d\s*%\s*\([A-Za-z][^()]*\)\s*$")
_PAGE_AT_END = pattern(r"\d{1,3}\s*$")

Cells = list[Text]


def tabbed(rows: list[Row], at: int) -> tuple[list[Row], int] | None:
    """The rows of the table that begins at `at`, and where the text goes on; None where none begins."""
    if "\t" not in rows[at].text.strip(" "):
        return None
    found: list[Row] = []
    end = index = at
    while index < len(rows) and (following := _next(rows, index, found)) is not None:
        found.append(rows[following])
        index = end = following + 1
    return (found, end) if found else None


def _next(rows: list[Row], index: int, found: list[Row]) -> int | None:
    """The next row of a table: the very next one, or one after a page break that goes on with the same columns."""
    if index < len(rows) and "\t" in rows[index].text:
        apart = found and rows[index].page != found[-1].page
        return index if not apart or _goes_on(found, rows[index]) else None
    look = index
    while look < len(rows) and look - index < 6 and between(rows[look]):
        look += 1
    if found and look < len(rows) and "\t" in rows[look].text and _goes_on(found, rows[look]):
        return look
    return None


def between(row: Row) -> bool:
    """Whether a row can stand between two parts of a table: nothing, or a page number."""
    return row.blank or ("\t" not in row.text and _FURNITURE.match(row.text) is not None)


def _goes_on(found: list[Row], row: Row) -> bool:
    """Whether a row after a break belongs to the table before it: as many columns, and no headings of its own."""
    before, after = found[-1].text.split("\t"), row.text.split("\t")
    width = max(len(r.text.rstrip("\t").split("\t")) for r in found)
    if words(after) == words(found[0].text.split("\t")):
        return True
    filled = [cell.strip() for cell in after[1:] if cell.strip()]
    if len(after) >= 3 and any(len(cell) > 30 for cell in filled):
        return True
    if any(_HEADING_CELL.match(cell) for cell in filled):
        return False
    if not after[0].strip() and not any(_DIGIT.search(cell) for cell in filled):
        return len(after) == len(before) and not any(
            _DIGIT.search(c) for r in found[1:] for c in r.text.split("\t")[1:]
        )
    spread = len(found) > 1 and found[-1].line > found[-2].line + 1
    if spread and after[0].strip() and is_figure(after[-1].strip()) and 1 < len(after) < width:
        return True
    return len(after) == len(before) or (len(after) >= 3 and len(row.text.rstrip("\t").split("\t")) == width)


def words(cells: list[str]) -> list[str]:
    """What the cells of a row say, for likeness."""
    return [cell.strip().lower() for cell in cells if cell.strip()]


def is_contents(found: list[Row]) -> bool:
    """Whether tabbed rows are a list of contents: words, and a page number at every end that never falls."""
    pages = []
    for row in found:
        cells = row.text.rstrip().split("\t")
        if len(cells) not in (2, 3) or not _PAGE_AT_END.fullmatch(cells[-1].strip()):
            return False
        if not any(ch.isalpha() for ch in cells[-2]) or (len(cells) == 3 and len(cells[0].strip()) > 7):
            return False
        pages.append(int(cells[-1]))
    return len(pages) >= 3 and pages == sorted(pages) and pages[-1] > pages[0]


def cells_of(found: list[Row]) -> list[tuple[Row, Cells]]:
    """Rows with tabs, and their cells; the one figure of a row that falls short stands under figures, not words."""
    whole = [(row, _cells(row)) for row in found]
    width = max(len(cells) for _, cells in whole)
    full = [[is_figure(cell.text) for cell in cells] for _, cells in whole if len(cells) == width]
    figures = [sum(column) * 2 > len(column) for column in zip(*full, strict=True)]
    for _, cells in whole:
        size = len(cells)
        lone = sum(is_figure(cell.text) for cell in cells) == 1
        if 1 < size < width and lone and is_figure(cells[-1].text) and not figures[size - 1] and figures[-1]:
            cells[size - 1 : size - 1] = [Text("")] * (width - size)
    return whole


def table_of(found: list[tuple[Row, Cells]], above: str, caption: str) -> Table:
    """The rows as a table: repeated headings left out, labels that a page break has cut put together again."""
    grid = [cells for _, cells in found]
    rows = [row for row, _ in found]
    printed = [[cell.text.lower() for cell in cells if cell.text] for cells in grid]
    kept: list[tuple[Row, Cells]] = []
    again = 0
    for index, cells in enumerate(grid):
        apart = index > 0 and rows[index].line > rows[index - 1].line + 1
        again = again + 1 if index and (apart or again) and printed[index] == printed[again] else 0
        if again:
            continue
        if kept and _completes(kept[-1][1], cells, apart):
            kept[-1] = (kept[-1][0], _joined(kept[-1][1], cells))
        else:
            kept.append((rows[index], cells))
    return made(kept, above, caption)


def made(kept: list[tuple[Row, Cells]], above: str, caption: str) -> Table:
    """Rows of cells as a table, columns at its right end that are blank all down left out."""
    width = max(len(cells) for _, cells in kept)
    while width > 1 and not any(len(cells) >= width and cells[width - 1].text for _, cells in kept):
        width -= 1
    cells = tuple(
        Cell(r, c, text, bold=not c and is_bold(row), indent=_indent(row, text) if c == 0 else 0.0)
        for r, (row, texts) in enumerate(kept)
        for c, text in enumerate(texts[:width])
        if text.text
    )
    return Table(kept[0][0].page, len(kept), width, cells, above=above, caption=caption)


def _indent(row: Row, label: Text) -> float:
    """How far a label is set in; headings stand out, the higher they are the more."""
    if row.text.startswith("#"):
        return 2.0 * (len(row.text) - len(row.text.lstrip("#"))) - 14.0
    return float(label.pieces[0].offset - row.offset) if label.pieces and label.pieces[0].line == row.line else 0.0


def _cells(row: Row) -> Cells:
    bounds = [-1, *(i for i, ch in enumerate(row.text) if ch == "\t"), len(row.text)]
    return [text_of(row, a + 1, b) for a, b in pairwise(bounds)]


def _completes(before: Cells, after: Cells, apart: bool) -> bool:
    """Whether a row is the rest of the one before it: a label cut in two, or shares whose bases go on."""
    label, rest = after[0].text, [cell.text for cell in after[1:] if cell.text]
    figures = [cell.text for cell in before[1:] if cell.text]
    if not label or not before[0].text or not any(_DIGIT.search(f) for f in figures):
        return False
    if not rest:
        return apart and (
            label[0].islower() or label[0].isdigit() or before[0].text.endswith(("–", "-", "/", "&", ","))
        )
    return label[0].islower() and len(rest) == len(figures) and all(_NAMED.search(t) for t in rest + figures)


def _joined(before: Cells, after: Cells) -> Cells:
    size = max(len(before), len(after))
    blank = Text("")
    pairs = zip(before + [blank] * (size - len(before)), after + [blank] * (size - len(after)), strict=True)
    return [Text.join([t for t in pair if t.text]) if any(t.text for t in pair) else blank for pair in pairs]
