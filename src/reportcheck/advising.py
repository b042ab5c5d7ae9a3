"""Broken relations -> what may be said of them: nothing that is garbled, and one finding for each suspect."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reportcheck.model import Figure, Relation, Rule, Severity, Suggestion
from reportcheck.quantity import Interval, Quantity
from reportcheck.read.grids.cells import plain_figure
from reportcheck.read.mentions.numbers import scan

RANK: dict[Severity, int] = {"error": 0, "warning": 1, "note": 2}
_GARBLED = re.compile(r"(?<![A-Za-z\d])\.[\d,]*\.\d")
_DIGIT = re.compile(r"\d")
_SUMS = frozenset({"total", "difference"})
_BORNE_OUT = "two relations say so"
Broken = tuple[Rule, Relation]
Found = tuple[Rule, Relation, Severity]
Place = tuple[object, ...]


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


def told_once(findings: Sequence[Found]) -> list[Found]:
    """The findings, those of one cause as one: the gravest and plainest, the others under "also".

    One cause have those that suspect one figure, those that say the same of it, a sum that comes out where it is
    mended, and those that hold the same two figures against each other.
    """
    single = [r for _, r, _ in findings if len(r.suspects) == 1]
    wrong = {r.suspects[0].figure.place: r for r in single if r.required is not None}
    said = {r.message: r.suspects[0].figure.place for r in single}
    groups: dict[object, list[Found]] = {}
    pairs: dict[frozenset[Place], object] = {}
    for number, found in enumerate(findings):
        relation = found[1]
        suspects = relation.suspects
        own = (
            suspects[0].figure.place if len(suspects) == 1 else said.get(relation.message) or _pair(relation) or number
        )
        cause = _cause(relation, wrong) or own
        groups.setdefault(pairs.setdefault(pair, cause) if (pair := _pair(relation)) else cause, []).append(found)
    return [_together(place, group) for place, group in groups.items()]


def _pair(relation: Relation) -> frozenset[Place]:
    """The places of two figures of which none is suspected; none where it has others."""
    places = frozenset(e.figure.place for e in relation.evidence)
    return places if len(places) == 2 and not any(e.suspect for e in relation.evidence) else frozenset()


def _cause(relation: Relation, wrong: Mapping[Place, Relation]) -> Place | None:
    """The figure of a broken sum that another relation suspects, and that makes it come out where it is mended."""
    if relation.kind not in _SUMS or (relation.suggestion and relation.suggestion.sure):
        return None
    stated = next((e.figure for e in relation.evidence if e.role == "stated"), None)
    gap = _gap(stated, relation.required)
    for evidence in relation.evidence:
        other = wrong.get(evidence.figure.place)
        if evidence.suspect or evidence.role == "stated" or other is None or other.required is None or gap is None:
            continue
        its = _gap(other.suspects[0].figure, other.required)
        if other.suspects[0].role == "stated" and its is not None and its.low > 0 and its.overlaps(gap):
            return evidence.figure.place
    return None


def _gap(figure: Figure | None, required: Interval | None) -> Interval | None:
    """How far a figure is from what it must be."""
    if figure is None or figure.quantity is None or required is None:
        return None
    return abs(required - figure.quantity.interval)


def _together(place: object, group: list[Found]) -> Found:
    own = [found for found in group if len(found[1].suspects) == 1 and found[1].suspects[0].figure.place == place]
    own = own or group
    rule, relation, severity = min(own, key=_plainness)
    others = [(r, other) for r, other, _ in group if other is not relation]
    if not others:
        return group[0]
    told: list[str] = []
    for r, other in others:
        pair = _pair(other)
        same = other.message == relation.message or (bool(pair) and pair == _pair(relation))
        message = "the same is found" if same else other.message
        told += [f"{message} ({r.id})", *other.also]
    suggestion = relation.suggestion
    if suggestion is not None:
        rival = any(r.suggestion and _differ(r.suggestion, suggestion) for _, r, _ in own)
        borne_out = any((r.suggestion or len(own) < len(group)) and _witness(relation, r) for _, r in others)
        suggestion = _weighed(suggestion, rival=rival, borne_out=borne_out)
    return rule, replace(relation, also=(*relation.also, *told), suggestion=suggestion), severity


def _weighed(suggestion: Suggestion, *, rival: bool, borne_out: bool) -> Suggestion:
    """A suggestion as sure as what else is found there lets it be."""
    sure = not rival and (suggestion.sure or borne_out)
    return replace(suggestion, sure=sure, reason=_BORNE_OUT if sure and not suggestion.sure else suggestion.reason)


def _witness(relation: Relation, other: Relation) -> bool:
    """Whether another relation rests on figures of its own: a rule that finds the same twice bears nothing out."""
    rests = {e.figure.place for e in relation.evidence}
    return other.kind != relation.kind and any(e.figure.place not in rests for e in other.evidence)


def _plainness(found: Found) -> tuple[int, bool, bool, bool, int]:
    """What is told first: the gravest, what is sure of its value, what shows a sum, what takes the fewest figures."""
    _, relation, severity = found
    suggestion = relation.suggestion
    unsure = suggestion is None or not suggestion.sure
    return RANK[severity], unsure, suggestion is None, not relation.sum, len(relation.evidence)


def _differ(one: Suggestion, other: Suggestion) -> bool:
    """Whether two suggestions mean different values."""
    a, b = read_back(one.text), read_back(other.text)
    return one.text != other.text if a is None or b is None else not a.interval.overlaps(b.interval)
