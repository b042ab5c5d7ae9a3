"""The words before the first amount of a list that runs together -> where its first line begins.

Before it stand a sentence, a title, the headings of its columns; nothing but their words parts them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportcheck.extract.text.figures import Span
from reportcheck.patterns import pattern
from reportcheck.words.calendar import ANY_MONTH

PARTING = " \t\u00a0,;:.–—-"
_SHORTENED = r"admin|assoc|chq|cllr|dept|elec|equip|exps?|inc?|insu?r?|inv|ltd|maint|misc|mrs|qtr|ref|rev|serv|subs?"
"""Words that minutes cut short with a stop, and that end no sentence."""
_ENDING = rf"(?<![a-z])(?!(?:{_SHORTENED})\.)[a-z]{{3,}}"
SENTENCE_END = pattern(rf"{_ENDING}\)?[.;:?!]\s", re.IGNORECASE)
_STOP = pattern(
    rf"(?:(?:(?i:{_ENDING})|[)\]%]|\d{{3}}|[.:]\d\d(?:am|pm)?)[.?!;]|:\s?-?|[.?!]-|\*\*)[\"'”’)*]{{0,3}}\s+"
)
_HEADS = (
    r"(?:payee|payments? to|supplier|name|details?|description|particulars|purpose|item|for|net|vat|gross|total|amount"
    r"|cost|cheque|chq|no|number|ref|reference|date|method|invoice|inv|bank|reason|£|\(£\)|receipt|power|budget|actual|\d{4})"
)
_HEADED = pattern(rf"(?:(?<=\s)|^)(?:{_HEADS}[.:]?[ \u00a0/&]+){{2,}}", re.IGNORECASE)
_OF_SUM = pattern(r"\b(?:net|vat|gross|total|amount|cost|payee|supplier)\b|£", re.IGNORECASE)
_NAMED = (
    r"\b(?:accounts?|payments?|cheques?|invoices?|receipts?|income|expenditure|balances?|bills?|monies|following)\b"
    r"(?!\s+(?:no\.?\s*)?\d{3})"
)
_MORE = (
    r"(?:\s+(?:accounts?|payments?|cheques?|invoices?|bills|for|to|be|paid|pay|payment|received|made|issued|signed"
    r"|approved|passed|as|follows?|at|bank|were|was|are|by|the|since|last|meeting|this|month|in|of|on|and|authorised"
    rf"|agreed|due|\d\S*|{ANY_MONTH}))"
)
_TITLE = pattern(rf"{_NAMED}{_MORE}*[\s:–-]+", re.IGNORECASE)
_TITLED = pattern(rf"{_NAMED}{_MORE}+[\s:–-]+\w", re.IGNORECASE)
_WORD = pattern(r"\S+")
_WORDS = 8
_CODE = pattern(
    r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{5,6}|\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]{2,8}|[A-Z]{2,4}\d+|\d{1,4}\b|[A-Za-z]+"
)


def bare(text: str, begin: int, end: int) -> Span:
    """The part of a text without what parts it from others at both ends."""
    part = text[begin:end]
    start = begin + len(part) - len(part.lstrip(PARTING))
    return start, max(start, begin + len(part.rstrip(PARTING)))


def is_titled(words: str) -> bool:
    """Whether the title of another list stands in words, which then are those of its first line."""
    return _TITLED.search(words) is not None


def begin_of(text: str, words: Span, others: Sequence[str]) -> tuple[int, Span]:
    """Where the first line begins, of which only the end of its words is known, and the headings before it."""
    lead = text[slice(*words)]
    begin = max((match.end() for match in _STOP.finditer(lead)), default=0)
    headed = [match for match in _HEADED.finditer(lead, begin) if _OF_SUM.search(match.group())]
    coded = _coded(lead[begin:], others)
    begin += coded or 0
    if headed and coded is None:
        begin = headed[-1].end()
    elif coded is None:
        titles = [match.end() for match in _TITLE.finditer(lead, begin)]
        begin = titles[-1] if titles and titles[-1] < len(lead) else begin
        begin = _shortened(lead, begin, max((len(name.split()) for name in others), default=_WORDS))
    heads = (words[0] + headed[-1].start(), words[0] + min(begin, headed[-1].end())) if headed else (0, 0)
    return words[0] + begin, heads


def _shortened(lead: str, begin: int, longest: int) -> int:
    """Where the last words begin that are no more than the longest name has, the first of them as names begin."""
    words = list(_WORD.finditer(lead, begin))
    if len(words) <= longest + 2:
        return begin
    return next((m.start() for m in words[-longest:] if m.group()[0].isupper() or m.group()[0].isdigit()), len(lead))


def _coded(lead: str, others: Sequence[str]) -> int | None:
    """Where what every other line begins with stands last: a date, a number, the same word."""
    shapes = {_shape(name) for name in others}
    if len(shapes) != 1 or None in shapes:
        return None
    shape = shapes.pop()
    starts = [match.start() for match in pattern(r"(?<!\S)(?=\S)").finditer(lead)]
    return next((at for at in reversed(starts) if _shape(lead, at) == shape), None)


def _shape(name: str, at: int = 0) -> str | None:
    found = _CODE.match(name, at)
    if found is None:
        return None
    code = found.group()
    return code if code.isalpha() else re.sub(r"(?<=0 )[A-Z][a-z]+", "A", re.sub(r"\d{1,2}(?!\d)|\d", "0", code))
