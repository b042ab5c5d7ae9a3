#!/usr/bin/env python3
"""How the cost of an audit grows: CPU seconds of each shape of paper, doubled twice, and the exponent.

python benchmarks/growth.py [--shapes rows totals] [--scale 1] [--profile]

An exponent of 1 is a cost that doubles with the paper. Everything is audited in one process, from bytes to report.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import math
import pstats
import random
import time
from collections.abc import Callable

from reportcheck.auditing import audit_document
from reportcheck.extract import extract_bytes
from reportcheck.rulepack import load_rules

WORDS = (
    "council school library budget reserve grant officer member report service review plan street bridge market "
    "housing waste water energy youth health care learning building project contract supplier survey parking"
).split()
LETTERS = "bcdfghklmnprst", "aeiou"


def name(dice: random.Random) -> str:
    """A word that hardly any other paper has."""
    return "".join(dice.choice(LETTERS[n % 2]) for n in range(6)).capitalize()


def grid(rows: int, columns: int, dice: random.Random, first: str = "Item") -> str:
    """A table of chance under a head, with a total that is right."""
    body = [[dice.randint(100, 99_999) for _ in range(columns)] for _ in range(rows)]
    lines = ["| Name | " + " | ".join(f"{name(dice)} {c}" for c in range(columns)) + " |", "|---" * (columns + 1) + "|"]
    lines += [f"| {first} {name(dice)} | " + " | ".join(f"{v:,}" for v in row) + " |" for row in body]
    lines.append("| Total | " + " | ".join(f"{sum(c):,}" for c in zip(*body, strict=True)) + " |")
    return "\n".join(lines) + "\n\n"


def sentence(dice: random.Random) -> str:
    """A change of something, told rightly."""
    before, after = dice.randint(100, 9_000), dice.randint(100, 9_000)
    way = "rose" if after > before else "fell"
    words = " ".join(dice.sample(WORDS, 3))
    return f"The {words} of {name(dice)} {way} from {before:,} to {after:,} in the year. "


def pages(size: int, dice: random.Random) -> str:
    """Pages of a few paragraphs and a table."""
    return "\f".join(
        f"{n} {name(dice)}\n\n" + "".join(sentence(dice) for _ in range(6)) + "\n\n" + grid(8, 3, dice)
        for n in range(1, size + 1)
    )


def rows(size: int, dice: random.Random) -> str:
    return grid(size, 3, dice)


def wrong_total(size: int, dice: random.Random) -> str:
    """One long table whose total is wrong."""
    head, _, last = grid(size, 2, dice).rstrip().rpartition("| Total | ")
    return f"{head}| Total | 1{last}\n"


def columns(size: int, dice: random.Random) -> str:
    return grid(12, size, dice)


def tables(size: int, dice: random.Random) -> str:
    return "".join(f"Table {n}: {name(dice)}\n\n{grid(6, 3, dice)}" for n in range(1, size + 1))


def like_sentences(size: int, dice: random.Random) -> str:
    """Sentences that differ in their figures only."""
    return "\n\n".join(f"The number of calls to the centre was {dice.randint(1_000, 99_999):,}." for _ in range(size))


def like_named(size: int, dice: random.Random) -> str:
    """Sentences of one mould about things of their own."""
    return "\n\n".join(
        f"The grant to {name(dice)} for the year was £{dice.randint(1_000, 99_999):,}." for _ in range(size)
    )


def unlike_sentences(size: int, dice: random.Random) -> str:
    return "\n\n".join(sentence(dice) for _ in range(size))


def headings(size: int, dice: random.Random) -> str:
    return "\n\n".join(f"## {name(dice)} {dice.choice(WORDS)}\n\n{name(dice)} was seen." for _ in range(size))


def numbered(size: int, dice: random.Random) -> str:
    """Numbered paragraphs with references to one another."""
    return "\n\n".join(
        f"{n}. The {dice.choice(WORDS)} of {name(dice)} is told in paragraph {dice.randint(1, size)}."
        for n in range(1, size + 1)
    )


def totals(size: int, dice: random.Random) -> str:
    """Rows that all say that they are totals."""
    body = [f"| Total | {dice.randint(100, 9_999):,} | {dice.randint(100, 9_999):,} |" for _ in range(size)]
    return "\n".join(["| Item | 2023 | 2024 |", "|---|---|---|", *body]) + "\n"


def same_totals(size: int, dice: random.Random) -> str:
    """The same, all alike."""
    return "\n".join(["| Item | 2023 | 2024 |", "|---|---|---|", *["| Total | 1,000 | 2,000 |"] * size]) + "\n"


def broken_rows(size: int, dice: random.Random) -> str:
    """A total along each row, wrong in every twentieth."""
    lines = ["| Item | North | South | Total |", "|---|---|---|---|"]
    for n in range(size):
        a, b = dice.randint(100, 9_999), dice.randint(100, 9_999)
        lines.append(f"| {name(dice)} | {a:,} | {b:,} | {a + b + (100 if n % 20 == 0 else 0):,} |")
    return "\n".join(lines) + "\n"


def long_paragraph(size: int, dice: random.Random) -> str:
    return "".join(sentence(dice) for _ in range(size)) + "\n"


def words_by_tables(size: int, dice: random.Random) -> str:
    """Tables on one page with words around each."""
    return "".join(sentence(dice) * 2 + "\n\n" + grid(4, 2, dice) for _ in range(size))


SHAPES: dict[str, tuple[Callable[[int, random.Random], str], int]] = {
    "pages": (pages, 40), "rows": (rows, 1000), "wrong total": (wrong_total, 1000), "columns": (columns, 40),
    "tables": (tables, 80), "words by tables": (words_by_tables, 80), "like sentences": (like_sentences, 500),
    "like named": (like_named, 500), "unlike sentences": (unlike_sentences, 500), "headings": (headings, 1000),
    "numbered": (numbered, 600), "totals": (totals, 400), "same totals": (same_totals, 400),
    "broken rows": (broken_rows, 400), "long paragraph": (long_paragraph, 400),
}  # fmt: skip


def main() -> None:
    """Print the seconds of three sizes of each shape, and the exponent over the two doublings."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shapes", nargs="*", default=list(SHAPES), help="shapes that begin with one of these words")
    parser.add_argument("--scale", type=float, default=1.0, help="how many times as large as usual")
    parser.add_argument("--profile", action="store_true", help="the costliest functions of the largest size")
    args = parser.parse_args()
    rules = load_rules()
    gc.set_threshold(1_000_000, 50, 100)  # As the command sets it.
    audit_document(extract_bytes(pages(2, random.Random(1)).encode(), "paper.md", "text"), rules)  # What is made once.
    for shape, (make, least) in SHAPES.items():
        if not shape.startswith(tuple(args.shapes)):
            continue
        spent = []
        for doubled in (1, 2, 4):
            size = int(least * args.scale * doubled)
            data = make(size, random.Random(size)).encode()
            profile = cProfile.Profile()
            if args.profile and doubled == 4:
                profile.enable()
            began = time.process_time()
            audit_document(extract_bytes(data, "paper.md", "text"), rules)
            spent.append(time.process_time() - began)
            profile.disable()
        print(
            f"{shape:18} {size:6}  "
            + " ".join(f"{s:7.2f}" for s in spent)
            + f"   {math.log2(spent[2] / spent[0]) / 2:5.2f}"
        )
        if args.profile:
            pstats.Stats(profile).sort_stats("tottime").print_stats(12)


if __name__ == "__main__":
    main()
