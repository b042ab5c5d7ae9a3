"""Tables of a text whose rows, labels or cells are broken over lines and pages."""

from __future__ import annotations

from read_tables import tables


def test_a_row_that_falls_short_goes_where_its_figures_belong() -> None:
    """A share stands under shares, hours under hours; where figures are alike, the sums tell."""
    text = (
        "Item Budget Staff Spent Rate\nTeaching 412,300 11.50 398,120 97%\nCleaning 38,200 36,900 97%\n"
        "Catering 51,000 2.25 49,770 98%\nGrants 12,000\nTotal 513,500 13.75 484,790 94%\n"
    )
    assert tables(text) == [
        [
            ["Item", "Budget", "Staff", "Spent", "Rate"],
            ["Teaching", "412,300", "11.50", "398,120", "97%"],
            ["Cleaning", "38,200", "", "36,900", "97%"],
            ["Catering", "51,000", "2.25", "49,770", "98%"],
            ["Grants", "12,000", "", "", ""],
            ["Total", "513,500", "13.75", "484,790", "94%"],
        ]
    ]


def test_labels_broken_over_lines() -> None:
    """The first line of a label is no row of its own, and a section is no part of a label."""
    text = (
        "Fund Held Paid\n1 Hardship fund for families in the eastern\nvillages 12,400 3,150\n2 Halls 8,000 2,750\n"
        "Restricted funds\n3 Bursaries for stu-\ndents 1,600 400\nTotal 22,000 6,300\n"
    )
    (grid,) = tables(text)
    assert [row[0] for row in grid[1:]] == [
        "1 Hardship fund for families in the eastern villages",
        "2 Halls",
        "Restricted funds",
        "3 Bursaries for students",
        "Total",
    ]


def test_a_page_break_with_its_marks_cuts_no_table() -> None:
    """Page marks, numbers and running heads between two rows belong to no row."""
    page = "=== Page {} ===\n{}\nREPORT OF THE TREASURER\n"
    body = "".join(page.format(n, n + 10) + f"Words of page {n}.\n\n" for n in (1, 2, 3))
    text = (
        body
        + page.format(4, 14)
        + "Fund In Out\nRoads 4,100 3,900\nParks 2,200 2,050\n"
        + page.format(5, 15)
        + "Fund In Out\nHalls 1,000 1,450\nTotal 7,300 7,400\n"
    )
    (grid,) = tables(text)
    assert grid == [
        ["Fund", "In", "Out"],
        ["Roads", "4,100", "3,900"],
        ["Parks", "2,200", "2,050"],
        ["Halls", "1,000", "1,450"],
        ["Total", "7,300", "7,400"],
    ]


def test_a_total_alone_on_the_next_page() -> None:
    """A row whose figures stand under those of the page before goes on with the table."""
    text = "Fund         In      Out\nRoads     4,100    3,900\nParks     2,200    2,050\n\fTotal     6,300    5,950\n"
    assert tables(text)[0][-1] == ["Total", "6,300", "5,950"]


def test_a_row_of_bars_that_is_broken_over_lines() -> None:
    """A cell of two lines is one cell; the row ends with its last bar."""
    text = (
        "| Event | What | Who | Plan | Actual |\n| -- | -- | -- | -- | -- |\n"
        "| Fair | Two acts  \nFree event| ~30 people  \n"
        "11 by post | $780 | $420 |\n| Walk | None | One guide | $120 | $80 |\n"
    )
    assert tables(text)[0][1:] == [
        ["Fair", "Two acts Free event", "~30 people 11 by post", "$780", "$420"],
        ["Walk", "None", "One guide", "$120", "$80"],
    ]


def test_lines_of_a_grid_cell_are_one_cell() -> None:
    """Between two rules of a grid stands one row, unless a column has two figures there."""
    rule = "+------------+-------+\n"
    rows = (
        "| Fund       | In    |\n",
        "| Roads and  | 4,100 |\n| bridges    |       |\n",
        "| Parks      | 300   |\n",
        "",
    )
    text = rule + rule.join(rows)
    assert tables(text) == [[["Fund", "In"], ["Roads and bridges", "4,100"], ["Parks", "300"]]]
