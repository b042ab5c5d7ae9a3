"""A path -> the bytes of a paper; what cannot be a paper is refused before a reader sees it, with what to do."""

from __future__ import annotations

import codecs
import errno
import io
import re
import stat
from pathlib import Path
from typing import BinaryIO

from reportcheck.errors import PaperError
from reportcheck.extract.kinds import other_kind
from reportcheck.extract.packed import damages
from reportcheck.patterns import pattern

LARGEST = {"text": 16 * 2**20, "html": 16 * 2**20, "word": 256 * 2**20, "sheet": 64 * 2**20, "pdf": 1024 * 2**20}
"""The most bytes of a file of each format; a 500-page pack as text has under 2 MB."""
PIPED = 256 * 2**20
"""The most bytes that are taken from a pipe."""
UNPACKED = 512 * 2**20
"""The most that a Word file may unpack to."""
CELLS = 40 * 2**20
"""The most that a workbook may unpack to: a sheet of 200,000 cells has some 10 MB."""
LONGEST_LINE = 20_000
"""Characters without a blank; a longer run is data (a picture, say) and not print."""

_LONG = pattern(rb"[^\s]{%d,}" % (LONGEST_LINE + 1))
_MARKED = pattern(rb"<(?:table|tr|td|th|p|div|br|li)\b", re.IGNORECASE)
_OLE = b"\xd0\xcf\x11\xe0"
_MULTIBYTE = pattern(rb"[\xc3-\xf4][\x80-\xbf]{1,3}")
_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""The marks of texts whose characters have two or four bytes; the longer ones begin like the shorter."""


def file_bytes(path: Path, name: str, kind: str) -> bytes:
    """What stands in the file at `path`. Only files are opened: a device or a pipe may never end."""
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise PaperError(name, "is a folder and not a paper.", "Give the papers in it.")
        if not stat.S_ISREG(about.st_mode):
            raise PaperError(name, "is a device or a pipe and not a file.", "Save its content to a file first.")
        if about.st_size > LARGEST[kind]:
            raise _too_large(name, about.st_size, kind)
        with path.open("rb") as file:
            data = file.read(about.st_size + 1)  # Room is made for all that is asked for, and no more is there.
            if len(data) > about.st_size:
                data += file.read(LARGEST[kind] + 1 - len(data))
    except (FileNotFoundError, NotADirectoryError):
        raise PaperError(name, "there is no such file.", "Check the name.") from None
    except (OSError, ValueError) as problem:
        raise _unopened(name, problem) from None
    if len(data) > LARGEST[kind]:
        raise _too_large(name, len(data), kind)
    return data


def stream_bytes(stream: BinaryIO, name: str) -> bytes:
    """What comes out of a pipe, which may never end."""
    data = stream.read(PIPED + 1)
    if len(data) > PIPED:
        raise PaperError(name, f"gives more than {PIPED // 2**20} MB.", "Save it to a file, and give that.")
    return data


def _too_large(name: str, size: int, kind: str) -> PaperError:
    said = f"has {size // 2**20:,} MB, and papers of its kind are read up to {LARGEST[kind] // 2**20:,} MB."
    return PaperError(name, said, "Split it, or leave it out.")


def _unopened(name: str, problem: OSError | ValueError) -> PaperError:
    code = problem.errno if isinstance(problem, OSError) else None
    if code == errno.ELOOP:
        return PaperError(name, "is a link that leads back to itself.", "Give the file itself.")
    if code in (errno.EACCES, errno.EPERM):
        return PaperError(name, "may not be read by this user.", "Ask for permission, or copy it.")
    said = problem.strerror if isinstance(problem, OSError) and problem.strerror else "its name is no file's name"
    return PaperError(name, f"cannot be opened ({said}).", "Check the name and the disk.")


def in_utf8(data: bytes, name: str, kind: str) -> bytes:
    """A text in UTF-16 or UTF-32, as Windows saves it with a mark in front, in UTF-8; all else as it is."""
    wide = next((encoding for mark, encoding in _WIDE if data.startswith(mark)), None)
    if wide is None or kind not in ("text", "html"):
        return data
    try:
        return codecs.BOM_UTF8 + data.decode(wide).encode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        said = f"begins as text in {wide.upper()} and does not go on as such."
        raise PaperError(name, said, "Save it again as UTF-8.") from None


def refuse(data: bytes, name: str, kind: str) -> None:
    """PaperError where the bytes cannot be a paper of that format."""
    if not data:
        raise PaperError(name, "the file is empty.", "Save it again, or leave it out.")
    if len(data) > LARGEST[kind]:
        raise _too_large(name, len(data), kind)
    other = other_kind(data)
    if other is not None and not (kind == "word" and data.startswith(_OLE)) and not (kind == "sheet" and other.sheet):
        raise PaperError(name, other.problem, other.remedy)
    if kind in ("text", "html"):
        _refuse_text(data, name)
    elif kind == "word":
        _refuse_word(data, name)
    elif kind == "sheet":
        (_refuse_workbook if data.startswith(b"PK") else _refuse_text)(data, name)


def _refuse_text(data: bytes, name: str) -> None:
    if data.startswith(b"%PDF-"):
        raise PaperError(name, "is a PDF, although its name does not end in .pdf.", "Rename it.")
    if data.startswith(b"PK\x03\x04"):
        said = "is a Word, Excel or zip file and not text."
        raise PaperError(name, said, "Save it as PDF, or rename it to end in .docx.")
    if (at := data.find(b"\0")) >= 0:
        line = data.count(b"\n", 0, at) + 1
        raise PaperError(name, f"is not text: there is binary data on line {line}.", "Give the paper itself.")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as problem:
        _refuse_encoding(data, name, problem.start)


def _refuse_encoding(data: bytes, name: str, at: int) -> None:
    """Older papers are cp1252; a text that is neither, or UTF-8 in all other places, would be read wrongly."""
    try:
        data.decode("cp1252")
        known = not _MULTIBYTE.search(data)
    except UnicodeDecodeError:
        known = False
    if not known:
        line = data.count(b"\n", 0, at) + 1
        said = (
            f"is neither UTF-8 nor Windows text: line {line} has a byte that stands for no character ({data[at]:#x})."
        )
        raise PaperError(name, said, "Save it again as UTF-8.")


def _packed(data: bytes) -> tuple[set[str], list[int]] | None:
    """The names and the sizes of the parts of a zip file; None where it is none."""
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return set(parts.namelist()), [part.file_size for part in parts.infolist()]
    except damages():
        return None


def _refuse_word(data: bytes, name: str) -> None:
    if data.startswith(_OLE):
        raise PaperError(name, "is an old Word file, or is locked with a password.", "Save it as an unlocked .docx.")
    packed = _packed(data)
    if packed is None:
        raise PaperError(name, "is not a Word file, or is damaged.", "Save it again as .docx.")
    names, sizes = packed
    if "[Content_Types].xml" not in names:
        raise PaperError(name, "is a zip file and not a Word file.", "Save it again as .docx.")
    if any(part.endswith("vbaProject.bin") for part in names):
        raise PaperError(name, "is a Word file with macros.", "Save it as .docx, which has none.")
    if sum(sizes) > UNPACKED or len(sizes) > 20_000:
        said = f"unpacks to {sum(sizes) // 2**20:,} MB in {len(sizes):,} parts, which no paper does."
        raise PaperError(name, said, "Leave it out, or ask where it comes from.")


def _refuse_workbook(data: bytes, name: str) -> None:
    """A workbook of very many cells takes more memory and time than it is worth; its parts tell before it is read."""
    packed = _packed(data)
    if packed is None:
        raise PaperError(name, "is not a workbook, or is damaged.", "Save it again as .xlsx.")
    names, sizes = packed
    if "word/document.xml" in names:
        raise PaperError(name, "is a Word file.", "Rename it to end in .docx.")
    if sum(sizes) > CELLS or len(sizes) > 20_000:
        said = f"unpacks to {sum(sizes) // 2**20:,} MB in {len(sizes):,} parts, which is more than can be audited."
        raise PaperError(name, said, "Save the sheets that matter to a file of their own.")


def no_such_pages(name: str, total: int) -> PaperError:
    """What to say where none of the pages that are asked for is there."""
    said = f"has no page among those that --pages asks for: it ends with page {total:,}."
    return PaperError(name, said, "Ask for other pages.")


def without_long_lines(data: bytes) -> tuple[bytes, dict[int, str]]:
    """A text without runs of characters that are no print, and for each page (from 1) what was left out of it."""
    left_out: dict[int, str] = {}
    if max(map(len, data.split(b"\n"))) <= LONGEST_LINE:
        return data, left_out
    for match in _LONG.finditer(data):
        if _MARKED.search(match.group()):
            continue
        page = data.count(b"\f", 0, match.start()) + 1
        line = data.count(b"\n", 0, match.start()) + 1
        said = f"line {line} has more than {LONGEST_LINE:,} characters without a blank, which were not read"
        left_out[page] = f"{left_out[page]}; {said}" if page in left_out else said
        if len(left_out[page]) > 1000:
            left_out[page] = (
                f"many lines have more than {LONGEST_LINE:,} characters without a blank, which were not read"
            )
    return (_LONG.sub(lambda m: m.group() if _MARKED.search(m.group()) else b"", data) if left_out else data), left_out
