"""A region -> its columns: the gutters that stay white in all its rows of figures, and the rules between them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise

from reportcheck.extract.pdf.draft import numeric
from reportcheck.extract.pdf.grids import Levels, Rule
from reportcheck.extract.pdf.regions import LEAST, Gap, Region
from reportcheck.extract.pdf.rows import Row
from reportcheck.extract.pdf.sheet import Word
from reportcheck.patterns import pattern
from reportcheck.records import record

CLOSE = 0.38
"""Next to a figure a gap wider than this, in heights of type, is a gutter; between words it takes WIDE."""
_FIGURE = pattern(r"[-–−(+]?[£$€]?(?!0\d)\d[\d,.]*%?\)?")
_BEGINS = pattern(r"[-–−(+]?[£$€]?\d{1,3}")
_GROUP = pattern(r"\d{3}(?!\d)")
SPANNING = 0.6
"""Years over fewer columns than this share of them may each stand over several."""
INFINITE = float("inf")
Part = tuple[int, int, list[Word]]
"""The first column that words fill, the one after the last, and the words."""


def fine_spans(row: Row) -> list[Gap]:
    """The left and right ends of what belongs together in a row, cut more finely next to figures."""
    spans: list[Gap] = []
    last: Word | None = None
    for chunk in row.chunks:
        start = 0
        words = chunk.words
        for at in range(1, len(words)):
            last, word = words[at - 1], words[at]
            gap = word.x0 - last.x1
            apart = CLOSE if gap > CLOSE * word.size or not _two_figures(last.text, word.text) else LEAST
            if gap > apart * word.size and (numeric(word.text) or numeric(last.text)):
                spans.append((words[start].x0, last.x1))
                start = at
        spans.append((words[start].x0, chunk.x1))
    return spans


def _two_figures(one: str, two: str) -> bool:
    """Whether two words are a figure each, and no groups of digits of one: "3,120 460", but not "3 120"."""
    if not (_FIGURE.fullmatch(one) and _FIGURE.fullmatch(two)):
        return False
    return not _BEGINS.fullmatch(one) or not _GROUP.match(two)


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
    return spanned(edges, [row.words for row in (*rows, *years)])


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


def white(rows: Sequence[Row], least: float) -> list[Gap]:
    """The gaps, at least so many heights of type wide, in which hardly any of the rows prints anything."""
    size = sorted(row.size for row in rows)[len(rows) // 2]
    events: list[tuple[float, int]] = []
    for spans in _without_overhang([fine_spans(row) for row in rows], rows):
        for x0, x1 in spans:
            events += ((x0, 1), (x1, -1))
    spare = len(rows) // 25
    found: list[Gap] = []
    depth, since = 0, None
    left = min(row.x0 for row in rows)
    for x, step in sorted(events, key=lambda e: (e[0], -e[1])):
        before = depth
        depth += step
        if before > spare >= depth:
            since = x
        elif before <= spare < depth and since is not None:
            if x - since >= least * size and since > left:
                found.append((since, x))
            since = None
    return found


def _without_overhang(spans: list[list[Gap]], rows: Sequence[Row]) -> list[list[Gap]]:
    """What rows print, a label that runs on over empty places of columns of figures cut off before the first."""
    if max([mine[0][1] for mine in spans]) <= min([mine[1][0] for mine in spans if len(mine) > 1], default=INFINITE):
        return spans
    figures = [
        [span for span in mine if numeric(" ".join([w.text for w in row.words if span[0] <= w.x0 <= span[1]]))]
        for mine, row in zip(spans, rows, strict=True)
    ]
    tracks = [t for t in _merged(list(chain.from_iterable(figures))) if _sparsely_covered(t, spans, figures)]
    done = []
    for mine, own in zip(spans, figures, strict=True):
        low, high = mine[0]
        over = [track for track in tracks if low < track[0] < high and not _meets(own, track)]
        if over and mine[0] not in own:
            mine = [(low, _end_of_labels(over[0], spans, figures, low)), *mine[1:]]
        done.append(mine)
    return done


def _end_of_labels(track: Gap, spans: list[list[Gap]], figures: list[list[Gap]], least: float) -> float:
    """How far the labels of those rows reach that print a figure in a column."""
    ends = [m[0][1] for m, own in zip(spans, figures, strict=True) if _meets(own, track) and m[0][1] < track[0]]
    return max(ends, default=least)


def _sparsely_covered(track: Gap, spans: list[list[Gap]], figures: list[list[Gap]]) -> bool:
    """Whether half as many rows as have a figure in a column, at most, have their first words in its place."""
    filled = sum([_meets(own, track) for own in figures])
    covered = sum(
        [mine[0][0] < track[0] < mine[0][1] and mine[0] not in own for mine, own in zip(spans, figures, strict=True)]
    )
    return 0 < 2 * covered <= filled


def _meets(spans: Sequence[Gap], other: Gap) -> bool:
    return any(x0 < other[1] and other[0] < x1 for x0, x1 in spans)


def _merged(spans: Sequence[Gap]) -> list[Gap]:
    """Spans, those that overlap made one."""
    done: list[Gap] = []
    for x0, x1 in sorted(spans):
        if done and x0 < done[-1][1]:
            done[-1] = done[-1][0], max(x1, done[-1][1])
        else:
            done.append((x0, x1))
    return done


def walled(found: list[Gap], down: Sequence[Rule], top: float, bottom: float) -> list[float]:
    """The middles of the gutters, moved to an upright rule where one is drawn in them."""
    walls = [x for x, start, end in down if min(end, bottom) - max(start, top) > 0.5 * (bottom - top)]
    return [next((x for x in walls if low - 2 <= x <= high + 2), (low + high) / 2) for low, high in found]


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
