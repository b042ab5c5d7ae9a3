"""pdfium's text of a page -> words with boxes: two box calls a word, and no call a character."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import compress, count, islice, pairwise, repeat
from operator import ne
from typing import Any, NamedTuple

from reportcheck.extract.pdf.apart import cuts, parted, spread
from reportcheck.extract.pdf.inks import Ink, InkReader, Run
from reportcheck.extract.pdf.letters import is_plain, may_run_left, page_text, spelt, unread_share, words_in
from reportcheck.extract.pdf.pdfium import exhaust, pdfium, room, unpacked
from reportcheck.patterns import pattern
from reportcheck.records import record


class Print(NamedTuple):
    """The words of a page in the file's own coordinates, from the bottom left corner."""

    texts: list[str]
    ends: list[float]
    """Left, top, right and bottom of each word's first character, and then of its last: eight numbers a word."""
    spaces: list[float]
    """1 where a space is printed before the word, 0 where none is."""
    runs: list[tuple[Run, int]]
    """The runs of text that the words are part of, and of how many words in a row."""
    holders: dict[int, Run]
    """pdfium's objects that those runs are."""
    kinds: frozenset[Ink]
    """The inks, each once."""
    unread: float
    """The share of the page's characters that have no meaning."""


_INNER = pattern(r"[a-z][A-Z\d£$€]")
"""Where two words may have been taken for one."""
NOTHING = Print([], [], [], [], {}, frozenset(), 0.0)


@record(slots=True)
class _Found:
    """The words of a page while they are being told apart, in lists of equal length."""

    text: str
    starts: list[int]
    words: list[str]
    spaces: list[float]
    holders: list[int]
    """The run of text that each begins in."""


def printed(text_page: Any) -> Print:
    """The words of a page."""
    text = page_text(text_page)
    plain = is_plain(text)
    starts, words = words_in(text, plain)
    if not starts:
        return NOTHING
    before = " " + text
    spaces = [1.0 if before[start] in " \xa0" else 0.0 for start in starts]
    holders = list(_all_holders(starts, text_page) if may_run_left(text) else _holders(starts, spaces, text_page))
    changes = _changes(holders)
    reader = InkReader(text_page)
    found = _Found(text, starts, words, spaces, holders)
    mixed = _mixed(starts, words, holders, changes, text_page)
    if mixed:
        _cut_to_one_size(found, mixed, reader, text_page)
        changes = _changes(holders)
    known = reader.runs({holders[at]: starts[at] for at in reversed(changes)})
    runs, ends = _runs(found, changes, known), _ends(text_page, starts, words)
    kinds = frozenset([ink for (ink, _), _ in runs])
    wide = spread(words, ends, runs, kinds)
    if wide and _cut_apart(found, wide, text_page):
        known = reader.runs(dict(zip(holders, starts, strict=True)))
        runs, ends = _runs(found, _changes(holders), known), _ends(text_page, starts, words)
    unread = 0.0 if plain else unread_share(text)
    return Print(spelt(words, text), ends, spaces, runs, known, kinds, unread)


def _runs(found: _Found, changes: list[int], known: dict[int, Run]) -> list[tuple[Run, int]]:
    """The runs of text, and of how many words in a row."""
    return [(known[found.holders[at]], after - at) for at, after in pairwise([*changes, len(found.holders)])]


def _ends(text_page: Any, starts: list[int], words: list[str]) -> list[float]:
    """The boxes of each word's first and last character."""
    at = [0] * (2 * len(starts))
    at[::2] = starts
    at[1::2] = [start + len(word) - 1 for start, word in zip(starts, words, strict=True)]
    boxes, places = room("FS_RECTF", len(at))
    exhaust(map(pdfium()[1].FPDFText_GetLooseCharBox, repeat(text_page), at, places))
    return list(next(unpacked(f"{4 * len(at)}f", boxes, 1)))


def _all_holders(indexes: Iterable[int], page: Any) -> Iterator[int]:
    """The run of text of each of those characters."""
    return map(pdfium()[1].FPDFText_GetTextObject, repeat(page), indexes)


