"""What two places tell, one fact or two: words that are alike are not enough."""

from __future__ import annotations

from judging import told

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


def test_a_part_in_the_wrong_scale_is_named() -> None:
    text = "The port spent £9.18 billion, which comprised £2.27 million for quays and £6.91 billion for dredging.\n"
    assert told(text, "RC154") == [
        "The sentence says £9.18 billion, but £2.27 million + £6.91 billion is £6.91 billion; "
        "it would fit with £2.27 billion."
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
