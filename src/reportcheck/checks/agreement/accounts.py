"""Accounts one under another, each from an opening to a closing balance: which column goes on from which.

A fund statement prints many of them, often over several pages, and the heads of its columns tell little: actual,
budget, proposed. So the accounts tell themselves: where most open one column with the closing balance of another, the
rest are expected to.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import permutations
from typing import NamedTuple

from reportcheck.model import Figure, Grid, Paper
from reportcheck.words import CLOSING, OPENING, RESTATED, pattern, short

_OPENS = pattern(OPENING)
_CLOSES = pattern(
    rf"{CLOSING}|\b(?:net\b.{{0,60}}\b(?:surplus|deficit|balance|fund)|surplus|(?:fund|cash) balances?)\b"
)
_RESTATED = pattern(RESTATED)
MANY = 3
"""So many balances must go on for each that does not, where two columns alone do not tell."""
LARGE = 100
"""Smaller balances agree by chance."""
Balance = tuple[Figure | None, ...]
"""The figures of a row, from the first column of amounts on."""


class Account(NamedTuple):
    """A row that opens an account and the one that closes it."""

    opens: Balance
    closes: Balance
    labels: tuple[str, str]
    heads: tuple[str, ...]


class Carried(NamedTuple):
    """What opens an account in one column, and what closed it in another that the paper's accounts go on from."""

    opens: Figure
    closes: Figure
    said: str
    was: str


def carried(paper: Paper, margin: int) -> Iterator[Carried]:
    """The balances in columns that go on from one another, none further apart than `margin` per cent."""
    accounts = list(_accounts(paper))
    fellows: dict[int, list[Account]] = defaultdict(list)
    for account in accounts:
        fellows[len(account.opens)].append(account)
    for width, some in fellows.items():
        if len(some) > 2:
            for now, before in _going_on(some, width):
                yield from _pairs(some, now, before, margin)


def _going_on(accounts: list[Account], width: int) -> Iterator[tuple[int, int]]:
    """The columns, each with the one that it goes on from: most accounts say so, of these or of two as far apart."""
    agree, apart = Counter[tuple[int, int]](), Counter[tuple[int, int]]()
    away: Counter[int] = Counter()
    lost: Counter[int] = Counter()
    for now, before in permutations(range(width), 2):
        both = [(o, c) for a in accounts if (o := a.opens[now]) and (c := a.closes[before])]
        agree[now, before] = len({o.number.value for o, c in both if _apart(o, c) == 0})
        apart[now, before] = sum(_apart(o, c) > 0 for o, c in both)
        if agree[now, before] >= apart[now, before]:
            away[now - before] += agree[now, before]
            lost[now - before] += apart[now, before]
    for (now, before), many in agree.items():
        some = away[now - before] >= MANY * max(lost[now - before], 1) and many >= apart[now, before]
        if some or many >= 2 * max(apart[now, before], 1):
            yield now, before


def _pairs(accounts: list[Account], now: int, before: int, margin: int) -> Iterator[Carried]:
    for account in accounts:
        opens, closes = account.opens[now], account.closes[before]
        if opens and closes and _apart(opens, closes) * 100 <= margin:
            said = f"“{account.labels[0]}”{_under(account, now)} is {opens.text}"
            yield Carried(opens, closes, said, f"“{account.labels[1]}”{_under(account, before)} is {closes.text}")


def _under(account: Account, column: int) -> str:
    return f" for {short(account.heads[column])}" if account.heads[column] else ""


def _apart(one: Figure, other: Figure) -> float:
    """How far two balances are from one another, as a part of the larger."""
    a, b = one.number, other.number
    if a.interval.overlaps(b.interval):
        return 0.0
    return float(abs(a.value - b.value) / max(abs(a.value), abs(b.value)))


def _accounts(paper: Paper) -> Iterator[Account]:
    """The accounts of the paper's tables; one may begin on a page and end in a table of as many columns on the next."""
    opened: tuple[str, Balance, tuple[str, ...]] | None = None
    closing: tuple[str, Balance] | None = None
    for grid, columns, row, printed in _balances(paper):
        label = grid.row_labels[row]
        if _OPENS.search(label.lower()):
            if opened and closing:
                yield Account(opened[1], closing[1], (opened[0], closing[0]), opened[2])
            opened, closing = (_plain(label), printed, tuple(_plain(grid.column_labels[c]) for c in columns)), None
        elif opened and len(printed) == len(opened[1]) and _CLOSES.search(label.lower()):
            closing = _plain(label), printed
    if opened and closing:
        yield Account(opened[1], closing[1], (opened[0], closing[0]), opened[2])


def _balances(paper: Paper) -> Iterator[tuple[Grid, list[int], int, Balance]]:
    """Every row that can be a balance: its table, the columns of figures, where it stands, what it prints."""
    for grid in paper.grids:
        columns = [c for c, role in enumerate(grid.column_roles) if role in ("amount", "change", "rate", "count")]
        for row, label in enumerate(grid.row_labels):
            if row in grid.header_rows or len(label) > 120 or _RESTATED.search(label.lower()):
                continue
            printed = tuple(_balance(grid.cells[row][c].figure) for c in columns)
            if any(printed):
                yield grid, columns, row, printed


def _balance(figure: Figure | None) -> Figure | None:
    known = figure is not None and figure.quantity is not None and abs(figure.quantity.value) >= LARGE
    return figure if known else None


def _plain(label: str) -> str:
    return " ".join(label.split())
