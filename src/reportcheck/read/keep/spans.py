"""The times of a statement, with dates in digits read as the paper writes them."""

from __future__ import annotations

from reportcheck.model import Span, Statement
from reportcheck.patterns import pattern

_DIGITS = pattern(r"\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b")


def spans_of(statement: Statement, order: str) -> tuple[Span, ...]:
    """The statement's times in order; where the paper writes the month first, days in digits are turned round."""
    spans = statement.spans
    words = statement.quote if statement.source == "prose" else f"{statement.before} {statement.after}"
    if order == "month" and _DIGITS.search(words):
        spans = frozenset(_turned(span) for span in spans)
    return tuple(sorted(spans))


def _turned(span: Span) -> Span:
    """7 January for 1 July: day and month change places where both can."""
    first = span.first
    if span.kind != "day" or first.day > 12:
        return span
    turned = first.replace(month=first.day, day=first.month)
    return Span(turned, turned, "day")
