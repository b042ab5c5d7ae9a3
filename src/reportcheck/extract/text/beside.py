"""What stands side by side in a text -> the rows of the left side, and then those of the right one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from reportcheck.extract.text.abreast import Line, Part, cuts
from reportcheck.extract.text.source import Row
from reportcheck.patterns import pattern

_PART = pattern(r"\S+(?: \S+)*")
_MARKS = frozenset("|\t")
_WIDEST = 600
_FEWEST = 3
_DEEPEST = 3


def in_turn(rows: list[Row], depth: int = 0) -> list[Row]:
    """Rows, those that stand side by side one after another."""
    if depth == _DEEPEST:
        return rows
    found: list[Row] = []
    for (may, _), group in groupby(rows, key=lambda row: (_may_be_cut(row), row.page)):
        block = list(group)
        found += _read(block, depth) if may and sum(["  " in row.text for row in block]) >= _FEWEST else block
    return found


def _may_be_cut(row: Row) -> bool:
    """Whether a row can be one of two sides: blank, or without any other mark between cells."""
    return len(row.text) < _WIDEST and row.printed is None and not _MARKS & set(row.text)


def _read(block: list[Row], depth: int) -> list[Row]:
    """The rows of a block, each side of what stands side by side with a blank row or two behind it."""
    printed = [at for at, row in enumerate(block) if not row.blank]
    found: list[Row] = []
    start = 0
    for cut in cuts([_line(block[at].text, at) for at in printed], 1):
        first, end, edge = printed[cut.start], printed[cut.end - 1] + 1, round(cut.edge)
        found += block[start:first]
        for side in _halves(block[first:end], edge):
            found += in_turn(side, depth + 1)
        start = end
    return [*found, *block[start:]]


def _line(text: str, at: int) -> Line:
    return Line(tuple([Part(*match.span(), match.group()) for match in _PART.finditer(text)]), at)


def _halves(rows: Sequence[Row], edge: int) -> Iterator[list[Row]]:
    """The rows of both sides, with a blank row or two behind them."""
    texts = [(row.text[:edge].rstrip(), row.text[edge:].rstrip()) for row in rows]
    gap = replace(rows[-1], text="")
    for side, begin in ((0, 0), (1, edge)):
        mine = [bool(text[side]) - bool(text[1 - side]) for text in texts]
        found = [
            replace(row, offset=row.offset + begin, text=text[side])
            for at, (row, text) in enumerate(zip(rows, texts, strict=True))
            if mine[at] >= 0 or 1 not in mine[max(at - 1, 0) : at + 2]  # Lines of both sides in turn are no gaps.
        ]
        yield [*found, gap, gap]
