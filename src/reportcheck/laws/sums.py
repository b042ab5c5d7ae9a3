"""Sums that a view obeys: a line that is the signed sum of others, found without being told."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportcheck.laws.evidence import ACCEPT, Changes
from reportcheck.laws.expecting import promised_sum
from reportcheck.laws.guesses import NEAR, NEUTRAL, Guess, guesses, hint, reach
from reportcheck.laws.lattice import View
from reportcheck.laws.pairs import fitting_pairs
from reportcheck.laws.weighing import TOLD, Law, weigh

PAIRED = 3
"""The lines of a sum of two."""
RIVAL = 6.0
"""How much firmer a law that fails somewhere must be where another explains its line everywhere."""


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
    return _in_lanes_that_add(view, _settled(view, list(best.values())))


def differences(sums: Sequence[Law]) -> dict[int, tuple[int, int]]:
    """The lines that are one line less another, with these two: however the sum is turned round."""
    found: dict[int, tuple[int, int]] = {}
    for law in sums:
        if law.score < ACCEPT or len(law.guess.terms) != 2:
            continue
        signs = {law.guess.target: -1, **dict(law.guess.terms)}
        for line, sign in signs.items():
            (one, other) = sorted((at for at in signs if at != line), key=lambda at: signs[at] == sign)
            if signs[one] != signs[other]:
                found.setdefault(line, (one, other))
    return found


def _in_lanes_that_add(view: View, laws: list[Law]) -> list[Law]:
    """The laws with their failures in lanes of rates or percentages too, where other sums hold: such lanes do add.

    Sums of amounts say nothing of the percentages that stand in the same lane.
    """
    held: dict[tuple[int, str], float] = defaultdict(float)
    for law in laws:
        for lane in law.held:
            if _telling(view, law, lane):
                target = view.value[law.guess.target][lane]
                sort = view.sort[law.guess.target][lane]
                held[lane, sort] += math.log2(abs(target) / (2 * view.slack[law.guess.target][lane]) + 1)
    settled = []
    for law in laws:
        sorts = view.sort[law.guess.target]
        more = [lane for lane in law.loose if held[lane, sorts[lane]] > TOLD * (1 if sorts[lane] == "amount" else 2)]
        settled.append(replace(law, failed=tuple(sorted((*law.failed, *more)))) if more else law)
    return settled


def _telling(view: View, law: Law, lane: int) -> bool:
    """Whether a sum of at least two figures holds here, in a lane that is no column of changes."""
    parts = sum(1 for line, _ in law.guess.terms if view.value[line][lane])
    return (
        parts > 1 and view.value[law.guess.target][lane] != 0 and not (view.lanes[lane].change and view.across is False)
    )


def _settled(view: View, laws: list[Law]) -> list[Law]:
    """Each line's laws; one that fails somewhere must be the firmer where another explains the line everywhere."""
    laws = [law for law in laws if not (law.failed and _is_before_its_parts(view, law))]
    # A total's own block comes first: rows that happen to make it up do not stand in for parts that fail.
    own = {law.guess.target for law in laws if law.failed and law.score >= ACCEPT and promised_sum(view, law.guess)}
    laws = [law for law in laws if law.guess.target not in own or not _by_chance(law)]
    blocks = [_lines(law) for law in laws if _everywhere(law)]
    # Where a sum holds everywhere, some of its lines alone make no sum that breaks: it left the others out.
    odd = [law for law in laws if law.failed and _by_chance(law) and any(_explains(block, law) for block in blocks)]
    laws = [law for law in laws if law not in odd]
    whole = {law.guess.target for law in laws if _everywhere(law)}
    kept = [
        law for law in laws if not law.failed or law.guess.target not in whole or law.score >= ACCEPT + RIVAL
    ]  # fmt: skip
    return sorted(kept, key=lambda law: (law.guess.target, -law.score, law.guess.terms))


def _is_before_its_parts(view: View, law: Law) -> bool:
    """Whether the parts of a law's line are set in under it, and not what stands before it."""
    target = law.guess.target
    return view.lines[target].over and any(line < target for line, _ in law.guess.terms)


def _everywhere(law: Law) -> bool:
    """Whether a law holds in all places, none spared."""
    return not law.failed and not law.spared and law.score >= ACCEPT


def _explains(block: frozenset[int], law: Law) -> bool:
    """Whether the lines of a firm sum are all of a law's and more, or its two parts and their true third."""
    lines = _lines(law)
    return lines < block or (len(lines) == len(block) == PAIRED and lines - block == {law.guess.target})


def _by_chance(law: Law) -> bool:
    """Whether no block of lines one after the other says that it is a sum, but the figures of some."""
    return law.guess.form in ("pair", "crooked")


def _lines(law: Law) -> frozenset[int]:
    """The lines of a law, whichever of them is its sum."""
    return frozenset((law.guess.target, *(line for line, _ in law.guess.terms)))


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
        if law is not None and (law.score < ACCEPT or _stands_in(view, law)):
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
            parts = slice(max(keep, _boundary(view, stack, line)), None)
            # In a list of totals, each of what is not printed, none is over those before it.
            if not all(_called_total(view, at) for at in stack[parts]):
                del stack[parts]
        stack.append(line)


def _called_total(view: View, line: int) -> bool:
    """Whether a line calls itself a total, "Total other receipts" too."""
    return view.lines[line].total or view.lines[line].label.lower().startswith("total ")


def _stands_in(view: View, law: Law) -> bool:
    """Whether a line that says nothing is what others leave of a total: its parts may belong to another sum."""
    it = view.lines[law.guess.target]
    return law.guess.form == "crooked" and not (it.total or it.result or it.closing or it.blank or it.change or it.last)


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
    for guess in guesses(view, target, stack, backward):
        if best is not None and guess.price > best.score + best.guess.price - ACCEPT and not best.failed:
            continue
        law = weigh(view, guess, changes)
        if law and (best is None or (law.score, -len(law.failed)) > (best.score, -len(best.failed))):
            best = law
    return best


def _pairs(view: View, changes: Changes, laws: list[Law]) -> Iterator[Law]:
    """Differences and sums of any two lines near a third: a variance, a net figure, a movement."""
    explained = {law.guess.target for law in laws if not law.failed}
    for target, line in enumerate(view.lines):
        lanes = view.order[target][:2]
        if target in explained or (len(lanes) < 2 and not line.change and hint(view, target, False) >= NEUTRAL):
            continue
        found = (weigh(view, guess, changes) for guess in _pairs_for(view, target, lanes))
        best = max((law for law in found if law), key=lambda law: law.score, default=None)
        if best:
            yield best


def _pairs_for(view: View, target: int, lanes: Sequence[int]) -> Iterator[Guess]:
    """What a line may be the sum or the difference of, where its figures can pay for it."""
    line, shelf = view.lines[target], _shelf(view, target)
    around = range(max(0, target - NEAR), min(len(view.lines), target + NEAR + 1))
    near = [i for i in around if i != target and _shelf(view, i) == shelf]
    start = 0.0 if line.change else hint(view, target, False) + 3.0
    wide = 2 * math.log2(len(near) + 1)
    most = reach(view, target)
    if most < ACCEPT + start + (wide / 3 if line.change else wide):
        return
    for terms in sorted(fitting_pairs(view, target, near, lanes)):
        beside = line.change and abs(terms[0][0] - terms[1][0]) == 1
        price = start + (wide / 3 if beside else wide)
        if most >= ACCEPT + price:
            yield Guess(target, terms, price, "pair")
