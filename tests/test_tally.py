"""Counts by outcome: what sentences say of them, what a table's columns have, and what is left alone."""

from __future__ import annotations

import pytest

from reportcheck.extract import extract_bytes
from reportcheck.model import Claim, Paper
from reportcheck.read import read
from reportcheck.read.grids.outcomes import read_outcomes


def paper(text: str) -> Paper:
    return read(extract_bytes(text.encode(), "page.txt", "text"))


def tallies(text: str) -> list[Claim]:
    return [claim for claim in paper(text).claims if claim.kind == "tally"]


@pytest.mark.parametrize(
    ("text", "figures", "words"),
    [
        (
            "Of the 40 KPIs, 16 achieved target (Green) and 15 reached the floor but did not meet the target (Amber). "
            "Eight fell below it (Red), and one had no data.",
            ["40", "16", "15", "Eight", "one"],
            ("KPIs", "whole", "total ", "green green", "amber amber", "red red", "open no data"),
        ),
        (
            "Four met and two missed of six.",
            ["Four", "two", "six"],
            ("", "whole", "met met", "missed missed", "total "),
        ),
        (
            "18 (60%) of the 30 measures met their target, 7 (23%) were within tolerance and 5 (17%) missed it.",
            ["18", "30", "7", "5"],
            ("measures", "whole", "met met", "total ", "amber within tolerance", "missed missed"),
        ),
        (
            "Of the 12 national standards the Trust met eight and missed four.",
            ["12", "eight", "four"],
            ("standards", "whole", "total ", "met met", "missed missed"),
        ),
        (
            "Eight projects are on track, two are behind schedule and one was paused. There are 12 projects in all.",
            ["Eight", "two", "one", "12"],
            ("projects", "whole", "track on track", "missed behind schedule", "open paused", "total "),
        ),
        (
            "Of the six targets, four were met and one missed; the sixth has no data.",
            ["six", "four", "one"],
            ("targets", "part", "total ", "met met", "missed missed"),
        ),
    ],
)
def test_tallies(text: str, figures: list[str], words: tuple[str, ...]) -> None:
    (claim,) = tallies(text)
    assert [f.text for f in claim.figures] == figures
    assert claim.words == words


@pytest.mark.parametrize(
    "text",
    [
        "Two of the four red measures have moved to amber.",
        "Seven of the ten standards were met in 2024/25, compared with six in 2023/24, and four were missed.",
        "About 20 of the 30 targets were met and some 15 were missed.",
        "A letter was sent to 20 tenants, and the target was met.",
    ],
)
def test_left_alone(text: str) -> None:
    assert tallies(text) == []


def outcomes(table: str) -> list[tuple[str, list[str]]]:
    (grid,) = paper(table).grids
    return [(column.column, [value for _, value in column.rows]) for column in read_outcomes(grid)]


def test_a_column_of_answers_or_colours() -> None:
    rows = "Trees\tParks\tYes\nHomes\tHousing\tNo\nPool\tLeisure\tn/a\nBuses\tRoads\tYes\n"
    assert outcomes(f"Measure\tLead\tMet\n{rows}") == [("Met", ["met", "missed", "open", "met"])]
    assert outcomes(f"Measure\tLead\tNew\n{rows}") == []


def test_a_target_beside_a_result() -> None:
    table = (
        "Indicator\tTarget\tActual\nCalls answered in time\t90%\t92%\nBins missed\t120\t131\nTrees\t40\t38\n"
        "Visits\t≥ 50\t61\nSickness days\t8.0\t8.0\n"
    )
    assert outcomes(table) == [("Target” and “Actual", ["met", "missed", "", "met", "met"])]
