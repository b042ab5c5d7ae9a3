"""Accounts in words: what there was, what came and what went, and what there is, in one sentence or a few.

Each figure is added or taken off as the words of its own clause have it; where they do not say, whichever comes nearer.
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
    r"(?:(?:which|that|has|have|had|having|was|were|is|are|been|be|being|also|since|already|now|then|later|[a-z]+ed|of"
    r" (?:them|it)) )*"
)
_OUT_AFTER = pattern(
    rf" {_DONE}(?:spent|paid(?! in)|went|gone|used|repaid|committed|withdrawn|drawn|disbursed|written|transferred|sold"
    r"|expended|deducted|promised|set aside|earmarked|lost|unpresented|not yet presented|issued|given (?:out|to)"
    r"|handed out|allotted|awarded|refunded)\b"
)
_IN_AFTER = pattern(
    rf" {_DONE}(?:came in|come in|received|given(?! (?:out|to)\b)|added|earned|raised|collected|taken|deposited|paid in"
    r"|donated|credited|brought in|banked|returned)\b"
)
_OUT = pattern(
    r"\b(?:less|minus|spen[dt]\w*|paid(?! in)|paying|payments?|costs?|costing|expens\w*|expenditure|used|uses?|refunds?"
    r"|committed|commitments?|withdr[ae]w\w*|repaid|repayments?|cheques|che?cks|unpresented|outgoings?|bought|drawings"
    r"|dis[bp][eu]rs\w*|deduct\w*|after|liabilities|creditors|transferred out|wages|salaries|went|gone|out"
    r"|purchases|allott?\w+|award\w*|charges)\b"
)
_IN = pattern(
    r"\b(?:plus|add\w*|income|receipts?|receiv\w+|revenues?|took|takings|raised|rais\w+|earn\w*|collect\w*|deposits?"
    r"|contribut\w+|interest|donations?|sales|grants?|subscriptions?|subs|fees|dues|precept|gained|came|brought in"
    r"|bank(?:ed|ings?)|made|turnover)\b"
)
_NOW = pattern(
    r"\b(?:now|stands?|stood|holds?|held|remain\w*|rest|balance|left|leav\w+|surplus|deficit|profit|loss|net|in hand"
    r"|closing|closed|c/f|carried|end(?:ed|s|ing)|free|unspent|available|excess|shortfall|arrears|still|outstanding"
    r"|there (?:is|was|are|were)|has|have|had|others?|kept|keeps|retain\w*)\b[^NMPQ]{0,40}$"
)
_NOW_AFTER = pattern(
    r" (?:[a-z]+ )?(?:(?:is|are|was|were|be|has|have|still|now|therefore|thus|yet|being|remains?"
    r"|remained|which|that|will) )*(?:left|remain\w*|outstanding|unspent|free|held|available|in hand|owed|owing|due"
    r"|carried|(?:in|at) the (?:account|bank|fund|reserve|kitty|end|close)|rolled|c/f"
    r"|to (?:be )?(?:spen[dt]|pay|paid|repa\w+|raise\w*|f[io]u?nd|come|go|spare))\b"
)
_RESULT = pattern(r"\b(?:surplus|deficit|profit|loss|net|excess|shortfall|arrears)\b")
"""What comes of a year alone, whatever there was before it."""
_TO_FIND = pattern(r" (?:[a-z]+ ){0,3}?to be (?:raised|found|met|funded|levied)\b")
_COMPARED = pattern(
    r"\b(?:compar\w+|previous\w*|prior|same|average|target|up to|maximum|minimum|not (?:less|more) than"
    r"|from M[^.;]{0,40}? to|(?:increas|decreas|reduc|declin|jump)\w*|rose|fell|estimated|forecast)\b"
)
"""What makes of an amount another time's, or a bound."""
_FOLLOWS = pattern(r"\b(?:leav\w+|left|giving|gives|surplus|deficit|therefore|thus|so|the (?:other|remaining|rest))\b")
_OPENS = pattern(r"\b(?:had|open\w*|beg[au]n\w*|start\w*|brought|b/f|balance|stood|held|in hand|from)\b")
_PART_OF = pattern(r" (?:out )?of (?:the|our|its|these|those|their) (?:[a-z]+ )?$")
"""Between a part and what it is taken from: "18 of the 24"."""
_BACK = 3
"""So many sentences an account may take before the one that closes it."""
_MOST, _UNKNOWN = 7, 3


