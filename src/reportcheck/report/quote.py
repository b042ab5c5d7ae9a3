"""A relation -> the row or sentence it stands in, with the figures that take part in it marked."""

from __future__ import annotations

import re

from reportcheck.model import Evidence, Excerpt, Location, Relation
from reportcheck.records import record
from reportcheck.report.safe import safe

_LONGEST = 600
_AROUND = 160
_SENTENCE_LINES = 12


@record(frozen=True, slots=True)
class Mark:
    """quote[start:end] is a figure of the relation; the suspect is the one that is wrong."""

    start: int
    end: int
    suspect: bool


@record(frozen=True, slots=True)
class Quote:
    """What a reader is shown of the paper: safe text on one line, and the figures in it."""

    text: str
    marks: tuple[Mark, ...]


def quotes(relation: Relation) -> tuple[Quote, ...]:
    """What a reader is shown: the rows in which the figures stand, or the relation's own quote."""
    if relation.rows:
        return tuple(_cut(_of_row(row, relation)) for row in relation.rows)
    shown = quote(relation)
    unseen = () if any(m.suspect for m in shown.marks) else tuple(_of_label(e) for e in relation.suspects[:1])
    return tuple(q for q in (shown, *unseen) if q.text)


def _of_label(suspect: Evidence) -> Quote:
    """A suspect that its quote does not hold, by the label of its row; nothing where it has none."""
    label, text = safe(suspect.figure.label), safe(suspect.figure.text)
    begin = len(label) + 3
    return Quote(f"{label} | {text}", (Mark(begin, begin + len(text), True),)) if label and text else Quote("", ())


def quote(relation: Relation) -> Quote:
    """The relation's own quote, columns parted by bars, cut around its figures where it is long."""
    text = safe(re.sub(r"\t+", " | ", relation.quote.strip()))
    return _cut(Quote(text, _marks(text, relation)))


def _of_row(row: Excerpt, relation: Relation) -> Quote:
    """A row with its figures marked in their own places."""
    suspects = relation.suspects
    marks = [
        Mark(_length(row.text[:begin]), _length(row.text[:end]), relation.evidence[number] in suspects)
        for begin, end, number in row.figures
    ]
    return Quote(safe(row.text), tuple(marks))


def _length(text: str) -> int:
    """How long the beginning of a row is when it is safe: a blank at its end is kept, for more comes after it."""
    return len(safe(text + "x")) - 1


def _cut(shown: Quote) -> Quote:
    """A quote cut around its figures, the suspect first of all, where it is long."""
    text, marks = shown.text, shown.marks
    if len(text) <= _LONGEST:
        return shown
    suspect = next((m for m in marks if m.suspect), None)
    first = max(marks[0].start - _AROUND, 0) if marks else 0
    if suspect and suspect.end > first + _LONGEST:
        first = max(suspect.start - _LONGEST + _AROUND, 0)
    last = min(max(marks[-1].end + _AROUND, first + _AROUND), first + _LONGEST) if marks else _LONGEST
    head, tail = ("... " if first else ""), (" ..." if last < len(text) else "")
    shift = len(head) - first
    kept = tuple(Mark(m.start + shift, m.end + shift, m.suspect) for m in marks if first <= m.start and m.end <= last)
    return Quote(head + text[first:last] + tail, kept)


def _marks(text: str, relation: Relation) -> tuple[Mark, ...]:
    """The figures of the relation that stand in the quote, taken in the order of the paper."""
    suspects = relation.suspects
    shown = [e for e in relation.evidence if e in suspects or _beside(e.figure.location, relation.location)]
    taken: list[Mark] = []
    cursor = 0
    for evidence in sorted(shown, key=_order):
        near = evidence.figure.location.start if relation.location.where else None
        suspect = evidence in suspects
        mark = _find(text, safe(evidence.figure.text), cursor, taken, suspect, near)
        if mark is None and suspect:
            # Another figure that is printed alike took the only place.
            mark = _find(text, safe(evidence.figure.text), 0, [], suspect, near)
            taken = [m for m in taken if mark is None or m.end <= mark.start or m.start >= mark.end]
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
