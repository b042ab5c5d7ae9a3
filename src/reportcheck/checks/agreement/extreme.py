"""Highest and lowest in words against the months, quarters or years of a table: "it peaked in March"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.model import Figure, Paper, Passage, Relation
from reportcheck.read.facts.series import Series, Time, name_of, read_series, same
from reportcheck.read.prose import holding_in_any_case
from reportcheck.words import MONTH, MONTHS, YEAR, YEARS, pattern, qualifiers, sentences, span_of_mark, spans_in, stems

_HINTS = ("highest", "lowest", "peak", "high point", "low point", "trough", "record high", "record low", "busiest")
_TIME = rf"(?:{MONTH}(?:\s+{YEAR})?|(?:Quarter|Q)\s?[1-4]|{YEARS}(?!\d))"
_TIMES = rf"{_TIME}(?:(?:,| and| to| or|, and)(?: between| in)? {_TIME})*"
_HIGH = r"highest|busiest|peak(?:ed|s|ing)?|record high|high points?"
_LOW = r"lowest|quietest|low points?|record low|troughs?"
_SUPER = rf"\b(?:(?P<high>{_HIGH})|(?P<low>{_LOW}))\b"
_AFTER = pattern(
    rf"{_SUPER}(?P<gap>[^.;:,\d]{{0,60}}?) (?:in|during|for|between|at|of) (?P<times>{_TIMES})"
    r"(?! (?:was|were|is|are)\b)"
)
_BEFORE = pattern(
    rf"(?P<times>{_TIMES}) (?:was|is|were|had|saw|has|recorded|showed|shows)(?P<gap>(?: [a-z]+){{0,2}}) {_SUPER}"
)
_EXTREME = pattern(_SUPER)
_ONE = pattern(_TIME)
_PROPER = pattern(r"(?<=[a-z,] )[A-Z][a-z]+")
_OTHER = pattern(
    r"\b(?:since|ever|second|third|fourth|next|joint|nationally|england|region\w*|other|previous|expected|forecast|will|may"
    r"|could|should|from|fell|fallen|rose|risen|below|above|than|to)\b",
    re.IGNORECASE,
)


class Params(NamedTuple):
    """How much of a series' name the sentence has to say, as a share of its words."""

    named: float = 0.5


class _Said(NamedTuple):
    """What a sentence says: which times have the highest or the lowest figure."""

    passage: Passage
    start: int
    end: int
    high: bool
    points: bool
    """Whether it speaks of high or low points, of which there can be several."""
    times: tuple[Time, ...]
    sentence: str
    before: int
    """How many characters the sentence has up to the end of what is said."""


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """Each time that is said to be the highest or the lowest of a series in a table."""
    said = [one for passage in holding_in_any_case(paper.passages, *_HINTS) for one in _read(passage)]
    series = list(read_series(paper.statements, paper.grids)) if said else []
    for one in said:
        found = _judged(one, _printed_in(one, [s for s in series if _meant(one, s, params)]))
        if found:
            yield found


def _read(passage: Passage) -> Iterator[_Said]:
    text = passage.text.text
    if passage.kind == "contents":
        return
    for start, end in sentences(text):
        for form in (_AFTER, _BEFORE):
            for match in form.finditer(text, start, end):
                times = tuple(t for m in _ONE.finditer(match["times"]) if (t := _time(m.group())))
                word = match["high"] or match["low"]
                if form is _AFTER and times and times[0][0] == "year" and "peak" not in word.lower():
                    continue
                if times and len({t[0] for t in times}) == 1 and not _OTHER.search(match["gap"]):
                    before = text[max(start, match.start() - 24) : match.start()]
                    if not _OTHER.search(before):
                        high, points = bool(match["high"]), "point" in word.lower()
                        ends = match.end()
                        yield _Said(passage, match.start(), ends, high, points, times, text[start:end], ends - start)


def _time(text: str) -> Time | None:
    """ "December 2024", "Quarter 3" or "2024/25" as a time."""
    word, _, year = text.partition(" ")
    if word.lower() in MONTHS:
        return "month", MONTHS[word.lower()], int(year) if year.strip().isdecimal() else 0
    if text[0] in "Qq":
        return "quarter", int(text[-1]), 0
    years = spans_in(text)
    first = next(iter(years)).first.year if len(years) == 1 else 0
    return ("year", first, first) if first else None


def _meant(said: _Said, series: Series, params: Params) -> bool:
    """Whether a series is what the sentence speaks of: it has its times, and enough of its words."""
    if series.kind != said.times[0][0] or any(series.at(t) is None for t in said.times):
        return False
    names = stems(series.label) if series.kind == "year" or not spans_in(series.label) else series.words
    words = stems(said.sentence) | stems(said.passage.heading)
    if not names or len(names & words) < max(1, len(names) * params.named):
        return False
    return not _narrower(said, series) and _in_time(said, series)


