"""Numbered items -> what they are in their sequences, and how a sequence prints its numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from reportcheck.model import Item
from reportcheck.words import pattern

_NUMERALS = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_CODE = pattern(r"([A-Z]{1,5}[-/ ]?(?:\d{1,4}[-/.])?|\d{1,4}-)(\d{1,4})")
_OF_YEAR = pattern(r"([A-Z]{1,5}[-/ ]?)(\d{1,4})(/\d{2,4})")
_LETTERED = pattern(r"(?P<number>[\d.]*\d\.?)(?P<letter>[a-z])(?P<year>(?:/\d{2,4})?)")


class Step(NamedTuple):
    """An item in its sequence: `parent` is what stands around its own number ("11" of 11.6, "/19" of 101/19)."""

    item: Item
    parent: str
    value: int


def readings(item: Item, led: bool) -> Iterator[list[tuple[str, Step]]]:
    """The sequences that an item has a place in, each with the ways to read it: "41a/19" is a letter, and begins 41."""
    options = list(steps_of(item, led))
    if options:
        yield options
    lettered = _LETTERED.fullmatch(item.number)
    if lettered and lettered["letter"] == "a" and lettered["year"]:
        yield list(steps_of(replace(item, number=f"{lettered['number']}{lettered['year']}"), led))


def year_leads(items: Iterable[Item]) -> bool:
    """Whether minutes of a year are numbered with the year first: 24/31, 24/32, as against 31/24, 32/24."""
    numbers = [item.number.split("/") for item in items if item.number.count("/") == 1]
    return len({first for first, _ in numbers}) < len({last for _, last in numbers})


def steps_of(item: Item, led: bool = False) -> Iterator[tuple[str, Step]]:
    """The sequences that an item can belong to, and its place in each; `led` says that a year stands first."""
    if item.kind == "appendix":
        return
    dress = item.style.split(" ")[:2]
    look = " ".join(dress) if item.kind in ("number", "roman", "letter") else item.style
    if item.kind in ("roman", "letter"):
        bracket = dress[-1]
        if item.kind == "roman":
            yield f"roman {bracket}", Step(item, "", _from_roman(item.number.lower()))
        if len(item.number) == 1:
            yield (
                f"letter {bracket[:1] if item.kind == 'letter' else bracket.rstrip(').')}",
                Step(item, "", ord(item.number.lower()) - 96),
            )
        return
    if (coded := _OF_YEAR.fullmatch(item.number)) and not led:
        yield look, Step(item, coded[1] + coded[3], int(coded[2]))
        return
    if code := _CODE.fullmatch(item.number):
        yield look, Step(item, code[1], int(code[2]))
        return
    if lettered := _LETTERED.fullmatch(item.number):
        yield f"{look} a", Step(item, f"{lettered['number']}{lettered['year']}", ord(lettered["letter"]) - 96)
        return
    number, slash, year = item.number.partition("/")
    if slash and led:
        yield f"{look} /", Step(item, number + slash, int(year))
        return
    parent, _, last = number.rpartition(".")
    if last.isdecimal():
        dotted = f"{parent.count('.')}" if parent else ""
        yield f"{look} {dotted}{slash}", Step(item, parent + slash + year, int(last))


def _from_roman(number: str) -> int:
    values = [_ROMAN[c] for c in number]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))


def _numeral(value: int) -> str:
    text = ""
    for size, name in _NUMERALS:
        while value >= size:
            text += name
            value -= size
    return text


def written(step: Step, value: int) -> str:
    """The number `value` as this sequence prints its numbers."""
    if step.item.kind in ("roman", "letter"):
        number = step.item.number.lower()
        roman = step.item.kind == "roman" and _numeral(step.value) == number
        better = _numeral(value) if roman else chr(96 + value)
        return better.upper() if step.item.number.isupper() else better + ")"
    if (coded := _OF_YEAR.fullmatch(step.item.number)) and step.parent == coded[1] + coded[3]:
        return f"{coded[1]}{value:0{len(coded[2])}}{coded[3]}"
    if code := _CODE.fullmatch(step.item.number):
        return f"{code[1]}{value:0{len(code[2])}}"
    if lettered := _LETTERED.fullmatch(step.item.number):
        return f"{lettered['number']}{chr(96 + value)}{lettered['year']}"
    if step.parent.endswith("/"):
        return f"{step.parent}{value:0{len(step.item.number) - len(step.parent)}}"
    if "/" in step.parent:
        parent, _, year = step.parent.partition("/")
        return f"{parent}{'.' if parent else ''}{value}/{year}"
    last = step.item.number.rpartition(".")[2]
    wide = f"{value:0{len(last)}}" if last.startswith("0") else str(value)
    return f"{step.parent}.{wide}" if step.parent else wide
