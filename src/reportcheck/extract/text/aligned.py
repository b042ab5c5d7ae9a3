"""Rows whose cells stand under each other, parted by two and more blanks -> tables, by where they stand."""

from __future__ import annotations

from collections import Counter

from reportcheck.extract.text.columns import column_at, columns_of, holds_figure
from reportcheck.extract.text.delimited import Cells, made
from reportcheck.extract.text.figures import Span, solid, trailing
from reportcheck.extract.text.going_on import continues, goes_on, under
from reportcheck.extract.text.markup import text_of
from reportcheck.extract.text.source import Row
from reportcheck.extract.text.spans import columned, figures_in, figures_of, spans_of
from reportcheck.model import Table, Text

_ASKEW = 8
"""One row in so many has two cells in one column, where cells stand askew."""
_NARROW = 3
"""Columns of a table in which a row that falls short is a label and its last figure."""
_FEWEST = 4
_RULED = " |+-_=.\t\u00a0"


def aligned(rows: list[Row], at: int, furniture: frozenset[int] = frozenset()) -> tuple[list[Row], int] | None:
    """The rows of a table in columns that begins at `at`, and where the text goes on; None where none begins."""
    if not columned(rows[at].text):
        return None
    end, numeric, last, misses = at, 0, at, 0
    kept: list[int] = []
    while end < len(rows):
        text = rows[end].text
        if end in furniture or (kept and not text.strip(_RULED)):
            after = _printed(rows, end, furniture)
            if rows[end].blank and after < len(rows) and not goes_on(rows, kept, after):
                break
            end += 1
            continue
        if kept and rows[end].page != rows[kept[-1]].page and not continues(rows, kept, end):
            break
        if columned(text):
            numeric += figures_in(text) > 0
            last, misses = end + 1, 0
        elif under(rows, kept, text):
            last, misses = end + 1, 0
        else:
            misses += 1
            if misses > 2 or len(text.strip()) > 70:
                break
        kept.append(end)
        end += 1
    found = [rows[index] for index in kept if index < last]
    return (found, last) if numeric >= 2 else None


def _printed(rows: list[Row], at: int, furniture: frozenset[int]) -> int:
    """The first row from `at` on that prints something of the text."""
    while at < len(rows) and (at in furniture or not rows[at].text.strip(_RULED)):
        at += 1
    return at


def table_of(found: list[Row], above: str, caption: str) -> Table | None:
    """The rows as a table, a column for each place where figures stand; None where they stand in none."""
    found = [row for row in found if row.text.strip(_RULED)]
    parts = [spans_of(row.text) for row in found]
    columns = columns_of(found, parts)
    if len(columns) < 2:
        return None
    kept: list[tuple[Row, Cells]] = []
    for row, spans in zip(found, parts, strict=True):
        cells: Cells = [Text("")] * len(columns)
        for span in _parted(row.text, spans, columns):
            column = column_at(span, columns)
            text = text_of(row, *span)
            cells[column] = Text.join([cells[column], text]) if cells[column].text else text
        if kept and not any(c.text for c in cells[1:]) and cells[0].text and _wrapped(kept[-1][1], cells):
            kept[-1] = (kept[-1][0], [Text.join([kept[-1][1][0], cells[0]]), *kept[-1][1][1:]])
            continue
        kept.append((row, cells))
    kept = _by_gaps(found, parts, columns) or kept
    if _labels_last(kept):
        kept = [(row, [cells[-1], *cells[:-1]]) for row, cells in kept]
    return made(kept, above, caption)


