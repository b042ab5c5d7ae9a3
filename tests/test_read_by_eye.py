"""Kinds of findings that a careful reader of real papers struck out, each beside the nearest that stands."""

from __future__ import annotations

import pytest
from test_text_tables import tables

from reportcheck.auditing import audit_document
from reportcheck.extract import extract_bytes
from reportcheck.rulepack import load_rules

RULES = tuple(load_rules())


def told(text: str, *rules: str) -> list[str]:
    document = extract_bytes(text.encode(), "paper.txt", "text")
    report = audit_document(document, [rule for rule in RULES if rule.id in rules])
    return [finding.message for finding in report.findings if finding.severity != "note"]


AWARDS = """
Awards to clubs

Chess club of the harbour 44-120931 $4,250 To provide tuition for young sailors and rowers.
Rowing club of the weir 44-310225 $4,750 To provide tuition for young sailors and rowers.
Sailing club of the bay 44-220417 {} To provide tuition for young sailors and rowers.
"""


def test_a_form_of_words_names_no_one_fact() -> None:
    assert told(AWARDS.format("$4,150"), "RC202", "RC208") == []


def test_a_fact_told_twice_in_the_same_words_is_still_found() -> None:
    text = "The harbour crane cost £41,275 to repair after the storm.\n\n{}"
    text += "The repair of the harbour crane after the storm cost £41,725.\n"
    filler = "".join(f"Berth {n} was let to a trawler owner.\n\n" for n in ("one", "two", "three"))
    assert told(text.format(filler), "RC202") == ["£41,275 here, but £41,725 in the sentence at line 9."]


def test_figures_side_by_side_are_cells_and_say_nothing() -> None:
    table = "| Work | Cost |\n|---|---|\n| Painting of the lifeboat shed | 7,425 |\n| Roof of the shed | 3,100 |\n\n"
    row = "The painting of the lifeboat shed was put at 7,525 6,950 5,200 by the clerk.\n"
    assert told(table + row, "RC201") == []
    said = "The painting of the lifeboat shed was put at £7,525 by the clerk.\n"
    assert len(told(table + said, "RC201")) == 1


def test_a_scheme_of_another_year_is_named_more_than_once() -> None:
    lines = [
        "Quay repair scheme {0} is complete",
        "The quay repair scheme {0} has ended",
        "Funding: quay repair scheme {0}",
    ]
    many = "\n\n".join(line.format(year) for line in lines for year in (2018, 2018, 2019))
    assert told(many, "RC376") == []


def test_the_first_year_of_a_row_may_be_a_base_year() -> None:
    heads = "Landings\n\n| Port | {} | 2018 | 2019 | 2020 | 2021 | 2022 |\n|---|---|---|---|---|---|---|\n"
    heads += "| Ayr | 1 | 2 | 3 | 4 | 5 | 6 |\n"
    assert told(heads.format(2010), "RC377") == []
    assert told(heads.format(2018), "RC377") == [
        "The heads run 2018, 2018, 2019, 2020, 2021, 2022: 2018 is out of its place, it should be 2017."
    ]


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


def test_figures_set_about_a_middle_are_one_column() -> None:
    rows = [
        "Scheme                      Cost        Year 1       Year 2",
        "Slipway                     73,237      12,567       60,670",
        "Winch                          113          76           37",
        "Mooring                      2,862         564        2,298",
        "Total                       76,212      13,207       63,005",
    ]
    assert [len(row) for row in tables("\n".join(rows))[0]] == [4] * 5
    owed = [
        "Payee                         Owed            Paid",
        "Smith                        1,200                ",
        "Jones                                          450",
        "Brown                          300                ",
        "Total                        1,500             450",
    ]
    assert [len(row) for row in tables("\n".join(owed))[0]] == [3] * 5


def test_a_whole_may_have_parts_on_another_page() -> None:
    table = "| Scheme | Cost | Before | Year 1 | Year 2 |\n|---|---|---|---|---|\n"
    sound = [("Slipway", 4200, 1100, 1700, 1400), ("Winch", 950, 0, 310, 640), ("Mooring", 2860, 564, 1298, 998)]
    sound += [("Ramp", 1730, 800, 530, 400), ("Shed", 640, 0, 340, 300), ("Fence", 518, 118, 250, 150)]
    rows = "".join(f"| {' | '.join(map(str, row))} |\n" for row in sound)
    assert told(table + rows + "| Crane | 9526 | 234 | 1292 | 1100 |\n", "RC101", "RC102") == []
    assert len(told(table + rows + "| Crane | 2726 | 234 | 1292 | 1100 |\n", "RC101", "RC102")) == 1


