"""What words make of an amount in an account: budget, difference, what is taken off, what is earned."""

from __future__ import annotations

from collections.abc import Sequence

from reportcheck.patterns import pattern
from reportcheck.read.claims.slots import Slots

_OVER = frozenset(
    "up over above more higher overspend overspent overrun over-run excess ahead favourable favorable better"
    " increase rise growth gain dearer extra".split()
)
_UNDER = frozenset(
    "down under below less fewer lower underspend underspent short shortfall saving behind adverse worse unspent"
    " unfavourable unfavorable"
    " decrease fall drop decline reduction cheaper".split()
)
_COMPARED = frozenset(
    "up down over above more higher under below less fewer lower ahead behind adverse better worse"
    " favourable favorable unfavourable unfavorable cheaper dearer".split()
)
_AFTER = pattern(
    r" ?\)?,?(?: or)? ?(?:[a-z]+ ){0,2}?(?P<word>under|over|below|above|less|more|fewer|higher|lower|adverse"
    r"|(?:un)?favou?rable|better|worse|short|ahead|behind|underspent|overspent|underspend|overspend|remaining|unspent"
    r"|cheaper|dearer|extra|adrift|(?:out|off)(?! of\b))"
    r"(?: (?:than|the|its|our|budget\w*|plan\w*|target\w*|forecast\w*|estimate\w*|last|that|what|expected|approved"
    r"|of)\b| ?[.,;)]| ?$)"
)
_BEFORE = pattern(
    r"\b(?P<word>surplus|deficit|increase|rise|growth|gain|decrease|fall|drop|decline|reduction"
    r"|now (?:has|have)|shortfall|overspend|underspend|over-?run|sav(?:e|es|ed|ings?)|variance|difference|profit|loss"
    r"|gap|carry-?over|excess|leav(?:ing|es?)|left|needs?|giv(?:es|ing)|clos(?:ing|ed)|net|up|down|remaining|remainder|balance|over"
    r"|under|below|above|short|exceed\w*|extra)"
    r"(?: (?!of\b|in\b)[a-z'-]+){0,4}? ?(?:of|by|is|was|to|at)?(?: an?| the| just| only| some)? ?$"
)
_BEFORE_BY = pattern(
    r"\b(?P<word>(?:un)?favou?rable|adverse|better|worse|ahead|behind|higher|lower|more|less|fewer)"
    r"(?: [a-z'-]+){0,5} by(?: only| just| some| about)? $"
)
_BY = pattern(r"\b(?P<word>by)(?: only| just| some| about)? $")
_BEATS = pattern(r"\b(?:exceed\w*|beat\w*|outstrip\w*|surpass\w*|better(?:ed|ing)|miss(?:ed|ing)|undershot|topp\w+)\b")
_OWN = frozenset("surplus deficit profit loss gain".split())
"""What may have a name of its own beside what it comes to with another."""
_GIVING = pattern(r"\b(?:giv(?:ing|es?)|leav(?:ing|es?)|result(?:ing|s)? in|making)\b")
_RESULTS = frozenset("variance difference net leaving leaves leave left remaining remainder balance".split())
"""What names the outcome of the others, where those have names of their own: a gain and a loss make a net loss."""
_LEFT = "net leaving leave leaves left remaining remainder balance surplus profit carryover carry-over"
LEFT = frozenset(["now has", "now have", *_LEFT.split()])
"""Words for what is left of the first of two amounts, which is then the larger."""
CLOSING = frozenset(["gives", "giving", "closing", "closed"])
"""Words for what comes of all that stands before it."""
_LINK = pattern(
    r"\b(?:liabilities|debts|against|versus|vs|compar\w*|than|budget\w*|plan(?:ned)?|target|estimate[ds]?|approved|allocat\w*|forecast"
    r"|less|minus|of which|of that|of this|spent|spend|paid|payments?|costs?|costing|expens\w*|expenditure"
    r"|dis[bp][eu]rs\w*|requir\w*|calls|call|need(?:s|ed)?|last|previous|enrolled|after|released|next)\b"
)
_BASE = pattern(
    r"\b(?:against|versus|vs\.?|compar\w*|than|budget\w*|plan(?:ned)?|target|estimated?|approved|allocat\w*|forecast"
    r"|last (?:year|month|quarter)(?:'s)?|(?:the )?(?:year|month|quarter|time) before|previous(?:ly)?|earlier"
    r"|originally|initially)\b(?: [a-z'-]+){0,4} $"
)
_PUT_TO = pattern(r"\b(?:than|against|versus|vs\.?|compared (?:with|to)|(?:above|below|on) the)\b")
"""Between two figures: the second is what the first is measured by, whatever else either is called."""
_BASE_AFTER = pattern(
    r" (?:[a-z]+ )?(?:approved|budgeted|planned|allocated|allowed|forecast|last (?:year|month|quarter)"
    r"|(?:a|the) (?:year|month|quarter) (?:earlier|before|ago)|(?:in|at|for) the (?:previous|prior) )\b"
)
COSTS = pattern(r"\b(?:costs?|spend\w*|spent|expens\w*|expenditure|pay|fees|payments|overtime|repairs)\b")
EARNS = pattern(r"\b(?:income|revenue|receipts|sales|net|surplus|profit|dues|collections?|donations|grants)\b")


