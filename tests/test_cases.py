"""Small papers in our own words, by topic (cases/*.yaml): all that is said of each but notes, whole and in order.

A case without `finds` is right, and nothing is said of it. What is not found yet says why in `later`: `tells` is then
what a message must have in it, and the day it has, the case is to say it whole.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from reportcheck import audit


def _cases() -> list[Any]:
    """A parameter for each case; those that come later fail, and may not pass unnoticed."""
    return [
        pytest.param(case, id=f"{path.stem}: {case['name']}", marks=_later(case))
        for path in sorted((Path(__file__).parent / "cases").glob("*.yaml"))
        for case in yaml.safe_load(path.read_text("utf-8"))
    ]


def _later(case: dict[str, Any]) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(reason=case["later"], strict=True)] if "later" in case else []


@pytest.mark.parametrize("case", _cases())
def test_what_is_said_of_a_small_paper(case: dict[str, Any]) -> None:
    found = audit(case["text"].encode(), name=f"paper.{case.get('format', 'md')}").to_dict()["findings"]
    said = [f"{finding['rule']} {finding['message']}" for finding in found if finding["severity"] != "note"]
    if "tells" in case:
        assert any(case["tells"] in message for message in said)
    else:
        assert said == case.get("finds", [])
