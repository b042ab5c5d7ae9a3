"""The amount of a row against the count and the price that its own note gives: "400 | Paper (3 boxes @ $100)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from reportcheck.checks.judging import plain
from reportcheck.model import Figure, Grid, GridCell, Paper, Quantity, Relation
from reportcheck.words import pattern

_N, _MONEY = r"\d[\d,]*", r"(?:[$£€₱₹]|Rs\.? ?|R ?)?\d[\d,]*(?:\.\d+)?"
_TIMES = r"(?:@|[x×*]|at(?= ?[$£€]))"
_PRODUCT = pattern(
    rf"(?<![\w.,/$£€])(?P<count>{_N})(?: ?(?!per\b|to\b|of\b)[A-Za-z'-]{{1,30}}){{0,3}} ?{_TIMES} ?"
    rf"(?P<price>{_MONEY})(?![\d,]*\d|x\b)"
    rf"|(?P<price2>[$£€]\d[\d,]*(?:\.\d+)?)(?: ?(?:/|per|an?|each) ?[a-z]+\.?| each| apiece)? ?(?:[x×*]|for) ?"
    rf"(?P<count2>{_N})(?![\d./%])",
    re.IGNORECASE,
)
_RATE = pattern(
    r"(?P<price>(?<![-−–])[$£€]\d[\d,]*(?:\.\d+)?) ?(?:(?:/ ?|per |an? |each |every )"
    r"(?P<unit>months?|mos?\b|mth|quarter|qtr|weeks?\b)|(?P<adverb>mos?\b|mth\b|qtr\b|monthly|quarterly|weekly))",
    re.IGNORECASE,
)
_YEARLY = {"mo": 12, "mt": 12, "qu": 4, "qt": 4, "we": 52}
_MORE = pattern(r"\+|\bplus\b|\badditional\b|\band\b|&|\bvat\b|\btax\b|\bs/h\b|\bshipping\b|\bincl", re.IGNORECASE)
_LESS = pattern(
    r"%|\b(?:less|minus|discount\w*|off|half|third|quarter|part|share|contribut\w*|grant\w*|subsid\w*|towards|refund\w*|deposit"
    r"|balance|deduct\w*|free|funded|instalments?|per ?cent)\b",
    re.IGNORECASE,
)
"""Words for what is taken off, or for a part: the amount is not the product."""
_DIGITS = 25
"""More digits than decimal arithmetic keeps are no amount."""
_ANY_MONEY = pattern(r"[$£€]\s?\d")
_HINT = pattern(
    r"\d[^|]{0,30}(?:@|[x×*]|\bat [$£€])\s?[$£€]?\d|[$£€][\d,.]+[^|]{0,12}(?:mo|mth|quarter|qtr|week|[x×*] ?\d)"
)


class Params(NamedTuple):
    """How many times the product an amount may be to be meant for it, and by how many per cent a rate is rounded."""

    far: Decimal = Decimal("2.5")
    rounded: Decimal = Decimal(15)


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each row whose note gives one count and one price, or rates for each month."""
    for grid in paper.grids:
        for r, row in enumerate(grid.cells):
            for c, cell in enumerate(row):
                if _HINT.search(cell.text):
                    found = _judged(grid, r, c, cell, params)
                    if found:
                        yield found


def _judged(grid: Grid, r: int, c: int, cell: GridCell, params: Params) -> Relation | None:
    amounts = [
        (abs(at - c), figure)
        for at, other in enumerate(grid.cells[r])
        if at != c and (figure := other.figure) and figure.quantity and _is_amount(figure.quantity)
    ]
    told = _told(cell.text)
    if not amounts or told is None:
        return None
    value, shown, exact, more = told
    near = min(amounts, key=lambda pair: pair[0])[1]
    scale = near.quantity.scale if near.quantity else 1
    held = next((figure for _, figure in amounts if _fits(figure, value * scale, exact, more, params)), None)
    if held is not None:
        return _relation(grid, r, held, f"{held.text} is right for {shown}.", True, "")
    low, high = sorted((abs(_of(near)), value))
    if low <= 0 or high > params.far * low or "=" in cell.text:
        return None
    way = "at least " if more else ""
    return _relation(
        grid,
        r,
        near,
        f"The row has {near.text}, but its note says {shown}, which is {way}{plain(value)}.",
        False,
        shown,
    )


def _is_amount(quantity: Quantity) -> bool:
    digits = quantity.value.adjusted() - quantity.step.adjusted()
    return not quantity.blank and quantity.value > 0 and quantity.unit != "percent" and digits < _DIGITS


def _of(figure: Figure) -> Decimal:
    return figure.quantity.value if figure.quantity else Decimal(0)


def _told(text: str) -> tuple[Decimal, str, bool, bool] | None:
    """What the note comes to, how it says so, whether it is exact, and whether there is more; None where in doubt."""
    products = list(_PRODUCT.finditer(text))
    rates = [m for m in _RATE.finditer(text) if not any(p.start() <= m.start() < p.end() for p in products)]
    money = len(_ANY_MONEY.findall(text))
    if len(products) == 1 and not rates and money <= 1:
        match = products[0]
        price, count = match["price"] or match["price2"], match["count"] or match["count2"]
        value = _number(price) * _number(count)
        rest = text[: match.start()] + text[match.end() :]
        if _LESS.search(rest):
            return None
        return value, " ".join(match.group().split()).strip("( "), True, bool(_MORE.search(rest))
    if rates and not products and money == len(rates):
        often = [_YEARLY[(m["unit"] or m["adverb"])[:2].lower()] for m in rates]
        value = sum((_number(m["price"]) * times for m, times in zip(rates, often, strict=True)), Decimal(0))
        shown = " and ".join(" ".join(m.group().split()) for m in rates)
        return (value, shown, False, False) if not _MORE.search(text) or len(rates) > 1 else None
    return None


def _number(text: str) -> Decimal:
    return Decimal("".join(c for c in text if c.isdigit() or c == ".").strip("."))


def _fits(figure: Figure, value: Decimal, exact: bool, more: bool, params: Params) -> bool:
    """Whether an amount is the product, rounded as its noughts show; a rate for a year is rounded more freely."""
    quantity = figure.number
    size = abs(quantity.value)
    if more and size >= value:
        return True
    room = quantity.step
    while size and size % (room * 10) == 0:
        room *= 10
    if size > value and size % (room * 5) == 0:
        room *= 5
    if not exact:
        room = max(room, value * params.rounded / 100)
    return abs(size - value) < room or abs(size - value) <= quantity.step / 2


def _relation(grid: Grid, r: int, figure: Figure, message: str, holds: bool, shown: str) -> Relation:
    return Relation.judged(
        "noted-price", figure, holds, message, suspect=False, sum=shown, confidence="medium", quote=grid.row_text(r)
    )
