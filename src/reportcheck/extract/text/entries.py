"""A row of words and then figures; whether such rows are a table, and of how many columns."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise, takewhile

from reportcheck.extract.text.figures import (
    Span,
    is_amount,
    is_dated,
    is_year,
    says_something,
    solid,
    trailing,
    unnoted,
    value,
)
from reportcheck.extract.text.footing import holds
from reportcheck.extract.text.placing import Figures
from reportcheck.extract.text.source import Row
from reportcheck.patterns import pattern
from reportcheck.records import record
from reportcheck.words.things import NUMBERED

_LONGEST = 400
_LABEL, _LABEL_OF_SUM = 90, 250
"""Letters of a label of a list, the longer one only where the sums hold: any that is longer is a sentence."""
_LEADING = pattern(
    r"(?:^|[\s(])(?:of|to|by|was|were|is|are|from|at|and|or|than|the|a|an|in|on|for|with|about|over|under|nearly|than|no|number"
    rf"|between|ended|ending|{NUMBERED})$",
    re.IGNORECASE,
)
_CODED = pattern(r"\b(?:cheque|check|chq|ch|ref|inv|invoice|receipt|voucher|no)\.?\s*$", re.IGNORECASE)
_YEAR = pattern(r"(?:19|20)\d\d")
_YEARS = pattern(r"\b(?:19|20)\d\d ?[/–-] ?$")
"""The first of two years: 2019 / 20."""
_BULLET = pattern(r"\s*(?:[•●○■▪◦‣·*o–-]\s|\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})[.)]\s)", re.IGNORECASE)
_BESIDE = pattern(r"\(\d[\d.,]*\s?%\)")
"""A share in brackets after its amount: a list that says both, and no two columns."""
_ROW = 3
_NOTES = 40
"""No accounts have more notes."""
_MONEY = pattern(r"^[(\-−–]?(?:[£$€]\s?\d[\d,]*(?:\.\d\d)?|\d[\d,]*\.\d\d)(?![\d,.%])")
_PARTED = pattern(r"[£$€]|\d\.\d\d(?!\d)")
_STOPPED = pattern(r"(?:[£$€]\s?\d[\d,]*(?:\.\d\d)?|\d[\d,]*\.\d\d)\.$")
_NAMELY = pattern(r"(?<=\d),? (?:namely|of which|made up of|comprising|consisting of|as follows)[,:]?$")
"""What leads from an amount to its parts, in the rows under it."""
WAY = (
    r"(?:BACS|DD|D/D|S/?O|FPO?|BP|EFT|direct debit|standing order|online|card|cash|transfer"
    r"|(?:cheque|chq)\.?(?: no\.?)?(?: ?\d{3,7})?|\d{5,7})"
)
"""A way to pay: a word for it, or the number of a cheque."""
_PAID_BY = pattern(rf"\d\.\d\d\)?\s+({WAY}\.?)$", re.IGNORECASE)
_REMARK = pattern(r"(?<=\d)\s+(\((?=[^()]*[a-z@])[^()]{3,60}\))$", re.IGNORECASE)
"""Words in brackets behind an amount: "(16 x $40)"."""
_PARTING = " .…_-–—"
_WORDS = 12
"""Words: a bullet with more before its sum is a sentence."""
_TOTAL = pattern(r"(?:[a-z]+ )?(?:sub|grand)?[\s-]?total\b|\bnet\b|\bbalance\b(?! sheet)", re.IGNORECASE)


@record(frozen=True, slots=True)
class Entry:
    """A row that ends in figures: where its label ends, and where the figures stand."""

    row: Row
    label: int
    figures: tuple[Span, ...]
    paid_by: Span | None = None

    @property
    def empty(self) -> bool:
        """Whether all its figures are dashes."""
        return not any(says_something(self.text(span)) for span in self.figures)

    def text(self, span: Span) -> str:
        """A figure as printed."""
        return self.row.text[slice(*span)]

    def last(self, width: int) -> Entry:
        """The row with its last `width` figures: those before belong to its label."""
        kept = self.figures[-width:]
        return Entry(self.row, _label(self.row.text[: kept[0][0]]), kept, self.paid_by)


_ENDED = pattern(r"[£$€]\s?\d[\d,]*(?:\.\d\d)?[.;]\s+[A-Z]")
"""The end of a sentence behind an amount: what follows is no row's only figure."""


