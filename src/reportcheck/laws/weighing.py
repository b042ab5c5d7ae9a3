"""A guess -> a law, if the lanes bear it out: what holds, what fails, and whether a slip explains it."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Sequence
from itertools import pairwise
from operator import attrgetter, itemgetter, mul

from reportcheck.laws.evidence import (
    ACCEPT,
    FAILS,
    FAILS_NAMED,
    MENDED,
    NO_SLIP,
    ROUNDED,
    WEAK,
    Changes,
    bits,
    grain,
    slip_bits,
)
from reportcheck.laws.guesses import Guess
from reportcheck.laws.lattice import View
from reportcheck.laws.nosums import expected, is_no_sum, multiples, narrow
from reportcheck.laws.spots import FIGURE, NIL, UNKNOWN
from reportcheck.records import record

LARGE = 100
"""From so many steps on, a gap that is also a figure of the table is no coincidence."""
_PLACE = attrgetter("at")
WHOLE = 3.0
"""What a total tells by its words alone, in bits, where it stands under all there is and misses it by little."""
NARROW = 6
"""Within no more than so many steps a gap is looked for among the figures."""
TOLD = 5.0
"""With so many bits from the lanes where a promised sum holds, it is expected to hold in the others too."""


ALONE = re.compile(r"(?:grand |overall )?totals?\b(?: \([^()]{1,4}\))?\W*", re.IGNORECASE)
MANY = 3
"""So many lines at least make a list that ends in its total."""


@record(frozen=True, slots=True)
class Law:
    """A guess with its verdict in each lane: `held` and `failed` are lanes, `score` its bits less its price."""

    guess: Guess
    held: tuple[int, ...]
    failed: tuple[int, ...]
    score: float
    slipped: bool = False
    """Whether slips explain the lanes where it fails."""
    loose: tuple[int, ...] = ()
    """Lanes of rates or percentages where it does not hold, and need not."""


def gap(view: View, guess: Guess, lane: int) -> tuple[int, int] | None:
    """How far the sum is from its target in a lane, and how far rounding can take it; None where it cannot be tried."""
    if view.state[guess.target][lane] != FIGURE:
        return None
    total, room, known = view.value[guess.target][lane], view.slack[guess.target][lane], 0
    sort = view.sort[guess.target][lane]
    for line, sign in guess.terms:
        state = view.state[line][lane]
        if state == FIGURE:
            if view.sort[line][lane] != sort:
                return None
            total -= sign * view.value[line][lane]
            room += view.slack[line][lane]
            known += 1
        elif state == UNKNOWN:
            return None
    return (total, room) if known else None


def weigh(view: View, guess: Guess, changes: Changes) -> Law | None:
    """The guess as a law, if the lanes bear it out."""
    tried = _tried(view, guess, changes)
    if tried is None:
        return None
    rests, failed, loose = tried
    held = sorted(rests)
    if len(failed) > _most(view, guess, len(held) + len(failed)) or not (held or (failed and _promised(view, guess))):
        return None
    if failed and guess.form in ("crooked", "pair") and not _all_seen(view, guess, held):
        return None
    if multiples(view, guess, held):
        return None
    told = _told(view, guess, rests)
    score = told - guess.price
    if score + MENDED * len(failed) < ACCEPT:
        return None
    slipped, sure = bool(failed), told >= TOLD and _promised(view, guess)
    if failed and not held and _all_above(view, guess, failed):
        sure, score = True, score + WHOLE
    for lane in failed:
        worth = _slip(view, guess, lane, changes)
        slipped = slipped and worth > 0
        score += max(min(worth, 16.0), -NO_SLIP) - (FAILS_NAMED if sure else FAILS)
    if score < (WEAK if slipped else ACCEPT):
        return None
    return Law(guess, tuple(held), tuple(sorted(failed)), score, slipped, tuple(loose))


def _tried(view: View, guess: Guess, changes: Changes) -> tuple[dict[int, int], list[int], list[int]] | None:
    """The lanes where the guess holds, each with its rest, those where it fails, and those where it need not hold.

    None as soon as so many fail that it can be no law.
    """
    target, order = guess.target, view.order[guess.target]
    most, last = _most(view, guess, len(order)), len(order) - 1
    lines, signs = zip(*guess.terms, strict=True)
    plain, pick = -1 not in signs, itemgetter(*lines)
    held: dict[int, int] = {}
    failed: list[int] = []
    loose: list[int] = []
    apart: list[tuple[int, int]] = []
    others: list[int] = []
    for at, lane in enumerate(order):
        values, slacks = view.by_lane[lane]
        steps = pick(slacks)
        spare = sum(steps)
        if spare and view.even[lane]:
            # As `gap` has it: what is no figure counts for nought, and `spare` tells that one of them is.
            inputs = pick(values)
            residual = values[target] - (sum(inputs) if plain else sum(map(mul, signs, inputs)))
            room = slacks[target] + spare
        else:
            found = gap(view, guess, lane)
            if found is None:
                continue
            residual, room = found
        if -room <= residual <= room:
            held[lane] = residual
        elif steps.count(0) >= len(lines) - 1 and not _all_nil(view, lines, lane):
            continue  # What is no figure has no slack: of so few printed parts nothing is to be made.
        elif is_no_sum(view, guess, lane):
            others.append(lane)
        elif _is_figure(view, lane, residual, room, 2 * slacks[target]) and _left_out(view, guess, lane, residual, changes):
            apart.append((lane, residual))
        elif _loose(view, target, lane) and not _expected(view, guess, lane, residual, changes):
            loose.append(lane)
        else:
            failed.append(lane)
            few = most > len(order) // 4 > 0 or len(failed) <= max(1, len(held))
            if len(failed) > most or (not few and 1 < last != at):
                return None
    if len(loose) > max(1, len(held) // 3) and all(view.sort[target][lane] != "amount" for lane in held):
        return None
    failed += [lane for lane in others if not _loose(view, target, lane) and expected(view, lane, held)]
    failed += [lane for lane, residual in apart if _forgotten(view, guess, lane, residual, held)]
    return held, failed, loose


def _all_nil(view: View, lines: Sequence[int], lane: int) -> bool:
    """Whether a dash stands wherever a part is no figure: there is none, and not one that was not read."""
    return all(view.state[line][lane] in (FIGURE, NIL) for line in lines)


def _most(view: View, guess: Guess, lanes: int) -> int:
    """In how many of so many lanes a sum may fail: in one, or a quarter; a total in half of them, if it holds in three.

    What says that it is a total is one, though it was typed wrongly in many columns.
    """
    says = view.lines[guess.target].total and guess.form == "plain" and _promised(view, guess)
    return lanes // 2 if says and lanes >= 2 * MANY else max(1, lanes // 4)


def _told(view: View, guess: Guess, rests: dict[int, int]) -> float:
    """What the lanes where the guess holds tell, in bits; lanes with the same figures tell it once."""
    told, pick = 0.0, itemgetter(guess.target, *[line for line, _ in guess.terms])
    seen: set[tuple[int, ...]] = set()
    for lane, residual in rests.items():
        values, slacks = view.by_lane[lane]
        figures = pick(values)
        if figures not in seen:
            seen.add(figures)
            rounded = ROUNDED.get(view.sort[guess.target][lane], 0.5)
            most = narrow(view, guess.target, lane)
            told += bits(figures[0], figures[1:], residual, 2 * slacks[guess.target], rounded, most)
    return told


def _all_seen(view: View, guess: Guess, held: list[int]) -> bool:
    """Whether each part plays a part somewhere where the sum holds, and no two only cancel each other out."""
    seen = [tuple(sign * view.value[line][lane] for lane in held) for line, sign in guess.terms]
    against = {tuple(-x for x in one) for one in seen}
    return all(any(one) for one in seen) and not any(one in against for one in seen)


def _is_figure(view: View, lane: int, residual: int, room: int, step: int) -> bool:
    """Whether a gap is as large as a figure of the lane, within rounding."""
    sizes, size = view.sizes[lane], abs(residual)
    steps = room // step
    return size in sizes or (steps <= NARROW and any(size + d * step in sizes for d in range(-steps, steps + 1)))


def _left_out(view: View, guess: Guess, lane: int, residual: int, changes: Changes) -> bool:
    """Whether a gap as large as a figure of the lane is one: a part that the law does not know, or one too many."""
    if abs(residual) < LARGE * 2 * view.slack[guess.target][lane]:
        return False
    return view.across or not _promised(view, guess) or _slip(view, guess, lane, changes) <= 0


def _forgotten(view: View, guess: Guess, lane: int, residual: int, held: Collection[int]) -> bool:
    """Whether the gap is a part that is counted wherever else it is something: a total that leaves it out is wrong."""
    if not _promised(view, guess):
        return False
    parts = [line for line, sign in guess.terms if view.value[line][lane] * sign == -residual]
    if len(parts) != 1:
        return False
    line, target = parts[0], guess.target
    counted = [other for other in held if abs(view.value[line][other]) > LARGE * 2 * view.slack[target][other] > 0]
    return len(held) > 1 and bool(counted)


def _promised(view: View, guess: Guess) -> bool:
    """Whether a line's own words, or a label left out, say that it is a sum, though none holds."""
    line = view.lines[guess.target]
    if line.rate or guess.form not in ("plain", "less"):
        return False
    return line.total or (line.blank and not view.across) or (not view.across and _accounted(view, guess))


