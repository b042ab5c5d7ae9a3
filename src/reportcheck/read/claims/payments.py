"""Accounts in lines that end in an amount each: items over their total, and what is left of an opening balance."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reportcheck.model import Claim, Document, Figure, Line, Passage, Reckoning, Table, Term, Text, reckoned
from reportcheck.patterns import pattern
from reportcheck.read.mentions.mending import mended
from reportcheck.read.mentions.numbers import scan
from reportcheck.records import record

_AMOUNT = pattern(r"[£$€₱₹]\s?[0-9](?:[0-9,.]{0,15}[0-9])?[ *_]*$")
_SIGNS = ("£", "$", "€", "₱", "₹")
_TOTAL = pattern(r"^[ *_•-]*(?:(?:grand )?total\b[^.;\d]{0,40}|[a-z ]{0,30}\btotal)[ *_:=]*$", re.IGNORECASE)
_TOTALLED = pattern(
    r"[ *_•-]*(?:(?:making|giving) )?(?:a |the |grand |in )?total\b[^.;:\d]{0,40}:?\s*"
    r"[£$€₱₹]\s?[0-9](?:[0-9,.]{0,15}[0-9])?(?=[.;,]\s)",
    re.IGNORECASE,
)
"""A sentence that is the total of the lines above it; others follow it."""
_BALANCE = pattern(
    r"^[ *_•-]*(?:(?:opening|closing|bank|cash|book|account|current|start\w*|end\w*) ){0,2}balances?\b"
    r"|\b(?:brought|carried) forward\b|\bb/f|\bc/f|\b(?:cash|money) (?:in hand|at bank)|^[ *_•-]*(?:opening|closing)\b",
    re.IGNORECASE,
)
_IN = pattern(r"\b(?:receipts?|income|deposits?|received|revenues?|takings|money in|credits?)\b", re.IGNORECASE)
_OUT = pattern(
    r"\b(?:payments?|expenses?|expenditures?|spending|paid|outgoings?|costs?|disbursements?|money out|debits?)\b",
    re.IGNORECASE,
)
_HEADING = pattern(r"^\d{1,2}\.?\s+[A-Z][A-Z ,’'&/-]{3,}$")
_MOST, _IDLE = 60, 4


@record(frozen=True, slots=True)
class _Row:
    """A printed line or a table's row that ends in an amount of money; `block` tells which block it stands in."""

    words: str
    text: Text
    figure: Figure
    block: int


def payment_lists(document: Document) -> Iterator[Claim]:
    """Claims "payments", parts and total with nothing but items between them, and "reckoned" for closing balances.

    Tables that hold all are left out.
    """
    items: list[_Row] = []
    account = _Account()
    idle = 0
    for row in _rows(document):
        if row is None or isinstance(row, str):
            idle += 1
            if idle > _IDLE or row == "heading":
                items = []
            continue
        idle = 0
        if _BALANCE.search(row.words):
            yield from account.closed(row)
            account, items = _Account(row), []
        elif not _TOTAL.match(row.words):
            items = [*items[-_MOST:], row]
        else:
            if len(items) >= 2 and any(item.block != row.block for item in items):
                figures = (*(item.figure for item in items), row.figure)
                roles = (*("part" for _ in items), "total")
                passage = Passage(row.text, "paragraph", row.figure.location.page)
                yield Claim("payments", passage, 0, len(row.text.text), figures, roles, (str(len(items)),))
            account.total(row, items)
            items = []


class _Account:
    """An opening balance and the totals under it."""

    def __init__(self, opening: _Row | None = None) -> None:
        self.opening = opening
        self.totals: list[tuple[_Row, int, Decimal]] = []
        """Each with its sign, and what its items add up to."""

    def total(self, row: _Row, items: list[_Row]) -> None:
        """Take note of a total; nothing is reckoned with one that is neither in nor out."""
        ways = [sign for form, sign in ((_IN, 1), (_OUT, -1)) if form.search(row.words)]
        self.totals.append((row, ways[0] if len(ways) == 1 else 0, sum((_value(i) for i in items), Decimal(0))))

    def closed(self, closing: _Row) -> Iterator[Claim]:
        """The closing balance against the opening, what came in and what went out."""
        if self.opening is None or sorted(sign for _, sign, _ in self.totals) != [-1, 1]:
            return
        if self._mended(closing):
            return
        opening = self.opening
        terms = (Term(opening.figure), *(Term(row.figure, "", sign) for row, sign, _ in self.totals))
        passage = Passage(closing.text, "paragraph", closing.figure.location.page)
        yield reckoned(
            passage, 0, len(closing.text.text), Reckoning("balance", Term(closing.figure), terms, 0, "closing")
        )

    def _mended(self, closing: _Row) -> bool:
        """Whether the balance is right with what the items of a wrong total add up to."""
        assert self.opening is not None
        moves = [(sign * _value(row), sign * added) for row, sign, added in self.totals]
        left = _value(closing) - _value(self.opening)
        return sum(m for m, _ in moves) != left and any(
            sum(other for at, (other, _) in enumerate(moves) if at != wrong) + added == left
            for wrong, (_, added) in enumerate(moves)
        )


def _value(row: _Row) -> Decimal:
    return row.figure.quantity.value if row.figure.quantity else Decimal(0)


def _rows(document: Document) -> Iterator[_Row | str | None]:
    """The rows in reading order; None for a line without an amount, "heading" for one that opens something new."""
    at = 0
    for page in document.pages:
        for block in page.blocks:
            if isinstance(block, Line):
                at += 1
                totalled = _TOTALLED.match(block.text.text)
                shown = block.text.part(0, totalled.end()) if totalled else block.text
                found = None if block.heading else _row(shown, at)  # A total in a heading is of what follows.
                text = block.text.text
                opens = block.heading or _is_heading(text) or text.rstrip(" *_").endswith(":")
                yield found or ("heading" if opens else None)
            else:
                at += 1
                yield from _of_table(block, at)
                at += 1


def _is_heading(text: str) -> bool:
    return text[:1].isdecimal() and _HEADING.match(text) is not None


def _of_table(table: Table, at: int) -> Iterator[_Row | str | None]:
    if table.columns > 3:
        yield "heading"
        return
    rows: dict[int, list[Text]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell.text)
    found = [
        _row(Text.join(texts), at) if _AMOUNT.search(texts[-1].text) else None for _, texts in sorted(rows.items())
    ]
    if len(found) > 1 and found[0] and _TOTAL.match(found[0].words):
        found[0] = None  # A total that a table begins with is of what follows.
        yield "heading"
    yield from found


def _row(text: Text, at: int) -> _Row | None:
    if not any(sign in text.text[-24:] for sign in _SIGNS):
        return None
    match = _AMOUNT.search(text.text)
    marks = [m for m in scan(text.text, start=match.start()) if m.quantity or m.kind == "malformed"] if match else []
    if len(marks) != 1 or not match:
        return None
    mark = marks[0]
    # A damaged amount counts as what it must be: left out, it would make the sum wrong by all of it.
    quantity = mark.quantity or next((m.quantity for m in scan(mended(mark.text)) if m.quantity), None)
    figure = Figure(mark.text, text.locate(mark.start, mark.end), quantity)
    return _Row(text.text[: match.start()].strip(), text, figure, at) if quantity else None
