"""Wholes and their parts: "£54m: £23m for A and £31m for B", "10 and 12, making 22 in all", "the remaining 13%"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportcheck.model import Claim
from reportcheck.patterns import pattern
from reportcheck.read.claims.skeleton import Skeleton

_G = r"[^.;:NMPQXI()]"
_HEAD = pattern(
    rf"(?P<total>[NM])\b{_G}{{0,70}}?(?:[.;] (?:it|this|these|they|that) (?:was |were )?)?"
    r"(?P<word>:|,? ?\b(?:compris(?:ing|es?|ed)|consist(?:ing|s)?|made up|split|"
    r"broken down|analysed|namely|as follows)\b)"
)
_SHARES = pattern(
    r"(?P<total>P)(?: [a-z-]+){0,5},? ?\b(?:made up of|compris(?:ing|es|ed)|consist(?:ing|s) of) "
    r"(?P<parts>P[^.;:NMQXI]*)"
)
_TAIL = pattern(
    r"(?:\b(?:making|giving|totalling)(?: up)?(?: an?)?(?: (?:grand|combined|overall))?(?: total)?(?: of)?|"
    r"(?:\b(?:for|is|was)|,) (?:(?:an?|the) )?(?:grand |combined |overall )?total(?: [a-z]+)? of) (?P<total>[NM])\b|"
    r"\b(?P<total2>[NM]) (?:in (?:all|total)|(?:al)?together)\b|\( ?= ?(?P<total3>[NM]) ?\)|"
    r"\bbringing the (?:overall )?total to (?P<total4>[NM])"
)
_TAIL_HINTS = ("making", "giving", "total", " in all", "together", "=")
_OTHERWISE = pattern(
    r"\b(?:of which|of whom|includ\w+|compared|from(?= [NMP])|previous\w*|increas\w+|reduc\w+|per|average|target|"
    r"against|last|up to|than|between|each|every|or|net|offset|less|at(?= [NMP])|both)\b|[:X]|P ?\("
)
_COLON = pattern(r"(?: as follows)? ?:")
_BRACKET = pattern(rf"(?P<total>[NM]){_G}{{0,40}}? ?\((?P<inside>[^()]*)\)")
_LEAVING = pattern(
    rf"(?P<total>[NM])\b{_G}{{0,60}}?,? ?(?:of which (?P<one>[NM])\b|(?P<first>[NM]) of (?:this|these|which))"
    rf"{_G}{{1,80}}?[,(]? ?(?:leaving|(?:and|with) the (?:remaining|remainder|rest|balance)(?: of)?) (?P<rest>[NM])\b"
)
_BRINGING = pattern(
    r"\b(?:further|additional|another|extra)\b[^.;NMPQX]{0,80}?(?P<more>[NM])\b(?:[^.;:NMPQXI()]|\([^()]{0,40}\)){0,60}?"
    r",? (?:bringing|taking) (?:[a-z'-]+ ){1,5}to (?P<total>[NM])\b"
)
_MINUS = pattern(r"\b(?:offset by|less|net of|minus)(?: an?| the)? $")
_OF_WHICH = pattern(
    rf"(?P<total>[NM])\b{_G}{{1,80}}?(?:[,(;.]? ?(?:out )?)of "
    r"(?:which|whom|these|those|(?:that|this)(?: amount| sum)?),? (?:[a-z]+ ){0,2}?(?P<first>[NMI])"
)
_OF_ALL = pattern(r"(?:^|[.;] )(?:out )?of (?:the |our |these |all ){0,2}(?P<total>[NM])\b")
_REST = pattern(r"\b(?:the (?:remaining|other|rest|balance|remainder)|remaining)\b[^.;NMPQX()]{0,50}?(?P<last>[NP])\b")
_OTHER = pattern(
    r"(?:^|[.] )(?:out )?of (?:the|all|these|those) [^.;NMPQX]{3,60}, ?(?P<first>P)[^.;NMQX]*\band (?P<last>P)"
    r"(?: [a-z]+){0,4} (?:other|another)\b"
)
_SPLIT = pattern(r"\bsplit (?P<one>P) [^.;:NMPQX]{1,50}? and (?P<two>P)\b")
_PAIR = pattern(
    r"(?P<one>P) (?:of (?:the |our |all )?[a-z]+ (?=are|were|is))?(?:are |were |is )?"
    r"(?P<a>female|women|male|men)\b[^.NMPQ]{0,30}?(?P<two>P) (?:are |were |is )?(?P<b>male|men|female|women)\b"
)
_ONLY = pattern(r"(?P<one>P) of [^.;:NMPQX]{3,80} and (?:only|just) (?P<two>P)\b")
_SUBSET = pattern(r" (?:[a-z'-]+ ){0,2}of (?:them|these|those|which|whom)\b")
_AGES = pattern(r" (?:years?|months?|weeks?|days?|hours?|minutes?|thirds?|quarters?|fifths?|times?)\b")
_OPEN = pattern(
    r"\b(?:and|with) (?:an?|another|the|various|some|several|small\w*|other) [a-z][a-z' -]{1,40}(?:[,.;)]|$)"
    r"|\bthe (?:rest|remainder|balance)\b|\betc\b"
)
"""What stands in a list for parts that are not figures: "and a special school", "the rest for schools"."""
_JOINED = pattern(r"\b(?:and|plus|with)\b|[&+]")
_MOST, _FEW = 12, 5000
_WORDS_EACH = 12
"""Characters for each figure: where there are fewer, a passage is what is left of a table."""


def wholes(frame: Skeleton) -> Iterator[Claim]:
    """Claims "parts" (total and parts) and "complement" (percentages that make 100), and how they are joined."""
    text = frame.text
    if len(frame.marks) < 2 or len(text) < _WORDS_EACH * len(frame.marks):
        return
    counts = frame.letters.count("N")
    if frame.has(3, "M") or (counts and counts + frame.letters.count("I") > 2):
        yield from _added(frame)
    if frame.has(2, "P"):
        yield from _complements(frame)
        yield from _shares(frame)


def _added(frame: Skeleton) -> Iterator[Claim]:
    """A total with its parts, in counts or in money: three figures or more."""
    text, taken = frame.text, set[int]()
    for match in _HEAD.finditer(text):
        total = match.start("total")
        end = _stop(text, match.end())
        places = _same(frame, text[total], match.end(), end, ones=text[total] == "N")
        if len(places) >= 2 and total not in taken and (match.group("word") != ":" or _close(frame, total, places)):
            opened = _COLON.match(text, match.end())  # "as follows:"
            kind = "strict" if not _OTHERWISE.search(text, opened.end() if opened else match.end(), end) else "loose"
            taken |= {total, *places}
            yield _claim(frame, "parts", total, places, kind)
    for match in _TAIL.finditer(text) if any(hint in text for hint in _TAIL_HINTS) else ():
        total = next(match.start(g) for g in ("total", "total2", "total3", "total4") if match.group(g))
        start = max(text.rfind(". ", 0, total), text.rfind("; ", 0, total)) + 1
        places = _same(frame, text[total], start, total, ones=text[total] == "N")
        if len(places) >= 2 and not taken & {total, *places}:
            kind = "strict" if not _OTHERWISE.search(text, start, match.start()) else "loose"
            taken |= {total, *places}
            yield _claim(frame, "parts", total, places, kind)
    yield from _bracketed(frame, taken)
    yield from _brought(frame, taken)
    yield from _of_counts(frame, taken)


def _brought(frame: Skeleton, taken: set[int]) -> Iterator[Claim]:
    """ "A loss of £1.1m. There may be further losses of £0.7m, bringing the loss to £1.8m"."""
    text = frame.text
    for match in _BRINGING.finditer(text) if "bringing " in text or "taking " in text else ():
        more, total = match.start("more"), match.start("total")
        before = _same(frame, text[total], max(0, match.start() - 300), match.start())
        if before and text[more] == text[total] and not taken & {more, total, before[-1]}:
            taken |= {more, total, before[-1]}
            yield _claim(frame, "parts", total, [before[-1], more], "near")


def _bracketed(frame: Skeleton, taken: set[int]) -> Iterator[Claim]:
    """ "£391m (£37m general, £271m earmarked and £83m other)"; "£35m, of which £26m is late, leaving £9m"."""
    text = frame.text
    if any(word in text for word in ("leaving ", " the re", " the balance ")):
        yield from _leaving(frame, taken)
    for match in _BRACKET.finditer(text):
        total, (begin, end) = match.start("total"), match.span("inside")
        inside = [at for at in frame.marks if begin <= at < end]
        places = [at for at in inside if text[at] == text[total]]
        others = [at for at in inside if text[at] in "NMQX" and at not in places]
        if 2 <= len(places) <= _MOST and not others and not taken & {total, *places} and _close(frame, total, places):
            taken |= {total, *places}
            joined = _JOINED.search(text, places[-2], places[-1])
            kind = "loose" if _OTHERWISE.search(text, begin, end) else "strict" if joined else "open"
            yield _claim(frame, "parts", total, places, kind)


def _leaving(frame: Skeleton, taken: set[int]) -> Iterator[Claim]:
    """A whole, one part of it, and what that leaves."""
    for match in _LEAVING.finditer(frame.text):
        total, first = match.start("total"), match.start("one" if match.group("one") else "first")
        places = [first, match.start("rest")]
        if len({frame.text[at] for at in (total, *places)}) == 1 and not taken & {total, *places}:
            taken |= {total, *places}
            yield _claim(frame, "parts", total, places, "strict")


def _of_counts(frame: Skeleton, taken: set[int]) -> Iterator[Claim]:
    """ "Six homes were inspected, of which five are good and one is not"."""
    text = frame.text
    for form in (_OF_WHICH, _OF_ALL):
        for match in form.finditer(text):
            total = match.start("total")
            start = match.start("first") if form is _OF_WHICH else match.end()
            end = _stop(text, start)
            places = _same(frame, text[total], start, end, ones=text[total] == "N")
            if not 2 <= len(places) <= _MOST or taken & {total, *places}:
                continue
            if re.search(r"\bof\b", text[places[0] : end]) or _OTHERWISE.search(text, places[0], end):
                continue
            rest = bool(re.search(r"\b(?:remaining|remainder|rest|others?)\b", text[start:end]))
            taken |= {total, *places}
            yield _claim(frame, "parts", total, places, "strict" if rest else "within")


def _shares(frame: Skeleton) -> Iterator[Claim]:
    """ "A rate of 5.8%, made up of 3.6% long-term and 2.2% short-term"; what is "of" something has its own base."""
    for match in _SHARES.finditer(frame.text):
        start, end = match.span("parts")
        places = _same(frame, "P", start, end)
        if len(places) >= 2:
            own = any(frame.text.startswith(" of ", at + 1) for at in places)
            loose = own or _OTHERWISE.search(frame.text, start, end)
            yield _claim(frame, "parts", match.start("total"), places, "loose" if loose else "strict")


def _complements(frame: Skeleton) -> Iterator[Claim]:
    text = frame.text
    for match in _REST.finditer(text):
        last = match.start("last")
        if text[last] != "P":
            continue
        start = max(text.rfind(". ", 0, last), text.rfind("; ", 0, last)) + 1
        places = [*_same(frame, "P", start, match.start()), last]
        if len(places) >= 2 and not re.search(r"\b(?:from|compared|than|increase|target|by)\b", text[start:last]):
            yield frame.claim_of("complement", [(at, "part") for at in places], ("remaining",))
    for match in _OTHER.finditer(text):
        places = [*_same(frame, "P", match.start("first"), match.start("last")), match.start("last")]
        if len(places) > 2 and not _OTHERWISE.search(text, match.start("first"), match.end()):
            yield frame.claim_of("complement", [(at, "part") for at in places], ("remaining",))
    for match in _PAIR.finditer(text):
        if (match.group("a") in ("female", "women")) != (match.group("b") in ("female", "women")):
            yield frame.claim_of("complement", [(match.start("one"), "part"), (match.start("two"), "part")], ("pair",))
    for match in _SPLIT.finditer(text):
        yield frame.claim_of("complement", [(match.start("one"), "part"), (match.start("two"), "part")], ("pair",))
    for match in _ONLY.finditer(text):
        yield frame.claim_of("complement", [(match.start("one"), "part"), (match.start("two"), "part")], ("only",))


def _stop(text: str, start: int) -> int:
    """Where the sentence ends; after a colon a semicolon only parts its items."""
    stop = text.find(". ", start)
    semicolon = -1 if text[start - 1 : start] == ":" else text.find("; ", start)
    return min((at for at in (stop, semicolon) if at > 0), default=len(text))


def _same(frame: Skeleton, letter: str, start: int, end: int, *, ones: bool = False) -> list[int]:
    """The places of figures with that letter between the two ends, those in brackets left out."""
    text, places, depth, before = frame.text, [], 0, start
    for at in frame.marks:
        if start <= at < end and (text[at] == letter or (ones and text[at] == "I")):
            depth += text.count("(", before, at) - text.count(")", before, at)
            before = at
            if depth <= 0 and not _SUBSET.match(text, at + 1):
                places.append(at)
    return places


def _close(frame: Skeleton, total: int, places: list[int]) -> bool:
    """Whether figures after a colon come near the figure before it: else the colon joins two things."""
    whole = frame.quantity(total).value
    added = sum(frame.quantity(at).value for at in places)
    return whole > 0 and abs(added - whole) * 4 <= whole and (frame.text[total] == "M" or whole <= _FEW)


def _claim(frame: Skeleton, kind: str, total: int, places: list[int], word: str) -> Claim:
    if word == "strict" and _OPEN.search(frame.text, min(places), _stop(frame.text, max(places))):
        word = "open"
    aged = [bool(_AGES.match(frame.text, at + 1)) for at in (total, *places)]
    overlaid = any(frame.text.endswith(", with ", 0, at) for at in places)
    if overlaid or (any(aged) and not all(aged)):
        word = "loose"
    minus = {at for at in places if _MINUS.search(frame.text[max(0, at - 20) : at])}
    ordered = sorted([(total, "total"), *((at, "less" if at in minus else "part") for at in places)])
    return frame.claim_of(kind, ordered, (word,))
