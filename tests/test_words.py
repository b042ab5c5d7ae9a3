"""The language of board papers has one home, `words/`: what is known there is known nowhere else."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportcheck.words.calendar import MONTH_NAMES

SOURCE = Path(__file__).resolve().parent.parent / "src" / "reportcheck"
HOME = SOURCE / "words"
READERS = [path for path in sorted(SOURCE.rglob("*.py")) if HOME not in path.parents]

MONTH = re.compile(rf"\b(?:{'|'.join(f'{name[:3]}|{name}' for name in MONTH_NAMES[1:])})\b", re.I)


NUMBER = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|eighteen|twenty|thirty)\b"
)


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """The texts in a module's code, docstrings left out, with their lines; texts that are joined are one."""
    tree = ast.parse(path.read_text("utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = [part for part in node.values if isinstance(part, ast.Constant)]
            said |= {id(part) for part in parts}
            yield node.lineno, "\0".join(str(part.value) for part in parts)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.lineno, node.value


@pytest.mark.parametrize("path", READERS, ids=lambda path: str(path.relative_to(SOURCE)))
def test_the_calendar_is_known_in_one_place(path: Path) -> None:
    """No list of months: a single one may be part of a rule, "1 April to 31 March"."""
    for line, text in texts(path):
        months = {word.lower()[:3] for word in MONTH.findall(text)} - {"may"}
        assert len(months) <= 2, f"{path.relative_to(SOURCE)}:{line} lists months: ask reportcheck.words.calendar"


@pytest.mark.parametrize("path", READERS, ids=lambda path: str(path.relative_to(SOURCE)))
def test_number_words_are_known_in_one_place(path: Path) -> None:
    for line, text in texts(path):
        words = set(NUMBER.findall(text.lower()))
        assert len(words) <= 2, f"{path.relative_to(SOURCE)}:{line} lists numbers: ask reportcheck.words.numbers"
