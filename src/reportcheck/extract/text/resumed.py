"""Where a table between bars goes on behind what a page or a converter has put between two parts of it."""

from __future__ import annotations

import re

from reportcheck.extract.text.bars import Made, cells_of, has_bar, is_rule
from reportcheck.extract.text.delimited import Cells, between, words
from reportcheck.extract.text.entries import entry_of, is_total
from reportcheck.extract.text.figures import is_figure, is_year, says_something, trailing
from reportcheck.extract.text.markup import text_of
from reportcheck.extract.text.source import Row
from reportcheck.model import Text
from reportcheck.patterns import pattern

_FURNITURE = pattern(
    r"\s*(?:<!--.{0,200}-->|(?:-\s?){3,}|(?:\*\s?){3,}|(?:_\s?){3,}|!\[[^\]]{0,200}\]\([^)]{0,300}\)"
    r"|[-#*\s]{0,6}page\s+\d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?[-#*\s]{0,6})\s*$",
    re.IGNORECASE,
)
_UNIT = pattern(r"[£$€]\s?['’]?(?:000s?|m|k)?$|%$", re.IGNORECASE)
_REACH = 8
_LOOSE = 3
"""Lines without bars that a converter leaves of a table: rows whose cells it could not part."""
_LONGEST = 120


def resumed(rows: list[Row], at: int, found: Made, width: int, rules: list[int]) -> tuple[int, Made]:
    """The row that a table goes on with behind its part that ends at `at`, and the rows between; `at` where it ends."""
    loose = _loose(rows, at, found, width)
    if loose:
        return loose
    look = at
    while look < len(rows) and look - at < _REACH and (between(rows[look]) or _FURNITURE.match(rows[look].text)):
        look += 1
    if look == at or not found or look >= len(rows) or not has_bar(rows[look].text):
        return at, []
    spread = look == at + 1 and rows[at].blank
    under = len(found) - (rules[-1] if rules else 0)
    first, after = found[0][1], cells_of(rows[look : look + 1])
    headed = look + 1 < len(rows) and is_rule(rows[look + 1].text)
    same = words([c.text for c in first]) == words([c.text for c in after])
    if spread and not headed and (under < 2 or rows[at - 2].blank) and _bars(rows[look].text) == width:
        return look, []
    if len(first) != len(after):
        return at, []
    if rows[look].page != rows[at - 1].page:
        return (look, []) if not headed or same else (at, [])
    if spread or all(row.blank and row.printed is None for row in rows[at:look]):
        return (look, []) if same and headed and not _totalled(found) else (at, [])
    return (look, []) if same or not headed or _is_row(after, found) else (at, [])


def _bars(text: str) -> int:
    return text.count("|") - text.count("\\|") if text.lstrip().startswith("|") else 0


def _loose(rows: list[Row], at: int, found: Made, width: int) -> tuple[int, Made] | None:
    """The same behind lines without bars: a heading of rows, or a row whose last figures stand under figures."""
    look = at
    while look < len(rows) and look - at <= _LOOSE and not rows[look].blank and "|" not in rows[look].text:
        look += 1
    lines = rows[at:look]
    if not lines or len(lines) > _LOOSE or not found or any(len(row.text) > _LONGEST for row in lines):
        return None
    followed = look + 1 < len(rows) and has_bar(rows[look].text) and is_rule(rows[look + 1].text)
    after = cells_of(rows[look : look + 1]) if followed else []
    goes_on = followed and _bars(rows[look].text) == width and _is_row(after, found)
    if not goes_on and not (len(lines) == 1 and is_total(lines[0].text) and entry_of(lines[0])):
        return None
    figures = _columns([cells for _, cells in found] + ([after] if goes_on else []))
    made = [(row, _set_out(row, figures, len(found[0][1]))) for row in lines]
    return (look, made) if all(cells for _, cells in made) else None


def _columns(rows: list[Cells]) -> list[int]:
    """The columns in which figures stand."""
    width = max(len(cells) for cells in rows)
    return [c for c in range(1, width) if any(c < len(cells) and is_figure(cells[c].text) for cells in rows)]


def _set_out(row: Row, columns: list[int], width: int) -> Cells:
    """The cells of a line: its words, and its figures in the last columns of figures; nothing where these are fewer."""
    spans = trailing(row.text)
    if len(spans) > len(columns):
        return []
    cells: Cells = [Text("")] * width
    cells[0] = text_of(row, 0, spans[0][0] if spans else None)
    for span, column in zip(spans, columns[len(columns) - len(spans) :], strict=True):
        cells[column] = text_of(row, *span)
    return cells


def _is_row(cells: Cells, found: Made) -> bool:
    """Whether what is set as headings is rather a row: figures that are no years stand in it, or nothing does."""
    texts = [cell.text for cell in cells if cell.text]
    figures = [text for text in texts if is_figure(text) and says_something(text) and not is_year(text)]
    if len(texts) < 2:
        return not texts or bool(cells[0].text)
    return bool(figures) and not any(is_year(text) or _UNIT.match(text) for text in texts)


def _totalled(found: Made) -> bool:
    """Whether the last row is a total, which ends a table."""
    return any(is_total(cell.text) for cell in found[-1][1])
