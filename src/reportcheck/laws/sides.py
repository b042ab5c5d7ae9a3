"""What must be the same by the words of accounts: two sides of a balance, one year's end and the next's start."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportcheck.laws.lattice import Lattice, View
from reportcheck.patterns import pattern
from reportcheck.words.calendar import YEAR

_NET = pattern(r"(?:total )?net ?assets(?: (?:employed|or liabilities))?|total assets employed", re.IGNORECASE)
_FUNDS = pattern(
    r"total (?:charity )?(?:funds(?: of the charity| employed)?|equity|reserves|net worth|taxpayers[\u2019']? equity"
    r"|members[\u2019']? funds|capital and reserves)",
    re.IGNORECASE,
)
_ASSETS = pattern(r"total assets", re.IGNORECASE)
_CLAIMS = pattern(
    r"total liabilities,? (?:and|&|plus|\+) (?:total )?(?:\w+[\u2019']?s?[\u2019']? )?"
    r"(?:equity|net assets|fund balances?|net position|capital|reserves)"
    r"|total (?:equity|net assets|funds|reserves|fund balances?) (?:and|&) liabilities",
    re.IGNORECASE,
)
_BANK = pattern(
    r"(?:total )?net (?:bank )?balances?"
    r"|(?:adjusted|reconciled|true) (?:bank |cash )?balance(?: per bank(?: statements?)?)?",
    re.IGNORECASE,
)
_BOOK = pattern(
    r"(?:closing )?(?:cash ?book balance|balance (?:per|in|as per) (?:the )?(?:cash ?book|ledger|books))", re.IGNORECASE
)
_PAIRS = ((_NET, _FUNDS), (_ASSETS, _CLAIMS), (_BANK, _BOOK))
_AS_OF = pattern(
    r"\s*(?:[\[(][^\])]*[\])]|(?:as )?(?:at|of|on) (?:\d{1,2}(?:[a-z]{2})? )?[A-Z][a-z]+ (?:\d{1,2},? )?(?:19|20)\d\d"
    r"|[£$€:.*])\s*",
)
_RESTATED = pattern(r"\brestate|prior (?:year|period) adjust|previously (?:stated|reported)", re.IGNORECASE)
_OPENS = pattern(r"\b(?:brought|b/?f(?:wd)?|opening|beginning|start of|at start|at 1)\b", re.IGNORECASE)
_YEAR = pattern(YEAR)


def two_sides(labels: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The lines of which words say that they are the same, the first and the second of each pair."""
    bare = [_AS_OF.sub(" ", label).strip() for label in labels]
    for first, second in _PAIRS:
        ones = [at for at, label in enumerate(bare) if first.fullmatch(label)]
        twos = [at for at, label in enumerate(bare) if second.fullmatch(label)]
        if ones and len(twos) == 1:
            before = [at for at in ones if at < twos[0]]
            one = before[-1] if before else ones[0]
            yield min(one, twos[0]), max(one, twos[0])


def opens(label: str) -> bool:
    """Whether a line says that it is what the year began with: what is outstanding may be an average."""
    return _OPENS.search(label) is not None


def followed(lattice: Lattice, view: View) -> list[tuple[int, int]]:
    """The lanes that tell one thing of two years, one after the other: that of the later and that of the earlier."""
    named: dict[tuple[tuple[str, ...], int], int] = {}
    for at, lane in enumerate(view.lanes):
        years = set(_YEAR.findall(lane.label))
        if len(years) == 1:
            words = tuple(re.findall(r"[a-z]+", lane.label.lower()))
            named.setdefault((words, int(years.pop()[:4])), at)
    found = [(at, named[words, year - 1]) for (words, year), at in named.items() if (words, year - 1) in named]
    if found and any(_RESTATED.search(cell.text) for row in lattice.grid.cells for cell in row if cell.text):
        return []
    return found
