"""The language of board papers has one home, `words/`: what is known there is known nowhere else."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from reportcheck.quantity import Interval
from reportcheck.read.mentions.numbers import scan
from reportcheck.words.calendar import MONTH_NAMES
from reportcheck.words.hedges import hedge, hedge_before
from reportcheck.words.stems import roots

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


@pytest.mark.parametrize("path", READERS, ids=lambda path: str(path.relative_to(SOURCE)))
def test_hedges_are_known_in_one_place(path: Path) -> None:
    """One such word may be a part of a rule; two are a list."""
    for line, text in texts(path):
        words = set(re.findall(r"\b(?:nearly|almost|roughly|approximately|circa|about|around)\b", text))
        assert len(words) <= 2, f"{path.relative_to(SOURCE)}:{line} lists hedges: ask reportcheck.words.hedges"


@pytest.mark.parametrize("path", READERS, ids=lambda path: str(path.relative_to(SOURCE)))
def test_what_has_a_caption_is_known_in_one_place(path: Path) -> None:
    """Two such words may be part of a rule, "Table or Figure"; three are a list."""
    for line, text in texts(path):
        words = set(re.findall(r"\b(?:table|figure|chart|graph|annex|appendix|exhibit|schedule)\b", text.lower()))
        listed = len(words) > 2 and text.count("|") > 2
        assert not listed, f"{path.relative_to(SOURCE)}:{line} lists captions: ask reportcheck.words.things"


def test_words_with_one_root_are_one_whatever_they_end_in() -> None:
    assert roots("Orders adopted") == roots("the adoption order")
    assert roots("adapted") != roots("adopted")


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("about", 90, 110), ("c.", 90, 110), ("nearly", 90, 100), ("just under", 90, 100), ("slightly over", 100, 110),
        ("at least", 100, None), ("no fewer than", 100, None), ("less than", 0, 100), ("up to", 0, 100),
    ],
)  # fmt: skip
def test_what_is_near_has_a_limit_and_a_bound_has_one_side(words: str, low: int, high: int | None) -> None:
    found = hedge_before(f"costs {words} 100", len(f"costs {words} "))
    assert found is not None
    assert found.words == words
    allowed = found.interval(Interval.exact(100), Decimal(10))
    assert allowed.low == low
    assert allowed.high == high if high else allowed.high > 1_000_000


@pytest.mark.parametrize(
    ("words", "printed", "within", "without"),
    [
        ("about", "40%", "44.4", "44.6"), ("about", "40%", "35.6", "35.4"), ("just over", "40%", "44.4", "44.6"),
        ("nearly", "40%", "35.6", "35.4"), ("just over", "40%", "39.6", "39.4"), ("nearly", "40%", "40.4", "40.6"),
        ("nearly", "9,000", "9200", "9300"),
    ],
)  # fmt: skip
def test_what_is_near_a_figure_is_within_a_tenth_of_it(words: str, printed: str, within: str, without: str) -> None:
    said, figure = hedge(words), scan(printed)[0].quantity
    assert said is not None
    assert figure is not None
    assert said.of(figure).overlaps(Interval.exact(Decimal(within)))
    assert not said.of(figure).overlaps(Interval.exact(Decimal(without)))


@pytest.mark.parametrize(
    "words", ["went up to", "it is now up to", "just", "only", "the 12 months before the", "whereabout"]
)
def test_what_is_no_hedge(words: str) -> None:
    assert hedge_before(f"{words} 100", len(words) + 1) is None


def test_more_than_halved_is_less_than_half() -> None:
    found = hedge("more than")
    assert found is not None
    assert found.turned.interval(Interval.exact(50), Decimal(5)) == Interval(Decimal(0), Decimal(50))
