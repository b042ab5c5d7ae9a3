"""Largest and lowest in words against the column of a table: "the largest overspend is in Adults (£7.3m)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from reportcheck.checks.judging import in_sentences
from reportcheck.model import Figure, Grid, Paper, Quantity, Relation, Statement
from reportcheck.read.facts import Index
from reportcheck.words import SMALL, pattern, stems

_ORDER = {"second": 2, "third": 3, "fourth": 4, "fifth": 5}
_SUPER = (
    r"\b(?:(?P<order>second|third|fourth|fifth)[ -])?"
    r"(?:(?P<high>largest|highest|biggest|greatest"
    r"|(?<=the )most(?! (?:of|recent|likely|notabl|significant|important|urgent)))"
    r"|(?P<low>lowest|smallest|fewest|(?<=the )least))\b"
)
_AHEAD = pattern(rf"{_SUPER}(?P<gap>[^.;:]{{3,110}}?)[(\s]$", re.IGNORECASE)
_BEHIND = pattern(
    rf"[)]?,? (?:which is |is |was |being )?(?:by far )?the {_SUPER}(?P<gap>[^.;:\d]{{0,60}})", re.IGNORECASE
)
_PARTIAL = pattern(
    rf"\b(?:one of|among|amongst|some of|next|joint|(?!one\b){SMALL}|top|bottom|several|since"
    r"|ever|record|nationally|region\w*|country|county|england|last|previous|years?|months?|quarters?|are|were|within"
    r"|of (?:this|these|which|those|that|whom|it)|single|element|reason|factor|driver|contributor|because|due to"
    r"|increase|decrease|rise|fall|growth|from|and|between"
    r"|reduction|change|movement|than|paid|per|each)\b",
    re.IGNORECASE,
)
_TOTAL = pattern(
    r"\b(?:total|sub-?total|overall|all|net|gross|average|mean|england|council|trust|grand|sum|of which)\b"
    r"|^\W*(?:others?|rest|remain\w*|misc\w*|sundry|unknown|not (?:stated|known|recorded|given))\b",
    re.I,
)
"""Rows that are no peers of the others: what they are together, and what is left of them."""
_LISTED = pattern(r"\b(?:respectively|ranging|ranged|ranges)\b", re.IGNORECASE)
_SCOPE = pattern(
    r"(?:^|[.;:]\s+|^\W*[\d.]+\s+)(?:(?:In|Within|For|Across|Of|Among|At) (?:the )?[A-Z]"
    r"|(?:Of|Among|Amongst|Within|Outside|Excluding|Apart from)\b)"
)
_WORDS = ("largest", "highest", "lowest", "smallest", "biggest", "greatest", "fewest", "the most", "the least")
_LEAST = 3
_BESIDE = 16
"""How many characters may lie between a row's name and the figure that is said to be its."""


class Params(NamedTuple):
    """How many pages from the sentence its table may stand."""

    pages: int = 3


class _Said(NamedTuple):
    """What a sentence says of a figure: which place it has, from the top or from the bottom."""

    statement: Statement
    place: int
    high: bool
    word: str


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """Each figure of a sentence that is said to be the largest or the lowest, where a table has it in a column."""
    index: Index | None = None
    for statement in in_sentences(paper.statements):
        if not any(word in statement.quote for word in _WORDS):
            continue
        said = _said(statement)
        if said is None:
            continue
        index = index or Index.of(paper.statements)
        cells = [c for c in index.same(statement) if _meant(paper, statement, c, params)]
        found = _judged(paper, said, cells)
        if found:
            yield found


def _said(statement: Statement) -> _Said | None:
    quantity = statement.quantity
    if quantity.approximate or quantity.blank:
        return None
    match = _AHEAD.search(statement.before) or _BEHIND.match(statement.after)
    if match is None:
        return None
    around = f"{statement.before[max(0, match.start() - 24) : match.start()]} {match['gap']}"
    if _PARTIAL.search(around if match.re.pattern == _AHEAD.pattern else match["gap"]) or _LISTED.search(
        statement.quote
    ):
        return None
    order = (match["order"] or "").lower()
    word = match["high"] or match["low"]
    return _Said(statement, _ORDER.get(order, 1), bool(match["high"]), f"{order} {word}".strip().lower())


def _meant(paper: Paper, statement: Statement, cell: Statement, params: Params) -> bool:
    """Whether a cell is what the sentence speaks of: near by, and its row is named whole."""
    if cell.table < 0 or statement.pages_from(cell) > params.pages or _TOTAL.search(cell.before):
        return False
    label = stems(cell.before)
    if not label or not label <= stems(statement.quote):
        return False
    match = _AHEAD.search(statement.before)
    if match is None:
        return True
    size = len(cell.before) + _BESIDE
    return any(label <= stems(words[-size:]) for words in (statement.before, statement.before[: match.start()]))


