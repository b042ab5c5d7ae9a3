"""What a figure of a sentence is of, and is not of: its own kind, its whole, what it is put to."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportcheck import audit

OWN_REVENUE = """The county's own revenue collection of £1.32m was received in the year.

Fees and the own revenue collection of £1.32m paid for the two projects of the year.

The report says that the county's own revenue collection of £1.32m was spent on the projects.

"""


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The county's own revenue collection of £1.82m was received for the projects of the year.", True),
        ("The county's own grants of £1.82m and own revenue collection of £5.13m paid for projects.", False),
        ("This was a rise compared to £1.82m of own revenue collection that the county received.", False),
    ],
)  # fmt: skip
def test_a_figure_is_outvoted_by_its_own_kind_alone(sentence: str, found: bool) -> None:
    report = audit((OWN_REVENUE + sentence + "\n").encode(), name="a.txt")
    assert bool(report.findings) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("of which £41.08m (5.49%) is for roads, £265.77m (35.59%) for schools and £439.82m (58.90%) for care", True),
        ("of which £265.77m (35.59%) is for schools and £480.90m (64.41%) care, an increase of £41.08m (5.82%)", False),
    ],
)  # fmt: skip
def test_the_percentage_of_a_change_is_no_share_of_the_list(text: str, found: bool) -> None:
    report = audit(f"The budget was £746.67m, {text} on the year before.".encode(), name="a.txt")
    assert [f.rule.id for f in report.findings] == (["RC128"] if found else [])


ROWS = "| Supplies | Budget |\n|---|---|\n| Hill School salaries and benefits | 251,857 |\n| Hall | 3,100 |\n\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hill School salaries and benefits are 251,257 in the budget.", True),
        ("2671 Clerk benefits 31,770 2681 Salaries and supplies 8,700 2690 Hill Junior School 251,257", False),
    ],
)
def test_a_row_read_as_a_sentence_is_put_to_no_table(text: str, found: bool) -> None:
    assert [f.rule.id for f in audit((ROWS + text).encode(), name="a.md").findings] == (["RC201"] if found else [])


def test_a_part_that_is_larger_than_its_whole(tmp_path: Path) -> None:
    for text, found in (
        ("Of the 45 homes in the lane, 54 have paid.", ["54 of 45 cannot be: the part is larger than the whole."]),
        ("Of the 45 homes in the lane, 44 have paid.", []),
        ("Of the 3 schools, 450 pupils have asthma, and of the 12 months three were dry.", []),
    ):
        path = tmp_path / "paper.txt"
        path.write_text(text, encoding="utf-8")
        assert [f.message for f in audit(str(path)).findings if f.rule.id == "RC154"] == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Nine in ten (92%) of the ponies were seen.", []),
        ("The stud has ten (9) ponies in the yard.", ["RC156"]),
        ("This year's hay budget of £61.2m is 4.8% higher than 2024's £58.4m. Of the increase, most is seed.", []),
        ("This year's hay budget of £58.4m is £2.8m higher than 2024's £61.2m.", ["RC121"]),
        ("Feed cost £5,000 in December and £6,000 in January, an increase.", []),
        ("Feed cost £5,000 in November and £6,000 in February, an increase of £1,000.", []),
        ("Feed cost £6,000 in March 2024 and £5,000 in May, a decrease.", []),
        ("Feed cost £6,000 in March and £5,000 in May 2023, an increase of £1,000.", []),
        ("Feed cost £5,000 in March and £6,000 in August, a decrease.", ["RC152"]),
        ("Feed cost £5,000 in March 2024 and £6,000 in May 2024, a decrease.", ["RC152"]),
        ("Feed cost £5,000 in December 2023 and £6,000 in January 2024, a decrease.", ["RC152"]),
        ("Leases came to £5.3m, of which £3.7m end in less than one year and £1.6m in three years.", []),
    ],
)  # fmt: skip
def test_what_a_figure_is_put_to_stands_after_than_or_in(sentence: str, found: list[str]) -> None:
    report = audit(sentence.encode(), name="a.txt", select=["RC121", "RC152", "RC156"])
    assert [f.rule.id for f in report.findings] == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Last week 31/82 letters (48%) were answered.", ["RC120"]),
        ("Last week 31/82 letters (38%) were answered.", []),
        ("Plan 31/82 was sent to 40 members (48%).", []),
        ("¾ (65%) of the keepers replied, and two thirds (60%) by post.", ["RC132", "RC132"]),
        ("¾ (71%) of the keepers replied, and two thirds (64%) by post.", []),
    ],
)  # fmt: skip
def test_fractions_in_figures_and_signs(sentence: str, found: list[str]) -> None:
    report = audit(sentence.encode(), name="a.txt", select=["RC120", "RC132"])
    assert [f.rule.id for f in report.findings] == found