def _label(text: str) -> int:
    """Where a label ends before dots or dashes that lead from it; one dash is told by all rows."""
    bare = text.rstrip(" .…_")
    return len(bare.rstrip(_PARTING) if bare.endswith(("---", "–––", "———")) else bare)


def entry_of(row: Row) -> Entry | None:
    """What a row prints, where words and then figures end it; None for any other."""
    text = row.text
    if row.blank or len(text) > _LONGEST or "|" in text or "\t" in text.strip() or not text[-12:].strip():
        return None
    text = text.rstrip()
    text = _NAMELY.sub("", text)
    if text.endswith(".") and _STOPPED.search(text):
        text = text[:-1]
    paid = _PAID_BY.search(text) or _REMARK.search(text)
    if paid:
        text = text[: paid.start(1)].rstrip()
    figures = unnoted(text, trailing(solid(text)))
    heads = len(figures) > 1 and all(_YEAR.fullmatch(text, *span) for span in figures)  # Item 2024 2025
    while figures and not heads and _is_words(text[: figures[0][0]], text[slice(*figures[0])], len(figures)):
        figures = figures[1:]
    if not figures or (len(figures) == 1 and not text[: figures[0][0]].strip()):
        return None
    if len(figures) == 1 and _ENDED.search(text, 0, figures[0][0]):
        return None
    return Entry(row, _label(text[: figures[0][0]]), tuple(figures), paid.span(1) if paid else None)


def _is_words(before: str, figure: str, figures: int) -> bool:
    """Whether a figure belongs to the words before it: the day of a date, the number of a cheque, a price.

    An amount before two others and more stands in a row of a table, though the label goes on in the next.
    """
    if before.rstrip().endswith("@"):
        return True
    if figures >= _ROW and is_amount(figure):
        return False
    if figure.count(")") > figure.count("("):  # (Note 10)
        return True
    if figure.isdecimal() and (_CODED.search(before) or (len(figure) in (2, 4) and _YEARS.search(before))):
        return True
    return is_dated(before, figure) or (before[-2:] != "  " and _LEADING.search(before.rstrip()) is not None)


def with_own(entries: list[Entry]) -> list[Entry]:
    """Entries without the figures that are their words': a dash, or a small number that few of them have.

    So it is where all end in sums of money: "PAYE, quarter 4 121.60", "Hire of hall x 3 20.00 4.00 24.00".
    """
    if len(entries) < _ROW or not all(_PARTED.search(e.text(e.figures[-1])) for e in entries):
        return entries
    own = [len(list(takewhile(_is_small, map(e.text, e.figures)))) for e in entries]
    if all(len(e.figures) > 1 and not says_something(e.text(e.figures[-2])) for e in entries):
        own = [len(e.figures) - 1 for e in entries]
    elif not any(own) or sum(map(bool, own)) * 2 > len(entries):
        return entries
    kept = [e.last(len(e.figures) - few) for e, few in zip(entries, own, strict=True)]
    return [replace(e, label=len(e.row.text[: e.label].rstrip(_PARTING))) for e in kept]


def _is_small(figure: str) -> bool:
    """Whether a figure is a number of up to three digits or a year and nothing more, as words end in."""
    return figure.strip("()").isdecimal() and (len(figure) < 4 or is_year(figure))


def width_of(entries: list[Entry]) -> int:
    """How many columns of figures rows have: the most that a fair share of them has; 0 where there is no table."""
    counts = Counter(len(e.figures) for e in entries if sum(says_something(e.text(s)) for s in e.figures) > 1)
    wide = sum(counts.values())
    fair = [size for size, count in counts.items() if count >= max(2, wide * 0.2)]
    if fair:
        return max(fair) - _is_noted([e for e in entries if len(e.figures) == max(fair)], counts)
    return 1 if all(len(e.figures) == 1 or _is_dashed(e) for e in entries) else 0