def _judged(paper: Paper, said: _Said, cells: list[Statement]) -> Relation | None:
    """Held where a column bears the sentence out; broken where every column with the figure gives it another place."""
    wrong: list[tuple[Statement, list[tuple[str, Figure]]]] = []
    for cell in cells:
        peers = _peers(paper.grids[cell.table], cell)
        if len(peers) < _LEAST:
            continue
        ahead = [(label, f) for label, f, q in peers if _before(q, cell.quantity, said.high)]
        if len(ahead) == said.place - 1:
            return _relation(said, cell, [])
        wrong.append((cell, ahead))
    if not wrong or len(wrong) < len(cells) or any(_is_of_part(paper, paper.grids[c.table], c, said) for c, _ in wrong):
        return None
    return _relation(said, *wrong[0], holds=False)


def _is_of_part(paper: Paper, grid: Grid, cell: Statement, said: _Said) -> bool:
    """Whether the heading, or the words that open a sentence, name a part of the table that alone is spoken of."""
    quote = said.statement.quote
    passage = next((p for p in paper.passages if quote in p.text.text), None)
    if passage is None or _SCOPE.search(passage.text.text[: passage.text.text.find(quote) + len(quote)]):
        return True
    peers = {label for label, *_ in _peers(grid, cell)}
    figured = {grid.row_labels[row] for row, cells in enumerate(grid.cells) if cells[cell.column].figure}
    labels = peers if len(figured - peers) <= 1 else figured
    named = [stems(label) for label in labels if label != grid.row_labels[cell.row]]
    return any(label and label <= stems(passage.heading) for label in named)


def _peers(grid: Grid, cell: Statement) -> list[tuple[str, Figure, Quantity]]:
    """The figures of the cell's column that are of its kind, totals left out; none where the kinds are mixed."""
    found = []
    for row, cells in enumerate(grid.cells):
        figure = cells[cell.column].figure
        if figure is None or figure.quantity is None or figure.quantity.blank or row in grid.header_rows:
            continue
        if not _TOTAL.search(grid.row_labels[row]) and grid.row_labels[row]:
            found.append((grid.row_labels[row], figure, figure.quantity, cells[cell.column].bold))
    if len({q.unit for _, _, q, _ in found}) > 1 or len({bold for *_, bold in found}) > 1:
        return []
    values = [q.value for _, _, q, _ in found]
    step = max((q.step for _, _, q, _ in found), default=Decimal(0))
    return [(label, f, q) for n, (label, f, q, _) in enumerate(found) if not _is_sum(values, n, step)]


def _is_sum(values: list[Decimal], at: int, step: Decimal) -> bool:
    """Whether a figure is the sum of two or more that stand right above or right below it."""
    for way in (-1, 1):
        total, number, here = Decimal(0), 0, at + way
        while 0 <= here < len(values) and number < 40:
            total, number, here = total + values[here], number + 1, here + way
            if number > 1 and abs(total - values[at]) <= step * (number + 1) / 2:
                return True
    return False


def _before(one: Quantity, other: Quantity, high: bool) -> bool:
    """Whether a figure surely stands before the other: further from nought on its side, or below it."""
    if high and other.value < 0:
        return one.value < other.value
    return one.value > other.value if high else one.value < other.value


def _relation(said: _Said, cell: Statement, ahead: list[tuple[str, Figure]], *, holds: bool = True) -> Relation:
    one, where = said.statement, f"the column “{cell.after}” ({cell.figure.location.spot})"
    text = one.quantity.bare
    message = f"{text} is the {said.word} of {where}."
    if not holds and ahead:
        label, figure = ahead[0]
        more = (
            f" and {len(ahead) - 1} more rows" if len(ahead) > 2 else f" and “{ahead[1][0]}”" if len(ahead) > 1 else ""
        )
        rest = "come" if len(ahead) > 1 else "comes"
        message = (
            f"{text} is said to be the {said.word}, but in {where} “{label}” ({figure.text}){more} {rest} before it."
        )
    elif not holds:
        message = f"{text} is said to be the {said.word}, but in {where} nothing comes before it."
    return Relation.judged(
        "rank-in-table",
        one.figure,
        holds,
        message,
        by=(cell.figure, *(f for _, f in ahead)),
        confidence="medium",
        quote=" ".join(one.quote.split()),
    )
