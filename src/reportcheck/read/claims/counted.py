"""Counts of a list in their own sentence: "three trusts (A, B and C)", "the five trustees are ...", "(six members)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reportcheck.model import Claim
from reportcheck.patterns import pattern
from reportcheck.read.claims.skeleton import Skeleton
from reportcheck.words.hedges import OVER

TIME = r"years?|months?|weeks?|days?|hours?|minutes?|quarters?|times|pages?|occasions?|percent|degrees"
OPEN = pattern(
    rf"\b(?:includ(?:e|es|ing)|such as|for example|e\.g|each of|one of|{OVER}|up to|some of|between"
    r"|among|minimum of|maximum of|least|tier|level|phase|goal|group|grade|stage|step|band|section) ?(?:the )?$"
)
PARTIAL = pattern(
    r"\b(?:includ(?:e|es|ing)|such as|for example|e\.g|in particular|notably|mainly|among (?:them|these)|divided|split|"
    r"grouped|broken down|categorised|organised)\b"
)
OR_MORE = pattern(r"\bor (?:more|fewer|less|so)\b")
_CLAUSE = pattern(r"\b(?:which|who|whose|that|both|is|are|was|were|has|have|see|page)\b")
_PRICED = pattern(
    r"(?P<count>N)(?: [a-z'-]+){0,3}? (?P<noun>[a-z-]{3,}(?<!s)s)\b(?: [a-z'-]+){0,4} ?"
    r"(?:\((?P<list>[^()]*M[^()]*)\)|: (?P<rest>[^.:()]*M[^.:()]*)(?:\. |\.?$))"
)
"""A count of what is listed with an amount each: "three quotes were received: Ash £120, Birch £140 and Cedar £95"."""
_NUMBERED = pattern(
    r"\b(?P<noun>[a-z-]{3,}(?<!s)s), (?P<count>N) in (?:number|all|total),? (?:are|were|being|namely|comprise) "
    r"(?P<rest>[^.:;()]{8,400})\.?$"
)
_BEHIND = pattern(
    r"(?:^|\. )[a-z ]{3,30}: (?P<rest>[^.:;()NMPQ]{8,400}) "
    r"\((?P<count>N) (?:[a-z]+ )?(?P<noun>[a-z-]{3,}(?<!s)s|people)\)"
)
_AHEAD = pattern(r"\((?P<count>N) (?P<noun>[a-z-]{3,}(?<!s)s|people)\)(?: is| are|:) (?P<rest>[^.:;()NMPQ]{8,400})\.?$")
_IS_LIST = r" (?:are|were|being|namely|comprise) "
_ARE = pattern(
    r"\b(?:the|our|its) (?P<count>N) (?:[a-z]+ )?(?P<noun>[a-z-]{3,}(?<!s)s|people) (?:are|were) "
    r"(?P<rest>[^.:;()]{8,400})\.?$"
)
_BETWEEN = pattern(r"[,;]? and |[,;] ")
_NAME = pattern(r"(?:(?:and|the|of|Cllrs?|Mr|Mrs|Ms|Dr) )*[A-Z][\w.'’-]*(?: [\w.'’-]+){0,3}")
_ARTICLE = pattern(r"(?:an?|from (?:the|an?)|to the|for the|by the) [a-z]")
_ALIKE = 3
"""So many things that are named alike are a list of things, whatever its sentence."""
_INSIDE = pattern(
    rf"(?P<count>N)(?:(?: (?!(?:{TIME})\b)['\"a-z&-]+){{0,6}}?) (?P<noun>people|[a-z-]{{3,}}(?<!s)s)\b"
    r"(?: [a-z'-]+){0,2} ?(?:\((?P<list>[^()]{8,400})\)|: (?P<rest>[^.:;()]{8,400})(?:\.?$|\.(?= )))"
)


def counted_inside(frame: Skeleton) -> Iterator[Claim]:
    """A count and its list in one sentence: "three trusts (A, B and C)"; surely counted or not at all."""
    if "(" in frame.text or ":" in frame.text:
        yield from _priced(frame)
    elif " in " not in frame.text and " are " not in frame.text and " were " not in frame.text:
        return
    for form in (_INSIDE, _NUMBERED, _BEHIND, _AHEAD, _ARE):
        for match in form.finditer(frame.text):
            items = match.groupdict().get("list") or match.group("rest")
            stated = frame.quantity(match.start("count")).value
            alike = _alike(items) if match.group("rest") else 0
            if alike and 2 <= stated <= 20 and not _is_more(frame.text, match):
                yield frame.claim("list", {"stated": match.start("count")}, (match.group("noun"), str(alike), "sure"))
            elif 2 <= stated <= 20 and _is_plain_list(frame.text, match, items):
                yield from _counted(frame, match, items, stated)


def _counted(frame: Skeleton, match: re.Match[str], items: str, stated: Decimal) -> Iterator[Claim]:
    """The count against the names between commas, where only one number of them can be meant."""
    commas, ands = items.count(","), len(re.findall(r"\band\b|&", items))
    least, most = commas + 1 + (1 if ands and not re.search(r", and\b", items) else 0), commas + 1 + ands
    count = {"stated": match.start("count")}
    if commas and stated in (least, most):
        yield frame.claim("list", count, (match.group("noun"), str(stated), "sure"))
    elif commas and least == most and abs(stated - least) <= 2:
        # Where fewer are announced, the last two may be one: "Brighton and Hove".
        sure = stated > most and _are_names(frame, match)
        if sure or (commas > 1 and match.re.pattern != _ARE.pattern):
            yield frame.claim("list", count, (match.group("noun"), str(least), "sure" if sure else "unsure"))


def _are_names(frame: Skeleton, match: re.Match[str]) -> bool:
    """Whether all items of a list are names: at the end, in the next brackets or before the count's."""
    printed, mark = frame.passage.text.text, frame.marks[match.start("count")]
    if match.re.pattern == _BEHIND.pattern:
        items = printed[: mark.start].rpartition(":")[2].rstrip(" (")
    else:
        form = r"\)(?:: | (?:is|are) )" if match.re.pattern == _AHEAD.pattern else r"\(|: "
        after = printed[mark.end :].rstrip(" .\n")
        opened = re.search(_IS_LIST if match.re.pattern in (_NUMBERED.pattern, _ARE.pattern) else form, after)
        items = after[opened.end() :] if opened else ""
        items = items.partition(")")[0] if opened and opened.group() == "(" else items
    return bool(items) and all(_NAME.fullmatch(" ".join(item.split())) for item in _BETWEEN.split(items))


