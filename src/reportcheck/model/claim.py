"""What words assert over figures: claims, and what figures of a sentence are to each other."""

from __future__ import annotations

from typing import Literal

from reportcheck.model.meaning import Figure, Passage
from reportcheck.quantity import Quantity
from reportcheck.records import record

Law = Literal["balance", "share", "growth", "product", "tally", "direction", "whole", "periods", "lasting", "rest",
              "twice", "one whole", "portion"]  # fmt: skip


@record(frozen=True, slots=True)
class Term:
    """A figure of a reckoning, with the words that hedge it."""

    figure: Figure
    hedge: str = ""
    sign: int = 1
    """1 where it is added or multiplied, -1 where it is taken off or divides; of "periods" how many make the longer."""

    @property
    def quantity(self) -> Quantity:
        """What its figure says: only numbers are reckoned with."""
        return self.figure.number


@record(frozen=True, slots=True)
class Reckoning:
    """What figures of a sentence are to each other: `stated` comes of `inputs`.

    A balance is the sum of its inputs by their signs, a share is part and whole, growth old and new, a product price
    and count, a tally and a whole their parts; a direction is told of old and new, or of budget and actual. "periods"
    is a rate told for a longer time, "lasting" a sum and what it is spent at, a rest what a part leaves of a whole,
    a portion what a rate makes of an amount (added to it, or taken off, by its way),
    "twice" an amount in words and in digits, "one whole" a part, then parts and percentages that tell its whole.
    """

    law: Law
    stated: Term
    inputs: tuple[Term, ...]
    way: int = 0
    """1 where words say that it went up, or over; -1 for down or under."""
    word: str = ""
    """The word that says so; of a price exact; of a whole what parts are: all, some, part, listed, tail, unsaid."""
    sure: int = 2
    """3 where words join the figures in one form, 2 where no other figure of the sentence can be meant, 1 where others
    could be, 0 where no word bears it out."""
    tries: int = 1
    """How many ways there were to read its figures, of which this one comes nearest."""


@record(frozen=True, slots=True)
class Claim:
    """What words assert over figures: `roles` name the figures one by one ("part", "base", "percent")."""

    kind: str
    passage: Passage
    start: int
    end: int
    figures: tuple[Figure, ...]
    roles: tuple[str, ...]
    words: tuple[str, ...] = ()
    """The words that decide it, such as ("rose",) or ("nearly", "half")."""
    reckoning: Reckoning | None = None
    """What its figures are to each other, in claims of the kind "reckoned", which have no roles in words."""

    def named(self, role: str) -> Figure | None:
        """The first figure in that role."""
        return next((f for f, r in zip(self.figures, self.roles, strict=True) if r == role), None)

    def quantity(self, role: str) -> Quantity | None:
        """The quantity in that role."""
        figure = self.named(role)
        return figure.quantity if figure else None


def reckoned(passage: Passage, start: int, end: int, reckoning: Reckoning) -> Claim:
    """The claim that figures, of one passage or several, are this to each other."""
    figures = tuple(term.figure for term in (*reckoning.inputs, reckoning.stated))
    return Claim("reckoned", passage, start, end, figures, ("figure",) * len(figures), (), reckoning)
