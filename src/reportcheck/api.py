"""The Python interface: a paper in, a report out, as the command does it."""

from __future__ import annotations

import html
import os
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any, BinaryIO

from reportcheck.archive.papers import sniff
from reportcheck.archive.run import refuse_blind, refuse_no_pages
from reportcheck.errors import PaperError, ReportcheckError, RuleError, UsageError
from reportcheck.extract import SUFFIXES, Options, extract, extract_bytes
from reportcheck.extract.intake import stream_bytes
from reportcheck.model import Document, Finding
from reportcheck.model import Report as _Report

__all__ = ["Finding", "Options", "PaperError", "Report", "ReportcheckError", "RuleError", "UsageError", "audit"]

NAMELESS = "paper"
"""What bytes without a name are called in reports and errors."""


class Report(_Report):
    """One paper's audit; it can also be shown in a notebook, and written as the command writes it."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """The paper's part of the JSON report: what its schema calls a document."""
        from reportcheck.report.json import document

        return document(self)

    def to_json(self) -> str:
        """The JSON report as `reportcheck audit --format json` prints it."""
        from reportcheck.report.json import whole

        return whole([self.to_dict()])

    def _repr_html_(self) -> str:
        """A table of the findings, for notebooks."""
        from reportcheck.report.safe import safe

        shown = ("severity", "rule", "page", "where", "message", "suggestion")
        head = "".join(f"<th>{name}</th>" for name in shown)
        rows = "".join(
            "<tr>" + "".join(f"<td>{html.escape(safe(str(row[name] or '')))}</td>" for name in shown) + "</tr>"
            for row in self.rows()
        )
        told = html.escape(safe(repr(self)))
        return f"<p>{told}</p>" + (f"<table><tr>{head}</tr>{rows}</table>" if rows else "")


def audit(
    path: str | os.PathLike[str] | bytes | BinaryIO,
    *,
    name: str = "",
    options: Options | None = None,
    select: str | Sequence[str] = (),
    ignore: str | Sequence[str] = (),
    rules: str | os.PathLike[str] | None = None,
) -> Report:
    """Audit a paper as the command does: with the shipped rules, and those in the folder or file `rules`.

    The paper is a path, its bytes, or a file opened in binary mode; `name` is what reports call it, and says its
    format where it ends in a known suffix. `select` and `ignore` take one rule or several, by id or by name.

    Unlike the command it reads no reportcheck.toml, no pyproject.toml and no accepted findings, and keeps no results:
    what a program is told depends on what it asks, and not on the folder that it runs in.

    PaperError where the paper cannot be read or has no text, RuleError or UsageError where a rule cannot be used.
    """
    from reportcheck.auditing import audit_document
    from reportcheck.rulepack import rules_for

    chosen = rules_for(Path(rules) if rules else None, _names(select), _names(ignore))
    how = options or Options()
    document = _read(path, name, how)
    refuse_no_pages(document, how)
    refuse_blind(document, how)
    report = audit_document(document, chosen)
    return Report(**{field.name: getattr(report, field.name) for field in fields(report)})


def _names(given: str | Sequence[str]) -> tuple[str, ...]:
    several = given.split(",") if isinstance(given, str) else given
    return tuple(name.strip() for name in several if name.strip())


def _read(paper: str | os.PathLike[str] | bytes | BinaryIO, name: str, options: Options) -> Document:
    if isinstance(paper, str | os.PathLike):
        return extract(Path(paper), options, name or None)
    if isinstance(paper, bytes):
        data, shown = paper, name or NAMELESS
    else:
        called = getattr(paper, "name", None)
        shown = name or (called if isinstance(called, str) else NAMELESS)
        data = stream_bytes(paper, shown)
        if not isinstance(data, bytes):
            raise UsageError(f"{shown}: this file is open as text. Open it in binary mode: open({shown!r}, 'rb').")
    kind = SUFFIXES.get(Path(shown).suffix.lower()) or sniff(data)
    return extract_bytes(data, shown, kind, options)