def _priced(frame: Skeleton) -> Iterator[Claim]:
    """A count and its list, each item with one amount and no other figure."""
    for match in _PRICED.finditer(frame.text.replace(" (M)", "  M ")):
        items = _BETWEEN.split(match.group("list") or match.group("rest"))
        stated = frame.quantity(match.start("count")).value
        each = all(re.findall("[NIMPQXDO]", item) == ["M"] for item in items)
        if each and 2 <= stated <= 20 and len(items) > 1 and not _is_open(frame.text, match):
            words = (match.group("noun"), str(len(items)), "sure")
            yield frame.claim("list", {"stated": match.start("count")}, words)


def _is_open(text: str, match: re.Match[str]) -> bool:
    """Whether words say that the list need not be whole, or that there may be more."""
    return _is_more(text, match) or bool(PARTIAL.search(match.group()))


def _is_more(text: str, match: re.Match[str]) -> bool:
    """Whether a count is not of all that follow it: "two or more", "at least three"."""
    at = match.start("count")
    return bool(OR_MORE.search(match.group()) or OPEN.search(text[max(0, at - 24) : at]))


def _alike(items: str) -> int:
    """How many things of one form a list names, each with its article: "a loose swing, a split plank and a mat"."""
    parts = _BETWEEN.split(items.strip())
    plain = len(parts) >= _ALIKE and not _CLAUSE.search(items) and not re.search("[NMPQXDO]", items)
    return len(parts) if plain and all(_ARTICLE.match(part) for part in parts) else 0


def _is_plain_list(text: str, match: re.Match[str], items: str) -> bool:
    """Whether what follows a count is a list of names and no more: no clause, no figure, and no "or more"."""
    if _is_more(text, match):
        return False
    return not (_CLAUSE.search(items) or PARTIAL.search(items) or re.search("[NMPQXDO;]", items))
