"""Lines -> passages and sentences, and which of them hold a word or a date."""

from __future__ import annotations

from reportcheck.read.prose.dated import dated, dated_everywhere
from reportcheck.read.prose.holding import holding, holding_in_any_case, labels_holding, places_holding
