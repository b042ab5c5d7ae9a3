"""Plain text and Markdown -> pages of lines and tables: form feeds end pages; tabs, pipes and columns make tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reportcheck.extract.above import LONGEST, words_above
from reportcheck.extract.text import aligned, delimited, marked, piped, separated, stacked, underlined
from reportcheck.extract.text.bars import is_rule
from reportcheck.extract.text.furniture import furniture
from reportcheck.extract.text.markup import is_bold, text_of
from reportcheck.extract.text.over_pages import join_tables
from reportcheck.extract.text.plain import plain
from reportcheck.extract.text.readings import columns_in, towers_in
from reportcheck.extract.text.source import Row, decode, rows_of
from reportcheck.model import Block, Line, Page, Table
from reportcheck.patterns import pattern
from reportcheck.words.things import PARTS, PICTURES, TABLES

_HEADING = pattern(r"\s{0,3}(#{1,6})\s+")
_UNDERLINE = pattern(r"\s{0,3}(?:={3,}|-{3,}|_{3,}|\*{3,})\s*$")
_CAPTION = pattern(rf"(?:{TABLES}|{PICTURES}|{PARTS})\s+[\dA-Z][\w.]*\b", re.IGNORECASE)
_PICTURE = pattern(r"\s*(?:\(Image omitted\)|!\[[^\]]{0,200}\]\([^)]{0,300}\))\s*$", re.IGNORECASE)
_OVER = 4
"""Rows, blank ones too, of headings over figures that do not stand in line."""
_END = (".", ":", ";", "?", "!")


def read_text(data: bytes, name: str) -> tuple[Page, ...]:
    """The pages of a text or Markdown file."""
    rows = plain(rows_of(decode(data, name)))
    pages: list[list[Block]] = [[] for _ in range(rows[-1].page)]
    for page, block in _blocks(rows):
        pages[page - 1].append(block)
    running: list[list[str]] = [[] for _ in pages]
    for index in sorted(furniture(rows)):
        running[rows[index].page - 1].append(rows[index].text.strip())
    join_tables(pages, running)
    return tuple(
        Page(number, tuple(blocks), has_text=bool(blocks), running=tuple(running[number - 1]))
        for number, blocks in enumerate(pages, start=1)
    )


def blocks_of(rows: list[Row]) -> list[Block]:
    """The lines and tables of rows that stand on one page."""
    return [block for _, block in _blocks(plain(rows))]


def _blocks(rows: list[Row]) -> Iterator[tuple[int, Block]]:
    """Everything printed, in order, with the page that it begins on."""
    spread = _is_spread(rows)
    numbers = furniture(rows)
    dashed = {**underlined.tables(rows), **separated.stroked(rows)}
    columned = {**columns_in(rows, numbers, dashed), **dashed}
    recent: list[Line] = []
    at, page, gap, seen = 0, 0, True, 0
    towers: dict[int, tuple[int, Table]] = {}
    before: Row | None = None
    inside, remarks = marked.elements(rows), marked.comments(rows)
    while at < len(rows):
        row = rows[at]
        if row.page != page:
            page, gap, recent = row.page, True, []
        if row.blank or _UNDERLINE.match(row.text) or _PICTURE.match(row.text):
            gap, at = True, at + 1
            continue
        if at in remarks:
            gap, at = True, remarks[at]
            continue
        if at in inside:
            blocks = marked.marked(rows, at, inside[at])
            at = inside[at]
            yield from ((row.page, block) for block in blocks)
            gap, recent, before = True, [b for b in blocks if isinstance(b, Line)][-3:], None
            continue
        if at >= seen:
            seen = max(stacked.region_end(rows, at), at + 1)
            towers = towers_in(rows, at, seen, numbers)
        found = _table(rows, at, recent, numbers)
        if found and any(first in columned and columned[first][0] >= found[1] for first in range(at + 1, at + _OVER)):
            found = None  # Only headings are read otherwise: the figures under them have shown that they stand askew.
        if at in columned:
            end, table = columned[at]
            above, caption = _over(recent)
            found = replace(table, above=above, caption=caption), end
        elif at in towers:
            end, table = towers[at]
            found = table, end
        if found:
            made, at = found
            yield from ((row.page, block) for block in (made if isinstance(made, list) else [made]))
            gap, recent, before = True, [], None
            continue
        listed = delimited.tabbed(rows, at) if "\t" in row.text.strip() else None
        end = listed[1] if listed and delimited.is_contents(listed[0]) else at + 1
        for item in rows[at:end]:
            if item.blank:
                continue
            line = _line(item, gap and not (spread and _wraps(before, item)))
            if line.text.text:
                yield item.page, line
                recent = [*recent[-2:], line]
                before, gap = item, end > at + 1
        at = end


def _table(
    rows: list[Row], at: int, recent: list[Line], numbers: frozenset[int]
) -> tuple[Table | list[Block], int] | None:
    """The table that begins at `at`, or the blocks that one sets beside each other, and where the text goes on."""
    text = rows[at].text
    if "\t" in text.strip():
        found = delimited.tabbed(rows, at)
        if not found or len(found[0]) < 2 or delimited.is_contents(found[0]):
            return None
        return delimited.table_of(delimited.cells_of(found[0]), *_over(recent)), found[1]
    if "|" in text or is_rule(text):
        return piped.piped(rows, at, *_over(recent))
    if "," in text or ";" in text:
        data = separated.separated(rows, at, *_over(recent))
        if data:
            return data
    if "  " in text.strip():
        found = aligned.aligned(rows, at, numbers)
        table = aligned.table_of(found[0], *_over(recent)) if found else None
        return (table, found[1]) if found and table else None
    return None


def _over(recent: list[Line]) -> tuple[str, str]:
    """The words just over a table, and the line among them that names it."""
    caption = next(
        (t for t in reversed([line.text.text for line in recent]) if _CAPTION.match(t) and len(t) < LONGEST), ""
    )
    return words_above(recent), caption


def _line(row: Row, gap: bool) -> Line:
    heading = _HEADING.match(row.text)
    start = heading.end() if heading else 0
    indent = float(len(row.text) - len(row.text.lstrip()))
    return Line(
        text_of(row, start),
        gap=gap or bool(heading),
        bold=is_bold(row, start),
        heading=len(heading.group(1)) if heading else 0,
        indent=indent,
    )


def _is_spread(rows: list[Row]) -> bool:
    """Whether a text prints every line of its paragraphs with a blank line after it, as some extractors do."""
    pairs = wrapped = 0
    for first, second, third in zip(rows, rows[1:], rows[2:], strict=False):
        if len(first.text) > 50 and second.blank and not third.blank:
            pairs += 1
            wrapped += (
                len(first.text) < 115
                and not first.text.rstrip("* ").endswith(_END)
                and third.text.lstrip("* ")[:1].islower()
            )
    return pairs > 10 and wrapped > pairs * 0.3


def _wraps(before: Row | None, row: Row) -> bool:
    """Whether a row goes on with the paragraph of the row before it, in a text that spreads its lines."""
    if before is None or len(before.text) < 50 or before.page != row.page:
        return False
    first, second = before.text.strip("* \t"), row.text.strip("* \t")
    if is_bold(before) != is_bold(row) and not second[:1].islower():
        return False
    if second[:1].islower():
        return True
    return not first.endswith(_END) and len(before.text) > 70 and (second[:1].isalnum() or second[:1] in "£€$(“‘")
