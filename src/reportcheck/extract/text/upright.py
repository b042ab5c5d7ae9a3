"""Rows that print one cell each, row by row or column by column -> tables, where the sums or a total tell which."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from reportcheck.extract.text import ragged
from reportcheck.extract.text.delimited import Cells, made
from reportcheck.extract.text.entries import is_total
from reportcheck.extract.text.figures import is_amount, is_year, says_something, trailing, value
from reportcheck.extract.text.footing import columns_footed, footed, holds_in
from reportcheck.extract.text.markup import text_of
from reportcheck.extract.text.source import Row
from reportcheck.extract.text.stacked import Group, groups_of, is_prose
from reportcheck.model import Table, Text
from reportcheck.patterns import pattern
from reportcheck.words.calendar import ANY_MONTH, YEAR

_LABELS = 4
_FEWEST = 3
_MOST = 300
"""Rows of one such table."""
_HEAD = pattern(
    rf"{YEAR}|[£$€%]|\b(?:FY|Q[1-4]\b|budget|actual|forecast|estimate|revised|original|spent|net|vat|gross|total|{ANY_MONTH})",
    re.IGNORECASE,
)
_CODE = pattern(r"\d{1,8}$")


class Found(NamedTuple):
    """A table, its first row and the one after its last; `down` tells that it is printed column by column.

    The same rows can be read across, its headings as labels: `down` is only what periods and kinds of money head.
    """

    first: int
    end: int
    table: Table
    down: bool


def tables(rows: list[Row], at: int, end: int, furniture: frozenset[int]) -> Iterator[Found]:
    """The tables among the short rows from `at` to `end`."""
    groups = groups_of(rows, furniture, at, end, lambda index: _is_value(rows[index].text))
    done = at
    first = 0
    while first < len(groups):
        down, across = _down(rows, groups, first), _across(rows, groups, first)
        readings = [each for each in (down, across) if each and each.first >= done]
        if not readings:
            first += 1
            continue
        best = max(readings, key=lambda each: holds_in(each.table))
        yield best
        done = best.end
        while first < len(groups) and groups[first].values[0] < done:
            first += 1


def _is_value(text: str) -> bool:
    """Whether a row prints figures alone, and not a year."""
    spans = trailing(text)
    whole = text.count("(") == text.count(")")
    return bool(spans) and whole and not text[: spans[0][0]].strip() and not is_year(text)


def _across(rows: list[Row], groups: list[Group], first: int) -> Found | None:
    """The table that begins with a group, if each group is a row of it: read as rows of words and then figures."""
    labels, opens = groups[first].labels, not first or _breaks(rows, groups[first])
    if not labels or is_prose(rows[labels[-1]].text) or not (opens or len(labels) > 1):
        return None
    run = _one_width(
        [groups[first], *takewhile(lambda group: not _breaks(rows, group), groups[first + 1 : first + _MOST])]
    )
    if len(run) < _FEWEST:
        return None
    run = _codes_first(rows, run)
    usual = Counter(len(group.labels) for group in run[1:]).most_common(1)[0][0]
    if not opens and len(run[0].labels) <= usual:
        return None  # It would be a table without its first rows.
    over, own = run[0].labels[:-usual], run[0].labels[-usual:]
    heads = over[-max(len(group.values) for group in run) - 1 :]
    whole = [Group(own, run[0].values), *run[1:]]
    joined = [rows[i] for i in heads] + [_joined([rows[i] for i in (*g.labels, *g.values)]) for g in whole]
    source = [*((i, i + 1) for i in heads), *((min((*g.labels, *g.values)), max(g.values) + 1) for g in whole)]
    for begin, stop, table in ragged.tables(joined, frozenset()):
        named = [cell.text.text for cell in table.cells if not cell.column]
        even = len({len(group.values) for group in whole}) == 1
        if columns_footed(table) or (even and (holds_in(table) or is_total(named[-1]))):
            return Found(source[begin][0], source[stop - 1][1], table, down=False)
    return None


def _one_width(run: list[Group]) -> list[Group]:
    """The groups up to one that is wider than all before it, which were as wide as each other: another table."""
    width = len(run[0].values)
    for at, group in enumerate(run):
        if len(group.values) != width:
            return run[:at] if at >= _FEWEST and len(group.values) > width else run
    return run


def _breaks(rows: list[Row], group: Group) -> bool:
    """Whether running text stands before a group's figures."""
    return len(group.labels) > _LABELS or any(is_prose(rows[i].text) for i in group.labels)


