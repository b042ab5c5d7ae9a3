"""A change in a sentence: its two ends, its size and its direction have to fit each other."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, NamedTuple

from reportcheck.checks.judging import printed_like, relation, stands_for
from reportcheck.model import Claim, Interval, Paper, Quantity, Relation

_VERBAL = ("ed", "ing", " up", " down")
Aspect = Literal["direction", "amount", "percent", "points"]


class Params(NamedTuple):
    """Which side of a change the rule speaks for."""

    aspect: Aspect


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """The changes of the paper's sentences, judged on that side."""
    judge = {"direction": _direction, "amount": _amount, "percent": _percent, "points": _points}[params.aspect]
    for claim in paper.claims_of("change"):
        found = judge(claim)
        if found:
            yield found


def _ends(claim: Claim) -> tuple[Quantity, Quantity, Interval, Interval] | None:
    """Old and new as printed and as intervals, by size where both are negative."""
    old, new = claim.quantity("from"), claim.quantity("to")
    first, last = stands_for(claim, "from"), stands_for(claim, "to")
    if old is None or new is None or first is None or last is None:
        return None
    if old.value < 0 and new.value < 0:
        first, last = abs(first), abs(last)
    return old, new, first, last


def _phrase(claim: Claim, size: Quantity | None, other: Quantity | None = None) -> str:
    """The words of the change as printed: "decreased by 114", "increase of 8%"."""
    word = claim.words[1]
    verb = word.endswith(_VERBAL) or word in ("rose", "fell", "grew", "up", "down", "fall", "falls", "rises")
    if size is None:
        return f"“{word}”"
    shown = size.bare.lstrip("+") + (f" or {other.bare}" if other else "")
    if word in ("more", "fewer", "less", "higher", "lower", "better", "worse"):
        return f"“{shown} {word}”"
    if word in ("up", "down"):
        return f"“{word} {shown}”"
    return f"“{word} {'by' if verb else 'of'} {shown}”"


def _move(old: Decimal, new: Decimal) -> str:
    return "an increase" if new > old else "a decrease"


def _direction(claim: Claim) -> Relation | None:
    """A word that says up over figures that go down, or the other way round."""
    ends = _ends(claim)
    way, stated = claim.words[0], claim.named("to")
    if ends is None or not way or stated is None:
        return None
    old, new, first, last = ends
    if (old.value < 0) != (new.value < 0) or first.low == last.low:
        return None
    wrong = last.high < first.low if way == "up" else last.low > first.high
    if old.value < 0 and wrong:
        return None
    text = f"{old.bare} to {new.bare}"
    if not wrong:
        return relation(claim, "held", f"{_phrase(claim, None)} is right for {text}.", stated=stated)
    size = printed_like(new.value - old.value, new if new.step <= old.step else old)
    size = _bare(new.value - old.value, new) + " percentage points" if new.unit == "percent" else size
    message = f"The sentence says {_phrase(claim, None)}, but {text} is {_move(old.value, new.value)} of {size}."
    return relation(claim, "broken", message, stated=stated, sum=f"{new.bare} - {old.bare}")


def _bare(value: Decimal, percent: Quantity) -> str:
    """A percentage without its sign: "5" of "5%" and of "5 per cent"."""
    return printed_like(value, percent).removesuffix("per cent").rstrip("% ")


def _amount(claim: Claim) -> Relation | None:
    """The size of a change in the unit of its ends."""
    ends, by, stated = _ends(claim), claim.quantity("by"), claim.named("by")
    allowed = stands_for(claim, "by")
    if ends is None or by is None or stated is None or allowed is None:
        return None
    old, new, first, last = ends
    if not _same_unit(by, new, old):
        return None
    moved = abs(last - first)
    size = abs(abs(new.value) - abs(old.value)) if (old.value < 0) == (new.value < 0) else abs(new.value - old.value)
    model = max((old, new, by), key=lambda q: -q.step)
    done = f"{old.bare} to {new.bare} = {printed_like(size, model)}"
    text = f"{old.bare} to {new.bare}"
    if abs(allowed).overlaps(moved) or (by.unit == "percent" and _relative(allowed, first, last)):
        message = f"{_phrase(claim, by)} is right for {text}."
        return relation(claim, "held", message, stated=stated, sum=done, required=moved)
    right = printed_like(size, by if by.step <= size or not size else model)
    return relation(
        claim,
        "broken",
        f"{_phrase(claim, by)} does not fit {text}, which is {_move(abs(old.value), abs(new.value))} of {right}.",
        stated=stated,
        suspect=True,
        sum=done,
        better=right,
        why=done,
        required=moved,
    )


