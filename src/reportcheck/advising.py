"""Broken relations -> what may be said of them: nothing that is garbled, and one finding for each suspect."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportcheck.model import Relation, Rule, Severity, Suggestion
from reportcheck.quantity import Quantity
from reportcheck.read.grids.cells import plain_figure
from reportcheck.read.mentions.numbers import scan

RANK: dict[Severity, int] = {"error": 0, "warning": 1, "note": 2}
_GARBLED = re.compile(r"(?<![A-Za-z])\.[\d,]*\.\d")
_DIGIT = re.compile(r"\d")
Broken = tuple[Rule, Relation]


def sound(broken: Iterable[Broken]) -> list[Broken]:
    """The broken relations that can be said aloud, with suggestions only where they read back as what they mean."""
    return [(rule, _readable(relation)) for rule, relation in broken if not _misread(relation)]


def _misread(relation: Relation) -> bool:
    """Whether a figure is no number as it is printed (".10.74"), or a share comes out as nought: we read it wrongly."""
    if any(e.figure.quantity and _GARBLED.search(e.figure.text) for e in relation.evidence):
        return True
    suspects, suggestion = relation.suspects, relation.suggestion
    if suggestion is None or len(suspects) != 1:
        return False
    printed, meant = suspects[0].figure.quantity, read_back(suggestion.text)
    if printed is None or meant is None or printed.unit != "percent" or meant.unit != "percent":
        return False
    return relation.kind not in ("change", "growth") and not meant.value and abs(printed.value) >= 1


def _readable(relation: Relation) -> Relation:
    suggestion = relation.suggestion
    if suggestion is None or _reads_back(relation, suggestion):
        return relation
    return replace(relation, suggestion=None)


def _reads_back(relation: Relation, suggestion: Suggestion) -> bool:
    """Whether a suggestion for a figure is a figure to our own reader, and one that the relation allows."""
    suspects = relation.suspects
    if len(suspects) != 1 or not _DIGIT.search(suggestion.text):
        return True
    suspect = suspects[0]
    quantity, bare = suspect.figure.quantity, read_back(suspect.figure.text)
    if quantity is None or bare is None:
        return True
    meant = read_back(suggestion.text)
    if meant is None:
        return False
    if relation.required is None or suspect.role != "stated" or (bare.unit, bare.scale) != (meant.unit, meant.scale):
        return True
    # What is read alone lacks the column's scale: it counts as often as the printed figure's does.
    scale = quantity.scale // bare.scale
    return replace(meant, value=meant.value * scale, step=meant.step * scale).interval.overlaps(relation.required)


def read_back(text: str) -> Quantity | None:
    """The one quantity that a text is; None where it is none, or more than that."""
    mark = plain_figure(text.strip())
    if mark is not None:
        return mark.quantity
    marks = [m for m in scan(text) if m.quantity is not None]
    if len(marks) != 1 or _DIGIT.search(text[: marks[0].start] + text[marks[0].end :]):
        return None
    return marks[0].quantity


def told_once(findings: Sequence[tuple[Rule, Relation, Severity]]) -> list[tuple[Rule, Relation, Severity]]:
    """The findings, those that suspect one figure as one: the gravest and plainest, the others under "also"."""
    groups: dict[object, list[tuple[Rule, Relation, Severity]]] = {}
    for number, found in enumerate(findings):
        suspects = found[1].suspects
        groups.setdefault(suspects[0].figure.place if len(suspects) == 1 else number, []).append(found)
    return [_together(group) for group in groups.values()]


def _together(group: list[tuple[Rule, Relation, Severity]]) -> tuple[Rule, Relation, Severity]:
    rule, relation, severity = min(group, key=_plainness)
    others = [(r, other) for r, other, _ in group if other is not relation]
    if not others:
        return group[0]
    told = [line for r, other in others for line in (f"{other.message} ({r.id})", *other.also)]
    suggestion = relation.suggestion
    if suggestion and any(o.suggestion and _differ(o.suggestion, suggestion) for _, o in others):
        suggestion = replace(suggestion, sure=False)
    return rule, replace(relation, also=(*relation.also, *told), suggestion=suggestion), severity


def _plainness(found: tuple[Rule, Relation, Severity]) -> tuple[int, bool, bool, int]:
    """What is told first: the gravest, then what is sure of its value, then what takes the fewest figures."""
    _, relation, severity = found
    suggestion = relation.suggestion
    return RANK[severity], suggestion is None or not suggestion.sure, suggestion is None, len(relation.evidence)


def _differ(one: Suggestion, other: Suggestion) -> bool:
    """Whether two suggestions mean different values."""
    a, b = read_back(one.text), read_back(other.text)
    return one.text != other.text if a is None or b is None else not a.interval.overlaps(b.interval)
