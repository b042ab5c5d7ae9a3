"""Records of known tables -> what a pandera schema says of them, all tables of a paper in one frame."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from reportcheck.checks.tables.known_tables import Field, Record

if TYPE_CHECKING:
    import pandera.polars as pa
    import polars as pl

Pair = tuple[str, str]
Breach = tuple[int, str, str]
"""Which record, which field or pair of fields, and which requirement it breaks."""


def breaches(found: list[Record], orders: tuple[Pair, ...], slips: tuple[Pair, ...]) -> Iterator[Breach]:
    """What the records break of their fields' limits, of what must not be more than what, and of scale.

    Each figure stands in the frame by the ends of its interval, so that rounding breaks nothing.
    """
    import pandera.polars as pa

    fields = {name: entry.field for record in found for name, entry in record.items()}
    frame, schema = _frame(found, fields), _schema(fields, orders, slips)
    try:
        schema.validate(frame, lazy=True)
    except pa.errors.SchemaErrors as problems:
        rows = problems.failure_cases.select("index", "check").unique(maintain_order=True).iter_rows()
        for index, check in sorted(rows, key=str):
            name, _, requirement = str(check).partition("|")
            if requirement and index is not None:
                yield int(index), name, requirement


def _frame(found: list[Record], fields: dict[str, Field]) -> pl.DataFrame:
    import polars as pl

    columns: dict[str, list[Decimal | None]] = {}
    for name in fields:
        values = [record[name].figure if name in record else None for record in found]
        quantities = [f.quantity if f else None for f in values]
        columns[name] = [q.value if q else None for q in quantities]
        columns[f"{name} low"] = [q.interval.low if q else None for q in quantities]
        columns[f"{name} high"] = [q.interval.high if q else None for q in quantities]
    return pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.Decimal(38, 8)))


def _schema(fields: dict[str, Field], orders: tuple[Pair, ...], slips: tuple[Pair, ...]) -> pa.DataFrameSchema:
    import pandera.polars as pa
    import polars as pl

    kind = pl.Decimal(38, 8)
    columns: dict[str, pa.Column] = {}
    for name, f in fields.items():
        whole = [_check(f"{name}|whole", pl.col(name) % 1 == 0)] if f.unit == "count" else []
        low = [_check(f"{name}|least", pl.col(f"{name} high") >= f.least)] if f.least is not None else []
        high = [_check(f"{name}|most", pl.col(f"{name} low") <= f.most)] if f.most is not None else []
        columns[name] = pa.Column(kind, whole, nullable=True)
        columns[f"{name} high"] = pa.Column(kind, low, nullable=True)
        columns[f"{name} low"] = pa.Column(kind, high, nullable=True)
    wide = [
        _check(f"{less},{more}|order", pl.col(f"{less} low") <= pl.col(f"{more} high"))
        for less, more in orders
        if less in fields and more in fields
    ]
    for one, other in slips:
        if one in fields and other in fields:
            large = pl.max_horizontal(pl.col(one).abs(), pl.col(other).abs())
            small = pl.min_horizontal(pl.col(one).abs(), pl.col(other).abs())
            far = (small >= 10) & (large >= small * 500) & (large <= small * 2000)
            wide.append(_check(f"{one},{other}|scale", ~far))
    return pa.DataFrameSchema(columns, checks=wide)


def _check(name: str, requirement: pl.Expr) -> pa.Check:
    """A check by an expression; where a figure is missing nothing is required."""
    import pandera.polars as pa

    return pa.Check(lambda data: data.lazyframe.select(requirement.fill_null(True)), name=name, ignore_na=True)
