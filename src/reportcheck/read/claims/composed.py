"""A whole and its parts, over one sentence or several: what words call parts, and what stands in a list as parts do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise, takewhile

from reportcheck.model import Law
from reportcheck.patterns import pattern
from reportcheck.read.claims.skeleton import Skeleton
from reportcheck.read.claims.slots import Slots, told

_ALL = (
    r"compris\w*|consist\w*|made up|split|divided|broken down|analysed|analyzed|constitut\w*|namely|as follows"
    r"|shared (?:out )?between"
)
_SOME = (
    r"includ\w*|(?P<which>of which|of whom)|(?:out )?of (?:these|those|them|this|that)"
    r"|were (?:received|made|issued)"
)
_EVERY = pattern(rf"\b(?:{_ALL})\b")
_CUE = pattern(rf"\b(?P<all>{_ALL})\b|\b(?P<some>{_SOME})\b|(?P<colon>:)")
_BACK = pattern(
    r"(?:it|this|these|they|that|which|(?:the|this|these) (?:total|amount|sum|money|funds?|figure|expenditure|outlay"
    rf"|income|cost|budget|grants?|awards?|spending))\b[^NMPQ:]{{0,40}}?\b(?:{_ALL}|includ\w*)\b[^NMPQ]*$"
    r"|(?:(?:out )?of|within|in) (?:the|this|that) total\b(?:[^NMPQ]|\bP\b)*$"
    r"|(?:out )?of (?:these|those|this|that|them|which)\b[^NMPQ]*$"
    r"|(?P<each>by|per) (?:[a-z]+ )?(?:funds?|accounts?|category|departments?|wards?|areas?|source): ?"
    r"(?:[^NMPQ]|\(N\))*$"
)
_TAIL = pattern(
    r"(?:\b(?:total(?:s|ing|ling|led|ed)?|sum|make up|(?:making|giving|bringing)(?: up)?|(?:al)?together|all told"
    r"|in (?:all|total|sum))\b[^NMPQX.;:()]{0,24}|= ?)$"
)
_ALONE = pattern(r" ?(?:the )?(?:grand |overall )?total(?: (?:of|is|was)|:)? ?")
"""All that stands before the amount of a sentence that is the total of the list before it."""
_TAIL_AFTER = pattern(
    r"(?: [a-z]+)? (?:in (?:all|total)|in the (?:week|month|quarter|half|year|season)|all told|(?:al)?together"
    r"|overall|combined)\b"
)
OTHERWISE = pattern(
    r"\b(?:compar\w+|previous\w*|increas\w+|decreas\w+|reduc\w+|rose|fell|(?<!make )up|down|average|target|last|than"
    r"|against(?! ?(?:[,.;)]|and\b|$))"
    r"|between|each|every|per|or|net|offset|less|minus|both|budget\w*|instead|rather|percent|times|after|before|back"
    r"|forecast|estimated|at(?= [NMPQX])|cumulative\w*|to date)\b|[:X]|/(?!c\b)"
)
_OPEN = pattern(
    r"\b(?:and|with) (?:an?|another|the|various|some|several|small\w*|other) [a-z][a-z' -]{1,40}(?:[,.;)]|$)"
    r"|\bthe (?:rest|remainder|balance)\b|\betc\b|\bsuch as\b"
    r"|\b(?:mainly|mostly|notably|especially|primarily|largely|among)\b"
)
SUBSET = pattern(r" (?:(?:[a-z'-]+ ){0,2}of (?:them|these|those)|of whom)\b")
"""After a figure that is a part of what was told before."""
_AGES = pattern(r" ?-?(?:years?|months?|weeks?|days?|hours?|minutes?|times|thirds?|quarters?|points?)\b")
_COUNTED = pattern(r"\bN (?:[a-z]+ )?(?:of|at|@|x) $")
"""Before an amount of which there are several: "five of £800", "three lamps at £20"."""
_OWN_CLAUSE = pattern(r"; [a-z' -]+ (?:was|were|is|are|came to|stood at) (?:[a-z]+ )?$")
"""Before a figure of another thing than what a part is told of."""
_LAST = pattern(r"\b(?:and|plus|with)\b|&|\+")
_SEPARATOR = pattern(r"[,;&+]|\b(?:and|plus|with)\b")
_OF_THE = pattern(r"(?:out )?of (?:the |our |these |those |all |its ){1,2}(?:[a-z]+ )?")
_OF_ALL = pattern(
    r"(?:out )?of (?:the |our |these |those |all |its )*$|.*[:,] of (?:the |our |all )+$"
    r"|(?:.* )?out of (?:the|an?) (?:overall|total|entire|whole) (?:[a-z]+ ){0,3}(?:of )?$"
)
_FURTHER = pattern(r"\b(?:further|additional|another|extra)\b")
_DOES = pattern(
    r" (?:have|has|had|were|was|are|is|did|paid|replied|attended|voted|came|took|said|chose|returned|responded)\b"
)
_TO = frozenset(("to", "for", "on", "towards"))
_MOVED = pattern(r"\b(?:increas\w+|decreas\w+|rose|fell|grew|dropped|declined|(?:up|down))(?: by)? P(?: [a-z-]+)? to\b")
"""How a part went before it is told: "rose by 12% to"."""
LIMIT = 12
"""A list with more figures is a table that was read as words."""
_REACH = 2
"""How many sentences back the whole may stand."""
Found = tuple[Law, int, Sequence[tuple[int, int]], int, str, int]


def wholes(frame: Skeleton) -> Iterator[Found]:
    """Wholes with their parts: the law "whole", with a word for what the parts are.

    "all" or "some" where words say so, "listed" of a list of one mould, "tail" before a total, "part" of one too large.
    """
    sentences = told(frame)
    for number, slots in enumerate(sentences):
        yield from _too_large(slots)
        if number and (totals := slots.of("M"))[1:] == [] and totals and _ALONE.fullmatch(slots.before(totals[0])):
            parts = sentences[number - 1].of("M")
            if 2 < len(parts) <= LIMIT:
                yield _found(slots, totals[0], parts, "listed")
        for letters in ("M", "NI", "P"):
            places = [at for at in slots.of(letters) if not SUBSET.match(slots.text, at + 1)]
            if not 2 <= len(places) <= LIMIT:
                continue
            yield from _in_brackets(slots, places)
            for parts in _readings(slots, places):
                yield from _in_sentence(slots, parts)
                if number:
                    yield from _brought(sentences[number - 1], slots, parts)
                yield from _over_sentences(sentences[max(0, number - _REACH) : number], slots, parts, letters)


def _too_large(slots: Slots) -> Iterator[Found]:
    """ "Of the 45 homes, 54 have paid"."""
    places = slots.of("NM")
    if len(places) == 2 and _OF_THE.fullmatch(slots.before(places[0])) and _DOES.match(slots.after(places[1])):
        whole, part = places
        if (
            slots.text[whole] == slots.text[part]
            and slots.frame.quantity(part).value > slots.frame.quantity(whole).value
        ):
            yield "whole", whole, [(part, 1)], 0, "part", 2


def _readings(slots: Slots, places: list[int]) -> Iterator[list[int]]:
    """All figures of a kind; where some stand in brackets, also those that do not."""
    yield places
    outside = [at for at in places if not bracketed(slots, at)]
    if 2 <= len(outside) < len(places):
        yield outside


def bracketed(slots: Slots, at: int) -> bool:
    """Whether a figure stands in brackets."""
    text = slots.text
    return text.rfind("(", slots.start, at) > text.rfind(")", slots.start, at)


def _in_sentence(slots: Slots, places: list[int]) -> Iterator[Found]:
    """The whole first, with words that say so or in a list of one mould; or last, as the total."""
    if len(places) < 3:
        return
    for number, (first, second) in enumerate(pairwise(places[:-1])):
        cue, rest = _CUE.search(slots.text, first + 1, second), places[number + 1 :]
        rest = (
            list(takewhile(lambda at: not _OWN_CLAUSE.search(slots.before(at)), rest)) if cue and cue["which"] else rest
        )
        if cue and rest and not (cue["colon"] and (number or bracketed(slots, cue.start()))):
            yield _found(slots, first, rest, "of which" if cue["which"] else "some" if cue["some"] else "all")
        elif not number and _OF_ALL.fullmatch(slots.before(first)):
            yield _found(slots, first, rest, "some")
        elif not number and _moulded(slots, first, rest) and "," in slots.text[first + 1 : second]:
            yield _found(slots, first, rest, "listed")
    *parts, last = places
    if len(parts) > 2 and slots.frame.quantity(parts[0]).value == len(parts) - 1:
        parts = parts[1:]  # "Two officers claimed 140 and 96 miles".
    if _TAIL.search(slots.before(last)) or _TAIL_AFTER.match(slots.after(last)):
        cut = slots.text.rfind("; ", slots.start, last)
        for start in range(len(parts) - 1):
            every = start in (0, sum(at < cut for at in parts)) and _joined(slots, parts[start:])
            yield _found(slots, last, parts[start:], "all" if every else "tail")


def _in_brackets(slots: Slots, places: list[int]) -> Iterator[Found]:
    """ "£391m (£37m general, £271m earmarked and £83m other)": all that the brackets hold."""
    inside = [at for at in places if bracketed(slots, at)]
    for opened, group in groupby(inside, lambda at: slots.text.rfind("(", slots.start, at)):
        parts, before = list(group), [at for at in places if at < opened and at not in inside]
        others = [at for at in slots.places if opened < at < parts[-1] and at not in parts and slots.text[at] != "P"]
        closed = slots.text.find(")", parts[-1])
        if (
            len(parts) > 1
            and slots.text.rfind("(", opened, closed) == opened
            and before
            and slots.next(before[-1]) == parts[0]
            and not others
        ):
            yield _found(slots, before[-1], parts, "all" if _LAST.search(slots.text, *parts[-2:]) else "some")


def _brought(before: Slots, slots: Slots, places: list[int]) -> Iterator[Found]:
    """ "A loss of £1.1m. There may be further losses of £0.7m, bringing the loss to £1.8m"."""
    more, total = places[-2:]
    earlier = before.of(slots.text[more])
    if earlier and _TAIL.search(slots.before(total)) and _FURTHER.search(slots.before(more)):
        yield "whole", total, [(earlier[-1], 1), (more, 1)], 0, "all", 2


def _over_sentences(earlier: Sequence[Slots], slots: Slots, parts: list[int], letters: str) -> Iterator[Found]:
    """The parts of a whole that a sentence before has told."""
    cue = _BACK.match(slots.text, slots.start, parts[0])
    if not cue:
        return
    some = not cue["each"] and not _EVERY.search(cue.group())
    for before in reversed(earlier):
        for at in before.of(letters):
            yield _found(slots, at, parts, "some" if some else "all")


def _joined(slots: Slots, parts: Sequence[int]) -> bool:
    """Whether figures stand in a list, with a comma or a word like "and" between each and the next."""
    return all(_SEPARATOR.search(slots.text, a + 1, b) for a, b in pairwise(parts))


def _moulded(slots: Slots, first: int, parts: Sequence[int]) -> bool:
    """Whether the parts stand in a list, each followed by the same word: "61 about noise, 27 about litter".

    Where each goes to someone, and the first does too, it is one of them: "£9m went to roads, £4m to schools".
    """
    words = {slots.text[at + 1 :].lstrip(" )").partition(" ")[0] for at in parts}
    if words <= _TO and _TO & set(slots.after(first).split()):
        return False
    return len(parts) > 2 and len(words) == 1 and bool(_LAST.search(slots.text, parts[-2], parts[-1]))


def _found(slots: Slots, whole: int, parts: Sequence[int], word: str) -> Found:
    begin, end = min(parts), max(parts)
    stop = slots.text.find(";", end) if ";" in slots.text[end : slots.end] else slots.end
    between = _MOVED.sub("", slots.text[begin + 1 : end]) + slots.text[end + 1 : stop].removeprefix(":")
    aged = [bool(_AGES.match(slots.text, at + 1)) for at in (whole, *parts)]
    overlaid = any(slots.text.endswith(", with ", 0, at) for at in parts)
    counted = any(slots.text[at] == "M" and _COUNTED.search(slots.text, max(at - 30, 0), at) for at in parts)
    # "19 for children (518)": what stands in brackets tells more of the figure before them, and is no part beside it.
    mixed = (any(aged) and not all(aged)) or len({bracketed(slots, at) for at in parts}) > 1
    clean = not counted and not OTHERWISE.search(between) and not overlaid and not mixed
    word = "some" if word == "all" and _OPEN.search(between) else word
    sure = 0 if not clean or word == "tail" else 1 if word != "all" else 2
    return "whole", whole, [(at, 1) for at in parts], 0, word, sure
