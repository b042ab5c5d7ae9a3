"""Numbers as they are written elsewhere, to and from 1,234.5: 1.234,5 and 1’234.5, digits of other scripts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from unicodedata import decimal

from reportcheck.patterns import pattern
from reportcheck.quantity import Notation

WESTERN: Notation = "1,234.5"

_SWAPPED = str.maketrans(".,", ",.")
# A whole paper is searched for these: each begins with what it consumes, which the engine finds quickly.
_APOSTROPHE = pattern(r"['’](?<=[0-9].)(?=[0-9]{3}(?![0-9]))")
_THOUSANDS = pattern(r",(?<=[0-9],)(?=[0-9]{3}(?![0-9]))")
_NUMBER = pattern(r"[0-9](?<![\w.,/].)[0-9]*(?:[.,][0-9]+)*(?![\w/]|[.,][0-9])")
_HINT = pattern(r"[0-9](?:,[0-9]{1,2}|\.[0-9]{3})(?![0-9])")
_BOTH = pattern(r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{1,2}|[0-9]{1,3}(?:\.[0-9]{3}){2,}")
_DECIMAL = pattern(r"[0-9]+,[0-9]{1,2}")
_GROUP = pattern(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_AMOUNT = pattern(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+,[0-9]+")
_WESTERN = pattern(r"(?<![\w.,])(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+\.[0-9]{1,2})(?![\w]|[.,][0-9])")
_WHOLE = pattern(r"[1-9][0-9]{0,2}")
_SURE, _LIKELY, _PERHAPS = 6, 3, 1
LEAST = 8
"""Bits for the point as the mark of thousands from which on a text is read so."""


class _Plain(dict[int, int]):
    """Each character as the plain one that it stands for: digits of all scripts, full-width forms, odd minus signs."""

    def __missing__(self, code: int) -> int:
        digit = decimal(chr(code), None)
        if digit is not None:
            plain = ord("0") + int(digit)
        else:
            plain = code - 0xFEE0 if 0xFF01 <= code <= 0xFF5E else _OTHERS.get(code, code)
        self[code] = plain
        return plain


_OTHERS = {
    **{ord(c): ord("-") for c in "‐‑⁃⁻﹣﹘˗\uf02d"},
    ord("٫"): ord("."), ord("٬"): ord(","), ord("٪"): ord("%"), ord("﹪"): ord("%"),
}  # fmt: skip
_PLAIN = _Plain()


def plain(text: str) -> str:
    """The text in plain digits and signs, each where it was."""
    return text if text.isascii() else text.translate(_PLAIN)


def western(text: str, notation: Notation) -> str:
    """The text with its numbers as 1,234.5, each character where it was."""
    if notation == "1’234.5":
        return _APOSTROPHE.sub(",", text)
    return _NUMBER.sub(_swapped, text) if notation == "1.234,5" else text


def written(text: str, notation: Notation) -> str:
    """The text, whose numbers are given as 1,234.5, in another notation."""
    if notation == "1’234.5":
        return _THOUSANDS.sub("’", text)
    return _WESTERN.sub(lambda m: m.group().translate(_SWAPPED), text) if notation == "1.234,5" else text


def _swapped(match: re.Match[str]) -> str:
    """An amount with its point and its comma exchanged; a date or the number of a section is none."""
    number = match.group()
    return number.translate(_SWAPPED) if _AMOUNT.fullmatch(number) else number


def notation_of(texts: Iterable[str]) -> Notation | None:
    """How the numbers of these texts are written, of a table or a paper as a whole; None where they do not tell."""
    whole = "\n".join(texts)
    if ("’" in whole or "'" in whole) and len(_APOSTROPHE.findall(whole)) > len(_THOUSANDS.findall(whole)):
        return "1’234.5"
    if not _HINT.search(whole):
        return None
    bits = _bits(whole)
    return "1.234,5" if bits >= LEAST else WESTERN if bits <= -LEAST else None


def _bits(text: str) -> int:
    """How many bits speak for the point as the mark of thousands; below nought for the comma."""
    bits = groups = wholes = 0
    for number, times in Counter(_NUMBER.findall(text)).items():
        swapped = number.translate(_SWAPPED)
        if number.isdigit():
            wholes += _WHOLE.fullmatch(number) is not None
        elif _BOTH.fullmatch(number):
            bits += _SURE * times
        elif _BOTH.fullmatch(swapped):
            bits -= _SURE * times
        elif _DECIMAL.fullmatch(number):
            bits += _LIKELY * times
        elif _DECIMAL.fullmatch(swapped) or number.startswith("0."):
            bits -= _LIKELY * times
        elif _GROUP.fullmatch(number):
            groups += _PERHAPS * times
        elif _GROUP.fullmatch(swapped):
            bits -= _PERHAPS * times
    # Three decimals throughout are decimals; among whole numbers they are thousands.
    return bits + (groups if wholes or bits > 0 else 0)
