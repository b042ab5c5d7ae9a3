"""What is told of a draft -> the same, with the tracked changes that touch the figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportcheck.advising import Found
from reportcheck.model import Document, Edited, Location, Relation

_MOST = 3
"""So many changes are told at a finding."""
_LONGEST = 60


def with_edits(told: Iterable[Found], document: Document) -> Iterator[Found]:
    """Each broken relation with what tracked changes did to its figures, under "also"."""
    edits = [edit for page in document.pages for edit in page.edited]
    for rule, relation, severity in told:
        near = [_told(edit) for edit in edits if _touches(edit, relation)] if edits else []
        yield rule, replace(relation, also=(*relation.also, *near[:_MOST])) if near else relation, severity


def _touches(edit: Edited, relation: Relation) -> bool:
    """Whether a change is in or beside a figure, or took a row from between the rows of a relation."""
    first, last, start, end, *_ = edit
    places = [evidence.figure.location for evidence in relation.evidence] or [relation.location]
    if end or first == last:
        return any(_beside(at, first, start, end) for at in places)
    return len({at.line for at in places if at.line is not None and first <= at.line <= last}) > 1


def _beside(at: Location, line: int, start: int, end: int) -> bool:
    return at.line == line and at.start is not None and at.end is not None and start <= at.end and at.start <= end


def _told(edit: Edited) -> str:
    *_, author, added, removed = edit
    if not added or not removed:
        return f"{author} {'added' if added else 'took out'} “{_short(added or removed)}” (tracked change)"
    return f"{author} put “{_short(added)}” in place of “{_short(removed)}” (tracked change)"


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _LONGEST else plain[:_LONGEST].rsplit(" ", 1)[0] + " …"
