"""What checks share: figures as intervals, relations, places and values in words."""

from __future__ import annotations

from reportcheck.checks.judging.claims import (
    exactly_told,
    hedged,
    in_sentences,
    relation,
    said,
    sentence_of,
    the_word,
)
from reportcheck.checks.judging.printed import excerpt, listed, plain, printed_like
from reportcheck.checks.judging.statements import put_to
from reportcheck.checks.judging.times import judged

__all__ = [
    "exactly_told",
    "excerpt",
    "hedged",
    "in_sentences",
    "judged",
    "listed",
    "plain",
    "printed_like",
    "put_to",
    "relation",
    "said",
    "sentence_of",
    "the_word",
]
