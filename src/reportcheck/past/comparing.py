"""An older and a newer version of a paper -> the figures that changed, and the rows and sentences that only one has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, Literal

from reportcheck.model import Fact, Kept
from reportcheck.past.aligning import Likest, Pair, Unit, aligned, units, value_of
from reportcheck.records import record
from reportcheck.version import VERSION

_ONE = 0.55
"""A row that one version has as a table's, and the other as a sentence, is one where so much of it is the same."""


@record(frozen=True, slots=True)
class Moved:
    """A figure that is another now: its column, as printed before and after; empty where it is in one only."""

    column: str
    old: str
    new: str
    difference: str = ""
    """The new less the old, with its sign, in the unit that both are printed in."""


@record(frozen=True, slots=True)
class Change:
    """A row or a sentence that was changed, added or removed; places are None where it is not."""

    sort: Literal["changed", "added", "removed"]
    kind: Literal["row", "sentence"]
    name: str
    old: tuple[int, int | None] | None
    """Its page and line in the older version."""
    new: tuple[int, int | None] | None
    figures: tuple[Moved, ...]


@record(frozen=True, slots=True)
class Comparison:
    """All that differs, in the order of the newer version; `same` rows and sentences have the same figures.

    What stands before or after all that the two have in common is counted: rows and sentences that only one has.
    """

    old: str
    new: str
    same: int
    changes: tuple[Change, ...]
    outside_old: int = 0
    outside_new: int = 0


def compared(old: Kept, new: Kept) -> Comparison:
    """What differs between two versions of a paper."""
    changes: list[Change] = []
    same = outside_old = outside_new = 0
    found = [(list(aligned(*both)), *both) for both in zip(units(old), units(new), strict=True)]
    across = list(_across([pairs for pairs, _, _ in found]))
    paired = {id(unit) for pair in across for unit in pair}
    for pairs, before, after in found:
        shared = [(o, n) for o, n in pairs if o is not None and n is not None]
        moved = _changed_of(shared)
        same += len(shared) - len(moved)
        left, added = _unpaired(pairs, paired)
        gone, out_old = _within(left, before, [o for o, _ in shared])
        come, out_new = _within(added, after, [n for _, n in shared])
        outside_old, outside_new = outside_old + out_old, outside_new + out_new
        changes += [*moved, *(_lone(unit, "removed") for unit in gone), *(_lone(unit, "added") for unit in come)]
    moved = _changed_of(across)
    same += len(across) - len(moved)
    changes = sorted([*changes, *moved], key=_order)
    return Comparison(old.path, new.path, same, tuple(changes), outside_old, outside_new)


def _unpaired(pairs: Sequence[Pair], paired: set[int]) -> tuple[list[Unit], list[Unit]]:
    """The units of the old version and those of the new one that have no fellow in the other, wherever it may stand."""
    gone = [o for o, n in pairs if o is not None and n is None and id(o) not in paired]
    come = [n for o, n in pairs if n is not None and o is None and id(n) not in paired]
    return gone, come


def _changed_of(pairs: list[tuple[Unit, Unit]]) -> list[Change]:
    """What changed of the units that both have."""
    return [_changed(o, n) for o, n in pairs if _moves(o, n)]


def _order(change: Change) -> tuple[int, int]:
    page, line = change.new or change.old or (0, None)
    return page, line or 0


def _within(lone: Sequence[Unit], every: Sequence[Unit], shared: Sequence[Unit]) -> tuple[list[Unit], int]:
    """The units between the first and the last that both have, and how many stand outside."""
    places = {id(unit): at for at, unit in enumerate(every)}
    if not shared:
        return [], len(lone)
    first, last = (pick(places[id(unit)] for unit in shared) for pick in (min, max))
    inside = [unit for unit in lone if first < places[id(unit)] < last]
    return inside, len(lone) - len(inside)


