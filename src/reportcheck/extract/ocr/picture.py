"""A page of a PDF -> a grey picture of it, at the scale that OCR reads best; the one module that knows pypdfium2."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

DOTS = 200
"""Dots an inch: finer ones cost time and add nothing."""
LARGEST = 3000
"""Dots of a page's longer side: a poster is read more coarsely."""


@dataclass(frozen=True, slots=True)
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
