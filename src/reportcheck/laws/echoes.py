"""Figures that must be the same: a balance carried forward, and a sum that is stated twice."""

from __future__ import annotations

import math
from collections.abc import Iterator

from reportcheck.laws.bonds import SAME, Bond
from reportcheck.laws.evidence import ACCEPT, FAILS, FAILS_NAMED, NO_SLIP, Changes, slip_bits
from reportcheck.laws.lattice import Lattice, View
from reportcheck.laws.lines import Line
from reportcheck.laws.sides import followed, opens, two_sides
from reportcheck.laws.spots import Spot
from reportcheck.laws.weighing import Law


def find_echoes(lattice: Lattice, view: View, sums: list[Law], changes: Changes) -> Iterator[Bond]:
    """Closing balances that open the next period, and sums that are printed in two lines."""
    if not view.across:
        yield from _carried(lattice, view, sums, changes)
        yield from _two_sides(lattice, view, changes)
    yield from _repeated(lattice, view, sums, changes)


def _carried(lattice: Lattice, view: View, sums: list[Law], changes: Changes) -> Iterator[Bond]:
    """One column's opening balance is the closing balance of the column before it or after it."""
    years = followed(lattice, view)
    for law in sums:
        lines = sorted(line for line, _ in law.guess.terms)
        closing = law.guess.target
        openings = [line for line in lines if view.lines[line].opening and line < closing]
        if not openings or len(lines) < 2:
            continue
        opening = openings[0]
        if years and len(openings) == 1 and opens(view.lines[opening].label):
            pairs = [(view.spot[opening][lane], view.spot[closing][before]) for lane, before in years]
            yield from _same(
                lattice, view, pairs, STATED, "roll-forward", "carried", view.lines[opening].label, changes, sure=True
            )
            continue
        if opening != lines[0]:
            continue
        for away in (1, -1):
            pairs = [
                (view.spot[opening][lane], view.spot[closing][lane + away])
                for lane in range(len(view.lanes))
                if 0 <= lane + away < len(view.lanes)
            ]
            yield from _same(lattice, view, pairs, 4.0, "roll-forward", "carried", view.lines[opening].label, changes)


STATED = -4.0
"""What it costs to believe what accounts say by their words: one year opens as the other closed, two sides agree."""


def _two_sides(lattice: Lattice, view: View, changes: Changes) -> Iterator[Bond]:
    """The two sides of a balance sheet, or of a bank reconciliation, which their words say are the same."""
    for one, two in two_sides([line.label for line in view.lines]):
        pairs = [(view.spot[two][lane], view.spot[one][lane]) for lane in range(len(view.lanes))]
        label = view.lines[two].label
        yield from _same(lattice, view, pairs, STATED, "total", "sides", label, changes, sure=True)


def _repeated(lattice: Lattice, view: View, sums: list[Law], changes: Changes) -> Iterator[Bond]:
    """Two lines that are sums, or one that is and one that says it is, with the same figures."""
    parts: dict[int, set[int]] = {}
    for law in sums:
        parts.setdefault(law.guess.target, set()).update(line for line, _ in law.guess.terms)
    targets = sorted(parts)
    for i, a in enumerate(targets):
        for b in targets[i + 1 :]:
            if not parts[a].isdisjoint((a, b)) or not parts[b].isdisjoint((a, b)):
                continue
            if not (_says(view.lines[a]) or _says(view.lines[b])):
                continue
            pairs = [(view.spot[b][lane], view.spot[a][lane]) for lane in range(len(view.lanes))]
            price = 6.0 + math.log2(len(targets))
            yield from _same(lattice, view, pairs, price, "total", "repeated", view.lines[b].label, changes)


def _says(line: Line) -> bool:
    """Whether a line's words, or their absence, say that it is a sum: rows of a list have like amounts by chance."""
    return line.total or line.result or line.closing or line.blank


def _same(
    lattice: Lattice, view: View, pairs: list[tuple[int, int]], price: float, kind: str, form: str, name: str,
    changes: Changes, sure: bool = False,
) -> Iterator[Bond]:  # fmt: skip
    """The pairs as bonds, where they agree more often than not, or must by their words (`sure`)."""
    known = [(a, b) for a, b in pairs if a >= 0 and b >= 0]
    agree = [_agree(lattice.spots[a], lattice.spots[b], form in SAME) for a, b in known]
    held, failed = agree.count(True), agree.count(False)
    if failed > (held + 1 if sure else max(1, held // 3)) or (failed and not held and not sure):
        return
    told = 0.0
    for (a, b), alike in zip(known, agree, strict=True):
        one, two = lattice.spots[a], lattice.spots[b]
        if alike:
            told += 0.7 * math.log2(abs(one.value) / (2 * one.slack) + 1)
        else:
            likely = changes.explained([a, b], [1, -1], one.value - two.value)
            slip = min(slip_bits(likely, max(abs(one.value), abs(two.value)), 2 * one.slack), 10.0)
            told += max(slip, -NO_SLIP) - FAILS_NAMED if sure else slip - FAILS
    if told - price < ACCEPT:
        return
    for a, b in known:
        yield Bond(
            kind, form, a, ((b, 1),), ((1, (a,)), (-1, (b,))), told - price, held, view.across,
            lattice.grid.column_labels[lattice.spots[a].column] if not view.across else "", name,
        )  # fmt: skip


def _agree(one: Spot, two: Spot, same: bool) -> bool:
    return abs(one.value - two.value) <= (0 if same and one.slack == two.slack else one.slack + two.slack)
