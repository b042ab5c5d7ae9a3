"""Amounts with their share of one whole: "£41m (5.5%)", "£49m (6.6%)" under "total debt was £747m"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportcheck.model import Claim, Passage
from reportcheck.patterns import pattern
from reportcheck.read.claims.skeleton import Skeleton
from reportcheck.words.hedges import HEDGE
from reportcheck.words.moves import ANY_NOUN, ANY_VERB

_ITEM = pattern(
    r"(?P<part>[MN])(?:(?: (?!of\b)[a-z'-]+){0,6} ?\( ?(?:[a-z]+ ){0,2}(?P<percent>P) ?\)"
    r"|(?: [a-z'-]+){0,6}, or (?P<percent2>P)(?=[,.;)]|$| [a-z]))"
)
_UNREAD = pattern(r"X ?\( ?P ?\)")
_GROWN = pattern(rf"\b(?:{ANY_NOUN} of|by|up|down|than|from|{ANY_VERB}) (?:{HEDGE} )?$")
_MOVED = pattern(rf"\b(?:{ANY_VERB}|{ANY_NOUN}|more|fewer|less|up|down)\b")
_LEAST, _NEAR = 3, 12


class Item(NamedTuple):
    """An amount and its share, by where they stand in a skeleton."""

    frame: Skeleton
    part: int
    percent: int


def share_lists(frames: Sequence[tuple[Passage, Skeleton | None]]) -> Iterator[Claim]:
    """Claims "shares": whole, then part and percent in turn, where three or more stand together.

    Its words are how many amounts were not read, and how many passages before the list the whole stands.
    """
    at = 0
    while at < len(frames):
        run, unread = at, 0
        items: list[Item] = []
        while run < len(frames) and run - at < 30:
            passage, frame = frames[run]
            found = list(_items(frame)) if frame and "P" in frame.letters else []
            if _ends(passage, found, items, first=run == at):
                break
            items += found
            unread += len(_UNREAD.findall(frame.text)) if frame else 0
            run += 1
        items = [item for item in items if _together(item, items[0]) or not _has_own_whole(item, items[0])]
        if len(items) >= _LEAST:
            yield from _lists(frames, at, items, unread)
        at = max(run, at + 1)


def _ends(passage: Passage, found: list[Item], items: list[Item], *, first: bool) -> bool:
    """Whether a passage goes on with no list: it has no item and is no bullet of it, or begins a list of its own."""
    if found:
        return bool(items) and _starts_anew(passage, found[0])
    return (not first or not items) and not (items and passage.kind == "bullet")


def _items(frame: Skeleton) -> Iterator[Item]:
    """Amounts with their shares: growth is none."""
    text = frame.text
    for match in _ITEM.finditer(text):
        part, percent = match.start("part"), match.start("percent" if match.group("percent") else "percent2")
        if not _GROWN.search(text, max(0, part - 40), part) and not _MOVED.search(text, part, percent):
            yield Item(frame, part, percent)


def _together(one: Item, other: Item) -> bool:
    """Whether two stand in one sentence."""
    text = one.frame.text
    return one.frame is other.frame and ". " not in text[min(one.part, other.part) : max(one.part, other.part)]


def _has_own_whole(item: Item, first: Item) -> bool:
    """Whether a larger amount without a share stands before it, in its sentence or behind the first of the list.

    "58 were tested, 15 (26%) of them".
    """
    text, size = item.frame.text, item.frame.quantity(item.part).value
    start = first.percent if item.frame is first.frame else text.rfind(". ", 0, item.part) + 1
    before = [at for at in item.frame.marks if start <= at < item.part and text[at] == text[item.part]]
    return any(item.frame.quantity(at).value > size and not _ITEM.match(text, at) for at in before)


def _starts_anew(passage: Passage, first: Item) -> bool:
    """Whether a paragraph tells a whole of its own before its first amount with a share."""
    text, size = first.frame.text, first.frame.quantity(first.part).value
    before = (at for at in first.frame.marks if at < first.part and text[at] == text[first.part])
    return passage.kind != "bullet" and any(first.frame.quantity(at).value > size for at in before)


def _lists(
    frames: Sequence[tuple[Passage, Skeleton | None]], start: int, items: list[Item], unread: int
) -> Iterator[Claim]:
    """One claim for each figure before the list, or in its first passage, that may be its whole."""
    first, last = items[0], items[-1]
    pairs = [item.frame.passage.figure(item.frame.marks[at]) for item in items for at in (item.part, item.percent)]
    opening, passage = first.frame.marks[first.part], first.frame.passage
    end = last.frame.marks[last.percent].end if last.frame is first.frame else len(passage.text.text)
    roles = ("whole", *(("part", "percent") * (len(pairs) // 2)))
    for number, (other, before) in enumerate(frames[max(0, start - _NEAR) : start + 1], max(0, start - _NEAR)):
        if before is None or other.page < passage.page - 1:
            continue
        stop = first.part if before is first.frame else len(before.text)
        for place, mark in before.marks.items():
            if place < stop and before.text[place] == first.frame.text[first.part]:
                figures = (other.figure(mark), *pairs)
                yield Claim("shares", passage, opening.start, end, figures, roles, (str(unread), str(start - number)))
