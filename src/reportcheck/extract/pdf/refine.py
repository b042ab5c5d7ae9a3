"""A draft whose drawn cells hold several rows or columns each -> a draft with a cell for each place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from operator import attrgetter, itemgetter

from reportcheck.extract.pdf.coarse import band_strips, deep, holds_rows, may_be_figure, parted
from reportcheck.extract.pdf.columns import Columns, Part, cut, spanned
from reportcheck.extract.pdf.draft import Draft, DraftCell, compact, numeric
from reportcheck.extract.pdf.grids import Levels
from reportcheck.extract.pdf.gutters import CLOSE, fine_spans, white
from reportcheck.extract.pdf.kinds import is_data
from reportcheck.extract.pdf.rows import Row, lines_of, one_line, rows_of
from reportcheck.extract.pdf.rows import row as made
from reportcheck.extract.pdf.sheet import BOLD, Word
from reportcheck.extract.pdf.signs import signs_home
from reportcheck.extract.pdf.strips import Strip

_COLUMN = attrgetter("column")
NONE = Levels(())


def refined(draft: Draft) -> Draft:
    """The draft with drawn columns cut at their gutters and drawn rows cut into lines, where they need it."""
    draft = _bands_joined(parted(draft))
    new = _new_edges(draft)
    edges = sorted([*draft.edges, *new])
    columns: Columns | None = None  # Measured for the first row that is not plain; most tables have none.
    starts = [0]
    cells: list[DraftCell] = []
    for mine in _bands(draft):
        row, lines = starts[-1], 1
        if not new and _is_plain(mine):
            cells += sorted((cell._replace(row=row, rows=1, columns=1) for cell in mine), key=_COLUMN)
        elif mine:
            columns = columns or _settled_columns(draft, edges)
            strips = _strips(mine, draft, columns)
            lines = len(strips)
            for at, strip in enumerate(strips, row):
                cells += [DraftCell(at, a, 1, b - a, tuple(words)) for a, b, words in strip.parts]
        starts.append(row + lines)
    for cell in draft.cells:
        if cell.rows > 1 and cell.words:
            first, after = _span(cell, draft, edges)
            top, end = starts[cell.row], starts[cell.row + cell.rows]
            cells.append(DraftCell(top, first, end - top, after - first, cell.words))
    whole = replace(draft, rows=starts[-1], columns=len(edges) + 1, cells=tuple(cells), edges=tuple(edges))
    return compact(signs_home(whole))


def _bands(draft: Draft) -> list[list[DraftCell]]:
    """The cells of each drawn row that have words and are no higher than it."""
    bands: list[list[DraftCell]] = [[] for _ in range(draft.rows)]
    for cell in draft.cells:
        if cell.rows == 1 and cell.words:
            bands[cell.row].append(cell)
    return bands


def _is_plain(mine: Sequence[DraftCell]) -> bool:
    """Whether a drawn row is one printed row, with nothing to cut."""
    if not mine or any(c.columns > 1 for c in mine):
        return False
    several = deep(mine)
    if len(several) < 2:  # A heading over a row is the one cell of several lines.
        return not several or _headed(mine)[0] is None
    return not holds_rows(mine)


def _bands_joined(draft: Draft) -> Draft:
    """The draft with drawn rows made one where a cell over several of them holds a whole column of figures."""
    joined = [False] * (draft.rows + 1)
    for cell in draft.cells:
        if cell.rows > 1 and len(cell.words) > 2 * cell.rows:
            lines = rows_of(cell.words)
            if len(lines) > 2 * cell.rows and sum(1 for row in lines if numeric(row.words[-1].text)) > 2:
                for band in range(cell.row + 1, cell.row + cell.rows):
                    joined[band] = True
    if not any(joined):
        return draft
    number = list(accumulate(0 if joined[band] or band == 0 else 1 for band in range(draft.rows + 1)))
    cells: dict[tuple[int, int], DraftCell] = {}
    for cell in draft.cells:
        row, end = number[cell.row], number[cell.row + cell.rows]
        key = (row, cell.column)
        held = cells.get(key)
        words = (*(held.words if held else ()), *cell.words)
        cells[key] = DraftCell(row, cell.column, max(end - row, 1), cell.columns, words)
    return replace(draft, rows=number[-1], cells=tuple(cells.values()))


def _settled_columns(draft: Draft, edges: Sequence[float]) -> Columns:
    """The columns, and where the figures stand in each; the drawn sides where there are none."""
    figures = [w for c in draft.cells if c.columns == 1 for w in c.words if numeric(w.text)]
    found = spanned(edges, [figures]) if figures else Columns(tuple(edges), ())
    sides = [draft.box[0], *edges, draft.box[2]]
    drawn = list(pairwise(sides))
    spans = [s if s[0] < s[1] else d for s, d in zip(found.spans, drawn, strict=True)] if found.spans else drawn
    return Columns(tuple(edges), tuple(spans))


def _strips(mine: Sequence[DraftCell], draft: Draft, columns: Columns) -> list[Strip]:
    """The rows that one drawn row holds."""
    if holds_rows(mine):
        return band_strips(rows_of(w for c in mine for w in c.words), columns, NONE)
    head, rest = _headed(mine)
    first = [Strip(_cut([head], draft, columns)[0].parts, 0.0, 0.0, 1.0, False)] if head else []
    return first + _cut(rest, draft, columns)


def _headed(mine: Sequence[DraftCell]) -> tuple[DraftCell | None, Sequence[DraftCell]]:
    """A drawn row whose label begins with a bold line over the line of its figures: the heading, and the row."""
    label = min(mine, key=lambda c: c.column)
    others = [c for c in mine if c is not label]
    if not others or one_line(label.words) or not all(one_line(c.words) for c in others):
        return None, mine
    first, *lines = rows_of(label.words)
    level = next((row for row in (first, *lines) if abs(row.base - others[0].words[0].base) < 1.5), first)
    if level is first or not _is_bold(first) or any(map(_is_bold, lines)):
        return None, mine
    rest = label._replace(words=tuple(w for row in lines for w in row.words))
    return label._replace(words=first.words), [rest if c is label else c for c in mine]


def _is_bold(row: Row) -> bool:
    return all(word.style & BOLD for word in row.words)


def _cut(mine: Sequence[DraftCell], draft: Draft, columns: Columns) -> list[Strip]:
    """One row whose wide cells are cut where their words stand in single columns; two where a head needs it."""
    upper: list[Part] = []
    parts: list[Part] = []
    for cell in mine:
        first, after = _span(cell, draft, columns.edges)
        rows = rows_of(cell.words) if after - first > 1 else []
        pieces = [cut(row.words, columns) for row in rows]
        if rows and all(pieces) and any(len(p) > 1 for p in pieces):
            parts += _by_column(pieces)
        elif len(rows) > 1 and len(pieces[-1]) > 1:
            upper.append((first, after, [w for row in rows[:-1] for w in row.words]))
            parts += _by_column(pieces[-1:])
        else:
            parts.append((first, after, list(cell.words)))
    strips = [Strip(sorted(upper, key=itemgetter(0)), 0.0, 0.0, 1.0, False)] if upper else []
    return [*strips, Strip(sorted(parts, key=itemgetter(0)), 0.0, 0.0, 1.0, False)]


def _by_column(rows: Sequence[Sequence[tuple[int, list[Word]]]]) -> list[Part]:
    parts: dict[int, Part] = {}
    for pieces in rows:
        for at, words in pieces:
            parts.setdefault(at, (at, at + 1, []))[2].extend(words)
    return list(parts.values())


def _span(cell: DraftCell, draft: Draft, edges: Sequence[float]) -> tuple[int, int]:
    """The columns that a drawn cell covers when more edges have come."""
    drawn = draft.edges
    first = edges.index(drawn[cell.column - 1]) + 1 if cell.column else 0
    end = cell.column + cell.columns
    return first, edges.index(drawn[end - 1]) + 1 if end <= len(drawn) else len(edges) + 1


def _new_edges(draft: Draft) -> list[float]:
    """The gutters inside drawn columns: where most lines of a column print two figures or more."""
    by_column: list[list[DraftCell]] = [[] for _ in range(draft.columns)]
    for cell in draft.cells:
        if cell.columns == 1 and cell.words:
            by_column[cell.column].append(cell)
    return [edge for cells in by_column for edge in _gutters_in(cells)]


def _gutters_in(cells: list[DraftCell]) -> list[float]:
    """The middles of the white between the figures of one drawn column."""
    counts = [len(cell.words) for cell in cells]
    least = max(3, 0.5 * len(cells))
    if sum(counts) - len(cells) < least or 2 * sum([count > 1 for count in counts]) < len(cells):
        return []
    if _beside_figures(cells) < least:
        return []
    lines = [line for cell in cells for line in lines_of(cell.words)]
    several = [line for line in lines if len(line) > 1]
    least = max(3, 0.5 * len(lines))
    data = [row for row in map(made, several) if is_data(row) or _several_figures(row)] if len(several) >= least else []
    return [(low + high) / 2 for low, high in white(data, 0.35)] if len(data) >= least else []


def _beside_figures(cells: Sequence[DraftCell]) -> int:
    """How many lines with a wide gap next to a figure some cells can hold, again before rows are made of them."""
    found = 0
    for cell in cells:
        for one, two in pairwise(cell.words):
            if not -1 < two.x0 - one.x1 <= CLOSE * two.size and (may_be_figure(one.text) or may_be_figure(two.text)):
                found += 1
    return found


def _several_figures(row: Row) -> bool:
    spans = fine_spans(row)
    if len(spans) < 2:
        return False
    texts = [" ".join(w.text for w in row.words if x0 <= w.x0 < x1) for x0, x1 in spans]
    return sum(1 for text in texts if numeric(text)) >= max(2, len(texts) - 1)
