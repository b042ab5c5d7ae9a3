"""Tables that a council publishes every year, known by their headings: what each of their figures can be."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal, NamedTuple

from reportcheck.checks.judging import plain
from reportcheck.checks.tables.equations import Expected, Sum, expected, holds
from reportcheck.checks.tables.frames import breaches
from reportcheck.checks.tables.known_tables import Entry, Field, Record, doubtful, known, records
from reportcheck.model import Confidence, Figure, Paper, Quantity, Relation, Suggestion
from reportcheck.patterns import Words, pattern

_LETTERS = pattern(r"[A-Za-z]{4,}")
_ALIKE = 0.8
_SINGLE = ("least", "most", "whole", "order")
_NEAR = 20


class Order(NamedTuple):
    """A field that cannot be more than another one of the same record."""

    less: str
    more: str
    why: str = "of which it is a part"


class Slip(NamedTuple):
    """Two fields of one scale: where one is a thousand times the other, one of them is in another unit."""

    one: str
    other: str


class Params(NamedTuple):
    """The headings that a table is known by, its fields, and what holds between them."""

    known_by: tuple[Words, ...]
    fields: tuple[Field, ...]
    along: Literal["rows", "columns"] = "rows"
    orders: tuple[Order, ...] = ()
    slips: tuple[Slip, ...] = ()
    sums: tuple[Sum, ...] = ()


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """What the known tables of a paper break, and one relation that holds for each that breaks nothing."""
    grids = list(known(paper, params.known_by))
    found: list[Record] = [r for grid in grids for r in records(grid, params.fields, params.along) if r]
    entries = [entry for record in found for entry in record.values()]
    tested = {id(entry.grid) for entry in entries if entry.figure}
    if not tested:
        return
    broken: set[int] = set()
    for entry, relation in itertools.chain(_left_out(entries), _broken_rules(found, params)):
        broken.add(id(entry.grid))
        yield relation
    for grid in grids:
        if id(grid) in tested and id(grid) not in broken:
            yield Relation.judged("schema", (), True, f"{_capital(grid.name)} is as such a table can be.")


def _left_out(entries: list[Entry]) -> Iterator[tuple[Entry, Relation]]:
    """Places of a known table that have no figure."""
    return ((entry, relation) for entry in entries if (relation := _missing(entry)))


def _broken_rules(found: list[Record], params: Params) -> Iterator[tuple[Entry, Relation]]:
    """What the figures of a known table must be to each other and are not."""
    orders = tuple((o.less, o.more) for o in params.orders)
    slips = tuple((s.one, s.other) for s in params.slips)
    for each in expected(found, params.sums):
        if not holds(found[each.record], each):
            yield found[each.record][each.field], _unequal(found[each.record], each)
    for index, names, requirement in breaches(found, orders, slips) if doubtful(found, orders, slips) else ():
        entries = [found[index][name] for name in names.split(",")]
        if requirement in _SINGLE or not _printed_alike(entries):
            why = next((order.why for order in params.orders if f"{order.less},{order.more}" == names), "")
            yield entries[0], _breach(entries, requirement, why)


def _printed_alike(entries: list[Entry]) -> bool:
    """Whether two figures are a thousand times apart by their headings alone: one unit is meant for both columns."""
    printed = [
        abs(e.figure.quantity.value / e.figure.quantity.scale) for e in entries if e.figure and e.figure.quantity
    ]
    return len(printed) == 2 and max(printed) <= _NEAR * min(printed)


def _missing(entry: Entry) -> Relation | None:
    """A cell that holds no figure though its row does: a stray word of the label, or nothing.

    Told with little confidence: it can be the text layer that is damaged, and not the paper.
    """
    text = entry.cell.text.strip()
    if entry.cell.figures or entry.figure or not entry.field.needed:
        return None
    beside = [c for c in entry.grid.cells[entry.row] if c.figures]
    if len(beside) < 2:
        return None
    from difflib import get_close_matches  # Few tables have such a cell.

    words = [w.lower() for w in _LETTERS.findall(entry.label)]
    stray = any(get_close_matches(w.lower(), words, 1, _ALIKE) for w in _LETTERS.findall(text))
    if text and not stray:
        return None
    said = f"holds the word “{text}” and no figure" if text else "has no figure"
    cell = next((c for c in entry.grid.table.cells if (c.row, c.column) == (entry.row, entry.column)), None)
    place = cell.text.locate() if cell else beside[0].figures[0].location
    figure = Figure(text, place, None, entry.label, entry.period)
    return _broken(entry, [figure], said, "low", suspect=True)


def _breach(entries: list[Entry], requirement: str, why: str) -> Relation:
    """The relation that a breach of the schema is."""
    first = entries[0]
    shown = [e.figure.quantity.bare for e in entries if e.figure and e.figure.quantity]
    single = requirement in ("least", "most", "whole")
    if requirement == "whole":
        said = f"is {shown[0]}, which is no whole number"
    elif requirement == "least" and first.field.least is not None:
        said = f"is {shown[0]}, but cannot be less than {plain(first.field.least)}{_sign(first)}"
    elif requirement == "most" and first.field.most is not None:
        said = f"is {shown[0]}, but cannot be more than {plain(first.field.most)}{_sign(first)}"
    elif requirement == "order":
        said = f"is {shown[0]}, more than the {shown[1]} of “{_other(first, entries[1])}”, {why}"
    else:
        said = f"is {shown[0]} and “{_other(first, entries[1])}” is {shown[1]}: one of them is in another unit"
    figures = [e.figure for e in entries if e.figure]
    return _broken(first, figures, said, "high" if single else "medium", suspect=single)


def _unequal(record: Record, each: Expected) -> Relation:
    """The relation that a sum is which does not come out."""
    stated, parts = record[each.field], [record[name] for name in each.by]
    printed = _quantity(stated)
    places = sum(map(str.isdigit, printed.bare.partition(".")[2]))
    right = f"{(each.value.low + each.value.high) / 2 / printed.scale:,.{places}f}"
    terms = " ".join(_term(way, _quantity(e)) for way, e in zip(each.signs, parts, strict=True))
    told = f"{terms.removeprefix('+ ')} is {right}"
    figures = [e.figure for e in (stated, *parts) if e.figure]
    broken = _broken(stated, figures, f"is {printed.bare}, but {told}", "high", suspect=True)
    suggestion = Suggestion(right, "if the others are right", False, stated.label)
    return replace(broken, suggestion=suggestion, required=each.value)


def _term(way: int, quantity: Quantity) -> str:
    """A figure in a sum: "+ 200", or "- 100" where it is taken off or is negative."""
    return f"{'+' if way * quantity.value >= 0 else '-'} {quantity.bare.lstrip('-−–')}"


def _quantity(entry: Entry) -> Quantity:
    """What an entry that takes part in a sum prints."""
    assert entry.figure is not None
    assert entry.figure.quantity is not None
    return entry.figure.quantity


def _broken(entry: Entry, figures: list[Figure], said: str, confidence: Confidence, *, suspect: bool) -> Relation:
    quote = "  ".join(cell.text for cell in entry.grid.cells[entry.row] if cell.text)
    message = f"{_named(entry)} {said}."
    stated, by = figures[:1], figures[1:] if suspect else ()
    return Relation.judged(
        "schema",
        stated if suspect else figures,
        False,
        message,
        by=by,
        suspect=suspect,
        confidence=confidence,
        quote=quote,
    )


def _named(entry: Entry) -> str:
    return f"“{entry.label}”" + (f" for {entry.period}" if any(map(str.isalnum, entry.period)) else "")


def _other(first: Entry, second: Entry) -> str:
    """What tells the second figure from the first: its label, or its heading where both stand in one row."""
    return second.label if second.label != first.label else second.period


def _sign(entry: Entry) -> str:
    return "%" if entry.field.unit == "percent" else ""


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
