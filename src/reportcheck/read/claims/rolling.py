"""Opening, what came in, what went out, closing: "twelve risks at the start, two new, one closed, leaving thirteen"."""

from __future__ import annotations

from collections.abc import Iterator

from reportcheck.model import Claim
from reportcheck.patterns import pattern
from reportcheck.read.claims.skeleton import Skeleton
from reportcheck.words.calendar import MONTH

_W = r"(?: (?!(?:and|but|while|whilst)\b)[a-z'/-]+)"
_BE = (
    r"(?:were |was |have been |has been |had been |have |has |had |are |is |being )?"
    r"(?:newly |also |then |since |formally )?"
)
_TIME = rf"(?: of(?: the| this| last)?(?: [a-z]+)? ?(?:year|quarter|period|month|half|term|D|{MONTH.lower()}))"
_START = rf"(?:start|beginning|outset|opening){_TIME}?"
_END = rf"(?:end|close){_TIME}"
_IN = (
    r"added|opened|joined|recruited|appointed|approved|admitted|registered|started|identified|starters"
    r"|joiners|additions?"
    r"|admissions|arrivals|came in(?:to)?|entered|taken on|received|referred|raised|created|bought"
    r"|acquired|escalated|born"
    r"|became|accepted|moved in"
)
_OUT = (
    r"closed|removed|resolved|left|ceased|resigned|discharged|withdrawn|withdrew|de-?escalated|retired"
    r"|de-?registered|ended"
    r"|deleted|leavers|closures?|departures|lost|moved out|moved on|stepped down|struck off|sold|died|completed|cleared"
    r"|disposed of|dropped|departed|cancelled|implemented|relet|taken out|rehoused|demolished|answered"
)
_IN_M = r"contributions?|additions?|receipts|received|deposits?|interest|transfers? in|paid in|income|top-?up|added"
_OUT_M = (
    r"drawn down|draw-?downs?|withdrawals?|withdrawn|transfers? out|payments?|paid out|spent|spending|used|released"
    r"|expenditure|expenses|disbursements?|disbursed|debits|(?:cheques|checks)(?: (?:written|drawn|paid|issued))?"
)
_ON = r"(?: (?:(?:as )?(?:at|on|of|from) )?(?:the )?D)?"
"""The day of a balance, which may stand between its name and its amount."""
_CLOSING = (
    r"(?:which )?leav(?:ing|es)|(?:which )?left(?: us with)?|bringing (?:the |our |this "
    r"|it )?(?:[a-z]+ ){0,4}?to|making"
    r"|giving|(?:are|is|there are|there were|were|we) now"
    r"|now (?:has|have|holds?|stands? at|stood at|totals?|numbers?|contains?|lists?|includes?)"
    r"|(?:so|therefore|thus)(?: that)?(?: there)?(?: (?:were|was|are|is))?|ended (?:the [a-z]+ )?(?:with|on|at)"
    r"|for a total of|a (?:new |final )?total of|total of"
    rf"|(?:closing |ending |left a )?(?:[a-z]+ ){{0,2}}balance{_ON}(?:,? of| is| was| stood at|:)?"
    rf"|carried forward{_ON}(?: of| is| was|:)?|remaining|remains|remain"
)
_OPEN_BEFORE = pattern(
    rf"(?:\b(?:opened|began|started|starting|beginning)(?: the [a-z]+)? with"
    rf"(?: (?:reserves|balances|a balance|funds|cash) of)?|\b{_START}[^.;NMPQX]{{0,50}}"
    r"|\b(?:opening|beginning|starting|previous) (?:[a-z]+ ){0,2}(?:balance|number|total|position|stock)"
    rf"(?: (?:of|on) (?:the |our )?[a-z]+(?: fund| reserve)?)?{_ON}(?:,? of| was| is| stood at|:)?"
    rf"|\bbrought forward{_ON}(?: of| was| is|:)?"
    r")(?: a total of)? $"
)
_OPEN_AFTER = pattern(rf"{_W}{{0,6}}?(?: \(?(?:at|on|from) the {_START}| brought forward)\b")
_AGAIN = r"(?: a further| another| an additional)? $"
_IN_BEFORE = pattern(
    r"\b(?:adding|addition of|plus|gained|gaining|opened|admitted|recruited|appointed|added|opening of"
    r"|joined by|approved"
    rf"|accepted|registered|took on|received){_AGAIN}"
)
_IN_AFTER = pattern(rf"(?: (?:new|more|additional|extra|further)\b|{_W}{{0,4}}? {_BE}(?:{_IN})\b)")
_OUT_BEFORE = pattern(
    r"\b(?:closing|removing|less|minus|losing|lost|removal of|closure of|loss of|sold|removed|closed|discharged"
    rf"|relet|resolved|answered){_AGAIN}"
)
_OUT_AFTER = pattern(rf"{_W}{{0,4}}? {_BE}(?:{_OUT})\b")
_CAME_TO = (
    rf"(?: (?:for|in|during) (?:the |this )?(?:month|period|quarter|year|D|{MONTH.lower()}))?"
    r"(?: (?:of|were|was|came to|totall?ing|totall?ed)|:)? $"
)
_IN_MONEY = pattern(rf"\b(?:{_IN_M}){_CAME_TO}")
_OUT_MONEY = pattern(rf"\b(?:{_OUT_M}){_CAME_TO}")
_IN_PAID = pattern(rf"{_W}{{0,2}}? (?:{_IN_M})\b")
_OUT_PAID = pattern(rf"{_W}{{0,2}}? {_BE}(?:{_OUT_M})\b")
_CLOSE_BEFORE = pattern(rf"(?:\b(?:{_CLOSING})|\b{_END}[^.;NMPQX]{{0,50}})(?: a total of| just| only| with| at)? $")
_CLOSE_AFTER = pattern(
    rf"{_W}{{0,5}}?(?: (?:at|on|by) the {_END}| remain(?:ed|ing|s)?| in (?:all|total)| carried forward| now)\b"
)
_DATED = pattern(
    r"\b(?:at|on|as at|by) D,?"
    r"(?: there (?:were|was|are)| we had| the [a-z]+ (?:had|held|listed)| (?:was|is|stood at|of))? $|\bbalance D:? $"
)
_DATED_AFTER = pattern(rf"{_W}{{0,5}}? (?:at|on|as at|by) D")
_SURE = pattern(r"\b(?:leav(?:ing|es)|left|bringing|making|giving|so|therefore|thus|total|balance)\b")
_HINTS = (
    "leav", " left", " now ", "bringing", "making", "the end of", "giving", "remain", "closing", "forward", " so ",
    "total", "therefore", " at D", " on D", "ended", "balance",
)  # fmt: skip
_OF_THEM = pattern(r"\bof (?:the|these|those|our|which|whom|them),? $")
_FEWEST = 3
"""An opening, a move and a closing."""
_FURTHEST = 420


