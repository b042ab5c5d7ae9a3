"""Grids and passages -> statements: what each figure is about, its words, its qualifiers and its times."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from itertools import count

from reportcheck.model import Grid, Mark, Passage, Span, Statement
from reportcheck.read.facts.charts import read_charts
from reportcheck.read.facts.columns import is_lone, read_columns
from reportcheck.words.sentences import sentences
from reportcheck.words.spans import is_month, month_of, span_of_mark, spans_in, speaks_of_before
from reportcheck.words.stems import clause_after, stems

_NEAR = 70
"""How many characters to either side are the words next to a figure."""
_LISTING = 12
"""A sentence with more figures than this is a table that was not seen as one."""
_FIELD = re.compile(r"[A-Z][\w/#&]*(?: [\w/#&]+){0,5}:\s")
_SAME_THING = re.compile(r"[\s,]*(?:\(|or)\s*\(?")
"""What stands between two figures of one thing: "by £2,415 or 17.9%"."""
_NONE: frozenset[str] = frozenset()
_NO_TIME: frozenset[Span] = frozenset()
"""Python makes each empty set anew, and there are thousands."""
_Known = dict[frozenset[str], frozenset[str]]
"""Each set of words once: many rows of many tables are about the same."""
_RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)


def read_statements(grids: tuple[Grid, ...], passages: tuple[Passage, ...]) -> Iterator[Statement]:
    """A statement for each figure, those of tables first."""
    group = 0
    known: _Known = {}
    for number, grid in enumerate(grids):
        yield from _of_grid(grid, number, group, known)
        group += len(grid.cells)
    groups = count(group)
    yield from read_columns(passages, groups)
    yield from read_charts(passages, groups)
    for passage in passages:
        if not passage.marks or not any(m.quantity for m in passage.marks) or is_lone(passage):
            continue
        fields = _fields(passage)
        title = stems(f"{passage.heading} {passage.text.text[: fields[1]]}") if len(fields) > 2 else frozenset()
        text = passage.text.text
        parts = [(start, end, stems(text[start:end])) for start, end in _parts(text, fields)]
        # No word goes over the end of a sentence; over a field's beginning one may.
        around = [stems(text)] if fields else [words for _, _, words in parts]
        setting = stems(passage.heading).union(*around)
        for start, end, words in parts:
            yield from _of_sentence(passage, start, end, next(groups), words, setting, title)


def _of_grid(grid: Grid, number: int, group: int, known: _Known) -> Iterator[Statement]:
    if not any(cell.figures for row in grid.cells for cell in row):
        return
    setting = stems(grid.table.over)
    around = spans_in(grid.table.over)
    heads = [(stems(label), spans_in(label)) for label in grid.column_labels]
    for r, row in enumerate(grid.cells):
        filled = [c for c, cell in enumerate(row) if cell.figures] if r not in grid.header_rows else ()
        if not filled:
            continue
        label = grid.row_labels[r]
        words, times, monthly = stems(label), spans_in(label), is_month(label)
        for c in filled:
            if c in grid.label_columns:
                continue
            spans = heads[c][1] or times or (around if len(around) == 1 else frozenset())
            if monthly and len(spans) == 1:
                spans = _of_month(label, spans)
            head = grid.column_labels[c]
            about = words | heads[c][0]
            about = known.setdefault(about, about)
            quote = f"{label} | {head}"
            for figure in row[c].figures:
                if figure.quantity is not None and not figure.quantity.blank:
                    yield Statement(
                        figure, "table", group + r, about, setting, label, head, _NONE, spans or _NO_TIME, quote,
                        number, r, c,
                    )  # fmt: skip


def _of_month(label: str, spans: frozenset[Span]) -> frozenset[Span]:
    """The month that a row is called by, in the one time that is known of it; that time where it has no such month."""
    month = month_of(label, next(iter(spans)))
    return frozenset([month]) if month else spans


def _fields(passage: Passage) -> list[int]:
    """Where the fields of a form begin, "Programme: ...", "Amount: ...", each on a line of its own; 0 among them."""
    text = passage.text.text
    found = [p.start for p in passage.text.pieces if _FIELD.match(text, p.start)]
    return found if len(found) > 2 and found[0] == 0 else []


def _parts(text: str, fields: list[int]) -> Iterator[tuple[int, int]]:
    """The sentences of a text; a field of a form ends one."""
    if not fields:
        yield from sentences(text)
        return
    for start, end in zip(fields, [*fields[1:], len(text)], strict=True):
        yield from ((start + a, start + b) for a, b in sentences(text[start:end].rstrip()))


def _of_sentence(
    passage: Passage, start: int, end: int, group: int,
    whole: frozenset[str], setting: frozenset[str], title: frozenset[str],
) -> Iterator[Statement]:  # fmt: skip
    """A statement for each figure of a sentence; `whole` has its stems, `setting` those of all around it."""
    marks = [m for m in passage.marks if start <= m.start < end]
    figures = [m for m in marks if m.quantity is not None]
    if not figures or len(figures) > _LISTING:
        return
    text = passage.text.text
    quote = text[start:end]
    times = _times(text, start, end, marks, figures)
    cells = _cells(text, figures)
    for at, mark in enumerate(figures):
        if at in cells:
            continue
        left = figures[at - 1].end if at else start
        right = figures[at + 1].start if at + 1 < len(figures) else end
        if at and _SAME_THING.fullmatch(text, left, mark.start):
            left = figures[at - 2].end if at > 1 else start
        before = _whole_words(text, max(left, mark.start - _NEAR), mark.start)
        after = text[mark.end : min(right, mark.end + _NEAR)]
        words = whole if len(figures) <= 2 else stems(text[start : figures[0].start]) | stems(text[left:right])
        figure = passage.figure(mark, " ".join(f"{before}{mark.text}{after}".split()))
        yield Statement(
            figure, "prose", group, words | title, setting, before, after, _head(after), times[at], quote,
            heading=passage.heading,
        )  # fmt: skip


def _cells(text: str, figures: list[Mark]) -> set[int]:
    """Which figures stand side by side with nothing but a blank between: cells of a row, and nothing that is said."""
    pairs = enumerate(itertools.pairwise(figures))
    return {n for at, (a, b) in pairs if text[a.end : b.start].isspace() for n in (at, at + 1)}


def _whole_words(text: str, start: int, end: int) -> str:
    """text[start:end] without the rest of a word that it cuts in two."""
    if start > 0 and text[start - 1].isalnum():
        while start < end and text[start].isalnum():
            start += 1
    return text[start:end]


def _head(after: str) -> frozenset[str]:
    """What is counted: the telling words just after a figure, up to a stop or a word that turns away."""
    return stems(" ".join(clause_after(after).split()[:4]))


def _times(text: str, start: int, end: int, marks: list[Mark], figures: list[Mark]) -> list[frozenset[Span]]:
    """Each figure's own times: the one just after it, or the last before it that no other figure has taken."""
    dated = [(m, span) for m in marks if (span := span_of_mark(m)) is not None]
    if not dated:
        return [frozenset()] * len(figures)
    if _RESPECTIVELY.search(text, start, end) and (shared := _in_turn(dated, figures)):
        return shared
    taken: set[int] = set()
    found: list[frozenset[Span]] = []
    for at, figure in enumerate(figures):
        right = figures[at + 1].start if at + 1 < len(figures) else end
        if speaks_of_before(text[figure.end : min(right, figure.end + 30)]):
            found.append(frozenset())
            continue
        after = next((i for i, (m, _) in enumerate(dated) if figure.end <= m.start < min(right, figure.end + 45)), None)
        if after is not None and not re.search(r"[;:]", text[figure.end : dated[after][0].start]):
            taken.add(after)
            found.append(frozenset([dated[after][1]]))
            continue
        before = [i for i, (m, _) in enumerate(dated) if m.end <= figure.start and i not in taken]
        only = {span for _, span in dated}
        found.append(
            frozenset([dated[before[-1]][1]]) if before else frozenset(only) if len(only) == 1 else frozenset()
        )
    return found


def _in_turn(dated: list[tuple[Mark, Span]], figures: list[Mark]) -> list[frozenset[Span]]:
    """ "5, 6 and 7 in 2019, 2018 and 2017 respectively": the figures take the times in turn."""
    lists = [s for _, s in dated]
    if len(lists) < 2 or len(figures) % len(lists):
        return []
    return [frozenset([lists[i % len(lists)]]) for i in range(len(figures))]
