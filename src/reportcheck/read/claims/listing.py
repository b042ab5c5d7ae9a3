"""Counts of a list that follows: "four priorities:" and its bullets, "three trusts (A, B and C)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportcheck.model import Claim, Passage
from reportcheck.patterns import pattern
from reportcheck.read.claims.counted import OPEN, OR_MORE, PARTIAL, TIME, counted_inside
from reportcheck.read.claims.skeleton import Skeleton

_MARKER = pattern(
    r"^[\s*_]*(?:[•●▪■◦‣–\-*\uf0b7\uf0a7\uf0d8]|\(?(?:[a-zA-Z]|[ivx]{1,4}|\d{1,2}(?!\.\d))[.)])[\s*_]*(?=\S)"
)
_ENDS = pattern(r":[\s*_]*$")
_LISTED = (
    r"areas|priorities|themes|objectives|pillars|goals|reasons|principles|elements|stages|steps|options|questions|"
    r"recommendations|committees|plans|domains|categories|types|ways|strands|outcomes|aims|criteria|measures|actions|"
    r"components|issues|risks|conditions|values|roles|functions|groups|themes|drivers|tests|considerations|standards|"
    r"factors|sections|workstreams|streams|projects|programmes|initiatives|changes|challenges|duties|proposals|"
    r"vacancies|strategies|commitments|ambitions|services|schemes|policies|documents|schools|sites|homes|methods|people|members|trustees|councillors|governors|directors"
    r"|officers|quotes|quotations|tenders|bids|candidates|nominations"
)
_COUNT = pattern(
    rf"(?P<count>N)(?: of (?:the|our|these|its) N)?(?P<words>(?: (?!(?:{TIME})\b)['\"a-z-]+){{0,4}}?) "
    rf"['\"]?(?P<noun>{_LISTED}|(?!(?:{TIME})\b)[a-z-]{{3,}}(?<!s)s)\b"
)
_KEY = r"\b(?:key|main|following|core|priority|strategic|specific)\b"


def counted_lists(frames: Sequence[tuple[Passage, Skeleton | None]]) -> Iterator[Claim]:
    """Claims "list": the stated count; the words are the noun, how many follow, and how sure the reading is."""
    for at, (passage, frame) in enumerate(frames):
        if frame is None:
            continue
        yield from counted_inside(frame)
        if at + 1 == len(frames) or not _leads(passage, frames[at + 1][0]):
            continue
        found = _stated(frame, bool(_ENDS.search(passage.text.text)))
        if not found:
            continue
        sizes, whole = _sizes(frames, at + 1)
        count, noun, sure = found
        if _numbered(frames[at + 1 :], noun):
            continue
        stated = frame.quantity(count).value
        size = next((s for s in sizes if s == stated), sizes[0] if sizes[0] > 1 else sizes[-1])
        if (min(sizes) < stated < max(sizes) and sizes[0] > 1) or (size < stated and not whole):
            sure = "unsure"
        if size > 1:
            yield frame.claim("list", {"stated": count}, (noun, str(size), sure))


def _numbered(following: Sequence[tuple[Passage, Skeleton | None]], noun: str) -> bool:
    """Whether an item of the list stands for several by their numbers: "Sections 1 and 2 are filled in by ..."."""
    several = re.compile(rf"\b{re.escape(noun)} [0-9]+(?:, | ?[-–&] ?| and | to )[0-9]", re.IGNORECASE)
    return any(_is_bullet(passage) and several.search(passage.text.text) for passage, _ in following[:20])


def _leads(passage: Passage, after: Passage) -> bool:
    """Whether a passage can announce the bullets after it: it ends in a colon, or is neither heading nor bullet."""
    if not _is_bullet(after):
        return False
    if _ENDS.search(passage.text.text):
        return True
    return passage.kind != "heading" and (not _is_bullet(passage) or _deeper(passage, after))


def _stated(frame: Skeleton, colon: bool) -> tuple[int, str, str] | None:
    """The count that the last sentence gives its list, the noun, and how sure that is."""
    text = frame.text
    start = max(text.rstrip().rfind(". ", 0, len(text) - 1), 0)
    if PARTIAL.search(text, start):
        return None
    found = [m for m in _COUNT.finditer(text, start) if not OR_MORE.search(m.group())]
    matches = [m for m in found if not OPEN.search(text[max(0, m.start() - 24) : m.start()])]
    listed = [m for m in matches if re.fullmatch(_LISTED, m.group("noun"))]
    chosen = listed or matches
    if len(chosen) != 1 or not 2 <= frame.quantity(chosen[0].start("count")).value <= 20:
        return None
    one = chosen[0]
    if one.start() == 0 and frame.passage.text.text[:1].isdigit():
        return None
    if not colon and not (listed and text.rstrip().endswith(".") and re.search(_KEY, one.group("words"))):
        return None
    return one.start("count"), one.group("noun"), "sure" if listed and colon else "likely"


def _is_bullet(passage: Passage) -> bool:
    return passage.kind == "bullet" or bool(_MARKER.match(passage.text.text))


def _sizes(frames: Sequence[tuple[Passage, Skeleton | None]], start: int) -> tuple[list[int], bool]:
    """How many items follow: the bullets without a break first, then with what may still belong to them.

    The second tells whether the list ends before any heading: one inside it may be the page's own, or end it.
    """
    first = frames[start][0]
    depth, style = _depth(first), _style(first)
    count = alike = missed = 0
    sizes: list[int] = []
    whole, headed = True, False
    for passage, _ in frames[start : start + 60]:
        if _is_bullet(passage):
            missed, whole = 0, whole and not headed
            if len(passage.text.text.strip(" -*•_")) > 1 and _depth(passage) <= depth:
                count += 1
                alike += _style(passage) == style
            continue
        sizes += [count, alike]
        missed += 1
        headed = headed or passage.kind == "heading"
        if missed > 3 or _ENDS.search(passage.text.text) or (passage.kind == "heading" and passage.number):
            break
    return [*sizes, count, alike], whole


def _style(passage: Passage) -> str:
    """The kind of marker that opens a bullet: a sign, or a number."""
    match = _MARKER.match(passage.text.text)
    if not match:
        return ""
    sign = re.sub(r"[\s*_]", "", match.group())
    return re.sub(r"[a-z]+", "a", re.sub(r"\d+", "1", sign))


def _deeper(passage: Passage, following: Passage) -> bool:
    return _depth(following) > _depth(passage)


def _depth(passage: Passage) -> int:
    return passage.level
