"""The words of labels that promise something about figures: total, net, opening, less, change, rate."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reportcheck.patterns import pattern
from reportcheck.words.calendar import ANY_MONTH, NTH, YEAR

_TOTAL = r"(?:(?:total|all)(?! others?\b)|totals|sub-?totals?|sum|overall|aggregate|grand|combined|consolidated)\b"
_RESULT = (
    r"net\b|closing\b|end(?:ing)?\b|balance|carried\b|c/f\b|after\b|surplus|deficit|profit|loss\b|income\b|earnings\b"
    r"|equity\b|ebit|outstanding\b|margin\b|position\b|requirement\b|required\b|precept\b|gross\b|before\b|available\b|remaining\b"
)
_OPENING = r"opening\b|beginning\b|brought\b|b/f\b|start\b|at 1\b|balances?\b(?! with\b)|outstanding\b"
_CLOSING = r"closing\b|end(?:ing)?\b|carried\b|c/f\b|balances?\b(?! with\b)|outstanding\b|at \d"
_CHANGE = r"change|varian|variation|var\b|movement|difference|increase|decrease|growth|over\b|under\b|rise\b"
_RATE = r"rates?\b|ratio|yield\b|multiple|conversion\b|volatility\b|per\b|average\b|price|percent"
_PRICE = r"average\b|price|percent|per (?:share|unit|head|person|hour|day|week)\b"

PROMISING = {
    "total": _TOTAL,
    "result": _RESULT,
    "opening": _OPENING,
    "closing": _CLOSING,
    "change": _CHANGE,
    "rate": _RATE,
    "price": _PRICE,
}
"""What words of each kind look like from their first letter on."""
_EACH = "".join(rf"(?=(?P<{kind}>{words})?)" for kind, words in PROMISING.items())
STARTS = pattern(rf"[^a-z0-9_]\b(?={'|'.join(PROMISING.values())}){_EACH}")
"""What stands before any of them, and which of them do: labels are long, and most have no such word, or one.

A set of characters comes first, so that the search skips letters quickly.
"""
MEMO = pattern(r"\W*(?:of which|whereof|thereof|of this|included? (?:in|above)|including|incl\.|memo)\b")
LESS = pattern(r"\W*(?:less|minus|deduct|deductions?)\b|\s*(?:\d+\.?\s*)?\([-−–]\)")
_PLUS = r"\s*(?:\d+\.?\s*)?\(\+\)"
ADDED = pattern(_PLUS)
MORE = pattern(rf"\W*(?:add|plus)\b|{_PLUS}")
EQUALS = pattern(r"\s*(?:\d+\.?\s*)?\(?=\)?\s")
"""What stands before the lines of an account on a form: (-) staff costs, (=) balances carried forward."""
OWED = pattern(
    r"\b(?:creditors?|(?:current )?liabilities|amounts falling due|provisions|expenditures?|expenses|payments|costs"
    r"|outgoings|disbursements?|withdrawals?|unpresented|debits"
    r"|(?:checks|cheques)(?! received)|(?:transfers?|paid) out)\b"
)
"""What is taken off what one has, though no word says so."""
ONE_EACH = pattern(
    r"\b(?:individuals?|distinct|unique|different|households?|families|users|participants|unduplicated)\b"
)
"""Columns of those who may be counted in several rows."""
ONCE = pattern(r"\bonce\b|\b(?:distinct|unique|unduplicated)\b|\boverlap|\bdouble[- ]count")
"""Totals that count each thing once, in however many parts it is."""
ASIDE = pattern(r"\((?:[^()]*\b)?(?:in|except|thousands|millions|unaudited)\b[^()]*\)")


class Promises(NamedTuple):
    """What a label's words promise about its line."""

    total: bool
    result: bool
    opening: bool
    closing: bool
    less: bool
    more: bool
    owed: bool
    change: bool
    rate: bool
    price: bool
    memo: bool
    silent: bool
    """Whether it has no words at all."""


