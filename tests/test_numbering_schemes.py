"""How bodies number what they decide: each scheme with one number wrong, and as it should be."""

from __future__ import annotations

import pytest
from test_times import found


def minutes(titles: str) -> str:
    """Minutes whose items are divided by bars; a line break stands between an item and its title below it."""
    body = "\n\nNothing more was said.\n\n".join(title.replace("/ ", "\n\n") for title in titles.split(" | "))
    return f"Minutes of the toll board held on 9 October 2023\n\n{body}\n"


def twice(number: str, one: str, two: str, better: str = "", which: str = "first") -> str:
    end = f"; the {which} should be {better}." if better else "."
    return f"Number {number} stands twice: for “{one}” and for “{two}”{end}"


@pytest.mark.parametrize(
    ("titles", "wrong", "message"),
    [
        # The number of a year on a line over its title.
        (
            "1/23/ Apologies | 2/23/ Minutes | 3/23/ Gates", ("2/23", "2/22"),
            "“2/22 Minutes” stands between 1/23 and 3/23: its number should be 2/23.",
        ),
        # Letters under the number of a year, which goes on.
        (
            "41a/23 Apologies | 41b/23 Interests | 41c/23 Reports | 41d/23 Minutes | 42/23 Gates", ("41c", "41d"),
            twice("41d/23", "Reports", "Minutes", "41c/23"),
        ),
        (
            "41a/23 Apologies | 41b/23 Interests | 42/23 Reports | 43/23 Minutes | 44/23 Gates", ("42/23", "43/23"),
            twice("43/23", "Reports", "Minutes", "42/23"),
        ),
        # Letters before the number.
        (
            "A1. Mill | A2. Gates | A3. Tolls | A4. Rent | A5. Law | A6. End", ("A3", "A4"),
            twice("A4", "Tolls", "Rent", "A3"),
        ),
        (
            "FC23/05  Mill | FC23/06  Oil | FC23/07  Gas | FC23/08  Rent | FC23/09  Law | FC23/10  End",
            ("3/08", "3/80"),
            "“FC23/80 Rent” stands between FC23/07 and FC23/09: its number should be FC23/08.",
        ),
        # Numbers that look like years, and one that looks like a date.
        (
            "1953  Gates | 1954  Tolls | 1955  Rent | 1956  Oil | 1957  Gas | 1958  Law | 1959  End", ("1955", "1954"),
            twice("1954", "Tolls", "Rent", "1955", "second"),
        ),
        (
            "4 Gates | 5 Tolls | 6 October finances | 7 Rent | 8 Levies | 9 Fines", ("7 Rent", "8 Rent"),
            twice("8", "Rent", "Levies", "7"),
        ),
        # A star behind the number, and a stop and a bracket.
        ("1*  Mill | 2*. Minutes | 3. Gates | 4. Tolls | 5. Rent", ("3. G", "4. G"), twice("4", "Gates", "Tolls", "3")),
        ("1.) Gates | 2.) Tolls | 3.) Rent | 4.) Levies", ("3.)", "2.)"), twice("2", "Tolls", "Rent", "3", "second")),
        # One number with its point and one without.
        ("1 Gates | 2 Tolls | A rent | 3 Levies", ("A rent", "2. Rent"), twice("2", "Tolls", "Rent")),
        # A number of the section to come.
        (
            "4. Mill | 4.1. Gates | 4.2. Tolls | 4.3. Oil | 5. Mud | 5.1. Rent | 5.2. Oil | 5.3. Fines | 6. Law",
            ("5.3", "6.3"), "“6.3 Fines” stands under 5: it should be 5.3.",
        ),
        # A list of two lines whose fellows run on.
        (
            "4.1. Gates | 4.2. Tolls | 5.1. Rent | 5.2. Oil | 5.3. Gas | 9.1. Bills | 9.2. Law | 9.3. Mud | 9.4. End",
            ("4.2", "4.3"), "Number 4.1 (“Gates”) is followed by 4.3 (“Tolls”): there is no 4.2.",
        ),
        # A number that is missing in a long list.
        (
            "1. Present: | 2. Minutes of May. | 3. Mill | 4. Reeve | 5. Bank | 6. Gates | 7. Tolls | 8. Rent",
            ("5. Bank | ", ""), "Number 4 (“Reeve”) is followed by 6 (“Gates”): there is no 5.",
        ),
        # Roman numbers that lost a stop.
        (
            "i. Gates | ii  Tolls | iii. Rent | iv. Law | v. End",
            ("iii. Rent | iv. Law | v.", "ii. Rent | iii. Law | iv."),
            twice("ii)", "Tolls", "Rent"),
        ),
        (
            "6. Reports | i  Gates | ii  Tolls | iii. Rent | iv. Law | v. End | 7. Close",
            ("iii. Rent | iv. Law | v.", "ii. Rent | iii. Law | iv."),
            twice("ii)", "Tolls", "Rent"),
        ),
        # Letters, small or capital, whatever their titles look like.
        ("a. Gates | b. Tolls | c. LAW | d. Rent | e. End", ("c. LAW", "d. LAW"), twice("d)", "LAW", "Rent", "c)")),
        (
            "1. Reports | A. Old gates | B. New tolls | C. Rent of barns | D. Law of mills | 2. End",
            ("C. Rent", "D. Rent"), twice("D", "Rent of barns", "Law of mills", "C"),
        ),
        (
            "5. Reports | 5.a Gates | 5.b Tolls | 5.c Rent | 5.d Law | 6. End",
            ("5.c", "5.b"), twice("5.b", "Tolls", "Rent", "5.c", "second"),
        ),
        # Two letters whose fellows run on.
        (
            "1. Mill | a) Gates | b) Tolls | c) Rent | d) Law | 2. Mud | a) Oil | b) Gas | 3. End",
            ("b) Gas", "c) Gas"), "Number a) (“Oil”) is followed by c) (“Gas”): there is no b).",
        ),
        # The year before the number.
        (
            "2024-41 Gates | 2024-42 Tolls | 2024-43 Rent | 2024-44 Law | 2024-45 End",
            ("2024-43", "2024-44"), twice("2024-44", "Rent", "Law", "2024-43"),
        ),
        # The last of a long list.
        (
            "1. Mill | 2. Reeve | 3. Bank | 4. Gates | 5. Tolls | 6. Rent | 7. Close",
            ("7. Close", "8. Close"), "Number 6 (“Rent”) is followed by 8 (“Close”): there is no 7.",
        ),
        # A number of the section to come, which begins with its own first number.
        (
            "5. Mill | 5.1 Gates | 5.2 Tolls | 5.3 Oil | 6. Mud | 6.1 Rent | 6.2 Gas",
            ("5.3", "6.3"), "“6.3 Oil” stands under 5: it should be 5.3.",
        ),
    ],
)  # fmt: skip
def test_schemes(titles: str, wrong: tuple[str, str], message: str) -> None:
    assert found(minutes(titles), "RC311", "RC312") == []
    assert found(minutes(titles.replace(*wrong)), "RC311", "RC312") == [message]


