"""Dates that are those of earlier minutes: "3. Minutes of the meeting held on 7 May", as a meeting approves them."""

from __future__ import annotations

from reportcheck.patterns import pattern

_NAMED = pattern(
    r"\b(?:minutes|notes|records?)\s+(?:\(?[a-z]{1,12}\)?\s+){0,2}?(?:of|from|for|dated)\b"
    r"(?:(?!(?:were|was|been|being)\s+(?:approv|adopt|confirm|accept|sign|correct|amend|ratif|publish|post)\w*)[^.;\d\n]){0,80}$"
    r"|\bminutes\s*[:,–—-]*\s+$"
)
_DECIDED = pattern(
    r"(?<!^)\b(?:approv|adopt|confirm|accept|sign|agree|receiv|consider|correct|amend|ratif)\w*\b[^.;\d\n]{0,80}$"
)
_WERE = pattern(
    r"(?:\s+(?:parish|town|council|board|committee|regular|monthly|annual|special|general))*(?:\s+(?:meeting|minutes)\b)?,?\s+"
    r"(?:(?:having|were|was|been|be|read|and|circulated|then|duly|are|is|as|to)\s+){1,4}"
    r"(?:approv|adopt|confirm|accept|sign|agree|correct|ratif)"
)
_BEFORE = pattern(r"\b(?:last|previous|earlier|prior|preceding)\b[^.;\d\n]{0,60}$")
_JOINED = pattern(r"\s*(?:,|and|&|,\s*and)\s*(?:the\s+)?")
_NUMBERED = pattern(r"\W*(?:item\s+)?\d[\d./]*[a-z]?[.):*]*\s")
_BACK = 150


def minutes_named(text: str, start: int) -> bool:
    """Whether the words before a date say that minutes are of it: "minutes of the meeting held on"."""
    return bool(_NAMED.search(text[max(0, start - _BACK) : start].lower()))


def joined(between: str) -> bool:
    """Whether what stands between two dates puts them into one list: "7 May and 24 June"."""
    return bool(_JOINED.fullmatch(between))


def of_earlier(row: str, start: int, end: int) -> bool:
    """Whether the date at row[start:end] is that of another meeting, whose minutes this one has before it."""
    before, after = row[max(0, start - _BACK) : start].lower(), row[end : end + 60].lower()
    if _BEFORE.search(before):
        return True
    if not _NAMED.search(before):
        return False
    return bool(_DECIDED.search(before) or _WERE.match(after) or _NUMBERED.match(row))
