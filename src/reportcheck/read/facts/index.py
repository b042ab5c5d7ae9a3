"""Statements by the digits they print, and the telling weight of the words that two of them share."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import field
from itertools import chain, islice
from typing import Literal

from reportcheck.model import Statement
from reportcheck.quantity import Quantity, comparable_units
from reportcheck.read.facts.slips import Numbers, Printed, Slip, cut, printed_digits, variants
from reportcheck.read.once import once
from reportcheck.records import record

_CAP = 7.0
_LIKE_A_PAPER = 120
"""In a short text no word is common: weigh its words as in a paper of this many sentences and rows."""
_COMMON = 60
"""A figure that is printed more often than this, or that so many are one slip away from, says nothing of its own."""
_MANY = 200
"""A figure that is printed more often is compared with so many of its like: all would take the square of the time."""
Where = Literal["any", "bare", "scaled"]
"""Anywhere; only in tables that leave out their scale; only in tables that give it."""


@record(frozen=True, slots=True)
class Index:
    """Which statements print what, rounded to each power of ten that a figure of the paper is printed to."""

    statements: tuple[Statement, ...]
    by_digits: dict[int, dict[int, list[Statement]]]
    """By power of ten, then by digits."""
    weight: dict[str, float]
    groups: dict[int, list[Statement]]
    tabled: frozenset[str]
    """The words of all rows and columns."""
    known: dict[int, Printed]
    """How the figures of the statements are printed, by quantity: a dozen rules ask for it several times each."""
    numbers: dict[int, Numbers] = field(default_factory=dict)
    """What is printed at a power of ten, for `near`."""
    told: dict[str, list[Statement]] = field(default_factory=lambda: defaultdict(list))
    """The statements of sentences by their words, for `saying`."""
    found: dict[int, tuple[tuple[Statement, Slip], ...]] = field(default_factory=dict)
    """What `near` has found, by statement: several rules ask for the same."""

    @staticmethod
    def of(statements: tuple[Statement, ...]) -> Index:
        """The index of a paper's statements, made once for all the rules that ask for it."""
        return _index(statements)

    def printed(self, quantity: Quantity) -> Printed:
        """How a figure is printed."""
        return self.known.get(id(quantity)) or printed_digits(quantity)

    def digits(self, quantity: Quantity) -> int:
        """How many digits of a figure tell."""
        return self.printed(quantity).telling

    def bits(self, words: Iterable[str]) -> float:
        """How telling words are in this paper: rare ones tell most."""
        # Exact, so that it is the same in whatever order a set gives the words: a tie is settled by the last bit.
        return math.fsum(self.weight.get(word, _CAP) for word in words)

    def beside(self, statement: Statement) -> list[Quantity]:
        """The other figures of a statement's sentence."""
        found = (s.figure for s in self.groups.get(statement.group, ()))
        return [f.quantity for f in found if f is not statement.figure and f.quantity is not None]

    def saying(self, words: frozenset[str]) -> Iterator[Statement]:
        """The statements of sentences that have all of these words."""
        if not self.told:
            for statement in self.statements:
                for word in statement.words if statement.source == "prose" else ():
                    self.told[word].append(statement)
        rarest = min((self.told.get(word, []) for word in sorted(words)), key=len, default=[])
        return (s for s in rarest if words <= s.words)

    def same(self, statement: Statement) -> Iterator[Statement]:
        """The other statements that print the same figure, or one that rounds to it."""
        quantity = statement.figure.quantity
        if quantity is not None:
            for exponent, whole, where in _readings(quantity, self.printed(quantity)):
                yield from _others(statement, self.by_digits.get(exponent, {}).get(whole, []), where)

    def scaled(self, statement: Statement) -> Iterator[Statement]:
        """The sentences that print the same four digits or more, a thousand or a million times as large or as small."""
        quantity = statement.figure.quantity
        if quantity is None or quantity.scale < 1_000_000:
            return
        whole, exponent, _ = self.printed(quantity)
        for shift in (-6, -3, 3, 6):
            alike = self.by_digits.get(exponent + shift, {}).get(whole, [])
            for other in _others(statement, alike, "any"):
                if other.figure.quantity is not None and other.figure.quantity.scale >= 1_000_000:
                    yield other

    def near(self, statement: Statement) -> tuple[tuple[Statement, Slip], ...]:
        """The statements whose figure is one slip away from this one's; none where very many are."""
        known = self.found.get(id(statement))
        if known is None:
            some = tuple(islice(self._near(statement), _COMMON + 1))
            known = self.found[id(statement)] = some if len(some) <= _COMMON else ()
        return known

    def _near(self, statement: Statement) -> Iterator[tuple[Statement, Slip]]:
        quantity = statement.figure.quantity
        if quantity is None:
            return
        for exponent, whole, where in _readings(quantity, self.printed(quantity)):
            if whole < 100:
                continue
            printed = self.by_digits.get(exponent, {})
            numbers = self.numbers.get(exponent)
            if numbers is None:
                numbers = self.numbers[exponent] = Numbers(printed)
            for variant, slip in variants(whole, numbers).items():
                if len(printed[variant]) > _COMMON:
                    continue
                for other in _others(statement, printed[variant], where):
                    found = other.figure.quantity
                    if variant == whole + 1 and found is not None and cut(found.value, exponent) == whole:
                        yield other, "cut"
                    else:
                        yield other, slip


