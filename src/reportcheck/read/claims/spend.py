"""Overspends and underspends: a sentence that calls one by the other's name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportcheck.model import Claim, Mark
from reportcheck.patterns import pattern
from reportcheck.read.claims.skeleton import Skeleton

_STATED = pattern(
    r"\b(?:(?:an?|the|net|forecast|projected|total|overall|of) (?P<word>overspend|underspend) of|"
    r"(?P<verb>overspent|underspent) by) (?P<amount>M)\b"
)
_THE = pattern(
    r"(?:\b(?:whilst|while|although|though|however) )?\bthe (?:forecast |projected |net |overall )?"
    r"(?P<word>overspend|underspend) (?:has |had |was |is |have |being )?(?:been )?"
    r"(?:further |slightly |significantly )?"
    r"(?:reduced|increased|fallen|risen|grown|improved|worsened|decreased)\b",
    re.IGNORECASE,
)
_ELSEWHERE = pattern(r"\b(?:elsewhere|other|offset|corporate|in addition|contrast)\b", re.IGNORECASE)
_OTHER = {"overspend": "underspend", "underspend": "overspend"}


def spends(frame: Skeleton) -> Iterator[Claim]:
    """Claims "spend" (amount): the words are what it is called again, what it was called before, and the clause."""
    text = frame.text
    if "M" not in frame.letters or "spend" not in text or "rspen" not in text:
        return
    stated = list(_STATED.finditer(text))
    yield from _named_again(frame, [frame.marks[match.start("amount")] for match in stated], stated)


def _name(stated: re.Match[str]) -> str:
    """What is stated, as a noun: something overspent has an overspend."""
    return stated.group("word") or f"{stated.group('verb').removesuffix('t')}d"


def _named_again(frame: Skeleton, amounts: list[Mark], stated: list[re.Match[str]]) -> Iterator[Claim]:
    """ "The underspend has reduced", after the same passage has reported one, or only its opposite."""
    printed = frame.passage.text.text
    if not amounts:
        return
    for match in _THE.finditer(printed):
        word = match.group("word").lower()
        before = [_name(s) for m, s in zip(amounts, stated, strict=True) if m.start < match.start()]
        if not before or _ELSEWHERE.search(printed[max(0, match.start() - 40) : match.start()]):
            continue
        if word in before or word not in f"{frame.passage.heading} {printed[: match.start()]}".lower():
            other = word if word in before else _OTHER[word]
            figure = frame.passage.figure(amounts[0])
            words = (word, other, match.group())
            yield Claim("spend", frame.passage, match.start(), match.end(), (figure,), ("amount",), words)