def _all_above(view: View, guess: Guess, lanes: Sequence[int]) -> bool:
    """Whether a line that says Total, and no more, stands under plain lines alone, and is near their sum."""
    line = view.lines[guess.target]
    lines = sorted(at for at, _ in guess.terms)
    if view.across or guess.form != "plain" or not ALONE.fullmatch(line.label.strip()) or len(lines) < MANY:
        return False
    if lines != list(range(guess.target)):
        return False
    parts = [view.lines[at] for at in lines]
    if any(it.total or it.result or it.opening or it.closing or it.memo or it.less or it.rate for it in parts):
        return False
    gaps = [(gap(view, guess, lane), view.value[guess.target][lane]) for lane in lanes]
    return all(found is not None and 3 * abs(found[0]) < abs(stated) for found, stated in gaps)


def _accounted(view: View, guess: Guess) -> bool:
    """Whether the words are those of an account: an opening and a closing, or what is less and what is left."""
    line, parts = view.lines[guess.target], [view.lines[at] for at, _ in guess.terms]
    first = min(parts, key=_PLACE)
    return (line.closing and first.opening) or (line.result and first.at < line.at and any(it.less for it in parts))


def _loose(view: View, line: int, lane: int) -> bool:
    """Whether a lane of rates or percentages need not add up here."""
    return view.lanes[lane].rate or view.lanes[lane].fine or view.sort[line][lane] != "amount"


