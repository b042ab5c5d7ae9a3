"""The lines before a table -> the words just over it, in which its units and its name may stand."""

from __future__ import annotations

from collections.abc import Sequence

from reportcheck.model import Block, Line

LONGEST = 200
"""Characters; a longer line is a paragraph, which speaks of more than the table."""


def words_above(before: Sequence[Block]) -> str:
    """The last two blocks before a table, those that are lines and no paragraphs."""
    lines = [block.text.text for block in before[-2:] if isinstance(block, Line)]
    return "\n".join(text for text in lines if len(text) < LONGEST)
