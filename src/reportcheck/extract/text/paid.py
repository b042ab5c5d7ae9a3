"""Payments, one to a line, whose sum stands before or among its words -> tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportcheck.extract.text.delimited import Cells, made
from reportcheck.extract.text.entries import is_total
from reportcheck.extract.text.figures import Span, value
from reportcheck.extract.text.footing import holds
from reportcheck.extract.text.markup import text_of
from reportcheck.extract.text.source import Row
from reportcheck.model import Table
from reportcheck.patterns import pattern
from reportcheck.records import record

_SUM = pattern(
    r"(?:(?<![\w.,])|(?<=[a-z]{2})|(?<=[a-z]\)))[(\-−–]?(?:[£$€]\s?[-−–]?\s?\d[\d,]*(?:\.\d\d)?|\d{1,3}(?:,\d{3})*\.\d\d|\d+\.\d\d)\)?(?![\d%]|[.,]\d|[a-z_]|[A-Z](?![a-z]))"
)
_CODE = pattern(
    r"[\W_]*(?:che?q(?:ue)?s?|ch|no|ref|inv(?:oice)?|bacs|dd|so|vat|inc|incl|plus|net|paid|online|card)?\b", re.I
)
_VALUES = pattern(r"[,;][^\s\d]|\"")
"""Values with commas are another table."""
_LONGEST = 120
_WORDS = 14
_NAME = 6
"""Words of what an amount is for."""
_HEADING = 6
"""Words of a heading between lines of a list."""
_FEWEST = 3
_ALIKE = 4
"""Lines that are a list though nothing adds them up."""
_EDGE = " \t\u00a0-–—:.,;•*·£$€"


@record(frozen=True, slots=True)
class Paid:
    """A line with one sum of money in it."""

    row: Row
    sum: Span

    @property
    def before(self) -> Span:
        """The words before the sum, without what parts them."""
        return _bare(self.row.text, 0, self.sum[0])

    @property
    def after(self) -> Span:
        """The words after it."""
        return _bare(self.row.text, self.sum[1], len(self.row.text))


def tables(rows: list[Row], furniture: frozenset[int], taken: frozenset[int]) -> Iterator[tuple[int, int, Table]]:
    """Such lists, each with its first row and the row after its last; rows that are `taken` are none of theirs."""
    at = 0
    while at < len(rows):
        run, index = _run(rows, furniture, taken, at)
        if _is_list([line for _, line in run if isinstance(line, Paid)]):
            yield run[0][0], run[-1][0] + 1, made([_cells(line) for _, line in run], "", "")
        at = max(index, at) + 1


def _run(
    rows: list[Row], furniture: frozenset[int], taken: frozenset[int], at: int
) -> tuple[list[tuple[int, Paid | Row]], int]:
    """The lines with one sum each from a row on, headings between them, and the row that is none of theirs."""
    run: list[tuple[int, Paid | Row]] = []
    waiting: list[tuple[int, Paid | Row]] = []
    for index in range(at, len(rows)):
        if index in taken:
            return run, index
        if rows[index].blank or index in furniture:
            continue
        paid = _paid(rows[index])
        if paid is not None:
            run += [*waiting, (index, paid)]
            waiting = []
        elif not run or waiting or not _is_heading(rows[index].text):
            return run, index
        else:
            waiting = [(index, rows[index])]
    return run, len(rows)


def _is_heading(text: str) -> bool:
    """Whether a row is a few words over lines of a list: no figure, no sentence."""
    words = text.split()
    return (
        len(words) <= _HEADING and not any(ch.isdigit() for ch in text) and not text.rstrip().endswith((".", ";", ","))
    )


def _paid(row: Row) -> Paid | None:
    """A line, if it is short and has one sum of money among a few words."""
    text = row.text
    if not 6 < len(text) <= _LONGEST or "|" in text or "\t" in text.strip() or _VALUES.search(text):
        return None
    sums = [match.span() for match in _SUM.finditer(text)]
    if len(sums) != 1 or len(text.split()) > _WORDS or not any(ch.isalpha() for ch in text):
        return None
    return Paid(row, sums[0])


def _is_list(lines: list[Paid]) -> bool:
    """Whether lines are payments and no sentences: they have their total, or are alike."""
    if len(lines) < _FEWEST or all(_blank(line.after) for line in lines):
        return False
    if holds([[value(line.row.text[slice(*line.sum)])] for line in lines]):
        return True
    first = all(_blank(line.before) for line in lines)
    coded = sum(_CODE.match(line.row.text, line.sum[1]) is not None and _is_coded(line) for line in lines)
    words = [line.row.text[slice(*line.before)] for line in lines]
    total = is_total(words[-1])
    summed = total and _blank(lines[-1].after)
    if (summed or (len(lines) > _ALIKE and is_total(words[-2]))) and all(map(_is_name, words)):
        return True  # What each is for, its amount, and a note on it.
    return (first or coded >= len(lines) - total) and (total or len(lines) >= _ALIKE)


def _is_name(words: str) -> bool:
    """Whether words can be what an amount is for: few, and the first of them as names begin."""
    return 0 < len(words.split()) <= _NAME and (words[0].isupper() or words[0].isdigit())


def _is_coded(line: Paid) -> bool:
    """Whether what follows a sum is no more than a number, a mark or a word for how it was paid."""
    words = line.row.text[slice(*line.after)].split()
    return len(words) < 4 and (any(ch.isdigit() for word in words for ch in word) or len(words) < 3)


def _blank(span: Span) -> bool:
    return span[0] >= span[1]


def _bare(text: str, begin: int, end: int) -> Span:
    part = text[begin:end]
    lead = len(part) - len(part.lstrip(_EDGE))
    return begin + lead, max(begin + len(part.rstrip(_EDGE)), begin + lead)


def _cells(line: Paid | Row) -> tuple[Row, Cells]:
    """The words, the sum and what follows it; where the sum comes first, the words that follow it."""
    if isinstance(line, Row):
        return line, [text_of(line)]
    row, before, after = line.row, line.before, line.after
    sum = text_of(row, *line.sum)
    if _blank(before):
        return row, [text_of(row, *after), sum]
    return row, [text_of(row, *before), sum, text_of(row, *after)]
