"""The kinds of rule, a module each, written out by hand. A check yields relations; it does not print, sort or cap."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from typing import Any

from reportcheck.model import Paper, Relation

KINDS: dict[str, str] = {
    "measure": "reportcheck.checks.measure",
    "change_in_table": "reportcheck.checks.change_in_table",
    "change-between": "reportcheck.checks.change_between",
    "named-amount": "reportcheck.checks.named_amount",
    "named-cell": "reportcheck.checks.named_cell",
    "named-cut": "reportcheck.checks.named_cut",
    "pair-share": "reportcheck.checks.pair_share",
    "year-mean": "reportcheck.checks.year_mean",
    "one_change": "reportcheck.checks.one_change",
    "misquoted": "reportcheck.checks.misquoted",
    "same_day": "reportcheck.checks.same_day",
    "same_fact": "reportcheck.checks.same_fact",
    "two_tables": "reportcheck.checks.two_tables",
    "moved-by": "reportcheck.checks.moved_by",
    "coded-row": "reportcheck.checks.coded_row",
    "ends-in-row": "reportcheck.checks.ends_in_row",
    "named-total": "reportcheck.checks.named_total",
    "trend-word": "reportcheck.checks.trend_word",
    "label-sum": "reportcheck.checks.label_sum",
    "carried": "reportcheck.checks.carried",
    "twin_sentences": "reportcheck.checks.twin_sentences",
    "table": "reportcheck.checks.table",
    "page_reference": "reportcheck.checks.page_reference",
    "minutes_date": "reportcheck.checks.minutes_date",
    "left_over": "reportcheck.checks.left_over",
    "odd_label": "reportcheck.checks.odd_label",
    "event_date": "reportcheck.checks.event_date",
    "unit_slip": "reportcheck.checks.unit_slip",
    "agenda": "reportcheck.checks.agenda",
    "references": "reportcheck.checks.references",
    "own_year": "reportcheck.checks.own_year",
    "own_quarter": "reportcheck.checks.own_quarter",
    "period_length": "reportcheck.checks.period_length",
    "numbering": "reportcheck.checks.numbering",
    "contents": "reportcheck.checks.contents",
    "weekday": "reportcheck.checks.weekday",
    "fraction": "reportcheck.checks.fraction",
    "bands": "reportcheck.checks.bands",
    "change": "reportcheck.checks.change",
    "compare": "reportcheck.checks.compare",
    "counted-rate": "reportcheck.checks.counted_rate",
    "counted-items": "reportcheck.checks.counted_items",
    "degree": "reportcheck.checks.degree",
    "rest-base": "reportcheck.checks.rest_base",
    "parts": "reportcheck.checks.parts",
    "shares": "reportcheck.checks.shares",
    "label-shares": "reportcheck.checks.label_shares",
    "row-share": "reportcheck.checks.row_share",
    "average": "reportcheck.checks.average",
    "multiple": "reportcheck.checks.multiple",
    "list-count": "reportcheck.checks.listing",
    "spend": "reportcheck.checks.spend",
    "rank": "reportcheck.checks.rank",
    "rolling": "reportcheck.checks.rolling",
    "since": "reportcheck.checks.since",
    "row_outcome": "reportcheck.checks.row_outcome",
    "tally": "reportcheck.checks.tally",
    "tally_table": "reportcheck.checks.tally_table",
    "extreme": "reportcheck.checks.extreme",
    "malformed": "reportcheck.checks.malformed",
    "table-commas": "reportcheck.checks.table_commas",
    "column-style": "reportcheck.checks.column_style",
    "changed-places": "reportcheck.checks.changed_places",
    "lost-brackets": "reportcheck.checks.lost_brackets",
    "precision": "reportcheck.checks.precision",
    "schema": "reportcheck.checks.schema",
}
"""A rule's kind -> the module with its `Params` record and its generator `relations(paper, params)`."""


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
