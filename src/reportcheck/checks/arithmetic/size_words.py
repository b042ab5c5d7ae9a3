"""How large a change is called against how large it is: "decreased slightly from 76% to 65%"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from reportcheck.checks.judging import printed_like, relation, the_word
from reportcheck.model import Claim, Interval, Paper, Passage, Quantity, Relation
from reportcheck.read.prose import holding
from reportcheck.words import ANY_NOUN, ANY_VERB, pattern

_SMALL = r"slight(?:ly)?|marginal(?:ly)?|fractional(?:ly)?|minimal(?:ly)?"
_HINTS = ("light", "arginal", "ractional", "inimal")
"""What the words have in them, whether or not they open a sentence."""
_SIZED = pattern(
    rf"\b(?:(?P<one>{_SMALL}) (?:{ANY_VERB}|{ANY_NOUN})|(?:{ANY_VERB}) (?P<two>{_SMALL})) (?:of |by |\()", re.IGNORECASE
)
_BACK, _ON = 120, 60


class Params(NamedTuple):
    """From how many percentage points, and from how many per cent of the old figure on, no change is slight."""

    points: Decimal = Decimal(10)
    share: Decimal = Decimal(10)
    amounts: Decimal = Decimal(25)
    """The share from which on a change of an amount or of a count is not slight."""
    least: Decimal = Decimal(40)
    """Counts below this are too few for a share of them to be called large."""


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """The changes whose size a sentence gives in figures and in a word."""
    for claim in paper.claims_of("change"):
        word = _word(claim)
        found = _judged(claim, word, params) if word else None
        if found:
            yield found
    for passage in holding(paper.passages, *_HINTS):
        yield from _sized(passage, params)


def _word(claim: Claim) -> str:
    """The word for the size, where it stands beside the word of direction."""
    text, direction = claim.passage.text.text, re.escape(claim.words[1])
    if not direction or not any(hint in text for hint in _HINTS):
        return ""
    beside = rf"\b(?:(?P<one>{_SMALL}) {direction}|{direction} (?P<two>{_SMALL}))\b"
    around = text[max(0, claim.start - _BACK) : claim.end + _ON]
    found = [m["one"] or m["two"] for m in re.finditer(beside, around, re.IGNORECASE)]
    return found[0] if len(found) == 1 else ""


def _judged(claim: Claim, word: str, params: Params) -> Relation | None:
    old, new, stated = claim.quantity("from"), claim.quantity("to"), claim.named("to")
    if old is None or new is None or stated is None or old.value <= 0 or new.value <= 0:
        return None
    ends = f"{old.bare} to {new.bare}"
    if not _large(old, new, params):
        return relation(claim, "held", f"“{word}” can be said of {ends}.", stated=stated)
    rise = "an increase" if new.value > old.value else "a decrease"
    size = printed_like(new.value - old.value, max(old, new, key=lambda q: -q.step))
    size = f"{size.rstrip('% ')} percentage points" if new.unit == "percent" else size
    more = "" if new.unit == "percent" else f", or {_share(old, new)}"
    done = f"{max(old, new, key=lambda q: q.value).bare} - {min(old, new, key=lambda q: q.value).bare} = {size}"
    message = f"The sentence says “{word}”, but {ends} is {rise} of {size}{more}."
    found = relation(claim, "broken", message, stated=stated, sum=done, confidence="medium")
    figures = tuple(replace(e, role="input") for e in found.evidence)
    return replace(found, evidence=(the_word(claim, word), *figures))


def _large(old: Quantity, new: Quantity, params: Params) -> bool:
    """Whether a change is too large to be called slight, however its ends were rounded."""
    moved = abs(new.interval - old.interval)
    if old.interval.low <= 0:
        return False
    share = (moved / old.interval * Interval.exact(100)).low
    if new.unit == old.unit == "percent":
        return abs(new.value - old.value) >= params.points and share >= params.share
    few = new.unit in (None, "count") and min(old.value, new.value) < params.least
    return share >= params.amounts and not few


def _share(old: Quantity, new: Quantity) -> str:
    return f"{abs(new.value - old.value) / old.value * 100:.0f}%"


def _sized(passage: Passage, params: Params) -> Iterator[Relation]:
    """ "A slight increase of 40%"."""
    starts = {mark.start: mark for mark in passage.marks}
    for match in _SIZED.finditer(passage.text.text):
        mark = starts.get(match.end()) or starts.get(match.end() - 1)
        if mark is None or mark.quantity is None or mark.quantity.unit not in ("percent", "points"):
            continue
        word, figure = match["one"] or match["two"], passage.figure(mark)
        large = mark.quantity.value >= (params.points if mark.quantity.unit == "points" else params.amounts)
        told = " ".join(passage.text.text[match.start() : mark.end].split())
        message = f"“{told}” calls a change of {mark.quantity.bare} “{word}”."
        yield Relation.judged(
            "degree",
            figure,
            not large,
            message,
            suspect=False,
            confidence="medium",
            quote=passage.text.excerpt(match.start(), mark.end),
        )