def _is_noted(widest: list[Entry], counts: Counter[int]) -> bool:
    """Whether the widest rows are those that a note explains: its number, from 1 on, stands before their figures."""
    numbers = [e.text(e.figures[0]) for e in widest]
    if not all(n.isdecimal() and 0 < int(n) <= _NOTES for n in numbers):
        return False
    rising = all(int(a) < int(b) for a, b in pairwise(numbers)) and len(numbers) > 1
    width = len(widest[0].figures)
    return rising and width > 1 and counts[width - 1] >= len(widest)


def _is_dashed(entry: Entry) -> bool:
    """Whether a dash parts the words of a row from its one figure."""
    return len(entry.figures) == 2 and not says_something(entry.text(entry.figures[0]))


def is_grid(entries: list[Entry], rows: list[Figures], places: list[tuple[int, ...]], width: int) -> bool:
    """Whether rows of two and more figures are a table: enough of them whole, and amounts among them."""
    whole = [row for row in rows if len(row.texts) == width]
    if len(whole) < 2 or len(whole) * 4 < len(rows):
        return False
    values: list[list[Decimal | None]] = [[None] * width for _ in rows]
    for line, row, place in zip(values, rows, places, strict=True):
        for text, column in zip(row.texts, place, strict=True):
            line[column] = value(text)
    if all(_BESIDE.match(row.texts[-1]) for row in rows):
        return False
    amounts = sum(is_amount(text) for row in whole for text in row.texts)
    if all(is_year(text) for row in whole for text in row.texts if says_something(text)):
        return False
    held = holds(values)
    totalled = len(whole) > 2 and is_total(entries[-1].row.text[: entries[-1].label])
    return held > 1 or totalled or (amounts * 3 >= len(whole) * width and len(whole) >= (3 if width < 3 else 2))


def _is_paid(texts: list[str], labels: list[str]) -> bool:
    """Whether bullets are payments and no sentences: each ends in a sum of money, after a few words."""
    return all(_MONEY.search(text.rstrip(".")) for text in texts) and all(
        len(label.split()) <= _WORDS for label in labels
    )


def is_total(label: str) -> bool:
    """Whether a row's label says that it is a total."""
    return _TOTAL.match(label.strip("-*•: ")) is not None


def is_running(entry: Entry) -> bool:
    """Whether a row that ends in one figure is rather a line of a sentence: its words are as many."""
    text = entry.row.text.rstrip()
    long = _LABEL_OF_SUM if _PARTED.search(entry.text(entry.figures[0])) and not text.endswith(".") else _LABEL
    return len(entry.figures) == 1 and len(text[: entry.label].strip()) > long


def is_list(entries: list[Entry]) -> bool:
    """Whether rows of one figure are a list of amounts: no sentences or bullets, and many, or with their total."""
    texts = [e.text(e.figures[0]) for e in entries]
    labels = [e.row.text[: e.label].strip() for e in entries]
    values = [[value(text)] for text in texts]
    held = holds(values) > 0
    listed = any(_BULLET.match(e.row.text) for e in entries)
    if len(entries) < 3 or any(len(label) > (_LABEL_OF_SUM if held and not listed else _LABEL) for label in labels):
        return False
    if len({"%" in text for text in texts if says_something(text)}) > 1:
        return False
    counted = is_total(entries[-1].row.text[: entries[-1].label]) and all(
        len(label.split()) < 7 and label[-1:].isalpha() for label in labels
    )
    if not counted and sum(is_amount(text) for text in texts) * 4 < len(texts) * 3:
        return False
    stopped = any(e.row.text.rstrip().endswith(".") and _STOPPED.search(e.row.text) for e in entries)
    if (stopped or listed) and not _is_paid(texts, labels) and not held:
        return False
    return len(entries) >= 4 or held or any(_TOTAL.search(label) for label in labels)
