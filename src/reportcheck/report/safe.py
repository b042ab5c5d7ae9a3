"""Text from a paper -> text that a terminal can be shown: nothing in it acts, and what is hidden is seen."""

from __future__ import annotations

import re
import unicodedata

_SUSPICIOUS = re.compile(r"[^\x20-\x7e\u00a1-\u00ac\u00ae-\u024f\u2010-\u2015\u2018-\u2026\u20ac\u2190-\u22ff]")
_ACTING = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def safe(text: str) -> str:
    """`text` on one line: white space plain, and every character that acts or hides written out as its code."""
    return " ".join(_SUSPICIOUS.sub(_shown, text).split())


def safe_lines(text: str) -> str:
    """The same for text of several lines, which keeps its line ends."""
    return "\n".join(_SUSPICIOUS.sub(_shown, line).rstrip() for line in text.split("\n"))


def _shown(match: re.Match[str]) -> str:
    character = match.group()
    if character == "\u00ad":
        return ""
    if character.isspace() and character not in "\x1c\x1d\x1e\x1f\x85\x0b\x0c":
        return " "
    if unicodedata.category(character) not in _ACTING:
        return character
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
