"""Numbered items -> the sequences that they stand in, a list of its own between two headings apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportcheck.model import Item
from reportcheck.records import record

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


@record(frozen=True, slots=True)
class Step:
    """An item in its sequence: `parent` is what stands before its last number ("11" of 11.6)."""

    item: Item
    parent: str
    value: int


def runs(items: Iterable[Item]) -> Iterator[list[Step]]:
    """Sequences of items that are numbered and set alike; a sequence ends where another begins at 1."""
    open_runs: dict[str, list[Step]] = {}
    outer: dict[str, list[Step]] = {}
    for item in items:
        style, step = _step(item, open_runs)
        if step is None:
            continue
        if item.kind == "number":
            for name in [n for n in open_runs if n.startswith(("roman", "letter"))]:
                yield open_runs.pop(name)
        run = open_runs.setdefault(style, [])
        if run and _resumes(outer.get(style), run, step):
            yield run
            run = open_runs[style] = outer.pop(style)
        elif run and _restarts(run, step):
            if style in outer:
                yield outer.pop(style)
            outer[style] = run
            run = open_runs[style] = []
        run.append(step)
    yield from outer.values()
    yield from open_runs.values()


def _resumes(outer: list[Step] | None, run: list[Step], step: Step) -> bool:
    """Whether a heading goes on with the numbers from before a list of its own numbers: 1, 2, 3, (1, 2, 3, 4,) 4."""
    if not outer or step.item.kind != "number" or step.value == run[-1].value + 1:
        return False
    last = outer[-1]
    return step.value == last.value + 1 and step.parent == last.parent and step.item.heading and last.item.heading


def _restarts(run: list[Step], step: Step) -> bool:
    last = run[-1]
    if step.parent != last.parent:
        return not (step.value == 1 and _follows(step.parent, last.parent))
    resumes = len(run) > 1 and step.value == run[-2].value + 2
    return step.value <= 1 or (step.value < last.value - 6 and not resumes)


def _follows(parent: str, last: str) -> bool:
    """Whether 3.1 may come after 2.9: another parent of the same depth, not before the last."""
    one, two = parent.split("."), last.split(".")
    return len(one) == len(two) and all(p.isdecimal() for p in one + two) and [*map(int, one)] >= [*map(int, two)]


def _step(item: Item, open_runs: dict[str, list[Step]]) -> tuple[str, Step | None]:
    """The sequence that an item belongs to, and its place in it."""
    if item.kind in ("appendix", "minute"):
        return "", None
    if item.kind == "roman":
        letters = open_runs.get("letter")
        if len(item.number) == 1 and letters and letters[-1].value == ord(item.number) - 97:
            return "letter", Step(item, "", ord(item.number) - 96)
        return "roman", Step(item, "", _from_roman(item.number))
    if item.kind == "letter":
        return "letter", Step(item, "", ord(item.number) - 96)
    parent, _, last = item.number.rpartition(".")
    if not last.isdecimal():
        return "", None
    dotted = item.kind == "number" and parent
    return f"dotted {parent.count('.')}" if dotted else item.style, Step(item, parent, int(last))


def _from_roman(number: str) -> int:
    values = [_ROMAN[c] for c in number]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))
