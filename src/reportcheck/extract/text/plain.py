"""Rows as the source writes them -> rows as a person reads them: line breaks, quotations and markup are resolved."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby, pairwise

from reportcheck.extract.text import underlined
from reportcheck.extract.text.beside import in_turn
from reportcheck.extract.text.marked import comments, elements
from reportcheck.extract.text.markup import is_bold, is_marked, text_of
from reportcheck.extract.text.run_on import apart
from reportcheck.extract.text.source import Row
from reportcheck.model import Text
from reportcheck.patterns import pattern

_BREAK = pattern(r"<br\s{0,3}/?>", re.IGNORECASE)
_QUOTED = pattern(r"\s{0,3}>(?:[ \t]{1,3}(?=[^\d\s])|\s*$)")
_TITLE = pattern(r"\s{0,3}<h([1-6])\b[^<>]{0,200}>(?P<words>.*?)(?:</h\1>\s*)?$", re.IGNORECASE)
_ENDS_IN_BAR = pattern(r"[^|]*\|\s*$")
_TOWER = 6
"""Rows, one under another, that a bar ends and none begins or parts: their cells stand one a line."""
_WIDE = pattern(r"[ \u00a0]{0,99}(?:\u00a0 {0,9}\u00a0|[\u2001-\u2003\u3000])[ \u00a0\u2001-\u2003\u3000]{0,99}")


def plain(rows: list[Row]) -> list[Row]:
    """The rows of a text; those of tables with bars or dashes, and of HTML elements, stay as they are written."""
    found: list[Row] = []
    rows = _unbarred(rows)
    under = {first: end for first, _, end in underlined.regions(rows)}
    inside, remarks = elements(rows), comments(rows)
    at = 0
    while at < len(rows):
        row = rows[at]
        if at in under:
            found += rows[at : under[at]]
            at = under[at]
            continue
        end = max(inside.get(at, at), remarks.get(at, at))
        if end > at:
            found += rows[at:end]
            at = end
            continue
        at += 1
        if row.blank or row.printed is not None or "|" in row.text:
            found.append(row)
            continue
        quoted = _QUOTED.match(row.text) if ">" in row.text[:4] else None
        found += [_plain(part) for part in _lines(_part(row, quoted.end(), len(row.text)) if quoted else row)]
    return in_turn(found)


def _unbarred(rows: list[Row]) -> list[Row]:
    """The rows without the bars that end every one of several: no table of bars has one column only."""
    found: list[Row] = []
    for ends, group in groupby(rows, key=lambda row: row.blank or _ENDS_IN_BAR.match(row.text) is not None):
        run = list(group)
        barred = ends and sum(not row.blank for row in run) >= _TOWER
        found += [_part(row, 0, row.text.rindex("|")) if barred and not row.blank else row for row in run]
    return found


def _part(row: Row, begin: int, end: int) -> Row:
    return replace(row, offset=row.offset + begin, text=row.text[begin:end])


def _lines(row: Row) -> list[Row]:
    """The lines of a row in which a tag or a stroke at its end breaks them."""
    if row.text.endswith("\\"):
        row = _part(row, 0, len(row.text) - 1)
    if "<br" not in row.text.lower():
        return apart(row)
    breaks = [(0, 0), *(match.span() for match in _BREAK.finditer(row.text)), (len(row.text), len(row.text))]
    return [_part(row, begin, end) for (_, begin), (end, _) in pairwise(breaks) if row.text[begin:end].strip()]


def _plain(row: Row) -> Row:
    """A row without its markup, its white space at both ends kept; wide blanks as several."""
    if "<h" in row.text[:5].lower() and (title := _TITLE.match(row.text)):
        return _titled(row, int(title[1]), *title.span("words"))
    if is_marked(row.text):
        text = text_of(row)
        lead = len(row.text) - len(row.text.lstrip())
        if text.text != row.text.strip():
            shift = [piece._replace(start=piece.start + lead, end=piece.end + lead) for piece in text.pieces]
            shown = row.text[:lead] + text.text
            row = replace(row, text=shown, printed=Text(shown, tuple(shift)), bold=is_bold(row))
    if row.text.isascii():
        return row
    return replace(row, text=_WIDE.sub(lambda found: " " * len(found.group()), row.text))


def _titled(row: Row, level: int, begin: int, end: int) -> Row:
    """A heading of HTML as Markdown has it: with a sign for each level before its words."""
    words, sign = text_of(row, begin, end), "#" * level + " "
    pieces = (piece._replace(start=piece.start + len(sign), end=piece.end + len(sign)) for piece in words.pieces)
    shown = sign + words.text
    return replace(row, text=shown, printed=Text(shown, tuple(pieces)))
