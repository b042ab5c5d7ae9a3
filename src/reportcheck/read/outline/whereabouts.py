"""A paper -> where its lines are, in words: under which heading, in which table, in the paragraph that begins so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from reportcheck.model import Document, Grid, Line, Passage, Table, Whereabouts
from reportcheck.patterns import pattern
from reportcheck.words.names import short
from reportcheck.words.things import PICTURES, TABLES

_FIRST = 7
"""Words by which a paragraph is known."""
_CAPTION = pattern(rf"(?:{TABLES}|{PICTURES}|schedule)\s+\w{{1,5}}(?:[.:–—-]|\s|$)", re.IGNORECASE)
_ORDER = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def read_whereabouts(document: Document, passages: Iterable[Passage], grids: Iterable[Grid]) -> Whereabouts:
    """The headings and tables of a paper that has lines; of a Word file, where nobody sees them, its paragraphs too."""
    if document.format == "pdf":
        return Whereabouts()
    headings = ((p.text.locate().line, short(p.text.text)) for p in passages if p.kind == "heading")
    return Whereabouts(
        tuple((line, words) for line, words in headings if line is not None),
        tuple((*lines, grid.name) for grid in grids if (lines := _lines(grid.table))),
        tuple(_paragraphs(document)) if document.format == "word" else (),
    )


def _paragraphs(document: Document) -> Iterator[tuple[int, str]]:
    for page in document.pages:
        for block in page.blocks:
            line = block.text.locate().line if isinstance(block, Line) else None
            if isinstance(block, Line) and line is not None:
                words = block.text.text.split()
                yield line, " ".join(words[:_FIRST]) + (" ..." if len(words) > _FIRST else "")


def _lines(table: Table) -> tuple[int, int] | None:
    """The first and the last line of a table; None where it has none."""
    lines = [p.line for cell in table.cells for p in cell.text.pieces if p.line is not None]
    return (min(lines), max(lines)) if lines else None


def names_of_tables(document: Document) -> list[str]:
    """What people call each table: by its caption, else by its page, its line, or the heading that it stands under."""
    names: list[str] = []
    under, before = "", ""
    seen: Counter[str] = Counter()
    for page in document.pages:
        for block in page.blocks:
            if isinstance(block, Line):
                before = block.text.text
                under = before if block.heading else under
                continue
            if block.caption:
                names.append(block.caption)
            elif document.format == "word":
                names.append(_in_word(block, before, under, seen))
            else:
                lines = _lines(block)
                single = lines is not None and len(document.pages) == 1
                names.append(f"the table at line {lines[0]}" if lines and single else f"the table on page {block.page}")
    return names


def _in_word(table: Table, before: str, under: str, seen: Counter[str]) -> str:
    """A table of a Word file: the line over it, where that is a caption, or its place under a heading."""
    if _CAPTION.match(before):
        return short(before)
    seen[under] += 1
    number = seen[under]
    which = _ORDER[number - 1] if number <= len(_ORDER) else f"{number}th"
    return f"the {which} table under “{short(under)}”" if under else f"the {which} table"