def _moves(old: Unit, new: Unit) -> list[Moved]:
    """The figures of two units that are others."""
    # A sentence does not know the unit that a table's heading gives: there what is printed is compared.
    worth = value_of if old.facts[0].source == new.facts[0].source else _text
    if [worth(f) for f in old.facts] == [worth(f) for f in new.facts]:
        return []
    return list(_figures(old.facts, new.facts, worth))


def _text(fact: Fact) -> str:
    return fact.figure.text


def _figures(old: Sequence[Fact], new: Sequence[Fact], worth: Callable[[Fact], str]) -> Iterator[Moved]:
    if len(old) == len(new):
        yield from (_moved(a, b) for a, b in zip(old, new, strict=True) if worth(a) != worth(b))
        return
    matcher = SequenceMatcher(None, [worth(f) for f in old], [worth(f) for f in new], autojunk=False)
    for way, a, b, c, d in matcher.get_opcodes():
        if way == "equal":
            continue
        width = max(b - a, d - c)
        left = [*old[a:b], *[None] * (width - (b - a))]
        right = [*new[c:d], *[None] * (width - (d - c))]
        yield from (_moved(one, other) for one, other in zip(left, right, strict=True))


def _moved(old: Fact | None, new: Fact | None) -> Moved:
    a, b = (fact.figure.quantity if fact else None for fact in (old, new))
    difference = ""
    if a is not None and b is not None and a.scale == b.scale and (a.unit or "count") == (b.unit or "count"):
        difference = f"{(b.value - a.value) / a.scale:+,f}"
        difference = difference.rstrip("0").rstrip(".") if "." in difference else difference
    shown = new or old
    column = shown.scope if shown is not None and shown.source == "table" else ""
    return Moved(column, old.figure.text if old else "", new.figure.text if new else "", difference)


def _changed(old: Unit, new: Unit) -> Change:
    return Change("changed", _kind(new), _name(new), _place(old), _place(new), tuple(_moves(old, new)))


def _lone(unit: Unit, sort: Literal["added", "removed"]) -> Change:
    figures = tuple(_moved(None, f) if sort == "added" else _moved(f, None) for f in unit.facts)
    at = _place(unit)
    return Change(
        sort, _kind(unit), _name(unit), at if sort == "removed" else None, at if sort == "added" else None, figures
    )


def _across(found: Sequence[Sequence[Pair]]) -> Iterator[tuple[Unit, Unit]]:
    """What one version has as a row of a table and the other as a sentence, where the two are alike."""
    rows, sentences = found
    for olds, news in ((rows, sentences), (sentences, rows)):
        come = Likest([n for o, n in news if n is not None and o is None], _ONE)
        for old in [o for o, n in olds if o is not None and n is None]:
            best = come.take(old)
            if best is not None:
                yield old, best


def _kind(unit: Unit) -> Literal["row", "sentence"]:
    return "row" if unit.facts[0].source == "table" else "sentence"


def _name(unit: Unit) -> str:
    fact = unit.facts[0]
    return " ".join((fact.measure if fact.source == "table" else fact.quote).split())


def _place(unit: Unit) -> tuple[int, int | None]:
    at = unit.facts[0].figure.location
    return at.page, at.line


def as_json(found: Comparison) -> dict[str, Any]:
    """The comparison for programs."""

    def place(at: tuple[int, int | None] | None) -> dict[str, int | None] | None:
        return {"page": at[0], "line": at[1]} if at else None

    def told(change: Change) -> dict[str, Any]:
        figures = [{"column": m.column, "old": m.old, "new": m.new, "difference": m.difference} for m in change.figures]
        return {
            "kind": change.kind, "name": change.name, "old": place(change.old), "new": place(change.new),
            "figures": figures,
        }  # fmt: skip

    return {
        "schema": 1,
        "tool": {"name": "reportcheck", "version": VERSION},
        "old": found.old,
        "new": found.new,
        "same": found.same,
        **{sort: [told(c) for c in found.changes if c.sort == sort] for sort in ("changed", "added", "removed")},
        "outside": {"old": found.outside_old, "new": found.outside_new},
    }
