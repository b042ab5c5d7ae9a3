"""A fault -> which of its sums is told first, which figure is named, and what that one should read."""

from __future__ import annotations

from dataclasses import replace

from reportcheck.laws.blunders import EQUAL
from reportcheck.laws.bonds import Bond
from reportcheck.laws.evidence import ACCEPT
from reportcheck.laws.lattice import Lattice
from reportcheck.laws.suspect import Culprit, Fault
from reportcheck.model import Suggestion
from reportcheck.words.names import short

SURE = 0.2
"""A culprit is named when it has at least this share of the likelihood."""
LIKELY = 0.5
"""From this share on it is said to be wrong; below, that it may be."""
CLEAR = 0.7
"""From this share on the message says which figure would mend it; below, only that one of them is wrong."""


def named(fault: Fault) -> Culprit | None:
    """The culprit, where it is likely enough to be named: without a slip, the likeliest by far."""
    culprit = fault.culprit
    if culprit is None or culprit.share < SURE:
        return None
    alone = len(fault.bonds) == 1 and fault.bonds[0].form == "sum" and culprit.spot != fault.bonds[0].stated
    return None if alone and not culprit.reason and culprit.share < LIKELY else culprit


def simplest(bond: Bond, told: int, several: bool) -> tuple[bool, bool, bool, int, float, int]:
    """What is told first: what puts the culprit to the test, can be seen in one row, and is short."""
    tests = bond.stated == told or (several and _plain_in_row(bond, told))
    return tests, bond.score >= ACCEPT, bond.across, -len(bond.inputs), bond.score, -bond.stated


def _plain_in_row(bond: Bond, spot: int) -> bool:
    """Whether a sum of three figures of one row holds the spot, so that it can be told as the sum of the other two."""
    return bond.across and bond.form == "sum" and len(bond.inputs) == 2 and spot in bond.spots


def solved(lattice: Lattice, bond: Bond, told: int) -> Bond:
    """The bond; one of three figures in a row as what the other two make of the one that is told."""
    if bond.stated == told or not _plain_in_row(bond, told):
        return bond
    (sign,) = (sign for spot, sign in bond.inputs if spot == told)
    rest = [(bond.stated, sign), *((spot, -sign * other) for spot, other in bond.inputs if spot != told)]
    figure = lattice.spots[told].figure
    return replace(
        bond, kind="difference", stated=told, inputs=tuple(sorted(rest)), name=figure.period, lane=figure.label
    )


def suggestion(lattice: Lattice, fault: Fault, culprit: Culprit, first: Bond) -> Suggestion | None:
    """What the culprit should read. What is left over in one sum, with no slip to explain it, is no suggestion."""
    if len(fault.bonds) == 1 and fault.bonds[0].form in ("sum", "sides") and not culprit.reason:
        return None
    derived = fault.bonds[0].form not in EQUAL and culprit.spot == fault.bonds[0].stated
    sure = culprit.share >= LIKELY and (derived or fault.witnessed)
    reason = _reason(lattice, fault, culprit, sure, first)
    return Suggestion(culprit.text, reason, sure, cell(lattice, culprit.spot, first))


def cell(lattice: Lattice, spot: int, bond: Bond) -> str:
    """What a spot is called: by its row, and in a sum along the row by its column too."""
    figure = lattice.spots[spot].figure
    if bond.across and figure.label and figure.period:
        return short(f"{short(figure.period)} for {figure.label}")
    return short(figure.label or figure.period)


def either(bond: Bond) -> str:
    """What is said where nothing tells which figure is wrong."""
    if bond.kind == "total" and len(bond.inputs) > 1:
        return ": either it is wrong or one of its parts is"
    return ": one of these figures is wrong"


def _reason(lattice: Lattice, fault: Fault, culprit: Culprit, sure: bool, first: Bond) -> str:
    """What explains the difference, and what else would."""
    if not culprit.reason:
        return ""
    if sure:
        return f"{culprit.reason} explains the difference"
    rival = _rival(fault, culprit)
    if rival is None:
        rest = "its parts" if culprit.spot == first.stated and first.kind == "total" else "the other figures"
        return f"{culprit.reason} explains the difference, if {rest} are right"
    so = f"so would {cell(lattice, rival.spot, first)} as {rival.text}"
    return f"{culprit.reason} would explain the difference, but {so}"


def _rival(fault: Fault, culprit: Culprit) -> Culprit | None:
    """The next likely figure that a slip explains as well, where there is one."""
    rivals = (c for c in fault.others if c.reason and culprit.share * 2.0 ** (c.score - culprit.score) >= SURE)
    return max(rivals, key=lambda c: (c.score, -c.spot), default=None)
