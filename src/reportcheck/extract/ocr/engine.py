"""What reads pictures on this machine: RapidOCR where it is installed, else the program tesseract."""

from __future__ import annotations

import shutil
from functools import cache
from importlib.util import find_spec

from reportcheck.extract.ocr.seen import Engine


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
