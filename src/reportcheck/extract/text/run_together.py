"""Lists whose line breaks were lost, in a paragraph that goes on -> where each of its lines begins and ends.

"Hall hire 20.00 4.00 24.00 A. Fenn stamps 7.50 0.00 7.50 Total 27.50 4.00 31.50": words and then amounts. The words of
names tell where a list ends, or the sum does. It is one only where its lines are read as one table, first to last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from reportcheck.extract.text import ragged
from reportcheck.extract.text.entries import WAY
from reportcheck.extract.text.figures import Span, value
from reportcheck.extract.text.lead_in import SENTENCE_END, bare, begin_of, is_titled
from reportcheck.extract.text.source import Row
from reportcheck.patterns import pattern
from reportcheck.records import record

_SUM = pattern(
    r"(?<![\d.,/])(?<!@)(?<!@ )[(\-−–]?"
    r"(?:[£$€]\s?(?!000\b)\d[\d,]*(?:\.\d\d)?|\d{1,3}(?:,\d{3})+(?:\.\d\d)?|\d+\.\d\d)\)?"
    r"(?:\s?(?:[£$€](?!\s?\d)|(?:USD|GBP|EUR|CHF)\b))?"
    r"(?![\d%]|[.,]\d|[a-z]+\b|\s?(?:am|pm|p\.m|a\.m|hrs|hours|miles|metres)\b)"
)
_NIL = pattern(r"(?<=\s)(?:[-–—]|0|nil|n/a|\(?\d[\d.]*\s?%\)?)(?=\s)", re.IGNORECASE)
_SHARE = pattern(r"\s{1,3}(\(?\d[\d.]*\s?%\)?)(?=\s|$)")
_FEWEST = 3
"""Lines of a list, its total one of them."""
_UNTOTALLED = 4
"""Lines of one amount each that are a list though nothing adds them up."""
_MOST = 120
_WORDS, _MORE_WORDS = 12, 18
"""Words of a name; of one with amounts behind it as no sentence has them."""
_TOTAL = pattern(r"(?:(?:and|a|making|giving|the|grand|sub-?|in) )*totals?\b(?! of)", re.IGNORECASE)
_PAID_TOTAL = pattern(rf"{WAY}\s+(?=(?:grand |sub-?)?totals?\b)", re.IGNORECASE)
"""Before the word for a total stands how the line before it was paid, and so before each line."""
_PAID = pattern(rf"{WAY}\s+(?=\S)", re.IGNORECASE)
_SENTENCE = pattern(
    r"(?<![\w.])(?:of|to|at|by|from|is|was|are|were|be|been|and|or|for|than|about|with|in|on|over|under|includes?"
    r"|including|being|less|plus|spent|paid|received|cost|totall?(?:ed|ing)|a|the)$"
    r"|^(?:to|for|by|at|of|in|on|as|with|from|per|and|but|or|which)\b"
    r"|\b(?:is|was|are|were|be|been|has|had|have|would|will|should|that|who|agreed|reported|leaving"
    r"|making(?! (?:a |the )?(?:grand )?total))\b",
    re.IGNORECASE,
)
"""What stands in the words of a sentence and in no name of a thing: they lead on to a sum, or tell."""
_NUMBER = r"[£$€(]?\d[\d,.]*%?\)?"
_CELLS = pattern(r"[£$€(]?\d[\d,.]*(?:%|(?:\s+[-–—])?\s+\d[\d,.]*%?(?:\s|$))")
_FIGURES = pattern(rf"(?:^|\s)(?!(?:19|20)\d\d\s){_NUMBER}(?:\s+[-–—])?\s+(?!\d{{5,8}}(?:\s|$)){_NUMBER}(?:\s|$)")
"""Figures beside each other that are no amounts: columns of another kind, whose rows this cannot part."""


@record(frozen=True, slots=True)
class Item:
    """Words and the amounts behind them, dashes and noughts between these too."""

    words: Span
    named: str
    cells: tuple[Span, ...]
    worth: Decimal
    """Its last amount."""
    sign: bool
    parted: bool
    """Whether a comma or semicolon stands between it and the amounts before it, as in a sentence."""

    @property
    def total(self) -> bool:
        """Whether it says that it is a total, or stands under amounts without a word."""
        named = _PAID_TOTAL.sub("", self.named)
        return not named or _TOTAL.match(named) is not None

    @property
    def is_short(self) -> bool:
        """Whether its words are few, and no sentence ends among them."""
        few = len(self.named.split()) <= (_WORDS if len(self.cells) < 2 else _MORE_WORDS)
        worded = not self.named or any(map(str.isalpha, self.named))
        apart = len(self.cells) > 1 or not self.parted
        return few and worded and apart and not SENTENCE_END.search(self.named)

    @property
    def is_named(self) -> bool:
        """Whether its words name a thing; those before two amounts and more can, whatever they are."""
        if len(self.cells) > 1:
            return self.is_short and not _CELLS.match(self.named)
        return self.is_short and not _SENTENCE.search(self.named) and not _FIGURES.search(self.named)


def lists_in(text: str) -> list[list[Span]]:
    """The lines of each list in a paragraph, and of the words over it that head its columns."""
    if text.count(".") + text.count("£") + text.count("$") <= _FEWEST:
        return []
    items = list(_items(text))
    summed = dict(_summed(items))
    found: list[list[Span]] = []
    at = 0
    while at < len(items):
        ends = _ends(items, at, summed)
        tried = ((end, _lines(text, items[at:end], at in summed)) for end in ends)
        end, lines = next((each for each in tried if each[1]), (0, []))
        if lines:
            found.append(lines)
        at = end or (ends[0] if _opened(text, items[at], []).is_named else at + 1)
    return found


def _items(text: str) -> Iterator[Item]:
    """Words and amounts, in turn, from the beginning of a paragraph to its last amount."""
    begin = width = 0
    run = Decimal(0)
    for cells in _cells(text):
        words = bare(text, begin, cells[0][0])
        worth = [_worth(text[slice(*cell)]) for cell in cells]
        made = (size for size in (width, 1) if 0 < size < len(cells) and run and worth[-1] == run + worth[-size - 1])
        last = next(made, width if len(cells) == 2 * width > 2 else 0)
        parts = [cells[:-last], cells[-last:]] if last else [cells]
        for number, part in enumerate(parts):
            own = words if not number else (part[0][0], part[0][0])
            printed = text[part[0][0] : part[-1][1]]
            item = Item(
                own,
                text[slice(*own)],
                tuple(part),
                next(filter(None, (_worth(text[slice(*cell)]) for cell in reversed(part))), Decimal(0)),
                any(sign in printed for sign in "£$€"),
                not number and any(mark in text[begin : own[0]] for mark in ",;"),
            )
            yield item
            run, width = (Decimal(0), 0) if item.total else (run * item.is_short + item.worth, len(part))
        begin = cells[-1][1]


def _worth(figure: str) -> Decimal:
    """What a cell is in the sum of its column: nothing for a share."""
    return Decimal(0) if "%" in figure else value(figure) or Decimal(0)


def _cells(text: str) -> Iterator[list[Span]]:
    """The amounts of a paragraph, those together between which nothing stands but dashes for nothing and shares."""
    cells: list[Span] = []
    for match in _SUM.finditer(text):
        between = text[cells[-1][1] : match.start()] if cells else ""
        if cells and _NIL.sub("", between).strip():
            yield cells
            cells = []
        elif cells:
            cells += [(cells[-1][1] + m.start(), cells[-1][1] + m.end()) for m in _NIL.finditer(between)]
        share = _SHARE.match(text, match.end())
        cells += [match.span(), share.span(1)] if share else [match.span()]
    if cells:
        yield cells


def _summed(items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """Where lists begin and end whose total is what their amounts make: there the words may be any."""
    for at, total in enumerate(items):
        left = total.worth
        for first in range(at - 1, max(at - _MOST, -1) if total.total and total.is_short else at, -1):
            left -= items[first].worth
            if not left and total.worth and at - first > 1:
                yield first, at + 1
            if left <= 0 or items[first].total or not items[first].is_short:
                break


def _ends(items: Sequence[Item], at: int, summed: Mapping[int, int]) -> list[int]:
    """Where a list may end that begins with an item: with the total that it makes, its names, or what is alike."""
    if at in summed:
        return [summed[at]]
    first, end = items[at], at + 1
    while end < min(len(items), at + _MOST) and end not in summed and not items[end - 1].total:
        if not items[end].is_named or is_titled(items[end].named):
            break
        end += 1
    unlike = ((len(item.cells), item.sign) != (len(first.cells), first.sign) for item in items[at:end])
    alike = at + next((number for number, each in enumerate(unlike) if each), end - at)
    return [end, alike] if alike < end else [end]


def _opened(text: str, item: Item, others: Sequence[str]) -> Item:
    """The first item of a list without the words before its line."""
    begin = begin_of(text, item.words, others)[0]
    return replace(item, words=(begin, item.words[1]), named=text[begin : item.words[1]], parted=False)


def _lines(text: str, items: Sequence[Item], summed: bool) -> list[Span]:
    """The lines of a list, if they are enough and are read as one table."""
    wide = items[-1].total or any(len(item.cells) > 1 for item in items)
    if len(items) < (_FEWEST if wide else _UNTOTALLED):
        return []
    others = [item.named for item in items[1:] if not item.total]
    first, heads = _opened(text, items[0], others), begin_of(text, items[0].words, others)[1]
    if not first.named or not (first.is_short if summed else first.is_named):
        return []
    pairs = sum(len(item.cells) == 2 for item in items)
    if len(first.cells) == 1 and pairs * 3 >= len(items) * 2 and not summed:
        return []  # Each label stands between the two figures of its row.
    spans = [(item.words[0], item.cells[-1][1]) for item in (first, *items[1:])]
    if _PAID_TOTAL.match(items[-1].named) or not (
        _PAID.match(first.named) or any(not _PAID.match(item.named) for item in items[1:])
    ):
        spans = _with_ways(text, spans)
    if not items[-1].named and len(items[-1].cells) == 1:
        spans.pop()  # A total without a word is a line by itself.
    rows = [Row(1, 1, a, text[a:b]) for a, b in spans]
    if all((begin, end) != (0, len(rows)) for begin, end, _ in ragged.tables(rows, frozenset())):
        return []
    return [heads, *spans] if heads[1] > heads[0] else spans


def _with_ways(text: str, spans: Sequence[Span]) -> list[Span]:
    """Lines, each with the way in which it was paid, which stands before the words of the next."""
    ways = [_PAID.match(text, begin) for begin, _ in spans[1:]]
    begins = [spans[0][0], *(way.end() if way else begin for way, (begin, _) in zip(ways, spans[1:], strict=True))]
    last = _PAID.match(text, spans[-1][1] + 1)
    return [*pairwise([*begins, last.end() if last else spans[-1][1]])]
