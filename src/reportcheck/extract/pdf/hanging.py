"""Totals that hang under a table, below its last rule or a rule of their own -> rows of the table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from reportcheck.extract.pdf.draft import Draft, DraftCell, numeric
from reportcheck.extract.pdf.grids import Rule
from reportcheck.extract.pdf.rows import Row
from reportcheck.extract.pdf.sheet import Word
from reportcheck.patterns import pattern
from reportcheck.quantity import median
from reportcheck.words.totals import names_total

_YEAR = pattern(r"(?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?)?$")
CLOSE = 1.6
"""How far under the last rule, in heights of type, a hanging row may begin."""
IN_LINE = 4.0
"""How far, in points, a hanging figure may stand out of its column."""
FEWEST = 2
"""So many figures of a column say where it stands; so many must hang where no word says that they are totals."""


def with_totals(
    drafts: Sequence[Draft], rows: Sequence[Row], across: Sequence[Rule]
) -> tuple[list[Draft], list[Row]]:  # fmt: skip
    """The drafts with the rows that hang under them, and the rows that do not."""
    done, left = [], list(rows)
    for draft in drafts:
        low = draft.box[3]
        near = [row for row in left if -1 <= row.top - low < CLOSE * row.size and row.x1 > draft.box[0]]
        cells = _hanging(draft, near[0], across) if near else None
        if cells:
            box = (*draft.box[:3], near[0].bottom)
            draft = replace(draft, rows=draft.rows + 1, cells=(*draft.cells, *cells), box=box)
            left.remove(near[0])
        done.append(draft)
    return done, left


def _hanging(draft: Draft, row: Row, across: Sequence[Rule]) -> list[DraftCell] | None:
    """The cells of a row of totals; None where it is none."""
    if row.x0 < draft.box[0] - IN_LINE or row.x1 > draft.box[2] + IN_LINE:
        return None
    label = tuple(takewhile(lambda word: not numeric(word.text), row.words))
    columns = _columns(draft)
    cells = _in_columns(columns, row.words[len(label) :])
    if not cells or (label and label[-1].x1 > min(word.x0 for word in cells.values())):
        return None
    if label and not names_total(" ".join(word.text for word in label)):
        return None
    if not label and len(cells) < max(FEWEST, len(columns)) and not _drawn_over(draft, list(cells.values()), across):
        return None
    found = [DraftCell(draft.rows, column, 1, 1, (word,)) for column, word in sorted(cells.items())]
    return [DraftCell(draft.rows, 0, 1, 1, label), *found] if label and 0 not in cells else found


def _in_columns(columns: dict[int, tuple[float, float]], words: Sequence[Word]) -> dict[int, Word]:
    """Figures by the columns that they stand in line with; none where one stands in no column, or two in one."""
    cells: dict[int, Word] = {}
    for word in words:
        column = next((c for c, ends in columns.items() if _in_line(word, ends)), None)
        if column is None or column in cells or not numeric(word.text) or _YEAR.match(word.text):
            return {}
        cells[column] = word
    return cells


def _columns(draft: Draft) -> dict[int, tuple[float, float]]:
    """For each column of figures, where the middles and the right ends of its figures stand."""
    filled: dict[int, list[Word]] = defaultdict(list)
    other: dict[int, int] = defaultdict(int)
    for cell in draft.cells:
        if cell.columns == 1 and cell.words:
            figure = cell.words[-1]
            if len(cell.words) <= FEWEST and numeric(figure.text) and not _YEAR.match(figure.text):
                filled[cell.column].append(figure)
            else:
                other[cell.column] += 1
    return {
        column: (median((w.x0 + w.x1) / 2 for w in words), median(w.x1 for w in words))
        for column, words in sorted(filled.items())
        if len(words) >= FEWEST and len(words) > other[column]
    }


def _drawn_over(draft: Draft, figures: Sequence[Word], across: Sequence[Rule]) -> bool:
    """Whether each of the figures stands under a rule of its own, drawn below the table."""
    low = max(word.bottom for cell in draft.cells for word in cell.words) - 3
    return all(
        any(low <= y <= w.top + 3 and x0 < w.x1 and w.x0 < x1 and x1 - x0 < 4 * (w.x1 - w.x0) for y, x0, x1 in across)
        for w in figures
    )


def _in_line(word: Word, column: tuple[float, float]) -> bool:
    middle, right = column
    return abs(word.x1 - right) < IN_LINE or abs((word.x0 + word.x1) / 2 - middle) < IN_LINE
