"""A relation -> the lines under its quote: the sum, what else speaks for it, whose value should be what."""

from __future__ import annotations

import re

from reportcheck.model import Relation, Suggestion
from reportcheck.report.safe import safe

Piece = str | tuple[str, str]
_NO_SUM = re.compile(r"[÷×]|\bx\b")


def lines(relation: Relation) -> list[list[Piece]]:
    """Each line as pieces of text, some with the name of a style."""
    told: list[list[Piece]] = []
    if relation.sum and not _told(relation.sum, relation.message):
        name = "sum" if " + " in relation.sum and not _NO_SUM.search(relation.sum) else "working"
        told.append([f"{name}: {safe(relation.sum)}"])
    if relation.suggestion is not None:
        told.append(suggested(relation, relation.suggestion))
    told.extend([f"also: {safe(other)}"] for other in relation.also)
    return told


def plain(line: list[Piece]) -> str:
    """A line without its styles."""
    return "".join(piece if isinstance(piece, str) else piece[0] for piece in line)


def suggested(relation: Relation, suggestion: Suggestion) -> list[Piece]:
    """ "23 Salary should read 114,053, not 110,000 (a changed digit explains the difference)"."""
    printed = [safe(e.figure.text) for e in relation.suspects]
    alone = printed[0] if len(printed) == 1 and _like(printed[0], suggestion.text) else ""
    name, doubt = safe(suggestion.cell) or alone, "" if suggestion.sure else "perhaps "
    lead = f"{doubt}{name} should read " if name else f"{doubt or 'should read'}: ".replace(" :", ":")
    rather = f", not {alone}" if alone and name != alone else ""
    reason = "" if _told(suggestion.reason, f"{relation.sum} {relation.message}") else safe(suggestion.reason)
    return [lead, (safe(suggestion.text), "good"), f"{rather} ({reason})" if reason else rather]


def _like(printed: str, suggested: str) -> bool:
    """Whether one can stand in the place of the other: figures for figures, words for words."""
    return any(map(str.isdigit, printed)) == any(map(str.isdigit, suggested))


def _told(words: str, already: str) -> bool:
    """Whether a sum or a reason stands in what has been said, word for word or with "is" for its equals sign."""
    return words in already or words.replace(" = ", " is ") in already
