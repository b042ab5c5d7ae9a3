"""What a figure is about: words, times, slips, and how surely two statements tell one fact."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportcheck.auditing import audit_document
from reportcheck.extract import extract_bytes
from reportcheck.model import Paper, Statement
from reportcheck.quantity import Quantity
from reportcheck.read import read
from reportcheck.read.facts.match import noun_before
from reportcheck.read.facts.slips import Numbers, digits, mantissa, variants
from reportcheck.rulepack import load_rules
from reportcheck.words.spans import agree, month_of, span_of, spans_in, surely
from reportcheck.words.stems import initials, opposed, qualifiers, states_change, stem, stems

AGREEMENT = [rule for rule in load_rules() if rule.id.startswith("RC2")]


def paper(text: str) -> Paper:
    return read(extract_bytes(text.encode(), "paper.txt", "text"))


def told(text: str, figure: str) -> Statement:
    return next(s for s in paper(text).statements if s.figure.text == figure)


def findings(text: str) -> list[str]:
    report = audit_document(extract_bytes(text.encode(), "paper.txt", "text"), AGREEMENT)
    return [f"{finding.rule.id}" for finding in report.findings]


def test_plurals_and_endings_are_one_stem() -> None:
    assert stem("households") == stem("household")
    assert stem("activities") == stem("activity")
    assert stem("approved") == stem("approve")
    assert stems("the total of the budgets") == frozenset({stem("budget")})


def test_words_that_a_pdf_ran_together_come_apart() -> None:
    assert stems("ElderAbusePrevention") == stems("Elder Abuse Prevention")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("net spend", "gross spend", True),
        ("opening balance", "closing balance", True),
        ("approved households", "households that ceased", True),
        ("net spend", "net cost", False),
        ("net spend", "spend", False),
    ],
)
def test_opposites(one: str, other: str, expected: bool) -> None:
    assert opposed(qualifiers(one), qualifiers(other)) is expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("costs rose by ", " in the year", True),
        ("an overspend of ", "", True),
        ("households ceased, ", " more than last year", True),
        ("costs rose by £2,415 or ", " in the year", True),
        ("costs rose to ", " in the year", False),
        ("the balance of ", "", False),
    ],
)
def test_changes_and_levels(before: str, after: str, expected: bool) -> None:
    assert states_change(before, after) is expected


@pytest.mark.parametrize(
    ("one", "other", "meets", "same"),
    [
        ("2024/25", "2024-25", True, True),
        ("31 March 2025", "2024/25", True, True),
        ("31/03/2025", "31 March 2025", True, True),
        ("30 September 2024", "2024/25", True, False),
        ("2023/24", "2024/25", False, False),
        ("31 March 2024", "31 March 2025", False, False),
    ],
)
def test_times_by_meaning(one: str, other: str, meets: bool, same: bool) -> None:
    a, b = span_of(one), span_of(other)
    assert a is not None
    assert b is not None
    assert a.meets(b) is meets
    assert a.same(b) is same
    assert agree(frozenset([a]), frozenset()) is True
    assert surely(frozenset([a]), frozenset()) is False


def test_a_month_under_a_financial_year() -> None:
    (year,) = spans_in("2024/25")
    assert month_of("December", year) == span_of("December 2024")
    assert month_of("January", year) == span_of("January 2025")
    assert month_of("Total", year) is None


def test_each_figure_has_its_own_time() -> None:
    text = "Occupancy fell from 76% on 31 March 2024 to 65%, and 22 left in 2024/25 against 16 in 2023/24."
    assert told(text, "76%").spans == frozenset([span_of("31 March 2024")])
    assert told(text, "65%").spans == frozenset()
    assert told(text, "22").spans == frozenset([span_of("2024/25")])
    assert told(text, "16").spans == frozenset([span_of("2023/24")])


def test_figures_that_take_the_times_in_turn() -> None:
    text = "Sales were £512 and £498 in 2019 and 2018, respectively."
    assert told(text, "£512").spans == frozenset([span_of("2019")])
    assert told(text, "£498").spans == frozenset([span_of("2018")])


def test_one_slip_away() -> None:
    found = variants(18542, Numbers({18452, 18842, 1842, 18591, 18542, 20000}))
    assert found[18452] == "swap"
    assert found[18842] == "digit"
    assert found[1842] == "drop"
    assert found[18591] == "tail"
    assert 18542 not in found
    assert 20000 not in found


def quantity(text: str, value: str, step: str, scale: int = 1, unit: str | None = None) -> Quantity:
    return Quantity(text, Decimal(value), unit, scale, Decimal(step))  # type: ignore[arg-type]


def test_digits_that_tell() -> None:
    assert digits(quantity("1,250,000", "1250000", "1")) == 3
    assert digits(quantity("£4,500.00", "4500", "0.01", unit="GBP")) == 2
    assert digits(quantity("£150m", "150000000", "1000000", 1_000_000, "GBP")) == 2
    assert digits(quantity("4.50%", "4.50", "0.01", unit="percent")) == 3
    assert mantissa(quantity("£9.27m", "9270000", "10000", 1_000_000, "GBP")) == (927, 4)


def test_counts_are_exact_and_rounded_sums_are_not() -> None:
    assert quantity("17", "17", "1").differs(quantity("18", "18", "1"))
    assert not quantity("57.6", "57600000", "100000").differs(quantity("57.7", "57700000", "100000"))
    assert quantity("57.6", "57600000", "100000").differs(quantity("57.8", "57800000", "100000"))


def test_abbreviations_and_the_noun_before() -> None:
    assert "dsg" in initials("The total Dedicated Schools Grant for the year")
    statement = told("The statement of 1 May 2024 showed a credit balance of £812.40.", "£812.40")
    assert noun_before(statement) == ("credit", "balance")


def test_three_measures_of_households_are_no_conflict() -> None:
    assert not findings(
        "In 2024/25 the panel approved 120 households and 122 mainstream households ceased to foster.\n\n"
        "The approved places on 31 March 2025 were 379, provided by 119 fostering households.\n"
    )


def test_net_and_gross_draft_and_adopted_are_no_conflict() -> None:
    assert not findings(
        "Net expenditure on highways is £12,481,770 in 2024/25.\n\n"
        "Gross expenditure on highways is £12,481,970 in 2024/25.\n\n"
        "The draft budget for parks was £371,207,490. The meeting spoke for an hour about many other things.\n\n"
        "The adopted budget for parks was £371,257,490.\n"
    )


def test_another_year_and_another_directorate_are_no_conflict() -> None:
    assert not findings(
        "Garden waste came to 18,452 tonnes in 2022/23, as the dry summer had it.\n\n"
        "Tonnes\t2023/24\t2024/25\nGarden waste\t18,542\t19,101\nScrap metal\t2,114\t2,087\n"
    )


def test_a_change_worked_out_from_the_row_is_no_slip() -> None:
    assert not findings(
        "Grants from government stood at 1,612 and fees at 1,412 in 2024/25, 200 apart.\n\n"
        "Income\t2023/24\t2024/25\nGrants\t1,512\t1,612\nFees\t1,402\t1,412\n"
    )


def test_parts_that_make_the_tables_total_are_no_slip() -> None:
    assert not findings(
        "Balance\t2023/24\t2024/25\nBalance at the end of the year\t4,180.20\t6,063.16\nPrecept\t9,500.00\t9,700.00\n\n"
        "The balance at the end of the year was £5,063.16 in the bank and £1,000.00 in savings.\n"
    )


def test_a_sentence_that_repeats_its_table_is_ticked() -> None:
    text = "Garden waste came to 18,542 tonnes in 2023/24.\n\nTonnes\t2022/23\t2023/24\nGarden waste\t17,930\t18,542\n"
    report = audit_document(extract_bytes(text.encode(), "paper.txt", "text"), AGREEMENT)
    assert not report.findings
    assert any(rule.id == "RC201" for rule, _ in report.held)


def test_hostile_texts_are_read_in_peace() -> None:
    for text in ("1" * 5000, "£" * 2000 + "1,", "(" * 3000 + "12%", "Total: 5\n" * 300, "12 of " * 2000):
        assert findings(text) == []


def test_counts_of_a_place_or_of_those_who_did_something_are_no_stock() -> None:
    text = (
        "The division of surgery has 1,204 staff at 31 March 2025. The division of medicine has 1,188 staff.\n\n"
        "In the survey 1,190 staff said that they felt safe. The letter went to 1,200 staff in the north.\n\n"
        "The north has 120 carers and the south 118 carers. At the picnic 116 carers had lunch.\n\n"
        "There were 742 children in care on 31 March 2025. The nurses saw 735 children in care in the year.\n\n"
        "There were 3,412 households on the register. A year earlier there were 3,390 households.\n"
    )
    report = audit_document(extract_bytes(text.encode(), "paper.txt", "text"), AGREEMENT)
    assert not [f.relation.message for f in report.findings]
