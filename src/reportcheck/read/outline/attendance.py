"""The head of minutes -> how many people it names as present; minutes bound together have a list each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.patterns import pattern
from reportcheck.read.times import Stream

_WHO = r"(?:members|councill?ors|cllrs|trustees|directors|governors|supervisors|commissioners|officers|committee|board)"
_LIST = pattern(
    r"(?:^|(?<=[.;]\s)|(?<=\n)|(?<=:\s)|(?<=\s)(?=(?-i:Present|PRESENT|In attendance)\s?:))[ \t*_#|•-]*"
    rf"(?:(?:(?P<own>{_WHO}(?:\smembers)?)\s)?(?:who\swere\s|those\s)?(?:also\s)?(?:present|attending)"
    rf"|in\sattendance|attendees|attendance|{_WHO}(?=\s*:))(?:\s(?:were|was))?[ *_]*"
    r"(?:\((?P<count>\d{1,2})\)[ *_]*)?[:–—|\t-][\s*_]*", re.IGNORECASE
)  # fmt: skip
_TITLES = "".join(rf"(?<!{title})" for title in r"\b[A-Z] Mr Mrs Ms Dr Cllr Cllrs Cr Rev Revd Jr Sr Messrs".split())
_END = pattern(
    rf"{_TITLES}\.(?=\s|$)|\b[A-Z][A-Za-z ]{{2,30}}:|\n[ \t*_#]*(?:\d|(?-i:[IVX]+\.|[A-Z]{{4,}}))"
    r"|\n\W*(?:apolog|absen|also|in\sattend|guest|public|visitor)|\d", re.IGNORECASE
)  # fmt: skip
_PARTED = pattern(r"[,;|\t]|\s(?:and|&|plus)\s|\s[-–—]\s")
_ROW_ENDS = pattern(r"(?<![,;&]) *\n")
_BRACKET = pattern(r"\([^()]*\)|\*+|_+")
_ROLE = pattern(
    r"(?:with\s|the\s|a\s|acting\s|deputy\s|vice[- ]|past\s|parish\s|town\s|board\s|committee\s)*"
    r"(?:chair\w*|president|secretary|treasurer"
    r"|clerk|director|members?|mayor|trustee|minutes?|rfo|officer|captain|warden|head\s?teacher|principal|manager|editor|both"
    r"|attorney|engineer|superintendent)(?:\s[a-z]+){0,3}", re.IGNORECASE
)  # fmt: skip
_NAME = pattern(r"(?:the\s+)?[A-Z][\w.’'-]*(?:\s+[\w.’'-]+){0,5}|[A-Z]\.?")
_LATER = pattern(
    r"\b(?:arriv\w+|came\s(?:in\sat|into|late)|took\s(?:his|her|their)\s(?:seats?|places?)|present\s(?:from|for)|late\s(?:arrival|comer)s?|(?:joined|entered|re-?joined)\s(?:the\s(?:meeting|room|table)|by|via|at|us)"
    r"|remotely|zoom|teleconferenc\w*|by\s(?:tele)?phone|proxy|proxies|co-?opt\w*|electors|householders|residents|owners|lots|ballots?)\b",
    re.IGNORECASE,
)
"""What says that others could vote too."""
_HEAD, _LONGEST = 1500, 900


class Present(NamedTuple):
    """The people whom the head of minutes names: so many at least and at most, as its list can be read."""

    start: int
    end: int
    least: int
    most: int
    told: tuple[int, int, int] | None
    """The count that stands beside the list, and its place."""
    own: bool
    """Whether the list is said to be one of members and of nobody else."""

    @staticmethod
    def of(stream: Stream) -> Present | None:
        """Who was there, where one head says it plainly, and nobody came later or voted from elsewhere."""
        return _present(stream)


def _present(stream: Stream) -> Present | None:
    found = list(_lists(stream.text[: _HEAD + _LONGEST]))
    if not found or None in found or _LATER.search(stream.text) or _LIST.search(stream.text, _HEAD + _LONGEST):
        return None
    lists = [each for each in found if each]
    first = lists[0]
    return first._replace(end=lists[-1].end, most=sum(each.most for each in lists), own=first.own and len(lists) == 1)


def _lists(text: str) -> Iterator[Present | None]:
    """Each list of names in the head; None for one that is not plain names."""
    for match in _LIST.finditer(text, 0, _HEAD):
        end = _END.search(text, match.end())
        stop = end.start() if end else len(text)
        names = _BRACKET.sub(" ", text[match.end() : stop])
        least = [part.strip(" \n.:") for part in _PARTED.split(names.replace("\n", " ")) if part.strip(" \n.:")]
        if (
            not least
            or stop - match.end() > _LONGEST
            or not all(_NAME.fullmatch(p) or _ROLE.fullmatch(p) for p in least)
        ):
            yield None
            continue
        if ";" in names:
            least = [part for part in names.split(";") if part.strip()]
        told = (int(match["count"]), *match.span("count")) if match["count"] else None
        # A second paragraph may be of those who sent apologies, where its own heading is lost.
        row = [part for part in _PARTED.split(_ROW_ENDS.split(names.strip())[0]) if part.strip(" .:")]
        # Where names stand one to a row, each row parts them.
        most = len([part for part in _PARTED.split(names.replace("\n", ",")) if part.strip(" .:")])
        persons = sum(not _ROLE.fullmatch(part.strip()) for part in (row if len(row) > 1 else least))
        yield Present(match.start(), stop, max(persons, 1), max(most, len(least)), told, bool(match["own"]))
