"""Totals that are called as the group that they close: one that has the name of a group closed before."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reportcheck.model import Figure, Paper, Relation, Text
from reportcheck.words import pattern

_TOTAL = pattern(r"(?:sub[- ]?)?total(?:\s+(?:for|of))?[\s:–-]+(?P<name>\S.*)", re.IGNORECASE)
_LABEL = pattern(r"[^\t]{0,90}?(?=\s*(?:\t|\s{2,}|[-(]?[$£€]?\s?\d[\d,]*(?:\.\d*)?\)?\s*$|$))")
_SIGN = pattern(r"(?:less|plus|add) ")
"""What a group's head may say of its sign; its total does not repeat it."""
_CODE = pattern(r"[\W_]+")
_AMOUNT = pattern(r"\d")
_APART = 150
"""Rows between two totals of one table, at most."""
_LONGEST = 60


class Params(NamedTuple):
    """`named`: so many totals must have the name of the group that they close."""

    named: int = 1


class _Row(NamedTuple):
    order: int
    label: str
    name: str
    """The label, or of a total what it is a total of, in small letters without signs."""
    total: bool
    bare: bool
    """Whether the row has no figure beside its label: the head of a group."""
    parts: tuple[Text, ...]

    @property
    def text(self) -> Text:
        """The row as one text."""
        return Text.join(self.parts, "\t")


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each total that is called as a group which is there."""
    said = paper.outline.rows
    totals = [row for row in _rows(said, range(len(said)), "total") if row.total and row.name]
    above = sorted({at for t in totals for at in range(max(0, t.order - _APART), t.order)})
    bare = [row for row in _rows(said, above) if row.bare and not row.total]
    heads = _orders(bare)
    named = [t for t in totals if _opened(heads, t.name, t.order)]
    unclosed = _without_total(bare, totals)
    for one, two in itertools.pairwise(totals):
        if two not in named:
            continue
        if not _closed_before(two, named, heads):
            yield _relation(two, f"“{two.label}” closes the group of that name.", holds=True)
            continue
        left = [r for r in unclosed if one.order < r.order < two.order]
        if len(left) == 1 and two.order - left[0].order > 1 and len(named) > params.named:
            head = left[0]
            message = f"“{two.label}” stands twice, and the second closes the group “{head.label}”, which has no total."
            yield _relation(two, message, holds=False, head=head)


def _without_total(heads: Iterable[_Row], totals: Iterable[_Row]) -> list[_Row]:
    """The heads of groups whose name no total has."""
    names = {total.name for total in totals}
    return [head for head in heads if head.name not in names]


def _orders(rows: Iterable[_Row]) -> dict[str, list[int]]:
    """Where rows of each name stand."""
    found: dict[str, list[int]] = {}
    for row in rows:
        found.setdefault(row.name, []).append(row.order)
    return found


def _closed_before(total: _Row, named: list[_Row], heads: dict[str, list[int]]) -> bool:
    """Whether a total of that name stands not far above, and no group of the name was opened since."""
    twin = next((t for t in reversed(named) if t.order < total.order and t.name == total.name), None)
    if twin is None or total.order - twin.order > _APART:
        return False
    return not any(twin.order < at < total.order for at in heads[total.name])


def _opened(heads: dict[str, list[int]], name: str, order: int) -> bool:
    return any(0 < order - at <= _APART for at in heads.get(name, ()))


def _rows(said: tuple[tuple[Text, ...], ...], orders: Iterable[int], word: str = "") -> Iterator[_Row]:
    """The totals and the bare rows among those that are asked for and have the word."""
    for order in orders:
        parts = said[order]
        if word and not any(word in part.text.lower() for part in parts):
            continue
        printed = "\t".join(part.text for part in parts)
        match = _LABEL.match(printed)
        label = " ".join(match.group().strip(" *#|_").split()) if match else ""
        if not label or len(label) > _LONGEST or not any(c.isalpha() for c in label):
            continue
        total = _TOTAL.fullmatch(label)
        name = _CODE.sub(" ", (total["name"] if total else label).lower()).strip()
        name = name[found.end() :] if (found := _SIGN.match(name)) else name
        bare = match is not None and not _AMOUNT.search(printed, match.end())
        if total or bare:
            yield _Row(order, label, name, total is not None, bare, parts)


def _relation(row: _Row, message: str, *, holds: bool, head: _Row | None = None) -> Relation:
    text = row.text
    at = max(text.text.find(row.label), 0)
    stated = Figure(row.label, text.locate(at, at + len(row.label)))
    by = (Figure(head.label, head.text.locate()),) if head else ()
    better = row.label[: len(row.label) - len(_TOTAL.fullmatch(row.label)["name"])] + head.label if head else ""  # type: ignore[index]
    return Relation.judged("total-label", stated, holds, message, by=by, better=better, why="the group that it closes",
                           confidence="medium", quote=" ".join(text.text.split())[:200])  # fmt: skip
