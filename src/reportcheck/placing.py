"""Messages that say "line 33" of a Word file, where nobody sees lines -> the same by table and paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportcheck.model import Relation, Rule, Whereabouts

_PLACE = re.compile(r"(the (?:sentence|table) )?(?:(?:at|on) |(?<=\())line (\d+)\b")


def in_words(broken: Iterable[tuple[Rule, Relation]], places: Whereabouts) -> Iterator[tuple[Rule, Relation]]:
    """Broken relations whose words name no line that people cannot find."""
    for rule, relation in broken:
        yield rule, _worded(relation, places) if places.paragraphs else relation


def _worded(relation: Relation, places: Whereabouts) -> Relation:
    def place(match: re.Match[str]) -> str:
        what, line = match[1] or "", int(match[2])
        table, words = places.table(line), places.paragraph(line)
        if not table and not words:
            return match[0]
        name = table or (f"“{words}”" if what else f"the paragraph “{words}”")
        if what == "the table " and table:
            return table
        return what + name if what or not match[0].startswith(("at ", "on ")) else f"in {name}"

    suggestion = relation.suggestion
    return replace(
        relation,
        message=_PLACE.sub(place, relation.message),
        also=tuple(_PLACE.sub(place, line) for line in relation.also),
        suggestion=suggestion and replace(suggestion, reason=_PLACE.sub(place, suggestion.reason)),
    )
