"""Slips of the pen: what a printed figure may have been before one digit was changed, swapped or dropped."""

from __future__ import annotations

import itertools
from operator import eq
from typing import NamedTuple

from reportcheck.patterns import pattern
from reportcheck.quantity import Quantity

CHANGED, SWAPPED, DROPPED, DOUBLED = 0.5, 0.25, 0.25, 0.02
"""How often each slip is met: a wrong digit most, then two swapped, one dropped, one typed twice."""

SWAP = "two digits swapped"
_OTHERS = {digit: "0123456789".replace(digit, "") for digit in "0123456789"}
_REGULAR = pattern(r"[^0-9]*([0-9][0-9,]*(?:\.[0-9]+)?|\.[0-9]+)[^0-9]*")


class Slip(NamedTuple):
    """One possible original of a printed figure: its text, how it differs in value, how likely the slip is."""

    text: str
    digits: str
    weight: float
    kind: str


def slips(text: str) -> list[Slip]:
    """Every text that one slip of the pen turns into `text`."""
    places = [i for i, ch in enumerate(text) if ch.isdigit()]
    found: dict[str, Slip] = {}
    if not places or len(places) > 15:
        return []
    digits = "".join(text[i] for i in places)
    share = CHANGED / (9 * len(places))
    for k, i in enumerate(places):
        before, after, front, back = text[:i], text[i + 1 :], digits[:k], digits[k + 1 :]
        for digit in _OTHERS[digits[k]]:
            _add(found, before + digit + after, front + digit + back, share, "a changed digit")
    for k, (i, j) in enumerate(itertools.pairwise(places)):
        if text[i] != text[j]:
            swapped = text[:i] + text[j] + text[i + 1 : j] + text[i] + text[j + 1 :]
            turned = digits[:k] + digits[k + 1] + digits[k] + digits[k + 2 :]
            _add(found, swapped, turned, SWAPPED / (len(places) - 1), SWAP)
    if len(places) < 8 and "," not in text and "." not in text:
        _dropped(found, text, digits, places)
    if len(places) > 1 and "," not in text:
        for k, (i, j) in enumerate(itertools.pairwise(places)):
            if text[i] == text[j]:
                _add(found, text[:i] + text[j:], digits[:k] + digits[k + 1 :], DOUBLED, "a digit typed twice")
    return list(found.values())


def _dropped(found: dict[str, Slip], text: str, digits: str, places: list[int]) -> None:
    share = DROPPED / (4 * (len(places) + 1))
    for k, i in enumerate([*places, places[-1] + 1]):
        for digit in "0123456789":
            _add(found, text[:i] + digit + text[i:], digits[:k] + digit + digits[k:], share, "a dropped digit")


def _add(found: dict[str, Slip], text: str, digits: str, weight: float, kind: str) -> None:
    if digits[0] == "0" and len(digits) > 1 and _leads(text):
        return
    known = found.get(text)
    if known:
        found[text] = Slip(text, digits, known.weight + weight, known.kind)
    else:
        found[text] = Slip(text, digits, weight, kind)


def _leads(text: str) -> bool:
    """Whether the first digit is a nought that no one would print: "0,452" or "07" but not "0.7"."""
    first = next(i for i, ch in enumerate(text) if ch.isdigit())
    return text[first] == "0" and text[first + 1 : first + 2] != "."


def originals(quantity: Quantity, unit: int) -> dict[int, Slip]:
    """The slips of a figure by the change of value, in the lattice's whole numbers, that undoing each makes.

    `unit` is the figure's step in those numbers.
    """
    printed = int("".join(ch for ch in quantity.text if ch.isdigit()) or 0)
    sign = -1 if quantity.value < 0 else 1
    changes: dict[int, Slip] = {}
    for slip in slips(quantity.text):
        change = (int(slip.digits) - printed) * sign * unit
        known = changes.get(change)
        if known is None or slip.weight > known.weight:
            changes[change] = slip
    return changes


