"""Numbers of motions, resolutions and by-laws, which have the year in them."""

from __future__ import annotations

import pytest
from test_numbering_schemes import TITLES, minutes
from test_times import found


@pytest.mark.parametrize("dress", ["Resolution No. 2023-{} {}", "By-law {}-2023 {}", "Motion 2023-{}: {}"])
def test_a_decision_that_has_the_number_of_the_next_is_told(dress: str) -> None:
    rows = [dress.format(number, title) for number, title in zip((14, 15, 17, 17, 18, 19), TITLES, strict=True)]
    assert len(found(minutes(" | ".join(rows)), "RC315")) == 1
    rows[2] = rows[2].replace("17", "16")
    assert found(minutes(" | ".join(rows)), "RC315") == []


@pytest.mark.parametrize(
    ("labels", "wrong", "message"),
    [
        (
            "Motion No. C230109-{}", ("C230109-3", "C230109-5"),
            "“Motion No. C230109-5” is out of its place: here Motion No. C230109-3 should stand.",
        ),
        (
            "Resolution #C-32{}-23", ("C-323-23", "C-323-22"),
            "“Resolution #C-323-22” stands between Resolution #C-322-23 and Resolution #C-324-23: "
            "it should be Resolution #C-323-23.",
        ),
    ],
)  # fmt: skip
def test_the_numbers_of_motions_stand_on_lines_of_their_own(labels: str, wrong: tuple[str, str], message: str) -> None:
    paper = "\n\n".join(f"{labels.format(n)}\n\nMoved by Reed, seconded by Ash.\n\nCarried." for n in range(1, 6))
    assert found(paper, "RC315") == []
    assert found(paper.replace(*wrong), "RC315") == [message]


def test_resolutions_within_sentences_are_of_one_year() -> None:
    paper = "\n\n".join(f"The board passed Resolution 2023-{n} on the gates." for n in range(8, 13))
    assert found(paper, "RC315") == []
    assert found(paper.replace("2023-10", "2022-10"), "RC315") == [
        "“2022-10” stands between 2023-9 and 2023-11: it should be 2023-10."
    ]
    assert found(paper + "\n\nResolution 2021-4 is repealed.", "RC315") == []


def test_the_numbers_that_end_headings_are_of_one_minute_each() -> None:
    paper = "\n\n".join(
        f"{n}. {title} Ref 23/0{45 + n}\n\nNoted." for n, title in enumerate(("Gates", "Tolls", "Rent", "Law"), start=1)
    )
    assert found(paper, "RC315") == []
    assert found(paper.replace("23/048", "23/047").replace("23/049", "23/048"), "RC315") == [
        "23/047 is the number of two minutes."
    ]
    assert found(paper.replace("23/048", "23/049"), "RC315") == [
        "“23/049” stands twice and there is no 23/048: the first should be 23/048."
    ]