def test_rows_of_a_list_are_no_total_that_is_printed_twice() -> None:
    heads = "Grant | Last year | This year | Next year\n---|---|---|---\n"
    rows = "North pier | 5,000 | 5,000 | 2,000\nSouth pier | 5,000 | 5,000 | 2,000\nEast pier | 5,000 | 7,000 | 2,000\n"
    assert told(heads + rows, "RC101") == []


def test_a_bound_compares_nothing() -> None:
    text = (
        "Overall, about 9.2% of the berths lost more than 10% of their rent and about 1.8% lost more than half of it.\n"
    )
    assert told(text, "RC152", "RC146") == []


def test_a_share_of_the_year_that_heads_a_table_is_no_cell_of_it() -> None:
    text = (
        "Budget report to 30 September 2023 (75% of year)\n\n| Line | Budget | Actual | % used |\n|---|---|---|---|\n"
    )
    text += "| Ropes | 4,000 | 3,000 | 75% |\n| Paint | 2,000 | 1,200 | 60% |\n| Total | 6,000 | 4,200 | 70% |\n"
    assert told(text, "RC218") == []


def test_a_day_and_a_month_in_two_rows_of_heads_are_no_date() -> None:
    heads = "Reserve       Balance 1   Balance 31\n             April 2024   March 2025\n"
    heads += "Crane              4,200        3,960\n"
    assert told(heads, "RC352") == []
    assert told("The lease of the crane ended on 31\nApril 2024, as agreed.\n", "RC352") == [
        "There is no 31 April: April has 30 days."
    ]


def test_a_sum_has_no_more_digits_than_its_coarsest_part() -> None:
    text = (
        "The harbours recorded claims totalling £1.67 billion, yet payments amounted to £916.99 million, "
        "resulting in an outstanding balance of £763.93 million.\n"
    )
    assert told(text, "RC146") == [
        "The sentence says £763.93 million, but £1.67 billion - £916.99 million is £750 million."
    ]


def test_a_part_in_the_wrong_scale_is_named() -> None:
    text = "The port spent £9.18 billion, which comprised £2.27 million for quays and £6.91 billion for dredging.\n"
    assert told(text, "RC154") == [
        "The sentence says £9.18 billion, but £2.27 million + £6.91 billion is £6.91 billion; "
        "it would fit with £2.27 billion."
    ]


def test_two_stars_that_nothing_opened_are_the_mark_of_a_note() -> None:
    table = "| Fuel | FY19** | FY18** | FY18*** |\n|---|---|---|---|\n| Oil | 1 | 2 | 3 |\n"
    assert tables(table)[0][0] == ["Fuel", "FY19**", "FY18**", "FY18***"]
    assert tables(table.replace("Fuel", "**Fuel**"))[0][0][0] == "Fuel"


def test_a_figure_that_is_glued_to_a_word_is_not_cut_at_its_comma() -> None:
    text = "The moorings account1,301.73£ was agreed.\n\n" + "The quay was swept.\n\n" * 9
    assert told(text + "The balance of the moorings account is £1,301.73 as agreed.\n", "RC202", "RC401") == []
    assert len(told(text + "The balance of the moorings account is £1,801.73 as agreed.\n", "RC202")) == 1


def test_lakhs_are_parted_by_twos() -> None:
    assert told("Nets cost Rs. 1,20,34,567 and twine Rs. 12,34,567.50 in the year.\n", "RC401") == []
    assert told("| Nets | Twine |\n|---|---|\n| 12,34,567 | 1,20,000 |\n", "RC401") == []
    assert told("Nets cost £12,34,567 in the year.\n", "RC401") == [
        "£12,34,567 is not a number: its commas are not where thousands end."
    ]


def test_growth_begins_in_the_second_column() -> None:
    rows = "Boats 2018 2019 2020 2021\nTrawlers 4,447 4,885 5,015 5,111\nCanoes 2,028 2,321 2,501 2,622\n"
    assert tables(rows + "Growth % 11.3 4.3 2.9\n")[0][-1] == ["Growth %", "", "11.3", "4.3", "2.9"]


def test_one_off_over_rounded_amounts_is_no_error() -> None:
    heads = "| Port | 2023 | 2024 |\n|---|---|---|\n"
    rows = "| Ayr | 14,230 | 15,120 |\n| Troon | 12,156 | 11,871 |\n| Total | 26,386 | {} |\n| Rent | 4,100 | 4,210 |\n"
    rows += "| Fees | 3,312 | 2,908 |\n| Total income | 33,798 | 34,109 |\n"
    assert told(heads + rows.format("26,992"), "RC101", "RC102", "RC103") == []
    assert len(told(heads + rows.format("26,791"), "RC101", "RC102", "RC103")) == 1


