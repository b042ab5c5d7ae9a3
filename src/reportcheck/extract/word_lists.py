"""numbering.xml and styles.xml -> which paragraphs of a Word file are bulleted; the text itself holds no sign."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL = _W + "val"

Level = tuple[str, str]
"""The number of a list, and the level in it."""


@dataclass(frozen=True, slots=True)
class Lists:
    """The levels of lists that have a bullet, and the level that each style sets a paragraph on."""

    bullets: frozenset[Level] = frozenset()
    styles: dict[str, Level] = field(default_factory=dict)

    def bulleted(self, settings: Element | None) -> bool:
        """Whether a paragraph of these settings has a bullet before it."""
        if settings is None or not self.bullets:
            return False
        style = settings.find(_W + "pStyle")
        level = _level(settings) or (self.styles.get(style.get(_VAL, "")) if style is not None else None)
        return level in self.bullets


def read_lists(numbering: Element, styles: Element | None) -> Lists:
    """The bulleted levels of a file's lists."""
    drawn: dict[str, set[str]] = {}
    for kind in numbering.iter(_W + "abstractNum"):
        levels = {level.get(_W + "ilvl", "0") for level in kind.iter(_W + "lvl") if _value(level, "numFmt") == "bullet"}
        drawn[kind.get(_W + "abstractNumId", "")] = levels
    bullets = {
        (number.get(_W + "numId", ""), level)
        for number in numbering.iter(_W + "num")
        for level in drawn.get(_value(number, "abstractNumId"), ())
    }
    found: dict[str, Level] = {}
    for style in styles.iter(_W + "style") if styles is not None else ():
        settings = style.find(_W + "pPr")
        level = _level(settings) if settings is not None else None
        if level:
            found[style.get(_W + "styleId", "")] = level
    return Lists(frozenset(bullets), found)


def _level(settings: Element) -> Level | None:
    number = settings.find(_W + "numPr")
    return (_value(number, "numId"), _value(number, "ilvl") or "0") if number is not None else None


def _value(element: Element, name: str) -> str:
    child = element.find(_W + name)
    return child.get(_VAL, "") if child is not None else ""
