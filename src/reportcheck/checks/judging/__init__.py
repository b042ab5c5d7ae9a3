"""What checks share: figures as intervals, relations, places and values in words."""

from __future__ import annotations

from reportcheck.checks.judging.claims import (
    exactly_told,
    hedged,
    in_sentences,
    relation,
    stands_for,
    the_word,
)
from reportcheck.checks.judging.printed import listed, plain, printed_like
from reportcheck.checks.judging.statements import put_to
