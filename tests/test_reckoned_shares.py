"""Sentences whose percentages are put to their figures in whatever order: shares, changes and rates."""

from __future__ import annotations

import pytest
from twins import check_twins

TWINS = [
    (
        "The overspend of £1.3m is 2.5% of the net budget of £48.0m.",
        "£1.3m of £48.0m is printed as 2.5%, but it is 2.7%.",
        "The overspend of £1.3m is 2.7% of the net budget of £48.0m.",
    ),
    (
        "The 310 replies in 2025 are 8% more than the 295 in 2024.",
        "“8% more” does not fit 295 to 310, which is an increase of 5%.",
        "The 310 replies in 2025 are 5% more than the 295 in 2024.",
    ),
    (
        "Total income for the year was £64,000. Subscriptions brought in £41,600, which is 56% of total income.",
        "£41,600 of £64,000 is printed as 56%, but it is 65%.",
        "Total income for the year was £64,000. Subscriptions brought in £41,600, which is 65% of total income.",
    ),
    (
        "We have spent $63,000 of the $84,000 budget, leaving 35% unspent.",
        "The sentence says that 35% is left, but $63,000 of $84,000 leaves 25%.",
        "We have spent $63,000 of the $84,000 budget, leaving 25% unspent.",
    ),
    (
        "Water cost $18,400 (46%), power $13,600 (34%) and gas $8,000 (10%) of the total.",
        "$8,000 is printed as 10%, but beside 46% for $18,400 and 34% for $13,600 it is 20%.",
        "Water cost $18,400 (46%), power $13,600 (34%) and gas $8,000 (20%) of the total.",
    ),
    (
        "It has a grant of €7.90 billion (46%), other grants of €2.17 million (12%), cash of €363.74 million (2%)"
        " and fees of €6.93 billion (40%).",
        "€2.17 million is printed as 12%, but beside 46% for €7.90 billion and 2% for €363.74 million that is a"
        " thousand times as much.",
        "It has a grant of €7.90 billion (46%), other grants of €2.17 billion (13%), cash of €363.74 million (2%)"
        " and fees of €6.93 billion (40%).",
    ),
    (
        "The 60 staff are made up of 33 (55%) teachers, 15 (35%) assistants and 12 (20%) office staff.",
        "15 of 60 is printed as 35%, but it is 25%.",
        "The 60 staff are made up of 33 (55%) teachers, 15 (25%) assistants and 12 (20%) office staff.",
    ),
    (
        "The ward was allocated KSh 3.2 billion and spent KSh 2.4 billion, representing an absorption "
        "rate of 70 per cent.",
        "KSh 2.4 billion of KSh 3.2 billion is printed as 70 per cent, but it is 75 per cent.",
        "The ward was allocated KSh 3.2 billion and spent KSh 2.4 billion, representing an absorption "
        "rate of 75 per cent.",
    ),
    (
        "Enrolment of 1,104 pupils is 46 fewer than the 1,160 enrolled last September.",
        "“46 fewer” does not fit 1,160 to 1,104, which is a decrease of 56.",
        "Enrolment of 1,104 pupils is 56 fewer than the 1,160 enrolled last September.",
    ),
    (
        "Recurrent expenditure of Kshs.9.1 billion was 85 per cent of the annual recurrent budget of "
        "Kshs.10.3 billion.",
        "Kshs.9.1 billion of Kshs.10.3 billion is printed as 85 per cent, but it is 88 per cent.",
        "Recurrent expenditure of Kshs.9.1 billion was 88 per cent of the annual recurrent budget of "
        "Kshs.10.3 billion.",
    ),
    (
        "Library visits totalled 18,240, a rise of 12% on the 16,580 recorded in 2022.",
        "“rise of 12%” does not fit 16,580 to 18,240, which is an increase of 10%.",
        "Library visits totalled 18,240, a rise of 10% on the 16,580 recorded in 2022.",
    ),
    (
        "The trust spent £2.1m of its £2.8m capital allocation, 85% of the total.",
        "£2.1m of £2.8m is printed as 85%, but it is 75%.",
        "The trust spent £2.1m of its £2.8m capital allocation, 75% of the total.",
    ),
    (
        "Attendance was 412, only 3% below last year's 450.",
        "“3% below” does not fit 450 to 412, which is a decrease of 8%.",
        "Attendance was 412, 8% below last year's 450.",
    ),
    (
        "Turnout was 46% (1,150 of the 2,420 electors).",
        "1,150 of 2,420 is printed as 46%, but it is 48%.",
        "Turnout was 48% (1,150 of the 2,420 electors).",
    ),
    (
        "Capital receipts were $1.2m, 20% above the $0.9m forecast.",
        "“20% above” does not fit $0.9m to $1.2m, which is an increase of 33%.",
        "Capital receipts were $1.2m, 33% above the $0.9m forecast.",
    ),
    (
        "Staff costs, at £640,000, are 58% of total expenditure of £1,250,000.",
        "£640,000 of £1,250,000 is printed as 58%, but it is 51%.",
        "Staff costs, at £640,000, are 51% of total expenditure of £1,250,000.",
    ),
    (
        "The district received $86,500 from the state, $4,200 more than the $81,300 received the year before.",
        "“$4,200 more” does not fit $81,300 to $86,500, which is an increase of $5,200.",
        "The district received $86,500 from the state, $4,200 more than the $82,300 received the year before.",
    ),
    (
        "Interest received was £312 compared with £287 in 2022, up £35.",
        "“up £35” does not fit £287 to £312, which is an increase of £25.",
        "Interest received was £312 compared with £287 in 2022, up £25.",
    ),
    (
        "The trust owns 84 beds, 9 fewer than a year ago when there were 95.",
        "“9 fewer” does not fit 95 to 84, which is a decrease of 11.",
        "The trust owns 84 beds, 11 fewer than a year ago when there were 95.",
    ),
    (
        "Expenditure to date is Rs 6.2 crore or 57% of the sanctioned Rs 9.8 crore.",
        "Rs 6.2 crore of Rs 9.8 crore is printed as 57%, but it is 63%.",
        "Expenditure to date is Rs 6.2 crore or 63% of the sanctioned Rs 9.8 crore.",
    ),
    (
        "The watch took 9,400 calls in the year. Of all calls, 282 were for fire, or 3.0 percent, 5,170 were for"
        " illness, or 45 percent, and 1,410 were false alarms, or 15 percent.",
        "5,170 of 9,400 is printed as 45 percent, but it is 55 percent.",
        "The watch took 9,400 calls in the year. Of all calls, 282 were for fire, or 3.0 percent, 5,170 were for"
        " illness, or 55 percent, and 1,410 were false alarms, or 15 percent.",
    ),
    (
        "Cases of the week\n\n* 420 new cases were seen in 11 wards\n\n* 294 (60%) severe\n\n* 185 (44%) under"
        " 5 years\n\n* 13 deaths told this week (rate 3.1%)\n\n* 52 samples were tested; 3 (6%) of them hit",
        "294 of 420 is printed as 60%, but it is 70%.",
        "Cases of the week\n\n* 420 new cases were seen in 11 wards\n\n* 294 (70%) severe\n\n* 185 (44%) under"
        " 5 years\n\n* 13 deaths told this week (rate 3.1%)\n\n* 52 samples were tested; 3 (6%) of them hit",
    ),
    (
        "The team answered 2,070 calls. The first shift went to 1,990 of those calls, or 98.5%, without help.",
        "1,990 of 2,070 is printed as 98.5%, but it is 96.1%.",
        "The team answered 2,070 calls. The first shift went to 1,990 of those calls, or 96.1%, without help.",
    ),
    (
        "Of the late trains, 43% were held by signals, 25% by staff, and 38% by other causes.",
        "43%, 25% and 38% are said to make the whole, but they add up to 106%.",
        "Of the late trains, 43% were held by signals, 25% by staff, and 32% by other causes.",
    ),
    (
        "Calls rose 21 per cent year-on-year in May, reaching 4,480 compared with 4,000 last year, the desk said.",
        "“rose by 21 per cent” does not fit 4,000 to 4,480, which is an increase of 12 per cent.",
        "Calls rose 12 per cent year-on-year in May, reaching 4,480 compared with 4,000 last year, the desk said.",
    ),
    (
        "The fair saw a 22 per cent rise in visitors from the coast - 6,100 from 5,000 - and a 9 per cent rise from the"
        " hills - 2,060 as opposed to 2,000.",
        "“rise of 9 per cent” does not fit 2,000 to 2,060, which is an increase of 3 per cent.",
        "The fair saw a 22 per cent rise in visitors from the coast - 6,100 from 5,000 - and a 3 per cent rise from the"
        " hills - 2,060 as opposed to 2,000.",
    ),
    (
        "Statistics show that 8,430 visitors were from abroad. This is a 5.8 percent jump from last March, when the"
        " figure was at 7,800.",
        "“jump of 5.8 percent” does not fit 7,800 to 8,430, which is an increase of 8.1 percent.",
        "Statistics show that 8,430 visitors were from abroad. This is an 8.1 percent jump from last March, when the"
        " figure was at 7,800.",
    ),
    (
        "The six libraries lent 13,500 books in 2024, and the two vans 9,000 books in 2019. That represents a rise of"
        " just over 65%.",
        "“rise of 65%” does not fit 9,000 to 13,500, which is an increase of 50%.",
        "The six libraries lent 13,500 books in 2024, and the two vans 9,000 books in 2019. That represents a rise of"
        " just under 51%.",
    ),
    (
        "So far 11,900 people came this year. Last year 11,000 people came by then. Based on these figures, this"
        " year has recorded an 1.8 percent bump.",
        "“bump of 1.8 percent” does not fit 11,000 to 11,900, which is an increase of 8.2 percent.",
        "So far 11,900 people came this year. Last year 11,000 people came by then. Based on these figures, this"
        " year has recorded an 8.2 percent bump.",
    ),
    (
        "Arrivals fell by 4,800 or 14.3 per cent over the month before and reached 106,800.",
        "“fell by 14.3 per cent” does not fit 4,800 off 111,600, which is a decrease of 4.3 per cent.",
        "Arrivals fell by 4,800 or 4.3 per cent over the month before and reached 106,800.",
    ),
    (
        "The deficit is to fall to £76,100 (Rs 8.4m) this year, about 44 per cent lower than the estimate of £99,800"
        " (Rs 11.0m) in 2023/24.",
        "“44 per cent lower” does not fit £99,800 to £76,100, which is a decrease of 24 per cent.",
        "The deficit is to fall to £76,100 (Rs 8.4m) this year, about 24 per cent lower than the estimate of £99,800"
        " (Rs 11.0m) in 2023/24.",
    ),
    (
        "Loans went from 10,000 in 2016 to 10,800 in 2017. That is an eighteen per cent rise.",
        "“rise of eighteen per cent” does not fit 10,000 to 10,800, which is an increase of eight per cent.",
        "Loans went from 10,000 in 2016 to 10,800 in 2017. That is an eight per cent rise.",
    ),
    (
        "Fuel cost $9,340 this year, down 6% from $10,480 last year.",
        "“down 6%” does not fit $10,480 to $9,340, which is a decrease of 11%.",
        "Fuel cost $9,340 this year, down 11% from $10,480 last year.",
    ),
]


@pytest.mark.parametrize(("wrong", "message", "right"), TWINS)
def test_a_wrong_sentence_is_found_and_its_right_twin_verified(wrong: str, message: str, right: str) -> None:
    check_twins(wrong, message, right)
