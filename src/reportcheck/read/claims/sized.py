"""Which figures of a sentence are sizes of changes, and which two the words between put to each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reportcheck.patterns import pattern
from reportcheck.read.claims.accounts import base_of
from reportcheck.read.claims.ends import NOT_IT, alike
from reportcheck.read.claims.slots import Slots
from reportcheck.words.hedges import HEDGE, MEASURED
from reportcheck.words.moves import ANY_NOUN, ANY_VERB

_LEAD = rf"(?: (?:by|of|{HEDGE}|an?|the|only|just|some|further|annual|overall|net|total))*"
_MOVE_BEFORE = pattern(
    rf"\b(?P<word>{ANY_VERB}|{ANY_NOUN}|up|down|improvement|saving|(?:higher|lower)(?= by\b))"
    rf"(?:(?: [a-z'-]+){{1,4}} by)?{_LEAD} ?\(?$"
)
_SPAN = r"(?: (?:year[- ]on[- ]year|yoy|year[- ]over[- ]year|annual|overall|net|further|real|monthly|seasonal))?"
_MOVE_AFTER = pattern(
    rf"{_SPAN}(?: points?)? (?P<word>{ANY_NOUN}|bump|more|fewer|less|higher|lower|(?:up|down)(?! to\b)|better|worse)\b"
)
_BY = pattern(rf"\b(?:that|which|this) is (?:a rise |a fall )?by(?: {HEDGE})? $")
_VERB = pattern(rf"\b{ANY_VERB}\b")
_SAME = pattern(
    rf"(?:,? (?:or|and|equivalent to|representing) ?(?:by )?| ?[(,] ?(?:or )?|(?: [a-z]+){{1,2}},? or )(?:{HEDGE} )?$"
)
"""Between the size of a change in figures and in per cent."""
_TIMED = (
    r"(?:the|an?|last|previous|prior|its|this|that|of|in|for|at|was|were|year(?:'?s)?|month(?:'?s)?|quarter(?:'?s)?|D"
    rf"|level|figure|total|{HEDGE})"
)
OLD_AFTER = pattern(
    r"\b(?:compar(?:ed|ison|ing) (?:to|with)|against|versus|vs|as opposed to|than)\b[^NMPQXI.;:]{0,60}$"
    rf"|\b(?:from|on|{MEASURED}over) (?:{_TIMED} )*$"
)
_OLD_BEFORE = pattern(rf"\bfrom (?:{_TIMED} )*(?:[a-z]+ )?$")
_BEFORE_OLD = pattern(
    r"(?: [a-z-]+){0,3} ?\((?P<said>(?:(?:from|was|it was|previously|compared (?:to|with)|D:?"
    r"|(?:last|previous|prior) year:?) )*)"
)
_IN_BRACKET = pattern(r"(?: [a-z]+){0,2} (?:D|(?:last|previous|prior) (?:year|month|quarter)|before|ago)\)")
_LATER = pattern(
    r"(?: [a-z]+)? (?:(?:an?|one|the (?:next|following)) (?:year|month|quarter|season|week)(?: later| on)?"
    r"|this (?:year|month|quarter|season|week))\b"
)
_OLD, _NEW = pattern(r"\b(?:the|our) (?:old|former|first)\b"), pattern(r"\b(?:the|our) (?:new|present|second)\b")
COMPARED = pattern(r"\b(?:compar\w+|against|versus|vs|opposed)\b")
_PUT_TO = pattern(r",? ?(?:\(|up |down )?(?:compared|against|versus|from)\b")
_TO = pattern(r"\bto\b")
STOP = pattern(rf"[;:]|\b(?:while|whereas)\b{NOT_IT}|, (?:and|but) ")
_OTHER = pattern(
    rf"\b(?:and|with)\b[^NMPQXI]*\b(?:{ANY_VERB}|{ANY_NOUN})\b|\b{ANY_NOUN} (?:in|of|to) [a-z][^NMPQXI]* from\b"
)
"""Between the size of a change and two figures: they have a change and a thing of their own."""
_NO_THING = frozenset(
    "compared against versus from last this were was are is for with who which that after have had to and or in on"
    " at".split()
)
"""What stands after a figure and is not what it counts."""


class Pair(NamedTuple):
    """Two figures that are put to each other, by where they stand."""

    old: int
    new: int
    sure: bool = False
    """Whether words between them tell which is the older, and not only their times."""

    @property
    def first(self) -> int:
        return min(self.old, self.new)

    @property
    def last(self) -> int:
        return max(self.old, self.new)


class Size(NamedTuple):
    """The size of a change, in figures and per cent where both are told; the word that says which way it went."""

    at: int
    word: str
    other: int = -1

    @property
    def places(self) -> frozenset[int]:
        return frozenset({self.at, self.other} - {-1})

    @property
    def last(self) -> int:
        return max(self.at, self.other)


def sizes_of(slots: Slots) -> list[Size]:
    """The figures that words beside them call the size of a change."""
    found: list[Size] = []
    for at in slots.of("MNPQ"):
        word = _MOVE_BEFORE.search(slots.before(at)) or _MOVE_AFTER.match(slots.after(at))
        last = found[-1] if found else None
        if last and last.other < 0 and slots.next(last.at) == at and _is_same(slots, last.at, at):
            found[-1] = last._replace(other=at)
        elif word:
            found.append(Size(at, word["word"]))
        elif slots.text[at] == "P" and _signed_up(slots, at):
            found.append(Size(at, "up"))
        elif (
            slots.text[at] in "PQ"
            and _BY.search(slots.before(at))
            and (moves := _VERB.findall(slots.text, slots.start, at))
        ):
            found.append(Size(at, moves[-1]))
    return found


def _signed_up(slots: Slots, at: int) -> bool:
    """Whether a percentage has the sign of a rise, and is not what another came to: "from 3% to +4%"."""
    return slots.frame.marks[at].text.startswith("+") and not slots.before(at).endswith(" to ")


def told_apart(slots: Slots, size: Size, pair: Pair) -> bool:
    """Whether the words between a size and the two figures behind it stop, or begin the change of another thing."""
    if STOP.search(slots.text, min(size.last, pair.last), max(size.at, pair.first)):
        return True
    own = _MOVE_AFTER.match(slots.text, size.last + 1)
    return bool(_OTHER.search(slots.text, own.end() if own else size.last + 1, max(pair.first, size.last + 1)))


def _is_same(slots: Slots, one: int, two: int) -> bool:
    """Whether two figures tell one size, in figures and in per cent."""
    kinds = (slots.text[one] == "P") != (slots.text[two] == "P")
    return kinds and bool(_SAME.fullmatch(slots.text, one + 1, two)) and not _PUT_TO.match(slots.after(two))


def pairs_of(slots: Slots, sizes: frozenset[int]) -> list[Pair]:
    """Each two figures of one kind that words between them put to each other, with none of that kind between."""
    found: list[Pair] = []
    told = [
        pair for places in _alike(slots, sizes) for one, two in pairwise(places) if (pair := _pair(slots, one, two))
    ]
    for pair in sorted(told, key=lambda pair: not pair.sure):
        free = not any({pair.old, pair.new} & {other.old, other.new} for other in found)
        if free and alike(slots.frame, {"from": pair.old, "to": pair.new}):
            found.append(pair)
    return sorted(found, key=lambda pair: pair.first)


def _pair(slots: Slots, one: int, two: int) -> Pair | None:
    """The two where words tell which of them is the older, or what the other is measured by."""
    between = slots.text[one + 1 : two]
    if _OLD_BEFORE.search(slots.before(one)) and _TO.search(between):
        return Pair(one, two, sure=True)
    if slots.before(one).endswith("(") and between == " to ":
        return Pair(one, two, sure=True)
    if (OLD_AFTER.search(between) and not _goes_on(slots, two)) or bracketed(slots, one, two):
        return Pair(two, one, sure=True)
    if len(slots.of(slots.text[one])) == 2 and _OLD.search(slots.before(one)) and _NEW.search(between):
        return Pair(one, two)
    if _LATER.match(slots.after(two)) and not STOP.search(between):
        return Pair(one, two)
    base = -1 if STOP.search(between) else base_of(slots, one, two)
    return None if base < 0 else Pair(base, one if base == two else two)


def bracketed(slots: Slots, one: int, two: int) -> bool:
    """Whether a figure stands in brackets behind another, and words in them tell that it is of before."""
    lead = _BEFORE_OLD.fullmatch(slots.text, one + 1, two)
    return lead is not None and bool(lead["said"] or _IN_BRACKET.match(slots.text, two + 1))


def _goes_on(slots: Slots, at: int) -> bool:
    """Whether a figure is the start of the next change: "from 52% to 57%, and from 5.0% to 4.5%"."""
    goes = _OLD_BEFORE.search(slots.before(at)) and slots.next(at) >= 0 and _TO.search(slots.after(at))
    return bool(goes) and slots.text[slots.next(at)] == slots.text[at]


def _alike(slots: Slots, sizes: frozenset[int]) -> Iterator[list[int]]:
    """The figures of each kind; before that the two of one thing, where other things are counted between them."""
    for letter in "NMP":
        places = [at for at in slots.of(letter) if at not in sizes and not told_again(slots.text, at)]
        yield from (two for two in [of_one_thing(slots, places)] if len(two) < len(places))
        yield places


def of_one_thing(slots: Slots, places: Sequence[int]) -> list[int]:
    """The only two figures that the same word follows, where there are more; else all of them."""
    words = [slots.text[at + 1 :].lstrip().partition(" ")[0].strip(".,;)") for at in places]
    shared = {word for word in words if words.count(word) == 2 and word.isalpha() and word not in _NO_THING}
    groups = [[at for at, one in zip(places, words, strict=True) if one == word] for word in sorted(shared)]
    if len(places) < 3 or not groups:
        return list(places)
    return max(groups, key=lambda group: max(slots.frame.quantity(at).value for at in group))


def told_again(text: str, at: int) -> bool:
    """Whether a figure in brackets tells the one before it once more: "Rs 76,171 crore (Rs 761.71 billion)"."""
    return text[at - 3 : at + 2] == f"{text[at]} ({text[at]})"
