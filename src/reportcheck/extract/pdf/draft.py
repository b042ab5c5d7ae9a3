"""A table in the making: cells of words on a grid, however it was found, and the Table that comes of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate, chain, count
from operator import add, attrgetter, itemgetter
from struct import pack
from typing import NamedTuple

from reportcheck.extract.pdf.rows import Fields, Row, in_reading_order, lines_of, runs_leftward, set_out
from reportcheck.extract.pdf.sheet import BOLD, ITALIC, Box, Word
from reportcheck.model import BBox, Cell, Piece, Table, Text
from reportcheck.patterns import pattern
from reportcheck.records import record

_LETTER = pattern(r"[^\W\d_]")
_DIGIT = pattern(r"\d")
_WORDY = pattern(r"[^\W\d_]{3}")
"""No figure has three letters on end, and what stands for the lack of one has none or is five characters at most."""
_RUNS_ON = pattern(r"(?:[,&/(–-]|\b(?:and|of|for|the|to|in|or|with|on|by|from|per|a))$", re.I)
_GOES_ON = pattern(r"^(?:[a-z(&]|[–-] )")
_made = tuple.__new__
"""Half of the time of the nouns' own calls, for what there are ten thousands of in a pack."""
_STYLE, _SPACE, _PLACE = attrgetter("style"), attrgetter("space"), attrgetter("row", "column")
_FIGURE = pattern(r"[£$€(+-]*\d[\d,.]*[)%]*")
"""What most figures look like."""
_NOTHING = pattern(r"^(?:[-–—−.…†‡#*]+|n[./]?a\.?|nil|none|nk|n/k|x|tbc)$", re.I)
_LEFTOVER = pattern(r"^(?:[bcdefghjklmnpqrstuvwxyz]|[bcdfghjklmnpqrstvwxz]{2,3}|ed|es|ly|al)(?:$|\s)")
"""What a narrow column leaves of a word for its next line."""


@lru_cache(maxsize=8192)
def numeric(text: str) -> bool:
    """Whether a text is a figure, or stands for the lack of one."""
    if len(text) > 4 and text.isalpha():
        return False
    if _FIGURE.fullmatch(text):
        return True
    if len(text) > 5 and _WORDY.search(text):
        return False
    digits = len(_DIGIT.findall(text))
    if not digits:
        return bool(_NOTHING.match(text))
    letters = len(_LETTER.findall(text))
    return not letters or (letters <= 2 and digits >= 2) or (letters == 1 and text[-1:] in "mkpx%")


def goes_on(upper: str, lower: str) -> bool:
    """Whether one label reads on in the next line."""
    if upper.count("(") > upper.count(")"):
        return True
    return _RUNS_ON.search(upper) is not None or _GOES_ON.match(lower) is not None


class DraftCell(NamedTuple):
    """Words that fill the place at row, column of a table, `rows` x `columns` large."""

    row: int
    column: int
    rows: int
    columns: int
    words: tuple[Word, ...]


@record(frozen=True, slots=True)
class Draft:
    """A table before it is one."""

    box: Box
    rows: int
    columns: int
    cells: tuple[DraftCell, ...]
    edges: tuple[float, ...] = ()
    """Where columns meet, outer sides left out: empty where the cells were not drawn."""


def compact(draft: Draft) -> Draft:
    """The draft with just the rows and columns that its cells with words need to stay apart."""
    filled = [c for c in draft.cells if c.words]
    rows = _renumbered(draft.rows, [(c.row, c.row + c.rows) for c in filled])
    columns = _renumbered(draft.columns, [(c.column, c.column + c.columns) for c in filled])
    if rows[-1] == draft.rows and columns[-1] == draft.columns:
        return draft if len(filled) == len(draft.cells) else replace(draft, cells=tuple(filled))
    cells = []
    for top, left, high, wide, words in filled:
        row, column = rows[top], columns[left]
        place = row, column, rows[top + high] - row, columns[left + wide] - column, words
        cells.append(_made(DraftCell, place))
    return replace(draft, rows=rows[-1], columns=columns[-1], cells=tuple(cells))


def extent(draft: Draft, filled: Sequence[DraftCell]) -> tuple[int, int]:
    """How many rows and columns `compact` would leave of a draft with those cells that hold words."""
    rows = _renumbered(draft.rows, [(c.row, c.row + c.rows) for c in filled])
    columns = _renumbered(draft.columns, [(c.column, c.column + c.columns) for c in filled])
    return rows[-1], columns[-1]


def _renumbered(count: int, spans: Iterable[tuple[int, int]]) -> list[int]:
    """For each of `count` places, and for the end, its number when only as many are kept as the spans need."""
    kept: list[int] = []
    for start, end in sorted(set(spans), key=itemgetter(1)):
        if not kept or kept[-1] < start:
            kept.append(end - 1)
    numbers = [0] * (count + 1)
    for at in kept:
        numbers[at + 1] = 1
    return list(accumulate(numbers))


