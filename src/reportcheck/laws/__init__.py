"""Grids -> relations: the arithmetic that a table obeys without being told, and the figure that breaks it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportcheck.laws.averages import find_averages
from reportcheck.laws.bonds import Bond, judge, sum_bonds
from reportcheck.laws.children import find_children
from reportcheck.laws.credible import credible
from reportcheck.laws.echoes import find_echoes
from reportcheck.laws.evidence import ACCEPT, Changes
from reportcheck.laws.exact import judged
from reportcheck.laws.formulas import find_formulas
from reportcheck.laws.heard import listener
from reportcheck.laws.lattice import Lattice, lattice_of
from reportcheck.laws.products import find_products
from reportcheck.laws.quotients import find_quotients, quotient_bonds
from reportcheck.laws.showing import quoted
from reportcheck.laws.steps import find_steps
from reportcheck.laws.sums import differences, find_sums
from reportcheck.laws.suspect import faults, heard_in
from reportcheck.laws.wording import believed, kept, told_of
from reportcheck.model import Grid, Paper, Relation


def arithmetic(paper: Paper) -> Iterator[Relation]:
    """The relations of all tables of a paper."""
    heard = listener(paper)
    for grid in paper.grids:
        yield from relations(grid, heard(grid))


def relations(grid: Grid, heard: frozenset[str] = frozenset()) -> Iterator[Relation]:
    """Every relation that a law of the table asks for, held or broken.

    `heard` are the figures, bare of signs and separators, that stand in the words around the table.
    """
    lattice = lattice_of(grid)
    if lattice is None:
        return
    changes = Changes(lattice)
    bonds = [b for b in _believed(lattice, changes) if b.score >= ACCEPT or b.verdict == "broken"]
    # A row is quoted for each of its bonds, and most rows have several.
    rows = [lattice.spots[bond.stated].row for bond in bonds]
    quotes = {row: quoted(lattice, row) for row in set(rows)}
    for bond, row in zip(bonds, rows, strict=True):
        if bond.verdict != "broken" and not (bond.form == "sum" and len(bond.inputs) == 1):  # x = x verifies nothing.
            yield kept(lattice, bond, quotes[row])
    if all(bond.verdict != "broken" for bond in bonds):
        return
    for fault in faults(lattice, bonds, changes, heard_in(lattice, heard)):
        told = told_of(lattice, fault)
        if believed(lattice, told, fault):
            yield told


def _believed(lattice: Lattice, changes: Changes) -> list[Bond]:
    """The bonds that the table bears out or its labels ask for, with their verdicts."""
    said = [replace(bond, verdict=judge(lattice, bond)) for bond in find_formulas(lattice)]
    known = {frozenset(bond.spots) for bond in said}
    found = [bond for bond in _bonds(lattice, changes) if frozenset(bond.spots) not in known]
    return [*credible(lattice, judged(lattice, found, changes), changes), *said]


def _bonds(lattice: Lattice, changes: Changes) -> Iterator[Bond]:
    """All laws of the table in all their places."""
    products = list(find_products(lattice, lattice.over, changes))
    told = {frozenset(bond.spots) for bond in products}
    placed = list(find_children(lattice, changes))
    known = {(bond.stated, frozenset(bond.inputs)) for bond in placed}
    for view in (lattice.down, lattice.over):
        sums = find_sums(view, changes)
        for law in sums:
            yield from (b for b in sum_bonds(view, law) if (b.stated, frozenset(b.inputs)) not in known)
        yield from find_averages(lattice, view, sums, changes)
        yield from find_echoes(lattice, view, sums, changes)
        for quotient in find_quotients(lattice, view, differences(sums), changes):
            yield from (b for b in quotient_bonds(lattice, view, quotient) if frozenset(b.spots) not in told)
    yield from placed
    yield from find_steps(lattice, changes)
    yield from products
