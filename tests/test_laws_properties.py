"""What must be true of any table: right ones are never flagged, wrong ones always, and chance is no law."""

from __future__ import annotations

import random
from decimal import ROUND_HALF_EVEN, Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportcheck import laws
from reportcheck.extract import extract_bytes
from reportcheck.model import Relation
from reportcheck.read import read

Rows = list[list[str]]
QUIET = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def judged(rows: Rows) -> list[Relation]:
    text = "\n".join("\t".join(row) for row in rows) + "\n"
    paper = read(extract_bytes(text.encode(), "table.txt", "text"))
    return [r for grid in paper.grids for r in laws.relations(grid)]


def broken(rows: Rows) -> list[Relation]:
    return [r for r in judged(rows) if r.verdict == "broken"]


def suspects(rows: Rows) -> set[str]:
    return {e.figure.text for r in broken(rows) for e in r.evidence if e.suspect}


def rounded(value: Decimal, places: int) -> str:
    return f"{value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_EVEN):,}"


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[list[Decimal]], int]:
    """The true values of a table of parts under a total, with a total at the end of each row, and its rounding."""
    rows, columns = draw(st.integers(2, 7)), draw(st.integers(2, 4))
    dice = random.Random(draw(st.integers(0, 10**9)))
    body = [[Decimal(dice.randint(10**6, 10**9)).scaleb(-4) for _ in range(columns)] for _ in range(rows)]
    body.append([sum(column, Decimal(0)) for column in zip(*body, strict=True)])
    return [[*row, sum(row, Decimal(0))] for row in body], draw(st.integers(0, 2))


def printed(values: list[list[Decimal]], places: int) -> Rows:
    heads = ["Service", *(f"Area {chr(65 + c)}" for c in range(len(values[0]) - 1)), "Total"]
    names = [f"Service {chr(65 + r)}" for r in range(len(values) - 1)] + ["Total"]
    rows = [[name, *(rounded(v, places) for v in row)] for name, row in zip(names, values, strict=True)]
    return [heads, *rows]


@QUIET
@given(tables())
def test_a_rounded_table_is_never_flagged(case: tuple[list[list[Decimal]], int]) -> None:
    assert broken(printed(*case)) == []


@QUIET
@given(tables(), st.data())
def test_a_moved_figure_is_always_flagged(case: tuple[list[list[Decimal]], int], data: st.DataObject) -> None:
    values, places = case
    rows = printed(values, places)
    r = data.draw(st.integers(1, len(rows) - 1))
    c = data.draw(st.integers(1, len(rows[0]) - 1))
    step = Decimal(1).scaleb(-places)
    moved = Decimal(rows[r][c].replace(",", "")) + step * data.draw(st.integers(20, 400)) * 10
    rows[r][c] = f"{moved:,}"
    found = broken(rows)
    assert any(e.figure.text == rows[r][c] for relation in found for e in relation.evidence)


@QUIET
@given(tables(), st.data())
def test_the_order_of_the_columns_does_not_matter(case: tuple[list[list[Decimal]], int], data: st.DataObject) -> None:
    rows = printed(*case)
    rows[1][1] = rounded(Decimal(rows[1][1].replace(",", "")) + 5_000, case[1])
    order = data.draw(st.permutations(range(1, len(rows[0]) - 1)))
    turned = [[row[0], *(row[c] for c in order), row[-1]] for row in rows]
    assert suspects(turned) == suspects(rows) == {rows[1][1]}


@QUIET
@given(tables())
def test_rows_and_columns_are_alike(case: tuple[list[list[Decimal]], int]) -> None:
    rows = printed(*case)
    rows[1][1] = rounded(Decimal(rows[1][1].replace(",", "")) + 5_000, case[1])
    turned = [list(column) for column in zip(*rows, strict=True)]
    assert suspects(turned) == suspects(rows) == {rows[1][1]}


def test_chance_is_no_law() -> None:
    dice = random.Random(20250301)
    for _ in range(1_000):
        count, columns = dice.randint(3, 8), dice.randint(2, 5)
        rows = [["Name", *(f"Column {c}" for c in range(columns))]]
        rows += [[f"Place {r}", *(f"{dice.randint(100, 99_999):,}" for _ in range(columns))] for r in range(count)]
        assert judged(rows) == []


@QUIET
@given(tables())
def test_the_last_figure_is_restored(case: tuple[list[list[Decimal]], int]) -> None:
    """Where a row and a column cross, the published value is suggested."""
    rows = printed(*case)
    right = rows[1][1]
    rows[1][1] = rounded(Decimal(right.replace(",", "")) + 5_000, case[1])
    (relation,) = broken(rows)
    assert relation.suggestion is not None
    step = Decimal(1).scaleb(-case[1])
    assert abs(Decimal(relation.suggestion.text.replace(",", "")) - Decimal(right.replace(",", ""))) <= 8 * step


@pytest.mark.parametrize(
    "junk", ["", "\t", "a\tb\n\t", "\t" * 40, "1\t2\n3\t4", "Total\t-\nTotal\t-", "0\t0\n0\t0\n0\t0"]
)
def test_no_table_is_a_crash(junk: str) -> None:
    paper = read(extract_bytes((junk + "\n").encode(), "table.txt", "text"))
    assert [r for grid in paper.grids for r in laws.relations(grid) if r.verdict == "broken"] == []
