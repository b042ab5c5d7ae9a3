"""A region of rows without drawn cells -> the draft of its table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportcheck.extract.pdf.columns import Columns, Part, columns_of
from reportcheck.extract.pdf.draft import Draft, DraftCell, compact, numeric
from reportcheck.extract.pdf.grids import Levels, Rule
from reportcheck.extract.pdf.regions import Region, regions
from reportcheck.extract.pdf.rows import Row, lines_of, rows_of
from reportcheck.extract.pdf.sheet import Word
from reportcheck.extract.pdf.signs import signs_home
from reportcheck.extract.pdf.strips import Strip, merged_body, merged_head, strip_of

FEWEST_LINES = 4
"""A cell of fewer lines holds no table beside its words."""
FEWEST_ROWS = 3
PASSAGE = 6
"""So many words at least make a passage."""


def borderless_drafts(
    rows: Sequence[Row], rules: Sequence[Rule], down: Sequence[Rule]
) -> list[tuple[Draft, tuple[Row, ...]]]:
    """The tables among rows of print that no drawn cells hold, and the rows that they take."""
    found = []
    across = Levels(rules)
    for region in regions(rows, across):
        columns = columns_of(region, down)
        if columns.edges:
            found.append((_draft(region, columns, across), region.rows))
        elif all(len(region.rows[i].chunks) == 2 for i in region.data):
            found.append((_list_draft(region, across), region.rows))
    return found


def _list_draft(region: Region, across: Levels) -> Draft:
    """A list whose amounts are in line at the right, although some labels run on below them."""
    strips = []
    for at, row in enumerate(region.rows):
        parts: list[Part] = [(0, 1, list(row.words))]
        if at in region.data:
            parts = [(i, i + 1, list(chunk.words)) for i, chunk in enumerate(row.chunks)]
        strips.append(Strip(parts, row.top, row.bottom, row.size, at in region.data))
    edge = min(region.rows[i].chunks[1].x0 for i in region.data)
    return draft_of(merged_body(strips, across), Columns((edge,), ((edge, edge), (edge, edge))), region.rows)


def _draft(region: Region, columns: Columns, across: Levels) -> Draft:
    strips = [
        strip_of(row, columns, at < region.first, across, at in region.data) for at, row in enumerate(region.rows)
    ]
    head = merged_head(strips[: region.first], across)
    body = merged_body(strips[region.first :], across)
    return draft_of(head + body, columns, region.rows)


def draft_of(strips: Sequence[Strip], columns: Columns, rows: Sequence[Row]) -> Draft:
    """The draft that strips make."""
    cells = tuple(
        DraftCell(r, a, 1, b - a, tuple(words)) for r, strip in enumerate(strips) for a, b, words in strip.parts
    )
    box = (min(r.x0 for r in rows), min(r.top for r in rows), max(r.x1 for r in rows), max(r.bottom for r in rows))
    return compact(signs_home(_without_stray(Draft(box, len(strips), len(columns.edges) + 1, cells))))


def _without_stray(draft: Draft) -> Draft:
    """A word that stands alone between the labels and the figures, such as TOTAL at their left, is a label."""
    cells = list(draft.cells)
    for column in range(1, draft.columns):
        mine = [c for c in cells if c.column == column and c.columns == 1]
        if mine and 10 * len(mine) <= draft.rows + 9 and _are_labels(cells, mine, column):
            cells = [c._replace(column=column - 1) if c in mine else c for c in cells]
    return replace(draft, cells=tuple(cells))


def _are_labels(cells: list[DraftCell], mine: list[DraftCell], column: int) -> bool:
    """Whether the few cells of a column are words beside nothing, and the column before it is none of figures."""
    if any(c.column < column < c.column + c.columns for c in cells):
        return False
    if any(numeric(" ".join(w.text for w in c.words)) for c in mine):
        return False
    rows = {c.row for c in mine}
    before = [c for c in cells if c.column == column - 1]
    return not any(c.row in rows or (len(c.words) == 1 and numeric(c.words[0].text)) for c in before)


def inner_drafts(draft: Draft) -> tuple[Draft, list[Draft]]:
    """The draft without the tables that stand among the words of its cells, and these tables."""
    found: list[Draft] = []
    cells: list[DraftCell] = []
    for cell in draft.cells:
        inside, words = _inside(cell.words) if len(cell.words) > 3 * FEWEST_LINES else ([], cell.words)
        found += inside
        cells.append(cell._replace(words=tuple(words)) if inside else cell)
    return (replace(draft, cells=tuple(cells)), found) if found else (draft, found)


def _inside(words: Sequence[Word]) -> tuple[list[Draft], Sequence[Word]]:
    """The tables among the words of a cell that holds passages too, and the words that are left."""
    if len(lines_of(words)) < FEWEST_LINES:
        return [], words
    rows = rows_of(words)
    tables = [(table, used) for table, used in borderless_drafts(rows, (), ()) if table.rows >= FEWEST_ROWS]
    taken = {id(row) for _, used in tables for row in used}
    left = [row for row in rows if id(row) not in taken]
    if not tables or not any(len(row.words) >= PASSAGE for row in left):
        return [], words
    return [table for table, _ in tables], [word for row in left for word in row.words]
