"""`reportcheck batch` under blows: hostile files, workers killed at random, the run itself killed and resumed.

    python benchmarks/soak.py [--papers 2000] [--kills 20] [--ledger postgresql://...]

Papers are made of those in ../shared: pieces of texts, each with a small edit under the head of a month's minutes, and
some whole Word files and PDFs; one in twenty is a hostile file. They are gone through in peace and, meanwhile, under
blows. At the end every paper must be recorded once, and the findings must be those of the peaceful run. The memory of
the run's own process is told too.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from calendar import month_name
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, text

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("SHARED", ROOT.parent / "shared"))
ASIDE = ("sri-lanka", "heronwood", "tintern", "stoke-ferry", "boughton", "hubbardston", "nipissing")
"""Bodies whose papers nobody looks at: they measure what was not fitted."""
PIECE = 24
"""Lines of a piece of a text."""


def sources(*patterns: str) -> list[Path]:
    found = sorted({path for pattern in patterns for path in SHARED.glob(pattern)})
    return [path for path in found if not any(name in str(path) for name in ASIDE)]


def pieces() -> list[str]:
    """Stretches of texts with figures in them."""
    texts = sources("seeds/*.txt", "corpus2/docs/*/*.md", "corpus2/docs/*/*.txt", "corpus/papers/text/*.txt")
    made = []
    for path in texts:
        lines = path.read_text("utf-8", "replace").split("\n")
        made += ["\n".join(lines[at : at + PIECE]) for at in range(0, len(lines), PIECE)]
    return [piece for piece in made if sum(map(str.isdigit, piece)) > 20 and len(piece) < 6000]


def edited(piece: str, dice: random.Random) -> str:
    """The piece with one digit changed, and a line of its own."""
    places = [at for at, sign in enumerate(piece) if sign.isdigit()]
    at = dice.choice(places)
    changed = piece[:at] + dice.choice("123456789") + piece[at + 1 :]
    whole, part = dice.randrange(50, 100), dice.randrange(10, 50)
    percent = round(100 * part / whole) + (7 if dice.random() < 0.3 else 0)
    return f"{changed}\n\nOf the {whole} replies, {part} ({percent}%) were in favour.\n"


def meeting(place: int, dice: random.Random) -> str:
    """The head of a body's minutes: in one of eight the cheques do not run on from those of the month before."""
    first, last = 1000 + 12 * place + (3 if dice.random() < 0.125 else 0), 1011 + 12 * place
    held = f"Minutes of the meeting held on 8 {month_name[place % 12 + 1]} {2010 + place // 12}"
    return f"{held}\n\nCheques {first} to {last}, £{dice.randrange(1000, 9999):,}.10 in all, were paid.\n\n"


def make(folder: Path, count: int, dice: random.Random) -> None:
    texts, small = pieces(), [p for p in sources("corpus2/docs/*/*.docx") if p.stat().st_size < 110_000]
    hostile = sources("corpus/hostile/*.pdf")
    for number in range(count):
        body = folder / f"body-{number // 20:03}"
        body.mkdir(parents=True, exist_ok=True)
        stem = f"minutes-{2010 + number % 20 // 12}-{number % 20 % 12 + 1:02}"
        if number % 20 == 7:
            (body / f"{stem}.pdf").write_bytes(dice.choice(hostile).read_bytes())
        elif number % 100 == 3:
            (body / f"{stem}.docx").write_bytes(dice.choice(small).read_bytes())
        else:
            minutes = meeting(number % 20, dice) + edited(dice.choice(texts), dice)
            (body / f"{stem}.md").write_text(minutes, "utf-8")


class Blows(threading.Thread):
    """Kills a worker of the run now and then, and notes the memory of the run itself, in MB."""

    def __init__(self, run: int, dice: random.Random, mean: float) -> None:
        super().__init__(daemon=True)
        self.run_id, self.dice, self.mean = run, dice, mean
        self.over = threading.Event()
        self.killed = 0
        self.memory: list[float] = []

    def run(self) -> None:
        due = time.monotonic() + self.dice.expovariate(1 / self.mean) if self.mean else float("inf")
        while not self.over.wait(1):
            self.memory += rss(self.run_id)
            if time.monotonic() >= due:
                due = time.monotonic() + self.dice.expovariate(1 / self.mean)
                if workers := children(self.run_id):
                    os.kill(self.dice.choice(workers), signal.SIGKILL)
                    self.killed += 1


def children(parent: int) -> list[int]:
    try:
        return [int(pid) for pid in Path(f"/proc/{parent}/task/{parent}/children").read_text().split()]
    except OSError:
        return []


