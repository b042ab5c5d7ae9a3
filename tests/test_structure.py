"""Outlines, printed pages, dates: what the structure checks read, and traps that they must leave alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reportcheck.auditing import audit_document
from reportcheck.extract import extract, extract_bytes
from reportcheck.model import Document, Report
from reportcheck.read.outline.folios import read_folios
from reportcheck.read.outline.items import read_outline
from reportcheck.read.outline.occasion import read_occasion
from reportcheck.rulepack import load_rules
from reportcheck.words.calendar import parse_day, parse_span

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
OURS = ("RC30", "RC31", "RC35", "RC36", "RC370", "RC381", "RC383")
RULES = tuple(rule for rule in load_rules() if rule.id.startswith(OURS))


def document(text: str) -> Document:
    return extract_bytes(text.encode(), "paper.txt", "text")


def audit(text: str) -> Report:
    return audit_document(document(text), RULES)


def messages(text: str) -> list[str]:
    return [finding.relation.message for finding in audit(text).findings]


@pytest.mark.parametrize(
    ("printed", "whole"),
    [
        ("8th March 2017", date(2017, 3, 8)),
        ("15THNOVEMBER, 2019", date(2019, 11, 15)),
        ("March 8, 2017", date(2017, 3, 8)),
        ("2017-03-08", date(2017, 3, 8)),
        ("08/03/2017", date(2017, 3, 8)),
        ("12/31/2017", date(2017, 12, 31)),
        ("06.05.21", date(2021, 5, 6)),
        ("31 June 2025", None),
        ("29 February 2023", None),
        ("March 2017", None),
    ],
)
def test_a_printed_date_is_read(printed: str, whole: date | None) -> None:
    day = parse_day(printed)
    assert day is not None
    assert day.whole == whole


@pytest.mark.parametrize(
    ("printed", "years"),
    [
        ("2024/25", (2024, 2025)),
        ("1999-00", (1999, 2000)),
        ("2024-2027", (2024, 2027)),
        ("2023-23", (2023, 2023)),
        ("soon", None),
    ],
)
def test_a_span_of_years_is_read(printed: str, years: tuple[int, int] | None) -> None:
    assert parse_span(printed) == years


def test_an_outline_holds_what_is_numbered_and_not_what_only_begins_with_a_number() -> None:
    outline = read_outline(
        document(
            "1. Introduction\n\n1.1 The board met.\n\n31 March 2025\n\n12 months and more passed.\n\n"
            "Table 2: Budget by ward\n\nTable 3 shows the rest.\n\niv) Letters. Noted\n"
        )
    )
    assert [(i.kind, i.number) for i in outline.items] == [
        ("number", "1"),
        ("number", "1.1"),
        ("table", "2"),
        ("roman", "iv"),
    ]


def test_printed_pages_of_a_text_are_found_among_other_bare_numbers() -> None:
    paper = document(
        "Front page\n\n1\n\nWords of the first.\n\n2\n\n37\n\nWords of the second.\n\n3\n\n12\n\nMore words.\n\n4\n"
    )
    outline = read_outline(paper)
    (folios,) = read_folios(paper, outline)
    assert folios.numbers == (1, 2, 3, 4)
    second = next(n for n, parts in enumerate(outline.rows) if parts[0].text == "Words of the second.")
    assert folios.bounds(second, 1) == (2, 3)


def test_a_pack_and_a_report_inside_it_have_page_numbers_of_their_own() -> None:
    pages = [
        f"Page {n} of 3\nText of the report on this page.\nMore of the text.\nAnd more.\n{n + 20}" for n in (1, 2, 3)
    ]
    paper = document("\f".join(pages))
    numberings = read_folios(paper, read_outline(paper))
    assert {f.numbers for f in numberings} >= {(1, 2, 3), (21, 22, 23)}


def test_contents_of_a_paper_with_pages() -> None:
    front = "Contents\n1 Introduction ..... 2\n2 Budget ..... 3\n3 Reserves ..... 3\n4 Risks ..... 4\nPage 1"
    paper = [front, "1 Introduction\nWords.\nPage 2", "2 Budget\nWords.\nPage 3", "3 Reserves\nWords.\n4 Risks\nPage 4"]
    assert messages("\f".join(paper)) == [
        "The contents page gives page 3 for “3 Reserves”, but the heading stands on page 4."
    ]


def test_lists_that_begin_again_are_not_repeated_numbers() -> None:
    agenda = "1. Apologies\n\n2. Interests\n\n3. Minutes\n\n4. Budget\n\n5. Close\n\n"
    assert messages(agenda + agenda + agenda) == []


def test_a_list_whose_first_number_was_lost_is_left_alone() -> None:
    assert messages("- A first reason, whose number was lost\n\n- 2. A second reason\n\n- 3. A third one\n") == []


def test_numbered_lines_of_two_columns_are_left_alone() -> None:
    assert messages("1. Roads\n1. Parks\n2. Bridges\n2. Trees\n3. Lamps\n3. Lawns\n4. Signs\n4. Paths\n") == []


def test_a_missing_list_item_is_not_reported_where_its_number_stands_in_the_text() -> None:
    text = "6. LIGHTING\n7. PATHS\n8. PLANNING\n9. PAYMENTS\n10. The rest of the payments follows.\n11. CLOSE\n"
    assert not [m for m in messages(text) if "there is no 10" in m]


def test_laws_are_no_sections_of_the_paper() -> None:
    text = (
        "1. Introduction\n\n2. Powers\n\nSpending is limited as set out in section 12 of the Finance Act, and the "
        "report is made as detailed in Section 9 of the Local Government Act.\n\n3. Budget\n\n4. Reserves\n\n5. Risks\n"
    )
    assert messages(text) == []


def test_balances_of_two_years_that_are_equal_are_not_one_balance() -> None:
    text = (
        "Minutes of the meeting held on 8 March 2023\n\nThe loan stood at £10,512.30 on 31 March 2021, and it stood at "
        "£10,512.30 on 31 March 2020, for nothing was repaid.\n"
    )
    assert messages(text) == []


def test_the_own_date_of_minutes_is_the_day_of_the_meeting() -> None:
    outline = read_outline(
        document("HILL PARISH COUNCIL\n\nMEETING 14th JUNE 2017\n\nThe minutes of 10th May 2017 were signed.\n")
    )
    assert read_occasion(outline).day == date(2017, 6, 14)


def test_a_comparison_of_two_years_is_no_period_that_runs_backwards() -> None:
    assert messages("The fund fell from £5m on 31 March 2025 to £4m on 31 March 2024, restated.\n") == []


def test_findings_say_where_they_stand() -> None:
    (finding,) = audit("First line.\n\nWe meet on Tuesday 15 October 2025 again.\n").findings
    at = finding.location
    assert (at.line, at.start, at.end) == (3, 11, 34)
    (evidence,) = finding.relation.evidence
    assert (evidence.figure.text, evidence.suspect) == ("Tuesday 15 October 2025", True)


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus of real papers is not here")
@pytest.mark.parametrize(
    ("paper", "rules"),
    [
        ("minutes_15-06-10.pdf", []),
        ("minutes_15-10-14.pdf", ["RC352"]),
        ("minutes_15-11-11.pdf", ["RC311", "RC312"]),
        ("minutes_17-03-08.pdf", ["RC381", "RC383"]),
        ("minutes_17-06-14.pdf", ["RC366"]),
        ("minutes_17-07-12.pdf", []),
    ],
)
def test_minutes_of_a_small_council(paper: str, rules: list[str]) -> None:
    report = audit_document(extract(CORPUS / "papers" / "mscc" / paper), RULES)
    assert sorted(f.rule.id for f in report.findings if f.severity != "note") == rules


@pytest.mark.parametrize(("earlier", "found"), [("5. The form", True), ("5.vi) The form", False)])
def test_a_place_in_earlier_minutes_is_no_number_of_these(earlier: str, found: bool) -> None:
    text = f"""1. WELCOME

