"""HTML -> pages of lines and tables, with the line of the source that each stands on."""

from __future__ import annotations

from reportcheck.errors import PaperError
from reportcheck.model import Page


def read_html(data: bytes, name: str) -> tuple[Page, ...]:
    """The pages of the paper."""
    raise PaperError(name, "this format cannot be read yet.", "Save it as PDF or as text.")
