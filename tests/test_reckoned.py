"""Sentences whose amounts are put to each other in whatever order: sums, balances and differences."""

from __future__ import annotations

import pytest
from twins import check_twins

TWINS = [
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
        "The grant of ₱1,250,000 was released, of which ₱830,000 has been spent, leaving a balance of ₱460,000.",
        "The sentence says ₱460,000, but ₱1,250,000 - ₱830,000 is ₱420,000.",
        "The grant of ₱1,250,000 was released, of which ₱830,000 has been spent, leaving a balance of ₱420,000.",
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
]


@pytest.mark.parametrize(("wrong", "message", "right"), TWINS)
def test_a_wrong_sentence_is_found_and_its_right_twin_verified(wrong: str, message: str, right: str) -> None:
    check_twins(wrong, message, right)
