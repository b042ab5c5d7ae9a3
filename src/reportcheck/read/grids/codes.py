"""Columns of numbers that count nothing: accounts, funds, cheques, invoices, items, and the numbers of rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reportcheck.patterns import pattern

_BARE = pattern(r"#?\d{1,10}")
_NOUGHT = pattern(r"#?0\d+")
_NOUN = (
    r"account|acct|a/c|fund|cheques?|checks?|chqs?|cks?|chks?|invoice|inv|voucher|receipt|batch|vendor|supplier|payee"
    r"|ein|gl|ledger|object|function|item|line|row|page|minute|permit|parcel|lot|po|purchase order|cost cent(?:re|er)"
    r"|project|s(?:l|r)|serial|case|application|licen[cs]e|risk|action|policy|asset|tag|route|station|school|site|ward|unit|form"
    r"|note|transaction"
)
_NUMBER = r"(?:no|nos|number|num|nr|code|ref|reference|id|identifier)\.?|#"
_HEAD = pattern(
    rf"(?:(?:{_NOUN})\.?(?:\s*(?:{_NUMBER}))?|(?:\w+\s)?(?:code|ref|reference|id|ein|zip|postcode)\.?|s/n|sl)", re.I
)
_UNNUMBERED = frozenset("item line row page unit note ward school site station case project action form risk s".split())
"""Nouns that head a column of numbers only with a word for number: alone they may be counted."""
_PLACE = pattern(r"\(?\s*([1-9]\d?)\s*\)?(?:\s*=\s*[-+*/÷×x()\d\s–−%]+)?")
"""The number of a column, and the formula of numbers by which it is worked out."""
_LEAST, _DIGITS = 4, 3
"""So many numbers rise by one; so many digits has a number that stands in every row."""
_SKIPPED = 4
"""By so many, on average, the numbers of a form's rows rise at most."""
_WIDE = 3
"""So many columns at least are numbered."""


def code_columns(texts: Sequence[Sequence[str]], first: int, heads: Sequence[str]) -> frozenset[int]:
    """The columns whose numbers are codes: by their head, noughts in front, one value throughout, or steps of one."""
    return frozenset(c for c in range(len(heads)) if _is_code([row[c] for row in texts[first:] if row[c]], heads[c]))


def _is_code(body: list[str], head: str) -> bool:
    bare = [text for text in body if _BARE.fullmatch(text)]
    if len(bare) < 2 or len(bare) * 5 < len(body) * 4 or any("," in text for text in body):
        return False
    if sum(_NOUGHT.fullmatch(text) is not None for text in bare) * 3 >= len(bare) or _heads_codes(head):
        return True
    values = [int(text.lstrip("#")) for text in bare]
    if len(values) < _LEAST:
        return False
    steps = sum(b - a == 1 for a, b in pairwise(values))
    if steps * 5 >= (len(values) - 1) * 4 or (len(set(values)) == 1 and len(bare[0]) >= _DIGITS):
        return True
    # The rows of a form, some of which have no figures: 802, 807, 809, 816.
    rising = len(values) > _LEAST and all(a < b for a, b in pairwise(values))
    return rising and values[0] >= 10 ** (_DIGITS - 1) and values[-1] - values[0] <= _SKIPPED * len(values)


def _heads_codes(head: str) -> bool:
    bare = " ".join(head.split()).strip(" :.*")
    return _HEAD.fullmatch(bare) is not None and bare.lower() not in _UNNUMBERED


def numbers_columns(row: Sequence[str]) -> bool:
    """Whether a row only numbers the columns: "1 2 3 4", "(1) (2) (3)=(1)-(2)"."""
    found = [_PLACE.fullmatch(text) for text in row if text]
    numbers = [int(match[1]) for match in found if match]
    if len(numbers) < max(_WIDE, len(found)):
        return False
    return numbers[0] <= 2 and all(b - a == 1 for a, b in pairwise(numbers))
