"""What looks like a date and is none, and dates of other meetings."""

from __future__ import annotations

from judging import told
from test_text_tables import tables


def test_a_word_that_begins_as_a_month_does_is_no_date() -> None:
    rows = (
        "Budget\n\nItem Last This\nMarketing 4,500 5,000\nRenovations 12,000 13,500\nYouth 20 25\nTotal 16,520 18,525\n"
    )
    assert tables(rows)[0][-4:] == [
        ["Marketing", "4,500", "5,000"],
        ["Renovations", "12,000", "13,500"],
        ["Youth", "20", "25"],
        ["Total", "16,520", "18,525"],
    ]
    dated = "Payee Net Gross\nMowing 3 May 40.00 48.00\nPaint 9 May 50.00 60.00\nTotal 90.00 108.00\n"
    assert tables(dated)[0][1] == ["Mowing 3 May", "40.00", "48.00"]


def test_a_day_and_a_month_in_two_rows_of_heads_are_no_date() -> None:
    heads = "Reserve       Balance 1   Balance 31\n             April 2024   March 2025\n"
    heads += "Crane              4,200        3,960\n"
    assert told(heads, "RC352") == []
    assert told("The lease of the crane ended on 31\nApril 2024, as agreed.\n", "RC352") == [
        "There is no 31 April: April has 30 days."
    ]


def test_another_meeting_is_not_the_one_at_the_head() -> None:
    head = "Harbour Council Meeting 5th February 2020\n\n"
    later = "The annual meeting of the port will be held on 25th February 2020 at 7pm.\n"
    assert told(head + later, "RC390") == []
    assert told(head + "The council held its meeting at 7.30pm on 6th February 2020 in the hall.\n", "RC390") == [
        "The meeting is dated 5 February 2020 at the head of the paper, and 6th February 2020 here."
    ]
