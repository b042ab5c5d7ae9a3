"""What a paper does by habit, learned from its figures, and how surprising, in bits, is one that does otherwise."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from math import log2

Chain = tuple[Hashable, ...]
"""The contexts of a figure, from the widest to the narrowest: the paper's tables, one table, one column."""
_EVEN = 0.5
"""What is expected where nothing is known: one way or the other."""


class Habits:
    """How often each way of printing is met in each context.

    What is expected of a figure is what its widest context would have it be, corrected by each narrower one: a column
    of codes among columns of amounts has a habit of its own. Every other figure counts once, in the narrowest context
    that it shares with the one that is judged, which is not counted itself.
    """

    def __init__(self, seen: Iterable[tuple[Chain, str]]) -> None:
        self.counts: dict[Hashable, Counter[str]] = defaultdict(Counter)
        for (chain, way), count in Counter(seen).items():
            for context in chain:
                self.counts[context][way] += count
        self.totals = {context: ways.total() for context, ways in self.counts.items()}
        self.known: dict[tuple[Chain, str], float] = {}

    def bits(self, chain: Chain, way: str) -> float:
        """How surprising it is that a figure in these contexts is printed in this way: none where it is alone."""
        if (chain, way) not in self.known:
            self.known[chain, way] = self._bits(chain, way)
        return self.known[chain, way]

    def _bits(self, chain: Chain, way: str) -> float:
        expected = _EVEN
        for index, context in enumerate(chain):
            inner, within = 1, 1
            if index + 1 < len(chain):
                inner, within = self.counts[chain[index + 1]][way], self.totals[chain[index + 1]]
            expected = (self.counts[context][way] - inner + expected) / (self.totals[context] - within + 1)
        return -log2(expected)

    def alone(self, chain: Chain) -> bool:
        """Whether nothing else stands in any of these contexts."""
        return self.totals[chain[0]] <= 1

    def usual(self, chain: Chain, way: str, least: int) -> tuple[str, int, int]:
        """The other way that is usual, how many have it, and in which context: the narrowest that shows."""
        for index in range(len(chain) - 1, -1, -1):
            count, usual = max(((n, w) for w, n in self.counts[chain[index]].items() if w != way), default=(0, ""))
            if count >= least or not index:
                return usual, count, index
        return "", 0, 0