def test_another_meeting_is_not_the_one_at_the_head() -> None:
    head = "Harbour Council Meeting 5th February 2020\n\n"
    later = "The annual meeting of the port will be held on 25th February 2020 at 7pm.\n"
    assert told(head + later, "RC390") == []
    assert told(head + "The council held its meeting at 7.30pm on 6th February 2020 in the hall.\n", "RC390") == [
        "The meeting is dated 5 February 2020 at the head of the paper, and 6th February 2020 here."
    ]


def test_a_figure_at_the_end_of_a_cut_line_may_have_its_million_in_the_next() -> None:
    text = "".join(f"The port spent £{n}.4m on quays.\n\n" for n in range(2, 20))
    cut = "It is foreseen that this work will draw matching funds from the ministry of some £4.6"
    assert told(f"{text}{cut}\n", "RC402") == []
    assert len(told(f"{text}{cut} in all.\n", "RC402")) == 1


def test_a_note_behind_an_amount_is_no_cell() -> None:
    rows = [
        "Item                     Claimed       Refused        Paid",
        "Nets                     175,000       107,000 (2)  68,000",
        "Twine                    148,000       148,000 (2)",
        "Buoys                     94,000                    94,000",
        "Total                    417,000       255,000     162,000",
    ]
    assert [row[1:3] for row in tables("\n".join(rows))[0]][1:3] == [["175,000", "107,000"], ["148,000", "148,000"]]
    variance = "Item Budget Actual Over\nNets 1,204 1,202 (2)\nTwine 980 991 11\nTotal 2,184 2,193 9\n"
    assert tables(variance)[0][1] == ["Nets", "1,204", "1,202", "(2)"]


CREWS = """
| Coast | People (mn) | Boats (000) | People per boat |
|---|---|---|---|
| North | 372.3 | 3237 | 115 |
| East | 125.1 | 1621 | 77 |
| West | 81.9 | 415 | 197 |
| South | 263.1 | 1530 | {} |
"""


def test_a_quotient_that_is_cut_off_casts_no_doubt_on_its_parts() -> None:
    rules = [rule for rule in RULES if rule.id == "RC105"]
    (cut,) = audit_document(extract_bytes(CREWS.format(171).encode(), "paper.txt", "text"), rules).findings
    assert cut.message == "People per boat for South is printed as 171, but 263.1 ÷ 1530 is 172."
    assert cut.suggestion is None
    assert audit_document(extract_bytes(CREWS.format(172).encode(), "paper.txt", "text"), rules).findings == ()


def test_the_length_of_a_time_is_no_end_of_a_change() -> None:
    text = "In the year to June the wardens stopped 61,940 boats, a fall of {} the previous {}.\n"
    assert told(text.format("6% on", "12 months"), "RC121", "RC123") == []
    assert told(text.format("6% on the 70,850 of", "year"), "RC123") == [
        "“fall by 6%” does not fit 70,850 to 61,940, which is a decrease of 13%."
    ]


def test_arrivals_from_elsewhere_are_no_earlier_ones() -> None:
    text = "Berths taken by Norwegian yachts were about 2,310, up 4.2 percent{} with {} taken by the Danes.\n"
    assert told(text.format(", and from the isles", "1,405"), "RC123") == []
    text = "Berths by day rose 6.1 percent to 2,310, {} 2,105.\n"
    assert told(text.format("while berths from the isles by night stood at"), "RC123") == []
    assert told(text.format("compared with last year's"), "RC123") == [
        "“rose by 6.1 percent” does not fit 2,105 to 2,310, which is an increase of 9.7 percent."
    ]


def test_what_went_by_road_is_not_put_to_what_went_by_sea() -> None:
    text = "Freight by rail saw a rise over the summer of 8.5% to an estimated {}, {} to 2,140 tonnes.\n"
    assert told(text.format("9,310 tonnes", "but freight by canal fell 9.9%"), "RC152") == []
    text = "Freight by rail saw a rise over the summer to {} tonnes against the {} tonnes that were planned.\n"
    assert told(text.format("2,140", "9,310"), "RC152") == [
        "The sentence says “rise”, but 9,310 to 2,140 is a fall of 7,170."
    ]


def test_a_list_of_numbers_of_sections_is_not_counted() -> None:
    text = "The return is made up of four sections:\n\n- {} by the harbour office\n- Section {} by the auditor\n"
    assert told(text.format("Sections 1 and 2 are filled in", "3"), "RC133") == []
    assert told(text.format("Section 1 is filled in", "2"), "RC133") == [
        "The sentence announces four sections, but two are listed."
    ]


