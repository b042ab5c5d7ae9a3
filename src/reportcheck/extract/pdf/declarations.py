"""pdfium's C functions that we call -> `declared.py`, which cffi loads in a tenth of the time that it takes to parse C.

python -m reportcheck.extract.pdf.declarations
"""

from __future__ import annotations

import tempfile
from pathlib import Path

DECLARATIONS = """
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
int FPDFPageObj_CountMarks(OBJECT);
size_t FPDFPageObj_GetMark(OBJECT, unsigned long);
int FPDFPageObjMark_GetName(size_t, unsigned short*, unsigned long, unsigned long*);
int FPDFPageObj_SetIsActive(OBJECT, int);
int FPDFPage_RemoveObject(void*, OBJECT);
int FPDFFormObj_RemoveObject(OBJECT, OBJECT);
void FPDFPageObj_Destroy(OBJECT);
void* FPDFBitmap_CreateEx(int, int, int, void*, int);
int FPDFBitmap_FillRect(void*, int, int, int, int, unsigned long);
void FPDF_RenderPageBitmap(void*, void*, int, int, int, int, int, int);
void* FPDFBitmap_GetBuffer(void*);
int FPDFBitmap_GetStride(void*);
void FPDFBitmap_Destroy(void*);
int FPDFPage_GetAnnotCount(void*);
void* FPDFPage_GetAnnot(void*, int);
void FPDFPage_CloseAnnot(void*);
int FPDFAnnot_GetSubtype(void*);
int FPDFAnnot_GetFlags(void*);
int FPDFAnnot_HasKey(void*, const char*);
unsigned long FPDFAnnot_GetStringValue(void*, const char*, unsigned short*, unsigned long);
int FPDFPage_Flatten(void*, int);
int FPDF_GetFormType(void*);
int FPDFDoc_GetAttachmentCount(void*);
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

_HEADER = """# ruff: noqa
# fmt: off
\"\"\"pdfium's C functions as cffi wants them: made from declarations.py by its command, and never edited by hand.\"\"\"
"""


def declared() -> str:
    """The text of `declared.py`."""
    import cffi

    maker = cffi.FFI()
    maker.cdef(DECLARATIONS)
    maker.set_source("declared", None)
    with tempfile.TemporaryDirectory() as folder:
        made = Path(maker.compile(tmpdir=folder)).read_text("utf-8")
    return _HEADER + made.removeprefix("# auto-generated file\n")


if __name__ == "__main__":
    Path(__file__).with_name("declared.py").write_text(declared(), "utf-8")
