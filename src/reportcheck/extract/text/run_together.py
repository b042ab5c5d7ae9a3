"""A list that ends in its total and whose line breaks were lost -> where each of its lines begins and ends."""

from __future__ import annotations

import re
from itertools import pairwise

from reportcheck.extract.text.figures import Span
from reportcheck.patterns import pattern

_SUM = pattern(r"(?:[£$€]\s?\d[\d,]*(?:\.\d\d)?|\d{1,3}(?:,\d{3})*\.\d\d(?:\s?[£$€])?)(?![\d%]|[.,]\d|[a-z]+\b)")
_FEWEST = 3
"""Parts that a total adds up."""
_WORDS = 8
_PARTING = " \t\u00a0,;:.–—-"
_TOTAL = pattern(r"(?:and |a |making |giving )*(?:the |grand |sub[- ]?)?totals?\b(?! of)", re.IGNORECASE)
_LEAD = pattern(r".*(?:[.:;?!]\s|^)")
_OPEN = pattern(
    r"\b(?:of|to|at|by|from|is|was|are|were|be|been|and|or|for|than|about|with|in|on|over|under|includes?|including"
    r"|being|less|plus|spent|paid|received|cost|costs|totall?ed|totall?ing)$",
    re.IGNORECASE,
)


def lines_in(text: str) -> list[Span]:
    """The parts of a paragraph: its words, each thing with its sum, and the rest; none where it is no such list."""
    sums = [match.span() for match in _SUM.finditer(text)] if text.count(".") + text.count("£") > _FEWEST else []
    if len(sums) <= _FEWEST:
        return []
    lead = _LEAD.match(text[: sums[0][0]])
    begins = [lead.end() if lead else 0, *(end for _, end in sums[:-1])]
    items = [(_bare(text, begin, at)[0], at, end) for begin, (at, end) in zip(begins, sums, strict=True)]
    labels = [text[begin:at].strip(_PARTING) for begin, at, _ in items]
    totals = [_TOTAL.match(label) is not None for label in labels]
    if True not in totals or totals.index(True) < _FEWEST:
        return []
    items = items[: totals.index(True) + 1]
    if not all(_is_label(label) for label in labels[: len(items) - 1]) or not _alike(text, items):
        return []
    edges = [(0, items[0][0]), *((begin, end) for begin, _, end in items), (items[-1][2], len(text))]
    return [(a, b) for a, b in edges if text[a:b].strip(_PARTING)]


def _is_label(label: str) -> bool:
    """Whether words name a thing: few, no sentence, none that lead on to the sum."""
    words = label.split()
    return 0 < len(words) <= _WORDS and any(ch.isalpha() for ch in label) and not _OPEN.search(label)


def _alike(text: str, items: list[tuple[int, int, int]]) -> bool:
    """Whether all sums are printed with a currency, or none is; and nothing but blanks parts two lines.

    With commas between them the paragraph is a sentence, and read as one.
    """
    signs = {any(sign in text[at:end] for sign in "£$€") for _, at, end in items}
    return len(signs) == 1 and not any(text[end : after[0]].strip() for (_, _, end), after in pairwise(items))


def _bare(text: str, begin: int, end: int) -> Span:
    part = text[begin:end]
    return begin + len(part) - len(part.lstrip(_PARTING)), end
