"""A price, how many, and what they come to; how long a sum lasts at a rate."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from reportcheck.patterns import pattern
from reportcheck.read.claims.composed import Found
from reportcheck.read.claims.slots import Slots

_RATE = pattern(
    r" ?\)?(?:each\b|apiece\b|per [a-z]|/ ?[a-z]|an? [a-z]{3}|every [a-z]|for (?:each|every) "
    r"|(?:monthly|yearly|annually|weekly|quarterly)\b)"
)
_RATE_BEFORE = pattern(
    r"\b(?:(?:cost|price|charge|spend|fee|rate|payment|rent|average|quote) (?:per|for each|for every|a) [a-z]+"
    r"(?: (?:is|was|of|at))?|per capita(?: [a-z]+){0,2}|(?:average|mean) [a-z]+(?: [a-z]+)?(?: (?:is|was|of|at))?"
    r"|each(?: [a-z]+){0,3})(?: [a-z]+)? ?:? ?$"
)
_EXACT = pattern(r" ?\)?(?:each\b|apiece\b)")
"""After a price that is no average."""
_PRICE = pattern(r"(?:\b(?:at|price[ds]?|tickets?|cost(?:s|ing)?(?: of)?)|[@x×(]) ?$")
_CHARGED = pattern(
    r"\b(?:rates?|lev(?:y|ies|ied)|commission|vat|gst|discount\w*|rebate|interest|fees?|premium|retention|contingency|deposit"
    r"|charge[sd]?|tax(?:es)?|dut(?:y|ies)|surcharge|uplift|royalt(?:y|ies)|tithe|withh[eo]ld\w*|retain\w*)\b"
)
_MOVED = pattern(
    r"\b(?:increas\w*|rose|risen|up|down|fell|decreas\w*|reduc\w*|from|to|than|grew|growth)\b[^NMPQ]{0,20}$"
)
_IS = pattern(r"\b(?:is|was|are|were|be)(?: [a-z]+)? $")
_ON = pattern(
    r"(?: [a-z]+){0,3}? ?(?:of|on)\b"
    r"(?:(?!\b(?:brought|rais\w+|made|makes|g[ai]ve\w*|earn\w+|yield\w+|c[ao]me|took)\b)[^.;:])*$"
)
_BESIDES = pattern(r"(?:\+|\bplus\b|\band another\b)[^NMPQ=]*$")
"""Before an amount that comes to a price, and is not made of it."""
_MOST, _BESIDE, _SPAN = 4, 24, 200
_AVERAGE = pattern(r"\b(?:average|mean|per (?:capita|head))\b| per ")
_AT = pattern(
    r"(?: [a-z-]+){0,4} ?(?:at|@|x|×|paid|pays?|paying|g[ai]ve|gets?|charged|costing)(?: £)? ?$"
    r"| (?:[a-z]+ )?(?:instal?ments|payments|parts|shares|grants|awards|lots|portions|prizes|donations) of $"
)
_MAKES = pattern(
    r"(?:\b(?:com(?:e|es|ing) to|came to|costs?|costing|total\w*|giv(?:es|ing)|mak(?:es|ing)|bring\w*|rais(?:es|ed|ing)"
    r"|equat\w+|equals?|took|paid|received|collected|given|spent|spending|amount(?:s|ed|ing) to|yield(?:s|ed|ing)"
    r"|or|i\.e\.?|quot\w+|invoice[ds]?|(?:which|that) (?:is|amounts to)|so|for)\b[^NMPQ]{0,25}|[=(,:] ?)$"
)
_FOR = pattern(r" ?(?:for|over|from|between|across|was given to|to|on) ")
_IN_ALL = pattern(r" ?(?:in (?:all|total)|(?:al)?together|is (?:collected|raised|due|needed|paid))")
_EACH = pattern(r"\beach of (?:the )?$")
_A_MONTH = r"(?:(?:a|per|each|every|for the|/|/ ) ?(?:calendar )?{unit}\b|{adverb}\b)"
_PERIODS = tuple(
    (
        name,
        pattern(rf" ?\)?{_A_MONTH.format(unit=unit, adverb=adverb)}"),
        pattern(rf"\b{adverb} (?:[a-z]+ ){{0,3}}?(?:is |was |of |at )?$"),
    )
    for name, unit, adverb in (
        ("year", "(?:year|yr|annum)", "(?:annual(?:ly)?|yearly)"),
        ("quarter", "(?:quarter|qtr)", "quarterly"),
        ("month", "(?:month|mth|mo)s?", "monthly"),
    )
)
_MANY = {("month", "year"): 12, ("quarter", "year"): 4, ("month", "quarter"): 3}
_LASTS = pattern(r" ?(?P<unit>months?|weeks?|years?|days?)(?:'s?)?(?: of)?\b")
_COVER = pattern(r"\b(?:reserves?|last|cover|runway|operating|expenditure|expenses|spending|costs?)\b")
_PAID = pattern(r"\b(?:at (?:the|a|our|an)|monthly|a month|per month|each month|of the|the (?:average|current))\b")


def products(slots: Slots) -> Iterator[Found]:
    """Prices times counts, rates of amounts, a rate told for two periods, and how long a sum lasts."""
    counts, amounts, rates = slots.of("N"), slots.of("M"), slots.of("P")
    if len(amounts) < 2:
        return
    if len(amounts) == 2:
        yield from _periods(slots, amounts)
        if len(counts) == 1:
            yield from _lasting(slots, counts[0], amounts)
    if len(amounts) <= _MOST and len(counts) <= _MOST:
        for price, amount in permutations(amounts, 2):
            yield from _priced(slots, counts, price, amount, alone=len(amounts) == 2)
    for rate in rates if len(amounts) <= _MOST else ():
        yield from _rated(slots, rate, amounts)


def _priced(slots: Slots, counts: list[int], price: int, amount: int, *, alone: bool) -> Iterator[Found]:
    """ "40 at £12, £480": what is paid for each, how many, and the sum; where there are others, any may be meant."""
    before, after = slots.before(price), slots.after(price)
    rated = _RATE.match(after)
    named = _RATE_BEFORE.search(before) or rated
    exact = "exact" if _EXACT.match(after) or _PRICE.search(before) else ""
    if _BESIDES.search(slots.before(amount)):
        return
    fitting = [at for at in counts if _counts(slots, at, after[:_BESIDE] if rated else "")]
    for count in fitting:
        if max(count, price, amount) - min(count, price, amount) > _SPAN or not (named or _is_for(slots, price, count)):
            continue
        made = _makes(slots, count, amount, exact=bool(exact)) or (
            bool(rated) and slots.previous(price) == count and slots.frame.quantity(count).unit in (None, "count")
        )
        sure = 2 if made and alone and len(counts) == 1 else 1
        if _AVERAGE.search(before):
            yield "product", price, ((amount, 1), (count, -1)), 0, "", sure if sure == 2 else 0
        else:
            yield "product", amount, ((price, 1), (count, 1)), 0, exact, sure
    if named and alone and len(fitting) == 2:
        yield "product", amount, ((price, 1), *((count, 1) for count in fitting)), 0, exact, 1


def _is_for(slots: Slots, price: int, count: int) -> bool:
    """Whether a price without a name of its own is that of a count: "40 at £12", "for each of 40, £12"."""
    at = _AT.match(slots.before(price)) is not None and count < price
    return at or (slots.previous(price) == count and _EACH.search(slots.before(count)) is not None)


def _makes(slots: Slots, count: int, amount: int, *, exact: bool) -> bool:
    """Whether the words say that an amount is what a count comes to at a price."""
    before, after = slots.before(amount), slots.after(amount)
    if _MAKES.search(before) or _IN_ALL.match(after) or (exact and _IS.search(before)):
        return True
    return slots.next(amount) == count and _FOR.match(after) is not None


def _counts(slots: Slots, at: int, rated: str) -> bool:
    """Whether a figure is how many of what a price is for: weeks only where the price is for a week."""
    unit = slots.frame.quantity(at).unit
    return unit in (None, "count") or unit.removesuffix("s") in rated


def _rated(slots: Slots, rate: int, amounts: list[int]) -> Iterator[Found]:
    """ "A levy of 2% on £8,400, £168": what a rate makes of an amount; a charge is exact, other rates are rounded."""
    exact = "exact" if _CHARGED.search(slots.text, slots.start, slots.end) else ""
    if _MOVED.search(slots.before(rate)):
        return
    for base, amount in permutations(amounts, 2):
        beside = slots.next(rate) == base and _ON.match(slots.after(rate))
        made = slots.next(base) == amount and (_MAKES.search(slots.before(amount)) or _IS.search(slots.before(amount)))
        around = slots.previous(rate) == base and slots.next(rate) == amount
        sure = 2 if beside and made else int(bool(exact and (beside or made or around)))
        yield "portion", amount, ((base, 1), (rate, 1)), 0, exact, sure
        for way in (1, -1):
            yield "portion", amount, ((base, 1), (rate, 1)), way, exact, 0


def period_of(slots: Slots, at: int) -> str:
    """The period that an amount is paid for: "month" of "£30 a month"; empty where none is told."""
    after, before = slots.after(at), slots.before(at)
    return next((name for name, behind, ahead in _PERIODS if behind.match(after) or ahead.search(before)), "")


def _periods(slots: Slots, amounts: list[int]) -> Iterator[Found]:
    """ "$85 a quarter, or $340 a year": the law is that of a price, its word how often."""
    one, two = amounts
    for short, long in ((one, two), (two, one)):
        times = _MANY.get((period_of(slots, short), period_of(slots, long)))
        if times and (_MAKES.search(slots.before(two)) or "(" in slots.before(two)):
            yield "periods", long, ((short, times),), 0, str(times), 2


def _lasting(slots: Slots, count: int, amounts: list[int]) -> Iterator[Found]:
    """ "£111,000 would last six months at £18,500 a month"."""
    if not _LASTS.match(slots.after(count)) or not _COVER.search(slots.text, slots.start, slots.end):
        return
    large, small = sorted(amounts, key=lambda at: -slots.frame.quantity(at).value)
    paid = _PAID.search(slots.before(small)) or _PAID.search(slots.after(small)) or period_of(slots, small)
    if paid:
        yield "lasting", count, ((large, 1), (small, -1)), 0, "", 2
