"""Lines -> passages: paragraphs, headings, bullets and entries of contents, with their numbers and their marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from reportcheck.model import Document, Figure, Line, Mark, Outline, Passage, PassageKind, Piece, Text
from reportcheck.patterns import pattern
from reportcheck.read.mentions.numbers import scan
from reportcheck.read.prose.layout import Layout, layout_of
from reportcheck.words.calendar import MONTH_WORDS
from reportcheck.words.things import PICTURES, TABLES

_SIGNS = "-*•▪●◦·➢✓–"
_SIGN = rf"(?:[{_SIGNS}]|o(?=\s))\s+"
_BULLET = pattern(rf"{_SIGN}(?=\S)")
_NUMBERED = pattern(
    rf"(?:{_SIGN})?(?P<number>\d{{1,3}}(?:\.\d{{1,3}}){{1,4}}\.?(?=\s+[A-Z“‘\"'(*])|(?!(?:19|20)\d\d)\d{{1,4}}[.)](?=\s)|\(\d{{1,3}}\)(?=\s)"
    r"|\([a-z]{1,2}\)|[a-z]\)|\(?[ivxl]{1,6}\)|[ivx]{1,5}\.(?=\s)|\d{1,2}[a-z]?(?=\s+(?:[A-Z]|\|)))\s*(?:\|\s*)?(?=\S)"
)
_ITEM = pattern(rf"{_SIGN}|(?:\(?[ivxl]{{1,6}}\)|\(?[a-z]\)|\(?\d{{1,3}}\))\s")
_LONGEST_ITEM = len("(xxviii)")
_DOTTED = pattern(r"\d{1,3}(?:\.\d{1,3})+")
_CAPTION = pattern(rf"(?=[A-Z])(?i:{TABLES}|{PICTURES})\s+[\dA-Z][\w.]{{0,6}}\b")
_ENTRY = pattern(
    r"\S.*?(?:\s*(?:(?:\.\s?){4,}|…{2,}|_{4,})\s*|\t+|\s{4,})(?:page\s+)?(?P<page>\d{1,3})$", re.IGNORECASE
)
_ENDS = (".", ":", ";", "?", "!", ".”", ".’", '."', ".)")
_BROKEN_OFF = pattern(r"\s(?:and|or|the|an?|of|to|in|for|was|were|is|are|that|with|by|on|at|from|as|which|be|has|had)$")
_CONTENTS = pattern(r"(?:table of )?contents(?: page)?\s*:?$", re.IGNORECASE)
_LAST = pattern(r"(?<=[\s.])\d{1,3}$")
_LONG, _WRAPPED = 60, 40
_LARGEST = 10_000
"""Characters: no paragraph is longer, and time grows with its square."""
_LONGEST_ENTRY = 300
_HEADING = 100


def read_passages(document: Document) -> Iterator[Passage]:
    """The passages of a document in reading order; a paragraph that a page break cuts is one."""
    layout = layout_of(document)
    heading = ""
    listed = 0
    """The last page that a list of contents gave, while one is being read."""
    for lines in _runs(document, layout):
        passage = _passage(lines, heading, layout)
        if listed and passage.kind != "contents":
            passage = _as_entry(passage, listed) or passage
        if passage.kind == "contents":
            listed = max(listed, int(passage.marks[0].text))
        elif passage.kind == "heading" or len(passage.text.text) > _HEADING:
            listed = int(_CONTENTS.match(passage.text.text) is not None)
        if passage.kind == "heading":
            heading = passage.text.text
        yield passage


def rows_within(passages: Iterable[Passage], outline: Outline) -> frozenset[int]:
    """The rows that are lines of a paragraph but not its first: they open nothing, and no short line is above."""
    opened = {item.order for item in (*outline.items, *outline.perhaps)}
    inner = {
        _line(piece)
        for passage in passages
        for before, piece in pairwise(passage.text.pieces)
        if _line(before) != _line(piece)
    }
    return frozenset(
        order
        for order, (above, row) in enumerate(pairwise(outline.rows), start=1)
        if len(row) == 1
        and row[0].pieces
        and _line(row[0].pieces[0]) in inner
        and order not in opened
        and len(above[-1].text) >= _WRAPPED
        and not (above[0].text[:1].isdecimal() and row[0].text[:1].isdecimal())  # A list of days, of codes.
    )


def _line(piece: Piece) -> tuple[int, int | float]:
    """The page and the line that a piece of text stands on: in a PDF, where its foot is."""
    return piece.page, piece.line if piece.line is not None else round(piece.bbox.bottom if piece.bbox else 0.0)


def _as_entry(passage: Passage, listed: int) -> Passage | None:
    """A short line in a list of contents that ends with the next page, as an entry of it."""
    match = _LAST.search(passage.text.text)
    if match is None or not listed <= int(match.group()) <= listed + 80 or len(passage.text.text) > 2 * _HEADING:
        return None
    return replace(passage, kind="contents", level=0, marks=(Mark("reference", *match.span(), match.group()),))


def _runs(document: Document, layout: Layout) -> Iterator[list[Line]]:
    """The lines that belong together. Page numbers and running heads stand between two parts of one paragraph."""
    run: list[Line] = []
    aside: list[Line] = []
    size = 0
    for page in document.pages:
        for block in page.blocks:
            if not isinstance(block, Line):
                yield from _flush(run, aside)
                run, aside = [], []
            elif layout.is_furniture(block):
                aside.append(block)
            elif run and size < _LARGEST and _continues(run, block, bool(aside), layout):
                run.append(block)
                size += len(block.text.text)
            elif run and _resumes(run, block):
                sign = _BULLET.match(block.text.text)
                run.append(block._replace(text=block.text.part(sign.end() if sign else 0, len(block.text.text))))
            else:
                yield from _flush(run, aside)
                run, aside, size = [block], [], len(block.text.text)
    yield from _flush(run, aside)


def _flush(run: list[Line], aside: list[Line]) -> Iterator[list[Line]]:
    if run:
        yield run
    for line in aside:
        yield [line]


def _continues(run: list[Line], line: Line, apart: bool, layout: Layout) -> bool:
    """Whether a line goes on with the passage before it."""
    text = line.text.text
    last = run[-1].text.text
    if line.heading or run[0].heading or _is_item(text) or _entry(text) or _entry(last):
        return False
    titled = layout.is_title(run[-1])
    if line.gap or apart or _page(line) != _page(run[-1]):
        return not titled and _goes_on_below(text, last)
    if line.bold != run[-1].bold and (titled or layout.is_title(line)):
        return False
    return not _begins(text, last) and (len(run) > 1 or text[:1].islower() or not titled)


def _goes_on_below(text: str, last: str) -> bool:
    """Whether a sentence goes on under a gap: it has not come to its end, and goes on in small letters."""
    return text[:1].islower() and len(last) > _LONG and not last.endswith(_ENDS)


def _begins(text: str, last: str) -> bool:
    """Whether a line opens with a number after a line that has come to its end."""
    return (last.endswith(_ENDS) or len(last) < _LONG) and _NUMBERED.match(text) is not None


def _is_item(text: str) -> bool:
    """Whether a line opens with a bullet's sign, or a number in brackets."""
    if text[:1] not in _SIGNS and text[:1] != "o" and ")" not in text[:_LONGEST_ITEM]:
        return False
    return _ITEM.match(text) is not None


