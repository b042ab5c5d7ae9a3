"""Years of accounts framed by their first and their last day: "Balance 1/7/22 ... FY22/23 ... Balance 30/6/23"."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from reportcheck.model import Paper, Relation
from reportcheck.read.outline.occasion import read_occasion
from reportcheck.read.times import Time, Times
from reportcheck.words import pattern, said

_YEAR = pattern(r"\byear\b[^.;]{0,30}\b(?:beginning|begins?|commencing|starting|from|running|of)\b[^.;\d]{0,12}$")
_ENDING = pattern(r"[\s,]*(?:and\s+)?(?:ending|ended|ends?|to|through|until|[-–])\s+(?:on\s+)?(?:the\s+)?", 0)
_OPENS = pattern(r"\b(?:beginning|opening|brought forward|b/f|b/fwd|starting)\b", re.I)
_CLOSES = pattern(r"\b(?:ending|closing|carried forward|c/f|c/fwd|final)\b", re.I)
_REPORT = pattern(r"\b(?:report|accounts?|statements?|summary|budget)\b", re.I)
_MEETING = pattern(r"\b(?:meeting|agm|presented)\b", re.I)
_PART = pattern(
    r"(?:the )?(?:annual (?:governance statement|report(?: and accounts)?|accounts)|statement of accounts|"
    r"(?:accountability|performance|remuneration) report|financial statements|quality (?:account|report))\s*(?:for )?",
    re.I,
)
_TITLE_ROWS = 5
_ROW, _ABOVE, _FAR, _WORDS = 140, 10, 45, 14


class Params(NamedTuple):
    """No parameters."""


class _Frame(NamedTuple):
    """A first day, the years named between (none in a sentence), and a last day."""

    opens: Time
    years: tuple[Time, ...]
    closes: Time


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each year that is framed by its days, and for the titles over two or more."""
    times = Times.of(paper.outline)
    frames = list(_frames(times))
    for frame in frames:
        yield from _judged(times, frame)
    yield from _titles(times, [f for f in frames if f.years])
    yield from _title_year(times)
    years = read_occasion(paper.outline).years
    yield from _parts(times, years) if years else ()


def _parts(times: Times, years: tuple[int, int]) -> Iterator[Relation]:
    """The title of a part that every report on a year has, once with another year than the report's."""
    seen: set[str] = set()
    own = f"{years[0]}/{years[1] % 100:02}"
    for time in times.times:
        begin, end = times.stream.line(time.start)
        row = times.stream.text[begin:end].strip(" +-•*#_")
        match = _PART.match(row) if time.form == "years" and row.endswith(time.text) else None
        if not match or match.end() + len(time.text) != len(row) or time.until != (time.year or 0) + 1 or row in seen:
            continue
        seen.add(row)
        holds = (time.year, time.until) == years
        message = f"“{row}” stands in a report on {own}{'.' if holds else f': its year should be {own}.'}"
        yield times.stream.judged("accounting-year", time, message, holds=holds, better=own)


def _title_year(times: Times) -> Iterator[Relation]:
    """The year in the title of a report, and the one account in it that opens and closes with a year."""
    account_days = _opening_and_closing(times)
    title = next((t for t in times.times if t.form == "year" and _titled(times, t)), None)
    if title is None or account_days is None:
        return
    opens, closes = account_days
    if title.start > opens.start or (closes.year or 0) - (opens.year or 0) > 1:
        return
    holds = title.year in (opens.year, closes.year)
    account = f"the account runs from {opens.printed} to {closes.printed}."
    message = f"The title says {title.printed}, {'and' if holds else 'but'} {account}"
    others = [opens, closes]
    better = "" if holds or opens.year != closes.year else str(closes.year)
    yield times.stream.judged("accounting-year", title, message, holds=holds, others=others, better=better,
        reason="the year of the account", sure=False, confidence="medium",
    )  # fmt: skip


def _opening_and_closing(times: Times) -> tuple[Time, Time] | None:
    """The days with which the one account of a paper opens and closes; None where it has several, or none."""
    opened = [t for t in times.times if _whole(t) and _row_says(times, t, _OPENS)]
    closed = [t for t in times.times if _whole(t) and _row_says(times, t, _CLOSES)]
    if len(opened) != 1 or len(closed) != 1 or not _framed(opened[0], closed[0]):
        return None
    return opened[0], closed[0]


def _titled(times: Times, time: Time) -> bool:
    """Whether one of the first rows is a title with a year and no more of the calendar: "2018 Treasurer's Report"."""
    if times.stream.row(time.start) >= _TITLE_ROWS:
        return False
    begin, end = times.stream.line(time.start)
    row = times.stream.text[begin:end]
    alone = sum(begin <= t.start < end for t in times.times) == 1
    return alone and len(row) < _FAR and bool(_REPORT.search(row)) and not _MEETING.search(row)


