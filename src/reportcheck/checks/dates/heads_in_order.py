"""Years, quarters and months at the heads of columns: each a step from the one before, none doubled or left out."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.model import Paper, Relation
from reportcheck.read.times import Time, Times
from reportcheck.words import pattern

_WORD = pattern(r"[^\W\d_]{2,}")
_SCENARIO = pattern(
    r"\b(?:actuals?|budget\w*|forecasts?|revised|estimate\w*|restated|proposed|projected|approved|adopted|plan\w*|"
    r"original|audited|unaudited|outturn|target|request\w*|group|trust|council|ytd|to date|prior|variance|change|"
    r"increase|decrease|difference|movement|amended|draft|final|baseline|provisional)\b",
    re.I,
)
_MARK = pattern(r"[*†‡]+")
_GAP = pattern(r"[ ]?[*_]*(?:  |[\t\n|])[\s|*_]*")
_MOST_WORDS, _LONGEST = 8, 24
_NEAR, _LONG = 3, 5


class Params(NamedTuple):
    """`least`: so many heads make a run by themselves; `known`: so often fewer must stand elsewhere in order."""

    least: int = 3
    known: int = 2


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each run of heads."""
    times = Times.of(paper.outline)
    runs = list(_runs(times))
    elsewhere = Counter(_keys(run) for run in runs if _sound(_keys(run)))
    for run in runs:
        yield from _judged(times, run, elsewhere, params)


def _runs(times: Times) -> Iterator[list[Time]]:
    """Times of one mould beside one another in a row of little else, or one under another in rows of nothing else."""
    run: list[Time] = []
    for time in times.times:
        if run and _beside(times, run[-1], time):
            run.append(time)
            continue
        yield from (run,) if _headed(times, run) else ()
        run = [time]
    yield from (run,) if _headed(times, run) else ()


def _beside(times: Times, last: Time, time: Time) -> bool:
    between = times.stream.text[last.end : time.start]
    return _mould(last) == _mould(time) and len(between) < 120 and bool(_GAP.fullmatch(between))


def _mould(time: Time) -> tuple[str, str]:
    return time.form, re.sub(r"\s", "", time.mould)


def _headed(times: Times, run: list[Time]) -> bool:
    if len(run) < 2 or len(run) > _LONGEST or any(_key(t) is None for t in run):
        return False
    begin, end = times.stream.line(run[0].start)[0], times.stream.line(run[-1].start)[1]
    row = times.stream.text[begin:end]
    rest = row[: run[0].start - begin] + " " + row[run[-1].end - begin :]
    return len(_WORD.findall(rest)) <= _MOST_WORDS and not re.search(r"[a-z]\.\s*$|\d", rest)


def _key(time: Time) -> int | None:
    if time.form in ("year", "years"):
        return time.year
    if time.form == "quarter":
        return time.quarter
    return 12 * time.year + time.month if time.form == "month" and time.year and time.month else None


def _keys(run: list[Time]) -> tuple[int, ...]:
    return tuple(_key(t) or 0 for t in run)


def _sound(keys: tuple[int, ...]) -> bool:
    """Whether each head is the same step from the one before: a year, a month, a quarter."""
    steps = {b - a for a, b in itertools.pairwise(keys)}
    return len(steps) == 1 and abs(next(iter(steps))) in (1, 3, 12)


def _judged(times: Times, run: list[Time], elsewhere: Counter[tuple[int, ...]], params: Params) -> Iterator[Relation]:
    keys = _keys(run)
    first, last = run[0], run[-1]
    if _sound(keys):
        message = f"{first.printed} to {last.printed} follow one another."
        others = [first]
        yield times.stream.judged("heads", last, message, holds=True, others=others)
        return
    chosen = _chosen(keys, elsewhere, params)
    if chosen is None:
        return
    at, key = chosen
    # Within a long row a head that stands for another leaves a gap, which two budgets of one year do not.
    gap = len(run) >= _LONG and 0 < at < len(run) - 1
    if not gap and _told_apart(times, run):
        return
    better = _written(run[at], key)
    row = ", ".join(t.printed for t in run)
    message = f"The heads run {row}: {run[at].printed} is out of its place"
    message += f", it should be {better}." if better else "."
    others = [t for t in run if t is not run[at]]
    yield times.stream.judged(
        "heads", run[at], message, holds=False, better=better, reason="the one between its neighbours", others=others,
        confidence="high" if len(keys) > params.least else "medium",
    )  # fmt: skip


def _chosen(keys: tuple[int, ...], elsewhere: Counter[tuple[int, ...]], params: Params) -> tuple[int, int] | None:
    """The one head that is wrong and what it should be: between two neighbours, or as the same heads run elsewhere."""
    mended = [(n, key) for n in range(len(keys)) if (key := _mended(keys, n)) is not None]
    inner = [m for m in mended if 0 < m[0] < len(keys) - 1] if len(keys) >= params.least else []
    if not inner and len(keys) <= params.least:
        enough = params.known if len(keys) < params.least else 1
        mended = [(n, key) for n, key in mended if elsewhere[(*keys[:n], key, *keys[n + 1 :])] >= enough]
    found = inner or mended
    return found[0] if len(found) == 1 else None


def _mended(keys: tuple[int, ...], at: int) -> int | None:
    """What the head at `at` must be for all to follow by one step; None where the others do not, or it is no double."""
    others = [(n, k) for n, k in enumerate(keys) if n != at]
    if keys[at] not in (keys[at - 1 : at] + keys[at + 1 : at + 2]) and len(keys) < _LONG:
        return None
    if len(others) == 1:
        return others[0][1] + at - others[0][0]
    (n1, k1), (n2, k2) = others[0], others[-1]
    step, rest = divmod(k2 - k1, n2 - n1)
    if rest or abs(step) != 1 or any(k != k1 + step * (n - n1) for n, k in others):
        return None
    key, doubled = k1 + step * (at - n1), keys[at] in (keys[at - 1 : at] + keys[at + 1 : at + 2])
    # A base year before the others, or a year far ahead behind them, keeps their order.
    far = at in (0, len(keys) - 1) and (at - n1) * (keys[at] - key) * step > 0
    return None if far and not doubled else key


def _told_apart(times: Times, run: list[Time]) -> bool:
    """Whether words over or under the heads tell two alike from one another: actual and budget, group and council.

    Marks of notes behind them do so too: FY18* and FY18**.
    """
    text = times.stream.text
    marks = {(_key(t), m.group() if (m := _MARK.match(text, t.end)) else "") for t in run}
    if len({key for key, _ in marks}) < len(marks):
        return True
    begin, end = times.stream.line(run[0].start)[0], times.stream.line(run[-1].start)[1]
    for _ in range(_NEAR):
        begin = text.rfind("\n", 0, max(0, begin - 1)) + 1
        end = text.find("\n", end + 1) if 0 <= end < len(text) - 1 else len(text)
        end = len(text) if end < 0 else end
    around = text[begin : run[0].start] + " " + text[run[-1].end : end]
    return len(frozenset(w.lower() for w in _SCENARIO.findall(around))) >= 2


def _written(odd: Time, key: int) -> str:
    """The head that belongs there, as its neighbour is printed."""
    if odd.form == "quarter":
        return re.sub(r"[1-4]$", str(key), odd.text)
    if odd.form == "month":
        return ""
    return re.sub(r"(?:19|20)?\d\d", lambda m: _shifted(m.group(), key - (odd.year or 0)), odd.text)


def _shifted(digits: str, by: int) -> str:
    return str(int(digits) + by).zfill(len(digits)) if len(digits) == 4 else f"{(int(digits) + by) % 100:02}"
