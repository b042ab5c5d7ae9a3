"""A text -> its sentences, as spans of it."""

from __future__ import annotations

from collections.abc import Iterator

from reportcheck.patterns import pattern

_END = pattern(r"(?<=[.!?])[\"'”’)]*\s+(?=[A-Z\"'“‘(£$€\d])")
_SHORT = pattern(r"(?:\b(?:No|Nos|Cllr|Dr|Mr|Mrs|Ms|St|e\.g|i\.e|etc|approx|para|paras|fig|vs|Ref)|\b[A-Z])\.$")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The start and end of each sentence; an abbreviation's full stop ends none."""
    start = 0
    for match in _END.finditer(text):
        if _SHORT.search(text[max(start, match.start() - 8) : match.start()]):
            continue
        yield start, match.start()
        start = match.end()
    if start < len(text):
        yield start, len(text)


def sentence_at(text: str, at: int) -> tuple[int, int]:
    """The start and end of the sentence that a place stands in; the whole text where it stands between two."""
    return next(((start, end) for start, end in sentences(text) if start <= at < end), (0, len(text)))
