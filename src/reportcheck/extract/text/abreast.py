"""What stands side by side on a page -> where to cut it: columns of text, a table beside a passage, two tables.

Print and plain text have one measure here: what lies across is in letters, what lies down in lines of type.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import reduce
from itertools import groupby
from typing import NamedTuple

from reportcheck.extract.text.figures import is_figure, says_something
from reportcheck.model import BBox, Cell, Table
from reportcheck.words.totals import names_total

Gap = tuple[float, float]
FEWEST = 5
"""So many lines make a column of running text."""
FEWEST_ROWS = 3
"""And so many rows of a label and its figures a table."""
WORDY = 3
SEVERAL = 5
"""Words of a part that may be a line of running text."""
FULL = 0.64
"""So much of a column's width its lines fill, on the average, where it is running text."""
SMALL = 0.4
"""So many lines of a paragraph begin with a small letter."""
STEP = 1.85
"""Lines of a text beside a table to a row of it: a text about each row has more."""
LEVEL = 0.65
"""At least so many rows of a table stand level with lines of its labels; by chance half as many do."""
HEADINGS = 8
"""So many lines may stand over what is side by side, clear of its gutter."""
NARROW = 0.85
"""At most so much of a page's width is a column's line beside another column."""
WIDE = 0.6
"""So much of a page's width is no column's line."""
NARROWEST = 10.0
"""A side is no narrower, nor a column of running text than half as much again."""


class Part(NamedTuple):
    """Words of a line that no wide gap parts, from where to where."""

    x0: float
    x1: float
    text: str


class Line(NamedTuple):
    """The parts of a printed line, at least one, and its height on the page."""

    parts: tuple[Part, ...]
    base: float


class Cut(NamedTuple):
    """Lines `start` to `end` stand side by side, left and right of `edge`."""

    start: int
    end: int
    edge: float


Fenced = Callable[[int, int, Gap], bool]
"""Whether something is drawn over a gutter that those lines leave white."""


def cuts(lines: Sequence[Line], least: float, fenced: Fenced | None = None, loosely: bool = False) -> Iterator[Cut]:
    """The stretches of lines with a white gutter, so many letters wide at least, between what is read one by one.

    Loosely, where no table is among them, any two columns that are full of words are.
    """
    x0, x1 = min([line.parts[0].x0 for line in lines], default=0.0), max([_end(line) for line in lines], default=0.0)
    if not _may_be(lines, x0, x1):
        return
    at = begun = 0
    while at < len(lines):
        parts = lines[at].parts
        whole = len(parts) == 1 and parts[0].x1 - parts[0].x0 > WIDE * (x1 - x0)
        end, gutters = (at, []) if whole else _open(lines, at, least)
        edge = _edge(lines, at, end, gutters, fenced, loosely) if end - at >= FEWEST_ROWS else None
        if edge is not None:
            yield Cut(at, end, edge)
        heading = end > at + 1 and at - begun < (HEADINGS if len(parts) == 1 else 2)
        begun, at = (begun, at + 1) if edge is None and heading else (max(end, at + 1), max(end, at + 1))


def _end(line: Line) -> float:
    return line.parts[-1].x1


def _may_be(lines: Sequence[Line], x0: float, x1: float) -> bool:
    """Whether enough lines are like those of a column, or have labels and figures twice."""
    middle = (x0 + x1) / 2
    narrow = twice = 0
    for line in lines:
        for part in line.parts:
            if part.text.count(" ") >= WORDY - 1 and part.x1 - part.x0 < NARROW * (x1 - x0):
                narrow += 1
                break
        right = [part for part in line.parts if part.x0 > middle]
        twice += len(right) > 1 and not is_figure(right[0].text)
    return narrow >= FEWEST or twice >= FEWEST_ROWS


def _open(lines: Sequence[Line], start: int, least: float) -> tuple[int, list[Gap]]:
    """How far down from a line a white gutter stays open with words on both sides, and where such gutters are."""
    free: list[Gap] = [(-1e9, 1e9)]
    x0, x1, end = lines[start].parts[0].x0, _end(lines[start]), start
    best: list[Gap] = []
    for at in range(start, len(lines)):
        parts = lines[at].parts
        x0, x1 = min(x0, parts[0].x0), max(x1, parts[-1].x1)
        free = [gap for old in free for gap in _left_white(old, parts, least)]
        inside = [gap for gap in free if gap[0] > x0 + NARROWEST and gap[1] < x1 - NARROWEST]
        if inside:
            end, best = at + 1, inside
        elif best or at - start > 2 * FEWEST:
            break
    return end, best


def _left_white(gap: Gap, parts: Sequence[Part], least: float) -> Iterator[Gap]:
    """What of a gutter stays white in a line."""
    low, high = gap
    for part in parts:
        if part.x1 > low and part.x0 < high:
            if part.x0 - low >= least:
                yield low, part.x0
            low = part.x1
    if high - low >= least:
        yield low, high


def _edge(
    lines: Sequence[Line], start: int, end: int, gutters: Sequence[Gap], fenced: Fenced | None, loosely: bool
) -> float | None:
    """The middle of the widest gutter on both sides of which stands what is read by itself."""
    for gutter in sorted(gutters, key=lambda gap: gap[0] - gap[1]):
        middle = (gutter[0] + gutter[1]) / 2
        if fenced and fenced(start, end, gutter):
            continue
        left, right = (_side(lines[start:end], middle, on_left) for on_left in (True, False))
        if (_is_running(left) and _is_running(right)) if loosely else _apart(left, right):
            return middle
    return None