def weights(quantity: Quantity, unit: int) -> dict[int, float]:
    """How likely each slip of a figure is, by its change of value: `originals` without the texts.

    Most figures are only asked how far a slip can take them, and whole numbers are told apart much faster.
    """
    text = quantity.text
    shape = _REGULAR.fullmatch(text)
    places = [i for i, ch in enumerate(text) if ch.isdigit()]
    if shape is None or len(places) > 15:
        return {change: slip.weight for change, slip in originals(quantity, unit).items()}
    digits, count = [int(text[i]) for i in places], len(places)
    step = -unit if quantity.value < 0 else unit
    whole = count > 1 and text[places[0] + 1] != "."
    # A figure that begins with a nought that no one would print is mended there or nowhere.
    bare = whole and not digits[0]
    found: dict[int, float] = {}
    share = CHANGED / (9 * count)
    worths = [step * 10**k for k in range(count - 1, -1, -1)]
    for k, digit in enumerate(digits[:1] if bare else digits):
        for other in range(whole and not k, 10):
            if other != digit:
                found[(other - digit) * worths[k]] = share
    for k, (one, two) in enumerate(itertools.pairwise(digits)):
        if one != two and not (whole and not (digits[0] if k else two)):
            found[(two - one) * (worths[k] - worths[k + 1])] = SWAPPED / (count - 1)
    if count < 8 and "," not in text and "." not in text:
        _inserted(found, digits, step)
    if "," not in text:
        _doubled(found, text, places, digits, step)
    return found


def may_differ(text: str, unit: int, low: int, high: int) -> bool:
    """Whether a slip may have changed a figure by so much: where this says no, `weights` has nothing that large.

    Most gaps are far larger than any slip in one small part of a sum, or not a digit's worth.
    """
    # No digit is taken for dropped where there is a point.
    if low >= unit * 10 ** (len(text) - 1 if "." in text else len(text) + 1):
        return False
    if "," not in text:
        plain = low == high and text.isdecimal() and text[0] != "0" and low % unit == 0
        return not plain or any(_one_slip(text, str(int(text) + change)) for change in (low // unit, -low // unit))
    # No digit is taken for dropped or typed twice here: one is wrong, or two that stand side by side are swapped.
    worth = unit
    while worth <= high:
        for least in (worth, 9 * worth):
            digit = max(-(-low // least), 1)
            if digit <= 9 and digit * least <= high:
                return True
        worth *= 10
    return False


def _one_slip(text: str, other: str) -> bool:
    """Whether two numbers are alike but for one digit, or two that stand side by side."""
    start = _alike(text, other)
    end = _alike(text[start:][::-1], other[start:][::-1])
    return max(len(text), len(other)) - start - end <= 2


def _alike(one: str, other: str) -> int:
    """With how many of the same digits two numbers begin."""
    return sum(itertools.takewhile(bool, map(eq, one, other)))


def _inserted(found: dict[int, float], digits: list[int], step: int) -> None:
    share = DROPPED / (4 * (len(digits) + 1))
    printed = int("".join(map(str, digits)))
    for k in range(len(digits) + 1 if digits[0] else 1):
        worth = 10 ** (len(digits) - k)
        front = printed // worth * worth * 9
        for digit in range(not k, 10):
            change = (front + digit * worth) * step
            found[change] = found.get(change, 0.0) + share


def _doubled(found: dict[int, float], text: str, places: list[int], digits: list[int], step: int) -> None:
    once: dict[str, tuple[int, float]] = {}
    for k, (i, j) in enumerate(itertools.pairwise(places)):
        if digits[k] == digits[k + 1]:
            rest, left = text[:i] + text[j:], digits[:k] + digits[k + 1 :]
            if left[0] or len(left) == 1 or not _leads(rest):
                value = int("".join(map(str, left)))
                once[rest] = value, once.get(rest, (0, 0.0))[1] + DOUBLED
    printed = int("".join(map(str, digits)))
    for value, weight in once.values():
        change = (value - printed) * step
        found[change] = max(weight, found.get(change, 0.0))