def _expected(view: View, guess: Guess, lane: int, residual: int, changes: Changes) -> bool:
    """Whether figures that need not add up do: shares of a hundred, or fine amounts that a slip alone parts."""
    if _hundred(view, guess, lane, residual):
        return True
    near = 4 * abs(residual) < abs(view.value[guess.target][lane])
    fine = view.lanes[lane].fine and not view.lanes[lane].rate and view.sort[guess.target][lane] == "amount"
    return fine and near and _promised(view, guess) and _slip(view, guess, lane, changes) > 0


def _hundred(view: View, guess: Guess, lane: int, residual: int) -> bool:
    """Whether percentages are to make 100 here: the total says so, or the parts do."""
    target = view.value[guess.target][lane]
    return view.sort[guess.target][lane] == "percent" and 100 * view.one in (target, target - residual)


def _slip(view: View, guess: Guess, lane: int, changes: Changes) -> float:
    found = gap(view, guess, lane)
    assert found is not None
    spots, signs = [view.spot[guess.target][lane]], [1]
    for line, sign in guess.terms:
        if view.state[line][lane] == FIGURE:
            spots.append(view.spot[line][lane])
            signs.append(-sign)
    likely = changes.explained(spots, signs, found[0], found[1])
    copied = _copied(view, guess, lane)
    if likely <= 0:
        return copied
    figures = [view.value[line][lane] for line, _ in guess.terms]
    target, step = abs(view.value[guess.target][lane]), 2 * view.slack[guess.target][lane]
    return max(slip_bits(likely, max(target, *map(abs, figures)), grain(math.gcd(*figures), step)), copied)


def _copied(view: View, guess: Guess, lane: int) -> float:
    """What it tells that a part is printed twice, one under the other: the second was copied, and its own is lost."""
    parts = [view.lines[line] for line, _ in guess.terms]
    if (
        view.across
        or not _promised(view, guess)
        or len(parts) < 3
        or "total" not in view.lines[guess.target].label.lower()
    ):
        return -20.0
    if any(it.total or it.result or it.opening or it.closing for it in parts):
        return -20.0
    values = [view.value[line][lane] for line, _ in sorted(guess.terms)]
    twice = [a for a, b in pairwise(values) if a == b and abs(a) >= LARGE * 2 * view.slack[guess.target][lane]]
    if len(twice) != 1 or values.count(twice[0]) != 2:
        return -20.0
    mended = view.value[guess.target][lane] - sum(values) + twice[0]
    if not 1 <= 10 * mended // twice[0] <= 100:
        return -20.0
    step = 2 * view.slack[guess.target][lane]
    return min(math.log2(abs(twice[0]) / grain(abs(twice[0]), step)), 10.0) - 1.0
