"""Plain text and Markdown -> pages of lines and tables: form feeds end pages, tabs make tables."""

from __future__ import annotations

from reportcheck.model import Block, Cell, Line, Page, Piece, Table, Text


def read_text(data: bytes, name: str) -> tuple[Page, ...]:
    """The pages of a text: UTF-8 with or without a byte order mark, else cp1252."""
    try:
        content = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        content = data.decode("cp1252", errors="replace")
    pages: list[list[tuple[int, int, str]]] = [[]]
    for number, raw in enumerate(content.split("\n"), start=1):
        offset = 0
        for index, part in enumerate(raw.rstrip("\r").split("\f")):
            if index:
                pages.append([])
            pages[-1].append((number, offset, part))
            offset += len(part) + 1
    return tuple(_page(index, lines) for index, lines in enumerate(pages, start=1))


def _page(number: int, lines: list[tuple[int, int, str]]) -> Page:
    blocks: list[Block] = []
    at, gap = 0, True
    while at < len(lines):
        run = at
        while run < len(lines) and "\t" in lines[run][2].strip("\n"):
            run += 1
        if run - at >= 2:
            above = next((b.text.text for b in reversed(blocks) if isinstance(b, Line)), "")
            blocks.append(_tabbed(number, lines[at:run], above))
            at, gap = run, True
            continue
        line, offset, text = lines[at]
        if text.strip():
            blocks.append(Line(_place(text, number, line, offset), gap=gap))
        gap = not text.strip()
        at += 1
    return Page(number, tuple(blocks), has_text=bool(blocks))


def _place(text: str, page: int, line: int, offset: int) -> Text:
    lead = len(text) - len(text.lstrip())
    bare = text.strip()
    return Text(bare, (Piece(0, len(bare), page, line, offset + lead),))


def _tabbed(page: int, lines: list[tuple[int, int, str]], above: str) -> Table:
    cells: list[Cell] = []
    width = 0
    for row, (line, offset, text) in enumerate(lines):
        at = offset
        for column, part in enumerate(text.split("\t")):
            if part.strip():
                cells.append(Cell(row, column, _place(part, page, line, at)))
            at += len(part) + 1
            width = max(width, column + 1)
    return Table(page, len(lines), width, tuple(cells), above=above)
