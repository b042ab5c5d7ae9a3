"""A month's sentence that stands word for word, with the same figures, in the report of another month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportcheck.checks.across.abreast import MONTH, Told, following, told
from reportcheck.checks.across.moulds import mould
from reportcheck.model import Fact, Kept
from reportcheck.words import pattern

_MONTHLY = pattern(
    r"(?i)\b(?:receipts|disbursements|takings|total(?:l?ing|l?ed) [£$€]?[\d,.]+|bank (?:statement|balance)|"
    r"(?:opening|closing|cash|checking|savings) balance)\b"
)
"""What is another figure every month; a rent or a fee is not."""


class Params(NamedTuple):
    """How many figures of three digits or more such a sentence has, and how many days two months' papers are apart."""

    figures: int = 2
    days: int = MONTH


def relations(papers: Sequence[Kept], params: Params) -> Iterator[Told]:
    """A relation for each sentence of a month's activity that two papers, one after the other, have alike."""
    for _, one, at, other in following(papers, params.days):
        known = dict(_sentences(one, params))
        for key, facts in _sentences(other, params):
            before = known.get(key)
            if before is None:
                continue
            same = [f.figure.text for f in before] == [f.figure.text for f in facts]
            if same and _dated_alike(before, facts):
                continue  # It speaks of one day in both: that day's figures are the same in every paper.
            yield _relation(at, one, before, facts, same)


def _sentences(paper: Kept, params: Params) -> list[tuple[str, list[Fact]]]:
    """The sentences of a month's activity with figures enough, by their words."""
    groups: dict[int, list[Fact]] = defaultdict(list)
    for fact in paper.facts:
        if fact.source == "prose" and fact.figure.quantity is not None:
            groups[fact.group].append(fact)
    return [
        (mould(facts[0].quote), facts)
        for facts in groups.values()
        if _MONTHLY.search(facts[0].quote) and len({f.figure.text for f in facts if _long(f)}) >= params.figures
    ]


def _long(fact: Fact) -> bool:
    """Whether a figure is not the same by chance, or because it is round."""
    digits = "".join(filter(str.isdigit, fact.figure.text))
    return len(digits) >= 3 and not digits.endswith("00")


def _dated_alike(before: list[Fact], facts: list[Fact]) -> bool:
    return before[0].quote == facts[0].quote and bool(facts[0].spans)


def _relation(at: int, one: Kept, before: list[Fact], facts: list[Fact], same: bool) -> Told:
    where = one.place(before[0].figure)
    printed = " and ".join(dict.fromkeys(f.figure.text for f in facts if _long(f)))
    message = f"This month's figures are others than those of the month before in the same words ({where})."
    if same:
        message = f"This sentence stands word for word, with {printed}, in the paper of the month before ({where})."
    return told("copied-sentence", at, facts[0].figure, not same, message, [(one, before[0].figure)], facts[0].quote)
