"""Fractions and multiples in words: "nearly half (41 of 82)", "over a third (31%)", "doubled from 12 to 25"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from reportcheck.model import Claim
from reportcheck.patterns import pattern
from reportcheck.read.claims.skeleton import Skeleton
from reportcheck.words.hedges import HEDGE
from reportcheck.words.numbers import SMALL

_SHARES = {
    "half": 50_000, "third": 33_333, "quarter": 25_000, "fifth": 20_000, "tenth": 10_000, "two thirds": 66_667,
    "three quarters": 75_000, "two fifths": 40_000, "three fifths": 60_000, "four fifths": 80_000,
    "½": 50_000, "¼": 25_000, "¾": 75_000, "⅓": 33_333, "⅔": 66_667, "⅕": 20_000, "⅛": 12_500,
}  # fmt: skip
"""Thousandths of a per cent."""
_PARTS = ("half", "third", "quarter", "fifth", "tenth", *(name for name in _SHARES if len(name) == 1))
_MULTIPLES = {"doubled": 2, "trebled": 3, "tripled": 3, "quadrupled": 4, "halved": 0}
_ROUND = rf"(?:\b(?P<round>{HEDGE}) )?"
_SHARE = pattern(
    rf"{_ROUND}(?:\b(?P<many>[NI] ?|{SMALL}-)(?P<plural>thirds|quarters|fifths)|(?P<sign>[½¼¾⅓⅔⅕⅛])"
    r"|\b(?:(?:a|one|I) (?P<single>half|third|quarter|fifth|tenth)"
    r"|(?<!first )(?<!second )(?<!last )(?<!this )(?<!other )(?<!next )(?<!each )(?P<half>half)))"
    r"(?: [a-z'-]+| [NM]){0,6}?,? ?[(,-] ?"
    r"(?:(?P<percent>P)|(?P<part>N)(?: [a-z]+){0,2} (?:of|out of) (?:the |our |all )?(?P<base>N))\b"
)
_MULTIPLE = pattern(
    rf"{_ROUND}\b(?P<word>doubled|trebled|tripled|quadrupled|halved)\b[^.;:NMPQX()]{{0,60}}?,? ?"
    r"\(?from (?P<from>[NMP])[^.;:NMPQX()]{0,50}? to (?P<to>[NMP])\b"
)


_ONE_IN = pattern(rf"{_ROUND}\bI in (?P<many>N)(?: [a-z'-]+){{0,6}}?,? ?\( ?(?P<percent>P) ?\)")
_TWICE = pattern(
    rf"(?P<to>[NMP])[^.;:NMPQX()]{{0,60}}?,? ?(?:which is |that is |is |was )?{_ROUND}"
    r"(?P<word>twice|double|treble|triple|half) (?:the|as many as|as much as|that of|last|those of) "
    r"(?:[a-z'-]+ ){0,5}?\(?(?P<from>[NMP])\b(?! [a-z]+ (?:of|more))"
)
_NAME = (
    rf"(?:(?P<many>[NI] ?|{SMALL}-)(?P<plural>thirds|quarters|fifths)"
    r"|(?:(?:a|one|I) (?P<single>half|third|quarter|fifth|tenth)|(?P<half>half)))"
)
_NAMED = (
    r" of (?:the |our |all |these |its )*(?P<base>[NM])\b(?P<things>(?: [a-z'-]+){0,5}?)"
    r"(?:,? ?\( ?(?P<part>[NM])(?: (?P<thing>[a-z'-]+))? ?\)|(?<=[a-z]), (?P<part2>[NM]),(?= [a-z]))"
)
"""A whole, and its part in brackets or between commas: "of the 90 beds (61 beds)", "of the 58 parishes, 27, "."""
_OF_THE = pattern(rf"{_ROUND}\b{_NAME}{_NAMED}")
_ONE_IN_OF = pattern(rf"{_ROUND}\bI in (?P<many>N){_NAMED}")
_BEHIND = pattern(
    r"(?P<part>N)(?: [a-z]+){0,2} (?:of|out of) (?:the |our |all |its )*(?P<base>N)(?: [a-z'-]+){0,3}?(?: \(|, | - )"
    rf"(?:or |which is |that is )?{_ROUND}{_NAME}(?= ?[),.;]| of them\b)"
)
_DOUBLED_TO = pattern(
    rf"{_ROUND}\b(?P<word>doubled|trebled|tripled|quadrupled|halved)\b[^.;:NMPQX()]{{0,50}}?\bto (?P<to>[NMP])"
    r"(?: [a-z'-]+){0,4}?(?:,? ?\(?(?:up |down )?(?:from|compared (?:to|with)|against) (?:the |last year's )?"
    r"(?P<from>[NMP])\b| ?\((?:it was |was |D:? |previously )?(?P<from2>[NMP])"
    r"(?: (?:in|the|last)(?: [a-z]+| D){1,3})?\))"
)
_N_TIMES = pattern(
    rf"(?P<to>[NMP])[^.;:NMPQX()]{{0,50}}?,? ?{_ROUND}(?P<many>N) times (?:as many as|as much as|as high as|the) "
    r"(?:[a-z'-]+ ){0,4}?\(?(?P<from>[NMP])\b(?! [a-z]+ (?:of|more))"
)
_TIMES = {"twice": "2", "double": "2", "treble": "3", "triple": "3", "half": "0"}


def multiples(frame: Skeleton) -> Iterator[Claim]:
    """Claims "share-word" (percent, or part and base) and "multiple" (from, to), with the rounding and the name."""
    text = frame.text
    if ("P" in frame.letters or frame.has(2, "NM")) and any(part in text for part in _PARTS):
        yield from _each(frame, (_SHARE, _OF_THE, _BEHIND), _shared)
    if "I in " in text:
        yield from _each(frame, (_ONE_IN, _ONE_IN_OF), _one_in)
    if not frame.has(2, "NMP"):
        return
    if any(word in text for word in _TIMES):
        yield from _each(frame, (_TWICE,), _twice)
    if any(word in text for word in _MULTIPLES):
        yield from _each(frame, (_MULTIPLE, _DOUBLED_TO), _doubled)
    if " times " in text:
        yield from _each(frame, (_N_TIMES,), _n_times)


def _each(
    frame: Skeleton, forms: Iterable[re.Pattern[str]], read: Callable[[Skeleton, re.Match[str]], Iterator[Claim]]
) -> Iterator[Claim]:
    """The claims of each place where a sentence has one of these forms."""
    for form in forms:
        for match in form.finditer(frame.text):
            yield from read(frame, match)


def _shared(frame: Skeleton, match: re.Match[str]) -> Iterator[Claim]:
    name = _name(frame, match)
    if name not in _SHARES:
        return
    yield from _share_word(frame, match, name, str(_SHARES[name]))


def _share_word(frame: Skeleton, match: re.Match[str], name: str, size: str) -> Iterator[Claim]:
    """The fraction with its percentage, or with part and whole; "half of the 20 tables (30 chairs)" is no such pair."""
    told = match.groupdict()
    part = "part2" if told.get("part2") else "part"
    spots = {"percent": "percent"} if told.get("percent") else {"part": part, "base": "base"}
    places = {role: match.start(spot) for role, spot in spots.items()}
    another = told.get("thing") and told["thing"] not in told["things"].split()
    if part == "part2":
        another = frame.quantity(places["part"]).value > frame.quantity(places["base"]).value
    if not another and len({frame.text[at] for at in places.values()}) == 1:
        yield frame.claim("share-word", places, (told["round"] or "", name, size))


def _doubled(frame: Skeleton, match: re.Match[str]) -> Iterator[Claim]:
    """ "Doubled from 12 to 25", "doubled to 25, from 12", "doubled to 25 (12 last year)"."""
    old = match.start("from") if match.group("from") else match.start("from2")
    if frame.text[old] == frame.text[match.start("to")]:
        word = match.group("word")
        words = (match.group("round") or "", word, str(_MULTIPLES[word]))
        yield frame.claim("multiple", {"from": old, "to": match.start("to")}, words)


def _n_times(frame: Skeleton, match: re.Match[str]) -> Iterator[Claim]:
    many = frame.quantity(match.start("many"))
    places = {role: match.start(role) for role in ("from", "to")}
    if len({frame.text[at] for at in places.values()}) == 1 and 2 < many.value <= 20:
        printed = frame.marks[match.start("many")].text.lower()
        yield frame.claim("multiple", places, (match.group("round") or "", f"{printed} times", str(many.value)))


def _one_in(frame: Skeleton, match: re.Match[str]) -> Iterator[Claim]:
    many = frame.quantity(match.start("many")).value
    if many > 1:
        name = f"one in {frame.marks[match.start('many')].text.lower()}"
        yield from _share_word(frame, match, name, str(100_000 / many))


def _twice(frame: Skeleton, match: re.Match[str]) -> Iterator[Claim]:
    if frame.text[match.start("from")] == frame.text[match.start("to")]:
        word = match.group("word")
        words = (match.group("round") or "", word, _TIMES[word])
        yield frame.claim("multiple", {"from": match.start("from"), "to": match.start("to")}, words)


def _name(frame: Skeleton, match: re.Match[str]) -> str:
    if match.groupdict().get("sign") or match.group("single") or match.group("half"):
        return match.groupdict().get("sign") or match.group("single") or "half"
    spelt = match.group("many").rstrip(" -")
    many = frame.marks[match.start("many")].text.lower() if spelt in ("N", "I") else spelt
    return f"{many} {match.group('plural')}"
