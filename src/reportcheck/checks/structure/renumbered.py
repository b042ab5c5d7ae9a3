"""Headings and captions that have another number than their contents page gives them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reportcheck.model import Entry, Figure, Item, Outline, Relation
from reportcheck.read.outline.openings import caption
from reportcheck.words import pattern

_WORDS = pattern(r"[^\W_]+")
_SHORTEST, _FEW = 8, 2
"""Where more entries have other numbers, the contents page is numbered in a way of its own."""


def renumbered(outline: Outline, group: tuple[Entry, ...]) -> Iterator[Relation]:
    """A relation for each entry whose words head one thing in the paper, of its kind and under a number."""
    below = _headings_below(outline, group)
    heads = {_key(item.title): item for item in below}
    called = {(item.kind, item.number): _key(item.title) for item in below}
    named = [(entry, kind, number, title) for entry in group for kind, number, title in _named(entry)]
    entries = Counter(_key(title) for _, _, _, title in named)
    titles = Counter(_key(item.title) for item in below)
    found: list[Relation] = []
    for entry, kind, number, title in named:
        key = _key(title)
        item = heads.get(key)
        if item is None or item.kind != kind or len(key) < _SHORTEST or max(titles[key], entries[key]) > 1:
            continue
        # The heading of that number has other words than its entry: it is another part of the paper.
        other = called.get((kind, number), key)
        if number.count(".") == item.number.count(".") and (other == key or other in entries):
            found.append(_relation(entry, item, kind, number, title))
    yield from _without_habit(found)


def _headings_below(outline: Outline, group: tuple[Entry, ...]) -> list[Item]:
    """The headings of a paper that stand below the whole list of its contents."""
    return [item for item in outline.items if item.order > group[-1].order and item.heading]


def _without_habit(found: list[Relation]) -> list[Relation]:
    """The relations that hold, and the others where they are few: a list that is numbered otherwise is no slip."""
    wrong = sum(relation.verdict != "held" for relation in found)
    habit = wrong > max(_FEW, len(found) // 3)
    return [relation for relation in found if relation.verdict == "held" or not habit]


def _named(entry: Entry) -> Iterator[tuple[str, str, str]]:
    """What an entry names: its kind, its number and its title."""
    named = caption(entry.title, (entry.text,), entry.page, entry.order)
    if named:
        yield named.kind, named.number, named.title
    elif entry.number:
        yield "number", entry.number, entry.title


def _key(title: str) -> str:
    return " ".join(_WORDS.findall(title.lower()))


def _relation(entry: Entry, item: Item, kind: str, number: str, title: str) -> Relation:
    what = "number" if kind == "number" else kind
    message = f"The contents page has {what} {number} for “{title}”, and so has the heading."
    if number != item.number:
        message = f"The contents page has {what} {number} for “{title}”, but there it is {what} {item.number}."
    stated = Figure(number, entry.text.locate(), label=title)
    heading = Figure(item.number, item.text.locate(), label=title)
    return Relation.judged(
        "contents-number", stated, number == item.number, message, by=(heading,), confidence="medium",
        quote=" ".join(entry.text.text.split()), sure=False,
    )  # fmt: skip
