"""Percentages that name what they are of: the figure that the paragraph calls so, and the part before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportcheck.patterns import pattern
from reportcheck.read.claims.composed import Found
from reportcheck.read.claims.skeleton import Skeleton
from reportcheck.read.claims.slots import Slots, told
from reportcheck.words.spans import agree, speaks_of_before
from reportcheck.words.stems import clause_after, clause_before, stems

_OF = pattern(r" ?\)? ?of (?:the|its|our|their|all|total|this|that|these|those|both) (?P<base>[a-z' -]{3,60})")
_THOSE = pattern(
    r"(?P<part>[NM])(?: [a-z'-]+){0,3} of (?:the|these|those|all(?: the)?|its|our|their) (?P<base>[a-z' -]{3,40}?)"
    r"(?:,? (?:or|which is|representing)|,| \() ?(?:only |just |about |nearly )?(?P<percent>P)(?=[,.;)]|$)"
)
_SAID = pattern(
    r"\b(?:is|are|was|were|represent(?:s|ed|ing)?|equals?|mak(?:es|ing)(?: up)?|account(?:s|ed|ing) for|being|or"
    r"|i\.e\.?|equivalent to|equal to|which is|that is|therefore|about|only|just|nearly)(?: [a-z]+)? ?\(?$|[(,-] ?$"
)
_GROWTH = pattern(
    r"\b(?:more|higher|greater|above|up|increas\w*|grew|growth|rise[ns]?|rose|rising|uplift|fewer|less|lower|below"
    r"|down|decreas\w*|fell|falls?|drop\w*|declin\w*|reduc\w*|cuts?|inflation|interest|vat|discount|margin|change"
    r"|average|target|compared)\b"
)
_LEFT = pattern(r" ?(?:is |was |are |were )?(?:unspent|remaining|left|unused|to go|outstanding|still to)\b")
_LEAVING = pattern(r"\b(?:leaving|leaves|with)(?: just| only| about)? $")
_BUDGET = pattern(r"\bof (?:the|its|our|their|an?)\b[^NMPQ.;]{0,30}$")
_BACK = 3
"""How many sentences back the whole may be told."""


def based(frame: Skeleton) -> Iterator[Found]:
    """Shares of a whole that the words after the percentage name, and what a percentage leaves of one."""
    sentences = told(frame)
    for number, slots in enumerate(sentences):
        earlier = sentences[max(0, number - _BACK) : number]
        for at in slots.of("P"):
            named = _OF.match(slots.after(at))
            if named and _SAID.search(slots.before(at)) and not _GROWTH.search(slots.before(at)[-40:]):
                yield from _named(slots, at, stems(clause_after(named["base"])), earlier)
            yield from _leaving(slots, at)
        for match in _THOSE.finditer(frame.text, slots.start, slots.end):
            yield from _of_those(match, (*earlier, slots))


def _of_those(match: re.Match[str], earlier: Sequence[Slots]) -> Iterator[Found]:
    """ "2,028 of those calls, or 98%", where one figure before counts calls."""
    part, percent, words = match.start("part"), match.start("percent"), stems(match["base"])
    letter = match["part"].upper()
    wholes = [
        at for slots in earlier for at in slots.of(letter)
        if at < part and words and words <= stems(clause_after(slots.after(at)))
    ]  # fmt: skip
    if len(wholes) == 1 and earlier[-1].frame.quantity(wholes[0]).value > earlier[-1].frame.quantity(part).value:
        yield "share", percent, ((part, 1), (wholes[0], 1)), 0, "of", 2


def _named(slots: Slots, percent: int, words: frozenset[str], earlier: Sequence[Slots]) -> Iterator[Found]:
    """The nearest figure before as the part, and each that is called so as the whole."""
    for letter in "MN":
        parts = [at for at in slots.of(letter) if at < percent]
        if len(parts) != 1:
            continue
        backs = [back for back in (*earlier, slots) if back is slots or _of_one_time(slots, back)]
        wholes = [at for back in backs for at in back.of(letter) if _is_called(back, at, words)]
        # The words after the percentage stand before the next figure, too.
        wholes = [at for at in wholes if at not in (parts[0], slots.next(percent))]
        if len(wholes) == 1 and slots.frame.quantity(wholes[0]).value > slots.frame.quantity(parts[0]).value:
            yield "share", percent, ((parts[0], 1), (wholes[0], 1)), 0, "of", 2


def _of_one_time(slots: Slots, back: Slots) -> bool:
    """Whether a sentence tells of the time of one before it: last year's part is no share of this year's whole."""
    return speaks_of_before(slots.words) <= speaks_of_before(back.words) and agree(slots.spans, back.spans)


def _is_called(slots: Slots, at: int, words: frozenset[str]) -> bool:
    """Whether a figure's own clause has all these words."""
    own = stems(clause_before(slots.before(at))) | stems(clause_after(slots.after(at)))
    return bool(words) and words <= own


def _leaving(slots: Slots, at: int) -> Iterator[Found]:
    """ "£63,000 of the £84,000 budget, leaving 25% unspent"."""
    if not (_LEFT.match(slots.after(at)) and _LEAVING.search(slots.before(at))):
        return
    for letter in "MN":
        places = slots.of(letter)
        if len(places) == 2 and places[1] < at and _BUDGET.search(slots.before(places[1])) and len(slots.of("P")) == 1:
            yield "rest", at, ((places[0], 1), (places[1], 1)), 0, "", 2
