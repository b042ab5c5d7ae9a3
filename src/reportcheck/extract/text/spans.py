"""Where the cells of a row stand that two and more blanks part, and which of them are figures."""

from __future__ import annotations

from reportcheck.extract.text.columns import GROUPS
from reportcheck.extract.text.figures import Span, is_figure, says_something, solid, trailing, unnoted
from reportcheck.patterns import pattern

PART = pattern(r"\S+(?: \S+)*")
WIDEST = 600
"""Characters: no printed table is wider, and time grows with the square of its columns."""
_SUM_AT_END = pattern(r"(?:[£$€]\s?\d[\d,.]*|\d,\d{3}(?:\.\d\d)?|\d\.\d\d)\)?$")
_LEADERS = pattern(r"\.{4,}|(?:\. ){4,}|…{2,}")


def columned(text: str) -> bool:
    """Whether a row has cells with white space between them; dotted leaders are for contents."""
    bare = text.strip()
    if "  " not in bare or "\t" in bare or len(bare) > WIDEST:
        return False
    return not _LEADERS.search(bare) or _SUM_AT_END.search(bare) is not None or _two_figures(bare)


def _two_figures(text: str) -> bool:
    return sum(says_something(text[a:b]) for a, b in trailing(solid(text))) > 1


def figures_in(text: str) -> int:
    """How many of a row's cells are figures, its label left out."""
    spans = spans_of(text)
    return sum(is_figure(text[a:b]) for a, b in (spans if len(spans) > 2 else spans[1:]))


def _end_of(part: str, begin: int) -> int:
    """Where a part ends, without the dots that lead on from it."""
    return begin + len(part.rstrip(".… ") if part.endswith(("....", "…", ". .")) else part)


def spans_of(text: str) -> list[Span]:
    """Where a row's cells stand; figures that one blank parts are two, and dots that lead to a sum no part of any."""
    spans: list[Span] = []
    text = solid(text)
    for match in PART.finditer(text):
        begin, end = match.start(), _end_of(match.group(), match.start())
        part = text[begin:end]
        figures = trailing(part) if " " in part and not GROUPS.match(part) else []
        dots = _LEADERS.search(part) if figures else None
        if dots:
            figures = [span for span in figures if says_something(part[slice(*span)])]
            spans += [
                (begin, begin + len(part[: dots.start()].rstrip())),
                *((begin + a, begin + b) for a, b in figures),
            ]
            continue
        if len(figures) == 2 and unnoted(text, [(begin + a, begin + b) for a, b in figures])[1:] == []:
            end, figures = begin + figures[0][1], []
        if len(figures) > 1 and figures[0][0] == 0:
            spans += [(begin + a, begin + b) for a, b in figures]
        elif end > begin:
            spans.append((begin, end))
    return spans


def figures_of(text: str) -> list[Span]:
    """Where the figures of a row stand, behind what begins it."""
    return [(a, b) for a, b in spans_of(text)[1:] if is_figure(text[a:b])]
