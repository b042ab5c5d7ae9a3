"""Passages that hold one cell each, as tables come out of some extractions -> statements with a label and a time."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from reportcheck.model import Mark, Passage, Span, Statement
from reportcheck.read.measure_dates import month_of, spans_in
from reportcheck.read.measure_words import stems

_LETTERS = re.compile(r"[A-Za-z]{2,}")
_LONGEST = 90
"""A label is no longer than this; what is longer is a sentence."""


@dataclass(slots=True)
class _Row:
    """What has been read of a row so far."""

    caption: str = ""
    label: str = ""
    heads: list[tuple[str, Span]] = field(default_factory=list)
    figures: list[tuple[Passage, Mark]] = field(default_factory=list)


def is_lone(passage: Passage) -> bool:
    """Whether a passage is a figure and nothing else."""
    found = [m for m in passage.marks if m.quantity is not None]
    if len(found) != 1 or len(passage.text.text) > 24:
        return False
    rest = passage.text.text[: found[0].start] + passage.text.text[found[0].end :]
    return not _LETTERS.search(rest)


def read_columns(passages: tuple[Passage, ...], groups: count[int]) -> Iterator[Statement]:
    """A statement for each lone figure that has a label before it."""
    row = _Row()
    before = ""
    for passage in passages:
        text = passage.text.text
        if is_lone(passage):
            row.figures.append((passage, next(m for m in passage.marks if m.quantity is not None)))
            before = "figure"
            continue
        if row.figures:
            yield from _statements(row, next(groups))
            row.figures, row.label = [], ""
        spans = spans_in(text) if len(text) <= 12 else frozenset()
        if len(spans) == 1:
            row.heads = row.heads if before == "head" else []
            row.heads.append((text, next(iter(spans))))
            row.label, before = "", "head"
        elif passage.kind == "caption":
            row, before = _Row(caption=text), "caption"
        elif len(text) > _LONGEST:
            row, before = _Row(), "sentence"
        else:
            row.label = f"{row.label} {text}".strip() if before == "label" else text
            before = "label"
    if row.figures:
        yield from _statements(row, next(groups))


def _statements(row: _Row, group: int) -> Iterator[Statement]:
    label = row.label if stems(row.label) else f"{row.caption} {row.label}".strip()
    if not stems(label) or len(row.label) > _LONGEST * 2 or _is_axis(row.figures):
        return
    own = spans_in(row.label)
    fits = len(row.figures) == len(row.heads)
    for at, (passage, mark) in enumerate(row.figures):
        head, spans = "", own
        if fits:
            head, span = row.heads[at]
            month = month_of(row.label, span)
            spans = frozenset([month or span])
        figure = passage.figure(mark, label, head)
        words = stems(label) | stems(row.caption)
        yield Statement(
            figure, "table", group, words, stems(row.caption), label, head, frozenset(), spans, f"{label} | {head}"
        )


def _is_axis(figures: list[tuple[Passage, Mark]]) -> bool:
    """Whether the figures go up or down in even steps, as along a chart's axis."""
    values = [m.quantity.value for _, m in figures if m.quantity is not None]
    steps = {b - a for a, b in itertools.pairwise(values)}
    return len(values) >= 4 and len(steps) == 1
