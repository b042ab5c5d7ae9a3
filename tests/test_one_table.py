"""One table, one reading: a share of the made papers of benchmarks/one_table.py, in every format."""

from __future__ import annotations

import random
from types import ModuleType

import pytest
from benches import bench_called

from reportcheck.extract import extract_bytes


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    return bench_called("one_table")


@pytest.mark.parametrize("number", range(8))
def test_the_same_table_in_every_dress(bench: ModuleType, number: int) -> None:
    """The grid that was made, and the same findings as in Markdown."""
    table = bench.made(random.Random(7_000 + number))
    _, expected, _ = bench.compared(table, "md")
    for form in (form for form in bench.FORMATS if bench.can_be(table, form)):
        good, messages, read = bench.compared(table, form)
        assert good, f"{form}: {read}"
        assert messages == expected, form


def test_the_made_tables_are_worth_reading(bench: ModuleType) -> None:
    """Some have a wrong figure that is found, and some are clean."""
    tables = [bench.made(random.Random(7_000 + number)) for number in range(8)]
    found = [bool(bench.compared(table, "md")[1]) for table in tables]
    assert {True, False} == set(found)
    assert not any(finds for table, finds in zip(tables, found, strict=True) if not table.wrong)


LONG = (
    "The council agreed in May that each service keeps what it has saved, and that what is left goes to the hall. " * 3
)


@pytest.mark.parametrize(("form", "paper"), [
    ("text", "{0}\n\n{1}\n\nService\tNorth\nParks\t10\nRoads\t20\n"),
    ("html", "<p>{0}</p><p>{1}</p><table><tr><td>Service<td>North<tr><td>Parks<td>10<tr><td>Roads<td>20</table>"),
])  # fmt: skip
def test_a_paragraph_before_a_table_is_not_the_words_over_it(form: str, paper: str) -> None:
    """Units and a name stand in a line or two; a paragraph speaks of more than the table."""

    def above(*lines: str) -> str:
        return next(extract_bytes(paper.format(*lines).encode(), "a", form).tables).above

    assert above("Costs by site", "£000") == "Costs by site\n£000"
    assert above(LONG, "£000") == "£000"
    assert above("Costs by site", LONG) == "Costs by site"
