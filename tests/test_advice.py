"""What a clerk is told to change: the right cell, marked in its own row, and no value that nothing bears out."""

from __future__ import annotations

import io
from dataclasses import replace
from decimal import Decimal

import pytest
from reports import RULE, evidence, report, total

from reportcheck.advising import read_back, sound, told_once
from reportcheck.auditing import audit_document
from reportcheck.extract import extract_bytes
from reportcheck.model import Finding, Location, Relation, Suggestion
from reportcheck.quantity import Interval
from reportcheck.report.console import console
from reportcheck.report.quote import quotes
from reportcheck.report.terminal import write_report
from reportcheck.rulepack import rules_for
from reportcheck.words.names import short

STAFF = """\
Staff\t2023/24\t2024/25
11 Clerk\t31,870\t33,400
12 Warden\t24,150\t25,300
13 Caretaker\t18,600\t19,200
14 TOTAL\t74,620\t77,900
"""


def findings(text: str) -> tuple[Finding, ...]:
    return audit_document(
        extract_bytes(text.encode(), "t.txt", "text"), rules_for(None, ("RC101", "RC102"), ())
    ).findings


def told(text: str) -> str:
    stream = io.StringIO()
    made = audit_document(extract_bytes(text.encode(), "t.txt", "text"), rules_for(None, ("RC101", "RC102"), ()))
    write_report(console(stream, 160), made, quiet=True)
    return stream.getvalue()


def test_the_suspects_own_row_is_shown_and_marked_and_the_advice_names_it() -> None:
    text = "Ward\tAdults\tChildren\tAll\nEast\t1,318\t493\t1,811\nWest\t612\t359\t971\nAll wards\t1,930\t852\t2,782\n"
    said = told(text.replace("612\t359", "712\t359"))
    assert "| West | 712 | 359 | 971\n      |        ^^^   ---   ---\n" in said
    assert "Adults for West should read 612, not 712 (a changed digit explains the difference)\n" in said
    column = "Ward\tSeats\nEast\t1,318\nWest\t612\nNorth\t2,070\nAll wards total\t4,000\n"
    assert (
        "      | West | 812\n      |        ^^^\n      | All wards total | 4,000\n      |                   -----\n"
        in told(column.replace("612", "812"))
    )


def test_a_value_is_sure_only_where_a_second_relation_bears_it_out() -> None:
    """A total alone leaves open which figure slipped; where the rows hold, the total is the one."""
    crossed = "Ward\tMen\tWomen\tAll\nEast\t3,110\t2,905\t6,015\nWest\t4,220\t4,018\t8,238\nAll\t7,330\t6,923\t14,253\n"
    (finding,) = findings(crossed.replace("6,923", "6,932"))
    suggestion = finding.relation.suggestion
    assert suggestion is not None
    assert (suggestion.cell, suggestion.text, suggestion.sure) == ("Women for All", "6,923", True)
    (finding,) = findings(STAFF.replace("25,300", "25,800"))
    alone = finding.relation.suggestion
    assert alone is not None
    assert not alone.sure


def test_where_a_slip_in_either_of_two_figures_explains_a_sum_both_are_told() -> None:
    """The total of the forecast with 5 typed as 9, or a part with 4 typed as 0: nobody can tell."""
    (finding,) = findings(
        "Office\tBudget\tForecast\nAdults\t14,120\t14,870\nChildren\t9,310\t9,655\nPlaces\t6,040\t6,015\n"
        "Total\t29,470\t30,940\n"
    )
    relation = finding.relation
    assert relation.message == (
        "Total for Forecast is printed as 30,940, but its 3 parts add up to 30,540: "
        "either it is wrong or one of its parts is."
    )
    assert relation.suggestion is not None
    assert not relation.suggestion.sure
    assert relation.suggestion.reason == ("a changed digit would explain the difference, but so would Total as 30,540")


def test_what_is_left_over_is_no_suggestion() -> None:
    (finding,) = findings(STAFF.replace("77,900", "82,517"))
    relation = finding.relation
    assert relation.suggestion is None
    assert relation.message == (
        "14 TOTAL for 2024/25 is printed as 82,517, but its 3 parts add up to 77,900: "
        "either it is wrong or one of its parts is."
    )
    assert [e.figure.text for e in relation.suspects] == ["82,517"]
    assert "should read" not in told(STAFF.replace("77,900", "82,517"))


