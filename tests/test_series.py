"""Labels that count on: the one that breaks the run, and runs that only look broken."""

from __future__ import annotations

import pytest
from test_times import found

from reportcheck.checks.structure.steps import faults


def column(head: str, *labels: str) -> str:
    rows = "".join(
        f"| {label} | {word} | {n}10 |\n" for n, (label, word) in enumerate(zip(labels, NAMES, strict=False))
    )
    return f"| {head} | What | Cost |\n|---|---|---|\n{rows}"


NAMES = ("Oars", "Ropes", "Nets", "Lamps", "Sails", "Pumps", "Bells", "Charts")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (column("Month", "January", "February", "February", "April"), "“February” stands twice and there is no March"),
        (column("Cheque", "1204", "1205", "1205", "1207", "1208"), "“1205” stands twice and there is no 1206"),
        (column("No.", "0204", "0205", "0026", "0207", "0208", "0209"), "“0026” is out of its place: here 0206"),
        (column("Lot", "Lot 1", "Lot 2", "Lot 4", "Lot 4", "Lot 5"), "“Lot 4” stands twice and there is no Lot 3"),
        (column("Year", "2015-16", "2016-17", "2016-17", "2018-19"), "“2016-17” stands twice and there is no 2017-18"),
        (column("Invoice", "INV-7", "INV-9", "INV-8", "INV-10", "INV-11"), "“INV-9” is out of its place: here INV-8"),
        ("| | FY22 Real | FY21 Real | FY21 Real | FY19 Real |\n|---|---|---|---|---|\n| Oars | 4 | 3 | 9 | 2 |\n",
         "“FY21 Real” stands twice and there is no FY20 Real"),
        ("MOTION 24-03: Row.\n\nMOTION 24-04: Sail.\n\nMOTION 23-05: Swim.\n\nMOTION 24-06: Rest.\n",
         "“MOTION 23-05” stands between MOTION 24-04 and MOTION 24-06: it should be MOTION 24-05."),
        ("Resolution #C-322-19\n\nRow.\n\nResolution #C-332-19\n\nSail.\n\nResolution #C-324-19\n\nSwim.\n\n"
         "Resolution #C-325-19\n", "“Resolution #C-332-19” is out of its place: here Resolution #C-323-19"),
        ("Option A: row.\n\nOption B: sail.\n\nOption B: swim.\n\nOption D: rest.\n",
         "“Option B” stands twice and there is no Option C"),
    ],
)  # fmt: skip
def test_the_label_that_breaks_a_run_is_told(text: str, message: str) -> None:
    assert [m.startswith(message) for m in found(text, "RC315")] == [True]


@pytest.mark.parametrize(
    "text",
    [
        column("Month", "January", "February", "March", "April", "May"),
        column("Month", "January", "February", "April", "May", "June"),  # A month without a row.
        column("Cheque", "1204", "1205", "1205", "1206", "1207"),  # One cheque for two bills.
        column("Rank", "1", "2", "2", "4", "5"),  # Two share a place.
        column("Place", "Place 1", "Place 2", "Place 2", "Place 4"),
        column("Boats", "1", "2", "2", "4", "5"),  # Amounts.
        column("Boats", "322", "332", "324", "325"),
        column("Grade", "Grade 1", "Grade 1", "Grade 2", "Grade 2", "Grade 3", "Grade 3"),  # Boys and girls.
        column("Lot", "Lot 1", "Lot 2", "Lot 3", "Lot 1", "Lot 2", "Lot 3"),  # It begins again.
        "Option A: row.\n\nOption B: sail.\n\nOption C: swim.\n\nOption D: rest.\n",
        column("Code", "7201-01", "7202-01", "7205-01", "7206-01", "7207-01", "7204-01", "7203-01", "7208-01"),
    ],
)
def test_runs_that_only_look_broken_are_left_alone(text: str) -> None:
    assert found(text, "RC315") == []


def test_what_would_mend_a_run() -> None:
    assert [(f.at, f.right, f.way) for f in faults([4, 5, 5, 7])] == [(2, 6, "double")]
    assert [(f.at, f.right, f.way) for f in faults([9, 8, 8, 6])] == [(2, 7, "double")]
    assert [(f.at, f.right, f.way) for f in faults([3, 5, 4, 6])] == [(1, 4, "swap")]
    assert [(f.at, f.right, f.way) for f in faults([31, 23, 33])] == [(1, 32, "slip")]
    assert list(faults([1, 2, 3, 1, 2, 3])) == []


def test_two_numbers_that_have_changed_places_are_told_once() -> None:
    text = "1. Oars\n\n2. Ropes\n\n3. Nets\n\n5. Lamps\n\n4. Sails\n\n6. Pumps\n\n7. Bells\n"
    assert found(text, "RC311", "RC312") == ["5 (“Lamps”) stands before 4 (“Sails”): the numbers have changed places."]


def test_declarations_are_no_month() -> None:
    text = "19.03.1 Apologies\n\n19.03.2 Declarations\n\n19.03.3 Mayor's words\n\n19.03.5 Octopus\n\n19.03.6 Rest\n"
    assert found(text, "RC312") == [
        "Number 19.03.3 (“Mayor's words”) is followed by 19.03.5 (“Octopus”): there is no 19.03.4."
    ]
