"""Lines of headings over columns that single blanks part -> a heading for each column, where they can be told apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations, pairwise

from reportcheck.extract.text.delimited import Cells
from reportcheck.extract.text.figures import Span
from reportcheck.extract.text.markup import text_of
from reportcheck.extract.text.source import Row
from reportcheck.model import Text
from reportcheck.patterns import pattern
from reportcheck.words.calendar import PRINTED_MONTH, YEAR

_WORD = pattern(r"\S+")
_PERIOD = pattern(
    rf"(?:FY\s?)?['’]?(?:{YEAR}|\d\d)(?:\s?[/–-]\s?(?:\d{{4}}|\d\d))?$|FY\s?\d\d$|Q[1-4]$|{PRINTED_MONTH}\.?$",
    re.IGNORECASE,
)
_ALONE = pattern(r"(?:total|change|share|variance|difference|%)$", re.IGNORECASE)
"""Headings that are one word."""
_UNIT_ENDS = pattern(r"\((?:in )?(?:[^()\s]{1,6}|[A-Za-z.]{2,4} ?[’']?\d{3}s?)\.?\)(?=\s|$)")
_PERCENT = pattern(r"\(%\)|%|\bper ?cent\b", re.IGNORECASE)
_MOST_WORDS = 16
_MOST_COLUMNS = 6
"""Over more, words are shared out only where each is a heading: there are too many other ways."""
_LABEL_WORDS = 3
"""Words of the heading over the labels: more are a line of words."""
_CLEAR = 0.75


def heads_of(rows: list[Row], small: Sequence[bool]) -> tuple[list[tuple[Row, Cells]], int]:
    """The headings over columns of figures, their labels first, and how many of the last rows they are made of.

    `small` tells for each column whether it has figures below a thousand only. None, and 0, where the words cannot be
    shared out.
    """
    width = len(small)
    if not rows:
        return [], 0
    last = rows[-1]
    if last.text.rstrip().endswith((":", ".", ";", ",")):
        return [], 0
    spans = _shared_out(last.text, width)
    if spans is not None:
        return [(last, [text_of(last, 0, spans[0][0]), *(text_of(last, *span) for span in spans)])], 1
    if len(rows) in (width, width + 1) and width > 1 and all(_is_head(row.text) for row in rows):
        named = [text_of(row) for row in rows[-width:]]
        return [(rows[0], [text_of(rows[0]) if len(rows) > width else Text(""), *named])], len(rows)
    found = _bracketed(rows, width)
    return (found, len(rows)) if found else (_shares(rows, small), 0)


def _is_head(text: str) -> bool:
    """Whether a line can be the whole heading of a column."""
    return len(text.split()) < 7 and not text.lstrip().startswith("(")


def _shared_out(text: str, width: int) -> list[Span] | None:
    """Where the heading of each column stands in a line of headings; None where more than one way is as good."""
    words = [m.span() for m in _WORD.finditer(text)]
    shown = [text[a:b] for a, b in words]
    units = _units(shown)
    names = [" ".join(shown[a : b + 1]) for a, b in units]
    if not width <= len(names) <= _MOST_WORDS:
        return None
    openings = [index for index, name in enumerate(names) if _opens(name)]
    if len(openings) in (width, width + 1) and openings[0] == 0:
        starts: tuple[int, ...] | None = tuple(openings[-width:])
    else:
        starts = _likeliest(names, width) if width <= _MOST_COLUMNS else None
    if starts is None or starts[0] > _LABEL_WORDS:
        return None
    ends = [*starts[1:], len(names)]
    return [(words[units[a][0]][0], words[units[b - 1][1]][1]) for a, b in zip(starts, ends, strict=True)]


def _likeliest(names: list[str], width: int) -> tuple[int, ...] | None:
    """Where the parts begin that are most alike, clearly more than in any other way."""
    scored = sorted(
        ((_likeness(names, starts), starts) for starts in combinations(range(len(names)), width)), reverse=True
    )
    if not scored or scored[0][0] < width or (len(scored) > 1 and scored[0][0] - scored[1][0] < _CLEAR):
        return None
    return scored[0][1]


def _likeness(names: list[str], starts: tuple[int, ...]) -> float:
    """How alike the parts are that begin there: as long, with periods or the same word in the same place."""
    parts = [names[a:b] for a, b in pairwise((*starts, len(names)))]
    score = 0.5 if starts[0] else 0.0
    for part in parts:
        score += 1.0 if _opens(part[0]) else -2.0
        score += 1.0 if _PERIOD.match(part[0]) or (len(part) == 1 and _ALONE.match(part[0])) else 0.0
        score -= 1.0 * max(len(part) - 3, 0) + (1.0 if any(_ALONE.match(word) for word in part[1:]) else 0.0)
    for one, two in pairwise(parts):
        score += 1.0 if len(one) == len(two) else 0.0
        for first, second in zip(one, two, strict=False):
            score += 1.5 if _PERIOD.match(first) and _PERIOD.match(second) else 1.0 if first == second else 0.0
    return score


def _units(shown: list[str]) -> list[tuple[int, int]]:
    """Words that belong together, as first and last: FY 24, % of Total."""
    units: list[tuple[int, int]] = []
    index = 0
    while index < len(shown):
        two, three = " ".join(shown[index : index + 2]), shown[index : index + 3]
        share = len(three) == 3 and three[0] == "%" and three[1].lower() == "of"
        joined = 2 if share else int(re.match(r"(?:FY|Year|Q) \d", two, re.IGNORECASE) is not None)
        units.append((index, index + joined))
        index += 1 + joined
    return units


def _opens(word: str) -> bool:
    """Whether a heading can begin with a word: a small letter goes on with the word before it."""
    return word[:1].isupper() or word[:1].isdigit() or word[:1] in "%£$€#'’"


def _bracketed(rows: list[Row], width: int) -> list[tuple[Row, Cells]]:
    """Headings that each end with a unit in brackets, over several lines: "Budget (Kshs.) Actual receipts (Kshs.)".

    Fewer of them stand over two columns and more each, and what is under them is no heading that can be shared out.
    """
    ends = [(n, m.end()) for n, row in enumerate(rows) for m in _UNIT_ENDS.finditer(row.text)]
    if len(ends) < 2 or width % len(ends):
        return []
    under = rows[ends[-1][0] + 1 :]
    if ends[-1][1] < len(rows[ends[-1][0]].text.rstrip()) or (len(ends) == width and len(under) > 1):
        return []
    parts = [_stretch(rows, begin, end) for begin, end in pairwise([(0, 0), *ends])]
    each = width // len(ends)
    lower = [(under[0], [Text.join([text_of(row) for row in under]), *[Text("")] * width])] if under else []
    return [(rows[0], [Text(""), *(part for part in parts for _ in range(each))]), *lower]


def _stretch(rows: list[Row], begin: tuple[int, int], end: tuple[int, int]) -> Text:
    """What is printed from a place of one line to a place of the same or a later one: each is a line and its column."""
    (first, left), (last, right) = begin, end
    texts = [text_of(rows[n], left if n == first else 0, right if n == last else None) for n in range(first, last + 1)]
    return Text.join([t for t in texts if t.text] or [Text("")])


def _shares(rows: list[Row], small: Sequence[bool]) -> list[tuple[Row, Cells]]:
    """Where no more can be told: the last columns, if they alone have small figures, are the shares headed "(%)"."""
    first = next((index for index in range(len(small)) if all(small[index:])), len(small))
    if not 0 < first < len(small) or any(small[:first]):
        return []
    for row in reversed(rows):
        sign = _PERCENT.search(row.text)
        if sign:
            head = text_of(row, *sign.span())
            return [(row, [Text(""), *(head if index >= first else Text("") for index in range(len(small)))])]
    return []
