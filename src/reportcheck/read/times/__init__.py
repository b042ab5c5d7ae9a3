"""Rows of a paper -> every time that it prints: dates, months, quarters, years, and what is wrong with them."""

from __future__ import annotations

from reportcheck.read.times.clock import Clock, read_clocks
from reportcheck.read.times.grammar import Time
from reportcheck.read.times.lists import Entry, dated, down_rows, in_rows, in_sentences
from reportcheck.read.times.paper import Times
from reportcheck.read.times.stream import Stream
