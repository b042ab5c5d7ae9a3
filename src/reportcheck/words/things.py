"""Things that are called by a number: tables, pictures, appendices; how their captions open."""

from __future__ import annotations

from typing import Final, Literal

Kind = Literal["table", "figure", "appendix", "recommendation"]
KINDS: Final[dict[str, Kind]] = {
    "table": "table", "figure": "figure", "chart": "figure", "appendix": "appendix", "annex": "appendix",
    "recommendation": "recommendation",
}  # fmt: skip
"""What counts on through a paper, by the words that it is called by."""
TABLES: Final = r"table|tabl\.|tabell?e?|exhibit"
PICTURES: Final = r"figure|fig\.?|chart|graph"
PARTS: Final = r"appendix|annexe?"
ITEMS: Final = r"(?:agenda )?item|article|section|chapter|part|minute|clause|rule"
"""What counts on through a paper, each with its words behind the number or on the next line."""
LISTS: Final = r"schedule|statement"
"""What may be the caption of a table, and what opens a row in many."""
NUMBERED: Final = r"table|figure|section|page|paragraph|minute|item|chapter|appendix|version|phase|level|ward|zone|band"
"""What in running words is called by its number: a figure behind one of them ends no row of a table."""
_REFERENCES = """
    act agenda age aged ages annex annexe appendix appendices area article articles band box building chapter chapters
    chart charts chq chqs cheque cheques clause clauses class column committee decision element exhibit fig figure
    figures flat floor form forms frs goal grade graph group ias ifric ifrs ipsas isa isbn iso item items key layer
    level levels line lot map meeting method minute minutes mins model module month no nos note notes objective
    observation
    option options outcome page pages para paras paragraph paragraphs part parts period phase phases pillar point points
    principle principles priority quarter question questions rec recommendation recommendations ref reference regulation
    regulations resolution risk room rooms row rule rules s scenario schedule schedules scheme section sections sheet
    slide slides ss stage stages standard standards step strand table tables target term theme tier tiers type unit vol
    volume version ward wards week year years zone paras. cfr pp
"""
REFERENCE_WORDS: Final = frozenset(_REFERENCES.split())
"""Words behind which a number may be a name and no amount."""
