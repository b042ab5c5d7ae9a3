"""Lines of a page that end in sums and stand in no columns -> tables, as the same lines are in a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import reduce
from itertools import groupby

from reportcheck.extract.text.figures import is_amount, value
from reportcheck.extract.text.listed import with_tables
from reportcheck.model import BBox, Block, Cell, Line, Table
from reportcheck.words.totals import names_total


def with_lists(blocks: Sequence[Block], number: int) -> tuple[Block, ...]:
    """The blocks of a page, lists of sums with their total as tables."""
    found: list[Block] = []
    for lines, group in groupby(blocks, key=lambda block: isinstance(block, Line)):
        run = list(group)
        found += _read(run, number) if lines and _may_list(run) else run
    return tuple(found)


def _may_list(run: Sequence[Block]) -> bool:
    """Whether some lines end in sums, and one of them is a total's."""
    texts = [block.text.text for block in run if isinstance(block, Line)]
    sums = [text for text in texts if text[-1:].isdigit() and is_amount(text[-8:])]
    return len(sums) >= 3 and any(names_total(text) for text in texts)


def _read(run: Sequence[Block], number: int) -> list[Block]:
    """The lines of a run, and the lists among them; one without a total stays as it is."""
    made = [block for _, block in with_tables([(number, block) for block in run])]
    if not any(isinstance(block, Table) for block in made):
        return list(run)
    if not all(_is_list(block) for block in made if isinstance(block, Table)):
        return list(run)
    return [_boxed(block) if isinstance(block, Table) else block for block in made]


def _is_list(table: Table) -> bool:
    """Whether a table is of labels and sums with a total, which several columns of sums must bear out."""
    labels = {cell.row: cell.text.text for cell in table.cells if not cell.column}
    sums = [cell for cell in table.cells if cell.column and not _is_head(cell)]
    if not any(map(names_total, labels.values())) or not all(is_amount(cell.text.text) for cell in sums):
        return False
    return table.columns == 2 or (len(sums) % (table.columns - 1) == 0 and _foots(sums, labels))


def _is_head(cell: Cell) -> bool:
    """Whether a cell of the first row says a year or words, and no sum."""
    return cell.row == 0 and not is_amount(cell.text.text)


def _foots(sums: Sequence[Cell], labels: Mapping[int, str]) -> bool:
    """Whether the last row is a total, and a column comes to it."""
    last = max(labels)
    if not names_total(labels[last]):
        return False
    over: dict[int, Decimal] = defaultdict(Decimal)
    for cell in sums:
        worth = value(cell.text.text) or Decimal(0)
        over[cell.column] += -worth if cell.row == last else worth
    return any(not rest for rest in over.values())


def _boxed(table: Table) -> Table:
    boxes = [piece.bbox for cell in table.cells for piece in cell.text.pieces if piece.bbox]
    return Table(
        table.page, table.rows, table.columns, table.cells, reduce(BBox.union, boxes), table.caption, table.above
    )
