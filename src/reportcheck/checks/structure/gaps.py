"""A number that is left out of a list between two that are there."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from reportcheck.checks.structure.naming import SHORT, named, relation, shown, title
from reportcheck.checks.structure.numbered import printed_between, sound
from reportcheck.checks.structure.places import Step, written
from reportcheck.checks.structure.sequences import Breach, Chain
from reportcheck.model import Outline, Relation

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
    fellow = _is_fellow(before, step, steps[before.look])
    kind = _kind_of(before, after, outline)
    if (sound(before, after) < least and not fellow) or not (step.parent or fellow or kind):
        return None
    left_out = [written(last, value) for value in range(last.value + 1, step.value)]
    if _is_there(breach, outline, left_out, kind):
        return None
    message = (
        f"{named(last.item)} (“{title(last.item)}”) is followed by {shown(step.item)} (“{title(step.item)}”): "
        f"there is no {' or '.join(left_out)}."
    )
    one = step.value == last.value + 2
    sure = kind or fellow or (one and sound(before, after) >= least)
    return relation(last.item, step.item, message, confidence="medium" if sure else "low")


def _is_fellow(before: Chain, step: Step, right: int) -> bool:
    """Whether two numbers begin an inner list of which so many steps are right elsewhere."""
    lettered = step.item.kind == "letter"
    enough = right >= (_FEW if lettered else _MANY)
    return (
        enough
        and (bool(step.parent) or lettered)
        and before.steps[0].value == 1
        and step.value == before.last.value + 2
    )


def _kind_of(before: Chain, after: Chain, outline: Outline) -> str:
    """What makes a number without a parent one of a list that has them all; empty where nothing does."""
    last, step = before.last, after.steps[0]
    goes_on = len(after.steps) > 1
    if last.item.title.isupper() and step.item.title.isupper():
        return "caps"
    if goes_on and (step.item.kind == "roman" or (step.item.kind == "letter" and "(" in step.item.style)):
        return "listed"
    if goes_on and step.item.kind in CAPTIONS:
        return "captioned"
    one = step.value == last.value + 2
    return "headed" if one and (_headed(before, after) or _long(before, after, outline)) else ""


def _is_there(breach: Breach, outline: Outline, left_out: list[str], kind: str) -> bool:
    """Whether a number is there after all: within a row, in another's place, or spoken of as that of a picture."""
    before, after = breach.before, breach.after
    assert after is not None
    last, step = before.last, after.steps[0]
    ends = len(after.steps) == 1 and kind != "caps"
    anywhere = bool(step.parent) or step.item.kind == "letter" or kind == "listed" or ends
    if printed_between(outline, last, step, left_out, anywhere=anywhere):
        return True
    begun = max(before.steps[0].item.order, step.item.order - _BESIDE)
    near = (i for i in outline.items if begun <= i.order <= step.item.order + _BESIDE)
    if {i.number for i in near if i.kind == step.item.kind} & {number.rstrip(")") for number in left_out}:
        return True  # It has changed places with another.
    return kind == "captioned" and _named_anywhere(outline, step, left_out)


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
