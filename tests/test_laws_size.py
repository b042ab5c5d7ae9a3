"""Size silences nothing: a total over any number of rows is tried, and so is a table of any size."""

from __future__ import annotations

import random

import pytest
from judging import judged


def listing(rows: int, columns: int) -> tuple[list[str], list[int]]:
    """The rows of a long table as text, and the sums of its columns."""
    dice = random.Random(rows)
    body = [[dice.randint(100, 99_999) for _ in range(columns)] for _ in range(rows)]
    return [f"Item {r}\t" + "\t".join(f"{v:,}" for v in row) for r, row in enumerate(body)], [
        sum(column) for column in zip(*body, strict=True)
    ]


@pytest.mark.parametrize(("rows", "columns"), [(121, 1), (1_000, 2), (4_500, 3)])
def test_a_wrong_total_over_many_rows_is_found(rows: int, columns: int) -> None:
    lines, sums = listing(rows, columns)
    heads = "Item\t" + "\t".join(f"Paid {2020 + c}" for c in range(columns))
    right = "\n".join([heads, *lines, "Total\t" + "\t".join(f"{v:,}" for v in sums)]) + "\n"
    relations = judged(right)
    assert [r.verdict for r in relations].count("held") >= columns
    assert [r for r in relations if r.verdict != "held"] == []
    sums[0] += 1_000
    wrong = "\n".join([heads, *lines, "Total\t" + "\t".join(f"{v:,}" for v in sums)]) + "\n"
    (relation,) = [r for r in judged(wrong) if r.verdict == "broken"]
    assert f"is printed as {sums[0]:,}, but its {rows} parts add up to {sums[0] - 1_000:,}" in relation.message
