"""Rows of values with commas, semicolons or strokes between them, quoted where they hold some -> tables."""

from __future__ import annotations

from itertools import groupby, pairwise

from reportcheck.extract.text.delimited import Cells, made
from reportcheck.extract.text.figures import is_figure, says_something
from reportcheck.extract.text.markup import text_of
from reportcheck.extract.text.source import Row
from reportcheck.model import Table
from reportcheck.patterns import pattern

_FEWEST = 3
_GROUP = pattern(r"(?<=\d),(?=\d{3}(?!\d))")
_WORDS = 12
"""Words: a value with more is a part of a sentence."""


def separated(rows: list[Row], at: int, above: str, caption: str) -> tuple[Table, int] | None:
    """The table that begins at `at`, and where the text goes on; None where none begins."""
    text = rows[at].text
    mark = next((m for m in (";", ",") if m in text and _bounds(text, m)), None)
    if mark is None:
        return None
    width = len(_bounds(text, mark) or ())
    end = at
    while end < len(rows) and len(_bounds(rows[end].text, mark) or ()) == width:
        end += 1
    found = [(row, _cells(row, mark)) for row in rows[at:end]]
    return (made(found, above, caption), end) if _is_data(found) else None


def stroked(rows: list[Row]) -> dict[int, tuple[int, Table]]:
    """The tables of values that strokes between blanks part, by their first row, with the row after the last.

    Rows over a total with fewer strokes than theirs are a list and its total.
    """
    found: dict[int, tuple[int, Table]] = {}
    widths = [len(_bounds(row.text, "/") or ()) for row in rows]
    for width, group in groupby(range(len(rows)), key=widths.__getitem__):
        run = list(group)
        alone = not any(widths[run[-1] + 1 : run[-1] + 2])
        cells = [(rows[at], _cells(rows[at], "/")) for at in run] if width > 2 and alone else []
        if cells and _is_data(cells):
            found[run[0]] = run[-1] + 1, made(cells, "", "")
    return found


def _is_data(found: list[tuple[Row, Cells]]) -> bool:
    """Whether the rows are values and no sentences: figures stand in the same place in all but the first."""
    if len(found) < _FEWEST or any(len(cell.text.split()) > _WORDS for _, cells in found for cell in cells):
        return False
    if len(found[0][1]) == 2 and not all(is_figure(cells[1].text) or not cells[1].text for _, cells in found[1:]):
        return False
    body = [[is_figure(c.text) and says_something(c.text) for c in cells] for _, cells in found[1:]]
    return any(sum(column) >= max(2, len(body) * 0.6) for column in zip(*body, strict=False))


def _cells(row: Row, mark: str) -> Cells:
    cells = []
    for a, b in pairwise([-1, *(_bounds(row.text, mark) or ())]):
        bare = row.text[a + 1 : b]
        begin, end = a + 1 + len(bare) - len(bare.lstrip()), b - len(bare) + len(bare.rstrip())
        quoted = row.text[begin:end].startswith('"') and end - begin > 1
        cells.append(text_of(row, begin + quoted, end - quoted))
    return cells


def _bounds(text: str, mark: str) -> list[int] | None:
    """Where each value of a row ends; None for a row that is none of values."""
    found, quoted, begun = [], False, False
    for index, sign in enumerate(text):
        if sign == '"':
            if not quoted and begun:
                return None
            quoted, begun = not quoted, True
        elif sign == mark and not quoted and (mark != "/" or text[max(index - 1, 0) : index + 2] == " / "):
            if mark == "," and text[index + 1 : index + 2] == " " and text[index - 1 : index].isalnum():
                return None
            found.append(index)
            begun = False
        elif not sign.isspace():
            begun = True
    if mark == "," and all(_GROUP.match(text, at) for at in found):
        return None  # They part the thousands of figures.
    return [*found, len(text)] if found and not quoted else None
