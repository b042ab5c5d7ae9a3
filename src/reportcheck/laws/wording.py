"""Bonds and faults -> relations: what is printed, what it should be, and the sum, as a colleague would say it."""

from __future__ import annotations

from decimal import Decimal

from reportcheck.laws.bonds import Bond
from reportcheck.laws.lattice import Lattice
from reportcheck.laws.suspect import Culprit, Fault
from reportcheck.model import Confidence, Evidence, Location, Relation, Suggestion
from reportcheck.quantity import Interval

SURE = 0.3
"""A culprit is named when it has at least this share of the likelihood."""


def told_of(lattice: Lattice, fault: Fault) -> Relation:
    """A fault as one broken relation, whatever the number of bonds it breaks."""
    bond = max(fault.bonds, key=lambda b: (b.score, -b.stated))
    culprit = fault.culprit if fault.culprit and fault.culprit.share >= SURE else None
    suspect = culprit.spot if culprit else None
    message = _message(lattice, bond, fault.culprit, suspect)
    if len(fault.bonds) > 1:
        other = next(b for b in fault.bonds if b is not bond)
        message = message[:-1] + f", and {_by(other)} says the same."
    at = lattice.spots[suspect if suspect is not None else bond.stated].figure.location
    suggestion = Suggestion(culprit.text, _reason(lattice, bond, culprit)) if culprit else None
    return Relation(
        kind=bond.kind,
        evidence=_evidence(lattice, (bond, *(b for b in fault.bonds if b is not bond)), suspect),
        verdict="broken",
        message=message,
        sum="; ".join(_sum(lattice, b) for b in (bond, *(b for b in fault.bonds if b is not bond))),
        location=at,
        confidence=_confidence(bond, fault),
        suggestion=suggestion,
        required=_required(lattice, bond),
        quote=_quote(lattice, bond),
    )


def kept(lattice: Lattice, bond: Bond) -> Relation:
    """A bond that holds, or nearly, as a relation: what verifies its figures."""
    if bond.verdict == "doubtful":
        message = _message(lattice, bond, None, None)[:-1] + "; rounding hardly explains it."
    else:
        message = f"{_subject(lattice, bond)} agrees: {_sum(lattice, bond)}."
    return Relation(
        bond.kind, _evidence(lattice, (bond,), None), bond.verdict, message, _sum(lattice, bond),
        lattice.spots[bond.stated].figure.location, "high", None, _required(lattice, bond), _quote(lattice, bond),
    )  # fmt: skip


def _confidence(bond: Bond, fault: Fault) -> Confidence:
    if len(fault.bonds) > 1 or bond.score >= 16:
        return "high"
    return "medium"


def _evidence(lattice: Lattice, bonds: tuple[Bond, ...], suspect: int | None) -> tuple[Evidence, ...]:
    stated = {b.stated for b in bonds[:1]}
    spots = dict.fromkeys(s for b in bonds for s in (b.stated, *(i for i, _ in b.inputs)))
    return tuple(Evidence(lattice.spots[s].figure, "stated" if s in stated else "input", s == suspect) for s in spots)


def _subject(lattice: Lattice, bond: Bond) -> str:
    name = bond.name or "The unnamed sum"
    if bond.across:
        return (
            f"{bond.lane or 'The row'} in column {name}"
            if name != "The unnamed sum"
            else f"The sum of {bond.lane or 'the row'}"
        )
    return f"{name} for {bond.lane}" if bond.lane else name


def _by(bond: Bond) -> str:
    return f"the row {bond.lane}" if bond.across else f"the column {bond.lane}" if bond.lane else "its column"


def _message(lattice: Lattice, bond: Bond, culprit: Culprit | None, suspect: int | None) -> str:
    stated = lattice.spots[bond.stated].figure.text
    value = _show(lattice, bond, _computed(lattice, bond))
    count = len(bond.inputs)
    adds = (
        f"its {count} parts add up to {value}"
        if bond.kind == "total"
        else f"{_sum_left(lattice, bond)} comes to {value}"
    )
    message = f"{_subject(lattice, bond)} is printed as {stated}, but {adds}"
    if suspect is not None and suspect != bond.stated and culprit:
        it = lattice.spots[suspect].figure
        other = it.period if bond.across else it.label
        message += f"; {other or 'the part'}, printed as {it.text}, would fit as {culprit.text}"
    return message + "."


def _reason(lattice: Lattice, bond: Bond, culprit: Culprit) -> str:
    slip = f"{culprit.reason[0].upper()}{culprit.reason[1:]} explains the difference." if culprit.reason else ""
    return f"With {culprit.text} the sum comes out. {slip}".strip()


def _computed(lattice: Lattice, bond: Bond) -> Decimal:
    slope = bond.slope(lattice, bond.stated)
    value = Decimal(lattice.spots[bond.stated].value)
    return (value - Decimal(bond.residual(lattice)) / slope) / lattice.one if slope else value / lattice.one


def _required(lattice: Lattice, bond: Bond) -> Interval:
    slope = bond.slope(lattice, bond.stated)
    value = _computed(lattice, bond)
    room = Decimal(bond.room(lattice)) / abs(slope) / lattice.one if slope else Decimal(0)
    return Interval(value - room, value + room)


def _show(lattice: Lattice, bond: Bond, value: Decimal) -> str:
    quantity = lattice.spots[bond.stated].figure.quantity
    assert quantity is not None
    finest = min(
        (q.step / q.scale for s, _ in bond.inputs if (q := lattice.spots[s].figure.quantity)), default=Decimal(1)
    )
    step = min(quantity.step / quantity.scale, finest) if bond.form == "sum" else quantity.step / quantity.scale
    shown = (value / quantity.scale).quantize(step)
    text = f"{abs(shown):,}" if abs(shown) >= 1000 else f"{abs(shown)}"
    if "," not in quantity.text and abs(shown) < 10_000:
        text = text.replace(",", "")
    if quantity.unit == "percent" and "%" in quantity.text:
        text += "%"
    if shown < 0:
        return f"({text})" if "(" in quantity.text else f"-{text}"
    return text


def _sum_left(lattice: Lattice, bond: Bond) -> str:
    parts: list[str] = []
    if bond.form in ("change", "growth"):
        a, b = (lattice.spots[s].figure.text for s, _ in bond.inputs)
        return f"the change from {b} to {a}"
    if bond.form == "average":
        return "the weighted average of its parts"
    if bond.form in ("repeated", "carried"):
        return "the same figure elsewhere in the table"
    if bond.form in ("ratio", "share"):
        a, b = (lattice.spots[s].figure.text for s, _ in bond.inputs)
        return f"{a} ÷ {b}"
    for spot, sign in bond.inputs:
        text = lattice.spots[spot].figure.text
        parts.append(("- " if sign < 0 else "+ ") + text)
    return " ".join(parts).removeprefix("+ ")


def _sum(lattice: Lattice, bond: Bond) -> str:
    return f"{_sum_left(lattice, bond)} = {_show(lattice, bond, _computed(lattice, bond))}"


def _quote(lattice: Lattice, bond: Bond) -> str:
    row = lattice.grid.cells[lattice.spots[bond.stated].row]
    return " | ".join(" ".join(cell.text.split()) for cell in row if cell.text.strip())


def place(relation: Relation) -> Location:
    """Where a relation is told."""
    return relation.location
