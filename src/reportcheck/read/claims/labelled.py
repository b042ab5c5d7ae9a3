"""Shares with their labels: "rates (32%), property tax (11%) and services (29%)"; long-term and short-term rates."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportcheck.model import Claim, Figure, Mark, Passage
from reportcheck.patterns import pattern
from reportcheck.read.claims.skeleton import Skeleton
from reportcheck.words.sentences import sentences

_ITEM = pattern(r"(?P<label>[a-z][a-z&' -]{2,60}) ?\( ?(?P<share>P) ?\)")
_SHARE = pattern(r"\( ?P ?\)")
_CUT = pattern(r".*\b(?:through|from|by|for|of|on|to|in|into|are|is|were|was|as|with) ", re.DOTALL)
_LONG = pattern(
    r"\blong[- ]term\b[^.;NMX]{0,60}?(?:(?:from P[^.;NMPX]{0,20}?)? to )?(?P<long>P)\b[^.;NMX]{0,50}?"
    r"\bshort[- ]term\b[^.;NMPX]{0,60}?(?:from P[^.;NMPX]{0,20}? to )?(?P<short>P)\b"
)
_OVERALL = pattern(r"\b(?:overall|total)\b[^.;NMPX]{0,70}?\b(?:was|is|of|at|stood at|to) (?P<whole>P)\b")
_ELSEWHERE = pattern(r"\b(?:england|national\w*|region\w*|benchmark\w*|target|trusts|peers?)\b")
_NEAR, _MOST = 6, 6


def labelled(frame: Skeleton) -> Iterator[Claim]:
    """Claims "label-shares" (shares, and a whole if one is said before them; the words are their labels)."""
    if not frame.has(2, "P") or len(_SHARE.findall(frame.text)) < 2:
        return
    for start, end in frame.sentences():
        items = []
        if len(_SHARE.findall(frame.text, start, end)) > 1:
            items = list(_ITEM.finditer(frame.text, start, end))
        if len(items) < 2:
            continue
        labels = tuple(_label(m.group("label")) for m in items)
        wholes = [at for at in frame.marks if start <= at < items[0].start() and frame.text[at] == "P"]
        ordered = [(wholes[-1], "whole")] if len(wholes) == 1 else []
        yield frame.claim_of("label-shares", [*ordered, *((m.start("share"), "share") for m in items)], labels)


def _label(text: str) -> str:
    """The words right before a share, without those that lead to it."""
    return re.sub(r"^(?:and|the|our) ", "", _CUT.sub("", text.strip()).strip())


def _called(passage: Passage, mark: Mark) -> Figure:
    """A figure of another sentence, by the words that lead to it: it is shown beside the sentence that it is of."""
    before = passage.text.text[: mark.start]
    begin = max((b for b, e in sentences(passage.text.text) if b <= mark.start), default=0)
    return replace(passage.figure(mark), label=" ".join(before[begin:].split()))


def terms(frames: Sequence[tuple[Passage, Skeleton | None]]) -> Iterator[Claim]:
    """Claims "terms": a long-term and a short-term share, and what near them may be the overall one."""
    wholes: deque[tuple[int, Figure]] = deque(maxlen=_MOST)
    for number, (passage, frame) in enumerate(frames):
        if frame is None or "P" not in frame.letters:
            continue
        for match in _OVERALL.finditer(frame.text):
            if not _ELSEWHERE.search(match.group()):
                wholes.append((number, _called(passage, frame.marks[match.start("whole")])))
        for match in _LONG.finditer(frame.text):
            parts = [frame.marks[match.start(name)] for name in ("long", "short")]
            near = [figure for at, figure in wholes if number - at <= _NEAR]
            if near:
                figures = (*near, *(passage.figure(mark) for mark in parts))
                roles = (*("whole" for _ in near), "part", "part")
                yield Claim("terms", passage, parts[0].start, parts[1].end, figures, roles)
