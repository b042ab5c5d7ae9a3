"""The two papers that the project began from: every error that a reader found, and nothing else above a note."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from reportcheck.auditing import audit_document
from reportcheck.extract import extract, extract_bytes
from reportcheck.model import Evidence, Figure, Finding, Location, Relation
from reportcheck.report.quote import quote
from reportcheck.rulepack import load_rules

SEEDS = Path(__file__).resolve().parents[2] / "shared" / "seeds"
RULES = load_rules()
FOSTERING = {
    ("RC105", "5%"),
    ("RC105", "43%"),
    ("RC110", "78.5%"),
    ("RC130", "1.4"),
    ("RC147", "slightly"),
    ("RC148", "23.7%"),
    ("RC211", "194"),
    ("RC219", "a noticeable reduction in the number of enquiries"),
}
PACK = FOSTERING | {
    ("RC140", "38%"),
    ("RC304", "Minute 12"),
    ("RC353", "six months February 2025 to 30 September 2025"),
}


@cache
def found(path: Path) -> tuple[Finding, ...]:
    return audit_document(extract(path), RULES).findings


def stated(finding: Finding) -> str:
    texts = [e.figure.text for e in finding.relation.evidence if e.suspect or e.role == "stated"]
    return " ".join(texts[0].split())


@pytest.mark.parametrize(
    ("name", "wrong"), [("fostering-annual-report-2024-25.txt", FOSTERING), ("agenda-pack-2025-10-16.txt", PACK)]
)
def test_every_error_of_the_seeds_is_found_and_no_other(name: str, wrong: set[tuple[str, str]]) -> None:
    path = SEEDS / name
    if not path.exists():
        pytest.skip("the papers that the project began from are not beside this checkout")
    told = {(f.rule.id, stated(f)) for f in found(path) if f.severity != "note"}
    assert told == wrong
    commas = [f for f in found(path) if f.rule.id == "RC404"]
    assert [e.figure.text for e in commas[0].relation.evidence] == ["1798", "2256"]


def messages(text: str, rule: str) -> list[str]:
    chosen = [r for r in RULES if r.id == rule]
    return [f.relation.message for f in audit_document(extract_bytes(text.encode(), "x.txt", "text"), chosen).findings]


def relations(text: str, rule: str) -> list[Relation]:
    chosen = [r for r in RULES if r.id == rule]
    return [f.relation for f in audit_document(extract_bytes(text.encode(), "x.txt", "text"), chosen).findings]


@pytest.mark.parametrize(
    "sentence",
    [
        "The rate fell slightly from 76% to 67%.",  # nine points
        "The rate rose slightly from 1.2% to 1.5%.",  # a quarter more, and a third of a point
        "The number of calls rose slightly from 12 to 16.",  # too few for a share to mean much
        "The rate fell from 76% to 65%, slightly more than the target.",  # the word is not about the change
    ],
)
def test_a_small_change_may_be_called_slight(sentence: str) -> None:
    assert messages(sentence, "RC147") == []


def test_a_table_that_cuts_off_all_its_percentages_is_left_alone() -> None:
    """33/64 is 51.56%, 29/52 55.77%, 25/47 53.19% and 31/44 70.45%: all are cut off."""
    rows = "Year\t2022\t2023\t2024\t2025\nAsked\t64\t52\t47\t44\nAnswered\t33\t29\t25\t31\n"
    assert messages(f"{rows}Rate\t51.5%\t55.7%\t53.1%\t70.4%\n", "RC110") == []


def test_money_is_rounded_and_its_percentages_need_not_fit_to_the_last_digit() -> None:
    rows = "£000\t2022\t2023\t2024\t2025\nAsked\t64\t52\t47\t44\nPaid\t33\t29\t25\t31\n"
    assert messages(f"{rows}Rate\t51.6%\t55.8%\t53.2%\t69.9%\n", "RC110") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "We hope to see a fall in the number of referrals.",
        "Over the last three years there has been a fall in the number of referrals.",
        "Nationally there has been a fall in the number of referrals.",
        "There has been a fall in the number of referrals from schools, of 12.",
    ],
)
def test_a_fall_at_another_time_or_place_is_not_held_against_the_row(sentence: str) -> None:
    table = "Year\t2022/23\t2023/24\t2024/25\nNumber of referrals\t412\t371\t466\nCases closed\t390\t384\t402\n"
    assert messages(f"{table}\n{sentence}\n", "RC219") == []
    assert messages(f"{table}\nThere has been a fall in the number of referrals.\n", "RC219")


@pytest.mark.parametrize("row", ["Number of referrals refused", "Number of referrals to other services"])
def test_a_fall_is_not_held_against_a_row_of_other_things(row: str) -> None:
    table = f"Year\t2022/23\t2023/24\t2024/25\n{row}\t412\t371\t466\nCases closed\t390\t384\t402\n"
    assert messages(f"{table}\nThere has been a fall in the number of referrals.\n", "RC219") == []


def test_a_percentage_in_real_terms_is_not_that_of_the_ends() -> None:
    assert messages("Spending rose from £10.0m to £12.0m, up 5% in real terms.\n", "RC123") == []
    assert messages("Spending rose from £10.0m to £12.0m, up 5%.\n", "RC123")


def test_shares_of_the_rest_that_do_not_make_the_whole_with_anything_say_nothing() -> None:
    text = "Of the places 65% are occupied.\n\nOf those that are unoccupied 20% are blocked and 11% are booked.\n"
    assert messages(text, "RC148") == []


def test_the_figure_is_marked_where_it_stands_in_its_row() -> None:
    """The row has 5% twice; the second is the one that is wrong."""
    row, at = "Rate\t12%\t8%\t5%\t5%\t6.5%", Location(1, 4, 15, 17, where="row Rate, column 2024")
    wrong = Relation(
        "ratio", (Evidence(Figure("5%", at), "stated", suspect=True),), "broken", "", location=at, quote=row
    )
    shown = quote(wrong)
    assert shown.text[: shown.marks[0].start] == "Rate | 12% | 8% | 5% | "
