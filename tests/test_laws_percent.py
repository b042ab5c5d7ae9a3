"""Percentages in tables: shares, growth, per cents that add up and that do not."""

from __future__ import annotations

from judging import judged, verdicts


def test_percentages_of_several_bases_in_one_cell() -> None:
    text = (
        "Measure\t2021/22\t2022/23\t2023/24\t2024/25\nContacts\t804\t912\t667\t731\nReferrals\t212\t188\t174\t203\n"
        "Assessed\t77\t83\t69\t90\n"
        "Share assessed\t10% (contacts) 36% (referrals)\t9% (contacts) 44% (referrals)\t"
        "10% (contacts) 40% (referrals)\t15% (contacts) 44% (referrals)\n"
    )
    (relation,) = [r for r in judged(text) if r.verdict == "broken"]
    assert "printed as 15%, but 90 ÷ 731 is 12%" in relation.message


def test_growth_from_year_to_year() -> None:
    text = (
        "Spend\t2020\t2021\t2022\t2023\t2024\nTotal spend\t264.1\t299.4\t334.0\t365.2\t391.7\n"
        "Rate of increase\t-\t13.4%\t11.6%\t9.9%\t7.3%\n"
    )
    (relation,) = [r for r in judged(text) if r.verdict == "broken"]
    assert "from 334.0 to 365.2 is a change of 9.3%" in relation.message


def test_a_cell_that_holds_its_own_fraction_is_tested() -> None:
    text = (
        "Indicator\tTarget\t2022/23\t2023/24\t2024/25\nFirst visit after (days)\t40 days\t52 days\t47 days\t39 days\n"
        "Visited in time (number and %)\t40 days\t61% (54 of 88)\t68% (63 of 93)\t75% (72 of 96)\n"
    )
    assert verdicts(text) == {"held": 3, "doubtful": 0, "broken": 0}
    (relation,) = [r for r in judged(text.replace("68%", "86%")) if r.verdict == "broken"]
    assert relation.suggestion is not None
    assert relation.suggestion.text == "68%"


FUNDS = """| Item | Quays | % | Cranes | % |
|---|---|---|---|---|
| Dues | 4,000 | 85% | 777 | 62% |
| Grants | 700 | 15% | 489 | 38% |
| Total income | 4,700 | 100% | 1,266 | 100% |
| Crews | 2,687 | 58% | 777 | 67% |
| Fuel | 1,431 | 31% | 328 | 28% |
| Paint | {} | 8% | - | 0% |
| Other | 165 | 4% | 61 | 5% |
| Total costs | {} | {} | 1,166 | 100% |
"""


def test_a_dash_beside_a_percentage_leaves_its_row_in_the_sum() -> None:
    held = [relation.message for relation in judged(FUNDS.format("388", "4,671", "100%"))]
    assert "Total costs for Quays agrees: 2,687 + 1,431 + 388 + 165 = 4,671." in held
    assert "Total costs for % agrees: 67% + 28% + 0% + 5% = 100%." in held
    assert verdicts(FUNDS.format("388", "4,671", "100%"))["broken"] == 0
    broken = [r.message for r in judged(FUNDS.format("388", "4,681", "100%")) if r.verdict == "broken"]
    assert broken == [
        "Total costs for Quays is printed as 4,681, but its 4 parts add up to 4,671: either it is wrong or one of its "
        "parts is."
    ]


def test_a_share_is_of_the_total_of_its_own_block() -> None:
    assert verdicts(FUNDS.format("388", "4,671", "100%"))["broken"] == 0
    odd = FUNDS.format("388", "4,671", "100%").replace("58%", "68%")
    broken = [r.message for r in judged(odd) if r.verdict == "broken" and r.kind == "share"]
    assert broken == ["% for Crews is printed as 68%, but 2,687 ÷ 4,671 is 58%."]


SHARED = """Income
Type Amount % of Total
Dues £313,450 96.70%
Library £3,809 1.18%
Events £6,900 2.13%
Total income {} 100%
"""


def test_a_share_of_the_total_heads_one_column() -> None:
    held = [r.message for r in judged(SHARED.format("£324,159"))]
    assert "% of Total for Dues agrees: £313,450 ÷ £324,159 = 96.70%." in held
    broken = [r.message for r in judged(SHARED.format("£324,195")) if r.verdict == "broken"]
    assert broken == ["Total income for Amount is printed as £324,195, but its 3 parts add up to 324,159."]


def test_an_account_of_per_cents_is_added_up() -> None:
    """The per cent stands at the top and at the end, as a currency does; what stands between are points of it."""
    rows = (
        "\t2023\t2024\nStandard rate\t20.0%\t19.0%\nReliefs\t(3.4)\t(2.9)\nGifts\t(0.6)\t(1.1)\nOther\t1.8\t{}\n"
        "Rate paid\t17.8%\t17.4%\n"
    )
    assert verdicts(rows.format("2.4")) == {"held": 2, "doubtful": 0, "broken": 0}
    (relation,) = [r for r in judged(rows.format("4.2")) if r.verdict == "broken"]
    assert relation.message == (
        "Rate paid for 2024 is printed as 17.4%, but its 4 parts add up to 19.2%; "
        "Other, printed as 4.2, would fit as 2.4."
    )


def test_the_per_cent_beside_a_difference_is_its_change_whatever_heads_it() -> None:
    rows = (
        "\tPaid in 2024\tPaid in 2023\tMore or less\t\nPlay areas\t146,011\t50,200\t95,811\t{}\n"
        "Cemetery\t160,300\t174,204\t(13,904)\t(8)%\nTotal\t306,311\t224,404\t81,907\t36%\n"
    )
    assert verdicts(rows.format("191%"))["broken"] == 0
    (relation,) = [r for r in judged(rows.format("19%")) if r.verdict == "broken"]
    assert relation.message.endswith("is printed as 19%, but from 50,200 to 146,011 is a change of 191%.")
