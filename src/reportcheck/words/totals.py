"""What the last row of a sum is called."""

from __future__ import annotations

import re

from reportcheck.patterns import pattern

_TOTAL = pattern(
    r"\W*(?:(?:(?:grand|sub|overall|net)\W?)*(?:totals?|sum|balance|surplus|deficit)|net)\b", re.IGNORECASE
)


def names_total(label: str) -> bool:
    """Whether a row's label begins as those of totals, results and balances do."""
    return _TOTAL.match(label) is not None
