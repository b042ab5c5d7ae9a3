"""Rows that print one cell each, a label and then its values -> tables, where every label has as many values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import groupby

from reportcheck.extract.text.delimited import Cells, made
from reportcheck.extract.text.markup import text_of
from reportcheck.extract.text.source import Row
from reportcheck.model import Table, Text
from reportcheck.patterns import pattern
from reportcheck.records import record
from reportcheck.words.totals import names_total

_VALUE = pattern(
    r"\s*[(\-−–+]{0,2}\s?[£$€]?\s?[(\-−–+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\s?(?:[%£$€]|k|m|bn)?\)?%?(?:\s?\(\d+%?\))?\s*$"
    r"|\s*[-–]\s*$|\s*n/a\s*$",
    re.IGNORECASE,
)
_MARKS = str.maketrans("", "", "*\\")
_MONEY = pattern(r"[£$€]|\d,\d{3}|\d\.\d\d\s?\)?$")
_HEADING = pattern(r"[*\s]*(?:(?:19|20)\d\d[a-z]?(?:\s?[/–-]\s?\d\d(?:\d\d)?)?|[£$€]\s?['’]?(?:000s?|m|k)?)[*\s]*$")
_YEAR = pattern(r"[*\s]*(?:19|20)\d\d[*\s]*$")
_FORECAST = pattern(r"[*\s]*(?:19|20)\d\d[a-z][*\s]*$")
_ALONE = pattern(r"[*\s]*([0-9]{1,3})[*\s]*$")
_RULE = pattern(r"\s*(?:[-_=*]{3,}|[*\s]*page\s+\d{1,4}(?:\s+of\s+\d{1,4})?[*\s]*)$", re.IGNORECASE)
_PAGES = 8
_LONGEST = 80
_LABELS = 4
_LABEL = 60
_OWN = pattern(r"[£$€]\s?(?!000)\d|\d\s?%")
_BAND = pattern(
    r"\(|[£$€]?[\d,.]+[km%]?\s?(?:-|–|to)\s?[£$€]?\d"
    r"|(?:from|under|over|less|more|up|greater|above|below|between|at least)\b",
    re.IGNORECASE,
)
_UNIT = pattern(r"[*\s]*[£$€]\s?['’]?000")


@record(frozen=True, slots=True)
class Group:
    """Labels and the values that follow them: indices of rows."""

    labels: tuple[int, ...]
    values: tuple[int, ...]


def region_end(rows: list[Row], at: int) -> int:
    """Where the short rows end that begin at `at`: no table of one cell a line goes beyond."""
    end = at
    while end < len(rows):
        text = rows[end].text
        if len(text) > _LONGEST or "\t" in text or text.startswith("#") or "|" in text:
            break
        end += 1
    return end


def page_numbers(rows: list[Row]) -> frozenset[int]:
    """Which rows print a page number: the longest run of numbers by themselves that rise by one, two or three."""
    best: dict[int, tuple[int, int]] = {}
    back: dict[int, int] = {}
    for index, row in enumerate(rows):
        if not row.text or len(row.text) > 12 or not (match := _ALONE.match(row.text)):
            continue
        number = int(match.group(1))
        length, origin = max((best.get(number - step, (0, -1)) for step in (1, 2, 3)), key=lambda pair: pair[0])
        back[index] = origin
        if number not in best or best[number][0] <= length:
            best[number] = (length + 1, index)
    length, at = max(best.values(), default=(0, -1))
    found = set()
    while length >= _PAGES and at >= 0:
        found.add(at)
        at = back[at]
    return frozenset(found)


def tables(rows: list[Row], at: int, end: int, pages: frozenset[int] = frozenset()) -> Iterator[tuple[int, int, Table]]:
    """The tables among the short rows from `at` to `end`, each with its first and last row.

    A column that lost a cell would be read wrongly. So a run of labels is a table only where each has as many values
    as the others, and no other figure stands beside it.
    """
    groups = groups_of(rows, pages, at, end, lambda index: _is_value(rows, index, end))
    first = 0
    while first < len(groups):
        last = first
        width = len(groups[first].values)
        while (
            last + 1 < len(groups) and len(groups[last + 1].values) == width and len(groups[last + 1].labels) <= _LABELS
        ):
            last += 1
        run = groups[first : last + 1]
        after = groups[last + 1] if last + 1 < len(groups) else None
        if _regular(rows, run, width, first > 0, after):
            yield _begin(rows, run[0], width), run[-1].values[-1], _table(rows, run, width)
        first = last + 1


def _begin(rows: list[Row], first: Group, width: int) -> int:
    """The first row of a table: its headings, or its first label; what stands over them is a line of the text."""
    heads = _heads(rows, first, width)
    return heads[0][0] if heads else first.labels[-1]


def groups_of(
    rows: list[Row], numbers: frozenset[int], at: int, end: int, is_value: Callable[[int], bool]
) -> list[Group]:
    """The groups of the rows from `at` to `end`, each from its words on; blank rows, rules and pages left out."""
    found: list[Group] = []
    labels: tuple[int, ...] = ()
    printed = (i for i in range(at, end) if not (rows[i].blank or i in numbers or _RULE.match(rows[i].text)))
    for values, group in groupby(printed, key=is_value):
        run = tuple(group)
        if values:
            found.append(Group(labels, run))
        labels = () if values else run
    return found


def _is_value(rows: list[Row], at: int, end: int) -> bool:
    """Whether a row prints a value and no more, and no year of headings that go on with those of forecasts."""
    text = rows[at].text
    return len(text) < 36 and bool(_VALUE.match(text.translate(_MARKS))) and not _opens_years(rows, at, end)


def _opens_years(rows: list[Row], at: int, end: int) -> bool:
    """Whether a year is the first of a row of headings, the next of which is a forecast's: 2014, 2015f, 2016f."""
    if not _YEAR.match(rows[at].text):
        return False
    after = next((rows[i].text for i in range(at + 1, end) if not rows[i].blank), "")
    return _FORECAST.match(after) is not None


