"""Changes, their ends, size and direction: "fell by 114 days from 540 to 426", "44% compared to 34%"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reportcheck.model import Claim
from reportcheck.patterns import pattern
from reportcheck.read.claims.ends import alike, in_time, plain, stretches, told_in_time
from reportcheck.read.claims.moved import moved
from reportcheck.read.claims.skeleton import Skeleton, hedges_of
from reportcheck.words.hedges import HEDGE
from reportcheck.words.moves import ANY_NOUN, ANY_VERB, DOWN, UP

_F = "[NMPQ]"
_G = r"(?:[^.;:NMPQXI()]|\([^()NMPQX]{0,25}\))"
"""A gap without figures; brackets in it hold dates or words."""
_H = r"(?:[^.;:,NMPQXI()]|\([^()NMPQX]{0,25}\))"
"""The same without a comma."""
_WORDED = pattern(rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\b")
_WORD = rf"\b(?P<word>{ANY_VERB})\b"
_ROUGHLY = rf"(?:(?:{HEDGE}|just|an?|the|only|further) ){{0,3}}"
_BY = (
    rf"(?: | of {_ROUGHLY}|{_G}{{1,50}}?\bby {_ROUGHLY})(?P<by>{_F})"
    r"(?:(?: ?\(|,? or )(?:or )?(?P<percent>P)[),]?)?"
)
_THAN = r"(?:compared (?:to|with)|from|against|as opposed to|versus)"
_TO = rf"\bto {_G}{{0,20}}?(?P<to>{_F})"

_FROM_TO = pattern(
    rf"\b(?P<word>{ANY_VERB}|{ANY_NOUN}|up|down|moved|gone|went)\b(?:{_BY})?(?:{_G}{{1,70}}?| \()\bfrom "
    rf"{_G}{{0,30}}?(?P<from>{_F}){_G}{{1,50}}?\bto {_G}{{0,30}}?(?P<to>{_F})(?!-| (?:and|to) {_F})"
)
_NOUN_FROM_TO = pattern(
    rf"(?P<by>{_F}) (?P<word>{ANY_NOUN})\b{_G}{{1,70}}?(?:\(|\bfrom |\(from )(?P<from>{_F}){_G}{{1,40}}?{_TO}"
)
_BY_TO = pattern(rf"{_WORD}{_BY}{_G}{{1,30}}?{_TO}{_G}{{1,30}}?[,(]? ?\b{_THAN} {_G}{{0,40}}?(?P<from>{_F})")
_TO_FROM = pattern(
    rf"(?P<to>{_F}){_G}{{0,60}}?(?:[,(-] ?(?:which (?:is|was) )?|\b(?:represent(?:s|ed|ing)|is|was|equates to) )"
    rf"(?:(?:an?|the) (?:{_G}{{0,20}} )?)?(?P<word>{ANY_NOUN}|up|down)\b"
    rf"(?: (?:of |by )?{_ROUGHLY}(?P<by>{_F})(?:(?:,| \(| or) ?(?P<percent>P)\)?)?)?"
    rf"{_G}{{0,20}}? (?:from|on|compared (?:to|with)) {_H}{{0,60}}?(?P<from>{_F})"
)
_TO_COMPARED = pattern(
    rf"\b(?P<word>{ANY_VERB}|up|down)\b{_G}{{1,30}}?{_TO}{_G}{{0,60}}?[,(]? ?\b{_THAN} {_H}{{0,50}}?(?P<from>{_F})"
)
_GOING_TO = pattern(
    rf"(?P<from>{_F})(?: (?:in|at|for|on) D)?,? (?:and )?"
    r"(?P<word>reducing|falling|rising|increasing|decreasing|growing|dropping) "
    rf"(?:slightly |further |again )?to {_G}{{0,20}}?(?P<to>{_F})"
)
_TO_WAS = pattern(
    rf"{_WORD}(?:{_BY})?{_G}{{1,30}}?{_TO}{_G}{{0,25}}? ?"
    r"\((?:(?:from|previously|was|D:?|compared to|compared with|it was) ){0,2}"
    rf"(?P<from>{_F})(?: [^()NMPQ]{{0,30}})?\)"
)
_MORE_THAN = pattern(
    rf"(?P<to>{_F}){_G}{{0,80}}?[,(] ?(?:which is |some |or )?(?P<by>{_F}) (?P<word>more|fewer|less|higher|lower) than "
    rf"{_G}{{0,50}}?[,(]? ?(?:of |with |was )?(?P<from>{_F})(?! (?:more|fewer|less|higher|lower)\b)"
)
_PAIR = pattern(
    rf"(?P<to>[NMP])(?:{_G}{{0,60}}?,? ?\b(?:compared (?:to|with)|against|versus|as opposed to) {_G}{{0,60}}?"
    r"(?P<from>[NMP])|(?: [a-z-]+){0,3} ?\((?:(?P<from2>[NMP]) (?:in |at |for )?D|"
    r"(?:D:?|(?:last|previous|prior) year:?|previously) (?P<from3>[NMP]))\))"
)
_TAIL = pattern(
    rf"{_G}{{0,30}}?(?:[,.(;-]|\bwhich\b|(?= (?:is|was|represents) )) ?(?:(?:this|that|which|it|and|thus) )?"
    r"(?:(?:is|was|represents|representing|indicates|shows|means|equates to|gives|being|reflects|marks) )?"
    r"(?:(?:an?|the) )?"
    r"(?:(?:net|overall|total|real|year-on-year|approximate|slight|small|significant|further|combined) ){0,2}"
    rf"(?:(?P<first>P) )?(?P<word>{ANY_NOUN})(?: (?:of|by) {_ROUGHLY}(?P<by>{_F})"
    r"(?:(?: ?\(|,? (?:or|and|equating to|representing|equivalent to)) ?(?P<percent>P))?)?"
)
_TAIL_WAY = pattern(
    rf"{_H}{{0,40}}?, (?:or )?(?P<word>down|up)(?P<first>)(?P<percent>)(?: by)? {_ROUGHLY}(?P<by>P)"
    r"(?=[.,;)]|$| (?:year on year|overall|and)\b)"
)
_PERCENT_ON = pattern(
    rf"\b(?P<word>down|up|{ANY_NOUN}|{ANY_VERB})\b(?: (?:of|by))?(?: (?:overall|{HEDGE}))? "
    rf"(?P<percent>P)(?: overall)? (?:from|on|against|compared (?:to|with)) (?:{_H}{{0,40}} )?\(?(?P<from>[NM])\b"
)
_GAIN = pattern(
    rf"(?P<to>[NM]){_G}{{0,40}}?[,(] ?(?:which (?:is|was|represents) )?(?:an?|the) (?:(?:net|overall|total) )?"
    rf"(?P<word>{ANY_NOUN}) of (?P<by>[NM])(?:,| or| \() ?(?:or )?(?P<percent>P)"
)
_SIGNED = pattern(r" ?\((?P<percent>P)\)")
_MOVED = pattern(rf"\b(?:{ANY_VERB}|{ANY_NOUN})\b")
_COMPARED = pattern(r" (?:more|fewer|less|higher|lower) than\b")
_THAN_HINTS = ("from", "compared", "against", "opposed", "versus")
_FULL = (
    (_FROM_TO, "from ", ("to ",), 2), (_NOUN_FROM_TO, "to ", ("from ", "("), 3), (_BY_TO, "to ", _THAN_HINTS, 3),
    (_TO_FROM, " ", (" from ", " on ", " compared "), 2), (_GOING_TO, "to ", ("ing ",), 2),
    (_TO_COMPARED, "to ", _THAN_HINTS, 2), (_TO_WAS, "(", ("to ",), 2),
    (_MORE_THAN, " than ", ("more", "fewer", "less", "higher", "lower"), 3),
)  # fmt: skip
"""Each with what a text has in it that it fits, with what it has one of, and with how many figures it has at least."""
_ROLES = ("from", "to", "by", "percent")


def changes(frame: Skeleton) -> Iterator[Claim]:
    """Claims "change": from, to, by and percent, those that are said; the first word is "up", "down" or ""."""
    text = frame.text
    # The two ends of a change are figures of one kind.
    if not frame.has(2, "NMPQ") or _WORDED.search(text) is None:
        return
    taken: set[int] = set()
    figures = sum(letter in "NMPQ" for letter in frame.letters)
    ends = list(stretches(text))
    for form, hint, hints, least in _FULL if ends else ():
        if figures < least or hint not in text or not any(one in text for one in hints):
            continue
        # The bracket that closes this one may have a stop after its figure.
        for match in form.finditer(text) if form is _TO_WAS else _found(form, text, ends):
            places = _places(match)
            if alike(frame, places) and not taken & set(places.values()) and _one_move(text, match):
                tail = _add_tail(text, match.end(), places) or _add_signed(frame, match.end(), places)
                taken |= set(places.values())
                yield _claim(frame, places, tail or _nearest(text, match))
    if "(" in text or any(hint in text for hint in _THAN_HINTS):
        yield from _pairs(frame, ends, taken)
    if "P" in frame.letters and frame.has(2, "NM"):
        yield from _percents(frame, ends, taken)
    if figures > 2:
        yield from moved(frame, taken)


def _percents(frame: Skeleton, ends: list[tuple[int, int]], taken: set[int]) -> Iterator[Claim]:
    """Changes of which one end, or the size, is all that is told beside the percentage."""
    yield from _percent_on(frame, taken)
    for match in _found(_GAIN, frame.text, ends):
        places = _places(match)
        if not taken & set(places.values()) and alike(frame, places, "to", "by"):
            taken |= set(places.values())
            yield _claim(frame, places, match.group("word"))


def _found(form: re.Pattern[str], text: str, ends: list[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """Every match: none goes over a stop, for the gaps of the forms have none."""
    for start, stop in ends:
        yield from form.finditer(text, start, stop)


def _pairs(frame: Skeleton, ends: list[tuple[int, int]], taken: set[int]) -> Iterator[Claim]:
    """Two figures that are compared, and the change said after them: "51.6 compared to 55.6, a fall of 4"."""
    for match in _found(_PAIR, frame.text, ends):
        role = next(name for name in ("from", "from2", "from3") if match.group(name))
        places = {"to": match.start("to"), "from": match.start(role)}
        if taken & set(places.values()) or not alike(frame, places) or not told_in_time(frame.text, places["from"]):
            continue
        word = _add_tail(frame.text, match.end(), places)
        if word and len(places) > 2:
            taken |= set(places.values())
            yield _claim(frame, places, word)


def _percent_on(frame: Skeleton, taken: set[int]) -> Iterator[Claim]:
    """ "Down 15% on the 1,654 of last year", where the new figure is the nearest one of its size before."""
    for match in _PERCENT_ON.finditer(frame.text):
        places = _places(match)
        if taken & set(places.values()):
            continue
        old = frame.quantity(places["from"])
        before = frame.text[: match.start()]
        ends = [before.rfind(". "), 0]
        start = before.rfind(". ", 0, max(ends[0], 0)) if ends[0] > 0 else 0
        near = [at for at, m in frame.marks.items() if max(start, 0) <= at < match.start() and m.quantity]
        letter = frame.text[places["from"]]
        same = [at for at in near if frame.text[at] == letter]
        if len(same) == 1 and old.value and Decimal("0.2") < frame.quantity(same[0]).value / old.value < 5:
            places["to"] = same[0]
            taken |= set(places.values())
            yield _claim(frame, places, match.group("word"))


def _one_move(text: str, match: re.Match[str]) -> bool:
    """Whether it is one move in one direction: not "fell by 22 and rose by 20, from 193 to 191"."""
    if match.re.pattern == _FROM_TO.pattern and match.group("by"):
        before = text[max(0, text.rfind(". ", 0, match.start()), match.start() - 60) : match.start()]
        if _MOVED.search(before) and re.search(_F, before):
            return False
    return in_time(text, match)


def _nearest(text: str, match: re.Match[str]) -> str:
    """The last word of direction before the figures: "the rise in rates fell from 4% to 3%" is a fall."""
    start, first = match.start("word"), min(_places(match).values())
    words = list(_MOVED.finditer(text, start, first)) if start < first else []
    return words[-1].group() if words else match.group("word")


def _places(match: re.Match[str]) -> dict[str, int]:
    named = match.re.groupindex
    return {role: match.start(role) for role in _ROLES if role in named and match.group(role)}


def _add_tail(text: str, end: int, places: dict[str, int]) -> str:
    """Add the size of the change where the words after its ends tell it; the word that names it."""
    match = _TAIL.match(text, end) or _TAIL_WAY.match(text, end)
    if not match or ("by" in places and "percent" in places):
        return ""
    size = "first" if match.group("first") else "by"
    if not match.group(size):
        return ""
    as_percent = "by" in places and text[match.start(size)] == "P" != text[places["by"]]
    places.setdefault("percent" if as_percent else "by", match.start(size))
    if size == "by" and match.group("percent"):
        places.setdefault("percent", match.start("percent"))
    return match.group("word")


def _add_signed(frame: Skeleton, end: int, places: dict[str, int]) -> str:
    """Add "(-12.0%)" right after the ends: its sign says that it is their change. No word names it."""
    match = _SIGNED.match(frame.text, end)
    if match and "percent" not in places and frame.marks[match.start("percent")].text.lstrip("(")[:1] in "-−–+":
        places["percent"] = match.start("percent")
    return ""


def _claim(frame: Skeleton, places: dict[str, int], word: str) -> Claim:
    places = {role: at for role, at in places.items() if role in ("from", "to") or plain(frame.text, at)}
    if "by" in places and frame.text[places["by"]] == "P" and frame.text[places["to"]] in "NM":
        places["percent"] = places.pop("by") if "percent" not in places else places["percent"]
    worded = _WORDED.match(word)
    way = "" if not worded else "up" if worded.group("up") else "down"
    compared = "by" in places and _COMPARED.match(frame.text, places["by"] + 1)
    rounded = {role: at for role, at in places.items() if not (compared and role == "from")}
    return frame.claim("change", places, (way, word, *hedges_of(frame.text, rounded)))
