"""A region of rows without drawn cells -> the draft of its table."""

from __future__ import annotations

from collections.abc import Sequence

from reportcheck.extract.pdf.columns import gutters
from reportcheck.extract.pdf.draft import Draft, DraftCell
from reportcheck.extract.pdf.grids import Rule
from reportcheck.extract.pdf.regions import Region, regions
from reportcheck.extract.pdf.rows import Row
from reportcheck.extract.pdf.strips import merged_body, merged_head, strip_of


def borderless_drafts(
    rows: Sequence[Row], across: Sequence[Rule], down: Sequence[Rule]
) -> list[tuple[Draft, tuple[Row, ...]]]:
    """The tables among rows of print that no drawn cells hold, and the rows that they take."""
    found = []
    for region in regions(rows, across):
        edges = gutters(region, down)
        if edges:
            draft = _draft(region, edges, across)
            if draft is not None:
                found.append((draft, region.rows))
    return found


def _draft(region: Region, edges: Sequence[float], across: Sequence[Rule]) -> Draft | None:
    strips = [strip_of(row, edges, at < region.first, across, at in region.data) for at, row in enumerate(region.rows)]
    head = merged_head(strips[: region.first], across)
    body = merged_body(strips[region.first :], across)
    whole = head + body
    cells = tuple(
        DraftCell(r, a, 1, b - a, tuple(words)) for r, strip in enumerate(whole) for a, b, words in strip.parts
    )
    box = (
        min(r.x0 for r in region.rows),
        min(r.top for r in region.rows),
        max(r.x1 for r in region.rows),
        max(r.bottom for r in region.rows),
    )
    return Draft(box, len(whole), len(edges) + 1, cells)