def test_the_sum_in_the_quoted_row_comes_first() -> None:
    bands = (
        "Band\tLast year\tRise\tThis year\nA\t1,127.46\t56.19\t1,183.65\nB\t1,315.37\t65.55\t1,380.92\n"
        "C\t1,503.28\t74.92\t1,578.20\nAll\t3,946.11\t196.66\t4,142.77\n"
    )
    (finding,) = findings(bands.replace("1,380.92", "1,382.92"))
    assert finding.relation.message == ("This year for B is printed as 1,382.92, but 1,315.37 + 65.55 is 1,380.92.")
    assert finding.relation.sum.endswith("1,315.37 + 65.55 = 1,380.92")
    assert len(finding.relation.also) == 1


def test_every_figure_of_a_row_is_marked_in_its_own_place() -> None:
    (finding,) = findings(
        "Ward\t5\t7\t12\nEast 5\t50\t57\t107\nWest\t61\t66\t127\nAll\t111\t123\t234\n".replace("107", "170")
    )
    for shown in quotes(finding.relation):
        assert all(shown.text[m.start : m.end].isdigit() for m in shown.marks)
        assert all(shown.text[m.start - 2 : m.start] == "| " for m in shown.marks)


@pytest.mark.parametrize("text", ["1.36.37 billion", "12 or 13", "about", "3,4,5"])
def test_what_is_no_one_figure_does_not_read_back(text: str) -> None:
    assert read_back(text) is None


@pytest.mark.parametrize(("text", "value"), [("£1.36 billion", "1360000000"), ("(1,204)", "-1204"), ("7.2%", "7.2")])
def test_what_is_one_figure_reads_back_as_its_value(text: str, value: str) -> None:
    read = read_back(text)
    assert read is not None
    assert read.value == Decimal(value)


def _suggesting(text: str, required: Interval | None = None) -> Relation:
    return Relation(
        "total", (evidence("52", Location(1, 4, 9, 11), suspect=True),), "broken", "Total is wrong.",
        location=Location(1, 4, 9, 11), suggestion=Suggestion(text), required=required,
    )  # fmt: skip


def test_a_suggestion_that_does_not_read_back_is_not_made() -> None:
    exactly = Interval.exact(Decimal(46))
    kept = [relation.suggestion for _, relation in sound([(RULE, _suggesting("46", exactly))])]
    assert kept == [Suggestion("46")]
    for text in ("4.6.0", "64", "-0"):
        ((_, relation),) = sound([(RULE, _suggesting(text, exactly))])
        assert relation.suggestion is None


def test_findings_on_one_figure_are_told_once() -> None:
    first = total()
    other = _suggesting("46")
    elsewhere = total(line=9)
    made = told_once([(RULE, first, "warning"), (RULE, other, "error"), (RULE, elsewhere, "error")])
    assert [severity for _, _, severity in made] == ["error", "error"]
    assert made[0][1].also == (f"{first.message} (RC101)",)
    assert made[0][1].suggestion == Suggestion("46")
    apart = told_once([(RULE, first, "error"), (RULE, _suggesting("49"), "error")])
    assert apart[0][1].suggestion is not None
    assert not apart[0][1].suggestion.sure


def test_a_relation_on_a_garbled_figure_is_not_told() -> None:
    good = report(total()).findings[0].relation
    bad = Relation("total", (evidence("52", Location(1, 4)), evidence("1046", Location(1, 4))), "broken", "No.")
    figure = bad.evidence[1].figure
    garbled = replace(bad, evidence=(bad.evidence[0], replace(bad.evidence[1], figure=replace(figure, text=".10.46"))))
    assert [r for _, r in sound([(RULE, good), (RULE, garbled)])] == [good]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("LGU NGOs GRAND TOTAL GRAND TOTAL", "LGU NGOs GRAND TOTAL"),
        ("Total:", "Total"),
        ("Budget 2024 Budget 2025", "Budget 2024 Budget 2025"),
        (
            "Net cost of adult social care and public health services for the year to date Forecast",
            "Net cost of adult social ... the year to date Forecast",
        ),
    ],
)
def test_a_name_says_nothing_twice_and_has_an_end(label: str, name: str) -> None:
    assert short(label) == name
    assert len(name) <= 60


def test_a_suspect_that_the_quote_does_not_hold_is_shown_by_its_label() -> None:
    inside = total()
    assert [q.text for q in quotes(inside)] == ["Total | 46 | 52"]
    (_, row) = quotes(replace(inside, quote="The total of the year is wrong."))
    assert row.text == "Total | 52"
    assert [(m.start, m.end, m.suspect) for m in row.marks] == [(8, 10, True)]


