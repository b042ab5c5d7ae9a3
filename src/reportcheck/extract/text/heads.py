"""Lines of headings over columns that single blanks part -> a heading for each column, where they can be told apart."""

from __future__ import annotations

import re
from itertools import pairwise

from reportcheck.extract.text.delimited import Cells
from reportcheck.extract.text.markup import text_of
from reportcheck.extract.text.source import Row
from reportcheck.model import Text
from reportcheck.words.calendar import ANY_MONTH, YEAR

_WORD = re.compile(r"\S+")
_PERIOD = re.compile(
    rf"(?:FY\s?)?['’]?(?:{YEAR}|\d\d)(?:\s?[/–-]\s?(?:\d{{4}}|\d\d))?$|FY\s?\d\d$|Q[1-4]$|{ANY_MONTH}\.?$",
    re.IGNORECASE,
)
Span = tuple[int, int]


def heads_of(rows: list[Row], width: int) -> tuple[list[tuple[Row, Cells]], int]:
    """The heading row over `width` columns of figures, its label first, and how many of the last rows it is made of.

    None, and 0, where the words cannot be shared out.
    """
    if not rows:
        return [], 0
    last = rows[-1]
    spans = _shared_out(last.text, width)
    if spans is not None:
        return [(last, [text_of(last, 0, spans[0][0]), *(text_of(last, *span) for span in spans)])], 1
    if len(rows) in (width, width + 1) and width > 1 and all(len(row.text.split()) < 7 for row in rows):
        named = [text_of(row) for row in rows[-width:]]
        return [(rows[0], [text_of(rows[0]) if len(rows) > width else Text(""), *named])], len(rows)
    found = _bracketed(rows, width)
    return found, len(rows) if found else 0


def _shared_out(text: str, width: int) -> list[Span] | None:
    """Where the heading of each column stands in a line of headings."""
    words = [m.span() for m in _WORD.finditer(text)]
    shown = [text[a:b] for a, b in words]
    units = _units(shown)
    count = len(units)
    for size in (1, 2, 3):
        if size * width > count or (size * width < count and size == 1 and count > width + 3):
            continue
        parts = [units[count - size * (width - n) : count - size * (width - n - 1)] for n in range(width)]
        if size == 1 and count <= width + 1 and all(_is_name(shown[p[0][0]]) for p in parts):
            return [(words[p[0][0]][0], words[p[-1][1]][1]) for p in parts]
        if _alike(parts, shown):
            return [(words[p[0][0]][0], words[p[-1][1]][1]) for p in parts]
    return None


def _units(shown: list[str]) -> list[tuple[int, int]]:
    """Words that belong together, as first and last: FY 24, % Change."""
    units: list[tuple[int, int]] = []
    index = 0
    while index < len(shown):
        joined = index + 1 < len(shown) and (
            re.fullmatch(r"FY|Year|Q", shown[index], re.IGNORECASE) and shown[index + 1][:1].isdigit()
        )
        units.append((index, index + bool(joined)))
        index += 1 + bool(joined)
    return units


def _is_name(word: str) -> bool:
    return word[:1].isupper() or not word[:1].isalpha()


def _alike(parts: list[list[tuple[int, int]]], shown: list[str]) -> bool:
    """Whether most parts have a period, or one and the same word, in the same place."""
    if len(parts) < 2:
        return False
    size = len(parts[0])
    for place in range(size):
        texts = [" ".join(shown[part[place][0] : part[place][1] + 1]) for part in parts]
        periods = sum(_PERIOD.match(text) is not None for text in texts)
        if periods == len(parts) or (size > 1 and periods >= max(2, len(parts) - 1)):
            return True
        if size > 1 and len(parts) > 2 and len({text.lower() for text in texts}) == 1 and texts[0].isalpha():
            return True
    return False


def _bracketed(rows: list[Row], width: int) -> list[tuple[Row, Cells]]:
    """Headings that each end with a unit in brackets, over several lines: "Budget (Kshs.) Actual receipts (Kshs.)"."""
    ends = [(n, m.end()) for n, row in enumerate(rows) for m in re.finditer(r"\)(?=\s|$)", row.text)]
    if len(ends) != width or width < 2 or ends[-1][1] < len(rows[-1].text.rstrip()):
        return []
    parts: list[Text] = []
    for (first, begin), (last, end) in pairwise([(0, 0), *ends]):
        texts = [
            text_of(rows[n], begin if n == first else 0, end if n == last else None) for n in range(first, last + 1)
        ]
        parts.append(Text.join([t for t in texts if t.text] or [Text("")]))
    return [(rows[0], [Text(""), *parts])]