def _row_says(times: Times, time: Time, words: re.Pattern[str]) -> bool:
    begin, end = times.stream.line(time.start)
    return bool(words.search(times.stream.text[begin:end]))


def _frames(times: Times) -> Iterator[_Frame]:
    all_times, text = times.times, times.stream.text
    for n, opens in enumerate(all_times):
        if not _whole(opens):
            continue
        years = tuple(itertools.takewhile(lambda t: t.form == "years", all_times[n + 1 : n + 4]))
        closes = all_times[n + 1 + len(years)] if n + 1 + len(years) < len(all_times) else None
        if closes is None or not _whole(closes) or not _framed(opens, closes):
            continue
        near = closes.start - opens.end < _ROW and "\n" not in text[opens.end : closes.start]
        before = " ".join(text[max(0, opens.start - 70) : opens.start].split()) + " "
        between = " ".join(text[opens.end : closes.start].split())
        if (years and near) or (not years and _YEAR.search(before) and _ENDING.fullmatch(between + " ")):
            yield _Frame(opens, years, closes)


def _whole(time: Time) -> bool:
    return time.form == "day" and _day(time) is not None


def _day(time: Time) -> date | None:
    return time.calendar.whole if time.calendar else None


def _framed(opens: Time, closes: Time) -> bool:
    """Whether the second day is the last of a year that begins on the first, whatever the years."""
    first, last = _day(opens), _day(closes)
    if not first or not last or abs(last.year - first.year) > 3:
        return False
    after = last + timedelta(days=1)
    return (after.month, after.day) == (first.month, first.day)


def _judged(times: Times, frame: _Frame) -> Iterator[Relation]:
    """All years of a frame in one: those of its days, and those between."""
    shift = 0 if (_day(frame.opens) or date.min).timetuple().tm_yday == 1 else 1
    members = [(frame.opens, frame.opens.year), (frame.closes, (frame.closes.year or 0) - shift)]
    begun = Counter([*(year for _, year in members), *(t.year for t in frame.years)])
    usual, often = begun.most_common(1)[0]
    others = (frame.opens, *frame.years)
    span = frame.closes
    if len(begun) == 1:
        message = "The days are those of one year."
        yield times.stream.judged("accounting-year", span, message, holds=True, others=others)
        return
    wrong = next((t for t, year in members if year != usual), None)
    if wrong is None or usual is None or (frame.years and often != len(frame.years) + 1):
        return
    if frame.years:
        yield _out_of_frame(times, frame, wrong, usual + (shift if wrong is frame.closes else 0), others)
        return
    opens, closes = frame.opens.printed, frame.closes.printed
    message = f"A year from {opens} to {closes} is no single year."
    yield times.stream.judged("accounting-year", span, message, holds=False, others=others, sure=False)


def _out_of_frame(times: Times, frame: _Frame, wrong: Time, year: int, others: tuple[Time, ...]) -> Relation:
    """A day that frames years and is of another than they are."""
    right = said((_day(wrong) or date.min).replace(year=year))
    what = "ends" if wrong is frame.closes else "begins"
    message = f"{wrong.printed} frames {frame.years[0].printed}, which {what} on {right}."
    return times.stream.judged("accounting-year", wrong, message, holds=False, better=right,
        reason="the year of the heads beside it", others=[o for o in others if o is not wrong],
    )  # fmt: skip


def _titles(times: Times, frames: list[_Frame]) -> Iterator[Relation]:
    """The years in a row of titles over as many frames, one over each."""
    stream = times.stream
    inside = {t.start for f in frames for t in f.years}
    spans = [t for t in times.times if t.form == "years" and t.start not in inside and _title(times, t)]
    rows = [(row, list(titles)) for row, titles in itertools.groupby(spans, key=lambda t: stream.row(t.start))]
    for (row, titles), following in itertools.zip_longest(rows, rows[1:]):
        reach = row + (_FAR if len(titles) > 1 else _ABOVE)
        until = min(reach, following[0] if following else reach)
        under = [f for f in frames if row < stream.row(f.opens.start) <= until]
        for title, frame in zip(titles, under, strict=True) if len(under) == len(titles) else ():
            holds = title.year == frame.years[0].year
            year, beneath = title.printed, frame.years[0].printed
            message = f"The title says {year}, but the heads under it are those of {beneath}."
            if holds:
                message = f"{year} is the year of the heads under it."
            others = [frame.opens, frame.years[0]]
            span = title
            yield stream.judged("accounting-year", span, message, holds=holds, others=others, sure=False)


def _title(times: Times, time: Time) -> bool:
    begin, end = times.stream.line(time.start)
    return len(times.stream.text[begin:end].split()) <= _WORDS
