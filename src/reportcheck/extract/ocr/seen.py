"""Words that OCR saw -> a page: made level, put in points, with the rules that are drawn around them."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import NamedTuple, Protocol

from reportcheck.extract.pdf.picture import Picture
from reportcheck.model import Page

TYPE = 0.72
"""The size of type in heights of the box that OCR draws around it."""


class Seen(NamedTuple):
    """A word as OCR saw it, in dots; `line` numbers the line that it was seen on, `score` is from 0 to 1."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    score: float
    line: int = 0

    @property
    def tall(self) -> bool:
        """Whether it runs up or down."""
        return self.bottom - self.top > 1.5 * (self.x1 - self.x0)


Box = tuple[float, float, float, float]


class Engine(Protocol):
    """Reads a picture."""

    def words(self, picture: Picture) -> list[Seen]:
        """The words on it, in dots."""

    def turns(self, picture: Picture, words: Sequence[Seen]) -> tuple[int, ...]:
        """By how many degrees (clockwise) it may have to be turned, most likely first."""

    def rules(self, picture: Picture) -> list[Box]:
        """The straight lines drawn on it, in dots."""


def level(words: Sequence[Seen]) -> list[Seen]:
    """The words as they would stand if the page lay straight: a scan is seldom level."""
    lines: dict[int, list[Seen]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    slopes = [slope for line in lines.values() if (slope := _slope(line)) is not None]
    lean = median(slopes) if len(slopes) >= 3 else 0.0
    done: list[Seen] = []
    for line in lines.values():
        rises = [word._replace(top=word.top - lean * word.x0, bottom=word.bottom - lean * word.x0) for word in line]
        top, bottom = median(w.top for w in rises), median(w.bottom for w in rises)
        done.extend(word._replace(top=top, bottom=bottom) for word in rises)
    return done


def _slope(line: Sequence[Seen]) -> float | None:
    first, last = line[0], line[-1]
    across = last.x0 - first.x0
    if across < 10 * (first.bottom - first.top):
        return None
    return ((last.top + last.bottom) - (first.top + first.bottom)) / 2 / across


def sheet_of(number: int, picture: Picture, words: Sequence[Seen], turn: int, engine: Engine) -> Page:
    """The page that those words and the picture's rules make."""
    from reportcheck.extract.pdf.pages import page_of
    from reportcheck.extract.pdf.sheet import Sheet, Stroke, Word

    scale = picture.scale
    placed = []
    for seen in words:
        top, bottom = seen.top / scale, seen.bottom / scale
        size = TYPE * (bottom - top)
        base = (top + bottom) / 2 + size / 3
        placed.append(Word(seen.text, seen.x0 / scale, top, seen.x1 / scale, bottom, base, size))
    strokes = tuple(
        Stroke(x0 / scale, y0 / scale, x1 / scale, y1 / scale, x1 - x0 >= y1 - y0)
        for x0, y0, x1, y1 in engine.rules(picture)
    )
    width, height = picture.size
    return page_of(Sheet(number, width, height, tuple(placed), strokes=strokes, turn=turn, traced=True))