def as_table(draft: Draft, number: int) -> Table:
    """The table of a finished draft."""
    edges: dict[int, float] = {}
    lined: list[tuple[DraftCell, Sequence[Fields], float | None]] = []
    for cell in draft.cells:
        words = cell.words
        if words:
            lines = () if len(words) == 1 else [set_out(line)[1] for line in lines_of(words)]
            text, x0 = (lines[0][0][0], lines[0][1][0]) if lines else words[0][:2]
            start = None if numeric(text) else x0
            lined.append((cell, lines, start))
            if start is not None and cell.columns == 1:
                left = start if len(lines) < 2 else min([line[1][0] for line in lines])
                if left < edges.setdefault(cell.column, left):
                    edges[cell.column] = left
    cells = [
        _cell(cell, lines, number, 0.0 if start is None else start - edges.get(cell.column, start))
        for cell, lines, start in lined
    ]
    cells.sort(key=_PLACE)
    return Table(number, draft.rows, draft.columns, tuple(cells), BBox(*draft.box))


def _cell(cell: DraftCell, lines: Sequence[Fields], number: int, indent: float) -> Cell:
    row, column, rows, columns, words = cell
    set_in = round(indent, 1) if indent > 0 else 0.0
    if len(words) == 1:
        text, x0, top, x1, bottom, _, _, style, _ = words[0]
        piece = _made(Piece, (0, len(text), number, None, 0, _made(BBox, (x0, top, x1, bottom)), b""))
        print_ = _made(Text, (text, (piece,)))
        return _made(Cell, (row, column, print_, rows, columns, style & BOLD > 0, style & ITALIC > 0, set_in, ""))
    bold = italic = False
    if any(map(_STYLE, words)):
        styles = list(map(_STYLE, words))
        bold = 2 * sum([s & BOLD for s in styles]) > BOLD * len(words)
        italic = 2 * sum([s & ITALIC for s in styles]) > ITALIC * len(words)
    return _made(Cell, (row, column, joined(lines, number), rows, columns, bold, italic, set_in, ""))


def joined(lines: Sequence[Fields], number: int) -> Text:
    """The text of lines that stand under one another; a word cut by a hyphen at a line's end stays as printed."""
    if len(lines) == 1:
        text, places, box = _printed(lines[0])
        return _made(Text, (text, (_made(Piece, (0, len(text), number, None, 0, box, places)),)))
    parts: list[str] = []
    pieces: list[Piece] = []
    at = 0
    for line in lines:
        text, places, box = _printed(line)
        if parts and not _cut_off(parts[-1], text):
            parts.append(" ")
            at += 1
        parts.append(text)
        pieces.append(_made(Piece, (at, at + len(text), number, None, 0, box, places)))
        at += len(text)
    return Text("".join(parts), tuple(pieces))


def line_text(row: Row, number: int) -> Text:
    """The text of a printed line, as `joined` would give it."""
    text = " ".join([chunk.text for chunk in row.chunks])
    if _DIGIT.search(text) or not all(map(_SPACE, row.words[1:])):
        return joined([list(zip(*row.words, strict=True))], number)
    return Text(text, (Piece(0, len(text), number, None, 0, BBox(row.x0, row.top, row.x1, row.bottom)),))


def _cut_off(line: str, following: str) -> bool:
    """Whether a word goes on in the next line: after a hyphen, or in letters that are no word by themselves."""
    if line.endswith("-"):
        return len(line) > 1 and line[-2] != " " and following[:1].islower()
    return line[-1:].isalpha() and line[-1:].islower() and bool(_LEFTOVER.match(following))


def _printed(line: Fields) -> tuple[str, bytes, BBox]:
    """A line's text, for each word the place of its first character, its left and its right, and the line's box.

    Lines without a figure do without places: their box is all that is asked of them.
    """
    texts, lefts, tops, rights, bottoms, _, sizes, _, spaces = line
    box = _made(BBox, (lefts[0], min(tops), max(rights), max(bottoms)))
    text = " ".join(texts)
    if len(texts) == 1:
        return text, b"", box
    if not text.isascii() and runs_leftward("".join(texts)):
        words = in_reading_order([_made(Word, word) for word in zip(*line, strict=True)])
        texts, lefts, _, rights, _, _, sizes, _, spaces = zip(*words, strict=True)
        text = " ".join(texts)
    if all(spaces[1:]):
        if not _DIGIT.search(text):
            return text, b"", box
        firsts = map(add, accumulate(map(len, texts[:-1]), initial=0), count())
        return text, pack(f"{3 * len(texts)}f", *chain.from_iterable(zip(firsts, lefts, rights, strict=True))), box
    parts: list[str] = []
    places: list[float] = []
    at = 0
    last = 0.0
    for text, x0, x1, size, space in zip(texts, lefts, rights, sizes, spaces, strict=True):
        if parts and (space or x0 - last > 0.12 * size):
            parts.append(" ")
            at += 1
        places += (at, x0, x1)
        parts.append(text)
        at += len(text)
        last = x1
    return "".join(parts), pack(f"{len(places)}f", *places), box
