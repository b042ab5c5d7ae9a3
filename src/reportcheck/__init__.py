"""reportcheck: a linter for the numbers in public board papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportcheck.version import VERSION as __version__

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reportcheck.extract import Options
    from reportcheck.model import Report

__all__ = ["__version__", "audit"]


def audit(
    path: str | Path,
    *,
    options: Options | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    rules: str | Path | None = None,
) -> Report:
    """Audit the paper at `path` as the command does: with the shipped rules, and those in the folder `rules`.

    PaperError where the paper cannot be read, RuleError or UsageError where a rule cannot be used.
    """
    from pathlib import Path

    from reportcheck.auditing import audit_document
    from reportcheck.extract import extract
    from reportcheck.rulepack import rules_for

    chosen = rules_for(Path(rules) if rules else None, select, ignore)
    return audit_document(extract(Path(path), options), chosen)
