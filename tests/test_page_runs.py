"""The pages of a text in one piece are counted by its own page numbers where they can be believed, and only there."""

from __future__ import annotations

import io

import pytest

from reportcheck.auditing import audit_document
from reportcheck.extract import extract_bytes
from reportcheck.model import Report
from reportcheck.report.console import console
from reportcheck.report.json import document
from reportcheck.report.terminal import write_report
from reportcheck.rulepack import load_rules

RULES = load_rules()
PAGE = "The service spent what it had been given, and the committee was told so at its meeting.\n\n" * 12


def audited(text: str) -> Report:
    return audit_document(extract_bytes(text.encode(), "paper.md", "text"), RULES)


def terminal(report: Report) -> str:
    stream = io.StringIO()
    write_report(console(stream, 120), report)
    return stream.getvalue()


def paper(numbers: range, folio: str = "{}") -> str:
    return PAGE + "".join(f"{folio.format(n)}\n\n{PAGE}" for n in numbers)


@pytest.mark.parametrize("folio", ["{}", "Page {}", "- {} -", "**{}**", "Page {} of 40"])
def test_page_numbers_that_run_on_are_counted(folio: str) -> None:
    report = audited(paper(range(2, 35), folio))
    assert report.pages == 34
    assert document(report)["pages"] == 34
    assert "34 pages by the numbers printed on them, " in terminal(report)


def test_a_few_lost_page_numbers_do_no_harm() -> None:
    text = "".join(f"{n}\n\n{PAGE}" for n in range(1, 21) if n not in (4, 11))
    assert audited(text).pages == 20


def test_the_numbers_of_a_second_report_in_the_same_text_are_added() -> None:
    assert audited(paper(range(1, 11)) + paper(range(1, 7), "Page {}")).pages == 16


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(str(n) for n in range(1, 40)),
        "Ward\n\nHomes\n\n" + "".join(f"Ward of the {n}th\n\n{n}\n\n" for n in range(1, 40)),
        PAGE.join(f"{n}\n\nPart {n} of the plan\n\n{PAGE * 12}" for n in range(1, 9)),
        "".join(f"{n}\n\n{PAGE}" for n in range(2, 30, 3)),
        PAGE * 40 + "".join(f"{n}\n\n{PAGE}" for n in range(1, 7)),
        paper(range(1, 4)),
    ],
    ids=["column", "table a cell a line", "chapters", "every third", "an annex only", "too few"],
)
def test_other_numbers_on_lines_of_their_own_count_no_pages(text: str) -> None:
    report = audited(text)
    assert report.pages == 1
    assert "1 page, " in terminal(report)


def test_a_part_of_a_pack_has_the_pages_that_it_prints() -> None:
    assert audited(paper(range(27, 40))).pages == 13


def test_a_text_with_form_feeds_has_the_pages_of_the_file() -> None:
    assert audited("\f".join(f"{PAGE}{n}\n" for n in range(5, 17))).pages == 12


def test_a_place_says_between_which_numbers_it_stands() -> None:
    wrong = "Of 60 tenants, 21 (33%) asked for a repair.\n\n"
    found = document(audited(paper(range(2, 9)) + wrong + paper(range(9, 12))))["findings"][0]
    assert (found["location"]["page"], found["location"]["printed_page"]) == (1, "8-9")
