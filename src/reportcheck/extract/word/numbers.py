"""numbering.xml -> the numbers and bullets that Word prints before paragraphs; the text itself holds none."""

from __future__ import annotations

from dataclasses import field
from xml.etree.ElementTree import Element

from reportcheck.extract.word.package import W
from reportcheck.extract.word.styles import Style, number_of
from reportcheck.patterns import pattern
from reportcheck.records import record

_VAL = W + "val"
_PLACE = pattern(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_MOST = 3999


@record(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    form: str
    text: str
    start: int
    legal: bool
    """Whether the numbers of other levels are printed in plain digits."""


@record(slots=True)
class Lists:
    """The lists of a file, and how far each has been counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    """By the number of the kind of list."""
    kinds: dict[str, str] = field(default_factory=dict)
    """The kind of each list."""
    restarts: dict[tuple[str, int], int] = field(default_factory=dict)
    """Where a list begins anew, with which number."""
    by_style: dict[str, int] = field(default_factory=dict)
    """The level that a style stands for."""
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def _depth_of(self, settings: Element | None) -> int:
        """The level of a list that a paragraph's own style stands for."""
        own = settings.find(W + "pStyle") if settings is not None else None
        return self.by_style.get(own.get(_VAL, "") if own is not None else "", 0)

    def label(self, settings: Element | None, style: Style) -> str:
        """What Word prints before a paragraph of these settings: "2.1", "(a)", "•", or nothing. It is counted."""
        given = number_of(settings) or style.number
        if given is None or given[0] in ("", "0"):
            return ""
        kind = self.kinds.get(given[0])
        levels = self.levels.get(kind or "", {})
        depth = int(given[1]) if given[1].isdecimal() else self._depth_of(settings)
        level = levels.get(depth)
        if kind is None or level is None:
            return ""
        if level.form == "bullet":
            return "•"
        counts = self.counts.setdefault(kind, {})
        anew = self.restarts.get((given[0], depth))
        if anew is not None and (given[0], depth) not in self.begun:
            self.begun.add((given[0], depth))
            counts[depth] = anew
        else:
            counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        if level.form == "none" and not _PLACE.search(level.text):
            return level.text.strip()
        return _PLACE.sub(lambda m: _shown(levels, counts, int(m.group(1)) - 1, level.legal), level.text).strip()


def _shown(levels: dict[int, Level], counts: dict[int, int], depth: int, legal: bool) -> str:
    """The number of a level as it is printed."""
    level = levels.get(depth)
    if level is None:
        return ""
    return _formed(counts.get(depth, level.start), "decimal" if legal else level.form)


def _formed(number: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman") and 0 < number <= _MOST:
        parts, rest = [], number
        for worth, sign in _ROMAN:
            parts.append(sign * (rest // worth))
            rest %= worth
        return "".join(parts).upper() if form == "upperRoman" else "".join(parts)
    if form == "none":
        return ""
    return f"{number:02}" if form == "decimalZero" else str(number)


def read_lists(numbering: Element | None) -> Lists:
    """The lists of a file, not yet counted."""
    lists = Lists()
    for kind in numbering.iter(W + "abstractNum") if numbering is not None else ():
        levels = {}
        for element in kind.iter(W + "lvl"):
            depth = element.get(W + "ilvl", "0")
            if depth.isdecimal():
                levels[int(depth)] = _level(element)
                style = _value(element, "pStyle")
                if style:
                    lists.by_style[style] = int(depth)
        lists.levels[kind.get(W + "abstractNumId", "")] = levels
    for number in numbering.iter(W + "num") if numbering is not None else ():
        key = number.get(W + "numId", "")
        lists.kinds[key] = _value(number, "abstractNumId")
        for change in number.iter(W + "lvlOverride"):
            start, depth = _value(change, "startOverride"), change.get(W + "ilvl", "0")
            if start.isdecimal() and depth.isdecimal():
                lists.restarts[key, int(depth)] = int(start[:6])
    return lists


def _level(element: Element) -> Level:
    start = _value(element, "start")
    legal = element.find(W + "isLgl")
    return Level(
        _value(element, "numFmt") or "decimal",
        _value(element, "lvlText"),
        int(start[:6]) if start.isdecimal() else 1,
        legal is not None and legal.get(_VAL, "1") not in ("0", "false"),
    )


def _value(element: Element, name: str) -> str:
    child = element.find(W + name)
    return child.get(_VAL, "") if child is not None else ""
