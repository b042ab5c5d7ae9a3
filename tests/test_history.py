"""`reportcheck history`: the figures of a measure over all papers, from papers and from a ledger."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from conftest import Run
from written import write

PAPERS = {
    "homes-2022.md": b"""# Homes report 2022

| Measure | 2020-21 | 2021-22 |
|---|---|---|
| Empty homes | 212 | 238 |
| New homes let | 41 | 55 |
""",
    "homes-2023.md": b"""# Homes report 2023

| Measure | 2021-22 | 2022-23 |
|---|---|---|
| Empty homes | 283 | 251 |
| New homes let | 55 | 62 |
""",
    "homes-2024.md": b"""# Homes report 2024

The number of empty homes at 31 March 2024 was 249.
""",
}


@pytest.fixture
def town(tmp_path: Path) -> Path:
    for name, text in PAPERS.items():
        write(tmp_path, f"town/{name}", text)
    return tmp_path


def test_figures_in_order_of_time_with_what_was_revised(run: Run, town: Path) -> None:
    done = run("history", "empty homes", "town")
    assert done.returncode == 0
    bar = "█" * 40
    assert done.stdout.decode() == (
        "Empty homes  (3 times)\n"
        f"  2020-21  212  {'█' * 30:<40}  homes-2022.md, line 5\n"
        f"  2021-22  238  {'█' * 34:<40}  homes-2022.md, line 5\n"
        f"  2021-22  283  {bar}  homes-2023.md, line 5  REVISED, was 238\n"
        f"  2022-23  251  {'█' * 35:<40}  homes-2023.md, line 5\n"
        "\n"
        "The number of empty homes at 31 March 2024 was _ .  (1 time)\n"
        "  31 March 2024  249  homes-2024.md, line 3\n"
    )


def test_a_figure_that_stays_is_told_once(run: Run, town: Path) -> None:
    told = run("history", "homes let", "town").stdout.decode()
    assert told.count("2021-22") == 1
    assert "(the same in 1 more)" in told


def test_a_ledger_tells_the_same(run: Run, town: Path) -> None:
    run("batch", "town", "--ledger", "ledger.db", "--jobs", "1")
    from_papers, from_ledger = (
        run("history", "empty homes", "town"),
        run("history", "empty homes", "--ledger", "ledger.db"),
    )
    assert from_ledger.stdout == from_papers.stdout
    assert run("history", "empty homes", "--ledger", "ledger.db", "--body", "city").returncode == 1


def test_other_formats(run: Run, town: Path) -> None:
    rows = list(
        csv.DictReader(io.StringIO(run("history", "empty homes", "town", "--format", "csv").stdout.decode("utf-8-sig")))
    )
    assert [(r["time"], r["text"], r["low"], r["revised"]) for r in rows][1:3] == [
        ("2021-22", "238", "237.5", ""), ("2021-22", "283", "282.5", "238"),
    ]  # fmt: skip
    data = json.loads(run("history", "empty homes", "town", "--format", "json").stdout)
    assert [p["value"] for p in data["series"][0]["points"]] == ["212", "238", "283", "251"]
    run("history", "empty homes", "town", "--output", "h.html")
    page = (town / "h.html").read_text()
    assert '<strong class="warning">revised</strong>, was 238' in page
    assert '<meter min="0" max="100" value="84">238</meter>' in page


def test_hostile_words_do_nothing(run: Run, tmp_path: Path) -> None:
    text = b"# Report 2023\n\n| Measure | 2022 | 2023 |\n|---|---|---|\n| =cmd & \x1b[2J empty homes | 212 | 238 |\n"
    write(tmp_path, "a.md", text)
    assert b"\x1b" not in run("history", "empty homes", "a.md").stdout
    rows = run("history", "empty homes", "a.md", "--format", "csv").stdout.decode("utf-8-sig").splitlines()
    assert rows[1].startswith("'=cmd & \\x1b[2J empty homes,")
    run("history", "empty homes", "a.md", "--output", "h.html")
    assert "=cmd &amp; " in (tmp_path / "h.html").read_text()


def test_numbers_below_nought_are_numbers_in_a_sheet(run: Run, tmp_path: Path) -> None:
    text = "# Report 2023\n\n| \u00a3 | 2022 | 2023 |\n|---|---|---|\n| Surplus | 350 | -1,200 |\n"
    write(tmp_path, "a.md", text.encode())
    told = run("history", "surplus", "a.md", "--format", "csv").stdout.decode("utf-8-sig")
    (last,) = [row for row in csv.DictReader(io.StringIO(told)) if row["time"] == "2023"]
    assert [last[name] for name in ("text", "value", "low", "high")] == ["'-1,200", "-1200", "-1200.5", "-1199.5"]


def test_nothing_found_and_nothing_to_look_in(run: Run, town: Path) -> None:
    none = run("history", "swimming pools", "town")
    assert (none.returncode, none.stdout) == (1, b"No figure of swimming pools was found.\n")
    assert run("history", "homes").returncode == 2
    lost = run("history", "homes let", "town", "gone.md")
    assert lost.returncode == 2
    assert lost.stderr == b"reportcheck: gone.md: there is no such file. Check the name.\n"
    assert b"New homes let" in lost.stdout
    unmade = run("history", "homes", "--ledger", "none.db")
    assert (unmade.returncode, unmade.stdout) == (2, b"")
    assert not (town / "none.db").exists()
