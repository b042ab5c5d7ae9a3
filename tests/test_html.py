"""HTML: lines, tables and lists of terms, with the source lines that they stand on."""

from __future__ import annotations

import pytest

from reportcheck.extract.html import read_html
from reportcheck.model import Line, Table


def blocks(source: str) -> list[object]:
    """Lines as their words, tables as rows of cells."""
    (page,) = read_html(source.encode(), "paper.html")
    found: list[object] = []
    for block in page.blocks:
        if isinstance(block, Table):
            grid = [["" for _ in range(block.columns)] for _ in range(block.rows)]
            for cell in block.cells:
                grid[cell.row][cell.column] = cell.text.text
            found.append(grid)
        else:
            found.append(block.text.text)
    return found


def test_words_and_places() -> None:
    """Words know their source line; scripts and styles say nothing."""
    source = (
        "<html><head><title>T</title><style>p {x: 1}</style></head>\n<body><h2>Money</h2><p>It was\n <b>£12</b>m</p>"
    )
    (page,) = read_html((source + "<script>var x = 5;</script>").encode(), "paper.html")
    heading, line = page.blocks
    assert isinstance(heading, Line)
    assert isinstance(line, Line)
    assert (heading.text.text, heading.heading) == ("Money", 2)
    assert line.text.text == "It was £12m"
    at = line.text.locate(7, 10)
    assert at.line == 3
    assert source.split("\n")[2][at.start : at.end] == "£12"


def test_tables_with_spans() -> None:
    """Cells stand where a reader sees them."""
    source = (
        "<table><caption>Table 1</caption><tr><th rowspan=2>Name<th colspan=2>2024<tr><th>Plan<th>Spent"
        "<tr><td>A &amp; B<td>&pound;1<td>2</table>"
    )
    assert blocks(source) == [[["Name", "2024", ""], ["", "Plan", "Spent"], ["A & B", "£1", "2"]]]


def test_lists_of_terms_are_tables() -> None:
    """Terms with their values are rows."""
    source = "<p>INCOME</p><dl>\n<dt>Grant</dt>\n<dd>£500</dd>\n<dt><strong>TOTAL</strong></dt><dd>£500</dd></dl>"
    assert blocks(source) == ["INCOME", [["Grant", "£500"], ["TOTAL", "£500"]]]


def test_nested_and_unclosed() -> None:
    """A table in a table, and one that never ends."""
    found = blocks(
        "<table><tr><td>a</td><td><table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>x</td>"
    )
    assert [["1", "2"], ["3", "4"]] in found


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("", []), ("<", ["<"]), ("<table>", []), ("</table></dl></td>", []), ("<td>5</td>", ["5"]),
        ("&#x110000; &bogus;", ["\ufffd &bogus;"]), ("<!--", ["<!--"]), ("<![x", ["<![x"]),
    ],
)  # fmt: skip
def test_broken_html(source: str, words: list[object]) -> None:
    """Nothing in a paper is our bug: what can be no markup is print."""
    assert blocks(source) == words


def test_encoding_by_its_own_word() -> None:
    """The file says how it is written."""
    (page,) = read_html("<meta charset=iso-8859-1><p>£5".encode("latin-1"), "paper.html")
    (line,) = page.blocks
    assert isinstance(line, Line)
    assert line.text.text == "£5"


def test_items_of_lists_have_the_sign_that_a_browser_prints() -> None:
    source = (
        "<p>There are three aims:</p><ul><li>keep 12 homes</li><li><p>build <b>28</b></p></li>"
        "<li></li><li>- save</li></ul><p>end</p>"
    )
    assert blocks(source) == ["There are three aims:", "• keep 12 homes", "• build 28", "- save", "end"]
    (page,) = read_html(source.encode(), "paper.html")
    item = page.blocks[1]
    assert isinstance(item, Line)
    assert item.text.locate(item.text.text.index("12")).start == source.index("12")
