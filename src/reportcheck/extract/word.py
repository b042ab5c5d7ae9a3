"""Word drafts (.docx) -> pages of lines and tables."""

from __future__ import annotations

from reportcheck.errors import PaperError
from reportcheck.model import Page


def read_word(data: bytes, name: str) -> tuple[Page, ...]:
    """The pages of the paper."""
    raise PaperError(name, "this format cannot be read yet.", "Save it as PDF or as text.")
