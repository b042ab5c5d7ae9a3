"""A sentence that is wrong and its twin that is right: the first is told, the second verified."""

from __future__ import annotations

from reportcheck import audit
from reportcheck.model import Report


def audited(text: str) -> Report:
    return audit(f"{text}\n".encode())


def check_twins(wrong: str, message: str, right: str) -> None:
    """The wrong one has this finding and no other; the right one has none, and more than one figure is verified."""
    assert [finding.message for finding in audited(wrong).findings] == [message]
    twin = audited(right)
    assert twin.findings == ()
    assert twin.coverage.verified > 1
