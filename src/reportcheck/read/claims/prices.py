"""A price, how many, and what they come to; how long a sum lasts at a rate."""

from __future__ import annotations

from collections.abc import Iterator

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
_AVERAGE = pattern(r"\b(?:average|mean|per (?:capita|head))\b| per ")
_AT = pattern(r"(?: [a-z-]+){0,4} ?(?:at|@|x|×)(?: £)? ?$")
_MAKES = pattern(
    r"(?:\b(?:com(?:e|es|ing) to|came to|costs?|costing|total\w*|giv(?:es|ing)|mak(?:es|ing)|bring\w*|rais(?:es|ed|ing)"
    r"|equat\w+|equals?|took|paid|received|collected|given|spent|spending|amount(?:s|ed|ing) to|yield(?:s|ed|ing)"
    r"|or|i\.e\.?|quot\w+|invoice[ds]?|(?:which|that) is|so|for)\b[^NMPQ]{0,25}|[=(,:] ?)$"
)
_FOR = pattern(r" ?(?:for|over|from|between|across|was given to|to|on) ")
_IN_ALL = pattern(r" ?(?:in (?:all|total)|(?:al)?together|is (?:collected|raised|due|needed|paid))")
_EACH = pattern(r"\beach of (?:the )?$")
_A_MONTH = r"(?:(?:a|per|each|every|/|/ ) ?(?:calendar )?{unit}\b|{adverb}\b)"
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
    """Prices times counts, of one count and two amounts in one sentence; a rate told for two periods; what lasts."""
    counts, amounts = slots.of("N"), slots.of("M")
    if len(amounts) == 2:
        yield from _periods(slots, amounts)
        if len(counts) == 1:
            yield from _priced(slots, counts[0], amounts)
            yield from _lasting(slots, counts[0], amounts)


def _priced(slots: Slots, count: int, amounts: list[int]) -> Iterator[Found]:
    for price, amount in (amounts, amounts[::-1]):
        before = slots.before(price)
        each = _RATE_BEFORE.search(before) or _RATE.match(slots.after(price)) or (
            slots.previous(price) == count and (_AT.match(before) or _EACH.search(slots.before(count)))
        )  # fmt: skip
        if not each:
            continue
        made = bool(_MAKES.search(slots.before(amount))) or bool(_IN_ALL.match(slots.after(amount))) or bool(
            slots.next(amount) == count and _FOR.match(slots.after(amount))
        )  # fmt: skip
        made = made or (slots.previous(price) == count and bool(_RATE.match(slots.after(price))))
        if _AVERAGE.search(before):
            yield "product", price, ((amount, 1), (count, -1)), 0, "", 2 * made
        else:
            exact = "exact" if _EXACT.match(slots.after(price)) else ""
            yield "product", amount, ((price, 1), (count, 1)), 0, exact, 2 * made


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
