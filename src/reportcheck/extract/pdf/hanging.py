"""Figures alone that hang under a table, each below a rule of its own -> a row of the table: the sums of columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportcheck.extract.pdf.draft import Draft, DraftCell, numeric
from reportcheck.extract.pdf.grids import Rule
from reportcheck.extract.pdf.rows import Row
from reportcheck.extract.pdf.sheet import Word

CLOSE = 1.6
"""How far under the table, in heights of type, a hanging row may begin."""
IN_LINE = 4.0
"""How far, in points, a hanging figure may stand out of its column."""


def with_sums(drafts: Sequence[Draft], rows: Sequence[Row], across: Sequence[Rule]) -> tuple[list[Draft], list[Row]]:
    """The drafts with the sums that hang under them, and the rows that do not."""
    done, left = [], list(rows)
    for draft in drafts:
        near = next((row for row in left if -1 <= row.top - draft.box[3] < CLOSE * row.size), None)
        if near and all(numeric(word.text) and _drawn_over(draft, word, across) for word in near.words):
            columns = [_column(draft, word) for word in near.words]
            if -1 not in columns and len({*columns}) == len(columns):
                sums = zip(columns, near.words, strict=True)
                cells = [DraftCell(draft.rows, at, 1, 1, (word,)) for at, word in sums]
                box = (*draft.box[:3], near.bottom)
                draft = replace(draft, rows=draft.rows + 1, cells=(*draft.cells, *cells), box=box)
                left.remove(near)
        done.append(draft)
    return done, left


def _drawn_over(draft: Draft, figure: Word, across: Sequence[Rule]) -> bool:
    """Whether a figure stands under a rule of its own, drawn below the table."""
    low, most = draft.box[3] - 3, 4 * (figure.x1 - figure.x0)
    return any(low <= y <= figure.top + 3 and x0 < figure.x1 and figure.x0 < x1 < x0 + most for y, x0, x1 in across)


def _column(draft: Draft, figure: Word) -> int:
    """The column in which two figures or more end at the same place; -1 where there is none."""
    level = [c.column for c in draft.cells if c.words and abs(c.words[-1].x1 - figure.x1) < IN_LINE and c.columns == 1]
    return next((column for column in level if level.count(column) > 1), -1)
