"""Text -> marks: every figure, year, period, date and reference in it, with its span and its quantity."""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal

from reportcheck.model import Mark
from reportcheck.patterns import pattern
from reportcheck.quantity import LONGEST, MONEY
from reportcheck.read.mentions import figures, shapes
from reportcheck.read.mentions.damaged import GOOD, lettered_end
from reportcheck.read.mentions.plain_cells import plain_cell
from reportcheck.words import numbers as words
from reportcheck.words.calendar import MONTH_WORDS, YEAR
from reportcheck.words.hedges import HEDGES
from reportcheck.words.money import LETTERS, NAMED, is_amount
from reportcheck.words.units import measure_end, measured

_RUN = pattern(r"[0-9]+(?:[.,][0-9]+)*")
_YEAR = pattern(rf"{YEAR}$")
_COUNTED = pattern(
    r"\s(?:people|children|households?|homes|residents|staff|places|hours|jobs|properties|units|tonnes|members"
    r"|houses|patients|pupils|students|visits|responses|calls|carers|families|employees|dwellings)\b"
)
_SECOND = frozenset(words.split()[-1] for words in HEDGES if " " in words)
"""The last words of hedges."""
_RANGE = pattern(r"(\s?)[-–—](\s?)([£$€]?)([0-9]+(?:[.,][0-9]+)*)")
_PER_CENT = pattern(r"\s?(?:%|per\s?cent\b)")
_DASHES = frozenset("-–—")
_GLUED = pattern(r"[a-z]{3}(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{2})?(?![0-9.,])|[0-9]+(?:\.[0-9]{2})?[£€](?![0-9]))")
"""An amount that a converter has set right behind a word: its thousands or its currency tell it from a code."""
_NAMED = pattern(rf"{NAMED}$")
_POSTCODE = pattern(r"\s[0-9][A-Z]{2}\b")


def scan(text: str, *, cell: bool = False, start: int = 0, years: bool = True) -> list[Mark]:
    """All marks of a text from `start` on, in order.

    In a `cell` brackets make a figure negative and a dash stands for nothing. Without `years` a bare 2016 is a
    figure: for a column whose other figures are counts.
    """
    if cell:
        quick = plain_cell(text, years)
        if quick is not None:
            return quick
    run = _RUN.search(text, start)
    spelt = [] if cell else words.spelt(text, start)
    if run is None:
        return spelt
    links = (
        [m.span() for m in shapes.LINK.finditer(text, start)] if "@" in text or "www" in text or "//" in text else []
    )
    marks = [Mark("code", a, b, text[a:b]) for a, b in links]
    at = start
    while run is not None:
        inside = next((b for a, b in links if a <= run.start() < b), 0)
        mark = None if inside else _mark(text, run.start(), run.end(), at, cell, years)
        if mark:
            marks.append(mark)
        at = inside or (max(mark.end, run.start() + 1) if mark else run.end())
        run = _RUN.search(text, at)
    if links or spelt:
        marks.sort(key=lambda m: m.start)
        starts, ends = [m.start for m in marks], [0, *(m.end for m in marks)]
        marks += [m for m in spelt if ends[bisect_left(starts, m.end)] <= m.start]
        marks.sort(key=lambda m: m.start)
    return marks


def _mark(text: str, begin: int, end: int, at: int, cell: bool, years: bool) -> Mark | None:
    """What the digits text[begin:end] are; nothing before `at` belongs to them."""
    if end - begin > LONGEST:
        return Mark("code", begin, end, text[begin:end])
    letters = _letters_before(text, begin, at)
    tied = _tied(text, begin, end, at, letters)
    if tied:
        return tied
    lead = figures.lead_of(text, max(at, begin - 9), begin)
    edge = lead.start()
    money, point = lead.group("currency", "point") if edge < begin else (None, None)
    tail = text[max(at, edge - 32) : edge]
    near = tail.rsplit(maxsplit=2)[-2:] if tail[-1:].isspace() else []
    shaped = _shaped(text, begin, end, at, lead, near, years) if not money and not point else None
    if shaped:
        return shaped
    rounded = letters == "c" or _rounds(near, text[edge - 1 : edge] if edge > at else "")
    if not money and not rounded and years and _is_year(text, begin, end, lead):
        return Mark("year", begin, end, text[begin:end])
    lettered = lettered_end(text, begin, end)
    if lettered:
        begin = edge if money else begin
        return Mark("malformed", begin, lettered, text[begin:lettered])
    if _runs_into_word(text, end, bool(money)):
        return _code(text, begin, begin)
    if point and "." not in text[begin:end] and "," not in text[begin:end]:
        begin -= 1
    mark = figures.figure(text, begin, end, lead, cell, rounded)
    return _whole(text, mark, begin, end) if mark and mark.kind == "figure" else mark


def _letters_before(text: str, begin: int, at: int) -> str:
    """The letters that stand right before digits."""
    left = begin
    while left > at and text[left - 1].isalpha():
        left -= 1
    return text[left:begin]


def _tied(text: str, begin: int, end: int, at: int, letters: str) -> Mark | None:
    """The code or date of digits that letters, a hyphen or a stroke tie to what is before them."""
    before = text[begin - 1] if begin > at else ""
    if letters or before in ("_", "#"):
        known = letters in ("c", "US") or _is_currency(letters, text, begin)
        if not known and not _GLUED.match(text, max(begin - 3, 0)):
            left = begin - len(letters)
            return _code(text, left - 1 if text[left - 1 : left] == "#" and left > at else left, begin)
    elif before and before in "-/" and begin - 2 >= at and text[begin - 2].isalpha():
        return _joined(text, begin, end, at)
    return None


