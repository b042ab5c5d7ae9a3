"""reportcheck: a linter for the numbers in public board papers."""

from __future__ import annotations

from pathlib import Path

from reportcheck.model import Report
from reportcheck.version import VERSION as __version__

__all__ = ["__version__", "audit"]


def audit(path: str | Path) -> Report:
    """Audit the paper at `path` with the shipped rules. PaperError where it cannot be read."""
    from reportcheck.audit import audit_document
    from reportcheck.extract import extract
    from reportcheck.rulepack import load_rules

    return audit_document(extract(Path(path)), load_rules())
