"""A stored value and its number format -> the text that a spreadsheet shows (ECMA-376, part 1, 18.8.31)."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import NamedTuple

from reportcheck.patterns import pattern

_QUOTED = pattern(r'"[^"]*"|\\.|_.|\*.|\[(?:\$[^\]-]*(?:-[^\]]*)?|[^\]]*)\]')
_PLACES = pattern(r"[#0?](?:[#0?,. ]*[#0?,.])?")
_DATED = pattern(r"[dmyhs]", re.IGNORECASE)
_ELAPSED = pattern(r"\[[hms]+\]", re.IGNORECASE)


class _Form(NamedTuple):
    """A format for numbers of one sign: what stands before and behind, places after the point, and its scale."""

    before: str
    behind: str
    places: int
    fewest: int
    """Of the places those that are shown though they are noughts: # and ? are not."""
    nought: bool
    """Whether a whole nought is shown."""
    grouped: bool
    divided: int
    """By how many thousands the value is shown: a comma at the end of the digits."""
    percent: bool
    digits: bool
    """Whether the value is shown at all."""


def shown(value: object, form: str) -> str:
    """The text of a value: numbers by their format, dates as "1 April 2024", truth as TRUE, texts as they are."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        return _day(value) if value.time() == time(0) else f"{_day(value)} {value:%H:%M}"
    if isinstance(value, date):
        return _day(value)
    if isinstance(value, time | timedelta):
        return str(value)
    if isinstance(value, int | float):
        return _number(Decimal(repr(value)), form) if value == value and abs(value) != float("inf") else str(value)
    return str(value)


@lru_cache(maxsize=1000)
def is_dated(form: str) -> bool:
    """Whether a format shows a day or a time."""
    return bool(_ELAPSED.search(form) or _DATED.search(_QUOTED.sub("", form.split(";")[0]).replace("General", "")))


def _day(value: date) -> str:
    return f"{value.day} {value:%B %Y}"


def _number(value: Decimal, form: str) -> str:
    if not form or form in ("General", "@"):
        return _general(value)
    positive, negative, zero = _forms(form)
    chosen = zero if value == 0 and zero is not None else negative if value < 0 and negative is not None else positive
    if chosen is negative and value < 0:
        value = -value
    if not chosen.digits:
        return (chosen.before + chosen.behind).strip()
    shown_value = value.scaleb(2) if chosen.percent else value.scaleb(-3 * chosen.divided)
    rounded = shown_value.quantize(Decimal(1).scaleb(-chosen.places), ROUND_HALF_UP)
    digits = _without_noughts(f"{abs(rounded):,f}" if chosen.grouped else f"{abs(rounded):f}", chosen)
    return f"{'-' if rounded < 0 else ''}{chosen.before}{digits}{chosen.behind}".strip()


def _without_noughts(digits: str, form: _Form) -> str:
    """The digits without the noughts that the format does not ask for: 0 by "#" is nothing, 1.50 by "0.##" is 1.5."""
    whole, point, fraction = digits.partition(".")
    kept = fraction.rstrip("0").ljust(form.fewest, "0")
    return ("" if whole == "0" and not form.nought else whole) + (point + kept if kept else "")


def _general(value: Decimal) -> str:
    """As a cell without a format shows it: at most eleven figures, no noughts at the end."""
    rounded = round(value, max(0, 10 - max(value.adjusted(), 0)))
    text = f"{rounded:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@lru_cache(maxsize=1000)
def _forms(form: str) -> tuple[_Form, _Form | None, _Form | None]:
    """The formats for positive and negative numbers and for nought; None where the first serves."""
    parts = form.split(";")
    made = [_form(part) for part in parts[:3]]
    return made[0], made[1] if len(made) > 1 else None, made[2] if len(made) > 2 else None


def _form(part: str) -> _Form:
    literal = _QUOTED.sub(_kept, part)
    match = _PLACES.search(literal)
    if match is None:
        return _Form(literal.replace("\0", ""), "", 0, 0, True, False, 0, False, "General" in part)
    digits = match.group().rstrip()
    whole, _, fraction = digits.partition(".")
    body = digits.rstrip(",")
    return _Form(
        before=literal[: match.start()].replace("\0", ""),
        behind=literal[match.end() :].replace("\0", ""),
        places=sum(c in "#0?" for c in fraction),
        fewest=fraction.count("0"),
        nought="0" in whole,
        grouped="," in whole.rstrip(",") or ("," in whole and bool(fraction)),
        divided=len(digits) - len(body),
        percent="%" in literal,
        digits=True,
    )


def _kept(match: re.Match[str]) -> str:
    """What a quoted or bracketed part of a format shows; a currency stands in brackets as [$£-809]."""
    text = match.group()
    if text.startswith('"'):
        return text[1:-1]
    if text.startswith("\\"):
        return text[1:]
    if text.startswith("[$"):
        return text[2:-1].partition("-")[0]
    return "\0"