def ledgers(frame: Skeleton) -> Iterator[tuple[Found, int]]:
    """The law "balance" over all amounts, or counts, of a sentence or a few, of which one is what is left.

    Beside each stands how many ways there were to read it.
    """
    for letters in ("M", "NI"):
        if sum(map(frame.letters.count, letters)) > 2:
            yield from _of(frame, letters)


def _of(frame: Skeleton, letters: str) -> Iterator[tuple[Found, int]]:
    sentences = told(frame)
    for number, slots in enumerate(sentences):
        closing = next((at for at in reversed(slots.of(letters)) if _closes(slots, at)), -1)
        for start in range(number, max(-1, number - _BACK - 1), -1) if closing >= 0 else ():
            window = slots if start == number else slots_of(frame, sentences[start].start, slots.end)
            if _COMPARED.search(frame.text, window.start, window.end):
                break
            others = [p for p in window.of(letters) if p != closing and not bracketed(window, p)]
            if 1 < len(others) <= _MOST and sentences[start].of(letters):
                yield from _account(window, closing, others, alone=start == number)


def _closes(slots: Slots, at: int) -> bool:
    """Whether its words call an amount what is left, or what there is now."""
    return bool(_NOW.search(_own_before(slots, at)) or _NOW_AFTER.match(slots.after(at)))


def _account(slots: Slots, at: int, others: Sequence[int], *, alone: bool) -> Iterator[tuple[Found, int]]:
    """What this figure comes of; surely where all say what they are, from the first on."""
    ways = _ways(slots, others)
    result = _RESULT.search(slots.before(at)) or _TO_FIND.match(slots.after(at))
    opened = _OPENS.search(slots.before(others[0]))
    stated = slots.frame.quantity(at).value
    values = [slots.frame.quantity(other).value for other in others]
    tries = list(product((ways[0] or 1,), *((way,) if way else (1, -1) for way in ways[1:])))
    signs = min(tries, key=lambda signs: abs(abs(_added(signs, values)) - stated))
    # What is only added up is a whole and its parts; and where more went than came, there was something before.
    if (min(signs) > 0 and not (opened and 0 not in ways[1:])) or not (result or _added(signs, values) > 0):
        return
    follows = alone and at > others[-1] and _FOLLOWS.search(slots.before(at))
    sure = 2 if follows and 0 not in ways[1:] and (ways[0] <= 0 or opened or result) else 1
    if ways.count(0) <= _UNKNOWN and (alone or 0 not in ways[1:]):
        word = difference_of(slots, at)
        yield ("balance", at, list(zip(others, signs, strict=True)), 0, word[0] if word else "", sure), len(tries)


def _added(signs: Sequence[int], values: Sequence[Decimal]) -> Decimal:
    return sum((sign * value for sign, value in zip(signs, values, strict=True)), Decimal(0))


def _ways(slots: Slots, places: Sequence[int]) -> list[int]:
    """1 for what came in, -1 for what went out, 0 where it is not told; a bare "and £5" is as the one before."""
    ways: list[int] = []
    for at in places:
        before, after = _own_before(slots, at), slots.after(at)
        out = _OUT.search(before) or _OUT_AFTER.match(after)
        way = -1 if out else int(bool(_IN.search(before) or _IN_AFTER.match(after)))
        ways.append(ways[-1] if ways and not way and not before.strip() else way)
        if len(ways) == 2 and not ways[0] and _PART_OF.match(slots.before(at)):
            ways = [-1, 1]
    return ways


def _own_before(slots: Slots, at: int) -> str:
    """The words before a figure that are of its own clause."""
    return _CUT.split(slots.before(at))[-1]
