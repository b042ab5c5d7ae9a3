"""Rows that print one cell each, a label and then its values -> tables, where every label has as many values."""

from __future__ import annotations

import re

from reportcheck.extract.text.delimited import Cells, made
from reportcheck.extract.text.markup import text_of
from reportcheck.extract.text.source import Row
from reportcheck.model import Table

_VALUE = re.compile(
    r"[*\s]*[(\-−–+]{0,2}\s?[£$€]?\s?[(\-−–+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\s?(?:%|k|m|bn)?\)?%?[*\s]*$"
    r"|[*\s]*[-–]\s*$|[*\s]*n/a[*\s]*$",
    re.IGNORECASE,
)
_MONEY = re.compile(r"[£$€]|\d,\d{3}|\d\.\d\d|%")
_HEADING = re.compile(r"[*\s]*(?:(?:19|20)\d\d[a-z]?(?:\s?[/–-]\s?\d\d(?:\d\d)?)?|[£$€]\s?['’]?(?:000s?|m|k)?)[*\s]*$")
_LONGEST = 80


def is_value(row: Row) -> bool:
    """Whether a row prints one figure and nothing else."""
    return len(row.text) < 30 and bool(_VALUE.match(row.text))


def stacked(rows: list[Row], at: int) -> tuple[list[Row], int, int] | None:
    """The rows of a table printed a cell a line that begins at `at`, where it ends, and its number of columns.

    It begins with headings, or with its first label; every label has the same number of values, and no figure
    stands by itself on either side: a column of figures that lost a cell would be read wrongly.
    """
    filled = _filled(rows, at)
    heads = 0
    while heads < len(filled) and (not is_value(filled[heads]) or _HEADING.match(filled[heads].text)):
        heads += 1
        if heads > 12:
            return None
    groups, end = _groups(filled, heads)
    if not groups:
        return None
    width = len(groups[0][1])
    if end < len(filled) and any(is_value(r) for r in filled[end : end + 3]):
        return None
    values = [v for _, vs in groups for v in vs]
    sums = sum(bool(_MONEY.search(v.text)) for v in values)
    if len(groups) < 3 or (width == 1 and (sums < len(values) or len(groups) < 4)):
        return None
    return filled[:end], end, width


def _filled(rows: list[Row], at: int) -> list[Row]:
    """The next rows that print something, up to a long one."""
    found = []
    for row in rows[at : at + 1200]:
        if row.blank:
            continue
        if len(row.text) > _LONGEST:
            break
        found.append(row)
    return found


def _groups(filled: list[Row], first: int) -> tuple[list[tuple[list[Row], list[Row]]], int]:
    """Labels with their values, from the value at `first` on, as long as each has as many values."""
    return [], first


def table_of(found: list[Row], width: int, above: str, caption: str) -> Table:
    """The rows as a table of `width` columns of values beside their labels."""
    kept: list[tuple[Row, Cells]] = []
    for row in found:
        kept.append((row, [text_of(row)]))
    return made(kept, above, caption)
