"""Counts of a list that follows: "four priorities:" and its bullets, "three trusts (A, B and C)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportcheck.model import Claim, Passage
from reportcheck.patterns import pattern
from reportcheck.read.claims.skeleton import Skeleton
from reportcheck.words.hedges import OVER

_MARKER = pattern(
    r"^[\s*_]*(?:[•●▪■◦‣–\-*\uf0b7\uf0a7\uf0d8]|\(?(?:[a-zA-Z]|[ivx]{1,4}|\d{1,2}(?!\.\d))[.)])[\s*_]*(?=\S)"
)
_ENDS = pattern(r":[\s*_]*$")
_LISTED = (
    r"areas|priorities|themes|objectives|pillars|goals|reasons|principles|elements|stages|steps|options|questions|"
    r"recommendations|committees|plans|domains|categories|types|ways|strands|outcomes|aims|criteria|measures|actions|"
    r"components|issues|risks|conditions|values|roles|functions|groups|themes|drivers|tests|considerations|standards|"
    r"factors|sections|workstreams|streams|projects|programmes|initiatives|changes|challenges|duties|proposals|"
    r"vacancies|strategies|commitments|ambitions|services|schemes|policies|documents|schools|sites|homes|methods|people|members|trustees|councillors|governors|directors"
    r"|officers|quotes|quotations|tenders|bids|candidates|nominations"
)
_TIME = r"years?|months?|weeks?|days?|hours?|minutes?|quarters?|times|pages?|occasions?|percent|degrees"
_COUNT = pattern(
    rf"(?P<count>N)(?: of (?:the|our|these|its) N)?(?P<words>(?: (?!(?:{_TIME})\b)['\"a-z-]+){{0,4}}?) "
    rf"['\"]?(?P<noun>{_LISTED}|(?!(?:{_TIME})\b)[a-z-]{{3,}}(?<!s)s)\b"
)
_OPEN = pattern(
    rf"\b(?:includ(?:e|es|ing)|such as|for example|e\.g|each of|one of|{OVER}|up to|some of|between"
    r"|among|minimum of|maximum of|least|tier|level|phase|goal|group|grade|stage|step|band|section) ?(?:the )?$"
)
_PARTIAL = pattern(
    r"\b(?:includ(?:e|es|ing)|such as|for example|e\.g|in particular|notably|mainly|among (?:them|these)|divided|split|"
    r"grouped|broken down|categorised|organised)\b"
)
_KEY = r"\b(?:key|main|following|core|priority|strategic|specific)\b"
_OR_MORE = pattern(r"\bor (?:more|fewer|less|so)\b")
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
    rf"(?P<count>N)(?:(?: (?!(?:{_TIME})\b)['\"a-z&-]+){{0,6}}?) (?P<noun>people|[a-z-]{{3,}}(?<!s)s)\b"
    r"(?: [a-z'-]+){0,2} ?(?:\((?P<list>[^()]{8,400})\)|: (?P<rest>[^.:;()]{8,400})(?:\.?$|\.(?= )))"
)


def counted_lists(frames: Sequence[tuple[Passage, Skeleton | None]]) -> Iterator[Claim]:
    """Claims "list": the stated count; the words are the noun, how many follow, and how sure the reading is."""
    for at, (passage, frame) in enumerate(frames):
        if frame is None:
            continue
        yield from _inside(frame)
        if at + 1 == len(frames) or not _leads(passage, frames[at + 1][0]):
            continue
        found = _stated(frame, bool(_ENDS.search(passage.text.text)))
        if not found:
            continue
        sizes, whole = _sizes(frames, at + 1)
        count, noun, sure = found
        if _numbered(frames[at + 1 :], noun):
            continue
        stated = frame.quantity(count).value
        size = next((s for s in sizes if s == stated), sizes[0] if sizes[0] > 1 else sizes[-1])
        if (min(sizes) < stated < max(sizes) and sizes[0] > 1) or (size < stated and not whole):
            sure = "unsure"
        if size > 1:
            yield frame.claim("list", {"stated": count}, (noun, str(size), sure))


def _numbered(following: Sequence[tuple[Passage, Skeleton | None]], noun: str) -> bool:
    """Whether an item of the list stands for several by their numbers: "Sections 1 and 2 are filled in by ..."."""
    several = re.compile(rf"\b{re.escape(noun)} [0-9]+(?:, | ?[-–&] ?| and | to )[0-9]", re.IGNORECASE)
    return any(_is_bullet(passage) and several.search(passage.text.text) for passage, _ in following[:20])


def _leads(passage: Passage, after: Passage) -> bool:
    """Whether a passage can announce the bullets after it: it ends in a colon, or is neither heading nor bullet."""
    if not _is_bullet(after):
        return False
    if _ENDS.search(passage.text.text):
        return True
    return passage.kind != "heading" and (not _is_bullet(passage) or _deeper(passage, after))


def _stated(frame: Skeleton, colon: bool) -> tuple[int, str, str] | None:
    """The count that the last sentence gives its list, the noun, and how sure that is."""
    text = frame.text
    start = max(text.rstrip().rfind(". ", 0, len(text) - 1), 0)
    if _PARTIAL.search(text, start):
        return None
    found = [m for m in _COUNT.finditer(text, start) if not _OR_MORE.search(m.group())]
    matches = [m for m in found if not _OPEN.search(text[max(0, m.start() - 24) : m.start()])]
    listed = [m for m in matches if re.fullmatch(_LISTED, m.group("noun"))]
    chosen = listed or matches
    if len(chosen) != 1 or not 2 <= frame.quantity(chosen[0].start("count")).value <= 20:
        return None
    one = chosen[0]
    if one.start() == 0 and frame.passage.text.text[:1].isdigit():
        return None
    if not colon and not (listed and text.rstrip().endswith(".") and re.search(_KEY, one.group("words"))):
        return None
    return one.start("count"), one.group("noun"), "sure" if listed and colon else "likely"


def _is_bullet(passage: Passage) -> bool:
    return passage.kind == "bullet" or bool(_MARKER.match(passage.text.text))


def _sizes(frames: Sequence[tuple[Passage, Skeleton | None]], start: int) -> tuple[list[int], bool]:
    """How many items follow: the bullets without a break first, then with what may still belong to them.

    The second tells whether the list ends before any heading: one inside it may be the page's own, or end it.
    """
    first = frames[start][0]
    depth, style = _depth(first), _style(first)
    count = alike = missed = 0
    sizes: list[int] = []
    whole, headed = True, False
    for passage, _ in frames[start : start + 60]:
        if _is_bullet(passage):
            missed, whole = 0, whole and not headed
            if len(passage.text.text.strip(" -*•_")) > 1 and _depth(passage) <= depth:
                count += 1
                alike += _style(passage) == style
            continue
        sizes += [count, alike]
        missed += 1
        headed = headed or passage.kind == "heading"
        if missed > 3 or _ENDS.search(passage.text.text) or (passage.kind == "heading" and passage.number):
            break
    return [*sizes, count, alike], whole


def _style(passage: Passage) -> str:
    """The kind of marker that opens a bullet: a sign, or a number."""
    match = _MARKER.match(passage.text.text)
    if not match:
        return ""
    sign = re.sub(r"[\s*_]", "", match.group())
    return re.sub(r"[a-z]+", "a", re.sub(r"\d+", "1", sign))


def _deeper(passage: Passage, following: Passage) -> bool:
    return _depth(following) > _depth(passage)


def _depth(passage: Passage) -> int:
    return passage.level


def _inside(frame: Skeleton) -> Iterator[Claim]:
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
    return _is_more(text, match) or bool(_PARTIAL.search(match.group()))


def _is_more(text: str, match: re.Match[str]) -> bool:
    """Whether a count is not of all that follow it: "two or more", "at least three"."""
    at = match.start("count")
    return bool(_OR_MORE.search(match.group()) or _OPEN.search(text[max(0, at - 24) : at]))


def _alike(items: str) -> int:
    """How many things of one form a list names, each with its article: "a loose swing, a split plank and a mat"."""
    parts = _BETWEEN.split(items.strip())
    plain = len(parts) >= _ALIKE and not _CLAUSE.search(items) and not re.search("[NMPQXDO]", items)
    return len(parts) if plain and all(_ARTICLE.match(part) for part in parts) else 0


def _is_plain_list(text: str, match: re.Match[str], items: str) -> bool:
    """Whether what follows a count is a list of names and no more: no clause, no figure, and no "or more"."""
    if _is_more(text, match):
        return False
    return not (_CLAUSE.search(items) or _PARTIAL.search(items) or re.search("[NMPQXDO;]", items))
