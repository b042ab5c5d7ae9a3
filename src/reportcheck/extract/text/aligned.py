"""Rows whose cells stand under each other, parted by two and more blanks -> tables, by where they stand."""

from __future__ import annotations

from collections import Counter

from reportcheck.extract.text.columns import GROUPS, column_at, columns_of, holds_figure
from reportcheck.extract.text.delimited import Cells, made
from reportcheck.extract.text.figures import Span, is_figure, solid, trailing, unnoted
from reportcheck.extract.text.markup import text_of
from reportcheck.extract.text.source import Row
from reportcheck.model import Table, Text
from reportcheck.patterns import pattern

_PART = pattern(r"\S+(?: \S+)*")
_WIDEST = 600
"""Characters: no printed table is wider, and time grows with the square of its columns."""
_SPREAD = 3
_ASKEW = 8
"""One row in so many has two cells in one column, where cells stand askew."""
_NARROW = 3
"""Columns of a table in which a row that falls short is a label and its last figure."""
_FEWEST = 4
_SHORT = 40
"""Letters of a row of words that stands between rows of figures."""
_SUM_AT_END = pattern(r"(?:[£$€]\s?\d[\d,.]*|\d,\d{3}(?:\.\d\d)?|\d\.\d\d)\)?$")
_LEADERS = pattern(r"\.{4,}|(?:\. ){4,}|…{2,}")
_RULED = " |+-_=.\t\u00a0"


def aligned(rows: list[Row], at: int, furniture: frozenset[int] = frozenset()) -> tuple[list[Row], int] | None:
    """The rows of a table in columns that begins at `at`, and where the text goes on; None where none begins."""
    if not _columned(rows[at].text):
        return None
    end, numeric, last, misses = at, 0, at, 0
    kept: list[int] = []
    while end < len(rows):
        text = rows[end].text
        if end in furniture or (kept and not text.strip(_RULED)):
            after = _printed(rows, end, furniture)
            if rows[end].blank and after < len(rows) and not _goes_on(rows, kept, after):
                break
            end += 1
            continue
        if kept and rows[end].page != rows[kept[-1]].page and not _continues(rows, kept, end):
            break
        if _columned(text):
            numeric += _figures(text) > 0
            last, misses = end + 1, 0
        elif _under(rows, kept, text):
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


def _goes_on(rows: list[Row], kept: list[int], at: int) -> bool:
    """Whether a row after a blank one belongs to the table: it has figures, or the headings of the first row again."""
    text = rows[at].text
    if not kept:
        return False
    if _between(rows, kept, at):
        return True
    return _columned(text) and (_figures(text) > 0 or _PART.findall(text)[1:] == _PART.findall(rows[kept[0]].text)[1:])


def _between(rows: list[Row], kept: list[int], at: int) -> bool:
    """Whether a short row of words stands between rows of figures, in a table whose rows blank ones part."""
    if len(kept) < _SPREAD or not all(rows[index - 1].blank for index in kept[1:]) or at + 2 >= len(rows):
        return False
    figures = sum(_figures(rows[index].text) > 0 for index in kept)
    short = _columned(rows[at].text) or len(rows[at].text.strip()) < _SHORT
    return short and figures * 2 > len(kept) and rows[at + 1].blank and _figures(rows[at + 2].text) > 0


def _continues(rows: list[Row], kept: list[int], at: int) -> bool:
    """Whether a row on the next page stands in the columns of the rows before it: each of its figures under figures."""
    if not _columned(rows[at].text):
        return False
    before = [span for index in kept for span in _spans(rows[index].text) if is_figure(rows[index].text[slice(*span)])]
    text = rows[at].text
    figures = [(a, b) for a, b in _spans(text)[1:] if is_figure(text[a:b])]
    return bool(figures) and all(any(a < end and begin < b for begin, end in before) for a, b in figures)


def _under(rows: list[Row], kept: list[int], text: str) -> bool:
    """Whether a row whose label leaves one blank before its figures has each of them under figures, to the digit."""
    figures = trailing(solid(text))
    if not figures or not text[: figures[0][0]].strip() or len(text.strip()) > _WIDEST:
        return False
    ends = {end for at in kept for _, end in _figure_spans(rows[at].text)}
    return all(end in ends for _, end in figures)


def _figure_spans(text: str) -> list[Span]:
    return [(a, b) for a, b in _spans(text)[1:] if is_figure(text[a:b])]


def _columned(text: str) -> bool:
    """Whether a row has cells with white space between them; dotted leaders are for contents."""
    bare = text.strip()
    if "  " not in bare or "\t" in bare or len(bare) > _WIDEST:
        return False
    return not _LEADERS.search(bare) or _SUM_AT_END.search(bare) is not None


def _figures(text: str) -> int:
    """How many of a row's cells are figures, its label left out."""
    spans = _spans(text)
    return sum(is_figure(text[a:b]) for a, b in (spans if len(spans) > 2 else spans[1:]))


def _spans(text: str) -> list[Span]:
    """Where a row's cells stand; figures that one blank parts are two, and dots that lead to a sum no part of any."""
    spans: list[Span] = []
    text = solid(text)
    for match in _PART.finditer(text):
        begin, end = match.span()
        if text[end - 1] in ".…" and text[begin:end].endswith(("....", "…", ". .")):
            end = begin + len(text[begin:end].rstrip(".… "))
        part = text[begin:end]
        figures = trailing(part) if " " in part and not GROUPS.match(part) else []
        if len(figures) == 2 and unnoted(text, [(begin + a, begin + b) for a, b in figures])[1:] == []:
            end, figures = begin + figures[0][1], []
        if len(figures) > 1 and figures[0][0] == 0:
            spans += [(begin + a, begin + b) for a, b in figures]
        elif end > begin:
            spans.append((begin, end))
    return spans


def table_of(found: list[Row], above: str, caption: str) -> Table | None:
    """The rows as a table, a column for each place where figures stand; None where they stand in none."""
    found = [row for row in found if row.text.strip(_RULED)]
    parts = [_spans(row.text) for row in found]
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
    spans = [_figure_spans(row.text) for row in found]
    edges = [Counter(span[side] for row in spans for span in row) for side in (0, 1)]
    if any(sum(n for n in count.values() if n > 1) * 2 >= count.total() for count in edges):
        return True
    parts = [_spans(row.text) for row in found]
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
