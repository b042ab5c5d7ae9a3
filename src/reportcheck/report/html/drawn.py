"""Marks on a PDF's page -> shapes to draw over its picture, in points from the page's top left corner."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from reportcheck.model import BBox, Block, Page, Report, Table
from reportcheck.records import record
from reportcheck.report.marks import Mark

_AROUND = 44.0
"""Points of a page that are shown above and below what is marked: some three lines."""
_TALLEST = 420.0
"""Points of a page that a finding shows at most, unless its figures lie further apart."""
_WIDEST = 0.75
"""Of a page's width, what is shown at least: a short line is not blown up."""
_MARGIN = 14.0
"""Points of white that are left beside the print."""
_AIR = 2.0
"""Points between a figure and its ring."""


@record(frozen=True, slots=True)
class Shape:
    """A ring, an underline or a tick: where, and what it says."""

    sort: str
    x: float
    y: float
    width: float
    height: float
    text: str
    told: str

    @property
    def tick(self) -> str:
        """The path of a tick at the upper right corner of the figure."""
        x, y = round(self.x + self.width - 1.0, 2), round(self.y + 1.0, 2)
        return f"M{x} {y}l2 2.4l4 -5.6"


@record(frozen=True, slots=True)
class Sheet:
    """A page or a part of it: which picture, which part, and the shapes on it."""

    page: int
    anchor: str
    image: str
    width: float
    """Of the whole page, in points."""
    height: float
    left: float
    """Where the part begins, and how wide and high it is."""
    top: float
    across: float
    shown: float
    title: str
    shapes: tuple[Shape, ...]


def sheet(report: Report, page: int, number: int, marked: Iterable[Mark], title: str) -> Sheet:
    """A whole page with all its marks."""
    own = next(p for p in report.document.pages if p.number == page)
    shapes = tuple(s for s in map(_shape, marked) if s is not None)
    image = f"p{number}-{page}"
    return Sheet(
        page, f"page-{number}-{page}", image, own.width, own.height, 0.0, 0.0, own.width, own.height, title, shapes
    )


def crops(
    report: Report,
    number: int,
    order: int,
    marked: Iterable[Mark],
    images: Mapping[int, bytes],
    title: Callable[[int], str],
) -> tuple[Sheet, ...]:
    """The parts of the pages on which a finding's figures stand, its suspect's first."""
    by_page: dict[int, list[Mark]] = {}
    for mark in sorted(marked, key=lambda mark: mark.sort != "suspect"):
        by_page.setdefault(mark.at.page, []).append(mark)
    pages = {page.number: page for page in report.document.pages}
    parts = []
    for page, own in by_page.items():
        shapes = tuple(s for s in map(_shape, own) if s is not None)
        if page not in images or not shapes:
            continue
        sheet_of = pages[page]
        top, shown = _part(shapes, sheet_of.height)
        left, across = _print_of(sheet_of, top, top + shown)
        parts.append(
            Sheet(
                page,
                f"crop-{number}-{order}-{page}",
                f"p{number}-{page}",
                sheet_of.width,
                sheet_of.height,
                left,
                top,
                across,
                shown,
                title(page),
                shapes,
            )
        )
    return tuple(parts)


def _part(shapes: tuple[Shape, ...], height: float) -> tuple[float, float]:
    """From where a page is shown, and how much of it: all suspects, and as many of the others as have room."""
    rings = [s for s in shapes if s.sort == "suspect"] or list(shapes)
    top, bottom = min(s.y for s in rings), max(s.y + s.height for s in rings)
    for shape in sorted(shapes, key=lambda s: abs(s.y - top)):
        if max(bottom, shape.y + shape.height) - min(top, shape.y) <= _TALLEST:
            top, bottom = min(top, shape.y), max(bottom, shape.y + shape.height)
    begin = max(top - _AROUND, 0.0)
    return round(begin, 2), round(min(bottom + _AROUND, height) - begin, 2)


def _print_of(page: Page, top: float, bottom: float) -> tuple[float, float]:
    """From where the print of a part of the page begins, and how wide it is: margins are no help on a telephone."""
    boxes = [box for block in page.blocks for box in _boxes(block) if box.bottom > top and box.top < bottom]
    if not boxes:
        return 0.0, page.width
    left = max(min(box.x0 for box in boxes) - _MARGIN, 0.0)
    right = min(max(box.x1 for box in boxes) + _MARGIN, page.width)
    return round(left, 2), round(max(right - left, _WIDEST * page.width), 2)


def _boxes(block: Block) -> list[BBox]:
    if isinstance(block, Table):
        return [block.bbox] if block.bbox else []
    return [piece.bbox for piece in block.text.pieces if piece.bbox]


def _shape(mark: Mark) -> Shape | None:
    box = mark.at.bbox
    if box is None:
        return None
    air = _AIR if mark.sort == "suspect" else 0.0
    x, y, width, height = _grown(box, air)
    return Shape(mark.sort, x, y, width, height, mark.text, mark.told)


def _grown(box: BBox, air: float) -> tuple[float, float, float, float]:
    return (
        round(box.x0 - air, 2),
        round(box.top - air, 2),
        round(box.x1 - box.x0 + 2 * air, 2),
        round(box.bottom - box.top + 2 * air, 2),
    )
