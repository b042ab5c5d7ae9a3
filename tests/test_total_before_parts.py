"""Totals that stand before their parts, in headings and on every level of a list, and totals after bullets."""

from __future__ import annotations

import pytest
from twins import audited

from reportcheck import audit

NESTED = """\
# Report

<h4>June to August</h4>

<h5>Total income: £{income}</h5>

* Gifts to our account: £3,124.80

* Grant received: £500

<h5>Total spending: £{spending} </h5>

* Parcels sent: £{parcels}, namely,

  + Blankets: £1,627.02

  + Carriage (about 7 m<sup>3</sup>): £350

* Hall hire: £651.80
"""


def told(income: str = "3,624.80", spending: str = "2,628.82", parcels: str = "1,977.02") -> list[str]:
    """The errors of the list."""
    text = NESTED.format(income=income, spending=spending, parcels=parcels)
    return [f.message for f in audit(text.encode(), name="report.md").findings if f.severity == "error"]


def test_totals_over_their_parts_on_every_level_are_right_and_are_verified() -> None:
    text = NESTED.format(income="3,624.80", spending="2,628.82", parcels="1,977.02")
    report = audit(text.encode(), name="report.md")
    assert told() == []
    assert report.coverage.verified == report.coverage.figures == 8


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (
            {"income": "3,264.80"},
            "Total income is printed as £3,264.80, but its 2 parts add up to 3,624.80.",
        ),
        (
            {"spending": "2,862.82"},
            "Total spending is printed as £2,862.82, but its 2 parts add up to 2,628.82: either it is wrong or one of "
            "its parts is.",
        ),
    ],
)
def test_a_wrong_one_is_held_against_what_is_set_in_under_it(wrong: dict[str, str], message: str) -> None:
    assert told(**wrong) == [message]


GRANTS = """\
Three grants were made from the fund:

- £540 towards the heating of the hall, which cost £2,300
- £110 for the youth club
- £1,430 towards the path

{total}
"""


def grants(total: str) -> list[str]:
    return [f.message for f in audited(GRANTS.format(total=total)).findings]


@pytest.mark.parametrize("total", ["In total {} was given this year.", "This makes {} in all."])
def test_a_total_after_bullets_is_held_against_them(total: str) -> None:
    assert grants(total.format("£2,080")) == []
    assert grants(total.format("£2,180")) == ["The sentence says £2,180, but £540 + £110 + £1,430 is £2,080."]


@pytest.mark.parametrize(
    "other", ["The total cost of the path is £2,180 per year.", "A total of £9,400 is left in the fund."]
)
def test_another_total_after_bullets_is_left_alone(other: str) -> None:
    assert grants(other) == []


def test_lists_of_html_in_markdown_are_read_item_by_item() -> None:
    text = """\
Support is shown here.

<ul>
<li>Members' support is now 38% of what is received, a shift from 21% five years ago.</li>
<li>We supplied 601 parcels, which is more than a 20% increase from 2011.</li>
</ul>
"""
    assert audit(text.encode(), name="report.md").findings == ()


INCOME = """\
In 2025 the trust received gifts and help in kind for a total amount of €{whole}.

In February the trust received a gift of €{gift} from a foundation.

The trust also received help in kind for a total amount of €808.40.
"""


def test_a_whole_and_its_part_that_differ_by_what_stands_between_them_are_no_slip() -> None:
    assert audited(INCOME.format(whole="880.40", gift="72.00")).findings == ()
    found = audited(INCOME.format(whole="880.40", gift="1,150.00")).findings
    assert [f.message for f in found] == ["€880.40 here, but €808.40 in the sentence at line 5."]
