"""reportcheck: a linter for the numbers in public board papers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportcheck.version import VERSION as __version__

if TYPE_CHECKING:
    from reportcheck.api import (
        Finding,
        Options,
        PaperError,
        Report,
        ReportcheckError,
        RuleError,
        UsageError,
        audit,
    )

__all__ = [
    "__version__", "audit", "Finding", "Options", "PaperError", "Report", "ReportcheckError", "RuleError", "UsageError",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """What the package gives, imported when it is first asked for: a command has no use for it."""
    if name not in __all__:
        raise AttributeError(f"module 'reportcheck' has no attribute {name!r}")
    from reportcheck import api

    globals()[name] = getattr(api, name)
    return globals()[name]


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
