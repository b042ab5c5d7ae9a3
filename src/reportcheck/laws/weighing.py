"""A guess -> a law, if the lanes bear it out: what holds, what fails, and whether a slip explains it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from operator import itemgetter, mul

from reportcheck.laws.evidence import (
    ACCEPT,
    FAILS,
    FAILS_NAMED,
    FAILS_UNSAID,
    MENDED,
    NO_SLIP,
    ROUNDED,
    WEAK,
    Changes,
    bits,
)
from reportcheck.laws.expecting import (
    few_failing,
    hundred,
    loose_here,
    most_failing,
    promised_sum,
    told_by_figures,
    under_all,
)
from reportcheck.laws.gaps import forgotten, gap, is_figure, left_out, slip_worth
from reportcheck.laws.guesses import Guess
from reportcheck.laws.lattice import View
from reportcheck.laws.nosums import expected, fewer_in_all, is_no_sum, multiples, narrow
from reportcheck.laws.spots import FIGURE, NIL
from reportcheck.records import record

WHOLE = 3.0
"""What a total tells by its words alone, in bits, where it stands under all there is and misses it by little."""
BARELY = 9.0
"""The same where it misses it by a fiftieth or less: whoever left a row out would miss it by more."""
FIFTIETH = 50
"""So many times what is missing is in the total that misses it barely."""
FEW = 8
"""A sum that comes out in less than one of so many lanes, and is far off in two, is none."""
Gap = tuple[int, tuple[int, int, int]]
"""The number of a lane in its turn; the lane, how far a sum is off there, and how far rounding can take it."""
TOLD = 5.0
"""With so many bits from the lanes where a promised sum holds, it is expected to hold in the others too."""


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
    spared: bool = False
    """Whether it does not hold everywhere, though it accuses no one there."""


def weigh(view: View, guess: Guess, changes: Changes) -> Law | None:
    """The guess as a law, if the lanes bear it out."""
    gaps = list(_gaps(view, guess))
    rests = {lane: residual for _, (lane, residual, room) in gaps if -room <= residual <= room}
    told, may_fail = _told(view, guess, rests), few_failing(view, guess, len(rests))
    # What fails is looked into where the law could be believed after all.
    if told - guess.price + MENDED * min(may_fail, len(gaps) - len(rests)) < ACCEPT:
        return None
    tried = _tried(view, guess, changes, gaps, rests, may_fail)
    if tried is None:
        return None
    failed, loose = tried
    held = sorted(rests)
    if len(failed) > most_failing(view, guess, len(held) + len(failed)):
        return None
    if not held and not (failed and promised_sum(view, guess)):
        return None
    if failed and guess.form in ("crooked", "pair") and not _all_seen(view, guess, held):
        return None
    if multiples(view, guess, held):
        return None
    score = told - guess.price
    if score + MENDED * len(failed) < ACCEPT:
        return None
    slipped, sure = bool(failed), told >= TOLD and promised_sum(view, guess)
    if failed and not held and under_all(view, guess) and _near(view, guess, failed, 3):
        sure, score = True, score + (BARELY if _near(view, guess, failed, FIFTIETH) else WHOLE)
    failing, alone = len(failed), told_by_figures(view, guess)
    for lane in tuple(failed):
        worth = slip_worth(view, guess, lane, changes)
        slipped = slipped and worth > 0
        score += max(min(worth, 16.0), -NO_SLIP) - (FAILS_NAMED if sure else FAILS_UNSAID if alone else FAILS)
        if worth <= 0 and alone:
            # Nothing but the other places says that it is a sum: another item plays a part here.
            failed = [other for other in failed if other != lane]
    if score < (WEAK if slipped else ACCEPT):
        return None
    spared = len(failed) < failing
    seen, known = {_figures(view, guess, lane) for lane in failed}, frozenset(failed)
    failed += [lane for lane in range(len(view.lanes)) if lane not in known and _as_in(view, guess, lane, seen)]
    return Law(guess, tuple(held), tuple(sorted(failed)), score, slipped, tuple(loose), spared)


def _tried(
    view: View, guess: Guess, changes: Changes, gaps: Sequence[Gap], rests: dict[int, int], may_fail: int
) -> tuple[list[int], list[int]] | None:
    """The lanes where the guess fails, and those where it need not hold; `rests` are those where it holds.

    None as soon as more fail than may.
    """
    if not rests and not promised_sum(view, guess):
        return None
    lanes = len(view.order[guess.target])
    most = most_failing(view, guess, lanes)
    held: dict[int, int] = {}
    missed: dict[str, dict[int, int]] = {"loose": {}, "part": {}, "no sum": {}, "fails": {}, "unread": {}}
    seen: set[tuple[int, ...]] = set()
    for at, (lane, residual, room) in gaps:
        if lane in rests:
            held[lane] = residual
            continue
        missed[_missed(view, guess, lane, residual, room, held, changes)][lane] = residual
        failing = missed["fails"]
        if len(rests) * FEW < lanes and len(missed["loose"]) > 1:
            return None
        if lane in failing and _as_in(view, guess, lane, seen):
            del failing[lane]  # The same figures once more tell nothing more.
        elif lane in failing:
            seen.add(_figures(view, guess, lane))
            few = most > lanes // 4 > 0 or len(failing) <= max(1, len(held))
            if len(failing) > may_fail or (not few and 1 < lanes - 1 != at):
                return None
    loose = list(missed["loose"])
    if len(loose) > max(1, len(rests) // 3) and all(view.sort[guess.target][lane] != "amount" for lane in rests):
        return None
    others = (lane for lane in missed["no sum"] if not loose_here(view, guess.target, lane))
    apart = missed["part"].items()
    failed = [*missed["fails"], *(lane for lane in others if expected(view, lane, rests))]
    return failed + [lane for lane, residual in apart if forgotten(view, guess, lane, residual, rests)], loose


def _gaps(view: View, guess: Guess) -> Iterator[Gap]:
    """The lanes in which the guess can be tried, in turn: how far off it is there, and how far rounding can take it."""
    lines, signs = zip(*guess.terms, strict=True)
    plain, pick = -1 not in signs, itemgetter(*lines)
    for at, lane in enumerate(view.order[guess.target]):
        values, slacks = view.by_lane[lane]
        spare = sum(pick(slacks))
        if spare and view.even[lane]:
            # As `gap` has it: what is no figure counts for nought, and `spare` tells that one of them is.
            inputs = pick(values)
            total = sum(inputs) if plain else sum(map(mul, signs, inputs))
            yield at, (lane, values[guess.target] - total, slacks[guess.target] + spare)
        elif found := gap(view, guess, lane):
            yield at, (lane, *found)


def _missed(
    view: View, guess: Guess, lane: int, residual: int, room: int, held: Collection[int], changes: Changes
) -> str:  # fmt: skip
    """What it is where the sum does not come out: a failure, or one of what may stand in its place."""
    target, (values, slacks) = view.lines[guess.target], view.by_lane[lane]
    parts = [line for line, _ in guess.terms]
    pick = itemgetter(*parts)
    says = guess.form == "plain" and (target.total or target.blank)
    if len(parts) - pick(slacks).count(0) < 2 and not _all_nil(view, parts, lane):
        return "unread"  # What is no figure has no slack: of so few printed parts nothing is to be made.
    if says and values[guess.target] <= max(pick(values)) and is_no_sum(view, guess, lane):
        return "no sum"
    if says and fewer_in_all(view, guess, lane) and slip_worth(view, guess, lane, changes) <= 0:
        return "loose"
    if is_figure(view, guess, lane, residual, room) and left_out(view, guess, lane, residual, changes):
        return "part"
    free = _need_not(view, guess, lane, held, residual) and not adds_here(view, guess, lane, residual, changes)
    return "loose" if free else "fails"


def _as_in(view: View, guess: Guess, lane: int, seen: Collection[tuple[int, ...]]) -> bool:
    """Whether all its figures are those that were seen in another lane."""
    return bool(seen) and view.state[guess.target][lane] == FIGURE and _figures(view, guess, lane) in seen


def _figures(view: View, guess: Guess, lane: int) -> tuple[int, ...]:
    """What a lane prints for a sum, and for each of its parts."""
    figures: tuple[int, ...] = itemgetter(guess.target, *[line for line, _ in guess.terms])(view.by_lane[lane][0])
    return figures


def _need_not(view: View, guess: Guess, lane: int, held: Collection[int], residual: int) -> bool:
    """Whether the line need not add up here: rates, and what is far off and finer than wherever its sum holds.

    Of what one day opens with and another closes with, and that holds nowhere, finer than anywhere else: prices.
    """
    if loose_here(view, guess.target, lane):
        return True
    slacks, others = view.slack[guess.target], held
    rolls = view.lines[guess.target].closing and any(view.lines[line].opening for line, _ in guess.terms)
    if not held and rolls:
        others = [other for other in view.order[guess.target] if slacks[other] > slacks[lane]]
    finer = not view.across and bool(others) and all(slacks[lane] < slacks[other] for other in others)
    return finer and 2 * abs(residual) > abs(view.value[guess.target][lane])


def _near(view: View, guess: Guess, lanes: Sequence[int], parts: int) -> bool:
    """Whether the sum misses its target by less than one of so many parts of it."""
    gaps = [(gap(view, guess, lane), view.value[guess.target][lane]) for lane in lanes]
    return all(found is not None and parts * abs(found[0]) < abs(stated) for found, stated in gaps)


def _all_nil(view: View, lines: Sequence[int], lane: int) -> bool:
    """Whether a dash stands wherever a part is no figure: there is none, and not one that was not read."""
    return all(view.state[line][lane] in (FIGURE, NIL) for line in lines)


def adds_here(view: View, guess: Guess, lane: int, residual: int, changes: Changes) -> bool:
    """Whether figures that need not add up do: shares of a hundred, or fine amounts that a slip alone parts."""
    if hundred(view, guess, lane, residual):
        return True
    near = 4 * abs(residual) < abs(view.value[guess.target][lane])
    fine = view.lanes[lane].fine and not view.lanes[lane].rate and view.sort[guess.target][lane] == "amount"
    return fine and near and promised_sum(view, guess) and slip_worth(view, guess, lane, changes) > 0


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
            # The coarsest of the figures says how finely the sum is known.
            told += bits(figures[0], figures[1:], residual, 2 * max(pick(slacks)), rounded, most)
    return told


def _all_seen(view: View, guess: Guess, held: list[int]) -> bool:
    """Whether each part plays a part somewhere where the sum holds, and no two only cancel each other out."""
    seen = [tuple(sign * view.value[line][lane] for lane in held) for line, sign in guess.terms]
    against = {tuple(-x for x in one) for one in seen}
    return all(any(one) for one in seen) and not any(one in against for one in seen)
