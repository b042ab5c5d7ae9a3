"""Comments in a text that say a finding is right as it is: `<!-- reportcheck: ignore RC101 reason -->`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from reportcheck.model import Finding
from reportcheck.records import record

_BEGINNING = re.compile(rb"<!--\s{0,99}reportcheck:\s{0,99}ignore\s{1,99}([A-Za-z](?:\w|-(?!->)){0,99})")
_END = b"-->"


@record(frozen=True, slots=True)
class Ignored:
    """A comment: the rule that it names, by id or by name, why, and the lines (from 1) that it speaks of."""

    rule: str
    reason: str
    first: int
    last: int

    def fits(self, finding: Finding) -> bool:
        """Whether a finding is of that rule and touches those lines; without a reason none is."""
        if not self.reason or self.rule not in (finding.rule.id, finding.rule.name):
            return False
        places = [finding.location, *(evidence.figure.location for evidence in finding.relation.suspects)]
        return any(at.line is not None and self.first <= at.line <= self.last for at in places)

    @property
    def stale(self) -> str:
        """What is said of one that fits nothing."""
        if not self.reason:
            return f"line {self.first}: reportcheck: ignore {self.rule} gives no reason, so it is not followed"
        return f"line {self.first}: reportcheck: ignore {self.rule} fits no finding any more: take it out"


def ignored(data: bytes) -> tuple[Ignored, ...]:
    """The comments of a text. Each speaks of its own line and of the block of lines that follows it."""
    comments = [*_comments(data)]
    if not comments:
        return ()
    lines = data.split(b"\n")
    starts = [*accumulate((len(line) + 1 for line in lines), initial=0)]
    reaches = _reaches(lines)
    found = []
    for rule, reason, start, end in comments:
        last = bisect_right(starts, end)
        found.append(Ignored(rule, reason, bisect_right(starts, start), max(last, reaches[last])))
    return tuple(found)


def _comments(data: bytes) -> Iterator[tuple[str, str, int, int]]:
    """The rule and the reason of each comment, and where it begins and ends; each part of the text is passed once."""
    at = 0
    while (begun := _BEGINNING.search(data, at)) and (end := data.find(_END, begun.end())) >= 0:
        reason = b" ".join(data[begun.end() : end].split()).decode("utf-8", "replace")
        at = end + len(_END)
        yield begun[1].decode("ascii"), reason, begun.start(), at


def _reaches(lines: list[bytes]) -> list[int]:
    """For each line (from 0) the last line (from 1) of the first block that begins there or after it; 0 for none."""
    reaches, below = [0] * (len(lines) + 1), False
    for at in reversed(range(len(lines))):
        words = bool(lines[at].strip())
        reaches[at] = at + 1 if words and not below else reaches[at + 1]
        below = words
    return reaches
