"""Bytes -> what kind of file they are, where it is none that papers are read from, and what to do with it."""

from __future__ import annotations

import io
from typing import NamedTuple

from reportcheck.extract.packed import damages

_PICTURE = ("is a picture and not text.", "Make a PDF of it, and read that with --ocr.")
_SHOWN = "Save it as PDF."
_SHEET = "Rename it to end in .xlsx."
_OFFICE = "Save it as PDF or as .docx."
_STARTS: tuple[tuple[bytes, str, str], ...] = (
    (b"{\\rtf", "is rich text (RTF) and not plain text.", _OFFICE),
    (b"\xd0\xcf\x11\xe0", "is an old Word or Excel file (.doc, .xls) and not text.", _OFFICE),
    (b"From: <Saved by", "is a web page in an archive (MHT).", "Save it as .html or as PDF."),
    (b"MIME-Version:", "is a web page in an archive (MHT) or an e-mail.", "Save it as .html or as PDF."),
    (b"\x1f\x8b", "is packed (gzip).", "Unpack it first."),
    (b"7z\xbc\xaf", "is packed (7z).", "Unpack it first."),
    (b"\x89PNG", *_PICTURE),
    (b"\xff\xd8\xff", *_PICTURE),
    (b"GIF8", *_PICTURE),
    (b"II*\x00", *_PICTURE),
    (b"MM\x00*", *_PICTURE),
)
_ZIPPED: tuple[tuple[str, str, str], ...] = (
    ("xl/workbook", "is an Excel workbook.", _SHEET),
    ("ppt/presentation.xml", "is a PowerPoint presentation.", _SHOWN),
    ("Index/Document.iwa", "is a file of Apple's Pages, Numbers or Keynote.", _SHOWN),
    ("META-INF/container.xml", "is an e-book.", _SHOWN),
)
_OPEN_DOCUMENTS = {
    "text": ("is an OpenDocument text (.odt).", _OFFICE),
    "spreadsheet": ("is an OpenDocument sheet.", "Rename it to end in .ods."),
    "presentation": ("is an OpenDocument presentation (.odp).", _SHOWN),
}


class OtherKind(NamedTuple):
    """What is wrong with a file of another kind, and what to do."""

    problem: str
    remedy: str

    @property
    def sheet(self) -> bool:
        """Whether it is a workbook, which is read where its name says so."""
        return self.problem in ("is an Excel workbook.", "is an OpenDocument sheet.")


def other_kind(data: bytes) -> OtherKind | None:
    """What a file is by its first bytes; None where it may be a paper, or is a zip file of no known kind."""
    start = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    for magic, problem, remedy in _STARTS:
        if start.startswith(magic):
            return OtherKind(problem, remedy)
    return _zipped(data) if start.startswith(b"PK\x03\x04") else None


def _zipped(data: bytes) -> OtherKind | None:
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            names = parts.namelist()
            kind = parts.open("mimetype").read(200).decode("ascii", "replace") if "mimetype" in names else ""
    except damages(RuntimeError):
        return None
    for part, problem, remedy in _ZIPPED:
        if any(name.startswith(part) for name in names):
            return OtherKind(problem, remedy)
    for word, told in _OPEN_DOCUMENTS.items():
        if kind.strip().startswith(f"application/vnd.oasis.opendocument.{word}"):
            return OtherKind(*told)
    return None
