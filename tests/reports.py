"""Reports made by hand, so that what presents them is tested without what finds."""

from __future__ import annotations

from decimal import Decimal

from reportcheck.model import (
    BBox,
    Coverage,
    Document,
    Evidence,
    Figure,
    Finding,
    Location,
    Page,
    Relation,
    Report,
    Rule,
    Severity,
    Suggestion,
)
from reportcheck.quantity import Quantity

RULE = Rule("RC101", "total-disagrees", "table", "error", "Totals are sums.", None)


def evidence(text: str, at: Location, *, suspect: bool = False) -> Evidence:
    quantity = Quantity(text, Decimal(text.replace(",", "").rstrip("%")))
    return Evidence(Figure(text, at, quantity, "Total", "2024/25"), "stated" if suspect else "input", suspect)


def total(line: int = 4, *, quote: str = "Total\t46\t52", message: str = "", where: str = "") -> Relation:
    """A total of 46 printed as 52."""
    return Relation(
        kind="total",
        evidence=(
            evidence("52", Location(1, line, 9, 11), suspect=True),
            evidence("46", Location(1, line, 6, 8)),
            evidence("30", Location(1, line - 1, 6, 8)),
        ),
        verdict="broken",
        message=message or "Total for 2024/25 is printed as 52, but its 2 parts add up to 46.",
        sum="30 + 16 = 46",
        location=Location(1, line, 9, 11, where=where),
        suggestion=Suggestion("46", "the sum of its parts"),
        quote=quote,
    )


def boxed(page: int) -> Relation:
    """The same in a PDF."""
    box = BBox(100.123456, 200, 120, 210)
    return Relation(
        kind="total",
        evidence=(evidence("52", Location(page, bbox=box), suspect=True),),
        verdict="broken",
        message="Total is printed as 52, but its 2 parts add up to 46.",
        location=Location(page, bbox=box, where="Table 1, row Total"),
        quote="Total\t52",
    )


def report(
    *relations: Relation,
    severity: Severity = "error",
    path: str = "paper.txt",
    pages: tuple[Page, ...] = (Page(1),),
    coverage: Coverage | None = None,
    held: tuple[Relation, ...] = (),
) -> Report:
    return Report(
        document=Document(path, "0" * 64, pages, "pdf" if path.endswith(".pdf") else "text"),
        findings=tuple(Finding(RULE, r, severity, f"{n:016x}") for n, r in enumerate(relations)),
        held=tuple((RULE, r) for r in held),
        coverage=coverage or Coverage(figures=10, verified=4, challenged=len(relations), tables=1),
    )
