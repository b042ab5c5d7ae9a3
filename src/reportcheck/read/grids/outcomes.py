"""A Grid -> the outcome that each of its rows has: a column of Yes and No, of colours, or a target beside a result."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportcheck.model import Grid, GridCell
from reportcheck.patterns import pattern
from reportcheck.quantity import Quantity
from reportcheck.records import record

_HEAD = pattern(
    r"\b(?:met|achieved|achieving|on (?:target|track)|rag|status|rating|rated|outcome|result|colour|pass(?:ed)?"
    r"|progress|complete[d]?|position|performance|target)\b",
    re.IGNORECASE,
)
_ASKS = pattern(r"\b(?:met|achieved|achieving|on (?:target|track)|pass(?:ed)?|completed?)\b", re.IGNORECASE)
_RATED = pattern(r"\b(?:rag|status|rating|rated|colour)\b", re.IGNORECASE)
_EDGES = pattern(r"^[\s*_(\[●•■○]+|[\s*_)\].●•■○]+$")
_WORDS = {
    "met": "met|achieved|on target|on track|above target|at target|exceeded|target met|complete|completed|passed"
    "|delivered|met target|on schedule|✓ met",
    "missed": "not met|missed|not achieved|below target|off target|off track|behind|failed|overdue|target missed"
    "|target not met|not on track|not delivered|behind schedule|not complete|not completed|unmet",
    "open": "n/a|not due|not yet due|no data|-|–|—|tbc|not reported|not available|not applicable|no target|partly met"
    "|partially met|partly|partial|in progress|ongoing|to follow|awaited|suspended|not started|not rated|grey|blue",
    "red": "red", "amber": "amber", "green": "green",
}  # fmt: skip
_VALUES = {word: outcome for outcome, words in _WORDS.items() for word in words.split("|")}
_ANSWERS = {
    "yes": "met",
    "y": "met",
    "✓": "met",
    "✔": "met",
    "no": "missed",
    "n": "missed",
    "✗": "missed",
    "✘": "missed",
}
_LETTERS = {"r": "red", "a": "amber", "g": "green"}
_LEAST = 3
_DIGIT = pattern(r"\d")
_AIMS = ("target", "standard", "goal")
_TARGET = pattern(r"\b(?:target|standard|goal)\b(?! date)", re.IGNORECASE)
_RESULT = pattern(r"\b(?:actual|result|performance|achieved|achievement|outturn|current|latest)\b", re.IGNORECASE)
_MORE = pattern(
    r"\b(?:within|on time|in time|answered|satisf\w+|attend\w+|response rate|recycl\w+|collected|approved|recruited"
    r"|trained|passed|good or outstanding|completed|visited|available|availability|uptake|delivered|supported)\b",
    re.IGNORECASE,
)
_LESS = pattern(
    r"\b(?:days?|weeks|waits?|waiting|time taken|sickness|absence|turnover|vacanc\w+|complaints?|errors?|missed"
    r"|late|overdue|cost|arrears|voids?|delay\w*|backlog|falls|infections?|deaths|incidents?|accidents?|emissions"
    r"|cancelled|homeless\w*"
    r"|re-?offend\w*|breaches|not in education|overspend|outstanding|unresolved|average time)\b",
    re.IGNORECASE,
)
_SIGNS = ((pattern(r"[≥>]|\b(?:at least|or more|or above|minimum)\b"), 1),
          (pattern(r"[≤<]|\b(?:at most|no more|or fewer|or less|or below|maximum|under)\b"), -1))  # fmt: skip


@record(frozen=True, slots=True)
class Outcomes:
    """What a table tells of its rows: the column it stands in, and an outcome for each row; "" where it is not told."""

    column: str
    rows: tuple[tuple[int, str], ...]
    columns: tuple[int, ...] = ()
    """Which columns of the grid those are: one of outcomes, or the target and the result."""

    def told(self, outcome: str) -> tuple[int, int]:
        """How many rows surely have an outcome, and how many may have it."""
        sure = sum(1 for _, found in self.rows if found == outcome)
        return sure, sure + sum(1 for _, found in self.rows if not found)


def read_outcomes(grid: Grid) -> Iterator[Outcomes]:
    """Each column that tells the outcome of its rows, or the target and the result that do."""
    first, heads = len(grid.header_rows), grid.column_labels
    if first == len(grid.cells) > _LEAST:
        first, heads = 1, tuple(cell.text for cell in grid.cells[0])
    if len(grid.cells) - first < _LEAST:
        return
    found = False
    for column, head in enumerate(heads):
        # What most columns have is told by their first cell, and headings can be as long as a paragraph.
        if column and not _counts(grid, first, column) and _HEAD.search(head):
            rows = tuple((r, value) for r, value in _column(grid, first, column, head) if value)
            if len(rows) >= _LEAST:
                found = True
                yield Outcomes(head, rows, (column,))
    if not found:
        yield from _compared(grid, first)


def _counts(grid: Grid, first: int, column: int) -> bool:
    """Whether a column opens with a figure or a date: no outcome has digits."""
    opening = next((text for row in grid.cells[first:] if (text := row[column].text.strip())), "")
    return _DIGIT.search(opening) is not None


def _column(grid: Grid, first: int, column: int, head: str) -> list[tuple[int, str]]:
    """The outcomes of a column's cells; none where it holds anything else."""
    found: list[tuple[int, str]] = []
    for r in range(first, len(grid.cells)):
        text = _EDGES.sub("", grid.cells[r][column].text).lower()
        if not text and not grid.cells[r][column].text.strip():
            continue
        value = _VALUES.get(text) or _VALUES.get(grid.cells[r][column].text.strip())
        value = value or (_ANSWERS.get(text) if _ASKS.search(head) else None)
        value = value or (_LETTERS.get(text) if _RATED.search(head) else None)
        if value is None:
            return []
        found.append((r, value))
    kinds = {value for _, value in found} - {"open"}
    return found if kinds and not (kinds & {"red", "amber", "green"} and kinds & {"met", "missed"}) else []


