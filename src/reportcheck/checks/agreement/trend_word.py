"""A rise or a fall told without figures against the row of a table near it: "a fall in the number of enquiries"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from reportcheck.model import Figure, Grid, Location, Paper, Passage, Relation, Span
from reportcheck.read.prose import holding
from reportcheck.words import TURN, pattern, sentence_at, spans_in, stems

_UP = r"increases?|rises?|growth"
_DOWN = r"decreases?|reductions?|falls?|drops?|declines?"
_HOW = r"noticeable|significant|further|continued|steady|marked|sharp|slight|general|considerable|small|large|overall"
_NUMBER = r"(?:number|volume|level)s?"
_TOLD = pattern(
    rf"\b(?:with|saw|seen|been|was|is|experienced|shows?|had|despite|due to|reflects|following) "
    rf"(?P<said>(?:an?|the) (?:(?:{_HOW}) )?(?:(?P<up>{_UP})|(?P<down>{_DOWN})) in (?:the |our )?(?:overall |total )?"
    rf"{_NUMBER} of (?P<what>[a-z][^.;:,()\d]{{3,60}}))",
    re.IGNORECASE,
)
_VERB_TOLD = pattern(
    rf"\b(?P<said>{_NUMBER} of (?P<what>[a-z][a-z ]{{3,40}}?) (?:has|have) (?:(?:also|again|continued to) )?"
    r"(?:(?P<up>increased?|risen|rise|grown|grow)|(?P<down>decreased?|fallen|fall|declined?|dropped|drop|reduced?)))\b",
    re.IGNORECASE,
)
_NUMBER_OF = pattern(r"[NnVvLl](?i:umber|olume|evel)(?i:s? of )")
"""What both forms have in them; from a set of letters on, so that most places are passed over at once."""
_OTHER = pattern(
    r"\b(?:national\w*|nationwide|england|region\w*|elsewhere|will|would|could|may|might|should|if|target|plan\w*"
    r"|expect\w*|forecast\w*|project\w*|anticipat\w*|hope\w*|aim\w*|since|quarter|month|between|past|decade"
    r"|over the last|years|months|before|19\d\d|20\d\d)\b",
    re.IGNORECASE,
)
"""Words of a sentence that is not about what the paper's own years were."""
_NEUTRAL = stems("initial new received recorded reported made overall annual")
"""What a row's label may say more than the sentence and still be of the same things."""
_YEARS = 3
_LINES = 60


class YearRow(NamedTuple):
    """A row of a table with two columns that are one year and the next."""

    label: str
    stems: frozenset[str]
    before: Figure
    now: Figure

    @property
    def at(self) -> Location:
        """Where the figure of the last year stands."""
        return self.now.location


class Params(NamedTuple):
    """By how many per cent the row must have moved the other way."""

    least: Decimal = Decimal(5)


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each such sentence that names one row of one table near it."""
    rows: list[YearRow] | None = None
    for passage in holding(paper.passages, "number", "volume", "level"):
        text = passage.text.text
        if not _NUMBER_OF.search(text):
            continue
        for form in (_TOLD, _VERB_TOLD):
            for match in form.finditer(text):
                if _is_of_now(passage, match):
                    rows = [r for r in _year_rows(paper) if _counts(r)] if rows is None else rows
                    yield from _judged(passage, match, rows, params)


def _is_of_now(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the sentence tells of the paper's own year: no figures, no other time, no other place, no hopes."""
    text = passage.text.text
    start, end = sentence_at(text, match.start())
    figures = any(m.quantity for m in passage.marks if start <= m.start < end)
    return not figures and not _OTHER.search(text, start, end)


def _year_rows(paper: Paper) -> Iterator[YearRow]:
    """The last two years of the rows whose columns are years in order."""
    for grid in paper.grids:
        years = _years(grid)
        for number, cells in enumerate(grid.cells if len(years) >= _YEARS else ()):
            before, now = (cells[column].figure for _, column in years[-2:])
            if number in grid.header_rows or not before or not now or not before.quantity or not now.quantity:
                continue
            if not before.quantity.blank and not now.quantity.blank and before.quantity.unit == now.quantity.unit:
                label = " ".join(grid.row_labels[number].split())
                yield YearRow(label, stems(label), before, now)


def _years(grid: Grid) -> list[tuple[Span, int]]:
    """The columns that are years, where they stand in order."""
    found = [(min(spans), c) for c, label in enumerate(grid.column_labels) if len(spans := spans_in(label)) == 1]
    in_order = sorted(found) == found and len({span for span, _ in found}) == len(found)
    return found if in_order else []


def _counts(row: YearRow) -> bool:
    """Whether the row counts things."""
    return row.before.number.unit in (None, "count") and row.before.number.value > 0


def _judged(passage: Passage, match: re.Match[str], rows: list[YearRow], params: Params) -> Iterator[Relation]:
    what = stems(_thing(match))
    here = passage.text.locate(match.start(), match.end())
    found = [r for r in rows if what and what <= r.stems <= what | _NEUTRAL and _near(here, r.at)]
    if len(found) != 1:
        return
    row, up = found[0], bool(match["up"])
    before, now = row.before.number, row.now.number
    moved = (now.value - before.value) / before.value * 100
    holds = moved > 0 if up else moved < 0
    if not holds and (abs(moved) < params.least or now.interval.overlaps(before.interval)):
        return
    yield _told(passage, match, row, holds=holds)


def _near(here: Location, there: Location) -> bool:
    """Whether a row stands on the sentence's page or beside it; in a text without pages, some lines off."""
    if here.line is not None and there.line is not None:
        return abs(here.line - there.line) <= _LINES
    return abs(here.page - there.page) <= 1


def _thing(match: re.Match[str]) -> str:
    """What is said to have risen or fallen, up to a word that turns away."""
    return TURN.split(match["what"], maxsplit=1)[0].rstrip()


def _told(passage: Passage, match: re.Match[str], row: YearRow, *, holds: bool) -> Relation:
    before, now = row.before, row.now
    more = now.number.value - before.number.value
    end = match.end("said") if match.re.pattern == _VERB_TOLD.pattern else match.start("what") + len(_thing(match))
    said = " ".join(match.string[match.start("said") : end].split())
    message = (
        f"The sentence tells of “{said}”, but the row “{row.label}” ({row.at.spot}) has {before.text} for "
        f"{before.period} and {now.text} for {now.period}, {abs(more):,f} {'more' if more > 0 else 'fewer'}."
    )
    if holds:
        message = f"“{said}” fits {before.text} and then {now.text}."
    at = passage.text.locate(match.start("said"), match.end("said"))
    figure = Figure(said, at)
    text = passage.text.text
    start, end = sentence_at(text, match.start())
    return Relation.judged(
        "trend-word",
        figure,
        holds,
        message,
        by=(before, now),
        suspect=False,
        sum=f"{now.text} - {before.text} = {more:,f}",
        at=at,
        confidence="medium",
        quote=" ".join(text[start:end].split()),
    )
