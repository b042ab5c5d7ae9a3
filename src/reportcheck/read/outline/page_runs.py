"""The page numbers that a text in one piece still has -> the runs that can be believed, and the pages they count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate, chain, pairwise

from reportcheck.model import Document, Outline
from reportcheck.read.outline.folios import Folios, read_folios
from reportcheck.records import record

_FEWEST = 5
"""So many numbers make a run."""
_FULL = 0.8
"""This share of a run's numbers must have been found."""
_LEAST, _MOST = 150, 9_000
"""Characters between one page number and the next: a column of figures has fewer, the numbers of chapters more."""
_FRONT = 3
"""A cover and the page behind it seldom print their numbers: a run may begin with this one."""
_COVERED = 0.6
"""The runs must speak for this share of the text before its pages are counted by them."""


@record(frozen=True, slots=True)
class PageRuns:
    """The line and the number of each printed page number, and how many pages their runs go over."""

    marks: tuple[tuple[int, int], ...] = ()
    pages: int = 0


@record(frozen=True, slots=True)
class _Run:
    """Page numbers that rise by one, few of them lost; `begin` and `end` are rows."""

    orders: tuple[int, ...]
    numbers: tuple[int, ...]

    @property
    def span(self) -> int:
        return self.numbers[-1] - self.numbers[0] + 1


def read_page_runs(document: Document, outline: Outline) -> PageRuns:
    """The pages that a text without pages of its own shows; nothing where its bare numbers may be something else."""
    if len(document.pages) != 1 or document.format == "pdf":
        return PageRuns()
    lengths = [0, *accumulate(sum(len(part.text) for part in parts) for parts in outline.rows)]
    kept = _apart(chain.from_iterable(_believed(folios, lengths) for folios in read_folios(document, outline)))
    covered = sum(lengths[run.orders[-1]] - lengths[run.orders[0]] for run in kept)
    if covered < _COVERED * lengths[-1] or not kept:
        return PageRuns()
    found = sorted(pair for run in kept for pair in zip(run.orders, run.numbers, strict=True))
    lines = ((outline.rows[order][0].locate().line, number) for order, number in found)
    pages = sum(run.span for run in kept)
    order, number = found[0]
    if number <= _FRONT and lengths[order] >= _LEAST:
        pages += number - 1
    return PageRuns(tuple((line, n) for line, n in lines if line is not None), pages)


def _apart(runs: Iterable[_Run]) -> list[_Run]:
    """The longest runs, of those that reach into each other only one."""
    kept: list[_Run] = []
    for run in sorted(runs, key=lambda run: (-run.span, run.orders)):
        if all(run.orders[0] > other.orders[-1] or run.orders[-1] < other.orders[0] for other in kept):
            kept.append(run)
    return kept


def _believed(folios: Folios, lengths: list[int]) -> Iterator[_Run]:
    """A numbering cut where a page would be too long or too short, and of its pieces those that are full enough."""
    pairs = list(zip(folios.orders, folios.numbers, strict=True))
    pieces = [pairs[:1]]
    for (order, number), (after, following) in pairwise(pairs):
        size = (lengths[after] - lengths[order]) / (following - number)
        if not _LEAST <= size <= _MOST:
            pieces.append([])
        pieces[-1].append((after, following))
    for piece in pieces:
        if len(piece) >= _FEWEST:
            run = _Run(tuple(order for order, _ in piece), tuple(number for _, number in piece))
            if len(piece) >= _FULL * run.span:
                yield run
