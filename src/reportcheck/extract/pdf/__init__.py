"""PDF -> pages of lines and tables."""

from __future__ import annotations

import io

from reportcheck.errors import PaperError
from reportcheck.extract import Options
from reportcheck.model import BBox, Block, Cell, Line, Page, Piece, Table, Text


def read_pdf(data: bytes, name: str, options: Options) -> tuple[Page, ...]:
    """The pages of a PDF; PaperError where it is damaged or locked."""
    import pdfplumber

    try:
        with pdfplumber.open(io.BytesIO(data), password=options.password or "") as pdf:
            return tuple(_page(page) for page in pdf.pages if options.wants(page.page_number))
    except PaperError:
        raise
    except Exception as problem:
        raise PaperError(name, f"is not a PDF that can be read ({problem!r}).", "Save it again.") from None


def _page(page: object) -> Page:
    number = page.page_number  # type: ignore[attr-defined]
    tables = page.find_tables()  # type: ignore[attr-defined]
    blocks: list[tuple[float, Block]] = []
    boxes = [t.bbox for t in tables]
    for table in tables:
        cells = []
        texts = table.extract()
        for r, row in enumerate(table.rows):
            for c, box in enumerate(row.cells):
                text = " ".join((texts[r][c] or "").split())
                if box and text:
                    cells.append(Cell(r, c, Text(text, (Piece(0, len(text), number, bbox=BBox(*box)),))))
        width = max((len(row.cells) for row in table.rows), default=0)
        blocks.append((table.bbox[1], Table(number, len(table.rows), width, tuple(cells), BBox(*table.bbox))))
    for line in page.extract_text_lines(return_chars=False):  # type: ignore[attr-defined]
        middle = (line["top"] + line["bottom"]) / 2
        if any(b[1] <= middle <= b[3] for b in boxes):
            continue
        box = BBox(line["x0"], line["top"], line["x1"], line["bottom"])
        text = line["text"]
        blocks.append((line["top"], Line(Text(text, (Piece(0, len(text), number, bbox=box),)))))
    page.close()  # type: ignore[attr-defined]
    blocks.sort(key=lambda pair: pair[0])
    return Page(number, tuple(b for _, b in blocks), has_text=bool(blocks))
