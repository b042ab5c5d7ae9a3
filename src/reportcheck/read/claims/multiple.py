"""Fractions and multiples in words: "nearly half (41 of 82)", "over a third (31%)", "doubled from 12 to 25"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportcheck.model import Claim
from reportcheck.read.claims.skeleton import Skeleton

_SHARES = {
    "half": 50_000, "third": 33_333, "quarter": 25_000, "fifth": 20_000, "tenth": 10_000, "two thirds": 66_667,
    "three quarters": 75_000, "two fifths": 40_000, "three fifths": 60_000, "four fifths": 80_000,
}  # fmt: skip
"""Thousandths of a per cent."""
_MULTIPLES = {"doubled": 2, "trebled": 3, "tripled": 3, "quadrupled": 4, "halved": 0}
_ROUND = r"(?:\b(?P<round>nearly|almost|just under|just over|over|more than|around|about|some|less than|under) )?"
_SHARE = re.compile(
    rf"{_ROUND}\b(?:(?P<many>[NI] ?|(?:two|three|four)-)(?P<plural>thirds|quarters|fifths)"
    r"|(?:(?:a|one|I) (?P<single>half|third|quarter|fifth|tenth)"
    r"|(?<!first )(?<!second )(?<!last )(?<!this )(?<!other )(?<!next )(?<!each )(?P<half>half)))"
    r"(?: [a-z'-]+){0,6}?,? ?[(,-] ?"
    r"(?:(?P<percent>P)|(?P<part>N)(?: [a-z]+){0,2} (?:of|out of) (?:the |our |all )?(?P<base>N))\b"
)
_MULTIPLE = re.compile(
    rf"{_ROUND}\b(?P<word>doubled|trebled|tripled|quadrupled|halved)\b[^.;:NMPQX()]{{0,60}}?,? ?"
    r"\(?from (?P<from>[NMP])[^.;:NMPQX()]{0,50}? to (?P<to>[NMP])\b"
)


_ONE_IN = re.compile(rf"{_ROUND}\bI in (?P<many>N)(?: [a-z'-]+){{0,6}}?,? ?\( ?(?P<percent>P) ?\)")
_TWICE = re.compile(
    rf"(?P<to>[NMP])[^.;:NMPQX()]{{0,60}}?,? ?(?:which is |that is |is |was )?{_ROUND}"
    r"(?P<word>twice|double|treble|triple|half) (?:the|as many as|as much as|that of|last|those of) "
    r"(?:[a-z'-]+ ){0,5}?\(?(?P<from>[NMP])\b(?! [a-z]+ (?:of|more))"
)
_TIMES = {"twice": "2", "double": "2", "treble": "3", "triple": "3", "half": "0"}


def multiples(frame: Skeleton) -> Iterator[Claim]:
    """Claims "share-word" (percent, or part and base) and "multiple" (from, to), with the rounding and the name."""
    text = frame.text
    if re.search(r"half|third|quarter|fifth|tenth", text):
        for match in _SHARE.finditer(text):
            name = _name(frame, match)
            if name in _SHARES:
                roles = ("percent",) if match.group("percent") else ("part", "base")
                yield frame.claim(
                    "share-word",
                    {r: match.start(r) for r in roles},
                    (match.group("round") or "", name, str(_SHARES[name])),
                )
    if "I in " in text:
        for match in _ONE_IN.finditer(text):
            yield from _one_in(frame, match)
    if re.search(r"twice|double|treble|triple|half", text):
        for match in _TWICE.finditer(text):
            yield from _twice(frame, match)
    if re.search(r"doubled|trebled|tripled|quadrupled|halved", text):
        for match in _MULTIPLE.finditer(text):
            if text[match.start("from")] == text[match.start("to")]:
                word = match.group("word")
                words = (match.group("round") or "", word, str(_MULTIPLES[word]))
                yield frame.claim("multiple", {"from": match.start("from"), "to": match.start("to")}, words)


def _one_in(frame: Skeleton, match: re.Match[str]) -> Iterator[Claim]:
    many = frame.quantity(match.start("many")).value
    if many > 1:
        words = (
            match.group("round") or "",
            f"one in {frame.marks[match.start('many')].text.lower()}",
            str(100_000 / many),
        )
        yield frame.claim("share-word", {"percent": match.start("percent")}, words)


def _twice(frame: Skeleton, match: re.Match[str]) -> Iterator[Claim]:
    if frame.text[match.start("from")] == frame.text[match.start("to")]:
        word = match.group("word")
        words = (match.group("round") or "", word, _TIMES[word])
        yield frame.claim("multiple", {"from": match.start("from"), "to": match.start("to")}, words)


def _name(frame: Skeleton, match: re.Match[str]) -> str:
    if match.group("single") or match.group("half"):
        return match.group("single") or "half"
    spelt = match.group("many").rstrip(" -")
    many = frame.marks[match.start("many")].text.lower() if spelt in ("N", "I") else spelt
    return f"{many} {match.group('plural')}"
