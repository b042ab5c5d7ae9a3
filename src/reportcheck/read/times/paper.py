"""All times of a paper, dates in digits read the way that the paper writes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal, NamedTuple

from reportcheck.model import Assumed, Outline, Text
from reportcheck.patterns import pattern
from reportcheck.read.once import once
from reportcheck.read.times.grammar import Time, times_in
from reportcheck.read.times.stream import Stream, read_stream

Order = Literal["day", "month", ""]

_SURELY = pattern(r"9?9\.99\.99")
"""Where "24.10.18" is told as a date, "4.9.18" can be one too."""
_TOLD = pattern(
    r"\b(?:on|dated?|held|and|until|till|from|to|of|by|ending|ended|since|before|after)\s+(?:the\s+)?$|\d,\s+$"
)


class Times(NamedTuple):
    """Every time of a paper in its text, and which comes first in its dates of digits: empty where none can tell."""

    stream: Stream
    times: tuple[Time, ...]
    order: Order

    @staticmethod
    def of(outline: Outline) -> Times:
        """Every time that a paper prints."""
        return _read(outline.rows, outline.goes_on, outline.assumed)


@once
def _read(rows: tuple[tuple[Text, ...], ...], goes_on: frozenset[int], assumed: Assumed) -> Times:
    stream = read_stream(rows, goes_on)
    found = tuple(t for time in times_in(stream.text, dotted=True) for t in _in_one_row(stream, time))
    sure = any(_SURELY.fullmatch(time.mould) and _told(stream, time) for time in found)
    found = tuple(time for time in found if not time.dotted or (sure and _told(stream, time)))
    order = _order(found, assumed)
    return Times(stream, tuple(settled(time, order) for time in found), order)


def _told(stream: Stream, time: Time) -> bool:
    """Whether the words before it say that it is a date, and no paragraph of a document."""
    begin = max(stream.line(time.start)[0], time.start - 20)
    return bool(_TOLD.search(stream.text[begin : time.start]))


def _in_one_row(stream: Stream, time: Time) -> Iterator[Time]:
    """A time, or those of its parts where it runs over two rows of cells: each goes with what is under or over it."""
    cut = time.text.find("\n")
    if cut < 0:
        yield time
        return
    begin, end = stream.line(time.start)[0], stream.line(time.end - 1)[1]
    if "\t" not in stream.text[begin:end] and "  " not in stream.text[begin:end]:
        yield time
        return
    for offset, part in ((0, time.text[:cut]), (cut + 1, time.text[cut + 1 :])):
        for t in times_in(part):
            yield replace(t, start=time.start + offset + t.start, end=time.start + offset + t.end)


def _order(times: tuple[Time, ...], assumed: Assumed) -> Order:
    """Day or month first: as the dates say that can be read one way only; else as people say, or as words have it."""
    day = sum(t.pair[0] > 12 >= t.pair[1] for t in times if t.pair)
    month = sum(t.pair[1] > 12 >= t.pair[0] for t in times if t.pair)
    if day or month:
        return "day" if day >= 3 * month else "month" if month >= 3 * day else ""
    if assumed.dates:
        return "day" if assumed.dates == "day" else "month"
    return _order_in_words(times)


def _order_in_words(times: tuple[Time, ...]) -> Order:
    """Day or month first, as every date has it whose month is a word; one such date alone tells of no habit."""
    worded = [t for t in times if t.form == "day" and not t.pair and "M" in t.mould and t.year]
    first = sum(t.mould[0] == "9" for t in worded)
    if len(worded) < 2:
        return ""
    return "day" if first == len(worded) else "month" if not first else ""


def settled(time: Time, order: Order) -> Time:
    """A date in digits with its day and its month, where the paper or the date itself says which is which."""
    if not time.pair:
        return time
    first, second = time.pair
    if first > 12 >= second or first == second:
        return replace(time, day=first, month=second)
    if second > 12 >= first:
        return replace(time, day=second, month=first)
    if not order:
        return time
    day, month = (first, second) if order == "day" else (second, first)
    return replace(time, day=day, month=month)
