"""Words that round a figure or bound it -> what it can then stand for: "about" has two sides, "at least" has one."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from reportcheck.patterns import pattern
from reportcheck.quantity import Interval, Quantity
from reportcheck.records import record

Way = Literal["near", "short", "past", "over", "under"]
"""Near a figure; a little short of it, a little past it; anywhere over it, anywhere under it."""

_PHRASES: tuple[tuple[Way, tuple[str, ...]], ...] = (
    ("near", ("about", "around", "approximately", "approx.", "approx", "roughly", "some", "circa", "c.", "c",
              "ca.", "ca", "close to", "in the region of")),
    ("short", ("nearly", "almost", "approaching", "just under", "just below", "just short of", "slightly under",
               "slightly below", "slightly less than", "a little under", "a little less than")),
    ("past", ("just over", "just above", "slightly over", "slightly above", "slightly more than", "a little over",
              "a little more than")),
    ("over", ("over", "above", "exceeding", "more than", "greater than", "at least", "excess of", "no less than",
              "not less than", "no fewer than", "not fewer than", "well over", "upwards of")),
    ("under", ("under", "below", "less than", "fewer than", "at most", "up to", "no more than", "not more than",
               "well under")),
)  # fmt: skip
HEDGES: dict[str, Way] = {phrase: way for way, phrases in _PHRASES for phrase in phrases}
HEDGE = rf"(?:{'|'.join(sorted(HEDGES, key=len, reverse=True))})".replace(".", "[.]")
"""Such words, in small letters: part of a pattern."""
OVER, UNDER = ("|".join(phrase for phrase, to in HEDGES.items() if to == way) for way in ("over", "under"))
"""What a figure is said to be over, or under: parts of a pattern."""
MEASURED = "".join(f"(?<!{word} )" for word in ("just", "slightly", "little", "well", "to", "of"))
"""Before "over 40", "above 40": no bound of it, but what a change is measured by, as far as one word tells."""
_MOVED = "".join(f"(?<!{verb} )" for verb in ("went", "gone", "going", "goes", "moved", "back", "is", "was", "now"))
"""Before "up to 40" these make it an end, and no bound."""
_BEFORE = pattern(rf"(?<![a-z])(?:{_MOVED}|(?!up to))({HEDGE}) (?:an? |the |another )?$")
_LONGEST = 32
_FAR = Decimal(10) ** 15
_WIDTH = Decimal("0.1")
"""How far from a figure what is near it, a little short of it or a little past it can be, as a share of it."""


@record(frozen=True, slots=True)
class Hedge:
    """The words as they are said, in small letters, and which way they let a figure go."""

    words: str
    way: Way

    def interval(self, exact: Interval, room: Decimal) -> Interval:
        """What a figure can stand for that without the hedge stands for `exact`; near it is within `room` of it."""
        if self.way == "over":
            return Interval(exact.low, max(exact.high, _FAR))
        if self.way == "under":
            return Interval(Decimal(0) if exact.low >= 0 else -_FAR, exact.high)
        low = exact.low if self.way == "past" else exact.low - room
        return Interval(low, exact.high if self.way == "short" else exact.high + room)

    def of(self, quantity: Quantity) -> Interval:
        """What a printed figure can stand for behind the hedge. All words of a way share one width."""
        exact = quantity.counted
        if self.way in ("short", "past"):
            exact = exact.widened(_roundness(quantity) / 4)
        return self.interval(exact, max(abs(quantity.value) * _WIDTH, quantity.step / 2))

    @property
    def turned(self) -> Hedge:
        """What it says of a part by what it says of the loss: "more than halved" is less than a half."""
        other: dict[Way, Way] = {"short": "past", "past": "short", "over": "under", "under": "over"}
        return Hedge(self.words, other.get(self.way, self.way))


def hedge(words: str) -> Hedge | None:
    """What these words, in small letters, do to the figure behind them; None where they are no hedge."""
    return Hedge(words, HEDGES[words]) if words in HEDGES else None


def hedge_before(text: str, at: int) -> Hedge | None:
    """The hedge right before text[at], in a text of small letters."""
    match = _BEFORE.search(text, max(0, at - _LONGEST), at)
    return hedge(match[1]) if match else None


def _roundness(quantity: Quantity) -> Decimal:
    """Worth of the last digit but noughts of a figure of some size: what is "almost 9,000" may be a little over it."""
    digits = str(int(abs(quantity.value) / quantity.step)) if quantity.unit != "percent" else ""
    noughts = len(digits) - len(digits.rstrip("0"))
    return quantity.step.scaleb(noughts) if noughts > 1 else Decimal(0)
