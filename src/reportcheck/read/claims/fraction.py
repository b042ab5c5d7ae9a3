"""Fractions with their percentage: "38% (31 of 82)", "27 out of 372, or 5%", "of the 82, 31 (38%) waited"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reportcheck.model import Claim
from reportcheck.patterns import pattern
from reportcheck.read.claims.skeleton import Skeleton, hedges_of
from reportcheck.words.hedges import HEDGE
from reportcheck.words.moves import ANY_NOUN

_W = r"(?: [a-z'/&-]{1,20}| \([a-z]{2,10}\))"
_OF = r"(?:of|out of|from(?= N)|from(?= a| the)) (?:the |our |all |these |those |a total of |a possible ){0,3}"
_LINK = (
    r"(?: ?\( ?|, (?=P[,.)])|,? (?:or|which is|equating to|equates to|equivalent to|representing|which represents|"
    r"i\.e\.?|being|that is)(?: (?:a|an|the))? )"
)
_ALONE = (
    r"(?= ?(?:[),;:]|\.|$)"
    r"| (?!of |and |last |in |previous |compared|target|against|for |D|nationally|average|up |down |from )[a-z])"
)
_FORMS = tuple(
    pattern(form)
    for form in (
        rf"(?P<percent>P){_W}{{0,3}}[,:]? ?[(\[-] ?(?:i\.e\.? )?(?P<part>[NM]){_W}{{0,4}} {_OF}(?P<base>[NM])\b",
        r"(?P<percent>P)[,:]? (?:or )?(?P<part>[NM]) (?:of|out of) (?:the |our |all |these ){0,2}(?P<base>[NM])\b",
        rf"(?P<part>[NMI]){_W}{{0,4}} {_OF}(?P<base>[NM]){_W}{{0,8}}{_LINK}(?:{HEDGE} )?(?P<percent>P){_ALONE}",
        rf"(?P<part>[NM]){_W}{{0,4}} ?\( ?(?P<percent>P) ?\){_W}{{0,4}} {_OF}(?P<base>[NM])\b",
        rf"(?P<percent>P) ?\( ?(?P<part>[NM]) ?\)(?! (?:plus|and|with|less)\b){_W}{{0,4}} {_OF}(?P<base>[NM])\b",
        r"(?P<percent>P) ?\( ?(?P<part>N) ?/ ?(?P<base>N) ?\)",
        rf"(?P<percent>P) {_OF}(?P<base>[NM]){_W}{{0,4}} ?\( ?(?P<part>[NM]) ?\)",
        rf"(?P<percent>P) {_OF}(?:[a-z]+ ){{0,5}}?(?:of )?(?P<base>[NM]) ?= ?(?P<part>[NM])\b",
        r"(?P<part>M) ?[(,] ?(?:or |which is |representing )?(?P<percent>P) of (?:the |our |total |net ){0,3}"
        r"(?:[a-z]+ ){0,4}?(?:of )?(?P<base>M)\b",
        rf"(?<!N/)(?<!N / )(?P<part>N) ?/ ?(?P<base>N){_W}{{0,3}} ?\( ?(?P<percent>P) ?\)",
    )
)
_HINTS = ("", "", "", "(", "(", "/", "(", "=", "", "/")
"""What a text has in it that the form fits."""
_BASE = pattern(
    r"(?:(?:^|[.;:] )(?:out )?of (?:the |these |our |all |a total of |total ){0,2}"
    r"(?:[a-z]+ ){0,3}?(?:of )?(?P<base>[NM])\b"
    rf"|(?P<before>N)(?:{_W}| D){{0,12}}[.;,] (?:out )?of (?:those|these|which|whom),?)"
)
_NOT_OF = r"(?! of (?:those|these|them|whom|which)\b)"
_PART = pattern(
    rf"(?P<part>[NM]){_W}{{0,3}} ?\( ?(?P<percent>P) ?\){_NOT_OF}|(?P<percent2>P){_W}{{0,3}} ?\( ?(?P<part2>[NM]) ?\)"
)
_OF_THEM = pattern(rf"(?P<part>N){_W}{{0,2}} of (?:them|these|those) ?\( ?(?P<percent>P) ?\)")
_RESET = pattern(
    r"\bof (?:those|these|which|whom|the)\b|\. |\b(?:compared|against|versus|up from|down from|the year before)\b"
    r"|\b(?:last|previous|prior) (?:year|quarter|month|period)\b"
)
_NO_PART = pattern(
    rf"^N (?:thirds|quarters|fifths|tenths)\b|\b{ANY_NOUN} of |\b(?:made up|compris\w+|consist\w*|includ\w+) "
    r"|\) ?(?:and|plus|with|or) "
)
"""Two thirds are no two, growth is no share, and what comes after "and" is another part."""
_ONE_IN = pattern(r"[IN] in $")


def fractions(frame: Skeleton) -> Iterator[Claim]:
    """Claims "fraction": part, base and percent."""
    if "P" not in frame.letters or not frame.has(1, "NM"):
        return
    taken: set[int] = set()
    if sum(letter in "NMI" for letter in frame.letters) < 2:
        yield from _alone(frame, _PART.finditer(frame.text), taken)
        return
    for form, hint in zip(_FORMS, _HINTS, strict=True):
        if hint not in frame.text:
            continue
        for match in form.finditer(frame.text):
            places = {role: match.start(role) for role in ("part", "base", "percent")}
            before = frame.text[max(0, places["part"] - 5) : places["part"]]
            between = frame.text[places["part"] : places["base"]]
            if places["percent"] not in taken and not _ONE_IN.search(before) and not _NO_PART.search(between):
                taken |= set(places.values())
                yield _claim(frame, places)
    parts = list(_PART.finditer(frame.text))
    yield from _sets(frame, parts)
    for match in _BASE.finditer(frame.text):
        role = "base" if match.group("base") else "before"
        yield from _parts(frame, match.start(role), match.end(), taken)
    yield from _of_them(frame, taken)
    yield from _alone(frame, parts, taken)


def _of_them(frame: Skeleton, taken: set[int]) -> Iterator[Claim]:
    """Claims "fraction-of-them": part, percent and each count of the sentence before that "them" can mean."""
    for match in _OF_THEM.finditer(frame.text):
        part, percent = match.start("part"), match.start("percent")
        spans = [(a, b) for a, b in frame.sentences() if a <= part]
        bases = [at for at in frame.marks if spans[-2:][0][0] <= at < part and frame.text[at] == "N"]
        bases = [at for at in bases if frame.quantity(at).value > frame.quantity(part).value]
        if bases and not {part, percent} & taken:
            taken |= {part, percent}
            ordered = [*((at, "base") for at in bases), (part, "part"), (percent, "percent")]
            yield frame.claim_of("fraction-of-them", ordered, hedges_of(frame.text, {"percent": percent}))


def _parts(frame: Skeleton, base: int, start: int, taken: set[int]) -> Iterator[Claim]:
    """The parts of one base that the rest of its sentence gives with their percentages; a part may have its own."""
    stop = _RESET.search(frame.text, start)
    bases = [base]
    for match in _PART.finditer(frame.text, start):
        if stop and match.start() >= stop.start():
            break
        first = "part" if match.group("part") else "part2"
        percent = match.start("percent" if first == "part" else "percent2")
        part = match.start(first)
        alike = frame.text[part] == frame.text[base]
        if percent not in taken and alike and frame.quantity(part).value <= frame.quantity(base).value:
            taken.add(percent)
            fitting = (at for at in bases if _fits(frame, part, at, percent))
            yield _claim(frame, {"base": next(fitting, base), "part": part, "percent": percent})
            bases.insert(1, part)


def _fits(frame: Skeleton, part: int, base: int, percent: int) -> bool:
    """Whether a part of that base is the percentage printed."""
    whole, share = frame.quantity(base).value, frame.quantity(percent)
    return whole > 0 and abs(100 * frame.quantity(part).value / whole - share.value) <= share.step


def _alone(frame: Skeleton, parts: Iterable[re.Match[str]], taken: set[int]) -> Iterator[Claim]:
    """Claims "share-alone": a count and its percentage without a base, with the words of their sentence."""
    for match in parts:
        part, percent = ("part", "percent") if match.group("part") else ("part2", "percent2")
        if frame.text[match.start(part)] == "N" and not {match.start(part), match.start(percent)} & taken:
            start = frame.text.rfind(". ", 0, match.start()) + 1
            stop = frame.text.find(". ", match.end())
            words = frame.text[start : match.start() + (stop - match.start() if stop > 0 else 200)][:300]
            yield frame.claim("share-alone", {"part": match.start(part), "percent": match.start(percent)}, (words,))


def _sets(frame: Skeleton, parts: Sequence[re.Match[str]]) -> Iterator[Claim]:
    """Claims "share-set": two or more counts of one sentence, each with its percentage."""
    for start, end in frame.sentences() if len(parts) > 1 else ():
        inside = [m for m in parts if start <= m.start() < end]
        if len(inside) >= 2:
            ordered: list[tuple[int, str]] = []
            for m in inside:
                part, percent = ("part", "percent") if m.group("part") else ("part2", "percent2")
                ordered += [(m.start(part), "part"), (m.start(percent), "percent")]
            if len({frame.text[at] for at, role in ordered if role == "part"}) == 1:
                yield frame.claim_of("share-set", ordered)


def _claim(frame: Skeleton, places: dict[str, int]) -> Claim:
    return frame.claim("fraction", places, hedges_of(frame.text, places))