def _codes_first(rows: list[Row], run: list[Group]) -> list[Group]:
    """Groups whose last value is the number of the next row, as cheques have: there it stands before the words."""
    ends = [rows[group.values[-1]].text.strip() for group in run[:-1]]
    if sum(_CODE.match(text) is not None for text in ends) < len(ends) - 1 or not all(
        is_amount(rows[group.values[0]].text) for group in run[1:]
    ):
        return run
    moved: list[Group] = []
    over: tuple[int, ...] = ()
    for group in run:
        coded = group is not run[-1] and _CODE.match(rows[group.values[-1]].text.strip()) is not None
        values = group.values[:-1] if coded else group.values
        if values:
            moved.append(Group((*over, *group.labels), values))
        over = () if not coded else group.values[-1:] if values else (*group.labels, *group.values)
    return moved


def _joined(parts: list[Row]) -> Row:
    """Rows as one, its parts a blank apart."""
    text = Text.join([text_of(part) for part in parts])
    return Row(parts[0].page, parts[0].line, parts[0].offset, text.text, text)


def _down(rows: list[Row], groups: list[Group], first: int) -> Found | None:
    """The table whose first column of figures is that of a group, if the groups after it are its other columns."""
    size = len(groups[first].values)
    if size < _FEWEST or not groups[first].labels or any(len(trailing(rows[i].text)) > 1 for i in groups[first].values):
        return None
    columns = [groups[first]]
    for group in groups[first + 1 :]:
        if len(group.values) != size or len(group.labels) > 2:
            break
        columns.append(group)
    worth = [[value(rows[i].text) for i in column.values] for column in columns]
    sums = sum(footed(column) > footed(column[:-1]) for column in worth)
    labels = _named(rows, groups[first].labels, size)
    if len(columns) > 1 and (not labels or groups[first].labels.index(labels[-1]) < len(groups[first].labels) - 3):
        return None  # Then each group is rather a row, its label over it.
    if not (sums * 2 > len(columns) or (labels and is_total(rows[labels[-1]].text) and _are_amounts(rows, columns))):
        return None
    heads = [
        rows[column.labels[-1]] if column.labels and column.labels[-1] not in labels else None for column in columns
    ]
    kept: list[tuple[Row, Cells]] = []
    if any(heads):
        kept.append(
            (next(row for row in heads if row), [Text(""), *(text_of(row) if row else Text("") for row in heads)])
        )
    for step in range(size):
        label = text_of(rows[labels[step]]) if labels else Text("")
        kept.append((rows[columns[0].values[step]], [label, *(text_of(rows[c.values[step]]) for c in columns)]))
    used = [*labels, *(c.labels[-1] for c, row in zip(columns, heads, strict=True) if row), *columns[0].values]
    return Found(
        min(used),
        columns[-1].values[-1] + 1,
        made(kept, "", ""),
        down=all(row and _HEAD.search(row.text) for row in heads),
    )


def _are_amounts(rows: list[Row], columns: Sequence[Group]) -> bool:
    texts = [rows[i].text for column in columns for i in column.values if says_something(rows[i].text)]
    return sum(map(is_amount, texts)) * 4 >= len(texts) * 3


def _named(rows: list[Row], labels: tuple[int, ...], size: int) -> tuple[int, ...]:
    """The labels of a column's figures: as many rows of words, the last a total, or all that stand by themselves."""
    ends = [at for at, i in enumerate(labels) if is_total(rows[i].text) and at + 1 >= size]
    if ends:
        return labels[ends[-1] + 1 - size : ends[-1] + 1]
    blocks: list[list[int]] = [[]]
    for before, index in pairwise((labels[0] - 1 if labels else 0, *labels)):
        if blocks[-1] and index - before > 1:
            blocks.append([])
        blocks[-1].append(index)
    fitting = [block for block in blocks if len(block) in (size, size + 1)]
    return tuple(fitting[0][-size:]) if fitting else ()
