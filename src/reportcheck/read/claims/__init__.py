"""Passages -> claims: what sentences assert over their figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportcheck.model import Claim, Passage
from reportcheck.read.claims.change import changes
from reportcheck.read.claims.fraction import fractions
from reportcheck.read.claims.skeleton import skeleton


def read_claims(passages: Iterable[Passage]) -> Iterator[Claim]:
    """Every claim in reading order of the passages."""
    for passage in passages:
        if passage.kind == "contents":
            continue
        frame = skeleton(passage)
        if frame is None:
            continue
        yield from fractions(frame)
        yield from changes(frame)
