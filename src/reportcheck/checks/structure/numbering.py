"""Numbers of sections, paragraphs, lists, tables and recommendations, each after the one before it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from textwrap import shorten
from typing import Literal, NamedTuple

from reportcheck.checks.structure.sequences import Step, runs
from reportcheck.model import Confidence, Evidence, Figure, Item, Outline, Paper, Relation, Suggestion
from reportcheck.patterns import pattern

_NUMERALS = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_SHORT, _HEADINGS = 60, 6
_CONTINUED = pattern(r"\bcont(?:inued|d|\.|\b)", re.I)


class Params(NamedTuple):
    """`repeated`: a number used twice, or out of its place; `missing`: a number that is left out."""

    test: Literal["repeated", "missing"]
    steps: int = 2
    """So many numbers must follow one another rightly before a wrong one is believed."""


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each sequence that is long enough, and for each breach in one."""
    for run in runs(paper.outline.items):
        breaches = [r for at in range(1, len(run)) if (r := _breach(run, at, params, paper.outline))]
        shown = [r for r in breaches if r is not None]
        if len(shown) > max(1, len(run) // (2 if run[0].item.kind in ("table", "figure") else 5)):
            continue
        yield from shown
        if not shown and len(run) > params.steps + 1:
            yield _relation(run[-2].item, run[-1].item, f"The numbers run on to {run[-1].item.number}.", held=True)


def _numeral(value: int) -> str:
    text = ""
    for size, name in _NUMERALS:
        while value >= size:
            text += name
            value -= size
    return text


def _breach(run: list[Step], at: int, params: Params, outline: Outline) -> Relation | None:
    """What is wrong with the number at `at`, if anything is."""
    last, step = run[at - 1], run[at]
    after = run[at + 1] if at + 1 < len(run) else None
    if step.parent != last.parent or step.value == last.value + 1:
        return None
    if _sound(run, at) < params.steps and not (step.item.kind in ("table", "figure") and step.value == last.value):
        return None
    if params.test == "missing":
        return _missing(last, step, after, outline, headed=_headed(run))
    if step.value == last.value:
        skipped = (
            at > 1
            and step.item.kind == "number"
            and run[at - 2].parent == last.parent
            and run[at - 2].value == last.value - 2
        )
        again = after and after.parent == step.parent and after.value == step.value and step.item.kind != "number"
        thrice = at > 1 and run[at - 2].parent == step.parent and run[at - 2].value == step.value
        return None if skipped or thrice else _repeated(last, step, third=after if again else None)
    if after and after.parent == step.parent and after.value == last.value + 2:
        if after.value == step.value:
            return _repeated(step, after, _written(step, last.value + 1))
        return _misplaced(last, step, after)
    return None


def _sound(run: list[Step], at: int) -> int:
    """How many steps beside the one at `at` are right, before it and after it."""
    pairs = [*itertools.pairwise(run), *zip(run[at:], run[at + 1 :], strict=False)]
    return sum(
        b.value == a.value + 1 or (b.parent != a.parent and b.value == 1) for a, b in pairs[max(0, at - 6) : at + 6]
    )


def _repeated(last: Step, step: Step, better: str = "", third: Step | None = None) -> Relation | None:
    one, two = _title(last.item), _title(step.item)
    if not one or not two or one.lower()[:20] == two.lower()[:20] or _CONTINUED.search(two):
        return None
    if "cell" in step.item.style and step.item.kind == "number":
        return None
    named = _named(step.item)
    message = f"{named} stands twice: for “{one}” and for “{two}”."
    if third:
        message = f"{named} stands three times: for “{one}”, for “{two}” and for “{_title(third.item)}”."
    if better:
        message = f"{named} stands twice: for “{one}” and for “{two}”; the first should be {better}."
    running = step.item.kind == "number" and len(last.item.title) > _SHORT < len(step.item.title)
    return _relation(last.item, step.item, message, suggestion=better, confidence="low" if running else "high")


def _misplaced(last: Step, step: Step, after: Step) -> Relation | None:
    if not step.item.title or not _slipped(step.item, str(last.value + 1)):
        return None
    better = _written(step, last.value + 1)
    message = (
        f"“{_shown(step.item)} {_title(step.item)}” stands between {_shown(last.item)} and {_shown(after.item)}: "
        f"its number should be {better}."
    )
    return _relation(last.item, step.item, message, suggestion=better)


def _slipped(item: Item, right: str) -> bool:
    """Whether a number can be a slip of the right one: 17 for 7, 21 for 12; any roman or letter can."""
    printed = item.number.rpartition(".")[2]
    if item.kind in ("roman", "letter") or right in printed or sorted(right) == sorted(printed):
        return True
    return len(right) == len(printed) and sum(a != b for a, b in zip(right, printed, strict=True)) == 1


def _headed(run: list[Step]) -> bool:
    """Whether the numbers are those of a paper's headings: from 1, each short, and each over some text of its own."""
    short = all(s.item.heading and len(s.item.title) <= _SHORT and not s.parent for s in run)
    apart = all(b.item.order - a.item.order > 1 for a, b in itertools.pairwise(run))
    return short and apart and run[0].value == 1 and len(run) >= _HEADINGS


def _missing(last: Step, step: Step, after: Step | None, outline: Outline, *, headed: bool) -> Relation | None:
    if not 1 < step.value - last.value <= 3 or (after and after.value == last.value + 2):
        return None
    listed = step.item.kind == "roman" and after is not None and after.value == step.value + 1
    headed = headed and step.value == last.value + 2 and after is not None and after.value == step.value + 1
    if not step.parent and "caps" not in step.item.style and not listed and not headed:
        return None
    left_out = [_written(last, value) for value in range(last.value + 1, step.value)]
    between = outline.rows[last.item.order : step.item.order + 1]
    for parts in between:
        text = parts[0].text.lstrip("-•*# (|")
        if text.startswith(tuple(left_out)) or ((step.parent or listed) and any(n in text for n in left_out)):
            return None
    names = " or ".join(left_out)
    message = (
        f"{_named(last.item)} (“{_title(last.item)}”) is followed by {_shown(step.item)} (“{_title(step.item)}”): "
        f"there is no {names}."
    )
    sure: Confidence = "medium" if "caps" in step.item.style or listed or headed else "low"
    return _relation(last.item, step.item, message, confidence=sure)


def _written(step: Step, value: int) -> str:
    """The number `value` as this sequence prints its numbers."""
    if step.item.kind == "roman":
        return _numeral(value) + ")"
    if step.item.kind == "letter":
        return chr(96 + value) + ")"
    return f"{step.parent}.{value}" if step.parent else str(value)


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
    return Relation(
        "numbering",
        (Evidence(first), Evidence(second, "stated", suspect=not held)),
        "held" if held else "broken",
        message,
        location=second.location,
        confidence=confidence,
        suggestion=Suggestion(suggestion) if suggestion else None,
        quote=shorten(item.text.text, 200, placeholder=" …"),
    )
