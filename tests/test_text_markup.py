"""What Markdown and raw HTML in a text print."""

from __future__ import annotations

import pytest
from read_tables import tables
from test_text_tables import lines

from reportcheck.extract.text import read_text
from reportcheck.model import Table


def test_raw_html_in_a_text() -> None:
    """Converters write tables as HTML into Markdown; each cell still knows where it stands."""
    text = (
        "# Funds\n\nAs at May:\n\n<table>\n<tr><th>Fund</th><th>In</th></tr>\n<tr><td>Roads</td><td>4,100</td></tr>\n"
        "</table>\n\nNoted.\n"
    )
    assert tables(text) == [[["Fund", "In"], ["Roads", "4,100"]]]
    assert lines(text) == ["Funds", "As at May:", "Noted."]
    (page,) = read_text(text.encode(), "paper.md")
    (table,) = [b for b in page.blocks if isinstance(b, Table)]
    at = table.cells[-1].text.locate()
    assert at.line is not None
    assert text.split("\n")[at.line - 1][at.start : at.end] == "4,100"


def test_raw_html_keeps_white_space() -> None:
    """A pre element in Markdown holds a table in columns."""
    text = "Report\n\n<pre>\nFund      In    Out\nRoads  4,100  3,900\nTotal  4,100  3,900\n</pre>\n"
    assert tables(text) == [[["Fund", "In", "Out"], ["Roads", "4,100", "3,900"], ["Total", "4,100", "3,900"]]]


def test_characters_that_nobody_sees_are_no_part_of_a_cell() -> None:
    """Marks of direction and blanks without width, as sheets and web editors put them."""
    text = "| Fund | In |\n|---|--:|\n| Roads | \u200e4,1\u200b00 |\n| Parks | 3\u00ad00 |\n"
    assert tables(text) == [[["Fund", "In"], ["Roads", "4,100"], ["Parks", "300"]]]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('See [the budget](https://x.org/a_b_2024.pdf "2024") of £12.', "See the budget of £12."),
        ("![Chart of 2024](c12.png) Rents were £40.", "Rents were £40."),
        ("Rents were £40[^1] and fees ~~£12~~ £15.", "Rents were £40 and fees  £15."),
        ("[^1]: Without £5 of gifts.", "Without £5 of gifts."),
        ("Rents <!-- was 39 --> were &#163;40&nbsp;000 &minus; <del>3</del> 4.", "Rents  were £40\u00a0000 −  4."),
        ("Rents were [40] and (30)(a).", "Rents were [40] and (30)(a)."),
    ],
)
def test_markdown_prints_what_a_reader_sees(text: str, shown: str) -> None:
    """Links by their words, no pictures, no marks of notes, no struck words, no comments."""
    assert lines(text) == [shown]


def test_a_comment_over_lines_is_not_read() -> None:
    """Nothing of it is print; a comment that never ends hides nothing."""
    assert lines("Rents\n<!-- fees\n\nrose to £9\n-->\nwere £40.\n") == ["Rents", "were £40."]
    assert lines("Rents\n\n<!-- fees\n\nwere £40.\n") == ["Rents", "<!-- fees", "were £40."]


def test_minutes_set_in_a_table_of_markdown() -> None:
    """Cells of passages are passages, and a list of payments in one is a table; a table of outcomes stays one."""
    text = (
        "| Item | Business | Action |\n|---|---|---|\n| 1 | Apologies were received. | |\n"
        "| 2 | Agreed to pay:<br>Hall hire £40.00<br>Clerk £310.50<br>"
        "Stamps £9.50<br>Total £360.00<br>Carried. | Clerk |\n"
    )
    assert tables(text) == [[["Hall hire", "£40.00"], ["Clerk", "£310.50"], ["Stamps", "£9.50"], ["Total", "£360.00"]]]
    assert lines(text)[-3:] == ["Agreed to pay:", "Carried.", "Clerk"]
    outcomes = (
        "| Aim | Target | Actual | Met | Why |\n|---|---|---|---|---|\n| Calls | 90% | 80% | no | A<br>B<br>C |\n"
    )
    assert tables(outcomes + "| Post | 50 | 60 | yes | D<br>E<br>F |\n")[0][1][-1] == "A B C"
