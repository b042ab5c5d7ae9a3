"""Figures with what they are about, from tables, lists and sentences, and which of them tell one thing."""

from __future__ import annotations

from reportcheck.read.facts.index import Index, index_of
from reportcheck.read.facts.match import (
    compatible,
    evidence,
    exactly,
    explained,
    is_bound,
    likeness,
    noun_before,
    related,
    told_for_one_day,
)

__all__ = [
    "Index",
    "compatible",
    "evidence",
    "exactly",
    "explained",
    "index_of",
    "is_bound",
    "likeness",
    "noun_before",
    "related",
    "told_for_one_day",
]
