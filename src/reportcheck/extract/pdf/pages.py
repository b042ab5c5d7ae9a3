"""A Sheet -> a Page: its tables, and the lines that stand outside them, in reading order."""

from __future__ import annotations

from reportcheck.extract.pdf.borderless import borderless_drafts
from reportcheck.extract.pdf.captions import captioned
from reportcheck.extract.pdf.contents import is_contents
from reportcheck.extract.pdf.draft import Draft, as_table, joined
from reportcheck.extract.pdf.grids import cells, crossings, edges, together
from reportcheck.extract.pdf.ladders import ladder_drafts
from reportcheck.extract.pdf.rows import Row, rows_of
from reportcheck.extract.pdf.ruled import ruled_drafts
from reportcheck.extract.pdf.sheet import BOLD, Sheet
from reportcheck.extract.pdf.tails import tails_cut
from reportcheck.model import Block, Line, Page


def page_of(sheet: Sheet) -> Page:
    """What the sheet says, in reading order."""
    across, down = edges(sheet.strokes)
    drawn = together(cells(crossings(across, down)))
    drafts, held = ruled_drafts(drawn, sheet.words, down)
    rows = tails_cut(rows_of(w for i, w in enumerate(sheet.words) if i not in held))
    for finder in (ladder_drafts, borderless_drafts):
        for draft, used in finder(rows, across, down):
            if not is_contents(draft):
                drafts.append(draft)
                rows = _without(rows, used)
    return _page(sheet, drafts, rows)


def _without(rows: list[Row], used: tuple[Row, ...]) -> list[Row]:
    gone = {id(row) for row in used}
    return [row for row in rows if id(row) not in gone]


def _page(sheet: Sheet, drafts: list[Draft], rows: list[Row]) -> Page:
    blocks: list[tuple[float, Block]] = [(d.box[1], as_table(d, sheet.number)) for d in drafts]
    last = -100.0
    for row in rows:
        gap = row.top - last > 0.55 * row.size
        bold = all(w.style & BOLD for w in row.words)
        line = Line(joined([row.words], sheet.number), gap, bold, round(row.size, 1), 0, round(row.x0, 1))
        blocks.append((row.top, line))
        last = row.bottom
    blocks.sort(key=lambda pair: pair[0])
    problem = f"text was left out that nobody can see: {sheet.hidden}" if sheet.hidden else ""
    return Page(
        sheet.number,
        tuple(captioned([block for _, block in blocks])),
        width=round(sheet.width, 2),
        height=round(sheet.height, 2),
        problem=problem,
        has_text=bool(sheet.words or sheet.aside),
        confidence="ocr" if sheet.traced else "printed",
    )
