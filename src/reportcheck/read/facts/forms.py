"""Forms of words: what is said of many things in the same words, as in a list of grants, names none of them."""

from __future__ import annotations

from reportcheck.model import Statement
from reportcheck.read.facts.index import Index
from reportcheck.words.spans import agree
from reportcheck.words.stems import stems


def is_form(index: Index, one: Statement, other: Statement) -> bool:
    """Whether what two sentences have in common is said of a third figure too, or of a thing of its own in each."""
    if _other_subject(one, other):
        return True
    known = {s.figure.quantity.value for s in (one, other) if s.figure.quantity}
    alike = index.saying(one.words & other.words)
    return any(
        s.figure.quantity and s.figure.quantity.value not in known and agree(s.spans, one.spans)
        for s in alike
        if s.group not in (one.group, other.group)
    )


def _other_subject(one: Statement, other: Statement) -> bool:
    """Whether the words before the figures are all others and those behind them all the same."""
    mine, theirs, after = stems(one.before), stems(other.before), stems(one.after)
    return bool(mine and theirs and after) and mine.isdisjoint(theirs) and after == stems(other.after)
