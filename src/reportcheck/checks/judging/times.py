"""A printed time put to the test -> a relation: what it is tested by, what it should be, the row that it stands in."""

from __future__ import annotations

from collections.abc import Iterable

from reportcheck.checks.judging.printed import excerpt
from reportcheck.model import Confidence, Relation
from reportcheck.read.times.grammar import Time
from reportcheck.read.times.stream import Stream


def shown(stream: Stream, time: Time) -> str:
    """A time as it is printed, on one line."""
    return " ".join(stream.text[time.start : time.end].split())


def judged(
    kind: str, stream: Stream, span: tuple[int, int], message: str, *, holds: bool, better: str = "", reason: str = "",
    others: Iterable[tuple[int, int]] = (), confidence: Confidence = "high", sure: bool = True,
) -> Relation:  # fmt: skip
    """A relation about text[span] of a paper; `others` are the places that it is tested by."""
    stated = stream.figure(*span)
    begin, end = stream.line(span[0])[0], stream.line(max(span[1] - 1, span[0]))[1]
    quote = excerpt(stream.text[begin:end], span[0] - begin, span[1] - begin)
    return Relation.judged(
        kind, stated, holds, message, by=(stream.figure(*other) for other in others), suspect=sure,
        confidence=confidence, better=better, why=reason, sure=sure, quote=quote,
    )  # fmt: skip
