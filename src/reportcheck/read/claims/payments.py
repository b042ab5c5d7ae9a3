"""Lists of payments that end in a total: one amount at the end of each line, and "TOTAL £573.70" under them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportcheck.model import Claim, Figure, Mark, Passage
from reportcheck.read.claims.skeleton import Skeleton

_MOST = 60


def payment_lists(frames: Sequence[tuple[Passage, Skeleton | None]]) -> Iterator[Claim]:
    """Claims "payments": the parts and the total, an amount a line, nothing but items between them."""
    items: list[Figure] = []
    idle = 0
    for passage, frame in frames:
        ended = list(_at_line_ends(passage)) if frame and "M" in frame.text else []
        if not ended:
            idle += 1
            if passage.kind == "heading" or idle > 1:
                items = []
            continue
        idle = 0
        for mark, line in ended:
            words = line.strip(" *_:").lower()
            if words in ("total", "totals", "total payments", "grand total", "total to pay") or words.endswith(
                " total"
            ):
                if len(items) >= 2:
                    figures = (*items, passage.figure(mark))
                    roles = (*("part" for _ in items), "total")
                    yield Claim("payments", passage, mark.start, mark.end, figures, roles, (str(len(items)),))
                items = []
            else:
                items = [*items[-_MOST:], passage.figure(mark)]


def _at_line_ends(passage: Passage) -> Iterator[tuple[Mark, str]]:
    """The amounts of money that end a printed line, each with the words before it on that line."""
    text = passage.text.text
    for piece in passage.text.pieces:
        line = text[piece.start : piece.end].rstrip()
        end = piece.start + len(line)
        for mark in passage.marks:
            quantity = mark.quantity
            if quantity and mark.end == end and quantity.unit in ("GBP", "EUR", "USD") and quantity.scale == 1:
                yield mark, text[piece.start : mark.start]
