"""A row between bars -> its cells, where the source writes it on one line or on several."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from reportcheck.extract.text.delimited import Cells
from reportcheck.extract.text.figures import is_figure
from reportcheck.extract.text.markup import text_of
from reportcheck.extract.text.source import Row
from reportcheck.model import Text
from reportcheck.patterns import pattern

BAR = pattern(r"(?<!\\)\|")
BREAK = pattern(r"<br\s{0,3}/?>", re.IGNORECASE)
_LONGEST = 12
"""Lines over which one row of a table may be broken."""

Made = list[tuple[Row, Cells]]


def is_rule(text: str) -> bool:
    """Whether a row is a line of dashes that parts the rows of a table, with bars or crosses between the dashes."""
    barred = "|" in text or text.lstrip().startswith("+")
    return barred and ("--" in text or "==" in text) and not text.strip("|+:=- \t\u00a0")


def has_bar(text: str) -> bool:
    """Whether a row holds cells between bars."""
    return "|" in text and not is_rule(text)


def width_at(rows: list[Row], at: int) -> int:
    """How many bars a whole row of the table has: as its rule, or its first row, or most rows that bars only close."""
    usual = _closed_only(rows, at)
    if usual:
        return usual
    near = [row.text for row in rows[at : at + 4]]
    ruled = next((text for text in near if is_rule(text) and "|" in text), near[0])
    return len(BAR.findall(ruled))


def _closed_only(rows: list[Row], at: int) -> int:
    """How many bars most rows of a table have that bars close and do not open; 0 where its rows are others."""
    bars: list[int] = []
    opened = 0
    for row in takewhile(lambda row: has_bar(row.text), rows[at:]):
        bars.append(len(BAR.findall(row.text)))
        opened += row.text.lstrip().startswith("|") or not row.text.rstrip().endswith("|")
    return max(bars, key=bars.count) if len(bars) > 2 and opened * 3 <= len(bars) else 0


def row_end(rows: list[Row], at: int, width: int) -> int:
    """Where the row ends that begins at `at`: some writers break the lines of a cell as they stand on paper."""
    if not rows[at].text.lstrip().startswith("|"):
        return _wrapped_end(rows, at, width)
    bars = len(BAR.findall(rows[at].text))
    if bars >= width or rows[at].text.rstrip().endswith("|"):
        return at + 1
    for end in range(at + 1, min(at + _LONGEST, len(rows))):
        text = rows[end].text
        if rows[end].blank or rows[end].page != rows[at].page:
            break
        if text.lstrip().startswith("|") and bars + len(BAR.findall(text)) != width:
            break
        bars += len(BAR.findall(text))
        if bars >= width:
            return end + 1 if bars == width and text.rstrip().endswith("|") else at + 1
    return at + 1


def _wrapped_end(rows: list[Row], at: int, width: int) -> int:
    """The same where no bar opens a row: a row wrapped like a paragraph has all its bars only with its last line."""
    bars = 0
    for end in range(at, min(at + _LONGEST, len(rows))):
        text = rows[end].text
        if not text.strip() or is_rule(text) or (end > at and text.lstrip().startswith("|")):
            break
        bars += len(BAR.findall(rows[end].text))
        if bars >= width:
            return end + 1 if bars == width else at + 1
    return at + 1


def spans_of(text: str) -> list[tuple[int, int]]:
    """Where the cells of a row stand; what is blank before its first bar and after its last is no cell."""
    bars = [match.start() for match in BAR.finditer(text)]
    spans = [(a + 1, b) for a, b in pairwise([-1, *bars, len(text)])]
    if len(spans) > 1 and not text[slice(*spans[0])].strip():
        spans.pop(0)
    if len(spans) > 1 and not text[slice(*spans[-1])].strip():
        spans.pop()
    return spans


def cells_of(rows: list[Row]) -> Cells:
    """The cells of a row that stands on one line or several."""
    if len(rows) == 1:
        return [text_of(rows[0], *span) for span in spans_of(rows[0].text)]
    found: Cells = []
    for number, row in enumerate(rows):
        bounds = [-1, *(m.start() for m in BAR.finditer(row.text)), len(row.text)]
        parts = [text_of(row, a + 1, b) for a, b in pairwise(bounds)]
        if number == 0 and not row.text[: bounds[1]].strip() and len(parts) > 1:
            parts.pop(0)
        if number:
            found[-1] = _joined(found[-1], parts.pop(0))
        found += parts
    if len(found) > 1 and not rows[-1].text[rows[-1].text.rfind("|") + 1 :].strip():
        found.pop()
    return found


def lines_of(row: Row, cells: Cells) -> list[list[Text]]:
    """The lines of each cell of a row, which tags part."""
    spans = spans_of(row.text)
    if len(spans) != len(cells) or "<br" not in row.text.lower():
        return [[cell] for cell in cells]
    return [_lines(row, *span) for span in spans]


def with_edge(found: Made) -> Made:
    """Rows of a table that no bar opens: what is blank before the first bar of one is a cell."""
    if all("|" not in row.text or row.text.lstrip().startswith("|") for row, _ in found):
        return found
    return [(row, [Text(""), *cells] if row.text.lstrip().startswith("|") else cells) for row, cells in found]


def one_row_each(found: Made, rules: list[int]) -> Made:
    """In a grid with a rule under every row, the lines between two rules are one row, if no column has two figures."""
    if len(set(rules)) < 4:
        return found
    bounds = sorted({0, *rules, len(found)})
    whole: Made = []
    for begin, end in pairwise(bounds):
        lines = found[begin:end]
        columns = max(len(cells) for _, cells in lines)
        single = all(sum(is_figure(cells[c].text) for _, cells in lines if c < len(cells)) <= 1 for c in range(columns))
        if len(lines) == 1 or not single:
            whole += lines
            continue
        parts = [[cells[c] for _, cells in lines if c < len(cells) and cells[c].text] for c in range(columns)]
        whole.append((lines[0][0], [Text.join(part) if part else Text("") for part in parts]))
    return whole


def _lines(row: Row, begin: int, end: int) -> list[Text]:
    breaks = [(begin + m.start(), begin + m.end()) for m in BREAK.finditer(row.text[begin:end])]
    return [text_of(row, a, b) for (_, a), (b, _) in pairwise([(begin, begin), *breaks, (end, end)])]


def _joined(first: Text, second: Text) -> Text:
    return Text.join([first, second]) if first.text and second.text else second if second.text else first
