"""Labelled shares of a sentence against the rows of a table that has their amounts and a total."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache, reduce
from typing import Literal, NamedTuple

from reportcheck.checks.judging import printed_like, relation
from reportcheck.model import Claim, Figure, Grid, Interval, Paper, Relation
from reportcheck.words import pattern, stem

_WORD = pattern(r"[a-z]{3,}")
_INITIAL = pattern(r"([a-z])[a-z]{2,}")
_EMPTY = frozenset({"and", "the", "for", "net", "total", "other"})


class Params(NamedTuple):
    """Whether the rule speaks for labels that are rows, or for long-term and short-term parts of a rate."""

    of: Literal["rows", "terms"]
    least: int = 2
    """How many labels have to fit a table before the others are judged by it."""


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """The labelled shares of the paper's sentences."""
    if params.of == "terms":
        yield from (found for claim in paper.claims_of("terms") if (found := _terms(claim)))
        return
    for claim in paper.claims_of("label-shares"):
        best: list[Relation] = []
        for grid in paper.grids:
            judged = _against(claim, grid, params.least)
            best = max(best, judged, key=lambda some: sum(r.verdict == "held" for r in some))
        yield from best


def _terms(claim: Claim) -> Relation | None:
    """A long-term and a short-term rate make the overall one."""
    wholes = [f for f, role in zip(claim.figures, claim.roles, strict=True) if role == "whole"]
    parts = [f.quantity for f, role in zip(claim.figures, claim.roles, strict=True) if role == "part" and f.quantity]
    if len(parts) != 2:
        return None
    added = parts[0].interval + parts[1].interval
    right = printed_like(parts[0].value + parts[1].value, parts[0])
    done = f"{parts[0].bare} + {parts[1].bare} = {right}"
    for whole in wholes:
        if whole.quantity and added.overlaps(whole.quantity.interval):
            return relation(claim, "held", f"{whole.quantity.bare} is the sum of its 2 parts.", stated=whole, sum=done)
    near = [f for f in wholes if f.quantity and abs(f.quantity.value - parts[0].value - parts[1].value) <= 1]
    if not near or near[0].quantity is None:
        return None
    message = (
        f"Long-term {parts[0].bare} and short-term {parts[1].bare} make {right}, "
        f"but {near[0].quantity.bare} is given as the rate of both."
    )
    return relation(claim, "broken", message, stated=near[0], sum=done, confidence="medium")


def _against(claim: Claim, grid: Grid, least: int) -> list[Relation]:
    """The shares against one grid: nothing, unless most of the labels are its rows and fit."""
    shares = [f for f, role in zip(claim.figures, claim.roles, strict=True) if role == "share"]
    rows: list[int] = []
    for label in claim.words:
        row = _row_of(label, grid)
        if row is None:
            return []
        rows.append(row)
    if len(set(rows)) < least:
        return []
    for total in _totals(grid, max(rows)):
        for column in range(len(grid.cells[total])):
            base = grid.cells[total][column].figure
            amounts = [f for row in rows if (f := grid.cells[row][column].figure) and f.quantity]
            if base and base.quantity and base.quantity.value > 0 and len(amounts) == len(rows):
                found = _judged(claim, grid, shares, amounts, base)
                if sum(r.verdict == "held" for r in found) >= least:
                    return found
    return []


def _row_of(label: str, grid: Grid) -> int | None:
    """The row that a label names, by its words or by their first letters."""
    words = set(_words(label)) - _EMPTY
    short = label.lower() if len(label) > 2 else ""
    text, initials = _in_small_letters(grid.row_labels)
    # Hardly any table can have the name at all, and there are thousands of rows to ask.
    if short not in initials and "sss" not in text and not (words and all(word.rstrip("y") in text for word in words)):
        return None
    for row, of_row in enumerate(map(_words, grid.row_labels)):
        named = (words and words <= set(of_row)) or short == "".join(word[:1] for word in of_row)
        if of_row and named and "total" not in of_row:
            return row
    return None


@lru_cache(maxsize=4096)
def _in_small_letters(labels: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The labels of a table in small letters, and the first letters of each one's words."""
    texts = [label.lower() for label in labels]
    return "\n".join(texts), tuple("".join(_INITIAL.findall(text)) for text in texts)


@lru_cache(maxsize=16384)
def _words(label: str) -> tuple[str, ...]:
    """A label's words as stems, kept because each claim is held against every table."""
    return tuple(stem(w) for w in _WORD.findall(label.lower()))


def _totals(grid: Grid, after: int) -> Iterator[int]:
    """The rows called totals that stand after a row, the nearest first."""
    return (r for r in range(after + 1, len(grid.row_labels)) if "total" in grid.row_labels[r].lower())


def _judged(claim: Claim, grid: Grid, shares: list[Figure], amounts: list[Figure], base: Figure) -> list[Relation]:
    """Each share against its amount, and the share that they are said to make together against their sum."""
    found = [r for s, a in zip(shares, amounts, strict=True) if (r := _one(claim, grid, s, [a], base))]
    whole = claim.named("whole")
    if whole and whole.quantity and all(s.quantity for s in shares):
        printed = sum((s.quantity.value for s in shares if s.quantity), Decimal(0))
        if printed == whole.quantity.value and len(found) == len(shares):
            together = _one(claim, grid, whole, amounts, base)
            found += [together] if together else []
    return found


def _one(claim: Claim, grid: Grid, share: Figure, amounts: list[Figure], base: Figure) -> Relation | None:
    quantities = [a.quantity for a in amounts if a.quantity]
    if share.quantity is None or base.quantity is None or not quantities:
        return None
    added = reduce(Interval.__add__, (q.counted for q in quantities))
    exact = added / base.quantity.counted * Interval.exact(100)
    value = sum((q.value for q in quantities), Decimal(0)) / base.quantity.value * 100
    right = printed_like(value, share.quantity)
    top = " + ".join(q.bare for q in quantities)
    top = f"({top})" if len(quantities) > 1 else top
    done = f"{top} ÷ {base.quantity.bare} = {printed_like(value, share.quantity, 1)}"
    held = exact.overlaps(share.quantity.interval)
    message = f"{share.quantity.bare} is right by {grid.name}."
    if not held:
        message = f"A share is printed as {share.quantity.bare}, but by {grid.name} it is {right}: {done}."
    alone = replace(claim, figures=(share,), roles=("share",))
    return relation(
        alone, "held" if held else "broken", message, stated=share, by=(*amounts, base), suspect=True, sum=done,
        confidence="medium", better=right, why=done,
    )  # fmt: skip
