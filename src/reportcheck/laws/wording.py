"""Bonds and faults -> relations: what is printed, what it should be, and the sum, as a colleague would say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reportcheck.laws.bonds import Bond
from reportcheck.laws.gaps import LARGE
from reportcheck.laws.lattice import Lattice
from reportcheck.laws.naming import CLEAR, cell, either, named, simplest, solved, suggestion
from reportcheck.laws.showing import excerpts, quoted
from reportcheck.laws.suspect import Culprit, Fault
from reportcheck.laws.telling import computed, other_base, printed, required, show, sum_side
from reportcheck.model import Confidence, Evidence, Relation, Suggestion
from reportcheck.patterns import pattern
from reportcheck.words.names import short

FIRM = 12.0
"""A law with this many bits, or one that another law backs, gives a finding of high confidence."""
MOST = 2
"""Further sums that are told in full."""
NET = pattern(
    r"varian|differ|change|net\b|movement|increase|decrease|balance|remain|over|under|surplus|deficit|gap|short|excess",
    re.IGNORECASE,
)
"""Words of a column that is one column less another."""


def told_of(lattice: Lattice, fault: Fault) -> Relation:
    """A fault as one broken relation, whatever the number of bonds it breaks."""
    culprit = named(fault)
    told = culprit.spot if culprit else -1
    first = max(fault.bonds, key=lambda b: simplest(b, told, len(fault.bonds) > 1))
    if culprit and len(fault.bonds) == 1 and culprit.spot != first.stated and _cut_off(lattice, first):
        culprit, told = None, -1
    bond = solved(lattice, first, told)
    bonds = (bond, *(b for b in fault.bonds if b is not first))
    message = claim(lattice, bond)
    slip = _miscounted(lattice, bond) if len(bonds) == 1 and not (culprit and culprit.reason) else None
    if slip:
        message, culprit = f"{message}; it {slip}", None
    advice = suggestion(lattice, fault, culprit, first) if culprit else None
    clear = culprit is not None and culprit.share >= CLEAR
    if culprit and advice and clear and culprit.spot != bond.stated:
        message += _instead(lattice, bond, culprit)
    elif not slip and bond.form == "sum" and not (clear and (advice or bond.kind != "total")):
        message += either(bond)
        culprit = culprit if advice else None  # Nobody is named: the mark belongs to the figure that is spoken of.
    suspect = bond.stated if slip else culprit.spot if culprit else None
    if slip:
        mended = printed(lattice, bond.stated, -bond.residual(lattice) // bond.slope(lattice, bond.stated))
        advice = Suggestion(mended, f"it {slip}", False, cell(lattice, bond.stated, bond))
    return Relation(
        kind=first.kind,
        evidence=_evidence(lattice, bonds, suspect),
        verdict="broken",
        message=f"{message}.",
        sum=_sum(lattice, bond, computed(lattice, bond)),
        location=lattice.spots[bond.stated if suspect is None else suspect].figure.location,
        confidence=_confidence(lattice, fault, culprit),
        suggestion=advice,
        required=required(lattice, bond, computed(lattice, bond)),
        quote=quoted(lattice, lattice.spots[bond.stated].row),
        rows=excerpts(lattice, (bond.stated, bond.stated if suspect is None else suspect), _taking_part(bonds)),
        also=tuple(_others(lattice, bonds)),
    )


def _cut_off(lattice: Lattice, bond: Bond) -> bool:
    """Whether a quotient is printed cut off and not rounded: then no figure that it is made of is wrong."""
    if bond.form not in ("ratio", "share", "change", "growth"):
        return False
    value, stated = computed(lattice, bond), lattice.spots[bond.stated]
    printed_as, step = Decimal(stated.value) / lattice.one, Decimal(stated.step) / lattice.one
    return value * printed_as > 0 and 0 < abs(value) - abs(printed_as) < step


def _miscounted(lattice: Lattice, bond: Bond) -> str:
    """What a total did with one of its parts: "leaves out Winter fund, 121.5"; empty where nothing of the kind fits."""
    if bond.form != "sum" or bond.kind != "total" or len(bond.inputs) < 3:
        return ""
    residual, step = bond.residual(lattice), 2 * lattice.spots[bond.stated].slack
    fitting = [lattice.spots[s] for s, _ in bond.inputs if abs(lattice.spots[s].value) == abs(residual)]
    if len(fitting) != 1 or abs(residual) < LARGE * step:
        return ""
    figure = fitting[0].figure
    name = short(figure.period if bond.across else figure.label) or "one part"
    return f"{'leaves out' if residual == -fitting[0].value else 'counts twice'} {name}, {figure.text}"


def kept(lattice: Lattice, bond: Bond, quote: str) -> Relation:
    """A bond that holds, or nearly, as a relation: what verifies its figures, and the row that is quoted for it."""
    value = computed(lattice, bond)
    told = _sum(lattice, bond, value)
    message = f"{_subject(lattice, bond)} agrees: {told}."
    if bond.verdict == "doubtful":
        message = f"{claim(lattice, bond)}; rounding hardly explains that much."
    return Relation(
        bond.kind, _evidence(lattice, (bond,), None), bond.verdict, message, told,
        lattice.spots[bond.stated].figure.location, "high", None, required(lattice, bond, value), quote,
    )  # fmt: skip


def _confidence(lattice: Lattice, fault: Fault, culprit: Culprit | None) -> Confidence:
    """How sure it is: a law that another one backs, or that much bears out, is firm."""
    bond = fault.bonds[0]
    if len(fault.bonds) == 1 and _chance(lattice, bond, culprit):
        return "low"
    if len(fault.bonds) > 1:
        return "high"
    return "high" if bond.score >= FIRM and not bond.tight else "medium"


def _chance(lattice: Lattice, bond: Bond, culprit: Culprit | None) -> bool:
    """Columns that differ by another one in most rows need not in all: without a word or a slip it is no error."""
    if bond.said or bond.kind != "difference" or not bond.across or (culprit and culprit.reason):
        return False
    return not NET.search(lattice.grid.column_labels[lattice.spots[bond.stated].column])


def believed(lattice: Lattice, relation: Relation, fault: Fault) -> bool:
    """Whether a fault is worth a word: a column whose own words speak of something else is no difference at all."""
    column = lattice.grid.column_labels[lattice.spots[fault.bonds[0].stated].column]
    return relation.confidence != "low" or not any(c.isalpha() for c in column)


def _taking_part(bonds: tuple[Bond, ...]) -> tuple[int, ...]:
    """Every spot of the bonds, once."""
    return tuple(dict.fromkeys(s for b in bonds for s in b.spots))


def _evidence(lattice: Lattice, bonds: tuple[Bond, ...], suspect: int | None) -> tuple[Evidence, ...]:
    stated, spots = bonds[0].stated, _taking_part(bonds)
    return tuple(Evidence(lattice.spots[s].figure, "stated" if s == stated else "input", s == suspect) for s in spots)


def claim(lattice: Lattice, bond: Bond) -> str:
    """What is printed, and what the other figures make it: a sentence without its full stop."""
    shown = lattice.spots[bond.stated].figure.text
    value = show(lattice, bond, computed(lattice, bond))
    subject = _subject(lattice, bond)
    if bond.form == "carried":
        return f"{subject} is printed as {shown}, but the balance carried into it is {value}"
    if bond.form == "repeated":
        return f"{subject} is printed as {shown}, but the same total is printed as {value} elsewhere in the table"
    if bond.form == "sides":
        other = lattice.spots[bond.inputs[0][0]].figure
        return f"{subject} is printed as {shown}, but {short(other.label)}, which must be the same, is {value}"
    if bond.form == "average":
        return f"{subject} is printed as {shown}, but the weighted average of its parts is {value}"
    if bond.form in ("change", "growth"):
        to, start = (lattice.spots[s].figure.text for s, _ in bond.inputs)
        return f"{subject} is printed as {shown}, but from {start} to {to} is a change of {value}"
    if bond.form in ("ratio", "share"):
        return f"{subject} is printed as {shown}, but {sum_side(lattice, bond)} is {value}{other_base(lattice, bond)}"
    if bond.kind == "roll-forward":
        return f"{subject} is printed as {shown}, but the opening balance and the movements come to {value}"
    if bond.kind == "total" and len(bond.inputs) == 1:
        return f"{subject} is printed as {shown}, but its only part is {value}"
    if bond.kind == "total":
        return f"{subject} is printed as {shown}, but its {len(bond.inputs)} parts add up to {value}"
    return f"{subject} is printed as {shown}, but {sum_side(lattice, bond)} is {value}"


def _instead(lattice: Lattice, bond: Bond, culprit: Culprit) -> str:
    figure = lattice.spots[culprit.spot].figure
    name = short(figure.period if bond.across else figure.label) or "one part"
    return f"; {name}, printed as {figure.text}, would fit as {culprit.text}"


def _others(lattice: Lattice, bonds: tuple[Bond, ...]) -> Iterator[str]:
    """The bonds after the first as sentences, the shortest sums first; of more than a few only how many."""
    others = sorted(bonds[1:], key=lambda b: (b.stated != bonds[0].stated, len(b.inputs)))
    yield from (_also(lattice, bonds[0], other) for other in others[:MOST])
    if len(others) > MOST:
        yield f"{len(others) - MOST} more of the table's sums would hold too."


def _also(lattice: Lattice, bond: Bond, other: Bond) -> str:
    """Another broken bond of the same culprit, as a sentence."""
    value = computed(lattice, other)
    printed_as = lattice.spots[other.stated].figure.text
    told = f"{sum_side(lattice, other)} = {show(lattice, other, value)}"
    if other.stated == bond.stated:
        return f"{'The row' if other.across else 'The column'} says the same: {told}."
    return f"{_subject(lattice, other)} is printed as {printed_as}, but {told}."


def _subject(lattice: Lattice, bond: Bond) -> str:
    name = short(bond.name) or ("The unlabelled total" if bond.kind == "total" else "The unlabelled figure")
    lane = short(bond.lane)
    return f"{name} for {lane}" if lane and lane != name else name


def _sum(lattice: Lattice, bond: Bond, value: Decimal) -> str:
    if bond.form == "sides":
        return f"{short(lattice.spots[bond.inputs[0][0]].figure.label)}: {show(lattice, bond, value)}"
    return f"{sum_side(lattice, bond)} = {show(lattice, bond, value)}"
