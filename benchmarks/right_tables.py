#!/usr/bin/env python3
"""Made-up tables that are right: how many of each kind are accused all the same.

python benchmarks/right_tables.py [--kinds rounded caseload] [--count 500] [--seed 1] [--show 3]

Each table is a paper of its own and is put to all rules. A finding of any severity but a note accuses it.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable
from decimal import ROUND_HALF_EVEN, Decimal
from functools import partial
from statistics import mean, median

from reportcheck.auditing import audit_document
from reportcheck.extract import extract_bytes
from reportcheck.rulepack import load_rules

PLACES = (
    "Abbey Bridge Castle Dene Elm Forge Grange Heath Ivy Kiln Lodge Mill North Orchard Park Quarry River South "
    "Tower Upton Vale West"
).split()
SERVICES = (
    "Roads Parks Waste Planning Libraries Leisure Housing Schools Transport Museums Highways Elections Markets "
    "Cemeteries Licensing Legal Finance Audit"
).split()
MONTHS = "April May June July August September October November December January February March".split()
Rows = list[list[object]]


def table(heads: list[str], rows: Rows, lead: str = "The position is shown below.") -> str:
    """The rows as a paper with one table; numbers are printed with commas."""
    lines = ["# Report", "", lead, "", "| " + " | ".join(heads) + " |", "|---" * len(heads) + "|"]
    lines += ["| " + " | ".join(map(shown, row)) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def shown(value: object) -> str:
    """A cell in print."""
    return f"{value:,}" if isinstance(value, (int, Decimal)) else str(value)


def to(value: float | Decimal, step: int) -> int:
    """The nearest multiple of the step."""
    return int((Decimal(value) / step).quantize(Decimal(1), ROUND_HALF_EVEN)) * step


def pence(value: float | Decimal) -> Decimal:
    return Decimal(value).quantize(Decimal("0.01"), ROUND_HALF_EVEN)


def years(count: int, dice: random.Random) -> list[str]:
    first = dice.randint(2012, 2022)
    return [str(first + n) for n in range(count)]


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


KINDS: dict[str, Callable[[random.Random], str]] = {
    **{f"rounded to {n}": partial(rounded, steps=(n,)) for n in (5, 10, 100, 1000)},
    "whole units": whole_units, "last": caseload, "highest": largest, "mean": averaged, "median": middling,
    "once each": once_each, "bands": bands, "percentages": percentages, "pay scale": scale, "column numbers": numbered,
    "budget": budget, "rates": rates, "of which": of_which, "account": account, "stocks": stocks, "listing": listing,
    "ages": ages, "shares": shares,
}  # fmt: skip


def main() -> None:
    """Print, for each kind, how many right tables are accused."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kinds", nargs="*", default=list(KINDS), help="kinds that begin with one of these words")
    parser.add_argument("--count", type=int, default=500, help="tables of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, help="print so many accused tables of each kind")
    args = parser.parse_args()
    rules = load_rules()
    for kind, make in KINDS.items():
        if not kind.startswith(tuple(args.kinds)):
            continue
        dice, accused, tested = random.Random(f"{kind} {args.seed}"), 0, 0
        for _ in range(args.count):
            text = make(dice)
            report = audit_document(extract_bytes(text.encode(), "paper.md", "text"), rules)
            found = [f for f in report.findings if f.severity != "note"]
            accused += bool(found)
            tested += any(r.verdict == "held" for _, r in report.held)
            if found and accused <= args.show:
                print(text, *(f"  {f.rule.id}: {f.relation.message}" for f in found), "", sep="\n")
        print(f"{kind:18} {accused:5} of {args.count} accused  {100 * accused / args.count:5.1f}%   tested {tested}")


if __name__ == "__main__":
    main()
