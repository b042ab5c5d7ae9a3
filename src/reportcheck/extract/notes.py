"""Raised characters after a word or a figure: the mark of a note is no part of it, an ordinal's letters are."""

from __future__ import annotations

from reportcheck.patterns import pattern

_MARK = pattern(r"[\[(]?(?:[0-9]{1,2}|[a-z]|[*†‡§]{1,3})[\])]?(?:,\s?(?:[0-9]{1,2}|[a-z]))*$")


def is_note_mark(raised: str) -> bool:
    """Whether raised characters are the mark of a note."""
    return _MARK.match(raised.strip()) is not None