def _compared(grid: Grid, first: int) -> Iterator[Outcomes]:
    """Met and missed by a target beside a result; a row that may be either is left open."""
    aims = {c for c, head in enumerate(grid.column_labels) if _aims(head)}
    if not aims:
        return
    told = {c for c, head in enumerate(grid.column_labels) if _RESULT.search(head)}
    targets, results = sorted(aims - told), sorted(told - aims)
    if len(targets) != 1:
        return
    if len(results) != 1:
        return
    rows = []
    for r in range(first, len(grid.cells)):
        target, result = grid.cells[r][targets[0]], grid.cells[r][results[0]]
        one, two = _quantity(target), _quantity(result)
        if one is None and two is None:
            continue
        if one is None or two is None or one.unit != two.unit or one.scale != two.scale:
            rows.append((r, ""))
        else:
            rows.append((r, _met(grid.row_labels[r], target.text, one, two)))
    if len(rows) >= _LEAST and any(value for _, value in rows):
        heads = f"{grid.column_labels[targets[0]]}” and “{grid.column_labels[results[0]]}"
        yield Outcomes(heads, tuple(rows), (targets[0], results[0]))


def _aims(head: str) -> bool:
    """Whether a heading names a target; its words are asked for first, as any letters that a pattern takes for them."""
    folded = head.casefold()
    return any(word in folded for word in _AIMS) and _TARGET.search(head) is not None


def _quantity(cell: GridCell) -> Quantity | None:
    figure = cell.figure
    return figure.quantity if figure and figure.quantity and not figure.quantity.blank else None


def _met(label: str, printed: str, target: Quantity, result: Quantity) -> str:
    """ "met", "missed", or "" where it is not told whether more is better."""
    if result.value == target.value:
        return "met"
    way = next((way for form, way in _SIGNS if form.search(printed)), 0)
    if not way:
        more, less = bool(_MORE.search(label)), bool(_LESS.search(label))
        if more == less or (more and target.unit != "percent"):
            return ""
        way = 1 if more else -1
    if target.interval.overlaps(result.interval):
        return ""
    return "met" if (result.value > target.value) == (way > 0) else "missed"
