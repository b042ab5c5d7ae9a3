"""Rows with figures before and after their words, as two years have -> tables, on one line or a cell a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reportcheck.extract.text.delimited import Cells, made
from reportcheck.extract.text.figures import Span, is_amount, is_year, leading, says_something, solid, trailing
from reportcheck.extract.text.markup import text_of
from reportcheck.extract.text.placing import Figures, placed
from reportcheck.extract.text.source import Row
from reportcheck.model import Table, Text
from reportcheck.patterns import pattern
from reportcheck.records import record

_FEWEST = 4
"""Rows with figures on both sides that make a table."""
_WORDS = 12
"""Words of a label: more are a sentence."""
_BLANKS = 2
"""Blank rows that part two blocks of one table."""
_OVER = 4
"""Rows, blank ones too, of headings."""
_HEAD = pattern(r"(?:(?:19|20)\d\d(?:\s?[/–-]\s?\d\d(?:\d\d)?)?|[£$€](?:\s?['’]?000s?)?)$")
_WORD = pattern(r"\S+")
_RULE = pattern(r"\s*[-_=*]{3,}\s*$")
_TALLEST = 3
"""Figures on one side of a label that stand a cell a line."""


@record(frozen=True, slots=True)
class Flanked:
    """A row of words with the figures before them and after them; each a row of the text and where in it."""

    row: Row
    before: tuple[tuple[Row, Span], ...]
    label: tuple[Row, Span]
    after: tuple[tuple[Row, Span], ...]

    @property
    def both(self) -> bool:
        """Whether figures stand on both sides."""
        return bool(self.before and self.after)


def tables(rows: list[Row], furniture: frozenset[int]) -> Iterator[tuple[int, int, Table]]:
    """The tables of such rows in a text, each with its first row and the row after its last."""
    parts = [None if index in furniture else _part(row) for index, row in enumerate(rows)]
    at = 0
    while at < len(rows):
        part = parts[at]
        if part is None or not part.both:
            at += 1
            continue
        end = _end(rows, parts, at)
        found = [part for part in parts[at:end] if part is not None]
        table = _table(found, [rows[i] for i in range(max(at - _OVER, 0), at)])
        if table is not None:
            yield at, end, table
        at = end


def _part(row: Row) -> Flanked | None:
    """What a row prints: figures, words and figures, or words alone; None for a sentence, and for anything else."""
    text = solid(row.text)
    if row.blank or "|" in text or "\t" in text.strip():
        return None
    before = leading(text)
    start = before[-1][1] if before else 0
    after = [span for span in trailing(text) if span[0] >= start]
    if before and not after and not text[start:].strip():
        before, after = [], before
    label = text[start : after[0][0] if after else len(text)]
    if len(label.split()) > _WORDS or (label.strip() and not any(ch.isalpha() for ch in label)):
        return None
    stop = start + len(label.rstrip())
    return Flanked(
        row, tuple((row, s) for s in before), (row, (stop - len(label.strip()), stop)), tuple((row, s) for s in after)
    )


def _end(rows: list[Row], parts: Sequence[Flanked | None], at: int) -> int:
    """Where the rows end that hang together from `at` on: after the last that has figures."""
    end, blanks = at, 0
    for index in range(at, len(rows)):
        part = parts[index]
        if rows[index].blank or _RULE.match(rows[index].text):
            blanks += rows[index].blank
        elif part is None or blanks > _BLANKS or rows[index].page != rows[at].page:
            break
        else:
            blanks = 0
            end = index + 1 if part.before or part.after else end
    return end


def _table(found: Sequence[Flanked], over: Sequence[Row], heads: Sequence[Text] = ()) -> Table | None:
    """Rows as a table of the columns before the words, the words, and the columns after them; None for no table."""
    if not _is_table(found):
        return None
    wide = [_usual([len(part.before) for part in found]), _usual([len(part.after) for part in found])]
    if max(len(part.before) for part in found) > wide[0] or max(len(part.after) for part in found) > wide[1]:
        return None
    places = [_places([part.before for part in found], wide[0]), _places([part.after for part in found], wide[1])]
    kept: list[tuple[Row, Cells]] = []
    heads = heads or _heads(over, sum(wide))
    if heads:
        kept.append((found[0].row, [*heads[: wide[0]], Text(""), *heads[wide[0] :]]))
    for part, first, last in zip(found, *places, strict=True):
        cells: Cells = [Text("")] * (sum(wide) + 1)
        cells[wide[0]] = text_of(part.label[0], *part.label[1])
        for (row, span), place in zip(part.before, first, strict=True):
            cells[place] = text_of(row, *span)
        for (row, span), place in zip(part.after, last, strict=True):
            cells[wide[0] + 1 + place] = text_of(row, *span)
        kept.append((part.row, cells))
    return made(kept, "", "")


def _is_table(found: Sequence[Flanked]) -> bool:
    """Whether most rows of figures have them on both sides, and those before the words are amounts, no numbers."""
    both = [part for part in found if part.both]
    if len(both) < _FEWEST or len(both) * 2 < sum(bool(part.before or part.after) for part in found):
        return False
    texts = [row.text[slice(*span)] for part in found for row, span in part.before]
    said = [text for text in texts if says_something(text)]
    return sum(map(is_amount, said)) * 3 >= len(said) * 2 and not any(map(is_year, said))


def _usual(counts: Sequence[int]) -> int:
    """The most figures that a fair share of the rows has on one side."""
    known = Counter(count for count in counts if count)
    fair = [size for size, count in known.items() if count >= max(2, sum(known.values()) * 0.1)]
    return max(fair, default=0)


def _places(sides: Sequence[tuple[tuple[Row, Span], ...]], width: int) -> list[tuple[int, ...]]:
    """The column, of those on its side, of each row's figures."""
    figures = [Figures(tuple(row.text[slice(*s)] for row, s in side), tuple(map(_gap, side))) for side in sides]
    filled = iter(placed([each for each in figures if each.texts], width))
    return [next(filled) if each.texts else () for each in figures]


