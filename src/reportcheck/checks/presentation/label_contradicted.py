"""Labels that their own figures or their siblings contradict: days given in per cent, "more than" among "less than"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from reportcheck.model import Figure, Grid, Paper, Relation, Text
from reportcheck.words import YEAR, pattern

_COUNTED = pattern(
    r"^(?:(?:total|average|mean|median)\s+)?(?:number of|(?:[a-z]+\s+){0,2}(?:days|hours|weeks)\b(?! of))[^\d]{0,60}$",
    re.I,
)
_UNIT = pattern(r"\b(?:days|hours|weeks)\b", re.I)
_SHARE = pattern(
    r"%|per ?cent|percentage|proportion|rate\b|share|ratio|change|variance|growth|increase|target|met\b", re.I
)
_WAIT = pattern(
    r"^(?:percentage|proportion|share|%) of .{3,60}?\b(?P<way>more|longer|over|less|fewer|under|within)(?: than)? "
    r"(?P<count>\d{1,3}) (?:hours|days|weeks|months)\b", re.I
)  # fmt: skip
_PERCENT = pattern(r"(\d{1,3}(?:\.\d+)?)\s?%")
_FLOOR = 80
_PERIOD = pattern(rf"(?:^|\s)({YEAR}\s?[/–-]\s?\d\d(?:\d\d)?)$")
_EMPHASIS = pattern(r"[*_#]+")
_NEAR = 4


class Params(NamedTuple):
    """`unit`: a count given in per cent; `direction`: more among less; `period`: two columns headed alike."""

    test: Literal["unit", "direction", "period"]


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each label that can be held against its figures or its siblings."""
    if params.test == "unit":
        yield from _units(paper)
    elif params.test == "direction":
        yield from _directions(paper)
    else:
        yield from _periods(paper)


def _units(paper: Paper) -> Iterator[Relation]:
    """Rows whose label counts days or things and whose figures are all percentages."""
    for grid in paper.grids:
        if any("%" in head for head in grid.column_labels):
            continue
        for row, cells in enumerate(grid.cells):
            if row in grid.header_rows or not _counts(grid.row_labels[row]):
                continue
            figures = [c.figure for i, c in enumerate(cells) if i not in grid.label_columns and c.figure]
            if len(figures) > 1:
                yield _put_to(grid, row, figures)


def _counts(label: str) -> bool:
    """Whether a row's label says that days or things are counted in it."""
    return bool(label[:1].isupper() and _COUNTED.match(label) and not _SHARE.search(label))


def _put_to(grid: Grid, row: int, figures: list[Figure]) -> Relation:
    """The figures of a row against what its label says that they count."""
    label = grid.row_labels[row]
    shares = [f for f in figures if f.quantity and f.quantity.unit == "percent" and "%" in f.text]
    holds = len(shares) < len(figures)
    first = shares[0] if shares else figures[0]
    what = _UNIT.search(label)
    message = f"The row “{label}” counts {what.group().lower() if what else 'things'}, but prints {first.text}"
    ratio = None if holds else _ratio(grid, row, first)
    message += f": {ratio[0].text} ÷ {ratio[1].text}." if ratio else "."
    return _relation(first, [*figures[1:3], *(ratio or ())], message, holds, label)


def _ratio(grid: Grid, row: int, share: Figure) -> tuple[Figure, Figure] | None:
    """Two figures above in the same column whose quotient the percentage is."""
    column = next((i for i, c in enumerate(grid.cells[row]) if c.figure is share), 0)
    above = [f for cells in grid.cells[:row] if (f := cells[column].figure) and f.quantity and f.quantity.value > 0]
    for part in above:
        for whole in above:
            if share.quantity and part.quantity and whole.quantity and part is not whole:
                quotient = part.quantity.value * 100 / whole.quantity.value
                if abs(quotient - share.quantity.value) <= share.quantity.step / 2:
                    return part, whole
    return None


def _directions(paper: Paper) -> Iterator[Relation]:
    """Among measures "less than N weeks" with a floor as target, one that says "more than"."""
    found: list[tuple[Text, re.Match[str], int]] = []
    for order, parts in enumerate(paper.outline.rows):
        words = parts[0].text
        if len(words) < 160 and words[:1] in "Pp%Ss" and (match := _WAIT.match(words)):
            found.append((parts[0], match, order))
    above = [f for f in found if f[1]["way"].lower() in ("more", "longer", "over")]
    below = [f for f in found if f not in above]
    if len(below) < 2:
        return
    for text, match, order in above:
        near = [f for f in below if abs(f[2] - order) < 60]
        target = _target(paper, order)
        if len(near) < 2 or target is None:
            continue
        value = float(target[1])
        message = (
            f"“{match.group()}” has a target of {target[0].text}: so high a target is a floor, "
            f"and the measures beside it say “{near[0][1]['way']} than {near[0][1]['count']}”."
        )
        stated = Figure(match.group(), text.locate(match.start(), match.end()))
        yield _relation(stated, [target[0]], message, value < _FLOOR, match.group())
    for text, match, _ in below[:1] if not above else ():
        yield _relation(Figure(match.group(), text.locate()), [], "The measures run one way.", True, match.group())


def _target(paper: Paper, order: int) -> tuple[Figure, str] | None:
    """The first percentage after a label: on its own row, or on one of the next."""
    for parts in paper.outline.rows[order : order + _NEAR]:
        for index, part in enumerate(parts):
            match = _PERCENT.search(part.text) if index or parts is not paper.outline.rows[order] else None
            if match:
                return Figure(match.group(), part.locate(match.start(), match.end())), match[1]
    return None


def _periods(paper: Paper) -> Iterator[Relation]:
    """Two columns of one table that are headed with one year, where the columns under them repeat."""
    rows = paper.outline.rows
    ends = [(order, m[1]) for order, parts in enumerate(rows) if (m := _period(parts)) is not None]
    for index in range(1, len(ends)):
        (before, one), (order, two) = ends[index - 1], ends[index]
        if order - before != 1 or _EMPHASIS.sub("", rows[order][0].text).strip() != two:
            continue
        alone = (index < 2 or ends[index - 2][0] < before - 1) and (
            index + 1 == len(ends) or ends[index + 1][0] > order + 14
        )
        if not alone or not _repeats(rows[order + 1 : order + 15]):
            continue
        stated = Figure(two, rows[order][0].locate())
        other = Figure(one, rows[before][0].locate())
        message = f"Two halves of the table are both headed {two}: one of them is another year."
        yield _relation(stated, [other], message, one != two, f"{one} | {two}")


def _period(parts: tuple[Text, ...]) -> re.Match[str] | None:
    if len(parts) > 1 or len(parts[0].text) > 120 or not parts[0].text.rstrip("* ")[-1:].isdecimal():
        return None
    return _PERIOD.search(_EMPHASIS.sub(" ", parts[0].text).strip())


def _repeats(rows: tuple[tuple[Text, ...], ...]) -> bool:
    """Whether the headings under two years stand twice: "Permanent, Other, Total, Permanent, Other, Total"."""
    words = [w for parts in rows for w in re.findall(r"[A-Z][a-z]{3,}", " ".join(p.text for p in parts))]
    return words.count("Total") == 2 and sum(words.count(w) >= 2 for w in set(words)) >= 2


def _relation(stated: Figure, others: list[Figure], message: str, holds: bool, quote: str) -> Relation:
    if holds:
        message = f"“{stated.text}” fits its label and its siblings."
    return Relation.judged("odd-label", stated, holds, message, by=others, quote=quote)
