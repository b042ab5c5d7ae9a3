"""Comments in a text that say a finding is right as it is: `<!-- reportcheck: ignore RC101 reason -->`."""

from __future__ import annotations

import re

from reportcheck.model import Finding
from reportcheck.records import record

_COMMENT = re.compile(rb"<!--\s*reportcheck:\s*ignore\s+([A-Za-z][\w-]*)[ \t]*(.*?)\s*-->", re.DOTALL)


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
    found = []
    for match in _COMMENT.finditer(data):
        first = data.count(b"\n", 0, match.start()) + 1
        last = data.count(b"\n", 0, match.end()) + 1
        rest = data[match.end() :].split(b"\n")
        blank = next((n for n, line in enumerate(rest[1:], start=1) if line.strip()), None)
        if blank is not None:
            block = next((n for n, line in enumerate(rest[blank:]) if not line.strip()), len(rest) - blank)
            last += blank + block - 1
        words = b" ".join(match[2].split()).decode("utf-8", "replace")
        found.append(Ignored(match[1].decode("ascii"), words, first, last))
    return tuple(found)
