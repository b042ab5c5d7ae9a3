"""Text from a paper -> text that XML can hold: what its grammar forbids is written out as its code."""

from __future__ import annotations

import re

from reportcheck.report.safe import safe

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """`text` on one line, as a terminal is shown it, with no character that XML 1.0 forbids."""
    return _FORBIDDEN.sub(lambda match: f"\\u{ord(match.group()):04x}", safe(text))
