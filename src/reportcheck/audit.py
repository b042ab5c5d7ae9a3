"""The old name of reportcheck.auditing: a module of this name hides the function `reportcheck.audit`. To be removed."""

from __future__ import annotations

from reportcheck.auditing import audit_document, audit_paper, worst

__all__ = ["audit_document", "audit_paper", "worst"]
