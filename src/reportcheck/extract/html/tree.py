"""HTML source -> elements and words in the order of the page, by JustHTML, each word with its line and column."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Any, NamedTuple

from reportcheck.extract.html.hidden import Hidden, hides
from reportcheck.extract.text.source import Row
from reportcheck.patterns import pattern

_WORDS = pattern(r"\S+")
_ENTITY = pattern(r"&(?:#[xX]?[0-9a-fA-F]{1,8}|\w{1,40});?")
_SKIPPED = pattern(r"<!--.*?-->|<[^>]*>", re.DOTALL)


class Word(NamedTuple):
    """A word of the page: what it reads, its line (from 1) and column, and whether white space stands before it."""

    text: str
    line: int
    column: int
    apart: bool


class Opened(NamedTuple):
    """An element begins."""

    tag: str
    given: dict[str, str | None]


class Closed(NamedTuple):
    """An element ends."""

    tag: str


class Source:
    """The source of a page, and the line and column of each of its characters."""

    def __init__(self, text: str, line: int = 1) -> None:
        self.text = text.replace("\r\n", "\n").replace("\r", "\n")
        self.line = line
        self.starts = [0, *accumulate(len(part) + 1 for part in self.text.split("\n"))]

    def place(self, offset: int) -> tuple[int, int]:
        """The line and the column of a character."""
        number = bisect_right(self.starts, offset) - 1
        return self.line + number, offset - self.starts[number]


Part = Word | Opened | Closed


def parts_of(source: Source, silent: frozenset[str]) -> Iterator[Part]:
    """What a page shows: its elements and words. Elements of `silent`, and all that is hidden, are left out."""
    from justhtml import JustHTML

    root = JustHTML(source.text, track_node_locations=True, sanitize=False).root
    hidden = Hidden(_styles(root))
    waiting: list[Any] = [root]
    space = True
    while waiting:
        node = waiting.pop()
        if isinstance(node, Closed):
            yield node
            continue
        name = str(node.name)
        if name == "#text":
            words = list(_words(source, node, space))
            space = node.data[-1:].isspace() or (space and not words)
            yield from words
            continue
        given = dict(getattr(node, "attrs", None) or {})
        if name in silent:
            yield Opened(name, {})
            yield Closed(name)
            continue
        if hides(given) or hidden.hides(name, given) or name.startswith(("!", "#comment")):
            continue
        if not name.startswith("#"):
            yield Opened(name, given)
            if name == "pre":
                yield from (Word(*part) for part in _kept(source, node))
                yield Closed(name)
                continue
            waiting.append(Closed(name))
        waiting.extend(reversed(list(getattr(node, "children", None) or ())))


def _styles(root: Any) -> str:
    """The page's own style sheets, one after another."""
    found, waiting = [], [root]
    while waiting:
        node = waiting.pop()
        children = list(getattr(node, "children", None) or ())
        if str(node.name) == "style":
            found.append("".join(str(child.data) for child in children if child.name == "#text"))
        waiting.extend(reversed(children))
    return "\n".join(found)


def _words(source: Source, node: Any, space: bool) -> Iterator[Word]:
    """The words of a text, each where it stands in the source."""
    shown = str(node.data)
    at = _offsets(source.text, shown, int(node.origin_offset or 0))
    for match in _WORDS.finditer(shown):
        begin = match.start()
        line, column = source.place(at[begin] if at else int(node.origin_offset or 0) + begin)
        yield Word(match.group(), line, column, space if begin == 0 else True)


def _offsets(source: str, shown: str, begin: int) -> list[int] | None:
    """Where each character of a text stands in the source; None where they run along with it."""
    if source.startswith(shown, begin):
        return None
    found: list[int] = []
    at = begin
    while len(found) < len(shown):
        entity = _ENTITY.match(source, at) if source[at : at + 1] == "&" else None
        spelt = html.unescape(entity.group()) if entity else ""
        if entity and shown.startswith(spelt, len(found)):
            found += [at] * len(spelt)
            at = entity.end()
        elif source[at : at + 1] == "<" and (tag := _SKIPPED.match(source, at)):
            at = tag.end()
        else:
            found.append(min(at, len(source)))
            at += 1
    return found


def _kept(source: Source, node: Any) -> Iterator[tuple[str, int, int, bool]]:
    """The lines of a text whose white space is kept, each as one word."""
    waiting = list(reversed(list(node.children or ())))
    lines: list[list[tuple[str, int]]] = [[]]
    while waiting:
        inner = waiting.pop()
        if inner.name == "#text":
            begin = int(inner.origin_offset or 0)
            if source.text.startswith("\n", begin) and not str(inner.data).startswith("\n"):
                begin += 1  # The line end just after the tag is none of its text.
            at = _offsets(source.text, str(inner.data), begin)
            done = 0
            for number, line in enumerate(str(inner.data).split("\n")):
                if number:
                    lines.append([])
                lines[-1].append((line, at[done] if at and done < len(at) else begin + done))
                done += len(line) + 1
        waiting.extend(reversed(list(getattr(inner, "children", None) or ())))
    for parts in lines:
        text = "".join(part for part, _ in parts)
        number, column = source.place(next((place for part, place in parts if part), 0))
        yield text, number, column, True


def rows_kept(words: list[Word]) -> list[Row]:
    """Lines whose white space is kept, as rows of a text."""
    return [Row(1, word.line, word.column, word.text) for word in words]
