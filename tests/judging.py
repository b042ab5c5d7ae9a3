"""A table in text -> the relations that the laws find in it."""

from __future__ import annotations

from reportcheck import laws
from reportcheck.extract import extract_bytes
from reportcheck.model import Relation
from reportcheck.read import read


def judged(text: str) -> list[Relation]:
    paper = read(extract_bytes(text.encode(), "table.txt", "text"))
    return list(laws.arithmetic(paper))


def verdicts(text: str) -> dict[str, int]:
    found = judged(text)
    return {v: sum(r.verdict == v for r in found) for v in ("held", "doubtful", "broken")}