def test_a_number_within_a_row_is_not_missing() -> None:
    titles = "1. Present: | 2. Minutes of May. | 3. Mill | 4. Reeve. 5. Bank | 6. Gates | 7. Tolls | 8. Rent"
    assert found(minutes(titles), "RC312") == []


TITLES = ("Gates", "Tolls", "Rent", "Law", "Mud", "End")


@pytest.mark.parametrize(
    "dress",
    [
        "C0{}/23    {}",
        "C0{}/23    7.   {}",
        "21.{} {}",
        "3{} {}",
        "17/0{} {}",
        "5-{} {}",
        "Article {}: {}",
        "ARTICLE {}/ {}",
        "Item {} {}",
        "Agenda item {}/ {}",
        "Minute {}: {}",
        "Section {} - {}",
        "Recommendation {}/ {}",
        "R{}. {}",
        "1.2.{} {}",
    ],
)
def test_a_number_that_stands_twice_is_told_in_every_dress(dress: str) -> None:
    def rows(*numbers: int) -> str:
        shown = (dress.format(number, title.upper()) for number, title in zip(numbers, TITLES, strict=True))
        return minutes(" | ".join(shown))

    told = found(rows(44, 45, 47, 47, 48, 49), "RC311", "RC312")
    assert len(told) == 1
    assert "stands twice: for “RENT” and for “LAW”; the first should be" in told[0]
    assert found(rows(44, 45, 46, 47, 48, 49), "RC311", "RC312", "RC315") == []


