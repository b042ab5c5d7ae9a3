"""Drafts that are a list of contents, not a table: titles with page numbers that only rise."""

from __future__ import annotations

from itertools import pairwise

from reportcheck.extract.pdf.draft import Draft

FEWEST = 5
MOST_COLUMNS = 3


def is_contents(draft: Draft) -> bool:
    """Whether the last column holds whole numbers that never fall, and every other column words or item numbers."""
    if draft.columns > MOST_COLUMNS or draft.rows < FEWEST:
        return False
    numbers = _numbers(draft)
    if len(numbers) < max(FEWEST, 0.6 * draft.rows):
        return False
    if any(b < a for a, b in pairwise(numbers)) or numbers[0] == numbers[-1]:
        return False
    wordy = [c for c in draft.cells if c.column + c.columns < draft.columns and c.words]
    letters = sum(sum(ch.isalpha() for w in c.words for ch in w.text) > 5 for c in wordy)
    return letters >= 0.7 * len(numbers) and numbers[-1] - numbers[0] < 60 * len(numbers)


def _numbers(draft: Draft) -> list[int]:
    """The whole numbers of the last column, down the page; none where other things stand among them."""
    last: list[tuple[int, str]] = []
    for cell in draft.cells:
        if cell.words and cell.column + cell.columns == draft.columns and cell.column:
            last.append((cell.row, " ".join(w.text for w in cell.words)))
    numbers = [int(text) for _, text in sorted(last) if text.isdigit() and len(text) <= 4]
    return numbers if len(numbers) >= 0.8 * len(last) else []
