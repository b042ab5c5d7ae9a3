"""A passage -> its skeleton: words in lower case and each figure a capital letter, so that short patterns read it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from reportcheck.model import Claim, Mark, Passage
from reportcheck.patterns import pattern
from reportcheck.quantity import MONEY, Quantity
from reportcheck.records import record
from reportcheck.words.hedges import hedge_before
from reportcheck.words.numbers import SMALL, count_of, first_spelt

_UNITS: dict[str | None, str] = {**dict.fromkeys(MONEY, "M"), "percent": "P", "points": "Q", "bps": "Q"}
_KINDS = {"year": "D", "period": "D", "date": "D", "ordinal": "O", "reference": "R", "malformed": "X"}
_WORD = pattern(rf"\b{SMALL}\b(?![-–]\w)")
_DROPPED = "*\\_\u00ad"
_SIGNS = (*((sign, "") for sign in _DROPPED), ("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("–", "-"), ("—", "-"))
"""What a skeleton has for them: nothing, or the plain sign."""
_SHORTENED = pattern(r"\b(?:vs|nos?|approx|mr|mrs|ms|dr|st|co|inc|ltd|e\.g|i\.e|ref|paras?|rs|[a-z])$")
"""What ends with a full stop that ends no sentence."""
_COMPOUND = pattern(
    r"(?:\d|\b(?:long|short|year|month|non|co|on|well|mid|part|full|half|self|one|two|three|re|pre|post))$"
)
"""Before a hyphen that belongs to its word, though a line ends there."""
_BACK = pattern(r"\b(?:previous|preceding|prior|past|last|latest|next|coming|following)[ -]$")
_LONG = pattern(r"[ -](?:calendar |financial |fiscal |full )?(?:years?|quarters?|months?|weeks?|days?|hours?)\b")
"""Before and after the number of a length of time, which is no amount: "the previous 12 months"."""
_POINTS = pattern(r" points?\b")
"""After a number that is told of percentages: points of them."""
_SPACE = pattern(r"\s(?:\s+|(?<! ))")
"""White space that is more than one blank."""


@record(frozen=True, slots=True)
class Skeleton:
    """`text` with N for a count, M money, P per cent, Q points, D a date or period, O an ordinal, R a reference.

    I is the word "one", X a malformed figure. `marks` has the mark that stands behind each of these letters.
    """

    passage: Passage
    text: str
    marks: dict[int, Mark]
    letters: str
    """These letters in order: no other capital stands in `text`, so they tell at once what cannot be found in it."""

    def has(self, least: int, kinds: str) -> bool:
        """Whether one of these kinds of figure comes so many times."""
        return any(self.letters.count(kind) >= least for kind in kinds)

    def claim(self, kind: str, named: dict[str, int], words: tuple[str, ...] = ()) -> Claim:
        """What the figures at these places of the skeleton are said to be to each other."""
        ordered = sorted((at, role) for role, at in named.items())
        return self.claim_of(kind, ordered, words)

    def claim_of(self, kind: str, ordered: list[tuple[int, str]], words: tuple[str, ...] = ()) -> Claim:
        """The same from places and roles in order; a role can come more than once."""
        marks = [self.marks[at] for at, _ in ordered]
        return Claim(
            kind,
            self.passage,
            min(m.start for m in marks),
            max(m.end for m in marks),
            tuple(self.passage.figure(m) for m in marks),
            tuple(role.rstrip("0123456789") for _, role in ordered),
            words,
        )

    def starts(self, claim: Claim) -> frozenset[int]:
        """Where in the passage the figures of a claim on it begin."""
        marks = list(self.marks.values())
        first, last = (bisect_left(marks, at, key=lambda mark: mark.start) for at in (claim.start, claim.end))
        within = {(m.text, self.passage.text.locate(m.start, m.end)): m.start for m in marks[first:last]}
        return frozenset(within.get((f.text, f.location), -1) for f in claim.figures)

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Where the sentences of the skeleton's text start and end."""
        start = at = 0
        while (stop := self.text.find(". ", at)) >= 0:
            at = stop + 2
            if not _SHORTENED.search(self.text, max(start, stop - 8), stop):
                yield start, stop
                start = at
        yield start, len(self.text)

    def quantity(self, at: int) -> Quantity:
        """The quantity behind the letter at that place."""
        found = self.marks[at].quantity
        assert found is not None
        return found


