"""Rows whose cells stand between bars -> tables: Markdown's, grids, drawn boxes, and rows broken over lines."""

from __future__ import annotations

from itertools import pairwise

from reportcheck.extract.passages_in_cells import sets_passages
from reportcheck.extract.stacked_cells import rows_apart
from reportcheck.extract.text.bars import (
    BAR,
    BREAK,
    Made,
    cells_of,
    has_bar,
    is_rule,
    lines_of,
    one_row_each,
    row_end,
    width_at,
    with_edge,
)
from reportcheck.extract.text.delimited import table_of
from reportcheck.extract.text.figures import is_amount, is_figure, trailing
from reportcheck.extract.text.glued import unglued
from reportcheck.extract.text.resumed import resumed
from reportcheck.extract.text.source import Row
from reportcheck.model import Block, Table

_FEWEST = 3
"""Lines in cells that are a list."""


def piped(rows: list[Row], at: int, above: str, caption: str) -> tuple[Table | list[Block], int] | None:
    """The table that begins at `at`, or the passages that it sets, and where the text goes on; None for none."""
    if not (has_bar(rows[at].text) or is_rule(rows[at].text)):
        return None
    width = width_at(rows, at)
    found: Made = []
    rules: list[int] = []
    lines: list[tuple[int, int]] = []
    end = at
    while end < len(rows):
        if is_rule(rows[end].text):
            rules.append(len(found))
            end += 1
            continue
        barred = has_bar(rows[end].text) or (found and rules and row_end(rows, end, width) > end + 1)
        after = row_end(rows, end, width) if barred else 0
        if not after:
            look, loose = resumed(rows, end, found, width, rules)
            if look == end:
                break
            found += loose
            end = look
            continue
        found.append((rows[end], cells_of(rows[end:after])))
        lines.append((end, after))
        end = after
    framed = all(row.text.strip().startswith("|") for row, _ in found)
    if len(found) < 2 or not (rules or framed or len(found) >= 3):
        return None
    whole = one_row_each(with_edge(found), rules)
    apart = _rows_apart(whole)
    broken = len(apart) == len(whole) and any("<br" in rows[a].text for a, _ in lines)
    inside = _passages([rows[a:b] for a, b in lines]) if broken else None
    if inside is None and _holds_lines(found):
        inside = _in_lines(found)
    return (inside if inside is not None else table_of(unglued(apart), above, caption)), end


def _rows_apart(whole: Made) -> Made:
    """Rows, those that hold several line under line as several."""
    found: Made = []
    for (row, cells), (_, below) in zip(whole, [*whole[1:], whole[-1]], strict=True):
        found += [(row, each) for each in rows_apart(lines_of(row, cells), below) or [cells]]
    return found


def _holds_lines(found: Made) -> bool:
    """Whether cells are the lines of a list: words that end in a sum, no sum by itself, nothing else beside them."""
    if any(is_figure(cell.text) and is_amount(cell.text) for _, cells in found for cell in cells):
        return False
    lone = [texts[0] for _, cells in found if len(texts := [c for c in cells if c.text]) == 1]
    ends = [text.text[figures[0][0] :] for text in lone if (figures := trailing(text.text)) and figures[0][0]]
    return sum(map(is_amount, ends)) >= _FEWEST


def _in_lines(found: Made) -> list[Block]:
    """The cells of a table that only sets lines, as the lines of a text."""
    from reportcheck.extract.text import blocks_of

    cells = [cell for _, cells in found for cell in cells if cell.text]
    return blocks_of(
        [
            Row(found[0][0].page, cell.pieces[0].line or 0, cell.pieces[0].offset, cell.text, cell)
            for cell in cells
            if cell.pieces
        ]
    )


def _passages(every: list[list[Row]]) -> list[Block] | None:
    """The blocks of all cells, if the rows set passages beside each other; each line of a cell is a row of a text."""
    from reportcheck.extract.text import blocks_of

    cells: list[tuple[int, list[Block]]] = []
    for rows in every:
        column = -1
        inside: list[list[Row]] = []
        for number, row in enumerate(rows):
            bounds = [-1, *(m.start() for m in BAR.finditer(row.text)), len(row.text)]
            for place, (a, b) in enumerate(pairwise(bounds)):
                if place or not number:
                    inside.append([])
                breaks = [
                    (a + 1, a + 1),
                    *((a + 1 + m.start(), a + 1 + m.end()) for m in BREAK.finditer(row.text[a + 1 : b])),
                ]
                for (_, begin), (stop, _) in pairwise([*breaks, (b, b)]):
                    part = row.text[begin:stop]
                    lead = len(part) - len(part.lstrip())
                    inside[-1].append(Row(row.page, row.line, row.offset + begin + lead, part.strip()))
        for cell in inside[1:]:
            column += 1
            cells.append((column, blocks_of(cell) if cell else []))
    return [block for _, blocks in cells for block in blocks] if sets_passages(cells) else None
