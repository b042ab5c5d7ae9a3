"""Sentences that the reader cut up: a line that breaks off, short cells of a table beside it, and the line going on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportcheck.model import Passage, Text
from reportcheck.patterns import pattern
from reportcheck.read.mentions.numbers import scan
from reportcheck.records import record

_STOPS = frozenset(".:;!?")
_AFTER_STOP = "\"'”’)*_ "
_GOES_ON = pattern(r"[a-z]")
_SHORT, _SKIPS, _MOST = 4, 6, 40


@record(frozen=True, slots=True)
class Thread:
    """A passage put together from lines, and the short texts that stood between them."""

    passage: Passage
    beside: tuple[Passage, ...] = ()


def threads(passages: Sequence[Passage]) -> Iterator[Thread]:
    """The passages in order, those that go on after a break put together; short texts between stay as they are."""
    at = 0
    while at < len(passages):
        parts, beside, after = _follow(passages, at)
        if len(parts) == 1:
            yield Thread(passages[at])
            at += 1
            continue
        text = Text.join([p.text for p in parts])
        first = parts[0]
        whole = Passage(text, first.kind, first.page, first.number, first.level, first.heading, tuple(scan(text.text)))
        yield Thread(whole, tuple(beside))
        yield from (Thread(p) for p in beside)
        at = after


def _follow(passages: Sequence[Passage], start: int) -> tuple[list[Passage], list[Passage], int]:
    """The passages that go on from the one at `start`, the short ones skipped, and where to read on."""
    parts = [passages[start]]
    beside: list[Passage] = []
    after = start + 1
    while len(parts) < _MOST and _breaks_off(parts[-1], len(parts) > 1):
        found = _continuation(passages, after)
        if found is None:
            break
        beside += passages[after:found]
        parts.append(passages[found])
        after = found + 1
    return parts, beside, after


def _breaks_off(passage: Passage, going: bool) -> bool:
    text = passage.text.text
    if passage.kind not in ("paragraph", "bullet") or text.removesuffix("\n").rstrip(_AFTER_STOP)[-1:] in _STOPS:
        return False
    return going or text.count(" ") >= _SHORT - 1


def _continuation(passages: Sequence[Passage], start: int) -> int | None:
    """The next passage in small letters, with nothing but short texts before it."""
    for at in range(start, min(start + _SKIPS + 1, len(passages))):
        text = passages[at].text.text
        if passages[at].kind == "paragraph" and _GOES_ON.match(text) and text.count(" ") >= 1:
            return at
        if text.count(" ") >= _SHORT or passages[at].kind in ("bullet", "contents") or text.endswith("."):
            return None
    return None
