"""Broken copies of PDFs -> how each ended: `python benchmarks/mutations.py [--number 5000] [--shards 2] FOLDER...`.

Bytes are flipped, stretches cut, doubled or swapped, objects swapped, references turned, numbers made huge. Every copy
is audited whole under limits. What must be 0: errors other than PaperError, time over the limit, memory over the limit
in the reading processes, memory that grows in the auditing one, shards that died.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import resource
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

PAGE_SECONDS, FILE_SECONDS, MEMORY_MB = 5.0, 20.0, 512
SLACK_SECONDS = 5.0
PARENT_MB = 400
LARGEST = 150_000
_OBJECT = re.compile(rb"\d+ \d+ obj\b.*?endobj", re.DOTALL)
_REFERENCE = re.compile(rb"\b\d+ \d+ R\b")
_NUMBER = re.compile(rb"\b\d{1,9}\b")
HUGE = (b"0", b"-1", b"2147483647", b"4294967296", b"99999999999999999999", b"1e308")


def flip(data: bytearray, dice: random.Random) -> None:
    for _ in range(dice.choice((1, 3, 10, 100))):
        data[dice.randrange(len(data))] = dice.randrange(256)


def cut(data: bytearray, dice: random.Random) -> None:
    at = dice.randrange(len(data))
    del data[at : at + dice.choice((1, 10, 100, len(data)))]


def double(data: bytearray, dice: random.Random) -> None:
    at = dice.randrange(len(data))
    stretch = data[at : at + dice.choice((10, 100, 2000))]
    data[at:at] = stretch * dice.choice((1, 2, 50))


def swap_objects(data: bytearray, dice: random.Random) -> None:
    found = [match.span() for match in _OBJECT.finditer(data)]
    if len(found) < 2:
        return flip(data, dice)
    (a, b), (c, d) = sorted(dice.sample(found, 2))
    data[a:d] = data[c:d] + data[b:c] + data[a:b]
    return None


def turn_reference(data: bytearray, dice: random.Random) -> None:
    """A reference made to lead elsewhere: that is how a tree becomes a ring."""
    found = list(_REFERENCE.finditer(data))
    if len(found) < 2:
        return flip(data, dice)
    for _ in range(dice.choice((1, 4))):
        source, target = dice.choice(found), dice.choice(found)
        if len(source[0]) == len(target[0]):
            data[slice(*target.span())] = source[0]
    return None


def grow_number(data: bytearray, dice: random.Random) -> None:
    found = list(_NUMBER.finditer(data))
    if not found:
        return flip(data, dice)
    for match in sorted(dice.sample(found, min(len(found), dice.choice((1, 5)))), key=lambda m: -m.start()):
        data[slice(*match.span())] = dice.choice(HUGE)
    return None


WAYS = (flip, cut, double, swap_objects, turn_reference, grow_number)


def mutant(sources: list[Path], seed: int) -> tuple[str, bytes]:
    """Broken copy number `seed`: always the same."""
    dice = random.Random(seed)
    source = sources[seed % len(sources)]
    data = bytearray(source.read_bytes())
    ways = dice.choices(WAYS, k=dice.choice((1, 1, 2, 3)))
    for way in ways:
        if data:
            way(data, dice)
    return f"{source.name}#{seed}:{'+'.join(way.__name__ for way in ways)}", bytes(data)


def shard(sources: list[Path], seeds: range) -> None:
    """Audit those copies, one line of JSON each."""
    from reportcheck.auditing import audit_document
    from reportcheck.errors import PaperError
    from reportcheck.extract import Options, extract_bytes
    from reportcheck.rulepack import load_rules

    rules = load_rules()
    options = Options(jobs=1, page_seconds=PAGE_SECONDS, file_seconds=FILE_SECONDS, memory_mb=MEMORY_MB)
    for seed in seeds:
        name, data = mutant(sources, seed)
        begun, said, how = time.monotonic(), "", "read"
        try:
            document = extract_bytes(data, "mutant.pdf", "pdf", options)
            read = time.monotonic() - begun
            problems = audit_document(document, rules).problems
            how = "part" if problems else "read"
            said = "; ".join(problems)[:300]
        except PaperError as refusal:
            how, said, read = "refused", str(refusal), time.monotonic() - begun
        except Exception as bug:
            how, said, read = "ERROR", repr(bug)[:300], time.monotonic() - begun
        line = {
            "name": name, "how": how, "said": said, "read": round(read, 2), "all": round(time.monotonic() - begun, 2),
            "parent_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
            "child_mb": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024,
        }  # fmt: skip
        print(json.dumps(line), flush=True)


def summed(lines: list[dict[str, object]], asked: int) -> dict[str, object]:
    """What the copies came to."""
    late = [line for line in lines if float(str(line["all"])) > FILE_SECONDS + SLACK_SECONDS]
    said = Counter(re.sub(r"\d+", "N", str(line["said"]))[:90] for line in lines if line["how"] != "read")
    return {
        "copies": len(lines),
        "ended": dict(Counter(str(line["how"]) for line in lines)),
        "contained": {
            word: sum(word in str(line["said"]) for line in lines)
            for word in ("reader crash", "more memory than", f"in {PAGE_SECONDS:g} s", "took longer")
        },
        "slowest_seconds": max(float(str(line["all"])) for line in lines),
        "reader_mb": max(int(str(line["child_mb"])) for line in lines),
        "auditor_mb": max(int(str(line["parent_mb"])) for line in lines),
        "MUST BE 0": {
            "shards that died (crash in the parent)": asked - len(lines),
            "errors that are ours": [line for line in lines if line["how"] == "ERROR"],
            "hangs": late,
            "reader over its memory": sum(int(str(line["child_mb"])) > MEMORY_MB + 64 for line in lines),
            "auditor over its memory": sum(int(str(line["parent_mb"])) > PARENT_MB for line in lines),
        },
        "said": dict(said.most_common(20)),
    }


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("folders", nargs="+", type=Path)
    ask.add_argument("--number", type=int, default=5000)
    ask.add_argument("--first", type=int, default=0)
    ask.add_argument("--shards", type=int, default=os.cpu_count() or 1)
    ask.add_argument("--shard", type=int, help=argparse.SUPPRESS)
    asked = ask.parse_args()
    found = {path for folder in asked.folders for path in folder.rglob("*.pdf") if path.stat().st_size <= LARGEST}
    sources = sorted(found)
    if asked.shard is not None:
        return shard(sources, range(asked.first + asked.shard, asked.first + asked.number, asked.shards))
    runs = [
        subprocess.Popen([sys.executable, *sys.argv, "--shard", str(n), "--shards", str(asked.shards)],
                         stdout=subprocess.PIPE, text=True)
        for n in range(asked.shards)
    ]  # fmt: skip
    lines = [json.loads(line) for run in runs for line in run.communicate()[0].splitlines()]
    print(json.dumps({"files": len(sources), **summed(lines, asked.number)}, indent=1))
    return None


if __name__ == "__main__":
    main()
