"""Figures that no reader can be sure of: two decimal points, a thousand of four digits, a comma for a point."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.model import Evidence, Figure, Paper, Relation, Suggestion
from reportcheck.patterns import pattern
from reportcheck.read.mentions.numbers import scan
from reportcheck.read.prose.sentences import sentences

_ODD = pattern(
    # From the separator on: a table has fewer of them than of digits.
    r"[.,](?<=[0-9][.,])(?:(?<=,)(?![0-9]{3}(?![0-9]))|(?<=\.)[0-9]+[.,][0-9]|[.,][0-9]|(?<=[0-9]{4},)[0-9]{3})"
)
_CORE = pattern(r"[0-9][0-9.,\s]*[0-9]")
_COMMA_FOR_POINT = pattern(r"[0-9]{1,3},[0-9]{1,2}$")
_POINT_FOR_COMMA = pattern(r"[0-9]{1,3}\.[0-9]{3},[0-9]{3}$")
_FOUR = pattern(r"[0-9]{1,3}(?:,[0-9]{3})*,[0-9]{4,}$")
_EURO = pattern(r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{1,2}$")
"""1.250.000,00: so the thousands and the decimals are printed elsewhere."""
_CONTINENTAL = 5


class Params(NamedTuple):
    """Nothing to choose: what is malformed is a matter of the notation alone."""


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A broken relation for each malformed figure, and one that holds where there is none.

    The one that holds names no figures: a figure that is merely well formed has not been verified.
    """
    found = [pair for pair in (*_in_passages(paper), *_in_tables(paper)) if not _EURO.match(_core(pair[0].text))]
    printed = sum("," in f.text or "." in f.text for f in paper.figures)
    if len(found) >= _CONTINENTAL and len(found) * 2 > printed:
        return
    for figure, quote in found:
        better = _better(figure.text)
        message = f"{figure.text} is not a number: {_why(figure.text)}."
        yield Relation(
            "presentation",
            (Evidence(figure, "stated", suspect=True),),
            "broken",
            message,
            location=figure.location,
            suggestion=Suggestion(better, "the only figure that it can be") if better else None,
            quote=quote,
        )
    if printed and not found:
        yield Relation("presentation", (), "held", "Every figure with a comma or a point is well formed.")


def _in_passages(paper: Paper) -> Iterator[tuple[Figure, str]]:
    for passage in paper.passages:
        for mark in passage.marks:
            if mark.kind == "malformed" and ", " not in mark.text:
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


def _why(text: str) -> str:
    """What is wrong with the notation, and what was meant where only one figure can be meant."""
    core = _core(text)
    better = _better(text)
    if ", " in core:
        return f"there is a blank after the comma; it should be {better}"
    if ".." in core or ",," in core or ".," in core or ",." in core:
        return f"a separator is printed twice; it should be {better}" if better else "it has two separators together"
    if _COMMA_FOR_POINT.match(core):
        if better:
            return f"the comma stands for a point; it should be {better}"
        return "after a comma come three digits, and here come fewer"
    if better:
        return f"its point and its comma are mixed up; it should be {better}"
    if core.count(".") > 1:
        return "it has two decimal points"
    if _FOUR.match(core):
        return f"after a comma come three digits, and here come {_count(len(core.rpartition(',')[2]))}"
    return "its commas are not where thousands end"


def _better(text: str) -> str:
    """What the figure must be; empty where that cannot be told."""
    core = _core(text)
    if ", " in core:
        fixed = core.replace(", ", ",")
    elif ",," in core:
        fixed = core.replace(",,", ",")
    elif ".." in core and core.count(".") == 2:
        fixed = core.replace("..", ".")
    elif _COMMA_FOR_POINT.match(core) and text[text.index(core) + len(core) :].strip()[:1] in ("m", "b", "k", "%", "p"):
        fixed = core.replace(",", ".")
    elif _POINT_FOR_COMMA.match(core):
        fixed = core.replace(".", ",")
    else:
        return ""
    return text.replace(core, fixed)


def _core(text: str) -> str:
    match = _CORE.search(text)
    return match.group() if match else text


def _count(number: int) -> str:
    return {4: "four", 5: "five", 6: "six"}.get(number, str(number))
