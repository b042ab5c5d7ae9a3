"""A page as it was read -> its picture with tables, cells, headers and figures outlined; knows Pillow."""

from __future__ import annotations

import io
from typing import Any

from reportcheck.model import BBox, Grid, Page, Paper

_COLOURS = {
    "table": (20, 90, 180),
    "cell": (150, 180, 220),
    "header": (200, 120, 0),
    "figure": (20, 130, 60),
    "passage": (150, 60, 150),
}
"""Red, green and blue of each outline; docs/reading.md has the key."""


def drawn_page(paper: Paper, number: int, picture: bytes) -> bytes:
    """The picture of that page (PNG or WebP) with what was read on it outlined, as PNG."""
    from PIL import Image, ImageDraw, PngImagePlugin

    page = next(page for page in paper.document.pages if page.number == number)
    with Image.open(io.BytesIO(picture)) as opened:
        image = opened.convert("RGB")
    pen = _Pen(ImageDraw.Draw(image), image.width / max(page.width, 1.0))
    _passages(pen, page)
    for grid in paper.grids:
        _grid(pen, grid, number)
    for figure in paper.figures:
        if figure.location.page == number:
            pen.box(figure.location.bbox, "figure", 2)
    stream = io.BytesIO()
    about = PngImagePlugin.PngInfo()
    about.add_text("Software", "reportcheck")
    image.save(stream, "PNG", optimize=True, pnginfo=about)
    return stream.getvalue()


class _Pen:
    """Draws boxes in points on a picture in dots."""

    def __init__(self, draw: Any, scale: float) -> None:
        self._draw, self._scale = draw, scale

    def box(self, box: BBox | None, sort: str, width: int = 1) -> None:
        """An outline in the colour of what it is; nothing where no box is known."""
        if box is not None and box.x1 >= box.x0 and box.bottom >= box.top:
            dots = [round(value * self._scale) for value in (box.x0, box.top, box.x1, box.bottom)]
            self._draw.rectangle(dots, outline=_COLOURS[sort], width=width)


def _passages(pen: _Pen, page: Page) -> None:
    for block in page.blocks:
        for piece in getattr(getattr(block, "text", None), "pieces", ()):
            pen.box(piece.bbox, "passage")


def _grid(pen: _Pen, grid: Grid, number: int) -> None:
    """A table's cells, its header rows and label columns in another colour, and its own outline."""
    for cell in grid.table.cells:
        at = cell.text.locate()
        if at.page == number:
            head = cell.row in grid.header_rows or cell.column in grid.label_columns
            pen.box(at.bbox, "header" if head else "cell")
    if grid.table.page == number:
        pen.box(grid.table.bbox, "table", 3)
