"""Real tables with a slip in each, in every format that is read: is a slip found in all of them as in text?

  python benchmarks/formats_faults.py TABLES.jsonl [--trials 4] [--seed 1] [--formats text,md,docx] [--first 50]

TABLES.jsonl has a record a line: `id`, `paragraphs` (prose) and `table` (rows of cells). Each record is written
as a paper of its own, in each format, as it was published and once a trial with one figure of its table corrupted. A
fault is found where the audit tells something new. Notes are left out. The table that is printed is for RESULTS.md.
"""

from __future__ import annotations

import argparse
import html
import json
import random
import re
from collections.abc import Callable, Hashable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from table_files import comma_file, word_file, workbook_file

from reportcheck.auditing import audit_document
from reportcheck.errors import PaperError
from reportcheck.extract import extract_bytes
from reportcheck.model import Rule
from reportcheck.rulepack import load_rules

FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+")
YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Paper:
    """A record: its prose and its table."""

    id: str
    prose: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def text(paper: Paper) -> bytes:
    """A tab between two cells."""
    return ("\n\n".join([*paper.prose, "\n".join("\t".join(row) for row in paper.rows)]) + "\n").encode()


def markdown(paper: Paper) -> bytes:
    """A table of Markdown, its first row the head."""
    rows = ["| " + " | ".join(cell.replace("|", "/") for cell in row) + " |" for row in paper.rows]
    rows.insert(1, "|" + "---|" * len(paper.rows[0]))
    return ("\n\n".join([*paper.prose, "\n".join(rows)]) + "\n").encode()


def page(paper: Paper) -> bytes:
    """An HTML page, a cell a line."""
    rows = "\n".join("<tr>\n" + "\n".join(f"<td>{html.escape(c)}</td>" for c in row) + "\n</tr>" for row in paper.rows)
    prose = "\n".join(f"<p>{html.escape(line)}</p>" for line in paper.prose)
    return f"{prose}\n<table>\n{rows}\n</table>\n".encode()


def word(paper: Paper) -> bytes:
    """A Word file."""
    return word_file(paper.prose, paper.rows)


def workbook(paper: Paper) -> bytes:
    """An Excel workbook."""
    return workbook_file(_sheet(paper))


def values(paper: Paper) -> bytes:
    """A file of values with commas between them."""
    return comma_file(_sheet(paper))


def _sheet(paper: Paper) -> list[Sequence[str]]:
    return [*((line,) for line in paper.prose), (), *paper.rows]


FORMATS: dict[str, tuple[str, Callable[[Paper], bytes]]] = {
    "text": ("text", text), "md": ("text", markdown), "html": ("html", page), "docx": ("word", word),
    "xlsx": ("sheet", workbook), "csv": ("sheet", values),
}  # fmt: skip


def read_papers(path: Path) -> list[Paper]:
    """The records, their cells and lines on one line each, and all rows as wide as the widest."""
    papers = []
    for line in path.read_text("utf-8").splitlines():
        record: dict[str, Any] = json.loads(line)
        rows = [[" ".join(cell.split()) for cell in row] for row in record["table"]]
        width = max(map(len, rows))
        whole = tuple((*row, *[""] * (width - len(row))) for row in rows)
        papers.append(Paper(record["id"], tuple(" ".join(p.split()) for p in record["paragraphs"]), whole))
    return papers


def slots(paper: Paper) -> list[tuple[int, int]]:
    """The cells of figures that can be corrupted."""
    found = []
    for r, row in enumerate(paper.rows):
        for c, cell in enumerate(row):
            match = FIGURE.search(cell)
            if not c or not match or re.search(r"[A-Za-z]{3}", cell) or (r < 4 and YEAR.fullmatch(match.group())):
                continue
            if float(match.group().replace(",", "")):
                found.append((r, c))
    return found


