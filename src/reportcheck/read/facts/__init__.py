"""Figures with what they are about, from tables, lists and sentences, and which of them tell one thing."""

from __future__ import annotations

from reportcheck.read.facts.index import Index
from reportcheck.read.facts.match import (
    changes,
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
