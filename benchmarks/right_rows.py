"""Places, services and figures of made-up tables, and a table in print."""

from __future__ import annotations

import random
from decimal import ROUND_HALF_EVEN, Decimal

PLACES = (
    "Abbey Bridge Castle Dene Elm Forge Grange Heath Ivy Kiln Lodge Mill North Orchard Park Quarry River South "
    "Tower Upton Vale West"
).split()
SERVICES = (
    "Roads Parks Waste Planning Libraries Leisure Housing Schools Transport Museums Highways Elections Markets "
    "Cemeteries Licensing Legal Finance Audit"
).split()
MONTHS = "April May June July August September October November December January February March".split()
Rows = list[list[object]]


def table(heads: list[str], rows: Rows, lead: str = "The position is shown below.") -> str:
    """The rows as a paper with one table; numbers are printed with commas."""
    lines = ["# Report", "", lead, "", "| " + " | ".join(heads) + " |", "|---" * len(heads) + "|"]
    lines += ["| " + " | ".join(map(shown, row)) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def shown(value: object) -> str:
    """A cell in print."""
    return f"{value:,}" if isinstance(value, (int, Decimal)) else str(value)


def to(value: float | Decimal, step: int) -> int:
    """The nearest multiple of the step."""
    return int((Decimal(value) / step).quantize(Decimal(1), ROUND_HALF_EVEN)) * step


def pence(value: float | Decimal) -> Decimal:
    return Decimal(value).quantize(Decimal("0.01"), ROUND_HALF_EVEN)


def years(count: int, dice: random.Random) -> list[str]:
    first = dice.randint(2012, 2022)
    return [str(first + n) for n in range(count)]
