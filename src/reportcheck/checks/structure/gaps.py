"""A number that is left out of a list between two that are there."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from reportcheck.checks.structure.naming import SHORT, named, relation, shown, title
from reportcheck.checks.structure.numbered import printed_between, sound
from reportcheck.checks.structure.sequences import Breach, Chain, Step, written
from reportcheck.model import Confidence, Outline, Relation

CAPTIONS = ("table", "figure", "recommendation")
_HEADINGS, _BESIDE = 6, 8
LONG, _MANY, _FEW = 4, 5, 3
"""So many numbers from 1 make a list; so many right steps in all lists of a kind speak for the shortest of them."""


def steps_by_look(found: list[Chain]) -> Counter[str]:
    """How many steps are right in all lists of a kind: what a list of two or three can be believed by."""
    steps: Counter[str] = Counter()
    for chain in found:
        steps[chain.look] += len(chain.steps) - 1
    return steps


def missing(breach: Breach, outline: Outline, least: int, *, steps: Counter[str]) -> Relation | None:
    """A number that is left out between two that are there."""
    before, after = breach.before, breach.after
    if after is None or breach.between:
        return None
    last, step = before.last, after.steps[0]
    # A short list is believed by its fellows: 4.1, 4.3 among many lists that run on from 1.
    one = step.value == last.value + 2
    lettered = step.item.kind == "letter"
    inner = bool(step.parent) or lettered
    fellow = inner and one and before.steps[0].value == 1 and steps[before.look] >= (_FEW if lettered else _MANY)
    if sound(before, after) < least and not fellow:
        return None
    goes_on = len(after.steps) > 1
    listed = goes_on and (step.item.kind == "roman" or (lettered and "(" in step.item.style))
    headed = one and (_headed(before, after) or _long(before, after, outline))
    caps = last.item.title.isupper() and step.item.title.isupper()
    captioned = step.item.kind in CAPTIONS and goes_on
    if not step.parent and not fellow and not caps and not listed and not headed and not captioned:
        return None
    left_out = [written(last, value) for value in range(last.value + 1, step.value)]
    if printed_between(outline, last, step, left_out, anywhere=bool(inner or listed or not (goes_on or caps))):
        return None
    begun = max(before.steps[0].item.order, step.item.order - _BESIDE)
    near = (i for i in outline.items if begun <= i.order <= step.item.order + _BESIDE)
    beside = {i.number for i in near if i.kind == step.item.kind}
    if beside & {number.rstrip(")") for number in left_out}:
        return None  # It has changed places with another.
    if captioned and _named_anywhere(outline, step, left_out):
        return None
    message = (
        f"{named(last.item)} (“{title(last.item)}”) is followed by {shown(step.item)} (“{title(step.item)}”): "
        f"there is no {' or '.join(left_out)}."
    )
    long = fellow or (bool(step.parent) and one and sound(before, after) >= least)
    sure: Confidence = "medium" if caps or listed or headed or captioned or long else "low"
    return relation(last.item, step.item, message, confidence=sure)


def _headed(before: Chain, after: Chain) -> bool:
    """Whether the numbers are those of a paper's headings: from 1, each short, and each over some text of its own."""
    run = [*before.steps, *after.steps]
    short = all(s.item.heading and len(s.item.title) <= SHORT and not s.parent for s in run)
    apart = all(b.item.order - a.item.order > 1 for a, b in itertools.pairwise(run))
    return short and apart and run[0].value == 1 and len(run) >= _HEADINGS


def _long(before: Chain, after: Chain, outline: Outline) -> bool:
    """Whether a list runs from 1 over so many numbers that one is missing, and is not printed within a row either."""
    last, step = before.last, after.steps[0]
    inside = re.compile(rf"(?<![\d.,£$€]){last.value + 1}[.)]\s")
    between = outline.rows[last.item.order : step.item.order + 1]
    enough = LONG if len(after.steps) > 1 else 2 * LONG
    run_on = before.steps[0].value == 1 and len(before.steps) >= enough
    return run_on and not any(inside.search(part.text) for row in between for part in row)


def _named_anywhere(outline: Outline, step: Step, numbers: list[str]) -> bool:
    """Whether the paper speaks of a table that has no caption: it may be a picture, and its caption in it."""
    kind = step.item.style.split()[0]
    named = re.compile(rf"\b{re.escape(kind)}\s+(?:{'|'.join(map(re.escape, numbers))})\b", re.I)
    return any(named.search(part.text) for row in outline.rows for part in row)
