"""Passages -> claims: what sentences assert over their figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportcheck.model import Cell, Claim, Document, Passage
from reportcheck.patterns import pattern
from reportcheck.read.claims.beside import beside
from reportcheck.read.claims.bulleted import bulleted
from reportcheck.read.claims.change import changes
from reportcheck.read.claims.compare import comparisons
from reportcheck.read.claims.complements import complements
from reportcheck.read.claims.fraction import alone
from reportcheck.read.claims.labelled import labelled, terms
from reportcheck.read.claims.listing import counted_lists
from reportcheck.read.claims.multiple import multiples
from reportcheck.read.claims.payments import payment_lists
from reportcheck.read.claims.reckoned import reckonings
from reportcheck.read.claims.rolling import rollings
from reportcheck.read.claims.shares import share_lists
from reportcheck.read.claims.skeleton import Skeleton, skeleton
from reportcheck.read.claims.spend import spends
from reportcheck.read.claims.threads import threads
from reportcheck.read.mentions.numbers import scan

_TWO_DIGITS = pattern(r"\d\D*\d")
_WORD_BEFORE = pattern(r"[a-z]{2}\W")
_WORD_AFTER = pattern(r"\W[a-z]{2}")
_ALONE = (changes, complements, multiples, spends, comparisons, labelled, rollings)
"""What one passage says by itself."""
_TOGETHER = (counted_lists, share_lists, bulleted, terms)
"""What several passages say together."""


def read_claims(
    passages: Iterable[Passage], cells: Iterable[Passage] = (), document: Document | None = None
) -> Iterator[Claim]:
    """Every claim of a paper's passages, of the wordy cells of its tables, and of its lists of payments."""
    threaded = list(threads([passage for passage in passages if passage.kind != "contents"]))
    frames = [(thread.passage, skeleton(thread.passage)) for thread in threaded]
    for (_, frame), thread in zip(frames, threaded, strict=True):
        if frame is not None:
            yield from _alone(frame)
            if thread.beside:
                yield from beside(frame, thread.beside)
    for cell in cells:
        frame = skeleton(cell)
        if frame is not None:
            yield from _alone(frame)
    for reader in _TOGETHER:
        yield from reader(frames)
    if document is not None:
        yield from payment_lists(document)


def _alone(frame: Skeleton) -> Iterator[Claim]:
    told = [claim for reader in _ALONE for claim in reader(frame)]
    yield from told
    shared: set[int] = set()
    if len(frame.letters) > 1:
        known = {figures for claim in told if len(figures := frame.starts(claim)) > 1}
        for claim in reckonings(frame, known):
            shared |= frame.starts(claim) if claim.reckoning and claim.reckoning.sure > 2 else frozenset()
            yield claim
    yield from alone(frame, shared)


def cell_passages(document: Document) -> Iterator[Passage]:
    """The cells of tables that hold words and figures: "38% (31 of 82)", or a whole explanation."""
    for table in document.tables:
        for cell in table.cells:
            text = cell.text.text
            if len(text) > 8 and _wordy(text):
                yield _cell_passage(cell, table.page)


def _wordy(text: str) -> bool:
    """Whether a word stands before two digits, or after two: told in steps, for one pattern would take the square."""
    digits = _TWO_DIGITS.search(text)
    if digits is None:
        return False
    if _WORD_AFTER.search(text, digits.end()):
        return True
    word = _WORD_BEFORE.search(text)
    return word is not None and _TWO_DIGITS.search(text, word.end()) is not None


def _cell_passage(cell: Cell, page: int) -> Passage:
    return Passage(cell.text, "paragraph", page, marks=tuple(scan(cell.text.text)))
