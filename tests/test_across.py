"""Rules across papers: what is found where two papers of a body are audited at once, and the nearest that is not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import Run
from written import write

from reportcheck.across import audit_across, by_body
from reportcheck.archive.run import Outcome
from reportcheck.archive.together import companions, together
from reportcheck.auditing import audit_document
from reportcheck.extract import extract_bytes
from reportcheck.model import Kept
from reportcheck.read.keep.named import body_of, read_name
from reportcheck.rulepack import load_rules

RULES = tuple(rule for rule in load_rules() if rule.id.startswith("RC6"))


def kept(path: str, text: str) -> Kept:
    report = audit_document(extract_bytes(text.encode(), path, "text"), RULES, keep=True)
    assert report.kept is not None
    return report.kept


def told(**papers: str) -> list[str]:
    """What is found in papers of one body; their names have _ for -."""
    made = [kept(f"body/{name.replace('_', '-')}.md", text) for name, text in papers.items()]
    found, _ = audit_across(made, RULES)
    return [f"{f.rule.id} {f.message}" for paper in made for f in found.get(paper.path, ())]


def table(head: str, **rows: str) -> str:
    lines = [f"| Heading | {head} |", f"|---|{'---|' * (head.count('|') + 1)}"]
    return "\n".join([*lines, *(f"| {name.replace('_', ' ')} | {cells} |" for name, cells in rows.items())])


ACTUAL = {
    "Wages": "18,250", "Fuel": "2,410", "Seeds": "1,180", "Tools": "3,500", "Water": "1,150", "Paint": "2,740",
    "Signs": "615", "Fences": "930", "Benches": "1,480",
}  # fmt: skip


def accounts(year: int, column: str = "Actual", **changed: str) -> str:
    return f"# Parks accounts {year}-{year % 100 + 1}\n\n{table(f'2021-22 {column}', **(ACTUAL | changed))}\n"


def test_a_figure_of_the_year_before_that_is_another_now() -> None:
    assert told(parks_2021_22=accounts(2021), parks_2022_23=accounts(2022, Tools="5,300")) == [
        "RC601 Tools is 5,300, but it was 3,500 in parks-2021-22.md, line 8, and nothing says that it was restated; "
        "the other 8 rows of the column are as they were."
    ]


@pytest.mark.parametrize(
    "later",
    [
        accounts(2022, Tools="5,300") + "\nThe cost of tools was restated after the audit.\n",
        accounts(2022, "Actual (restated)", Tools="5,300"),
        accounts(2022, Tools="5,300", Water="2,210", Signs="480"),
        accounts(2022).replace("| Seeds | 1,180 |\n", "| Café | 960 |\n").replace("| Fuel | 2,410 |\n", ""),
    ],
    ids=["told in words", "told in the head", "too many differ", "other rows"],
)
def test_figures_that_may_differ(later: str) -> None:
    assert told(parks_2021_22=accounts(2021), parks_2022_23=later) == []


def test_a_plan_that_changes_within_its_year_is_no_slip() -> None:
    plan = accounts(2021, "Budget")
    assert told(parks_2021_22=plan, parks_q2_2021_22=accounts(2021, "Budget", Tools="5,300")) == []
    assert len(told(parks_2021_22=plan, parks_2022_23=accounts(2022, "Budget", Tools="5,300"))) == 1


def test_a_row_at_the_edge_of_another_account_is_not_compared() -> None:
    """What stands over other rows is another account's, whatever its label."""
    one = f"# Parks accounts 2021-22\n\n{table('2021-22 Actual', Balance='9,000', **ACTUAL)}\n"
    other = f"# Parks accounts 2022-23\n\n{table('2021-22 Actual', Balance='4,000', Loans='2,000', **ACTUAL)}\n"
    assert told(parks_2021_22=one, parks_2022_23=other) == []
    assert len(told(parks_2021_22=one, parks_2022_23=other.replace("| Loans | 2,000 |\n", ""))) == 1


def minutes(day: str, *lines: str) -> str:
    return "\n\n".join([f"Minutes of the meeting held on {day}", *lines]) + "\n"


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("Cheques 301 to 312 were signed.", "Cheques 313 to 320 were signed.", []),
        (
            "Vouchers 301 to 312 were signed.", "Vouchers 314 to 320 were signed.",
            ["RC605 Vouchers begin at 314, but the paper before ends at 312 (minutes-2023-03.md, line 3): "
             "313 is in neither."],
        ),
        ("Cheques 301 to 312 were signed.", "Cheques 9000 to 9012 were signed.", []),
        ("Cheques 301 to 312 were signed.", "Vouchers 314 to 320 were signed.", []),
        ("Between 301 and 312 people came.", "Between 314 and 320 people came.", []),
        ("See pages 301 to 312 of the plan.", "See pages 314 to 320 of the plan.", []),
        ("Receipts 301 to 312 pounds.", "Receipts 314 to 320 pounds.", []),
        (
            "Receipt numbers 301 to 312.", "Receipt numbers 314 to 320.",
            ["RC605 Receipts begin at 314, but the paper before ends at 312 (minutes-2023-03.md, line 3): "
             "313 is in neither."],
        ),
    ],
    ids=["runs on", "one is missing", "another book", "another thing",
         "no numbers of things", "pages of another paper", "amounts", "numbered"],
)  # fmt: skip
def test_numbers_that_run_on(first: str, second: str, found: list[str]) -> None:
    papers = {
        "minutes_2023_03": minutes("6 March 2023", first),
        "minutes_2023_04": minutes("3 April 2023", second),
    }
    assert told(**papers) == found


