"""Made tables of the kinds that public bodies print, right ones and some with one figure wrong."""

from __future__ import annotations

import random
from dataclasses import dataclass

Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class Made:
    """A made table: the words over it, its headings and its rows, label first."""

    title: str
    heads: list[str]
    rows: Rows
    wrong: bool


THINGS = (
    "Parks and open spaces", "Street lighting", "Allotments", "Burial ground", "Community hall", "Grants to clubs",
    "Insurance", "Audit fee", "Clerk's salary", "Training", "Play areas", "Library service", "Adult care", "Fleet",
    "Waste collection", "Planning", "Housing benefit", "Bank charges", "Stationery and postage", "Road safety",
)  # fmt: skip
SPANS = (
    ("2023/24", "2024/25"), ("2022", "2023", "2024"), ("Budget", "Actual"), ("Q1", "Q2", "Q3", "Q4"),
    ("Original budget", "Revised budget", "Actual to date"), ("FY24 Budget", "FY25 Budget"), ("Number",),
)  # fmt: skip


LONG = (
    "Repairs and maintenance of buildings, plant and equipment", "Contributions to and from earmarked reserves",
    "Grants to voluntary bodies under section 137", "Professional fees (legal, audit and insurance)",
)  # fmt: skip
KINDS = (
    "plain", "change", "across", "sections", "share", "words", "nil", "blank", "codes", "counts",
    "notes", "payments", "wide", "many", "roll", "long", "pence",
)  # fmt: skip
DRESSES = ("plain", "plain", "pounds", "brackets", "dashes")


def shown(value: int, dress: str) -> str:
    """A figure in the dress of its paper; "pence" counts pence."""
    size = f"{abs(value):,}"
    if dress == "pounds":
        return f"-£{size}" if value < 0 else f"£{size}"
    if dress == "brackets" and value < 0:
        return f"({size})"
    if dress == "dashes" and value < 0:
        return f"–{size}"
    if dress == "pence":
        return f"{'-' if value < 0 else ''}{abs(value) // 100:,}.{abs(value) % 100:02d}"
    return f"-{size}" if value < 0 else size


def made(dice: random.Random) -> Made:
    """A table of one of several kinds, every second with one wrong figure."""
    kind = dice.choice(KINDS)
    dress = "pence" if kind == "pence" else dice.choice(DRESSES)
    if kind == "payments":
        return _payments(dice)
    if kind == "roll":
        return _roll(dice, dress)
    heads = _heads(dice, kind)
    rows = _rows(dice, kind, len(heads))
    wrong = dice.random() < 0.5
    if wrong:
        row, column = dice.randrange(len(rows)), dice.randrange(len(heads))
        figures = list(rows[row][1])
        figures[column] += dice.choice((90, 900, 270, 1_000))
        rows[row] = (rows[row][0], figures)
    if kind == "change":
        heads.append("Change")
        rows = [(name, [*figures, figures[-1] - figures[-2]]) for name, figures in rows]
    if kind == "across":
        heads.append("Total")
        rows = [(name, [*figures, sum(figures)]) for name, figures in rows]
    none = {"nil": "-", "blank": ""}.get(kind)
    cells = [[name, *(shown(v, dress) if v or none is None else none for v in figures)] for name, figures in rows]
    if kind == "words":
        cells.insert(len(cells) // 2, ["Running costs", *("" for _ in heads)])
    if kind == "notes":
        heads.append("Notes")
        cells = [[*row, dice.choice(("On budget", "One post vacant", "Late invoice", "As planned"))] for row in cells]
    if kind == "share":
        heads.append("Share")
        whole = rows[-1][1][-1]
        cells = [[*row, f"{figures[-1] * 100 / whole:.1f}%"] for row, (_, figures) in zip(cells, rows, strict=True)]
    title = dice.choice(("Net spending", "Income and spending", "Costs by service"))
    return Made(title, ["Service", *heads], cells, wrong)


def _heads(dice: random.Random, kind: str) -> list[str]:
    if kind == "wide":
        return ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov"]
    return list(dice.choice([span for span in SPANS if len(span) > 1 or kind not in ("change", "across")]))


def _rows(dice: random.Random, kind: str, columns: int) -> list[tuple[str, list[int]]]:
    """The rows, label first, with their sums."""
    names = dice.sample(THINGS, 18 if kind == "many" else dice.randint(3, 9))
    if kind == "long":
        names[:2] = dice.sample(LONG, 2)
    most = 90 if kind == "counts" else 9_000 if kind == "wide" else 9_000_000 if kind == "pence" else 90_000
    body = [[dice.randint(1 + most // 900, most) for _ in range(columns)] for _ in names]
    if kind in ("nil", "blank"):
        for _ in range(dice.randint(1, 3)):
            dice.choice(body)[dice.randrange(columns)] = 0
    if kind == "codes":
        names = [f"{4000 + 10 * n} {name}" for n, name in enumerate(names)]
    rows = list(zip(names, body, strict=True))
    total = [sum(column) for column in zip(*body, strict=True)]
    if kind == "sections" and len(rows) > 5:
        at = len(rows) // 2
        first, second = rows[:at], rows[at:]
        sums = [[sum(c) for c in zip(*(f for _, f in part), strict=True)] for part in (first, second)]
        rows = [*first, ("Subtotal services", sums[0]), *second, ("Subtotal running costs", sums[1])]
    return [*rows, ("Total", total)]


def _payments(dice: random.Random) -> Made:
    """A list of payments: date, payee, what for, amount."""
    days = sorted(dice.sample(range(1, 29), dice.randint(4, 9)))
    amounts = [dice.randint(1_000, 300_000) for _ in days]
    wrong = dice.random() < 0.5
    total = sum(amounts) + (dice.choice((900, 9_000, 2_700)) if wrong else 0)
    payees = ("Larkfield Garage", "Bright & Sons", "County Council", "T Marsh", "Oak Tree Surgeons")
    rows = [
        [f"{day} May 2025", dice.choice(payees), dice.choice(THINGS), shown(amount, "pence")]
        for day, amount in zip(days, amounts, strict=True)
    ]
    return Made("Payments for approval", ["Date", "Payee", "Details", "Amount £"],
                [*rows, ["Total", "", "", shown(total, "pence")]], wrong)  # fmt: skip


def _roll(dice: random.Random, dress: str) -> Made:
    """Reserves rolled forward: opening, in, out, closing."""
    names = dice.sample(("General", "Elections", "Vehicles", "Play areas", "Insurance", "Hall roof"), 4)
    moves = [(dice.randint(20_000, 90_000), dice.randint(100, 9_000), -dice.randint(100, 9_000)) for _ in names]
    every = [[name, opening, more, less, opening + more + less]
             for name, (opening, more, less) in zip(names, moves, strict=True)]  # fmt: skip
    sums = ["Total", *(sum(row[c] for row in every) for c in range(1, 5))]
    wrong = dice.random() < 0.5
    if wrong:
        dice.choice(every)[4] += dice.choice((900, 90, 1_000))
    cells = [[str(row[0]), *(shown(int(v), dress) for v in row[1:])] for row in [*every, sums]]
    return Made("Movement in reserves", ["Reserve", "Opening", "Added", "Used", "Closing"], cells, wrong)
