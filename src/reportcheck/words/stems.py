"""Words -> stems: what tells one measure from another, and which qualifiers cannot both be true of one figure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from reportcheck.patterns import pattern
from reportcheck.words.calendar import MONTHS
from reportcheck.words.hedges import HEDGE, HEDGES
from reportcheck.words.numbers import NUMBERS

_TOKEN = pattern(r"[a-z]+(?:['’][a-z]+)?|[A-Z](?:[a-z]+(?:['’][a-z]+)?|[A-Z]+(?![a-z])|)")
_LONGER = pattern(r"[a-z]{4,}")
_ROOT = 5
"""Letters: "adopted" and "adoption" have as many in common."""
_STOP_WORDS = """
    a about above across after again against all also although am amp an and any are around as at available be
    because been before being below between both but by came can cannot could did do does doing done down during each
    either etc ever few following for from further had has have having he her here his how however i if in include
    included includes including into is it its itself just less like made make many may me might month months more most
    much must my near nearly new no nor not noted now of off on once one only or other our out over overall own part
    per period quarter rather said same see set she should shown showed since so some still such than that the their
    them then there these they this those through thus to together too under until up upon us very was way we were
    what when where whether which while who whole whose why will with within would year years yet you your
    approximate just estimated
    table figure chart appendix page section paragraph note
    hundred thousand million billion percent percentage cent
    report reported reports shows show compared compare comparison respectively representing represents represent
    total totals totalling sum number numbers amount amounts figure figures level levels value
    p m k bn s t d ll re ve e g st nd rd th iv ii iii vi vii viii ix x v u br sup
"""
_STOP = frozenset(_STOP_WORDS.split()) | MONTHS.keys() | NUMBERS | HEDGES.keys()
_OPPOSED = tuple(
    tuple(frozenset(side.split()) for side in line.split("|"))
    for line in """net|gross
opening brought start starting beginning|closing carried end ending
budget budgeted plan planned|actual actuals outturn spent|forecast projected projection
target goal aim|actual achieved performance
approve approved approval join joined recruited recruit started starter|cease ceased left leaver lost closed resigned
draft proposed|adopted amended final revised approved
revenue|capital
male men man boys fathers|female women woman girls mothers
minimum lowest low least below|maximum highest high peak most
average mean median|sum aggregate
permanent|temporary agency fixed
long|short
income receipt receipts revenue|expenditure payment payments spending cost costs expense expenses
asset assets|liability liabilities
internal house|external independent
first|second|third|fourth
domestic|international foreign
current|noncurrent
current this present|previous prior last preceding earlier past
monthly|quarterly|annual annually yearly|weekly|daily
mainstream|connected kinship
adult adults|child children
council|trust
paid|unpaid
basic|diluted
before pre|after post
operating|financing|investing
interest|principal|dividend
inside within|outside
credit|debit
usable|unusable
borrowing debt loan loans|investment investments deposit
delivered achieved|outstanding
compulsory|voluntary""".splitlines()
)
_CHANGE_WORDS = """
    increase increas decrease decreas rise risen rose fall fell fallen growth grew grow reduction reduc reduced drop
    dropped variance movement change difference differ additional extra higher lower improvement saving savings
    shortfall excess surplus overspend underspend decline declin
"""


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its plural and the commonest endings: "households" and "household" are one."""
    w = word.lower()
    if not w.isalpha():
        w = w.partition("'")[0].partition("’")[0]
    if w.endswith("s"):
        if len(w) > 4 and w.endswith("ies"):
            return w[:-3] + "y"
        if len(w) > 4 and w.endswith(("sses", "shes", "ches", "xes")):
            return w[:-2]
        if len(w) > 3 and not w.endswith(("ss", "us", "is")):
            w = w[:-1]
    if len(w) > 5 and w.endswith(("ing", "ed", "ly")):
        w = w[:-2] if w[-1] != "g" else w[:-3] if len(w) > 6 else w
    return w[:-1] if len(w) > 4 and w[-1] == "e" else w