def _holders(starts: list[int], spaces: list[float], page: Any) -> list[int]:
    """The run of text that each word begins in, where no line is turned round, which may part a run.

    A run's characters follow each other, so that what stands between two words of one run is of that run as well:
    of most lines, the ends are all that is asked for.
    """
    object_of = pdfium()[1].FPDFText_GetTextObject
    lines = [at for at, space in enumerate(spaces) if not space]
    edges = sorted({0, *lines, *[max(at - 1, 0) for at in lines], len(starts) - 1})
    holders = [0] * len(starts)
    for at, holder in zip(edges, _all_holders([starts[at] for at in edges], page), strict=True):
        holders[at] = holder
    spans = list(pairwise(edges))
    for low, high in spans:  # Grows while it is gone through.
        if high - low < 2:
            continue
        if holders[low] == holders[high]:
            holders[low + 1 : high] = [holders[low]] * (high - low - 1)
        else:
            middle = (low + high) // 2
            holders[middle] = object_of(page, starts[middle])
            spans += ((low, middle), (middle, high))
    return holders


def _changes(holders: list[int]) -> list[int]:
    """The numbers of the words with which runs begin."""
    return [0, *compress(count(1), map(ne, holders, holders[1:]))]


def _mixed(
    starts: list[int], words: list[str], holders: list[int], changes: list[int], page: Any
) -> dict[int, list[int]]:
    """The words of several runs, by number, and the run of each of their characters."""
    object_of = pdfium()[1].FPDFText_GetTextObject
    mixed: dict[int, list[int]] = {}
    for after in [*changes[1:], len(starts)]:
        at = after - 1  # Where the next word is of the same run, so is this word's end.
        start, word = starts[at], words[at]
        long = len(word)
        if (
            long > 1
            and (not word[-1].isalpha() or _holds_two(word))
            and (object_of(page, start + long - 1) != holders[at])
        ):
            mixed[at] = list(_all_holders(range(start, start + long), page))
    return mixed


def _holds_two(word: str) -> bool:
    """Whether a word may be two that stand side by side, such as the heads of two columns."""
    return (
        len(word) > 5 and not (word.islower() or word.istitle() or word.isupper()) and _INNER.search(word) is not None
    )


def _cut_to_one_size(found: _Found, mixed: dict[int, list[int]], reader: InkReader, page: Any) -> None:
    """Cut words of several runs where the size of their type changes, or white stands between two of them."""
    starts = found.starts
    runs = reader.runs({holder: index for at, held in mixed.items() for index, holder in enumerate(held, starts[at])})
    for at, held in reversed(mixed.items()):
        parts = sorted(
            {
                *_cuts([runs[holder][0].size for holder in held]),
                *parted(page, starts[at], found.words[at], [runs[holder] for holder in held]),
            }
        )
        found.holders[at : at + 1] = [held[cut] for cut in parts]
        _cut(found, at, parts, 0.0)


def _cut_apart(found: _Found, wide: dict[int, Ink], page: Any) -> bool:
    """Cut words whose letters stand far apart, and tell whether there were any."""
    count = len(found.starts)
    for at, ink in reversed(wide.items()):
        parts = cuts(page, found.starts[at], found.words[at], ink)
        if len(parts) > 1:
            found.holders[at : at + 1] = _all_holders([found.starts[at] + cut for cut in parts], page)
            _cut(found, at, parts, 1.0)
    return len(found.starts) > count


def _cut(found: _Found, at: int, cuts: list[int], space: float) -> None:
    """Put the parts of a word in its place."""
    start, end = found.starts[at], found.starts[at] + len(found.words[at])
    starts = [start + cut for cut in cuts]
    found.starts[at : at + 1] = starts
    found.words[at : at + 1] = [found.text[a:b] for a, b in pairwise([*starts, end])]
    found.spaces[at : at + 1] = [found.spaces[at], *[space] * (len(cuts) - 1)]


def _cuts(sizes: list[float]) -> list[int]:
    """Where the size of a word's type changes: a footnote's mark is no part of the figure before it."""
    size = sizes[0]
    cuts = [0]
    for at, other in enumerate(sizes):
        if not 0.85 * size <= other <= size / 0.85:
            cuts.append(at)
            size = other
    return cuts


def reading_quarters(words: Print) -> list[int]:
    """The directions, in quarter turns, in which characters run, the most of them first; -1, askew, is none."""
    quarters = {ink.quarter for ink in words.kinds}
    if len(quarters) == 1:
        return [max(quarters.pop(), 0)]
    long = [0, 0, 0, 0, 0]
    each = map(len, words.texts)
    for (ink, _), how_many in words.runs:
        long[ink.quarter] += sum(islice(each, how_many))
    return sorted(quarters - {-1}, key=lambda q: (-long[q], q))
