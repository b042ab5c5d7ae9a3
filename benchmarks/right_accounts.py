"""Right tables of money and of shares: budgets, rates, accounts, stocks, listings."""

from __future__ import annotations

import random

from right_rows import MONTHS, PLACES, SERVICES, Rows, table, years


def budget(dice: random.Random) -> str:
    """Budget, actual and variance; what is over the budget is adverse and stands in brackets, or is negative."""
    count, way = dice.randint(4, 12), dice.choice((1, -1))
    rows: Rows = []
    sums = [0, 0]
    for name in dice.sample(SERVICES, count):
        planned = dice.randint(1_000, 900_000)
        spent = int(planned * dice.uniform(0.85, 1.15))
        sums = [sums[0] + planned, sums[1] + spent]
        rows.append([name, planned, spent, way * (spent - planned)])
    rows.append(["Total", *sums, way * (sums[1] - sums[0])])
    if dice.random() < 0.5:
        for row in rows:
            value = int(str(row[3]))
            row[3] = f"({-value:,})" if value < 0 else value
    return table(["Service", "Budget", "Actual", "Variance"], rows)


def rates(dice: random.Random) -> str:
    """Counts, populations and the rate for each 1,000; that of the total is no sum."""
    count = dice.randint(4, 10)
    rows: Rows = []
    sums = [0, 0]
    for name in dice.sample(PLACES, count):
        people = dice.randint(20_000, 300_000)
        cases = int(people * dice.uniform(0.002, 0.02))
        sums = [sums[0] + cases, sums[1] + people]
        rows.append([name, cases, people, f"{1000 * cases / people:.1f}"])
    rows.append(["Total", *sums, f"{1000 * sums[0] / sums[1]:.1f}"])
    return table(["Area", "Cases", "Population", "Rate per 1,000"], rows)


def of_which(dice: random.Random) -> str:
    """Rows that are parts of the rows over them."""
    count = dice.randint(3, 8)
    rows: Rows = []
    sums = [0, 0]
    for name in dice.sample(SERVICES, count):
        parts = [dice.randint(500, 9000) for _ in range(2)]
        sums = [a + b for a, b in zip(sums, parts, strict=True)]
        rows.append([name, *parts])
        if dice.random() < 0.4:
            rows.append(["of which: staff", *(int(p * dice.uniform(0.2, 0.9)) for p in parts)])
    rows.append(["Total", *sums])
    return table(["Service", *years(2, dice)], rows)


def account(dice: random.Random) -> str:
    """An account in one column: opening, what comes in, what goes out, closing."""
    value = dice.randint(5_000, 90_000)
    rows: Rows = [["Balance brought forward", value]]
    for name in dice.sample(("Precept", "Grants", "Hire of hall", "Interest", "Allotments"), dice.randint(1, 4)):
        rows.append([f"Add: {name}", dice.randint(50, 20_000)])
        value += int(str(rows[-1][1]))
    bare = dice.random() < 0.5
    for name in dice.sample(("Wages", "Insurance", "Repairs", "Audit fee", "Grass cutting"), dice.randint(1, 4)):
        paid = dice.randint(50, 3_000)
        rows.append([f"Less: {name}", paid if bare else f"({paid:,})"])
        value -= paid
    rows.append(["Balance carried forward", value])
    return table(["Account", "£"], rows)


def stocks(dice: random.Random) -> str:
    """Opening, started, ended and closing, by month; the total has the first opening and the last closing."""
    rows: Rows = []
    opening = first = dice.randint(200, 900)
    sums = [0, 0]
    for month in MONTHS[: dice.randint(3, 12)]:
        came, went = dice.randint(20, 150), dice.randint(20, 150)
        rows.append([month, opening, came, went, opening + came - went])
        opening += came - went
        sums = [sums[0] + came, sums[1] + went]
    rows.append(["Total", first, *sums, opening])
    return table(["Month", "Open at start", "New", "Closed", "Open at end"], rows)


def listing(dice: random.Random) -> str:
    """Round sums under no total."""
    rows: Rows = [
        [f"Group {n}", dice.choice((500, 750, 1000, 1500, 2000, 2500, 5000, 10_000))]
        for n in range(dice.randint(4, 25))
    ]
    return table(["Applicant", "Grant £"], rows)


def ages(dice: random.Random) -> str:
    """Persons by ward and age, all exact."""
    count, columns = dice.randint(3, 8), dice.randint(3, 6)
    body = [[dice.randint(3, 900) for _ in range(columns)] for _ in range(count)]
    rows: Rows = [[n, *row, sum(row)] for n, row in zip(dice.sample(PLACES, count), body, strict=True)]
    rows.append(["Total", *(sum(c) for c in zip(*body, strict=True)), sum(map(sum, body))])
    return table(["Ward", *(f"{10 * n}-{10 * n + 9}" for n in range(1, columns + 1)), "Total"], rows)


def shares(dice: random.Random) -> str:
    """Counts and their shares, rounded to whole per cents, that make 99 to 101."""
    count = dice.randint(3, 9)
    parts = [dice.randint(3, 500) for _ in range(count)]
    whole = sum(parts)
    rows: Rows = [
        [n, p, f"{round(100 * p / whole)}%"] for n, p in zip(dice.sample(SERVICES, count), parts, strict=True)
    ]
    rows.append(["Total", whole, "100%"])
    return table(["Reason", "Replies", "Share"], rows)
