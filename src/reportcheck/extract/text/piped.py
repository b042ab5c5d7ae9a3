"""Rows whose cells stand between bars -> tables: Markdown's, grids, drawn boxes, and rows broken over lines."""

from __future__ import annotations

import re
from itertools import pairwise

from reportcheck.extract.passages_in_cells import sets_passages
from reportcheck.extract.stacked_cells import rows_apart
from reportcheck.extract.text.delimited import Cells, between, table_of, words
from reportcheck.extract.text.figures import is_amount, is_figure, trailing
from reportcheck.extract.text.markup import text_of
from reportcheck.extract.text.source import Row
from reportcheck.model import Block, Table, Text
from reportcheck.patterns import pattern

_BREAK = pattern(r"<br\s{0,3}/?>", re.IGNORECASE)
_BAR = pattern(r"(?<!\\)\|")
_FEWEST = 3
"""Lines in cells that are a list."""
_LONGEST = 12
"""Lines over which one row of a table may be broken."""

Made = list[tuple[Row, Cells]]


def piped(rows: list[Row], at: int, above: str, caption: str) -> tuple[Table | list[Block], int] | None:
    """The table that begins at `at`, or the passages that it sets, and where the text goes on; None for none."""
    if not _opens(rows[at].text):
        return None
    width = _width(rows, at)
    found: Made = []
    rules: list[int] = []
    lines: list[tuple[int, int]] = []
    end = at
    while end < len(rows):
        if is_rule(rows[end].text):
            rules.append(len(found))
            end += 1
            continue
        after = _row_end(rows, end, width) if _has_bar(rows[end].text) else 0
        if not after:
            look = _after_break(rows, end, found, width, len(found) - (rules[-1] if rules else 0))
            if look == end:
                break
            end = look
            continue
        found.append((rows[end], _cells(rows[end:after])))
        lines.append((end, after))
        end = after
    framed = all(row.text.strip().startswith("|") for row, _ in found)
    if len(found) < 2 or not (rules or framed or len(found) >= 3):
        return None
    whole = _one_row_each(found, rules)
    apart = _rows_apart(whole)
    broken = len(apart) == len(whole) and any("<br" in rows[a].text for a, _ in lines)
    inside = _passages([rows[a:b] for a, b in lines]) if broken else None
    if inside is None and _holds_lines(found):
        inside = _in_lines(found)
    return (inside if inside is not None else table_of(apart, above, caption)), end


def _rows_apart(whole: Made) -> Made:
    """Rows, those that hold several line under line as several."""
    found: Made = []
    for (row, cells), (_, below) in zip(whole, [*whole[1:], whole[-1]], strict=True):
        spans = _spans(row.text)
        known = len(spans) == len(cells) and "<br" in row.text.lower()
        lines = [_lines(row, *span) for span in spans] if known else [[cell] for cell in cells]
        found += [(row, each) for each in rows_apart(lines, below) or [cells]]
    return found


def _lines(row: Row, begin: int, end: int) -> list[Text]:
    """The lines of a cell, which tags part."""
    breaks = [(begin + m.start(), begin + m.end()) for m in _BREAK.finditer(row.text[begin:end])]
    return [text_of(row, a, b) for (_, a), (b, _) in pairwise([(begin, begin), *breaks, (end, end)])]


def _spans(text: str) -> list[tuple[int, int]]:
    """Where the cells of a row stand; what is blank before its first bar and after its last is no cell."""
    bars = [match.start() for match in _BAR.finditer(text)]
    spans = [(a + 1, b) for a, b in pairwise([-1, *bars, len(text)])]
    if len(spans) > 1 and not text[slice(*spans[0])].strip():
        spans.pop(0)
    if len(spans) > 1 and not text[slice(*spans[-1])].strip():
        spans.pop()
    return spans


def _holds_lines(found: Made) -> bool:
    """Whether cells are the lines of a list: words that end in a sum, no sum by itself, nothing else beside them."""
    if any(is_figure(cell.text) and is_amount(cell.text) for _, cells in found for cell in cells):
        return False
    lone = [texts[0] for _, cells in found if len(texts := [c for c in cells if c.text]) == 1]
    ends = [text.text[figures[0][0] :] for text in lone if (figures := trailing(text.text)) and figures[0][0]]
    return sum(map(is_amount, ends)) >= _FEWEST


def _in_lines(found: Made) -> list[Block]:
    """The cells of a table that only sets lines, as the lines of a text."""
    from reportcheck.extract.text import blocks_of

    cells = [cell for _, cells in found for cell in cells if cell.text]
    return blocks_of(
        [
            Row(found[0][0].page, cell.pieces[0].line or 0, cell.pieces[0].offset, cell.text, cell)
            for cell in cells
            if cell.pieces
        ]
    )


