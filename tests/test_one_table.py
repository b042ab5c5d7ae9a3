"""One table, one reading: a share of the made papers of benchmarks/one_table.py, in every format."""

from __future__ import annotations

import importlib.util
import random
import sys
from pathlib import Path
from types import ModuleType

import pytest

SOURCE = Path(__file__).parent.parent / "benchmarks" / "one_table.py"


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location("one_table", SOURCE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["one_table"] = module
    spec.loader.exec_module(module)
    return module


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
