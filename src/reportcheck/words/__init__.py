"""The language that board papers are written in: what a word, a date, a unit means, for all who read or judge.

What checks ask for stands here by name; a rule is found in the module of its words.
"""

from __future__ import annotations

from reportcheck.patterns import pattern
from reportcheck.words.calendar import (
    ANY_MONTH,
    MONTH,
    MONTH_NAMES,
    MONTHS,
    PRINTED_MONTH,
    QUARTERS,
    WEEKDAYS,
    YEAR,
    YEARS,
    Day,
    digit_slip,
    parse_day,
    parse_span,
    said,
)
from reportcheck.words.hedges import HEDGE, Hedge, hedge, hedge_before
from reportcheck.words.moves import ANY_NOUN, ANY_VERB, DOWN, DOWN_NOUNS, DOWN_VERBS, UP, UP_NOUNS, UP_VERBS
from reportcheck.words.names import short
from reportcheck.words.numbers import COUNT, SMALL, count_of, in_words
from reportcheck.words.sentences import sentence_at, sentences
from reportcheck.words.spans import agree, is_month, span_of, span_of_mark, spans_in, speaks_of_before, surely
from reportcheck.words.stems import (
    TURN,
    clause_after,
    clause_before,
    contradict,
    initials,
    is_change,
    qualifiers,
    roots,
    states_change,
    stem,
    stems,
    tokens,
)
from reportcheck.words.totals import CLOSING, OPENING, RESTATED, names_total