def _others(statement: Statement, alike: list[Statement], where: Where) -> Iterator[Statement]:
    """The statements of a list that can be the same fact."""
    mine = statement.figure
    if mine.quantity is None:
        return
    units = comparable_units(mine.quantity.unit)
    for other in alike[:_MANY]:
        theirs = other.figure.quantity
        if theirs is None or theirs.unit not in units or other.figure is mine:
            continue
        if where == "any" or (other.source == "table" and (theirs.scale == 1) == (where == "bare")):
            yield other


@once
def _index(statements: tuple[Statement, ...]) -> Index:
    known = {
        id(s.figure.quantity): printed_digits(s.figure.quantity) for s in statements if s.figure.quantity is not None
    }
    groups: Counter[str] = Counter()
    members: dict[int, list[Statement]] = defaultdict(list)
    seen: set[int] = set()
    for statement in statements:
        if statement.figure.quantity is None:
            continue
        if statement.source == "prose":
            members[statement.group].append(statement)
        if statement.group not in seen:
            seen.add(statement.group)
            groups.update(statement.words)
    total = max(len(seen) + 2, _LIKE_A_PAPER)
    weight = {word: min(_CAP, math.log2(total / n)) for word, n in groups.items()}
    tabled = frozenset(chain.from_iterable({s.words for s in statements if s.source == "table"}))
    return Index(statements, _by_digits(statements, known), weight, dict(members), tabled, known)


def _by_digits(statements: tuple[Statement, ...], known: dict[int, Printed]) -> dict[int, dict[int, list[Statement]]]:
    """The statements by what their figures look like printed to each coarser power of ten that sentences print to."""
    exponents = {
        exponent
        for s in statements
        if s.source == "prose" and (quantity := s.figure.quantity) is not None
        for exponent, _, _ in _readings(quantity, known[id(quantity)])
    }
    found: dict[int, dict[int, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    coarser: dict[int, list[tuple[int, int, int]]] = {}
    for statement in statements:
        if statement.figure.quantity is None:
            continue
        whole, own, _ = known[id(statement.figure.quantity)]
        found[own][whole].append(statement)
        if own not in coarser:
            coarser[own] = _coarser(own, exponents)
        for least, exponent, step in coarser[own]:
            if whole < least:
                break
            found[exponent][(whole + step // 2) // step].append(statement)
    return found


def _coarser(own: int, exponents: set[int]) -> list[tuple[int, int, int]]:
    """Each coarser power of ten with the least digits that are still seen there, and how many make one."""
    steps = [(exponent, 10 ** (exponent - own)) for exponent in exponents if exponent > own]
    return sorted((10 * step if exponent >= 0 else 10**-own, exponent, step) for exponent, step in steps)


def _readings(quantity: Quantity, printed: Printed) -> list[tuple[int, int, Where]]:
    """A figure's power of ten and digits; then as a table would print it that is in thousands, or in millions."""
    whole, exponent, _ = printed
    found: list[tuple[int, int, Where]] = [(exponent, whole, "any")]
    if quantity.scale > 1:
        found.append((exponent - (len(str(quantity.scale)) - 1), whole, "bare"))
    elif exponent == 0 and whole >= 100_000 and whole % 1000 == 0:
        found += [(0, whole // 1000, "bare"), (3, whole // 1000, "scaled")]
    return found
