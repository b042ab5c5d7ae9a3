"""styles.xml -> what each style, and those that it is based on, say of words: heading, list, hidden, raised."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from xml.etree.ElementTree import Element

from reportcheck.extract.word.package import W
from reportcheck.patterns import pattern
from reportcheck.records import record

_VAL = W + "val"
_HEADING = pattern(r"heading\s?([1-6])$", re.IGNORECASE)


@record(frozen=True, slots=True)
class Style:
    """What a style, or words set by themselves, say; nothing where they leave it to another."""

    level: int | None = None
    hidden: bool | None = None
    raised: bool | None = None
    number: tuple[str, str] | None = None
    """The list, and the level in it, which is empty where the list itself says it."""


@record(frozen=True, slots=True)
class Styles:
    """The styles of a file, each with what it has from those that it is based on."""

    named: dict[str, Style] = field(default_factory=dict)

    def of(self, settings: Element | None, kind: str) -> Style:
        """The style that the settings of a paragraph ("pStyle") or of words ("rStyle") name."""
        given = settings.find(W + kind) if settings is not None else None
        return self.named.get(given.get(_VAL, ""), Style()) if given is not None else Style()


def read_styles(element: Element | None) -> Styles:
    """All styles of a file."""
    if element is None:
        return Styles()
    own = {style.get(W + "styleId", ""): _own(style) for style in element.iter(W + "style")}
    based = {style.get(W + "styleId", ""): _value(style, "basedOn") for style in element.iter(W + "style")}
    return Styles({key: _whole(key, own, based) for key in own})


def _own(style: Element) -> Style:
    """What a style says by itself."""
    label = _value(style, "name")
    match = _HEADING.match(label)
    outline = style.find(f".//{W}outlineLvl")
    level = int(match.group(1)) if match else 1 if label.lower() == "title" else None
    if level is None and outline is not None and outline.get(_VAL, "9") in "012345":
        level = int(outline.get(_VAL, "0")) + 1
    words = style.find(W + "rPr")
    return Style(level, is_hidden(words), is_raised(words), number_of(style.find(W + "pPr")))


def _whole(key: str, own: dict[str, Style], based: dict[str, str]) -> Style:
    """A style with what it has from those that it is based on."""
    chain = [own[name] for name in _chain(key, based) if name in own]
    return Style(
        next((s.level for s in chain if s.level is not None), None),
        next((s.hidden for s in chain if s.hidden is not None), None),
        next((s.raised for s in chain if s.raised is not None), None),
        next((s.number for s in chain if s.number is not None), None),
    )


def _chain(key: str, based: dict[str, str]) -> Iterator[str]:
    """A style, the one that it is based on, and so on; a ring ends where it began."""
    seen: set[str] = set()
    while key and key not in seen:
        yield key
        seen.add(key)
        key = based.get(key, "")


def is_hidden(words: Element | None) -> bool | None:
    """Whether the settings of words hide them; None where they do not say."""
    return _switch(words, "vanish")


def is_raised(words: Element | None) -> bool | None:
    """Whether the settings of words raise them; None where they do not say."""
    mark = words.find(W + "vertAlign") if words is not None else None
    return mark.get(_VAL) == "superscript" if mark is not None else None


def number_of(settings: Element | None) -> tuple[str, str] | None:
    """The list that the settings of a paragraph name, and the level in it."""
    number = settings.find(W + "numPr") if settings is not None else None
    return (_value(number, "numId"), _value(number, "ilvl")) if number is not None else None


def _switch(settings: Element | None, name: str) -> bool | None:
    mark = settings.find(W + name) if settings is not None else None
    return mark.get(_VAL, "1") not in ("0", "false", "off") if mark is not None else None


def _value(element: Element, name: str) -> str:
    child = element.find(W + name)
    return child.get(_VAL, "") if child is not None else ""
