"""Signs that stand at the far edge of their cell, in a column of their own -> put before the figures they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportcheck.extract.pdf.draft import Draft, DraftCell, numeric
from reportcheck.extract.pdf.sheet import Word
from reportcheck.patterns import pattern

_SIGN = pattern(r"[-−–]?(?:[£$€¥₱₹]|R|Rs\.?|Kshs?\.?|Php)?[-−–(]?")
_MINUS = frozenset("-−–")
Column = dict[int, DraftCell]
"""The cells of one column, by row."""


def signs_home(draft: Draft) -> Draft:
    """The draft with signs that stand in a column of their own put before the figures to their right."""
    alone = {c.column for c in draft.cells if c.columns == 1 and _is_sign(c)}
    for column in sorted(alone - {draft.columns - 1}):
        mine, hosts = _column(draft.cells, column), _column(draft.cells, column + 1)
        if _belong(mine, hosts):
            draft = replace(draft, cells=tuple(_moved(draft.cells, mine, hosts)))
    return draft


def _column(cells: Sequence[DraftCell], column: int) -> Column:
    return {c.row: c for c in cells if c.column == column and c.columns == 1 and c.words}


def _is_sign(cell: DraftCell) -> bool:
    if len(cell.words) != 1:
        return False
    text = cell.words[0].text
    return len(text) < 5 and not text[-1].isdigit() and _SIGN.fullmatch(text) is not None


def _belong(mine: Column, hosts: Column) -> bool:
    """Whether the signs of a column belong to the figures of the next: dashes for nil stand without any."""
    signs = {row for row, cell in mine.items() if _is_sign(cell)}
    first = min(signs)
    heads = [row for row in mine if row not in signs]
    if any(row > first or row in hosts for row in heads) or not all(row in hosts for row in signs):
        return False
    if not all(_takes(cell.words[0].text, hosts[row]) for row, cell in mine.items() if row in signs):
        return False
    if not any(mine[row].words[0].text in _MINUS for row in signs):
        return True
    plain = [row for row, cell in hosts.items() if row >= first - 1 and row not in signs and _takes("-", cell)]
    return bool(plain) and not heads


def _takes(sign: str, cell: DraftCell) -> bool:
    """Whether a cell holds a figure that has no such sign of its own: a dash for nil takes a currency, no minus."""
    text = cell.words[0].text
    return numeric(text) and (text[0] not in _MINUS or (len(text) == 1 and not _MINUS & {*sign}))


def _moved(cells: Sequence[DraftCell], mine: Column, hosts: Column) -> list[DraftCell]:
    """The cells with signs before their figures, and what heads the signs over the figures."""
    done = []
    for cell in cells:
        if mine.get(cell.row) is cell:
            if not _is_sign(cell):
                done.append(cell._replace(column=cell.column + 1))
        elif hosts.get(cell.row) is cell and cell.row in mine:
            sign, words = mine[cell.row].words[0], cell.words
            done.append(cell._replace(words=(_before(sign, words[0]), *words[1:])))
        else:
            done.append(cell)
    return done


def _before(sign: Word, word: Word) -> Word:
    """A figure with its sign, in the figure's place."""
    return word._replace(text=sign.text + word.text)
