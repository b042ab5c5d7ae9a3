"""A table of this report that is said to show another quarter than the report's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.model import Figure, Paper, Passage, Relation
from reportcheck.patterns import pattern
from reportcheck.read.outline.occasion import read_occasion
from reportcheck.read.prose import sentence_at
from reportcheck.words.spans import quarters_in

_QUARTER = pattern(r"\b(?:quarter\s+[1-4]|q[1-4]\b|(?:first|second|third|fourth)\s+quarter)", re.IGNORECASE)
_SHOWS = pattern(
    r"\b(?P<what>(?:tables?|charts?|appendix|this (?:report|section))(?:\s+\w{1,3})?(?:\s+(?:below|above))?)\s+"
    r"(?:now\s+)?(?:shows?|sets? out|gives?|presents?|summarises?|details?)\s+the\s+[^.;,]{3,60}?\b"
    r"(?:at|at the end of|as at|for|to the end of|to)\s+(?:the\s+end\s+of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_COMPARED = pattern(
    r"\b(?:previous|last|prior|compar\w+|against|earlier|reported|since|between|change|movement|from|trend)\b",
    re.IGNORECASE,
)


class Params(NamedTuple):
    """Nothing to set."""


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each sentence that says which quarter a table of the report shows."""
    own = read_occasion(paper.outline).quarter
    if not own:
        return
    captions = " ".join(f"{g.table.caption} {' '.join(g.column_labels)}" for g in paper.grids)
    shown = quarters_in(captions)
    for passage in paper.passages:
        if "uarter" not in passage.text.text and "Q" not in passage.text.text:
            continue
        for match in _QUARTER.finditer(passage.text.text):
            yield from _judged(passage, match, own, shown)


def _judged(passage: Passage, match: re.Match[str], own: int, shown: frozenset[int]) -> Iterator[Relation]:
    text = passage.text.text
    start, end = sentence_at(text, match.start())
    named = min(quarters_in(match.group()))
    lead = _SHOWS.search(text, start, match.start())
    sentence = " ".join(text[start:end].split())
    if lead is None or len(quarters_in(sentence)) > 1 or _COMPARED.search(sentence):
        return
    if named != own and named in shown:
        return
    figure = Figure(match.group(), passage.text.locate(*match.span()))
    what = " ".join(lead["what"].split())
    message = f"{what} is said to show {match.group()}, but this is the report for Quarter {own}."
    if named == own:
        message = f"{what} shows {match.group()}, the report's own."
    yield Relation.judged(
        "own-quarter",
        figure,
        named == own,
        message,
        confidence="medium",
        better=f"Quarter {own}",
        why="the report's own",
        quote=sentence,
    )
