"""What stands side by side is read one side after the other, in PDFs and texts alike; what is one table stays one."""

from __future__ import annotations

from itertools import zip_longest

import pytest
from drawing import Sheet
from drawn import lines_of, pages_of, tables_of, texts
from read_tables import tables

from reportcheck.extract.text import read_text
from reportcheck.model import Line

LEFT = (
    "The lower field was mown in June and the",
    "hay was taken by a farmer of the next",
    "village, who had asked for it in the spring",
    "and paid for the mowing. The gate has been",
    "hung anew, and the path to the stile has",
    "been laid with stone as far as the brook.",
    "Thanks are due to all who came to help us",
    "on the two wet days that we had for it.",
)
RIGHT = (
    "A new lamp was put up by the hall, since",
    "the old one had failed in the storm, and",
    "the wiring was tested at the same time by",
    "the firm that looks after the school. The",
    "clock has been cleaned and keeps good time",
    "again, which many had wished for. There is",
    "more to be done on the roof before winter",
    "comes, and the trust will ask for quotes.",
)
ROWS = (("Mowing", "420"), ("Gate", "185"), ("Stone", "310"), ("Paint", "65"), ("Total", "980"))


def drawn(left: tuple[str, ...], right: tuple[tuple[str, ...], ...], step: float, columns: tuple[float, ...]) -> Sheet:
    sheet = Sheet().rows(100, 12, (50.0,), [(line,) for line in left])
    return sheet.rows(106, step, columns, right)


def beside(left: tuple[str, ...], right: tuple[str, ...]) -> str:
    return "\n".join(f"{a:<48}{b}".rstrip() for a, b in zip_longest(left, right, fillvalue="")) + "\n"


def read(text: str) -> list[str]:
    (page,) = read_text(text.encode(), "paper.txt")
    return [block.text.text for block in page.blocks if isinstance(block, Line)]


def test_columns_of_text_one_after_the_other() -> None:
    assert read(beside(LEFT, RIGHT)) == [*LEFT, *RIGHT]
    (page,) = pages_of(drawn(LEFT, tuple((line,) for line in RIGHT), 12, (320.0,)))
    assert lines_of(page) == [*LEFT, *RIGHT]


def test_three_columns_of_text() -> None:
    text = "\n".join(f"{a:<48}{b:<48}{c}" for a, b, c in zip(LEFT, RIGHT, LEFT, strict=True))
    assert read(text) == [*LEFT, *RIGHT, *LEFT]


def test_lines_of_both_columns_in_turn_are_of_one_paragraph() -> None:
    """A line between two of the other side's is no gap; a line that stands blank beside one of the other side is."""
    turns = [line for pair in zip(LEFT, RIGHT, strict=True) for line in ((pair[0], ""), ("", pair[1]))]
    (page,) = read_text(beside(*zip(*turns, strict=True)).encode(), "paper.txt")
    gaps = [block.gap for block in page.blocks if isinstance(block, Line)]
    assert gaps == [True, *[False] * 7] * 2
    parted = beside((*LEFT[:4], "", *LEFT[4:]), (*RIGHT, "So it was agreed."))
    (page,) = read_text(parted.encode(), "paper.txt")
    assert [block.text.text for block in page.blocks if isinstance(block, Line) and block.gap] == [
        LEFT[0], LEFT[4], RIGHT[0],
    ]  # fmt: skip


@pytest.mark.parametrize("step", [12.0, 15.5])
def test_a_table_beside_a_passage(step: float) -> None:
    """Whether or not its rows stand level with lines of the passage."""
    (page,) = pages_of(drawn(LEFT, ROWS, step, (320.0, 440.0)))
    assert [texts(table) for table in tables_of(page)] == [[list(row) for row in ROWS]]
    assert lines_of(page) == [*LEFT]
    text = beside(LEFT, ("", *(f"{a:<12}{b:>8}" for a, b in ROWS)))
    assert tables(text) == [[list(row) for row in ROWS]]
    assert read(text) == [*LEFT]


def test_a_table_between_the_paragraphs_of_a_column() -> None:
    right = (*RIGHT[:6], "", *(f"{a:<12}{b:>8}" for a, b in ROWS))
    text = beside((*LEFT, *LEFT), right)
    assert tables(text) == [[list(row) for row in ROWS]]
    assert read(text) == [*LEFT, *LEFT, *RIGHT[:6]]


def test_figures_beside_long_labels_are_rows_of_their_table() -> None:
    """Labels of several lines fill their column as a passage does; the figures have no others."""
    labels = [(line, "") for line in LEFT]
    for at, figure in ((0, "1,204"), (3, "388"), (6, "75")):
        labels[at] = (LEFT[at], figure)
    (page,) = pages_of(Sheet().rows(100, 12, (50.0, 400.0), labels))
    assert [cell.text.text for table in tables_of(page) for cell in table.cells if cell.column] == [
        "1,204",
        "388",
        "75",
    ]


def test_words_of_a_chart_beside_a_passage() -> None:
    """Level with no line of the passage, they are none of its rows' figures."""
    marks = (("54,000", "0.50"), ("52,000", "0.48"), ("50,000", "0.46"), ("48,000", "0.44"), ("46,000", "0.42"))
    (page,) = pages_of(drawn(LEFT, marks, 17.3, (330.0, 450.0)))
    assert [line for line in lines_of(page) if line in LEFT] == [*LEFT]


def test_a_list_of_names_beside_the_minutes() -> None:
    """Its lines stand level with none of the minutes; headings that do stay beside what they head."""
    names = ("Members", "A. Moss (in the chair)", "B. Lee", "C. Hurst", "D. Ode", "E. Page", "F. Vance", "G. Noakes")
    turns = [line for pair in zip(LEFT, names, strict=True) for line in (("", pair[0]), (pair[1], ""))]
    assert read("\n".join(f"{a:<28}{b}".rstrip() for a, b in turns) + "\n") == [*names, *LEFT]
    headed = [f"{'12. Fields':<28}{LEFT[0]}", *(f"{'':<28}{line}" for line in LEFT[1:])]
    assert read("\n".join(headed) + "\n")[0].split("  ")[0] == "12. Fields"
    assert len(read("\n".join(headed) + "\n")) == len(LEFT)


def test_lines_over_columns_that_keep_clear_of_their_gutter() -> None:
    text = "The Trust in June\n\n" + beside(LEFT, RIGHT)
    assert read(text) == ["The Trust in June", *LEFT, *RIGHT]
