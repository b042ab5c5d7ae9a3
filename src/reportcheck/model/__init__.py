"""The nouns: what is on paper, what it says, what holds. No reading and no judging here."""

from __future__ import annotations

from reportcheck.model.claim import Claim, Law, Reckoning, Term, reckoned
from reportcheck.model.document import Assumed, Block, Cell, Document, Edited, Line, Page, Table
from reportcheck.model.kept import Elsewhere, Fact, Kept, Run
from reportcheck.model.meaning import (
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
from reportcheck.model.places import COLUMN, BBox, Location, Piece, Text, cell_name, column_name, excerpt
from reportcheck.model.verdicts import (
    Confidence,
    Coverage,
    Evidence,
    Example,
    Excerpt,
    Finding,
    Known,
    Relation,
    Rule,
    Severity,
    Suggestion,
    TableCoverage,
    Verdict,
)
from reportcheck.quantity import Interval, Quantity
