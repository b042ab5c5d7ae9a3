"""Properties of the grammar: printed figures come back, spans are true, nothing raises, hostile text costs no more."""

from __future__ import annotations

import sys
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportcheck.extract.text import read_text
from reportcheck.read.mentions.numbers import scan

WORDS = st.text(
    alphabet="0123456789.,-–−+()£$€%mkbn /:'’&#*\tabCD one two half year May page Regulation\n", max_size=60
)
NUMBERS = st.decimals(min_value=0, max_value=10**12, places=2, allow_nan=False) | st.integers(0, 10**12).map(Decimal)


@given(st.text(max_size=80) | WORDS, st.booleans())
@settings(max_examples=400, deadline=None)
def test_spans_are_true(text: str, cell: bool) -> None:
    """Every mark is a stretch of the text; they are in order and none overlaps another."""
    end = 0
    for mark in scan(text, cell=cell):
        assert text[mark.start : mark.end] == mark.text
        assert end <= mark.start < mark.end <= len(text)
        end = mark.end
        assert mark.quantity is None or mark.quantity.step > 0


@given(NUMBERS, st.sampled_from(["{}", "£{}", "({})", "-{}", "−{}", "{}%", "£{}m", "(£{}k)", "{}-", "€{} million"]))
@settings(max_examples=300, deadline=None)
def test_printed_forms_come_back(value: Decimal, form: str) -> None:
    """What is printed in a cell is read as it was meant, with commas and without."""
    for printed in (f"{value:,f}", f"{value:f}"):
        marks = scan(form.format(printed), cell=True, years=False)
        assert [m.kind for m in marks] == ["figure"]
        quantity = marks[0].quantity
        assert quantity is not None
        sign = -1 if any(s in form for s in "-−(") else 1
        scale = 10**6 if "m" in form else 1000 if "k" in form else 1
        assert quantity.value == sign * value * scale
        assert quantity.interval.low <= quantity.value <= quantity.interval.high
        assert quantity.unit == ("GBP" if "£" in form else "EUR" if "€" in form else "percent" if "%" in form else None)


@given(st.lists(st.integers(0, 999), min_size=2, max_size=6))
@settings(max_examples=100, deadline=None)
def test_figures_of_a_sentence(numbers: list[int]) -> None:
    """Plain counts in a sentence are all found, in order."""
    text = "We saw " + ", then ".join(f"{n} homes" for n in numbers) + " in all."
    found = [m.quantity.value for m in scan(text) if m.quantity]
    assert found == list(numbers)


HOSTILE = [
    "1",
    "1,",
    "1.",
    "1 ",
    "(",
    "-",
    "£",
    "1-",
    "1/",
    "12,345,",
    "a1",
    "one ",
    "9 ,",
    "1 and ",
    "section 1.1, ",
    "@",
    "w.",
]
"""Short texts that a careless pattern would try in every way there is."""


def steps(text: str) -> int:
    """How many lines of our own code a scan runs: a clock that a busy machine does not slow."""
    count = 0

    def trace(frame: object, event: str, argument: object) -> object:
        nonlocal count
        count += event == "line"
        return trace

    sys.settrace(trace)  # type: ignore[arg-type]
    try:
        scan(text)
    finally:
        sys.settrace(None)
    return count


@pytest.mark.parametrize("seed", HOSTILE)
def test_hostile_text_is_linear(seed: str) -> None:
    """Ten times the text takes about ten times the work."""
    small, large = steps(seed * 100), steps(seed * 1000)
    assert large <= 14 * small + 2000


@pytest.mark.parametrize("seed", HOSTILE)
def test_hostile_text_ends(seed: str) -> None:
    """Long runs are read to their end, in text and in cells, by the reader too."""
    scan(seed * 20_000)
    scan(seed * 20_000, cell=True)
    read_text((seed * 300 + "\n").encode() * 100, "paper.txt")


@pytest.mark.parametrize(
    "line", ["|" + " " * 15_000 + "x", "-" * 15_000 + "x", "  1" * 5_000, "  1" * 190, "| " * 2_000, "a\t" * 2_000]
)
def test_hostile_layout_ends(line: str) -> None:
    """Rules, columns and cells without end are read to theirs."""
    read_text(f"{line}\n|--|--|\n{line}\n".encode() * 20, "paper.txt")
