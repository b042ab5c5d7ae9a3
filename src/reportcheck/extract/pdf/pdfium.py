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

_DECLARATIONS = """
typedef struct {float a, b, c, d, e, f;} FS_MATRIX;
typedef struct {float left, top, right, bottom;} FS_RECTF;
typedef size_t OBJECT;
typedef size_t FONT;
void FPDF_InitLibrary(void);
void* FPDF_LoadMemDocument64(const void*, size_t, const char*);
void FPDF_CloseDocument(void*);
unsigned long FPDF_GetLastError(void);
int FPDF_GetPageCount(void*);
void* FPDF_LoadPage(void*, int);
void FPDF_ClosePage(void*);
float FPDF_GetPageWidthF(void*);
float FPDF_GetPageHeightF(void*);
int FPDF_GetPageBoundingBox(void*, FS_RECTF*);
int FPDFPage_GetRotation(void*);
void* FPDFText_LoadPage(void*);
void FPDFText_ClosePage(void*);
int FPDFText_CountChars(void*);
int FPDFText_GetText(void*, int, int, unsigned short*);
unsigned int FPDFText_GetUnicode(void*, int);
int FPDFText_IsGenerated(void*, int);
int FPDFText_HasUnicodeMapError(void*, int);
int FPDFText_GetCharBox(void*, int, double*, double*, double*, double*);
int FPDFText_GetLooseCharBox(void*, int, FS_RECTF*);
int FPDFText_GetMatrix(void*, int, FS_MATRIX*);
double FPDFText_GetFontSize(void*, int);
OBJECT FPDFText_GetTextObject(void*, int);
int FPDFTextObj_GetTextRenderMode(OBJECT);
FONT FPDFTextObj_GetFont(OBJECT);
size_t FPDFFont_GetBaseFontName(FONT, char*, size_t);
int FPDFFont_GetFlags(FONT);
int FPDFPage_CountObjects(void*);
OBJECT FPDFPage_GetObject(void*, int);
int FPDFFormObj_CountObjects(OBJECT);
OBJECT FPDFFormObj_GetObject(OBJECT, unsigned long);
int FPDFPageObj_GetType(OBJECT);
int FPDFPageObj_GetMatrix(OBJECT, FS_MATRIX*);
int FPDFPageObj_GetBounds(OBJECT, float*, float*, float*, float*);
int FPDFPageObj_GetFillColor(OBJECT, unsigned int*, unsigned int*, unsigned int*, unsigned int*);
int FPDFPageObj_GetStrokeColor(OBJECT, unsigned int*, unsigned int*, unsigned int*, unsigned int*);
int FPDFPageObj_GetStrokeWidth(OBJECT, float*);
int FPDFPath_GetDrawMode(OBJECT, int*, int*);
int FPDFPath_CountSegments(OBJECT);
size_t FPDFPath_GetPathSegment(OBJECT, int);
int FPDFPathSegment_GetPoint(size_t, float*, float*);
int FPDFPathSegment_GetType(size_t);
int FPDFPathSegment_GetClose(size_t);
"""

LOCKED = 4
"""pdfium's word for a file that wants a password."""


@cache
def pdfium() -> tuple[Any, Any]:
    """The cffi object and the library, opened once for each process."""
    import cffi

    ffi = cffi.FFI()
    ffi.cdef(_DECLARATIONS)
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
