"""Pages given in sentences ("the risk register, on page 80") against the contents page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.checks.judging import excerpt
from reportcheck.checks.structure.contents import key_of
from reportcheck.model import Entry, Figure, Paper, Passage, Relation
from reportcheck.patterns import pattern

_PAGE = pattern(
    r"\b(?:on|from|at|see|starts on|begins on)\s+page\s+(?P<page>\d{1,3})\b(?!\s*(?:of|to|[-–])\s*\d)", re.I
)
_REACH = 200


class Params(NamedTuple):
    """How many words a heading needs for its name in a sentence to be believed."""

    words: int = 2


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each page that a sentence gives for something named on the contents page."""
    if not paper.outline.contents:
        return
    entries = [e for group in paper.outline.contents for e in group]
    named = [
        (e, key_of(e.title)) for e in entries if len(key_of(e.title).split()) >= params.words and len(e.title) >= 12
    ]
    listed = {e.order for e in entries}
    for passage in paper.passages:
        text = passage.text.text
        if " page " not in text or len(text) < 30:
            continue
        for match in _PAGE.finditer(text):
            clause = re.split(r"[.;!?]\s+(?=[A-Z])", text[max(0, match.start() - _REACH) : match.start()])[-1]
            said = f" {key_of(clause)} "
            meant = max((e for e in named if f" {e[1]} " in said), key=lambda pair: len(pair[1]), default=None)
            if meant and len(listed) > 2:
                yield _relation(passage, match, meant[0], entries)


def _relation(passage: Passage, match: re.Match[str], entry: Entry, entries: list[Entry]) -> Relation:
    page = int(match["page"])
    following = [e.printed_page for e in entries if e.printed_page > entry.printed_page]
    last = min(following, default=entry.printed_page + 30)
    holds = entry.printed_page <= page <= last
    start, end = match.start("page"), match.end("page")
    stated = Figure(match["page"], passage.text.locate(start, end), label=entry.title)
    other = Figure(f"{entry.title} {entry.printed_page}", entry.text.locate())
    message = f"“{entry.title}” is said to be on page {page}, but the contents page gives page {entry.printed_page}."
    if holds:
        message = f"“{entry.title}” is on page {page}, as the sentence says."
    return Relation.judged(
        "page-reference",
        stated,
        holds,
        message,
        by=(other,),
        confidence="medium",
        better=str(entry.printed_page),
        why="the page that the contents page gives",
        quote=excerpt(passage.text.text, match.start(), match.end()),
    )