BANDS = """Council tax by band\t2029/30 £\t2030/31 £\tIncrease £
Band A\t800.00\t820.00\t20.00
Band B\t933.33\t{b}\t{rise}
Band C\t1,066.67\t1,093.33\t26.66
Band D\t1,200.00\t1,230.00\t30.00
Band E\t1,466.67\t1,503.33\t36.66
Band F\t1,733.33\t1,776.67\t43.34
Band G\t2,000.00\t2,050.00\t50.00
"""


@pytest.mark.parametrize(
    ("b", "rise", "told"),
    [
        ("958.67", "23.34", [("958.67", "956.67", True)]),  # All that it breaks is one finding.
        ("956.67", "27.34", [("27.34", "23.34", True)]),
        ("956.67", "23.34", []),
    ],
)
def test_what_one_slip_breaks_is_told_once_at_the_slip(b: str, rise: str, told: list[tuple[str, str, bool]]) -> None:
    text = BANDS.format(b=b, rise=rise).encode()
    rules = rules_for(None, ["RC102", "RC506"], ())
    found = [f for f in audit_document(extract_bytes(text, "a.txt", "text"), rules).findings if f.severity == "error"]
    advice = [(f.relation.suspects[0].figure.text, f.relation.suggestion) for f in found]
    assert [(suspect, s.text, s.sure) for suspect, s in advice if s] == told
    assert len(found) == len(told)


def test_a_sum_that_a_mended_figure_mends_is_told_with_it() -> None:
    """A band and the difference beside it: each names another figure, but one slip explains both."""
    wrong, printed = evidence("2,816.65", Location(1, 4, 10, 18), suspect=True), Decimal("2818.65")
    band = Relation("schema", (wrong,), "broken", "Two thirds more is 2,818.65.",
                    required=Interval.exact(printed), suggestion=Suggestion("2,818.65", sure=False))  # fmt: skip
    rise = evidence("133.95", Location(1, 4, 20, 26), suspect=True)
    due = Interval.exact(Decimal("131.95"))
    difference = Relation("difference", (rise, replace(wrong, role="input", suspect=False)), "broken",
                          "The rise is 131.95.", required=due, suggestion=Suggestion("131.95", sure=False))  # fmt: skip
    (told,) = told_once([(RULE, difference, "error"), (RULE, band, "error")])
    assert told[1].message == band.message
    assert told[1].also == (f"{difference.message} ({RULE.id})",)
    assert told[1].suggestion == Suggestion("2,818.65", "two relations say so", True)
    other = replace(difference, required=Interval.exact(Decimal("120.95")))
    assert len(told_once([(RULE, other, "error"), (RULE, band, "error")])) == 2


def test_the_same_found_by_two_rules_is_told_once_and_bears_nothing_out() -> None:
    here, there = evidence("1,769.6", Location(1, 4, 0, 7), suspect=True), evidence("1,769.2", Location(1, 9, 0, 7))
    one = Relation("same-fact", (here, there), "broken", "1,769.6 here, but 1,769.2 there.",
                   suggestion=Suggestion("1,769.2", sure=False))  # fmt: skip
    both = replace(one, kind="named-total", evidence=(replace(here, suspect=False), replace(there, role="stated")))
    (told,) = told_once([(RULE, one, "warning"), (RULE, both, "warning")])
    assert told[1].also == (f"the same is found ({RULE.id})",)
    assert told[1].suggestion == one.suggestion
    other = replace(both, message="1,769.6 here, but 1,796.2 there.")
    assert len(told_once([(RULE, one, "warning"), (RULE, other, "warning")])) == 2


def test_a_suspect_of_another_sentence_is_shown_with_the_words_that_lead_to_it() -> None:
    text = b"Rates. Overall the absence rate was 6.4%.\n\nLong-term absence was 3.1%, short-term absence was 2.9%.\n"
    (finding,) = audit_document(extract_bytes(text, "a.txt", "text"), rules_for(None, ["RC142"], ())).findings
    sentence, other = quotes(finding.relation)
    assert not any(mark.suspect for mark in sentence.marks)
    assert other.text == "Overall the absence rate was | 6.4%"
    assert [(mark.start, mark.end, mark.suspect) for mark in other.marks] == [(31, 35, True)]


def test_the_suspect_is_marked_where_a_figure_of_another_place_is_printed_alike() -> None:
    alike = (evidence("3.2", Location(1, 2, 0, 3)), evidence("3.2", Location(1, 4, 0, 3), suspect=True))
    made = Relation("numbering", alike, "broken", "...", location=Location(1, 4, 0, 3), quote="3.2 Reserves")
    (shown,) = quotes(made)
    assert [(m.start, m.suspect) for m in shown.marks] == [(0, True)]
