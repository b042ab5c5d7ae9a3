"""The cells of a head's row -> the columns that each stands over, by the rule under it or by its place."""

from __future__ import annotations

from collections.abc import Sequence

from reportcheck.extract.pdf.columns import Columns, settled
from reportcheck.extract.pdf.grids import Levels
from reportcheck.extract.pdf.regions import Gap
from reportcheck.extract.pdf.rows import Row
from reportcheck.extract.pdf.sheet import Word

Part = tuple[int, int, list[Word]]
"""The first column that words fill, the one after the last, and the words."""


def spanning(parts: Sequence[Part], row: Row, columns: Columns, across: Levels) -> list[Part]:
    """The parts of a head's row, each as wide as what it heads."""
    return _over_groups([_under_rule(part, parts, row, columns, across) for part in parts], columns)


def _under_rule(part: Part, parts: Sequence[Part], row: Row, columns: Columns, across: Levels) -> Part:
    """A head's cell as wide as the rule right under it, where the rule is under no other head nor the labels."""
    first, after, words = part
    others = {at for a, b, _ in parts if a != first for at in range(a, b)}
    x0, x1 = words[0].x0, words[-1].x1
    alone = after - first == 1 and settled((first, words), columns)
    for _, start, end in across.within(row.base, row.bottom + 0.8 * row.size):
        aside = abs(x0 + x1 - start - end) > 0.3 * (end - start)
        if start <= x0 + 3 and end >= x1 - 3 and not (alone and aside):
            under = [at for at, span in enumerate(columns.spans) if _covers(start, end, span)]
            if under and 0 < under[0] <= first and under[-1] >= after - 1 and others.isdisjoint(under):
                return under[0], under[-1] + 1, words
    return part


def _covers(x0: float, x1: float, span: Gap) -> bool:
    """Whether something drawn from x0 to x1 lies over a good part of what a column prints."""
    low, high = span
    return min(high, x1) - max(low, x0) > 0.3 * (high - low)


def _over_groups(parts: list[Part], columns: Columns) -> list[Part]:
    """Heads out of line with single columns, each over as many as the others: they span these."""
    heads = [part for part in parts if part[0] > 0]
    each, rest = divmod(len(columns.spans) - 1, max(len(heads), 1))
    if rest or each < 2 or len(heads) < 2:
        return parts
    done = [part for part in parts if part[0] == 0]
    for at, (first, after, words) in enumerate(heads):
        low, high = 1 + at * each, (at + 1) * each
        middle = (words[0].x0 + words[-1].x1) / 2
        if not columns.spans[low][0] < middle < columns.spans[high][1]:
            return parts
        if (first, after) != (low, high + 1) and (after - first > 1 or settled((first, words), columns)):
            return parts
        done.append((low, high + 1, words))
    return done
