"""Tables that are known by their headings: what is told of each is told beside what looks like it and is right."""

from __future__ import annotations

import pytest

from reportcheck import audit


def told(text: str, rule: str) -> list[str]:
    return [finding.message for finding in audit(text.encode(), name="a.md", select=rule).findings]


BANDS = "".join(
    f"Band {band}\t{rate}\n" for band, rate in zip("ABCDEFGH", (120, 140, 160, 180, 220, 260, 300, 360), strict=True)
)
HOMES = "".join(
    f"Band {band}\t{n}\n" for band, n in zip("ABCDEFGH", (412, 655, 890, 730, 512, 208, 96, 11), strict=True)
)


def test_a_band_that_is_no_ninths_of_band_d_is_told() -> None:
    charges = f"Council tax\t2025/26 £\n{BANDS.replace('260', '270')}"
    assert told(charges, "RC506") == ["“Band F” for 2025/26 £ is 270, but 13/9 of the 180 of “Band D” is 260."]


def test_how_many_homes_a_band_has_follows_no_ninths() -> None:
    assert told(f"Homes by council tax band\t2025\n{HOMES}", "RC506") == []


def test_where_all_other_bands_are_out_band_d_is_the_one_that_is_wrong() -> None:
    """The other bands agree with each other: one finding, and not seven."""
    found = told(f"Council tax\t2025/26 £\n{BANDS.replace('180', '190')}", "RC506")
    assert found == ["“Band D” for 2025/26 £ is 190, but the other 7 bands are ninths of 180."]


@pytest.mark.parametrize(
    "text",
    [
        "Our share of the tax:\n\n- Band A: £61.20\n- Band B: £71.40\n- Band C: £81.06\n- Band D: £91.80\n"
        "- Band E: £112.20\n- Band F: £132.60\n",
        "| Band | A | B | C | D | E | F |\n|---|---|---|---|---|---|---|\n"
        "| Parish | £61.20 | £71.40 | £81.06 | £91.80 | £112.20 | £132.60 |\n",
        "| Tax band | Charge |\n|---|---|\n| A (6/9) | £61.20 |\n| B (7/9) | £71.40 |\n| C (8/9) | £81.06 |\n"
        "| D (9/9) | £91.80 |\n| E (11/9) | £112.20 |\n| F (13/9) | £132.60 |\n",
    ],
)
def test_bands_in_other_dresses(text: str) -> None:
    (message,) = told(text, "RC506")
    assert "is £81.06, but 8/9 of the £91.80 of “" in message
    assert message.endswith("is £81.60.")
    assert told(text.replace("81.06", "81.60"), "RC506") == []


@pytest.mark.parametrize("value", ["£61.20", "£70.90", "£99.99"])
def test_grades_that_follow_no_ninths_are_left_alone(value: str) -> None:
    rows = zip("ABCDEF", (value, "£71.40", "£76.00", "£91.80", "£100.00", "£120.50"), strict=True)
    text = "Grade\tPay\n" + "".join(f"{grade}\t{pay}\n" for grade, pay in rows)
    assert told(text, "RC506") == []


def test_pence_that_rounding_adds_are_let_be() -> None:
    charges = "".join(
        f"Band {b}\t{r}\n"
        for b, r in zip("ABCDEFGH", (126.02, 147.02, 168.03, 189.03, 231.04, 273.04, 315.05, 378.06), strict=True)
    )
    assert told(f"Council tax\t2025/26 £\n{charges}", "RC506") == []


ROLL = """Reserve\tOpening balance\tContributions to\tDrawdown\tClosing balance
General\t1,250\t200\t0\t1,450
Elections\t80\t20\t45\t55
Vehicles\t310\t60\t120\t250
"""


@pytest.mark.parametrize("way", ["45", "(45)", "-45"])
def test_what_is_used_may_be_printed_with_a_minus_of_its_own(way: str) -> None:
    rows = (
        ROLL
        if way == "45"
        else ROLL.replace("\t45\t", f"\t{way}\t").replace("\t120\t", f"\t{way.replace('45', '120')}\t")
    )
    assert told(rows, "RC508") == []
    (message,) = told(rows.replace("\t55", "\t65"), "RC508")
    assert message == "“Elections” for Closing balance is 65, but 80 + 20 - 45 is 55."


def test_a_table_in_which_no_row_rolls_means_something_else() -> None:
    other = ROLL.replace("1,450", "1,100").replace("\t55", "\t40").replace("\t250", "\t500")
    assert told(other, "RC508") == []


STAFF = "Staffing\t2024/25\t2025/26\nHeadcount\t398\t405\nFTE\t389.4\t381.0\nTurnover rate\t12.4%\t10.9%\n"


def test_more_posts_filled_than_people_are_told() -> None:
    assert told(STAFF, "RC510") == []
    assert told(STAFF.replace("381.0", "418.0"), "RC510") == [
        "“FTE” for 2025/26 is 418.0, more than the 405 of “Headcount”, and nobody fills more than one."
    ]


def test_posts_that_are_there_to_be_filled_may_be_more_than_people() -> None:
    assert told(STAFF.replace("FTE", "FTE of the establishment").replace("381.0", "418.0"), "RC510") == []
