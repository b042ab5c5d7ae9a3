"""Whether a sentence gives a count as the whole of a stock, and not as those of one place or who did something."""

from __future__ import annotations

import re

from reportcheck.model import Statement
from reportcheck.patterns import pattern
from reportcheck.words.calendar import MONTH
from reportcheck.words.stems import stem

_LEADS = pattern(
    r"(?:\b(?:there (?:were|are|have been|was)|(?:employ|provid|support|oversee|manag|receiv|includ)\w*|of|with|by|to"
    r"|for|from|the|our|its|all|these|total|reached|stood at)"
    r"|\b(?:we|service|council|trust|authority|organisation|agency|charity|company|board|group|borough|county|city)"
    r" (?:had|has|have))(?: (?:a total of|in all|still|now|just|some|approximately|received|of|the))*\s*[(]?$",
    re.IGNORECASE,
)
"""The words right before a count of a whole stock."""
_TIMES = f"end|start|close|year|same|time|point|date|last|period|quarter|month|{MONTH}"
_ELSEWHERE = pattern(
    r"\b(?:in|across|within|among|amongst|for|at|from) (?:the |our |its |each |every |one )?"
    rf"(?!(?:{_TIMES}|total|all|which|addition|and|an?|the|our|its|each|every|one)\b)[a-z]{{3,}}",
    re.IGNORECASE,
)
_GOES_ON = pattern(
    r"\W*$|\s*[.,;:)–-]|\s+(?:(?:at|on|by) (?:\d+|the (?:end|start|same)|that|year)|as at|as of|of wh\w+"
    r"|in (?:all|total|post|20\d\d|the (?:year|service|council|trust|borough|county))"
    r"|compared|than|against|and|but|offer\w*|is|are|was|were|\(|during|this|last|between|for 20\d\d)\b",
    re.IGNORECASE,
)
_DONE = pattern(r"\s+(?:is|are|was|were) (?!given|shown|below|set|the\b)", re.IGNORECASE)


def is_whole(statement: Statement, nouns: frozenset[str], also: frozenset[str]) -> bool:
    """Whether the words around a count leave it the whole: "there were 214 households at 31 March"."""
    before = statement.before
    if not _LEADS.search(before) or _ELSEWHERE.search(_clause(before)):
        return False
    rest = _after_noun(statement.after, nouns, also)
    return bool(_GOES_ON.match(rest)) and not _DONE.match(rest)


def _clause(before: str) -> str:
    """The words of the sentence before the count that can say of what place it is."""
    return re.split(r"[.;:]\s", before)[-1].rpartition(",")[2] if before.count(",") > 1 else before


def _after_noun(after: str, nouns: frozenset[str], also: frozenset[str]) -> str:
    """What follows the noun, and the words that belong to its name: "children *in care*", "complaints *received*"."""
    end, seen = 0, False
    for match in re.finditer(r"[A-Za-z]+", after[:70]):
        word = stem(match.group())
        if seen and word not in also and match.group().lower() not in ("in", "after"):
            break
        if (
            seen
            and match.group().lower() == "in"
            and not any(stem(w) in also for w in re.findall(r"[A-Za-z]+", after[match.end() :])[:1])
        ):
            break
        seen = seen or word in nouns
        end = match.end() if seen else end
    return after[end:] if seen else after
