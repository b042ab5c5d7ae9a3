"""The marks that figures wear: how each is read from one, where its habit is learned, and what is no slip of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from reportcheck.checks.presentation.habits import Chain
from reportcheck.checks.presentation.worn import Worn
from reportcheck.quantity import MONEY
from reportcheck.words import pattern

BARE = "none"
_HUNDRED = 100
_OTHER_SIZE = 10
"""So many times larger or smaller than its peers, a figure counts another thing."""
_RATED = pattern(
    r"\b(?:per|each|every|band|council tax|rates?|fees?|charge|hour\w*|week\w*|day|month|mile|meal|price)\b", re.I
)  # fmt: skip
_OWN = pattern(r"\b(?:per|cents?|pence|rates?|ratio|average|mean|median|price|days|weeks|hours)\b|[£$€%]", re.I)
"""Words of a row whose amounts are in a unit of its own."""
_COUNTED = pattern(
    r"\b(?:number|no\.|count|members?|staff|people|households?|visits|hours|days|units?|homes|pupils|students|fte|age|%)",
    re.I,
)
"""Words of a row that counts, and has no money."""
_CHOSEN = pattern(r"\b(?:targets?|standards?|limits?|thresholds?|goals?|tolerances?|trajector\w+|plan)\b", re.I)
"""Words of figures that were set and not measured: they are round."""
_LETTERS = {"m": "millions", "bn": "billions", "k": "thousands"}
_PLACES = ("no decimals", "one decimal", "two decimals", "three decimals", "four decimals")
_MINUS = {"(": "in brackets", "-": "with a minus sign"}
_GROUPS = {",": "a comma", "’": "an apostrophe", "'": "an apostrophe"}


class HouseMark(NamedTuple):
    """A mark of figures: its way on one, None where that needs none; the contexts to learn it in; what excuses it."""

    way: Callable[[Worn], str | None]
    chains: Callable[[Worn], tuple[Chain, ...]]
    excused: Callable[[Worn, str, Sequence[Worn]], bool]
    """Whether a figure has a reason to be printed unlike the `usual` of its peers."""
    fault: Callable[[Worn, str], tuple[str, str, str]]
    """What is wrong with one figure, with several, and how the others are, in words; from the figure and the usual."""
    mended: Callable[[Worn, str], str] = lambda worn, usual: ""
    telling: int = 2
    """How many of the contexts tell of an odd figure; the others only excuse one."""
    twins: bool = False
    """Whether the very same figure, printed elsewhere as is usual, tells more than others do."""
    error: bool = True
    """Whether one odd figure is an error; a matter of style is not."""


def _line(worn: Worn, *sort: str) -> tuple[Chain, ...]:
    """A figure's own column and its own row: each has a habit of its own."""
    if worn.grid is None:
        return ()
    return (("column", id(worn.grid), worn.column, *sort),), (("row", id(worn.grid), worn.row, *sort),)


def _like(worn: Worn, peers: Sequence[Worn], times: int = 2) -> bool:
    """Whether a figure is about as large, as printed, as its peers are."""
    sizes = [abs(p.quantity.value / p.quantity.scale) for p in peers]
    return min(sizes) / times <= abs(worn.quantity.value / worn.quantity.scale) <= max(sizes) * times


# Thousands


def _grouping(worn: Worn) -> str | None:
    """What parts the thousands; a bare year needs nothing, and in a sentence only money is sure to be an amount."""
    dress, bare = worn.dress, worn.figure.text.strip("()-* ")
    if dress.whole < 4 or dress.tail == "%" or (worn.grid is None and not dress.currency):
        return None
    if not dress.group and dress.whole == 4 and bare[:2] in ("19", "20"):
        return None
    return dress.group.strip() or ("blank" if dress.group else BARE)


def _all_thousands(worn: Worn) -> tuple[Chain, ...]:
    four = worn.dress.whole == 4
    if worn.grid is None:
        return ((("money",), ("money", four)),)
    sort = (bool(worn.dress.currency), four)
    table, column = ("table", id(worn.grid), *sort), ("column", id(worn.grid), worn.column, *sort)
    return ((("cells", sort[0]), ("cells", *sort), table, column),)


def _no_thousands(worn: Worn, usual: str, peers: Sequence[Worn]) -> bool:
    """A code is no amount: "13-2921483"."""
    if worn.dress.group:
        return True
    left = worn.grid.cells[worn.row][: worn.column] if worn.grid else ()
    return bool(left) and left[-1].text.rstrip().endswith("-")


def _grouped(worn: Worn, usual: str) -> str:
    whole, point, rest = _core(worn.figure.text)
    sign = "\u00a0" if usual == "blank" else usual
    return worn.figure.text.replace(whole + point + rest, f"{int(_digits(whole)):,}".replace(",", sign) + point + rest)


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def _core(text: str) -> tuple[str, str, str]:
    first = next(i for i, c in enumerate(text) if c.isdigit())
    last = max(i for i, c in enumerate(text) if c.isdigit())
    return text[first : last + 1].partition(".")


def _no_group(worn: Worn, usual: str) -> tuple[str, str, str]:
    mark = _GROUPS.get(usual, "a blank")
    return f"is printed without {mark}", f"are printed without {mark}", ""


# The signs of a column


def _currency(worn: Worn) -> str | None:
    if worn.grid is None or worn.dress.tail == "%":
        return None
    return worn.dress.currency or BARE


