"""A row -> the numbered thing that it opens: "4.2 Reserves", "iii) Bank letter", "101/19 Apologies", "Table 3"."""

from __future__ import annotations

import re
from typing import NamedTuple

from reportcheck.model import Item, ItemKind, Line, Table, Text
from reportcheck.patterns import pattern
from reportcheck.words.calendar import ANY_MONTH
from reportcheck.words.things import ITEMS, KINDS

_SIGNS = "-•*▪"
DIGITS = pattern(
    rf"(?:[{_SIGNS}]\s+)?(\d{{1,4}}(?:\.\d{{1,2}}){{0,3}}(?:[a-z]|\.[a-hj-uw](?![a-z]))?)\*?(?:\s?(\.\)|[.):|]|/(?=\s)))?(\s*)(.*)"
)
"""A number and what stands after it; a star behind it ("2*. Minutes") says something of the item."""
_ROMAN = pattern(rf"(?:[{_SIGNS}]\s+)?(\(?)([ivxl]{{1,7}})([).])+\s*(.*)")
_BARE_ROMAN = pattern(r"([ivxl]{2,7})\s+([A-Z].*)")
_UPPER = pattern(r"([IVXL]{1,7}|[A-Z])\.\s+(\S.*)")
""" "IV. New business", "C. Bank letter"; what may be a person's name is so only among others."""
_LETTER = pattern(rf"(?:[{_SIGNS}]\s+)?(\(?)([a-z])(?:\)\s*|\.\s+)(.*)")
_BRACKETED = pattern(rf"(?:[{_SIGNS}]\s+)?\((\d{{1,2}})\)\s+([A-Za-z“‘].*)")
_OF_YEAR = pattern(r"(\d{1,4}[a-z]?/\d{2,4})[.):]?\s+([A-Z“‘].*)")
""" "101/19 Apologies": the minutes of a year."""
_ALONE = pattern(r"\d{1,4}[a-z]?/\d{2,4}[.:]?")
_CODED = pattern(
    r"([A-Z]{1,5}[-/ ]?(?:\d{1,4}[-/.])?\d{1,4})(?:[.):]\s*|\s{2,}|(?<=\d/\d)\s|(?<=\d/\d\d)\s)(?:\d{1,2}\.\s+)?"
    r"([A-Z“‘].*)"
)
""" "A3. Review of fees", "FC24/07  Finance": letters before the number that counts."""
_IN_YEAR = pattern(r"(\d{1,4}-\d{1,3})[.):]?\s+([A-Z“‘].*)")
""" "2024-41 Apologies", "5-1 Gates"; "2024-25 Budget" is so only among others."""
_CALLED = pattern(
    rf"({ITEMS})\s+(?:no\.?\s*|#\s?)?(\d{{1,4}}(?:[-/.]\d{{1,4}})?)(?:(\s*[:.–—|-]\s*)|\s+|$)(.*)",
    re.I,
)
""" "Item 4: Gates", "ARTICLE 4" over its title; what a sentence begins with is so only among others."""
_ITEM_LETTERS = frozenset("ASCIMPR")
_LONGEST = 160
_CAPTION = pattern(
    rf"({'|'.join(KINDS)})\s+(?:No\.?\s*)?"
    r"(\d{1,3}(?:[.–-]\d{1,3}){0,3}[a-z]?|[A-Z])(?![\w.]*\d)\s*([:.–—|-]?)\s*(.*)",
    re.I,
)
_DATED = pattern(rf"{ANY_MONTH}\.?(?:\W|$)")
_CITED = pattern(r"(?:[A-Z]\.\s?){2,}\s*(?:§|\d|[Pp]art|[Ss]ec)")
"""How a title of a code goes on after its number: "11 U.S.C. § 1328", "24 C.F.R. Part 5"."""
_WORTH = frozenset("0123456789(ivxlabcdefghjkmnopqrstuwyz-•*▪TtFfCcAaRrMm")


class Row(NamedTuple):
    """A printed row: its words without emphasis, its texts, where it stands and the block that it is of."""

    words: str
    parts: tuple[Text, ...]
    page: int
    order: int
    block: Line | Table


def opening(row: Row) -> Item | None:
    """The numbered thing that a row opens, if it opens one."""
    words = row.words
    if words[0] not in _WORTH:
        return None
    if words[0] in "TtFfCcAaRrMm" and _CAPTION.match(words):
        return caption(words, row.parts, row.page, row.order)
    signed = words[0] in _SIGNS
    if (signed or words[0].isdecimal()) and (match := DIGITS.match(words)):
        if of_year := _OF_YEAR.match(words):
            return _made("number", of_year[1], of_year[2], row, "of year")
        return _made("number", match[1], match[4], row, _style(match)) if _numbered(match, row) else None
    if (signed or words[0] in "(ivxl") and (match := _ROMAN.match(words)):
        return _made("roman", match[2], match[4], row, f"{match[1]}{match[3]}")
    if (signed or words[0] == "(") and (match := _BRACKETED.match(words)):
        return _made("number", match[1], match[2], row, "0)(")
    if (signed or words[0] == "(" or words[1:2] in (")", ".")) and (match := _LETTER.match(words)):
        return _made("letter", match[2], match[3], row, match[1])
    return None


