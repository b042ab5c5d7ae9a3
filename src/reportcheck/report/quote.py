"""A relation -> the row or sentence it stands in, with the figures that take part in it marked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportcheck.model import Evidence, Location, Relation
from reportcheck.report.safe import safe

_LONGEST = 600
_AROUND = 160
_SENTENCE_LINES = 12


@dataclass(frozen=True, slots=True)
class Mark:
    """quote[start:end] is a figure of the relation; the suspect is the one that is wrong."""

    start: int
    end: int
    suspect: bool


@dataclass(frozen=True, slots=True)
class Quote:
    """What a reader is shown of the paper: safe text on one line, and the figures in it."""

    text: str
    marks: tuple[Mark, ...]


def quote(relation: Relation) -> Quote:
    """The relation's own quote, columns parted by bars, cut around its figures where it is long."""
    text = safe(re.sub(r"\t+", " | ", relation.quote.strip()))
    marks = _marks(text, relation)
    if len(text) <= _LONGEST:
        return Quote(text, marks)
    first = max(marks[0].start - _AROUND, 0) if marks else 0
    last = min(max(marks[-1].end + _AROUND, first + _AROUND), first + _LONGEST) if marks else _LONGEST
    head, tail = ("... " if first else ""), (" ..." if last < len(text) else "")
    shift = len(head) - first
    kept = tuple(Mark(m.start + shift, m.end + shift, m.suspect) for m in marks if m.end <= last)
    return Quote(head + text[first:last] + tail, kept)


def _marks(text: str, relation: Relation) -> tuple[Mark, ...]:
    """The figures of the relation that stand in the quote, taken in the order of the paper."""
    shown = [e for e in relation.evidence if e.suspect or _beside(e.figure.location, relation.location)]
    taken: list[Mark] = []
    cursor = 0
    for evidence in sorted(shown, key=_order):
        near = evidence.figure.location.start if relation.location.where else None
        mark = _find(text, safe(evidence.figure.text), cursor, taken, evidence.suspect, near)
        if mark is not None:
            taken.append(mark)
            cursor = mark.end
    return tuple(sorted(taken, key=lambda mark: mark.start))


def _find(
    text: str, figure: str, cursor: int, taken: list[Mark], suspect: bool, near: int | None = None
) -> Mark | None:
    """The free place of `figure` from `cursor` on, else from the start; never a part of a longer figure.

    It is the first one, or in a table's row the one that lies nearest to where it stands in its line.
    """
    if not figure:
        return None
    pattern = re.compile(rf"(?<![\d.,]){re.escape(figure)}(?![\d]|[.,]\d)")
    for begin in (cursor, 0):
        free = [
            match
            for match in pattern.finditer(text, begin)
            if all(match.end() <= m.start or match.start() >= m.end for m in taken)
        ]
        if free:
            best = free[0] if near is None else min(free, key=lambda m: abs(_in_line(text, m.start()) - near))
            return Mark(best.start(), best.end(), suspect)
    return None


def _in_line(text: str, at: int) -> int:
    """Where a place of a row stood in its line, before the bars between its cells were put in for tabs."""
    return at - 2 * text.count(" | ", 0, at)


def _beside(figure: Location, place: Location) -> bool:
    """Whether a figure stands in the row or the sentence that is quoted, so that it may be marked there."""
    if figure.page != place.page:
        return False
    reach = 0 if place.where else _SENTENCE_LINES
    if figure.line is not None and place.line is not None:
        return abs(figure.line - place.line) <= reach
    if figure.bbox is not None and place.bbox is not None and place.where:
        return figure.bbox.top < place.bbox.bottom and figure.bbox.bottom > place.bbox.top
    return True


def _order(evidence: Evidence) -> tuple[float, float]:
    """Where a figure stands on its page; print of one line is seldom quite level."""
    at = evidence.figure.location
    if at.bbox is not None:
        return (round(at.bbox.top / 6), at.bbox.x0)
    return (float(at.line or 0), float(at.start or 0))