def _passages(every: list[list[Row]]) -> list[Block] | None:
    """The blocks of all cells, if the rows set passages beside each other; each line of a cell is a row of a text."""
    from reportcheck.extract.text import blocks_of

    cells: list[tuple[int, list[Block]]] = []
    for rows in every:
        column = -1
        inside: list[list[Row]] = []
        for number, row in enumerate(rows):
            bounds = [-1, *(m.start() for m in _BAR.finditer(row.text)), len(row.text)]
            for place, (a, b) in enumerate(pairwise(bounds)):
                if place or not number:
                    inside.append([])
                breaks = [
                    (a + 1, a + 1),
                    *((a + 1 + m.start(), a + 1 + m.end()) for m in _BREAK.finditer(row.text[a + 1 : b])),
                ]
                for (_, begin), (stop, _) in pairwise([*breaks, (b, b)]):
                    part = row.text[begin:stop]
                    lead = len(part) - len(part.lstrip())
                    inside[-1].append(Row(row.page, row.line, row.offset + begin + lead, part.strip()))
        for cell in inside[1:]:
            column += 1
            cells.append((column, blocks_of(cell) if cell else []))
    return [block for _, blocks in cells for block in blocks] if sets_passages(cells) else None


def is_rule(text: str) -> bool:
    """Whether a row is a line of dashes that parts the rows of a table, with bars or crosses between the dashes."""
    barred = "|" in text or text.lstrip().startswith("+")
    return barred and ("--" in text or "==" in text) and not text.strip("|+:=- \t\u00a0")


def _opens(text: str) -> bool:
    return _has_bar(text) or is_rule(text)


def _has_bar(text: str) -> bool:
    return "|" in text and not is_rule(text)


def _width(rows: list[Row], at: int) -> int:
    """How many bars a whole row of the table has: as its rule, or its first row."""
    near = [row.text for row in rows[at : at + 4]]
    ruled = next((text for text in near if is_rule(text) and "|" in text), near[0])
    return len(_BAR.findall(ruled))


def _row_end(rows: list[Row], at: int, width: int) -> int:
    """Where the row ends that begins at `at`: some writers break the lines of a cell as they stand on paper."""
    if not rows[at].text.lstrip().startswith("|"):
        return at + 1
    bars = len(_BAR.findall(rows[at].text))
    if bars >= width or rows[at].text.rstrip().endswith("|"):
        return at + 1
    for end in range(at + 1, min(at + _LONGEST, len(rows))):
        text = rows[end].text
        if rows[end].blank or rows[end].page != rows[at].page:
            break
        if text.lstrip().startswith("|") and bars + len(_BAR.findall(text)) != width:
            break
        bars += len(_BAR.findall(text))
        if bars >= width:
            return end + 1 if bars == width and text.rstrip().endswith("|") else at + 1
    return at + 1


def _cells(rows: list[Row]) -> Cells:
    """The cells of a row that stands on one line or several."""
    if len(rows) == 1:
        return [text_of(rows[0], *span) for span in _spans(rows[0].text)]
    found: Cells = []
    for number, row in enumerate(rows):
        bounds = [-1, *(m.start() for m in _BAR.finditer(row.text)), len(row.text)]
        parts = [text_of(row, a + 1, b) for a, b in pairwise(bounds)]
        if number == 0 and not row.text[: bounds[1]].strip() and len(parts) > 1:
            parts.pop(0)
        if number:
            found[-1] = _joined(found[-1], parts.pop(0))
        found += parts
    if len(found) > 1 and not rows[-1].text[rows[-1].text.rfind("|") + 1 :].strip():
        found.pop()
    return found


def _joined(first: Text, second: Text) -> Text:
    return Text.join([first, second]) if first.text and second.text else second if second.text else first


def _after_break(rows: list[Row], at: int, found: Made, width: int, under: int) -> int:
    """Where a table goes on after a page break: with as many cells and the same headings or none; else `at`.

    So it does after a blank row, where blank rows part all of its rows; `under` are those under the last rule.
    """
    look = at
    while look < len(rows) and look - at < 6 and between(rows[look]):
        look += 1
    if look == at + 1 and look < len(rows) and (under < 2 or rows[at - 2].blank):
        ruled = look + 1 < len(rows) and is_rule(rows[look + 1].text)
        text = rows[look].text.lstrip()
        if not ruled and text.startswith("|") and len(_BAR.findall(text)) == width:
            return look
    if not found or look >= len(rows) or rows[look].page == found[-1][0].page or not _has_bar(rows[look].text):
        return at
    first, after = found[0][1], _cells(rows[look : look + 1])
    headed = look + 1 < len(rows) and is_rule(rows[look + 1].text)
    same = words([c.text for c in first]) == words([c.text for c in after])
    return look if len(first) == len(after) and (not headed or same) else at


def _one_row_each(found: Made, rules: list[int]) -> Made:
    """In a grid with a rule under every row, the lines between two rules are one row, if no column has two figures."""
    if len(set(rules)) < 4:
        return found
    bounds = sorted({0, *rules, len(found)})
    whole: Made = []
    for begin, end in pairwise(bounds):
        lines = found[begin:end]
        columns = max(len(cells) for _, cells in lines)
        single = all(sum(is_figure(cells[c].text) for _, cells in lines if c < len(cells)) <= 1 for c in range(columns))
        if len(lines) == 1 or not single:
            whole += lines
            continue
        parts = [[cells[c] for _, cells in lines if c < len(cells) and cells[c].text] for c in range(columns)]
        whole.append((lines[0][0], [Text.join(part) if part else Text("") for part in parts]))
    return whole
