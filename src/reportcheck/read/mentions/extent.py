"""The signs, brackets and units around digits -> where their figure begins and ends, and its sign."""

from __future__ import annotations

import re


def extent(text: str, begin: int, lead: re.Match[str], tail: re.Match[str], cell: bool) -> tuple[int, int, int]:
    """Where a figure begins and ends with its signs, its brackets and its unit, and its sign."""
    money = lead.group("currency")
    start, sign = _left(text, begin, lead, cell)
    opened = lead.group("open2") or (lead.group("open") if start <= lead.start("open") else None)
    closed = tail.group("close") or tail.group("close2")
    stop = tail.end()
    if closed and not opened:
        stop = tail.start("close") if tail.group("close") else tail.start("close2")
    elif opened and not closed:
        start = lead.start("currency") if money and not lead.group("open2") else begin
    elif opened:
        whole = cell and _bracketed_only(text[:start].strip(), text[stop:].strip())
        if (money and (lead.group("open2") or tail.group("outside"))) or whole:
            sign = -1
        else:
            start, stop = _inside(lead, tail, begin, start)
    return start, stop, sign


def _left(text: str, begin: int, lead: re.Match[str], cell: bool) -> tuple[int, int]:
    """Where a figure begins and its sign: a dash is a minus only where it cannot be a dash between words."""
    start = lead.start()
    printed = lead.group("sign") or ""
    inner = lead.group("sign2") or ""
    if printed and not lead.group("open") and _joins_words(text, begin, lead, printed, cell):
        start, printed = lead.end("sign"), ""
    negative = any(s[:1] in "-−–" for s in (printed, inner) if s)
    return start, -1 if negative else 1


def _joins_words(text: str, begin: int, lead: re.Match[str], printed: str, cell: bool) -> bool:
    """Whether a dash before a figure stands between words: glued to one, set apart by a blank, or a long one."""
    start = lead.start()
    before = text[start - 1 : start]
    if before and (before.isalnum() or before in ")%.]'’-–"):
        return True
    if len(printed) > 1 and not (cell and not text[:start].strip()):
        return True
    return printed[0] == "–" and not cell and not lead.group("currency") and "." not in text[begin : begin + 8]


def _bracketed_only(before: str, after: str) -> bool:
    """Whether a figure in brackets is all that its cell holds, but for others in brackets and a footnote's mark."""
    return (not before or (before[0] == "(" and before[-1] == ")")) and (len(after) <= 2 or after[0] == "(")


def _inside(lead: re.Match[str], tail: re.Match[str], begin: int, start: int) -> tuple[int, int]:
    """The span of a figure in brackets that are words' brackets: "(31 of 82)", "5 (3%)"."""
    start = lead.end("open") if lead.group("open") else begin
    stop = tail.start("close") if tail.group("close") else tail.start("close2")
    return start, stop
