"""A Sheet -> a Page: its tables, and the lines that stand outside them, in reading order."""

from __future__ import annotations

from collections.abc import Sequence

from reportcheck.extract.pdf.borderless import borderless_drafts
from reportcheck.extract.pdf.captions import captioned, pictured_tables
from reportcheck.extract.pdf.draft import Draft, as_table, line_text
from reportcheck.extract.pdf.flow import in_order, lots_of
from reportcheck.extract.pdf.grids import Rule, cells, crossings, edges, together
from reportcheck.extract.pdf.hanging import with_sums
from reportcheck.extract.pdf.kinds import is_contents
from reportcheck.extract.pdf.ladders import ladder_drafts
from reportcheck.extract.pdf.placing import LARGE, without_watermarks
from reportcheck.extract.pdf.regions import tails_cut
from reportcheck.extract.pdf.rows import Row, rows_of
from reportcheck.extract.pdf.ruled import ruled_drafts
from reportcheck.extract.pdf.sheet import BOLD, Area, Box, Sheet
from reportcheck.extract.pdf.sideways import in_a_row, sideways_blocks, upright_heads
from reportcheck.extract.text.abreast import sides
from reportcheck.model import Block, Line, Page
from reportcheck.words.totals import names_total

FEWEST = 3
"""Lines of a list."""
DARK = 0.5
"""How bright a ground is at most on which letters are white."""


def page_of(sheet: Sheet) -> Page:
    """What the sheet says, in reading order."""
    across, down = edges(sheet.strokes)
    drawn = [grid for grid in together(cells(crossings(across, down))) if not _is_ground(grid, sheet.areas)]
    words = sheet.words if sheet.largest < LARGE else without_watermarks(sheet.words)
    sideways = sideways_blocks(sheet, lambda beside: page_of(beside).blocks)
    heads = [] if sideways else upright_heads(sheet)
    drafts, held = ruled_drafts(drawn, [*words, *heads] if heads else words, down)
    if heads:
        kept = set(in_a_row(heads))
        held |= {at for at, head in enumerate(heads, len(words)) if head not in kept}
        words = [*words, *heads]
    free = rows_of([w for i, w in enumerate(words) if i not in held] if held else words)
    blocks: list[Block] = []
    lots = lots_of(free, across) or [free]
    for lot in lots:
        above = [d for d in drafts if lot is lots[-1] or (d.box[1] < lot[-1].bottom and _over(d, lot))]
        drafts = [d for d in drafts if d not in above]
        blocks += _blocks(above, tails_cut(lot), across, down, sheet.number)
    pictured = pictured_tables(sheet.images, free) if sheet.images and not sheet.traced else ""
    return _page(sheet, (*captioned(_with_lists(blocks, sheet.number)), *sideways), pictured)


def _over(draft: Draft, lot: Sequence[Row]) -> bool:
    """Whether a drawn table stands over or between the rows of a lot."""
    return min([row.x0 for row in lot]) < draft.box[2] and draft.box[0] < max([row.x1 for row in lot])


def _with_lists(blocks: Sequence[Block], number: int) -> Sequence[Block]:
    """The blocks, lists of sums as tables where some lines end in digits and one may be a total's."""
    texts = [block.text.text for block in blocks if isinstance(block, Line)]
    if sum([text[-1:].isdigit() for text in texts]) < FEWEST or not any(map(names_total, texts)):
        return blocks
    from reportcheck.extract.pdf.unaligned import with_lists  # With it come all readers of texts.

    return with_lists(blocks, number)


def _is_ground(grid: Sequence[Box], areas: Sequence[Area]) -> bool:
    """Whether a grid is the dark ground of a row or two, as heads and totals have it in tables without rules."""
    if not areas or len({box[1] for box in grid}) > 2:
        return False
    dark = [area for area in areas if area.tone < DARK]
    return all(any(_within(box, area) for area in dark) for box in grid)


def _within(box: Box, area: Area) -> bool:
    return area.x0 <= box[0] + 1 and area.top <= box[1] + 1 and box[2] <= area.x1 + 1 and box[3] <= area.bottom + 1


def _blocks(
    drafts: list[Draft], rows: list[Row], across: Sequence[Rule], down: Sequence[Rule], number: int
) -> list[Block]:
    """Drawn tables and rows of print around them -> the tables among these too, and lines, in reading order."""
    for finder in (ladder_drafts, borderless_drafts):
        for draft, used in finder(rows, across, down):
            if not is_contents(draft):
                drafts.append(draft)
                rows = _without(rows, used)
    drafts, rows = with_sums(drafts, rows, across)
    blocks: list[Block] = []
    at = 0
    for draft in sorted(drafts, key=lambda d: d.box[1]):
        end = at
        while end < len(rows) and rows[end].top <= draft.box[1]:
            end += 1
        blocks += _lines(rows[at:end], number)
        blocks += sides(as_table(draft, number))
        at = end
    return blocks + _lines(rows[at:], number)


def _without(rows: list[Row], used: tuple[Row, ...]) -> list[Row]:
    gone = {id(row) for row in used}
    return [row for row in rows if id(row) not in gone]


def _page(sheet: Sheet, blocks: tuple[Block, ...], pictured: str) -> Page:
    hidden = f"text was left out that nobody can see: {sheet.hidden}" if sheet.hidden else ""
    return Page(
        sheet.number,
        blocks,
        width=round(sheet.width, 2),
        height=round(sheet.height, 2),
        problem="; ".join(filter(None, (hidden, sheet.left_out, pictured))),
        has_text=bool(sheet.words or sheet.beside),
        confidence="ocr" if sheet.traced else "printed",
        turn=sheet.turn,
    )


def _lines(rows: list[Row], number: int) -> list[Line]:
    """Lines in reading order; white over a line, or the top of a new column, is a gap."""
    found = []
    last = -100.0
    for row in in_order(rows):
        gap = row.top - last > 0.55 * row.size or row.bottom < last
        bold = all(w.style & BOLD for w in row.words)
        found.append(Line(line_text(row, number), gap, bold, round(row.size, 1), 0, round(row.x0, 1)))
        last = row.bottom
    return found
