"""pdfium's C functions through cffi, which costs a third of ctypes a call; the one module that knows them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from struct import calcsize, iter_unpack
from typing import Any

from reportcheck.errors import PaperError

LOCKED = 4
"""pdfium's word for a file that wants a password."""


@cache
def pdfium() -> tuple[Any, Any]:
    """The cffi object and the library, opened once for each process."""
    from reportcheck.extract.pdf.declared import ffi

    # Found without being imported: its own declarations take as long to load as a short paper to read.
    spec = find_spec("pypdfium2_raw")
    if spec is None or spec.origin is None:
        raise ImportError("pypdfium2 is not installed")
    folder = Path(spec.origin).parent
    found = sorted(folder.glob("*pdfium*.so")) or sorted(folder.glob("*pdfium*.d*"))
    library = ffi.dlopen(str(found[0]))
    library.FPDF_InitLibrary()
    return ffi, library


exhaust = deque[object](maxlen=0).extend
"""Makes every call of a `map`: a loop in C, which costs a third of one in Python."""


def room(kind: str, count: int) -> tuple[Any, list[Any]]:
    """Room for at least so many answers of a C type, and where each of them goes."""
    return _room(kind, 1 << count.bit_length())


@lru_cache(maxsize=80)
def _room(kind: str, count: int) -> tuple[Any, list[Any]]:
    # Kept, as to make the places takes as long as to fill them.
    answers = pdfium()[0].new(f"{kind}[]", count)
    return answers, [answers + at for at in range(count)]


def unpacked(layout: str, answers: Any, count: int) -> Iterator[Any]:
    """The first so many answers, as tuples of what `layout` says each holds."""
    return iter_unpack(layout, pdfium()[0].buffer(answers, calcsize(layout) * count))


@contextmanager
def opened(data: bytes, name: str, password: str | None = None) -> Iterator[Any]:
    """The handle of a PDF, closed afterwards; PaperError where it is no PDF, damaged, locked or empty."""
    ffi, lib = pdfium()
    buffer = ffi.from_buffer(data)
    key = (password or "").encode("utf-8", "replace").split(b"\0")[0]
    handle = lib.FPDF_LoadMemDocument64(buffer, len(data), key)
    if handle == ffi.NULL:
        raise _refusal(data, name, password, lib.FPDF_GetLastError())
    try:
        yield handle
    finally:
        lib.FPDF_CloseDocument(handle)


def _refusal(data: bytes, name: str, password: str | None, code: int) -> PaperError:
    if code == LOCKED and password:
        return PaperError(name, "is locked, and the password does not open it.", "Give its password with --password.")
    if code == LOCKED:
        return PaperError(name, "is locked with a password.", "Give it with --password.")
    if b"%PDF-" not in data[:2048]:
        return PaperError(name, "is not a PDF, although it is named as one.", "Save it as a PDF again.")
    if code == 5:
        return PaperError(name, "is encrypted in a way that cannot be read.", "Save it without a password.")
    return PaperError(name, "is damaged: its pages cannot be found.", "Get a whole copy, or save it again as PDF.")
