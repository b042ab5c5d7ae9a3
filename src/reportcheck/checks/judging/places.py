"""Where a figure or a statement stands, in words: "line 12", "the row “Total”, column “2024/25” (page 3)"."""

from __future__ import annotations

from reportcheck.model import Figure, Location, Statement


def place(statement: Statement) -> str:
    """Where a statement stands, in words."""
    at = statement.figure.location
    if statement.source == "table":
        return f"{named(statement.figure)} ({spot(at)})"
    return f"the sentence at {spot(at)}" if at.line is not None else f"a sentence on {spot(at)}"


def named(figure: Figure) -> str:
    """A table's figure by its row and column."""
    row = f"the row “{figure.label}”" if figure.label else "the table"
    return f"{row}, column “{figure.period}”" if figure.period else row


def spot(at: Location) -> str:
    """A place in words: a line of a text, a page of a PDF."""
    return f"line {at.line}" if at.line is not None else f"page {at.page}"
