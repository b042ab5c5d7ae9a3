"""`reportcheck compare`: the figures that changed between two versions, by row and sentence and not by page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Run
from written import write

from reportcheck.model import Kept
from reportcheck.past.comparing import Comparison, compared

SHARED = Path(__file__).resolve().parents[2] / "shared"
OLD = """# Parks report 2023

There were 41 events in the parks in 2023.

| Park | Visits | Cost |
|---|---|---|
| Hill Park | 12,400 | 8,150 |
| Mill Green | 9,310 | 4,020 |
| Old Quay | 2,750 | 1,990 |

The cost per visit fell to 58p.
"""


def of(text: str, name: str = "paper.md") -> Kept:
    from reportcheck.extract import extract_bytes
    from reportcheck.read import read
    from reportcheck.read.keep import keep

    return keep(read(extract_bytes(text.encode(), name, "text")))


def found(old: str, new: str) -> Comparison:
    return compared(of(old), of(new))


def told(old: str, new: str) -> list[tuple[str, str, list[str]]]:
    return [
        (c.sort, c.name[:20], [f"{m.column}: {m.old} -> {m.new} {m.difference}".strip() for m in c.figures])
        for c in found(old, new).changes
    ]


def test_a_figure_that_changed_is_told_with_its_row_and_column() -> None:
    assert told(OLD, OLD.replace("9,310", "9,130")) == [("changed", "Mill Green", ["Visits: 9,310 -> 9,130 -180"])]


@pytest.mark.parametrize(
    "new",
    [
        OLD,
        "Words that were put before it all.\n\n" * 40 + OLD,
        OLD.replace("12,400", "12400"),
        OLD.replace("There were 41 events in the parks in 2023.\n\n", "")
        + "\nThere were 41 events in the parks in 2023.\n",
        OLD.replace("The cost per visit fell", "The cost of a visit fell"),
    ],
    ids=["the same", "on another page", "printed otherwise", "moved", "other words"],
)
def test_what_stands_elsewhere_or_is_printed_otherwise_did_not_change(new: str) -> None:
    assert told(OLD, new) == []


def test_rows_and_sentences_are_added_and_removed() -> None:
    new = OLD.replace("| Mill Green | 9,310 | 4,020 |\n", "| Bell Field | 3,300 | 2,040 |\n")
    assert told(OLD, new) == [
        ("removed", "Mill Green", ["Visits: 9,310 ->", "Cost: 4,020 ->"]),
        ("added", "Bell Field", ["Visits:  -> 3,300", "Cost:  -> 2,040"]),
    ]


def test_a_row_with_figures_lost_is_one_row() -> None:
    new = OLD.replace("| Hill Park | 12,400 | 8,150 |", "| Hill Park | | 8,150 |")
    assert told(OLD, new) == [("changed", "Hill Park", ["Visits: 12,400 ->"])]


def test_a_paper_within_a_pack_is_compared_with_its_part() -> None:
    pack = (
        "Agenda for 9 members.\n\nThe hall was let 31 times.\n\n"
        + OLD.replace("41", "14")
        + "\nThe next meeting has 7 items.\n"
    )
    comparison = found(OLD, pack)
    assert [(c.sort, c.name) for c in comparison.changes] == [("changed", "There were 14 events in the parks in 2023.")]
    assert (comparison.outside_old, comparison.outside_new) == (0, 3)


def test_the_command_writes_text_json_and_a_page(run: Run, tmp_path: Path) -> None:
    old = OLD.replace("Mill", "M&'ill\x1b[2J")
    write(tmp_path, "old.md", old.encode())
    write(tmp_path, "new.md", old.replace("9,310", "9,130").encode())
    text = run("compare", "old.md", "new.md")
    assert text.returncode == 1
    assert text.stdout.decode() == (
        "changed line 8 -> line 8  M&'ill\\x1b[2J Green\n"
        "    Visits: 9,310 -> 9,130 (-180)\n"
        "\n"
        "1 figure changed in 1 place, 4 places the same.\n"
    )
    data = json.loads(run("compare", "old.md", "new.md", "--format", "json").stdout)
    assert (data["same"], data["added"], data["removed"]) == (4, [], [])
    (change,) = data["changed"]
    assert change["figures"] == [{"column": "Visits", "old": "9,310", "new": "9,130", "difference": "-180"}]
    assert (change["old"], change["new"]) == ({"page": 1, "line": 8}, {"page": 1, "line": 8})
    assert run("compare", "old.md", "new.md", "--output", "c.html").returncode == 1
    page = (tmp_path / "c.html").read_text()
    assert "M&amp;&#39;ill" in page
    assert "M&'ill" not in page
    assert '<td class="figure">9,130</td>' in page


def test_exit_codes(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "old.md", OLD.encode())
    same = run("compare", "old.md", "old.md")
    assert (same.returncode, same.stdout) == (0, b"0 figures changed in 0 places, 5 places the same.\n")
    gone = run("compare", "old.md", "gone.md")
    assert (gone.returncode, gone.stdout) == (2, b"")
    assert gone.stderr == b"reportcheck: gone.md: there is no such file. Check the name.\n"
    kept = run("compare", "old.md", "old.md", "--output", "old.md")
    assert (kept.returncode, (tmp_path / "old.md").read_text()) == (2, OLD)


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not here")
def test_two_extractions_of_one_report(run: Run) -> None:
    """One row was garbled on the way, and nothing else."""
    seeds = [SHARED / "seeds" / name for name in ("fostering-annual-report-2024-25.txt", "agenda-pack-2025-10-16.txt")]
    data = json.loads(run("compare", *map(str, seeds), "--format", "json").stdout)
    assert [[(f["old"], f["new"]) for f in c["figures"]] for c in data["changed"]] == [[("23", ""), ("20", "")]]
    assert (data["added"], data["removed"]) == ([], [])


def test_rows_of_which_a_word_and_a_figure_changed_find_each_other_among_many() -> None:
    parks = [f"{one}{two} Park" for one in ("Ash", "Birch", "Elm", "Oak", "Yew") for two in ("bank", "field", "hill")]
    rows = "".join(f"| {park} in the old town | {1_000 + 37 * n:,} | 8,150 |\n" for n, park in enumerate(parks))
    table = "| Park | Visits | Cost |\n|---|---|---|\n"
    later = rows.replace("old town", "new town").replace("8,150", "8,510")
    changes = told(table + rows, table + later)
    assert [name for _, name, _ in changes] == [f"{park} in the new town"[:20] for park in parks]
    assert {tuple(figures) for _, _, figures in changes} == {("Cost: 8,150 -> 8,510 +360",)}
    (gone, come) = told(
        table + rows, table + rows.replace(parks[3] + " in the old town", "Bandstand").replace("1,111", "9")
    )
    assert (gone[:2], come[:2]) == (("removed", f"{parks[3]} in the old town"[:20]), ("added", "Bandstand"))
