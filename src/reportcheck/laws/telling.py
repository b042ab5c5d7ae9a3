"""A bond's arithmetic in print: what it comes to, in the form of the figure that it is put against."""

from __future__ import annotations

from decimal import Decimal

from reportcheck.laws.bonds import Bond
from reportcheck.laws.lattice import Lattice
from reportcheck.laws.spots import Spot
from reportcheck.quantity import Interval, Quantity
from reportcheck.read.mentions.dress import dress_of, grouped

_MINUS = str.maketrans("", "", "()-−")


def computed(lattice: Lattice, bond: Bond) -> Decimal:
    """What the other figures make of the stated one."""
    slope = bond.slope(lattice, bond.stated)
    value = Decimal(lattice.spots[bond.stated].value)
    return (value - Decimal(bond.residual(lattice)) / slope) / lattice.one if slope else value / lattice.one


def required(lattice: Lattice, bond: Bond, value: Decimal) -> Interval:
    """All values that the other figures, which make it `value`, allow the stated one, its own rounding included."""
    slope = bond.slope(lattice, bond.stated)
    room = Decimal(bond.room(lattice)) / abs(slope) / lattice.one if slope else Decimal(0)
    return Interval(value - room, value + room)


def show(lattice: Lattice, bond: Bond, value: Decimal) -> str:
    """A value in the printed form of the bond's stated figure; finer, where it would look the same."""
    quantity = lattice.spots[bond.stated].figure.quantity
    assert quantity is not None
    step = quantity.step / quantity.scale
    if bond.form == "sum":
        inputs = (lattice.spots[s].figure.quantity for s, _ in bond.inputs)
        others = [q for q in inputs if q and (q.step != quantity.step or q.scale != quantity.scale)]
        step = min([step, *(q.step / q.scale for q in others)])
    shown = (value / quantity.scale).quantize(step)
    if bond.verdict == "broken" and shown == quantity.value / quantity.scale:
        shown = (value / quantity.scale).quantize(step / 10)
    return _printed(shown, quantity)


def _printed(shown: Decimal, quantity: Quantity) -> str:
    dress, (whole, point, rest) = dress_of(quantity.text), f"{abs(shown):f}".partition(".")
    if dress and (dress.group or abs(shown) >= 10_000):
        whole = grouped(int(whole), dress)
    text = whole + point + rest
    if quantity.unit == "percent" and "%" in quantity.text:
        text += "%"
    if shown < 0:
        return f"({text})" if "(" in quantity.text else f"-{text}"
    return text


def printed(lattice: Lattice, spot: int, change: int) -> str:
    """The mended value in the printed form of the figure: its separators, its brackets, its currency."""
    it = lattice.spots[spot]
    quantity = it.figure.quantity
    assert quantity is not None
    steps = (it.value + change) // it.step
    dress = dress_of(quantity.text)
    places = dress.places if dress else 0
    digits = str(abs(steps)).rjust(places + 1, "0")
    whole, rest = (digits[:-places], digits[-places:]) if places else (digits, "")
    if dress and dress.group:
        whole = grouped(int(whole), dress)
    elif len(whole) > 3 and len(quantity.text) < 4:
        whole = f"{int(whole):,}"
    number = f"{whole}.{rest}" if places else whole
    first = next(i for i, ch in enumerate(quantity.text) if ch.isdigit())
    last = max(i for i, ch in enumerate(quantity.text) if ch.isdigit())
    lead, tail = quantity.text[:first], quantity.text[last + 1 :]
    if (it.value < 0) != (steps < 0):
        if it.value < 0:
            lead, tail = lead.translate(_MINUS), tail.translate(_MINUS).rstrip()
        else:
            lead = "-" + lead.replace("+", "")
    return f"{lead}{number}{tail}"


def sum_side(lattice: Lattice, bond: Bond) -> str:
    """The sum that is done, without what it comes to."""
    texts = [_bracketless(lattice.spots[s].figure.text) for s, _ in bond.inputs]
    if bond.form in ("change", "growth"):
        return f"({texts[0]} - {texts[1]}) ÷ {texts[1]}"
    if bond.form in ("ratio", "share"):
        return f"{texts[0]} ÷ {texts[1]}"
    if bond.form == "product":
        return " x ".join(texts)
    if bond.form == "average":
        pairs = zip(texts[0:-1:2], texts[1:-1:2], (sign for _, sign in bond.inputs[0:-1:2]), strict=True)
        parts = [f"{'+' if sign > 0 else '-'} {n} x {p}" for n, p, sign in pairs]
        return f"({' '.join(parts).removeprefix('+ ')}) ÷ {texts[-1]}"
    parts = [f"{'+' if sign > 0 else '-'} {t}" for t, (_, sign) in zip(texts, bond.inputs, strict=True)]
    if parts[0].startswith("- "):
        parts = [p for p in parts if p.startswith("+")] + [p for p in parts if p.startswith("-")]
    return " ".join(parts).removeprefix("+ ")


def _bracketless(text: str) -> str:
    return text if text.isalnum() else " ".join(text.split()).replace(" )", ")").replace("$ ", "$").replace("£ ", "£")


def other_base(lattice: Lattice, bond: Bond) -> str:
    """The one other figure beside the base that the printed percentage fits, in words; empty where there is none."""
    if bond.form != "ratio" or bond.verdict != "broken" or len(bond.inputs) != 2:
        return ""
    stated, top, base = (lattice.spots[s] for s in (bond.stated, bond.inputs[0][0], bond.inputs[1][0]))
    times = next((abs(k) for k, spots in bond.terms if len(spots) == 1), 0)
    fitting = [
        s for s in _beside(lattice, base, across=bond.across)
        if s is not top and abs(stated.value * s.value - times * top.value) <= abs(s.value) * stated.slack
    ]  # fmt: skip
    if len({s.value for s in fitting}) != 1:
        return ""
    figure = fitting[0].figure
    name = figure.period if bond.across else figure.label
    return f"; {stated.figure.text} fits a base of {figure.text} ({name})" if name else ""


def _beside(lattice: Lattice, base: Spot, *, across: bool) -> list[Spot]:
    """The other amounts of a base's row, or of its column."""
    line = [s for s in lattice.spots if (s.row == base.row if across else s.column == base.column)]
    return [s for s in line if s.sort == "amount" and s is not base and s.value and s.value != base.value]
