"""Numbers of sections, paragraphs, lists, tables and recommendations, each after the one before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Literal, NamedTuple

from reportcheck.checks.structure.gaps import CAPTIONS, LONG, missing, steps_by_look
from reportcheck.checks.structure.naming import SHORT, named, relation, shown, title
from reportcheck.checks.structure.numbered import lists_of, printed_between, sound
from reportcheck.checks.structure.places import Step, steps_of, written, year_leads
from reportcheck.checks.structure.sequences import Breach, Chain, breaches
from reportcheck.checks.structure.steps import faults
from reportcheck.checks.structure.strays import Stray, strays, wrong_parents
from reportcheck.model import Item, Outline, Paper, Relation
from reportcheck.words import pattern

_CONTINUED = pattern(r"\bcont(?:inued|d|\.|\b)", re.I)
_BESIDE, _FAR = 8, 400
"""Rows: what stands further apart is of two lists."""


class Params(NamedTuple):
    """`repeated`: a number used twice, or out of its place; `missing`: a number that is left out."""

    test: Literal["repeated", "missing"]
    steps: int = 2
    """So many numbers must follow one another rightly before a wrong one is believed."""


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each sequence that is long enough, and for each breach in one."""
    found = lists_of(paper.outline)
    broken = list(breaches(found))
    test = _repeated if params.test == "repeated" else partial(missing, steps=steps_by_look(found))
    told = [(b, r) for b in _of_lists(broken) if (r := test(b, paper.outline, params.steps)) is not None]
    for look in {c.look for c in found}:
        mine = [r for b, r in told if b.before.look == look]
        items = sum(len(c.steps) for c in found if c.look == look)
        if len(mine) <= max(2, items // 5):
            yield from mine
    if params.test == "repeated":
        yield from _swapped(paper.outline)
        for fault in (*wrong_parents(paper.outline.items), *strays(found, paper.outline.perhaps)):
            yield from _stray(fault)
    unsound = {id(b.before) for b, _ in told}
    sound_ones = (c for c in found if len(c.steps) > params.steps + 1 and id(c) not in unsound)
    yield from map(_runs_on, sound_ones)


def _runs_on(chain: Chain) -> Relation:
    first, last = chain.steps[0].item, chain.last.item
    return relation(first, last, f"The numbers run on to {last.number}.", held=True)


def _of_lists(broken: list[Breach]) -> Iterator[Breach]:
    """The breaches, but for those after a number that is itself amiss in another list."""
    amiss = {id(step) for breach in broken if breach.after for step in breach.between}
    return (b for b in broken if len(b.before.steps) > 1 or id(b.before.last) not in amiss)


def _repeated(breach: Breach, outline: Outline, least: int) -> Relation | None:
    """A number that its neighbour has too, or that is out of its place."""
    before, after = breach.before, breach.after
    last = before.last
    wrong = _wrong(breach)
    if wrong is None or wrong.item.order - last.item.order > _FAR:
        return None
    opened = breach.opened is not None and len(breach.opened.steps) > 1 and not _parted(outline, last, wrong)
    begins = opened and sound(before, breach.opened) > least and len(before.steps) >= least
    if not begins and _short(breach, wrong, least):
        return None
    if after is None:
        return _twice(last, wrong) if len(before.steps) > 2 or opened or last.item.kind in CAPTIONS else None
    first, right = after.steps[0], last.value + 1
    better = written(last, right)
    if first.value != right + 1 or printed_between(outline, last, first, [better]):
        return None
    if wrong.parent == last.parent and wrong.value == last.value:
        return _twice(last, wrong, better, which="second")
    if wrong.parent == last.parent and wrong.value == first.value:
        return _twice(wrong, first, better, which="first")
    return _misplaced(last, wrong, first, better) if _slipped(wrong, last, right, sound(before, after)) else None


def _wrong(breach: Breach) -> Step | None:
    """The one number between two chains, or that a neighbour has too; None where several could be meant."""
    last = breach.before.last
    ends = _ends(breach)
    doubled = [s for s in breach.between if s.parent == last.parent and s.value in ends]
    chosen = doubled if len(doubled) == 1 else breach.between
    return chosen[0] if len(chosen) == 1 else None


def _ends(breach: Breach) -> tuple[int, ...]:
    """The numbers on either side of a breach."""
    last = breach.before.last.value
    return (last, breach.after.steps[0].value) if breach.after else (last,)


def _short(breach: Breach, wrong: Step, least: int) -> bool:
    """Whether too few numbers are right for one to be wrong.

    A list from 1, or a number that is right but for its parent, speaks for itself.
    """
    before, after = breach.before, breach.after
    begun = after is not None and before.steps[0].value == 1 and wrong.item.order - before.last.item.order <= _BESIDE
    plain = begun and (wrong.value > 1 or bool(wrong.parent)) and wrong.value in (*_ends(breach), before.last.value + 1)
    return sound(before, after) + plain < least - (after is not None)


def _parted(outline: Outline, last: Step, step: Step) -> bool:
    """Whether an outer list goes on between two items of inner ones: they are of two lists."""
    if last.item.kind not in ("roman", "letter"):
        return False
    between = (i for i in outline.items if i.kind == "number" and last.item.order < i.order < step.item.order)
    return next((item.number != "1" for item in between), False)


def _twice(one: Step, two: Step, better: str = "", which: str = "") -> Relation | None:
    first, second = title(one.item), title(two.item)
    alike = SHORT if better else SHORT // 3
    if not first or not second or first.lower()[:alike] == second.lower()[:alike] or _CONTINUED.search(second):
        return None
    if "cell" in two.item.style and two.item.kind == "number" and not better:
        return None
    message = f"{named(two.item)} stands twice: for “{first}” and for “{second}”"
    message += f"; the {which} should be {better}." if better else "."
    running = two.item.kind == "number" and len(one.item.title) > SHORT < len(two.item.title)
    wrong, other = (one.item, two.item) if which == "first" else (two.item, one.item)
    return relation(
        other,
        wrong,
        message,
        suggestion=better,
        confidence="low" if running and not better and not two.parent else "high",
    )


def _misplaced(last: Step, step: Step, after: Step, better: str) -> Relation | None:
    if not step.item.title:
        return None
    message = (
        f"“{shown(step.item)} {title(step.item)}” stands between {shown(last.item)} and {shown(after.item)}: "
        f"its number should be {better}."
    )
    return relation(last.item, step.item, message, suggestion=better)


def _slipped(wrong: Step, last: Step, right: int, sound: int) -> bool:
    """Whether a number can be a slip of the right one: 17 for 7, 21 for 12, 12.6 for 11.6; any roman or letter can."""
    if wrong.parent != last.parent:
        return wrong.value == right and wrong.parent.count(".") == last.parent.count(".")
    wanted, printed = str(right), str(wrong.value)
    if wrong.item.kind in ("roman", "letter") or wanted in printed or sorted(wanted) == sorted(printed):
        return True
    if wrong.value > right and sound >= LONG:
        return True  # Whatever it is, it stands where one number only can.
    return len(wanted) == len(printed) and sum(a != b for a, b in zip(wanted, printed, strict=True)) == 1


def _swapped(outline: Outline) -> Iterator[Relation]:
    """Two numbers of one list that have changed places (3, 5, 4, 6), and captions of which one stands twice."""
    runs: dict[tuple[str, str], list[Step]] = {}
    led = year_leads(outline.items)
    for item in outline.items:
        look, step = next(steps_of(item, led), ("", None))
        if step is not None:
            runs.setdefault((look, step.parent), []).append(step)
    for run in runs.values():
        for fault in faults([step.value for step in run]):
            first, second = run[fault.at], run[fault.twin]
            if fault.way == "swap" and fault.sound > 2:
                yield from _changed_places(first.item, second.item)
            elif fault.way == "double" and fault.sound > 1 and first.item.kind in CAPTIONS:
                one, two = (first, second) if fault.at < fault.twin else (second, first)
                which = "first" if fault.at < fault.twin else "second"
                yield from filter(None, (_twice(one, two, written(first, fault.right), which),))


def _changed_places(first: Item, second: Item) -> Iterator[Relation]:
    if first.title and second.title and second.order - first.order <= _FAR:
        message = (
            f"{shown(first)} (“{title(first)}”) stands before {shown(second)} "
            f"(“{title(second)}”): the numbers have changed places."
        )
        yield relation(second, first, message, confidence="medium")


def _stray(stray: Stray) -> Iterator[Relation]:
    """A number under another section's, and one that stands twice, once with a point and once without."""
    last, wrong = stray.last, stray.wrong
    if stray.better:
        message = f"“{wrong.item.number} {title(wrong.item)}” stands under {last.parent}: it should be {stray.better}."
        yield relation(last.item, wrong.item, message, suggestion=stray.better)
    else:
        yield from filter(None, (_twice(last, wrong),))
