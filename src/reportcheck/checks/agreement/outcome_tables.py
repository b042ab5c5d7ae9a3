"""Tables that tell the outcomes of their rows: which are near a sentence, what they are called, and their time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportcheck.model import Grid, Location, Passage
from reportcheck.patterns import pattern
from reportcheck.read.grids.outcomes import Outcomes, read_outcomes
from reportcheck.read.once import once
from reportcheck.records import record
from reportcheck.words.spans import quarters_in, spans_in

BEFORE = pattern(r"\b(?:last|previous(?:ly)?|prior|earlier|ago|before|compared|against|since|had been|next)\b")
"""Words that turn a sentence to another time."""
_NUMBERED = pattern(r"\btable (\d+(?:\.\d+)*[a-z]?)\b", re.IGNORECASE)
_COLOURS = frozenset({"red", "amber", "green"})
COLOURED = {"met": "green", "missed": "red"}
"""The colours that outcomes are shown in."""


@record(frozen=True, slots=True)
class Rated:
    """A table that tells the outcomes of its rows, and where it stands."""

    grid: Grid
    at: Location
    columns: tuple[Outcomes, ...]


@once
def rated_tables(grids: tuple[Grid, ...]) -> tuple[Rated, ...]:
    """The tables of a paper that tell the outcomes of their rows."""
    found = ((grid, tuple(read_outcomes(grid))) for grid in grids if grid.table.cells)
    return tuple(Rated(grid, grid.table.cells[0].text.locate(), columns) for grid, columns in found if columns)


def near_by(passage: Passage, start: int, tables: tuple[Rated, ...], lines: int, pages: int) -> Iterator[Rated]:
    """The table that the passage names; else those just before and after it."""
    named = set(_NUMBERED.findall(passage.text.text))
    if named:
        yield from (t for t in tables if (m := _NUMBERED.search(t.grid.table.caption)) and m[1] in named)
        return
    here = passage.text.locate(start)
    for table in tables:
        if here.line is not None and table.at.line is not None:
            if abs(here.line - table.at.line) <= lines and here.page == table.at.page:
                yield table
        elif 0 <= table.at.page - here.page <= pages:
            yield table


def called(column: Outcomes, outcome: str) -> str | None:
    """What an outcome is called in a column: met is green only where nothing is amber."""
    outcome = "met" if outcome == "track" else outcome
    kinds = {value for _, value in column.rows if value not in ("", "open")}
    if kinds & _COLOURS:
        return outcome if outcome in _COLOURS else COLOURED.get(outcome) if "amber" not in kinds else None
    return outcome if outcome in ("met", "missed") else None


def where_is(table: Rated, column: Outcomes) -> str:
    """ "the column “Met” of Table 4 (page 9)"."""
    named = _NUMBERED.search(table.grid.table.caption)
    spot = f"line {table.at.line}" if table.at.line is not None else f"page {table.at.page}"
    name = (
        f"Table {named[1]} ({spot})" if named else f"the table at {spot}" if "line" in spot else f"the table on {spot}"
    )
    many = "columns" if "” and “" in column.column else "column"
    return f"the {many} “{column.column}” of {name}"


def time_of(table: Rated, column: Outcomes) -> str:
    """What may say when a table was: its caption and the column's heading."""
    return f"{table.grid.table.caption} {column.column}"


def in_time(passage: Passage, said: str, table: str) -> bool:
    """Whether the sentence can speak of the table's own time: it names no other, and is no one of several that do."""
    text = passage.text.text
    for read in (spans_in, quarters_in):
        here, there = read(said), read(table)
        if here and there and not here & there:
            return False
        if here and not there and len(read(text)) > 1:
            return False
    return True
