"""References in words ("see section 7", "Minute 12 below") against what has that number, and what it is called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from reportcheck.model import Confidence, Figure, Item, Outline, Paper, Reference, Relation
from reportcheck.read.outline.sections import Sections, covering, of_kind, read_sections
from reportcheck.words import pattern, stem

_LAW = pattern(
    r"\b(?:act|acts|regulations?|legislation|order|statute|directive|constitution|code|schedule|bill|agreement|"
    r"standards?|guidance|policy|return|notice|planning|of\s+(?:that|those|the\s+(?!report|paper|agenda)))\b",
    re.I,
)
_HEADED = pattern(r"[^.;]{0,40}?\b(?:headed|entitled|titled|called)\s*[:,]?\s*['‘“\"](?P<title>[^'’”\"]{6,120})['’”\"]")
_WORD = pattern(r"[^\W\d_]{3,}")
_PLAIN = frozenset(
    "the and for with from this that are was were will has have been into note agree consider please refer see more "
    "details can found set out shown further including report section sections about over other information also "
    "which its their our detail position".split()
)
_STRONG = pattern(
    r"(?:see|refer|found|set out|seen|shown|detailed|outlined|discussed|contained|explained|described|covered)", re.I
)
_NEW_CLAUSE = pattern(
    r"[.!?]\s+(?=[A-Z])|\b(?:sections?|appendix|tables?)\s+\d{1,2}[a-z]?\b|(?<!\S)\d{1,2}\.\d{1,2}\s+(?=[A-Z])", re.I
)
_BACK = 240
_NEAR = 150
"""A reference so many rows below the last heading may be of another part, whose headings were not read."""


class Params(NamedTuple):
    """`exists`: something must have the number; `fits`: no other heading may fit better; `title`: as it is called."""

    test: Literal["exists", "fits", "title"]


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each reference whose target is of this paper."""
    sections = read_sections(paper.outline)
    if not sections:
        return
    for place in paper.references:
        if place.what == "table":
            continue
        run = covering(sections, place.order) if place.what != "item" and not _legal(place) else None
        if run is None:
            continue
        if place.what == "appendix":
            if params.test == "fits":
                yield from _appendix(place, run, of_kind(paper.outline, "appendix"))
            continue
        if params.test == "exists":
            yield from _exists(place, run, paper.outline)
        elif params.test == "fits" and place.what == "section":
            yield from _fits(place, run)
        elif params.test == "title":
            yield from _title(place, run)


def _legal(place: Reference) -> bool:
    """Whether the reference is to a law, a code or another paper."""
    after = place.text.text[place.end : place.end + 45]
    return bool(_LAW.search(after.split(".")[0])) or any(
        int(n.rstrip("abcdefghijklmnopqrstuvwxyz")) > 30 for n in place.numbers
    )


def _exists(place: Reference, run: Sections, outline: Outline) -> Iterator[Relation]:
    known = {i.number.lower() for i in run.items} | {i.number.rstrip("abcdefgh") for i in run.items}
    first, last = run.items[0].number, run.items[-1].number
    for number in place.numbers:
        if number.lower() in known:
            yield _relation(place, f"{place.what.capitalize()} {number} is there.", True, run.named(number))
        elif place.what != "section" or not run.whole or first != "1" or place.order > run.items[-1].order + _NEAR:
            continue
        elif _STRONG.match(place.lead) and not any(i.number.startswith(f"{number}.") for i in outline.items):
            message = f"Section {number} is referred to, but the sections run from {first} to {last}."
            yield _relation(place, message, False, run.items[-1], confidence="medium")


def _clause(place: Reference) -> str:
    """The words of the sentence before the reference: what it is about."""
    text = place.text.text
    begin = max(0, place.begin - _BACK)
    return _NEW_CLAUSE.split(text[begin : place.begin])[-1]


def _telling(words: str) -> list[str]:
    """The telling words of a clause or a heading, in order, as stems."""
    return [stem(w) for w in _WORD.findall(words.lower()) if w not in _PLAIN]


