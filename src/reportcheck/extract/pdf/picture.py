"""Pages of a PDF -> pictures of them, for OCR and for people; the one module that knows pypdfium2."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reportcheck.records import record

DOTS = 200
"""Dots an inch: finer ones cost time and add nothing."""
LARGEST = 3000
"""Dots of a page's longer side: a poster is read more coarsely."""


@record(frozen=True, slots=True)
class Picture:
    """A picture (Pillow's, grey), and how many of its dots make a point."""

    image: Any
    scale: float

    def turned(self, degrees: int) -> Picture:
        """The picture turned clockwise."""
        if not degrees:
            return self
        return Picture(self.image.rotate(-degrees, expand=True), self.scale)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        return self.image.width / self.scale, self.image.height / self.scale


def picture_of(data: bytes, number: int, password: str | None) -> Picture:
    """The page of that number (from 1), as it is shown."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data, password=password)
    try:
        page = document[number - 1]
        longest = max(*page.get_size(), 1.0)
        scale = min(DOTS / 72, LARGEST / longest)
        return Picture(page.render(scale=scale, grayscale=True).to_pil().convert("L"), scale)
    finally:
        document.close()


def drawn(data: bytes, pages: Sequence[int], width: int, password: str | None) -> Iterator[tuple[int, Any]]:
    """Each of the pages (from 1) with its picture (Pillow's, in colour), so many dots wide, but those that fail."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data, password=password)
    try:
        for number in pages:
            try:
                page = document[number - 1]
                across, down = page.get_size()
                scale = min(width / max(across, 1.0), LARGEST / max(across, down, 1.0))
                yield number, page.render(scale=scale).to_pil().convert("RGB")
            except (pypdfium2.PdfiumError, IndexError):
                continue
    finally:
        document.close()
