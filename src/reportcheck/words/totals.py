"""What the last row of a sum is called, and the rows that open and close an account."""

from __future__ import annotations

import re

from reportcheck.patterns import pattern

_TOTAL = pattern(
    r"\W*(?:(?:(?:grand|sub|overall|net)\W?)*(?:totals?|sum|balance|surplus|deficit)|net)\b", re.IGNORECASE
)
OPENING = (
    r"\b(?:(?:opening|beginning|starting) (?:[a-z]+ ){0,2}balances?"
    r"|balances?,? (?:[a-z]+ )?(?:beginning|at (?:the )?start)"
    r"|(?:at|of) (?:the )?(?:beginning|start) of|brought\s+(?:forward|down)|b/f(?:wd)?|b/d)\b"
)
CLOSING = (
    r"\b(?:(?:closing|ending|year[-\s]*end) (?:[a-z]+ ){0,2}balances?"
    r"|balances?,? (?:[a-z]+ )?(?:end(?:ing)?|at (?:the )?end)"
    r"|(?:at|of) (?:the )?end of|carried\s+(?:forward|down)|c/f(?:wd)?|c/d)\b"
)
RESTATED = r"(?:re-?stat|adjust|previously|transition|adopt|re-?class|as amended|correct|revis)"
"""Figures of a year that is over may be changed where such words stand."""


def names_total(label: str) -> bool:
    """Whether a row's label begins as those of totals, results and balances do."""
    return _TOTAL.match(label) is not None
