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


def test_what_no_browser_shows_is_not_read() -> None:
    """Hidden by itself, by its own style, or by a rule of the page's style sheet; a rule for print hides nothing."""
    source = (
        "<style>.key, td.sort {display: none} @media print {.menu {display:none}}</style><p hidden>A 1</p>"
        "<p style='color:red; display: none'>B 2</p><p class='key'>C 3</p><p class='menu'>D 4</p><del>5</del>"
        "<table><tr><td>Halls<td class='big sort'>000012<td>12</td></tr><tr><td>Parks<td>30</table>"
    )
    assert blocks(source) == ["D 4", [["Halls", "12"], ["Parks", "30"]]]


def test_tags_that_are_left_open_swallow_nothing() -> None:
    """The standard says where an element ends that is not closed."""
    assert blocks("<html><head><title>T<title></title><p>Rents came to £400.") == ["Rents came to £400."]
    assert blocks("<svg><circle></p><p>Rents came to £400.</p>") == ["Rents came to £400."]


def test_drawings_are_named() -> None:
    """What is drawn or embedded is not read, and the page says so."""
    (page,) = read_html(b"<p>Rents</p><svg><text>12</text></svg><iframe src=x></iframe>", "paper.html")
    assert page.problem == "2 drawings or embedded pages not read"


def test_raised_marks_of_notes_are_no_digits() -> None:
    """A mark after a figure is no part of it; an ordinal's letters are."""
    assert blocks("<p>Rents 4,120<sup>1</sup> on the 1<sup>st</sup> of May<sup>[2]</sup></p>") == [
        "Rents 4,120 on the 1st of May"
    ]


def test_characters_without_width_are_gone() -> None:
    """A figure with a soft hyphen in it is a figure, and knows where its digits stand."""
    source = "<p>Rents 4&shy;,120 and 3\u200b00</p>"
    (page,) = read_html(source.encode(), "paper.html")
    (line,) = page.blocks
    assert isinstance(line, Line)
    assert line.text.text == "Rents 4,120 and 300"


def test_lines_whose_white_space_is_kept_have_columns() -> None:
    """A table in a pre element, each cell at its place in the source."""
    source = "<pre>\nFund      In    <b>Out</b>\nRoads  4,100  3,900\nTotal  4,100  3,900\n</pre>"
    (page,) = read_html(source.encode(), "paper.html")
    (table,) = page.blocks
    assert isinstance(table, Table)
    cell = next(c for c in table.cells if c.text.text == "3,900")
    at = cell.text.locate()
    assert at.line == 3
    assert source.split("\n")[2][at.start : at.end] == "3,900"


def test_a_table_that_sets_passages_is_none() -> None:
    """Minutes set in a table: its cells are passages, and the table in one of them is a table."""
    inner = "<table><tr><td>Halls<td>£12<tr><td>Parks<td>£30</table>"
    minutes = "<p>The clerk reported.</p><p>It was agreed to pay:</p>" + inner + "<p>Carried.</p>"
    source = f"<table><tr><td>1<td>Welcome<td>Chair<tr><td>2<td>{minutes}<td>Clerk</table>"
    assert blocks(source) == [
        "1", "Welcome", "Chair", "2", "The clerk reported.", "It was agreed to pay:",
        [["Halls", "£12"], ["Parks", "£30"]], "Carried.", "Clerk",
    ]  # fmt: skip


def test_paragraphs_that_print_a_table_line_by_line() -> None:
    """Payments one to a line: a table, as in a text; sentences that end in figures are none."""
    listed = "<p>Hall hire £40.00</p><p>Clerk's pay £310.50</p><p>Stamps £9.50</p><p>Total £360.00</p>"
    assert blocks(f"<p>The payments were agreed.</p>{listed}") == [
        "The payments were agreed.",
        [["Hall hire", "£40.00"], ["Clerk's pay", "£310.50"], ["Stamps", "£9.50"], ["Total", "£360.00"]],
    ]
    told = "<p>The hall cost <b>£40.00</b>.</p><p>We paid the clerk in 2024.</p><p>There were 12</p>"
    assert blocks(told) == ["The hall cost £40.00.", "We paid the clerk in 2024.", "There were 12"]


def test_columns_that_stand_in_one_row() -> None:
    """Line under line in each cell, or a paragraph each: as many labels as figures."""
    source = (
        "<table><tr><th>Fund<th>Spent</tr><tr><td>Roads<br>Halls<br>Total</td><td>40<br>25<br>65</td></tr></table>"
        "<table><tr><td>Fund<td>Spent</tr><tr><td><p>Roads<p>Halls<td><p>40<p>25</tr><tr><td>Total<td>65</tr></table>"
    )
    assert blocks(source) == [[["Fund", "Spent"], ["Roads", "40"], ["Halls", "25"], ["Total", "65"]]] * 2


def test_a_cell_that_is_broken_over_lines_is_one() -> None:
    """A label over two lines has one figure."""
    source = "<table><tr><td>Roads<br>and paths<td>40</tr><tr><td>Halls<td>25</tr></table>"
    assert blocks(source) == [[["Roads and paths", "40"], ["Halls", "25"]]]


def test_labels_and_figures_in_boxes_of_their_own() -> None:
    """Boxes that a style sets beside each other are lines in the source."""
    parts = [("Roads", "4,100"), ("Halls", "2,250"), ("Play areas", "950"), ("Total", "7,300")]
    source = "".join(f"<div class='row'><div>{label}</div><div>{figure}</div></div>" for label, figure in parts)
    assert blocks(f"<h1>Budget</h1>{source}") == ["Budget", [[label, figure] for label, figure in parts]]


def test_a_total_in_a_table_of_its_own_is_the_last_row_of_the_table_above() -> None:
    """It has to have as many cells, and a total's label."""
    above = "<table><tr><td>Herbs<td>12<td>14<tr><td>Shrubs<td>30<td>41</table>"
    rows = [["Herbs", "12", "14"], ["Shrubs", "30", "41"]]
    assert blocks(above + "<table><tr><td>Total<td>42<td>55</table>") == [[*rows, ["Total", "42", "55"]]]
    assert blocks(above + "<table><tr><td>Total<td>42</table>") == [rows, "Total", "42"]
    assert blocks(above + "<table><tr><td>Trees<td>42<td>55</table>") == [rows, "Trees", "42", "55"]
