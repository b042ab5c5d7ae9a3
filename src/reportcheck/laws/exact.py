"""Whether a table is rounded at all: where every sum is exact, one that is a little off is wrong and not rounded."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from reportcheck.laws.bonds import Bond, judge
from reportcheck.laws.evidence import Changes, rest
from reportcheck.laws.lattice import Lattice
from reportcheck.model import Grid
from reportcheck.patterns import pattern
from reportcheck.quantity import MONEY

PLAIN, COUNTED, CASH = 4.2, 10.0, 20.0
"""How much less often than not, in bits, a table of amounts is rounded, one of counts or of pence, a cash book."""
PAID = pattern(
    r"\b(?:cheques?|chq|che(?:ck|que) no|invoices?|payees?|bacs|direct debit|petty cash|cash ?book|unpresented"
    r"|bank statement|reconcil\w*)\b",
    re.IGNORECASE,
)
"""Words of lists of what was paid and received, to the penny."""
PENNY = Decimal("0.01")
WRONG = 5.5
"""How much less often than not a sum is wrong: `evidence.FAILS`."""
MARGIN = 5.5
"""By how many bits an error must be likelier than rounding where two sums cross, as many do, or one is one off."""
DOUBT = 1.0
"""The same where one sum of amounts is further off: those that are exact beside it may be so by chance."""


def judged(lattice: Lattice, bonds: Sequence[Bond], changes: Changes) -> list[Bond]:
    """The bonds with their verdicts; a sum is held to the last digit where the table's other sums are exact to it."""
    judgements = [(bond, judge(lattice, bond)) for bond in bonds]
    verdicts = [bond if bond.verdict == found else replace(bond, verdict=found) for bond, found in judgements]
    sums = [b for b in verdicts if b.form == "sum" and len(b.inputs) > 1 and b.verdict != "broken"]
    loose = [b for b in sums if b.residual(lattice)]
    if len(loose) not in (1, 2) or any(lattice.spots[b.stated].sort != "amount" for b in loose):
        return verdicts
    # That round figures add up says nothing of how the others are rounded.
    shown = sum(-rest(len(b.spots), 0.0) for b in sums if b not in loose and not _coarse(lattice, b))
    if len(loose) == 2:
        return _crossed(lattice, verdicts, loose, shown, changes)
    return [_tightened(lattice, b, shown, changes) if b is loose[0] else b for b in verdicts]


def _crossed(
    lattice: Lattice, verdicts: list[Bond], loose: list[Bond], shown: float, changes: Changes
) -> list[Bond]:  # fmt: skip
    """The bonds, with the only two inexact ones as broken where they cross in a figure whose one slip explains both."""
    one, other = loose
    spots = set(one.spots) & set(other.spots)
    if (
        one.across == other.across
        or len(spots) != 1
        or len({lattice.spots[s].slack for b in loose for s in b.spots}) > 1
    ):
        return verdicts
    (spot,) = spots
    change = -one.residual(lattice) * one.slope(lattice, spot)
    likely = changes.weights(spot).get(change, 0.0)
    if not likely or change != -other.residual(lattice) * other.slope(lattice, spot):
        return verdicts
    step = 2 * lattice.spots[spot].slack
    wrong = math.log2(likely / (len(one.spots) + len(other.spots))) - WRONG
    rounded = -_prior(lattice, one) - shown + sum(rest(len(b.spots), abs(b.residual(lattice)) / step) for b in loose)
    if wrong - rounded <= MARGIN:
        return verdicts
    return [replace(b, verdict="broken", tight=True) if b in loose else b for b in verdicts]


def _tightened(lattice: Lattice, bond: Bond, shown: float, changes: Changes) -> Bond:
    """The one inexact sum of a table, as broken where an error explains it far better than rounding does."""
    if len({lattice.spots[s].slack for s in bond.spots}) > 1:
        return bond
    residual, prior, step = bond.residual(lattice), _prior(lattice, bond), 2 * lattice.spots[bond.stated].slack
    if abs(residual) <= step and prior <= PLAIN:
        return bond  # One unit off is what rounding does, however many other sums are exact.
    spots = [bond.stated, *(s for s, _ in bond.inputs)]
    likely = changes.explained(spots, [1, *(-sign for _, sign in bond.inputs)], residual)
    if likely <= 0:
        return bond
    wrong = math.log2(likely) - WRONG
    rounded = -prior - shown + rest(len(spots), abs(residual) / step)
    margin = MARGIN if abs(residual) <= step else DOUBT if prior <= PLAIN else 0.0
    return replace(bond, verdict="broken", tight=True) if wrong - rounded > margin else bond


def _coarse(lattice: Lattice, bond: Bond) -> bool:
    """Whether any of its figures is rounded to more than its last digit."""
    return any(lattice.spots[s].coarse for s in bond.spots)


def _prior(lattice: Lattice, bond: Bond) -> float:
    """How unlikely rounding is before any sum is looked at: people and pence are counted, not rounded.

    Where all end in noughts, or in fives, they were.
    """
    if _coarse(lattice, bond):
        return 0.0
    figures = [q for s in bond.spots if (q := lattice.spots[s].figure.quantity) and q.scale == 1]
    if len(figures) < len(bond.spots):
        return PLAIN
    if all(q.step == PENNY for q in figures) and _of_cash(lattice.grid):
        return CASH
    if all(q.step < 1 and q.unit in MONEY and abs(q.value) >= 100 for q in figures):
        return COUNTED
    if all(q.step == 1 and q.unit is None and abs(q.value) < 1000 for q in figures):
        return COUNTED
    return PLAIN


def _of_cash(grid: Grid) -> bool:
    """Whether the table's words are those of payments and receipts."""
    return any(PAID.search(cell.text) for row in grid.cells for cell in row)