_GOOD = pattern(r"\b(?:surplus(?:es)?|profit|gain|underspend)\b")
_BAD = pattern(r"\b(?:deficit|loss|overspend|shortfall)\b")
_CLOSE = 30
"""How many letters from a figure the word stands that makes it a surplus or a deficit."""
_UP_TO = pattern(r"\b(?:(?:up|down) to|from(?: the| an?)?) $")
"""What stands before the most that a rate may be, or the level that it came to or from: none is a difference."""


_THAN_A_TIME = pattern(r" than (?:an?|[NI]) ?(?:years?|months?|weeks?|days?|hours?)\b")
"""After "less": a span of time and no difference."""
_NEAR = 5
"""Two months at most so many apart, of which no year is told, are of one year."""


def difference_of(slots: Slots, at: int) -> tuple[str, int] | None:
    """The word that calls this figure a difference, and which way it says that it goes; None where none does."""
    before = slots.before(at)
    found = _AFTER.match(slots.after(at)) or _BEFORE_BY.search(before) or _BEFORE.search(before) or _BY.search(before)
    if found is None or _UP_TO.search(before):
        return None
    if found["word"] in CLOSING:
        # "Giving an overall deficit of £437,400": the nearer word names it.
        found = _BEFORE.search(before, found.end("word")) or found
    word = found["word"]
    if word in ("less", "more") and _THAN_A_TIME.match(slots.text, at + 1 + found.end("word"), slots.end):
        return None
    return word, 1 if word in _OVER or word.startswith("exceed") else -1 if word in _UNDER else 0


def outcome_of(slots: Slots, places: Sequence[int]) -> int:
    """Which of these figures words call what the others come to; -1 where none, or several, are called so."""
    ranks = {at: _rank(slots, at, said[0]) for at in places if (said := difference_of(slots, at))}
    most = [at for at, rank in ranks.items() if rank == max(ranks.values())]
    return most[0] if len(most) == 1 < len(ranks) else -1


def _rank(slots: Slots, at: int, word: str) -> int:
    """How surely a figure is what others come to: a surplus may be one of them, a variance is not."""
    before = slots.before(at)
    if _GIVING.search(before):
        return 3
    if word in _RESULTS or _BEFORE_BY.search(before) or word == "by":
        return 2
    return int(word not in _OWN)


def turned(slots: Slots, one: int, two: int) -> bool:
    """Whether one of the two is a surplus and the other a deficit, so that they are apart by their sum."""
    first, second = (slots.before(at)[-_CLOSE:] for at in (one, two))
    return any(a.search(first) and b.search(second) for a, b in ((_GOOD, _BAD), (_BAD, _GOOD)))


def linked(slots: Slots, three: Sequence[int], at: int, word: str) -> bool:
    """Whether words say that the other two are put to each other; what is under or over is so by one of them."""
    others = [other for other in three if other != at]
    if word == "by":
        return bool(_BEATS.search(slots.text, three[0], at))
    if word in _COMPARED:
        return base_of(slots, *others) >= 0
    return any(_LINK.search(slots.before(other)) for other in others) or bool(_LINK.search(slots.after(at)))


def base_of(slots: Slots, one: int, two: int) -> int:
    """Which of two amounts the other is measured by: words say so, or it is the earlier; -1 where in doubt."""
    if _PUT_TO.search(slots.text, one + 1, two):
        return two
    said = [
        at for at in (one, two)
        if _BASE.search(slots.before(at)) or _BASE_AFTER.match(slots.after(at))
    ]  # fmt: skip
    if len(said) == 1:
        return said[0]
    times = {at: time for at in (one, two) if (time := slots.time(at))}
    if len(said) == 2 or len(times) < 2 or times[one] == times[two] or _unordered(times[one], times[two]):
        return -1
    return min(times, key=lambda at: times[at])


def _unordered(one: tuple[int, int], two: tuple[int, int]) -> bool:
    """Whether which is earlier is not told: a month without a year beside one with it, or far from another such."""
    (first, month), (second, other) = one, two
    # January after December is the next year's, as often as not: half a year apart either may come first.
    return bool(first) != bool(second) or (not first and abs(month - other) > _NEAR)
