"""Sentences whose figures may be of something else: nothing is put to the test that could be meant otherwise."""

from __future__ import annotations

import pytest
from twins import audited

from reportcheck import audit

ALONE = [
    # Small counts of years fit each other by chance.
    "Not later than 1 year, after 1 year and not later than 5 years, and after more than 5 years.",
    # Rounding explains what is between them.
    "Attendance averaged 91%, which is 3 percentage points below the target of 95%.",
    # What is told of one line is not put to another line's amount.
    "Income was $50,000, $2,000 under budget, and expenditure $45,000.",
    # A balance that was opened before: what came in is less than what went out.
    "Receipts of $205.40 came in and $88,786.61 was paid out, leaving $101,634.54 in the bank.",
    # Any of three amounts may be what the other two make.
    "Works were $119,486 under budget; without the $90,000 that is not yet due they were $29,486 under budget.",
    # Growth is no share, and a part of a part has its own whole.
    "The precept of £24,000 is an increase of £1,500 (6.7%) on last year's precept of £22,500.",
    "The budget was £17.36 billion. It comprised £5.52 billion (32%) and £11.84 billion (68%) for roads and schools. "
    "The estimates were an increase of £1.37 billion (9%) from the year before.",
    "Fees rose by 4% to £2.6m on a budget of £64.0m.",
    # Those who are told of may be fewer than the whole.
    "The council has 1,240 homes, of which 820 are houses and 310 are flats.",
    "The vote was nine for and two against; 13 trustees were present, and the budget stood at £40.",
    "We spent £160m, representing 37.6% of the total approved budget. The teams project a £112m underspend. Of the"
    " delay, £49m is borrowed.",
    "About £5,000 over three years was set aside from £18,000 and £11,000.",
]


@pytest.mark.parametrize("text", ALONE)
def test_what_may_be_another_thing_is_left_alone(text: str) -> None:
    assert audited(text).findings == ()


LEFT_ALONE = [
    # A share of a balance, and no share of the months over which it is averaged.
    "Unless two or more clerks buy one bond, the least amount of the bond is 150% of the average monthly balances for"
    " the prior three months of all accounts.",
    # The most that a rate may be is no difference of two others.
    "The rise in the council's power is 6.28%. This is less than the average of 6.54% for councils which may raise"
    " their tax up to 5%.",
    # Another size, of another thing, has its own base; a level is no change, and a sum no difference.
    "The draft has a £3.2m surplus (compared to a £0.6m deficit), this is £3.8m less than the £7m of November.",
    "The rise of 1.22% (slightly lower than the provisional figure of +1.24%) is less than our estimate of 1.7%.",
    "The index fell from 53.8 in August to 52.9. This is in line with the view of the bank, and it was good to hear"
    " that trade grew by 0.5% in May.",
    "Last quarter 20 households moved in and 22 moved out, so that the number fell by 2 from 193.",
    "Calls from Ayton rose 2 per cent to 14,005 while those from Beeford rose 40 per cent to 8,203.",
    "This marks a decline from the 4 per cent of last year, for 10 per cent was planned and just 3 per cent spent.",
    "Swans were fewer, 170 compared with 173 in 2013, as were geese, down 3 per cent - 97 compared with 100.",
    # Of shares that stand together each may be of its own whole; growth in brackets is no share.
    "The shop sold 900 books. Of the 300 read, 150 (50%) were novels; 60 of them (40%) were new. Some 45 (75%) were"
    " old.",
    "From January the fund grew by $94,855 (49 percent), the road fund by $130,589 (58 percent) and the park fund by"
    " $12,000 (8 percent), to $400,000.",
    # Amounts of two things are told respectively.
    "The results are better by $18.9K, with the fair and gifts being over budget by $32K and $15K respectively.",
    # A round figure after "almost" may be a little under what it stands for.
    "Receipts are at £97,725, almost £9,000 less than the £106,892 of last year.",
    # Ends of spans of time are no figures that went up or down.
    "Leases fall due not later than 1 year after 1 year and not later than 5 years after more than 5 years.",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_figures_that_are_not_of_one_another_are_left_alone(text: str) -> None:
    assert not audit(text.encode(), name="a.txt").findings
