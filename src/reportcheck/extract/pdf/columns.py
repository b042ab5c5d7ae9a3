"""A region -> its columns: the gutters that stay white in all its rows of figures, and the rules between them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from reportcheck.extract.pdf.draft import numeric
from reportcheck.extract.pdf.grids import Levels, Rule
from reportcheck.extract.pdf.gutters import CLOSE, INFINITE, walled, white
from reportcheck.extract.pdf.regions import LEAST, Gap, Region
from reportcheck.extract.pdf.rows import Row
from reportcheck.extract.pdf.sheet import Word
from reportcheck.records import record

SPANNING = 0.6
"""Years over fewer columns than this share of them may each stand over several."""
Part = tuple[int, int, list[Word]]
"""The first column that words fill, the one after the last, and the words."""


@record(frozen=True, slots=True)
class Columns:
    """Where columns meet, and from where to where each is printed in the rows of figures."""

    edges: tuple[float, ...]
    spans: tuple[Gap, ...]

    def at(self, x: float) -> int:
        """The column in which a place stands."""
        return bisect_right(self.edges, x)


def columns_of(region: Region, down: Sequence[Rule]) -> Columns:
    """The columns of a region."""
    rows = [region.rows[i] for i in sorted(region.data)]
    top, bottom = region.rows[region.first].top, region.rows[-1].bottom
    edges = walled(white(rows, LEAST), down, top, bottom)
    years = [region.rows[i] for i in sorted(region.years) if len(region.rows[i].chunks) > SPANNING * len(edges)]
    return spanned(edges, [_in_columns(row, edges) for row in (*rows, *years)])


def _in_columns(row: Row, edges: Sequence[float]) -> list[Word]:
    """The words of a row, without those of its label that run on over columns of figures: words, numbers and years."""
    label, after = row.chunks[0].words, row.words[len(row.chunks[0].words) :]
    if not edges or label[-1].x1 <= edges[0]:
        return list(row.words)
    over = [two for one, two in pairwise(label) if two.x0 - one.x1 <= CLOSE * two.size and two.x1 > edges[0]]
    return [word for word in label if word not in over or not (is_plain(word) or not numeric(word.text))] + list(after)


def is_plain(word: Word) -> bool:
    """Whether a word is digits alone, no more than those of a year."""
    return word.text.isdigit() and len(word.text) <= len("2024")


def spanned(edges: Sequence[float], rows: Iterable[Sequence[Word]]) -> Columns:
    """Columns between those edges, with what the rows print in each."""
    low, high = [INFINITE] * (len(edges) + 1), [-INFINITE] * (len(edges) + 1)
    for words in rows:
        for word in words:
            at = bisect_right(edges, (word.x0 + word.x1) / 2)
            low[at], high[at] = min(low[at], word.x0), max(high[at], word.x1)
    return Columns(tuple(edges), tuple(zip(low, high, strict=True)))


def cut(words: Sequence[Word], columns: Columns) -> list[tuple[int, list[Word]]]:
    """Words by column where they stand in several of them as in a table; nothing where they run over the edges."""
    return _cut(words, columns, columns.edges) or _cut(words, columns, leaning(columns))


def leaning(columns: Columns) -> tuple[float, ...]:
    """The edges moved left to the figures before them: heads of figures set to the right run out to their left."""
    moved = []
    for edge, (_, low), (high, _) in zip(columns.edges, columns.spans, columns.spans[1:], strict=False):
        moved.append(low + 0.1 * (high - low) if low < edge < high else edge)
    return tuple(moved)


def _cut(words: Sequence[Word], columns: Columns, edges: Sequence[float]) -> list[tuple[int, list[Word]]]:
    pieces: list[tuple[int, list[Word]]] = []
    for word in words:
        at = bisect_right(edges, (word.x0 + word.x1) / 2)
        if bisect_right(edges, word.x0 + 1.5) != bisect_right(edges, word.x1 - 1.5):
            return []
        if pieces and pieces[-1][0] == at:
            pieces[-1][1].append(word)
        else:
            pieces.append((at, [word]))
    for (_, one), (_, two) in pairwise(pieces):
        if two[0].x0 - one[-1].x1 < 0.45 * two[0].size and not all(settled(p, columns) for p in pieces):
            return []
    return pieces


def settled(piece: tuple[int, list[Word]], columns: Columns) -> bool:
    """Whether words stand in their column as its figures do: left, right or middle in line with them."""
    at, words = piece
    low, high = columns.spans[at]
    x0, x1 = words[0].x0, words[-1].x1
    if low > high:
        return False
    near = max(3.0, 0.1 * (high - low))
    return abs(x1 - high) < 3 or abs(x0 - low) < 3 or abs(x0 + x1 - low - high) / 2 < near


def spanning(parts: Sequence[Part], row: Row, columns: Columns, across: Levels) -> list[Part]:
    """The parts of a head's row, each as wide as what it heads."""
    return _over_groups([_under_rule(part, parts, row, columns, across) for part in parts], columns)


def _under_rule(part: Part, parts: Sequence[Part], row: Row, columns: Columns, across: Levels) -> Part:
    """A head's cell as wide as the rule right under it, where the rule is under no other head nor the labels."""
    first, after, words = part
    others = {at for a, b, _ in parts if a != first for at in range(a, b)}
    x0, x1 = words[0].x0, words[-1].x1
    alone = after - first == 1 and settled((first, words), columns)
    for _, start, end in across.within(row.base, row.bottom + 0.8 * row.size):
        aside = abs(x0 + x1 - start - end) > 0.3 * (end - start)
        if start <= x0 + 3 and end >= x1 - 3 and not (alone and aside):
            under = [at for at, span in enumerate(columns.spans) if _covers(start, end, span)]
            if under and 0 < under[0] <= first and under[-1] >= after - 1 and others.isdisjoint(under):
                return under[0], under[-1] + 1, words
    return part


def _covers(x0: float, x1: float, span: Gap) -> bool:
    """Whether something drawn from x0 to x1 lies over a good part of what a column prints."""
    low, high = span
    return min(high, x1) - max(low, x0) > 0.3 * (high - low)


def _over_groups(parts: list[Part], columns: Columns) -> list[Part]:
    """Heads out of line with single columns, each over as many as the others: they span these."""
    heads = [part for part in parts if part[0] > 0]
    each, rest = divmod(len(columns.spans) - 1, max(len(heads), 1))
    if rest or each < 2 or len(heads) < 2:
        return parts
    done = [part for part in parts if part[0] == 0]
    for at, (first, after, words) in enumerate(heads):
        low, high = 1 + at * each, (at + 1) * each
        middle = (words[0].x0 + words[-1].x1) / 2
        if not columns.spans[low][0] < middle < columns.spans[high][1]:
            return parts
        if (first, after) != (low, high + 1) and (after - first > 1 or settled((first, words), columns)):
            return parts
        done.append((low, high + 1, words))
    return done
