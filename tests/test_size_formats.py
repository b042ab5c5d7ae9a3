"""Size silences nothing, in any format: a wrong total over many rows is found in all of them."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable

import pytest
from drawing import Sheet, pdf
from sheets import saved, workbook
from test_word import tc, word

from reportcheck import audit

Rows = list[list[str]]
PAGE = 60
"""Rows on a page of the PDF."""


def listing(count: int) -> tuple[Rows, int]:
    """A head, so many rows, and a total that is 1,000 too high; what it should be."""
    dice = random.Random(count)
    values = [dice.randint(100, 99_999) for _ in range(count)]
    rows = [[f"Payee {n}", f"{value:,}"] for n, value in enumerate(values, start=1)]
    return [["Payee", "Paid"], *rows, ["Total", f"{sum(values) + 1_000:,}"]], sum(values)


def as_text(rows: Rows) -> bytes:
    return "".join(f"{name:<20}{value:>14}\n" for name, value in rows).encode()


def as_markdown(rows: Rows) -> bytes:
    lines = [f"| {name} | {value} |" for name, value in rows]
    return "\n".join([lines[0], "|---|---:|", *lines[1:]]).encode()


def as_html(rows: Rows) -> bytes:
    body = "".join(f"<tr><td>{name}</td><td>{value}</td></tr>" for name, value in rows)
    return f"<html><body><h1>Payments</h1><table>{body}</table></body></html>".encode()


def as_csv(rows: Rows) -> bytes:
    return "".join(f'{name},"{value}"\n' for name, value in rows).encode()


def as_workbook(rows: Rows) -> bytes:
    numbers = [[name, int(value.replace(",", "")) if value[-1].isdigit() else value] for name, value in rows]
    return saved(workbook(numbers))


def as_word(rows: Rows) -> bytes:
    body = "<w:tbl>" + "".join("<w:tr>" + "".join(map(tc, row)) + "</w:tr>" for row in rows) + "</w:tbl>"
    made = io.BytesIO(word(body))
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    return made.getvalue()


def as_pdf(rows: Rows) -> bytes:
    """The head stands on every page."""
    sheets = []
    for at in range(1, len(rows), PAGE):
        sheets.append(Sheet().rows(60, 12, (60, 400), [rows[0], *rows[at : at + PAGE]]))
    return pdf(*sheets)


FORMATS: dict[str, Callable[[Rows], bytes]] = {
    "txt": as_text, "md": as_markdown, "html": as_html, "csv": as_csv, "xlsx": as_workbook, "docx": as_word,
    "pdf": as_pdf,
}  # fmt: skip


@pytest.mark.parametrize("count", [121, 1_000])
@pytest.mark.parametrize("kind", FORMATS)
def test_a_wrong_total_is_found(kind: str, count: int) -> None:
    rows, right = listing(count)
    report = audit(FORMATS[kind](rows), name=f"payments.{kind}")
    told = [finding.message for finding in report.findings if finding.rule.id == "RC101"]
    assert len(told) == 1, [finding.message for finding in report.findings]
    shown = str(right + 1_000) if kind == "xlsx" else f"{right + 1_000:,}"
    assert f"is printed as {shown}, but its {count} parts add up to {right:,}" in told[0]