def test_sentences_that_begin_with_a_reference_are_no_list() -> None:
    text = (
        "Section 4 says so. | Section 4 Of the deed | Section 9 | Item 12 was deferred | Article 5 of the law | Part 2"
    )
    assert found(minutes(text), "RC311", "RC312", "RC315") == []


def test_names_and_financial_years_are_no_numbers() -> None:
    names = "A. Reed | B. Ash | B. Van Elm | D. Oak | E. Yew"
    assert found(minutes(names), "RC311", "RC312") == []
    assert len(found(minutes(names.replace(" | ", " of the mill | ")), "RC311", "RC312")) == 1
    budgets = "2022-23 Budget | 2023-24 Budget | 2023-24 Outturn | 2024-25 Budget"
    assert found(minutes(budgets), "RC311", "RC312") == []


def test_a_short_list_may_end_with_any_number() -> None:
    assert found(minutes("1. Mill | 2. Reeve | 4. Close"), "RC312") == []


def test_lists_under_two_items_are_two_lists() -> None:
    titles = "10. Gates | i) Oil | ii) Paint | 11. Benches | 12. Bills | ii) Reed 3.00 | iii) Ash 4.00 | iv) Elm 5.00"
    assert found(minutes(titles), "RC311") == []


def test_a_list_of_events_is_not_numbered_by_its_years() -> None:
    events = (
        (1953, "roof"),
        (1954, "door"),
        (1954, "wheel"),
        (1956, "floor"),
        (1957, "bell"),
        (1958, "stone"),
        (1959, "sail"),
    )
    rows = "\n\n".join(f"{year}  The mill had a new {what}" for year, what in events)
    assert found(f"History of the mill\n\n{rows}\n", "RC311", "RC312") == []
    assert len(found(f"Minutes of the mill held on 9 October 2023\n\n{rows}\n", "RC311")) == 1


@pytest.mark.parametrize(
    ("titles", "wrong", "message"),
    [
        (
            "I. Roll | II. Minutes | III. News | A. Gates | B. Tolls | IV. Rent | V. Law | VI. End", ("IV. R", "V. R"),
            twice("V", "Rent", "Law", "IV"),
        ),
        (
            "1. Roll | A. Oath | B. Flag | 2. News | A. Gates | B. Tolls | C. Rent | D. Law | E. Mud | 3. End",
            ("C. Rent", "D. Rent"), twice("D", "Rent", "Law", "C"),
        ),
    ],
)  # fmt: skip
def test_capitals(titles: str, wrong: tuple[str, str], message: str) -> None:
    assert found(minutes(titles), "RC311") == []
    assert found(minutes(titles.replace(*wrong)), "RC311") == [message]


def test_numbers_with_a_stroke_behind_them() -> None:
    paper = "\n\n".join(
        f"{n}/ {title}\n\nNoted." for n, title in ((1, "Mill"), (2, "Gates"), (3, "Tolls"), (4, "Rent"))
    )
    assert found(paper, "RC311") == []
    assert found(paper.replace("3/", "4/"), "RC311") == [twice("4", "Tolls", "Rent", "3")]


def test_initials_of_people_are_no_list() -> None:
    rows = "\n\n".join(f"{name} Reed spoke of the gates." for name in ("A.", "B.", "D.", "D.", "E.", "K."))
    assert found(f"Minutes of the mill held on 9 October 2023\n\n{rows}\n", "RC311", "RC312") == []


def test_lists_within_lists_begin_anew() -> None:
    titles = (
        "1. News | 1. Law | 1. Gates | 2. Reports | 1. Remarks | 1. Tolls | 3. Changes | 1. Rent | 1. Carried | 4. End"
    )
    assert found(minutes(titles), "RC311", "RC312") == []
