"""Passages that hold one cell each, as tables come out of some extractions -> statements with a label and a time."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import field, replace
from itertools import count

from reportcheck.model import Figure, Passage, Span, Statement
from reportcheck.read.facts.charts import lone_figure
from reportcheck.records import record
from reportcheck.words.spans import month_of, spans_in
from reportcheck.words.stems import stems

_LETTERS = re.compile(r"[A-Za-z]{2,}")
_NO_VALUE = re.compile(r"no target|not (?:set|applicable|available|known)|n/?a|tbc|nil|[-–]", re.IGNORECASE)
_UNSET = len("not applicable")
_ASIDE = re.compile(r"\(.*\)")
"""Right after a figure, the end of its label."""
_LONGEST = 90
"""A label is no longer than this; what is longer is a sentence."""


@record(slots=True)
class _Row:
    """What has been read of a row so far."""

    caption: str = ""
    label: str = ""
    heads: list[tuple[str, Span]] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    unsure: set[int] = field(default_factory=set)
    """Which of its figures were taken for a page's number when the text was read."""


def is_lone(passage: Passage) -> bool:
    """Whether a passage is a figure and nothing else."""
    if not passage.marks or len(passage.text.text) > 24:
        return False
    found = [m for m in passage.marks if m.quantity is not None]
    if len(found) != 1:
        return False
    rest = passage.text.text[: found[0].start] + passage.text.text[found[0].end :]
    return not _LETTERS.search(rest)


def read_columns(passages: tuple[Passage, ...], groups: count[int]) -> Iterator[Statement]:
    """A statement for each lone figure that has a label before it."""
    row = _Row()
    before = ""
    folios = _folios(passages)
    for number, passage in enumerate(passages):
        text = passage.text.text
        if figure := _figure(passage, number in folios):
            if not passage.marks:
                row.unsure.add(len(row.figures))
            row.figures.append(figure)
            before = "figure"
            continue
        if number in folios or _says_nothing(text, before):
            continue
        if row.figures:
            yield from _statements(row, next(groups))
            row.figures, row.label, row.unsure = [], "", set()
        row, before = _begun(row, before, passage)
    if row.figures:
        yield from _statements(row, next(groups))


def _says_nothing(text: str, before: str) -> bool:
    """Whether a line stands for a value that is not there, or is a note beside a figure."""
    unset = len(text) <= _UNSET and _NO_VALUE.fullmatch(text)
    return bool(unset or (before == "figure" and _ASIDE.fullmatch(text)))


def _begun(row: _Row, before: str, passage: Passage) -> tuple[_Row, str]:
    """The row as words go on with it, or begin another, and what those words are: a heading, a caption, a label."""
    text = passage.text.text
    spans = spans_in(text) if len(text) <= 12 else frozenset()
    if len(spans) == 1:
        row.heads = row.heads if before == "head" else []
        row.heads.append((text, next(iter(spans))))
        row.label = ""
        return row, "head"
    if passage.kind == "caption":
        return _Row(caption=text), "caption"
    if len(text) > _LONGEST:
        return _Row(), "sentence"
    row.label = f"{row.label} {text}".strip() if before == "label" else text
    return row, "label"


def _figure(passage: Passage, folio: bool) -> Figure | None:
    """The figure of a passage that is one and nothing else."""
    if is_lone(passage):
        return passage.figure(next(m for m in passage.marks if m.quantity is not None))
    return None if folio or passage.marks else lone_figure(passage)


def _folios(passages: tuple[Passage, ...]) -> frozenset[int]:
    """Which passages are page numbers: the longest run of whole numbers alone that rise by one, two or three."""
    best: dict[int, tuple[int, int]] = {}
    back: dict[int, int] = {}
    for index, passage in enumerate(passages):
        text = passage.text.text
        if len(text) > 3 or not text.isdecimal():
            continue
        number = int(text)
        length, origin = max((best.get(number - step, (0, -1)) for step in (1, 2, 3)), key=lambda pair: pair[0])
        back[index] = origin
        if number not in best or best[number][0] <= length:
            best[number] = (length + 1, index)
    at = max(best.values(), default=(0, -1))[1]
    found = set()
    while at >= 0:
        found.add(at)
        at = back[at]
    return frozenset(found)


def _statements(row: _Row, group: int) -> Iterator[Statement]:
    label = row.label if stems(row.label) else f"{row.caption} {row.label}".strip()
    if not stems(label) or len(row.label) > _LONGEST * 2 or _is_axis(row.figures):
        return
    own = spans_in(row.label)
    fits = len(row.figures) == len(row.heads)
    for at, printed in enumerate(row.figures):
        if at in row.unsure and (not fits or len(row.heads) < 2):
            continue
        head, spans = "", own
        if fits:
            head, span = row.heads[at]
            month = month_of(row.label, span)
            spans = frozenset([month or span])
        figure = replace(printed, label=label, period=head)
        words = stems(label) | stems(row.caption)
        yield Statement(
            figure, "table", group, words, stems(row.caption), label, head, frozenset(), spans, f"{label} | {head}"
        )


def _is_axis(figures: list[Figure]) -> bool:
    """Whether the figures go up or down in even steps, as along a chart's axis."""
    values = [f.quantity.value for f in figures if f.quantity is not None]
    steps = {b - a for a, b in itertools.pairwise(values)}
    return len(values) >= 4 and len(steps) == 1
