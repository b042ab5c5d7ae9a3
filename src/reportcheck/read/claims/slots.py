"""The words beside each figure of a sentence, up to the next figure: what it is, by what stands next to it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from reportcheck.model import Span
from reportcheck.patterns import pattern
from reportcheck.read.claims.skeleton import Skeleton
from reportcheck.read.once import once
from reportcheck.records import record
from reportcheck.words.calendar import MONTHS
from reportcheck.words.spans import span_of, span_of_mark

_PARTED = pattern(r"[ -](?:halves|thirds|quarters|fifths|sixths|eighths|tenths|twelfths)\b")
"""After what is no count: two thirds."""

_LED = pattern(r"(?:^|[,;:.] )D ?[-:] ?$")
"""Before a figure that its year leads: "2021 - 140, 2022 - 175"."""
_MONTH = pattern(rf"\b(?:in|for|at|by|of) (?:the end of )?({'|'.join(MONTHS)})\b")


@record(frozen=True, slots=True)
class Slots:
    """Figures between two places of a skeleton's text. Years and references are words here."""

    frame: Skeleton
    text: str
    start: int
    end: int
    places: tuple[int, ...]
    """Where they stand, in order."""

    def of(self, letters: str) -> list[int]:
        """The places of figures of these kinds."""
        return [at for at in self.places if self.text[at] in letters]

    def previous(self, at: int) -> int:
        """The place of the figure before; -1 where there is none."""
        earlier = bisect_left(self.places, at)
        return self.places[earlier - 1] if earlier else -1

    def next(self, at: int) -> int:
        """The place of the figure after; -1 where there is none."""
        later = bisect_right(self.places, at)
        return self.places[later] if later < len(self.places) else -1

    def before(self, at: int) -> str:
        """The words between the figure before and this one."""
        return self.text[max(self.start, self.previous(at) + 1) : at]

    def after(self, at: int) -> str:
        """The words between this figure and the next."""
        following = self.next(at)
        return self.text[at + 1 : following if following >= 0 else self.end]

    @property
    def words(self) -> str:
        """All of it."""
        return self.text[self.start : self.end]

    @property
    def spans(self) -> frozenset[Span]:
        """The times that it names."""
        marks = (m for at, m in self.frame.marks.items() if self.start <= at < self.end)
        return frozenset(span for mark in marks if (span := span_of_mark(mark)))

    def time(self, at: int) -> tuple[int, int]:
        """The year and the month, as far as they are told, that a figure's words name; nothing where none, or two."""
        after = self.after(at)
        led = _LED.search(self.text, max(self.start, at - 8), at)
        first, last = (led.start(), at) if led else (at, at + len(after))
        times = (m.text for p, m in self.frame.marks.items() if first <= p <= last and self.text[p] == "D")
        span = next((span for text in times if (span := span_of(text))), None)
        if span:
            return span.last.year, span.last.month
        months = {MONTHS[m.group(1)] for m in _MONTH.finditer(after)}
        return (0, next(iter(months))) if len(months) == 1 else ()  # type: ignore[return-value]


@once
def told(frame: Skeleton) -> tuple[Slots, ...]:
    """The sentences of a passage, each with its figures."""
    return tuple(slots_of(frame, start, end) for start, end in frame.sentences())


def slots_of(frame: Skeleton, start: int, end: int) -> Slots:
    """The figures of a sentence, or of several."""
    text, marks = frame.text, frame.marks
    places = (at for at in marks if start <= at < end and text[at] in "NIMPQ" and not _PARTED.match(text, at + 1))
    return Slots(frame, text, start, end, tuple(places))
