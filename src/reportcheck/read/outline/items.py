"""A Document -> its outline: rows in reading order, numbered things, and the entries of contents pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportcheck.model import Document, Entry, Item, ItemKind, Line, Outline, Table, Text
from reportcheck.patterns import pattern
from reportcheck.words.calendar import ANY_MONTH
from reportcheck.words.things import KINDS

_EMPHASIS = pattern(r"\*\*|</?[a-z]{1,6}>|^#{1,6}\s+|\\(?=[().\[\]])")
_SIGNS = "-•*▪"
_DIGITS = pattern(rf"(?:[{_SIGNS}]\s+)?(\d{{1,4}}(?:\.\d{{1,2}}){{0,3}}[a-z]?)(?:\s?([.):|]))?(\s*)(.*)")
_ROMAN = pattern(rf"(?:[{_SIGNS}]\s+)?(\(?)([ivxl]{{1,7}})([).])+\s*(.*)")
_LETTER = pattern(rf"(?:[{_SIGNS}]\s+)?(\(?)([a-z])(?:\)\s*|\.\s+)(.*)")
_BRACKETED = pattern(rf"(?:[{_SIGNS}]\s+)?\((\d{{1,2}})\)\s+([A-Za-z“‘].*)")
_OF_YEAR = pattern(r"(\d{1,4}/\d{2,4})[.):]?\s+([A-Z“‘].*)")
""" "101/19 Apologies": the minutes of a year."""
_CAPTION = pattern(
    rf"({'|'.join(KINDS)})\s+(?:No\.?\s*)?"
    r"(\d{1,3}(?:[.–-]\d{1,3})?[a-z]?|[A-Z])(?![\w.]*\d)\s*([:.–—|-]?)\s*(.*)",
    re.I,
)
_CONTENTS = pattern(r"(?:table of )?contents(?: page)?\s*:?(?:\s+page(?: no\.?)?)?$", re.I)
_LEADERS = pattern(r"(.*?\S)\s*(?:(?:\.\s?){4,}|…{2,}|_{4,})\s*(?:page\s+)?(\d{1,3})$", re.I)
_SPACED = pattern(r"(.*?\S)(?:\t+|\s{3,}|\s+\|\s*)(?:page\s+)?(\d{1,3})(?:\s*\|)?$", re.I)
_DATED = pattern(rf"{ANY_MONTH}\.?(?:\W|$)")
_CITED = pattern(r"(?:[A-Z]\.\s?){2,}\s*(?:§|\d|[Pp]art|[Ss]ec)")
"""How a title of a code goes on after its number: "11 U.S.C. § 1328", "24 C.F.R. Part 5"."""
_LISTED = pattern(r"(.*\S)\s+(?:page\s+)?(\d{1,3})$", re.I)
_NUMBER_ALONE = pattern(r"\d{1,2}(?:\.\d{1,2})*\.?$")
_NEAR_CONTENTS = 8
_NEXT_ENTRY = 5
_LONGEST = 400
_WORTH = frozenset("0123456789(ivxlabcdefghjkmnopqrstuwyz-•*▪TtFfCcAaRrMm")


def read_outline(document: Document) -> Outline:
    """Everything numbered in a document, and its contents pages, in reading order."""
    rows: list[tuple[Text, ...]] = []
    items: list[Item] = []
    entries: list[Entry] = []
    contents_at = -_NEAR_CONTENTS
    for words, parts, page, block in _rows(document):
        order = len(rows)
        rows.append(parts)
        if words[0] in "CcTt" and _CONTENTS.match(words):
            contents_at = order
        listed = order - contents_at < _NEAR_CONTENTS
        entry = None
        if words[-1].isdecimal():
            entry = (
                _stacked(words, rows, page)
                if listed and words.isdecimal()
                else _entry(words, parts, page, order, listed)
            )
        if entry:
            entries.append(entry)
            contents_at = order - _NEAR_CONTENTS + _NEXT_ENTRY if listed else contents_at
        elif words[0] in _WORTH:
            item = _item(words, parts, page, order, block)
            if item:
                items.append(item)
    return Outline(tuple(items), tuple(_groups(entries)), tuple(rows))


def _rows(document: Document) -> Iterator[tuple[str, tuple[Text, ...], int, Line | Table]]:
    """Each printed row: its words without emphasis, its texts, its page and the block that it is of."""
    for page in document.pages:
        for block in page.blocks:
            if isinstance(block, Line):
                words = _plain(block.text.text)
                if words:
                    yield words, (block.text,), block.text.pieces[0].page if block.text.pieces else page.number, block
                continue
            cells: dict[int, list[Text]] = {}
            for cell in block.cells:
                cells.setdefault(cell.row, []).append(cell.text)
            for row in sorted(cells):
                parts = tuple(cells[row])
                words = _plain("\t".join(part.text for part in parts))
                if words:
                    yield words, parts, parts[0].pieces[0].page if parts[0].pieces else page.number, block


def _plain(text: str) -> str:
    if "*" in text or "<" in text or "#" in text or "\\" in text:
        text = _EMPHASIS.sub("", text)
    return text.strip()


def _entry(words: str, parts: tuple[Text, ...], page: int, order: int, listed: bool) -> Entry | None:
    """A line of a contents page: with dotted leaders anywhere, with white space under a "Contents" only."""
    if len(words) > _LONGEST:
        return None
    match = _LEADERS.match(words) if "..." in words or ". ." in words or "…" in words or "__" in words else None
    if not match and listed:
        match = _SPACED.match(words) or _LISTED.match(words)
        match = None if match and match[1].lower() in ("page", "contents", "table", "appendix", "section") else match
    if not match:
        return None
    named = match[1].strip(" \t|.")
    numbered = _DIGITS.match(named)
    number, title = ("", named)
    if "\t" in named and any(not any(c.isalpha() for c in cell) for cell in named.split("\t")[1:]):
        return None
    if numbered and numbered[4][:1].isalpha() and (numbered[2] or numbered[3]):
        number, title = numbered[1], numbered[4].strip()
    if not any(c.isalpha() for c in title):
        return None
    return Entry(number, title, int(match[2]), Text.join(parts, "\t"), page, order)


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


def _groups(entries: list[Entry]) -> Iterator[tuple[Entry, ...]]:
    """Contents pages: entries that stand close together, at least three, on pages that never run backwards by much."""
    run: list[Entry] = []
    for entry in entries:
        if run and (entry.order - run[-1].order > 12 or entry.printed_page < run[-1].printed_page - 1):
            if len(run) >= 3:
                yield tuple(run)
            run = []
        run.append(entry)
    if len(run) >= 3:
        yield tuple(run)


def _item(words: str, parts: tuple[Text, ...], page: int, order: int, block: Line | Table) -> Item | None:
    """The numbered thing that a row opens, if it opens one."""
    if words[0] in "TtFfCcAaRrMm" and (match := _CAPTION.match(words)):
        return _caption(match, parts, page, order)
    table = isinstance(block, Table)
    signed = words[0] in _SIGNS
    if (signed or words[0].isdecimal()) and (match := _DIGITS.match(words)):
        if of_year := _OF_YEAR.match(words):
            return _made("number", of_year[1], of_year[2], parts, page, order, block, "of year")
        number, stop, space, title = match[1], match[2] or "", match[3], match[4]
        if not title[:1].isalpha() and title[:1] not in "“‘\"'(":
            return None
        if number.isdecimal() and 1900 <= int(number) < 2100:
            return None
        if stop and not space and _ROMAN.match(title):
            return None  # "5.vi)" is a place in earlier minutes.
        if not stop and (_DATED.match(title) or _CITED.match(title)):
            return None
        if not stop and (not space or not (title[:1].isupper() or title[:1] in "“‘")):
            return None
        if not stop and "." not in number and (table or not space):
            return None
        return _made("number", number, title, parts, page, order, block, f"{number.count('.')}{stop}")
    if (signed or words[0] in "(ivxl") and (match := _ROMAN.match(words)):
        return _made("roman", match[2], match[4], parts, page, order, block, f"{match[1]}{match[3]}")
    if (signed or words[0] == "(") and (match := _BRACKETED.match(words)):
        return _made("number", match[1], match[2], parts, page, order, block, "0)(")
    if (signed or words[0] == "(" or words[1:2] in (")", ".")) and (match := _LETTER.match(words)):
        return _made("letter", match[2], match[3], parts, page, order, block, match[1])
    return None


def _caption(match: re.Match[str], parts: tuple[Text, ...], page: int, order: int) -> Item | None:
    """ "Table 3: Budget by service"; a sentence that starts so ("Table 3 shows") is no caption."""
    kind = KINDS.get(match[1].lower())
    title = match[4].strip()
    # A dotted capital I is alike to an i, and no small letter is its own.
    if kind is None:
        return None
    if not match[1][0].isupper() or (not match[3] and title[:1].islower()) or title.startswith((")", ",", ";")):
        return None
    if len(title) > 160 or (not match[3] and title.endswith((".", ","))):
        return None
    number = match[2].replace("-", ".").replace("–", ".")
    return Item(kind, number, title, Text.join(parts, "\t"), page, match[1].lower(), True, order)


def _made(
    kind: ItemKind, number: str, title: str, parts: tuple[Text, ...], page: int, order: int,
    block: Line | Table, style: str,
) -> Item:  # fmt: skip
    shout = title.isupper() and len(title) > 3
    bold = isinstance(block, Line) and (block.bold or bool(block.heading))
    heading = shout or bold or (len(title) < 90 and not title.endswith((".", ";", ",", ":")))
    look = f"{kind} {style} {'caps' if shout else 'text'} {'cell' if isinstance(block, Table) else 'line'}"
    return Item(kind, number, title, Text.join(parts, "\t"), page, look, heading, order)
