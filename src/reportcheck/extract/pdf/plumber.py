"""pdfplumber's own reading of a page: what `--pdf-engine pdfplumber` gives, and the judge of ours."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Any

from reportcheck.model import BBox, Block, Cell, Line, Page, Piece, Table, Text


def plumb_pages(data: bytes, numbers: Iterable[int], password: str | None) -> Iterator[Page]:
    """The pages as pdfplumber alone reads them."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data), password=password or "") as pdf:
        for number in numbers:
            try:
                page = _page(pdf.pages[number - 1])
            except Exception as problem:
                page = Page(number, problem=f"pdfplumber cannot read it ({problem!r})", has_text=False)
            yield page


def _page(page: Any) -> Page:
    number = page.page_number
    tables = page.find_tables()
    blocks: list[tuple[float, Block]] = [(table.bbox[1], _table(table, number)) for table in tables]
    boxes = [t.bbox for t in tables]
    for line in page.extract_text_lines(return_chars=False):
        middle = (line["top"] + line["bottom"]) / 2
        if any(b[1] <= middle <= b[3] for b in boxes):
            continue
        box = BBox(line["x0"], line["top"], line["x1"], line["bottom"])
        text = line["text"]
        blocks.append((line["top"], Line(Text(text, (Piece(0, len(text), number, bbox=box),)))))
    page.close()
    blocks.sort(key=lambda pair: pair[0])
    size = float(page.width), float(page.height)
    return Page(number, tuple(b for _, b in blocks), width=size[0], height=size[1], has_text=bool(blocks))


def _table(table: Any, number: int) -> Table:
    cells = []
    texts = table.extract()
    for r, row in enumerate(table.rows):
        for c, box in enumerate(row.cells):
            text = " ".join((texts[r][c] or "").split())
            if box and text:
                cells.append(Cell(r, c, Text(text, (Piece(0, len(text), number, bbox=BBox(*box)),))))
    width = max((len(row.cells) for row in table.rows), default=0)
    return Table(number, len(table.rows), width, tuple(cells), BBox(*table.bbox))