def skeleton(passage: Passage) -> Skeleton | None:
    """The skeleton of a passage; None where it holds no figure, in digits or in words."""
    if first_spelt(passage.text.text) < 0 and not any(m.quantity for m in passage.marks):
        return None
    lowered = _unbroken(_lower(passage.text.text), passage)
    marks = _with_words(lowered, passage)
    if not any(m.quantity for m in marks):
        return None
    signs = [pair for pair in _SIGNS if pair[0] in lowered]
    parts: list[str] = []
    placed: dict[int, Mark] = {}
    letters: list[str] = []
    at, size = _numbered(passage), 0
    rates = sum(m.quantity is not None and m.quantity.unit == "percent" for m in marks) > 1
    for found in marks:
        if found.start < at:
            continue
        mark = _in_points(found, passage.text.text) if rates else found
        between, letter = _plain(lowered[at : mark.start], signs), _letter(mark)
        if letter == "N" and _BACK.search(between) and _LONG.match(lowered, mark.end):
            letter = "D"
        opened = "(" if mark.text.startswith("(") else ""
        closed = ")" if mark.text.endswith(")") else ""
        parts += [between, opened, letter, closed]
        letters.append(letter)
        placed[size + len(between) + len(opened)] = mark
        size += len(between) + len(opened) + 1 + len(closed)
        at = mark.end
    parts.append(_plain(lowered[at:], signs))
    return Skeleton(passage, "".join(parts), placed, "".join(letters))


def _in_points(mark: Mark, text: str) -> Mark:
    """A number as percentage points where that word follows it."""
    quantity, word = mark.quantity, _POINTS.match(text, mark.end)
    if quantity is None or quantity.unit is not None or word is None:
        return mark
    printed = text[mark.start : word.end()]
    return Mark(mark.kind, mark.start, word.end(), printed, replace(quantity, text=printed, unit="points"))


def _unbroken(lowered: str, passage: Passage) -> str:
    """The text with a soft hyphen where a line's end breaks a word: "de-" and "crease"."""
    for piece in passage.text.pieces[1:] if "-" in lowered else ():
        at = piece.start
        if lowered[at - 1 : at] == "-" and lowered[at : at + 1].isalpha() and not _COMPOUND.search(lowered, 0, at - 1):
            lowered = f"{lowered[: at - 1]}\u00ad{lowered[at:]}"
    return lowered


def _plain(text: str, signs: list[tuple[str, str]]) -> str:
    """The text with plain signs for these, and one blank where there is white space."""
    for sign, instead in signs:
        text = text.replace(sign, instead)
    # What can be printed has no white space but blanks.
    return text if text.isprintable() and "  " not in text else _SPACE.sub(" ", text)


def _letter(mark: Mark) -> str:
    if mark.quantity is None:
        return _KINDS.get(mark.kind, "R")
    if mark.text.lower() == "one":
        return "I"
    return "X" if mark.kind == "malformed" else _UNITS.get(mark.quantity.unit, "N")


def _lower(text: str) -> str:
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _with_words(lowered: str, passage: Passage) -> list[Mark]:
    """The marks and, between them, the numbers that are written as words."""
    numbered = _numbered(passage)
    marks = tuple(m for m in passage.marks if m.start >= numbered and not _share_in_words(m))
    first = first_spelt(passage.text.text)
    words = list(_numbers_in_words(lowered, passage.text.text, first)) if first >= 0 else []
    if not words:
        return list(marks)
    starts = [m.start for m in marks]
    free = [w for w in words if not _overlaps(w, marks, bisect_left(starts, w.end))]
    return sorted([*marks, *free], key=lambda m: m.start)


def _overlaps(word: Mark, marks: tuple[Mark, ...], after: int) -> bool:
    """Whether the last mark that begins before the word's end reaches into it."""
    return after > 0 and marks[after - 1].end > word.start


def _numbered(passage: Passage) -> int:
    """How many characters a paragraph number takes with its space; a bare number may be a figure."""
    if not passage.number or not any(mark in passage.number for mark in ".()"):
        return 0
    text, end = passage.text.text, len(passage.number)
    return end + len(text[end:]) - len(text[end:].lstrip())


def _share_in_words(mark: Mark) -> bool:
    """Whether it is "half" or the like, which stays a word of the sentence."""
    quantity = mark.quantity
    shared = quantity is not None and quantity.approximate and quantity.unit == "percent"
    return shared and "cent" not in mark.text and not any(c.isdigit() for c in mark.text)


def _numbers_in_words(lowered: str, text: str, first: int) -> Iterator[Mark]:
    for match in _WORD.finditer(lowered, first):
        value = count_of(match.group())
        printed = text[match.start() : match.end()]
        yield Mark("figure", match.start(), match.end(), printed, Quantity(match.group(), Decimal(value)))


def hedges_of(text: str, places: dict[str, int]) -> tuple[str, ...]:
    """Which figures are hedged, as "percent nearly", for the places of a skeleton's text."""
    found = ((role, hedge_before(text, at)) for role, at in places.items())
    return tuple(f"{role} {hedge.words}" for role, hedge in found if hedge)
