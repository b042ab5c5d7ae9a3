"""What a paper's habit tells of one figure: lost commas, signs and units are slips, other styles are notes."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportcheck.auditing import audit_document
from reportcheck.checks.presentation.habits import Habits
from reportcheck.extract import extract_bytes
from reportcheck.read.mentions.dress import Dress, dress_of
from reportcheck.rulepack import load_rules

RULES = load_rules()


def told(text: str, *rules: str) -> list[tuple[str, str]]:
    """Severity and message of what these rules say of a text."""
    chosen = [r for r in RULES if r.id in rules]
    report = audit_document(extract_bytes(text.encode(), "x.md", "text"), chosen)
    return [(f.severity, f.relation.message) for f in report.findings]


def table(rows: list[tuple[str, ...]], head: tuple[str, ...] = ("Service", "2023/24", "2024/25")) -> str:
    """A table of Markdown."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "# Report\n\n" + "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


@pytest.mark.parametrize(
    ("text", "dress"),
    [
        ("£1,234.50", Dress("£", 4, ",", 2, "", False, "")), ("(1,234)", Dress("", 4, ",", 0, "", False, "(")),
        ("−£2.4m", Dress("£", 1, "", 1, "m", False, "-")), ("45.3 per cent", Dress("", 2, "", 1, "%", False, "")),
        ("$12 thousand", Dress("$", 2, "", 0, "k", False, "")), ("1’234’567", Dress("", 7, "’", 0, "", False, "")),
        ("US$ 5.1 million", Dress("US$", 1, "", 1, "m", False, "")), (".75", Dress("", 0, "", 2, "", False, "")),
    ],
)  # fmt: skip
def test_dress(text: str, dress: Dress) -> None:
    """What a figure wears."""
    assert dress_of(text) == dress


def test_words_have_no_dress() -> None:
    assert dress_of("nil") is None


def test_bits_grow_with_the_habit_and_fall_with_each_other_exception() -> None:
    """Ten that do and one that does not; then two that do not."""
    one = Habits([((("column", 1),), "comma")] * 10 + [((("column", 1),), "none")])
    two = Habits([((("column", 1),), "comma")] * 10 + [((("column", 1),), "none")] * 3)
    few = Habits([((("column", 1),), "comma")] * 3 + [((("column", 1),), "none")])
    chain = (("column", 1),)
    assert one.bits(chain, "none") == pytest.approx(4.459, abs=0.001)
    assert two.bits(chain, "none") < few.bits(chain, "none") < one.bits(chain, "none")


def test_a_column_has_a_habit_of_its_own() -> None:
    """Codes among amounts are expected to have no comma; an amount is not."""
    seen = [(("cells", ("column", 1)), "comma")] * 40 + [(("cells", ("column", 2)), "none")] * 6
    habits = Habits(seen)
    assert habits.bits(("cells", ("column", 2)), "none") < 0.5


ROWS = [
    ("Roads", "41,250", "43,118"), ("Parks", "12,905", "12,412"), ("Waste", "32,774", "32,590"),
    ("Grants", "15,310", "15,480"), ("Housing", "28,640", "29,115"), ("Libraries", "11,205", "11,390"),
]  # fmt: skip


@given(st.integers(0, 5), st.integers(1, 2))
@settings(max_examples=12, deadline=None)
def test_one_comma_lost_anywhere_is_a_warning(row: int, column: int) -> None:
    """The figure is named, and what it should read."""
    rows = [list(r) for r in ROWS]
    right = rows[row][column]
    rows[row][column] = right.replace(",", "")
    ((severity, message),) = told(table([tuple(r) for r in rows]), "RC404")
    assert severity == "warning"
    assert message.startswith(f"{right.replace(',', '')} is printed without a comma, unlike the other ")
    assert message.endswith(f": it should read {right}.")


def test_two_commas_lost_in_a_table_are_a_matter_of_style() -> None:
    more = [(f"Ward {n}", f"{n},410", f"{n},515") for n in range(21, 30)]
    rows = [*ROWS[:4], *more, ("Housing", "28640", "29,115"), ("Libraries", "11205", "11,390")]
    ((severity, message),) = told(table(rows), "RC404")
    assert severity == "note"
    assert message.startswith("28640 and 11205 are printed without a comma")


