"""A whole and the bullets under it that make it: "The £54m is made up of:", "£23m for roads", "£31m for schools"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportcheck.model import Claim, Passage, Reckoning, Term, reckoned
from reportcheck.patterns import pattern
from reportcheck.read.claims.skeleton import Skeleton
from reportcheck.words.hedges import HEDGE

_OPENS = pattern(r":[\s*_]*$")
_WHOLE = pattern(
    r"\b(?:made up|compris\w+|consist\w*|broken down|analysed|split|allocated|as follows|divided|total\w*|of which"
    r"|of whom)\b"
    r"|(?:^|\. )(?:out )?of (?:the|these|our|all)\b"
)
_PARTIAL = pattern(
    r"\b(?:includ\w*|such as|for example|e\.g|in particular|notably|mainly|main|key|largest|significant|major"
    rf"|highlights?|{HEDGE}|from|increas\w*|reduc\w*|compared|against|between|per"
    r"|average|each)\b"
)
_TURNED = pattern(r"\b(?:of which|of whom|from|compared|than|up to|per|each|average|increase|reduction|includ\w+)\b")
_TURNED_BEFORE = pattern(
    r"\b(?:of which|of whom|from|compared \w+|than|up to|average\w*|increas\w*|reduc\w*|includ\w+)"
    r"(?: (?:of|by|to|the|an?))*\W*$"
)
_TURNED_AFTER = pattern(
    r"\W*(?:per|each|average|an? (?:year|quarter|month|week|day|hour|head|piece)|an? \w+ (?:increase|reduction))\b"
)
"""Words beside an amount that make it another thing than a part; further off they are about something else."""
_START = pattern(r"^[^a-zNMPQX]*(?:and |a further |another |the other |the remaining )?(?P<figure>[NI])\b")
_MOST = 15


def bulleted(frames: Sequence[tuple[Passage, Skeleton | None]]) -> Iterator[Claim]:
    """Claims "reckoned" (a whole and its parts) over a sentence and its bullets, each with one figure of its kind."""
    for at, (passage, frame) in enumerate(frames):
        if frame is None or at + 2 >= len(frames) or not _OPENS.search(passage.text.text):
            continue
        if frames[at + 1][0].kind != "bullet" or frames[at + 2][0].kind != "bullet":
            continue
        yield from _of(frame, _bullets(frames, at + 1))


def _bullets(frames: Sequence[tuple[Passage, Skeleton | None]], start: int) -> list[Skeleton]:
    """The skeletons of the bullets that follow; none where one has no figure, or the list is long."""
    found: list[Skeleton] = []
    for passage, frame in frames[start : start + _MOST + 1]:
        if passage.kind != "bullet":
            return found
        if frame is None:
            return []
        found.append(frame)
    return found if len(found) <= _MOST else []


def _of(frame: Skeleton, bullets: list[Skeleton]) -> Iterator[Claim]:
    text = frame.text
    begin = max(text.rstrip().rfind(". "), 0)
    if len(bullets) < 2 or not _WHOLE.search(text, begin) or _PARTIAL.search(text, begin):
        return
    for letter in ("M", "N"):
        totals = [at for at in frame.marks if at >= begin and text[at] == letter]
        parts = [(bullet, part) for bullet in bullets if (part := _part(bullet, letter)) is not None]
        if len(totals) == 1 and len(parts) == len(bullets):
            mark = frame.marks[totals[0]]
            inputs = tuple(Term(b.passage.figure(b.marks[part])) for b, part in parts)
            reckoning = Reckoning("whole", Term(frame.passage.figure(mark)), inputs, 0, "listed")
            yield reckoned(frame.passage, mark.start, mark.end, reckoning)


def _part(bullet: Skeleton, letter: str) -> int | None:
    """The one amount of a bullet, or the count that it begins with; None where it has more, or turns to others."""
    text = bullet.text
    if letter == "N":
        match = _START.match(text)
        return match.start("figure") if match and not _TURNED.search(text) else None
    found = [at for at in bullet.marks if text[at] == "M"]
    if len(found) != 1 or _TURNED_BEFORE.search(text, 0, found[0]) or _TURNED_AFTER.match(text, found[0] + 1):
        return None
    return found[0]