def test_minutes_that_nobody_has_between_break_no_run() -> None:
    march = minutes("6 March 2023", "Cheques 301 to 312 were signed.")
    june = minutes("5 June 2023", "Cheques 330 to 341 were signed.")
    assert told(minutes_2023_03=march, minutes_2023_06=june) == []
    assert len(told(minutes_2023_03=march, minutes_2023_04=june.replace("5 June", "3 April"))) == 1


@pytest.mark.parametrize(
    ("approved", "found"),
    [
        ("7 March 2023", ["RC607 The minutes of 7 March 2023 are approved, but the meeting before was held on "
                          "6 March 2023 (minutes-2023-03.md)."]),
        ("6 March 2022", ["RC607 The minutes of 6 March 2022 are approved, but the meeting before was held on "
                          "6 March 2023 (minutes-2023-03.md)."]),
        ("6 March 2023", []),
        ("6 February 2023", []),
        ("20 March 2023", []),
        ("6 March 2023 and the minutes of the meeting held on 7 March 2023", []),
    ],
)  # fmt: skip
def test_minutes_of_another_day(approved: str, found: list[str]) -> None:
    april = minutes("3 April 2023", f"The minutes of the meeting held on {approved} were approved.")
    assert told(minutes_2023_03=minutes("6 March 2023", "Nothing was said."), minutes_2023_04=april) == found


def test_a_sentence_of_last_month() -> None:
    line = "Receipts totalling £411.20 were banked and bills totalling £1,903.75 were paid."
    same = {"minutes_2023_03": minutes("6 March 2023", line), "minutes_2023_04": minutes("3 April 2023", line)}
    assert told(**same) == [
        "RC608 This sentence stands word for word, with £411.20 and £1,903.75, in the paper of the month before "
        "(minutes-2023-03.md, line 3)."
    ]
    rent = line.replace("Receipts", "Rents").replace("bills totalling", "bills of")
    paid = {"minutes_2023_03": minutes("6 March 2023", rent), "minutes_2023_04": minutes("3 April 2023", rent)}
    assert len(told(**paid)) == 1
    fees = "The caretaker's £411.20 and the rent of £1,903.75 were paid as every month."
    same = {"minutes_2023_03": minutes("6 March 2023", fees), "minutes_2023_04": minutes("3 April 2023", fees)}
    assert told(**same) == []
    standing = "The hall was sold on 4 May 2019 and receipts totalling £411.20 and £1,903.75 were banked."
    said = {"minutes_2023_03": minutes("6 March 2023", standing), "minutes_2023_04": minutes("3 April 2023", standing)}
    assert told(**said) == []


def test_a_body_is_its_folder_and_years_are_none() -> None:
    assert body_of("town/2023/05/minutes.md") == body_of("town/2024/minutes.md") == "town"
    assert body_of("town/parks/minutes.md") != body_of("town/roads/minutes.md")
    papers = [kept("town/2024/minutes-2024-01.md", "x"), kept("town/2023/minutes-2023-12.md", "x")]
    assert [p.name for p in by_body(papers)["town"]] == ["minutes-2023-12.md", "minutes-2024-01.md"]


@pytest.mark.parametrize(
    ("name", "day", "year", "stage"),
    [
        ("2024-05-14-draft-minutes.pdf", "2024-05-14", None, "draft"),
        ("minutes_2024_05.txt", "2024-05-01", None, ""),
        ("Minutes May 2024.docx", "2024-05-01", None, ""),
        ("budget-2024-25-final.md", None, 2024, "final"),
        ("fy21-budget.pdf", None, 2020, ""),
        ("agenda.pdf", None, None, ""),
    ],
)
def test_what_a_file_name_says(name: str, day: str | None, year: int | None, stage: str) -> None:
    named = read_name(f"town/{name}")
    assert (named.day.isoformat() if named.day else None, named.year, named.stage) == (day, year, stage)


APRIL, MAY = (
    minutes("6 March 2023", "Cheques 301 to 312 were signed.").encode(),
    minutes("3 April 2023", "Cheques 315 to 320 were signed.").encode(),
)


def findings(output: bytes) -> dict[str, list[dict[str, Any]]]:
    return {d["path"]: d["findings"] for d in json.loads(output)["documents"]}


