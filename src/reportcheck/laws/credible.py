"""Which broken bonds may accuse a figure: none whose law few places bear out, many break, or a misread row breaks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from reportcheck.laws.bonds import Bond
from reportcheck.laws.evidence import Changes
from reportcheck.laws.lattice import Lattice
from reportcheck.read.grids.cells import plain_figure

FEW = 3
"""A sum of so many terms or fewer is not tried where one of its terms is blank: what is missing may be unread."""
PER_BREACH = 3
"""So many places where a law truly holds are asked for each place that breaks it, from the second breach on.

An account that its heads tell, from one day's balance to another's, may fail in one place more than it holds in, and
in more where it misses by little.
"""
LITTLE = 16
"""One part in so many of the printed balance is little."""


def credible(lattice: Lattice, bonds: Iterable[Bond], changes: Changes) -> list[Bond]:
    """The bonds without those broken ones whose law the rest of the table does not bear out."""
    laws: dict[tuple[object, ...], list[Bond]] = defaultdict(list)
    for bond in bonds:
        laws[_law(lattice, bond)].append(bond)
    return [bond for members in laws.values() for bond in _credible(lattice, members, changes)]


def _credible(lattice: Lattice, members: list[Bond], changes: Changes) -> list[Bond]:
    broken = [b for b in members if b.verdict == "broken"]
    if not broken or members[0].form != "sum":
        return members
    if not members[0].across:
        return [b for b in members if b.verdict != "broken" or not _misread(lattice, b)]
    kept = _believed(lattice, members, broken, changes)
    return [b for b in members if b.verdict != "broken" or b in kept]


def _believed(lattice: Lattice, members: list[Bond], broken: list[Bond], changes: Changes) -> list[Bond]:
    """The broken sums along a row that those that hold bear out: of as many terms, not too many, none cut short."""
    broken = [b for b in broken if not _noted(lattice, b)]
    terms = max(len(b.inputs) for b in members)
    whole = [b for b in broken if len(b.inputs) == terms or terms > FEW]
    shown = sum(_tells(lattice, b) for b in members if b.verdict == "held")
    rolls = members[0].kind == "roll-forward"
    asked = max(len(whole) - 1 if rolls else PER_BREACH * len(whole), 2)
    if not shown or (len(whole) > 1 and shown < asked and not (rolls and all(_barely(lattice, b) for b in whole))):
        return []
    short = [b for b in whole if _short(lattice, b)]
    if len(short) > 1 or (short and not _slipped(lattice, short[0], changes)):
        return [b for b in whole if b not in short]
    return whole


def _misread(lattice: Lattice, bond: Bond) -> bool:
    """Whether a sum down a column takes a row for what it is not.

    A row without a label, with figures where the one before has none, may be the end of that one, whose figure in this
    column was not read; and what the parts come to may stand where labels do, before the row that is called a total.
    """
    labels, stated = lattice.grid.row_labels, lattice.spots[bond.stated]
    added = sum(sign * lattice.spots[s].value for s, sign in bond.inputs)
    rows = sorted(lattice.spots[s].row for s in (bond.stated, *(s for s, _ in bond.inputs)))
    for row in range(rows[0] + 1, rows[-1]):
        columns, before = ([spot.column for spot in lattice.rows.get(r, ())] for r in (row, row - 1))
        more = bool(before) and not set(columns) <= set(before)
        if more and labels[row - 1].strip() and not labels[row].strip() and stated.column not in (*before, *columns):
            return True
        figure = plain_figure(labels[row].strip()) if not columns else None
        if figure is not None and figure.quantity is not None and figure.quantity.value * lattice.one == added:
            return True
    return False


def _noted(lattice: Lattice, bond: Bond) -> bool:
    """Whether the sum holds without a part that is the only figure of its column: the number of a note."""
    spots = lattice.spots
    over = sum(sign * spots[s].value for s, sign in bond.inputs) - spots[bond.stated].value
    alone = [sign * spots[s].value for s, sign in bond.inputs if len(lattice.columns[spots[s].column]) == 1]
    return over in alone


def _tells(lattice: Lattice, bond: Bond) -> bool:
    """Whether it holds by more than noughts: two figures at least go into it that are something."""
    return sum(lattice.spots[s].value != 0 for s, _ in bond.inputs) > 1


def _short(lattice: Lattice, bond: Bond) -> bool:
    """Whether parts, none below nought, fall short of their whole, the largest: others may stand elsewhere."""
    signs = {spots[0]: k for k, spots in bond.terms if len(spots) == 1}
    largest = max(signs, key=lambda s: lattice.spots[s].value)
    if any(lattice.spots[s].value < 0 for s in signs):
        return False
    others = all(k * signs[largest] < 0 for s, k in signs.items() if s != largest)
    return others and bond.residual(lattice) * signs[largest] > 0


def _barely(lattice: Lattice, bond: Bond) -> bool:
    """Whether what is printed is out by little."""
    return LITTLE * abs(bond.residual(lattice)) <= abs(lattice.spots[bond.stated].value)


def _slipped(lattice: Lattice, bond: Bond, changes: Changes) -> bool:
    """Whether one slip in one of its figures explains to the last digit what it is out by."""
    spots = [bond.stated, *(s for s, _ in bond.inputs)]
    return changes.explained(spots, [1, *(-sign for _, sign in bond.inputs)], bond.residual(lattice)) > 0


def _law(lattice: Lattice, bond: Bond) -> tuple[object, ...]:
    """What the bonds of one law have in common: the line that is put to the test, along the rows or the columns."""
    spot = lattice.spots[bond.stated]
    return bond.form, bond.kind, bond.across, spot.column if bond.across else spot.row, bond.name
