"""Amounts with their share of one whole: "£41m (5.5%)", "£49m (6.6%)" under "total debt was £747m"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportcheck.model import Claim, Figure, Passage
from reportcheck.patterns import pattern
from reportcheck.read.claims.skeleton import Skeleton
from reportcheck.words.hedges import HEDGE
from reportcheck.words.moves import ANY_NOUN

_ITEM = pattern(r"(?P<part>[MN]) ?\( ?(?P<percent>P) ?\)")
_UNREAD = pattern(r"X ?\( ?P ?\)")
_GROWN = pattern(rf"\b{ANY_NOUN} of (?:{HEDGE} )?$")
_LEAST, _NEAR = 3, 12


def share_lists(frames: Sequence[tuple[Passage, Skeleton | None]]) -> Iterator[Claim]:
    """Claims "shares": whole, then part and percent in turn, where three or more stand together."""
    at = 0
    while at < len(frames):
        run, unread = at, 0
        items: list[tuple[Skeleton, re.Match[str]]] = []
        while run < len(frames) and run - at < 30:
            frame = frames[run][1]
            found = [(frame, m) for m in _items(frame.text)] if frame and "P" in frame.letters else []
            if not found and (run > at or not items):
                break
            items += found
            unread += len(_UNREAD.findall(frame.text)) if frame else 0
            run += 1
        if len(items) >= _LEAST:
            yield from _lists(frames, at, items, unread)
        at = max(run, at + 1)


def _items(text: str) -> Iterator[re.Match[str]]:
    """Amounts with their shares: growth is none."""
    return (m for m in _ITEM.finditer(text) if not _GROWN.search(text, max(0, m.start() - 40), m.start()))


def _lists(
    frames: Sequence[tuple[Passage, Skeleton | None]],
    start: int,
    items: list[tuple[Skeleton, re.Match[str]]],
    unread: int,
) -> Iterator[Claim]:
    """One claim for each figure before the list, or in its first passage, that may be its whole."""
    pairs: list[Figure] = []
    for frame, match in items:
        pairs += [frame.passage.figure(frame.marks[match.start(role)]) for role in ("part", "percent")]
    first = items[0][0].passage
    opening, last = items[0][0].marks[items[0][1].start("part")], items[-1][0].marks[items[-1][1].start("percent")]
    end = last.end if items[-1][0].passage is first else len(first.text.text)
    roles = ("whole", *(("part", "percent") * (len(pairs) // 2)))
    letter = items[0][0].text[items[0][1].start("part")]
    for passage, before in frames[max(0, start - _NEAR) : start + 1]:
        if before is None or passage.page < first.page - 1:
            continue
        stop = items[0][1].start() if passage is first else len(before.text)
        for place, mark in before.marks.items():
            if place < stop and before.text[place] == letter:
                figures = (passage.figure(mark), *pairs)
                yield Claim("shares", first, opening.start, end, figures, roles, (str(unread),))
