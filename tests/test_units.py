"""Headings give their figures a unit and a scale, or neither."""

from __future__ import annotations

import pytest

from reportcheck.extract import extract_bytes
from reportcheck.quantity import Unit
from reportcheck.read import read
from reportcheck.words.units import unit_of

K, M = 1_000, 1_000_000


@pytest.mark.parametrize(
    ("text", "unit", "scale"),
    [
        ("£000", "GBP", K), ("£'000", "GBP", K), ("£’000s", "GBP", K), ("£ 000's", "GBP", K), ("£m", "GBP", M),
        ("Budget £m", "GBP", M), ("(£ million)", "GBP", M), ("€m", "EUR", M), ("$ in thousands", "USD", K),
        ("2024/25 £000", "GBP", K), ("£000,000", "GBP", M), ("Variance (£k)", "GBP", K), ("31 March 2025 £", "GBP", 1),
        ("(In millions, except per share)", None, M), ("%", "percent", 1), ("Variance %", "percent", 1),
        ("percentage points", "points", 1), ("Average (days)", "days", 1), ("Number", None, 1), ("£m %", None, 1),
        ("(number and %)", None, 1),
        ("Over £500", None, 1), ("12% share", None, 1), ("Wait of 14 months", None, 1), ("", None, 1),
    ],
)  # fmt: skip
def test_unit_of(text: str, unit: Unit | None, scale: int) -> None:
    """What a heading says of the figures under it."""
    assert unit_of(text) == (unit, scale)


def test_a_row_that_is_named_a_percentage_is_one_however_it_is_written() -> None:
    text = "Measure\t2023/24\t2024/25\nPercentage of invoices paid\t91\t94\nPER CENT empty\t4\t3\nInvoices\t812\t904\n"
    (grid,) = read(extract_bytes(text.encode(), "table.txt", "text")).grids
    units = {f.label: f.quantity.unit for row in grid.cells for cell in row for f in cell.figures if f.quantity}
    assert units == {"Percentage of invoices paid": "percent", "PER CENT empty": "percent", "Invoices": None}