def _same_unit(by: Quantity, new: Quantity, old: Quantity) -> bool:
    kinds = {q.unit or "count" for q in (by, new, old)} - {"percent", "points"}
    if kinds & {"days", "weeks", "months", "years"}:
        kinds.discard("count")
    return len(kinds) <= 1 and (not kinds or all(q.unit not in ("percent", "points") for q in (by, new, old)))


def _relative(allowed: Interval, first: Interval, last: Interval) -> bool:
    """Whether a change of percentages fits as a per cent of the old one."""
    if first.low <= 0:
        return False
    return abs(allowed).overlaps(abs(last - first) / first * Interval.exact(100))


def _percent(claim: Claim) -> Relation | None:
    """The size of a change as a per cent of the old figure."""
    percent, stated, allowed = claim.quantity("percent"), claim.named("percent"), stands_for(claim, "percent")
    bases = _bases(claim)
    if percent is None or stated is None or allowed is None or bases is None:
        return None
    moved, old, new, value, text = bases
    if old.low <= 0 or new.low <= 0:
        return None
    share = abs(moved) / old * Interval.exact(100)
    allowed = abs(allowed)
    shown = printed_like(value, percent)
    done = f"{text} = {printed_like(value, percent, 1)}"
    if allowed.overlaps(share):
        return relation(
            claim, "held", f"{_phrase(claim, percent)} is right for {text}.", stated=stated, sum=done, required=share
        )
    message = f"{_phrase(claim, percent)} does not fit {text}, which is {_move_of(claim)} of {shown}."
    if allowed.overlaps(abs(moved) / new * Interval.exact(100)):
        message = message[:-1] + f"; {percent.bare} is the share of the new figure."
    return relation(
        claim,
        "broken",
        message,
        stated=stated,
        suspect=True,
        sum=done,
        better=shown,
        why=done,
        required=share,
    )


def _move_of(claim: Claim) -> str:
    old, new = claim.quantity("from"), claim.quantity("to")
    if old and new:
        return _move(abs(old.value), abs(new.value))
    return "an increase" if claim.words[0] == "up" else "a decrease"


def _bases(claim: Claim) -> tuple[Interval, Interval, Interval, Decimal, str] | None:
    """What a percentage is judged by: the change, the old and the new, its right value, and the words for it."""
    by, new = claim.quantity("by"), claim.quantity("to")
    ends = _ends(claim)
    if ends is not None and new is not None and new.unit != "percent":
        old, _, first, last = ends
        if old.value == 0 or (old.value < 0) != (new.value < 0):
            return None
        value = (abs(new.value) - abs(old.value)) / abs(old.value) * 100
        return last - first, first, last, value, f"{old.bare} to {new.bare}"
    if by is None or new is None or not claim.words[0] or by.unit != new.unit or ends is not None:
        return None
    sign = 1 if claim.words[0] == "up" else -1
    before = abs(new.value) - sign * abs(by.value)
    if before <= 0:
        return None
    first = abs(new.counted) - Interval.exact(sign) * abs(by.counted)
    model = new if new.step <= by.step else by
    text = f"{by.bare} {'on' if sign > 0 else 'off'} {printed_like(before, model)}"
    return abs(by.counted), first, abs(new.counted), abs(by.value) / before * 100, text


def _points(claim: Claim) -> Relation | None:
    """A change between two percentages that is printed as per cent and fits only as percentage points."""
    ends, by, stated = _ends(claim), claim.quantity("by"), claim.named("by")
    by = by and by.in_points
    if ends is None or by is None or stated is None or {by.unit, ends[0].unit, ends[1].unit} - {"percent", "points"}:
        return None
    old, new, first, last = ends
    if old.unit != "percent" or new.unit != "percent" or first.low <= 0:
        return None
    text = f"{old.bare} to {new.bare}"
    moved, allowed = abs(last - first), abs(by.counted)
    size = _bare(new.value - old.value, new) + " percentage points"
    fits, relative = allowed.overlaps(moved), _relative(allowed, first, last)
    if by.unit == "points" or relative:
        if fits or by.unit == "percent":
            return relation(claim, "held", f"{_phrase(claim, by)} is right for {text}.", stated=stated)
        message = f"{_phrase(claim, by)} does not fit {text}, which is {_move(old.value, new.value)} of {size}."
        return relation(claim, "broken", message, stated=stated, suspect=True, better=size)
    share = printed_like((new.value - old.value) / old.value * 100, by)
    message = f"{_phrase(claim, by)} for {text} is {_move(old.value, new.value)} of {size}" + (
        f"; as a per cent it is {share}." if fits else f", or of {share}."
    )
    return relation(
        claim, "broken", message, stated=stated, suspect=True, confidence="low" if fits else "high", better=size
    )