def test_audit_compares_the_papers_of_a_folder(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "town/minutes-2023-04.md", MAY)
    write(tmp_path, "town/2023/minutes-2023-03.md", APRIL)
    write(tmp_path, "other/minutes-2023-03.md", APRIL)
    done = run("audit", "town", "other", "--format", "json", "--select", "RC6")
    assert done.returncode == 1
    found = findings(done.stdout)
    assert [*found] == ["town/2023/minutes-2023-03.md", "town/minutes-2023-04.md", "other/minutes-2023-03.md"]
    (finding,) = found.pop("town/minutes-2023-04.md")
    assert finding["rule"] == "RC605"
    assert finding["elsewhere"] == [
        {"path": "town/2023/minutes-2023-03.md", "page": 1, "line": 3, "text": "301 to 312"}
    ]
    assert not any(found.values())
    alone = run("audit", "town/minutes-2023-04.md", "--format", "json", "--select", "RC6")
    assert (alone.returncode, findings(alone.stdout)) == (0, {"town/minutes-2023-04.md": []})
    left = run("audit", "town", "--ignore", "RC605", "--format", "json")
    assert not any(findings(left.stdout).values())


def test_what_ends_a_run_ends_it_after_the_papers_that_wait() -> None:
    names = ["town/a.md", "town/b.md", "town/c.md"]

    def outcomes() -> Iterator[Outcome]:
        yield Outcome(names[0])
        yield Outcome(names[1])
        raise KeyboardInterrupt

    heard: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        heard.extend(outcome.name for outcome in together(outcomes(), names, lambda _: RULES))
    assert heard == names[:2]
    assert companions([*names, "other/a.md", "-"]) == set(names)


def test_papers_that_were_kept_are_compared_under_their_new_names(run: Run, tmp_path: Path) -> None:
    """What was kept of a paper in an earlier run has its figures, and not its old name."""
    write(tmp_path, "old/a.md", APRIL)
    write(tmp_path, "old/b.md", MAY)
    run("audit", "old", "--select", "RC6")
    write(tmp_path, "new/minutes-2023-03.md", APRIL)
    write(tmp_path, "new/minutes-2023-04.md", MAY)
    assert b"(minutes-2023-03.md, line 3): 313 to 314" in run("audit", "new", "--select", "RC6").stdout


CASH = """# Hall accounts to 30 June {year}

| Hall account | {head} |
|---|---|
| Opening balance of the hall{own} | {first} |
| Received | 1,000 |
| Closing balance of the hall | {last} |
"""


def cash(year: int, first: str, last: str, own: str = "", head: str = "") -> str:
    return CASH.format(year=year, head=head or f"30 June {year}", first=first, last=last, own=own)


def test_two_forms_of_one_account_are_not_two_years() -> None:
    """The day over a column ends its period: the opening balance in it is not of the day after."""
    accounts = cash(2023, "31,004", "41,696")
    assert told(hall_accounts_2023=accounts, hall_accounts_2023_copy=accounts) == []
    said = cash(2023, "31,004", "41,696", own=" 1 July 2022")
    assert told(hall_accounts_2023=said, hall_accounts_2023_copy=said) == []
    after = cash(2024, "41,969", "43,120", own=" 1 July 2023")
    assert told(hall_accounts_2023=said, hall_accounts_2024=after) == [
        "RC603 The account opens with 41,969, but closes with 41,696 in hall-accounts-2023.md, line 7."
    ]


def book(day: str, first: int) -> str:
    """Minutes of two pages of a minute book."""
    said = "Nothing was said of much, and so it went on for a while.\n" * 8
    return f"Page {first}\n{minutes(day, said)}\fPage {first + 1}\nMore of the same.\n{said}"


def test_pages_of_a_minute_book_run_on_where_they_do() -> None:
    days = {"2023_03": "6 March 2023", "2023_04": "3 April 2023", "2023_05": "8 May 2023", "2023_06": "5 June 2023"}
    firsts = (212, 214, 216, 221)
    papers = {f"minutes_{name}": book(day, first) for (name, day), first in zip(days.items(), firsts, strict=True)}
    assert told(**papers) == [
        "RC605 Pages begin at 221, but the paper before ends at 217 (minutes-2023-05.md, page 1): "
        "218 to 220 are in neither."
    ]
    assert told(**dict(list(papers.items())[2:])) == []  # Two packs, for all that one knows.


LIVING = "In the year 2022-23 there were 412 lettings of the hall in all."


def lettings(day: str, said: str) -> str:
    return f"Lettings report, {day}\n\n{said}\n"


def test_one_sentence_about_one_past_time_in_two_papers_of_a_series() -> None:
    may, june = lettings("2 May 2023", LIVING), lettings("6 June 2023", LIVING.replace("412", "421"))
    assert told(lettings_2023_05=may, lettings_2023_06=june) == [
        "RC602 This sentence has 421 here, but 412 in lettings-2023-05.md, line 3."
    ]
    assert told(lettings_2023_05=may, parks_2023_06=june) == []  # Another service's.
    assert told(lettings_2023_02=lettings("7 February 2023", LIVING), lettings_2023_06=june) == []  # Not yet over.