def _side(lines: Sequence[Line], middle: float, left: bool) -> list[Line]:
    sides = [(tuple([p for p in line.parts if (p.x1 <= middle) == left]), line.base) for line in lines]
    return [Line(parts, base) for parts, base in sides if parts]


def _apart(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether two sides are running text, which may hold tables, and running text or a table; or two tables."""
    texts = [_is_text(side) for side in (left, right)]
    if any(texts):
        text, other = (left, right) if texts[0] else (right, left)
        return all(texts) or _is_close(other, text) or _is_out_of_line(other, text)
    return is_table(right) and is_table(left)


def _is_text(side: Sequence[Line]) -> bool:
    """Whether a side is running text, with tables over, under or between its paragraphs perhaps."""
    small = sum([line.parts[0].text[:1].islower() for line in side])
    if small < SMALL * FEWEST:
        return False
    rest: list[Line] = []
    for rows, group in groupby(side, is_row):
        block = list(group)
        rest += block if not rows or len(block) < FEWEST_ROWS else []
    return small >= SMALL * len(rest) and _is_running(rest)


def _is_running(side: Sequence[Line]) -> bool:
    """Whether what lines have on one side of a gutter fills its width as running text does, and few are figures."""
    if len(side) < FEWEST:
        return False
    lefts, rights = [line.parts[0].x0 for line in side], [_end(line) for line in side]
    wide = max(rights) - min(lefts)
    if wide < 1.5 * NARROWEST or sum(rights) - sum(lefts) < FULL * wide * len(side):
        return False
    words = [sum([part.text.count(" ") + 1 for part in line.parts]) for line in side]
    wordy = sum([n >= WORDY and not is_figure(line.parts[-1].text) for n, line in zip(words, side, strict=True)])
    return wordy >= WIDE * len(side)


def is_row(line: Line) -> bool:
    """Whether a line is a label and its figures."""
    first, *others = [part.text for part in line.parts]
    return any(map(str.isalpha, first)) and any(is_figure(text) and says_something(text) for text in others)


def _is_close(side: Sequence[Line], text: Sequence[Line]) -> bool:
    """Whether a side has rows of labels and figures one under the other; figures alone have labels elsewhere."""
    rows = [line.base for line in side if is_row(line)]
    if len(rows) < FEWEST_ROWS:
        return False
    between = sum([rows[0] < line.base <= rows[-1] for line in text])
    return between <= STEP * (len(rows) - 1)


def _is_out_of_line(side: Sequence[Line], text: Sequence[Line]) -> bool:
    """Whether many lines of a side, such as the words of a chart, stand level with none of the text beside them."""
    level = {line.base for line in text}
    return len(side) >= FEWEST and sum([line.base in level for line in side]) <= LEVEL * len(side)


def is_table(side: Sequence[Line]) -> bool:
    """Whether a side has rows of labels and figures, a total's among them, and none of figures alone but its head."""
    labels = [line.parts[0].text for line in side]
    if any(not any(map(str.isalpha, text)) and (not text or says_something(text)) for text in labels[1:]):
        return False
    return any(map(names_total, labels)) and sum(map(is_row, side)) >= FEWEST_ROWS


def sides(table: Table) -> tuple[Table, ...]:
    """The table; where labels with a total begin again in one of its columns, the left one and the right one."""
    totals = {cell.column for cell in table.cells if names_total(cell.text.text)}
    for edge in sorted(column for column in totals if 1 < column < table.columns - 1):
        if any(cell.column < edge < cell.column + cell.columns for cell in table.cells):
            continue
        left = [cell for cell in table.cells if cell.column < edge]
        right = [cell._replace(column=cell.column - edge) for cell in table.cells if cell.column >= edge]
        if is_table(_lines_of(left)) and is_table(_lines_of(right)):
            return (_part(table, left, edge), *sides(_part(table, right, table.columns - edge)))
    return (table,)


def _lines_of(cells: Sequence[Cell]) -> list[Line]:
    """The rows of a grid; what stands in no first column has a blank label."""
    rows = groupby(sorted(cells, key=lambda cell: (cell.row, cell.column)), lambda cell: cell.row)
    parts = [[Part(cell.column, cell.column + cell.columns, cell.text.text) for cell in row] for _, row in rows]
    return [Line(tuple(each if not each[0].x0 else [Part(0, 0, ""), *each]), at) for at, each in enumerate(parts)]


def _part(table: Table, cells: list[Cell], columns: int) -> Table:
    """Some columns of a table without the rows that are blank in them, and the box of their print."""
    boxes = [piece.bbox for cell in cells for piece in cell.text.pieces if piece.bbox]
    taken = sorted({row for cell in cells for row in range(cell.row, cell.row + cell.rows)})
    rows = {row: at for at, row in enumerate(taken)}
    box = reduce(BBox.union, boxes) if boxes else table.bbox
    kept = tuple(cell._replace(row=rows[cell.row]) for cell in cells)
    return Table(table.page, len(rows), columns, kept, box, table.caption, table.above)
