"""The numbers of a paper with which papers go on: ranges of cheques, minutes, "year 4 of 5", minutes approved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from reportcheck.model import Figure, Location, Paper, Run
from reportcheck.model.kept import RunKind
from reportcheck.patterns import pattern
from reportcheck.read.outline.folios import read_folios
from reportcheck.read.times.paper import Times
from reportcheck.words.numbers import COUNT, count_of
from reportcheck.words.stems import stems

_NO = r"(?:numbers?\b|nos?\b\.?|\#|№)"
_RANGE = pattern(
    rf"(?<![-\w])(?:(checks?|cheques?|vouchers?|warrants?)\s+(?:{_NO}\s*)?"
    rf"|(payments?|receipts?|orders?|invoices?|sheets?|folios?)\s+{_NO}\s*)(?:from\s+)?(?:{_NO}\s*)?(?<![£$€])"
    rf"(\d{{1,6}})\s*(?:to|through|thru|until|--?-?|[–—])\s*(?:{_NO}\s*)?"
    rf"(\d{{1,6}})(?![\d,.]*\d|/|\s*(?:%|days|weeks|months|years|people))",
    re.I,
)  # fmt: skip
_STEP = pattern(
    rf"\b(year|month|quarter|instal?lment|phase|payment)\s+({COUNT})\s+(?:of|out\s+of)\s+(?:an?\s+|the\s+)?({COUNT})\b",
    re.I,
)
_MINUTE = pattern(r"(?m)^\W{0,4}(\d{1,4})/(\d{1,4})(?![\d/])[.:)]?\s+\S")
_APPROVE = r"\b(?:approv|adopt|confirm|accept|agree|sign)\w*"
_APPROVAL = pattern(rf"(?:{_APPROVE}\b[^.;\n]{{0,60}}?)?\bminutes\b[^.;\d\n]{{0,70}}$", re.I)
_SAYS_SO = pattern(_APPROVE, re.I)
_APPROVED = pattern(rf"^[^.;]{{0,120}}{_APPROVE}", re.I)
_OTHER = pattern(
    r"\b(?:special|extra\w*|emergency|annual|budget|audit|planning|finance|committee|working|closed|public|work|joint|"
    r"organi[sz]ational|board of)\b",
    re.I,
)
_FEWEST = 3
_FIRST = 9
"""A paper whose pages begin with a higher number is a part of something longer."""


class _Found(NamedTuple):
    """A match in the text of a paper."""

    kind: RunKind
    what: str
    first: int
    last: int
    start: int
    end: int
    unit: str = ""


def read_runs(paper: Paper) -> Iterator[Run]:
    """Every number of a paper that other papers of its body go on with."""
    times = Times.of(paper.outline)
    stream = times.stream
    text = stream.text.replace("\\", " ")  # Markdown escapes the sign of numbers: "\#8128".
    for found in (*_ranges(text), *_steps(text), *_minutes(text), *_approvals(times)):
        begin, end = stream.line(found.start)
        quote = " ".join(stream.text[begin:end].split())
        yield Run(
            found.kind, found.what, found.first, found.last,
            stream.figure(found.start, found.end, found.what), quote[:300], found.unit,
        )  # fmt: skip

    yield from _sheets(paper)


def _sheets(paper: Paper) -> Iterator[Run]:
    """The printed numbers of the pages of a minute book, which begin where the paper before ends."""
    for folios in read_folios(paper.document, paper.outline):
        numbers = folios.numbers
        runs = len(numbers) > 1 and tuple(range(numbers[0], numbers[-1] + 1)) == numbers
        if folios.paged and runs and numbers[0] > _FIRST:
            figure = Figure(str(numbers[0]), Location(folios.pages[0]), label="page")
            yield Run("range", "page", numbers[0], numbers[-1], figure, f"Page {numbers[0]}", "book")
            return


def _ranges(text: str) -> Iterator[_Found]:
    """ "Cheques 101 to 130": numbers that rise, of one length or the next, that are no years."""
    for match in _RANGE.finditer(text):
        first, last = int(match[3]), int(match[4])
        years = 1900 <= first <= 2100 and 1900 <= last <= 2100
        if 0 < last - first < 1_000 and first > 20 and not years and not match[3].startswith("0"):
            yield _Found("range", (match[1] or match[2]).lower().rstrip("s"), first, last, match.start(3), match.end(4))


def _steps(text: str) -> Iterator[_Found]:
    """ "Year 4 of 5": the words of its row, or around it in a sentence, say of what."""
    for match in _STEP.finditer(text):
        at, of = count_of(match[2]), count_of(match[3])
        begin, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
        row = text[begin : end if end >= 0 else len(text)]
        cells = [cell for cell in row.split("\t") if match.group() in cell]
        around = cells[0] if cells else row
        words = sorted(stems(around.replace(match.group(), " ")))
        if 0 < at <= of and len(words) >= 2:
            yield _Found("step", " ".join(words), at, of, match.start(), match.end(), match[1].lower())


def _minutes(text: str) -> Iterator[_Found]:
    """The numbers of a paper's minutes, "55/20" or "20/55", where three or more of one year rise one by one."""
    found = list(_MINUTE.finditer(text))
    for number, year in ((1, 2), (2, 1)):
        values, years = [int(m[number]) for m in found], {m[year] for m in found}
        rising = sum(b - a == 1 for a, b in pairwise(values))
        if len(years) == 1 and len(found) >= _FEWEST and rising >= 0.8 * (len(found) - 1) and values[0] < values[-1]:
            first = found[0]
            yield _Found("range", "minute", values[0], values[-1], first.start(1), first.end(2), years.pop())


def _approvals(times: Times) -> Iterator[_Found]:
    """Days whose minutes are approved, but for those of other meetings than the body's regular ones."""
    text = times.stream.text
    for time in times.times:
        day = time.date
        if day is None:
            continue
        before, after = text[max(0, time.start - 150) : time.start], text[time.end : time.end + 140]
        match = _APPROVAL.search(" ".join(before.split("\n")))
        if match is None or not (_SAYS_SO.search(match.group()) or _APPROVED.search(after)):
            continue
        if not _OTHER.search(match.group() + after[:40]):
            yield _Found("approval", "minutes", day.year * 10_000 + day.month * 100 + day.day, 0, time.start, time.end)