@lru_cache(maxsize=4096)
def promised(label: str) -> Promises:
    """The promises of a label; tables of one paper have most of their labels in common."""
    words = " " + ASIDE.sub(" ", label.lower())
    said = {kind for found in STARTS.finditer(words) for kind, word in found.groupdict().items() if word}
    percent = "%" in words
    added = ADDED.match(words) is not None
    return Promises(
        # An overall rate is an average; what is added is a part, whatever it sums up itself.
        total="total" in said
        and not added
        and (not ("rate" in said or percent) or "total" in words or "sum" in words)
        and not ONCE.search(words),
        result=("result" in said and not added) or EQUALS.match(words) is not None,
        opening="opening" in said,
        closing="closing" in said,
        less=LESS.match(words) is not None,
        more=MORE.match(words) is not None,
        owed=OWED.search(words) is not None and "result" not in said,
        change="change" in said or "+/-" in words,
        rate="rate" in said or percent,
        price="price" in said or percent,
        memo=MEMO.match(words) is not None and "total" not in said,
        silent=not words.strip(),
    )


FAVOURS = pattern(r"\bvarian|\bfavou?r|\badverse|\bover\b|\bunder\b|\bbetter\b|\bworse\b|\bsaving")
"""Columns whose sign may tell good from bad, and not up from down."""


_DAY = (
    rf"(?:\d{{1,2}}(?:{NTH})? {ANY_MONTH}|{ANY_MONTH}\.? \d{{1,2}}(?:{NTH})?|\d{{1,2}}/\d{{1,2}})"
    rf"\b(?:[,/]? ?(?:{YEAR}|\d\d)\b)?"
)
_DATED = pattern(rf"\b(?:(?:as )?(?:at|of|on) )?{_DAY}", re.IGNORECASE)


def balances(labels: Sequence[str]) -> dict[int, tuple[bool, bool]]:
    """Of the labels that name one thing at two dates or more: whether each is an opening and a closing balance."""
    alike: dict[frozenset[str], list[int]] = {}
    for at, label in enumerate(labels):
        stem, dates = _DATED.subn(" ", label)
        words = frozenset(re.findall(r"[a-z]{3,}", stem.lower()))
        if dates == 1 and words:
            alike.setdefault(words, []).append(at)
    return {
        at: (at != places[-1], at != places[0])
        for places in alike.values()
        if len(places) > 1 and not _ninths([labels[at] for at in places])
        for at in places
    }


def _ninths(labels: Sequence[str]) -> bool:
    """Whether three labels or more differ by fractions of one thing, as the bands of a tax do, and by no dates."""
    parts = {found[1] for label in labels if (found := _FRACTION.search(label))}
    return len(labels) > 2 and len(parts) == 1 and all(map(_FRACTION.search, labels))


_FRACTION = pattern(r"\b\d{1,2}/(\d{1,2})\b(?!/)")
_STANDS = pattern(rf"\b(?:as )?(?:at|of|on) {_DAY}", re.IGNORECASE)
SETTLED = pattern(
    r"\b(?:settled|paid|repaid|repayments?|written off|waived|released|used|utilised|utilized|transfers? out|disposals"
    r"|spent|withdrawn|withdrawals)\b",
    re.IGNORECASE,
)
"""Columns of what is taken off a balance."""


def settled(label: str) -> bool:
    """Whether a column between two balances holds what is taken off."""
    return SETTLED.search(label) is not None


def stands(labels: Sequence[str]) -> dict[int, tuple[bool, bool]]:
    """Of columns, the first and the last that say at which day they stand, with others between: opening and closing."""
    found = [at for at, label in enumerate(labels) if _STANDS.search(label)]
    if len(found) != 2 or found[1] - found[0] < 2:
        return {}
    one, two = (frozenset(re.findall(r"[a-z]{4,}", _DATED.sub(" ", labels[at]).lower())) for at in found)
    return {found[0]: (True, False), found[1]: (False, True)} if one & two else {}