def perhaps_opening(row: Row) -> Item | None:
    """What a row opens if its number goes on from others: "6 October finances" after 5, "1954 Letters" after 1953."""
    words = row.words
    if isinstance(row.block, Table):
        return None
    if words[0].isdecimal():
        return _perhaps_number(row)
    bare = words[1:].lstrip() if words[0] in _SIGNS else words
    if bare[:1] in _ITEM_LETTERS and (match := _CALLED.match(bare)) and (match[3] or len(words) <= _LONGEST):
        return _called(match, row)
    if words[0].isupper() and (match := _UPPER.match(words)):
        roman = len(match[1]) > 1 or match[1] in "IVX"
        return _made("roman" if roman else "letter", match[1], match[2], row, "A.")
    if bare[:1].isupper() and (match := _CODED.match(bare)):
        return _made("number", match[1], match[2], row, "code")
    if words[0] in "ivxl" and (match := _BARE_ROMAN.match(words)):
        return _made("roman", match[1], match[2], row, ".")
    return None


def _called(match: re.Match[str], row: Row) -> Item | None:
    """An item that is called one, "Item 5: finances"; none where a sentence goes on behind its number."""
    dress = match[1].lower().replace(" ", "-")
    return None if match[4][:1].islower() else _made("number", match[2], match[4], row, dress)


def _perhaps_number(row: Row) -> Item | None:
    """A number that may be that of a year, a date or two of them."""
    if match := _IN_YEAR.match(row.words):
        return _made("number", match[1], match[2], row, "code")
    match = DIGITS.match(row.words)
    if match is None or not match[4][:1].isupper():
        return None
    number, stop, space, title = match[1], match[2], match[3], match[4]
    dated = not stop and space and _DATED.match(title)
    return (
        _made("number", number, title, row, _style(match)) if dated or (_yearly(number) and (stop or space)) else None
    )


def is_alone(row: Row) -> bool:
    """Whether a line is the number of a minute and no more, "101/19", with its title under it."""
    return isinstance(row.block, Line) and bool(_ALONE.fullmatch(row.words))


def under(number: Row, title: Row) -> Item:
    """A minute whose number stands on a line over its title."""
    return _made("number", number.words.rstrip(".:"), "" if is_alone(title) else title.words, number, "of year")


def _style(match: re.Match[str]) -> str:
    return f"{match[1].count('.')}{(match[2] or '')[-1:]}"


def _yearly(number: str) -> bool:
    return number.isdecimal() and 1900 <= int(number) < 2100


def _numbered(match: re.Match[str], row: Row) -> bool:
    """Whether a number that begins a row numbers it."""
    number, stop, space, title = match[1], match[2], match[3], match[4]
    if not title[:1].isalpha() and title[:1] not in "“‘\"'(":
        return False
    if _yearly(number) or (stop and not space and _ROMAN.match(title)):
        return False  # "5.vi)" is a place in earlier minutes.
    if stop:
        return True
    if _DATED.match(title) or _CITED.match(title) or not space or not (title[:1].isupper() or title[:1] in "“‘"):
        return False
    return "." in number or not isinstance(row.block, Table)


def caption(words: str, parts: tuple[Text, ...], page: int, order: int) -> Item | None:
    """ "Table 3: Budget by service"; a sentence that starts so ("Table 3 shows") is no caption."""
    match = _CAPTION.match(words)
    kind = KINDS.get(match[1].lower()) if match else None
    # A dotted capital I is alike to an i, and no small letter is its own.
    if match is None or kind is None:
        return None
    title = match[4].strip()
    if not match[1][0].isupper() or (not match[3] and title[:1].islower()) or title.startswith((")", ",", ";")):
        return None
    if len(title) > _LONGEST or (not match[3] and title.endswith((".", ","))):
        return None
    number = match[2].replace("-", ".").replace("–", ".")
    return Item(kind, number, title, Text.join(parts, "\t"), page, match[1].lower(), True, order)


def _made(kind: ItemKind, number: str, title: str, row: Row, style: str) -> Item:
    shout = title.isupper() and len(title) > 3
    bold = isinstance(row.block, Line) and (row.block.bold or bool(row.block.heading))
    heading = shout or bold or (len(title) < 90 and not title.endswith((".", ";", ",", ":")))
    look = f"{kind} {style} {'caps' if shout else 'text'} {'cell' if isinstance(row.block, Table) else 'line'}"
    return Item(kind, number, title, Text.join(row.parts, "\t"), row.page, look, heading, row.order)
