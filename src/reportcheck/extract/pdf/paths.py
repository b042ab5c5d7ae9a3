"""A page's drawn paths -> rules, filled areas and images, in the file's own coordinates."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import field
from itertools import repeat
from struct import unpack
from typing import Any

from reportcheck.extract.pdf.pdfium import exhaust, pdfium, room, unpacked
from reportcheck.records import record

MOST_OBJECTS = 60_000
"""More drawings than this are a map or an attack: the rest of them are left out."""
DEEPEST_FORM = 8
THIN = 1.5
"""An area no wider than this is a rule."""

BAND = 4.0
"""A stroke wider than this is a coloured ground, not a rule."""
SHADED = 0.5
"""How bright a ground that runs from one colour to another is taken to be."""
SPECK = 0.9
"""What is smaller than this both ways is a dot."""

Matrix = tuple[float, float, float, float, float, float]
UNMOVED: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
Segment = tuple[float, float, float, float]


@record(slots=True)
class Drawing:
    """Straight segments (x0, y0, x1, y1), filled areas with their brightness, and boxes of images."""

    texts: Container[int]
    segments: list[Segment] = field(default_factory=list)
    areas: list[tuple[Segment, float]] = field(default_factory=list)
    images: list[Segment] = field(default_factory=list)
    order: list[int] = field(default_factory=list)
    """The texts, as they are drawn one after the other."""
    covers: list[tuple[Segment, int]] = field(default_factory=list)
    """Filled areas, and how many of the texts were drawn before each."""
    forms: dict[int, int] = field(default_factory=dict)
    """The form that a text is drawn in, where it is in one."""
    wants_areas: bool = True
    seen: int = 0
    mode: Any = field(default_factory=lambda: pdfium()[0].new("int[2]"))
    """Room for pdfium's answer on how a path is painted."""


def draw(page: Any, texts: Container[int], areas: bool = True) -> Drawing:
    """Everything straight that is drawn on the page; filled areas only where they are asked for.

    `texts` are objects that are known to be text: most of a page's are, so that they are not asked again.
    """
    lib = pdfium()[1]
    drawing = Drawing(texts, wants_areas=areas)
    objects = map(lib.FPDFPage_GetObject, repeat(page), range(lib.FPDFPage_CountObjects(page)))
    _collect(objects, None, drawing, 0, 0)
    return drawing


def _collect(objects: Iterable[int], outer: Matrix | None, drawing: Drawing, depth: int, form: int) -> None:
    ffi, lib = pdfium()
    kind_of, bounds_of, texts = lib.FPDFPageObj_GetType, lib.FPDFPageObj_GetBounds, drawing.texts
    order = drawing.order
    b = ffi.new("float[4]")
    left, low, right, high = b, b + 1, b + 2, b + 3
    box = ffi.buffer(b)
    for item in objects:
        if item in texts:
            order.append(item)
            if form:
                drawing.forms[item] = form
            continue
        kind = kind_of(item)
        if kind == 1:
            continue
        drawing.seen += 1
        if drawing.seen > MOST_OBJECTS:
            return
        if kind == 2:
            if bounds_of(item, left, low, right, high):
                _path(item, unpack("4f", box), outer, drawing)
        elif kind == 4:
            if drawing.wants_areas and bounds_of(item, left, low, right, high):
                drawing.areas.append((_moved(unpack("4f", box), outer), SHADED))
        elif kind == 3:
            if bounds_of(item, left, low, right, high):
                drawing.images.append(_moved(unpack("4f", box), outer))
        elif kind == 5 and depth < DEEPEST_FORM:
            inner = _matrix(item)
            count = lib.FPDFFormObj_CountObjects(item)
            parts = map(lib.FPDFFormObj_GetObject, repeat(item), range(max(count, 0)))
            _collect(parts, _times(inner, outer), drawing, depth + 1, item)


