"""Rows of a paper -> every time that it prints: dates, months, quarters, years, and what is wrong with them."""

from __future__ import annotations

from reportcheck.read.times.grammar import Time
from reportcheck.read.times.paper import Times, read_times
from reportcheck.read.times.stream import Stream, stream_of

__all__ = [
    "Stream",
    "Time",
    "Times",
    "read_times",
    "stream_of",
]
