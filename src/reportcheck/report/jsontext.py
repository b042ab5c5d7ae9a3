"""Data -> JSON that can also be shown on a terminal: what acts or hides is written as an escape."""

from __future__ import annotations

import json
import re
from typing import Any

_ACTING = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)


def json_text(data: Any) -> str:
    """Indented JSON, and a line end; the same data give the same text."""
    return _ACTING.sub(_escaped, json.dumps(data, indent=1, ensure_ascii=False)) + "\n"


def _escaped(match: re.Match[str]) -> str:
    return json.dumps(match.group())[1:-1]
