"""Figures that no reader can be sure of: a separator twice or misplaced, a letter for a digit, a unit twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from reportcheck.model import Figure, Paper, Relation
from reportcheck.read.mentions.damaged import INDIAN
from reportcheck.read.mentions.mending import mended, why
from reportcheck.read.mentions.numbers import scan
from reportcheck.words import pattern, sentences

_ODD = pattern(
    # From the separator on: a table has fewer of them than of digits.
    r"[.,](?<=[0-9][.,])(?:(?<=,)(?![0-9]{3}(?![0-9]))|(?<=\.)[0-9]+[.,][0-9]|[.,][0-9]|(?<=[0-9]{4},)[0-9]{3})"
    r"|%\s?(?:%|per)|[£$€],[0-9]|[0-9] [0-9]{3}[.,]|,[0-9]{3} [0-9]|[0-9][lIO]|[mnk] ?(?:[mbk]|tho)"
)
_EURO = pattern(r"[^0-9]*[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{1,2}$")
"""1.250.000,00: so the thousands and the decimals are printed elsewhere."""
_COMMA = pattern(r"[^0-9]*[0-9]+,[0-9]{1,2}(?![0-9,.])")
_CONTINENTAL = 5
_FEW = 4
_LAKHS = 2


class Params(NamedTuple):
    """Nothing to choose: what is malformed is a matter of the notation alone."""


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A broken relation for each malformed figure, and one that holds where there is none.

    The one that holds names no figures: a figure that is merely well formed has not been verified.
    """
    found = [pair for pair in (*_in_passages(paper), *_in_tables(paper)) if not _EURO.match(pair[0].text)]
    if sum(_is_indian(f) for f, _ in found) >= _LAKHS:
        found = [pair for pair in found if not _is_indian(pair[0])]
    decimals = [f for f, _ in found if _COMMA.match(f.text)]
    printed = sum("," in f.text or "." in f.text for f in paper.figures)
    if len(decimals) >= _CONTINENTAL and len(decimals) * 2 > printed:
        return
    kinds = Counter(_kind(figure.text) for figure, _ in found)
    told: set[str] = set()
    for figure, quote in found:
        kind = _kind(figure.text)
        if kinds[kind] <= _FEW:
            yield _told(figure, quote)
        elif kind not in told:
            told.add(kind)
            yield _often(figure, quote, kinds[kind] - 1)
    if printed and not found:
        yield Relation.judged("presentation", (), True, "Every figure with a comma or a point is well formed.")


def _is_indian(figure: Figure) -> bool:
    """Whether lakhs and crores are parted by twos: 12,34,567."""
    return INDIAN.match(figure.text.lstrip("(-−–+£$€ ")) is not None


def _kind(text: str) -> str:
    """What is wrong with a figure, whatever it should be."""
    return why(text).partition(";")[0]


def _told(figure: Figure, quote: str) -> Relation:
    better = mended(figure.text)
    return Relation.judged(
        "presentation",
        figure,
        False,
        f"{figure.text} is not a number: {why(figure.text)}.",
        better=better,
        why="the only figure that it can be",
        quote=quote,
    )


def _often(figure: Figure, quote: str, more: int) -> Relation:
    """The first of many figures with one defect: the work of a program, more likely than of a pen."""
    message = f"{figure.text} is not a number: {why(figure.text)}; so with {more} more figures of the paper."
    return replace(_told(figure, quote), message=message, confidence="low")


def _in_passages(paper: Paper) -> Iterator[tuple[Figure, str]]:
    for passage in paper.passages:
        for mark in passage.marks:
            if mark.kind == "malformed":
                text = passage.text.text
                spans = (text[a:b] for a, b in sentences(text) if a <= mark.start < b)
                yield passage.figure(mark), next(spans, text)


def _in_tables(paper: Paper) -> Iterator[tuple[Figure, str]]:
    for grid in paper.grids:
        # One search of the whole table: hardly any has a figure to look at.
        if not _ODD.search("\n".join(cell.text.text for cell in grid.table.cells)):
            continue
        for cell in grid.table.cells:
            text = cell.text.text
            if not _ODD.search(text):
                continue
            for mark in scan(text, cell=True):
                if mark.kind == "malformed":
                    label = grid.row_labels[cell.row] if cell.row < len(grid.row_labels) else ""
                    period = grid.column_labels[cell.column] if cell.column < len(grid.column_labels) else ""
                    place = cell.text.locate(mark.start, mark.end)
                    quote = text if cell.column in grid.label_columns else f"{label} {text}".strip()
                    yield Figure(mark.text, place, None, label, period), quote
