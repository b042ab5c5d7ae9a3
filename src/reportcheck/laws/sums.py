"""Sums that a view obeys: a line that is the signed sum of others, found without being told."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportcheck.laws.evidence import (
    ACCEPT,
    FAILS,
    FAILS_NAMED,
    NO_SLIP,
    ROUNDED,
    WEAK,
    Changes,
    bits,
    grain,
    slip_bits,
)
from reportcheck.laws.lattice import FIGURE, UNKNOWN, View

RIVAL = 6.0
"""How much firmer a law that fails somewhere must be where another explains its line everywhere."""
TOLD = 5.0
"""With so many bits from the lanes where a promised sum holds, it is expected to hold in the others too."""
DEEP, NEAR = 120, 14
"""How many open lines a plain sum may take, and how many one with a sign or a gap in it may."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A sum that may be a law: `target` is the signed sum of `terms`; `price` is in bits."""

    target: int
    terms: tuple[tuple[int, int], ...]
    price: float
    form: str = "plain"

    @property
    def signature(self) -> frozenset[tuple[int, int]]:
        """What is the same however the sum is turned round."""
        whole = [(self.target, -1), *self.terms]
        lead = min(whole)[1]
        return frozenset((line, sign * lead) for line, sign in whole)


@dataclass(frozen=True, slots=True)
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
    sort = view.sort[guess.target][lane]
    total, room, known = view.value[guess.target][lane], view.slack[guess.target][lane], 0
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
    held, failed, loose, told = [], [], [], 0.0
    seen: set[tuple[int, ...]] = set()
    order = _lane_order(view, guess.target)
    for tried, lane in enumerate(order):
        found = gap(view, guess, lane)
        if found is None:
            continue
        residual, room = found
        if abs(residual) <= room:
            held.append(lane)
            target = view.value[guess.target][lane]
            inputs = [view.value[line][lane] for line, _ in guess.terms]
            rounded = ROUNDED.get(view.sort[guess.target][lane], 0.5)
            key = (target, *inputs)
            if key not in seen:
                told += bits(target, inputs, residual, 2 * view.slack[guess.target][lane], rounded)
                seen.add(key)
        elif _loose(view, guess.target, lane) and not _hundred(view, guess, lane, residual):
            loose.append(lane)
        else:
            failed.append(lane)
            if len(failed) > 1 and len(failed) > len(held) and tried < len(order) - 1 and len(order) > 2:
                return None
    if not held and (not failed or not _promised(view, guess)):
        return None
    if failed and guess.form in ("crooked", "pair") and not _all_seen(view, guess, held):
        return None
    score = told - guess.price
    if score + 9.0 * len(failed) < ACCEPT:
        return None
    slipped, sure = bool(failed), told >= TOLD and _promised(view, guess)
    for lane in failed:
        worth = _slip(view, guess, lane, changes)
        slipped = slipped and worth > 0
        score += max(min(worth, 16.0), -NO_SLIP) - (FAILS_NAMED if sure else FAILS)
    if len(failed) > max(1, (len(held) + len(failed)) // 4) or score < (WEAK if slipped else ACCEPT):
        return None
    return Law(guess, tuple(sorted(held)), tuple(sorted(failed)), score, slipped, tuple(loose))


def _all_seen(view: View, guess: Guess, held: list[int]) -> bool:
    """Whether each part plays a part somewhere where the sum holds, and no two only cancel each other out."""
    seen = [tuple(sign * view.value[line][lane] for lane in held) for line, sign in guess.terms]
    against = {tuple(-x for x in one) for one in seen}
    return all(any(one) for one in seen) and not any(one in against for one in seen)


def _promised(view: View, guess: Guess) -> bool:
    """Whether a line's own words, or a label left out, say that it is a sum, though none holds."""
    line = view.lines[guess.target]
    return (line.total or (line.blank and not view.across)) and not line.rate and guess.form in ("plain", "less")


def _loose(view: View, line: int, lane: int) -> bool:
    """Whether a lane of rates or percentages need not add up here."""
    return view.lanes[lane].rate or view.sort[line][lane] != "amount"


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
    spread = max(abs(view.value[guess.target][lane]), *(abs(view.value[line][lane]) for line, _ in guess.terms))
    likely = changes.explained(spots, signs, found[0], found[1])
    round_to = grain(math.gcd(*(view.value[line][lane] for line, _ in guess.terms)), 2 * view.slack[guess.target][lane])
    return slip_bits(likely, spread, round_to)


def _lane_order(view: View, line: int) -> list[int]:
    lanes = [lane for lane, state in enumerate(view.state[line]) if state == FIGURE]
    return sorted(lanes, key=lambda lane: -abs(view.value[line][lane]))


def find_sums(view: View, changes: Changes) -> list[Law]:
    """The sums that hold in the view, the best for each line."""
    laws = [*_parse(view, changes, list(range(len(view.lines))), False)]
    laws += _parse(view, changes, list(range(len(view.lines)))[::-1], True)
    laws += _pairs(view, changes, laws)
    best: dict[frozenset[tuple[int, int]], Law] = {}
    for law in laws:
        known = best.get(law.guess.signature)
        if known is None or law.score > known.score:
            best[law.guess.signature] = law
    return _in_lanes_that_add(view, _settled(list(best.values())))


def _in_lanes_that_add(view: View, laws: list[Law]) -> list[Law]:
    """The laws with their failures in lanes of rates or percentages too, where other sums hold: such lanes do add."""
    held = Counter(lane for law in laws for lane in law.held if _telling(view, law, lane))
    settled = []
    for law in laws:
        sort = view.sort[law.guess.target]
        more = [lane for lane in law.loose if held[lane] > (sort[lane] != "amount")]
        settled.append(replace(law, failed=tuple(sorted((*law.failed, *more)))))
    return settled


def _telling(view: View, law: Law, lane: int) -> bool:
    """Whether a sum of at least two figures holds here, in a lane that is no column of changes."""
    parts = sum(1 for line, _ in law.guess.terms if view.value[line][lane])
    return (
        parts > 1 and view.value[law.guess.target][lane] != 0 and not (view.lanes[lane].change and view.across is False)
    )


def _settled(laws: list[Law]) -> list[Law]:
    """Each line's laws; one that fails somewhere must be the firmer where another explains the line everywhere."""
    whole = {law.guess.target for law in laws if not law.failed and law.score >= ACCEPT}
    kept = [
        law for law in laws if not law.failed or law.guess.target not in whole or law.score >= ACCEPT + RIVAL
    ]  # fmt: skip
    return sorted(kept, key=lambda law: (law.guess.target, -law.score, law.guess.terms))


def _parse(view: View, changes: Changes, order: list[int], backward: bool) -> Iterator[Law]:
    """Read the lines in order, folding the parts into each total that is found; totals stay open for grander ones."""
    stacks: dict[str, list[int]] = {}
    folded: set[int] = set()
    for line in order:
        kind = _shelf(view, line)
        stack = stacks.setdefault(kind, [])
        law = None
        if len(stack) >= 2:
            law = _best(view, changes, line, stack, backward)
        if law is not None and law.score < ACCEPT:
            yield law
            law = None
        if law is not None:
            used = {at for at, _ in law.guess.terms}
            lowest = min(i for i, at in enumerate(stack) if at in used)
            del stack[lowest:]
            yield law
            folded.add(line)
        elif not backward and view.lines[line].total and not view.lines[line].rate and kind != "rate":
            keep = next((at + 1 for at in range(len(stack) - 1, -1, -1) if stack[at] in folded), 0)
            del stack[max(keep, _boundary(view, stack, line)) :]
        stack.append(line)


def _shelf(view: View, line: int) -> str:
    it = view.lines[line]
    return "rate" if it.rate and it.sort == "amount" and not it.total else it.sort


def _boundary(view: View, stack: list[int], line: int) -> int:
    """Where, in the stack, the parts of this line's own section begin."""
    section = view.lines[line].section
    for at, item in enumerate(stack):
        if view.lines[item].section == section:
            return at
    return 0


def _best(view: View, changes: Changes, target: int, stack: list[int], backward: bool) -> Law | None:
    best: Law | None = None
    for guess in _guesses(view, target, stack, backward):
        if best is not None and guess.price > best.score + best.guess.price - ACCEPT and not best.failed:
            continue
        law = weigh(view, guess, changes)
        if law and (best is None or (law.score, -len(law.failed)) > (best.score, -len(best.failed))):
            best = law
    return best


def hint(view: View, line: int, backward: bool) -> float:
    """What it costs to believe, before looking, that a line is a sum: little where it says Total."""
    it = view.lines[line]
    if it.rate and not it.total:
        return 12.0
    price = 9.0
    if it.total:
        price = -3.0
    elif it.blank:
        price = -2.0
    elif it.result:
        price = 0.5 if it.last else 2.0
    elif it.last:
        price = 1.5
    elif it.ends and not view.across:
        price = 4.0
    if it.bold and price > 2:
        price -= 2.0
    return price + (3.0 if backward else 0.0)


def _guesses(view: View, target: int, stack: list[int], backward: bool) -> Iterator[Guess]:
    """The sums that `target` may be of the lines that are open, each with its price."""
    top = stack[::-1]
    depth = min(len(top), DEEP)
    start = hint(view, target, backward)
    natural = _natural(view, target, top)
    opened = {k for k, line in enumerate(top, start=1) if view.lines[line].opening and view.lines[target].closing}
    if opened and not backward:
        start = min(start, -2.0)
        natural = opened
    spread = math.log2(depth + 1)
    fits = _fitting_lengths(view, target, top[:depth])
    if view.lines[target].total or view.lines[target].blank:
        fits |= {k for k in natural if 2 <= k <= depth}
    for k in sorted(fits):
        yield Guess(target, tuple((line, 1) for line in top[:k]), start + (0.0 if k in natural else spread))
    less = {line for line in top[:depth] if view.lines[line].less}
    if less:
        for k in range(2, min(depth, 2 * NEAR) + 1):
            if less & set(top[:k]):
                terms = tuple((line, _less_sign(view, line, target)) for line in top[:k])
                if any(sign < 0 for _, sign in terms):
                    yield Guess(target, terms, start + 0.5 + (0.0 if k in natural else spread), "less")
    yield from _crooked(view, target, top[:NEAR], start, natural)


def _fitting_lengths(view: View, target: int, top: list[int]) -> set[int]:
    """How many open lines add up to the target, in any of the three lanes with most digits."""
    found = set()
    for lane in _lane_order(view, target)[:3]:
        sort, rest, room = view.sort[target][lane], view.value[target][lane], view.slack[target][lane]
        for k, line in enumerate(top, start=1):
            if view.sort[line][lane] == sort:
                rest -= view.value[line][lane]
                room += view.slack[line][lane]
            if -room <= rest <= room and k > 1:
                found.add(k)
    return found


def _less_sign(view: View, line: int, target: int) -> int:
    """-1 for a line to be taken off that is printed positive."""
    if not view.lines[line].less:
        return 1
    values = [view.value[line][lane] for lane in range(len(view.lanes)) if view.state[line][lane] == FIGURE]
    return -1 if sum(v > 0 for v in values) * 2 > len(values) else 1


def _natural(view: View, target: int, top: list[int]) -> set[int]:
    """Where, among the open lines, a sum would naturally begin: at a heading, an earlier total, the start."""
    found = {len(top)}
    section = view.lines[target].section
    for k, line in enumerate(top, start=1):
        if view.lines[line].section != section:
            found.add(k - 1)
            section = view.lines[line].section
        if view.lines[line].total or view.lines[line].blank:
            found |= {k - 1, k}
        if view.lines[line].opening:
            found.add(k)
    return found


def _crooked(view: View, target: int, top: list[int], start: float, natural: set[int]) -> Iterator[Guess]:
    """Sums with a sign turned or a line left out, where the two lanes with most digits bear them out."""
    proposed: set[tuple[tuple[int, int], ...]] = set()
    for lane in _lane_order(view, target)[:2]:
        goal, room0 = view.value[target][lane], view.slack[target][lane]
        total, room = 0, room0
        values = [view.value[line][lane] if view.sort[line][lane] == view.sort[target][lane] else 0 for line in top]
        for k in range(1, len(top) + 1):
            total += values[k - 1]
            room += view.slack[top[k - 1]][lane]
            if k < 2:
                continue
            short = goal - total
            price = start + 2.5 + math.log2(k) + (0.0 if k in natural else math.log2(len(top)))
            run = 0
            for i in range(k):
                run += values[i]
                if abs(short + 2 * values[i]) <= room and values[i]:
                    proposed.add(_terms(top[:k], {i}, set()))
                if abs(short + 2 * run) <= room and 0 < i < k - 1:
                    proposed.add(_terms(top[:k], set(range(i + 1)), set()))
                if abs(short + values[i]) <= room and values[i] and k > 2:
                    proposed.add(_terms(top[:k], set(), {i}))
            if abs(goal + total) <= room:
                proposed.add(tuple((line, -1) for line in top[:k]))
            for terms in sorted(proposed):
                yield Guess(target, terms, price + (1.0 if len(terms) < k else 0.0), "crooked")
            proposed.clear()


def _terms(lines: list[int], turned: set[int], left: set[int]) -> tuple[tuple[int, int], ...]:
    return tuple((line, -1 if i in turned else 1) for i, line in enumerate(lines) if i not in left)


def _pairs(view: View, changes: Changes, laws: list[Law]) -> Iterator[Law]:
    """Differences and sums of any two lines near a third: a variance, a net figure, a movement."""
    explained = {law.guess.target for law in laws if not law.failed}
    count = len(view.lines)
    for target in range(count):
        if target in explained:
            continue
        shelf = _shelf(view, target)
        around = range(max(0, target - NEAR), min(count, target + NEAR + 1))
        near = [i for i in around if i != target and _shelf(view, i) == shelf]
        lanes = _lane_order(view, target)[:2]
        line = view.lines[target]
        start = 0.0 if line.change else hint(view, target, False) + 3.0
        wide = 2 * math.log2(len(near) + 1)
        best: Law | None = None
        for terms in sorted(_fitting_pairs(view, target, near, lanes)):
            beside = line.change and abs(terms[0][0] - terms[1][0]) == 1
            price = start + (wide / 3 if beside else wide)
            law = weigh(view, Guess(target, terms, price, "pair"), changes)
            if law and (best is None or law.score > best.score):
                best = law
        if best:
            yield best


def _fitting_pairs(view: View, target: int, near: list[int], lanes: list[int]) -> set[tuple[tuple[int, int], ...]]:
    found: set[tuple[tuple[int, int], ...]] = set()
    for lane in lanes:
        goal, room = view.value[target][lane], view.slack[target][lane]
        known = [i for i in near if view.state[i][lane] == FIGURE and view.sort[i][lane] == view.sort[target][lane]]
        if not goal:
            continue
        for n, a in enumerate(known):
            first = view.value[a][lane]
            some = room + view.slack[a][lane]
            for b in known[n + 1 :]:
                second, slack = view.value[b][lane], some + view.slack[b][lane]
                if -slack <= first - second - goal <= slack:
                    found.add(((a, 1), (b, -1)))
                elif -slack <= second - first - goal <= slack:
                    found.add(((a, -1), (b, 1)))
                elif -slack <= first + second - goal <= slack:
                    found.add(((a, 1), (b, 1)))
    return found
