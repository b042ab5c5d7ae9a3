"""Workbooks made by hand: openpyxl writes formulas without the values that a spreadsheet program stores beside them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

import openpyxl

_MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>"""
Stored = Mapping[str, float | int | str]
"""A cell's name -> the value that its formula had when the file was saved."""


def workbook(rows: Sequence[Sequence[Any]], stored: Stored | None = None, title: str = "Summary") -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    return book


def saved(book: openpyxl.Workbook, stored: Stored | None = None) -> bytes:
    """The file, with stored values put beside the formulas of its first sheet."""
    plain, out = io.BytesIO(), io.BytesIO()
    book.save(plain)
    with zipfile.ZipFile(plain) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in parts.namelist():
            data = parts.read(name)
            if name == "xl/worksheets/sheet1.xml":
                for cell, value in (stored or {}).items():
                    pattern = rf'(<c r="{cell}"[^>]*><f>[^<]*</f>)<v\s*/?>(</v>)?'.encode()
                    data = re.sub(pattern, rb"\g<1><v>" + str(value).encode() + b"</v>", data)
            made.writestr(name, data)
    return out.getvalue()


def opendocument(rows: Sequence[Sequence[Any]]) -> bytes:
    """A sheet as OpenDocument programs save it, of texts and numbers."""

    def cell(value: Any) -> str:
        if isinstance(value, int | float):
            about = f'office:value-type="float" office:value="{value}"'
        else:
            about = 'office:value-type="string"'
        return f"<table:table-cell {about}><text:p>{value}</text:p></table:table-cell>"

    body = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"' for short in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces} office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="Costs">{body}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        made.writestr("content.xml", content)
        made.writestr("META-INF/manifest.xml", _MANIFEST)
    return out.getvalue()
