"""Contents pages against the pages that their headings stand on."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from reportcheck.checks.structure.pages_back import back_on
from reportcheck.checks.structure.renumbered import renumbered
from reportcheck.model import Entry, Evidence, Figure, Outline, Paper, Relation, Suggestion, Text
from reportcheck.read.outline.folios import Folios, read_folios
from reportcheck.records import record
from reportcheck.words import pattern

_WORDS = pattern(r"[^\W_]+")
_MANY = 3
_SHOWN = 5
"""So many headings must stand the same number of pages from where a contents page puts them."""
_LEADERS = pattern(r"\s*(?:[.…_]\s?){3,}\s*")


class Params(NamedTuple):
    """How sure the numbering of the pages must be."""

    agreeing: int = 3
    """At least so many entries of a contents page must agree with their headings."""


@record(frozen=True, slots=True)
class _Found:
    """Where a heading stands: its row and its page in the file."""

    order: int
    page: int
    text: Text


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each entry of a contents page whose heading was found."""
    if not paper.outline.contents:
        return
    numberings = read_folios(paper.document, paper.outline)
    places = _headings(paper.outline)
    for index, group in enumerate(paper.outline.contents):
        later = paper.outline.contents[index + 1][0].order if index + 1 < len(paper.outline.contents) else None
        found = [(entry, _places(entry, places, group[-1].order, later)) for entry in group]
        tested = [(entry, at) for entry, at in found if at]
        candidates = (*numberings, *_by_contents(tested, len(paper.document.pages)))
        yield from back_on(group)
        yield from renumbered(paper.outline, group)
        if not candidates:
            continue
        best = max(candidates, key=lambda f: sum(_agrees(e, at, f) for e, at in tested))
        agreeing = sum(_agrees(e, at, best) for e, at in tested)
        if agreeing < params.agreeing or agreeing * 2 < len(tested):
            continue
        found_all = [r for entry, at in tested if (r := _relation(entry, at, best))]
        wrong = [r for r in found_all if r.verdict != "held"]
        yield from (r for r in found_all if r.verdict == "held")
        yield from wrong if len(wrong) < _MANY else [_together(wrong, len(group))]


def _by_contents(tested: list[tuple[Entry, tuple[_Found, ...]]], pages: int) -> Iterator[Folios]:
    """The numbering that a contents page itself shows: most of its headings stand so many pages after their numbers."""
    shifts = Counter(at[0].page - entry.printed_page for entry, at in tested if len(at) == 1)
    if pages > 1 and shifts:
        shift, often = shifts.most_common(1)[0]
        if often >= _SHOWN and often * 5 >= 4 * shifts.total():
            numbered = range(max(1, 1 + shift), pages + 1)
            yield Folios((), tuple(page - shift for page in numbered), paged=True, pages=tuple(numbered))


def _together(wrong: list[Relation], entries: int) -> Relation:
    """Many wrong pages of one contents page are one thing to mend: it was not brought up to date."""
    each = "; ".join(_brief(*r.evidence) for r in wrong)
    return replace(
        wrong[0],
        evidence=tuple(e for r in wrong for e in r.evidence),
        message=f"The contents page gives the wrong page for {len(wrong)} of its {entries} entries: {each}.",
        suggestion=Suggestion("a new contents page", "its pages are no longer those of the headings"),
        quote=" / ".join(r.quote for r in wrong),
    )


def _brief(stated: Evidence, heading: Evidence) -> str:
    where = f", which is on {heading.figure.label}" if heading.figure.label else ""
    return f"{stated.figure.text} for “{stated.figure.label}”{where}"


def key_of(words: str) -> str:
    """What a heading is known by, however it is set: its words in small letters."""
    return " ".join(_WORDS.findall(words.lower()))


def _headings(outline: Outline) -> dict[str, list[_Found]]:
    """Rows that print what a contents page names, alone or with the row under them, by their words."""
    entries = list(itertools.chain.from_iterable(outline.contents))
    wanted = {key_of(f"{e.number} {e.title}") for e in entries} | {key_of(e.title) for e in entries if not e.number}
    openings = {key.partition(" ")[0] for key in wanted}
    longest = max(map(len, wanted), default=0) + 12
    listed = {e.order for e in entries}
    found: dict[str, list[_Found]] = {}
    for order, parts in enumerate(outline.rows):
        if len(parts[0].text) > longest or order in listed:
            continue
        words = _words_of(parts)
        first = _WORDS.search(words) if len(words) <= longest else None
        if first is None or first[0].lower() not in openings:
            continue
        key = key_of(words)
        if key not in wanted and order + 1 < len(outline.rows):
            key = key_of(f"{words} {_words_of(outline.rows[order + 1])}")
        if key in wanted:
            page = parts[0].pieces[0].page if parts[0].pieces else 1
            found.setdefault(key, []).append(_Found(order, page, Text.join(parts)))
    return found


def _words_of(parts: tuple[Text, ...]) -> str:
    return parts[0].text if len(parts) == 1 else " ".join(part.text for part in parts)


def _places(entry: Entry, places: dict[str, list[_Found]], after: int, before: int | None) -> tuple[_Found, ...]:
    """Where the heading of an entry stands: after its contents page, before the next one."""
    all_found = places.get(key_of(f"{entry.number} {entry.title}"), [])
    return tuple(f for f in all_found if f.order > after and (before is None or f.order < before))


def _agrees(entry: Entry, at: tuple[_Found, ...], folios: Folios) -> bool:
    """Whether the page given is one that the heading can stand on."""
    spans = (folios.bounds(f.order, f.page) for f in at)
    return any(span and span[0] <= entry.printed_page <= span[1] for span in spans)


def _relation(entry: Entry, at: tuple[_Found, ...], folios: Folios) -> Relation | None:
    named = f"{entry.number} {entry.title}".strip()
    heading = at[0]
    span = folios.bounds(heading.order, heading.page)
    if not span:
        return None
    holds = _agrees(entry, at, folios)
    if not holds and (len(at) > 1 or not (entry.number or folios.paged)):
        return None
    low, high = span
    if holds:
        where, better = "the heading is there", ""
    elif low == high:
        where, better = f"the heading stands on page {low}", str(low)
    elif entry.printed_page < low:
        where, better = f"the heading stands after page {low - 1}", ""
    else:
        where, better = f"the heading stands before page {high + 1}", ""
    page = str(entry.printed_page)
    text = entry.text
    start = text.text.rfind(page)
    stated = Figure(page, text.locate(start, start + len(page)), label=named)
    other = Figure(named, heading.text.locate(), label=f"page {low}" if low == high else "")
    return Relation.judged(
        "page-reference",
        stated,
        holds,
        f"The contents page gives page {page} for “{named}”, {'and' if holds else 'but'} {where}.",
        by=(other,),
        better=better,
        why="the page that the heading stands on",
        quote=_LEADERS.sub(" … ", " ".join(text.text.split())),
    )
