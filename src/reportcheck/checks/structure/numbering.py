"""Numbers of sections, paragraphs, lists, tables and recommendations, each after the one before it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from textwrap import shorten
from typing import Literal, NamedTuple

from reportcheck.checks.structure.sequences import Breach, Chain, Step, breaches, chains, steps_of, written, year_leads
from reportcheck.checks.structure.steps import faults
from reportcheck.model import Confidence, Figure, Item, Outline, Paper, Relation
from reportcheck.patterns import pattern

_SHORT, _HEADINGS = 60, 6
_CONTINUED = pattern(r"\bcont(?:inued|d|\.|\b)", re.I)
_CAPTIONS = ("table", "figure", "recommendation")
_BESIDE, _FAR = 8, 400
"""Rows: what stands further apart is of two lists."""


class Params(NamedTuple):
    """`repeated`: a number used twice, or out of its place; `missing`: a number that is left out."""

    test: Literal["repeated", "missing"]
    steps: int = 2
    """So many numbers must follow one another rightly before a wrong one is believed."""


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each sequence that is long enough, and for each breach in one."""
    found = list(chains(paper.outline.items))
    broken = list(breaches(found))
    test = _repeated if params.test == "repeated" else _missing
    shown = [(b, r) for b in broken if (r := test(b, params, paper.outline)) is not None]
    for look in {c.look for c in found}:
        mine = [r for b, r in shown if b.before.look == look]
        items = sum(len(c.steps) for c in found if c.look == look)
        if len(mine) <= max(2, items // 5):
            yield from mine
    yield from _swapped(paper.outline) if params.test == "repeated" else ()
    unsound = {id(b.before) for b, _ in shown}
    for chain in found:
        if len(chain.steps) > params.steps + 1 and id(chain) not in unsound:
            first, last = chain.steps[0].item, chain.last.item
            yield _relation(first, last, f"The numbers run on to {last.number}.", held=True)


def _repeated(breach: Breach, params: Params, outline: Outline) -> Relation | None:
    """A number that its neighbour has too, or that is out of its place."""
    before, after = breach.before, breach.after
    last = before.last
    ends = (last.value, after.steps[0].value) if after else (last.value,)
    doubled = [s for s in breach.between if s.parent == last.parent and s.value in ends]
    chosen = doubled if len(doubled) == 1 else breach.between
    if len(chosen) != 1:
        return None
    wrong = chosen[0]
    if wrong.item.order - last.item.order > _FAR or _sound(before, after) < params.steps - (after is not None):
        return None
    if after is None:
        return _twice(last, wrong) if len(before.steps) > 2 or last.item.kind in _CAPTIONS else None
    return _between(outline, last, wrong, after.steps[0])


def _between(outline: Outline, last: Step, wrong: Step, first: Step) -> Relation | None:
    """A wrong number where just one is left out between two that are right: a neighbour's, or one misplaced."""
    right = last.value + 1
    better = written(last, right)
    if first.value != right + 1 or _printed_between(outline, last, first, [better]):
        return None
    if wrong.parent == last.parent and wrong.value == last.value:
        return _twice(last, wrong, better, which="second")
    if wrong.parent == last.parent and wrong.value == first.value:
        return _twice(wrong, first, better, which="first")
    return _misplaced(last, wrong, first, better) if _slipped(wrong, last, right) else None


def _sound(before: Chain, after: Chain | None) -> int:
    """How many steps of the two chains are right, counted in one."""
    return len(before.steps) - 1 + (len(after.steps) - 1 if after else 0)


def _twice(one: Step, two: Step, better: str = "", which: str = "") -> Relation | None:
    first, second = _title(one.item), _title(two.item)
    alike = _SHORT if better else _SHORT // 3
    if not first or not second or first.lower()[:alike] == second.lower()[:alike] or _CONTINUED.search(second):
        return None
    if "cell" in two.item.style and two.item.kind == "number" and not better:
        return None
    message = f"{_named(two.item)} stands twice: for “{first}” and for “{second}”"
    message += f"; the {which} should be {better}." if better else "."
    running = two.item.kind == "number" and len(one.item.title) > _SHORT < len(two.item.title)
    sure: Confidence = "low" if running and not better and not two.parent else "high"
    wrong, other = (one.item, two.item) if which == "first" else (two.item, one.item)
    return _relation(other, wrong, message, suggestion=better, confidence=sure)


def _misplaced(last: Step, step: Step, after: Step, better: str) -> Relation | None:
    if not step.item.title:
        return None
    message = (
        f"“{_shown(step.item)} {_title(step.item)}” stands between {_shown(last.item)} and {_shown(after.item)}: "
        f"its number should be {better}."
    )
    return _relation(last.item, step.item, message, suggestion=better)


def _slipped(wrong: Step, last: Step, right: int) -> bool:
    """Whether a number can be a slip of the right one: 17 for 7, 21 for 12, 12.6 for 11.6; any roman or letter can."""
    if wrong.parent != last.parent:
        return wrong.value == right and wrong.parent.count(".") == last.parent.count(".")
    wanted, printed = str(right), str(wrong.value)
    if wrong.item.kind in ("roman", "letter") or wanted in printed or sorted(wanted) == sorted(printed):
        return True
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
            elif fault.way == "double" and fault.sound > 1 and first.item.kind in _CAPTIONS:
                one, two = (first, second) if fault.at < fault.twin else (second, first)
                which = "first" if fault.at < fault.twin else "second"
                yield from filter(None, (_twice(one, two, written(first, fault.right), which),))


def _changed_places(first: Item, second: Item) -> Iterator[Relation]:
    if first.title and second.title and second.order - first.order <= _FAR:
        message = (
            f"{_shown(first)} (“{_title(first)}”) stands before {_shown(second)} "
            f"(“{_title(second)}”): the numbers have changed places."
        )
        yield _relation(second, first, message, confidence="medium")


def _missing(breach: Breach, params: Params, outline: Outline) -> Relation | None:
    """A number that is left out between two that are there."""
    before, after = breach.before, breach.after
    if after is None or breach.between or _sound(before, after) < params.steps:
        return None
    last, step = before.last, after.steps[0]
    sequence = _sequence(before, after)
    if not step.parent and not sequence:
        return None
    left_out = [written(last, value) for value in range(last.value + 1, step.value)]
    if _stands_elsewhere(outline, last, step, left_out, sequence):
        return None
    message = (
        f"{_named(last.item)} (“{_title(last.item)}”) is followed by {_shown(step.item)} (“{_title(step.item)}”): "
        f"there is no {' or '.join(left_out)}."
    )
    one_out = step.value == last.value + 2
    return _relation(last.item, step.item, message, confidence="medium" if sequence or one_out else "low")


def _sequence(before: Chain, after: Chain) -> Literal["", "list", "captions", "headings", "capitals"]:
    """What goes on with such numbers on both sides of a gap; nothing where that cannot be seen."""
    last, step = before.last, after.steps[0]
    if len(after.steps) > 1:
        if step.item.kind == "roman" or (step.item.kind == "letter" and "(" in step.item.style):
            return "list"
        if step.item.kind in _CAPTIONS:
            return "captions"
        if step.value == last.value + 2 and _headed(before, after):
            return "headings"
    return "capitals" if last.item.title.isupper() and step.item.title.isupper() else ""


def _stands_elsewhere(outline: Outline, last: Step, step: Step, left_out: list[str], sequence: str) -> bool:
    """Whether a number that is left out is printed all the same: between the two, beside them, or as a caption's."""
    if _printed_between(outline, last, step, left_out, anywhere=bool(step.parent) or sequence == "list"):
        return True
    beside = {i.number for i in outline.items if abs(i.order - step.item.order) <= _BESIDE and i.kind == step.item.kind}
    if beside & {number.rstrip(")") for number in left_out}:
        return True  # It has changed places with another.
    return sequence == "captions" and _named_anywhere(outline, step, left_out)


def _headed(before: Chain, after: Chain) -> bool:
    """Whether the numbers are those of a paper's headings: from 1, each short, and each over some text of its own."""
    run = [*before.steps, *after.steps]
    short = all(s.item.heading and len(s.item.title) <= _SHORT and not s.parent for s in run)
    apart = all(b.item.order - a.item.order > 1 for a, b in itertools.pairwise(run))
    return short and apart and run[0].value == 1 and len(run) >= _HEADINGS


def _printed_between(outline: Outline, last: Step, step: Step, numbers: list[str], *, anywhere: bool = False) -> bool:
    """Whether one of the numbers opens a row between the two, or stands in it: it was not read as a number."""
    for parts in outline.rows[last.item.order : step.item.order + 1]:
        text = parts[0].text.lstrip("-•*# (|")
        if any(_opens(text, number.rstrip(")")) or (anywhere and number in text) for number in numbers):
            return True
    return False


def _named_anywhere(outline: Outline, step: Step, numbers: list[str]) -> bool:
    """Whether the paper speaks of a table that has no caption: it may be a picture, and its caption in it."""
    kind = step.item.style.split()[0]
    named = re.compile(rf"\b{re.escape(kind)}\s+(?:{'|'.join(map(re.escape, numbers))})\b", re.I)
    return any(named.search(part.text) for row in outline.rows for part in row)


def _opens(text: str, number: str) -> bool:
    after = text[len(number) : len(number) + 2]
    return text.startswith(number) and not after[:1].isalnum() and not (after[:1] == "." and after[1:].isdecimal())


def _shown(item: Item) -> str:
    return f"{item.number})" if item.kind in ("roman", "letter") else item.number


def _named(item: Item) -> str:
    if item.kind in ("number", "roman", "letter"):
        return f"Number {_shown(item)}"
    return f"{item.style.split()[0].capitalize()} {item.number}"


def _title(item: Item) -> str:
    words = " ".join(item.title.split())
    return words if len(words) <= _SHORT else words[:_SHORT].rsplit(" ", 1)[0] + " …"


def _relation(
    last: Item, item: Item, message: str, *, held: bool = False, suggestion: str = "", confidence: Confidence = "high"
) -> Relation:
    first = Figure(_shown(last), last.text.locate(), label=_title(last))
    second = Figure(_shown(item), item.text.locate(), label=_title(item))
    quote = shorten(item.text.text, 200, placeholder=" …")
    return Relation.judged(
        "numbering", second, held, message, by=(first,), confidence=confidence, better=suggestion, quote=quote
    )
