"""Whether a sum is to be expected: the words of its line promise it, and the figures of its lane add up."""

from __future__ import annotations

import re
from operator import attrgetter

from reportcheck.laws.guesses import Guess
from reportcheck.laws.lattice import View
from reportcheck.patterns import pattern

ALONE = pattern(r"(?:grand |overall )?totals?\b(?: \([^()]{1,4}\))?\W*", re.IGNORECASE)
MANY = 3
"""So many lines at least make a list that ends in its total."""
_PLACE = attrgetter("at")


def promised_sum(view: View, guess: Guess) -> bool:
    """Whether a line's own words, or a label left out, say that it is a sum, though none holds."""
    line = view.lines[guess.target]
    if line.rate or guess.form not in ("plain", "less"):
        return False
    return line.total or (line.blank and not view.across) or _accounted(view, guess)


def _accounted(view: View, guess: Guess) -> bool:
    """Whether the words are those of an account: an opening and a closing, or what is less and what is left."""
    line, parts = view.lines[guess.target], [view.lines[at] for at, _ in guess.terms]
    first = min(parts, key=_PLACE)
    if line.closing and first.opening:
        return not view.across or line.at > max(part.at for part in parts)
    return not view.across and line.result and first.at < line.at and any(it.less or it.owed for it in parts)


def most_failing(view: View, guess: Guess, lanes: int) -> int:
    """In how many of so many lanes a sum may fail: in one, or a quarter; a total in half of them, if it holds in three.

    What says that it is a total is one, though it was typed wrongly in many columns; and columns that say what was
    there, what came and went, and what is there now are an account, though it comes out in a quarter of its rows.
    """
    says = _says(view, guess)
    if says == "account":
        return max(1, lanes * 3 // 4)
    return lanes // 2 if says == "total" and lanes >= 2 * MANY else max(1, lanes // 4)


def few_failing(view: View, guess: Guess, held: int) -> int:
    """In how many lanes at most a sum may fail that holds in so many: as `most_failing` has it of all of these."""
    return max(1, {"account": 3 * held, "total": held}.get(_says(view, guess), held // 3))


def _says(view: View, guess: Guess) -> str:
    """What words say that it is a sum: those of an account across columns, or of a total of rows."""
    if not promised_sum(view, guess):
        return ""
    if view.across:
        return "account" if _accounted(view, guess) else ""
    return "total" if view.lines[guess.target].total and guess.form == "plain" else ""


def under_all(view: View, guess: Guess) -> bool:
    """Whether a line that says Total, and no more, stands under plain lines alone, from the first on."""
    line = view.lines[guess.target]
    lines = sorted(at for at, _ in guess.terms)
    if view.across or guess.form != "plain" or not ALONE.fullmatch(line.label.strip()) or len(lines) < MANY:
        return False
    if lines != list(range(guess.target)):
        return False
    parts = [view.lines[at] for at in lines]
    return not any(it.total or it.result or it.opening or it.closing or it.memo or it.less or it.rate for it in parts)


def told_by_figures(view: View, guess: Guess) -> bool:
    """Whether no words say that a line is the sum of those lines: rows that are more and less of one another."""
    return not view.across and guess.form in ("crooked", "pair") and not view.lines[guess.target].change


def loose_here(view: View, line: int, lane: int) -> bool:
    """Whether a lane of rates or percentages need not add up here."""
    return view.lanes[lane].rate or view.lanes[lane].fine or view.sort[line][lane] != "amount"


def hundred(view: View, guess: Guess, lane: int, residual: int) -> bool:
    """Whether percentages are to make 100 here: the total says so, or the parts do."""
    target = view.value[guess.target][lane]
    return view.sort[guess.target][lane] == "percent" and 100 * view.one in (target, target - residual)
