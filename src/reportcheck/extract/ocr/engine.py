"""What reads pictures on this machine: RapidOCR where it is installed, else the program tesseract."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from typing import Protocol

from reportcheck.extract.ocr.seen import Seen
from reportcheck.extract.pdf.picture import Picture

Box = tuple[float, float, float, float]


class Engine(Protocol):
    """Reads a picture."""

    def words(self, picture: Picture) -> list[Seen]:
        """The words on it, in dots."""

    def turns(self, picture: Picture, words: Sequence[Seen]) -> tuple[int, ...]:
        """By how many degrees (clockwise) it may have to be turned, most likely first."""

    def rules(self, picture: Picture) -> list[Box]:
        """The straight lines drawn on it, in dots."""


@cache
def chosen() -> Engine | None:
    """The engine of this machine, set up once for each process."""
    if find_spec("rapidocr") and find_spec("onnxruntime"):
        from reportcheck.extract.ocr.rapid import Rapid

        return Rapid()
    program = shutil.which("tesseract")
    if program:
        from reportcheck.extract.ocr.tesseract import Tesseract

        return Tesseract(program)
    return None