def _gap(place: tuple[Row, Span]) -> int:
    """How many blanks stand before a figure of a row; none where it begins the row."""
    before = place[0].text[: place[1][0]]
    return len(before) - len(before.rstrip()) if before.strip() else 1


def _heads(over: Sequence[Row], width: int) -> list[Text]:
    """The headings of each column in the rows just over a table, where each is a year or a unit."""
    found: list[list[Text]] = []
    for row in over:
        words = row.text.split()
        if len(words) == width and all(map(_HEAD.match, words)):
            spans = [m.span() for m in _WORD.finditer(row.text)]
            found.append([text_of(row, *span) for span in spans])
        elif not row.blank:
            found = []
    return [Text.join(list(column)) for column in zip(*found, strict=True)]


def towers(rows: list[Row], at: int, end: int, furniture: frozenset[int]) -> Iterator[tuple[int, int, Table]]:
    """The same where each cell is a row: as many figures before each label as after it."""
    printed = [i for i in range(at, end) if not (rows[i].blank or i in furniture or _RULE.match(rows[i].text))]
    values = [_is_figure(rows[i].text) for i in printed]
    first = 0
    while first < len(printed):
        best: tuple[int, list[Flanked]] = first + 1, []
        for side in range(1, _TALLEST + 1):
            stop, found = _run(rows, printed, values, first, side)
            if sum(part.both for part in found) > sum(part.both for part in best[1]):
                best = stop, found
        table = _table(best[1], (), _titles(rows, printed[max(first - 8, 0) : first], best[1])) if best[1] else None
        if table is None:
            first += 1
            continue
        yield printed[first], printed[best[0] - 1] + 1, table
        first = best[0]


def _run(
    rows: list[Row], printed: list[int], values: list[bool], first: int, side: int
) -> tuple[int, list[Flanked]]:  # fmt: skip
    """The rows of a table that begins there with so many figures on each side of its labels, and where it ends."""
    found: list[Flanked] = []
    at = stop = first
    while at < len(printed):
        run = 0
        while at + run < len(printed) and values[at + run]:
            run += 1
        cells = [rows[i] for i in printed[at : at + 2 * side + 1]]
        whole = [(row, (0, len(row.text))) for row in cells]
        after = values[at + side + 1 : at + 2 * side + 1]
        if run == side and len(after) == side and all(after) and not values[at + side]:
            found.append(Flanked(cells[0], tuple(whole[:side]), whole[side], tuple(whole[side + 1 :])))
            at = stop = at + 2 * side + 1
        elif run >= 2 * side and found:  # A total without words.
            blank = (cells[0], (0, 0))
            found.append(Flanked(cells[0], tuple(whole[:side]), blank, tuple(whole[side : 2 * side])))
            at = stop = at + 2 * side
        elif not run and found and len(cells[0].text.split()) <= _WORDS and _heads_in_row(found) < _BLANKS:
            found.append(Flanked(cells[0], (), whole[0], ()))
            at += 1
        else:
            break
    while found and not found[-1].before:
        found.pop()
    return stop, found


def _heads_in_row(found: Sequence[Flanked]) -> int:
    """How many headings stand, one after another, at the end of what was found."""
    return next((n for n, part in enumerate(reversed(found)) if part.before), len(found))


def _titles(rows: list[Row], over: Sequence[int], found: Sequence[Flanked]) -> list[Text]:
    """The headings that stand, a cell a row, over such a table: as many years as it has columns."""
    width = len(found[0].before) + len(found[0].after)
    years = [
        text_of(rows[i]) for i in over if _HEAD.match(rows[i].text.strip()) and any(map(str.isdigit, rows[i].text))
    ]
    return years[-width:] if len(years) >= width else []


def _is_figure(text: str) -> bool:
    """Whether a row prints one figure, and no year or unit, which head columns."""
    bare = text.strip("* \t")
    spans = trailing(bare)
    return len(spans) == 1 and spans[0] == (0, len(bare)) and not is_year(bare) and not _HEAD.match(bare)
