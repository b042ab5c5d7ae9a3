"""A paper without pictures -> its lines and tables with the figures marked in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from reportcheck.model import Line, Page, Report, Table, Text
from reportcheck.records import record
from reportcheck.report.marks import Mark
from reportcheck.report.places import page_words
from reportcheck.report.printed import Printed
from reportcheck.report.safe import safe

_WHOLE = 600
"""Blocks of a page that are all shown; of a longer one those near a finding."""
_NEAR = 6
_ROWS = 400
"""Rows of a table that are shown."""


@record(frozen=True, slots=True)
class Stretch:
    """Letters of a line; `sort` is "suspect", "input", "tick" or empty, `told` what that says."""

    text: str
    sort: str = ""
    told: str = ""


@record(frozen=True, slots=True)
class Shown:
    """A line, or a table as rows of cells; `kind` is "line", "heading", "table" or "gap" (something is left out)."""

    kind: str
    line: tuple[Stretch, ...] = ()
    rows: tuple[tuple[tuple[Stretch, ...], ...], ...] = ()


@record(frozen=True, slots=True)
class Written:
    """A page of a text."""

    page: int
    anchor: str
    title: str
    blocks: tuple[Shown, ...]


def written(
    report: Report, number: int, marked: Mapping[int, tuple[Mark, ...]], chosen: tuple[int, ...], printed: Printed
) -> tuple[Written, ...]:
    """The chosen pages."""
    return tuple(
        Written(
            page.number,
            f"page-{number}-{page.number}",
            page_words(page.number, printed.pages.get(page.number)).capitalize(),
            tuple(_blocks(page, _by_line(marked.get(page.number, ())))),
        )
        for page in report.document.pages
        if page.number in chosen
    )


Lines = Mapping[int, list[Mark]]


def _by_line(marked: tuple[Mark, ...]) -> Lines:
    lines: dict[int, list[Mark]] = defaultdict(list)
    for mark in marked:
        if mark.at.line is not None:
            lines[mark.at.line].append(mark)
    return lines


def _blocks(page: Page, lines: Lines) -> Iterator[Shown]:
    shown = [_block(block, lines) for block in page.blocks]
    if len(shown) <= _WHOLE:
        yield from shown
        return
    near = {n for n, block in enumerate(shown) if _touched(block)}
    kept = sorted({m for n in near for m in range(max(n - _NEAR, 0), min(n + _NEAR + 1, len(shown)))})
    for before, n in zip([-1, *kept], kept, strict=False):
        if n != before + 1:
            yield Shown("gap")
        yield shown[n]
    if kept and kept[-1] < len(shown) - 1:
        yield Shown("gap")


def _touched(block: Shown) -> bool:
    """Whether a finding marks something in it."""
    cells = [*block.line, *(stretch for row in block.rows for cell in row for stretch in cell)]
    return any(stretch.sort in ("suspect", "input") for stretch in cells)


def _block(block: Line | Table, lines: Lines) -> Shown:
    if isinstance(block, Line):
        return Shown("heading" if block.heading else "line", tuple(_stretches(block.text, lines)))
    grid: dict[int, dict[int, tuple[Stretch, ...]]] = defaultdict(dict)
    for cell in block.cells:
        if cell.row < _ROWS:
            grid[cell.row][cell.column] = tuple(_stretches(cell.text, lines))
    return Shown(
        "table",
        rows=tuple(tuple(grid[row].get(column, ()) for column in range(block.columns)) for row in sorted(grid)),
    )


def _stretches(text: Text, lines: Lines) -> Iterator[Stretch]:
    """The text cut where its marks begin and end."""
    at = 0
    for start, end, mark in sorted(_spans(text, lines), key=lambda span: span[:2]):
        if start < at:
            continue
        if start > at:
            yield Stretch(safe_part(text.text[at:start]))
        yield Stretch(safe_part(text.text[start:end]), mark.sort, mark.told)
        at = end
    if at < len(text.text):
        yield Stretch(safe_part(text.text[at:]))


def _spans(text: Text, lines: Lines) -> Iterator[tuple[int, int, Mark]]:
    """Each mark that stands in the text, by the characters it covers."""
    for piece in text.pieces:
        for mark in lines.get(piece.line, ()) if piece.line is not None else ():
            if mark.at.start is None or mark.at.end is None:
                continue
            start = piece.start + mark.at.start - piece.offset
            end = piece.start + mark.at.end - piece.offset
            if piece.start <= start < end <= piece.end:
                yield start, end, mark


def safe_part(text: str) -> str:
    """Safe text that keeps the blanks at its ends."""
    body = safe(text)
    return (" " if text[:1].isspace() else "") + body + (" " if body and text[-1:].isspace() else "")
