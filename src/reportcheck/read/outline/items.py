"""A Document -> its outline: rows in reading order, numbered things, and the entries of contents pages."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from reportcheck.model import Document, Entry, Item, Line, Outline, Table, Text
from reportcheck.patterns import pattern
from reportcheck.read.outline.openings import DIGITS, Row, is_alone, opening, perhaps_opening, under
from reportcheck.words.openings import items_in

_EMPHASIS = pattern(r"\*\*|</?[a-z]{1,6}>|^#{1,6}\s+|\\(?=[().\[\]])")
_CONTENTS = pattern(
    r"(?:(?:table of )?contents(?: page)?\s*:?(?:\s+page(?: no\.?)?)?"
    r"|(?:agenda\s+)?(?:item|no\.?)s?\s+(?:(?:no\.?\s+)?(?:title|subject|report|item|description)s?\s+)?"
    r"pages?(?: no\.?s?)?)$", re.I
)  # fmt: skip
"""The head of a contents page, or of an agenda that gives pages."""
_LEADERS = pattern(r"(.*?\S)\s*(?:(?:\.\s?){4,}|…{2,}|_{4,})\s*(?:page\s+)?(\d{1,3})$", re.I)
_SPACED = pattern(r"(.*?\S)(?:\t+|\s{3,}|\s+\|\s*)(?:page\s+)?(\d{1,3})(?:\s*\|)?$", re.I)
_LISTED = pattern(r"(.*\S)\s+(?:page\s+)?(\d{1,3})$", re.I)
_NUMBER_ALONE = pattern(r"\d{1,2}(?:\.\d{1,2})*\.?$")
_NEAR_CONTENTS = 8
_NEXT_ENTRY = 5
_APART = 12
_LONGEST = 400
_RUN_ON = 60


def read_outline(document: Document) -> Outline:
    """Everything numbered in a document, and its contents pages, in reading order."""
    rows: list[tuple[Text, ...]] = []
    items: list[Item] = []
    perhaps: list[Item] = []
    alone: Row | None = None
    untitled: list[Item] | None = None
    entries: list[Entry] = []
    contents_at = -_NEAR_CONTENTS
    for words, parts, page, block in _rows(document):
        order = len(rows)
        rows.append(parts)
        contents_at = order if _opens_contents(words) else contents_at
        listed = order - contents_at < _NEAR_CONTENTS
        entry = (
            _stacked(words, rows, page) if listed and words.isdecimal() else _entry(words, parts, page, order, listed)
        )
        if entry:
            entries.append(entry)
            contents_at = order - _NEAR_CONTENTS + _NEXT_ENTRY if listed else contents_at
            continue
        row = Row(words, parts, page, order, block)
        if alone is not None:
            items.append(under(alone, row))
        alone = row if is_alone(row) else None
        if item := opening(row):
            items.append(item)
        elif alone is None and (item := perhaps_opening(row)):
            perhaps.append(item)
        elif untitled is not None and isinstance(block, Line):
            untitled[-1] = replace(untitled[-1], title=words)
        untitled = _untitled(item, items, perhaps)
    return Outline(tuple(items), tuple(_groups(entries)), tuple(rows), perhaps=tuple(perhaps))


def _untitled(item: Item | None, *lists: list[Item]) -> list[Item] | None:
    """Of some lists the one that ends with an item, where it still has no title."""
    return None if item is None or item.title else next(some for some in lists if some and some[-1] is item)


def _opens_contents(words: str) -> bool:
    """Whether a row is called "Contents", or as people call it else: its first letter tells most that are not."""
    return words[0] in "CcTtIiNnAa" and _CONTENTS.match(words) is not None


def _rows(document: Document) -> Iterator[tuple[str, tuple[Text, ...], int, Line | Table]]:
    """Each printed row: its words without emphasis, its texts, its page and the block that it is of."""
    for page in document.pages:
        for block in page.blocks:
            if isinstance(block, Line):
                for text in _apart(block.text):
                    if words := _plain(text.text):
                        yield words, (text,), text.pieces[0].page if text.pieces else page.number, block
                continue
            cells: dict[int, list[Text]] = {}
            for cell in block.cells:
                cells.setdefault(cell.row, []).append(cell.text)
            for row in sorted(cells):
                parts = tuple(cells[row])
                words = _plain("\t".join(part.text for part in parts))
                if words:
                    yield words, parts, parts[0].pieces[0].page if parts[0].pieces else page.number, block


def _apart(text: Text) -> Iterator[Text]:
    """A paragraph, each item that runs on in it by itself."""
    bounds = items_in(text.text) if len(text.text) > _RUN_ON else []
    if not bounds:
        yield text
        return
    yield from (text.part(a, b) for a, b in itertools.pairwise([0, *bounds, len(text.text)]) if b > a)


def _plain(text: str) -> str:
    if "*" in text or "<" in text or "#" in text or "\\" in text:
        text = _EMPHASIS.sub("", text)
    return text.strip()


def _entry(words: str, parts: tuple[Text, ...], page: int, order: int, listed: bool) -> Entry | None:
    """A line of a contents page: with dotted leaders anywhere, with white space under a "Contents" only."""
    match = _entry_form(words, listed) if words[-1].isdecimal() and len(words) <= _LONGEST else None
    if not match:
        return None
    named = match[1].strip(" \t|.")
    if "\t" in named and not all(any(map(str.isalpha, cell)) for cell in named.split("\t")[1:]):
        return None
    numbered = DIGITS.match(named)
    number, title = ("", named)
    if numbered and numbered[4][:1].isalpha() and (numbered[2] or numbered[3]):
        number, title = numbered[1], numbered[4].strip()
    if not any(map(str.isalpha, title)):
        return None
    return Entry(number, title, int(match[2]), Text.join(parts, "\t"), page, order)


def _entry_form(words: str, listed: bool) -> re.Match[str] | None:
    """What is named and its page, where a row has the form of an entry."""
    match = _LEADERS.match(words) if any(leader in words for leader in ("...", ". .", "…", "__")) else None
    if match or not listed:
        return match
    match = _SPACED.match(words) or _LISTED.match(words)
    return None if match and match[1].lower() in ("page", "contents", "table", "appendix", "section") else match


def _stacked(words: str, rows: list[tuple[Text, ...]], page: int) -> Entry | None:
    """A contents page whose numbers, titles and pages stand on lines of their own."""
    if len(words) > 3 or len(rows) < 2:
        return None
    title = _plain(rows[-2][0].text)
    above = _plain(rows[-3][0].text) if len(rows) > 2 else ""
    if not any(c.isalpha() for c in title) or len(title) > 120 or title[-1] in "0123456789.;:,":
        return None
    number = above.rstrip(".") if _NUMBER_ALONE.match(above) else ""
    return Entry(number, title, int(words), rows[-1][0], page, len(rows) - 1)


def _goes_on(last: Entry, entry: Entry) -> bool:
    """Whether an entry is of the contents page of one but one before it."""
    return entry.order - last.order <= 2 * _APART and entry.printed_page >= last.printed_page


def _groups(entries: list[Entry]) -> Iterator[tuple[Entry, ...]]:
    """Contents pages: entries that stand close together, at least three, on pages that run backwards once at most."""
    run: list[Entry] = []
    for entry, following in itertools.zip_longest(entries, entries[1:]):
        back = run and entry.printed_page < run[-1].printed_page - 1
        slip = back and following and _goes_on(run[-1], following) and entry.number and following.number
        if run and (entry.order - run[-1].order > _APART or (back and not slip)):
            if len(run) >= 3:
                yield tuple(run)
            run = []
        run.append(entry)
    if len(run) >= 3:
        yield tuple(run)
