"""Which figure is wrong: the one whose mending mends every broken bond it takes part in, and breaks none that holds."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from reportcheck.laws.blunders import EQUAL, unlikely
from reportcheck.laws.bonds import Bond
from reportcheck.laws.evidence import ACCEPT, FAILS, Changes
from reportcheck.laws.heard import bare
from reportcheck.laws.lattice import Lattice
from reportcheck.laws.spots import Spot
from reportcheck.laws.telling import printed
from reportcheck.records import record

NEIGHBOUR = 2.5
"""What it tells, in bits, to be nearer to one's neighbour by a factor of e."""
STRONG = 14.0
"""A bond counts for no more bits than this against another."""


@record(frozen=True, slots=True)
class Culprit:
    """A figure that may be wrong: what it should be, which broken bonds that mends, how likely it is."""

    spot: int
    change: int
    text: str
    reason: str
    mends: tuple[int, ...]
    score: float
    share: float = 0.0
    """Its part of the likelihood of all culprits for the same bonds."""


@record(frozen=True, slots=True)
class Fault:
    """Broken bonds that one wrong figure explains, and that figure where it can be told."""

    bonds: tuple[Bond, ...]
    culprit: Culprit | None
    others: tuple[Culprit, ...] = ()
    witnessed: bool = False
    """Whether a second relation says which figure is wrong: another that it breaks, or one that bears out the rest."""


class Strains:
    """How far each bond is from nought, and how much each of its figures moves it, worked out once."""

    def __init__(self, lattice: Lattice, bonds: Sequence[Bond]) -> None:
        """Nothing is worked out before it is needed."""
        self.bonds = bonds
        self._lattice = lattice
        self._known: dict[int, tuple[int, int, dict[int, int]]] = {}

    def of(self, at: int, spot: int) -> tuple[int, int, int, int]:
        """The bond, its residual, the room that rounding leaves it, and its slope by the spot."""
        known = self._known.get(at)
        if known is None:
            bond, lattice = self.bonds[at], self._lattice
            known = self._known[at] = bond.residual(lattice), bond.room(lattice), bond.slopes(lattice)
        residual, room, slopes = known
        return at, residual, room, slopes[spot]


def faults(lattice: Lattice, bonds: Sequence[Bond], changes: Changes, heard: Counter[str]) -> list[Fault]:
    """The broken bonds, gathered by the figure that most likely breaks them."""
    around: dict[int, list[int]] = defaultdict(list)
    for at, bond in enumerate(bonds):
        for spot in bond.spots:
            around[spot].append(at)
    open_bonds = {at for at, bond in enumerate(bonds) if bond.verdict == "broken"}
    found: list[Fault] = []
    strains = Strains(lattice, bonds)
    suspects = _suspects(bonds, open_bonds)
    culprits: dict[int, list[Culprit]] = {}
    while open_bonds:
        for spot in suspects:
            culprits[spot] = _culprits(lattice, strains, around[spot], open_bonds, spot, changes, heard)
        best = max((c for some in culprits.values() for c in some), key=lambda c: (c.score, -c.spot), default=None)
        if best is None:
            found.extend(Fault((bonds[at],), None) for at in sorted(open_bonds))
            break
        # Only those who share a bond with what is mended have to be looked at again.
        suspects = _suspects(bonds, best.mends)
        rivals = [c for spot in suspects for c in culprits[spot] if not open_bonds.isdisjoint(c.mends)]
        rivals = [c for c in rivals if not set(c.mends).isdisjoint(best.mends)]
        whole = sum(2.0 ** (c.score - best.score) for c in rivals)
        told = Culprit(best.spot, best.change, best.text, best.reason, best.mends, best.score, 1 / whole)
        mended = tuple(bonds[at] for at in best.mends)
        others = tuple(c for c in rivals if c.spot != best.spot)
        found.append(Fault(mended, told, others, len(mended) > 1 or _borne_out(bonds, around, mended[0], best.spot)))
        open_bonds -= set(best.mends)
    return [fault for fault in found if _believed(fault)]


def _borne_out(bonds: Sequence[Bond], around: dict[int, list[int]], broken: Bond, culprit: int) -> bool:
    """Whether every other figure of a broken bond takes part in another one that holds."""
    return all(any(bonds[at].verdict == "held" for at in around[s]) for s in broken.spots if s != culprit)


def _believed(fault: Fault) -> bool:
    """Whether the bonds are firm enough together: a weak one needs another that the same slip mends."""
    if any(bond.score >= ACCEPT for bond in fault.bonds):
        return True
    if fault.culprit is None or not fault.culprit.reason:
        return False
    laws = {(bond.across, bond.form, bond.name): bond.score for bond in fault.bonds}
    return len(laws) > 1 and sum(laws.values()) + FAILS * (len(laws) - 1) >= ACCEPT


def _suspects(bonds: Sequence[Bond], some: Collection[int]) -> list[int]:
    """Every spot of some of the bonds."""
    return sorted({spot for at in some for spot in bonds[at].spots})


