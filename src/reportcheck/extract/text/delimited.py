"""Rows whose cells are parted by tabs or by pipes -> tables, also over a page break."""

from __future__ import annotations

import re
from itertools import pairwise

from reportcheck.extract.text.markup import is_bold, text_of
from reportcheck.extract.text.source import Row
from reportcheck.model import Cell, Table, Text

_PIPE = re.compile(r"(?<!\\)\|")
_FURNITURE = re.compile(r"\s*(?:(?:page\s+)?\d{1,4}(?:\s+of\s+\d{1,4})?(?:\s+\d{1,4})?|-{3,})\s*$", re.IGNORECASE)
_HEADING_CELL = re.compile(r"(?:(?:19|20)\d\d(?:\s?[/–-]\s?(?:\d{4}|\d\d))?|[£$€]\s?['’]?(?:000s?|m|k|bn)?|%)$", re.I)
_DIGIT = re.compile(r"\d")
_NAMED = re.compile(r"\d\s*%\s*\([A-Za-z][^()]*\)\s*$")
_PAGE_AT_END = re.compile(r"\d{1,3}\s*$")

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
    while look < len(rows) and look - index < 6 and _between(rows[look]):
        look += 1
    if found and look < len(rows) and "\t" in rows[look].text and _goes_on(found, rows[look]):
        return look
    return None


def _between(row: Row) -> bool:
    """Whether a row can stand between two parts of a table: nothing, or a page number."""
    return row.blank or ("\t" not in row.text and _FURNITURE.match(row.text) is not None)


def _goes_on(found: list[Row], row: Row) -> bool:
    """Whether a row after a break belongs to the table before it: as many columns, and no headings of its own."""
    before, after = found[-1].text.split("\t"), row.text.split("\t")
    width = max(len(r.text.rstrip("\t").split("\t")) for r in found)
    if _words(after) == _words(found[0].text.split("\t")):
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
    return len(after) == len(before) or (len(after) >= 3 and len(row.text.rstrip("\t").split("\t")) == width)


def _words(cells: list[str]) -> list[str]:
    return [cell.strip().lower() for cell in cells if cell.strip()]


def piped(rows: list[Row], at: int) -> tuple[list[Row], int] | None:
    """The rows of the pipe table that begins at `at`, its rule left out; None where none begins."""
    if not _is_piped(rows[at].text):
        return None
    end = at
    ruled = False
    found: list[Row] = []
    while end < len(rows):
        if not _is_piped(rows[end].text):
            end, stop = _after_break(rows, end, found), end
            if end == stop:
                break
        if _is_rule(rows[end].text):
            ruled = True
        else:
            found.append(rows[end])
        end += 1
    framed = all(r.text.strip().startswith("|") for r in found)
    return (found, end) if len(found) >= 2 and (ruled or framed or len(found) >= 3) else None


def _after_break(rows: list[Row], at: int, found: list[Row]) -> int:
    """Where a pipe table goes on after a page break: with as many cells and the same headings or none; else `at`."""
    look = at
    while look < len(rows) and look - at < 6 and _between(rows[look]):
        look += 1
    if not found or look >= len(rows) or rows[look].page == found[-1].page or not _is_piped(rows[look].text):
        return at
    first, after = _pipe_cells(found[0].text), _pipe_cells(rows[look].text)
    headed = look + 1 < len(rows) and _is_rule(rows[look + 1].text)
    return look if len(first) == len(after) and (not headed or _words(first) == _words(after)) else at


def _pipe_cells(text: str) -> list[str]:
    return text.strip().strip("|").split("|")


def _is_piped(text: str) -> bool:
    return "|" in text


def _is_rule(text: str) -> bool:
    """Whether a row is the line of dashes under the headings of a pipe table."""
    return "--" in text and "|" in text and not text.strip("|:- \t")


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


def table_of(found: list[Row], piped_: bool, above: str, caption: str) -> Table:
    """The rows as a table: repeated headings left out, labels that a page break has cut put together again."""
    grid = [_cells(row, piped_) for row in found]
    printed = [[cell.text.lower() for cell in cells if cell.text] for cells in grid]
    kept: list[tuple[Row, Cells]] = []
    again = 0
    for index, cells in enumerate(grid):
        apart = index > 0 and found[index].line > found[index - 1].line + 1
        again = again + 1 if index and (apart or again) and printed[index] == printed[again] else 0
        if again:
            continue
        if kept and _completes(kept[-1][1], cells, apart):
            kept[-1] = (kept[-1][0], _joined(kept[-1][1], cells))
        else:
            kept.append((found[index], cells))
    return made(kept, above, caption)


def made(kept: list[tuple[Row, Cells]], above: str, caption: str) -> Table:
    """Rows of cells as a table, columns at its right end that are blank all down left out."""
    width = max(len(cells) for _, cells in kept)
    while width > 1 and not any(len(cells) >= width and cells[width - 1].text for _, cells in kept):
        width -= 1
    cells = tuple(
        Cell(r, c, text, bold=not c and is_bold(row.text), indent=_indent(row) if c == 0 else 0.0)
        for r, (row, texts) in enumerate(kept)
        for c, text in enumerate(texts[:width])
        if text.text
    )
    return Table(kept[0][0].page, len(kept), width, cells, above=above, caption=caption)


def _indent(row: Row) -> float:
    bare = row.text.lstrip("| ")
    return float(len(row.text) - len(bare))


def _cells(row: Row, piped_: bool) -> Cells:
    text = row.text
    if not piped_:
        bounds = [-1, *(i for i, ch in enumerate(text) if ch == "\t"), len(text)]
    else:
        bounds = [-1, *(m.start() for m in _PIPE.finditer(text)), len(text)]
        if not text[: bounds[1]].strip():
            bounds.pop(0)
        if len(bounds) > 2 and not text[bounds[-2] + 1 :].strip():
            bounds.pop()
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