def corrupt(figure: str, dice: random.Random) -> str:
    """A slip in one figure: a digit changed, two swapped, or one lost."""
    digits = [i for i, sign in enumerate(figure) if sign.isdigit()]
    for _ in range(50):
        at = dice.randrange(len(digits))
        i = digits[at]
        kind = dice.choice(("digit", "digit", "swap", "drop"))
        new = figure
        if kind == "digit":
            new = figure[:i] + dice.choice([d for d in "0123456789" if d != figure[i]]) + figure[i + 1 :]
        elif kind == "swap" and at + 1 < len(digits):
            j = digits[at + 1]
            new = figure[:i] + figure[j] + figure[i + 1 : j] + figure[i] + figure[j + 1 :]
        elif kind == "drop" and len(digits) > 2 and "," not in figure and "." not in figure:
            new = figure[:i] + figure[i + 1 :]
        if new != figure and not re.match(r"0\d", new):
            return new
    return ("8" if figure[0] == "9" else "9") + figure[1:]


def faulted(paper: Paper, dice: random.Random) -> Paper | None:
    """The paper with one slip; None where it has no figure to corrupt."""
    places = slots(paper)
    if not places:
        return None
    r, c = dice.choice(places)
    rows = [list(row) for row in paper.rows]
    rows[r][c] = FIGURE.sub(lambda match: corrupt(match.group(), dice), rows[r][c], count=1)
    return Paper(paper.id, paper.prose, tuple(map(tuple, rows)))


@cache
def _rules() -> tuple[Rule, ...]:
    return load_rules()


def told(paper: Paper, form: str) -> set[Hashable]:
    """What is found in a paper, whatever its figures read: each rule with the rows and columns concerned."""
    kind, write = FORMATS[form]
    try:
        document = extract_bytes(write(paper), f"made.{form}", kind)
    except PaperError as problem:
        raise SystemExit(f"{form} {paper.id}: {problem}") from None
    report = audit_document(document, _rules())
    return {
        (f.rule.id, frozenset((e.figure.location.line, e.figure.label, e.figure.period) for e in f.relation.evidence))
        for f in report.findings
        if f.severity != "note"
    }


def tried(form: str, paper: Paper, trials: int, seed: int) -> tuple[bool, list[bool]]:
    """Whether anything is told of the paper as published, and which slips are found."""
    clean = told(paper, form)
    found = []
    for trial in range(trials):
        wrong = faulted(paper, random.Random(f"{seed} {trial} {paper.id}"))
        if wrong is not None:
            found.append(bool(told(wrong, form) - clean))
    return bool(clean), found


def main() -> None:
    """Write, read, compare."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--trials", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--formats", default=",".join(FORMATS))
    parser.add_argument("--first", type=int, default=0, help="so many records only")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--misses", type=int, default=0, help="name so many records in which formats differ")
    args = parser.parse_args()
    papers = read_papers(args.data)[: args.first or None]
    results: dict[str, list[tuple[bool, list[bool]]]] = {}
    with ProcessPoolExecutor(args.jobs) as pool:
        for form in args.formats.split(","):
            results[form] = list(pool.map(partial(_tried, form, args.trials, args.seed), papers, chunksize=4))
    print("| format | recall | faults | tables flagged as published |\n|---|---|---|---|")
    for form, each in results.items():
        found = [hit for _, hits in each for hit in hits]
        flagged = sum(flag for flag, _ in each)
        print(f"| {form} | {sum(found) / len(found):.3f} | {len(found)} | {flagged} of {len(papers)} |")
    first = next(iter(results))
    differ = [
        (form, paper.id, each, mine)
        for form, of in results.items()
        for paper, each, mine in zip(papers, of, results[first], strict=True)
        if each != mine
    ]
    for form, name, each, mine in differ[: args.misses]:
        print(f"{form} {name}: {each} and in {first} {mine}")


def _tried(form: str, trials: int, seed: int, paper: Paper) -> tuple[bool, list[bool]]:
    return tried(form, paper, trials, seed)


if __name__ == "__main__":
    main()