def _fits(place: Reference, run: Sections) -> Iterator[Relation]:
    """The words before a reference fit the heading of its target at least as well as any other heading."""
    targets = [i for i in run.items if i.number.lower() in {n.lower() for n in place.numbers}]
    clause = frozenset(_telling(_clause(place)))
    if not targets or len(clause) < 2 or not _STRONG.search(place.lead):
        return
    if len(place.numbers) > 1:
        yield from _uncovered(place, run, targets)
        return
    target, aim = targets[0], frozenset(_telling(targets[0].title))
    best = max(run.items, key=lambda i: (_share(clause, i), i is target))
    common = clause & frozenset(_telling(best.title))
    better = (
        len(common) >= 2 and len(common) > len(clause & aim) and _share(clause, best) > max(0.6, _share(clause, target))
    )
    if not better and not clause & aim:
        return
    message = (
        f"“{_short(_clause(place))}” refers to section {target.number}, which is “{target.title}”: "
        f"“{best.title}” is section {best.number}."
    )
    if not better:
        message = f"“{_short(_clause(place))}” refers to section {target.number}, “{target.title}”."
    yield _relation(place, message, not better, best if better else target, suggestion=best.number if better else "")


def _uncovered(place: Reference, run: Sections, targets: list[Item]) -> Iterator[Relation]:
    """ "Borrowing and investment is discussed in sections 6 and 7": what comes first has a section of its own."""
    first = next((w for w in _WORD.findall(_clause(place).lower()) if w not in _PLAIN), "")
    others = [i for i in run.items if stem((_WORD.findall(i.title.lower()) or [""])[0]) == stem(first)]
    covered = any(stem(first) in _telling(t.title) for t in targets)
    if not first or not others:
        return
    names = " and ".join(f"{i.number} (“{i.title}”)" for i in others[:2])
    message = (
        f"“{_short(_clause(place))}” refers to sections {' and '.join(place.numbers)}, "
        f"but {first} is in section {names}."
    )
    if covered:
        message = f"“{_short(_clause(place))}” refers to a section about {first}."
    yield _relation(place, message, covered, others[0], confidence="medium")


def _appendix(place: Reference, run: Sections, appendices: tuple[Item, ...]) -> Iterator[Relation]:
    """ "A reserve beside the main reserves (see appendix 3)": what is named twice has a section of its own."""
    targets = [i for i in appendices if i.number == place.numbers[0] and i.title]
    words = _telling(_clause(place))
    if len(targets) != 1 or len(place.numbers) > 1 or not words:
        return
    target = targets[0]
    refers = f"“{_short(_clause(place))}” refers to appendix {target.number}"
    twice = [w for w in words if words.count(w) > 1]
    better = next((i for i in run.items for w in twice if stem(i.title.lower().partition(" ")[0]) == w), None)
    if set(words) & set(_telling(target.title)):
        yield _relation(place, f"{refers}, “{target.title}”.", True, better or target, confidence="medium")
    elif better is not None:
        message = f"{refers}, which is “{target.title}”: “{better.title}” is section {better.number}."
        yield _relation(place, message, False, better, confidence="medium")


def _share(clause: frozenset[str], item: Item) -> float:
    words = frozenset(_telling(item.title))
    return len(clause & words) / len(words) if words else 0.0


def _title(place: Reference, run: Sections) -> Iterator[Relation]:
    """ "Minute 12 headed 'X'": what has that number is called X."""
    match = _HEADED.match(place.text.text, place.end)
    item = run.named(place.numbers[0])
    if not match or not item:
        return
    said, printed = frozenset(_telling(match["title"])), frozenset(_telling(item.title))
    holds = said <= printed or printed <= said or len(said & printed) >= 0.6 * len(said | printed)
    named = f"{place.what.capitalize()} {item.number}"
    message = f"{named} is said to be headed “{match['title'].strip()}”, but its heading is “{item.title}”."
    yield _relation(place, f"{named} is headed “{item.title}”, as it is said to be." if holds else message, holds, item)


def _short(words: str) -> str:
    flat = " ".join(words.split()).strip(" (,–-")
    return flat if len(flat) <= 90 else "… " + flat[-86:].split(" ", 1)[-1]


def _relation(
    place: Reference,
    message: str,
    holds: bool,
    other: Item | None,
    *,
    suggestion: str = "",
    confidence: Confidence = "high",
) -> Relation:
    text = place.text
    stated = Figure(text.text[place.start : place.end], text.locate(place.start, place.end))
    by = [Figure(f"{other.number} {other.title}", other.text.locate())] if other else []
    quote = text.excerpt(place.begin, place.end)
    return Relation.judged(
        "cross-reference", stated, holds, message, by=by, confidence=confidence,
        better=suggestion, why="the section whose heading fits", quote=quote,
    )  # fmt: skip
