"""The nouns: what is on paper, what it says, what holds. No reading and no judging here."""

from __future__ import annotations

from reportcheck.model.document import Block, Cell, Document, Line, Page, Table
from reportcheck.model.meaning import (
    Claim,
    Figure,
    Grid,
    GridCell,
    Mark,
    MarkKind,
    Passage,
    PassageKind,
    Role,
    Span,
    Statement,
)
from reportcheck.model.outline import Entry, Item, ItemKind, Outline, Reference, Whereabouts
from reportcheck.model.paper import Paper, Report
from reportcheck.model.places import BBox, Location, Piece, Text
from reportcheck.model.verdicts import (
    Confidence,
    Coverage,
    Evidence,
    Example,
    Excerpt,
    Finding,
    Relation,
    Rule,
    Severity,
    Suggestion,
    TableCoverage,
    Verdict,
)

__all__ = [
    "BBox",
    "Block",
    "Cell",
    "Claim",
    "Confidence",
    "Coverage",
    "Document",
    "Entry",
    "Evidence",
    "Example",
    "Excerpt",
    "Figure",
    "Finding",
    "Grid",
    "GridCell",
    "Item",
    "ItemKind",
    "Line",
    "Location",
    "Mark",
    "MarkKind",
    "Outline",
    "Page",
    "Paper",
    "Passage",
    "PassageKind",
    "Piece",
    "Reference",
    "Relation",
    "Report",
    "Role",
    "Rule",
    "Severity",
    "Span",
    "Statement",
    "Suggestion",
    "Table",
    "TableCoverage",
    "Text",
    "Verdict",
    "Whereabouts",
]
