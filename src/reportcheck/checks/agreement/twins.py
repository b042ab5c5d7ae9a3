"""A row or a column that two tables print: what else they share tells that they are one, and one figure differs."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from reportcheck.checks.judging import listed
from reportcheck.model import Paper, Quantity, Relation, Statement
from reportcheck.read.facts import Index
from reportcheck.words import agree, contradict, pattern, stems, surely

_MOST = 12
"""A figure that stands in more tables than this tells no row."""
_WORD = pattern(r"[a-z0-9]+")
_EXCLUDES = pattern(r"\b(?:not|without|exclud\w*|excl|inclu\w*|incl|before|after|net of|less)\b", re.IGNORECASE)
_YEAR = pattern(r"\b(?:fy ?)?(?:19|20)?\d\d(?: ?[/–-] ?(?:20)?\d\d)?\b")
Line = tuple[int, int]
"""A row, by its group, or a column, by its table and number, negative."""


class Params(NamedTuple):
    """How many figures two lines must share, and how many digits these must have together."""

    shared: int = 2
    digits: int = 8
    rows: int = 2
    telling: int = 16
    """How many figures of two columns of other years must be the same, and how many characters they have together."""


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for the one figure in which two rows, or two columns, of two tables differ."""
    index = Index.of(paper.statements)
    cells = [s for s in paper.statements if s.table >= 0 and _plain(s.quantity)]
    told: set[frozenset[object]] = set()
    for by_row in (True, False):
        lines: dict[Line, list[Statement]] = defaultdict(list)
        for cell in cells:
            lines[_line(cell, by_row)].append(cell)
        for one, other in _alike(index, cells, by_row):
            if not by_row and (shifted := _shifted(lines[one], lines[other], params)):
                if (tables := frozenset((one[0], other[0]))) not in told:
                    told.add(tables)
                    yield shifted
                continue
            found = _compared(paper, lines[one], lines[other], by_row, params)
            if found is not None and (places := frozenset(e.figure.place for e in found.evidence)) not in told:
                told.add(places)
                yield found


def _plain(quantity: Quantity) -> bool:
    return not quantity.blank and quantity.value != 0 and quantity.unit != "percent"


def _line(cell: Statement, by_row: bool) -> Line:
    return (cell.table, cell.row if by_row else -1 - cell.column)


def _alike(index: Index, cells: list[Statement], by_row: bool) -> Iterator[tuple[Line, Line]]:
    """Rows, or columns, of two tables that share figures of three digits or more."""
    by_value: dict[Decimal, list[Statement]] = defaultdict(list)
    for cell in cells:
        if index.digits(cell.quantity) >= 3:
            by_value[cell.quantity.value].append(cell)
    shared: Counter[tuple[Line, Line]] = Counter()
    for alike in by_value.values():
        if 2 <= len(alike) <= _MOST:
            pairs = {
                (_line(a, by_row), _line(b, by_row))
                for i, a in enumerate(alike)
                for b in alike[i + 1 :]
                if a.table != b.table
            }
            shared.update(pairs)
    return (pair for pair, count in sorted(shared.items()) if count > 1)


def _compared(
    paper: Paper, one: list[Statement], other: list[Statement], by_row: bool, params: Params
) -> Relation | None:
    """What two lines say of each other: all the same, or one pair of cells that differ where all others do not."""
    pairs = _named(one, other, by_row)
    if by_row and len(pairs) <= params.shared:
        pairs = _aligned(one, other)
    alike = [a for a, b in pairs if _same(a, b)]
    apart = [(a, b) for a, b in pairs if not _same(a, b)]
    values = {s.quantity.value for s in alike}
    digits = sum(len(str(abs(int(v)))) for v in values)
    if len(apart) > 1 or len(values) < params.shared or digits < params.digits:
        return None
    if not apart:
        return _agree(pairs, by_row)
    a, b = apart[0]
    if not _lines_agree(paper, a, b, by_row) or _elsewhere(a, other) or _elsewhere(b, one):
        return None
    return _relation(a, b)


def _same(one: Statement, other: Statement) -> bool:
    """Whether two cells print one figure; a scale that is told over one table only makes no other of it."""
    return abs(one.quantity.interval).overlaps(abs(other.quantity.interval)) or one.figure.text.strip(
        "()-"
    ) == other.figure.text.strip("()-")


