"""A whole and the bullets beside it that make it: "The £54m is made up of:", "£23m for roads", "£31m for schools".

The whole stands before them, or in the first sentence after them: "In total £54m was spent".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportcheck.model import Claim, Passage, Reckoning, Term, reckoned
from reportcheck.patterns import pattern
from reportcheck.read.claims.skeleton import Skeleton
from reportcheck.words.hedges import HEDGE

_OPENS = pattern(r":[\s*_]*$")
_WHOLE = pattern(
    r"\b(?:made up|compris\w+|consist\w*|broken down|analysed|split|allocated|as follows|divided|total\w*|of which"
    r"|in all|altogether|of whom)\b"
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
_HEADED = pattern(r"[^.;MNPQX]{0,60}(?P<whole>M)[ :*_]*$")
"""A heading that ends with its amount: "Income £18,420"."""
_NAMED = pattern(r"[^.;:,()MNPQX]{3,40}:? ?M(?:, (?:of which|including)\b| \(|$)")
"""A bullet of a name and its amount, and what is said of it: "Grants £4,000, of which £1,500 is new"."""
_LEADS = pattern(r"[^a-zNMPQX]*M(?! ?(?:/|-|(?:of|out|from|against|compared|or|per|more|less)\b|(?:to|and) M))")
"""A bullet that begins with its amount: what it says of others is no part."""
_TOTALLED = pattern(
    r"^[^.;:MNP]{0,80}\b(?:total\w*|altogether|in all)\b[^.;:MNP]{0,40}M(?! (?:per|each|more|less)\b)"
    r"|^[^.;:MNP]{0,40}M (?:in (?:total|all)|altogether)\b"
)
"""A sentence that totals what was listed before it."""
_COUNTED = pattern(r"\W*(?:the |grand )*total\b[^NMPQ]{0,20}(?P<whole>N)\b(?! (?:per|each|more|less)\b)")
_MOST = 15


def bulleted(frames: Sequence[tuple[Passage, Skeleton | None]]) -> Iterator[Claim]:
    """Claims "reckoned" (a whole and its parts) over a sentence and its bullets, each with one figure of its kind."""
    for at, (passage, frame) in enumerate(frames[:-2]):
        if passage.kind == "bullet" or frames[at + 1][0].kind != "bullet" or frames[at + 2][0].kind != "bullet":
            continue
        bullets, end = _bullets(frames, at + 1)
        opened = list(_of(frame, bullets, passage.kind)) if frame else []
        yield from opened
        if not opened and end < len(frames) and (closing := frames[end][1]):
            yield from _after(closing, bullets)


def _bullets(frames: Sequence[tuple[Passage, Skeleton | None]], start: int) -> tuple[list[Skeleton], int]:
    """The skeletons of the bullets from there on, none where one has no figure or they are many, and where they end."""
    end = next((at for at in range(start, len(frames)) if frames[at][0].kind != "bullet"), len(frames))
    found = [frame for _, frame in frames[start : min(end, start + _MOST + 1)] if frame]
    return (found if len(found) == end - start else []), end


def _of(frame: Skeleton, bullets: list[Skeleton], kind: str) -> Iterator[Claim]:
    """The whole that the heading, or the last sentence, before the bullets names, and its parts."""
    text = frame.text
    if kind == "heading" and (headed := _HEADED.match(text)):
        yield from _claims(frame, headed.start("whole"), bullets, "M")
        return
    if not _OPENS.search(frame.passage.text.text):
        return
    begin = max(text.rstrip().rfind(". "), 0)
    if _PARTIAL.search(text, begin):
        return
    word = "listed" if _WHOLE.search(text, begin) else "unsaid"
    for letter in ("M", "N"):
        totals = [at for at in frame.marks if at >= begin and text[at] == letter]
        if len(totals) == 1:
            yield from _claims(frame, totals[0], bullets, letter, word)


def _after(frame: Skeleton, bullets: list[Skeleton]) -> Iterator[Claim]:
    """The total that the first sentence after the bullets names, and its parts."""
    begin, end = next(frame.sentences())
    total = _TOTALLED.search(frame.text, begin, end)
    letters = [frame.text[at] for at in frame.marks if begin <= at < end]
    if total and letters.count("M") == 1:
        yield from _claims(frame, frame.text.index("M", begin), bullets, "M")
    counted = _COUNTED.match(frame.text, begin, end)
    if counted and letters == ["N"]:
        yield from _claims(frame, counted.start("whole"), bullets, "N")


def _claims(frame: Skeleton, total: int, bullets: list[Skeleton], letter: str, word: str = "listed") -> Iterator[Claim]:
    """The claim that bullets make a whole, where each of them has a part of it."""
    parts = [(bullet, part) for bullet in bullets if (part := _part(bullet, letter)) is not None]
    if len(parts) == len(bullets) > 1:
        mark = frame.marks[total]
        inputs = tuple(Term(b.passage.figure(b.marks[part])) for b, part in parts)
        reckoning = Reckoning("whole", Term(frame.passage.figure(mark)), inputs, 0, word)
        yield reckoned(frame.passage, mark.start, mark.end, reckoning)


def _part(bullet: Skeleton, letter: str) -> int | None:
    """The one amount of a bullet, or the count that it begins with; None where it has more, or turns to others."""
    text = bullet.text
    if letter == "N":
        match = _START.match(text)
        return match.start("figure") if match and not _TURNED.search(text) else None
    found = [at for at in bullet.marks if text[at] == "M"]
    if len(found) > 1 and (_LEADS.match(text) or _NAMED.match(text)):
        found = found[:1]
    if len(found) != 1 or _TURNED_BEFORE.search(text, 0, found[0]) or _TURNED_AFTER.match(text, found[0] + 1):
        return None
    return found[0]
