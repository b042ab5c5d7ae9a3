"""Errors of a spreadsheet that were printed in the place of figures: #DIV/0!, #REF!, a cell that was too narrow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.model import Evidence, Figure, Paper, Relation
from reportcheck.words import pattern

_ERROR = pattern(r"(?<![\w#])#(?:DIV/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|N/A)(?!\w)")
_NARROW = pattern(r"\s*[£$€]?#{4,}\s*")
_MEANS = {
    "#DIV/0!": "something was divided by nought",
    "#REF!": "the cell that it points to is gone",
    "#VALUE!": "words stand where a number should",
    "#NAME?": "a name in its formula is unknown",
    "#NUM!": "its formula has no result",
    "#NULL!": "its formula has no result",
    "#N/A": "what it looks up is not there",
}


class Params(NamedTuple):
    """Nothing to choose: such an error is never meant."""


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """One relation for each error that a paper prints, with all the places where it stands."""
    found: dict[str, list[tuple[Figure, str]]] = {}
    for figure, quote in _errors(paper):
        found.setdefault(figure.text, []).append((figure, quote))
    for text, places in found.items():
        first, quote = places[0]
        more = len(places) - 1
        times = f"; so in {more} more place{'s' * (more > 1)}" if more else ""
        meaning = _MEANS.get(text, "its column was too narrow for the figure")
        yield Relation(
            "presentation",
            tuple(Evidence(figure, "stated", suspect=True) for figure, _ in places),
            "broken",
            f"{text} is a spreadsheet's error and no figure: {meaning}{times}.",
            location=first.location,
            quote=quote,
        )
    if not found and paper.figures:
        where = paper.figures[0].location
        yield Relation("presentation", (), "held", "No spreadsheet's error stands for a figure.", location=where)


def _errors(paper: Paper) -> Iterator[tuple[Figure, str]]:
    for grid in paper.grids:
        for cell in grid.table.cells:
            text = cell.text.text
            narrow = _NARROW.fullmatch(text) if "####" in text else None
            match = narrow or (_ERROR.search(text) if "#" in text else None)
            if match:
                label = grid.row_labels[cell.row] if cell.row < len(grid.row_labels) else ""
                head = grid.column_labels[cell.column] if cell.column < len(grid.column_labels) else ""
                shown = "####" if narrow else match.group()
                where = f"row {label}, column {head}" if label and head else ""
                place = cell.text.locate(match.start(), match.end(), where)
                yield Figure(shown, place, None, label, head), f"{label} | {shown}" if label else text
    for passage in paper.passages:
        if "#" in passage.text.text:
            for match in _ERROR.finditer(passage.text.text):
                place = passage.text.locate(match.start(), match.end())
                yield Figure(match.group(), place), passage.text.text[:160]