def rss(process: int) -> list[float]:
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return []
    return [int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")]


def run(papers: Path, ledger: str, *more: str) -> subprocess.Popen[bytes]:
    command = [
        sys.executable,
        "-m",
        "reportcheck",
        "batch",
        papers.name,
        "--ledger",
        ledger,
        "--jobs",
        "2",
        "-q",
        *more,
    ]
    paths = {"PYTHONPATH": str(ROOT / "src")}
    return subprocess.Popen(
        command, cwd=papers.parent, env={**os.environ, **paths}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )


def address(ledger: str, folder: Path) -> str:
    if "://" in ledger:
        return ledger.replace("postgresql://", "postgresql+psycopg://")
    return f"sqlite:///{folder / ledger}"


def asked(where: str, question: str) -> list[tuple[Any, ...]]:
    engine = create_engine(where)
    try:
        with engine.connect() as link:
            return [tuple(row) for row in link.execute(text(question))]
    except Exception:
        return []  # The tables are being made.
    finally:
        engine.dispose()


def findings(where: str) -> list[tuple[Any, ...]]:
    return sorted(
        asked(
            where,
            "select source, rule, severity, message, findings.page, fingerprint "
            "from findings, papers where papers.id = paper",
        )
    )


def resumed(
    papers: Path, ledger: str, where: str, count: int, kills: int, dice: random.Random, every: float
) -> Iterator[str]:
    """The runs under blows, each with how far it came."""
    ends = sorted(dice.sample(range(count // 40, count - count // 40), kills))
    killed, memory = 0, list[float]()
    for number, end in enumerate([*ends, count], start=1):
        last = number == len(ends) + 1
        started = run(papers, ledger, *(["--again"] if last else []))
        blows = Blows(started.pid, dice, every)
        blows.start()
        while started.poll() is None:
            time.sleep(2)
            if not last and (done := asked(where, "select count(*) from papers")) and done[0][0] >= end:
                started.send_signal(signal.SIGKILL)
                started.wait()
        blows.over.set()
        killed += blows.killed
        memory += blows.memory
        done = asked(where, "select count(*) from papers")
        yield f"run {number}: {done[0][0] if done else 0:,} papers recorded, exit {started.returncode}"
    # Papers that lost two workers are recorded as such, and are tried again where nobody kills any.
    yield f"a last run in peace, --again: exit {run(papers, ledger, '--again').wait()}"
    most = max(memory, default=0)
    yield f"{kills} kills of the run, {killed} of workers; the run's own process: at most {most:.0f} MB"


def early_and_late(memory: list[float]) -> str:
    """How much memory a process took at the beginning, once it had begun, and at the end."""
    tenth = max(1, len(memory) // 10)
    early, late = (sum(part) / max(1, len(part)) for part in (memory[tenth : 2 * tenth], memory[-tenth:]))
    return f"{early:.0f} MB early, {late:.0f} MB late, {max(memory, default=0):.0f} MB at most"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--papers", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--every", type=float, default=8.0, help="a worker is killed every so many seconds or so")
    parser.add_argument("--ledger", default="", help="an empty PostgreSQL database for the blows; SQLite without it")
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    dice = random.Random(args.seed)
    with tempfile.TemporaryDirectory(prefix="soak-") as name:
        folder = Path(name)
        papers = folder / "papers"
        make(papers, args.papers, dice)
        ledger = args.ledger or "blows.db"
        where, calmly = address(ledger, folder), address("peace.db", folder)
        begun = time.monotonic()
        peace = run(papers, "peace.db")
        calm = Blows(peace.pid, dice, 0.0)
        calm.start()
        for line in resumed(papers, ledger, where, args.papers, args.kills, dice, args.every):
            print(f"{time.monotonic() - begun:6.0f} s  {line}", flush=True)
        print(f"in peace, meanwhile: exit {peace.wait()}; its own process: {early_and_late(calm.memory)}", flush=True)
        sys.exit(judged(where, calmly, args.papers))


def judged(where: str, calmly: str, count: int) -> int:
    """Whether the two ledgers hold the same, and every paper once."""
    rows = asked(where, "select count(*), count(distinct source) from papers")[0]
    same = findings(where) == findings(calmly)
    failed = [asked(at, "select count(*) from papers where error != ''")[0][0] for at in (calmly, where)]
    print(f"recorded: {rows[0]:,} papers, {rows[1]:,} of them different; not audited: {failed[0]} and {failed[1]}")
    print(f"findings: {len(findings(calmly)):,}, {'identical' if same else 'NOT IDENTICAL'}")
    across = asked(where, "select count(*) from findings where across")[0][0]
    facts = asked(where, "select count(*) from facts")[0][0]
    print(f"of these {across:,} rest on several papers; facts: {facts:,}")
    return int(not same or rows != (count, count))


if __name__ == "__main__":
    main()