TURN = pattern(
    r"[.,;:()–]|\b(?:and|or|but|in|at|on|by|to|from|for|with|as|were|was|is|are|had|have|has|which|who|against|"
    r"compared|than|while|whereas|when|where|because|due|during|since|after)\b"
)
"""Where the words after a figure stop being about it."""
_BREAK = pattern(r"[.;:]\s|,\s(?!\d)|\b(?:and|but|while|whereas|which|against|compared|than)\b")
_VERBS = (
    r"(?:increas|decreas|reduc|ris|rose|fall|fell|grew|grow|drop|declin|chang|varian|mov|sav|add|high|low|gain|improv|"
    r"widen|narrow|shortfall|excess|surplus|deficit|overspen|underspen|differ|cut|up|down|pressure)\w*"
)
_CHANGED_BEFORE = pattern(
    rf"\b{_VERBS}(?:\s+\w+){{0,3}}?\s+(?:of|by)(?:\s+(?:{HEDGE}|just|an?|the|another))*\s*"
    r"[(+–-]?\s*(?:[£$€]?\s?[\d.,]+\s*(?:million|billion|bn|m|k|%)?\s*,?\s*(?:or|\()\s*\(?)?$|\b(?:up|down|another|additional|extra|further)\s*[(+–-]?\s*$",
    re.IGNORECASE,
)
_CHANGED_AFTER = pattern(
    r"\s*(?:(?!(?:is|was|are|were|be)\b)\w+\s+)?(?:increase|decrease|higher|lower|more|less|fewer|reduction|growth|rise|fall|drop|decline|change|"
    r"improvement|up|down|variance|overspend|underspend|shortfall|saving|above|below)\b",
    re.IGNORECASE,
)


_STOP_STEMS = frozenset(stem(w) for w in _STOP) | _STOP
_SIDES: tuple[tuple[frozenset[str], ...], ...] = tuple(
    tuple(frozenset(stem(w) for w in side) for side in group) for group in _OPPOSED
)
_CHANGE_STEMS = frozenset(stem(w) for w in _CHANGE_WORDS.split())
"""A level and a change are never the same figure."""
_QUALIFYING: dict[str, frozenset[tuple[int, int]]] = {
    word: frozenset((g, i) for g, sides in enumerate(_SIDES) for i, side in enumerate(sides) if word in side)
    for word in frozenset().union(*(side for sides in _SIDES for side in sides))
}


def tokens(text: str) -> list[str]:
    """The words of a text; words that a PDF ran together come apart at their capitals."""
    return _TOKEN.findall(text)


@lru_cache(maxsize=16384)
def stems(text: str) -> frozenset[str]:
    """The telling words of a text, as stems."""
    return frozenset(chain.from_iterable(map(_telling, text.split())))


@lru_cache(maxsize=65536)
def _telling(printed: str) -> tuple[str, ...]:
    """The telling stems of what stands between two blanks: no word goes over them, and few come once."""
    if printed.islower() and printed.isalpha() and printed.isascii():
        found = stem(printed)
        return (found,) if len(found) > 1 and found not in _STOP_STEMS else ()
    stems_in = map(stem, _TOKEN.findall(printed))
    return tuple([found for found in stems_in if len(found) > 1 and found not in _STOP_STEMS])


@lru_cache(maxsize=16384)
def roots(text: str) -> frozenset[str]:
    """The beginnings of a text's longer words, whatever they end in: "approved" and "approvals" are one."""
    return frozenset(word[:_ROOT] for word in _LONGER.findall(text.lower()))


@lru_cache(maxsize=16384)
def qualifiers(text: str) -> frozenset[tuple[int, int]]:
    """The words of a text that have an opposite, as a pair of opposites and a side of it: net or gross."""
    found: set[tuple[int, int]] = set()
    for token in _TOKEN.findall(text):
        found |= _QUALIFYING.get(stem(token), frozenset())
    return frozenset(found)


def opposed(one: frozenset[tuple[int, int]], other: frozenset[tuple[int, int]]) -> bool:
    """Whether the qualifiers of one say what those of the other rule out."""
    if not one or not other:
        return False
    both = {group for group, _ in one} & {group for group, _ in other}
    return any(not {s for g, s in one if g == group} & {s for g, s in other if g == group} for group in both)


def contradict(one: str, other: str) -> bool:
    """Whether the words of one text rule out those of the other: "net spend" and "gross spend"."""
    return opposed(qualifiers(one), qualifiers(other))


def is_change(words: Iterable[str]) -> bool:
    """Whether a label names a change and not a level."""
    return not _CHANGE_STEMS.isdisjoint(words)


@lru_cache(maxsize=4096)
def states_change(before: str, after: str) -> bool:
    """Whether a sentence gives the figure as a change: "an increase of", "fell by", "up", "6 more than"."""
    return bool(_CHANGED_BEFORE.search(before) or _CHANGED_AFTER.match(after))


def clause_before(before: str) -> str:
    """The words of a figure's own clause on its left."""
    return _BREAK.split(before)[-1]


def clause_after(after: str) -> str:
    """The words that belong to a figure on its right: up to a stop, or a word that turns away."""
    return TURN.split(after, maxsplit=1)[0]


@lru_cache(maxsize=4096)
def initials(text: str) -> str:
    """The first letters of a text's words, in lower case: "Dedicated Schools Grant" is "dsg"."""
    return "".join(t[0] for t in _TOKEN.findall(text) if len(t) > 1).lower()
