"""The words of a table's rows -> labels: lines that a narrow column has broken are put together again."""

from __future__ import annotations

import re

from reportcheck.extract.text.markup import text_of
from reportcheck.extract.text.source import Row
from reportcheck.model import Text
from reportcheck.patterns import pattern
from reportcheck.records import record

_OPEN = pattern(r"(?:[-–,(/&]|\b(?:and|of|for|the|to|in|on|with|by|or|from|per|at))$", re.IGNORECASE)
_NUMBERED = pattern(r"\s*\(?[\dA-Za-z]{1,3}[.)]?\s")
_CUT = pattern(r"[a-z]-$")
_DIGITS = pattern(r"\s*\d{1,3}[.)]?\s+\S")
_ANY = 1000
"""Letters: the length of a line of headings tells nothing about the label under it."""


@record(frozen=True, slots=True)
class Labels:
    """The rows of a table: where each stands, its label, and whether figures follow."""

    rows: list[tuple[Row, Text, bool]]
    heads: list[Row]
    """The lines over the first row, of which the last may be headings of the columns."""


def labelled(rows: list[tuple[Row, int | None]], over: list[Row], headed: bool) -> Labels:
    """Rows, each with where its label ends, or None where it has no figures, and the lines over the first of them.

    `headed` tells that those lines are headings, so that a long one is no first line of a label.
    """
    over, rows = list(over), list(rows)
    ends = [end for _, end in rows if end is not None]
    firsts = [row.text[:end] for row, end in rows if end is not None]
    numbered = sum(_DIGITS.match(row.text) is not None for row, _ in rows) * 2 > len(ends)
    longest = max((len(text.strip()) for text in firsts), default=0)
    carried: list[Row] = []
    while (
        over
        and rows
        and _goes_on(
            over[-1],
            (carried[0], None) if carried else rows[0],
            numbered,
            _ANY if headed or not _is_words(over[-1].text) else longest,
        )
        and len(carried) < 3
    ):
        carried.insert(0, over.pop())
        if _DIGITS.match(carried[0].text):
            break
    rows = [*((row, None) for row in carried), *rows]
    over_again = {_plain(row.text) for row in over}
    found: list[tuple[Row, Text, bool]] = []
    waiting: list[Row] = []
    for index, (row, end) in enumerate(rows):
        after = rows[index + 1] if index + 1 < len(rows) else None
        if end is None:
            if _plain(row.text) in over_again:
                continue
            if after is not None and _goes_on(row, after, numbered, longest):
                waiting.append(row)
                continue
        texts = [text_of(each) for each in waiting] + [text_of(row, 0, end)]
        found.append((row, _joined([text for text in texts if text.text]), end is not None))
        waiting = []
    return Labels(found, over)


def _is_words(text: str) -> bool:
    """Whether a line over a table is words alone, and too many for headings: it may be the first line of a label."""
    return len(text.split()) > 6 and not any(ch.isdigit() or ch in "()%£$€" for ch in text)


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


def _goes_on(row: Row, after: tuple[Row, int | None], numbered: bool, longest: int) -> bool:
    """Whether a row of words is the beginning of the label of the row after it."""
    first, second = row.text.strip(), after[0].text[: after[1]].strip()
    if not second:
        return after[1] is not None
    if first.endswith(":") or (_CUT.search(first) and second[0].isupper()):
        return False
    if _OPEN.search(first) or second[0].islower() or second[0] in "(&/" or first.count("(") > first.count(")"):
        return True
    if numbered and _DIGITS.match(row.text) and not _DIGITS.match(after[0].text):
        return True
    return after[1] is not None and len(first) > max(longest + 8, 40)


def _joined(texts: list[Text]) -> Text:
    """Parts of a label as one; a word that was cut is whole again."""
    if not texts:
        return Text("")
    whole = texts[0]
    for text in texts[1:]:
        cut = whole.text.endswith("-") and whole.text[-2:-1].isalpha() and text.text[:1].islower()
        whole = Text.join([whole.part(0, len(whole.text) - 1), text], "") if cut else Text.join([whole, text])
    return whole
