"""The kinds of rule, a module each, written out by hand. A check yields relations; it does not print, sort or cap."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from typing import Any

from reportcheck.model import Paper, Relation

KINDS: dict[str, str] = {
    # The laws of tables, and what a sentence says of itself.
    "table": "reportcheck.checks.table",
    "counted-rate": "reportcheck.checks.counted_rate",
    "fraction": "reportcheck.checks.fraction",
    "change": "reportcheck.checks.change",
    "parts": "reportcheck.checks.parts",
    "shares": "reportcheck.checks.shares",
    "average": "reportcheck.checks.average",
    "multiple": "reportcheck.checks.multiple",
    "list-count": "reportcheck.checks.listing",
    "spend": "reportcheck.checks.spend",
    "compare": "reportcheck.checks.compare",
    "bands": "reportcheck.checks.bands",
    "row-share": "reportcheck.checks.row_share",
    "label-shares": "reportcheck.checks.label_shares",
    "label-sum": "reportcheck.checks.label_sum",
    "lone-total": "reportcheck.checks.lone_total",
    "rolling": "reportcheck.checks.rolling",
    "degree": "reportcheck.checks.degree",
    "rest-base": "reportcheck.checks.rest_base",
    "tally": "reportcheck.checks.tally",
    # One fact in two places.
    "same_fact": "reportcheck.checks.same_fact",
    "misquoted": "reportcheck.checks.misquoted",
    "same_day": "reportcheck.checks.same_day",
    "twin_sentences": "reportcheck.checks.twin_sentences",
    "two_tables": "reportcheck.checks.two_tables",
    "change_in_table": "reportcheck.checks.change_in_table",
    "measure": "reportcheck.checks.measure",
    "one_change": "reportcheck.checks.one_change",
    "change-between": "reportcheck.checks.change_between",
    "named-cell": "reportcheck.checks.named_cell",
    "trend-word": "reportcheck.checks.trend_word",
    "moved-by": "reportcheck.checks.moved_by",
    "named-total": "reportcheck.checks.named_total",
    "ends-in-row": "reportcheck.checks.ends_in_row",
    "coded-row": "reportcheck.checks.coded_row",
    "tally_table": "reportcheck.checks.tally_table",
    "extreme": "reportcheck.checks.extreme",
    "rank": "reportcheck.checks.rank",
    "row_outcome": "reportcheck.checks.row_outcome",
    "since": "reportcheck.checks.since",
    "pair-share": "reportcheck.checks.pair_share",
    "named-cut": "reportcheck.checks.named_cut",
    "named-amount": "reportcheck.checks.named_amount",
    "year-mean": "reportcheck.checks.year_mean",
    "carried": "reportcheck.checks.carried",
    "changed-places": "reportcheck.checks.changed_places",
    # Contents, references, numbers, dates and periods.
    "contents": "reportcheck.checks.contents",
    "references": "reportcheck.checks.references",
    "agenda": "reportcheck.checks.agenda",
    "page_reference": "reportcheck.checks.page_reference",
    "numbering": "reportcheck.checks.numbering",
    "counted-items": "reportcheck.checks.counted_items",
    "weekday": "reportcheck.checks.weekday",
    "period_length": "reportcheck.checks.period_length",
    "left_over": "reportcheck.checks.left_over",
    "own_year": "reportcheck.checks.own_year",
    "odd_label": "reportcheck.checks.odd_label",
    "event_date": "reportcheck.checks.event_date",
    "minutes_date": "reportcheck.checks.minutes_date",
    "own_quarter": "reportcheck.checks.own_quarter",
    # How figures are printed.
    "malformed": "reportcheck.checks.malformed",
    "unit_slip": "reportcheck.checks.unit_slip",
    "table-commas": "reportcheck.checks.table_commas",
    "precision": "reportcheck.checks.precision",
    "column-style": "reportcheck.checks.column_style",
    "lost-brackets": "reportcheck.checks.lost_brackets",
    # Tables that are known by their headings.
    "schema": "reportcheck.checks.schema",
}
"""A rule's kind -> the module with its `Params` and its generator `relations(paper, params)`; in the order of ids."""

RESTING = frozenset({"table", "counted-rate", "changed-places", "lost-brackets"})
"""Kinds that rest on the arithmetic that the tables were found to obey, and come after it."""

THREADED = frozenset({"schema"})
"""Kinds whose library keeps threads of its own, which a forked process must not use."""


def params_of(kind: str) -> type[Any]:
    """The record of parameters that rules of this kind take."""
    return importlib.import_module(KINDS[kind]).Params  # type: ignore[no-any-return]


def check_of(kind: str) -> Callable[[Paper, Any], Iterator[Relation]]:
    """The generator that yields a kind's relations."""
    return importlib.import_module(KINDS[kind]).relations  # type: ignore[no-any-return]