def _culprits(
    lattice: Lattice, strains: Strains, around: list[int], broken: set[int], spot: int, changes: Changes,
    heard: Counter[str],
) -> list[Culprit]:  # fmt: skip
    """What one spot may have been, if it is the wrong one."""
    found, bonds = [], strains.bonds
    mine = [strains.of(at, spot) for at in around]
    wrong = [(residual, room, slope) for at, residual, room, slope in mine if at in broken]
    if not wrong:
        return []
    for change, slip in changes.of(spot).items():
        # Most slips mend nothing.
        if any(-room <= residual + slope * change <= room for residual, room, slope in wrong):
            weight = math.log2(slip.weight)
            culprit = _try(lattice, bonds, mine, broken, spot, change, weight, slip.text, slip.kind)
            if culprit:
                found.append(_in_context(lattice, culprit, heard))
    found.extend(_solved(lattice, bonds, mine, broken, spot, changes, heard))
    return found


def _try(
    lattice: Lattice, bonds: Sequence[Bond], mine: list[tuple[int, int, int, int]], broken: set[int], spot: int,
    change: int, weight: float, text: str, reason: str,
) -> Culprit | None:  # fmt: skip
    """What mending `spot` by `change` would do to all its bonds."""
    mends, score = [], weight
    step = 2 * lattice.spots[spot].slack
    for at, residual, room, slope in mine:
        after = abs(residual + slope * change)
        strong = min(bonds[at].score, STRONG)
        if at in broken and after <= room:
            mends.append(at)
            score += max(strong, 0.0) - _inexact(lattice, bonds[at], after, slope, step)
        elif after > room and bonds[at].verdict != "broken":
            score -= strong
        elif after <= room and bonds[at].verdict == "held":
            score -= _inexact(lattice, bonds[at], after, slope, step) - _inexact(
                lattice, bonds[at], residual, slope, step
            )
    return Culprit(spot, change, text, reason, tuple(mends), score) if mends else None


def _inexact(lattice: Lattice, bond: Bond, residual: int, slope: int, step: int) -> float:
    """What it costs to leave a rest for rounding to explain: printed sums are mostly exact."""
    if not residual or not slope:
        return 0.0
    if bond.form in EQUAL:
        return min(2.0 + abs(residual) / (abs(slope) * step), 6.0)
    own = abs(bond.slope(lattice, bond.stated)) * lattice.spots[bond.stated].slack
    return 0.0 if abs(residual) <= own else min(3.0 + 3 * abs(residual) / max(own, 1), 12.0)


def _solved(
    lattice: Lattice, bonds: Sequence[Bond], mine: list[tuple[int, int, int, int]], broken: set[int], spot: int,
    changes: Changes, heard: Counter[str],
) -> list[Culprit]:  # fmt: skip
    """The values that mend a bond exactly, whether or not a slip leads to what is printed."""
    found, step = [], lattice.spots[spot].step
    for change in sorted(
        {_rounded(-residual, slope, step) for at, residual, _, slope in mine if at in broken and slope}
    ):
        if change and change not in changes.of(spot):
            text = printed(lattice, spot, change)
            told = [bonds[at] for at, *_ in mine if at in broken]
            cost, reason = unlikely(lattice, told, lattice.spots[spot], change)
            culprit = _try(lattice, bonds, mine, broken, spot, change, cost, text, reason)
            if culprit:
                found.append(_in_context(lattice, culprit, heard))
    return found


def _rounded(value: int, slope: int, step: int) -> int:
    """value / slope to the nearest whole step."""
    whole = 2 * value // (slope * step) if slope * step > 0 else 2 * -value // (-slope * step)
    return (whole + 1) // 2 * step


def heard_in(lattice: Lattice, heard: frozenset[str]) -> Counter[str]:
    """How often each figure is printed in the table and in the words around it."""
    count = Counter(bare(spot.figure.text) for spot in lattice.spots)
    count.update(heard)
    return count


def _in_context(lattice: Lattice, culprit: Culprit, heard: Counter[str]) -> Culprit:
    """More likely where the mended figure is printed elsewhere or fits its neighbour; less where the present one is."""
    spot = lattice.spots[culprit.spot]
    now, then = bare(spot.figure.text), bare(culprit.text)
    score = culprit.score + _neighbourly(lattice, spot, culprit.change)
    score += _weight(then) * (heard[then] > 0) - _weight(now) * (heard[now] > 1)
    return Culprit(culprit.spot, culprit.change, culprit.text, culprit.reason, culprit.mends, score)


def _weight(text: str) -> float:
    """What it tells that a figure is printed twice: long ones are not met by chance."""
    return {0: 0.0, 1: 0.0, 2: 0.0, 3: 2.5}.get(sum(ch.isdigit() for ch in text), 6.0)


def _neighbourly(lattice: Lattice, spot: Spot, change: int) -> float:
    """Whether the mended figure is nearer in size to the figure beside it than the printed one is."""
    row = [s for s in lattice.rows[spot.row] if s.part == spot.part and s.sort == spot.sort and s is not spot]
    row = [s for s in row if s.value and (s.value > 0) == (spot.value > 0)]
    if not row or not spot.value or (spot.value + change) * spot.value <= 0 or spot.sort != "amount":
        return 0.0
    beside = min(row, key=lambda s: (abs(s.column - spot.column), s.column))
    before = abs(math.log(spot.value / beside.value))
    after = abs(math.log((spot.value + change) / beside.value))
    return max(min((before - after) * NEIGHBOUR, 5.0), -5.0)