def _narrower(said: _Said, series: Series) -> bool:
    """Whether the sentence speaks of a part of what the series counts: "in Housing", "long-term absence"."""
    subject = _EXTREME.sub("", said.passage.text.text[said.end - said.before : said.start])
    name = f"{series.label} {' '.join(sorted(series.words))} {said.passage.heading}"
    if qualifiers(subject) - qualifiers(name):
        return True
    known = stems(name)
    proper = {w for w in _PROPER.findall(subject) if w.lower() not in MONTHS}
    return any(stems(word) - known for word in proper)


def _in_time(said: _Said, series: Series) -> bool:
    """Whether a series of months lies in the years that the sentence, or else its passage, names."""
    years = {t[2] for t, _ in series.points}
    if series.kind != "month" or years == {0}:
        return True
    named = {(t[2], t[1]) for t in said.times}
    for text in (said.sentence, said.passage.text.text):
        spans = [s for s in spans_in(text) if s.kind != "years"]
        spans += [s for m in said.passage.marks if text is not said.sentence and (s := span_of_mark(m))]
        spans = [s for s in spans if s.kind not in ("day", "month") or (s.first.year, s.first.month) not in named]
        if spans:
            first, last = min(s.first for s in spans), max(s.last for s in spans)
            inside = [
                t for t, _ in series.points if (first.year, first.month) <= (t[2], t[1]) <= (last.year, last.month)
            ]
            return len(inside) * 2 > len(series.points)
    return True


def _printed_in(said: _Said, series: list[Series]) -> list[Series]:
    """The series whose figure the sentence prints for the time that it names, where there are any."""
    printed = {
        (m.quantity.value, m.quantity.unit) for m in said.passage.marks if m.quantity and m.text in said.sentence
    }
    figures = [(one, f.quantity) for one in series for t in said.times if (f := one.at(t)) and f.quantity]
    told = [one for one, q in figures if (q.value, q.unit) in printed]
    return told or series


def _judged(said: _Said, series: list[Series]) -> Relation | None:
    """Held where a series bears the sentence out; broken where all that it can mean contradict it."""
    wrong: list[tuple[Series, Time]] = []
    for one in series:
        top = _ends(one, said.high)
        named = [t for t, _ in top if any(same(t, time) for time in said.times)]
        if named and not said.points:
            return _relation(said, one, named[0], None)
        bottom = _ends(one, not said.high)
        against = [t for t, _ in bottom if any(same(t, time) for time in said.times)]
        if said.points and not against and named:
            return _relation(said, one, named[0], None)
        if said.points and not against:
            continue
        wrong.append((one, against[0] if said.points else top[0][0]))
    if not series or len(wrong) < len(series):
        return None
    return _relation(said, wrong[0][0], wrong[0][1], wrong[0][1])


def _ends(series: Series, high: bool) -> list[tuple[Time, Figure]]:
    """The points that can be the highest, or the lowest: more than one where rounding leaves it open."""
    known = [(t, f, f.quantity) for t, f in series.points if f.quantity]
    if len({q.step for *_, q in known}) == 1:
        top = (max if high else min)(q.value for *_, q in known)
        return [(t, f) for t, f, q in known if q.value == top]
    best = max((q.interval.low for *_, q in known)) if high else min(q.interval.high for *_, q in known)
    return [(t, f) for t, f, q in known if (q.interval.high >= best if high else q.interval.low <= best)]


def _relation(said: _Said, series: Series, time: Time, wrong: Time | None) -> Relation:
    text = said.passage.text
    printed = text.text[said.start : said.end]
    stated = Figure(printed, text.locate(said.start, said.end))
    figure = series.at(time)
    assert figure is not None
    way, called = ("highest", "a high point") if said.high else ("lowest", "a low point")
    shown = f"{name_of(time, figure)} has {figure.number.bare} in the table ({figure.location.spot})"
    if wrong is None:
        message = f"{shown}, the {way}."
    elif said.points:
        other = "lowest" if said.high else "highest"
        where = f"in the table ({figure.location.spot})"
        ending = f"it is the {other} {time[0]} {where}"
        message = f"{name_of(time, figure)} is called {called}, but with {figure.number.bare} {ending}."
    else:
        named = " and ".join(name_of(t, series.at(t) or figure) for t in said.times)
        shown = f"{name_of(time, figure)} is, with {figure.number.bare} ({figure.location.spot})"
        message = f"{named} is said to be the {way}, but in the table {shown}."
    others = (f for t in said.times if (f := series.at(t)) and f is not figure)
    quote = " ".join(said.sentence.split())
    return Relation.judged(
        "extreme", stated, wrong is None, message, by=(figure, *others), confidence="medium", quote=quote
    )