2. MINUTES

3. INTERESTS

4. MATTERS ARISING

{earlier} had been sent.

5. CORRESPONDENCE
"""
    assert bool([m for m in messages(text) if "stands twice" in m]) is found


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("Money for print and posters is set aside\nfrom 1 July 2023 to 30 June 2024.", date(2023, 7, 1)),
        ("Posters were last printed\non 1 July 2023; this is of 9 October 2023.", date(2023, 10, 9)),
    ],
)
def test_the_last_day_of_a_period_and_one_of_printing_are_not_the_papers_own(opening: str, day: date) -> None:
    assert read_occasion(read_outline(document(f"Notes on the budget\n\n{opening}\n"))).day == day


CAPTIONS = "Table 1: Rents|Table 2: Tolls|Table {}: Fines|Table 4: Oars|Table 5: Nets|See Table {} too.\n"
CAPTIONS = CAPTIONS.replace("|", "\n\n")


@pytest.mark.parametrize(
    ("number", "pointer", "told"),
    [
        ("3", "9", True),
        ("3", "4", False),
        ("4", "9", False),  # There is no 3: the numbers cannot be trusted.
        ("3", "6", True),
    ],
)
def test_a_reference_past_the_last_caption_is_told(number: str, pointer: str, told: bool) -> None:
    assert any("is referred to" in m for m in told_by(CAPTIONS.format(number, pointer))) is told


def test_a_caption_that_stands_twice_hides_no_reference_but_a_second_first_table_does() -> None:
    paper = CAPTIONS.format(3, 9)
    message = ["Table 9 is referred to, but they run from 1 to 5."]
    assert told_by(paper.replace("Table 5", "Table 5: Ropes\n\nTable 5")) == message
    assert told_by(paper.replace("See", "Table 1: Sails\n\nSee")) == []


def told_by(text: str) -> list[str]:
    """What is said of references to what nobody has numbered."""
    return [m for m in messages(text) if "is referred to" in m]
