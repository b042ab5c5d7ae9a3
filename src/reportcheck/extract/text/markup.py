"""A row's characters -> a Text without its markup, every part of it still knowing where it stands."""

from __future__ import annotations

import html
import re

from reportcheck.extract.text.source import Row
from reportcheck.model import Piece, Text
from reportcheck.patterns import pattern

_HINT = pattern(r"[*_<`\\&~\[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
_LINKED = r"\([^()\s]{0,600}(?:\s\"[^\"]{0,200}\")?\)"
_MARKUP = pattern(
    r"<sup>\s{0,2}\[?[0-9*]{1,2}\]?\s{0,2}</sup>|<(?P<gone>del|s|strike)>.{0,500}?</(?P=gone)>|<!--.*?-->"
    r"|~~(?=\S)[^~]{1,500}~~"
    rf"|!\[[^\[\]]{{0,300}}\]{_LINKED}|\[\^[\w-]{{1,30}}\]:?|\[(?=[^\[\]]{{1,300}}\]{_LINKED})|\]{_LINKED}"
    r"|</?(?:u|b|i|em|strong|p|br|span|sup|sub|small|mark|ins|font|a|div)(?:\s[^<>]{0,200})?/?>"
    r"|[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]"
    r"|\*{2,3}|(?<![\w_])__(?=\S)|(?<=\S)__(?![\w_])|`"
    r"|\\(?=[!-/:-@\[-`{-~£€])"
    r"|(?<![\w*])\*(?=[A-Za-z“\"'‘(])|(?<=[A-Za-z.,;:!?)”\"'’])\*(?![\w*])"
    r"|(?<![\w_])_(?=[A-Za-z“\"'‘(])|(?<=[A-Za-z.,;:!?)”\"'’])_(?![\w_])"
    r"|(?P<set>[*_])"
    r"|(?P<entity>&(?:[a-z]{2,30}|#\d{2,6}|#x[0-9a-f]{2,6});)",
    re.IGNORECASE,
)

_SET = pattern(
    r"(?<![\w*\\])\*[^\s*](?:[^*]{0,200}[^\s*\\])?\*(?![\w*])|(?<![\w\\])_[^\s_](?:[^_]{0,200}[^\s_\\])?_(?!\w)"
)
"""What stars or strokes set in italics; one star behind a figure is the mark of a note."""
_OPENED = pattern(r"(?<![\w%)*])\*{2,3}(?=[^\s*])")
"""Stars that set in bold what follows; where none do, stars behind a word are marks of notes: FY19**, FY18***."""


def text_of(row: Row, start: int = 0, end: int | None = None) -> Text:
    """row.text[start:end] without white space around it and without markup."""
    raw = row.text[start:end]
    bare = raw.strip()
    if not bare:
        return Text("")
    if row.printed is not None:
        begin = start + len(raw) - len(raw.lstrip())
        return row.printed.part(begin, begin + len(bare))
    at = row.offset + start + len(raw) - len(raw.lstrip())
    if not _HINT.search(bare):
        return Text(bare, (Piece(0, len(bare), row.page, row.line, at),))
    return _stripped(_kept(bare), row, at)


def is_marked(raw: str) -> bool:
    """Whether a string can hold markup."""
    return _HINT.search(raw) is not None


def is_bold(row: Row, start: int = 0) -> bool:
    """Whether the whole of a row, from `start` on, is set in bold."""
    bare = row.text[start:].strip()
    if row.printed is not None:
        return row.bold
    return len(bare) > 4 and bare.startswith("**") and bare.endswith("**") and "**" not in bare[2:-2]


def _kept(bare: str) -> list[tuple[int, str, int]]:
    """What is left of a string without its markup: where it stands, what it reads, how long it was."""
    parts: list[tuple[int, str, int]] = []
    at = 0
    noted = "**" in bare and _OPENED.search(bare) is None
    edges = {at for found in _SET.finditer(bare) for at in (found.start(), found.end() - 1)}
    for match in _MARKUP.finditer(bare):
        if (noted and match.group().startswith("**")) or (match.group("set") and match.start() not in edges):
            continue
        if match.start() > at:
            parts.append((at, bare[at : match.start()], match.start() - at))
        if match.group("entity"):
            parts.append((match.start(), html.unescape(match.group()), len(match.group())))
        elif match.group().lower().startswith(("<br", "<p", "</p", "<div", "</div")):
            parts.append((match.start(), " ", 1))
        at = match.end()
    if at < len(bare):
        parts.append((at, bare[at:], len(bare) - at))
    return parts


def _stripped(parts: list[tuple[int, str, int]], row: Row, at: int) -> Text:
    """Kept parts as one Text; white space at its ends goes too."""
    while parts and not parts[0][1].strip():
        parts.pop(0)
    while parts and not parts[-1][1].strip():
        parts.pop()
    if not parts:
        return Text("")
    where, shown, _ = parts[0]
    lead = len(shown) - len(shown.lstrip())
    parts[0] = (where + lead, shown[lead:], len(shown) - lead)
    where, shown, _ = parts[-1]
    parts[-1] = (where, shown.rstrip(), len(shown.rstrip()))
    pieces, size = [], 0
    for where, shown, _ in parts:
        pieces.append(Piece(size, size + len(shown), row.page, row.line, at + where))
        size += len(shown)
    return Text("".join(shown for _, shown, _ in parts), tuple(pieces))