DUES = """Balances were read out.

- Quay Fund $1,204.50
- Crane Fund {}
- Buoy Fund $310.25
- TOTAL {}
"""


def test_a_damaged_amount_counts_as_what_it_must_be() -> None:
    assert told(DUES.format("$2.418.10", "$3,932.85"), "RC126") == []
    assert told(DUES.format("$2.418.10", "$3,912.85"), "RC126") == [
        "Total is printed as $3,912.85, but the 3 amounts above it add up to $3,932.85."
    ]


def test_whole_pounds_beside_pence_are_exact_in_what_is_said() -> None:
    text = "Spending was £9,477.54 compared with the budgeted amount of £9,292 which is £{} higher than budget.\n"
    assert told(text.format("185.54"), "RC146") == []
    assert told(text.format("188.50"), "RC146") == [
        "The sentence says £188.50 higher, but £9,477.54 - £9,292 is £185.54."
    ]


DUES_PAID = """| Paid to | Amount |
|---|---|
| Sailmaker | £318.20 |
| Chandler | £96.45 |
| Ropeworks | £1,204.10 |
| Painter | £88.30 |
| Pilot | £71.15 |
| Ferryman | {} |
| Sub Total | £1,778.20{} |
"""


def test_an_amount_that_stands_apart_twice_has_not_lost_its_sign() -> None:
    assert told(DUES_PAID.format("21.42", " 21.42"), "RC416") == []
    assert told(DUES_PAID.format("21.42", ""), "RC416") == [
        "21.42 has no currency sign, unlike the other 6 figures of the column “Amount”: it should read £21.42."
    ]


def test_a_bracket_in_a_cell_of_its_own_was_torn_off_and_not_forgotten() -> None:
    rows = [("Sold", "(14)"), ("Lost", "(21)"), ("Found", "18"), ("Given", "(36)"), ("Made", "90"), ("Let", "(11)")]
    text = "| Boats | | |\n|---|---|---|\n" + "".join(f"| {name} | - | {count} |\n" for name, count in rows)
    assert told(text + "| Spent | l ) | (12 |\n", "RC418") == []
    assert told(text + "| Spent | - | (12 |\n", "RC418") == [
        "(12 is no figure as the others of its column are: a bracket is missing; it should be (12)."
    ]


@pytest.mark.parametrize(
    ("text", "right", "wrong", "message"),
    [
        (
            "The budget for repairs was £16.122m. The cost of repairs was £15.747m. This gave an underspend"
            " of £{} on the year.\n",
            "0.375m", "0.357m", "The sentence says £0.357m, but £16.122m - £15.747m is £0.375m.",
        ),
        (
            "The closing balance of the quay reserve is £81.4m. After deducting the planned use of £20.9m for the pier,"
            " this leaves £{} in it.\n",
            "60.5m", "65.0m", "The sentence says £65.0m, but £81.4m - £20.9m is £60.5m.",
        ),
        (
            "The port collected $23,469,567 in dues and has disbursed $20,615,957 in all, for a carryover of ${}.\n",
            "2,853,610", "2,835,610", "The sentence says $2,835,610, but $23,469,567 - $20,615,957 is $2,853,610.",
        ),
    ],
)  # fmt: skip
def test_what_is_left_over_sentences(text: str, right: str, wrong: str, message: str) -> None:
    assert told(text.format(right), "RC146") == []
    assert told(text.format(wrong), "RC146") == [message]


def test_a_sentence_that_goes_back_to_nothing_leaves_nothing() -> None:
    text = "The budget for repairs was £16.122m. The cost of repairs was £15.747m. Harwich gave a grant of £0.357m.\n"
    assert told(text, "RC146") == []


def test_what_rose_before_it_fell_has_three_ends() -> None:
    text = "The stock of boats rose to 7,716 in February 1997, {} 5,839 in September 2000.\n"
    assert told(text.format("before falling to"), "RC152") == []
    assert told("The stock of boats rose to 5,839 in September 2000 from 7,716 in February 1997.\n", "RC152", "RC121")


STROKED = """Receipts of the quay
Balance b/f as at 20/01/2017 / 3,292.91
01/02/2017 / Bank / Interest / 0.12
01/03/2017 / Bank / Interest / 0.14
05/04/2017 / County / Harbour grant / 1,851.00
Total income / {}
"""


def test_a_list_between_strokes_keeps_its_total() -> None:
    assert told(STROKED.format("1,851.26"), "RC101") == []
    assert len(told(STROKED.format("1,815.26"), "RC101")) == 1
