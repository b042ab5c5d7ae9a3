"""The whole of one document: the Paper that it was read as, and the Report on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from reportcheck.model.claim import Claim
from reportcheck.model.document import Document
from reportcheck.model.kept import Kept
from reportcheck.model.meaning import Figure, Grid, Passage, Statement
from reportcheck.model.outline import Outline, Reference, Whereabouts
from reportcheck.model.verdicts import Coverage, Finding, Known, Relation, Rule, TableCoverage
from reportcheck.quantity import Notation
from reportcheck.records import record


@record(frozen=True, slots=True)
class Paper:
    """What a document says. `arithmetic` holds the relations that the tables were found to obey or break."""

    document: Document
    grids: tuple[Grid, ...] = ()
    passages: tuple[Passage, ...] = ()
    claims: tuple[Claim, ...] = ()
    figures: tuple[Figure, ...] = ()
    """Every figure that was found, in tables and in sentences: what coverage counts."""
    arithmetic: tuple[Relation, ...] = ()
    outline: Outline = field(default_factory=Outline)
    statements: tuple[Statement, ...] = ()
    """Every figure with what it is about."""
    wordy: tuple[Passage, ...] = ()
    """Cells of tables that hold words and figures, read as sentences are."""
    notation: Notation = "1,234.5"
    """How the paper writes its numbers; what was read has them all as 1,234.5."""
    references: tuple[Reference, ...] = ()
    """Every reference to a section, a minute, a table or an item by its number."""

    def claims_of(self, *kinds: str) -> Iterator[Claim]:
        """The paper's claims of these kinds."""
        return (claim for claim in self.claims if claim.kind in kinds)


@record(frozen=True, slots=True)
class Report:
    """One paper's audit: what is wrong, what holds, how much was tested, which rules met nothing to test."""

    document: Document
    findings: tuple[Finding, ...]
    held: tuple[tuple[Rule, Relation], ...]
    coverage: Coverage
    table_coverage: tuple[TableCoverage, ...] = ()
    page_coverage: dict[int, Coverage] = field(default_factory=dict)
    """Of each page that holds figures."""
    idle_rules: tuple[str, ...] = ()
    known: tuple[Known, ...] = ()
    """Findings that people know of; they are not among `findings`."""
    stale: tuple[str, ...] = ()
    """What was accepted and fits no finding any more, or has expired, in words for people."""
    notices: tuple[str, ...] = ()
    """What a reader should know of how it was read, in words for people."""
    problems: tuple[str, ...] = ()
    """What could not be read, page by page, in words for people."""
    kept: Kept | None = None
    """What other papers of its body are compared with, where that was asked for."""
    folios: tuple[tuple[int, int], ...] = ()
    """Of a text in one piece: the lines on which its own page numbers stand, and the numbers; empty where in doubt."""
    folio_pages: int = 0
    """How many pages those numbers run over."""
    whereabouts: Whereabouts = field(default_factory=Whereabouts)

    @property
    def pages(self) -> int:
        """How many pages the paper has: those of the file, or those that a text in one piece shows by its numbers."""
        return max(len(self.document.pages), self.folio_pages)

    @property
    def path(self) -> str:
        """What the paper is called."""
        return self.document.path

    @property
    def audited(self) -> bool:
        """Whether any page had text: without, that nothing is found says nothing."""
        return any(page.has_text for page in self.document.pages)

    @property
    def unread(self) -> tuple[int, ...]:
        """The pages, counted from 1, that were not read, or not in full."""
        return tuple(page.number for page in self.document.pages if page.problem or not page.has_text)

    def rows(self) -> list[dict[str, str | int | None]]:
        """A flat row for each finding, for a data frame."""
        return [
            {
                "path": self.path,
                "page": finding.page,
                "where": finding.where,
                "rule": finding.rule.id,
                "name": finding.rule.name,
                "severity": finding.severity,
                "confidence": finding.relation.confidence,
                "message": finding.message,
                "suspects": ", ".join(finding.suspects),
                "suggestion": finding.suggestion,
                "fingerprint": finding.fingerprint,
            }
            for finding in self.findings
        ]

    def __repr__(self) -> str:
        now = self.coverage
        tested = now.verified + now.challenged
        told = [f"{len(self.findings)} findings", f"{tested} of {now.figures} figures tested"]
        told += [f"{len(self.unread)} pages not read"] if self.unread else []
        return f"<Report on {self.path!r}: {', '.join(told)}>"