def _path(item: Any, box: Segment, outer: Matrix | None, drawing: Drawing) -> None:
    """One path: a thin one is a rule, a rectangle gives its four sides, others their straight parts."""
    x0, y0, x1, y1 = box
    wide, high = x1 - x0, y1 - y0
    if wide <= SPECK and high <= SPECK:
        return
    lib = pdfium()[1]
    mode = drawing.mode
    if not lib.FPDFPath_GetDrawMode(item, mode, mode + 1) or not (mode[0] or mode[1]):
        return
    if wide <= THIN or high <= THIN:
        for line in _thin(x0, y0, x1, y1, mode[1] != 0):
            drawing.segments.append(line if outer is None else _moved(line, outer))
        return
    if not mode[0] and min(wide, high) > BAND and lib.FPDFPath_CountSegments(item) == 2:
        drawing.areas.append((_moved(box, outer), _tone(item, lib.FPDFPageObj_GetStrokeColor)))
        return
    if mode[0]:
        _filled(item, _moved(box, outer), drawing)
    segments = lib.FPDFPath_CountSegments(item)
    _outline(item, min(segments, 5000), _times(_matrix(item), outer), drawing.segments)


def _filled(item: Any, box: Segment, drawing: Drawing) -> None:
    """An area that is filled: it covers what was drawn before it, and has a tone."""
    if drawing.order:
        drawing.covers.append((box, len(drawing.order)))
    if drawing.wants_areas:
        drawing.areas.append((box, _tone(item, pdfium()[1].FPDFPageObj_GetFillColor)))


def _thin(x0: float, y0: float, x1: float, y1: float, stroked: bool) -> list[Segment]:
    """The rules that a thin path is: a stroke runs along its middle, a filled bar has four sides, if they are long."""
    wide, high = x1 - x0, y1 - y0
    if stroked:
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        return [(x0, y, x1, y) if wide >= high else (x, y0, x, y1)]
    sides = [(x0, y0, x1, y0), (x0, y1, x1, y1)] if wide > SPECK else []
    return [*sides, (x0, y0, x0, y1), (x1, y0, x1, y1)] if high > SPECK else sides


def _outline(item: Any, count: int, matrix: Matrix | None, found: list[Segment]) -> None:
    lib = pdfium()[1]
    parts = list(map(lib.FPDFPath_GetPathSegment, repeat(item), range(count)))
    points, places = room("float", 2 * count)
    exhaust(map(lib.FPDFPathSegment_GetPoint, parts, places[::2], places[1::2]))
    closes = lib.FPDFPathSegment_GetClose
    at = first = (0.0, 0.0)
    for part, kind, here in zip(
        parts, map(lib.FPDFPathSegment_GetType, parts), unpacked("2f", points, count), strict=True
    ):
        if matrix is not None:
            here = _point(here[0], here[1], matrix)
        if kind == 2:
            first = here
        elif kind == 0 and here != at:
            found.append((*at, *here))
        at = here
        if at != first and closes(part):
            found.append((*at, *first))
            at = first


def _tone(item: Any, colour_of: Any) -> float:
    """How bright an area's colour is, from 0 to 1."""
    ffi = pdfium()[0]
    c = ffi.new("unsigned int[4]")
    if not colour_of(item, c, c + 1, c + 2, c + 3):
        return 0.5
    red, green, blue, opaque = unpack("4I", ffi.buffer(c))
    dark = 1 - (0.3 * red + 0.59 * green + 0.11 * blue) / 255
    tone: float = 1 - dark * opaque / 255
    return tone


def _matrix(item: Any) -> Matrix | None:
    ffi, lib = pdfium()
    place = ffi.new("FS_MATRIX*")
    if not lib.FPDFPageObj_GetMatrix(item, place):
        return None
    found: Matrix = unpack("6f", ffi.buffer(place))
    return None if found == UNMOVED else found


def _times(inner: Matrix | None, outer: Matrix | None) -> Matrix | None:
    if inner is None or outer is None:
        return inner or outer
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _point(x: float, y: float, m: Matrix | None) -> tuple[float, float]:
    return (x, y) if m is None else (m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5])


def _moved(box: Segment, m: Matrix | None) -> Segment:
    """A box or a segment under a form's matrix."""
    if m is None:
        return box
    x0, y0 = _point(box[0], box[1], m)
    x1, y1 = _point(box[2], box[3], m)
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
