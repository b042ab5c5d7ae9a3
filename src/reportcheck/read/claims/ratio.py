"""Averages: "1.4 places per home" beside 379 places and 191 homes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportcheck.model import Claim
from reportcheck.patterns import pattern
from reportcheck.read.claims.skeleton import Skeleton, hedges_of
from reportcheck.words.stems import stem

_AVERAGE = pattern(
    r"(?P<rate>[NM])(?P<unit>(?: [a-z'-]+){1,5}?) (?:per|for each|for every|in each|to each|a) (?P<base>[a-z-]{3,})\b"
)
_PLAIN = pattern(
    r"\baverage (?:cost |price |spend )?(?:of|is|was) (?P<rate>M) (?:per|for each|for every) (?P<base>[a-z-]{3,})\b"
)
_TIMES = frozenset(["year", "month", "week", "day", "hour", "night", "annum", "quarter", "head", "cent"])


def ratios(frame: Skeleton) -> Iterator[Claim]:
    """Claims "average" (rate, count, base)."""
    text = frame.text
    if "average" in text or " per " in text:
        for form in (_AVERAGE, _PLAIN):
            for match in form.finditer(text):
                yield from _average(frame, match)


def _average(frame: Skeleton, match: re.Match[str]) -> Iterator[Claim]:
    """An average beside the two counts that it is made of, in one sentence of the same passage."""
    text, base = frame.text, stem(match.group("base"))
    if base in _TIMES or "average" not in text[max(0, match.start() - 60) : match.end()]:
        return
    unit = (match.groupdict().get("unit") or "").split()
    rate = match.start("rate")
    for start, end in frame.sentences():
        others = [at for at in frame.marks if start <= at < end and at != rate]
        bases = [at for at in others if text[at] == "N" and _follows(text, at, base, 4)]
        tops = [at for at in others if at not in bases and text[at] == text[rate] and _of_unit(text, start, at, unit)]
        if len(bases) == 1 and len(tops) == 1:
            places = {"rate": rate, "count": tops[0], "base": bases[0]}
            yield frame.claim("average", places, (match.group("base"), *hedges_of(text, places)))
            return


def _of_unit(text: str, start: int, at: int, unit: list[str]) -> bool:
    """Whether a count is of what the average is said to be of, where that is said."""
    if not unit:
        return True
    thing = stem(unit[-1])
    return _follows(text, at, thing, 5) or _precedes(text, start, at, thing)


def _follows(text: str, at: int, thing: str, words: int) -> bool:
    after = re.match(rf"(?:[ '][a-z'-]+){{1,{words}}}", text[at + 1 : at + 90])
    return bool(after) and any(stem(w) == thing for w in re.findall(r"[a-z-]+", after.group()))  # type: ignore[union-attr]


def _precedes(text: str, start: int, at: int, thing: str) -> bool:
    before = re.split(r"[NMPQX]", text[max(start, at - 90) : at])[-1]
    return any(stem(w) == thing for w in re.findall(r"[a-z-]+", before))
