"""The two ends of a change: whether they are one measure at two times, and the size that of the whole change."""

from __future__ import annotations

from reportcheck.patterns import pattern
from reportcheck.quantity import Quantity
from reportcheck.read.claims.skeleton import Skeleton
from reportcheck.words.hedges import HEDGE

_SPAN = pattern(r"(?:\)? |-)(second|minute|hour|day|week|month|year|mile|tonne|kg|km|kwh|mwh)s?\b")
_PAST = pattern(
    r"\b(?:previous|last|prior|earlier|before|preceding|year|quarter|month|baseline|initial|original|figure)\b|D"
)
_ELSEWHERE = pattern(
    r"\b(?:national\w*|nationwide|england|wales|scotland|uk|average|target|region\w*|neighbour\w*|peers?|benchmark|similar"
    r"|comparator\w*|elsewhere|others?|comparison|maximum|minimum|limit|budget\w*|planned?|forecast)\b"
)
_RATED = pattern(
    r"\)? ?(?:in real|real[- ]terms|pro[- ]rata|annuali[sz]ed|on average|in cash|like[- ]for[- ]like|compound\b"
    r"|(?:a|per|each|every) (?:year|annum|month|week|quarter|day)\b|annually|yearly"
    r"|(?:thirds?|quarters?|fifths?|tenths?)\b)"
)
"""After the size of a change: it is no plain change from one end to the other."""
NOT_IT = rf"(?! (?:it|they) (?:was|were|had been|stood at|came to|amounted to) (?:{HEDGE} )?(?:[NMPQ]|$))"
"""After "while": no figure of the same thing at another time follows ("2,613, while it was 2,814 last year")."""
_NEXT_THING = pattern(
    rf"(?:\b(?:while|whilst|whereas)|[,)] (?:but|although|though))\b{NOT_IT}"
    r"|, (?:and|with) (?:from|by|among|those|that of|the one)\b"
)
"""Between two figures: the second is told of another thing than the first."""
_RANK = pattern(
    r"(?:\b(?:number|no\.?|position|rank(?:ed)?|place)|[NMI] (?:places|positions|spots|ranks) (?:from|to)) $"
)
"""Before a figure: it is a rank, which is better the lower it is."""
_REAL = pattern(r"\b(?:real|average|real-terms|annual|like-for-like|compound) [a-z]{2,10} of (?:[a-z]+ ){0,2}$")
_GOOD = pattern(r"\b(?:surplus|underspend|profit|credit|favourable|asset)\b")
_BAD = pattern(r"\b(?:deficit|overspend|loss|debit|adverse|liability)\b")
_COMPARED = pattern(r"compared|against|versus|opposed")
_WHOLE = pattern(
    r"\b(?:whole|entire|full|all) (?:of )?(?:the |last |that |this )?(?:financial )?year|full[- ]year"
    r"|pro[- ]rata|annuali"
)


def told_in_time(text: str, start: int) -> bool:
    """Whether the figure there is of another time, and neither of another place nor of a longer span."""
    around = _around(text, start)
    return not _ELSEWHERE.search(around) and not _WHOLE.search(around)


def in_time(text: str, old: int, one: int, two: int) -> bool:
    """Whether two figures that are compared are one measure at two times, and not here and elsewhere."""
    if not _COMPARED.search(text, one, two):
        return True
    around = _around(text, old, one + 1 if old > one else 0)
    return bool(_PAST.search(around)) and not _ELSEWHERE.search(around) and not _WHOLE.search(around)


def _around(text: str, start: int, after: int = 0) -> str:
    """The words beside a figure, in its sentence."""
    return text[max(after, start - 60) : start] + text[start + 1 : start + 45].partition(". ")[0]


def alike(frame: Skeleton, places: dict[str, int], one: str = "from", two: str = "to") -> bool:
    """Whether the two ends are figures of one kind."""
    if one not in places or two not in places or frame.text[places[one]] != frame.text[places[two]]:
        return False
    if _NEXT_THING.search(frame.text, *sorted((places[one], places[two]))):
        return False
    if any(_RANK.search(frame.text, max(0, places[role] - 30), places[role]) for role in (one, two)):
        return False
    if "from" in places and "to" in places and _turned(frame.text, places):
        return False
    first, last = frame.quantity(places[one]), frame.quantity(places[two])
    if len({first.unit, last.unit} - {None, "count"}) > 1 or other_scale(first, last):
        return False
    spans = [_SPAN.match(frame.text, places[role] + 1) for role in (one, two)]
    return not (spans[0] and spans[1]) or spans[0].group(1) == spans[1].group(1)


def other_scale(first: Quantity, last: Quantity) -> bool:
    """ "From £5 to £6 million": one of the two was printed without its million."""
    small, large = sorted((abs(first.value), abs(last.value)))
    return first.scale != last.scale and small > 0 and large > 400 * small


def _turned(text: str, places: dict[str, int]) -> bool:
    """ "From a deficit of £2m to a surplus of £1m": the ends are on two sides of nothing, and no sign says so."""
    ends = [text[max(0, places[role] - 40) : places[role]] for role in ("from", "to")]
    return any(bool(a.search(ends[0])) and bool(b.search(ends[1])) for a, b in ((_GOOD, _BAD), (_BAD, _GOOD)))


def plain(text: str, at: int) -> bool:
    """Whether the figure there is the size of the whole change, and neither a rate of it nor in real terms."""
    return not _RATED.match(text, at + 1) and not _REAL.search(text, max(0, at - 40), at)
