"""Labels that count ("Phase 2", "INV-1041", "Q3", "FY19 Actual", "Page 3 of 6") -> the lists that they make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from reportcheck.model import Document, Line, Table, Text
from reportcheck.patterns import pattern
from reportcheck.read.outline.labelled import DAYS, MOST, Label, label_of
from reportcheck.words.calendar import PRINTED_MONTH
from reportcheck.words.things import ITEMS

_LEADING = pattern(
    r"[\s•*|>#(-]*(?:\d{1,2}[.)]\s+)?(?P<label>(?:[A-Z][^\W\d_]+\.?\s+){1,2}(?:[Nn]o\.?\s*)?(?:#\s?)?(?:[A-Z]{1,4}[-–]?)?(?:\d{2,8}\s?[-/–])?(?:\d{1,6}(?:[-/–]\d{2,4})?|[A-H])"
    rf"|Q[1-4]|(?:{PRINTED_MONTH})|(?:{DAYS}))\s?\**\s?(?:[:=–—)-](?!\d)|\.\s)\s*\**\s*(?P<title>\S.*)"
)
_RECORD = pattern(
    r"[\s*#]*(?:\d{1,2}[.)]\s+)?(?P<label>(?:Motion|Resolution|Decision|Ordinance|By-?[Ll]aw|Minute|Recommendation|MOTION|RESOLUTION|DECISION|"
    r"ORDINANCE|BY-?LAW|MINUTE)\s+(?:No\.?\s*|NO\.?\s*|#\s?)?(?:[A-Z]{1,4}[-–]?)?(?:\d{2,8}\s?[-/–])?\d{1,6}(?:[-/–]\d{2,4})?)"
    r"(?:[\s*.:]*$|\s+(?P<title>[A-Z“].{0,150}$)|,\s)"
)
"""A line that is the number of what was decided, alone or before its words: "Motion No. C200715-3"."""
_ITEM = pattern(rf"\W*(?:{ITEMS})\s", re.I)
"""What the outline reads as a numbered thing."""
_CODE = pattern(r"(?<![\w/-])#?(?P<label>(?P<parent>(?:19|20)\d\d-)0?(?P<number>\d{1,3}))(?![\w/-])")
_NAMED_CODE = pattern(r"\b(?:resolutions?|ordinances?|motions?|by-?laws?|orders?|decisions?)\b|#", re.I)
_TAIL = pattern(
    r"(?:\(|\b(?:ref|min|minute)\.?\s*(?:no\.?\s*)?)(?P<label>(?P<first>\d{2,4})/(?P<last>\d{2,4}))\)?\W*$", re.I
)
"""The number of a minute at the end of its heading: "Police report (18/02)", "Public questions Ref 19/048"."""
_PAID = pattern(
    r"\b(?:cheque|chq|check|warrant|voucher|claim)s?\.?\s*(?:(?:no|number|nr)s?\.?\s*|#\s?)?(?P<label>0{0,4}[1-9]\d{2,5})\b"
    r"(?!\s*(?:to|through|thru|[-–/])\s*#?\d)", re.I
)  # fmt: skip
"""A payment that a line names by its number: they are drawn one after another."""
_DRAWN = pattern(r"[:,;]\s+(?P<label>[1-9]\d{2,5})\s+(?=[A-Z])")
_DRAWN_FOR = pattern(r"\b(?:cheque|check|claim|warrant|voucher)s\b", re.I)
"""Payments named in a sentence by their numbers alone: "claims were paid: 2620 Lake Electric $210.50, 2621 ..."."""
_WITHIN = pattern(r"(?<!\w)(?P<label>\(?(?P<letter>[a-h])\))\s+(?=[A-Z“])")
"""The letters of parts that run on in one line."""
_FOLIO = pattern(r"\bpage\s+(?P<number>\d{1,3})\s+of\s+(?P<whole>\d{1,3})\b", re.I)
_NUMBERED = frozenset(
    "no no. nr # number num ref item items sl serial sno s.no s.no. lot line cheque check chq chq. voucher invoice "
    "receipt sheet motion resolution minute ser sr sr. sn cheq transaction order po claim entry plot stall".split()
)
PAID, WITHIN = "paid", "within"
"""Families of labels that stand in running text."""
_LONGEST = 400
_SHORT = 200
"""A foot of a page has fewer letters."""


def read_labels(document: Document) -> Iterator[list[Label]]:
    """Lists of labels: down a column, along a row of heads, at the beginnings of lines, and page by page."""
    leading: list[Label] = []
    folios: list[Label] = []
    codes: list[Label] = []
    tails: list[Label] = []
    paid: list[Label] = []
    for page in document.pages:
        for block in page.blocks:
            if isinstance(block, Table):
                yield from _in_table(block)
                paid += [label for cell in block.cells for label in _paid(cell.text)]
            else:
                leading += _leads(block)
                folios += _folio(block)
                codes += _codes(block)
                tails += _tail(block)
                paid += _paid(block.text)
                yield from _families(_within(block))
    yield from _families(code for n, code in enumerate(codes) if not n or codes[n - 1].printed != code.printed)
    yield from _families(tails)
    yield from _families(paid)
    yield from _families(leading)
    yield from _families(folios)


def _families(labels: Iterable[Label]) -> Iterator[list[Label]]:
    found: dict[str, list[Label]] = {}
    for label in labels:
        found.setdefault(label.family, []).append(label)
    for labels_ in found.values():
        yield from (_turned(list_) for list_ in _begun(labels_) if len(list_) > (2 if list_[0].parent else 3))


def _begun(labels: list[Label]) -> Iterator[list[Label]]:
    """A list of labels, cut where it begins anew with the first: a contents page and the headings under it."""
    begin = 0
    for at, label in enumerate(labels):
        if at - begin > 3 and (label.parent, label.value) == (labels[0].parent, labels[0].value) and label.value == 1:
            yield labels[begin:at]
            begin = at
    yield labels[begin:]


def _turned(labels: list[Label]) -> list[Label]:
    """The labels of a list with the number that counts as their value: it is the first of 321-23, 322-23, 323-23."""
    values, parents = {label.value for label in labels}, {label.parent for label in labels}
    if len(values) >= len(parents) or not all(label.parent.isdecimal() for label in labels):
        return labels
    size = len(labels[0].printed) - len(labels[0].printed.rstrip("0123456789"))
    return [label._replace(value=int(label.parent), parent=f"{label.value:0{size}}") for label in labels]


def _in_table(table: Table) -> Iterator[list[Label]]:
    columns: dict[int, list[Label]] = {}
    rows: dict[int, list[Label]] = {}
    counting = {cell.column: _numbers(cell.text.text) for cell in reversed(table.cells) if cell.row == 0}
    titles = cache(lambda: _titles(table))
    for cell in table.cells:
        counts, printed = counting.get(cell.column, False), cell.text.text
        if len(printed) > MOST or cell.columns > 1 or (not counts and _is_amount(printed)):
            continue
        label = label_of(cell.text)
        if label is None or not (label.named or counts):
            continue
        label = label._replace(title=titles().get((cell.row, cell.column), ""))
        columns.setdefault(cell.column, []).append(label)
        if label.named:
            rows.setdefault(cell.row, []).append(label)
    for column in columns.values():
        yield from _families(column)
    for row in rows.values():
        yield from _families(row)


def _titles(table: Table) -> dict[tuple[int, int], str]:
    """The words to the right of each place of a table."""
    found: dict[tuple[int, int], str] = {}
    following: dict[int, str] = {}
    for cell in reversed(table.cells):
        found[cell.row, cell.column] = following.get(cell.row, "")
        if any(c.isalpha() for c in cell.text.text):
            following[cell.row] = " ".join(cell.text.text.split())
    return found


def _is_amount(printed: str) -> bool:
    """Whether a place has a bare number that cannot be a year: only a head can make a label of it."""
    return printed.isdecimal() and len(printed) != 4


def _numbers(head: str) -> bool:
    """Whether a column of bare numbers is headed as one of numbers that count things."""
    words = head.lower().replace("*", "").split()
    return 0 < len(words) < 4 and not _NUMBERED.isdisjoint(words)


def _leads(line: Line) -> Iterator[Label]:
    """The label that opens a line: "Q2: 18 complaints", "MOTION 23-06: To pay the bills"."""
    match = _LEADING.match(line.text.text) or _RECORD.match(line.text.text)
    if match is None or _ITEM.match(line.text.text):
        return
    begin, end = match.span("label")
    label = label_of(line.text.part(begin, end))
    if label is not None and label.named:
        title = " ".join((match.groupdict().get("title") or "").split())[:80]
        yield label._replace(text=line.text, start=begin, end=end, title=title, family=f"lead {label.family}")


def _codes(line: Line) -> Iterator[Label]:
    """The resolutions of a year within a line, each by its number: "#2019-10"."""
    if "-" not in line.text.text or not _NAMED_CODE.search(line.text.text):
        return
    for match in _CODE.finditer(line.text.text):
        begin, end = match.span("label")
        parent = match["parent"].rstrip("-")
        yield Label("code", parent, int(match["number"]), match["label"], line.text, begin, end, "", True)


def _paid(text: Text) -> Iterator[Label]:
    """The payments of a line or a cell, each by the number of its cheque, warrant, voucher or claim."""
    for match in _PAID.finditer(text.text):
        begin, end = match.span("label")
        yield Label(PAID, "", int(match["label"]), match["label"], text, begin, end, "", True)
    for match in _DRAWN.finditer(text.text) if _DRAWN_FOR.search(text.text) else ():
        begin, end = match.span("label")
        yield Label(f"{PAID} alone", "", int(match["label"]), match["label"], text, begin, end, "", True)


def _within(line: Line) -> Iterator[Label]:
    """The parts of a line: "(a) ... (b) ... (c) ..."."""
    for match in _WITHIN.finditer(line.text.text) if "a)" in line.text.text else ():
        begin, end = match.span("label")
        yield Label(
            WITHIN, match["label"][:-2], ord(match["letter"]) - 96, match["label"], line.text, begin, end, "", True
        )


def _tail(line: Line) -> Iterator[Label]:
    """The number of a minute that ends its heading, the year before it."""
    brief = len(line.text.text) < _LONGEST and "/" in line.text.text
    if brief and (match := _TAIL.search(line.text.text)):
        begin, end = match.span("label")
        title = " ".join(line.text.text[: match.start()].split())[:80]
        yield Label("tail", match["first"], int(match["last"]), match["label"], line.text, begin, end, title, True)


def _folio(line: Line) -> Iterator[Label]:
    """ "Page 3 of 6" in a line of the text, which is a running foot that was not told from it."""
    printed = line.text.text
    if len(printed) < _SHORT and "page" in printed.lower() and (match := _FOLIO.search(printed)):
        yield Label(f"page of {match['whole']}", "", int(match["number"]), " ".join(match.group().split()), line.text,
                    match.start(), match.end(), "", True)  # fmt: skip
