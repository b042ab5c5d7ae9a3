"""Changes that are told without their size: "fell from 540 to 426", "44%, up from 34%", "rose to 44% (2023: 34%)"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from reportcheck.model import Claim
from reportcheck.patterns import pattern
from reportcheck.read.claims.ends import alike, in_time
from reportcheck.read.claims.sized import bracketed, told_again
from reportcheck.read.claims.skeleton import Skeleton, hedges_of
from reportcheck.read.claims.slots import Slots
from reportcheck.words.moves import ANY_NOUN, ANY_VERB, DOWN, UP

_G = r"(?:[^;:()NMPQXI]|\([^()]{0,25}\))"
"""A letter between two figures of a sentence, or what stands in brackets."""
_MOVED = pattern(rf"\b(?:{ANY_VERB}|{ANY_NOUN}|up|down|moved|gone|went)\b")
_FROM = pattern(rf"(?<!resulting )(?<!arising )(?<!derived )\bfrom {_G}{{0,40}}$")
_TO = pattern(
    rf"(?:{_G}{{1,70}}?| ?\([^()]{{0,40}}\){_G}{{0,30}}?)(?<!compared )(?<!due )(?<!relative )\bto {_G}{{0,40}}$"
)
_CAME_TO = pattern(rf"\b(?:{ANY_VERB}|up|down)\b{_G}{{1,60}}?\bto {_G}{{0,20}}$")
_OLD = pattern(rf"{_G}{{0,60}}?[,(]? ?\b(?:compared (?:to|with)|from|against|as opposed to|versus) {_G}{{0,50}}$")
_WENT = pattern(
    rf"{_G}{{0,60}}?(?:[,(-] ?(?:which (?:is|was) )?|\b(?:represent(?:s|ed|ing)|is|was|equates to) )"
    rf"(?:(?:an?|the) (?:{_G}{{0,20}} )?)?(?P<word>{ANY_NOUN}|up|down)\b"
    rf"{_G}{{0,20}}?(?: [NMPQ]\b{_G}{{0,20}}?)? (?:from|on|compared (?:to|with)) [^;:,()NMPQXI]{{0,60}}$"
)
_GOING = pattern(
    r"(?: (?:in|at|for|on) D)?,? (?:and )?"
    r"(?P<word>reducing|falling|rising|increasing|decreasing|growing|dropping) (?:[a-z]+ )?to (?:[a-z]+ ){0,3}$"
)
_SIGNED = pattern(r" ?\(P\)")
_MORE_THAN = pattern(r"[NMPQI](?: [a-z]+){0,2} (?:more|fewer|less|higher|lower) than (?:[a-z]+ )*$")
"""After the size of a change "more than" says what a figure is measured by, and rounds nothing."""
_UP, _DOWN = pattern(UP), pattern(DOWN)


class Went(NamedTuple):
    """The old and the new figure, by where they stand, and the word that says which way it went."""

    old: int
    new: int
    word: str


def went(slots: Slots, taken: set[int], sized: frozenset[int]) -> Iterator[Claim]:
    """The changes of a sentence of which no figure is taken, or the size of one."""
    for letter in "NMPQ":
        free = [at for at in slots.of(letter) if at not in taken | sized and not told_again(slots.text, at)]
        moves = len(free) > 1 and _MOVED.search(slots.text, slots.start, slots.end)
        for one, two in pairwise(free) if moves else ():
            found = _told(slots, one, two)
            if found and not taken & {one, two} and _is_one_measure(slots, found):
                places = {"from": found.old, "to": found.new, **_signed(slots, two)}
                taken |= set(places.values())
                yield change_of(slots.frame, found.word, places)


def _signed(slots: Slots, last: int) -> dict[str, int]:
    """The percentage right after two ends, whose sign says that it is that of their change."""
    at = slots.next(last)
    there = at >= 0 and _SIGNED.fullmatch(slots.text, last + 1, at + 2)
    return {"percent": at} if there and slots.frame.marks[at].text.lstrip("(")[0] in "-−–+" else {}


def way_of(word: str) -> str:
    """Which way a word says that it went: "up", "down", or "" where it says neither."""
    return "up" if _UP.fullmatch(word) else "down" if _DOWN.fullmatch(word) else ""


def change_of(frame: Skeleton, word: str, places: dict[str, int]) -> Claim:
    """The claim of a change: its figures by their role, and the word that says which way it went."""
    compared = "from" in places and _MORE_THAN.search(frame.text, max(0, places["from"] - 40), places["from"])
    rounded = {role: at for role, at in places.items() if not (compared and role == "from")}
    return frame.claim("change", places, (way_of(word), word, *hedges_of(frame.text, rounded)))


def _is_one_measure(slots: Slots, told: Went) -> bool:
    one, two = sorted((told.old, told.new))
    return alike(slots.frame, {"from": told.old, "to": told.new}) and in_time(slots.text, told.old, one, two)


def _told(slots: Slots, one: int, two: int) -> Went | None:
    """The change that two figures of one kind tell, one after the other."""
    before, between = slots.before(one), slots.text[one + 1 : two]
    if _FROM.search(before[-50:]) and _TO.fullmatch(between):
        words = _MOVED.findall(before)
        return Went(one, two, words[-1]) if words else None
    if there := _WENT.fullmatch(between):
        return Went(two, one, there["word"])
    if there := _GOING.fullmatch(between):
        return Went(one, two, there["word"])
    if _CAME_TO.search(before) and (_OLD.fullmatch(between) or bracketed(slots, one, two)):
        return Went(two, one, _MOVED.findall(before)[-1])
    return None
