"""A printed time put to the test -> a relation: what it is tested by, what it should be, the row that it stands in."""

from __future__ import annotations

from collections.abc import Iterable

from reportcheck.checks.judging.printed import excerpt
from reportcheck.model import Confidence, Relation
from reportcheck.read.times.clock import Clock
from reportcheck.read.times.grammar import Time
from reportcheck.read.times.stream import Stream

Place = Time | Clock | tuple[int, int]
"""What stands at text[start:end] of a paper."""


def judged(
    kind: str, stream: Stream, at: Place, message: str, *, holds: bool, better: str = "", reason: str = "",
    others: Iterable[Place] = (), confidence: Confidence = "high", sure: bool = True,
) -> Relation:  # fmt: skip
    """A relation about one place of a paper; `others` are the places that it is tested by."""
    start, stop = _span(at)
    begin, end = stream.line(start)[0], stream.line(max(stop - 1, start))[1]
    quote = excerpt(stream.text[begin:end], start - begin, stop - begin)
    return Relation.judged(
        kind, stream.figure(start, stop), holds, message, by=(stream.figure(*_span(other)) for other in others),
        suspect=sure, confidence=confidence, better=better, why=reason, sure=sure, quote=quote,
    )  # fmt: skip


def _span(at: Place) -> tuple[int, int]:
    return (at.start, at.end) if isinstance(at, (Time, Clock)) else at
