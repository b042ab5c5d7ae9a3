"""Documents -> JSON of what is on paper: pages, lines and tables with their cells, before any meaning."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reportcheck.model import BBox, Cell, Document, Line, Page, Table
from reportcheck.report.jsontext import json_text
from reportcheck.version import VERSION


def extraction_json(documents: Iterable[Document], errors: Iterable[dict[str, Any]] = ()) -> str:
    """All documents as one JSON object; `errors` are documents that could not be read."""
    whole = {
        "schema": 1,
        "tool": {"name": "reportcheck", "version": VERSION},
        "documents": [_document(document) for document in documents] + list(errors),
    }
    return json_text(whole)


def _document(document: Document) -> dict[str, Any]:
    return {
        "path": document.path,
        "sha256": document.sha256,
        "format": document.format,
        "pages": [_page(page) for page in document.pages],
        "tables": [_table(table) for table in document.tables],
    }


def _page(page: Page) -> dict[str, Any]:
    lines = [block for block in page.blocks if isinstance(block, Line)]
    return {
        "number": page.number,
        "label": page.label,
        "width": round(page.width, 2),
        "height": round(page.height, 2),
        "turn": page.turn,
        "has_text": page.has_text,
        "problem": page.problem,
        "read_as": _read_as(page),
        "running": list(page.running),
        "left_out": page.problem.split("; ") if page.problem else [],
        "lines": [_line(line) for line in lines],
    }


def _read_as(page: Page) -> list[dict[str, Any]]:
    """What the page was read as, in reading order: headings and passages by their first and last line, and tables.

    Lines are counted from 0 in `lines` of the page; a table that goes on from another page is told where it begins.
    """
    found: list[dict[str, Any]] = []
    number = 0
    for block in page.blocks:
        if isinstance(block, Table):
            found.append({"kind": "table", "rows": block.rows, "columns": block.columns, "caption": block.caption})
            continue
        kind = "heading" if block.heading else "passage"
        if found and found[-1]["kind"] == kind == "passage" and not block.gap:
            found[-1]["lines"][1] = number
        else:
            found.append({"kind": kind, "lines": [number, number]})
        number += 1
    return found


def _line(line: Line) -> dict[str, Any]:
    at = line.text.locate()
    return {
        "text": line.text.text,
        "line": at.line,
        "bbox": _box(at.bbox),
        "gap": line.gap,
        "bold": line.bold,
        "size": round(line.size, 2),
        "heading": line.heading,
    }


def _table(table: Table) -> dict[str, Any]:
    return {
        "page": table.page,
        "bbox": _box(table.bbox),
        "rows": table.rows,
        "columns": table.columns,
        "caption": table.caption,
        "above": table.above,
        "cells": [_cell(cell) for cell in table.cells],
    }


def _cell(cell: Cell) -> dict[str, Any]:
    at = cell.text.locate()
    return {
        "row": cell.row,
        "column": cell.column,
        "rows": cell.rows,
        "columns": cell.columns,
        "text": cell.text.text,
        "page": at.page,
        "bbox": _box(at.bbox),
        "bold": cell.bold,
        "italic": cell.italic,
        "indent": round(cell.indent, 2),
    }


def _box(box: BBox | None) -> list[float] | None:
    return [round(v, 2) for v in (box.x0, box.top, box.x1, box.bottom)] if box else None
