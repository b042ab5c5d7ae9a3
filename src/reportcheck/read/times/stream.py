"""The rows of a paper as one text, in which what is found is located again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple, Protocol

from reportcheck.model import Confidence, Figure, Location, Outline, Relation, Text, excerpt
from reportcheck.read.once import once
from reportcheck.words.calendar import weekday_before
from reportcheck.words.sentences import sentence_at


class Placed(Protocol):
    """What is printed at text[start:end] of a paper: a time, an hour."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


class Stream(NamedTuple):
    """All rows one after another: a line break between two, a blank within a paragraph, a tab between two cells."""

    text: str
    starts: tuple[int, ...]
    """Where each part begins."""
    parts: tuple[Text, ...]
    rows: tuple[int, ...]
    """The row of the outline that each part is of."""

    @staticmethod
    def of(outline: Outline) -> Stream:
        """The text of a paper, row by row."""
        return read_stream(outline.rows, outline.goes_on)

    def row(self, at: int) -> int:
        """The row of the outline that stands at `at`."""
        return self.rows[bisect_right(self.starts, at) - 1]

    def locate(self, start: int, end: int) -> Location:
        """Where text[start:end] stands; over several lines, where its first part does."""
        index = bisect_right(self.starts, start) - 1
        begin = start - self.starts[index]
        return self.parts[index].locate(begin, min(end - self.starts[index], len(self.parts[index].text)))

    def figure(self, start: int, end: int, label: str = "") -> Figure:
        """text[start:end] as evidence."""
        return Figure(" ".join(self.text[start:end].split()), self.locate(start, end), label=label)

    def line(self, at: int) -> tuple[int, int]:
        """Where the row that stands at `at` begins and ends."""
        end = self.text.find("\n", at)
        return self.text.rfind("\n", 0, at) + 1, len(self.text) if end < 0 else end

    def judged(
        self, kind: str, at: Placed | tuple[int, int], message: str, *, holds: bool, better: str = "", reason: str = "",
        others: Iterable[Placed | tuple[int, int]] = (), confidence: Confidence = "high", sure: bool = True,
    ) -> Relation:  # fmt: skip
        """What is printed at one place, put to the test by what stands at `others`, and shown in its row."""
        start, stop = _ends(at)
        begin, end = self.line(start)[0], self.line(max(stop - 1, start))[1]
        return Relation.judged(
            kind, self.figure(start, stop), holds, message, by=(self.figure(*_ends(other)) for other in others),
            suspect=sure, confidence=confidence, better=better, why=reason, sure=sure,
            quote=excerpt(self.text[begin:end], start - begin, stop - begin),
        )  # fmt: skip

    def sentence(self, at: int) -> str:
        """The sentence of a row that stands at `at`."""
        begin, end = self.line(at)
        start, stop = sentence_at(self.text[begin:end], at - begin)
        return self.text[begin + start : begin + stop]

    def weekday(self, at: int) -> int | None:
        """The weekday that stands just before `at`, counted from Monday."""
        return weekday_before(self.text, at)

    def page(self, at: int) -> int:
        """The page of the file that `at` stands on."""
        pieces = self.parts[bisect_right(self.starts, at) - 1].pieces
        return pieces[0].page if pieces else 1


def _ends(at: Placed | tuple[int, int]) -> tuple[int, int]:
    return (at[0], at[1]) if isinstance(at, tuple) else (at.start, at.end)


@once
def read_stream(rows: tuple[tuple[Text, ...], ...], goes_on: frozenset[int] = frozenset()) -> Stream:
    """The rows of an outline as one text."""
    pieces: list[str] = []
    starts: list[int] = []
    orders: list[int] = []
    parts: list[Text] = []
    at = 0
    for order, row in enumerate(rows):
        for index, part in enumerate(row):
            starts.append(at)
            orders.append(order)
            parts.append(part)
            end = " " if order + 1 in goes_on else "\n"
            pieces += (part.text.replace("\n", " "), "\t" if index + 1 < len(row) else end)
            at += len(part.text) + 1
    return Stream("".join(pieces), tuple(starts), tuple(parts), tuple(orders))