def _shifted(one: list[Statement], other: list[Statement], params: Params) -> Relation | None:
    """A column under one year that has, row by row, the figures that another table has under another year."""
    mine, theirs = one[0].after.lower(), other[0].after.lower()
    years = [set(_YEAR.findall(head)) for head in (mine, theirs)]
    if not all(years) or years[0] == years[1] or _YEAR.sub("", mine) != _YEAR.sub("", theirs):
        return None
    same = [(a, b) for a, b in _named(one, other, by_row=False) if a.figure.text == b.figure.text]
    texts = {a.figure.text for a, _ in same}
    if len(texts) < params.rows or sum(map(len, texts)) < params.telling:
        return None
    shown = listed([a.figure.text for a, _ in same])
    first, second = same[0]
    return Relation.judged(
        "twins",
        [a.figure for a, _ in same[: params.rows]],
        False,
        f"The column “{first.after}” has {shown}, which are the figures of “{second.after}” on "
        f"{second.figure.location.spot}.",
        by=[b.figure for _, b in same[: params.rows]],
        suspect=False,
        confidence="medium",
        quote=first.quote,
    )


def _named(one: list[Statement], other: list[Statement], by_row: bool) -> list[tuple[Statement, Statement]]:
    """The cells of two rows whose columns have one name, or of two columns whose rows have."""
    names = [Counter(_name(cell, by_row) for cell in line) for line in (one, other)]
    found = {_name(cell, by_row): cell for cell in other}
    return [
        (cell, found[name])
        for cell in one
        if (name := _name(cell, by_row)) and names[0][name] == names[1][name] == 1 and _comparable(cell, found[name])
    ]


def _name(cell: Statement, by_row: bool) -> frozenset[str]:
    return _words(cell.after if by_row else cell.before)


@lru_cache(maxsize=4096)
def _words(name: str) -> frozenset[str]:
    """The words of a row's or a column's name, which each of its cells has."""
    return frozenset(_WORD.findall(name.lower()))


def _comparable(one: Statement, other: Statement) -> bool:
    a, b = one.quantity, other.quantity
    return a.comparable(b) and agree(one.spans, other.spans)


def _aligned(one: list[Statement], other: list[Statement]) -> list[tuple[Statement, Statement]]:
    """The cells of two rows by what stands between figures that are the same: one figure in each."""
    from difflib import SequenceMatcher

    mine, theirs = ([s.quantity.value for s in line] for line in (one, other))
    found: list[tuple[Statement, Statement]] = []
    at = to = 0
    for a, b, size in SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks():
        if a - at == b - to == 1 and _comparable(one[at], other[to]):
            found.append((one[at], other[to]))
        found += zip(one[a : a + size], other[b : b + size], strict=True)
        at, to = a + size, b + size
    return found


def _lines_agree(paper: Paper, one: Statement, other: Statement, by_row: bool) -> bool:
    """Whether the two rows, or columns, can be one: no opposed word, a word in common or one time."""
    mine, theirs = (one.before, other.before) if by_row else (one.after, other.after)
    if contradict(mine, theirs):
        return False
    if contradict(*(paper.grids[s.table].table.over for s in (one, other))):
        return False
    a, b = stems(mine), stems(theirs)
    if not by_row and not a and not b:
        return surely(one.spans, other.spans) or not (one.spans or other.spans)
    alike = a == b or (len(a & b) > 1 and 3 * len(a & b) >= 2 * min(len(a), len(b)))
    return bool(a & b) and alike and _excludes(mine) == _excludes(theirs)


def _excludes(label: str) -> bool:
    return _EXCLUDES.search(label) is not None


def _elsewhere(cell: Statement, others: list[Statement]) -> bool:
    """Whether the other line has this figure too, under another name."""
    return any(o.quantity.value == cell.quantity.value for o in others)


def _agree(pairs: list[tuple[Statement, Statement]], by_row: bool) -> Relation:
    one, other = pairs[0]
    name = one.figure.label if by_row else one.figure.period
    message = f"“{name}” is the same in another table ({other.figure.location.spot})."
    return Relation.judged(
        "twins", [a.figure for a, _ in pairs], True, message, by=[b.figure for _, b in pairs], quote=one.quote
    )


def _relation(one: Statement, other: Statement) -> Relation:
    return Relation.judged(
        "twins",
        (one.figure, other.figure),
        False,
        f"{one.figure.text} in {one.figure.row_and_column}, but {other.figure.text} in {other.figure.row_and_column} "
        f"({other.figure.location.spot}), and what stands beside them is the same.",
        suspect=False,
        at=one.figure.location,
        confidence="medium",
        quote=one.quote,
    )
