"""Figures of a chart, as a text loses their picture: values series by series, then times, then names -> statements."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import count

from reportcheck.model import Figure, Passage, Span, Statement
from reportcheck.quantity import Quantity
from reportcheck.words.calendar import YEAR
from reportcheck.words.spans import span_of, spans_in
from reportcheck.words.stems import stems

_TIME = re.compile(rf"{YEAR}(?:\s?[/–-]\s?\d\d(?:\d\d)?)?|[A-Z][a-z]{{2,8}}[-\s’'](?:{YEAR}|\d\d)")
_WHOLE = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,7}")
_LETTERS = re.compile(r"[A-Za-z]{3,}")
_FEWEST = 3
"""Fewer times than this can be anything."""
_MOST = 200
_NAME = 60
_TIDY = Decimal("0.7")
"""How much closer together the values of one series are than those that would be taken in turn."""


def read_charts(passages: tuple[Passage, ...], groups: count[int]) -> Iterator[Statement]:
    """A statement for each value of each series, where the values are as many as series times times."""
    at = 0
    while at < len(passages):
        if not _is_time(passages[at]):
            at += 1
            continue
        end = at
        while end < len(passages) and _is_time(passages[end]):
            end += 1
        if end - at >= _FEWEST:
            yield from _chart(passages, at, end, groups)
        at = end


def _is_time(passage: Passage) -> bool:
    text = passage.text.text
    return len(text) <= 12 and _TIME.fullmatch(text) is not None


def _chart(passages: tuple[Passage, ...], at: int, end: int, groups: count[int]) -> Iterator[Statement]:
    times = [_time(passages[i].text.text) for i in range(at, end)]
    known = [t for t in times if t is not None]
    if any(b.last <= a.last for a, b in itertools.pairwise(known)):
        return
    values = _values_before(passages, at)
    width = end - at
    series = [values[i : i + width] for i in range(0, len(values), width)]
    names = list(_names(passages, end))
    if not series or len(values) % width or len(names) not in (len(series), len(series) + 1) or not _tidy(series):
        return
    title = names[0] if len(names) > len(series) else ""
    for name, row in zip(names[-len(series) :], series, strict=True):
        group = next(groups)
        for figure, place, time in zip(row, range(at, end), times, strict=True):
            if time is not None:
                yield _statement(figure, group, name, title, passages[place].text.text, time)


def _values_before(passages: tuple[Passage, ...], at: int) -> list[Figure]:
    """The lone figures that stand one after another up to a place."""
    values: list[Figure] = []
    first = at - 1
    while first >= 0 and len(values) < _MOST and (figure := lone_figure(passages[first])) is not None:
        values.insert(0, figure)
        first -= 1
    return values


def _time(text: str) -> Span | None:
    return span_of(text) or next(iter(spans_in(text)), None)


def lone_figure(passage: Passage) -> Figure | None:
    """The figure that is all a passage holds, though it may have been taken for a page's number."""
    text = passage.text.text
    if len(text) > 12:
        return None
    marked = [m for m in passage.marks if m.quantity is not None]
    if len(marked) == 1 and marked[0].text == text.strip():
        return passage.figure(marked[0])
    if passage.marks or not _WHOLE.fullmatch(text) or (text[0] == "0" and len(text) > 1):
        return None
    return Figure(text, passage.text.locate(0, len(text)), Quantity(text, Decimal(text.replace(",", ""))))


def _names(passages: tuple[Passage, ...], end: int) -> Iterator[str]:
    """The short texts in words right after the times: the chart's title and the names of its series."""
    for passage in passages[end : end + 8]:
        text = passage.text.text
        if len(text) > _NAME or not _LETTERS.search(text) or passage.marks or text.endswith("."):
            return
        yield text


def _tidy(series: list[list[Figure]]) -> bool:
    """Whether the values were printed series by series, and are no steps of an axis."""
    rows = [[f.quantity.value for f in row if f.quantity] for row in series]
    if any(len({b - a for a, b in itertools.pairwise(row)}) == 1 for row in rows):
        return False
    flat = [v for row in rows for v in row]
    if len({f.quantity.unit for row in series for f in row if f.quantity}) > 1:
        return False
    turns = [flat[i :: len(rows)] for i in range(len(rows))]
    return len(rows) == 1 or _spread(rows) < _TIDY * _spread(turns)


def _spread(rows: list[list[Decimal]]) -> Decimal:
    return sum((max(row) - min(row) for row in rows), Decimal(0))


def _statement(figure: Figure, group: int, name: str, title: str, head: str, time: Span) -> Statement:
    label = Figure(figure.text, figure.location, figure.quantity, name, head)
    setting = stems(title)
    return Statement(
        label, "table", group, stems(name), setting, name, head, frozenset(), frozenset([time]), f"{name} | {head}"
    )
