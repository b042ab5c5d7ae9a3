"""Slips of the pen: what a printed figure may have been before one digit was changed, swapped or dropped."""

from __future__ import annotations

import itertools
from typing import NamedTuple

from reportcheck.quantity import Quantity

CHANGED, SWAPPED, DROPPED, DOUBLED = 0.5, 0.25, 0.25, 0.02
"""How often each slip is met: a wrong digit most, then two swapped, one dropped, one typed twice."""

_OTHERS = {digit: "0123456789".replace(digit, "") for digit in "0123456789"}


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
            _add(found, swapped, turned, SWAPPED / (len(places) - 1), "two digits swapped")
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
