"""Whether the rows of a table in line go on behind a blank row, on the next page, or in a row of another look."""

from __future__ import annotations

import re

from reportcheck.extract.text.figures import is_amount, is_figure, solid, trailing
from reportcheck.extract.text.source import Row
from reportcheck.extract.text.spans import PART, WIDEST, columned, figures_in, figures_of, spans_of
from reportcheck.patterns import pattern
from reportcheck.words.things import PARTS, PICTURES, TABLES

_SPREAD = 3
_SHORT = 40
"""Letters of a row of words that stands between rows of figures."""
_NEAR = 60
"""Rows before one, under whose figures its own are looked for."""
_CAPTION = pattern(rf"(?:{TABLES}|{PICTURES}|{PARTS}|source|notes?)\b", re.IGNORECASE)


def goes_on(rows: list[Row], kept: list[int], at: int) -> bool:
    """Whether a row after a blank one belongs to the table: it has figures, its headings again, or heads more rows."""
    text = rows[at].text
    if not kept:
        return False
    if _between(rows, kept, at) or _heads_more(rows, kept, at) or _under_heads(rows, kept, at):
        return True
    return columned(text) and (figures_in(text) > 0 or PART.findall(text)[1:] == PART.findall(rows[kept[0]].text)[1:])


def _heads_more(rows: list[Row], kept: list[int], at: int) -> bool:
    """Whether a short line of words, no caption nor sentence, stands over a row whose figures are in the columns."""
    text = rows[at].text.strip()
    if len(text) > _SHORT or trailing(text) or text.endswith(".") or text.startswith("#") or _CAPTION.match(text):
        return False
    below = next((row for row in rows[at + 1 : at + 3] if not row.blank), None)
    return below is not None and below.page == rows[kept[-1]].page and under(rows, kept, below.text)


def _under_heads(rows: list[Row], kept: list[int], at: int) -> bool:
    """Whether the figures of a row, or of the one under it, stand each under one of the words of all rows before it."""
    if any(is_figure(rows[index].text[a:b]) for index in kept for a, b in spans_of(rows[index].text)):
        return False
    heads = [span for index in kept for span in spans_of(rows[index].text)]
    first = next((row for row in rows[at : at + 3] if trailing(solid(row.text))), None)
    figures = trailing(solid(first.text)) if first else []
    return len(figures) > 1 and all(any(a < end and begin < b for begin, end in heads) for a, b in figures)


def _between(rows: list[Row], kept: list[int], at: int) -> bool:
    """Whether a short row of words stands between rows of figures, in a table whose rows blank ones part."""
    if len(kept) < _SPREAD or not all(rows[index - 1].blank for index in kept[1:]) or at + 2 >= len(rows):
        return False
    figures = sum(figures_in(rows[index].text) > 0 for index in kept)
    short = columned(rows[at].text) or len(rows[at].text.strip()) < _SHORT
    return short and figures * 2 > len(kept) and rows[at + 1].blank and figures_in(rows[at + 2].text) > 0


def continues(rows: list[Row], kept: list[int], at: int) -> bool:
    """Whether a row on the next page stands in the columns of the rows before it: each of its figures under figures."""
    if not columned(rows[at].text):
        return False
    before = [
        span for index in kept for span in spans_of(rows[index].text) if is_figure(rows[index].text[slice(*span)])
    ]
    text = rows[at].text
    figures = [(a, b) for a, b in spans_of(text)[1:] if is_figure(text[a:b])]
    return bool(figures) and all(any(a < end and begin < b for begin, end in before) for a, b in figures)


def under(rows: list[Row], kept: list[int], text: str) -> bool:
    """Whether a sum alone, or figures one blank behind their label, stand each under figures, to the digit."""
    figures = trailing(solid(text))
    if not figures or len(text.strip()) > WIDEST:
        return False
    if not text[: figures[0][0]].strip() and not all(is_amount(text[a:b]) for a, b in figures):
        return False
    ends = {end for at in kept[-_NEAR:] for _, end in figures_of(rows[at].text)}
    return all(end in ends for _, end in figures)