def _regular(rows: list[Row], run: list[Group], width: int, follows: bool, after: Group | None) -> bool:
    """Whether a run of groups is a whole table."""
    if not run[0].labels or (follows and len(run[0].labels) < 2) or (after and len(after.labels) < 2):
        return False
    if _interrupted(rows, run):
        return False
    columns = [[rows[group.values[c]].text.strip("* ") for group in run] for c in range(width)]
    # What stands over the first label is headings: "Total" among them names a column.
    named = [run[0].labels[-1], *(i for group in run[1:] for i in group.labels)]
    totals = any(names_total(rows[i].text) for i in named)
    if width == 1:
        return _one_column(columns[0], totals)
    if len(run) < 3 or len({v for column in columns for v in column}) < 3:
        return False
    if width == 2 and any(_rises(column) for column in columns):
        return False
    if len(run) > 3 and all(_HEADING.match(rows[i].text) for i in run[0].values):
        return True
    return not totals or (not follows and (len(run) > 4 or len(_heads(rows, run[0], width)) > 0))


def _interrupted(rows: list[Row], run: list[Group]) -> bool:
    """Whether prose or a line of units stands where labels or figures of the table would be."""
    return any(
        any(is_prose(rows[i].text) for i in group.labels) or any(_UNIT.match(rows[i].text) for i in group.values)
        for group in run[1:]
    )


def _one_column(figures: list[str], totals: bool) -> bool:
    """Whether figures one under the other are a table: amounts of money, all of them or half with a total."""
    if len(figures) < 4 or 0 < sum("%" in v for v in figures) < len(figures):
        return False
    money = sum(bool(_MONEY.search(v)) for v in figures)
    return money == len(figures) or (totals and money * 2 >= len(figures))


def is_prose(label: str) -> bool:
    """Whether a row is rather a line of running text that stands between the cells: long, or with sums of its own."""
    if len(label) > _LABEL:
        return True
    bare = label.translate(_MARKS).strip()
    return _OWN.search(bare) is not None and not _BAND.match(bare)


def _rises(column: list[str]) -> bool:
    """Whether a column only ever rises, as the pages of a list of contents do."""
    if not all(v.isdecimal() for v in column):
        return False
    numbers = [int(v) for v in column]
    return numbers == sorted(numbers) and numbers[-1] - numbers[0] >= 2


def _heads(rows: list[Row], first: Group, width: int) -> list[tuple[int, ...]]:
    """The rows of headings over a table: years or units, one for each column."""
    own = all(_HEADING.match(rows[i].text) for i in first.values)
    stop = len(first.labels) - (not own)
    heads = [first.values] if own else []
    while stop >= width and all(_HEADING.match(rows[i].text) for i in first.labels[stop - width : stop]):
        heads.insert(0, first.labels[stop - width : stop])
        stop -= width
    return heads


def _table(rows: list[Row], run: list[Group], width: int) -> Table:
    """The groups as a table: a row of headings where the first group is one, or stands over the first label."""
    first = run[0]
    heads = _heads(rows, first, width)
    own = heads[-1:] == [first.values]
    stop = len(first.labels) - (not own) - width * (len(heads) - own)
    kept: list[tuple[Row, Cells]] = [(rows[h[0]], [Text(""), *(text_of(rows[i]) for i in h)]) for h in heads]
    start = 1 if own else 0
    for number, group in enumerate(run[start:], start=start):
        labels = group.labels[-1:] if number == 0 else group.labels[-2:]
        label = Text.join([text_of(rows[i]) for i in labels]) if labels else Text("")
        kept.append((rows[group.values[0]], [label, *(text_of(rows[i]) for i in group.values)]))
    above = " ".join(text_of(rows[i]).text for i in first.labels[:stop][-3:])
    return made(kept, above, "")
