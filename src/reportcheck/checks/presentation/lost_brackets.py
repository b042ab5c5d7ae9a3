"""A figure that a sum takes off, printed without the brackets that it has in another table of the paper."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from reportcheck.model import Figure, Grid, Paper, Relation
from reportcheck.words import pattern

_LESS = pattern(r"\b(?:less|minus|deduct)", re.I)
_LONG = pattern(r"\d,\d{3}")


class Params(NamedTuple):
    """How many figures of the column must be in brackets."""

    brackets: int = 3


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each figure in brackets that two tables share, and for each that lost them in one."""
    brackets = _in_brackets(paper.grids)
    for found in brackets.values():
        if any(grid is not found[0][0] for grid, _ in found):
            (_, figure), (_, twin) = found[:2]
            message = f"{figure.label} is printed as {figure.text} in both tables."
            yield Relation.judged("two-tables", figure, True, message, by=(twin,))
    for relation in paper.arithmetic if brackets else ():
        taken = _taken_off(relation) if relation.kind == "difference" else None
        if taken is not None and _key(taken) in brackets:
            yield from _bare(paper, taken, relation, brackets[_key(taken)], params.brackets)


def _in_brackets(grids: tuple[Grid, ...]) -> dict[tuple[str, str], list[tuple[Grid, Figure]]]:
    """The longer figures that tables print in brackets, with the tables, by what they are called."""
    found: dict[tuple[str, str], list[tuple[Grid, Figure]]] = defaultdict(list)
    for grid in grids:
        for cell in itertools.chain.from_iterable(grid.cells):
            if "(" in cell.text and (f := cell.figure) and _bracketed(f) and f.label and _LONG.search(f.text):
                found[_key(f)].append((grid, f))
    return found


def _bare(
    paper: Paper, figure: Figure, relation: Relation, twins: list[tuple[Grid, Figure]], least: int
) -> Iterator[Relation]:  # fmt: skip
    """The relation for a figure that is taken off without brackets, if its own column uses them."""
    for grid in paper.grids:
        for r, row in enumerate(grid.cells):
            column = next((c for c, x in enumerate(row) if x.figure and x.figure.place == figure.place), None)
            if column is None:
                continue
            twin = next((f for other, f in twins if other is not grid), None)
            if twin is None or not _brackets_here(grid, column, least):
                return
            message = (
                f"{figure.label} is printed as {figure.text}, but the sum takes it off ({relation.sum}), and it is "
                f"printed as {twin.text} on {twin.location.spot}: its brackets are missing."
            )
            yield Relation.judged(
                "presentation",
                figure,
                False,
                message,
                by=(twin,),
                sum=relation.sum,
                better=twin.text,
                quote=grid.row_text(r),
            )
            return


def _taken_off(relation: Relation) -> Figure | None:
    """The one figure that is printed positive and goes into a sum, which holds, with a minus."""
    if relation.verdict != "held" or len(relation.evidence) < 3:
        return None
    stated, *inputs = relation.evidence
    known = [e.figure.quantity for e in relation.evidence]
    if stated.figure.quantity is None or None in known:
        return None
    values = [q.value for q in known[1:] if q]
    excess = sum(values, Decimal(0)) - stated.figure.quantity.value
    room = sum((q.step for q in known if q), Decimal(0))
    taken = [e.figure for e, v in zip(inputs, values, strict=True) if v > 0 and abs(excess - 2 * v) <= room]
    if len(taken) != 1 or not _LONG.search(taken[0].text) or not taken[0].label or _LESS.search(taken[0].label):
        return None
    return taken[0]


def _key(figure: Figure) -> tuple[str, str]:
    """What a row is called and its figure's digits."""
    return " ".join(figure.label.lower().split()), re.sub(r"[^\d.]", "", figure.text)


def _bracketed(figure: Figure) -> bool:
    return "(" in figure.text and figure.quantity is not None and figure.quantity.value < 0


def _brackets_here(grid: Grid, column: int, least: int) -> bool:
    """Whether a column sets what it takes off in brackets, and no label says "less"."""
    found = sum((f := row[column].figure) is not None and _bracketed(f) for row in grid.cells)
    return found >= least and not any(_LESS.search(label) for label in grid.row_labels)
