"""Labels that count on, in a column, a row of heads or at the beginnings of lines: one that breaks the run."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from textwrap import shorten
from typing import NamedTuple

from reportcheck.checks.structure.steps import Fault, faults, month_slipped, sound_steps
from reportcheck.model import Figure, Paper, Relation
from reportcheck.read.outline.labelled import Label
from reportcheck.read.outline.labels import PAID, WITHIN, read_labels
from reportcheck.words import MONTH_NAMES, WEEKDAYS

_LONG, _LONGEST = 100, 1_000


class Params(NamedTuple):
    """`named`: so many steps beside it must be right where words tell what is counted; `bare`: where none do."""

    named: int = 2
    bare: int = 3


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each list of labels that runs on, or that one label keeps from it."""
    told: set[object] = set()
    for relation in _judged(paper, params):
        # A number is a label of its own and a part of a longer one: "Resolution No. 2022-16".
        at = relation.location
        ends = (at.page, at.line, at.end, at.bbox and (at.bbox.top, at.bbox.x1))
        if relation.verdict == "held":
            yield relation
        elif ends not in told:
            told.add(ends)
            yield relation


def _judged(paper: Paper, params: Params) -> Iterator[Relation]:
    for labels in read_labels(paper.document):
        values = [label.value for label in labels]
        least = params.named if labels[0].named else params.bare
        slipped = month_slipped if labels[0].family.endswith("month year") else None
        found = [f for f in faults(values, slipped) if f.sound + _weight(labels[f.at]) >= least]
        sound = sound_steps(values)
        if found:
            places = {f.at if f.way != "double" else max(f.at, f.twin) for f in found}
            if len(places) == 1 and sound + 2 >= 0.6 * (len(values) - 1) and not _twins(labels, found):
                yield _told(labels, found)
        elif odd := _other_parent(labels, values) or _again(labels, values):
            yield odd
        elif sound == len(values) - 1 >= least + 1:
            yield _relation(labels[-1], labels[0], f"{labels[0].printed} to {labels[-1].printed} run on.", holds=True)


def _weight(label: Label) -> int:
    """What a long number, or one of a year, is worth in right steps: few of them are a slip of another by chance.

    Longer ones are codes of accounts, which need not stand in order.
    """
    if label.family.startswith(PAID):
        return 1
    if not label.named or label.value >= _LONGEST:
        return 0
    return (label.value >= _LONG) + bool(label.parent)


def _twins(labels: list[Label], found: list[Fault]) -> bool:
    """Whether labels stand twice elsewhere in the list too: then it is a habit."""
    counts = Counter((label.parent, label.value) for label in labels)
    wrong = {(labels[f.at].parent, labels[f.at].value) for f in found}
    return any(count > 1 and key not in wrong for key, count in counts.items())


def _told(labels: list[Label], found: list[Fault]) -> Relation:
    fault = max(found, key=lambda f: (f.sound, f.at))
    label = labels[fault.at]
    better = _written(label, fault.right)
    if fault.way == "double":
        first, second = sorted((fault.at, fault.twin))
        which = "second" if fault.at == second else "first"
        message = f"“{labels[first].printed}” stands twice and there is no {better}: the {which} should be {better}."
        return _relation(label, labels[fault.twin], message, better=better, sure=len(found) == 1)
    message = f"“{label.printed}” is out of its place: here {better} should stand."
    return _relation(label, labels[fault.at - 1], message, better=better)


def _again(labels: list[Label], values: list[int]) -> Relation | None:
    """The one number of a minute that two headings have, where all others run on."""
    steps = [b - a for a, b in itertools.pairwise(values)]
    if labels[0].family != "tail":
        return None
    if steps.count(0) != 1 or steps.count(1) != len(steps) - 1 or len({label.parent for label in labels}) > 1:
        return None
    at = steps.index(0)
    return _relation(labels[at + 1], labels[at], f"{labels[at].printed} is the number of two minutes.", sure=False)


def _other_parent(labels: list[Label], values: list[int]) -> Relation | None:
    """The one label whose year is another's, where the numbers run on: 23-06, 22-07, 23-08."""
    if any(b != a + 1 for a, b in itertools.pairwise(values)) or len(labels) < 4:
        return None
    counts = Counter(label.parent for label in labels).most_common()
    if len(counts) != 2 or counts[1][1] != 1:
        return None
    at = next(n for n, label in enumerate(labels) if label.parent == counts[1][0])
    if not 0 < at < len(labels) - 1:
        return None
    label = labels[at]
    head, tail = label.printed.removesuffix(label.parent), counts[0][0]
    better = head + tail if head != label.printed else label.printed.replace(label.parent, tail, 1)
    beside = f"{labels[at - 1].printed} and {labels[at + 1].printed}"
    message = f"“{label.printed}” stands between {beside}: it should be {better}."
    return _relation(label, labels[at - 1], message, better=better)


def _written(label: Label, value: int) -> str:
    """The label of another value, as this one is printed."""
    if label.family == WITHIN:
        return f"{label.parent}{chr(96 + value)})"
    if label.family.endswith("weekday"):
        return _like(WEEKDAYS[value % 7], label.printed)
    if "month" in label.family and not any(c.isdecimal() for c in label.printed):
        return _like(MONTH_NAMES[(value - 1) % 12 + 1], label.printed)
    if label.family.endswith("month year"):
        return f"{_like(MONTH_NAMES[(value - 1) % 12 + 1], label.printed.split()[0])} {(value - 1) // 12}"
    if not any(c.isdecimal() for c in label.printed):
        return re.sub(rf"(?<=\s){chr(64 + label.value)}\b", chr(64 + value), label.printed, count=1)
    return _renumbered(label, value)


def _like(name: str, printed: str) -> str:
    short = name if len(printed) > 4 or len(printed) >= len(name) else name[:3]
    return short.upper() if printed.isupper() else short


def _renumbered(label: Label, value: int) -> str:
    """The printed label with its own number changed, and the number after it where the two are a year and the next."""
    found = list(re.finditer(rf"(?<!\d)0*{label.value}(?!\d)", label.printed))
    if not found:
        return str(value)
    match = found[-1 if label.parent and label.printed.startswith(label.parent) else 0]
    head, tail = label.printed[: match.start()], label.printed[match.end() :]
    following = str(label.value + 1)
    for size in (4, 2):
        if not label.parent and tail[1:].startswith(following[-size:]) and len(following) >= size:
            tail = tail[0] + str(value + 1)[-size:] + tail[1 + size :]
            break
    return head + str(value).zfill(len(match.group())) + tail


def _relation(
    label: Label, other: Label, message: str, *, holds: bool = False, better: str = "", sure: bool = True
) -> Relation:
    stated = Figure(label.printed, label.text.locate(label.start, label.end), label=label.title)
    beside = Figure(other.printed, other.text.locate(other.start, other.end), label=other.title)
    quote = shorten(label.text.text, 200, placeholder=" …")
    return Relation.judged(
        "series", stated, holds, message, by=(beside,), confidence="medium", better=better, why="the next in the list",
        sure=sure, quote=quote,
    )  # fmt: skip
