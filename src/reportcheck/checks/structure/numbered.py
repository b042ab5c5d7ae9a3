"""What is numbered in a paper: its items, the entries of its contents pages, and what may be numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportcheck.checks.structure.places import Step
from reportcheck.checks.structure.sequences import Chain, chains
from reportcheck.model import Item, Outline
from reportcheck.read.outline.occasion import read_occasion
from reportcheck.read.outline.openings import caption
from reportcheck.words import pattern

_STOP = pattern(r"[\d.]*\d[a-z]?\s?([.):|]?)")
_FIRST_YEAR, _LAST_YEAR, _FAR = 1900, 2100, 8


def lists_of(outline: Outline) -> list[Chain]:
    """The lists of a paper, each with the numbers that follow one another in it."""
    return chains([*outline.items, *_listed(outline)], _perhaps(outline))


def sound(before: Chain, after: Chain | None) -> int:
    """How many steps of the two chains are right, counted in one."""
    return len(before.steps) - 1 + (len(after.steps) - 1 if after else 0)


def printed_between(outline: Outline, last: Step, step: Step, numbers: list[str], *, anywhere: bool = False) -> bool:
    """Whether one of the numbers opens a row between the two, or stands in it: it was not read as a number."""
    for parts in outline.rows[last.item.order : step.item.order + 1]:
        text = parts[0].text.lstrip("-•*# (|")
        if any(_opens(text, number.rstrip(")")) or (anywhere and number in text) for number in numbers):
            return True
    return False


def _opens(text: str, number: str) -> bool:
    after = text[len(number) : len(number) + 2]
    return text.startswith(number) and not after[:1].isalnum() and not (after[:1] == "." and after[1:].isdecimal())


def _listed(outline: Outline) -> Iterator[Item]:
    """The entries of contents pages that have numbers, as items of a list."""
    for entry in (entry for group in outline.contents for entry in group):
        if named := caption(entry.title, (entry.text,), entry.page, entry.order):
            yield replace(named, style=f"{named.style} contents")
        if not entry.number:
            continue
        stop = _STOP.match(entry.text.text.strip())
        style = f"number {entry.number.count('.')}{stop[1] if stop else ''}"
        yield Item("number", entry.number, entry.title, entry.text, entry.page, style, True, entry.order)


def _perhaps(outline: Outline) -> Iterator[Item]:
    """What may be numbers; those that could be years only in a meeting's paper, and far from its own."""
    occasion = read_occasion(outline)
    for item in outline.perhaps:
        value = int(item.number) if item.number.isdecimal() else 0
        far = occasion.met and occasion.day and abs(occasion.day.year - value) > _FAR
        if far or not _FIRST_YEAR <= value < _LAST_YEAR:
            yield item
