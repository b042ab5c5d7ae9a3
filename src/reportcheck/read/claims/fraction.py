"""Fractions with their percentage: "38% (31 of 82)", "27 out of 372, or 5%", "of the 82, 31 (38%) waited"."""

from __future__ import annotations

from collections.abc import Iterator

from reportcheck.model import Claim
from reportcheck.patterns import pattern
from reportcheck.read.claims.composed import Found
from reportcheck.read.claims.skeleton import Skeleton
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
_REPRESENTING = pattern(
    rf"(?P<part>[NM]){_W}{{0,4}},? "
    r"(?:or|representing|equivalent to|translating to|accounting for|which (?:is|represents)) (?:about |only |just )?"
    r"(?P<percent>P)(?= ?[.,;)]|$| (?:and|while|were|was|are|is)\b)"
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


def fractions(frame: Skeleton) -> Iterator[Found]:
    """Percentages with the part and the base that words join to them."""
    if "P" not in frame.letters or sum(letter in "NMI" for letter in frame.letters) < 2:
        return
    taken: set[int] = set()
    for form, hint in zip(_FORMS, _HINTS, strict=True):
        for match in form.finditer(frame.text) if hint in frame.text else ():
            part, base, percent = (match.start(role) for role in ("part", "base", "percent"))
            of = _ONE_IN.search(frame.text, max(0, part - 5), part) or _NO_PART.search(frame.text[part:base])
            if percent not in taken and not of:
                taken |= {part, base, percent}
                yield _share(part, base, percent)
    for match in _BASE.finditer(frame.text):
        yield from _parts(frame, match.start("base" if match["base"] else "before"), match.end(), taken)
    for match in _OF_THEM.finditer(frame.text):
        yield from _of_them(frame, match.start("part"), match.start("percent"), taken)


def _share(part: int, base: int, percent: int) -> Found:
    return "share", percent, ((part, 1), (base, 1)), 0, "of", 3


def _of_them(frame: Skeleton, part: int, percent: int, taken: set[int]) -> Iterator[Found]:
    """A share of each count of the sentence before, or of its own, that "them" can mean."""
    spans = [(a, b) for a, b in frame.sentences() if a <= part]
    bases = [at for at in frame.marks if spans[-2:][0][0] <= at < part and frame.text[at] == "N"]
    bases = [at for at in bases if frame.quantity(at).value > frame.quantity(part).value]
    if not {part, percent} & taken:
        taken |= {part, percent}
        yield from (_share(part, base, percent) for base in bases)


def _parts(frame: Skeleton, base: int, start: int, taken: set[int]) -> Iterator[Found]:
    """The parts of one base that the rest of its sentence gives with their percentages; a part may have its own."""
    stop = _RESET.search(frame.text, start)
    bases = [base]
    end = stop.start() if stop else len(frame.text)
    named = ((m.start("part"), m.start("percent")) for m in _REPRESENTING.finditer(frame.text, start, end))
    for part, percent in sorted((*told_alone(frame, start, end), *named)):
        alike = frame.text[part] == frame.text[base] and frame.quantity(part).value <= frame.quantity(base).value
        if percent not in taken and alike:
            taken.add(percent)
            yield from (_share(part, other, percent) for other in bases)
            bases.insert(1, part)


def told_alone(frame: Skeleton, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Figures with the percentage in brackets behind or before them."""
    for match in _PART.finditer(frame.text, start, end):
        yield (match.start("part"), match.start("percent")) if match["part"] else (
            match.start("part2"), match.start("percent2")
        )  # fmt: skip


def alone(frame: Skeleton, shared: set[int]) -> Iterator[Claim]:
    """Claims "share-alone": a count and its percentage without a base, with the words of their sentence.

    `shared` are where figures of the passage begin that are shares of a figure beside them, or its parts.
    """
    for part, percent in told_alone(frame, 0, len(frame.text)) if {"P", "N"} <= set(frame.letters) else ():
        if frame.text[part] == "N" and not {frame.marks[part].start, frame.marks[percent].start} & shared:
            start = frame.text.rfind(". ", 0, part) + 1
            stop = frame.text.find(". ", percent)
            words = frame.text[start : part + (stop - part if stop > 0 else 200)][:300]
            yield frame.claim("share-alone", {"part": part, "percent": percent}, (words,))