@pytest.mark.parametrize(
    "rows",
    [
        [("Minute", "4001", "4002"), *ROWS[:1]],  # one amount is no habit
        [*ROWS, ("Year", "2019", "2020")],  # years
        [*ROWS, ("Growth", "1400%", "2,150%")],  # per cent
        [("Code", "40012", "40013"), ("Fund", "50012", "50014"), ("Bank", "60012", "60013"), *ROWS[:3]],
    ],
)
def test_codes_years_and_mixed_columns_are_left_alone(rows: list[tuple[str, ...]]) -> None:
    assert [s for s, _ in told(table(rows), "RC404")] in ([], ["note"])
    assert "warning" not in [s for s, _ in told(table(rows), "RC404")]


SIGNED = [("Roads", "£41", "£43"), ("Parks", "£12", "£14"), ("Waste", "£32", "£37"), ("Grants", "£15", "£18"),
          ("Housing", "£28", "£29"), ("Libraries", "£11", "£13"), ("Arts", "£17", "£16"), ("Tax", "£25", "£23"),
          ("Rents", "£22", "£20"), ("Fees", "£31", "£30"), ("Sales", "£19", "£27"), ("Own", "£24", "£26")]  # fmt: skip


def test_a_lost_currency_sign() -> None:
    rows = [*SIGNED[:6], ("Arts", "17", "£16"), *SIGNED[7:]]
    expected = "17 has no currency sign, unlike the other 11 figures of the column “2023/24”: it should read £17."
    assert told(table(rows), "RC416") == [("warning", expected)]


@pytest.mark.parametrize(
    "row",
    [
        ("Number of staff", "17", "£16"),  # it counts
        ("Arts", "17", "16"),  # the whole row is of another kind
        ("Arts", "17.25", "£16"),  # printed otherwise altogether
        ("Arts", "0", "£16"),
    ],
)
def test_what_is_no_money_needs_no_sign(row: tuple[str, ...]) -> None:
    assert told(table([*SIGNED[:6], row, *SIGNED[7:]]), "RC416") == []


def test_signs_on_the_first_row_and_the_total_are_how_accounts_are_set() -> None:
    rows = [("Roads", "$41", "$43"), ("Parks", "12", "14"), ("Waste", "32", "37"), ("Total", "$85", "$94")]
    assert told(table(rows), "RC416") == []


def test_a_unit_is_lost_in_a_text_of_millions() -> None:
    sums = "Roads took £4.1m, parks £2.7m, waste £3.9m, grants £1.2m, housing £6.3m, tax £8.8m and fees £1.9m."
    text = f"{sums}\n\nA deficit of £19.8 is forecast for schools.\n"
    expected = (
        "£19.8 has no unit, unlike the other 7 figures of the text, which are in millions: it should read £19.8m."
    )
    assert told(text, "RC402") == [("warning", expected)]
    assert [s for s, _ in told(f"{sums}\n\nThe total tax revenue is £51.3 which is 80% of it.\n", "RC402")] == [
        "warning"
    ]
    assert told(f"{sums}\n\nThe council tax is £51.3 a week.\n", "RC402") == []
    assert told(f"{sums}\n\nA meal is £19.8 at cost price.\n", "RC402") == []
    assert told(f"{sums}\n\nA deficit of £19.80 is forecast for the tea fund.\n", "RC402") == []


@given(st.lists(st.integers(1_000, 9_999_999), min_size=6, max_size=12, unique=True), st.sampled_from([",", "", "’"]))
@settings(max_examples=25, deadline=None)
def test_one_style_throughout_is_never_told(values: list[int], group: str) -> None:
    """Whatever a paper's habit is, keeping to it is right."""
    rows = [(f"Service {chr(65 + n)}", f"{v:,}".replace(",", group), "5") for n, v in enumerate(values)]
    assert told(table(rows), "RC402", "RC404", "RC410", "RC412", "RC413", "RC416") == []


def test_decimals_and_minus_signs_are_told_once_for_a_paper() -> None:
    rows = [(f"Measure {n}", f"{Decimal(n) + Decimal('0.4')}%", f"{-n}.5") for n in range(11, 22)]
    rows[3] = ("Measure 14", "14.42%", "(14.5)")
    one = table(rows, ("Measure", "Share", "Change"))
    found = told(one + "\n" + one.replace("# Report", "# Again"), "RC410", "RC413")
    assert [s for s, _ in found] == ["note", "note"]
    assert found[0][1].endswith("which have one decimal; so with 1 more figure of the paper.")
