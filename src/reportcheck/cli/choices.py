"""The choices that options give."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """How reports are written."""

    text = "text"
    json = "json"


class FailOn(StrEnum):
    """The mildest finding that makes the exit code 1."""

    error = "error"
    warning = "warning"
    note = "note"
    never = "never"


class Engine(StrEnum):
    """What reads PDFs."""

    pdfium = "pdfium"
    pdfplumber = "pdfplumber"


class OnlyJson(StrEnum):
    """How an extraction is written."""

    json = "json"
