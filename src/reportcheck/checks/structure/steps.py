"""Numbers that should run on by one -> where they do not, and what would mend it: a double, a swap, a slip."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

Way = Literal["double", "swap", "slip"]
_SOUND = 1
Slip = Callable[[int, int], bool]


class Fault(NamedTuple):
    """The number at `at` should be `right`; a double has its twin at `twin`. So many steps beside it are right."""

    at: int
    right: int
    way: Way
    twin: int
    sound: int


def faults(values: Sequence[int], slipped: Slip | None = None) -> Iterator[Fault]:
    """Each place at which one change makes a list run on, in either direction; `slipped`: what a slip makes of what."""
    for sign in (1, -1):
        yield from _rising([sign * value for value in values], sign, slipped or digit_slipped)


def month_slipped(printed: int, right: int) -> bool:
    """Whether one month, counted from the year nought, is another with its year wrong, or its name."""
    years = abs((printed - 1) // 12 - (right - 1) // 12)
    return ((printed - right) % 12 == 0 and years <= 2) or years == 0


def sound_steps(values: Sequence[int]) -> int:
    """How many steps of a list are by one, in the direction in which more are."""
    steps = [b - a for a, b in itertools.pairwise(values)]
    return max(steps.count(1), steps.count(-1))


def _rising(values: Sequence[int], sign: int, slipped: Slip) -> Iterator[Fault]:
    last = len(values) - 1
    before, after = _runs(values)
    for at in range(1, last):
        left, value, right = values[at - 1 : at + 2]
        sound = before[at - 1] + after[at + 1]
        if right == left + 2:
            twin = at - 1 if value == left else at + 1 if value == right else -1
            if twin >= 0:
                yield Fault(at, sign * (left + 1), "double", twin, sound + 1)
            elif value != left + 1 and (slipped(sign * value, sign * (left + 1)) or _one_digit(values, at, sound)):
                yield Fault(at, sign * (left + 1), "slip", -1, sound)
        elif value == left + 2 and right == left + 1:
            beyond = values[at + 2] if at + 2 <= last else None
            if beyond == left + 3:
                yield Fault(at, sign * (left + 1), "swap", at + 1, (before[at - 1]) + (after[at + 2]) + 1)


def _one_digit(values: Sequence[int], at: int, sound: int) -> bool:
    """Whether a number of one digit stands where one other only can: any digit is a slip of it."""
    return sound > _SOUND and all(0 < abs(value) < 10 for value in values[at - 1 : at + 2])


def _runs(values: Sequence[int]) -> tuple[list[int], list[int]]:
    """For each place, how many steps by one end there, and how many begin there."""
    before, after = [0] * len(values), [0] * len(values)
    for at in range(1, len(values)):
        if values[at] == values[at - 1] + 1:
            before[at] = before[at - 1] + 1
    for at in range(len(values) - 2, -1, -1):
        if values[at + 1] == values[at] + 1:
            after[at] = after[at + 1] + 1
    return before, after


def digit_slipped(printed: int, right: int) -> bool:
    """Whether one number is the other with a digit wrong, or two that changed places."""
    width = len(str(right))
    one, two = str(printed).zfill(width if width > 2 else 0), str(right)
    if len(one) != len(two) or len(one) < 2:
        return False
    return sum(a != b for a, b in zip(one, two, strict=True)) == 1 or sorted(one) == sorted(two)
