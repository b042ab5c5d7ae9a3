"""Lines -> passages: paragraphs, headings and bullets, with their printed numbers and their figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportcheck.model import Document, Figure, Line, Passage, PassageKind, Text
from reportcheck.read.numbers import scan

_BULLET = re.compile(r"^(?:[-*•▪–o]|\(?[ivx]+[).])\s+")
_NUMBERED = re.compile(r"^(\d+(?:\.\d+)*\.?|\([a-z]+\)|\(?[ivxlc]+\)|[a-z]\))\s+(?=\S)")


def read_passages(document: Document) -> Iterator[Passage]:
    """The passages of a document in reading order; lines with no white space between make a paragraph."""
    heading = ""
    run: list[Line] = []
    for page in document.pages:
        for block in page.blocks:
            opens = isinstance(block, Line) and (block.gap or block.heading or _BULLET.match(block.text.text))
            if run and (opens or not isinstance(block, Line)):
                passage = _passage(run, heading)
                heading = passage.text.text if passage.kind == "heading" else heading
                yield passage
                run = []
            if isinstance(block, Line):
                run.append(block)
    if run:
        yield _passage(run, heading)


def _passage(lines: list[Line], heading: str) -> Passage:
    text = Text.join([line.text for line in lines])
    numbered = _NUMBERED.match(text.text)
    kind: PassageKind = "paragraph"
    if lines[0].heading or (numbered and len(lines) == 1 and len(text.text) < 80 and not text.text.endswith(".")):
        kind = "heading"
    elif _BULLET.match(text.text):
        kind = "bullet"
    number = numbered.group(1) if numbered else ""
    marks = tuple(scan(text.text))
    return Passage(text, kind, text.locate().page, number, lines[0].heading, heading, marks)


def figures_in(passage: Passage) -> Iterator[Figure]:
    """The figures of a passage, years, dates and references left out."""
    return (passage.figure(mark) for mark in passage.marks if mark.quantity is not None)
