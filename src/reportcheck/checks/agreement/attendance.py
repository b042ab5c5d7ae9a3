"""Votes and counts of those present against the names at the head of the minutes, and an outcome against its votes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from reportcheck.model import Paper, Relation
from reportcheck.read.outline.attendance import Present
from reportcheck.read.times import Stream
from reportcheck.words import COUNT, count_of, in_words, pattern

_N = rf"(?:{COUNT})"
_WON = r"carried|passed|approved|adopted"
_VOTES = pattern(
    rf"\b(?:(?P<won>{_WON})|agreed|defeated|failed|lost|vote)\W{{0,3}}(?:by\s)?(?:a\svote\sof\s)?\(?"
    r"(?P<f1>\d{1,2})\s?[-–]\s?(?P<a1>\d{1,2})(?:\s?[-–]\s?(?P<x1>\d{1,2}))?(?![-–/\d.,]*\d)"
    rf"|\b(?P<f2>{_N})\s(?:votes?\s)?(?:in\sfavou?r|for|ayes?|yes|yeas?)\b"
    rf"(?:[\s,;]*(?:and\s|with\s)?(?P<a2>{_N}|no|none)\s(?:votes?\s)?(?:against|opposed|nays?|noes|no)\b)?"
    rf"(?:[\s,;]*(?:and\s|with\s)?(?P<x2>{_N}|no)\sabst\w+)?"
    r"|\bfor:?\s(?P<f3>\d{1,2})[\s,;]+against:?\s(?P<a3>\d{1,2})(?:[\s,;]+abst\w+:?\s(?P<x3>\d{1,2}))?"
    rf"|\bby\s(?P<f4>{_N})\svotes?\sto\s(?P<a4>{_N})\b", re.IGNORECASE
)  # fmt: skip
_BARE_FOR = pattern(rf"{_N}\sfor", re.IGNORECASE)
_CARRIED = pattern(
    rf"[^\w\n]{{0,3}}(?:the\s|motion\s|resolution\s|was\s|it\s|and\s){{0,4}}(?:{_WON})\b(?=\s*(?:[.;,)]|unanim|$))",
    re.IGNORECASE,
)
_WERE = pattern(
    rf"\b(?P<count>{_N})\s(?:of\s(?:the\s)?{_N}\s)?(?:members|councill?ors|trustees|directors|governors|supervisors"
    r"|commissioners)(?:\sof\sthe\s\w+)?\s(?:were|was)\s(?:also\s)?present\b"
    rf"|\bquorum\sof\s(?P<quorum>{_N})\b(?:\sof\sthe\s{_N})?(?:\s\w+){{0,2}}\s(?:was|were)\spresent\b", re.IGNORECASE
)  # fmt: skip
_ROLL = pattern(
    r"\bayes?\s?[:–-]\s*(?P<ayes>[^.:;\d\n]{2,200})[.;\n]\s*(?:nays?|noes)\s?[:–-]\s*(?P<nays>[^.:;\d\n]{2,200})[.;\n]"
    r"[^\d\n]{0,60}?\b(?P<for>\d{1,2})\s?[-–]\s?(?P<against>\d{1,2})(?![-–/\d.,]*\d)", re.IGNORECASE
)  # fmt: skip
_NONE = pattern(r"\W*(?:none|nil|no\sone|0)\W*", re.IGNORECASE)
_PARTED = pattern(r",\s*(?:and\s)?|\s(?:and|&)\s")


class Params(NamedTuple):
    """`votes`: no more than were there; `present`: as many as are named; `outcome`: what was carried had the votes."""

    test: Literal["votes", "present", "outcome"]


class _Vote(NamedTuple):
    start: int
    end: int
    cast: tuple[int, ...]
    """For, and where they are told against and abstained."""
    won: bool
    """Whether the words before it say that it was carried."""


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each vote, or for each count of those present."""
    stream = Stream.of(paper.outline)
    if params.test == "outcome":
        yield from _outcomes(stream)
        yield from _rolls(stream)
        return
    present = Present.of(stream)
    if present is None:
        return
    if params.test == "present":
        yield from _counts(stream, present)
        return
    for vote in _votes(stream.text):
        cast = sum(vote.cast)
        holds = cast <= present.most
        message = f"{_and(vote.cast)} {'is' if cast == 1 else 'are'} no more votes than were present."
        if not holds:
            made = f" ({' + '.join(map(str, vote.cast))})" if len(vote.cast) > 1 else ""
            message = f"{cast} votes are told{made}, but the minutes name {in_words(present.most)} people as present."
        yield _told(stream, vote, present, message, holds=holds)


