"""A broken relation -> what it is known by: the same however pages move, lines shift and other parts are edited."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping

from reportcheck.model import Grid, Relation, Rule

Places = Mapping[tuple[object, ...], str]
"""Where a figure stands -> what its table is called."""


def table_names(grids: tuple[Grid, ...]) -> Places:
    """The captions of tables by the places of their figures, so that two tables of one shape are told apart.

    What a table is called by its place alone, "the second table", is no name: it changes where others come and go.
    """
    return {
        figure.place: name
        for grid in grids
        if (name := grid.table.caption or grid.name) and not name.startswith("the ")
        for row in grid.cells
        for cell in row
        for figure in cell.figures
    }


class Fingerprints:
    """Gives each finding of a paper a name of its own; alike ones are told apart by their order."""

    def __init__(self, tables: Places) -> None:
        self._tables = tables
        self._seen: Counter[str] = Counter()

    def of(self, rule: Rule, relation: Relation) -> str:
        """Sixteen signs made of the rule, the table's name, and the labels and digits of the figures.

        A sentence whose figures have no labels is known by its words.
        """
        evidence = relation.evidence
        table = next((name for e in evidence if (name := self._tables.get(e.figure.place))), "")
        parts = [rule.id, table, *(f"{e.figure.label}|{e.figure.text}" for e in evidence)]
        if not any(e.figure.label for e in evidence):
            parts.append(" ".join(relation.quote.split()))
        basis = "\n".join(parts)
        self._seen[basis] += 1
        return hashlib.sha256(f"{basis}\n{self._seen[basis]}".encode()).hexdigest()[:16]
