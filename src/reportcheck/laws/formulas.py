"""Columns and rows whose labels say how they are worked out: "C = A - B", "(3)=(1)+(2)", "Surplus (A-B)", "D=B/A%"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from reportcheck.laws.bonds import Bond, judge
from reportcheck.laws.evidence import MOST_BITS
from reportcheck.laws.gaps import gap
from reportcheck.laws.guesses import Guess
from reportcheck.laws.lattice import Lattice, View
from reportcheck.laws.spots import FIGURE
from reportcheck.patterns import pattern
from reportcheck.records import record

_NAME = r"(?:[1-9]\d?|[ivx]{2,4}|[a-z])"
_OWN = rf"\(?\s*{_NAME}\s*\)?"
_FORMULA = pattern(
    rf"(?:(?<![\w.])\(?\s*(?P<own>{_NAME})\s*\)?\s*=|[(\[])\s*"
    rf"(?P<made>[(\[]*\s*{_OWN}(?:\s*[-+*/÷×–−]\s*[(\[]*\s*{_OWN})+[)\]]*(?:\s*[*×x]\s*100\b)?\s*%?)\s*[)\]]*(?![\w.])",
    re.IGNORECASE,
)
"""A formula after the name that it gives, or alone in brackets."""
_CALLED = (
    pattern(rf"\W{{0,2}}({_NAME})(?:[.):\]]|\s*[-–]\s)\s*(?=[^\d\s=+*/÷×–−-])", re.IGNORECASE),
    pattern(rf".*[(\[]\s*(?:col(?:umn)?\.?\s*)?({_NAME})\s*[)\]](?!\s*[-+*/÷×=–−]).*", re.IGNORECASE | re.DOTALL),
    pattern(rf"(?:.*\s)?({_NAME})", re.IGNORECASE | re.DOTALL),
)
"""Where a label says what its line is called in formulas: before its words, in brackets, or behind them."""
_BLANK = pattern(r"[\s\[\]{}]")
_HUNDRED = pattern(r"[*×x]100%?$|%$")
_ALONE = pattern(rf"\(({_NAME})\)", re.IGNORECASE)
_SUM = pattern(rf"[-+]?{_NAME}(?:[-+]{_NAME})*", re.IGNORECASE)
_TERM = pattern(rf"([-+]?)({_NAME})", re.IGNORECASE)


@record(frozen=True, slots=True)
class Formula:
    """How a line is worked out: the lines that are added, by sign; these over another line, times so much, if any."""

    target: int
    terms: tuple[tuple[int, int], ...]
    base: int | None = None
    hundred: bool = False

    @property
    def lines(self) -> tuple[int, ...]:
        """Every line that takes part."""
        base = () if self.base is None else (self.base,)
        return (self.target, *base, *(line for line, _ in self.terms))


def find_formulas(lattice: Lattice) -> Iterator[Bond]:
    """The bonds of each line whose label has a formula, where most places bear it out, or the only one breaks it."""
    for view in (lattice.over, lattice.down):
        for formula in formulas([line.label for line in view.lines]):
            bonds = [bond for lane in range(len(view.lanes)) if (bond := _bond(lattice, view, formula, lane))]
            verdicts = [judge(lattice, bond) for bond in bonds]
            broken = verdicts.count("broken")
            if broken <= max(1, (len(bonds) - broken) // 2):
                yield from bonds


def formulas(labels: Sequence[str]) -> Iterator[Formula]:
    """The formulas of labels, all of whose names another label bears: each name is that of one line."""
    found = {at: match for at, label in enumerate(labels) if (match := _FORMULA.search(label))}
    if not found:
        return
    called: dict[str, set[int]] = defaultdict(set)
    for at, label in enumerate(labels):
        if name := _called(label, found.get(at)):
            called[name].add(at)
    for at, match in found.items():
        made = _made(match["made"])
        names = {name for _, name in made[0]} | ({made[1]} if made and made[1] else set()) if made else set()
        lines = {name: min(called[name]) for name in names if len(called[name]) == 1}
        if made is None or len(lines) < len(names) or at in lines.values():
            continue
        top, base, hundred = made
        terms = tuple((lines[name], sign) for sign, name in top)
        yield Formula(at, terms, lines[base] if base else None, hundred)


def _called(label: str, formula: re.Match[str] | None) -> str:
    """What a label's line is called in formulas, in small letters; empty where it has no such name."""
    if formula and formula["own"]:
        return formula["own"].lower()
    words = label if formula is None else f"{label[: formula.start()]} {label[formula.end() :]}"
    bare = words.strip()
    found = _CALLED[0].match(bare) or _CALLED[1].fullmatch(bare) or _CALLED[2].fullmatch(bare)
    return found[1].lower() if found else ""


def _made(text: str) -> tuple[list[tuple[int, str]], str, bool] | None:
    """The signed names of a formula, what they are divided by, whether times a hundred; None where it is none."""
    bare = _BLANK.sub("", text.lower()).replace("–", "-").replace("−", "-").replace("÷", "/").replace("×", "*")
    short = _HUNDRED.sub("", bare)
    top, slash, base = (_ALONE.sub(r"\1", short)).partition("/")
    top, base = top.strip("()"), base.strip("()")
    if not _SUM.fullmatch(top) or (slash and not re.fullmatch(_NAME, base)):
        return None
    terms = [(-1 if sign == "-" else 1, name) for sign, name in _TERM.findall(top)]
    return terms, base, short != bare


def _bond(lattice: Lattice, view: View, formula: Formula, lane: int) -> Bond | None:
    """The formula in one place; None where it cannot be tried there."""
    if formula.base is not None:
        return _of_quotient(lattice, view, formula, lane)
    guess = Guess(formula.target, formula.terms, 0.0)
    return _of_sum(view, guess, lane) if gap(view, guess, lane) else None


def _of_sum(view: View, guess: Guess, lane: int) -> Bond:
    stated = view.spot[guess.target][lane]
    inputs = tuple((view.spot[line][lane], sign) for line, sign in guess.terms if view.state[line][lane] == FIGURE)
    kind = "difference" if any(sign < 0 for _, sign in guess.terms) else "total"
    terms = ((1, (stated,)), *((-sign, (spot,)) for spot, sign in inputs))
    return Bond(kind, "sum", stated, inputs, terms, MOST_BITS, 0, view.across, view.lanes[lane].label,
                view.lines[guess.target].label, said=True)  # fmt: skip


def _of_quotient(lattice: Lattice, view: View, formula: Formula, lane: int) -> Bond | None:
    """A share of a base, or the change from it."""
    if formula.base is None or any(view.state[line][lane] != FIGURE for line in formula.lines):
        return None
    stated, base = view.spot[formula.target][lane], view.spot[formula.base][lane]
    tops = tuple((view.spot[line][lane], sign) for line, sign in formula.terms)
    percent = formula.hundred or lattice.spots[stated].sort == "percent"
    times = (100 if percent else 1) * lattice.one
    change = len(tops) == 2 and (base, -1) in tops
    if not lattice.spots[base].value or not (change or (len(tops) == 1 and tops[0][1] > 0)):
        return None
    inputs = tuple(sorted(tops, key=lambda top: -top[1])) if change else (*tops, (base, 1))
    terms = ((1, (stated, base)), *((-sign * times, (spot,)) for spot, sign in tops))
    return Bond("change" if change else "ratio", "change" if change else "ratio", stated, inputs, terms, MOST_BITS, 0,
                view.across, view.lanes[lane].label, view.lines[formula.target].label, said=True)  # fmt: skip
