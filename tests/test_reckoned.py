"""Sentences whose figures are put to each other in whatever order: each wrong one is found, its"
" right twin verified."""

from __future__ import annotations

import pytest

from reportcheck import audit
from reportcheck.model import Report

TWINS = [
    (
        "The overspend of £1.3m is 2.5% of the net budget of £48.0m.",
        "£1.3m of £48.0m is printed as 2.5%, but it is 2.7%.",
        "The overspend of £1.3m is 2.7% of the net budget of £48.0m.",
    ),
    (
        "Paid: J Orr (grass) £240.00; Hall £118.42; Magazine £35.00; HMRC £96.20. Total £498.62.",
        "The sentence says £498.62, but £240.00 + £118.42 + £35.00 + £96.20 is £489.62.",
        "Paid: J Orr (grass) £240.00; Hall £118.42; Magazine £35.00; HMRC £96.20. Total £489.62.",
    ),
    (
        "The total fund balance is $28,012.40. "
        "Per fund: Schools (10) - $10,204.10; Halls (20) - $9,508.20; Roads (30) - $7,300.10.",
        "The sentence says $28,012.40, but $10,204.10 + $9,508.20 + $7,300.10 is $27,012.40.",
        "The total fund balance is $27,012.40. Per fund: Schools $10,204.10; Halls $9,508.20; Roads $7,300.10.",
    ),
    (
        "The sum to be raised is $1,560.00, shared out as follows: offices $50.00, polls $25.00 and fees $1,575.00.",
        "The sentence says $1,560.00, but $50.00 + $25.00 + $1,575.00 is $1,650.00.",
        "The sum to be raised is $1,650.00, shared out as follows: offices $50.00, polls $25.00 and fees $1,575.00.",
    ),
    (
        "Three vehicles at £4,000 each come to £12,500.",
        "The sentence says £12,500 for three at £4,000, which is £12,000.",
        "Three vehicles at £4,000 each come to £12,000.",
    ),
    (
        "Reserves stand at £46.0m, of which £12.8m is general, £28.3m earmarked and £5.9m schools.",
        "The sentence says £46.0m, but £12.8m + £28.3m + £5.9m is £47.0m.",
        "Reserves stand at £47.0m, of which £12.8m is general, £28.3m earmarked and £5.9m schools.",
    ),
    (
        "The 310 replies in 2025 are 8% more than the 295 in 2024.",
        "“8% more” does not fit 295 to 310, which is an increase of 5%.",
        "The 310 replies in 2025 are 5% more than the 295 in 2024.",
    ),
    (
        "Income of £12,450 less costs of £9,870 leaves a surplus of £2,850.",
        "The sentence says £2,850, but £12,450 - £9,870 is £2,580.",
        "Income of £12,450 less costs of £9,870 leaves a surplus of £2,580.",
    ),
    (
        "The council's 1,240 homes comprise 820 houses, 310 flats and 120 bungalows.",
        "The sentence says 1,240, but 820 + 310 + 120 is 1,250.",
        "The council's 1,250 homes comprise 820 houses, 310 flats and 120 bungalows.",
    ),
    (
        "The average cost per place is £1,250 (£62,500 for 45 places).",
        "The sentence says £1,250 each, but £62,500 ÷ 45 is £1,389.",
        "The average cost per place is £1,250 (£62,500 for 50 places).",
    ),
    (
        "8 for, 3 against with 2 abstentions; 14 members were present.",
        "The sentence says 14, but 8 + 3 + 2 is 13.",
        "8 for, 3 against with 2 abstentions; 13 members were present.",
    ),
    (
        "Of the £4.2m savings target, £3.1m (74%) is delivered, £0.8m (19%) is on track and £0.5m (12%) is at risk.",
        "The sentence says £4.2m, but £3.1m + £0.8m + £0.5m is £4.4m.",
        "Of the £4.2m savings target, £3.1m (74%) is delivered, £0.8m (19%) is on track and £0.3m (7%) is at risk.",
    ),
    (
        "Grants came to €48,200 in the quarter. They went to 14 clubs. They consisted of €21,500 for sport, €16,300 for"
        " music and €12,400 for heritage.",
        "The sentence says €48,200, but €21,500 + €16,300 + €12,400 is €50,200.",
        "Grants came to €48,200 in the quarter. They went to 14 clubs. They consisted of €21,500 for sport, €16,300 for"
        " music and €10,400 for heritage.",
    ),
    (
        "The loan of $600,000 was split between the roof ($410,000), the boiler ($125,000) and fees ($56,000).",
        "The sentence says $600,000, but $410,000 + $125,000 + $56,000 is $591,000.",
        "The loan of $600,000 was split between the roof ($410,000), the boiler ($125,000) and fees ($65,000).",
    ),
    (
        "Claims approved: General Fund $12,450.20, Road Fund $8,310.75, Library Fund $2,004.05; total $22,675.00.",
        "The sentence says $22,675.00, but $12,450.20 + $8,310.75 + $2,004.05 is $22,765.00.",
        "Claims approved: General Fund $12,450.20, Road Fund $8,310.75, Library Fund $2,004.05; total $22,765.00.",
    ),
    (
        "Membership is now 1,260. This includes 845 full members, 310 associates and 150 students.",
        "The sentence says 1,260, but 845 + 310 + 150 is 1,305.",
        "Membership is now 1,305. This includes 845 full members, 310 associates and 150 students.",
    ),
    (
        "Dues are $85 a quarter, or $380 a year.",
        "The sentence says $380, but 4 × $85 is $340.",
        "Dues are $85 a quarter, or $340 a year.",
    ),
    (
        "Cash of $1,617,861 is 12.3 months of reserve at $121,000 a month.",
        "The sentence says 12.3, but $1,617,861 ÷ $121,000 is 13.4.",
        "Cash of $1,617,861 is 13.4 months of reserve at $121,000 a month.",
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
        "Electricity cost £5,240 in 2023 and £4,870 in 2024, an increase of £370.",
        "The sentence says “increase”, but £5,240 to £4,870 is a fall of £370.",
        "Electricity cost £5,240 in 2023 and £4,870 in 2024, a reduction of £370.",
    ),
    (
        "Actual spending of £15,300 was higher than the £16,100 planned.",
        "The sentence says “higher”, but £16,100 to £15,300 is a fall of £800.",
        "Actual spending of £15,300 was lower than the £16,100 planned.",
    ),
    (
        "We had budgeted €12,500 for printing. We spent €11,240. This leaves €1,620 unspent.",
        "The sentence says €1,620, but €12,500 - €11,240 is €1,260.",
        "We had budgeted €12,500 for printing. We spent €11,240. This leaves €1,260 unspent.",
    ),
    (
        "A fine of two hundred and fifty pounds (£200) may be charged.",
        "The words say two hundred and fifty, but the digits £200.",
        "A fine of two hundred and fifty pounds (£250) may be charged.",
    ),
    (
        "Payment is due within thirty (60) days of the notice.",
        "The words say thirty, but the digits 60.",
        "Payment is due within thirty (30) days of the notice.",
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
        "The 12 meetings drew 384 people, an average of 34 a meeting.",
        "The sentence says 34 each, but 384 ÷ 12 is 32.",
        "The 12 meetings drew 390 people, an average of 33 a meeting.",
    ),
    (
        "We planted 240 trees at £15 each, £3,660 in all.",
        "The sentence says £3,660 for 240 at £15, which is £3,600.",
        "We planted 240 trees at £15 each, £3,600 in all.",
    ),
    (
        "Spending on pay totalled Kshs.6.94 billion. Therefore it was 47% of revenue. This spending shows a de-\n"
        "crease compared to the Kshs.6.86 billion reported in 2023/24.",
        "The sentence says “decrease”, but Kshs.6.86 billion to Kshs.6.94 billion is a rise of Kshs.0.08 billion.",
        "Spending on pay totalled Kshs.6.94 billion. Therefore it was 47% of revenue. This spending shows an in-\n"
        "crease compared to the Kshs.6.86 billion reported in 2023/24.",
    ),
    (
        "Expenses were $398,433 against a budget of $412,000, $13,657 under.",
        "The sentence says $13,657 under, but $412,000 - $398,433 is $13,567.",
        "Expenses were $398,433 against a budget of $412,000, $13,567 under.",
    ),
    (
        "The clerk reported receipts of £8,412.50 and payments of £6,130.25 in the quarter, leaving a "
        "surplus of £2,382.25.",
        "The sentence says £2,382.25, but £8,412.50 - £6,130.25 is £2,282.25.",
        "The clerk reported receipts of £8,412.50 and payments of £6,130.25 in the quarter, leaving a "
        "surplus of £2,282.25.",
    ),
    (
        "Dues income was $84,200 compared with a budget of $90,000, or $5,900 below budget.",
        "The sentence says $5,900 below, but $90,000 - $84,200 is $5,800.",
        "Dues income was $84,200 compared with a budget of $90,000, or $5,800 below budget.",
    ),
    (
        "The ward was allocated KSh 3.2 billion and spent KSh 2.4 billion, representing an absorption "
        "rate of 70 per cent.",
        "KSh 2.4 billion of KSh 3.2 billion is printed as 70 per cent, but it is 75 per cent.",
        "The ward was allocated KSh 3.2 billion and spent KSh 2.4 billion, representing an absorption "
        "rate of 75 per cent.",
    ),
    (
        "The grant of ₱1,250,000 was released, of which ₱830,000 has been spent, leaving a balance of ₱460,000.",
        "The sentence says ₱460,000, but ₱1,250,000 - ₱830,000 is ₱420,000.",
        "The grant of ₱1,250,000 was released, of which ₱830,000 has been spent, leaving a balance of ₱420,000.",
    ),
    (
        "Enrolment of 1,104 pupils is 46 fewer than the 1,160 enrolled last September.",
        "“46 fewer” does not fit 1,160 to 1,104, which is a decrease of 56.",
        "Enrolment of 1,104 pupils is 56 fewer than the 1,160 enrolled last September.",
    ),
    (
        "The board bought 12 laptops at $640 each for a total of $7,860.",
        "The sentence says $7,860 for 12 at $640, which is $7,680.",
        "The board bought 12 laptops at $640 each for a total of $7,680.",
    ),
    (
        "Legal fees were budgeted at $15,000; actual fees were $18,450, an overrun of $3,540.",
        "The sentence says $3,540, but $18,450 - $15,000 is $3,450.",
        "Legal fees were budgeted at $15,000; actual fees were $18,450, an overrun of $3,450.",
    ),
    (
        "The committee has 11 members: 6 appointed by the council, 4 by the diocese and 2 co-opted.",
        "The sentence says 11, but 6 + 4 + 2 is 12.",
        "The committee has 12 members: 6 appointed by the council, 4 by the diocese and 2 co-opted.",
    ),
    (
        "Pay costs were £3.42m against a plan of £3.29m, £0.13m favourable.",
        "The sentence says “favourable”, but £3.42m is £0.13m more than £3.29m.",
        "Pay costs were £3.42m against a plan of £3.29m, £0.13m adverse.",
    ),
    (
        "Spending of £41,300 was £1,700 over the budget of £43,000.",
        "The sentence says “over”, but £41,300 is £1,700 less than £43,000.",
        "Spending of £41,300 was £1,700 under the budget of £43,000.",
    ),
    (
        "The motion was carried with 9 votes for and 5 against out of the 13 votes cast.",
        "The sentence says 13, but 9 + 5 is 14.",
        "The motion was carried with 9 votes for and 5 against out of the 14 votes cast.",
    ),
    (
        "Total tax collected was ₹48.6 lakh, of which ₹31.2 lakh was property tax and ₹18.4 lakh was water tax.",
        "The sentence says ₹48.6 lakh, but ₹31.2 lakh + ₹18.4 lakh is ₹49.6 lakh.",
        "Total tax collected was ₹49.6 lakh, of which ₹31.2 lakh was property tax and ₹18.4 lakh was water tax.",
    ),
    (
        "The society raised £5,310, made up of £3,200 from the fair, £1,450 from raffles and £610 from the quiz.",
        "The sentence says £5,310, but £3,200 + £1,450 + £610 is £5,260.",
        "The society raised £5,260, made up of £3,200 from the fair, £1,450 from raffles and £610 from the quiz.",
    ),
    (
        "Grass cutting is charged at £85 a visit, and the 14 visits came to £1,109.",
        "The sentence says £1,109 for 14 at £85, which is £1,190.",
        "Grass cutting is charged at £85 a visit, and the 14 visits came to £1,190.",
    ),
    (
        "A total of 240 households were surveyed. Of these, 96 (40%) replied by post, 102 (42.5%) online"
        " and 52 (21.7%) did not reply.",
        "The sentence says 240, but 96 + 102 + 52 is 250.",
        "A total of 240 households were surveyed. Of these, 96 (40%) replied by post, 102 (42.5%) online"
        " and 42 (17.5%) did not reply.",
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
        "The reserve study calls for $310,000; we hold $264,000, a shortfall of $64,000.",
        "The sentence says $64,000, but $310,000 - $264,000 is $46,000.",
        "The reserve study calls for $310,000; we hold $264,000, a shortfall of $46,000.",
    ),
    (
        "Income for the month was £6,200, which shows a decrease compared to the £5,900 received in May.",
        "The sentence says “decrease”, but £5,900 to £6,200 is a rise of £300.",
        "Income for the month was £6,200, which shows an increase compared to the £5,900 received in May.",
    ),
    (
        "The trust spent £2.1m of its £2.8m capital allocation, 85% of the total.",
        "£2.1m of £2.8m is printed as 85%, but it is 75%.",
        "The trust spent £2.1m of its £2.8m capital allocation, 75% of the total.",
    ),
    (
        "We hold $48,120 in checking and $112,400 in reserves, for total cash of $160,250.",
        "The sentence says $160,250, but $48,120 + $112,400 is $160,520.",
        "We hold $48,120 in checking and $112,400 in reserves, for total cash of $160,520.",
    ),
    (
        "Each of the 25 stallholders paid £18, giving £540.",
        "The sentence says £540 for 25 at £18, which is £450.",
        "Each of the 25 stallholders paid £18, giving £450.",
    ),
    (
        "Two officers and nine members attended, twelve in all.",
        "The sentence says twelve, but two + nine is eleven.",
        "Two officers and nine members attended, eleven in all.",
    ),
    (
        "Attendance was 412, only 3% below last year's 450.",
        "“3% below” does not fit 450 to 412, which is a decrease of 8%.",
        "Attendance was 412, 8% below last year's 450.",
    ),
    (
        "Opening cash of £14,300 plus income of £9,650 less expenditure of £11,200 gives closing cash of £12,570.",
        "The sentence says £12,570, but £14,300 + £9,650 - £11,200 is £12,750.",
        "Opening cash of £14,300 plus income of £9,650 less expenditure of £11,200 gives closing cash of £12,750.",
    ),
    (
        "On an accrual basis costs are $1,268,519 as compared to an approved budget of $1,497,898. The "
        "result is $229,359 under the approved budget.",
        "The sentence says $229,359 under, but $1,497,898 - $1,268,519 is $229,379.",
        "On an accrual basis costs are $1,268,519 as compared to an approved budget of $1,497,898. The "
        "result is $229,379 under the approved budget.",
    ),
    (
        "The county spent Kshs.13.52 billion on all programmes. It comprised Kshs.3.34 billion for "
        "development and Kshs.10.09 billion for recurrent programmes.",
        "The sentence says Kshs.13.52 billion, but Kshs.3.34 billion + Kshs.10.09 billion is Kshs.13.43 billion.",
        "The county spent Kshs.13.52 billion on all programmes. It comprised Kshs.3.43 billion for "
        "development and Kshs.10.09 billion for recurrent programmes.",
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
        "Of 64 applications, 41 were granted and 25 refused.",
        "The sentence says 64, but 41 + 25 is 66.",
        "Of 64 applications, 41 were granted and 23 refused.",
    ),
    (
        "The clinic saw 3,420 patients: 1,980 women and 1,340 men.",
        "The sentence says 3,420, but 1,980 + 1,340 is 3,320.",
        "The clinic saw 3,420 patients: 1,980 women and 1,440 men.",
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
        "The balance in hand is £2,916: £1,305 in the current account and £1,511 on deposit.",
        "The sentence says £2,916, but £1,305 + £1,511 is £2,816.",
        "The balance in hand is £2,916: £1,405 in the current account and £1,511 on deposit.",
    ),
    (
        "We sold 214 tickets at £12.50, raising £2,765.",
        "The sentence says £2,765 for 214 at £12.50, which is £2,675.",
        "We sold 214 tickets at £12.50, raising £2,675.",
    ),
    (
        "The trust owns 84 beds, 9 fewer than a year ago when there were 95.",
        "“9 fewer” does not fit 95 to 84, which is a decrease of 11.",
        "The trust owns 84 beds, 11 fewer than a year ago when there were 95.",
    ),
    (
        "Total assets are $912,300, total liabilities $388,100, so net assets are $542,200.",
        "The sentence says $542,200, but $912,300 - $388,100 is $524,200.",
        "Total assets are $912,300, total liabilities $388,100, so net assets are $524,200.",
    ),
    (
        "Revenue exceeded expenditure by £6,300 (£48,200 against £41,700).",
        "The sentence says £6,300, but £48,200 - £41,700 is £6,500.",
        "Revenue exceeded expenditure by £6,500 (£48,200 against £41,700).",
    ),
    (
        "Assessments were paid by 118 of 132 owners, leaving 16 in arrears.",
        "The sentence says 16, but 132 - 118 is 14.",
        "Assessments were paid by 118 of 132 owners, leaving 14 in arrears.",
    ),
    (
        "The levy of 4 cents on 21,500 acres yields $680; roads cost £18,200 and drains £7,300, £25,900 together.",
        "The sentence says £25,900, but £18,200 + £7,300 is £25,500.",
        "The levy of 4 cents on 21,500 acres yields $860; roads cost £18,200 and drains £7,300, £25,500 together.",
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
        "The theatre has a surplus of $70k against a budgeted deficit of $279k, favourable by $439k.",
        "The sentence says $439k, but $70k + $279k is $349k.",
        "The theatre has a surplus of $70k against a budgeted deficit of $279k, favourable by $349k.",
    ),
    (
        "The result is a deficit of $276k compared to a budgeted deficit of $254k, unfavourable to budget by $32k.",
        "The sentence says $32k, but $276k - $254k is $22k.",
        "The result is a deficit of $276k compared to a budgeted deficit of $254k, unfavourable to budget by $22k.",
    ),
    (
        "The plan was a surplus of £3,056; the actual position is a surplus of £2,619, giving an overall deficit"
        " against plan of £473.",
        "The sentence says £473, but £3,056 - £2,619 is £437.",
        "The plan was a surplus of £3,056; the actual position is a surplus of £2,619, giving an overall deficit"
        " against plan of £437.",
    ),
    (
        "The sale brought a loss of £22,200 on the barn and a gain of £7,500 on the meadow - a net loss of £17,400.",
        "The sentence says £17,400, but £22,200 - £7,500 is £14,700.",
        "The sale brought a loss of £22,200 on the barn and a gain of £7,500 on the meadow - a net loss of £14,700.",
    ),
    (
        "Fuel cost $9,340 this year, down 6% from $10,480 last year.",
        "“down 6%” does not fit $10,480 to $9,340, which is a decrease of 11%.",
        "Fuel cost $9,340 this year, down 11% from $10,480 last year.",
    ),
]
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


def audited(text: str) -> Report:
    return audit(f"{text}\n".encode())


@pytest.mark.parametrize(("wrong", "message", "right"), TWINS)
def test_a_wrong_sentence_is_found_and_its_right_twin_verified(wrong: str, message: str, right: str) -> None:
    assert [finding.message for finding in audited(wrong).findings] == [message]
    twin = audited(right)
    assert twin.findings == ()
    assert twin.coverage.verified > 1


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
