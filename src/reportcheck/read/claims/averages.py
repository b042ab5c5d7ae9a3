"""Averages beside the two figures that they are made of: "1.4 places per home", 379 places and 191 homes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportcheck.patterns import pattern
from reportcheck.read.claims.composed import Found
from reportcheck.read.claims.skeleton import Skeleton
from reportcheck.read.claims.slots import Slots, told
from reportcheck.words.stems import stems

_EACH = pattern(
    r"(?P<unit>(?: [a-z'-]+){0,5}?) (?:an?|per|for each|for every|at each|to each|in each) (?P<of>[a-z-]{3,})\b"
)
_MEAN = pattern(r"\b(?:average|mean)\b")
_TIMES = stems("year month week day hour night annum quarter head cent")
_WORD = pattern(r"[a-z'-]+")
_NEAR = 5
"""How many words may stand between a figure and what it counts."""


def averages(frame: Skeleton) -> Iterator[Found]:
    """Averages for each of what one figure of a sentence counts, of what another one does."""
    if not frame.has(2, "NM") or not _MEAN.search(frame.text):
        return
    for slots in told(frame):
        for rate in slots.of("NM"):
            each = _EACH.match(slots.after(rate))
            if each and _MEAN.search(slots.before(rate) + each["unit"]) and not stems(each["of"]) <= _TIMES:
                yield from _made(told(frame), rate, stems(each["of"]), stems(" ".join(each["unit"].split()[-1:])))


def _made(sentences: Sequence[Slots], rate: int, of: frozenset[str], unit: frozenset[str]) -> Iterator[Found]:
    """The average with the first sentence that has one figure of each kind."""
    for slots in sentences:
        others = [at for at in slots.of("NM") if at != rate]
        counts = [at for at in others if slots.text[at] == "N" and of <= _after(slots, at)]
        totals = [
            at for at in others
            if at not in counts and slots.text[at] == slots.text[rate]
            and (not unit or unit <= _after(slots, at) | stems(slots.before(at)))
        ]  # fmt: skip
        if len(counts) == 1 and len(totals) == 1:
            yield "product", rate, ((totals[0], 1), (counts[0], -1)), 0, "", 2
            return


def _after(slots: Slots, at: int) -> frozenset[str]:
    return stems(" ".join(_WORD.findall(slots.after(at))[:_NEAR]))
