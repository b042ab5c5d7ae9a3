"""What stands on a PDF's page before anything is made of it: words, strokes, areas, images, each with its box."""

from __future__ import annotations

from math import inf
from typing import NamedTuple

from reportcheck.records import record

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in points from the top left corner."""

BOLD, ITALIC = 1, 2


class Word(NamedTuple):
    """Characters without white space, as drawn."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    """The line they stand on."""
    size: float
    style: int = 0
    """BOLD, ITALIC or both."""
    space: float = 1.0
    """1 where a space is printed before it, 0 where none is."""


class Stroke(NamedTuple):
    """A straight rule across (`flat`) or down, or the side of an area."""

    x0: float
    top: float
    x1: float
    bottom: float
    flat: bool


class Area(NamedTuple):
    """A filled rectangle; `tone` is its brightness from 0 to 1."""

    x0: float
    top: float
    x1: float
    bottom: float
    tone: float


@record(frozen=True, slots=True)
class Sheet:
    """A page as drawn, turned so that most of its words read from left to right."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    areas: tuple[Area, ...] = ()
    images: tuple[Box, ...] = ()
    turn: int = 0
    """Degrees (0, 90, 180, 270) by which the page as shown was turned for reading."""
    hidden: str = ""
    """What text was left out because nobody can see it, in words for people."""
    left_out: str = ""
    """What people see and was not read, in words for people."""
    unread: float = 0.0
    """The share of characters whose meaning the file does not tell."""
    traced: bool = False
    """The text is an unseen layer over a picture of the page: somebody's OCR."""
    largest: float = inf
    """No type is larger than this."""
    beside: Sheet | None = None
    """The page turned so that the words read level that run up or down it."""