def _is_year(text: str, begin: int, end: int, lead: re.Match[str]) -> bool:
    """Whether four digits are a year: nothing is counted in them, and no sign, letter or per cent is glued to them."""
    if end - begin != 4 or not _YEAR.match(text[begin:end]) or _COUNTED.match(text, end):
        return False
    glue = text[end : end + 1]
    return glue != "%" and not glue.isalpha() and not lead["sign"]


def _runs_into_word(text: str, end: int, money: bool) -> bool:
    """Whether digits go on as a word: 7B, 12-week."""
    glued = text[end : end + 2]
    return (glued[:1].isalpha() and not measured(text, end)) or (glued[:1] == "-" and glued[1:].isalpha() and not money)


def _whole(text: str, mark: Mark, begin: int, end: int) -> Mark:
    """The figure with what goes on behind it: the ratio "3.5:1", or a range."""
    if text.startswith(":1", mark.end) and not text[mark.end + 2 : mark.end + 3].isdigit():
        return Mark("figure", mark.start, mark.end + 2, mark.text + ":1", mark.quantity)
    return _ranged(text, mark, begin, end)


def _is_currency(letters: str, text: str, begin: int) -> bool:
    """Whether letters that stand right before digits name the money: "Kshs9.76", "R12,500", but not "R12"."""
    if len(letters) == 1:
        return letters in LETTERS and is_amount(text, begin)
    return _NAMED.match(letters) is not None


def _shaped(text: str, begin: int, end: int, at: int, lead: re.Match[str], near: list[str], years: bool) -> Mark | None:
    """A date, time, period, ordinal, reference or score that the digits at `begin` open or end."""
    word = near[-1] if near else ""
    if word and word[-1] not in ",;:" and not (lead.group("sign") or "").strip():
        opened = lead.group("open")
        if not opened:
            stop = shapes.dated_after(text, begin, word)
            if stop:
                start = _opening(text, word, at, begin)
                return Mark("date", start, stop, text[start:stop])
        year = end - begin == 4 and text[begin:end].startswith(("19", "20"))
        stop = 0 if year else shapes.reference_after(text, begin, word, bool(opened), near[0])
        if stop:
            start = _opening(text, word, at, begin)
            return Mark("reference", start, stop, text[start:stop])
    mark = shapes.shape_at(text, begin) if shapes.goes_on(text, begin, end) else None
    if mark is None and "." in text[begin:end]:
        stop = shapes.scored(text, end)
        if stop:
            return Mark("score", begin, stop, text[begin:stop])
    return mark


def _opening(text: str, word: str, at: int, begin: int) -> int:
    """Where the word begins that opens a date or a reference, brackets and quotes left out."""
    return text.rindex(word, at, begin) + len(word) - len(word.lstrip("(['\"‘“"))


def _code(text: str, left: int, begin: int) -> Mark:
    """A token of letters and digits: AT7, 7B, #FCF24, 12-week, a postcode."""
    stop = shapes.code_end(text, begin)
    post = _POSTCODE.match(text, stop) if stop - left <= 4 and text[left : left + 1].isupper() else None
    if post:
        stop = post.end()
    return Mark("code", left, stop, text[left:stop])


def _joined(text: str, begin: int, end: int, at: int) -> Mark:
    """Digits that a hyphen or a stroke joins to a word: Covid-19, Sep-15, mid-2024."""
    left = begin - 1
    while left > at and text[left - 1].isalpha():
        left -= 1
    word = text[left : begin - 1]
    if word in MONTH_WORDS and end - begin in (2, 4):
        return Mark("date", left, end, text[left:end])
    if end - begin == 4 and _YEAR.match(text[begin:end]):
        return shapes.shape_at(text, begin) or Mark("year", begin, end, text[begin:end])
    stop = shapes.code_end(text, begin)
    return Mark("code", left, stop, text[left:stop])


def _rounds(near: list[str], before: str) -> bool:
    """Whether the words just before a figure round it."""
    if before in ("~", "≈", "c"):
        return True
    if not near:
        return False
    printed = near[-1].lstrip("(")
    last = printed.lower()
    if len(last) < 3 and printed.isupper():
        return False  # "CA 2024" is no "ca. 2024".
    return last in HEDGES or (last in _SECOND and " ".join([near[0].lower(), last]) in HEDGES)


def _ranged(text: str, mark: Mark, begin: int, end: int) -> Mark:
    """The whole range where the figure opens one ("8-17", "£10k - £20k"), else the figure."""
    match = _RANGE.match(text, mark.end) if text[mark.end : mark.end + 2].lstrip()[:1] in _DASHES else None
    if match is None or mark.quantity is None:
        return mark
    before, after, money, digits = match.groups()
    spaced = bool(before or after)
    if spaced and (bool(money) != (mark.quantity.unit in MONEY) or bool(before) != bool(after)):
        return mark
    stop = match.end()
    of_two_kinds = mark.quantity.unit == "percent" and not _PER_CENT.match(text, stop)
    if of_two_kinds or (spaced and not _rises(text[begin:end], digits)):
        return mark
    if text[stop : stop + 1].isalpha():
        if not measured(text, stop):
            return mark
        stop = measure_end(text, stop)
    elif text[stop : stop + 1] == "%":
        stop += 1
    start = mark.start
    return Mark("range", start, stop, text[start:stop])


def _rises(first: str, second: str) -> bool:
    """Whether the second printed number is the larger one."""
    if not (GOOD.match(first) and GOOD.match(second)):
        return False
    return Decimal(second.replace(",", "")) > Decimal(first.replace(",", ""))
