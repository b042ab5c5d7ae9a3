"""Right tables of counts, with what is said of them and what is not: rounded, the largest, the mean, in bands."""

from __future__ import annotations

import random
from collections.abc import Callable
from decimal import Decimal
from statistics import mean, median

from right_rows import MONTHS, PLACES, SERVICES, Rows, pence, table, to, years


def rounded(dice: random.Random, steps: tuple[int, ...] = (5, 10, 100, 1000)) -> str:
    """Parts and their total, each rounded by itself to a step."""
    step, count, columns = dice.choice(steps), dice.randint(4, 9), dice.randint(1, 3)
    most = step * dice.choice((60, 300, 1000))
    true = [[dice.uniform(step * 2, most) for _ in range(columns)] for _ in range(count)]
    rows: Rows = [
        [name, *(to(v, step) for v in row)] for name, row in zip(dice.sample(PLACES, count), true, strict=True)
    ]
    rows.append(["Total", *(to(sum(c), step) for c in zip(*true, strict=True))])
    heads = ["Area", *years(columns, dice)]
    if dice.random() < 0.25 and columns > 1:
        heads.append("All")
        sums = [sum(row) for row in true]
        for row, value in zip(rows, [*sums, sum(sums)], strict=True):
            row.append(to(value, step))
    return table(heads, rows)


def whole_units(dice: random.Random) -> str:
    """Amounts with pence that were rounded to whole pounds before they were printed, over many rows."""
    count, columns = dice.randint(8, 40), dice.randint(1, 4)
    true = [[dice.uniform(200, 90_000) for _ in range(columns)] for _ in range(count)]
    names = [f"{dice.choice(SERVICES)} {n}" for n in range(1, count + 1)]
    rows: Rows = [[name, *(to(v, 1) for v in row)] for name, row in zip(names, true, strict=True)]
    rows.append(["Total", *(to(sum(c), 1) for c in zip(*true, strict=True))])
    return table(["Line", *years(columns, dice)], rows)


def with_other(dice: random.Random, head: str, low: int, high: int, total: Callable[[list[int]], object]) -> str:
    """A column that adds up beside one whose Total is something else."""
    count = dice.randint(3, 12)
    names = (MONTHS if dice.random() < 0.5 else PLACES)[:count]
    adds = [dice.randint(40, 5000) for _ in names]
    other = [dice.randint(low, high) for _ in names]
    rows: Rows = [[name, a, b] for name, a, b in zip(names, adds, other, strict=True)]
    rows.append(["Total", sum(adds), total(other)])
    heads = ["Name", "Number", head]
    if dice.random() < 0.5:
        heads = [heads[0], heads[2], heads[1]]
        rows = [[row[0], row[2], row[1]] for row in rows]
    return table(heads, rows)


def caseload(dice: random.Random) -> str:
    """A stock: the Total is the last of the column."""
    return with_other(dice, dice.choice(("Caseload", "Balance", "Staff in post")), 600, 900, lambda x: x[-1])


def largest(dice: random.Random) -> str:
    return with_other(dice, dice.choice(("Largest class", "Longest wait (days)", "Peak")), 20, 90, max)


def averaged(dice: random.Random) -> str:
    return with_other(dice, dice.choice(("Average age", "Days", "Score")), 20, 400, lambda x: round(mean(x)))


def middling(dice: random.Random) -> str:
    return with_other(dice, dice.choice(("Median wait", "Typical days")), 20, 400, lambda x: round(median(x)))


def once_each(dice: random.Random) -> str:
    """Persons who use more than one service are counted once in the total."""
    count = dice.randint(3, 8)
    rows: Rows = [[name, dice.randint(200, 5000)] for name in dice.sample(SERVICES, count)]
    parts = [int(str(row[1])) for row in rows]
    rows.append(["Total (each person counted once)", int(sum(parts) * dice.uniform(0.6, 0.95))])
    return table(["Service", "Users"], rows)


def bands(dice: random.Random) -> str:
    """Council tax: fixed multiples of band D, for two years, and this year's printed figure less last year's."""
    ninths = (6, 7, 8, 9, 11, 13, 15, 18)
    last = dice.uniform(90, 2100)
    this = last * dice.uniform(1.01, 1.06)
    one, two = ([pence(Decimal(d) * n / 9) for n in ninths] for d in (pence(last), pence(this)))
    rows: Rows = [["2022/23", *one], ["2023/24", *two]]
    if dice.random() < 0.7:
        rows.append(["Increase (£)", *(b - a for a, b in zip(one, two, strict=True))])
    if dice.random() < 0.5:
        rows.insert(0, ["Proportion", *(f"{n}/9" for n in ninths)])
    heads = ["Band", *"ABCDEFGH"]
    if dice.random() < 0.5:
        turned = [list(x) for x in zip(heads, *rows, strict=True)]
        return table([str(x) for x in turned[0]], turned[1:])
    return table(heads, rows)


def percentages(dice: random.Random) -> str:
    """Rates of schools near a hundred, none of which is another's difference."""
    count, columns = dice.randint(4, 30), dice.randint(3, 5)
    rows: Rows = [
        [f"School {n}", dice.randint(0, 9), *(dice.randint(82, 100) for _ in range(columns - 1))]
        for n in range(1, count + 1)
    ]
    return table(
        [
            "School",
            "Exclusions %",
            *("Entered % Passed % Overall % Present %".replace("% ", "%|").split("|"))[: columns - 1],
        ],
        rows,
    )


def scale(dice: random.Random) -> str:
    """A pay scale: equal steps, and a column that is the year's increase of another."""
    start, step, count = dice.randint(18_000, 24_000), dice.choice((250, 300, 400, 500)), dice.randint(6, 20)
    rows: Rows = [[f"Point {n}", start + step * n, to((start + step * n) * 1.03, 1)] for n in range(1, count + 1)]
    return table(["Point", "2022", "2023"], rows)


def numbered(dice: random.Random) -> str:
    """A row of column numbers under the heads, then rows that add up across."""
    count = dice.randint(4, 9)
    rows: Rows = [["1", "2", "3", "4", "5=2+3+4"]]
    sums = [0, 0, 0]
    for name in dice.sample(PLACES, count):
        parts = [dice.randint(100, 9000) for _ in range(3)]
        sums = [a + b for a, b in zip(sums, parts, strict=True)]
        rows.append([name, *parts, sum(parts)])
    rows.append(["Total", *sums, sum(sums)])
    return table(["Area", "Staff", "Premises", "Supplies", "All"], rows)
