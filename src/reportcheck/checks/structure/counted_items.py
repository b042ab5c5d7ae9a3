"""A count of recommendations, priorities or themes against those that are numbered in the paper."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.checks.judging import excerpt
from reportcheck.model import Figure, Mark, Paper, Passage, Relation, Text
from reportcheck.patterns import pattern
from reportcheck.read.prose import sentence_at
from reportcheck.records import record

_NAMES = {
    "recommendation": "recommendations", "priority": "priorities", "objective": "objectives", "theme": "themes",
    "goal": "goals", "pillar": "pillars", "outcome": "outcomes", "principle": "principles", "workstream": "workstreams",
    "strand": "strands", "domain": "domains", "commitment": "commitments", "ambition": "ambitions",
}  # fmt: skip
_ITEM = pattern(
    rf"\W{{0,6}}(?:<u>)?(?:strategic |key )?(?P<name>{'|'.join(_NAMES)})\W{{1,3}}(?P<number>\d{{1,2}})\b", re.I
)
_FIRST = frozenset("acdgkoprstwACDGKOPRSTW\u017f\u212a_")
"""With what a name, or a word before it, can begin: the last two letters are s and k to a pattern without case."""
_WHOLE = pattern(
    r"\b(?:the|our|its|their|these|identified|makes|made|sets? out|agreed|following|has|have|on|around|all)"
    r"(?:\s+(?:its|our|the|following|all))?\s+$",
    re.I,
)
_NOUN = pattern(rf"\s+(?:[a-z-]+\s+){{0,3}}?(?P<noun>{'|'.join(_NAMES.values())})\b", re.I)
_PART = pattern(
    r"\b(?:first|last|remaining|other|outstanding|complete\w*|of the|of these|new|additional|two of)\b", re.I
)
_LEAST, _MOST, _APART = 3, 20, 2
_PAGES, _LINES = 6, 200


class Params(NamedTuple):
    """Nothing to set."""


@record(frozen=True, slots=True)
class _Run:
    """Things that are numbered from 1 on, each once, and where the first and the last of them stand."""

    count: int
    first: Text
    last: Text


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each count of things of which the paper numbers just one set."""
    runs = dict(_runs(paper))
    if not runs:
        return
    for passage in paper.passages:
        for mark in passage.marks:
            if mark.quantity is not None and _LEAST - 1 <= mark.quantity.value <= _MOST:
                match = _NOUN.match(passage.text.text, mark.end)
                run = runs.get(match["noun"].lower()) if match else None
                if match and run and _near(passage, run) and _speaks_of_all(passage, mark):
                    yield from _judged(passage, mark, match["noun"].lower(), run)


def _runs(paper: Paper) -> Iterator[tuple[str, _Run]]:
    """The names of which there is one run from 1 on; numbers may come again, as in a table of contents."""
    found: dict[str, dict[int, Text]] = defaultdict(dict)
    for parts in paper.outline.rows:
        first = parts[0].text[:1]
        match = _ITEM.match(parts[0].text) if first in _FIRST or not first.isalnum() else None
        if match:
            found[_NAMES[match["name"].lower()]].setdefault(int(match["number"]), parts[0])
    for name, numbered in found.items():
        if len(numbered) >= _LEAST and sorted(numbered) == list(range(1, len(numbered) + 1)):
            yield name, _Run(len(numbered), numbered[1], numbered[len(numbered)])


def _near(passage: Passage, run: _Run) -> bool:
    """Whether a sentence stands near the first of the things: a pack holds several reports."""
    here, there = passage.text.locate(), run.first.locate()
    lines = abs(here.line - there.line) if here.line is not None and there.line is not None else 0
    return abs(here.page - there.page) <= _PAGES and lines <= _LINES


def _speaks_of_all(passage: Passage, mark: Mark) -> bool:
    text = passage.text.text
    start, end = sentence_at(text, mark.start)
    return bool(_WHOLE.search(text, start, mark.start)) and not _PART.search(text[start:end])


def _judged(passage: Passage, mark: Mark, noun: str, run: _Run) -> Iterator[Relation]:
    """The count against the run: one that is far off counts other things."""
    assert mark.quantity is not None
    stated, holds = passage.figure(mark), mark.quantity.value == run.count
    if not holds and abs(mark.quantity.value - run.count) > _APART:
        return
    last = Figure(" ".join(run.last.text.split())[:60], run.last.locate())
    where = f"numbered from 1 to {run.count} ({last.location.spot})"
    message = f"The sentence says {mark.quantity.bare} {noun}, but in the paper they are {where}."
    if holds:
        message = f"{mark.quantity.bare} {noun} are {where}."
    yield Relation.judged(
        "counted-items",
        stated,
        holds,
        message,
        by=(last,),
        suspect=False,
        confidence="medium",
        quote=excerpt(passage.text.text, mark.start, mark.end),
    )
