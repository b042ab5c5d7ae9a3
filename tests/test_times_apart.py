"""Two years of one day, two heads of one year and a day behind a point: what tells them apart, and what does not."""

from __future__ import annotations

from test_times import found

PLACES = "".join(f"Stall {n} paid its rent for the fair on 31 July 2019.\n\n" for n in ("one", "two", "three", "four"))


def test_two_years_of_a_day_in_one_sentence_are_compared() -> None:
    odd = "Stall five paid its rent for the fair on 31 July 2018.\n"
    assert found(PLACES + odd, "RC381") == ["31 July 2018 stands here, but 31 July 2019 in 4 other places."]
    both = "Stalls paid their rent for the fair on 31 July 2019, where they had not on 31 July 2018.\n"
    assert found(PLACES + both, "RC381") == []


def test_marks_of_notes_tell_two_heads_apart() -> None:
    table = "| Emissions | FY19{} | FY18{} | FY18{} |\n|---|---|---|---|\n| Fuel | 5,120 | 5,480 | 6,010 |\n"
    assert found(table.format("*", "*", "**"), "RC377") == []
    table = "| Loans | 2021 | 2022 | 2022 | 2024 |\n|---|---|---|---|---|\n| Books | 5,120 | 5,480 | 6,010 | 6,020 |\n"
    assert found(table, "RC377") == [
        "The heads run 2021, 2022, 2022, 2024: 2022 is out of its place, it should be 2023."
    ]


def test_the_end_of_a_price_is_no_day() -> None:
    assert found("Warrants\t3 - 4.35\tNov-2022\nOthers\t9\tDec-2022\n", "RC352") == []
    assert found("Warrants end on 35 Nov-2022.\n", "RC352") == ["There is no 35 November: November has 30 days."]