def _by_gaps(found: list[Row], parts: list[list[Span]], columns: list[Span]) -> list[tuple[Row, Cells]]:
    """The rows by the gaps between their cells, where these stand askew: two of one row in one column, as many in each.

    In a row that falls short the last figure stands in the last column. Nothing, where the places of the cells tell.
    """
    sizes = Counter(len(spans) for spans in parts if len(spans) > 1)
    width, usual = sizes.most_common(1)[0]
    shared = [len(spans) > len({column_at(span, columns) for span in spans}) for spans in parts]
    askew = sum(shared) * _ASKEW >= sum(sizes.values()) or _scattered(found, parts)
    if not askew or usual * 2 < sum(sizes.values()) or max(sizes) > width or width < 2:
        return []
    if width > _NARROW and len(sizes) > 1:
        # Which of several columns is empty in a row only the places of its figures tell.
        return []
    whole = [(row, spans) for row, spans in zip(found, parts, strict=True) if len(spans) == width]
    if sum(holds_figure(solid(row.text[slice(*spans[-1])])) for row, spans in whole) * 5 < len(whole) * 4:
        return []
    return [(row, _filled_up(row, spans, width)) for row, spans in zip(found, parts, strict=True)]


def _filled_up(row: Row, spans: list[Span], width: int) -> Cells:
    """The cells of a row, with blank ones where it falls short: before its last figure, else behind its words."""
    cells: Cells = [text_of(row, *span) for span in spans]
    last = len(cells) > 1 and holds_figure(cells[-1].text)
    cells[len(cells) - last : len(cells) - last] = [Text("")] * (width - len(cells))
    return cells


def _scattered(found: list[Row], parts: list[list[Span]]) -> bool:
    """Whether no row has two figures, and neither their beginnings nor their ends stand under each other."""
    figures = [
        [span for span in spans[1:] if holds_figure(solid(row.text[slice(*span)]))]
        for row, spans in zip(found, parts, strict=True)
    ]
    if sum(map(len, figures)) < _FEWEST or any(len(each) > 1 for each in figures):
        return False
    edges = [Counter(each[0][side] for each in figures if each) for side in (0, 1)]
    return all((count[at] + count[at + 1]) * 2 < count.total() for count in edges for at in count)


def tells_columns(rows: list[Row]) -> bool:
    """Whether the places of cells tell their columns: most figures begin or end where others do, or gaps part all."""
    found = [row for row in rows if row.text.strip(_RULED)]
    spans = [figures_of(row.text) for row in found]
    edges = [Counter(span[side] for row in spans for span in row) for side in (0, 1)]
    if any(sum(n for n in count.values() if n > 1) * 2 >= count.total() for count in edges):
        return True
    parts = [spans_of(row.text) for row in found]
    return bool(_by_gaps(found, parts, columns_of(found, parts)))


def _labels_last(kept: list[tuple[Row, Cells]]) -> bool:
    """Whether the words of the rows stand after their figures, as ledgers print them: a row is read from its label."""
    columns = list(zip(*(cells for _, cells in kept), strict=True))
    firsts, lasts = ([cell.text for cell in columns[at] if cell.text] for at in (0, -1))
    figures = sum(map(holds_figure, firsts))
    return figures * 4 >= len(firsts) * 3 and len(lasts) * 2 > len(kept) and not any(map(holds_figure, lasts))


def _wrapped(before: Cells, cells: Cells) -> bool:
    """Whether a label goes on in the next row: it opens with a small letter under a row with figures."""
    return cells[0].text[0].islower() and bool(before[0].text) and any(c.text for c in before[1:])


def _parted(text: str, spans: list[Span], columns: list[Span]) -> list[Span]:
    """A row's cells, each figure by itself that a long label leaves but one blank before."""
    found: list[Span] = []
    for begin, end in spans:
        part = text[begin:end]
        figures = [] if holds_figure(part) else trailing(part)
        if figures and figures[0][0] > 0:
            at = begin + figures[0][0]
            each = [(begin + a, begin + b) for a, b in figures]
            label, places = column_at((begin, at), columns), [column_at(span, columns) for span in each]
            inside = all(
                (min(b, columns[place][1]) - max(a, columns[place][0])) * 2 >= b - a
                for (a, b), place in zip(each, places, strict=True)
            )
            if label < places[0] and inside and len(set(places)) == len(places):
                found += [(begin, begin + len(text[begin:at].rstrip())), *each]
                continue
        found.append((begin, end))
    return found
