"""What kind of meeting minutes are of: their head calls it special, their first sentence regular."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.model import Figure, Paper, Relation, Text
from reportcheck.words import pattern

_KINDS = {
    "regular": "regular", "regularly": "regular", "ordinary": "regular", "monthly": "regular",
    "special": "special", "emergency": "special", "extraordinary": "special",
}  # fmt: skip
_KIND = pattern(rf"\b(?P<kind>{'|'.join(_KINDS)})\b(?:\s+(?!meeting)[a-z’'&-]+){{0,6}}\s+meeting\b", re.I)
_OPENS = pattern(r"\bmeeting\b[^.;]{0,90}\b(?:was|is)\s+(?:\w+\s+)?(?:called to order|held|convened|opened)\b", re.I)
_ANOTHER = pattern(r"\b(?:minutes|approv\w+|last|next|previous|prior|future|following)\b", re.I)
_HEAD, _BODY, _LONGEST, _NEAR = 12, 40, 140, 80


class Params(NamedTuple):
    """Nothing to set."""


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for minutes that say of what kind their meeting was both in their head and where it opens."""
    rows = [Text.join(parts, "\t") for parts in paper.outline.rows[:_BODY]]
    head = next((m for m in map(_headed, rows[:_HEAD]) if m), None)
    if head is None:
        return
    above, title = head
    kinds = ((row, m) for row in rows if row is not above for m in _KIND.finditer(row.text))
    body = [(row, m) for row, m in kinds if not _ANOTHER.search(row.text, max(0, m.start() - _NEAR), m.start())]
    if len({_KINDS[m["kind"].lower()] for _, m in body}) != 1:
        return
    opening = next(((row, m) for row, m in body if _OPENS.search(row.text, m.start())), None)
    if opening is None:
        return
    row, match = opening
    here, there = title["kind"].lower(), match["kind"].lower()
    holds = _KINDS[here] == _KINDS[there]
    message = f"The meeting is called {there} where it opens, as in its head."
    if not holds:
        message = f"The head calls this meeting {here}, but the minutes open a {there} one."
    stated = Figure(title["kind"], above.locate(*title.span("kind")))
    other = Figure(match["kind"], row.locate(*match.span("kind")))
    yield Relation.judged("meeting-kind", stated, holds, message, by=(other,), suspect=False, confidence="medium",
                          quote=" ".join(above.text.split()))  # fmt: skip


def _headed(row: Text) -> tuple[Text, re.Match[str]] | None:
    """A title with the kind of the meeting: short, and no sentence."""
    found = list(_KIND.finditer(row.text)) if len(row.text) < _LONGEST else []
    if len(found) != 1 or row.text.rstrip(" *").endswith((".", ";")) or _OPENS.search(row.text):
        return None
    return row, found[0]
