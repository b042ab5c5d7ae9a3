"""Papers on which a check once failed, ran on for minutes, or said what is not so."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Run
from judging import judged
from written import write

from reportcheck import audit
from reportcheck.extract import extract_bytes
from reportcheck.laws.spots import Spot
from reportcheck.read.grids.cells import blank_of


def told(text: str, *rules: str) -> list[str]:
    report = audit(text.encode(), name="a.md", select=list(rules))
    return [finding.message for finding in report.findings]


def test_a_total_of_nought_is_no_sum_of_a_sentence() -> None:
    text = "The grants to sailing clubs total £12,400.\n\n| Grants to sailing clubs | £ |\n|---|---|\n| Total | 0 |\n"
    assert told(text) == []


@pytest.mark.parametrize("amount", ["1" * 40, "1." + "0" * 30 + "1"])
def test_amounts_of_many_digits_beside_a_price(amount: str) -> None:
    assert told(f"| Item | £ |\n|---|---|\n| 3 oars @ £20 | {amount} |\n", "RC155") == []


def test_a_word_that_does_not_end_before_a_price() -> None:
    assert told(f"| Item | £ |\n|---|---|\n| 3 {'a' * 4000} @ £20 | 70 |\n", "RC155") == []


@pytest.mark.parametrize(
    ("labels", "better"),
    [
        (("Group A 1", "Group A 2", "Group A 2", "Group A 4", "Group A 5"), ["Group A 3"]),
        (("Phase A", "Phase B", "Phase B", "Phase D", "Phase E"), ["Phase C"]),
        (("Phase A works", "Phase B works", "Phase B works", "Phase D works", "Phase E works"), ["Phase C works"]),
    ],
)  # fmt: skip
def test_the_label_that_was_meant_is_written_whole(labels: tuple[str, ...], better: list[str]) -> None:
    rows = "".join(f"| {label} | {number} |\n" for number, label in enumerate(labels, start=31))
    report = audit(("| Part | Days |\n|---|---|\n" + rows).encode(), name="a.md", select=["RC315"])
    assert [f.suggestion for f in report.findings] == better


@pytest.mark.parametrize(
    ("written", "said"), [("1,088;10", "; stands for a point"), ("2;088.10", "; stands for a comma")]
)
def test_what_a_wrong_mark_stands_for(written: str, said: str) -> None:
    rows = "".join(f"| Mooring {n} | 1,0{n}0.25 |\n" for n in range(2, 9))
    found = told(f"| Mooring | £ |\n|---|---|\n{rows}| Mooring 9 | {written} |\n", "RC418", "RC401")
    assert [said in message for message in found] == [True]


@pytest.mark.parametrize(("by", "told_of"), [("10%", 0), ("£15,790", 0), ("£17,590", 1)])
def test_a_change_told_in_per_cent_is_put_to_no_amounts(run: Run, tmp_path: Path, by: str, told_of: int) -> None:
    june, july = (
        "The usable reserve as of 30 June 2024 is £157,900.",
        "The usable reserve as of 31 July 2024 is £173,690.",
    )
    write(tmp_path, "port/reserves-2024-06.txt", f"Reserves report, 30 June 2024\n\n{june}\n".encode())
    since = f"The usable reserve is up from 30 June 2024 by {by}."
    write(tmp_path, "port/reserves-2024-07.txt", f"Reserves report, 31 July 2024\n\n{july} {since}\n".encode())
    assert run("audit", "port", "--select", "RC604").stdout.decode().count("RC604 error") == told_of


def test_sentences_that_each_go_back_to_the_one_before() -> None:
    """Four hundred of them took minutes, where all were one sentence."""
    text = "We had £40 and spent £12. " + "That is £28 less than £40, a fall of £12. " * 440
    assert told(text, "RC146") == []
    left = "The club had £412.50 and spent £120.10, which leaves £293.40."
    assert told(text + left, "RC146") == ["The sentence says £293.40, but £412.50 - £120.10 is £292.40."]


@pytest.mark.parametrize("text", [" " * 200_000 + "x", "(" * 200_000 + "x-", "%" * 200_000 + "£" + "%" * 200_000 + "c"])
def test_a_cell_of_many_blanks_or_brackets_is_no_dash(text: str) -> None:
    assert blank_of(text) in (None, "not available")


def test_a_row_of_a_product_is_not_looked_for_among_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[int] = []
    orders = [(7 * n % 90 + 2, 13 * n % 60 + 20.5) for n in range(200)]
    rows = "".join(f"Chair {n}\t{many}\t{price:.2f}\t{many * price:,.2f}\n" for n, (many, price) in enumerate(orders))
    monkeypatch.setattr(Spot, "__eq__", lambda one, other: compared.append(1) or one is other)
    relations = judged(f"Item\tQty\tUnit price\tAmount\n{rows}")
    assert sum(r.kind == "ratio" and r.verdict == "held" for r in relations) == 200
    assert compared == []


@pytest.mark.parametrize("places", [40, 5_000])
def test_a_number_of_thousands_of_digits_is_no_figure(places: int) -> None:
    """Python refuses to write one out, and nothing is counted by it; the figures beside it are read as ever."""
    long = "9" * places
    rows = f"| Key {long} | 1,250 |\n| Mole | 1,130 |\n| Quay | 2,500 |\n| Total | 4,808 |\n"
    text = (
        f"The harbour fund is £{long}, or 1.{long}; it was £{long[:-1]}8. Ref {long}/20 of {long} boats ({long}%).\n\n"
    )
    found = told(f"{text}| Item | £ |\n|---|---|\n{rows}\n| Fund | {long} |\n|---|---|\n| Total | {long} |\n", "RC101")
    assert found == ["Total for £ is printed as 4,808, but its 3 parts add up to 4,880."]


def test_elements_and_comments_that_never_end() -> None:
    """Each looked for its end through all that follows: 4,000 took a quarter of a minute."""
    begun = "<table>\n<tr><td>Quay</td><td>12</td></tr>\n<!-- seen\n" * 4_000
    whole = "<table>\n<tr><td>Mole</td><td>12</td></tr>\n<tr><td>Pier</td><td>8</td></tr>\n</table>\n"
    document = extract_bytes((begun + whole).encode(), "a.md", "text")
    assert [[cell.text.text for cell in table.cells] for table in document.tables] == [["Mole", "12", "Pier", "8"]]