def _entry(text: str) -> re.Match[str] | None:
    """A line of a list of contents, if it is one."""
    if not text[-1:].isdigit() or len(text) > _LONGEST_ENTRY:
        return None
    led = text.count(".") > 3 or "…" in text or "____" in text or "    " in text or not text.isprintable()
    return _ENTRY.match(text) if led else None


def _resumes(run: list[Line], line: Line) -> bool:
    """Whether a bullet is none, but the rest of a sentence that breaks off in the middle of a phrase."""
    text = line.text.text
    sign = _BULLET.match(text)
    return bool(sign and text[sign.end()].islower() and _BROKEN_OFF.search(run[-1].text.text))


def _page(line: Line) -> int:
    return line.text.pieces[0].page if line.text.pieces else 0


def _passage(lines: list[Line], heading: str, layout: Layout) -> Passage:
    """Lines as one passage: what kind it is, its number, and every mark in it."""
    text = _joined(lines)
    words = text.text
    page = _page(lines[0]) or 1
    if layout.is_furniture(lines[0]):
        return Passage(text, "paragraph", page, heading=heading)
    number, begin = _number(words)
    entry = _entry(words)
    if entry:
        mark = Mark("reference", *entry.span("page"), entry.group("page"))
        return Passage(text, "contents", page, number, 0, heading, (mark,))
    kind = _kind(lines, words, number, begin, layout)
    if kind != "heading" and number.isdecimal():
        number, begin = "", 0
    bullet = _BULLET.match(words)
    start = max(begin, bullet.end() if bullet else 0)
    level = lines[0].heading or (number.strip(".").count(".") + 1 if kind == "heading" and number else 0)
    return Passage(text, kind, page, number, level, heading, tuple(scan(words, start=start)))


def _number(words: str) -> tuple[str, int]:
    """The number that a passage opens with, and where its own words begin; "16 October" opens with a date."""
    match = _NUMBERED.match(words)
    if match and match.group("number").isdecimal() and words[match.end() :].split(maxsplit=1)[0] in MONTH_WORDS:
        return "", 0
    return (match.group("number"), match.end()) if match else ("", 0)


def _kind(lines: list[Line], words: str, number: str, begin: int, layout: Layout) -> PassageKind:
    if lines[0].heading or _CONTENTS.match(words):
        return "heading"
    if _CAPTION.match(words) and len(words) < 200 and not words.endswith("."):
        return "caption"
    short = len(words) < _HEADING and len(lines) <= 2 and not words.endswith((".", ";", ","))
    if short and (_is_numbered_title(words, number, begin) or _is_set_as_title(lines, words, layout)):
        return "heading"
    return "bullet" if _is_item(words) and not _DOTTED.match(number) else "paragraph"


def _is_numbered_title(words: str, number: str, begin: int) -> bool:
    """Whether words with a number before them are a title: no item of a list, and no question."""
    title = words[begin : begin + 1].isupper() or words[begin : begin + 1] in "“‘\"'"
    return bool(number) and title and not _is_item(words) and "?" not in words


def _is_set_as_title(lines: list[Line], words: str, layout: Layout) -> bool:
    return all(layout.is_title(line) for line in lines) and not _BULLET.match(words)


def _joined(lines: list[Line]) -> Text:
    """The lines as one text; a word that is parted by a hyphen at a line's end keeps the hyphen and no space."""
    if len(lines) == 1:
        return lines[0].text
    if not any(line.text.text.endswith("-") for line in lines[:-1]):
        return Text.join([line.text for line in lines])
    text = lines[0].text
    for line in lines[1:]:
        tight = text.text.endswith("-") and text.text[-2:-1].isalpha() and line.text.text[:1].islower()
        text = Text.join([text, line.text], "" if tight else " ")
    return text


def figures_in(passage: Passage) -> Iterator[Figure]:
    """The figures of a passage, years, dates and references left out."""
    return (passage.figure(mark) for mark in passage.marks if mark.quantity is not None)
