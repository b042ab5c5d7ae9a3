"""Lists of amounts in a text: notes, dashes and years beside them, sentences that end them."""

from __future__ import annotations

from read_tables import tables


def test_thousands_parted_by_blanks_that_do_not_break() -> None:
    """A blank inside a figure parts no columns."""
    text = "Fund       In       Out\nRoads   4\u00a0100    3\u00a0900\nParks   2\u202f200    2\u202f050\n"
    assert tables(text) == [
        [["Fund", "In", "Out"], ["Roads", "4\u00a0100", "3\u00a0900"], ["Parks", "2\u202f200", "2\u202f050"]]
    ]


def test_a_dash_before_the_amount_is_no_cell() -> None:
    """A list of amounts in minutes, each after a dash; the dash parts it from its words."""
    text = "The rates are:\n  Homes - $ 0.250\n  Farms - $ 0.279\n  Shops - $ 0.264\n  Cars - $ 0.225\n"
    assert tables(text) == [[["Homes", "$ 0.250"], ["Farms", "$ 0.279"], ["Shops", "$ 0.264"], ["Cars", "$ 0.225"]]]


RESERVES = """\
Movement Hall Field Total
Balance at 31 March 2023 14,310 3,902 18,212
Surplus for 2023 / 24 (Note 10) 2,114 0 2,114
Transfers (Note 11) (500) 500 0
Increase in 2023 / 24 1,614 500 2,114
Balance at 31 March 2024 15,924 4,402 20,326
"""


def test_years_and_notes_before_figures_are_words() -> None:
    """The second of two years, and the number that closes a bracket, belong to the label."""
    (table,) = tables(RESERVES)
    assert table[2] == ["Surplus for 2023 / 24 (Note 10)", "2,114", "0", "2,114"]
    assert table[4] == ["Increase in 2023 / 24", "1,614", "500", "2,114"]


def test_a_sentence_that_ends_in_a_sum_ends_a_list() -> None:
    text = (
        "Library beginning balance June 1, 2024 $41,503.18\nReceipts $1,935.39\nDisbursements $11,677.08\n"
        "Bank balance as of 6/30/24 $31,761.49\nMotion carried.\n"
        "The township paid its bills of $15,229.22 in May and $7,079.30 in June, and the library board $11,667.08.\n"
    )
    assert tables(text)[0][-1] == ["Bank balance as of 6/30/24", "$31,761.49"]


def test_amounts_with_a_note_behind_them_are_a_list() -> None:
    """What each is for, its amount and a note: a budget as a small council prints it."""
    text = (
        "Budget 2024/25\n\nWages £41,310 Pay, pensions and insurance of the staff\n"
        "Office £6,240 Rent, telephone and post\n"
        "Play areas £9,075 Repairs and inspections\nGrants £3,500 For clubs and fairs\nBUDGET TOTAL £60,125\n"
        "PRECEPT £52,900\n"
    )
    (table,) = tables(text)
    assert table[1] == ["Office", "£6,240", "Rent, telephone and post"]
    assert table[4][:2] == ["BUDGET TOTAL", "£60,125"]
