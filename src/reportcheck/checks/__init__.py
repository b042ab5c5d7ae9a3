"""The kinds of rule, a module each, written out by hand. A check yields relations; it does not print, sort or cap."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from reportcheck.model import Kept, Paper, Relation

_TOPICS: dict[str, tuple[str, ...]] = {
    "arithmetic": (
        "table", "counted-rate", "change", "parts", "shares", "multiple", "list-count",
        "over-or-under", "compare", "row-share", "label-shares", "label-sum", "lone-total",
        "rolling", "size-words", "rest-base", "reckoned", "noted-price",
    ),
    "agreement": (
        "same-fact", "cut-or-rounded", "same-name", "near-copies", "two-tables", "whole-counts",
        "two-percentages", "change-between", "row-and-time", "trend-word", "table-total",
        "extreme", "rank", "pair-share", "cut-off", "year-mean", "carried", "changed-places", "columns-alike",
        "meeting-kind", "twins", "attendance",
    ),
    "structure": (
        "contents", "references", "pointers", "numbering", "series", "codes",
    ),
    "dates": (
        "weekday", "same-weekday", "impossible", "out-of-step", "heads-in-order", "dates-in-order", "day-and-year",
        "accounting-year", "minutes-approved", "meeting-dated", "own-day", "clock", "from-to", "period-length", "stale",
        "as-of", "event-date",
    ),
    "presentation": (
        "malformed", "misfit", "spreadsheet-error", "house-style", "comma-for-point", "share-over-100", "lost-brackets",
        "label-contradicted", "total-label",
    ),
    "tables": ("schema", "band-ninths", "sum-range", "typed-total", "text-in-sum"),
    "across": (
        "repeated-column", "same-sentence", "carried-over", "since-paper", "runs-on", "next-step", "minutes-of",
        "copied-sentence", "draft-changed",
    ),
}  # fmt: skip
"""The kinds of each topic: a kind `list-count` of arithmetic is the module `checks/arithmetic/list_count.py`."""

KINDS: dict[str, str] = {
    kind: f"reportcheck.checks.{topic}.{kind.replace('-', '_')}" for topic, kinds in _TOPICS.items() for kind in kinds
}
"""A rule's kind -> the module with its `Params` and its generator `relations(paper, params)`."""

RESTING = frozenset({"table", "counted-rate", "changed-places", "lost-brackets"})
"""Kinds that rest on the arithmetic that the tables were found to obey, and come after it."""

THOROUGH = RESTING | {"malformed", "spreadsheet-error", "sum-range", "typed-total", "text-in-sum"}
"""Kinds that look at tables of however many cells."""

THREADED = frozenset({"schema"})
"""Kinds whose library keeps threads of its own, which a forked process must not use."""


ACROSS = frozenset(_TOPICS["across"])
"""Kinds that look at several papers of one body at a time: `relations(papers, params)`."""


def topic_of(kind: str) -> str:
    """The topic of a kind, whose checks look things up in the same places."""
    return KINDS[kind].split(".")[2]


def params_of(kind: str) -> type[Any]:
    """The record of parameters that rules of this kind take."""
    return importlib.import_module(KINDS[kind]).Params  # type: ignore[no-any-return]


def check_of(kind: str) -> Callable[[Paper, Any], Iterator[Relation]]:
    """The generator that yields a kind's relations."""
    return importlib.import_module(KINDS[kind]).relations  # type: ignore[no-any-return]


def across_of(kind: str) -> Callable[[Sequence[Kept], Any], Iterator[tuple[int, Relation]]]:
    """The generator that yields a kind's relations across papers, each with the number of the paper it is told in."""
    return importlib.import_module(KINDS[kind]).relations  # type: ignore[no-any-return]


def sentence_of(kind: str) -> str:
    """What rules of a kind look at, in a sentence."""
    return (importlib.import_module(KINDS[kind]).__doc__ or "").strip().splitlines()[0]