def _votes(text: str) -> Iterator[_Vote]:
    for match in _VOTES.finditer(text):
        at = next(n for n in "1234" if match[f"f{n}"])
        if at == "2" and not match["a2"] and _BARE_FOR.fullmatch(match.group()):
            continue  # "Two for" a thing.
        told = (match[f"{side}{at}"] for side in ("f", "a", *(("x",) if at != "4" else ())))
        yield _Vote(*match.span(), tuple(_number(each) for each in told if each), bool(match["won"]))


def _number(printed: str) -> int:
    return 0 if printed.lower() in ("no", "none") else count_of(printed)


def _counts(stream: Stream, present: Present) -> Iterator[Relation]:
    """The count beside the list of those present, and what a sentence says how many of them there were."""
    if present.told:
        count, start, end = present.told
        yield _count(stream, (start, end), count, present, exact=True)
    for match in _WERE.finditer(stream.text):
        printed = match["count"] or match["quorum"]
        yield _count(stream, match.span(), count_of(printed), present, exact=present.own and bool(match["count"]))


def _count(stream: Stream, at: tuple[int, int], count: int, present: Present, *, exact: bool) -> Relation:
    holds = count <= present.most and (not exact or count >= present.least)
    named = present.most if count > present.most else present.least
    message = f"{count} were present, as the minutes name them."
    if not holds:
        message = f"{count} are said to be present, but {in_words(named)} are named."
    return stream.judged("attendance", at, message, holds=holds, sure=False, others=[(present.start, present.end)],
                  confidence="medium")  # fmt: skip


def _outcomes(stream: Stream) -> Iterator[Relation]:
    """A motion that is said to be carried has more votes for it than against it."""
    for vote in _votes(stream.text):
        carried = _CARRIED.match(stream.text, vote.end)
        if len(vote.cast) < 2 or not (carried or vote.won):
            continue
        ayes, noes = vote.cast[:2]
        message = f"{ayes} for and {noes} against carry it."
        if ayes < noes:
            message = f"It is said to be carried, with {ayes} for and {noes} against."
        span = (vote.start, carried.end() if carried else vote.end)
        yield stream.judged("attendance", span, message, holds=ayes >= noes, sure=False)


def _rolls(stream: Stream) -> Iterator[Relation]:
    """The names of those for and against, and the vote that they make."""
    for match in _ROLL.finditer(stream.text):
        sides = [
            0 if _NONE.fullmatch(match[side]) else len(_PARTED.split(match[side].strip())) for side in ("ayes", "nays")
        ]
        told = [int(match["for"]), int(match["against"])]
        message = f"The vote is told as {told[0]}-{told[1]}, and {_and(sides)} are named for and against."
        yield stream.judged("attendance", (match.start("for"), match.end("against")), message, holds=sides == told,
                     others=[match.span("ayes"), match.span("nays")], sure=False, confidence="medium")  # fmt: skip


def _and(numbers: tuple[int, ...] | list[int]) -> str:
    return " and ".join(map(str, numbers))


def _told(stream: Stream, vote: _Vote, present: Present, message: str, *, holds: bool) -> Relation:
    return stream.judged("attendance", (vote.start, vote.end), message, holds=holds, sure=False,
        others=[(present.start, present.end)], confidence="medium",
    )  # fmt: skip