def rollings(frame: Skeleton) -> Iterator[Claim]:
    """Claims "rolling": open, ins, outs and close; the word is "sure" where the closing is said to follow from them."""
    text = frame.text
    kinds = [kind for kind in ("NI", "M") if sum(letter in kind for letter in frame.letters) >= _FEWEST]
    if not kinds or not any(hint in text for hint in _HINTS):
        return
    for letters in kinds:
        places = [at for at in frame.marks if text[at] in letters and frame.marks[at].quantity]
        if len(places) >= _FEWEST:
            yield from _windows(frame, places)


def _windows(frame: Skeleton, places: list[int]) -> Iterator[Claim]:
    """Each run of figures from an opening one to a closing one, with moves and nothing else between."""
    found: list[tuple[int, str]] = []
    for index, at in enumerate(places):
        role, follows = _role(frame.text, places, index, bool(found), any(r in ("in", "out") for _, r in found))
        if role == "open":
            found = [(at, "open")]
        elif found and role in ("in", "out"):
            found.append((at, role))
        elif found and role == "close" and len(found) > 1 and at - found[0][0] < _FURTHEST:
            yield frame.claim_of("rolling", [*found, (at, "close")], ("sure" if follows else "told",))
            found = []
        else:
            found = []


def _role(text: str, places: list[int], index: int, opened: bool, moved: bool) -> tuple[str, bool]:
    """What a figure is: open, in, out, close, or nothing; and whether its words say that it follows."""
    before, after = _around(text, places, index)
    if (not opened or moved) and (_OPEN_BEFORE.search(before) or _OPEN_AFTER.match(after)):
        return "open", False
    if opened and moved:
        closing = _CLOSE_BEFORE.search(before)
        if closing or _CLOSE_AFTER.match(after):
            return "close", bool(closing and _SURE.search(before))
    if opened and (move := _move(before, after, text[places[index]] == "M")):
        return move, False
    if _DATED.search(before) or _DATED_AFTER.match(after):
        return ("close" if opened and moved else "open"), False
    return "", False


def _around(text: str, places: list[int], index: int) -> tuple[str, str]:
    """The words of a figure's sentence before it and after it, up to the figures beside it."""
    at = places[index]
    start = places[index - 1] + 1 if index else 0
    stop = places[index + 1] if index + 1 < len(places) else len(text)
    after = text[at + 1 : min(stop, at + 70)].partition(". ")[0].partition(";")[0]
    return text[max(start, at - 80, text.rfind(". ", 0, at) + 1) : at], after


def _move(before: str, after: str, money: bool) -> str:
    """Whether a figure came in or went out; what stands before it counts for more."""
    ahead = ((_OUT_MONEY, "out"), (_IN_MONEY, "in")) if money else ((_OUT_BEFORE, "out"), (_IN_BEFORE, "in"))
    behind = ((_OUT_PAID, "out"), (_IN_PAID, "in")) if money else ((_OUT_AFTER, "out"), (_IN_AFTER, "in"))
    if _OF_THEM.search(before):
        return ""
    told = next((way for form, way in ahead if form.search(before)), "")
    return told or next((way for form, way in behind if form.match(after)), "")