def _no_currency(worn: Worn, usual: str, peers: Sequence[Worn]) -> bool:
    if worn.dress.currency or _COUNTED.search(worn.figure.label) or not _like(worn, peers, _OTHER_SIZE):
        return True
    return worn.dress.places not in {p.dress.places for p in peers} or worn.dress.tail not in {
        p.dress.tail for p in peers
    }


def _with_currency(worn: Worn, usual: str) -> str:
    text = worn.figure.text
    first = next(i for i, c in enumerate(text) if c.isdigit() or c == ".")
    return f"{text[:first]}{usual}{text[first:]}"


def _percent(worn: Worn) -> str | None:
    if worn.grid is None or worn.dress.currency or worn.dress.tail not in ("", "%"):
        return None
    return "%" if worn.dress.tail else BARE


def _no_percent(worn: Worn, usual: str, peers: Sequence[Worn]) -> bool:
    return worn.dress.tail == "%" or not _like(worn, peers)


def _scale(worn: Worn) -> str | None:
    """The letter of the scale; money of one or three decimals has one in a paper of millions."""
    money = worn.dress.currency and worn.quantity.unit in MONEY
    if worn.dress.tail == "%" or not worn.quantity.value or (worn.grid is None and not money):
        return None
    return worn.dress.tail or BARE


def _scale_chains(worn: Worn) -> tuple[Chain, ...]:
    if worn.grid is not None:
        return _line(worn)
    pence = worn.dress.places in (0, 2)
    said = (("said", worn.said),) if worn.said else (("pence", worn.figure.place),)
    return (said, (("pence", worn.figure.place),) if pence else (("text", worn.dress.places),))


def _no_scale(worn: Worn, usual: str, peers: Sequence[Worn]) -> bool:
    if worn.dress.tail or usual not in _LETTERS or worn.dress.currency not in {p.dress.currency for p in peers}:
        return True
    if worn.grid is None:
        large = worn.quantity.scale != 1 or abs(worn.quantity.value) >= 1000
        told = worn.cut or worn.shares_a_unit or _RATED.search(worn.text(30, 40)) is not None
        return large or told or not worn.dress.places
    return not _like(worn, peers)


def _unscaled(worn: Worn, usual: str) -> tuple[str, str, str]:
    return "has no unit", "have no unit", f", which are in {_LETTERS[usual]}"


# Matters of style


def _decimals(worn: Worn) -> str | None:
    """How many decimals; 0 and 100 are exact however they are printed."""
    if worn.grid is None or not worn.quantity.value or worn.quantity.value == _HUNDRED or not worn.figure.label:
        return None
    return str(worn.dress.places)


def _sorted_line(worn: Worn) -> tuple[Chain, ...]:
    unit = worn.quantity.unit or ""
    return _line(worn, "" if unit in MONEY and not worn.dress.currency else unit, worn.dress.tail)


def _own_decimals(worn: Worn, usual: str, peers: Sequence[Worn]) -> bool:
    """A small figure may be finer, a target coarser; rates that are fixed repeat; bare numbers may count anything."""
    finer = worn.dress.places > int(usual)
    if (finer and abs(worn.quantity.value) < 1) or (
        not finer and _CHOSEN.search(f"{worn.figure.label} {worn.figure.period}")
    ):
        return True
    if worn.dress.tail != "%" and (_OWN.search(worn.figure.label) or (usual == "0" and not worn.dress.currency)):
        return True
    return len({p.figure.text for p in peers}) * 2 <= len(peers)


def _other_decimals(worn: Worn, usual: str) -> tuple[str, str, str]:
    own, others = (_PLACES[min(n, 4)] for n in (worn.dress.places, int(usual)))
    return f"has {own}", f"have {own}", f", which have {others}"


def _negative(worn: Worn) -> str | None:
    return worn.dress.minus or None if worn.grid is not None and worn.quantity.value < 0 else None


def _own_column(worn: Worn) -> tuple[Chain, ...]:
    return ((("cells",), ("table", id(worn.grid)), ("column", id(worn.grid), worn.column)),)


def _other_minus(worn: Worn, usual: str) -> tuple[str, str, str]:
    here, there = _MINUS[worn.dress.minus], _MINUS[usual]
    return f"stands {here}", f"stand {here}", f", which stand {there}"


def _never(worn: Worn, usual: str, peers: Sequence[Worn]) -> bool:
    return False


MARKS: dict[str, HouseMark] = {
    "thousands": HouseMark(_grouping, _all_thousands, _no_thousands, _no_group, _grouped, twins=True),
    "currency": HouseMark(
        _currency,
        _line,
        _no_currency,
        lambda w, u: ("has no currency sign", "have no currency sign", ""),
        _with_currency,
        1,
    ),
    "percent": HouseMark(
        _percent,
        _line,
        _no_percent,
        lambda w, u: ("has no % sign", "have no % sign", ""),
        lambda w, u: f"{w.figure.text}%",
    ),
    "scale": HouseMark(_scale, _scale_chains, _no_scale, _unscaled, lambda w, u: f"{w.figure.text}{u}"),
    "decimals": HouseMark(_decimals, _sorted_line, _own_decimals, _other_decimals, error=False),
    "negative": HouseMark(_negative, _own_column, _never, _other_minus, error=False),
}
