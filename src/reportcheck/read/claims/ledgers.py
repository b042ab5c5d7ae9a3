"""Accounts in words: what there was, what came and what went, and what there is, in one sentence or a few.

Each amount is added or taken off as the words of its own clause have it; where they do not say, whichever comes nearer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from reportcheck.patterns import pattern
from reportcheck.read.claims.accounts import difference_of
from reportcheck.read.claims.composed import Found, bracketed
from reportcheck.read.claims.skeleton import Skeleton
from reportcheck.read.claims.slots import Slots, slots_of, told

_CUT = pattern(r"[,;:.)] |, ?|[(] ?|\b(?:and|but|while|whilst|so|which|with)\b")
"""Where the words of one figure end and those of the next begin."""
_DONE = (
    r"(?:which |that )?(?:(?:has|have|had|having|was|were|is|are|been|be|being|also|since|already|now|then|later) )*"
)
_OUT_AFTER = pattern(
    rf" {_DONE}(?:spent|paid(?! in)|went|gone|used|repaid|committed|withdrawn|drawn|disbursed|written off|transferred"
    r"|expended|deducted|promised|set aside|earmarked|lost|unpresented|not yet presented)\b"
)
_IN_AFTER = pattern(
    rf" {_DONE}(?:came in|come in|received|given|added|earned|raised|collected|taken|deposited|paid in|donated|credited"
    r"|brought in)\b"
)
_OUT = pattern(
    r"\b(?:less|minus|spen[dt]\w*|paid(?! in)|paying|payments?|costs?|costing|expens\w*|expenditure|used|uses?"
    r"|committed|commitments?|withdr[ae]w\w*|repaid|repayments?|cheques|che?cks|unpresented|outgoings?|bought|dis[bp][eu]rs\w*"
    r"|deduct\w*|after|liabilities|creditors|transferred out|wages|salaries|went|gone|out|owe[sd]?)\b"
)
_IN = pattern(
    r"\b(?:plus|add\w*|income|receipts?|receiv\w+|revenues?|took|takings|raised|rais\w+|earn\w*|collect\w*|deposits?"
    r"|contribut\w+|interest|donations?|sales|grants?|subscriptions?|subs|fees|dues|precept|gained|came|brought in"
    r"|further income)\b"
)
_NOW = pattern(
    r"\b(?:now|stands?|stood|holds?|held|has|have|had|remain\w*|rest|balance|left|leav\w+|surplus|deficit|profit|loss|net"
    r"|closing|closed|c/f|carried|ended|ends|free|unspent|available|excess|shortfall)\b[^NMPQ]{0,40}$"
)
_NOW_AFTER = pattern(
    r" (?:[a-z]+ )?(?:(?:is|are|was|were|be|has|have|still|now|therefore|thus|yet|being|remains?"
    r"|remained|which|that|will) )*(?:left|remain\w*|outstanding|unspent|free|held|available|in hand|owed|owing|due"
    r"|carried|(?:in|at) the (?:account|bank|fund|reserve|kitty|end|close)|rolled|c/f"
    r"|to (?:be )?(?:spen[dt]|pay|paid|repa\w+|raise\w*|f[io]u?nd|come|go|spare))\b"
)
_RESULT = pattern(r"\b(?:surplus|deficit|profit|loss|net|excess|shortfall)\b")
"""What comes of a year alone, whatever there was before it."""
_COMPARED = pattern(
    r"\b(?:compar\w+|previous\w*|prior|same|average|target|up to|maximum|minimum|not (?:less|more) than"
    r"|from M[^.;]{0,40}? to|(?:increas|decreas|reduc|declin|jump)\w*|rose|fell|estimated|forecast)\b"
)
"""What makes of an amount another time's, or a bound."""
_FOLLOWS = pattern(r"\b(?:leav\w+|left|giving|gives|surplus|deficit|therefore|thus|so)\b")
_OPENS = pattern(r"\b(?:had|open\w*|beg[au]n\w*|start\w*|brought|b/f|balance|stood|held)\b")
_BACK = 3
"""So many sentences an account may take before the one that closes it."""
_MOST, _UNKNOWN = 7, 3


def ledgers(frame: Skeleton) -> Iterator[Found]:
    """The law "balance" over all amounts of a sentence, or of a few, of which one is what is left."""
    if frame.letters.count("M") < 3:
        return
    sentences = told(frame)
    for number, slots in enumerate(sentences):
        for at in slots.of("M"):
            if not _closes(slots, at) or _COMPARED.search(slots.text, slots.start, slots.end):
                continue
            for start in range(number, max(-1, number - _BACK - 1), -1):
                window = slots if start == number else slots_of(frame, sentences[start].start, slots.end)
                others = [p for p in window.of("M") if p != at and not bracketed(window, p)]
                if len(others) > _MOST or _COMPARED.search(frame.text, window.start, slots.start):
                    break
                if len(others) > 1 and sentences[start].of("M"):
                    yield from _account(window, at, others, alone=start == number)


def _closes(slots: Slots, at: int) -> bool:
    """Whether its words call an amount what is left, or what there is now."""
    return bool(_NOW.search(_own_before(slots, at)) or _NOW_AFTER.match(slots.after(at)))


def _account(slots: Slots, at: int, others: Sequence[int], *, alone: bool) -> Iterator[Found]:
    """What this amount comes of; surely where all say what they are, from the first on."""
    ways = [_way(slots, other) for other in others]
    result, opened = _RESULT.search(slots.before(at)), _OPENS.search(slots.before(others[0]))
    stated = slots.frame.quantity(at).value
    values = [slots.frame.quantity(other).value for other in others]
    tries = product((ways[0] or 1,), *((way,) if way else (1, -1) for way in ways[1:]))
    signs = min(tries, key=lambda signs: abs(abs(_added(signs, values)) - stated))
    # What is only added up is a whole and its parts; and where more went than came, there was something before.
    if (min(signs) > 0 and not (opened and 0 not in ways[1:])) or not (result or _added(signs, values) > 0):
        return
    follows = alone and at > others[-1] and _FOLLOWS.search(slots.before(at))
    sure = 2 if follows and 0 not in ways[1:] and (ways[0] <= 0 or opened or result) else 1
    if ways.count(0) <= _UNKNOWN and (alone or 0 not in ways[1:]):
        word = difference_of(slots, at)
        yield "balance", at, list(zip(others, signs, strict=True)), 0, word[0] if word else "", sure


def _added(signs: Sequence[int], values: Sequence[Decimal]) -> Decimal:
    return sum((sign * value for sign, value in zip(signs, values, strict=True)), Decimal(0))


def _way(slots: Slots, at: int) -> int:
    """1 for what came in, -1 for what went out, 0 where its own words do not say."""
    before, after = _own_before(slots, at), slots.after(at)
    if _OUT.search(before) or _OUT_AFTER.match(after):
        return -1
    return int(bool(_IN.search(before) or _IN_AFTER.match(after)))


def _own_before(slots: Slots, at: int) -> str:
    """The words before a figure that are of its own clause."""
    return _CUT.split(slots.before(at))[-1]
